#include "io/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/day.h"
#include "io/party.h"

/* Append a text, a date or a word, after what says what it is. */
static void append_text(out_string *line, const char *before, const char *text) {
    if (text) out_append(line, "%s%s", before, text);
}

static void append_date(out_string *line, const char *before, const desig_date *date) {
    if (!date_is_unknown(date)) append_text(line, before, IN_WORDS(date));
}

/* Print what stands under a heading line: a reason, then the citation. */
static void print_reason(int indent, const char *justification, const char *citation) {
    if (justification) out_paragraph(indent, justification);
    if (citation) out_paragraphf(indent, "source: %s", citation);
}

/* ---- Names ---- */

void name_append(out_string *line, const desig_name *name, const char *gap) {
    out_append(line, "%s%s(%s", name->text ? name->text : "", gap,
               desig_term(DESIG_TERMS_NAME_TYPE, name->type));
    if (name->strength != DESIG_STRENGTH_UNKNOWN)
        append_text(line, ", ", desig_term(DESIG_TERMS_STRENGTH, name->strength));
    append_text(line, ", ", name->language);
    out_append(line, ")");
}

/* ---- Actions ---- */

/* " by US-STATE, list SDN, program SDGT (E.O. 13224)" */
static void append_whereabouts(out_string *line, const char *authority, const char *list, const char *program,
                               const char *legal_basis) {
    append_text(line, " by ", authority);
    append_text(line, ", list ", list);
    append_text(line, ", program ", program);
    if (legal_basis) out_append(line, " (%s)", legal_basis);
}

static void append_whereabouts_of(out_string *line, const desig_action *action) {
    append_whereabouts(line, action->authority, action->list, action->program, action->legal_basis);
}

/* The day of a listing is that of its list. */
static void append_action(out_string *line, const desig_action *action) {
    out_append(line, "%s", action->derived ? "listed" : desig_term(DESIG_TERMS_ACTION_TYPE, action->type));
    if (!action->derived) append_date(line, " ", &action->effective);
    append_whereabouts_of(line, action);
    append_date(line, ", announced ", &action->announced);
    append_text(line, "; measures: ", action->measures);
    append_text(line, "; reason: ", action->justification);
    append_text(line, "; stated by ", action->statement_by);
    append_text(line, "; source: ", action->citation);
}

/* What the publisher's listing alone lets one say. */
static void print_listing(int indent, const desig_action *action) {
    const desig_date as_of = date_end(&action->effective);
    OUT_STRING(line);
    out_append(&line, "listed");
    append_date(&line, " as of ", &as_of);
    append_whereabouts_of(&line, action);
    out_append(&line, "; since when is not stated");
    out_paragraph(indent, out_text(&line));
}

/* The measures of an action are joined by "|". */
static void print_measures(int indent, const char *measures) {
    OUT_STRING(line);
    append_text(&line, "measures: ", measures);
    for (char *bar = line.text; (bar = strchr(bar, '|')) != NULL;) *bar = ';';
    out_paragraph(indent, out_text(&line));
}

static void print_stated(int indent, const desig_action *action) {
    OUT_STRING(line);
    append_date(&line, "", &action->effective);
    append_text(&line, line.length > 0 ? "  " : "(no effective date)  ",
                desig_term(DESIG_TERMS_ACTION_TYPE, action->type));
    append_whereabouts_of(&line, action);
    append_date(&line, ", announced ", &action->announced);
    out_paragraph(indent, out_text(&line));
    print_reason(indent + 4, action->justification, NULL);
    if (action->statement_by) out_paragraphf(indent + 4, "stated by %s", action->statement_by);
    if (action->measures) print_measures(indent + 4, action->measures);
    print_reason(indent + 4, NULL, action->citation);
}

/* "disputed by X, 2021-03-02" */
static void append_stance(out_string *line, const desig_assertion *said) {
    append_text(line, "", desig_term(DESIG_TERMS_STANCE, said->stance));
    append_text(line, " by ", said->by);
    append_date(line, ", ", &said->date);
}

void assertion_append(out_string *line, const desig_assertion *said) {
    append_stance(line, said);
    append_text(line, ", of what was ", desig_term(DESIG_TERMS_ACTION_TYPE, said->action_type));
    append_date(line, " ", &said->effective);
    append_whereabouts(line, said->authority, said->list, said->program, NULL);
    append_text(line, "; reason: ", said->justification);
    append_text(line, "; source: ", said->citation);
}

