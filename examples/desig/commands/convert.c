/* desig convert: any list in, a native form out. */
#include <desig/desig.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "commands/commands.h"
#include "io/complain.h"
#include "io/lists.h"
#include "io/progress.h"

enum { TOLD = 5 };

typedef struct convert_options {
    const char *format;
    const char *path; /* NULL: standard output */
    lists_options reading;
} convert_options;

static const char *take_format(const char *value, void *into) {
    const desig_format *format;
    for (size_t i = 0; (format = desig_format_at(i)) != NULL; i++)
        if (format->writable && strcmp(format->name, value) == 0) {
            *(const char **)into = format->name;
            return NULL;
        }
    return "is no format that can be written; there are designations and statements";
}

static int write_stdout(void *context, const void *bytes, size_t length) {
    (void)context;
    return fwrite(bytes, 1, length, stdout) != length;
}

/* How far writing has come, and how many findings there were. */
typedef struct write_course {
    progress_line progress;
    unsigned told;
} write_course;

static void tell_first(void *context, const desig_diagnostic *diagnostic) {
    write_course *course = context;
    if (course->told++ < TOLD) complain_of(diagnostic);
}

static int tell_progress(void *context, uint64_t done, uint64_t total) {
    write_course *course = context;
    return progress_tell(&course->progress, done, total);
}

static int write_list(void *context, const desig_list *list) {
    const convert_options *to = context;
    desig_sink sink = {.path = to->path};
    desig_report report = {DESIG_INIT(desig_report)};
    desig_error error = {0};
    write_course course = {.told = 0};
    const desig_callbacks callbacks = {DESIG_INIT(desig_callbacks), .diagnose = tell_first,
                                       .progress = tell_progress, .context = &course};
    if (!to->path) sink.write = write_stdout;
    desig_write_options options = {DESIG_INIT(desig_write_options), .format = to->format,
                                   .callbacks = &callbacks};
    progress_start(&course.progress, "writing", "records");
    desig_result result = desig_list_write(list, &sink, &options, &report, &error);
    progress_end(&course.progress);
    /* What standard output refuses is told once, at the program's end. */
    if (result == DESIG_E_IO && !to->path) return EXIT_ERROR;
    if (result != DESIG_OK) return complain(&error);
    if (report.not_written > 0)
        fprintf(stderr,
                "desig: %" PRIu64 " parts do not fit into the %s form, or not with all that they say%s; the "
                "statements form keeps everything\n",
                report.not_written, to->format, course.told > TOLD ? " (the first are named above)" : "");
    return EXIT_YES;
}

static int run(int argc, char **argv) {
    convert_options o = {.format = "statements"};
    const tool_option options[] = {
        {"--to", NULL, "FORMAT", "statements (lossless, the default) or designations (for people)",
         take_format, &o.format, 0},
        {"--output", "-o", "FILE",
         "write to a file, which appears whole or not at all (else standard output)", take_text, &o.path, 0},
        OPTIONS_READING(&o.reading),
    };
    size_t count = 0;
    int status = EXIT_ERROR;
    if (!args_read(&command_convert, options, sizeof options / sizeof options[0], argc, argv, &count,
                   &status))
        return status;
    o.reading.ledgers = 1;
    return lists_answer(argv, count, &o.reading, write_list, &o);
}

const tool_command command_convert = {
    .name = "convert",
    .summary = "any list in, a native form out",
    .about =
        "Write lists in one of the native forms: statements keeps everything, one row a part; "
        "designations is for people and spreadsheets, one row an action. What a form has no place for is "
        "counted and told.",
    .statuses = "0 written, 2 error",
    .run = run,
};
