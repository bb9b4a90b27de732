#include "search/index.h"

#include "base/callbacks.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/script.h"
#include "base/struct_size.h"
#include "names/acronym.h"
#include "names/compare.h"
#include "search/identifier.h"

#include <string.h>

enum { PROGRESS_STEP = 1024 };

size_t dsg_index_parts(const desig_index *index, uint32_t name, dsg_name_part parts[DSG_NAME_PARTS]) {
    const dsg_index_name *n = &index->names[name];
    size_t count = n[1].parts - n[0].parts;
    for (size_t i = 0; i < count; i++)
        dsg_dictionary_get(&index->dictionary, index->parts[n->parts + i], &parts[i]);
    if (n->cut > 0) parts[n->cut - 1].cut = 1;
    return count;
}

const desig_record *dsg_index_record_of(const desig_index *index, uint32_t name) {
    return desig_list_at(index->list, index->names[name].record);
}

const desig_name *dsg_index_name_of(const desig_index *index, uint32_t name) {
    return &dsg_index_record_of(index, name)->names[index->names[name].name];
}

uint32_t dsg_index_text_hash(const dsg_folded *folded) {
    return (uint32_t)dsg_hash(folded->text, folded->length);
}

/* ---- Names ---- */

/* While the index is built. */
typedef struct building {
    desig_index *index;
    desig_callbacks callbacks;
    uint32_t *text_hashes; /* of the names */
    size_t text_capacity;
    dsg_folded folded; /* the name at hand */
    dsg_name_parts parts;
    uint32_t scripts; /* of the record at hand */
} building;

static int add_part(desig_index *index, const dsg_name_part *part, dsg_name_family family) {
    uint32_t *parts =
        dsg_grow(&index->allocator, index->parts, sizeof *parts, index->part_count, &index->part_capacity);
    if (!parts) return 0;
    index->parts = parts;
    uint32_t number = dsg_dictionary_add(&index->dictionary, &index->allocator, part, family);
    if (number == UINT32_MAX) return 0;
    parts[index->part_count++] = number;
    return 1;
}

/* One more name after the last, of which only `parts` counts for now: where its parts will begin. */
static int open_name(building *b) {
    desig_index *index = b->index;
    dsg_index_name *names =
        dsg_grow(&index->allocator, index->names, sizeof *names, index->name_count, &index->name_capacity);
    if (!names) return 0;
    index->names = names;
    if (index->name_count >= UINT32_MAX || index->part_count >= UINT32_MAX - DSG_NAME_PARTS) return 0;
    names[index->name_count] = (dsg_index_name){.parts = (uint32_t)index->part_count};
    return 1;
}

static int keep_text_hash(building *b) {
    uint32_t *hashes = dsg_grow(&b->index->allocator, b->text_hashes, sizeof *hashes, b->index->name_count,
                                &b->text_capacity);
    if (!hashes) return 0;
    b->text_hashes = hashes;
    hashes[b->index->name_count] = dsg_index_text_hash(&b->folded);
    return 1;
}

static desig_result add_name(building *b, uint32_t record, uint32_t position, const char *text,
                             dsg_name_family family) {
    desig_index *index = b->index;
    dsg_parts_split(text, family, &b->folded, &b->parts);
    if (b->parts.count == 0) return DESIG_OK;
    if (!open_name(b) || !keep_text_hash(b)) return DESIG_E_NOMEM;
    dsg_index_name *name = &index->names[index->name_count];
    name->record = record;
    name->name = position;
    name->family = (unsigned)family & 3U;
    name->surnames = (uint8_t)b->parts.surnames;
    for (size_t i = 0; i < b->parts.count; i++) {
        name->initials = (uint8_t)(name->initials + (b->parts.part[i].class == DSG_CLASS_INITIAL));
        if (b->parts.part[i].cut) name->cut = (i + 1) & 63U;
        b->scripts |= dsg_scripts_of(b->parts.part[i].text, b->parts.part[i].text_length);
        if (!add_part(index, &b->parts.part[i], family)) return DESIG_E_NOMEM;
    }
    for (size_t i = name->parts; dsg_index_has_beginnings(name) && i < index->part_count; i++)
        dsg_dictionary_mark(&index->dictionary, index->parts[i]);
    index->name_count++;
    index->families |= 1U << (unsigned)family;
    return DESIG_OK;
}

