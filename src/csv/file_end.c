#include "csv/file_end.h"

static const char cut_off[] =
    "the file ends in the middle of a row: it was cut off, and what would follow is not read; get it again";

desig_result dsg_file_end_tell(const dsg_file_rows *rows) {
    dsg_place place = {.file = rows->name, .line = rows->raw.line, .column = 1};
    return dsg_import_tell(rows->import, DESIG_SEVERITY_ERROR, "cut-off", &place, "%s", cut_off);
}

desig_result dsg_file_end_check(dsg_cursor *cursor, dsg_file_rows *rows, dsg_row *row, int *has_enough) {
    const dsg_file *file = cursor->file;
    *has_enough = 1;
    if (row->count >= file->column_count || !file->format->about.source) return DESIG_OK;
    if (!rows->raw.is_cut) rows->has_short_rows = 1;
    if (rows->has_short_rows) return DESIG_OK;
    *has_enough = row->count >= file->required_columns;
    cursor->row = row;
    if (!*has_enough) return dsg_keep_raw(cursor, "cut-off", row->count, "%s", cut_off);
    cursor->import->report.bad_rows++;
    return dsg_file_end_tell(rows);
}
