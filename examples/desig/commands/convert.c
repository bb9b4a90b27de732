/* desig convert: any list in, a native form out. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "commands/command.h"
#include "io/out.h"

enum { TOLD = 5 };

typedef struct convert_options {
    shared_options shared;
    const char *format;
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

static void tell_first(void *context, const desig_diagnostic *diagnostic) {
    unsigned *told = context;
    if ((*told)++ < TOLD) complain_of(diagnostic);
}

static int answer(void *context, const desig_list *list) {
    const convert_options *to = context;
    const char *path = to->shared.output;
    desig_sink sink = {.path = path, .write = path ? NULL : out_write};
    desig_report report = {DESIG_INIT(desig_report)};
    desig_error error = {0};
    unsigned told = 0;
    const desig_callbacks callbacks = {DESIG_INIT(desig_callbacks), .diagnose = tell_first,
                                       .progress = progress_tell, .context = &told};
    desig_write_options options = {DESIG_INIT(desig_write_options), .format = to->format,
                                   .callbacks = &callbacks};
    progress_begin("writing", "records");
    desig_result result = desig_list_write(list, &sink, &options, &report, &error);
    progress_end();
    /* What standard output refuses is told once, at the program's end. */
    if (result == DESIG_E_IO && !path) return EXIT_ERROR;
    if (result != DESIG_OK) return complain(&error);
    if (report.not_written > 0)
        note("desig: %" PRIu64 " parts do not fit into the %s form, or not with all that they say%s; the "
             "statements form keeps everything",
             report.not_written, to->format, told > TOLD ? " (the first are named above)" : "");
    return EXIT_YES;
}

static const tool_option options[] = {
    {"--to", "FORMAT", "statements (lossless, the default) or designations (for people)", take_format,
     offsetof(convert_options, format), 0},
    {0},
};

static const convert_options defaults = {.format = "statements"};

const tool_command command_convert = {
    .name = "convert",
    .summary = "any list in, a native form out",
    .about =
        "Write lists in one of the native forms: statements keeps everything, one row a part; "
        "designations is for people and spreadsheets, one row an action. What a form has no place for is "
        "counted and told.",
    .statuses = "0 written, 2 error",
    .writes_output = 1,
    .ledgers = 1,
    .takes = TAKES_READING | TAKES_OUTPUT,
    .options = options,
    .size = sizeof(convert_options),
    .defaults = &defaults,
    .answer = answer,
};