void action_print(int indent, const desig_record *record, const desig_action *action) {
    if (action->derived)
        print_listing(indent, action);
    else
        print_stated(indent, action);
    for (uint32_t i = 0; i < record->assertion_count; i++) {
        const desig_assertion *said = &record->assertions[i];
        OUT_STRING(line);
        if (!assertion_is_about(said, action)) continue;
        append_stance(&line, said);
        out_paragraph(indent + 4, out_text(&line));
        print_reason(indent + 8, said->justification, said->citation);
    }
}

/* ---- Links ---- */

/* "stated by X", "disputed by X, 2021-03-02"; nothing where the source simply says so */
static void append_who(out_string *line, const char *separator, const desig_link *link) {
    if (link->stance != DESIG_STANCE_PLAIN)
        out_join(line, separator, desig_term(DESIG_TERMS_STANCE, link->stance));
    else if (link->by)
        out_join(line, separator, "stated");
    append_text(line, " by ", link->by);
    if (!date_is_unknown(&link->date)) out_join(line, ", ", IN_WORDS(&link->date));
}

static void append_link(out_string *line, const desig_link *link) {
    append_text(line, "", link->type);
    append_text(line, "  ", link->target);
    if (link->role) out_append(line, " (%s)", link->role);
    append_who(line, ", ", link);
    append_text(line, "; reason: ", link->justification);
    append_text(line, "; source: ", link->citation);
}

/* Who says so, when and why. */
static void print_stance(const desig_link *link) {
    OUT_STRING(line);
    append_text(&line, "", link->role);
    append_who(&line, "; ", link);
    if (line.length > 0) out_paragraph(4, out_text(&line));
    print_reason(8, link->justification, link->citation);
}

static int is_same_relation(const desig_link *a, const desig_link *b) {
    return out_compare(a->type, b->type) == 0 && out_compare(a->target, b->target) == 0;
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
        OUT_STRING(heading);
        out_append(&heading, "%s  ", link->type ? link->type : "linked-to");
        if (target)
            out_append(&heading, "%s (%s)", party_name(target), target->id);
        else
            out_append(&heading, "%s", link->target ? link->target : "(nobody named)");
        print_relation(record, i, out_text(&heading));
    }
}

static void print_inward(const desig_list *list, const desig_record *record) {
    const desig_record *other;
    int heading = 0;
    for (size_t at = 0; (other = desig_list_at(list, at)) != NULL; at++) {
        for (uint32_t i = 0; other != record && i < other->link_count; i++) {
            const desig_link *link = &other->links[i];
            const link_target target = link_leads_to(list, link, record->id, record);
            OUT_STRING(line);
            if (target == LINK_ELSEWHERE) continue;
            if (!heading++) puts("\nLinks of others to this record");
            out_append(&line, "%s (%s)  %s%s", party_name(other), other->id,
                       link->type ? link->type : "linked-to", target == LINK_BY_NAME ? " (by name)" : "");
            print_relation(other, i, out_text(&line));
        }
    }
}

void links_print(const desig_list *list, const desig_record *record) {
    print_outward(list, record);
    print_inward(list, record);
}

/* ---- Facts ---- */

enum { HANG = 22 };

/* In the order in which people ask for them. */
static const struct {
    desig_fact_type type;
    /* What parts the source's own name for it from the value; NULL: that name is not said. */
    const char *after_label;
} order[] = {
    {DESIG_FACT_TITLE, NULL},   {DESIG_FACT_BIRTH_DATE, NULL},       {DESIG_FACT_BIRTH_PLACE, NULL},
    {DESIG_FACT_GENDER, NULL},  {DESIG_FACT_NATIONALITY, NULL},      {DESIG_FACT_CITIZENSHIP, NULL},
    {DESIG_FACT_ADDRESS, NULL}, {DESIG_FACT_ESTABLISHED_DATE, NULL}, {DESIG_FACT_IDENTIFIER, " "},
    {DESIG_FACT_CONTACT, " "},  {DESIG_FACT_SANCTIONS_NOTE, " "},    {DESIG_FACT_REMARK, NULL},
    {DESIG_FACT_OTHER, ": "},   {DESIG_FACT_RAW_ROW, NULL},
};

enum { ORDER = sizeof order / sizeof order[0] };

static int belong_together(const desig_fact *a, const desig_fact *b) {
    return a->type == b->type && a->group != 0 && a->group == b->group;
}

