#define _POSIX_C_SOURCE 200809L
#include "found_again.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Files ---- */

static int slurp(plain_file *file, FILE *from) {
    size_t room = 1 << 16, got;
    file->bytes = malloc(room);
    while (file->bytes && (got = fread(file->bytes + file->length, 1, room - file->length, from)) > 0) {
        file->length += got;
        if (file->length == room) file->bytes = realloc(file->bytes, room *= 2);
    }
    return file->bytes && file->length > 0;
}

/* A cell that ends at `*at`, unquoted in place. */
static char *cut_cell(char **at, char *end, char separator, char *delimiter) {
    char *cell = *at, *out = *at, *in = *at;
    int quoted = in < end && *in == '"';
    if (quoted) in++;
    for (; in < end; in++) {
        if (quoted && *in == '"' && in + 1 < end && in[1] == '"')
            in++;
        else if (quoted && *in == '"') {
            quoted = 0;
            continue;
        } else if (!quoted && (*in == separator || *in == '\n' || *in == '\r'))
            break;
        *out++ = *in;
    }
    *delimiter = in < end ? *in : '\n';
    if (*delimiter == '\r' && in + 1 < end) in++;
    *at = in < end ? in + 1 : end;
    *out = '\0';
    return cell;
}

static void cut_cells(plain_file *file, size_t lines) {
    static const char mark[] = "\xEF\xBB\xBF";
    char *at = file->text, *end = at + file->length;
    char separator = file->text[strcspn(file->text, ",;")];
    size_t count = 0, room = 0;
    if (strncmp(at, mark, strlen(mark)) == 0) at += strlen(mark);
    for (; lines > 0; lines--) at += strcspn(at, "\n") + 1;
    while (at < end) {
        char delimiter;
        char *cell = cut_cell(&at, end, separator, &delimiter);
        if (count == room) {
            file->cells = realloc(file->cells, (room = 2 * room + 1024) * sizeof *file->cells);
            cr_assert(file->cells != NULL);
        }
        file->cells[count++] = cell;
        if (delimiter == separator) continue;
        if (file->rows++ == 0) file->columns = count;
        cr_assert(count == file->rows * file->columns, "row %zu", file->rows);
    }
}

int plain_read(plain_file *file, const char *path) {
    return plain_read_below(file, path, 0);
}

int plain_read_below(plain_file *file, const char *path, size_t lines) {
    const char *suffix = strrchr(path, '.');
    int packed = suffix != NULL && strcmp(suffix, ".gz") == 0, there;
    char command[4200];
    FILE *from = fopen(path, "rb");
    *file = (plain_file){0};
    if (from == NULL) return 0;
    if (packed) {
        fclose(from);
        snprintf(command, sizeof command, "gzip -dc '%s'", path);
        from = popen(command, "r");
        cr_assert(from != NULL);
    }
    there = slurp(file, from);
    if (packed)
        pclose(from);
    else
        fclose(from);
    cr_assert(there, "%s", path);
    file->text = malloc(file->length + 1);
    cr_assert(file->text != NULL);
    memcpy(file->text, file->bytes, file->length);
    file->text[file->length] = '\0';
    cut_cells(file, lines);
    return 1;
}

void plain_free(plain_file *file) {
    free(file->bytes);
    free(file->text);
    free(file->cells);
}

const char *plain_cell(const plain_file *file, size_t row, const char *column) {
    size_t i;
    for (i = 0; i < file->columns; i++)
        if (strcmp(file->cells[i], column) == 0) return file->cells[row * file->columns + i];
    return "";
}

static void tell(void *context, const desig_diagnostic *found) {
    char *checks = context;
    size_t used = strlen(checks);
    if (strcmp(found->check, "missing-column") == 0) return; /* made-up files have few columns */
    snprintf(checks + used, 4096 - used, "%s %u %s;", found->check, (unsigned)found->line,
             found->id == NULL ? "-" : found->id);
}

