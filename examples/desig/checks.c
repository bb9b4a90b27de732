#include "checks.h"

#include <string.h>

#include "day.h"
#include "out.h"

typedef void teller(void *context, const char *field, const char *message);

static int has_primary(const desig_record *record, const char *text) {
    for (uint32_t i = 0; i < record->name_count; i++)
        if (record->names[i].type == DESIG_NAME_PRIMARY && record->names[i].text &&
            strcmp(record->names[i].text, text) == 0)
            return 1;
    return 0;
}

static void look_at_aliases(const desig_record *record, const list_set *lists, teller *tell, void *context) {
    (void)lists;
    for (uint32_t i = 0; i < record->name_count; i++) {
        const desig_name *name = &record->names[i];
        out_string message = {0};
        if (name->type == DESIG_NAME_PRIMARY || !name->text || !has_primary(record, name->text)) continue;
        out_append(&message, "the alias \"%s\" is the primary name", name->text);
        tell(context, "aliases", out_text(&message));
        out_string_free(&message);
    }
}

static int same_text(const char *a, const char *b) {
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static int same_program(const desig_action *a, const desig_action *b) {
    return same_text(a->authority, b->authority) && same_text(a->list, b->list) &&
           same_text(a->program, b->program);
}

/* Whether the record's designations under the revoked program all came after the revocation. */
static int comes_too_early(const desig_record *record, const desig_action *revoked) {
    int after = 0;
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *other = &record->actions[i];
        if (other->type != DESIG_ACTION_DESIGNATED || other->derived || !same_program(other, revoked))
            continue;
        if (desig_date_before(&revoked->effective, &other->effective) != DESIG_YES) return 0;
        after = 1;
    }
    return after;
}

static void look_at_revocations(const desig_record *record, const list_set *lists, teller *tell,
                                void *context) {
    (void)lists;
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        char date[DATE_WORDS];
        out_string message = {0};
        if (action->type != DESIG_ACTION_REVOKED || !comes_too_early(record, action)) continue;
        out_append(&message, "revoked under %s on %s, but designated only later",
                   action->program ? action->program : "no program", date_words(&action->effective, date));
        tell(context, "date", out_text(&message));
        out_string_free(&message);
    }
}

static int is_in_any(const list_set *lists, const char *id) {
    for (size_t i = 0; i < lists->count; i++)
        if (lists->entries[i].list && desig_list_get(lists->entries[i].list, id)) return 1;
    return 0;
}

/* Whether a target looks like an id of the record's own source: `us-ofac:1` for a record `us-ofac:2`. */
static int looks_like_own_id(const desig_record *record, const char *target) {
    const char *colon = strchr(record->id, ':');
    size_t prefix = colon ? (size_t)(colon - record->id) + 1 : 0;
    return prefix > 1 && strncmp(record->id, target, prefix) == 0 && target[prefix] != '\0';
}

static void look_at_links(const desig_record *record, const list_set *lists, teller *tell, void *context) {
    for (uint32_t i = 0; i < record->link_count; i++) {
        const desig_link *link = &record->links[i];
        out_string message = {0};
        if (!link->target || !looks_like_own_id(record, link->target) || is_in_any(lists, link->target))
            continue;
        out_append(&message, "%s %s, but no record has that id", link->type ? link->type : "linked to",
                   link->target);
        tell(context, "links", out_text(&message));
        out_string_free(&message);
    }
}

static void look_at_dates(const desig_record *record, const list_set *lists, teller *tell, void *context) {
    (void)lists;
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        out_string message = {0};
        if (action->derived || !date_is_unknown(&action->effective)) continue;
        out_append(&message, "%s%s%s without an effective date%s",
                   desig_term(DESIG_TERMS_ACTION_TYPE, action->type), action->program ? " under " : "",
                   action->program ? action->program : "",
                   date_is_unknown(&action->announced) ? "" : "; only the announcement is dated");
        tell(context, "date", out_text(&message));
        out_string_free(&message);
    }
}

static const data_check checks[] = {
    {"alias-equals-primary", "an alias that is letter for letter the primary name", look_at_aliases},
    {"revoked-before-designated", "a revocation whose designation comes only later", look_at_revocations},
    {"link-to-nothing", "a link to an id of the list's own kind that no record has", look_at_links},
    {"no-effective-date", "an action that does not say when it takes effect", look_at_dates},
};

const data_check *check_at(size_t position) {
    return position < sizeof checks / sizeof checks[0] ? &checks[position] : NULL;
}
