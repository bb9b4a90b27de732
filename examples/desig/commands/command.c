#include "commands/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/map.h"
#include "io/maps.h"
#include "io/out.h"
#include "io/out_file.h"

#define AT(field) offsetof(shared_options, field)

static const struct {
    unsigned takes; /* 0: every command */
    tool_option option;
} shared[] = {
    {TAKES_ON,
     {"--on", "DATE", "the day that is asked about (else the newest day of the lists, else today)", take_day,
      AT(on), 0}},
    {TAKES_FORM,
     {"--as-of", "DATE",
      "the day of which the lists speak, where neither their content nor their file names say it", take_date,
      AT(reading.as_of), 0}},
    {TAKES_FORM,
     {"--map", "MAP",
      "how to read a LIST of no known format: id=Ref,name=Full Name,kind=Type,Org=group; or a file of such "
      "entries, one a line; or a map of the tool's own, such as au-dfat",
      take_text, AT(reading.map), 0}},
    {TAKES_CELLS,
     {"--delimiter", "C", "what separates cells, where it is not recognised", take_delimiter,
      AT(reading.delimiter), 0}},
    {TAKES_CELLS,
     {"--date-format", "dmy|mdy", "how a mapped LIST writes dates in figures, such as 05/06/1971",
      take_date_style, AT(reading.dates), 0}},
    {TAKES_CSV, {"--csv", NULL, "CSV for programs instead of text for people", take_switch, AT(csv), 0}},
    {TAKES_OUTPUT,
     {"-o, --output", "FILE", "write to a file, which appears whole or not at all (else standard output)",
      take_text, AT(output), 0}},
    {0, {"--quiet", NULL, "tell errors only, and no notes or warnings", take_switch, AT(quiet), 0}},
};

enum { SHARED = sizeof shared / sizeof shared[0], MOST_OPTIONS = 40 };

/* All options of a command: its own, then the shared ones. */
static size_t options_of(const tool_command *command, const tool_option *all[MOST_OPTIONS]) {
    size_t count = 0;
    for (const tool_option *own = command->options; own && own->name; own++) all[count++] = own;
    for (size_t i = 0; i < SHARED; i++)
        if (!shared[i].takes || (command->takes & shared[i].takes)) all[count++] = &shared[i].option;
    return count;
}

/* ---- Help ---- */

static void print_option(const char *name, const char *value, const char *help) {
    OUT_STRING(left);
    out_append(&left, "%s%s%s", name, value ? " " : "", value ? value : "");
    out_labelled(2, 24, out_text(&left), help);
}

static void print_help(const tool_command *command) {
    const tool_option *all[MOST_OPTIONS];
    const size_t count = options_of(command, all);
    printf("Usage: desig %s %s [OPTIONS]\n\n", command->name,
           command->operands ? command->operands : "LIST...");
    out_paragraph(0, command->about);
    printf("\nOptions:\n");
    for (size_t i = 0; i < count; i++) print_option(all[i]->name, all[i]->value, all[i]->help);
    print_option("--help", NULL, "print this text");
    if (command->more_help) command->more_help();
    if (command->takes & TAKES_FORM) maps_print();
    printf("\nExit status: ");
    out_paragraph(0, command->statuses);
}

int command_wrong(const tool_command *command, const char *format, ...) {
    va_list arguments;
    fprintf(stderr, "desig %s: ", command->name);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    return fail(" (see: desig %s --help)", command->name);
}

/* ---- The command line ---- */

static const char *long_name(const tool_option *option) {
    return strstr(option->name, "--");
}

/* Whether an argument names an option; *value is what stands after its `=`, NULL if there is no `=`. */
static int is_named(const tool_option *option, const char *argument, const char **value) {
    const char *equals = strchr(argument, '=');
    const char *name = long_name(option);
    size_t length = equals ? (size_t)(equals - argument) : strlen(argument);
    *value = equals ? equals + 1 : NULL;
    if (strlen(name) == length && memcmp(name, argument, length) == 0) return 1;
    return name != option->name && strlen(argument) == 2 && strncmp(option->name, argument, 2) == 0;
}

/* Take an option whose value may be the next argument, at which *at then is. 0, or EXIT_ERROR. */
static int take_option(const tool_command *command, const tool_option *option, const char *value, int argc,
                       char **argv, int *at, void *options) {
    const char *name = long_name(option);
    if (!option->value && value) return command_wrong(command, "%s takes no value", name);
    if (option->value && !value) {
        /* `--name --csv` is a forgotten value far more often than a name that begins so. */
        if (*at + 1 >= argc || strncmp(argv[*at + 1], "--", 2) == 0)
            return command_wrong(command, "%s needs a value: %s %s", name, name, option->value);
        value = argv[++*at];
    }
    const char *wrong = option->take(value, (char *)options + option->into);
    return wrong ? command_wrong(command, "%s: \"%s\" %s", name, value, wrong) : 0;
}

enum { HELP = -1 };

/* Move the operands to the front and take the options. 0, EXIT_ERROR, or HELP if that is asked for. */
static int take_all(const tool_command *command, int argc, char **argv, shared_options *options) {
    const tool_option *all[MOST_OPTIONS];
    const size_t count = options_of(command, all);
    int seen[MOST_OPTIONS] = {0}, only_operands = 0, status = 0;
    for (int i = 0; i < argc && status == 0; i++) {
        const char *value = NULL;
        size_t o = 0;
        if (only_operands || argv[i][0] != '-' || argv[i][1] == '\0') {
            argv[options->operand_count++] = argv[i];
            continue;
        }
        if (strcmp(argv[i], "--") == 0) {
            only_operands = 1;
            continue;
        }
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) return HELP;
        while (o < count && !is_named(all[o], argv[i], &value)) o++;
        if (o == count) return command_wrong(command, "unknown option %s", argv[i]);
        if (seen[o]++ && !all[o]->repeats)
            return command_wrong(command, "%s is given twice", long_name(all[o]));
        status = take_option(command, all[o], value, argc, argv, &i, options);
    }
    return status;
}

int command_read(const tool_command *command, int argc, char **argv, void *options, int *status) {
    shared_options *common = options;
    if (command->defaults) memcpy(options, command->defaults, command->size);
    common->reading.ledgers = command->ledgers;
    common->reading.on = &common->on;
    common->operands = argv;
    *status = take_all(command, argc, argv, common);
    if (*status == HELP) {
        print_help(command);
        *status = EXIT_YES;
        return 0;
    }
    if (*status != 0) return 0;
    const char *wrong = command->wrong ? command->wrong(options) : NULL;
    if (common->operand_count == 0 && !command->lists_optional)
        wrong = "which list? Give at least one file, or - for standard input";
    if (wrong) *status = command_wrong(command, "%s", wrong);
    return !wrong;
}

/* ---- Running ---- */

int command_run(const tool_command *command, int argc, char **argv) {
    shared_options *options = out_zeros(1, command->size);
    int status = EXIT_ERROR;
    out_file output = {.stream = stdout};
    if (command_read(command, argc, argv, options, &status)) {
        if (options->quiet) tell_only_errors();
        const char *path = command->writes_output ? NULL : options->output;
        status = out_file_begin(&output, path);
        if (status == 0) {
            status = command->run ? command->run(options)
                                  : lists_answer(options->operands, options->operand_count, &options->reading,
                                                 command->answer, options);
            if (out_file_close(&output, status != EXIT_ERROR) != 0) status = EXIT_ERROR;
        }
    }
    if (command->end) command->end(options);
    free(options);
    return status;
}
