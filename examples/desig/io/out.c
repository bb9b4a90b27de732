#include "io/out.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/tell.h"

enum { LINE_WIDTH = 96, GAP = 2, NOTE_INDENT = 6 };

void *out_resize(void *block, size_t size) {
    void *resized = realloc(block, size ? size : 1);
    if (!resized) {
        fputs("desig: out of memory\n", stderr);
        exit(EXIT_ERROR);
    }
    return resized;
}

void *out_zeros(size_t count, size_t size) {
    return memset(out_resize(NULL, count * size), 0, count * size);
}

void *out_enlarge(void *items, size_t count, size_t *room, size_t size) {
    if (count < *room) return items;
    *room = *room * 2 + 16;
    return out_resize(items, *room * size);
}

int out_compare(const char *a, const char *b) {
    return strcmp(a ? a : "", b ? b : "");
}

char *out_copy(const char *text, size_t length) {
    char *copy = out_resize(NULL, length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

/* ---- Strings ---- */

/* Room for so many bytes more and a NUL. */
static void make_room(out_string *string, size_t more) {
    if (string->room - string->length > more) return;
    string->room = 2 * string->length + more + 1;
    string->text = out_resize(string->text, string->room);
}

void out_add(out_string *string, const char *bytes, size_t length) {
    make_room(string, length);
    if (length > 0) memcpy(string->text + string->length, bytes, length);
    string->length += length;
    string->text[string->length] = '\0';
}

void out_append_list(out_string *string, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int more = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (more < 0) return;
    make_room(string, (size_t)more);
    vsnprintf(string->text + string->length, (size_t)more + 1, format, arguments);
    string->length += (size_t)more;
}

void out_append(out_string *string, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    out_append_list(string, format, arguments);
    va_end(arguments);
}

void out_join(out_string *string, const char *separator, const char *item) {
    out_append(string, "%s%s", string->length > 0 ? separator : "", item);
}

void out_join_once(out_string *string, const char *separator, const char *item) {
    if (!item) return;
    for (const char *at = out_text(string), *next; at; at = next ? next + strlen(separator) : NULL) {
        next = strstr(at, separator);
        const size_t length = next ? (size_t)(next - at) : strlen(at);
        if (string->length > 0 && strlen(item) == length && memcmp(at, item, length) == 0) return;
    }
    out_join(string, separator, item);
}

const char *out_text(const out_string *string) {
    return string->text ? string->text : "";
}

void out_string_free(out_string *string) {
    free(string->text);
    *string = (out_string){0};
}

/* ---- Wrapped text ---- */

static int begins_character(char c) {
    return ((unsigned char)c & 0xC0) != 0x80;
}

/* Whether the bytes begin a C0 or C1 control character or DEL: escape sequences in data must not reach a
 * terminal. */
static size_t control_length(const char *at) {
    unsigned char first = (unsigned char)at[0];
    if (first < 0x20 || first == 0x7F) return 1;
    return first == 0xC2 && (unsigned char)at[1] >= 0x80 && (unsigned char)at[1] < 0xA0 ? 2 : 0;
}

/* Columns that text takes: its characters without combining marks. */
static int width_of(const char *text, size_t length) {
    int width = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        int combining = c == 0xCC || (c == 0xCD && (unsigned char)text[i + 1] < 0xB0);
        width += begins_character(text[i]) && !combining;
    }
    return width;
}

/* Cut off the first line of at most `width` columns: return its length, and set *text to what is left. */
static size_t first_line(const char **text, int width) {
    const char *start = *text;
    const char *at = start;
    const char *space = NULL;
    for (int columns = 0; *at != '\0' && *at != '\n' && *at != '\r'; at++) {
        columns += begins_character(*at);
        if (columns > width) break;
        if (*at == ' ') space = at;
    }
    if (*at != '\0' && *at != '\n' && *at != '\r' && *at != ' ' && space > start) at = space;
    size_t length = (size_t)(at - start);
    if (*at == '\r') at++;
    if (*at == '\n') at++;
    while (*at == ' ') at++;
    *text = at;
    while (length > 0 && start[length - 1] == ' ') length--;
    return length;
}

static void print_plain(const char *text, size_t length) {
    for (size_t i = 0; i < length;) {
        size_t control = control_length(text + i);
        if (control > 0)
            fputs(text[i] == '\t' ? " " : "\xEF\xBF\xBD", stdout);
        else
            putchar(text[i]);
        i += control > 0 ? control : 1;
    }
}

void out_line(const char *text) {
    print_plain(text, strlen(text));
    putchar('\n');
}

static void print_spaces(int count) {
    for (int i = 0; i < count; i++) putchar(' ');
}

static void print_wrapped(int indent, const char *text) {
    for (int first = 1; *text != '\0'; first = 0) {
        const char *line = text;
        size_t length = first_line(&text, LINE_WIDTH - indent);
        if (!first && length > 0) print_spaces(indent);
        print_plain(line, length);
        putchar('\n');
    }
}

void out_paragraph(int indent, const char *text) {
    print_spaces(indent);
    print_wrapped(indent, text);
}

void out_paragraphf(int indent, const char *format, ...) {
    out_string text = {0}; /* not OUT_STRING: the analyser knows no cleanup, and sees here what allocates */
    va_list arguments;
    va_start(arguments, format);
    out_append_list(&text, format, arguments);
    va_end(arguments);
    out_paragraph(indent, out_text(&text));
    out_string_free(&text);
}

void out_labelled(int indent, int hang, const char *label, const char *text) {
    int used = indent + width_of(label, strlen(label));
    print_spaces(indent);
    print_plain(label, strlen(label));
    if (used >= hang) {
        putchar('\n');
        used = 0;
    }
    print_spaces(hang - used);
    if (*text == '\0') putchar('\n');
    print_wrapped(hang, text);
}

int out_write(void *context, const void *bytes, size_t length) {
    (void)context;
    return fwrite(bytes, 1, length, stdout) != length;
}

/* ---- Tables ---- */

/* A row's cells; a line of its own has one text and says what it is. */
typedef enum row_type { ROW_CELLS, ROW_HEADING, ROW_NOTE } row_type;

typedef struct table_row {
    char **cells;
    row_type type;
} table_row;

enum { MOST_COLUMNS = 32 };

struct out_table {
    out_string *into; /* CSV into a text; NULL: to standard output */
    int csv;
    size_t column_count;
    int widths[MOST_COLUMNS]; /* where text is wrapped; 0: only in CSV */
    table_row *items;
    size_t count;
    size_t room;
    size_t cell_count; /* of the row under way */
};

static void put_bytes(out_string *into, const char *bytes, size_t length) {
    if (into)
        out_add(into, bytes, length);
    else
        fwrite(bytes, 1, length, stdout);
}

/* RFC 4180; outer spaces are quoted too, since some readers drop them otherwise. */
static void put_csv(out_string *into, const char *text) {
    size_t length = strlen(text);
    int quoted = strpbrk(text, ",\"\r\n") != NULL;
    if (length > 0) quoted |= text[0] == ' ' || text[length - 1] == ' ';
    if (!quoted) {
        put_bytes(into, text, length);
        return;
    }
    put_bytes(into, "\"", 1);
    for (const char *quote; (quote = strchr(text, '"')) != NULL; text = quote + 1) {
        put_bytes(into, text, (size_t)(quote - text) + 1);
        put_bytes(into, "\"", 1);
    }
    put_bytes(into, text, strlen(text));
    put_bytes(into, "\"", 1);
}

static char **add_row(out_table *table, row_type type, size_t cells) {
    char **row = out_resize(NULL, cells * sizeof *row);
    memset(row, 0, cells * sizeof *row);
    OUT_PUSH(table, (table_row){row, type});
    return row;
}

/* Learn the columns, and add their names as the first row if that is asked for. */
static out_table *begin(const char *columns, int csv, out_string *into, int header) {
    out_table *table = out_resize(NULL, sizeof *table);
    *table = (out_table){.into = into, .csv = csv, .column_count = 1};
    for (const char *at = columns; (at = strchr(at, ',')) != NULL; at++) table->column_count++;
    for (size_t i = 0; *columns != '\0'; i++) {
        size_t length = strcspn(columns, ",="), whole = strcspn(columns, ",");
        char *name = out_copy(columns, length);
        table->widths[i] = length < whole ? (int)strtol(columns + length + 1, NULL, 10) : 0;
        if (header) out_cell(table, name);
        free(name);
        columns += whole + (columns[whole] == ',');
    }
    return table;
}

out_table *out_table_new(const char *columns, int csv) {
    return begin(columns, csv, NULL, 1);
}

out_table *out_table_into(out_string *into, const char *columns) {
    return begin(columns, 1, into, 0);
}

void out_header(out_string *into, const char *columns) {
    out_table_end(begin(columns, 1, into, 1));
}

void out_hide(out_table *table, size_t column) {
    table->widths[column] = 0;
}

void out_cell(out_table *table, const char *text) {
    size_t column = table->cell_count++;
    if (table->cell_count == table->column_count) table->cell_count = 0;
    if (!text) text = "";
    if (table->csv) {
        if (column > 0) put_bytes(table->into, ",", 1);
        put_csv(table->into, text);
        if (table->cell_count == 0) put_bytes(table->into, "\n", 1);
        return;
    }
    char **row =
        column == 0 ? add_row(table, ROW_CELLS, table->column_count) : table->items[table->count - 1].cells;
    row[column] = out_copy(text, table->widths[column] > 0 ? strlen(text) : 0);
}

void out_cellf(out_table *table, const char *format, ...) {
    out_string text = {0};
    va_list arguments;
    va_start(arguments, format);
    out_append_list(&text, format, arguments);
    va_end(arguments);
    out_cell(table, out_text(&text));
    out_string_free(&text);
}

void out_cells(out_table *table, const char *const *texts, size_t count) {
    for (size_t i = 0; i < count; i++) out_cell(table, texts[i]);
}

static void add_line(out_table *table, row_type type, const char *text) {
    if (!table->csv) *add_row(table, type, 1) = out_copy(text, strlen(text));
}

void out_heading(out_table *table, const char *text) {
    add_line(table, ROW_HEADING, text);
}

void out_note(out_table *table, const char *text) {
    add_line(table, ROW_NOTE, text);
}

/* How wide a column must be for its widest line. */
static int column_width(const out_table *table, size_t column) {
    int widest = 0;
    for (size_t r = 0; r < table->count && table->widths[column] > 0; r++) {
        if (table->items[r].type != ROW_CELLS) continue;
        const char *rest = table->items[r].cells[column];
        while (*rest != '\0') {
            const char *line = rest;
            int width = width_of(line, first_line(&rest, table->widths[column]));
            if (width > widest) widest = width;
        }
    }
    return widest;
}

/* Print a row, wrapping its cells side by side until none has text left. */
static void print_row(const out_table *table, const table_row *printed, const int *widths) {
    const char *rest[MOST_COLUMNS];
    for (size_t c = 0; c < table->column_count; c++) rest[c] = printed->cells[c];
    for (int more = 1; more;) {
        int behind = 0; /* spaces not yet printed, so that no line ends in spaces */
        more = 0;
        for (size_t c = 0; c < table->column_count; c++) {
            if (widths[c] == 0) continue;
            const char *line = rest[c];
            size_t length = first_line(&rest[c], table->widths[c]);
            if (length > 0) {
                print_spaces(behind);
                print_plain(line, length);
                behind = 0;
            }
            behind += widths[c] - width_of(line, length) + GAP;
            more |= *rest[c] != '\0';
        }
        putchar('\n');
    }
}

void out_table_end(out_table *table) {
    int widths[MOST_COLUMNS];
    for (size_t c = 0; c < table->column_count; c++) widths[c] = column_width(table, c);
    for (size_t r = 0; r < table->count; r++) {
        const table_row *printed = &table->items[r];
        if (printed->type == ROW_CELLS && table->count > 1) print_row(table, printed, widths);
        if (printed->type == ROW_HEADING) printf("\n%s\n", printed->cells[0]);
        if (printed->type == ROW_NOTE) out_paragraph(NOTE_INDENT, printed->cells[0]);
        size_t cells = printed->type == ROW_CELLS ? table->column_count : 1;
        for (size_t c = 0; c < cells; c++) free(printed->cells[c]);
        free(printed->cells);
    }
    free(table->items);
    free(table);
}
