#include "io/complain.h"

#include <inttypes.h>
#include <stdio.h>

static void print_place(const char *file, uint64_t line, uint32_t column) {
    fputs(file && *file ? file : "desig", stderr);
    if (line > 0) fprintf(stderr, ":%" PRIu64, line);
    if (line > 0 && column > 0) fprintf(stderr, ":%" PRIu32, column);
    fputs(": ", stderr);
}

int complain(const desig_error *error) {
    print_place(error->file, error->line, error->column);
    if (error->field[0] != '\0') fprintf(stderr, "%s: ", error->field);
    fprintf(stderr, "%s\n", error->message[0] ? error->message : desig_result_text(error->result));
    return EXIT_ERROR;
}

void complain_of(const desig_diagnostic *diagnostic) {
    print_place(diagnostic->file, diagnostic->line, diagnostic->column);
    if (diagnostic->severity != DESIG_SEVERITY_ERROR)
        fprintf(stderr, "%s: ", desig_term(DESIG_TERMS_SEVERITY, diagnostic->severity));
    if (diagnostic->field) fprintf(stderr, "%s: ", diagnostic->field);
    fprintf(stderr, "%s\n", diagnostic->message);
}
