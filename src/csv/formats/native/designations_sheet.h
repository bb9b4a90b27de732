/* The layout for people, row by row, while it is written: the cells of the row under way, and what had no
 * place. */
#ifndef DSG_CSV_FORMATS_DESIGNATIONS_SHEET_H
#define DSG_CSV_FORMATS_DESIGNATIONS_SHEET_H

#include "csv/emit.h"
#include "csv/formats/native/designations.h"
#include "model/part_set.h"

typedef struct dsg_sheet {
    dsg_emitter *emitter;
    dsg_part_set written; /* what stands in the file already: the reader would not double it */
    size_t number;        /* of the record */
    const desig_record *record;
    dsg_cell row[DSG_DESIGNATION_COLUMNS];
    dsg_buffer values[DSG_DESIGNATION_COLUMNS]; /* of the cells that hold several */
    char announced[DESIG_DATE_TEXT];
    char date[DESIG_DATE_TEXT];
    desig_result failed; /* the first failure */
} dsg_sheet;

/* The names of a part's fields that have no place. */
typedef struct dsg_losses {
    char names[160];
} dsg_losses;

void dsg_sheet_open(dsg_sheet *to, dsg_emitter *emitter);
void dsg_sheet_close(dsg_sheet *to);

/* A row of to->record; ending it writes it. */
void dsg_sheet_begin_row(dsg_sheet *to);
void dsg_sheet_end_row(dsg_sheet *to);

/* Cells of one value: the text must live until the row ends. */
void dsg_sheet_set(dsg_sheet *to, enum dsg_designation_column column, const char *text);
void dsg_sheet_set_date(dsg_sheet *to, enum dsg_designation_column column, const desig_date *date,
                        char text[DESIG_DATE_TEXT]);

/* Cells of several values: add one whole, or `head=tail (brackets)` (head and brackets may be NULL), or begin
 * one and append its pieces; `marks` are what must not count as a mark within a piece. */
void dsg_sheet_add(dsg_sheet *to, enum dsg_designation_column column, const char *text, size_t length);
void dsg_sheet_add_composed(dsg_sheet *to, enum dsg_designation_column column, const char *head,
                            const char *tail, const char *brackets);
void dsg_sheet_begin_value(dsg_sheet *to, enum dsg_designation_column column);
void dsg_sheet_append(dsg_sheet *to, enum dsg_designation_column column, const char *text);
void dsg_sheet_append_escaped(dsg_sheet *to, enum dsg_designation_column column, const char *text,
                              size_t length, const char *marks);

/* Whether a part has a place: a repetition has none, because the reader takes it for the same, nor has what
 * is derived, which would pass for the source's, but for a listing. */
int dsg_sheet_takes(dsg_sheet *to, enum dsg_part_kind part, const void *content, const char *value);

/* Note the name of a field that has no place, and tell of them all when the part is written. */
void dsg_lose(dsg_losses *lost, int is_lost, const char *name);
void dsg_sheet_tell_losses(dsg_sheet *to, enum dsg_part_kind part, const dsg_losses *lost, const char *value);
void dsg_sheet_tell_no_place(dsg_sheet *to, const char *what, const char *value);

#endif
