#include "diff/comparable.h"

#include "base/ascii.h"
#include "base/sort.h"
#include "model/list.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* ---- Orders ---- */

int dsg_by_sort(const dsg_comparable *a, const dsg_comparable *b) {
    if (a->part != b->part) return a->part < b->part ? -1 : 1;
    return (int)a->type - (int)b->type;
}

int dsg_by_content(const dsg_comparable *a, const dsg_comparable *b) {
    int order = dsg_by_sort(a, b);
    for (uint32_t i = 0; order == 0 && i < a->count && i < b->count; i++)
        order = dsg_part_compare_content(a->part, a->parts[i], b->parts[i]);
    return order != 0 ? order : (a->count > b->count) - (a->count < b->count);
}

/* The case of a column's name says nothing. */
static int compare_nocase(const char *a, const char *b) {
    while (*a != '\0' && dsg_lower(*a) == dsg_lower(*b)) {
        a++;
        b++;
    }
    return (int)(unsigned char)dsg_lower(*a) - (int)(unsigned char)dsg_lower(*b);
}

int dsg_by_kind(const dsg_comparable *a, const dsg_comparable *b) {
    int order = dsg_by_sort(a, b);
    return order != 0 ? order : compare_nocase(a->kind, b->kind);
}

int dsg_by_kind_and_words(const dsg_comparable *a, const dsg_comparable *b) {
    int order = dsg_by_kind(a, b);
    return order != 0 ? order : strcmp(a->words, b->words);
}

int dsg_by_kind_and_spelling(const dsg_comparable *a, const dsg_comparable *b) {
    int order = dsg_by_kind(a, b);
    return order != 0 ? order : strcmp(a->spelling, b->spelling);
}

/* Whether what a comparable says means nothing without its kind: a column's number, an action's day, what is
 * said of an action. */
static int needs_kind(const dsg_comparable *comparable) {
    return comparable->part == DSG_PART_ACTION || comparable->part == DSG_PART_ASSERTION ||
           (comparable->part == DSG_PART_FACT && comparable->type == DESIG_FACT_OTHER);
}

static int by_kind_if_needed(const dsg_comparable *a, const dsg_comparable *b) {
    return needs_kind(a) ? dsg_by_kind(a, b) : dsg_by_sort(a, b);
}

int dsg_by_words(const dsg_comparable *a, const dsg_comparable *b) {
    int order = by_kind_if_needed(a, b);
    return order != 0 ? order : strcmp(a->words, b->words);
}

int dsg_by_spelling(const dsg_comparable *a, const dsg_comparable *b) {
    int order = by_kind_if_needed(a, b);
    return order != 0 ? order : strcmp(a->spelling, b->spelling);
}

int dsg_by_number(const dsg_comparable *a, const dsg_comparable *b) {
    int order = dsg_by_sort(a, b);
    return order != 0 ? order : (a->number > b->number) - (a->number < b->number);
}

/* Equal ones by their content and then by their record, so that no order depends on how parts stood in it. */
static int in_order(const void *context, const void *a, const void *b) {
    const dsg_comparable_order *by = context;
    int order = (*by)(a, b);
    if (order == 0) order = dsg_by_content(a, b);
    return order != 0 ? order : ((const dsg_comparable *)a)->after - ((const dsg_comparable *)b)->after;
}

void dsg_comparables_sort(dsg_comparables *comparables, dsg_comparable_order order) {
    dsg_sort(comparables->items, comparables->scratch, comparables->count, in_order, &order);
}

size_t dsg_comparables_run(const dsg_comparables *comparables, size_t start, dsg_comparable_order order) {
    size_t end = start + 1;
    while (end < comparables->count &&
           order(dsg_comparable_at(comparables, start), dsg_comparable_at(comparables, end)) == 0)
        end++;
    return end;
}

void dsg_comparables_drop(dsg_comparables *comparables) {
    size_t kept = 0;
    for (size_t i = 0; i < comparables->count; i++)
        if (!dsg_comparable_at(comparables, i)->equal) comparables->items[kept++] = comparables->items[i];
    comparables->count = kept;
}

/* ---- Taking ---- */

static uint32_t number_of(enum dsg_part_kind part, const void *content) {
    if (part == DSG_PART_NAME) return ((const desig_name *)content)->group;
    return part == DSG_PART_FACT ? ((const desig_fact *)content)->group : 0;
}

static int belong_together(const desig_fact *a, const desig_fact *b) {
    return a->group != 0 && a->group == b->group && a->type == b->type;
}

static int in_groups(const void *context, const void *a, const void *b) {
    const desig_fact *fact_a = a, *fact_b = b;
    int order = (int)fact_a->type - (int)fact_b->type;
    (void)context;
    if (order == 0) order = (fact_a->group > fact_b->group) - (fact_a->group < fact_b->group);
    if (order == 0) order = dsg_compare_text(fact_a->label, fact_b->label);
    return order != 0 ? order : dsg_part_compare_content(DSG_PART_FACT, a, b);
}

