#include "checks/findings.h"

#include <inttypes.h>
#include <string.h>

/* The position of a check by its name; SIZE_MAX if there is none. */
static size_t position_of(const char *name, size_t length) {
    const check_row *check;
    for (size_t i = 0; (check = check_at(i)) != NULL; i++)
        if (strncmp(check->name, name, length) == 0 && check->name[length] == '\0') return i;
    return SIZE_MAX;
}

const char *take_ignored(const char *names, void *into) {
    unsigned char *ignored = into;
    do {
        size_t length = strcspn(names, ","), position = position_of(names, length);
        if (position == SIZE_MAX) return "names a check that there is not; --help lists them all";
        ignored[position] = 1;
        names += length;
    } while (*names++ == ',');
    return NULL;
}

const char *take_severity(const char *word, void *into) {
    int severity = desig_term_value(DESIG_TERMS_SEVERITY, word);
    if (severity < 0) return "must be note, warning or error";
    *(desig_severity *)into = (desig_severity)severity;
    return NULL;
}

out_table *findings_table(void) {
    return out_table_new("file,line,column,field,check,message,severity,id", 1);
}

/* 0 means that there is no such place. */
static void print_number(out_table *table, uint64_t number) {
    if (number > 0)
        out_cellf(table, "%" PRIu64, number);
    else
        out_cell(table, NULL);
}

static void print_csv(out_table *table, const desig_diagnostic *found) {
    out_cell(table, found->file);
    print_number(table, found->line);
    print_number(table, found->column);
    out_cell(table, found->field);
    out_cell(table, found->check);
    out_cell(table, found->message);
    out_cell(table, desig_term(DESIG_TERMS_SEVERITY, found->severity));
    out_cell(table, found->id);
}

static void print_text(const desig_diagnostic *found) {
    out_string line = {0};
    out_append(&line, "%s", found->file ? found->file : "desig");
    if (found->line > 0) out_append(&line, ":%" PRIu64, found->line);
    if (found->line > 0 && found->column > 0) out_append(&line, ":%" PRIu32, found->column);
    out_append(&line, ": %s: ", desig_term(DESIG_TERMS_SEVERITY, found->severity));
    if (found->id) out_append(&line, "%s: ", found->id);
    if (found->field) out_append(&line, "%s: ", found->field);
    out_append(&line, "%s [%s]", found->message, found->check);
    out_line(out_text(&line));
    out_string_free(&line);
}

void findings_take(void *context, const desig_diagnostic *found) {
    findings *all = context;
    size_t position = position_of(found->check, strlen(found->check));
    if (found->severity < all->least || (position < MOST_CHECKS && all->ignored[position])) return;
    all->count[found->severity]++;
    if (all->table)
        print_csv(all->table, found);
    else
        print_text(found);
}
