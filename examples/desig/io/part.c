#include "io/part.h"

#include "io/action.h"
#include "io/assertion.h"
#include "io/day.h"
#include "io/facts.h"

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

static void append_date(out_string *line, const char *before, const desig_date *date) {
    char words[DATE_WORDS];
    if (!date_is_unknown(date)) out_append(line, "%s%s", before, date_words(date, words));
}

/* Append a text, after what says what it is. */
static void append_text(out_string *line, const char *before, const char *text) {
    if (text) out_append(line, "%s%s", before, text);
}

void name_append(out_string *line, const desig_name *name, const char *gap) {
    out_append(line, "%s%s(%s", name->text ? name->text : "", gap,
               desig_term(DESIG_TERMS_NAME_TYPE, name->type));
    if (name->strength != DESIG_STRENGTH_UNKNOWN)
        out_append(line, ", %s", desig_term(DESIG_TERMS_STRENGTH, name->strength));
    append_text(line, ", ", name->language);
    out_append(line, ")");
}

/* The day of a listing is that of its list. */
static void append_action(out_string *line, const desig_action *action) {
    out_append(line, "%s", action->derived ? "listed" : desig_term(DESIG_TERMS_ACTION_TYPE, action->type));
    if (!action->derived) append_date(line, " ", &action->effective);
    action_append_whereabouts(line, action);
    append_date(line, ", announced ", &action->announced);
    append_text(line, "; measures: ", action->measures);
    append_text(line, "; reason: ", action->justification);
    append_text(line, "; stated by ", action->statement_by);
    append_text(line, "; source: ", action->citation);
}

static void append_link(out_string *line, const desig_link *link) {
    append_text(line, "", link->type);
    append_text(line, "  ", link->target);
    if (link->role) out_append(line, " (%s)", link->role);
    if (link->stance != DESIG_STANCE_PLAIN || link->by)
        out_append(line, ", %s",
                   link->stance == DESIG_STANCE_PLAIN ? "stated"
                                                      : desig_term(DESIG_TERMS_STANCE, link->stance));
    append_text(line, " by ", link->by);
    append_date(line, ", ", &link->date);
    append_text(line, "; reason: ", link->justification);
    append_text(line, "; source: ", link->citation);
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
        facts_append(line, parts, count);
        break;
    }
}
