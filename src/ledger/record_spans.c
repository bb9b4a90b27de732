#include "ledger/record_spans.h"

#include "base/memory.h"
#include "base/sort.h"
#include "model/edition.h"

#include <string.h>

void dsg_record_fold_open(dsg_record_fold *fold, const desig_list *ledger, const desig_edition *edition,
                          dsg_arena *arena) {
    unsigned file;
    *fold = (dsg_record_fold){.ledger = ledger,
                              .edition = (uint16_t)(desig_list_edition_count(ledger) + 1),
                              .observed = edition->observed,
                              .arena = arena};
    dsg_strings_init(&fold->strings, arena);
    for (file = 0; file < DESIG_FILE_LEDGER; file++) {
        size_t before = dsg_edition_before(ledger, fold->edition, file);
        fold->last_observed[file] = (uint16_t)before;
        fold->came[file] =
            dsg_between_copies(before == 0 ? NULL : desig_list_edition_at(ledger, before - 1), edition);
    }
}

void dsg_record_fold_close(dsg_record_fold *fold) {
    dsg_strings_free(&fold->strings);
    dsg_release(fold->arena->allocator, fold->items, fold->item_capacity * sizeof(*fold->items));
}

int dsg_record_is_present(const desig_record *record) {
    uint32_t i;
    for (i = 0; i < record->presence_count; i++) {
        if (record->presences[i].span.last == 0) return 1;
    }
    return 0;
}

/* ---- The parts of both sides ---- */

/* Of one kind of part: those of the ledger that may change, and those of the edition, in order. */
typedef struct sides {
    enum dsg_part_kind part;
    const void **open;
    const void **now;
    size_t open_count;
    size_t now_count;
} sides;

/* The file of a part of the edition matters as much as what it says. */
static int compare(const void *context, const void *a, const void *b) {
    enum dsg_part_kind part = *(const enum dsg_part_kind *)context;
    int order = dsg_part_compare(part, a, b);
    int file_a = dsg_part_span_of(part, a)->file, file_b = dsg_part_span_of(part, b)->file;
    return order != 0 ? order : (file_a > file_b) - (file_a < file_b);
}

static desig_result make_room(dsg_record_fold *fold, size_t count) {
    const void **items;
    if (count <= fold->item_capacity) return DESIG_OK;
    items = dsg_alloc(fold->arena->allocator, 2 * count * sizeof(*items));
    if (items == NULL) return DESIG_E_NOMEM;
    dsg_release(fold->arena->allocator, fold->items, fold->item_capacity * sizeof(*fold->items));
    fold->items = items;
    fold->item_capacity = 2 * count;
    return DESIG_OK;
}

static int is_open(const dsg_record_fold *fold, const desig_span *span) {
    return span->last == 0 && (fold->observed >> span->file & 1) != 0;
}

/* The room is for both sides and for sorting the longer one. */
static desig_result take_sides(dsg_record_fold *fold, enum dsg_part_kind part, const desig_record *old,
                               const desig_record *now, sides *both) {
    size_t size = dsg_part_size(part);
    uint32_t old_count = 0, now_count = 0, i;
    const char *old_parts = old == NULL ? NULL : dsg_record_parts(old, part, &old_count);
    const char *now_parts = now == NULL ? NULL : dsg_record_parts(now, part, &now_count);
    desig_result result = make_room(fold, 2 * ((size_t)old_count + now_count));
    if (result != DESIG_OK) return result;
    *both = (sides){.part = part, .open = fold->items, .now = fold->items + old_count};
    for (i = 0; i < old_count; i++) {
        if (is_open(fold, dsg_part_span_of(part, old_parts + i * size)))
            both->open[both->open_count++] = old_parts + i * size;
    }
    for (i = 0; i < now_count; i++) both->now[both->now_count++] = now_parts + i * size;
    dsg_sort(both->open, both->now + now_count, both->open_count, compare, &part);
    dsg_sort(both->now, both->now + now_count, both->now_count, compare, &part);
    return DESIG_OK;
}

/* Leave on each side what the other has not: what goes, and what comes. */
static void drop_common(sides *both) {
    size_t o = 0, n = 0, gone = 0, come = 0;
    while (o < both->open_count || n < both->now_count) {
        int order = o == both->open_count  ? 1
                    : n == both->now_count ? -1
                                           : compare(&both->part, both->open[o], both->now[n]);
        if (order == 0) {
            o++;
            n++;
        } else if (order < 0) {
            both->open[gone++] = both->open[o++];
        } else {
            both->now[come++] = both->now[n++];
        }
    }
    both->open_count = gone;
    both->now_count = come;
}

/* ---- Making the record ---- */

static const char *keep_text(void *strings, const char *text, size_t length) {
    return dsg_strings_keep(strings, text, length);
}

static desig_result begin_part(dsg_record_fold *fold, enum dsg_part_kind part, char *content) {
    desig_span *span = dsg_part_span(part, content);
    desig_action *action = (void *)content;
    span->first = fold->edition;
    span->last = 0;
    if (part == DSG_PART_ACTION && action->derived) action->effective = fold->came[span->file];
    return dsg_part_keep_texts(part, content, keep_text, &fold->strings);
}

