#include "model/part.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "model/date.h"

#include <stddef.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- The fields of each kind ---- */

#define MEMBER(type, member) .offset = offsetof(type, member), .size = sizeof(((const type *)0)->member)
#define TEXT(type, member)                                                                                   \
    { .form = DSG_FIELD_TEXT, MEMBER(type, member) }
#define TEXT_LOCATED(type, member)                                                                           \
    { .form = DSG_FIELD_TEXT, MEMBER(type, member), .flags = DSG_FIELD_LOCATED }
#define TEXT_NEEDED(type, member)                                                                            \
    { .form = DSG_FIELD_TEXT, MEMBER(type, member), .flags = DSG_FIELD_LOCATED | DSG_FIELD_NEEDED }
#define DATE(type, member)                                                                                   \
    { .form = DSG_FIELD_DATE, MEMBER(type, member) }
#define DATE_LOCATED(type, member, counts)                                                                   \
    { .form = DSG_FIELD_DATE, MEMBER(type, member), .flags = DSG_FIELD_LOCATED, .use = (counts) }
#define WORD(type, member, terms)                                                                            \
    { .form = DSG_FIELD_WORD, MEMBER(type, member), .vocabulary = DESIG_TERMS_##terms }
#define MARK(type, member, counts)                                                                           \
    { .form = DSG_FIELD_NUMBER, MEMBER(type, member), .use = (counts), .most = 1 }
#define NUMBER(type, member, counts)                                                                         \
    { .form = DSG_FIELD_NUMBER, MEMBER(type, member), .use = (counts) }
#define SPAN(type)                                                                                           \
    NUMBER(type, span.first, DSG_FIELD_SPANS), NUMBER(type, span.last, DSG_FIELD_SPANS),                     \
        NUMBER(type, span.file, DSG_FIELD_SPANS)

static const dsg_part_field name_fields[] = {
    WORD(desig_name, type, NAME_TYPE),
    TEXT_NEEDED(desig_name, text),
    TEXT(desig_name, language),
    WORD(desig_name, strength, STRENGTH),
    MARK(desig_name, derived, DSG_FIELD_SAYS),
    NUMBER(desig_name, group, DSG_FIELD_ARRANGES),
    SPAN(desig_name),
};

static const dsg_part_field action_fields[] = {
    MARK(desig_action, derived, DSG_FIELD_SAYS),
    DATE_LOCATED(desig_action, effective, DSG_FIELD_SAYS_STATED),
    DATE_LOCATED(desig_action, announced, DSG_FIELD_SAYS_STATED),
    WORD(desig_action, type, ACTION_TYPE),
    TEXT_LOCATED(desig_action, authority),
    TEXT_LOCATED(desig_action, list),
    TEXT_LOCATED(desig_action, program),
    TEXT_LOCATED(desig_action, measures),
    TEXT_LOCATED(desig_action, legal_basis),
    TEXT_LOCATED(desig_action, justification),
    TEXT_LOCATED(desig_action, statement_by),
    TEXT_LOCATED(desig_action, citation),
    SPAN(desig_action),
};

static const dsg_part_field link_fields[] = {
    TEXT(desig_link, type),
    TEXT_NEEDED(desig_link, target),
    TEXT_LOCATED(desig_link, role),
    TEXT_LOCATED(desig_link, by),
    TEXT_LOCATED(desig_link, justification),
    TEXT_LOCATED(desig_link, citation),
    WORD(desig_link, stance, STANCE),
    DATE_LOCATED(desig_link, date, DSG_FIELD_SAYS),
    MARK(desig_link, derived, DSG_FIELD_SAYS),
    SPAN(desig_link),
};

static const dsg_part_field fact_fields[] = {
    WORD(desig_fact, type, FACT_TYPE),
    TEXT_LOCATED(desig_fact, value),
    TEXT(desig_fact, label),
    TEXT(desig_fact, country),
    TEXT_LOCATED(desig_fact, note),
    DATE(desig_fact, from),
    DATE(desig_fact, to),
    MARK(desig_fact, derived, DSG_FIELD_SAYS),
    NUMBER(desig_fact, group, DSG_FIELD_ARRANGES),
    MARK(desig_fact, alternate, DSG_FIELD_ARRANGES),
    NUMBER(desig_fact, continued, DSG_FIELD_ARRANGES),
    SPAN(desig_fact),
};

static const dsg_part_field assertion_fields[] = {
    DATE_LOCATED(desig_assertion, effective, DSG_FIELD_SAYS),
    WORD(desig_assertion, action_type, ACTION_TYPE),
    TEXT_LOCATED(desig_assertion, authority),
    TEXT_LOCATED(desig_assertion, list),
    TEXT_LOCATED(desig_assertion, program),
    {.form = DSG_FIELD_WORD,
     MEMBER(desig_assertion, stance),
     .vocabulary = DESIG_TERMS_STANCE,
     .least = DESIG_STANCE_ASSERTED},
    TEXT_LOCATED(desig_assertion, by),
    DATE_LOCATED(desig_assertion, date, DSG_FIELD_SAYS),
    TEXT_LOCATED(desig_assertion, justification),
    TEXT_LOCATED(desig_assertion, citation),
    MARK(desig_assertion, derived, DSG_FIELD_SAYS),
    SPAN(desig_assertion),
};

static const dsg_part_field presence_fields[] = {
    WORD(desig_presence, kind, KIND),
    SPAN(desig_presence),
};

#define FORM(struct_type, type_member, table)                                                                \
    {                                                                                                        \
        .size = sizeof(struct_type), .span = offsetof(struct_type, span),                                    \
        .type = offsetof(struct_type, type_member), .derived = offsetof(struct_type, derived),               \
        .fields = (table), .field_count = COUNT(table)                                                       \
    }

const dsg_part_form dsg_part_forms[DSG_PART_LEDGER_KINDS] = {
    [DSG_PART_NAME] = FORM(desig_name, type, name_fields),
    [DSG_PART_ACTION] = FORM(desig_action, type, action_fields),
    [DSG_PART_LINK] = FORM(desig_link, stance, link_fields),
    [DSG_PART_FACT] = FORM(desig_fact, type, fact_fields),
    [DSG_PART_ASSERTION] = FORM(desig_assertion, stance, assertion_fields),
    [DSG_PART_PRESENCE] = {.size = sizeof(desig_presence),
                           .span = offsetof(desig_presence, span),
                           .type = offsetof(desig_presence, kind),
                           .fields = presence_fields,
                           .field_count = COUNT(presence_fields)},
};

/* ---- What a field holds ---- */

const dsg_part_field *dsg_part_field_at(const dsg_part_form *form, size_t offset) {
    const dsg_part_field *field = form->fields;
    while (field->offset != offset) field++;
    return field;
}

void dsg_field_set_number(const dsg_part_field *field, void *content, uint32_t number) {
    void *to = (char *)content + field->offset;
    switch (field->size) {
    case sizeof(uint8_t):
        *(uint8_t *)to = (uint8_t)number;
        break;
    case sizeof(uint16_t):
        *(uint16_t *)to = (uint16_t)number;
        break;
    default:
        *(uint32_t *)to = number;
        break;
    }
}

/* ---- Order ---- */

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

static int compare_field(const dsg_part_field *field, const void *a, const void *b) {
    switch (field->form) {
    case DSG_FIELD_TEXT:
        return dsg_compare_text(dsg_field_text(field, a), dsg_field_text(field, b));
    case DSG_FIELD_DATE:
        return compare_dates(dsg_field_date(field, a), dsg_field_date(field, b));
    default:
        return compare_numbers(dsg_field_number(field, a), dsg_field_number(field, b));
    }
}

/* The fields of a part that count, of those that are used up to `last`; NULL behind them. */
static const dsg_part_field *next_field(const dsg_part_form *form, const dsg_part_field *field, int derived,
                                        dsg_field_use last) {
    const dsg_part_field *const end = form->fields + form->field_count;
    while (field < end && derived && field->use == DSG_FIELD_SAYS_STATED) field++;
    return field < end && field->use <= last ? field : NULL;
}

static int compare(enum dsg_part_kind part, const void *a, const void *b, dsg_field_use last) {
    const dsg_part_form *form = &dsg_part_forms[part];
    const int derived = dsg_part_is_derived(part, a);
    const dsg_part_field *field = form->fields;
    int order = 0;
    for (; order == 0 && (field = next_field(form, field, derived, last)) != NULL; field++)
        order = compare_field(field, a, b);
    return order;
}

int dsg_part_compare_content(enum dsg_part_kind part, const void *a, const void *b) {
    return compare(part, a, b, DSG_FIELD_SAYS_STATED);
}

int dsg_part_compare(enum dsg_part_kind part, const void *a, const void *b) {
    return compare(part, a, b, DSG_FIELD_ARRANGES);
}

/* ---- Digest ---- */

static uint64_t stir(uint64_t hash, uint64_t more) {
    return (hash ^ more) * UINT64_C(0x9e3779b97f4a7c15);
}

/* The day of an open end means nothing. */
static uint64_t stir_date(uint64_t hash, const desig_date *date) {
    hash = stir(hash, date->first_precision == DESIG_PRECISION_NONE ? 0 : (uint64_t)date->first);
    return stir(hash, date->last_precision == DESIG_PRECISION_NONE ? 0 : (uint64_t)date->last);
}

static uint64_t stir_field(uint64_t hash, const dsg_part_field *field, const void *content) {
    if (field->form == DSG_FIELD_DATE) return stir_date(hash, dsg_field_date(field, content));
    if (field->form != DSG_FIELD_TEXT) return stir(hash, dsg_field_number(field, content));
    const char *text = dsg_field_text(field, content);
    return stir(hash, text ? dsg_hash(text, strlen(text)) : 1);
}

uint64_t dsg_part_hash(enum dsg_part_kind part, const void *content) {
    const dsg_part_form *form = &dsg_part_forms[part];
    const int derived = dsg_part_is_derived(part, content);
    const dsg_part_field *field = form->fields;
    uint64_t hash = stir(0, part);
    for (; (field = next_field(form, field, derived, DSG_FIELD_ARRANGES)) != NULL; field++)
        hash = stir_field(hash, field, content);
    return hash ^ hash >> 32;
}

/* ---- Taking parts of others ---- */

static const char *check_text(const dsg_part_field *field, const char *text) {
    if (!text)
        return field->flags & DSG_FIELD_NEEDED ? "a name without a text, or a link without a target" : NULL;
    const size_t length = strlen(text);
    return dsg_utf8_valid(text, length) == length ? NULL : "a text is not valid UTF-8";
}

static const char *check_number(const dsg_part_field *field, uint32_t number) {
    if (field->form == DSG_FIELD_WORD)
        return number >= field->least && desig_term(field->vocabulary, number) ? NULL
                                                                               : "a word is out of its range";
    return field->most == 0 || number <= field->most ? NULL : "a mark is neither 0 nor 1";
}

const char *dsg_part_check(enum dsg_part_kind part, void *content) {
    const dsg_part_form *form = &dsg_part_forms[part];
    const char *wrong = NULL;
    for (size_t i = 0; !wrong && i < form->field_count; i++) {
        const dsg_part_field *field = &form->fields[i];
        if (field->form == DSG_FIELD_TEXT)
            wrong = check_text(field, dsg_field_text(field, content));
        else if (field->form != DSG_FIELD_DATE)
            wrong = check_number(field, dsg_field_number(field, content));
        else if (!dsg_date_normalise((void *)((char *)content + field->offset)))
            wrong = "a date is impossible";
    }
    *dsg_part_span(part, content) = (desig_span){0};
    return wrong;
}

desig_result dsg_part_keep_texts(enum dsg_part_kind part, void *content, dsg_text_keeper keep,
                                 void *context) {
    const dsg_part_form *form = &dsg_part_forms[part];
    for (size_t i = 0; i < form->field_count; i++) {
        if (form->fields[i].form != DSG_FIELD_TEXT) continue;
        const char **text = (void *)((char *)content + form->fields[i].offset);
        if (!*text) continue;
        *text = keep(context, *text, strlen(*text));
        if (!*text) return DESIG_E_NOMEM;
    }
    return DESIG_OK;
}
