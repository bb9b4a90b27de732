#include "io/assertion.h"

#include <string.h>

#include "io/day.h"

static int leaves_open_or_is(const char *said, const char *text) {
    return !said || (text && strcmp(said, text) == 0);
}

int assertion_is_about(const desig_assertion *said, const desig_action *action) {
    if (said->action_type != action->type || !leaves_open_or_is(said->authority, action->authority) ||
        !leaves_open_or_is(said->list, action->list) || !leaves_open_or_is(said->program, action->program))
        return 0;
    return date_is_unknown(&said->effective) || date_compare(&said->effective, &action->effective) == 0;
}

static void print_assertion(int indent, const desig_assertion *said) {
    char words[DATE_WORDS];
    out_string line = {0};
    out_append(&line, "%s", desig_term(DESIG_TERMS_STANCE, said->stance));
    if (said->by) out_append(&line, " by %s", said->by);
    if (!date_is_unknown(&said->date)) out_append(&line, ", %s", date_words(&said->date, words));
    out_paragraph(indent, out_text(&line));
    out_string_free(&line);
    if (said->justification) out_paragraph(indent + 4, said->justification);
    if (said->citation) out_paragraphf(indent + 4, "source: %s", said->citation);
}

void assertions_print(int indent, const desig_record *record, const desig_action *action) {
    for (uint32_t i = 0; i < record->assertion_count; i++)
        if (assertion_is_about(&record->assertions[i], action))
            print_assertion(indent + 4, &record->assertions[i]);
}

void assertion_append(out_string *line, const desig_assertion *said) {
    char words[DATE_WORDS];
    out_append(line, "%s", desig_term(DESIG_TERMS_STANCE, said->stance));
    if (said->by) out_append(line, " by %s", said->by);
    if (!date_is_unknown(&said->date)) out_append(line, ", %s", date_words(&said->date, words));
    out_append(line, ", of what was %s", desig_term(DESIG_TERMS_ACTION_TYPE, said->action_type));
    if (!date_is_unknown(&said->effective)) out_append(line, " %s", date_words(&said->effective, words));
    if (said->authority) out_append(line, " by %s", said->authority);
    if (said->list) out_append(line, ", list %s", said->list);
    if (said->program) out_append(line, ", program %s", said->program);
    if (said->justification) out_append(line, "; reason: %s", said->justification);
    if (said->citation) out_append(line, "; source: %s", said->citation);
}