static void count_scripts(building *b) {
    for (size_t bit = 0; bit < 32; bit++) b->index->script_records[bit] += b->scripts >> bit & 1U;
    b->index->named_records += b->scripts != 0;
    b->scripts = 0;
}

static desig_result add_record(building *b, uint32_t position) {
    const desig_record *record = desig_list_at(b->index->list, position);
    dsg_name_family family = dsg_family_of(record->kind);
    for (uint32_t i = 0; i < record->name_count; i++) {
        if (!record->names[i].text) continue;
        desig_result result = add_name(b, position, i, record->names[i].text, family);
        if (result != DESIG_OK) return result;
    }
    count_scripts(b);
    return DESIG_OK;
}

static desig_result tell(const building *b, size_t done, size_t total) {
    return dsg_callbacks_progress(&b->callbacks, done, total);
}

static desig_result add_records(building *b) {
    size_t total = desig_list_count(b->index->list);
    desig_result result = DESIG_OK;
    if (total >= UINT32_MAX) return DESIG_E_NOMEM;
    for (size_t i = 0; i < total && result == DESIG_OK; i++) {
        if (i % PROGRESS_STEP == 0) result = tell(b, i, total);
        if (result == DESIG_OK) result = add_record(b, (uint32_t)i);
    }
    if (result == DESIG_OK) result = tell(b, total, total);
    if (result == DESIG_OK && !open_name(b)) result = DESIG_E_NOMEM;
    return result;
}

/* ---- Postings ---- */

/* A postings' list is filled from its end: the names with initials or a cut part come first in it. */
static void put_parts(building *b, dsg_postings *postings) {
    const desig_index *index = b->index;
    for (int begun = 0; begun <= 1; begun++)
        for (uint32_t name = 0; name < index->name_count; name++) {
            if (dsg_index_has_beginnings(&index->names[name]) != begun) continue;
            for (uint32_t i = index->names[name].parts; i < index->names[name + 1].parts; i++)
                dsg_postings_put(postings, index->parts[i], name);
        }
}

static void put_acronyms(dsg_postings *postings, const dsg_name_part *parts, size_t count, uint32_t name) {
    dsg_acronym acronyms[DSG_ACRONYMS];
    size_t found = dsg_acronyms_of(parts, count, acronyms);
    for (size_t i = 0; i < found; i++) {
        uint32_t key = dsg_acronym_key(acronyms[i].text, acronyms[i].length);
        dsg_postings_put(postings, dsg_postings_bucket(postings, key), name);
    }
}

static void put_joined(building *b, dsg_postings *postings) {
    dsg_name_part parts[DSG_NAME_PARTS];
    dsg_part_room room;
    dsg_name_part joined;
    for (uint32_t name = 0; name < b->index->name_count; name++) {
        size_t count = dsg_index_parts(b->index, name, parts);
        for (size_t i = 0; i + 1 < count; i++)
            if (dsg_part_join(parts + i, count - i, &room, &joined))
                dsg_postings_put(postings, dsg_postings_bucket(postings, dsg_joined_key(&joined)), name);
        if (b->index->names[name].family == DSG_FAMILY_THING) put_acronyms(postings, parts, count, name);
    }
}

static void put_texts(building *b, dsg_postings *postings) {
    for (uint32_t name = 0; name < b->index->name_count; name++)
        dsg_postings_put(postings, dsg_postings_bucket(postings, b->text_hashes[name]), name);
}

typedef struct identity {
    dsg_postings *postings;
    uint32_t position;
} identity;

static int put_number(void *context, const dsg_number *number) {
    const identity *of = context;
    dsg_postings_put(of->postings, dsg_postings_bucket(of->postings, dsg_number_hash(number)), of->position);
    return 0;
}

