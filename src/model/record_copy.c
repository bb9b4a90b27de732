#include "model/record_copy.h"

#include "base/ascii.h"

#include <stddef.h>
#include <string.h>

void dsg_record_copier_open(dsg_record_copier *copier, const desig_allocator *allocator, dsg_arena *arena) {
    *copier = (dsg_record_copier){.arena = arena, .result = DESIG_OK};
    dsg_part_set_init(&copier->known, allocator);
}

void dsg_record_copier_close(dsg_record_copier *copier) {
    dsg_part_set_free(&copier->known);
}

/* ---- Parts ---- */

static const char *keep_text(void *arena, const char *text, size_t length) {
    return dsg_arena_text(arena, text, length);
}

static void copy_parts(dsg_record_copier *copier, enum dsg_part_kind part, char *to, const void *from,
                       uint32_t count) {
    const size_t size = dsg_part_size(part);
    memcpy(to, from, count * size);
    for (uint32_t i = 0; copier->result == DESIG_OK && i < count; i++) {
        if (!copier->ledger) dsg_part_leave_editions(part, to + i * size);
        copier->result = dsg_part_keep_texts(part, to + i * size, keep_text, copier->arena);
    }
}

static void know_parts(dsg_record_copier *copier, enum dsg_part_kind part, const char *parts,
                       uint32_t count) {
    const size_t size = dsg_part_size(part);
    for (uint32_t i = 0; copier->result == DESIG_OK && i < count; i++)
        if (!dsg_part_set_has(&copier->known, copier->number, part, parts + i * size))
            copier->result = dsg_part_set_add(&copier->known, copier->number, part, parts + i * size);
}

/* Lay out the parts of `record`, and after them those of `extra` (may be NULL) that it has not. */
static void copy_all_parts(dsg_record_copier *copier, enum dsg_part_kind part, desig_record *to,
                           const desig_record *record, const desig_record *extra) {
    const size_t size = dsg_part_size(part);
    uint32_t own_count, extra_count = 0;
    const char *parts = dsg_record_parts(record, part, &own_count);
    const char *extra_parts = extra ? dsg_record_parts(extra, part, &extra_count) : NULL;
    dsg_record_set_parts(to, part, NULL, 0);
    if (own_count + extra_count == 0 || copier->result != DESIG_OK) return;
    char *room = dsg_arena_take(copier->arena, ((size_t)own_count + extra_count) * size);
    if (!room) {
        copier->result = DESIG_E_NOMEM;
        return;
    }
    if (own_count > 0) copy_parts(copier, part, room, parts, own_count);
    if (extra_count > 0) know_parts(copier, part, parts, own_count);
    uint32_t count = own_count;
    for (uint32_t i = 0; copier->result == DESIG_OK && i < extra_count; i++) {
        if (dsg_part_set_has(&copier->known, copier->number, part, extra_parts + i * size)) continue;
        copy_parts(copier, part, room + count * size, extra_parts + i * size, 1);
        count++;
    }
    dsg_record_set_parts(to, part, room, count);
}

/* ---- Records ---- */

/* What a record has outside of a ledger, and had in the first version of this library. */
static const size_t sizeof_plain = offsetof(desig_record, presence_count);

const char *dsg_record_copier_text(dsg_record_copier *copier, const char *text) {
    if (!text || copier->result != DESIG_OK) return NULL;
    const char *copied = dsg_arena_text(copier->arena, text, strlen(text));
    if (!copied) copier->result = DESIG_E_NOMEM;
    return copied;
}

const desig_record *dsg_record_copy(dsg_record_copier *copier, const desig_record *record,
                                    const desig_record *extra) {
    desig_record *to = dsg_arena_take(copier->arena, sizeof *to);
    if (!to) {
        copier->result = DESIG_E_NOMEM;
        return NULL;
    }
    memset(to, 0, sizeof *to);
    memcpy(to, record, sizeof_plain);
    to->size = sizeof *to;
    to->id = dsg_record_copier_text(copier, record->id);
    to->source = dsg_record_copier_text(copier, record->source);
    if (to->kind == DESIG_KIND_UNKNOWN && extra) to->kind = extra->kind;
    for (enum dsg_part_kind part = DSG_PART_NAME; part < DSG_PART_KINDS; part++)
        copy_all_parts(copier, part, to, record, extra);
    if (copier->ledger) copy_all_parts(copier, DSG_PART_PRESENCE, to, record, NULL);
    to->ledger = copier->ledger;
    return copier->result == DESIG_OK ? to : NULL;
}

/* ---- Records that the caller gives ---- */

static int is_text(const char *text) {
    const size_t length = strlen(text);
    return dsg_utf8_valid(text, length) == length;
}

static const char *check_record(const desig_record *record) {
    uint32_t count;
    if (!record) return "no record";
    if (record->size != 0 && record->size < sizeof_plain) return "the record's size is too small";
    if (!record->id || record->id[0] == '\0') return "a record needs an id";
    if (!is_text(record->id) || (record->source && !is_text(record->source)))
        return "a text is not valid UTF-8";
    if (!desig_term(DESIG_TERMS_KIND, record->kind)) return "the kind is out of its range";
    for (enum dsg_part_kind part = DSG_PART_NAME; part < DSG_PART_KINDS; part++)
        if (!dsg_record_parts(record, part, &count) && count > 0) return "a count of parts without the parts";
    return NULL;
}

/* Each part is checked in a copy, in which its dates may be given equal bytes. */
static const char *check_parts(desig_record *copied) {
    const char *wrong = NULL;
    for (enum dsg_part_kind part = DSG_PART_NAME; !wrong && part < DSG_PART_KINDS; part++) {
        uint32_t count;
        char *parts = (char *)(uintptr_t)dsg_record_parts(copied, part, &count);
        for (uint32_t i = 0; !wrong && i < count; i++)
            wrong = dsg_part_check(part, parts + i * dsg_part_size(part));
    }
    return wrong;
}

const desig_record *dsg_record_copy_given(dsg_record_copier *copier, const desig_record *record) {
    copier->wrong = check_record(record);
    const desig_record *copied = copier->wrong ? NULL : dsg_record_copy(copier, record, NULL);
    if (copied) copier->wrong = check_parts((desig_record *)(uintptr_t)copied);
    if (copier->wrong) copier->result = DESIG_E_ARGUMENT;
    return copier->wrong ? NULL : copied;
}
