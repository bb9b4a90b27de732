#include "base/arena.h"
#include "base/callbacks.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/struct_size.h"
#include "diff/drop_equal.h"
#include "diff/match_parts.h"
#include "diff/part_class.h"
#include "diff/record_pairs.h"
#include "model/list.h"

/* The caller who is told, and the memory for one change. */
typedef struct change_teller {
    int (*tell)(void *context, const desig_change *change);
    void *context;
    const desig_allocator *allocator;
} change_teller;

/* ---- The parts of two records ---- */

static int same_parts(const desig_record *a, const desig_record *b, enum dsg_part_kind part) {
    const size_t size = dsg_part_size(part);
    uint32_t count, other_count;
    const char *parts = dsg_record_parts(a, part, &count);
    const char *others = dsg_record_parts(b, part, &other_count);
    if (count != other_count) return 0;
    for (uint32_t i = 0; i < count; i++)
        if (dsg_part_compare(part, parts + i * size, others + i * size) != 0) return 0;
    return 1;
}

/* Most records of two editions are the same part by part. */
static int same_records(const desig_record *a, const desig_record *b) {
    int same = a->kind == b->kind;
    for (enum dsg_part_kind part = DSG_PART_NAME; same && part < DSG_PART_KINDS; part++)
        same = same_parts(a, b, part);
    return same;
}

/* Changed, gone and come, in this order. */
static int turn_of(const dsg_comparable *comparable) {
    return comparable->partner ? 0 : 1 + comparable->after;
}

static int in_reading_order(const dsg_comparable *a, const dsg_comparable *b) {
    if (a->change_class != b->change_class) return (int)a->change_class - (int)b->change_class;
    if (dsg_by_sort(a, b) != 0) return dsg_by_sort(a, b);
    return turn_of(a) - turn_of(b);
}

static void classify(dsg_comparables *comparables) {
    for (size_t i = 0; i < comparables->count; i++) {
        dsg_comparable *comparable = dsg_comparable_at(comparables, i);
        comparable->change_class = (uint8_t)dsg_part_class_of(comparable);
        /* A change is told once. */
        if (comparable->partner && comparable->after) comparable->equal = 1;
    }
    dsg_comparables_drop(comparables);
    dsg_comparables_sort(comparables, in_reading_order);
}

/* Whether the records are of different kinds; another source may just not know it. */
static int differ_in_kind(const desig_record *a, const desig_record *b, int of_two_sources) {
    return a->kind != b->kind &&
           !(of_two_sources && (a->kind == DESIG_KIND_UNKNOWN || b->kind == DESIG_KIND_UNKNOWN));
}

static void put_comparable(const dsg_comparable *comparable, desig_part_change *to) {
    const dsg_comparable *before = comparable->after ? comparable->partner : comparable;
    const dsg_comparable *after = comparable->after ? comparable : comparable->partner;
    *to = (desig_part_change){.part = (uint8_t)comparable->part, .part_class = comparable->change_class};
    if (before) to->before = before->parts, to->before_count = before->count;
    if (after) to->after = after->parts, to->after_count = after->count;
}

static desig_result put_kinds(const dsg_record_pair *pair, dsg_arena *arena, desig_part_change *to) {
    const void **records = dsg_arena_take(arena, 2 * sizeof *records);
    if (!records) return DESIG_E_NOMEM;
    records[0] = pair->before;
    records[1] = pair->after;
    *to = (desig_part_change){.before = records,
                              .after = records + 1,
                              .before_count = 1,
                              .after_count = 1,
                              .part = DESIG_PART_RECORD,
                              .part_class = DESIG_CLASS_IDENTITY};
    return DESIG_OK;
}

static desig_result find_changes(const dsg_record_pair *pair, dsg_comparing *comparing,
                                 dsg_comparables *comparables, dsg_arena *arena) {
    desig_result result = dsg_comparables_take(comparables, arena, pair->before, pair->after, comparing);
    if (result != DESIG_OK) return result;
    dsg_drop_equal(comparables);
    if (comparing->of_two_sources) result = dsg_drop_equal_sources(comparables, pair->before, pair->after);
    if (result != DESIG_OK) return result;
    dsg_match_parts_note_alone(comparables);
    dsg_comparables_drop(comparables);
    return dsg_match_parts_find(comparables);
}

/* Fill in the changed parts of a pair; none if the records are equal. */
static desig_result compare_records(const dsg_record_pair *pair, dsg_comparing *comparing, dsg_arena *arena,
                                    desig_change *change) {
    dsg_comparables comparables;
    desig_part_change *parts;
    desig_result result = find_changes(pair, comparing, &comparables, arena);
    if (result != DESIG_OK) return result;
    classify(&comparables);
    parts = dsg_arena_take(arena, (comparables.count + 1) * sizeof *parts);
    if (!parts) return DESIG_E_NOMEM;
    change->parts = parts;
    if (differ_in_kind(pair->before, pair->after, comparing->of_two_sources))
        result = put_kinds(pair, arena, &parts[change->part_count++]);
    for (size_t i = 0; i < comparables.count; i++)
        put_comparable(dsg_comparable_at(&comparables, i), &parts[change->part_count++]);
    return result;
}

