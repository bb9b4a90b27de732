/* One desig_list_read(): where its records go, and who is told of its findings.
 *
 * Data walks forward: a source is opened (file_rows.h), its format recognised (recognise.h, file.h), its
 * rows cut and parsed (file_rows.h), the format's rules applied (row_rules.h), and parts added to the draft
 * (cursor.h). */
#ifndef DSG_CSV_IMPORT_H
#define DSG_CSV_IMPORT_H

#include "base/buffer.h"
#include "base/callbacks.h"
#include "base/error.h"
#include "csv/format.h"
#include "model/draft.h"

typedef struct dsg_mapped dsg_mapped; /* see formats/mapped.h */

struct dsg_import {
    dsg_draft *draft;
    const desig_allocator *allocator;
    const desig_read_options *options; /* every limit resolved */
    desig_callbacks callbacks;
    desig_report report;
    desig_error *error;
    const dsg_mapped *mapped; /* made of the caller's map: the only format that counts; NULL: no map */
    desig_date as_of;         /* what a format found in the content */
    const dsg_format_family *family;
    void *state; /* of the family */
    dsg_buffer scratch;
    int rows_depend; /* a format found that the rows of a file do not stand alone after all */
};

/* A place in a file; a line of 0 is none. */
typedef struct dsg_place {
    const char *file;
    uint64_t line;
    uint32_t column;
    const char *field; /* the column's name, or NULL */
    const char *id;    /* the record concerned, or NULL */
} dsg_place;

/* Begin to read into a list. Close it in every case. DESIG_E_NOMEM. */
desig_result dsg_import_open(dsg_import *import, desig_list *list, const desig_read_options *options,
                             const desig_callbacks *callbacks, desig_error *error);

/* The files are of this family, NULL for none: make its state. DESIG_E_NOMEM. */
desig_result dsg_import_begin_family(dsg_import *import, const dsg_format_family *family);

/* Put what was read into the list. DESIG_E_EXISTS, DESIG_E_NOMEM, DESIG_E_LIMIT. */
desig_result dsg_import_commit(dsg_import *import, const desig_date *as_of);

void dsg_import_close(dsg_import *import);

/* Count a finding and tell it. `check` is static. DESIG_OK; DESIG_E_FORMAT if a strict read ends here. */
desig_result dsg_import_tell(dsg_import *import, desig_severity severity, const char *check,
                             const dsg_place *place, const char *format, ...) DSG_PRINTF(5, 6);
desig_result dsg_import_tell_list(dsg_import *import, desig_severity severity, const char *check,
                                  const dsg_place *place, const char *format, va_list arguments);

#endif
