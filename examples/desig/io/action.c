#include "io/action.h"

#include <string.h>

#include "io/day.h"
#include "io/out.h"

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static int equal_nocase(const char *a, const char *b) {
    while (*a != '\0' && lower(*a) == lower(*b)) a++, b++;
    return *a == *b;
}

static int is_authority(const char *given, const char *wanted) {
    size_t length = strlen(wanted);
    if (equal_nocase(given, wanted)) return 1;
    for (size_t i = 0; i < length; i++)
        if (lower(given[i]) != lower(wanted[i])) return 0;
    return given[length] == '-';
}

int action_is_of(const desig_action *action, const char *authority, const char *list, const char *program) {
    if (authority && !(action->authority && is_authority(action->authority, authority))) return 0;
    if (list && !(action->list && equal_nocase(action->list, list))) return 0;
    return !program || (action->program && equal_nocase(action->program, program));
}

const desig_date *action_day(const desig_action *action) {
    return date_is_unknown(&action->effective) ? &action->announced : &action->effective;
}

void action_append_whereabouts(out_string *line, const desig_action *action) {
    if (action->authority) out_append(line, " by %s", action->authority);
    if (action->list) out_append(line, ", list %s", action->list);
    if (action->program) out_append(line, ", program %s", action->program);
    if (action->legal_basis) out_append(line, " (%s)", action->legal_basis);
}

/* The measures of an action are joined by "|". */
static void print_measures(int indent, const char *measures) {
    out_string line = {0};
    out_append(&line, "measures: %s", measures);
    for (char *bar = line.text; (bar = strchr(bar, '|')) != NULL;) *bar = ';';
    out_paragraph(indent, out_text(&line));
    out_string_free(&line);
}

/* What the publisher's listing alone lets one say. */
static void print_listing(int indent, const desig_action *action) {
    desig_date as_of = date_end(&action->effective);
    char words[DATE_WORDS];
    out_string line = {0};
    out_append(&line, "listed");
    if (!date_is_unknown(&as_of)) out_append(&line, " as of %s", date_words(&as_of, words));
    action_append_whereabouts(&line, action);
    out_append(&line, "; since when is not stated");
    out_paragraph(indent, out_text(&line));
    out_string_free(&line);
}

void action_print(int indent, const desig_action *action) {
    char effective[DATE_WORDS];
    char announced[DATE_WORDS];
    out_string line = {0};
    if (action->derived) {
        print_listing(indent, action);
        return;
    }
    if (date_is_unknown(&action->effective))
        out_append(&line, "(no effective date)");
    else
        out_append(&line, "%s", date_words(&action->effective, effective));
    out_append(&line, "  %s", desig_term(DESIG_TERMS_ACTION_TYPE, action->type));
    action_append_whereabouts(&line, action);
    if (!date_is_unknown(&action->announced))
        out_append(&line, ", announced %s", date_words(&action->announced, announced));
    out_paragraph(indent, out_text(&line));
    out_string_free(&line);
    if (action->justification) out_paragraph(indent + 4, action->justification);
    if (action->statement_by) out_paragraphf(indent + 4, "stated by %s", action->statement_by);
    if (action->measures) print_measures(indent + 4, action->measures);
    if (action->citation) out_paragraphf(indent + 4, "source: %s", action->citation);
}
