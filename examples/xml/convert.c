#include "convert.h"

#include <stdio.h>
#include <string.h>

int convert_start(conversion *into, const xml_node *node, const char *day) {
    desig_date as_of;
    desig_result result = desig_list_new(NULL, &into->list);
    if (desig_date_parse(day, DESIG_DATE_UNAMBIGUOUS, &as_of) != DESIG_OK)
        xml_tell(node, "the list does not say its day", *day ? day : NULL);
    else if (result == DESIG_OK)
        result = desig_list_set_as_of(into->list, &as_of);
    if (result != DESIG_OK) xml_tell(node, desig_result_text(result), NULL);
    return result != DESIG_OK;
}

typedef struct keeping {
    conversion *into;
    dossier *party;
} keeping;

static void keep(void *context, xml_node *node, const char *path, const char *text) {
    keeping *in = context;
    dossier_fact(in->party, DESIG_FACT_OTHER, path, text);
    if (by_id_get(&in->into->told, "path", path)) return;
    by_id_place(&in->into->told, "path", store_copy(&in->into->paths, path, strlen(path)), in->into);
    xml_tell(node, "not known, kept as a fact under its path", path);
}

void convert_unread(conversion *into, xml_node *tree, dossier *party) {
    keeping in = {into, party};
    xml_unread(tree, &party->texts, keep, &in);
}

int convert_add(conversion *into, const xml_node *node, dossier *party, const char *apart) {
    desig_error error = {0};
    desig_result result = dossier_add(party, into->source, into->list, &error);
    if (result == DESIG_E_EXISTS) {
        xml_tell(node, "another entry has this id; what tells them apart is put behind it", party->id);
        party->id = store_join(&party->texts, party->id, "@", apart);
        result = dossier_add(party, into->source, into->list, &error);
    }
    if (result != DESIG_OK) xml_tell(node, desig_result_text(result), error.message);
    return result != DESIG_OK;
}

int convert_other(conversion *into, xml_node *node) {
    dossier nobody = {0};
    char id[64];
    if (!into->list) {
        xml_tell(node, "this is no list of this form", node->path);
        return 1;
    }
    snprintf(id, sizeof id, "%s:line-%lu-%lu", into->source, node->line, node->column);
    nobody.id = id;
    convert_unread(into, node, &nobody);
    int result = nobody.fact_count > 0 ? convert_add(into, node, &nobody, node->name) : 0;
    dossier_clear(&nobody);
    return result;
}

/* ---- The program ----------------------------------------------------------------------------------- */

static int write_to_stdout(void *context, const void *bytes, size_t length) {
    (void)context;
    return fwrite(bytes, 1, length, stdout) != length;
}

/* To a path, desig_list_write() writes beside it and renames: a failure leaves what was there. */
static int write_list(const desig_list *list, const char *format, const char *path) {
    desig_sink sink = {.path = path};
    const desig_write_options options = {.size = sizeof options, .format = format};
    desig_report report = {.size = sizeof report};
    desig_error error = {0};
    if (!path) sink.write = write_to_stdout;
    desig_result result = desig_list_write(list, &sink, &options, &report, &error);
    if (result == DESIG_OK && !path && fflush(stdout) != 0) result = DESIG_E_IO;
    if (result != DESIG_OK)
        fprintf(stderr, "%s: %s %s\n", path ? path : "standard output", desig_result_text(result),
                error.message);
    else if (report.not_written > 0)
        fprintf(stderr, "%llu parts have no place in %s; --to statements keeps them\n",
                (unsigned long long)report.not_written, format);
    return result == DESIG_OK ? 0 : 2;
}

int convert(int argc, char **argv, conversion *into, const xml_task *task, int (*finish)(void *context)) {
    const char *input = NULL, *output = NULL, *format = "statements";
    int is_wrong = 0;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "-o") == 0 && i + 1 < argc)
            output = argv[++i];
        else if (strcmp(argv[i], "--to") == 0 && i + 1 < argc)
            format = argv[++i];
        else if (!input && (argv[i][0] != '-' || argv[i][1] == '\0'))
            input = argv[i];
        else
            is_wrong = 1;
    }
    if (!input || is_wrong) {
        fprintf(stderr, "usage: %s FILE|- [--to statements|designations] [-o FILE]\n",
                argc > 0 ? argv[0] : "");
        return 2;
    }
    int result = xml_read(input, task);
    if (result == 0 && finish) result = finish(task->context);
    if (result == 0 && !into->list) {
        fprintf(stderr, "%s: this is no list of this form\n", input);
        result = -1;
    }
    int status = result == 0 ? write_list(into->list, format, output) : 2;
    by_id_clear(&into->told);
    store_clear(&into->paths);
    desig_list_free(into->list);
    return status;
}
