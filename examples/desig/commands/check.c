/* desig check: every diagnostic, and what is doubtful in the data itself. */
#include <inttypes.h>
#include <stdio.h>

#include "checks/checks.h"
#include "checks/findings.h"
#include "commands/command.h"
#include "io/out.h"

typedef struct check_options {
    shared_options shared;
    findings all;
} check_options;

static void look_at_data(const list_set *lists, findings *all) {
    for (size_t l = 0; l < lists->count; l++)
        checks_run(
            (checking){.lists = lists, .entry = &lists->entries[l], .today = day_today(), .findings = all});
}

static uint64_t doubtful(const findings *all) {
    return all->count[DESIG_SEVERITY_WARNING] + all->count[DESIG_SEVERITY_ERROR];
}

static void print_summary(const list_set *lists, const findings *all) {
    size_t records = 0;
    uint64_t notes = all->count[DESIG_SEVERITY_NOTE];
    for (size_t i = 0; i < lists->count; i++) records += desig_list_count(lists->entries[i].list);
    printf("%zu record%s: %" PRIu64 " finding%s, %" PRIu64 " note%s\n", records, plural(records),
           doubtful(all), plural(doubtful(all)), notes, plural(notes));
}

static void print_checks(void) {
    const check_row *check;
    int of_reading = 0;
    printf("\nChecks of the data:\n");
    for (size_t i = 0; (check = check_at(i)) != NULL; i++) {
        if (check->scope == CHECK_NOTHING && !of_reading++) printf("\nFindings of reading:\n");
        out_labelled(2, 30, check->name, check->summary);
    }
}

static int run(void *context) {
    check_options *options = context;
    findings *all = &options->all;
    list_set lists = {0};
    options->shared.reading.diagnose = findings_take;
    options->shared.reading.context = all;
    options->shared.reading.places = 1;
    if (options->shared.csv) all->table = findings_table();
    int status =
        lists_open(&lists, options->shared.operands, options->shared.operand_count, &options->shared.reading);
    if (status == 0) {
        look_at_data(&lists, all);
        if (!options->shared.csv) print_summary(&lists, all);
        status = doubtful(all) > 0 ? EXIT_NO : EXIT_YES;
    }
    if (all->table) out_table_end(all->table);
    lists_close(&lists);
    return status;
}

static void end(void *context) {
    out_string_free(&((check_options *)context)->all.ignored);
}

#define AT(field) offsetof(check_options, field)

static const tool_option options[] = {
    {"--ignore", "CHECKS",
     "leave out the findings of these checks, by their names below, separated by commas; may be given "
     "several times",
     take_ignored, AT(all.ignored), 1},
    {"--min-severity", "SEVERITY", "leave out what is less than note, warning or error", take_severity,
     AT(all.least), 0},
    {0},
};

const tool_command command_check = {
    .name = "check",
    .summary = "every diagnostic, and what is doubtful in the data itself",
    .about =
        "Read lists and tell everything that is defective, doubtful or worth knowing: what reading found, "
        "and what is doubtful in the records themselves, each with file, line, column and field. Notes are "
        "shown, unless --min-severity leaves them out, but are no findings: a list with nothing but notes is "
        "clean.",
    .statuses = "0 clean, 1 findings, 2 a list cannot be read",
    .takes = TAKES_READING | TAKES_CSV | TAKES_OUTPUT,
    .options = options,
    .size = sizeof(check_options),
    .run = run,
    .end = end,
    .more_help = print_checks,
};