/* The newest primary name stands first. */
static void put_primary_first(desig_name *names, size_t count) {
    size_t at = count;
    desig_name primary;
    while (at > 0 && (names[at - 1].type != DESIG_NAME_PRIMARY || names[at - 1].span.last != 0)) at--;
    if (at <= 1) return;
    primary = names[at - 1];
    memmove(names + 1, names, (at - 1) * sizeof *names);
    names[0] = primary;
}

/* The ledger's parts, with the end of those that go, and behind them those that come. */
static desig_result lay_out(dsg_record_fold *fold, const sides *both, const desig_record *old,
                            desig_record *made) {
    size_t size = dsg_part_size(both->part), i;
    uint32_t old_count = 0;
    const char *old_parts = old == NULL ? NULL : dsg_record_parts(old, both->part, &old_count);
    size_t count = old_count + both->now_count;
    char *parts = dsg_arena_take(fold->arena, count * size);
    desig_result result = parts == NULL ? DESIG_E_NOMEM : DESIG_OK;
    if (result == DESIG_OK && old_count > 0) memcpy(parts, old_parts, old_count * size);
    for (i = 0; result == DESIG_OK && i < both->open_count; i++) {
        desig_span *span = dsg_part_span(both->part, parts + ((const char *)both->open[i] - old_parts));
        span->last = fold->last_observed[span->file];
    }
    for (i = 0; result == DESIG_OK && i < both->now_count; i++) {
        memcpy(parts + (old_count + i) * size, both->now[i], size);
        result = begin_part(fold, both->part, parts + (old_count + i) * size);
    }
    if (result != DESIG_OK) return result;
    if (both->part == DSG_PART_NAME) put_primary_first((desig_name *)(void *)parts, count);
    dsg_record_set_parts(made, both->part, parts, (uint32_t)count);
    return DESIG_OK;
}

static desig_record *make_record(dsg_record_fold *fold, const desig_record *old, const desig_record *now) {
    desig_record *made = dsg_arena_take(fold->arena, sizeof *made);
    if (made == NULL) return NULL;
    *made = (desig_record){.size = sizeof *made, .ledger = fold->ledger};
    if (old != NULL) {
        *made = *old;
    } else {
        made->id = dsg_arena_text(fold->arena, now->id, strlen(now->id));
        if (now->source != NULL)
            made->source = dsg_strings_keep(&fold->strings, now->source, strlen(now->source));
        if (made->id == NULL || (now->source != NULL && made->source == NULL)) return NULL;
    }
    if (now != NULL && (old == NULL || now->kind != DESIG_KIND_UNKNOWN)) made->kind = now->kind;
    return made;
}

/* ---- One record ---- */

/* That the record is on the list is said by the first file that speaks of it. */
static desig_presence presence_of(const desig_record *now) {
    desig_presence presence = {.kind = (uint8_t)now->kind};
    uint32_t first = DESIG_FILE_LEDGER, count, i;
    enum dsg_part_kind part;
    for (part = DSG_PART_NAME; part < DSG_PART_KINDS; part++) {
        const char *parts = dsg_record_parts(now, part, &count);
        for (i = 0; i < count; i++) {
            uint32_t file = dsg_part_span_of(part, parts + i * dsg_part_size(part))->file;
            if (file < first) first = file;
        }
    }
    presence.span.file = first == DESIG_FILE_LEDGER ? 0 : (uint16_t)first;
    return presence;
}

static desig_result add_own_link(dsg_record_fold *fold, const desig_link *added, desig_record *made) {
    desig_link *links = dsg_arena_take(fold->arena, (made->link_count + (size_t)1) * sizeof *links);
    if (links == NULL) return DESIG_E_NOMEM;
    if (made->link_count > 0) memcpy(links, made->links, made->link_count * sizeof *links);
    links[made->link_count] = *added;
    links[made->link_count].span.file = DESIG_FILE_LEDGER;
    made->links = links;
    return begin_part(fold, DSG_PART_LINK, (char *)&links[made->link_count++]);
}

desig_result dsg_fold_record(dsg_record_fold *fold, const desig_record *old, const desig_record *now,
                             const desig_link *added, desig_record **made) {
    desig_record shown;
    desig_presence presence;
    desig_record *changed = NULL;
    enum dsg_part_kind part;
    desig_result result = DESIG_OK;
    if (now != NULL) {
        shown = *now;
        presence = presence_of(now);
        dsg_record_set_parts(&shown, DSG_PART_PRESENCE, &presence, 1);
        now = &shown;
    }
    for (part = DSG_PART_NAME; result == DESIG_OK && part < DSG_PART_LEDGER_KINDS; part++) {
        sides both;
        result = take_sides(fold, part, old, now, &both);
        if (result != DESIG_OK) break;
        drop_common(&both);
        if (both.open_count + both.now_count == 0) continue;
        if (changed == NULL) changed = make_record(fold, old, now);
        result = changed == NULL ? DESIG_E_NOMEM : lay_out(fold, &both, old, changed);
    }
    if (result == DESIG_OK && changed != NULL && added != NULL) result = add_own_link(fold, added, changed);
    *made = changed;
    return result;
}
