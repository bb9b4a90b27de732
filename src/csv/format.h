/* What a format is: a table of rules that say what each column means.
 *
 * A new format is one file in formats/ and one row in the table of format.c. The rules name the columns;
 * recognise.c finds them in a file's header; read.c calls a rule's `take` for each of its cells that is not
 * null, and keeps the cells of columns without a rule as facts. What formats call stands in reading.c, the
 * rules that several of them share in take.c. */
#ifndef DSG_CSV_FORMAT_H
#define DSG_CSV_FORMAT_H

#include "base/buffer.h"
#include "base/callbacks.h"
#include "base/error.h"
#include "csv/row.h"
#include "model/draft.h"
#include "model/row_memory.h"

typedef struct dsg_format dsg_format;
typedef struct dsg_format_family dsg_format_family;
typedef struct dsg_mapped dsg_mapped; /* see formats/mapped.h */

/* One desig_list_read() under way. Formats read `row`, set `record` and `group`, and add parts to `draft`. */
typedef struct dsg_reading {
    dsg_draft *draft;
    const desig_allocator *allocator;
    const desig_read_options *options; /* every limit resolved */
    desig_callbacks callbacks;
    desig_report report;
    desig_error *error;
    const dsg_format *format;
    const dsg_mapped *mapped;   /* made of the caller's map: the only format that counts; NULL: no map */
    const char *file;           /* the source's name, for diagnostics */
    const char *source;         /* kept: "us-ofac", or the file's base name; for desig_record.source */
    const char *const *columns; /* kept: the names of the row's columns */
    size_t column_count;
    const size_t *column_of_rule; /* SIZE_MAX: the file has no such column */
    dsg_row *row;
    size_t column;    /* whose rule is being applied, SIZE_MAX before and after the rules */
    size_t searched;  /* bytes of the row that were looked through for places */
    uint32_t record;  /* of the row; DSG_NO_RECORD: the row is done with, its rules are skipped */
    uint32_t group;   /* of the row's facts, 0 for none */
    desig_date as_of; /* what a format found in the content */
    dsg_buffer scratch;
    void *state;          /* of the family, family->state_size bytes, zeroed at first */
    dsg_folding *folding; /* of an edition that goes into a ledger; else NULL */
    int rows_depend;      /* set by a format whose rows do not stand alone in this file */
} dsg_reading;

/* Take a cell that is not null. `argument` is the rule's. */
typedef desig_result (*dsg_take)(dsg_reading *reading, size_t column, int argument);

typedef struct dsg_rule {
    /* The publisher's header text, compared without ASCII case; of two rules with one text the second is for
     * the second such column. NULL: this form of the list has no such column; in a map, it is
     * the column whose number is `argument`, counted from 1. */
    const char *column;
    dsg_take take; /* NULL: the cell is read by begin_row or end_row */
    int argument;
} dsg_rule;

/* A publisher's word for a kind. */
typedef struct dsg_kind_word {
    const char *word; /* compared without ASCII case; NULL ends a table */
    desig_kind kind;
    int exact; /* the kind says all that the word does; other words are kept as facts, too */
} dsg_kind_word;

/* Formats whose files make up one list together share a family, and its state during one read. */
struct dsg_format_family {
    size_t state_size;
    desig_result (*finish)(dsg_reading *reading); /* after the last file, before the commit; may be NULL */
    void (*release)(dsg_reading *reading);        /* always called, if state was made; may be NULL */
    int of_several_files; /* 1: a list may lack some of its files, and then does not tell what they would */
};

/* A list being written: see csv/emit.h. */
typedef struct dsg_emitter dsg_emitter;

