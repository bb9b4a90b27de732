/* What is printed: tables (aligned text for people, CSV for programs) and wrapped paragraphs. */
#ifndef TOOL_OUT_H
#define TOOL_OUT_H

#include <stdarg.h>
#include <stddef.h>

/* realloc() that ends the program with a message when memory ends. */
void *out_resize(void *block, size_t size);

/* So many items of a size, all zeros. */
void *out_zeros(size_t count, size_t size);

/* Room for one more item behind `count`, of which *room fit so far. */
void *out_enlarge(void *items, size_t count, size_t *room, size_t size);

/* Add an item to a growing array: a struct with `items`, `count` and `room`, released with free(items). */
#define OUT_PUSH(all, ...)                                                                                   \
    ((all)->items = out_enlarge((all)->items, (all)->count, &(all)->room, sizeof *(all)->items),             \
     (all)->items[(all)->count++] = __VA_ARGS__)

/* <0, 0, >0, for functions that compare. */
#define OUT_ORDER(a, b) (((a) > (b)) - ((a) < (b)))

/* strcmp(), with NULL as "". */
int out_compare(const char *a, const char *b);

/* A copy, to be released with free(). */
char *out_copy(const char *text, size_t length);

/* Text that grows, for joining. */
typedef struct out_string {
    char *text; /* NULL while empty */
    size_t length;
    size_t room;
} out_string;

/* Declare a string that is released at the end of its block. */
#define OUT_STRING(name) __attribute__((cleanup(out_string_free))) out_string name = {0}

void out_add(out_string *string, const char *bytes, size_t length);
void out_append(out_string *string, const char *format, ...) __attribute__((format(printf, 2, 3)));

void out_append_list(out_string *string, const char *format, va_list arguments);

/* Append an item, after ", " (or another separator) if it is not the first. */
void out_join(out_string *string, const char *separator, const char *item);

/* The same, unless the item is among those that were joined. NULL is none. */
void out_join_once(out_string *string, const char *separator, const char *item);

void out_string_free(out_string *string);

/* The text, "" while empty. */
const char *out_text(const out_string *string);

typedef struct out_table out_table;

/* Begin a table. `columns` names them, and in text after `=` the width at which a column is wrapped:
 * "id=28,name=44"; one without a width is in CSV only. CSV is written row by row, text when the table ends
 * (its columns are as wide as their cells). */
out_table *out_table_new(const char *columns, int csv);

/* CSV rows of a table without its header, or the header alone, added to a text. */
out_table *out_table_into(out_string *into, const char *columns);
void out_header(out_string *into, const char *columns);

/* Leave a column out of the text. */
void out_hide(out_table *table, size_t column);

/* Add cells to the row under way; NULL is an empty cell. */
void out_cell(out_table *table, const char *text);
void out_cellf(out_table *table, const char *format, ...) __attribute__((format(printf, 2, 3)));
void out_cells(out_table *table, const char *const *texts, size_t count);

/* out_cells() with the texts themselves. */
#define OUT_CELLS(table, ...)                                                                                \
    out_cells(table, (const char *const[]){__VA_ARGS__},                                                     \
              sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

/* Put a line of its own between the rows (text only). */
void out_heading(out_table *table, const char *text);

/* Put an indented, wrapped paragraph under the row before (text only). */
void out_note(out_table *table, const char *text);

/* Print what is left and release the table. */
void out_table_end(out_table *table);

/* Write to standard output: a desig_sink's `write`, whose context is not looked at. */
int out_write(void *context, const void *bytes, size_t length);

/* Print text on one line. */
void out_line(const char *text);

/* Print wrapped text, all its lines indented. Control characters of the data never reach the terminal. */
void out_paragraph(int indent, const char *text);
void out_paragraphf(int indent, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Print a label and beside it, from column `hang` on, wrapped text. */
void out_labelled(int indent, int hang, const char *label, const char *text);

#endif
