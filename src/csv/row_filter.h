/* A filter of rows. A caller who reads one edition of a list after the other already knows most of the rows.
 *
 * The caller gives it to dsg_list_read_filtered(), and the reader knows nothing else of its caller. First,
 * the filter is told of the files (`begin`). If it knows their form, the reader surveys the rows: it cuts
 * them apart and shows each to the filter (`meet`). For a row that the filter does not know, it tells the
 * record (`learn`). Then the reader reads the rows that the filter wants (`wants`). In a file of another
 * form, the reader reads all rows and shows them to the filter meanwhile. A row that is defective or in
 * another encoding does not show whose it is. The reader then gives up the survey (`give_up`) and reads all
 * rows: nothing is ever guessed to be known. */
#ifndef DSG_CSV_ROW_FILTER_H
#define DSG_CSV_ROW_FILTER_H

#include <desig/desig.h>

typedef struct dsg_row_filter {
    void *context;
    /* The files in the order of reading; they live until the read is over. Rows of the same bytes mean the
     * same in all files of the same form. `form` NULL: not even then; the rows are then not shown. Set *known
     * if the form is that of rows that the filter knows. DESIG_E_NOMEM. */
    desig_result (*begin)(void *context, const desig_edition_file *files, size_t count, const char *form,
                          size_t form_length, int *known);
    /* The next row. Set *known if its record is known already. DESIG_E_NOMEM. */
    desig_result (*meet)(void *context, const char *bytes, size_t length, int *known);
    /* The record of the row that was met last, and not known. DESIG_E_NOMEM. */
    desig_result (*learn)(void *context, const char *id);
    /* The rows will be met once more, from the first, and all be read. */
    void (*give_up)(void *context);
    /* Whether the next row of the survey is wanted. */
    int (*wants)(void *context);
    /* All rows are read. `published` is the day in the content. `reliable` 0: the rows depended on more than
     * their bytes after all; forget what was learned. */
    void (*end)(void *context, const desig_date *published, int reliable);
} dsg_row_filter;

/* desig_list_read() by a filter, NULL for none. */
desig_result dsg_list_read_filtered(desig_list *list, const desig_source *sources, size_t source_count,
                                    const desig_read_options *options, const dsg_row_filter *filter,
                                    desig_report *report, desig_error *error);

#endif