static void put_identifiers(building *b, dsg_postings *postings) {
    size_t total = desig_list_count(b->index->list);
    for (uint32_t position = 0; position < total; position++) {
        const desig_record *record = desig_list_at(b->index->list, position);
        identity of = {postings, position};
        for (uint32_t i = 0; i < record->fact_count; i++) {
            const desig_fact *fact = &record->facts[i];
            if (fact->type != DESIG_FACT_IDENTIFIER || !fact->value) continue;
            (void)dsg_numbers_each(fact->value, put_number, &of);
        }
    }
}

static desig_result fill(building *b, dsg_postings *postings, size_t buckets,
                         void (*put)(building *, dsg_postings *)) {
    desig_result result = dsg_postings_open(postings, &b->index->allocator, buckets);
    if (result != DESIG_OK) return result;
    put(b, postings);
    result = dsg_postings_counted(postings, &b->index->allocator);
    if (result == DESIG_OK) put(b, postings);
    return result;
}

/* Give back what the arrays grew beyond their content. An allocator that will not shrink a block may
 * keep it. */
static void *shrink(desig_index *index, void *items, size_t item_size, size_t count, size_t *capacity) {
    if (!items || count == 0 || count == *capacity) return items;
    void *moved =
        index->allocator.resize(index->allocator.context, items, *capacity * item_size, count * item_size);
    if (!moved) return items;
    *capacity = count;
    return moved;
}

static desig_result build(building *b) {
    desig_index *index = b->index;
    desig_result result = add_records(b);
    if (result != DESIG_OK) return result;
    index->names =
        shrink(index, index->names, sizeof *index->names, index->name_count + 1, &index->name_capacity);
    index->parts =
        shrink(index, index->parts, sizeof *index->parts, index->part_count, &index->part_capacity);
    size_t names = dsg_postings_buckets_for(index->name_count);
    result = dsg_dictionary_finish(&index->dictionary, &index->allocator);
    if (result == DESIG_OK) result = fill(b, &index->by_part, index->dictionary.count, put_parts);
    if (result == DESIG_OK)
        result = fill(b, &index->by_joined, dsg_postings_buckets_for(index->part_count), put_joined);
    if (result == DESIG_OK) result = fill(b, &index->by_text, names, put_texts);
    if (result == DESIG_OK) result = fill(b, &index->by_identity, names, put_identifiers);
    return result;
}

/* ---- Public ---- */

desig_result desig_index_new(const desig_list *list, const desig_allocator *allocator,
                             const desig_index_options *options, desig_index **out, desig_error *error) {
    if (!list || !out) return dsg_error_plain(error, DESIG_E_ARGUMENT);
    desig_allocator chosen = dsg_allocator_or_default(allocator);
    desig_index *index = dsg_alloc(&chosen, sizeof *index);
    if (!index) return dsg_error_plain(error, DESIG_E_NOMEM);
    memset(index, 0, sizeof *index);
    index->allocator = chosen;
    index->list = list;
    building b = {.index = index};
    desig_index_options given = {0};
    DSG_STRUCT_TAKE(desig_index_options, &given, options);
    b.callbacks = dsg_callbacks_of(given.callbacks);
    desig_result result = build(&b);
    dsg_release(&chosen, b.text_hashes, b.text_capacity * sizeof *b.text_hashes);
    if (result != DESIG_OK) {
        desig_index_free(index);
        return dsg_error_plain(error, result);
    }
    *out = index;
    return DESIG_OK;
}

void desig_index_free(desig_index *index) {
    if (!index) return;
    desig_allocator allocator = index->allocator;
    dsg_dictionary_free(&index->dictionary, &allocator);
    dsg_postings_free(&index->by_part, &allocator);
    dsg_postings_free(&index->by_joined, &allocator);
    dsg_postings_free(&index->by_text, &allocator);
    dsg_postings_free(&index->by_identity, &allocator);
    dsg_release(&allocator, index->names, index->name_capacity * sizeof *index->names);
    dsg_release(&allocator, index->parts, index->part_capacity * sizeof *index->parts);
    dsg_release(&allocator, index, sizeof *index);
}
