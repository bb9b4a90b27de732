#include "ofac_lists.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* ---- Reading ---- */

static void tell(void *context, const desig_diagnostic *diagnostic) {
    findings *all = context;
    size_t used = strlen(all->checks);
    all->count++;
    all->orphans += strcmp(diagnostic->check, "orphan-row") == 0;
    snprintf(all->checks + used, sizeof all->checks - used, "%s %u:%u %s %s;", diagnostic->check,
             (unsigned)diagnostic->line, diagnostic->column,
             diagnostic->field == NULL ? "-" : diagnostic->field,
             diagnostic->id == NULL ? "-" : diagnostic->id);
}

desig_list *ofac_read(const desig_source *sources, size_t count, findings *all, desig_report *report) {
    const desig_callbacks callbacks = {.diagnose = tell, .context = all};
    desig_read_options options = {.callbacks = &callbacks};
    desig_list *list;
    desig_error error;
    cr_assert(desig_list_new(NULL, &list) == DESIG_OK);
    cr_assert(desig_list_read(list, sources, count, &options, report, &error) == DESIG_OK, "%s: %s",
              error.file, error.message);
    return list;
}

desig_list *ofac_read_paths(const ofac_paths *paths, findings *all, desig_report *report) {
    const char *const given[] = {paths->alt, paths->sdn, paths->comments, paths->add};
    desig_source sources[4] = {{0}};
    size_t count = 0;
    for (size_t i = 0; i < 4; i++)
        if (given[i] != NULL) sources[count++].path = given[i];
    return ofac_read(sources, count, all, report);
}

desig_list *ofac_read_text(const char *name, const char *text, findings *all) {
    desig_source source = {.data = text, .length = strlen(text), .name = name};
    return ofac_read(&source, 1, all, NULL);
}

/* ---- Describing ---- */

static const char *or_none(const char *text) {
    return text == NULL ? "" : text;
}

const char *ofac_describe(const desig_record *record) {
    static char text[8192];
    char from[DESIG_DATE_TEXT], to[DESIG_DATE_TEXT];
    size_t at = 0;
    text[0] = '\0';
    for (uint32_t i = 0; i < record->name_count; i++) {
        const desig_name *name = &record->names[i];
        at += (size_t)snprintf(text + at, sizeof text - at, "%s %s %u=%s\n",
                               desig_term(DESIG_TERMS_STRENGTH, name->strength),
                               desig_term(DESIG_TERMS_NAME_TYPE, name->type), name->group, name->text);
    }
    for (uint32_t i = 0; i < record->action_count; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, "%s %s %s %s\n", record->actions[i].authority,
                               record->actions[i].list, record->actions[i].program,
                               desig_date_format(&record->actions[i].effective, from));
    for (uint32_t i = 0; i < record->link_count; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, "%s=%s\n", record->links[i].type,
                               record->links[i].target);
    for (uint32_t i = 0; i < record->fact_count; i++) {
        const desig_fact *fact = &record->facts[i];
        at += (size_t)snprintf(text + at, sizeof text - at, "%s%s %u %s=%s|%s|%s|%s%s%s\n",
                               fact->alternate ? "alt " : "", desig_term(DESIG_TERMS_FACT_TYPE, fact->type),
                               fact->group, or_none(fact->label), fact->value, or_none(fact->country),
                               desig_date_format(&fact->from, from), desig_date_format(&fact->to, to),
                               fact->note == NULL ? "" : "|", or_none(fact->note));
    }
    return text;
}
