/* The parties to be screened: rows of a CSV, in batches. */
#ifndef TOOL_NAMES_H
#define TOOL_NAMES_H

#include "io/out.h"
#include "io/sheet.h"

/* What a column may tell of a party. */
typedef enum names_field {
    NAMES_NAME = 0,
    NAMES_BORN,
    NAMES_NATIONALITY,
    NAMES_IDENTIFIER,
    NAMES_KIND,
    NAMES_REFERENCE, /* the party's number with whoever asks: passed on */
    NAMES_FIELDS
} names_field;

/* Which column holds what; NULL: the column that is called as the field is, if there is one. */
typedef struct name_columns {
    char *names[NAMES_FIELDS];
} name_columns;

const char *names_field_word(names_field field);
const char *take_columns(const char *value, void *into); /* name_columns, from "name=Full name,born=DOB" */
void columns_free(name_columns *columns);

/* One party. Its texts are UTF-8 without NULs; NULL where the row has no such cell, or an empty one. */
typedef struct names_row {
    sheet_row place;
    const char *texts[NAMES_FIELDS];
} names_row;

enum { BATCH_ROWS = 256, BATCH_BYTES = 1 << 20 };

typedef struct names_batch {
    names_row rows[BATCH_ROWS];
    size_t count;
    out_string text; /* where the texts are */
} names_batch;

typedef struct names_file {
    csv_sheet sheet;
    int columns[NAMES_FIELDS];
} names_file;

/* `delimiter` 0: recognise it. 0, or EXIT_ERROR after saying why. */
int names_open(names_file *file, const char *path, char delimiter, const name_columns *columns,
               void (*tap)(void *context, const void *bytes, size_t length), void *tap_context);
void names_close(names_file *file);

/* Read the next rows. 1; 0 if there are none; -1 after saying why the file cannot be read. */
int names_read(names_file *file, names_batch *batch);

#endif
