/* What is printed: tables (aligned text for people, CSV for programs) and wrapped paragraphs. */
#ifndef TOOL_OUT_H
#define TOOL_OUT_H

#include <stddef.h>

/* realloc() that ends the program with a message when memory ends. */
void *out_resize(void *block, size_t size);

/* Text that grows, for joining. */
typedef struct out_string {
    char *text; /* NULL while empty */
    size_t length;
    size_t room;
} out_string;

void out_add(out_string *string, const char *bytes, size_t length);
void out_append(out_string *string, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Append an item, after ", " (or another separator) if it is not the first. */
void out_join(out_string *string, const char *separator, const char *item);

void out_string_free(out_string *string);

/* The text, "" while empty. */
const char *out_text(const out_string *string);

typedef struct out_column {
    const char *name;
    int width; /* where text is wrapped; 0: only in CSV */
} out_column;

typedef struct out_table out_table;

/* Begin a table; CSV is written row by row, text when the table ends (its columns are as wide as their
 * cells). */
out_table *out_table_new(const out_column *columns, size_t count, int csv);

/* CSV rows without a header, added to a text. */
out_table *out_table_into(out_string *into, size_t count);

/* Add a cell to the row under way; NULL is an empty cell. */
void out_cell(out_table *table, const char *text);
void out_cellf(out_table *table, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Put a line of its own between the rows (text only). */
void out_heading(out_table *table, const char *text);

/* Put an indented, wrapped paragraph under the row before (text only). */
void out_note(out_table *table, const char *text);

/* Print what is left and release the table. */
void out_table_end(out_table *table);

/* Print text on one line. */
void out_line(const char *text);

/* Print wrapped text, all its lines indented. Control characters of the data never reach the terminal. */
void out_paragraph(int indent, const char *text);
void out_paragraphf(int indent, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Print a label and beside it, from column `hang` on, wrapped text. */
void out_labelled(int indent, int hang, const char *label, const char *text);

#endif
