#include "model/record.h"

#include "base/ascii.h"

#include <stddef.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const size_t name_strings[] = {offsetof(desig_name, text), offsetof(desig_name, language)};
static const size_t action_strings[] = {
    offsetof(desig_action, authority),    offsetof(desig_action, list),
    offsetof(desig_action, program),      offsetof(desig_action, measures),
    offsetof(desig_action, legal_basis),  offsetof(desig_action, justification),
    offsetof(desig_action, statement_by), offsetof(desig_action, citation),
};
static const size_t link_strings[] = {
    offsetof(desig_link, type), offsetof(desig_link, target),        offsetof(desig_link, role),
    offsetof(desig_link, by),   offsetof(desig_link, justification), offsetof(desig_link, citation),
};
static const size_t fact_strings[] = {
    offsetof(desig_fact, value),
    offsetof(desig_fact, label),
    offsetof(desig_fact, country),
    offsetof(desig_fact, note),
};

static const size_t action_dates[] = {offsetof(desig_action, announced), offsetof(desig_action, effective)};
static const size_t link_dates[] = {offsetof(desig_link, date)};
static const size_t fact_dates[] = {offsetof(desig_fact, from), offsetof(desig_fact, to)};

static const dsg_part_shape shapes[DSG_PART_LEDGER_KINDS] = {
    [DSG_PART_NAME] = {sizeof(desig_name), offsetof(desig_name, span), name_strings, COUNT(name_strings),
                       NULL, 0},
    [DSG_PART_ACTION] = {sizeof(desig_action), offsetof(desig_action, span), action_strings,
                         COUNT(action_strings), action_dates, COUNT(action_dates)},
    [DSG_PART_LINK] = {sizeof(desig_link), offsetof(desig_link, span), link_strings, COUNT(link_strings),
                       link_dates, COUNT(link_dates)},
    [DSG_PART_FACT] = {sizeof(desig_fact), offsetof(desig_fact, span), fact_strings, COUNT(fact_strings),
                       fact_dates, COUNT(fact_dates)},
    [DSG_PART_PRESENCE] = {sizeof(desig_presence), offsetof(desig_presence, span), NULL, 0, NULL, 0},
};

const dsg_part_shape *dsg_part_shape_of(enum dsg_part_kind part) {
    return &shapes[part];
}

const void *dsg_record_parts(const desig_record *record, enum dsg_part_kind part, uint32_t *count) {
    switch (part) {
    case DSG_PART_NAME:
        *count = record->name_count;
        return record->names;
    case DSG_PART_ACTION:
        *count = record->action_count;
        return record->actions;
    case DSG_PART_LINK:
        *count = record->link_count;
        return record->links;
    case DSG_PART_PRESENCE:
        *count = record->presence_count;
        return record->presences;
    default:
        *count = record->fact_count;
        return record->facts;
    }
}

void dsg_record_set_parts(desig_record *record, enum dsg_part_kind part, const void *parts, uint32_t count) {
    switch (part) {
    case DSG_PART_NAME:
        record->names = parts;
        record->name_count = count;
        break;
    case DSG_PART_ACTION:
        record->actions = parts;
        record->action_count = count;
        break;
    case DSG_PART_LINK:
        record->links = parts;
        record->link_count = count;
        break;
    case DSG_PART_PRESENCE:
        record->presences = parts;
        record->presence_count = count;
        break;
    default:
        record->facts = parts;
        record->fact_count = count;
        break;
    }
}

desig_span *dsg_part_span(enum dsg_part_kind part, void *content) {
    return (void *)((char *)content + shapes[part].span);
}

const desig_span *dsg_part_span_of(enum dsg_part_kind part, const void *content) {
    return (const void *)((const char *)content + shapes[part].span);
}

static int compare_numbers(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

static int compare_end(int32_t day_a, uint8_t precision_a, int32_t day_b, uint8_t precision_b) {
    if (precision_a != precision_b) return compare_numbers(precision_a, precision_b);
    return precision_a == DESIG_PRECISION_NONE ? 0 : compare_numbers(day_a, day_b);
}

static int compare_dates(const desig_date *a, const desig_date *b) {
    int order = compare_end(a->first, a->first_precision, b->first, b->first_precision);
    if (order == 0) order = compare_end(a->last, a->last_precision, b->last, b->last_precision);
    if (order == 0) order = compare_numbers(a->first_approximate, b->first_approximate);
    if (order == 0) order = compare_numbers(a->last_approximate, b->last_approximate);
    return order;
}

static int compare_strings(const dsg_part_shape *shape, const void *a, const void *b) {
    int order = 0;
    size_t i;
    for (i = 0; order == 0 && i < shape->string_count; i++) {
        const char *const *text_a = (const void *)((const char *)a + shape->strings[i]);
        const char *const *text_b = (const void *)((const char *)b + shape->strings[i]);
        order = dsg_compare_text(*text_a, *text_b);
    }
    return order;
}

static int compare_names(const desig_name *a, const desig_name *b) {
    int order = compare_numbers(a->type, b->type);
    if (order == 0) order = compare_strings(&shapes[DSG_PART_NAME], a, b);
    if (order == 0) order = compare_numbers(a->strength, b->strength);
    return order;
}

/* A derived action's dates are not its content: they follow from the day of the list. */
static int compare_actions(const desig_action *a, const desig_action *b) {
    int order = compare_numbers(a->derived, b->derived);
    if (order == 0 && !a->derived) order = compare_dates(&a->effective, &b->effective);
    if (order == 0 && !a->derived) order = compare_dates(&a->announced, &b->announced);
    if (order == 0) order = compare_numbers(a->type, b->type);
    if (order == 0) order = compare_strings(&shapes[DSG_PART_ACTION], a, b);
    return order;
}

static int compare_links(const desig_link *a, const desig_link *b) {
    int order = compare_strings(&shapes[DSG_PART_LINK], a, b);
    if (order == 0) order = compare_numbers(a->stance, b->stance);
    if (order == 0) order = compare_dates(&a->date, &b->date);
    return order;
}

static int compare_facts(const desig_fact *a, const desig_fact *b) {
    int order = compare_numbers(a->type, b->type);
    if (order == 0) order = compare_strings(&shapes[DSG_PART_FACT], a, b);
    if (order == 0) order = compare_dates(&a->from, &b->from);
    if (order == 0) order = compare_dates(&a->to, &b->to);
    return order;
}

int dsg_part_compare_content(enum dsg_part_kind part, const void *a, const void *b) {
    switch (part) {
    case DSG_PART_NAME:
        return compare_names(a, b);
    case DSG_PART_ACTION:
        return compare_actions(a, b);
    case DSG_PART_LINK:
        return compare_links(a, b);
    case DSG_PART_PRESENCE:
        return compare_numbers(((const desig_presence *)a)->kind, ((const desig_presence *)b)->kind);
    default:
        return compare_facts(a, b);
    }
}

static int compare_marks(enum dsg_part_kind part, const void *a, const void *b) {
    const desig_fact *fact_a = a, *fact_b = b;
    int order;
    if (part == DSG_PART_NAME)
        return compare_numbers(((const desig_name *)a)->group, ((const desig_name *)b)->group);
    if (part != DSG_PART_FACT) return 0;
    order = compare_numbers(fact_a->group, fact_b->group);
    return order != 0 ? order : compare_numbers(fact_a->alternate, fact_b->alternate);
}

int dsg_part_compare(enum dsg_part_kind part, const void *a, const void *b) {
    int order = dsg_part_compare_content(part, a, b);
    return order != 0 ? order : compare_marks(part, a, b);
}
