#include "screening/match.h"

#include <stdlib.h>
#include <string.h>

#include "io/party.h"
#include "io/tell.h"
#include "screening/explanation.h"

const char match_caution[] =
    "Not listed does not mean not blocked: who owns or controls a party is not looked at.";

const char *take_weak(const char *value, void *into) {
    int policy = desig_term_value(DESIG_TERMS_WEAK_POLICY, value);
    if (policy < 0) return "must be ignore, corroborate or full";
    *(desig_weak_policy *)into = (desig_weak_policy)policy;
    return NULL;
}

static const char *evidence_word(const desig_match *match, desig_evidence_on on) {
    return desig_term(DESIG_TERMS_EVIDENCE, match->evidence[on]);
}

/* ---- The index ---- */

desig_index *index_of(const desig_list *list) {
    desig_error error = {.result = DESIG_E_NOMEM};
    desig_index *index = NULL;
    const desig_index_options indexing = {DESIG_INIT(desig_index_options),
                                          .callbacks = progress_begin("indexing", "records")};
    desig_result result = desig_index_new(list, NULL, &indexing, &index, &error);
    progress_end();
    if (result != DESIG_OK) complain(&error);
    return index;
}

/* ---- The day ---- */

that_day ask_day(const desig_record *record, int32_t day, const char *separator) {
    that_day asked = {0};
    size_t count = 0;
    desig_standing *each = party_standings(record, day, &asked.overall, &count);
    for (size_t i = 0; i < count; i++) {
        if (!party_is_held(each[i].status) && each[i].status != DESIG_STATUS_UNCERTAIN) continue;
        out_join_once(&asked.lists, separator, each[i].list);
        out_join_once(&asked.programs, separator, each[i].program);
    }
    free(each);
    return asked;
}

void forget_day(that_day *asked) {
    out_string_free(&asked->lists);
    out_string_free(&asked->programs);
}

/* ---- The cells ---- */

void match_explain(const char *query, const desig_match *match, out_string *line) {
    desig_explanation why = {DESIG_INIT(desig_explanation)};
    if (match->evidence[DESIG_EVIDENCE_ON_IDENTIFIER] == DESIG_EVIDENCE_AGREE)
        out_append(line, "equal identifier");
    if (!match->name) return;
    if (line->length > 0) out_append(line, "; ");
    desig_name_explain(query, match->name->text, (desig_kind)match->record->kind, &why);
    explanation_line(&why, line);
}

void match_cells(out_table *table, const char *query, size_t rank, const desig_match *match,
                 const desig_record *asked, int32_t day) {
    out_cell(table, query);
    if (!match) {
        for (const char *at = MATCH_COLUMNS; (at = strchr(at, ',')) != NULL; at++) out_cell(table, NULL);
        return;
    }
    that_day then = ask_day(asked, day, "|");
    OUT_STRING(explanation);
    match_explain(query, match, &explanation);
    out_cellf(table, "%zu", rank);
    out_cellf(table, "%.3f", match->score);
    OUT_CELLS(
        table, match->record->id, desig_term(DESIG_TERMS_KIND, match->record->kind),
        party_name(match->record), match->name ? match->name->text : NULL,
        match->name ? desig_term(DESIG_TERMS_STRENGTH, match->name->strength) : NULL, match->record->source,
        evidence_word(match, DESIG_EVIDENCE_ON_BORN), evidence_word(match, DESIG_EVIDENCE_ON_NATIONALITY),
        evidence_word(match, DESIG_EVIDENCE_ON_IDENTIFIER), evidence_word(match, DESIG_EVIDENCE_ON_KIND),
        desig_term(DESIG_TERMS_STATUS, then.overall.status), out_text(&then.lists), out_text(&then.programs),
        out_text(&explanation));
    forget_day(&then);
}
