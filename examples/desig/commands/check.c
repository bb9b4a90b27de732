/* desig check: every diagnostic of reading, and what is doubtful in the data itself. */
#include <desig/desig.h>

#include <inttypes.h>
#include <stdio.h>

#include "checks/checks.h"
#include "checks/findings.h"
#include "commands/commands.h"
#include "io/day.h"
#include "io/lists.h"
#include "io/out.h"

static void take_doubt(const checking *at, const desig_record *record, spot where, const char *message) {
    place found = {.file = NULL};
    if (record) found = places_find(at->entry->places, record, where);
    desig_diagnostic finding = {DESIG_INIT(desig_diagnostic),
                                .severity = at->check->severity,
                                .check = at->check->name,
                                .file = found.file ? found.file : at->entry->name,
                                .line = found.line,
                                .column = found.column,
                                .field = found.field,
                                .id = record ? record->id : NULL,
                                .message = message};
    findings_take(at->findings, &finding);
}

static void look_at_data(const list_set *lists, findings *all) {
    for (size_t l = 0; l < lists->count; l++) {
        checking at = {.lists = lists,
                       .entry = &lists->entries[l],
                       .today = day_today(),
                       .findings = all,
                       .tell = take_doubt};
        checks_run(&at);
    }
}

static uint64_t doubtful(const findings *all) {
    return all->count[DESIG_SEVERITY_WARNING] + all->count[DESIG_SEVERITY_ERROR];
}

static void print_summary(const list_set *lists, const findings *all) {
    size_t records = 0;
    uint64_t notes = all->count[DESIG_SEVERITY_NOTE];
    for (size_t i = 0; i < lists->count; i++) records += desig_list_count(lists->entries[i].list);
    printf("%zu record%s: %" PRIu64 " finding%s, %" PRIu64 " note%s\n", records, records == 1 ? "" : "s",
           doubtful(all), doubtful(all) == 1 ? "" : "s", notes, notes == 1 ? "" : "s");
}

static void print_checks(void) {
    const check_row *check;
    int of_reading = 0;
    printf("\nChecks of the data:\n");
    for (size_t i = 0; (check = check_at(i)) != NULL; i++) {
        if (!of_reading && !check->record && !check->list) {
            of_reading = 1;
            printf("\nFindings of reading:\n");
        }
        out_labelled(2, 30, check->name, check->summary);
    }
}

static int run(int argc, char **argv) {
    findings all = {.table = NULL};
    list_set lists = {0};
    int csv = 0;
    lists_options reading = {.diagnose = findings_take, .context = &all, .places = 1};
    const tool_option options[] = {
        {"--ignore", NULL, "CHECKS",
         "leave out the findings of these checks, by their names below, separated by commas; may be given "
         "several times",
         take_ignored, all.ignored, 1},
        {"--min-severity", NULL, "SEVERITY", "leave out what is less than note, warning or error",
         take_severity, &all.least, 0},
        OPTIONS_READING(&reading),
        OPTION_CSV(&csv),
    };
    size_t count = 0;
    int status = EXIT_ERROR;
    if (args_read(&command_check, options, sizeof options / sizeof options[0], argc, argv, &count, &status)) {
        if (csv) all.table = findings_table();
        status = lists_open(&lists, argv, count, &reading);
        if (status == 0) {
            look_at_data(&lists, &all);
            if (!csv) print_summary(&lists, &all);
            status = doubtful(&all) > 0 ? EXIT_NO : EXIT_YES;
        }
        if (csv) out_table_end(all.table);
        lists_close(&lists);
    }
    return status;
}

const tool_command command_check = {
    .name = "check",
    .summary = "every diagnostic, and what is doubtful in the data itself",
    .about =
        "Read lists and tell everything that is defective, doubtful or worth knowing: what reading found, "
        "and what is doubtful in the records themselves, each with file, line, column and field. Notes are "
        "shown, unless --min-severity leaves them out, but are no findings: a list with nothing but notes is "
        "clean.",
    .statuses = "0 clean, 1 findings, 2 a list cannot be read",
    .run = run,
    .more_help = print_checks,
};
