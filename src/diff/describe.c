/* The description of a comparable: the text by which comparables are told apart and found again. */
#include "diff/comparable.h"

#include "base/ascii.h"
#include "diff/spelling.h"
#include "model/date.h"

#include <string.h>

/* Some texts on one line; NULL when memory ends. */
static const char *join(dsg_arena *arena, const char *const *texts, size_t count, const char *separator) {
    const size_t gap = strlen(separator);
    size_t length = 0;
    char *joined, *at;
    if (count == 1) return texts[0] ? texts[0] : "";
    for (size_t i = 0; i < count; i++) length += gap + (texts[i] ? strlen(texts[i]) : 0);
    at = joined = dsg_arena_take(arena, length + 1);
    if (!joined) return NULL;
    for (size_t i = 0; i < count; i++) {
        length = texts[i] ? strlen(texts[i]) : 0;
        if (i > 0) at = (char *)memcpy(at, separator, gap) + gap;
        if (length > 0) at = (char *)memcpy(at, texts[i], length) + length;
    }
    *at = '\0';
    return joined;
}

static const char *date_text(dsg_arena *arena, const desig_date *date) {
    char text[DESIG_DATE_TEXT];
    desig_date_format(date, text);
    return dsg_arena_text(arena, text, strlen(text));
}

/* An action is another one under another program, and is told apart from its like by its day. */
static void describe_action(dsg_arena *arena, dsg_comparable *comparable, int of_two_sources) {
    (void)of_two_sources;
    const desig_action *action = comparable->first;
    const char *const kind[] = {desig_term(DESIG_TERMS_ACTION_TYPE, action->type), action->authority,
                                action->list, action->program};
    comparable->kind = join(arena, kind, 4, "\n");
    comparable->words = action->derived ? "" : date_text(arena, &action->effective);
}

static void describe_fact(dsg_arena *arena, dsg_comparable *comparable, int of_two_sources) {
    const desig_fact *fact = comparable->first;
    const char *country = fact->type == DESIG_FACT_ADDRESS ? fact->country : NULL;
    const char **values;
    /* Two sources have two names for one thing. */
    comparable->kind = !fact->label || (of_two_sources && fact->type != DESIG_FACT_OTHER) ? "" : fact->label;
    if (of_two_sources && dsg_date_is_known(&fact->from) && fact->type != DESIG_FACT_IDENTIFIER) {
        comparable->words = date_text(arena, &fact->from);
        return;
    }
    values = dsg_arena_take(arena, ((size_t)comparable->count + 1) * sizeof *values);
    if (!values) return;
    for (uint32_t i = 0; i < comparable->count; i++) {
        values[i] = ((const desig_fact *)comparable->parts[i])->value;
        if (dsg_same_text(values[i], country)) country = NULL;
    }
    values[comparable->count] = country;
    comparable->words = join(arena, values, comparable->count + (country ? 1 : 0), ", ");
}

/* Two who say one thing of one party are two links. */
static void describe_link(dsg_arena *arena, dsg_comparable *comparable, int of_two_sources) {
    (void)of_two_sources;
    const desig_link *link = comparable->first;
    const char *const kind[] = {link->type, link->by};
    comparable->kind = join(arena, kind, 2, "\n");
    comparable->words = link->target;
}

/* Two who say one thing of one action are two assertions. */
static void describe_assertion(dsg_arena *arena, dsg_comparable *comparable, int of_two_sources) {
    (void)of_two_sources;
    const desig_assertion *said = comparable->first;
    const char *const kind[] = {desig_term(DESIG_TERMS_STANCE, said->stance),
                                desig_term(DESIG_TERMS_ACTION_TYPE, said->action_type),
                                said->authority,
                                said->list,
                                said->program,
                                said->by};
    comparable->kind = join(arena, kind, sizeof kind / sizeof *kind, "\n");
    comparable->words = said->justification ? said->justification : "";
}

static void describe_name(dsg_arena *arena, dsg_comparable *comparable, int of_two_sources) {
    const desig_name *name = comparable->first;
    (void)arena;
    (void)of_two_sources;
    comparable->kind = desig_term(DESIG_TERMS_NAME_TYPE, name->type);
    comparable->words = name->text;
}

typedef void (*describer)(dsg_arena *arena, dsg_comparable *comparable, int of_two_sources);

static const describer describers[DSG_PART_KINDS] = {
    [DSG_PART_NAME] = describe_name,           [DSG_PART_ACTION] = describe_action,
    [DSG_PART_LINK] = describe_link,           [DSG_PART_FACT] = describe_fact,
    [DSG_PART_ASSERTION] = describe_assertion,
};

desig_result dsg_comparable_describe(dsg_comparable *comparable, dsg_arena *arena, int of_two_sources) {
    const int names_somebody = comparable->part == DSG_PART_NAME || comparable->part == DSG_PART_LINK;
    dsg_folded spelling;
    describers[comparable->part](arena, comparable, of_two_sources);
    if (!comparable->kind || !comparable->words) return DESIG_E_NOMEM;
    dsg_spelling(comparable->words, names_somebody, &spelling);
    /* What has no letter or digit is spelt in one way only. */
    comparable->spelling =
        spelling.length > 0 ? dsg_arena_text(arena, spelling.text, spelling.length) : comparable->words;
    return comparable->spelling ? DESIG_OK : DESIG_E_NOMEM;
}
