#include "io/wanted.h"

#include "io/nearest.h"
#include "io/party.h"
#include "io/tell.h"
#include "io/vocabulary.h"

#include <stddef.h>
#include <string.h>

/* A word that can be asked for, and where it stands in an action and among what is asked. */
static const struct {
    const char *option;
    size_t asked;
    size_t in_action;
    int (*is_known)(const char *word);
} filters[] = {
    {"--authority", offsetof(wanted_words, authority), offsetof(desig_action, authority),
     vocabulary_knows_authority},
    {"--list", offsetof(wanted_words, list), offsetof(desig_action, list), vocabulary_knows_list},
    {"--program", offsetof(wanted_words, program), offsetof(desig_action, program), vocabulary_knows_program},
};

enum { FILTERS = sizeof filters / sizeof filters[0], FARTHEST = 3 };

static const char *word_at(const void *of, size_t offset) {
    return *(const char *const *)((const char *)of + offset);
}

static int is_of(size_t filter, const desig_action *action, const char *word) {
    const char *const asked[FILTERS] = {filter == 0 ? word : NULL, filter == 1 ? word : NULL,
                                        filter == 2 ? word : NULL};
    return action_is_of(action, asked[0], asked[1], asked[2]);
}

/* The nearest of the words that occur; `away` is how far it is. */
static void come_nearer(const char *word, const char *given, const char **best, size_t *away) {
    size_t letters;
    if (!given || (*best && strcmp(*best, given) == 0)) return;
    letters = letters_apart(given, strlen(given), word);
    if (letters >= *away) return;
    *away = letters;
    *best = given;
}

static int check_word(size_t filter, const char *word, const desig_list *const *lists, size_t count) {
    const char *best = NULL;
    size_t away = FARTHEST + 1;
    const desig_record *record;
    for (size_t l = 0; l < count; l++)
        for (size_t r = 0; (record = desig_list_at(lists[l], r)) != NULL; r++)
            for (uint32_t a = 0; a < record->action_count; a++) {
                if (is_of(filter, &record->actions[a], word)) return 0;
                come_nearer(word, word_at(&record->actions[a], filters[filter].in_action), &best, &away);
            }
    if (filters[filter].is_known(word)) {
        note("desig: no record of these lists is of %s %s, which is known", filters[filter].option + 2, word);
        return 0;
    }
    if (best)
        return fail("desig: %s: \"%s\" occurs nowhere in these lists; is %s meant?", filters[filter].option,
                    word, best);
    return fail("desig: %s: \"%s\" occurs nowhere in these lists", filters[filter].option, word);
}

int wanted_check(const wanted_words *wanted, const desig_list *const *lists, size_t count) {
    int status = 0;
    for (size_t i = 0; i < FILTERS && status == 0; i++) {
        const char *word = word_at(wanted, filters[i].asked);
        if (word) status = check_word(i, word, lists, count);
    }
    return status;
}
