#include "io/args.h"

#include <desig/desig.h>

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/out.h"

const char *take_switch(const char *value, void *into) {
    (void)value;
    *(int *)into = 1;
    return NULL;
}

const char *take_text(const char *value, void *into) {
    if (*value == '\0') return "must not be empty";
    *(const char **)into = value;
    return NULL;
}

const char *take_texts(const char *value, void *into) {
    texts *all = into;
    if (*value == '\0') return "must not be empty";
    all->items = out_resize(all->items, (all->count + 1) * sizeof *all->items);
    all->items[all->count++] = value;
    return NULL;
}

const char *take_count(const char *value, void *into) {
    char *end = NULL;
    errno = 0;
    long count = strtol(value, &end, 10);
    if (end == value || *end != '\0' || errno != 0 || count < 1 || count > 1000000)
        return "must be a whole number from 1 to 1000000";
    *(size_t *)into = (size_t)count;
    return NULL;
}

const char *take_score(const char *value, void *into) {
    char *end = NULL;
    double score = strtod(value, &end);
    if (end == value || *end != '\0' || !(score > 0.0 && score <= 1.0))
        return "must be a number above 0, at most 1";
    *(double *)into = score;
    return NULL;
}

const char *take_date(const char *value, void *into) {
    if (desig_date_parse(value, DESIG_DATE_UNAMBIGUOUS, into) != DESIG_OK)
        return "is no date; dates are written 2021-05-20, 2021-05, 2021, 1960/1962 or 1979~";
    return NULL;
}

const char *take_kind(const char *value, void *into) {
    int kind = desig_term_value(DESIG_TERMS_KIND, value);
    if (kind < 0) return "must be individual, group, vessel, aircraft or unknown";
    *(desig_kind *)into = (desig_kind)kind;
    return NULL;
}

static void print_option(const char *letter, const char *name, const char *value, const char *help) {
    char left[64];
    snprintf(left, sizeof left, "%s%s%s%s%s", letter ? letter : "", letter ? ", " : "", name,
             value ? " " : "", value ? value : "");
    out_labelled(2, 24, left, help);
}

static void print_help(const tool_command *command, const tool_option *options, size_t count) {
    printf("Usage: desig %s %s [OPTIONS]\n\n", command->name,
           command->operands ? command->operands : "LIST...");
    out_paragraph(0, command->about);
    printf("\nOptions:\n");
    for (size_t i = 0; i < count; i++)
        print_option(options[i].letter, options[i].name, options[i].value, options[i].help);
    print_option(NULL, "--help", NULL, "print this text");
    if (command->more_help) command->more_help();
    printf("\nExit status: ");
    out_paragraph(0, command->statuses);
}

int args_wrong(const tool_command *command, const char *format, ...) {
    va_list arguments;
    fprintf(stderr, "desig %s: ", command->name);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fprintf(stderr, " (see: desig %s --help)\n", command->name);
    return EXIT_ERROR;
}

/* The option that an argument names; *value is what stands after its `=`, NULL if there is no `=`. */
static const tool_option *option_named(const tool_option *options, size_t count, const char *argument,
                                       const char **value) {
    const char *equals = strchr(argument, '=');
    size_t length = equals ? (size_t)(equals - argument) : strlen(argument);
    *value = equals ? equals + 1 : NULL;
    for (size_t i = 0; i < count; i++) {
        if (strlen(options[i].name) == length && memcmp(options[i].name, argument, length) == 0)
            return &options[i];
        if (options[i].letter && strcmp(options[i].letter, argument) == 0) return &options[i];
    }
    return NULL;
}

/* Take the option in argv[*at], and its value. Return 0 or EXIT_ERROR. */
static int take_option(const tool_command *command, const tool_option *option, const char *value, int argc,
                       char **argv, int *at) {
    if (!option->value && value) return args_wrong(command, "%s takes no value", option->name);
    if (option->value && !value) {
        /* `--name --csv` is a forgotten value far more often than a name that begins so. */
        if (*at + 1 >= argc || strncmp(argv[*at + 1], "--", 2) == 0)
            return args_wrong(command, "%s needs a value: %s %s", option->name, option->name, option->value);
        value = argv[++*at];
    }
    const char *wrong = option->take(value, option->into);
    if (wrong) return args_wrong(command, "%s: \"%s\" %s", option->name, value, wrong);
    return 0;
}

int args_read(const tool_command *command, const tool_option *options, size_t count, int argc, char **argv,
              size_t *operands, int *status) {
    uint64_t seen = 0; /* a bit an option */
    int only_operands = 0;
    *operands = 0;
    *status = EXIT_ERROR;
    for (int i = 0; i < argc; i++) {
        const char *value = NULL;
        if (only_operands || argv[i][0] != '-' || argv[i][1] == '\0') {
            argv[(*operands)++] = argv[i];
            continue;
        }
        if (strcmp(argv[i], "--") == 0) {
            only_operands = 1;
            continue;
        }
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) {
            print_help(command, options, count);
            *status = EXIT_YES;
            return 0;
        }
        const tool_option *option = option_named(options, count, argv[i], &value);
        if (!option) return args_wrong(command, "unknown option %s", argv[i]), 0;
        uint64_t bit = UINT64_C(1) << (option - options);
        if ((seen & bit) && !option->repeats)
            return args_wrong(command, "%s is given twice", option->name), 0;
        seen |= bit;
        if (take_option(command, option, value, argc, argv, &i) != 0) return 0;
    }
    if (*operands == 0 && !command->lists_optional)
        return args_wrong(command, "which list? Give at least one file, or - for standard input"), 0;
    return 1;
}
