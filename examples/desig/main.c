/* desig: questions to designation lists, from the command line. */
#define _POSIX_C_SOURCE 200809L

#include <desig/desig.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "commands/command.h"
#include "io/maps.h"
#include "io/out.h"

static const tool_command *const commands[] = {
    &command_status,  &command_show, &command_find,  &command_screen, &command_actions,  &command_convert,
    &command_compare, &command_diff, &command_check, &command_ledger, &command_timeline, &command_graph,
};

enum { COMMANDS = sizeof commands / sizeof commands[0] };

static void print_help(void) {
    printf("Usage: desig COMMAND LIST... [OPTIONS]\n\n");
    out_paragraph(0, "Who is designated, by whom, since when, until when, and why. A LIST is a file of any "
                     "format named below, recognised by its content; - is standard input. Several LISTs are "
                     "merged: what they say of one id stands in one record.");
    printf("\nCommands:\n");
    for (int i = 0; i < COMMANDS; i++) out_labelled(2, 12, commands[i]->name, commands[i]->summary);
    out_labelled(2, 12, "--help", "print this text; desig COMMAND --help: a command's options");
    out_labelled(2, 12, "--version", "print the version");
    printf("\nFormats:\n");
    const desig_format *format;
    for (size_t i = 0; (format = desig_format_at(i)) != NULL; i++) {
        OUT_STRING(about);
        out_append(&about, "%s (%s)", format->title,
                   !format->readable  ? "written"
                   : format->writable ? "read and written"
                                      : "read");
        out_labelled(2, 18, format->name, out_text(&about));
    }
    maps_print();
    printf("\nExit status: 0 yes, found or clean; 1 no, nothing or findings; 2 error; 3 cannot be known.\n");
}

static int run(int argc, char **argv) {
    if (argc < 2) return fail("desig: which command? (see: desig --help)");
    if (strcmp(argv[1], "--version") == 0) return printf("desig %s\n", desig_version()), EXIT_YES;
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) return print_help(), EXIT_YES;
    for (int i = 0; i < COMMANDS; i++)
        if (strcmp(argv[1], commands[i]->name) == 0) return command_run(commands[i], argc - 2, argv + 2);
    return fail("desig: there is no command %s (see: desig --help)", argv[1]);
}

/* A file opened by the program must not become a standard stream that the caller closed. Opened for reading,
 * the stand-in lets every write fail. */
static void hold_standard_streams(void) {
    int held;
    do held = open("/dev/null", O_RDONLY);
    while (held >= 0 && held <= STDERR_FILENO);
    if (held > STDERR_FILENO) close(held);
}

int main(int argc, char **argv) {
    hold_standard_streams();
    signal(SIGPIPE, SIG_IGN); /* a reader that goes away is an output error, to be told like a full disk */
    int status = run(argc, argv);
    errno = 0;
    if (fflush(stdout) != 0 || ferror(stdout)) {
        return fail("standard output: cannot be written%s%s", errno ? ": " : "",
                    errno ? strerror(errno) : "");
    }
    return status;
}
