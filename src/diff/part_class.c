#include "diff/part_class.h"

#include "base/ascii.h"
#include "diff/spelling.h"
#include "model/date.h"

#include <string.h>

static const uint8_t classes_of_facts[] = {
    [DESIG_FACT_OTHER] = DESIG_CLASS_REMARK,          [DESIG_FACT_BIRTH_DATE] = DESIG_CLASS_DATE,
    [DESIG_FACT_BIRTH_PLACE] = DESIG_CLASS_IDENTITY,  [DESIG_FACT_NATIONALITY] = DESIG_CLASS_IDENTITY,
    [DESIG_FACT_CITIZENSHIP] = DESIG_CLASS_IDENTITY,  [DESIG_FACT_ADDRESS] = DESIG_CLASS_ADDRESS,
    [DESIG_FACT_IDENTIFIER] = DESIG_CLASS_IDENTIFIER, [DESIG_FACT_TITLE] = DESIG_CLASS_IDENTITY,
    [DESIG_FACT_GENDER] = DESIG_CLASS_IDENTITY,       [DESIG_FACT_ESTABLISHED_DATE] = DESIG_CLASS_DATE,
    [DESIG_FACT_CONTACT] = DESIG_CLASS_ADDRESS,       [DESIG_FACT_SANCTIONS_NOTE] = DESIG_CLASS_MEASURES,
    [DESIG_FACT_REMARK] = DESIG_CLASS_REMARK,         [DESIG_FACT_RAW_ROW] = DESIG_CLASS_REMARK,
};

/* ---- Spelling ---- */

/* Copy a part, and take over what it spells otherwise than `model`. */
static void copy_spelt_as(enum dsg_part_kind part, const void *content, const void *model, dsg_any_part *to) {
    const dsg_part_form *form = &dsg_part_forms[part];
    const int name = part == DSG_PART_NAME || part == DSG_PART_LINK;
    memcpy(to, content, form->size);
    for (size_t i = 0; i < form->field_count; i++) {
        const dsg_part_field *field = &form->fields[i];
        if (field->form != DSG_FIELD_TEXT) continue;
        const char *other = dsg_field_text(field, model);
        if (dsg_spelling_same(dsg_field_text(field, to), other, name))
            memcpy((char *)to + field->offset, &other, sizeof other);
    }
}

static int differ_in_spelling(const dsg_comparable *a, const dsg_comparable *b) {
    if (a->count != b->count) return 0;
    for (uint32_t i = 0; i < a->count; i++) {
        dsg_any_part copy;
        copy_spelt_as(a->part, a->parts[i], b->parts[i], &copy);
        if (dsg_part_compare_content(a->part, &copy, b->parts[i]) != 0) return 0;
    }
    return 1;
}

/* ---- Actions ---- */

static int same_dates(const desig_action *a, const desig_action *b) {
    char text_a[2][DESIG_DATE_TEXT], text_b[2][DESIG_DATE_TEXT];
    if (a->derived || b->derived) return a->derived == b->derived;
    return strcmp(desig_date_format(&a->effective, text_a[0]), desig_date_format(&b->effective, text_b[0])) ==
               0 &&
           strcmp(desig_date_format(&a->announced, text_a[1]), desig_date_format(&b->announced, text_b[1])) ==
               0;
}

/* The gravest of what changed in an action under one program. */
static desig_part_class class_of_change(const desig_action *a, const desig_action *b) {
    if (!dsg_same_text(a->legal_basis, b->legal_basis)) return DESIG_CLASS_PROGRAM;
    if (!dsg_same_text(a->measures, b->measures)) return DESIG_CLASS_MEASURES;
    return same_dates(a, b) ? DESIG_CLASS_REMARK : DESIG_CLASS_DATE;
}

/* ---- Notes ---- */

/* Sentences that OFAC puts under hundreds of records at once. What else it notes (the directive to which a
 * party is subject, a choice from a menu of sanctions) is what follows for that one. */
static int is_standing_sentence(const desig_fact *note) {
    static const char *const sentences[] = {"Secondary sanctions", "Secondary Sanctions",
                                            "Transactions Prohibited For Persons Owned or Controlled",
                                            "or more information"};
    for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++)
        if ((note->label && strstr(note->label, sentences[i])) ||
            (note->value && strstr(note->value, sentences[i])))
            return 1;
    return 0;
}

/* "Listing Date (EO 14024 Directive 2): 24 Feb 2022" is one, too. */
static desig_part_class class_of_note(const desig_fact *note) {
    if (dsg_date_is_known(&note->from)) return DESIG_CLASS_DATE;
    return is_standing_sentence(note) ? DESIG_CLASS_BOILERPLATE : DESIG_CLASS_MEASURES;
}

desig_part_class dsg_part_class_of(const dsg_comparable *comparable) {
    const dsg_comparable *partner = comparable->partner;
    const desig_fact *fact = comparable->first;
    if (partner && differ_in_spelling(comparable, partner)) return DESIG_CLASS_SPELLING;
    switch (comparable->part) {
    case DSG_PART_NAME:
        return DESIG_CLASS_NAME;
    case DSG_PART_ACTION:
        return !partner ? DESIG_CLASS_PROGRAM : class_of_change(comparable->first, partner->first);
    case DSG_PART_LINK:
        return DESIG_CLASS_LINK;
    case DSG_PART_ASSERTION:
        return DESIG_CLASS_REMARK;
    default:
        return fact->type == DESIG_FACT_SANCTIONS_NOTE ? class_of_note(fact)
                                                       : (desig_part_class)classes_of_facts[fact->type];
    }
}
