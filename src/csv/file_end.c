#include "csv/file_end.h"

#include <string.h>

int dsg_file_end_is_open(const dsg_file_rows *rows, const dsg_defect *defect) {
    return rows->raw.is_cut && rows->splitter.row_lines == 1 && strcmp(defect->check, "open-quote") == 0;
}

desig_result dsg_file_end_keep(dsg_cursor *cursor, const dsg_file_rows *rows) {
    dsg_place place = {.file = rows->name, .line = rows->raw.line, .column = 1};
    desig_result result =
        dsg_import_tell(rows->import, DESIG_SEVERITY_ERROR, "cut-off", &place,
                        "the file ends in the middle of a row: it was cut off, and what would follow is not "
                        "read; get it again");
    return result == DESIG_OK ? dsg_keep_raw_row(cursor, "cut-off", rows->raw.bytes, rows->raw.length)
                              : result;
}

desig_result dsg_file_end_check(dsg_cursor *cursor, dsg_file_rows *rows, const dsg_row *row,
                                int *has_enough) {
    const dsg_file *file = cursor->file;
    *has_enough = 1;
    if (row->count >= file->column_count || !file->format->about.source) return DESIG_OK;
    if (!rows->raw.is_cut) rows->has_short_rows = 1;
    if (rows->has_short_rows) return DESIG_OK;
    *has_enough = row->count >= file->required_columns;
    return dsg_file_end_keep(cursor, rows);
}