struct dsg_format {
    desig_format about;
    const dsg_format_family *family;
    int order;          /* among the files of one list, lower first */
    uint16_t companion; /* 0: a primary file; else its number, from 1, among the companions of the family */
    /* 1: what a row means depends on the rows of its own record at most, not on others, nor on its place: a
     * ledger need not read it again. */
    int rows_stand_alone;
    int headerless; /* the publisher also gives it without a header: columns in the order of the rules */
    int doubled_rows_mean; /* 1: an exact repetition of a row says something (statements); 0: it is folded */
    const char *null_text; /* a cell that means null, besides an absent one; NULL for none */
    char delimiter;        /* 0: recognised among comma, semicolon and tab */
    const char *separator; /* between the values of one cell; NULL if no rule takes several values */
    const dsg_kind_word *kinds; /* NULL if no rule takes a kind */
    desig_date_style dates;     /* how the dates of facts are written */
    const dsg_rule *rules;
    size_t rule_count;
    size_t required; /* the first `required` rules must all be in a header */
    /* How a line begins that the publisher puts above the header, NULL where there is none: a date follows,
     * in the same cell or the next, and is the list's day. */
    const char *preamble;
    /* Whether a first row without a header is one of this format's; NULL unless headerless. */
    int (*recognise)(const dsg_row *row);
    desig_result (*begin_row)(dsg_reading *reading);                     /* sets `record`; before the rules */
    desig_result (*end_row)(dsg_reading *reading);                       /* after the rules; may be NULL */
    desig_result (*write)(dsg_emitter *emitter, const desig_list *list); /* NULL: cannot be written */
};

/* The table of formats; NULL past the end. */
const dsg_format *dsg_format_at(size_t position);
const dsg_format *dsg_format_named(const char *name);

/* ---- for formats ---- */

/* The cell of a rule's column, by the rule's number in the format's table; absent if the file has no such
 * column. */
static inline const dsg_cell *dsg_cell_of(const dsg_reading *reading, size_t rule) {
    static const dsg_cell absent = {NULL, 0};
    size_t column = reading->column_of_rule[rule];
    return column < reading->row->count ? &reading->row->cells[column] : &absent;
}

/* The position in the row of a rule's column, SIZE_MAX if the file has none. */
static inline size_t dsg_column_of(const dsg_reading *reading, size_t rule) {
    return reading->column_of_rule[rule];
}

/* Report a finding about a cell of the row (its position), or about the row as a whole (SIZE_MAX). `check` is
 * static. DESIG_OK; DESIG_E_FORMAT if a strict read ends here. */
desig_result dsg_diagnose(dsg_reading *reading, desig_severity severity, const char *check, size_t column,
                          const char *format, ...) DSG_PRINTF(5, 6);

/* Report and keep a row that a format can make nothing of: a `raw-row` fact of a record of its own. */
desig_result dsg_keep_raw(dsg_reading *reading, const char *check, size_t column, const char *format, ...)
    DSG_PRINTF(4, 5);

/* The record `source:native`, made if new; DESIG_E_NOMEM. Sets reading->record. */
desig_result dsg_begin_record(dsg_reading *reading, const char *source, const char *native, size_t length,
                              int *is_new);

/* Keep texts and add parts, with DESIG_E_NOMEM instead of NULL. */
desig_result dsg_add_name(dsg_reading *reading, const desig_name *name);
desig_result dsg_add_action(dsg_reading *reading, const desig_action *action);
desig_result dsg_add_link(dsg_reading *reading, const desig_link *link);
desig_result dsg_add_assertion(dsg_reading *reading, const desig_assertion *assertion);
desig_result dsg_add_fact(dsg_reading *reading, const desig_fact *fact);
desig_result dsg_keep(dsg_reading *reading, const char *bytes, size_t length, const char **kept);

/* The same for a text that hardly ever comes twice (a name, a number, a street). */
desig_result dsg_keep_once(dsg_reading *reading, const char *bytes, size_t length, const char **kept);

/* Rules that formats share: the cell as a whole, verbatim. `argument` is a desig_fact_type; label is the
 * column's name, group the row's. */
desig_result dsg_take_fact(dsg_reading *reading, size_t column, int argument);

#endif
