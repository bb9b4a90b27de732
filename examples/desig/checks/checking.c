#include "checks/checking.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "io/day.h"

/* ---- Telling ---- */

static void tell(const checking *at, const desig_record *record, spot where, const char *format,
                 va_list arguments) {
    char message[1024];
    vsnprintf(message, sizeof message, format, arguments);
    const found_place found = record ? places_find(at->entry->places, record, where) : (found_place){0};
    findings_take(at->findings,
                  &(desig_diagnostic){DESIG_INIT(desig_diagnostic), .severity = at->check->severity,
                                      .check = at->check->name,
                                      .file = found.file ? found.file : at->entry->name, .line = found.line,
                                      .column = found.column, .field = found.field,
                                      .id = record ? record->id : NULL, .message = message});
}

void doubt(const checking *at, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    tell(at, at->record, at->where, format, arguments);
    va_end(arguments);
}

void doubt_of(const checking *at, const desig_record *record, spot where, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    tell(at, record, where, format, arguments);
    va_end(arguments);
}

/* ---- Walking ---- */

/* The arrays of a record. */
typedef struct part_array {
    size_t items;
    size_t count;
    size_t size;
    size_t texts[9]; /* offsets of its texts, the first one's beside the offset 0 that ends them */
} part_array;

#define PARTS(array, type)                                                                                   \
    .items = offsetof(desig_record, array##s), .count = offsetof(desig_record, array##_count),               \
    .size = sizeof(type)
#define OF(type, text) offsetof(type, text)

static const part_array arrays[] = {
    {PARTS(name, desig_name), .texts = {OF(desig_name, text)}},
    {PARTS(action, desig_action),
     .texts = {OF(desig_action, authority), OF(desig_action, list), OF(desig_action, program),
               OF(desig_action, measures), OF(desig_action, legal_basis), OF(desig_action, justification),
               OF(desig_action, statement_by), OF(desig_action, citation)}},
    {PARTS(link, desig_link), .texts = {OF(desig_link, target), OF(desig_link, role), OF(desig_link, by),
                                        OF(desig_link, justification), OF(desig_link, citation)}},
    {PARTS(assertion, desig_assertion),
     .texts = {OF(desig_assertion, authority), OF(desig_assertion, list), OF(desig_assertion, program),
               OF(desig_assertion, by), OF(desig_assertion, justification), OF(desig_assertion, citation)}},
    {PARTS(fact, desig_fact), .texts = {OF(desig_fact, value), OF(desig_fact, note)}},
};

enum { NAMES, ACTIONS, LINKS, ASSERTIONS, FACTS, ARRAYS };

static const void *part_at(const desig_record *record, size_t array, uint32_t i) {
    const char *items = *(const char *const *)((const char *)record + arrays[array].items);
    return items + i * arrays[array].size;
}

static uint32_t count_of(const desig_record *record, size_t array) {
    return *(const uint32_t *)((const char *)record + arrays[array].count);
}

static spot spot_of(size_t array, const void *part) {
    switch (array) {
    case NAMES:
        return spot_name(part);
    case ACTIONS:
        return spot_action(part, NULL);
    case LINKS:
        return spot_link(part);
    case ASSERTIONS:
        return spot_assertion(part, NULL);
    default:
        return spot_fact(part);
    }
}

/* A name that follows from another one is not the source's. */
static int is_derived_name(size_t array, const void *part) {
    return array == NAMES && ((const desig_name *)part)->derived;
}

static void walk_parts(checking *at, size_t array) {
    for (uint32_t i = 0; i < count_of(at->record, array); i++) {
        const void *part = part_at(at->record, array, i);
        const desig_fact *fact = part;
        if (at->check->scope == CHECK_BIRTH &&
            (fact->type != DESIG_FACT_BIRTH_DATE || date_is_unknown(&fact->from)))
            continue;
        if (at->check->scope == CHECK_IDENTIFIER && (fact->type != DESIG_FACT_IDENTIFIER || !fact->value))
            continue;
        if (is_derived_name(array, part)) continue;
        at->where = spot_of(array, part);
        at->check->look(at, part);
    }
}

static void walk_texts_of(checking *at, size_t array, const void *part) {
    if (is_derived_name(array, part)) return;
    const size_t *offsets = arrays[array].texts;
    for (size_t t = 0; t == 0 || offsets[t] != 0; t++) {
        const char *text = *(const char *const *)((const char *)part + offsets[t]);
        if (!text || (array == FACTS && t == 0 && ((const desig_fact *)part)->type == DESIG_FACT_RAW_ROW))
            continue;
        at->where = spot_of(array, part);
        at->where.text = text;
        at->check->look(at, text);
    }
}

void checking_walk(checking *at) {
    static const size_t walked[] = {
        [CHECK_NAME] = NAMES, [CHECK_ACTION] = ACTIONS, [CHECK_LINK] = LINKS,
        [CHECK_FACT] = FACTS, [CHECK_BIRTH] = FACTS,    [CHECK_IDENTIFIER] = FACTS};
    const check_scope scope = at->check->scope;
    if (scope == CHECK_RECORD) at->check->look(at, at->record);
    if (scope >= CHECK_NAME && scope <= CHECK_IDENTIFIER) walk_parts(at, walked[scope]);
    for (size_t array = 0; scope == CHECK_TEXT && array < ARRAYS; array++)
        for (uint32_t i = 0; i < count_of(at->record, array); i++)
            walk_texts_of(at, array, part_at(at->record, array, i));
}

/* ---- Comparing ---- */

static int by_order(const void *a, const void *b) {
    return OUT_ORDER(((const sighting *)a)->order, ((const sighting *)b)->order);
}

void sightings_tell(sightings *all, const checking *at, int (*compare)(const void *a, const void *b),
                    void (*tell_group)(const checking *at, const sighting *group, size_t count)) {
    sighting *items = all->items;
    if (all->count > 1) qsort(items, all->count, sizeof *items, compare);
    for (size_t first = 0, i = 1; i <= all->count; i++) {
        if (i < all->count && compare(&items[first], &items[i]) == 0) continue;
        qsort(items + first, i - first, sizeof *items, by_order);
        tell_group(at, items + first, i - first);
        first = i;
    }
    free(items);
}
