#include "checks/record_texts.h"

#include <stddef.h>

void texts_visit(const desig_record *record, void (*visit)(void *context, const char *text, spot where),
                 void *context) {
    for (uint32_t i = 0; i < record->name_count; i++)
        visit(context, record->names[i].text, spot_name(&record->names[i]));
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        const char *const texts[] = {action->authority,    action->list,        action->program,
                                     action->measures,     action->legal_basis, action->justification,
                                     action->statement_by, action->citation};
        for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++)
            if (texts[t]) visit(context, texts[t], spot_action(action, texts[t]));
    }
    for (uint32_t i = 0; i < record->link_count; i++) {
        const desig_link *link = &record->links[i];
        const char *const texts[] = {link->target, link->role, link->by, link->justification, link->citation};
        for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++) {
            spot where = spot_link(link);
            where.text = texts[t];
            if (texts[t]) visit(context, texts[t], where);
        }
    }
    for (uint32_t i = 0; i < record->assertion_count; i++) {
        const desig_assertion *said = &record->assertions[i];
        const char *const texts[] = {said->authority, said->list,          said->program,
                                     said->by,        said->justification, said->citation};
        for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++)
            if (texts[t]) visit(context, texts[t], spot_assertion(said, texts[t]));
    }
    for (uint32_t i = 0; i < record->fact_count; i++) {
        const desig_fact *fact = &record->facts[i];
        spot where = spot_fact(fact);
        if (fact->value && fact->type != DESIG_FACT_RAW_ROW) visit(context, fact->value, where);
        where.text = fact->note;
        if (fact->note) visit(context, fact->note, where);
    }
}
