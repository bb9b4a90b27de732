/* Checks of links. */
#include "checks/checks.h"

#include <string.h>

static int is_in_any(const list_set *lists, const char *id) {
    for (size_t i = 0; i < lists->count; i++)
        if (desig_list_get(lists->entries[i].list, id)) return 1;
    return 0;
}

/* Whether a target looks like an id of the record's own source: `us-ofac:1` for a record `us-ofac:2`. */
static int has_own_prefix(const desig_record *record, const char *target) {
    const char *colon = strchr(record->id, ':');
    size_t prefix = colon ? (size_t)(colon - record->id) + 1 : 0;
    return prefix > 1 && strncmp(record->id, target, prefix) == 0 && target[prefix] != '\0';
}

/* `abdul-malik-al-houthi`: an id that somebody made of a name. The name of a party outside the list has
 * capitals or spaces. */
static int is_slug(const char *text) {
    return strlen(text) > 1 && text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-_.")] == '\0' &&
           strpbrk(text, "abcdefghijklmnopqrstuvwxyz");
}

void check_link(const checking *at, const void *part) {
    const desig_link *link = part;
    const desig_record *record = at->record;
    if (!link->target || is_in_any(at->lists, link->target)) return;
    if (has_own_prefix(record, link->target) || (is_slug(record->id) && is_slug(link->target)))
        doubt(at, "%s %s, but no record has that id", link->type ? link->type : "linked to", link->target);
}

void check_self_link(const checking *at, const void *part) {
    const desig_link *link = part;
    if (link->target && strcmp(link->target, at->record->id) == 0)
        doubt(at, "%s itself", link->type ? link->type : "linked to");
}