/* Whether an earlier fact of its group printed this one already. */
static int is_printed(const desig_record *record, uint32_t fact) {
    if (record->facts[fact].group == 0) return 0;
    for (uint32_t i = 0; i < fact; i++)
        if (belong_together(&record->facts[i], &record->facts[fact])) return 1;
    return 0;
}

static int has_text(const char *text) {
    return text && *text != '\0';
}

static void append_value(out_string *line, const desig_fact *fact, const char *after_label) {
    if (!has_text(fact->value)) return;
    out_join(line, ", ", "");
    if (after_label && has_text(fact->label)) out_append(line, "%s%s", fact->label, after_label);
    out_append(line, "%s", fact->value);
}

static void append_facts(out_string *line, const void *const *facts, size_t count) {
    const desig_fact *fact = facts[0];
    const char *country = fact->country;
    const char *after_label = NULL;
    for (size_t t = 0; t < ORDER; t++)
        if (fact->type == (uint8_t)order[t].type) after_label = order[t].after_label;
    for (size_t i = 0; i < count; i++) {
        const desig_fact *one = facts[i];
        append_value(line, one, after_label);
        if (!country) country = one->country;
    }
    /* Where the country is all that is known of an address, some lists give it as the address, too. */
    if (has_text(country) && !(fact->value && strcmp(fact->value, country) == 0)) {
        if (fact->type == DESIG_FACT_ADDRESS)
            out_join(line, ", ", country);
        else
            out_append(line, " (%s)", country);
    }
    if (fact->type == DESIG_FACT_IDENTIFIER) {
        append_date(line, ", issued ", &fact->from);
        append_date(line, ", expires ", &fact->to);
    }
    if (has_text(fact->note)) out_append(line, " - %s", fact->note);
    if (fact->alternate) out_append(line, " (alternate)");
}

/* Append a fact and those of its group behind it, in their order. */
static void append_group(out_string *line, const desig_record *record, uint32_t at) {
    const desig_fact *first = &record->facts[at];
    const void *alone = first;
    size_t count = 0;
    if (first->group == 0) {
        append_facts(line, &alone, 1);
        return;
    }
    const void **facts = out_resize(NULL, (record->fact_count - at) * sizeof *facts);
    for (uint32_t i = at; i < record->fact_count; i++)
        if (belong_together(first, &record->facts[i])) facts[count++] = &record->facts[i];
    append_facts(line, facts, count);
    free(facts);
}

void facts_print(const desig_record *record) {
    int heading = 0;
    for (size_t t = 0; t < ORDER; t++) {
        int labelled = 0; /* whether the type stands at the left already */
        for (uint32_t i = 0; i < record->fact_count; i++) {
            OUT_STRING(line);
            if (record->facts[i].type != (uint8_t)order[t].type || is_printed(record, i)) continue;
            if (!heading++) puts("\nFacts");
            append_group(&line, record, i);
            out_labelled(2, HANG, labelled++ ? "" : desig_term(DESIG_TERMS_FACT_TYPE, order[t].type),
                         out_text(&line));
        }
    }
}

/* ---- Parts that changed ---- */

const char *part_name(const desig_part_change *change) {
    const void *part = change->after_count > 0 ? change->after[0] : change->before[0];
    switch (change->part) {
    case DESIG_PART_FACT:
        return desig_term(DESIG_TERMS_FACT_TYPE, ((const desig_fact *)part)->type);
    case DESIG_PART_ACTION:
        return ((const desig_action *)part)->derived ? "listing" : "action";
    case DESIG_PART_RECORD:
        return "kind";
    default:
        return desig_term(DESIG_TERMS_PART, change->part);
    }
}

void part_append(out_string *line, unsigned part, const void *const *parts, size_t count) {
    if (count == 0) return;
    switch (part) {
    case DESIG_PART_NAME:
        name_append(line, parts[0], " ");
        break;
    case DESIG_PART_ACTION:
        append_action(line, parts[0]);
        break;
    case DESIG_PART_LINK:
        append_link(line, parts[0]);
        break;
    case DESIG_PART_ASSERTION:
        assertion_append(line, parts[0]);
        break;
    case DESIG_PART_RECORD:
        append_text(line, "", desig_term(DESIG_TERMS_KIND, ((const desig_record *)parts[0])->kind));
        break;
    default:
        append_facts(line, parts, count);
        break;
    }
}
