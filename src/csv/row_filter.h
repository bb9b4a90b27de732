/* A filter of rows: whoever reads one edition of a list after the other knows most of the rows already.
 *
 * The caller of dsg_list_read_filtered() gives it, and the reader knows no more of its caller. First the
 * filter is told of the files (`begin`). If it knows their form, the rows are surveyed: they are cut apart,
 * and each is shown to the filter (`meet`); of a row that it does not know it learns the record (`learn`).
 * Then the rows are read for which it says that they are wanted (`wants`). In a file of another form, all
 * rows are read, and shown to the filter meanwhile. Where a row does not show whose it is (it is defective,
 * or in another encoding), the survey is given up (`give_up`), and all rows are read likewise: nothing is
 * ever guessed to be known. */
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
