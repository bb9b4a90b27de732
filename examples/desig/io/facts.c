#include "io/facts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/day.h"
#include "io/out.h"

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

void facts_append(out_string *line, const void *const *facts, size_t count) {
    const desig_fact *fact = facts[0];
    const char *country = fact->country;
    const char *after_label = NULL;
    char words[DATE_WORDS];
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
        if (!date_is_unknown(&fact->from)) out_append(line, ", issued %s", date_words(&fact->from, words));
        if (!date_is_unknown(&fact->to)) out_append(line, ", expires %s", date_words(&fact->to, words));
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
        facts_append(line, &alone, 1);
        return;
    }
    const void **facts = out_resize(NULL, (record->fact_count - at) * sizeof *facts);
    for (uint32_t i = at; i < record->fact_count; i++)
        if (belong_together(first, &record->facts[i])) facts[count++] = &record->facts[i];
    facts_append(line, facts, count);
    free(facts);
}

void facts_print(const desig_record *record) {
    int heading = 0;
    for (size_t t = 0; t < ORDER; t++) {
        int labelled = 0; /* whether the type stands at the left already */
        for (uint32_t i = 0; i < record->fact_count; i++) {
            out_string line = {0};
            if (record->facts[i].type != (uint8_t)order[t].type || is_printed(record, i)) continue;
            if (!heading++) puts("\nFacts");
            append_group(&line, record, i);
            out_labelled(2, HANG, labelled++ ? "" : desig_term(DESIG_TERMS_FACT_TYPE, order[t].type),
                         out_text(&line));
            out_string_free(&line);
        }
    }
}