desig_list *plain_list(const plain_file *file, const char *name, desig_report *report, char checks[4096]) {
    desig_source source = {.data = file->bytes, .length = file->length, .name = name};
    const desig_callbacks callbacks = {.diagnose = tell, .context = checks};
    desig_read_options options = {.callbacks = checks == NULL ? NULL : &callbacks};
    desig_list *list = NULL;
    desig_error error = {0};
    if (checks != NULL) checks[0] = '\0';
    cr_assert(desig_list_new(NULL, &list) == DESIG_OK);
    cr_assert(desig_list_read(list, &source, 1, &options, report, &error) == DESIG_OK, "%s", error.message);
    return list;
}

/* ---- Cells ---- */

typedef struct slice {
    const char *at;
    size_t length;
} slice;

static slice trim(slice text) {
    for (; text.length > 0 && isspace((unsigned char)text.at[0]); text.at++) text.length--;
    while (text.length > 0 && isspace((unsigned char)text.at[text.length - 1])) text.length--;
    return text;
}

static int is(slice wanted, const char *text) {
    return text != NULL && strlen(text) == wanted.length && memcmp(text, wanted.at, wanted.length) == 0;
}

static int is_day(slice wanted, const desig_date *date) {
    char text[DESIG_DATE_TEXT];
    return is(wanted, desig_date_format(date, text));
}

static int says(const desig_record *record, slice wanted) {
    uint32_t i;
    for (i = 0; i < record->name_count; i++)
        if (is(wanted, record->names[i].text)) return 1;
    for (i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        if (is(wanted, action->program) || is(wanted, action->measures) || is(wanted, action->citation) ||
            is(wanted, action->list) || is(wanted, action->legal_basis) ||
            is_day(wanted, &action->announced) || (!action->derived && is_day(wanted, &action->effective)))
            return 1;
    }
    for (i = 0; i < record->fact_count; i++) {
        const desig_fact *fact = &record->facts[i];
        if (is(wanted, fact->value) || is(wanted, fact->label) || is(wanted, fact->country) ||
            is(wanted, fact->note) || is_day(wanted, &fact->from) || is_day(wanted, &fact->to))
            return 1;
    }
    return 0;
}

/* `country, expiry, issue, value, label`, of which only the last two must be there; or the newer form
 * `label, value, country, issue, expiry`. */
static int says_packed(const desig_record *record, slice wanted) {
    for (uint32_t i = 0; i < record->fact_count; i++) {
        const desig_fact *fact = &record->facts[i];
        const char *note = fact->note, *country = fact->country;
        char whole[8192], to[DESIG_DATE_TEXT], from[DESIG_DATE_TEXT];
        desig_date_format(&fact->to, to);
        desig_date_format(&fact->from, from);
        if (fact->type == DESIG_FACT_ESTABLISHED_DATE) from[0] = '\0';
        snprintf(whole, sizeof whole, "%s%s%s%s%s%s%s%s%s, %s", country ? country : "", country ? ", " : "",
                 to, *to ? ", " : "", from, *from ? ", " : "", note ? note : "", note ? ", " : "",
                 fact->value, fact->label);
        if (is(wanted, whole)) return 1;
        snprintf(whole, sizeof whole, "%s, %s%s%s%s%s%s%s%s%s", fact->label, fact->value, country ? ", " : "",
                 country ? country : "", *from ? ", " : "", from, *to ? ", " : "", to, note ? ", " : "",
                 note ? note : "");
        if (is(wanted, whole)) return 1;
    }
    return 0;
}

int found_again(const desig_record *record, const char *cell, const char *separator, int packed) {
    slice text = trim((slice){cell, strlen(cell)});
    size_t length = strlen(separator);
    if (!packed && says(record, text)) return 1;
    while (text.length > 0) {
        size_t end = 0;
        slice one;
        while (end < text.length &&
               (end + length > text.length || memcmp(text.at + end, separator, length) != 0))
            end++;
        one = trim((slice){text.at, end});
        if (one.length > 0 && !(packed ? says_packed(record, one) : says(record, one))) return 0;
        end = end < text.length ? end + length : end;
        text = (slice){text.at + end, text.length - end};
    }
    return 1;
}
