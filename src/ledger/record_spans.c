#include "ledger/record_spans.h"

#include "base/memory.h"
#include "base/sort.h"
#include "model/edition.h"

#include <string.h>

void dsg_record_spans_open(dsg_record_spans *spans, const desig_list *ledger, const desig_edition *edition,
                           dsg_arena *arena) {
    *spans = (dsg_record_spans){.ledger = ledger,
                                .edition = (uint16_t)(desig_list_edition_count(ledger) + 1),
                                .observed = edition->observed,
                                .arena = arena};
    dsg_strings_init(&spans->strings, arena);
    for (unsigned file = 0; file < DSG_FILE_LEDGER; file++) {
        size_t before = dsg_edition_before(ledger, spans->edition, file);
        spans->last_observed[file] = (uint16_t)before;
        spans->came[file] = dsg_between_copies(desig_list_edition(ledger, before), edition);
    }
}

void dsg_record_spans_close(dsg_record_spans *spans) {
    dsg_strings_free(&spans->strings);
    dsg_release(spans->arena->allocator, spans->room, spans->capacity * sizeof(*spans->room));
    dsg_release(spans->arena->allocator, spans->closing, spans->closing_capacity * sizeof(*spans->closing));
}

int dsg_record_is_present(const desig_record *record) {
    for (uint32_t i = 0; i < record->presence_count; i++) {
        if (record->presences[i].span.last == 0) return 1;
    }
    return 0;
}

/* ---- What closes and what opens ---- */

/* Of one kind of part: at first those of the ledger whose spans are open, and those of the edition, each in
 * order; in the end those whose spans close, and those whose spans open. */
typedef struct turnover {
    enum dsg_part_kind part;
    const void **closing;
    const void **opening;
    size_t closing_count;
    size_t opening_count;
} turnover;

/* The file of a part matters as much as what the part says. */
static int compare(const void *context, const void *a, const void *b) {
    enum dsg_part_kind part = *(const enum dsg_part_kind *)context;
    int order = dsg_part_compare(part, a, b);
    int file_a = dsg_part_span_of(part, a)->file, file_b = dsg_part_span_of(part, b)->file;
    return order != 0 ? order : (file_a > file_b) - (file_a < file_b);
}

static desig_result make_room(dsg_record_spans *spans, size_t count) {
    if (count <= spans->capacity) return DESIG_OK;
    const void **room = dsg_alloc(spans->arena->allocator, 2 * count * sizeof(*room));
    if (!room) return DESIG_E_NOMEM;
    dsg_release(spans->arena->allocator, spans->room, spans->capacity * sizeof(*spans->room));
    spans->room = room;
    spans->capacity = 2 * count;
    return DESIG_OK;
}

/* Whether this edition may close a span. One that lacks the span's file says nothing about its part. */
static int may_close(const dsg_record_spans *spans, const desig_span *span) {
    return span->last == 0 && (spans->observed >> span->file & 1) != 0;
}

static const char *parts_of(const desig_record *record, enum dsg_part_kind part, uint32_t *count) {
    *count = 0;
    return record ? dsg_record_parts(record, part, count) : NULL;
}

static desig_result take_both(dsg_record_spans *spans, enum dsg_part_kind part, const desig_record *old,
                              const desig_record *now, turnover *both) {
    size_t size = dsg_part_size(part);
    uint32_t old_count, now_count;
    const char *old_parts = parts_of(old, part, &old_count);
    const char *now_parts = parts_of(now, part, &now_count);
    /* Room for both, and for sorting the longer one. */
    desig_result result = make_room(spans, 2 * ((size_t)old_count + now_count));
    if (result != DESIG_OK) return result;
    *both = (turnover){.part = part, .closing = spans->room, .opening = spans->room + old_count};
    for (uint32_t i = 0; i < old_count; i++) {
        if (may_close(spans, dsg_part_span_of(part, old_parts + i * size)))
            both->closing[both->closing_count++] = old_parts + i * size;
    }
    for (uint32_t i = 0; i < now_count; i++) both->opening[both->opening_count++] = now_parts + i * size;
    dsg_sort(both->closing, both->opening + now_count, both->closing_count, compare, &part);
    dsg_sort(both->opening, both->opening + now_count, both->opening_count, compare, &part);
    return DESIG_OK;
}

/* <0: the next part is only the ledger's, >0: only the edition's, 0: both have it. */
static int order_of_next(const turnover *both, size_t old, size_t now) {
    if (old == both->closing_count) return 1;
    if (now == both->opening_count) return -1;
    return compare(&both->part, both->closing[old], both->opening[now]);
}

static void drop_common(turnover *both) {
    size_t old = 0, now = 0, closing = 0, opening = 0;
    while (old < both->closing_count || now < both->opening_count) {
        int order = order_of_next(both, old, now);
        if (order == 0)
            old++, now++;
        else if (order < 0)
            both->closing[closing++] = both->closing[old++];
        else
            both->opening[opening++] = both->opening[now++];
    }
    both->closing_count = closing;
    both->opening_count = opening;
}

