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
    uint64_t digest; /* first: this is what is compared */
    found_place place;
} known_place;

/* Trees, of places and of the names of files and fields. */
struct places {
    void *spots;
    void *words;
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

static int compare_digests(const void *a, const void *b) {
    return OUT_ORDER(*(const uint64_t *)a, *(const uint64_t *)b);
}

static int compare_words(const void *a, const void *b) {
    return strcmp(a, b);
}

places *places_new(void) {
    return out_zeros(1, sizeof(places));
}

static void free_tree(void **root, int (*compare)(const void *a, const void *b)) {
    while (*root) {
        void *item = **(void ***)root;
        tdelete(item, root, compare);
        free(item);
    }
}

void places_free(places *all) {
    if (!all) return;
    free_tree(&all->spots, compare_digests);
    free_tree(&all->words, compare_words);
    free(all);
}

/* What a tree has that is equal to an item, else the item, which is added. */
static void *keep(void **root, void *item, int (*compare)(const void *a, const void *b)) {
    void **node = tsearch(item, root, compare);
    if (!node) return out_resize(NULL, SIZE_MAX);
    if (*node != item) free(item);
    return *node;
}

static const char *keep_word(places *all, const char *word) {
    const void *known = word ? tfind(word, &all->words, compare_words) : NULL;
    if (!word || known) return known ? *(const char *const *)known : NULL;
    return keep(&all->words, out_copy(word, strlen(word)), compare_words);
}

void places_take(void *context, const desig_place *told) {
    places *all = context;
    known_place *taken = out_resize(NULL, sizeof *taken);
    *taken = (known_place){.digest = digest_of(told->id, told->part, told->type, told->text),
                           .place = {.file = keep_word(all, told->file),
                                     .field = keep_word(all, told->field),
                                     .line = told->line,
                                     .column = told->column}};
    keep(&all->spots, taken, compare_digests); /* of several places the first one is kept */
}

found_place places_find(const places *all, const desig_record *record, spot of) {
    if (!all) return (found_place){.file = NULL};
    const char *text = of.date ? DATE_TEXT(of.date) : of.text;
    const uint64_t digest = digest_of(record->id, of.part, of.type, text);
    const uint64_t row = digest_of(record->id, DESIG_PART_RECORD, 0, record->id);
    const void *found = tfind(&digest, &all->spots, compare_digests);
    if (!found) found = tfind(&row, &all->spots, compare_digests);
    return found ? (*(const known_place *const *)found)->place : (found_place){.file = NULL};
}
