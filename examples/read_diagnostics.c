/* Read a list and hear everything that is wrong with it: read_diagnostics [--strict] [FILE]
 *
 * One idea: a lenient read keeps what it cannot read and tells you; a strict one fails at the first defect
 * and leaves the list as it was. */
#include <desig/desig.h>

#include <stdio.h>
#include <string.h>

/* Called during the read, once a finding. Copy what you want to keep: it is gone after the call. */
static void print_diagnostic(void *context, const desig_diagnostic *found) {
    unsigned *count = context;
    (*count)++;
    printf("%s:%llu:%u: %s: %s [%s]\n", found->file, (unsigned long long)found->line, (unsigned)found->column,
           desig_term(DESIG_TERMS_SEVERITY, found->severity), found->message, found->check);
}

int main(int argc, char **argv) {
    const int strict = argc > 1 && strcmp(argv[1], "--strict") == 0;
    const desig_source source = {.path =
                                     argc > 1 + strict ? argv[1 + strict] : "examples/data/designations.csv"};
    unsigned count = 0;
    const desig_callbacks callbacks = {DESIG_INIT(desig_callbacks), .diagnose = print_diagnostic,
                                       .context = &count};
    const desig_read_options options = {DESIG_INIT(desig_read_options), .strict = strict,
                                        .callbacks = &callbacks};
    desig_report report = {DESIG_INIT(desig_report)};
    desig_error error = {0};
    desig_list *list = NULL;

    desig_result result = desig_list_new(NULL, &list);
    if (result == DESIG_OK) result = desig_list_read(list, &source, 1, &options, &report, &error);
    if (result == DESIG_OK)
        printf("%s: %llu rows, %llu records, %llu rows kept raw, %u findings\n", report.format,
               (unsigned long long)report.rows, (unsigned long long)report.records,
               (unsigned long long)report.bad_rows, count);
    else
        fprintf(stderr, "%s:%llu:%u: %s\n", error.file, (unsigned long long)error.line,
                (unsigned)error.column, error.message[0] ? error.message : desig_result_text(result));
    desig_list_free(list);
    return result != DESIG_OK;
}
