/* A format is a table of rules that say what each column means.
 *
 * A new format is one file in formats/ and one row in the table of format.c. The rules name the columns;
 * recognise.c finds them in a file's header; row_rules.c calls a rule's `take` for each of its cells that is
 * not null, and keeps the cells of columns without a rule as facts. What formats call stands in cursor.h,
 * the rules that several of them share in shared_rules.h. */
#ifndef DSG_CSV_FORMAT_H
#define DSG_CSV_FORMAT_H

#include "csv/row.h"

#include <desig/desig.h>

typedef struct dsg_format dsg_format;
typedef struct dsg_format_family dsg_format_family;
typedef struct dsg_cursor dsg_cursor; /* the row under way: see cursor.h */
typedef struct dsg_import dsg_import; /* the read under way: see import.h */

/* Take a cell that is not null. `argument` is the rule's. */
typedef desig_result (*dsg_take)(dsg_cursor *cursor, size_t column, int argument);

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

/* A column that not every form of the list has. Those of one number came together: a file has all of them, or
 * is of a form without any. A number below 0: they are gone from the form of today, and not missed. */
typedef struct dsg_form_column {
    size_t rule;
    int form;
} dsg_form_column;

/* Formats whose files make up one list together share a family, and its state during one read. */
struct dsg_format_family {
    size_t state_size;
    desig_result (*finish)(dsg_cursor *cursor); /* behind the last row of all files; may be NULL */
    /* What the state holds, of which the bytes were zeros at first; may be NULL. */
    void (*release)(void *state, const desig_allocator *allocator);
    int of_several_files; /* 1: a list may lack some of its files, and then does not tell what they would */
};

/* A list being written: see csv/emit.h. */
typedef struct dsg_emitter dsg_emitter;

struct dsg_format {
    desig_format about;
    const dsg_format_family *family;
    int order;          /* among the files of one list, lower first */
    uint16_t companion; /* 0: a primary file; else its number, from 1, among the companions of the family */
    /* 1: what a row means depends on the rows of its own record at most, not on others, nor on its place: see
     * row_filter.h. */
    int rows_stand_alone;
    int headerless; /* the publisher also gives it without a header: columns in the order of the rules */
    int doubled_rows_mean; /* 1: an exact repetition of a row says something (statements); 0: it is folded */
    int names_sources;     /* 1: rows name the sources of the list, and the file itself is none */
    const char *null_text; /* a cell that means null, besides an absent one; NULL for none */
    const char *separator; /* between the values of one cell; NULL if no rule takes several values */
    int values_are_quoted; /* 1: the separator is one character, and a value that has it stands in quotes */
    const dsg_kind_word *kinds; /* NULL if no rule takes a kind */
    desig_date_style dates;     /* how the dates of facts are written */
    int latest_year;            /* a year of two digits is one of the hundred up to this; 0: it is not read */
    const dsg_rule *rules;
    size_t rule_count;
    size_t required;    /* the first `required` rules must all be in a header */
    size_t distinctive; /* 0, or so many of them are enough to know a header by: the others are missed */
    const dsg_form_column *form_columns; /* those of one form stand together */
    size_t form_column_count;
    int columns_are_free; /* 1: whoever writes a file chooses its columns, and misses none */
    /* How a line begins that the publisher puts above the header, NULL where there is none: a date follows,
     * in the same cell or the next, and is the list's day. */
    const char *preamble;
    /* Whether a first row without a header is one of this format's; NULL unless headerless. */
    int (*recognise)(const dsg_row *row);
    desig_result (*begin_row)(dsg_cursor *cursor);                       /* sets `record`; before the rules */
    desig_result (*end_row)(dsg_cursor *cursor);                         /* after the rules; may be NULL */
    desig_result (*write)(dsg_emitter *emitter, const desig_list *list); /* NULL: cannot be written */
};

#endif
