#define _XOPEN_SOURCE 700

#include "io/places.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "io/day.h"
#include "io/out.h"

/* A place is found by the digest of what stands there: two spots of 64 equal bits are not to be expected in a
 * list that memory can hold. */
typedef struct known_place {
    uint64_t digest;
    size_t order; /* of reading: of several places the first one is told */
    found_place place;
} known_place;

struct places {
    known_place *items; /* sorted by places_sort() */
    size_t count;
    size_t room;
    void *words; /* a tree: the names of files and fields */
};

/* ---- Spots ---- */

spot spot_record(const desig_record *record) {
    return (spot){.part = DESIG_PART_RECORD, .text = record->id};
}

spot spot_name(const desig_name *name) {
    return (spot){.part = DESIG_PART_NAME, .type = name->type, .text = name->text};
}

spot spot_fact(const desig_fact *fact) {
    return (spot){.part = DESIG_PART_FACT, .type = fact->type, .text = fact->value};
}

spot spot_link(const desig_link *link) {
    return (spot){.part = DESIG_PART_LINK, .type = link->stance, .text = link->target};
}

spot spot_action(const desig_action *action, const char *text) {
    return (spot){.part = DESIG_PART_ACTION, .type = action->type, .text = text ? text : action->program};
}

spot spot_assertion(const desig_assertion *said, const char *text) {
    return (spot){.part = DESIG_PART_ASSERTION, .type = said->stance, .text = text};
}

spot spot_date(const desig_action *action, const desig_date *date) {
    return (spot){.part = DESIG_PART_ACTION, .type = action->type, .date = date};
}

/* FNV-1a, with the NUL, so that what follows begins anew. */
static uint64_t digest_text(uint64_t digest, const char *text) {
    for (; text; text++) {
        digest = (digest ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
        if (*text == '\0') break;
    }
    return digest;
}

static uint64_t digest_of(const char *id, desig_part part, unsigned type, const char *text) {
    uint64_t digest = digest_text(UINT64_C(0xcbf29ce484222325), id);
    digest = (digest ^ (unsigned)part << 8 ^ type) * UINT64_C(0x100000001b3);
    return digest_text(digest, text);
}

/* ---- The places ---- */

static int compare_places(const void *a, const void *b) {
    const known_place *left = a, *right = b;
    return left->digest != right->digest ? OUT_ORDER(left->digest, right->digest)
                                         : OUT_ORDER(left->order, right->order);
}

static int compare_words(const void *a, const void *b) {
    return strcmp(a, b);
}

places *places_new(void) {
    return out_zeros(1, sizeof(places));
}

void places_free(places *all) {
    if (!all) return;
    while (all->words) {
        char *word = *(char **)all->words;
        tdelete(word, &all->words, compare_words);
        free(word);
    }
    free(all->items);
    free(all);
}

static const char *keep_word(places *all, const char *word) {
    if (!word) return NULL;
    const void *known = tfind(word, &all->words, compare_words);
    if (!known) known = tsearch(out_copy(word, strlen(word)), &all->words, compare_words);
    return known ? *(const char *const *)known : NULL;
}

void places_take(void *context, const desig_place *told) {
    places *all = context;
    OUT_PUSH(all, (known_place){.digest = digest_of(told->id, told->part, told->type, told->text),
                                .order = all->count,
                                .place = {.file = keep_word(all, told->file),
                                          .field = keep_word(all, told->field),
                                          .line = told->line,
                                          .column = told->column}});
}

void places_sort(places *all) {
    if (all->count > 1) qsort(all->items, all->count, sizeof *all->items, compare_places);
}

/* The first place of a digest, NULL if there is none. */
static const known_place *first_of(const places *all, uint64_t digest) {
    size_t low = 0, high = all->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (all->items[middle].digest < digest)
            low = middle + 1;
        else
            high = middle;
    }
    return low < all->count && all->items[low].digest == digest ? &all->items[low] : NULL;
}

found_place places_find(const places *all, const desig_record *record, spot of) {
    if (!all) return (found_place){.file = NULL};
    const char *text = of.date ? DATE_TEXT(of.date) : of.text;
    const known_place *found = first_of(all, digest_of(record->id, of.part, of.type, text));
    if (!found) found = first_of(all, digest_of(record->id, DESIG_PART_RECORD, 0, record->id));
    return found ? found->place : (found_place){.file = NULL};
}
