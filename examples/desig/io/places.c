#include "io/places.h"

#include <stdlib.h>
#include <string.h>

#include "io/out.h"

/* A place is found by the digest of what stands there: two spots of 64 equal bits are not to be expected in a
 * list that memory can hold. */
typedef struct place_slot {
    uint64_t digest; /* 0: free */
    uint64_t line;
    uint32_t column;
    uint16_t file;
    uint16_t field; /* 0: none */
} place_slot;

/* Names of files and fields: few, and mostly the one before. */
typedef struct word_table {
    char **items;
    size_t count;
} word_table;

struct places {
    place_slot *slots; /* open addressing */
    size_t room;
    size_t count;
    word_table files;
    word_table fields;
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
    digest = digest_text(digest, text);
    return digest ? digest : 1;
}

/* ---- The table ---- */

places *places_new(void) {
    places *all = out_resize(NULL, sizeof *all);
    *all = (places){.slots = NULL};
    return all;
}

static void free_words(word_table *words) {
    for (size_t i = 0; i < words->count; i++) free(words->items[i]);
    free(words->items);
}

void places_free(places *all) {
    if (!all) return;
    free_words(&all->files);
    free_words(&all->fields);
    free(all->slots);
    free(all);
}

static place_slot *slot_of(const places *all, uint64_t digest) {
    size_t at = (size_t)digest & (all->room - 1);
    while (all->slots[at].digest != 0 && all->slots[at].digest != digest) at = (at + 1) & (all->room - 1);
    return &all->slots[at];
}

static void enlarge(places *all) {
    places larger = *all;
    larger.room = all->room ? all->room * 2 : 1024;
    larger.slots = out_resize(NULL, larger.room * sizeof *larger.slots);
    memset(larger.slots, 0, larger.room * sizeof *larger.slots);
    for (size_t i = 0; i < all->room; i++)
        if (all->slots[i].digest != 0) *slot_of(&larger, all->slots[i].digest) = all->slots[i];
    free(all->slots);
    *all = larger;
}

/* The number of a word from 1 on; 0 for NULL. */
static uint16_t number_of(word_table *words, const char *word) {
    if (!word) return 0;
    for (size_t i = words->count; i-- > 0;)
        if (strcmp(words->items[i], word) == 0) return (uint16_t)(i + 1);
    if (words->count == UINT16_MAX) return 0;
    size_t size = strlen(word) + 1;
    words->items = out_resize(words->items, (words->count + 1) * sizeof *words->items);
    words->items[words->count] = memcpy(out_resize(NULL, size), word, size);
    return (uint16_t)++words->count;
}

void places_take(void *context, const desig_place *told) {
    places *all = context;
    if (all->count >= all->room / 2) enlarge(all);
    uint64_t digest = digest_of(told->id, told->part, told->type, told->text);
    place_slot *slot = slot_of(all, digest);
    if (slot->digest != 0) return;
    all->count++;
    *slot = (place_slot){.digest = digest,
                         .line = told->line,
                         .column = told->column,
                         .file = number_of(&all->files, told->file),
                         .field = number_of(&all->fields, told->field)};
}

found_place places_find(const places *all, const desig_record *record, spot of) {
    if (!all || all->room == 0) return (found_place){.file = NULL};
    char day[DESIG_DATE_TEXT];
    const char *text = of.date ? desig_date_format(of.date, day) : of.text;
    const place_slot *slot = slot_of(all, digest_of(record->id, of.part, of.type, text));
    if (slot->digest == 0) slot = slot_of(all, digest_of(record->id, DESIG_PART_RECORD, 0, record->id));
    if (slot->digest == 0) return (found_place){.file = NULL};
    return (found_place){.file = slot->file ? all->files.items[slot->file - 1] : NULL,
                         .field = slot->field ? all->fields.items[slot->field - 1] : NULL,
                         .line = slot->line,
                         .column = slot->column};
}