/* ---- The lists ---- */

/* Whether all that is said of a record stands in files that the other list has not. */
static int is_beyond(const desig_record *record, const dsg_comparing *comparing) {
    uint32_t count, parts_seen = 0;
    for (enum dsg_part_kind part = DSG_PART_NAME; part < DSG_PART_KINDS; part++) {
        const size_t size = dsg_part_size(part);
        const char *parts = dsg_record_parts(record, part, &count);
        for (uint32_t i = 0; i < count; i++, parts_seen++)
            if (dsg_is_comparable(comparing, part, parts + i * size)) return 0;
    }
    return parts_seen > 0;
}

/* Whether the other list would have the record, too, if it had all files that this one has. */
static int may_be_in_both(const dsg_record_pair *pair, const dsg_comparing *comparing) {
    return (pair->type == DESIG_CHANGE_ADDED && is_beyond(pair->after, comparing)) ||
           (pair->type == DESIG_CHANGE_REMOVED && is_beyond(pair->before, comparing));
}

/* *told: there was something to tell. */
static desig_result tell_pair(const dsg_record_pair *pair, dsg_comparing *comparing,
                              const change_teller *teller, int *told) {
    desig_change change = {
        .size = sizeof change, .type = pair->type, .before = pair->before, .after = pair->after};
    desig_result result = DESIG_OK;
    dsg_arena arena;
    dsg_arena_init(&arena, teller->allocator);
    if (pair->type == DESIG_CHANGE_CHANGED && !same_records(pair->before, pair->after))
        result = compare_records(pair, comparing, &arena, &change);
    *told = result == DESIG_OK && (pair->type != DESIG_CHANGE_CHANGED || change.part_count > 0) &&
            !may_be_in_both(pair, comparing);
    if (*told && teller->tell(teller->context, &change) != 0) result = DESIG_E_CANCELLED;
    dsg_arena_free(&arena);
    return result;
}

static void count_told(desig_diff_report *report, desig_change_type type) {
    uint64_t *const counts[] = {[DESIG_CHANGE_ADDED] = &report->added,
                                [DESIG_CHANGE_REMOVED] = &report->removed,
                                [DESIG_CHANGE_CHANGED] = &report->changed,
                                [DESIG_CHANGE_AMBIGUOUS] = &report->ambiguous};
    ++*counts[type];
}

static desig_result tell_pairs(const dsg_record_pairs *pairs, dsg_comparing *comparing,
                               const desig_callbacks *callbacks, const change_teller *teller,
                               desig_diff_report *report) {
    for (size_t i = 0; i < pairs->count; i++) {
        int told = 0;
        desig_result result = dsg_callbacks_progress(callbacks, i, pairs->count);
        if (result == DESIG_OK) result = tell_pair(&pairs->items[i], comparing, teller, &told);
        if (result != DESIG_OK) return result;
        if (told) count_told(report, pairs->items[i].type);
    }
    report->not_compared = comparing->left_out;
    return DESIG_OK;
}

desig_result desig_list_diff(const desig_list *before, const desig_list *after,
                             const desig_diff_options *given,
                             int (*tell)(void *context, const desig_change *change), void *context,
                             desig_diff_report *report, desig_error *error) {
    desig_diff_options options = {0};
    desig_diff_report counts = {.size = sizeof counts};
    DSG_STRUCT_TAKE(desig_diff_options, &options, given);
    if (!before || !after || !tell || (unsigned)options.pairing > DESIG_PAIR_BY_SAME_AS)
        return dsg_error_plain(error, DESIG_E_ARGUMENT);
    const change_teller teller = {tell, context, dsg_list_allocator(before)};
    dsg_comparing comparing = {
        .before = before, .after = after, .of_two_sources = options.pairing == DESIG_PAIR_BY_SAME_AS};
    dsg_record_pairs pairs;
    desig_result result = dsg_record_pairs_make(&pairs, teller.allocator, before, after, options.pairing);
    if (result != DESIG_OK) return dsg_error_plain(error, result);
    const desig_callbacks callbacks = dsg_callbacks_of(options.callbacks);
    result = tell_pairs(&pairs, &comparing, &callbacks, &teller, &counts);
    dsg_record_pairs_free(&pairs);
    if (result != DESIG_OK) return dsg_error_plain(error, result);
    DSG_STRUCT_GIVE(desig_diff_report, &counts, report);
    return DESIG_OK;
}
