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
           strpbrk(text, "abcdefghijklmnopqrstuvwxyz") != NULL;
}

void check_links(const checking *at, const desig_record *record) {
    for (uint32_t i = 0; i < record->link_count; i++) {
        const desig_link *link = &record->links[i];
        if (!link->target || is_in_any(at->lists, link->target)) continue;
        if (!has_own_prefix(record, link->target) && !(is_slug(record->id) && is_slug(link->target)))
            continue;
        doubt(at, record, spot_link(link), "%s %s, but no record has that id",
              link->type ? link->type : "linked to", link->target);
    }
}

void check_self_links(const checking *at, const desig_record *record) {
    for (uint32_t i = 0; i < record->link_count; i++) {
        const desig_link *link = &record->links[i];
        if (link->target && strcmp(link->target, record->id) == 0)
            doubt(at, record, spot_link(link), "%s itself", link->type ? link->type : "linked to");
    }
}
