/* desig check: every diagnostic of reading, and what is doubtful in the data itself. */
#include <desig/desig.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "checks.h"
#include "commands.h"
#include "lists.h"
#include "out.h"

typedef struct finding_log {
    texts ignored;
    out_table *table; /* NULL: text */
    uint64_t doubtful;
    uint64_t notes;
    /* what is being looked at */
    const char *file;
    const char *id;
    const char *check;
} finding_log;

static int is_ignored(const finding_log *findings, const char *check) {
    for (size_t i = 0; i < findings->ignored.count; i++)
        if (strcmp(findings->ignored.items[i], check) == 0) return 1;
    return 0;
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

static void take_finding(void *context, const desig_diagnostic *found) {
    finding_log *findings = context;
    if (is_ignored(findings, found->check)) return;
    if (found->severity == DESIG_SEVERITY_NOTE)
        findings->notes++;
    else
        findings->doubtful++;
    if (findings->table)
        print_csv(findings->table, found);
    else
        print_text(found);
}

static void take_doubt(void *context, const char *field, const char *message) {
    finding_log *findings = context;
    desig_diagnostic found = {.size = sizeof found,
                              .severity = DESIG_SEVERITY_WARNING,
                              .check = findings->check,
                              .file = findings->file,
                              .field = field,
                              .id = findings->id,
                              .message = message};
    take_finding(findings, &found);
}

static void look_at_data(const list_set *lists, finding_log *findings) {
    const desig_record *record;
    const data_check *check;
    for (size_t l = 0; l < lists->count; l++) {
        findings->file = lists->entries[l].name;
        for (size_t i = 0; (record = desig_list_at(lists->entries[l].list, i)) != NULL; i++) {
            findings->id = record->id;
            for (size_t c = 0; (check = check_at(c)) != NULL; c++) {
                findings->check = check->name;
                check->look(record, lists, take_doubt, findings);
            }
        }
    }
}

static void print_summary(const list_set *lists, const finding_log *findings) {
    size_t records = 0;
    for (size_t i = 0; i < lists->count; i++) records += desig_list_count(lists->entries[i].list);
    printf("%zu record%s: %" PRIu64 " finding%s, %" PRIu64 " note%s\n", records, records == 1 ? "" : "s",
           findings->doubtful, findings->doubtful == 1 ? "" : "s", findings->notes,
           findings->notes == 1 ? "" : "s");
}

static void print_checks(void) {
    const data_check *check;
    printf("\nChecks of the data, besides those of reading:\n");
    for (size_t i = 0; (check = check_at(i)) != NULL; i++) out_labelled(2, 30, check->name, check->summary);
}

static int run(int argc, char **argv) {
    static const out_column columns[] = {{"file", 0},  {"line", 0},    {"column", 0},   {"field", 0},
                                         {"check", 0}, {"message", 0}, {"severity", 0}, {"id", 0}};
    finding_log findings = {0};
    list_set lists = {0};
    int csv = 0;
    lists_options reading = {.diagnose = take_finding, .context = &findings};
    const tool_option options[] = {
        {"--ignore", NULL, "CHECK", "leave out the findings of this check; may be given several times",
         take_texts, &findings.ignored, 1},
        OPTION_AS_OF(&reading.as_of),
        OPTION_CSV(&csv),
    };
    size_t count = 0;
    int status = EXIT_ERROR;
    if (args_read(&command_check, options, sizeof options / sizeof options[0], argc, argv, &count, &status)) {
        if (csv) findings.table = out_table_new(columns, sizeof columns / sizeof columns[0], 1);
        status = lists_open(&lists, argv, count, &reading);
        if (status == 0) {
            look_at_data(&lists, &findings);
            if (!csv) print_summary(&lists, &findings);
            status = findings.doubtful > 0 ? EXIT_NO : EXIT_YES;
        }
        if (csv) out_table_end(findings.table);
        lists_close(&lists);
    }
    free(findings.ignored.items);
    return status;
}

const tool_command command_check = {
    .name = "check",
    .summary = "every diagnostic, and what is doubtful in the data itself",
    .about =
        "Read lists and tell everything that is defective, doubtful or worth knowing: what reading found, "
        "with file, line and column, and what is doubtful in the records themselves. Notes are shown but "
        "are no findings.",
    .statuses = "0 clean, 1 findings, 2 a list cannot be read",
    .run = run,
    .more_help = print_checks,
};