static void take_comparable(dsg_comparables *comparables, dsg_comparable *room, enum dsg_part_kind part,
                            const void *const *parts, uint32_t count, uint8_t after) {
    const void *first = parts[0];
    for (uint32_t i = 1; i < count; i++)
        if ((const char *)parts[i] < (const char *)first) first = parts[i];
    *room = (dsg_comparable){.first = first,
                             .parts = parts,
                             .count = count,
                             .number = number_of(part, first),
                             .part = part,
                             .type = part == DSG_PART_FACT ? ((const desig_fact *)first)->type : 0,
                             .after = after};
    comparables->items[comparables->count++] = room;
}

int dsg_is_comparable(const dsg_comparing *comparing, enum dsg_part_kind part, const void *content) {
    unsigned file = dsg_part_span_of(part, content)->file;
    if (part == DSG_PART_FACT && ((const desig_fact *)content)->continued != 0)
        file = ((const desig_fact *)content)->continued;
    return dsg_list_observed(comparing->before, file) == dsg_list_observed(comparing->after, file);
}

/* The publisher's number of a group alone, such as that of an address of which it says nothing else. */
static int is_number_of_group(const desig_fact *fact) {
    char number[16];
    if (fact->type != DESIG_FACT_OTHER || fact->group == 0 || !fact->value) return 0;
    snprintf(number, sizeof number, "%" PRIu32, fact->group);
    return strcmp(fact->value, number) == 0;
}

/* What says nothing of its own: such a number, and a name that follows from another. */
static int follows(enum dsg_part_kind part, const void *content) {
    if (part == DSG_PART_FACT) return is_number_of_group(content);
    return part == DSG_PART_NAME && dsg_part_is_derived(part, content);
}

/* Take the parts of one kind into `room` and `parts`, which have room for them, and return how many there
 * are. */
static uint32_t take_parts(dsg_comparables *comparables, dsg_comparable *room, const void **parts,
                           const desig_record *record, enum dsg_part_kind part, uint8_t after,
                           dsg_comparing *comparing) {
    const size_t size = dsg_part_size(part);
    uint32_t all, count = 0, end;
    const char *first = dsg_record_parts(record, part, &all);
    for (uint32_t i = 0; i < all; i++)
        if (!dsg_is_comparable(comparing, part, first + i * size))
            comparing->left_out++;
        else if (!follows(part, first + i * size))
            parts[count++] = first + i * size;
    if (part == DSG_PART_FACT) dsg_sort(parts, comparables->scratch, count, in_groups, NULL);
    for (uint32_t start = 0; start < count; start = end) {
        end = start + 1;
        while (part == DSG_PART_FACT && end < count && belong_together(parts[start], parts[end])) end++;
        take_comparable(comparables, room + start, part, parts + start, end - start, after);
    }
    return count;
}

static size_t parts_of(const desig_record *record) {
    size_t count = 0;
    for (enum dsg_part_kind part = DSG_PART_NAME; part < DSG_PART_KINDS; part++) {
        uint32_t of_kind;
        dsg_record_parts(record, part, &of_kind);
        count += of_kind;
    }
    return count;
}

desig_result dsg_comparables_take(dsg_comparables *comparables, dsg_arena *arena, const desig_record *before,
                                  const desig_record *after, dsg_comparing *comparing) {
    const desig_record *const records[] = {before, after};
    const size_t count = parts_of(before) + parts_of(after);
    dsg_comparable *room = dsg_arena_take(arena, count * sizeof *room);
    const void **parts = dsg_arena_take(arena, count * sizeof *parts);
    *comparables = (dsg_comparables){.arena = arena};
    comparables->items = dsg_arena_take(arena, count * sizeof *comparables->items);
    comparables->scratch = dsg_arena_take(arena, count * sizeof *comparables->scratch);
    if (!room || !parts || !comparables->items || !comparables->scratch) return DESIG_E_NOMEM;
    for (uint8_t r = 0; r < 2; r++) {
        for (enum dsg_part_kind part = DSG_PART_NAME; part < DSG_PART_KINDS; part++) {
            uint32_t taken = take_parts(comparables, room, parts, records[r], part, r, comparing);
            room += taken;
            parts += taken;
        }
    }
    for (size_t i = 0; i < comparables->count; i++) {
        dsg_comparable *comparable = dsg_comparable_at(comparables, i);
        if (dsg_comparable_describe(comparable, arena, comparing->of_two_sources) != DESIG_OK)
            return DESIG_E_NOMEM;
    }
    return DESIG_OK;
}