/* ---- Making the record ---- */

/* A record that the ledger has made. Its arrays have room for parts to come, so that a record that changes in
 * each edition does not leave a copy of all its parts behind each time. Its size tells it from one that was
 * read or copied. */
typedef struct roomy_record {
    desig_record record;
    uint32_t room[DSG_PART_LEDGER_KINDS]; /* parts that each array has room for; 0: it is full */
} roomy_record;

static roomy_record *make_record(dsg_record_spans *spans, const desig_record *old, const desig_record *now) {
    roomy_record *made = dsg_arena_take(spans->arena, sizeof *made);
    if (!made) return NULL;
    *made = (roomy_record){.record = {.ledger = spans->ledger}};
    desig_record *record = &made->record;
    if (old && old->size == sizeof *made) {
        memcpy(made, old, sizeof *made);
    } else if (old) {
        *record = *old;
    } else {
        record->id = dsg_arena_text(spans->arena, now->id, strlen(now->id));
        if (now->source) record->source = dsg_strings_keep(&spans->strings, now->source, strlen(now->source));
        if (!record->id || (now->source && !record->source)) return NULL;
    }
    record->size = sizeof *made;
    if (now && (!old || now->kind != DESIG_KIND_UNKNOWN)) record->kind = now->kind;
    return made;
}

/* ---- Its parts ---- */

static const char *keep_text(void *strings, const char *text, size_t length) {
    return dsg_strings_keep(strings, text, length);
}

static desig_result open_span(dsg_record_spans *spans, enum dsg_part_kind part, void *content) {
    desig_span *span = dsg_part_span(part, content);
    desig_action *action = content;
    span->first = spans->edition;
    span->last = 0;
    if (part == DSG_PART_ACTION && action->derived) action->effective = spans->came[span->file];
    return dsg_part_keep_texts(part, content, keep_text, &spans->strings);
}

static void close_span(const dsg_record_spans *spans, desig_span *span) {
    span->last = spans->last_observed[span->file];
}

/* Close a span of a part that stands in the ledger, when the edition is put in. */
static desig_result close_later(dsg_record_spans *spans, desig_span *span) {
    desig_span **closing = dsg_grow(spans->arena->allocator, spans->closing, sizeof(*closing),
                                    spans->closing_count, &spans->closing_capacity);
    if (!closing) return DESIG_E_NOMEM;
    spans->closing = closing;
    closing[spans->closing_count++] = span;
    return DESIG_OK;
}

void dsg_record_spans_put(const dsg_record_spans *spans) {
    for (size_t i = 0; i < spans->closing_count; i++) close_span(spans, spans->closing[i]);
}

/* The newest primary name stands first. */
static void put_primary_first(desig_name *names, size_t count) {
    size_t at = count;
    while (at > 0 && (names[at - 1].type != DESIG_NAME_PRIMARY || names[at - 1].span.last != 0)) at--;
    if (at <= 1) return;
    desig_name primary = names[at - 1];
    memmove(names + 1, names, (at - 1) * sizeof *names);
    names[0] = primary;
}

static int has_primary(const void *const *names, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const desig_name *name = names[i];
        if (name->type == DESIG_NAME_PRIMARY) return 1;
    }
    return 0;
}

/* Whether the parts that open, and one of the ledger's own, can be put behind those that stand in the ledger
 * already. Presences are asked before the edition is put in, and a primary name moves others. */
static int has_room(const turnover *both, uint32_t room, size_t needed) {
    if (both->part == DSG_PART_PRESENCE || needed >= room) return 0;
    return both->part != DSG_PART_NAME || (!has_primary(both->closing, both->closing_count) &&
                                           !has_primary(both->opening, both->opening_count));
}

static desig_result put_opening(dsg_record_spans *spans, const turnover *both, char *to) {
    size_t size = dsg_part_size(both->part);
    for (size_t i = 0; i < both->opening_count; i++, to += size) {
        memcpy(to, both->opening[i], size);
        if (open_span(spans, both->part, to) != DESIG_OK) return DESIG_E_NOMEM;
    }
    return DESIG_OK;
}

/* Put what opens behind the ledger's parts, where they are. Nobody looks behind the last part that the ledger
 * knows of: until the edition is put in, nothing has changed. */
static desig_result append_parts(dsg_record_spans *spans, const turnover *both, char *parts,
                                 uint32_t old_count) {
    for (size_t i = 0; i < both->closing_count; i++) {
        void *content = parts + ((const char *)both->closing[i] - parts);
        if (close_later(spans, dsg_part_span(both->part, content)) != DESIG_OK) return DESIG_E_NOMEM;
    }
    return put_opening(spans, both, parts + old_count * dsg_part_size(both->part));
}

