#include "io/links.h"

#include <stdio.h>
#include <string.h>

#include "io/day.h"
#include "io/out.h"
#include "io/party.h"

static int same_text(const char *a, const char *b) {
    return a && b ? strcmp(a, b) == 0 : a == b;
}

link_target link_leads_to(const desig_list *list, const desig_link *link, const char *id,
                          const desig_record *party) {
    if (!link->target) return LINK_ELSEWHERE;
    if (strcmp(link->target, id) == 0) return party ? LINK_BY_ID : LINK_BY_NAME;
    if (!party || strcmp(link->target, party_name(party)) != 0) return LINK_ELSEWHERE;
    return desig_list_get(list, link->target) ? LINK_ELSEWHERE : LINK_BY_NAME;
}

static int says_anything(const desig_link *link) {
    return link->by || link->justification || link->citation || link->role || !date_is_unknown(&link->date) ||
           link->stance != DESIG_STANCE_PLAIN;
}

/* Who says so, when and why. */
static void print_stance(const desig_link *link) {
    char date[DATE_WORDS];
    out_string line = {0};
    if (!says_anything(link)) return;
    if (link->role) out_append(&line, "%s", link->role);
    if (link->stance != DESIG_STANCE_PLAIN || link->by)
        out_join(&line, "; ",
                 link->stance == DESIG_STANCE_PLAIN ? "stated"
                                                    : desig_term(DESIG_TERMS_STANCE, link->stance));
    if (link->by) out_append(&line, " by %s", link->by);
    if (!date_is_unknown(&link->date)) out_join(&line, ", ", date_words(&link->date, date));
    if (line.length > 0) out_paragraph(4, out_text(&line));
    out_string_free(&line);
    if (link->justification) out_paragraph(8, link->justification);
    if (link->citation) out_paragraphf(8, "source: %s", link->citation);
}

static int is_same_relation(const desig_link *a, const desig_link *b) {
    return same_text(a->type, b->type) && same_text(a->target, b->target);
}

/* Print the relation of a link once, and under it every stance on it. */
static void print_relation(const desig_record *from, uint32_t at, const char *heading) {
    for (uint32_t i = 0; i < at; i++)
        if (is_same_relation(&from->links[i], &from->links[at])) return;
    out_paragraph(2, heading);
    for (uint32_t i = at; i < from->link_count; i++)
        if (is_same_relation(&from->links[i], &from->links[at])) print_stance(&from->links[i]);
}

static void print_outward(const desig_list *list, const desig_record *record) {
    if (record->link_count > 0) puts("\nLinks");
    for (uint32_t i = 0; i < record->link_count; i++) {
        const desig_link *link = &record->links[i];
        const desig_record *target = link->target ? desig_list_get(list, link->target) : NULL;
        out_string heading = {0};
        out_append(&heading, "%s  ", link->type ? link->type : "linked-to");
        if (target)
            out_append(&heading, "%s (%s)", party_name(target), target->id);
        else
            out_append(&heading, "%s", link->target ? link->target : "(nobody named)");
        print_relation(record, i, out_text(&heading));
        out_string_free(&heading);
    }
}

static void print_inward(const desig_list *list, const desig_record *record) {
    const desig_record *other;
    int heading = 0;
    for (size_t at = 0; (other = desig_list_at(list, at)) != NULL; at++) {
        for (uint32_t i = 0; i < other->link_count; i++) {
            const desig_link *link = &other->links[i];
            out_string line = {0};
            link_target target = link_leads_to(list, link, record->id, record);
            if (other == record || target == LINK_ELSEWHERE) continue;
            if (!heading++) puts("\nLinks of others to this record");
            out_append(&line, "%s (%s)  %s%s", party_name(other), other->id,
                       link->type ? link->type : "linked-to", target == LINK_BY_NAME ? " (by name)" : "");
            print_relation(other, i, out_text(&line));
            out_string_free(&line);
        }
    }
}

void links_print(const desig_list *list, const desig_record *record) {
    print_outward(list, record);
    print_inward(list, record);
}
