#include "dossier.h"

#include <string.h>

const char *dossier_text(dossier *of, const char *text) {
    return text ? store_copy(&of->texts, text, strlen(text)) : NULL;
}

desig_name *dossier_name(dossier *of, const char *text, const desig_name *like) {
    of->names = store_room(&of->texts, of->names, of->name_count, sizeof *of->names);
    desig_name *name = &of->names[of->name_count++];
    *name = *like;
    name->text = dossier_text(of, text);
    name->language = dossier_language(text);
    return name;
}

static void add_piece(dossier *of, const char *from, size_t length, const desig_name *like) {
    while (length > 0 && *from == ' ') from++, length--;
    while (length > 0 && from[length - 1] == ' ') length--;
    const char *text = store_copy(&of->texts, from, length);
    if (length > 0 && strcmp(text, "original script") != 0) dossier_name(of, text, like);
}

void dossier_packed(dossier *of, const char *text, const desig_name *like) {
    const char *start = text;
    int depth = 0;
    if (!strchr(text, ';')) {
        dossier_name(of, text, like);
        return;
    }
    for (const char *at = text;; at++) {
        /* `b)`: a bracket that none opened, behind a single letter. */
        int is_number = *at == ')' && depth == 0 && at > start && (at - 1 == text || at[-2] == ' ');
        if (*at != '\0' && *at != ';' && *at != '(' && (*at != ')' || (depth == 0 && !is_number))) continue;
        add_piece(of, start, (size_t)(at - start) - (is_number ? 1 : 0), like);
        if (*at == '\0') break;
        depth += *at == '(' ? 1 : *at == ')' && depth > 0 ? -1 : 0;
        start = at + 1;
    }
}

desig_date dossier_date(const char *text) {
    char day[11] = "";
    desig_date date;
    if (!text) return (desig_date){0};
    if (strlen(text) > 10 && text[4] == '-' && text[7] == '-') {
        memcpy(day, text, 10);
        text = day;
    }
    return desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &date) == DESIG_OK ? date : (desig_date){0};
}

int dossier_is_known(const desig_date *date) {
    return date->first_precision != DESIG_PRECISION_NONE || date->last_precision != DESIG_PRECISION_NONE;
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