static desig_result copy_parts(dsg_record_spans *spans, const turnover *both, const char *old_parts,
                               uint32_t old_count, char *parts) {
    size_t size = dsg_part_size(both->part);
    if (old_count > 0) memcpy(parts, old_parts, old_count * size);
    for (size_t i = 0; i < both->closing_count; i++)
        close_span(spans, dsg_part_span(both->part, parts + ((const char *)both->closing[i] - old_parts)));
    if (put_opening(spans, both, parts + old_count * size) != DESIG_OK) return DESIG_E_NOMEM;
    if (both->part == DSG_PART_NAME)
        put_primary_first((desig_name *)(void *)parts, old_count + both->opening_count);
    return DESIG_OK;
}

/* Give the record the ledger's parts, and behind them those that come. A first copy is as large as it must
 * be; the next ones have room. */
static desig_result set_parts(dsg_record_spans *spans, const turnover *both, const desig_record *old,
                              roomy_record *made) {
    uint32_t old_count;
    const char *old_parts = parts_of(old, both->part, &old_count);
    uint32_t *room = &made->room[both->part];
    size_t needed = old_count + both->opening_count;
    char *parts;
    desig_result result;
    if (has_room(both, *room, needed)) {
        parts = (char *)(uintptr_t)old_parts; /* the ledger's own */
        result = append_parts(spans, both, parts, old_count);
    } else {
        size_t roomy = old ? needed + needed / 2 : needed;
        parts = roomy < UINT32_MAX ? dsg_arena_take(spans->arena, roomy * dsg_part_size(both->part)) : NULL;
        if (!parts) return DESIG_E_NOMEM;
        *room = (uint32_t)roomy;
        result = copy_parts(spans, both, old_parts, old_count, parts);
    }
    if (result == DESIG_OK) dsg_record_set_parts(&made->record, both->part, parts, (uint32_t)needed);
    return result;
}

/* ---- One record ---- */

/* The first file that speaks of a record says that it is on the list. */
static desig_presence presence_of(const desig_record *now) {
    uint32_t first = DSG_FILE_LEDGER;
    for (enum dsg_part_kind part = DSG_PART_NAME; part < DSG_PART_KINDS; part++) {
        uint32_t count;
        const char *parts = dsg_record_parts(now, part, &count);
        for (uint32_t i = 0; i < count; i++) {
            uint32_t file = dsg_part_span_of(part, parts + i * dsg_part_size(part))->file;
            if (file < first) first = file;
        }
    }
    return (desig_presence){.kind = (uint8_t)now->kind,
                            .span.file = first == DSG_FILE_LEDGER ? 0 : (uint16_t)first};
}

/* Where one link more is put, behind those that the record has; NULL when memory ends. */
static desig_link *room_for_link(dsg_record_spans *spans, roomy_record *made) {
    desig_record *record = &made->record;
    if (record->link_count < made->room[DSG_PART_LINK])
        return (desig_link *)(uintptr_t)(record->links + record->link_count); /* the ledger's own */
    desig_link *links = dsg_arena_take(spans->arena, (record->link_count + (size_t)1) * sizeof *links);
    if (!links) return NULL;
    if (record->link_count > 0) memcpy(links, record->links, record->link_count * sizeof *links);
    record->links = links;
    made->room[DSG_PART_LINK] = 0;
    return links + record->link_count;
}

static desig_result add_own_link(dsg_record_spans *spans, const desig_link *own, roomy_record *made) {
    desig_link *link = room_for_link(spans, made);
    if (!link) return DESIG_E_NOMEM;
    *link = *own;
    link->derived = 1;
    link->span.file = DSG_FILE_LEDGER;
    made->record.link_count++;
    return open_span(spans, DSG_PART_LINK, link);
}

static desig_result apply_parts(dsg_record_spans *spans, const desig_record *old, const desig_record *now,
                                roomy_record **made) {
    for (enum dsg_part_kind part = DSG_PART_NAME; part < DSG_PART_LEDGER_KINDS; part++) {
        turnover both;
        if (take_both(spans, part, old, now, &both) != DESIG_OK) return DESIG_E_NOMEM;
        drop_common(&both);
        if (both.closing_count + both.opening_count == 0) continue;
        if (!*made) *made = make_record(spans, old, now);
        if (!*made || set_parts(spans, &both, old, *made) != DESIG_OK) return DESIG_E_NOMEM;
    }
    return DESIG_OK;
}

desig_result dsg_record_spans_apply(dsg_record_spans *spans, const desig_record *old, const desig_record *now,
                                    const desig_link *own, desig_record **made) {
    desig_record present;
    roomy_record *changed = NULL;
    desig_presence presence;
    if (now) {
        presence = presence_of(now);
        present = *now;
        dsg_record_set_parts(&present, DSG_PART_PRESENCE, &presence, 1);
        now = &present;
    }
    desig_result result = apply_parts(spans, old, now, &changed);
    if (result == DESIG_OK && changed && own) result = add_own_link(spans, own, changed);
    *made = changed ? &changed->record : NULL;
    return result;
}
