/* Checks of programs: tags that their publisher does not use. */
#include <string.h>

#include "checks/checks.h"
#include "io/nearest.h"
#include "io/vocabulary.h"

/* ---- A word that may be meant ---- */

enum { FARTHEST = 2 };

/* The word that is likest, and its length; NULL if none is like it. */
static const char *nearest(const char *words, const char *program, size_t *length) {
    const char *best = NULL;
    size_t best_distance = FARTHEST + 1;
    for (size_t each; *words != '\0'; words += each + 1) {
        each = strcspn(words, ";");
        size_t away = letters_apart(words, each, program);
        if (away >= best_distance) continue;
        best_distance = away;
        best = words;
        *length = each;
    }
    return best;
}

/* ---- Unknown words ---- */

static int compare_programs(const void *a, const void *b) {
    const desig_action *first = ((const sighting *)a)->part, *second = ((const sighting *)b)->part;
    return strcmp(first->program, second->program);
}

/* Whether what has the word may be newer than the tables: by the list's day, else by the action's; and a
 * publisher's file that does not tell its day is today's. */
static int may_be_new(const checking *at, const desig_record *record, const desig_action *action) {
    const desig_date of_list = desig_list_as_of(at->entry->list);
    const desig_date *day = of_list.last_precision ? &of_list : &action->effective;
    if (day->last_precision) return day->last > VOCABULARY_END;
    return strncmp(record->id, "us-", 3) == 0 || strncmp(record->id, "eu-", 3) == 0
               ? at->today > VOCABULARY_END
               : 0;
}

/* One finding a word, at the first record that has it: a new program is one thing to know, not a thousand. */
static void tell_unknown(const checking *at, const sighting *group, size_t count) {
    const desig_action *first = group[0].part;
    const vocabulary *of = vocabulary_of(first);
    size_t length = 0;
    const char *meant = nearest(of->programs, first->program, &length);
    OUT_STRING(message);
    out_append(&message, "%s has no program \"%s\" that is known here", of->publisher, first->program);
    if (meant) out_append(&message, "; is %.*s meant?", (int)length, meant);
    if (count > 1) out_append(&message, " (and %zu more of it)", count - 1);
    check_row noted = *at->check;
    checking telling = *at;
    noted.severity = DESIG_SEVERITY_NOTE;
    if (may_be_new(at, group[0].record, first)) telling.check = &noted;
    doubt_of(&telling, group[0].record, spot_action(first, first->program), "%s", out_text(&message));
}

void check_programs(const checking *at, const void *none) {
    sightings all = {0};
    const desig_record *record;
    (void)none;
    for (size_t p = 0; (record = desig_list_at(at->entry->list, p)) != NULL; p++)
        for (uint32_t i = 0; i < record->action_count; i++) {
            const desig_action *action = &record->actions[i];
            const vocabulary *of = action->program ? vocabulary_of(action) : NULL;
            if (of && !vocabulary_has(action->program, of->programs))
                OUT_PUSH(&all, (sighting){.record = record, .part = action, .order = all.count});
        }
    sightings_tell(&all, at, compare_programs, tell_unknown);
}
