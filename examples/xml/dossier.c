#include "dossier.h"

#include <stdio.h>
#include <string.h>

const char *dossier_text(dossier *of, const char *text) {
    return text ? store_copy(&of->texts, text, strlen(text)) : NULL;
}

desig_name *dossier_name(dossier *of, desig_name_type type, const char *text) {
    of->names = store_room(&of->texts, of->names, of->name_count, sizeof *of->names);
    desig_name *name = &of->names[of->name_count++];
    *name = (desig_name){.type = (uint8_t)type, .text = dossier_text(of, text)};
    name->language = dossier_language(text);
    return name;
}

desig_action *dossier_action(dossier *of, desig_action_type type) {
    of->actions = store_room(&of->texts, of->actions, of->action_count, sizeof *of->actions);
    desig_action *action = &of->actions[of->action_count++];
    *action = (desig_action){.type = (uint8_t)type};
    return action;
}

desig_link *dossier_link(dossier *of, const char *type, const char *target) {
    of->links = store_room(&of->texts, of->links, of->link_count, sizeof *of->links);
    desig_link *link = &of->links[of->link_count++];
    *link = (desig_link){.type = type, .target = dossier_text(of, target)};
    return link;
}

desig_fact *dossier_fact(dossier *of, desig_fact_type type, const char *label, const char *value) {
    of->facts = store_room(&of->texts, of->facts, of->fact_count, sizeof *of->facts);
    desig_fact *fact = &of->facts[of->fact_count++];
    *fact = (desig_fact){
        .type = (uint8_t)type, .label = dossier_text(of, label), .value = dossier_text(of, value)};
    return fact;
}

desig_result dossier_add(const dossier *of, const char *source, desig_list *list, desig_error *error) {
    const desig_record record = {.size = sizeof record,
                                 .id = of->id,
                                 .source = source,
                                 .kind = of->kind,
                                 .names = of->names,
                                 .name_count = of->name_count,
                                 .actions = of->actions,
                                 .action_count = of->action_count,
                                 .links = of->links,
                                 .link_count = of->link_count,
                                 .facts = of->facts,
                                 .fact_count = of->fact_count};
    return desig_list_add(list, &record, error);
}

void dossier_clear(dossier *of) {
    store_clear(&of->texts);
    *of = (dossier){0};
}

/* The scripts in which publishers of XML give names: https://www.unicode.org/Public/UCD/latest/ucd/Blocks.txt
 */
static const struct {
    unsigned long first, last;
    const char *language;
} scripts[] = {
    {0x0370, 0x03FF, "und-Grek"}, {0x0400, 0x052F, "und-Cyrl"}, {0x0530, 0x058F, "und-Armn"},
    {0x0590, 0x05FF, "und-Hebr"}, {0x0600, 0x06FF, "und-Arab"}, {0x0750, 0x077F, "und-Arab"},
    {0x1000, 0x109F, "und-Mymr"}, {0x10A0, 0x10FF, "und-Geor"}, {0x3040, 0x30FF, "und-Jpan"},
    {0x3400, 0x9FFF, "und-Hani"}, {0xAC00, 0xD7AF, "und-Hang"}, {0xFB50, 0xFDFF, "und-Arab"},
    {0xFE70, 0xFEFE, "und-Arab"},
};

const char *dossier_language(const char *text) {
    for (const unsigned char *at = (const unsigned char *)text; at && *at != 0; at++) {
        unsigned long letter = 0;
        if ((*at & 0xE0) == 0xC0)
            letter = (*at & 0x1FUL) << 6 | (at[1] & 0x3FUL);
        else if ((*at & 0xF0) == 0xE0)
            letter = (*at & 0x0FUL) << 12 | (at[1] & 0x3FUL) << 6 | (at[2] & 0x3FUL);
        for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++)
            if (letter >= scripts[i].first && letter <= scripts[i].last) return scripts[i].language;
    }
    return NULL;
}

/* A file of no rows, read as of that day, makes a list that speaks of it. */
desig_result dossier_list(const char *day, desig_list **out, desig_error *error) {
    static const char header[] = "id,kind,name\n";
    const desig_source nothing = {.data = header, .length = sizeof header - 1};
    desig_read_options options = {.size = sizeof options, .format = "designations"};
    desig_result result = desig_list_new(NULL, out);
    if (result != DESIG_OK || !day) return result;
    if (desig_date_parse(day, DESIG_DATE_UNAMBIGUOUS, &options.as_of) != DESIG_OK) return DESIG_OK;
    result = desig_list_read(*out, &nothing, 1, &options, NULL, error);
    if (result == DESIG_OK) return result;
    desig_list_free(*out);
    *out = NULL;
    return result;
}

static int write_to_stdout(void *context, const void *bytes, size_t length) {
    (void)context;
    return fwrite(bytes, 1, length, stdout) != length;
}

int dossier_write(const desig_list *list, const char *format, const char *path) {
    desig_sink sink = {.path = path};
    const desig_write_options options = {.size = sizeof options, .format = format};
    desig_report report = {.size = sizeof report};
    desig_error error = {0};
    if (!path) sink.write = write_to_stdout;
    if (desig_list_write(list, &sink, &options, &report, &error) != DESIG_OK ||
        (!path && fflush(stdout) != 0)) {
        fprintf(stderr, "%s: %s\n", path ? path : "standard output", error.message);
        return 2;
    }
    if (report.not_written > 0)
        fprintf(stderr, "%llu parts have no place in %s; --to statements keeps them\n",
                (unsigned long long)report.not_written, format);
    return 0;
}
