#include "checks/findings.h"

#include <inttypes.h>
#include <string.h>

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
    OUT_CELLS(table, found->field, found->check, found->message,
              desig_term(DESIG_TERMS_SEVERITY, found->severity), found->id);
}

static void print_text(const desig_diagnostic *found) {
    OUT_STRING(line);
    out_append(&line, "%s", found->file ? found->file : "desig");
    if (found->line > 0) out_append(&line, ":%" PRIu64, found->line);
    if (found->line > 0 && found->column > 0) out_append(&line, ":%" PRIu32, found->column);
    out_append(&line, ": %s: ", desig_term(DESIG_TERMS_SEVERITY, found->severity));
    if (found->id) out_append(&line, "%s: ", found->id);
    if (found->field) out_append(&line, "%s: ", found->field);
    out_append(&line, "%s [%s]", found->message, found->check);
    out_line(out_text(&line));
}

static int is_ignored(const findings *all, const char *check) {
    OUT_STRING(name);
    out_append(&name, ",%s,", check);
    return strstr(out_text(&all->ignored), name.text) != NULL;
}

void findings_take(void *context, const desig_diagnostic *found) {
    findings *all = context;
    if (found->severity < all->least || is_ignored(all, found->check)) return;
    all->count[found->severity]++;
    if (all->table)
        print_csv(all->table, found);
    else
        print_text(found);
}
