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

static void close_span(const dsg_record_spans *spans, enum dsg_part_kind part, void *content) {
    desig_span *span = dsg_part_span(part, content);
    span->last = spans->last_observed[span->file];
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

/* Give the record the ledger's parts, and behind them those that come. */
static desig_result set_parts(dsg_record_spans *spans, const turnover *both, const desig_record *old,
                              desig_record *made) {
    enum dsg_part_kind part = both->part;
    size_t size = dsg_part_size(part);
    uint32_t old_count;
    const char *old_parts = parts_of(old, part, &old_count);
    size_t count = old_count + both->opening_count;
    char *parts = dsg_arena_take(spans->arena, count * size);
    if (!parts) return DESIG_E_NOMEM;
    if (old_count > 0) memcpy(parts, old_parts, old_count * size);
    for (size_t i = 0; i < both->closing_count; i++)
        close_span(spans, part, parts + ((const char *)both->closing[i] - old_parts));
    for (size_t i = 0; i < both->opening_count; i++) {
        char *content = parts + (old_count + i) * size;
        memcpy(content, both->opening[i], size);
        if (open_span(spans, part, content) != DESIG_OK) return DESIG_E_NOMEM;
    }
    if (part == DSG_PART_NAME) put_primary_first((desig_name *)(void *)parts, count);
    dsg_record_set_parts(made, part, parts, (uint32_t)count);
    return DESIG_OK;
}

static desig_record *make_record(dsg_record_spans *spans, const desig_record *old, const desig_record *now) {
    desig_record *made = dsg_arena_take(spans->arena, sizeof *made);
    if (!made) return NULL;
    *made = (desig_record){.size = sizeof *made, .ledger = spans->ledger};
    if (old) {
        *made = *old;
    } else {
        made->id = dsg_arena_text(spans->arena, now->id, strlen(now->id));
        if (now->source) made->source = dsg_strings_keep(&spans->strings, now->source, strlen(now->source));
        if (!made->id || (now->source && !made->source)) return NULL;
    }
    if (now && (!old || now->kind != DESIG_KIND_UNKNOWN)) made->kind = now->kind;
    return made;
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

static desig_result add_own_link(dsg_record_spans *spans, const desig_link *own, desig_record *made) {
    desig_link *links = dsg_arena_take(spans->arena, (made->link_count + (size_t)1) * sizeof *links);
    if (!links) return DESIG_E_NOMEM;
    if (made->link_count > 0) memcpy(links, made->links, made->link_count * sizeof *links);
    links[made->link_count] = *own;
    links[made->link_count].derived = 1;
    links[made->link_count].span.file = DSG_FILE_LEDGER;
    made->links = links;
    return open_span(spans, DSG_PART_LINK, &links[made->link_count++]);
}

static desig_result apply_parts(dsg_record_spans *spans, const desig_record *old, const desig_record *now,
                                desig_record **made) {
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
    desig_record present, *changed = NULL;
    desig_presence presence;
    if (now) {
        presence = presence_of(now);
        present = *now;
        dsg_record_set_parts(&present, DSG_PART_PRESENCE, &presence, 1);
        now = &present;
    }
    desig_result result = apply_parts(spans, old, now, &changed);
    if (result == DESIG_OK && changed && own) result = add_own_link(spans, own, changed);
    *made = changed;
    return result;
}
