#include "csv/formats/statements.h"

#include <stddef.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define MEMBER(name, kind, type, member)                                                                     \
    .column = DSG_STATEMENT_##name, .form = DSG_FIELD_##kind, .offset = offsetof(type, member),              \
    .size = sizeof(((const type *)0)->member)
#define FIELD(name, kind, type, member) MEMBER(name, kind, desig_##type, member)
#define TEXT(name, type, member)                                                                             \
    { FIELD(name, TEXT, type, member) }
#define NEEDED(name, type, member)                                                                           \
    { FIELD(name, TEXT, type, member), .required = 1 }
#define NUMBER(name, type, member)                                                                           \
    { FIELD(name, NUMBER, type, member) }
#define DATE(name, type, member)                                                                             \
    { FIELD(name, DATE, type, member) }
#define WORD(name, type, member, terms)                                                                      \
    { FIELD(name, WORD, type, member), .vocabulary = DESIG_TERMS_##terms, .required = 1 }
#define SPAN(type)                                                                                           \
    NUMBER(FIRST_EDITION, type, span.first), NUMBER(LAST_EDITION, type, span.last),                          \
        NUMBER(COMPANION, type, span.file)

static const dsg_field edition_fields[] = {
    {MEMBER(FIRST_EDITION, NUMBER, dsg_draft_file, edition), .required = 1},
    {MEMBER(DATE, DATE, dsg_draft_file, copied), .required = 1},
    {MEMBER(ANNOUNCED, DATE, dsg_draft_file, published)},
    {MEMBER(TYPE, TEXT, dsg_draft_file, file.format), .required = 1},
    {MEMBER(VALUE, TEXT, dsg_draft_file, file.name)},
    {MEMBER(NOTE, TEXT, dsg_draft_file, file.digest)},
    {MEMBER(LABEL, TEXT, dsg_draft_file, file.checksum)},
    {MEMBER(GROUP, NUMBER, dsg_draft_file, rows)},
    {MEMBER(COMPANION, NUMBER, dsg_draft_file, file.companion)},
};

static const dsg_field record_fields[] = {WORD(TYPE, presence, kind, KIND), SPAN(presence)};

static const dsg_field name_fields[] = {
    WORD(TYPE, name, type, NAME_TYPE),        NEEDED(VALUE, name, text),  TEXT(LANGUAGE, name, language),
    WORD(STRENGTH, name, strength, STRENGTH), NUMBER(GROUP, name, group), SPAN(name),
};

#define ACTION_WORDS                                                                                         \
    WORD(TYPE, action, type, ACTION_TYPE), TEXT(AUTHORITY, action, authority), TEXT(LIST, action, list),     \
        TEXT(PROGRAM, action, program), TEXT(MEASURES, action, measures),                                    \
        TEXT(LEGAL_BASIS, action, legal_basis), TEXT(JUSTIFICATION, action, justification),                  \
        TEXT(BY, action, statement_by), TEXT(CITATION, action, citation)

static const dsg_field action_fields[] = {
    ACTION_WORDS,
    DATE(ANNOUNCED, action, announced),
    DATE(DATE, action, effective),
    SPAN(action),
};

static const dsg_field listing_fields[] = {ACTION_WORDS, SPAN(action)};

static const dsg_field link_fields[] = {
    TEXT(TYPE, link, type),
    NEEDED(VALUE, link, target),
    WORD(STANCE, link, stance, STANCE),
    TEXT(ROLE, link, role),
    TEXT(JUSTIFICATION, link, justification),
    TEXT(BY, link, by),
    TEXT(CITATION, link, citation),
    DATE(DATE, link, date),
    SPAN(link),
};

static const dsg_field fact_fields[] = {
    WORD(TYPE, fact, type, FACT_TYPE),
    TEXT(VALUE, fact, value),
    TEXT(LABEL, fact, label),
    TEXT(COUNTRY, fact, country),
    TEXT(NOTE, fact, note),
    NUMBER(GROUP, fact, group),
    NUMBER(ALTERNATE, fact, alternate),
    DATE(DATE, fact, from),
    DATE(UNTIL, fact, to),
    SPAN(fact),
};

const dsg_statement_shape dsg_statement_shapes[DSG_STATEMENT_KINDS] = {
    [DSG_STATEMENT_EDITION] = {"edition", edition_fields, COUNT(edition_fields)},
    [DSG_STATEMENT_RECORD] = {"record", record_fields, COUNT(record_fields)},
    [DSG_STATEMENT_NAME] = {"name", name_fields, COUNT(name_fields)},
    [DSG_STATEMENT_ACTION] = {"action", action_fields, COUNT(action_fields)},
    [DSG_STATEMENT_LISTING] = {"listing", listing_fields, COUNT(listing_fields)},
    [DSG_STATEMENT_LINK] = {"link", link_fields, COUNT(link_fields)},
    [DSG_STATEMENT_FACT] = {"fact", fact_fields, COUNT(fact_fields)},
};

const dsg_rule dsg_statement_rules[DSG_STATEMENT_COLUMNS] = {
    [DSG_STATEMENT_ID] = {.column = "id"},
    [DSG_STATEMENT_PART] = {.column = "part"},
    [DSG_STATEMENT_TYPE] = {.column = "type"},
    [DSG_STATEMENT_VALUE] = {.column = "value"},
    [DSG_STATEMENT_LANGUAGE] = {.column = "language"},
    [DSG_STATEMENT_STRENGTH] = {.column = "strength"},
    [DSG_STATEMENT_LABEL] = {.column = "label"},
    [DSG_STATEMENT_COUNTRY] = {.column = "country"},
    [DSG_STATEMENT_NOTE] = {.column = "note"},
    [DSG_STATEMENT_GROUP] = {.column = "group"},
    [DSG_STATEMENT_ALTERNATE] = {.column = "alternate"},
    [DSG_STATEMENT_STANCE] = {.column = "stance"},
    [DSG_STATEMENT_ROLE] = {.column = "role"},
    [DSG_STATEMENT_AUTHORITY] = {.column = "authority"},
    [DSG_STATEMENT_LIST] = {.column = "list"},
    [DSG_STATEMENT_PROGRAM] = {.column = "program"},
    [DSG_STATEMENT_MEASURES] = {.column = "measures"},
    [DSG_STATEMENT_LEGAL_BASIS] = {.column = "legal_basis"},
    [DSG_STATEMENT_JUSTIFICATION] = {.column = "justification"},
    [DSG_STATEMENT_BY] = {.column = "by"},
    [DSG_STATEMENT_CITATION] = {.column = "citation"},
    [DSG_STATEMENT_ANNOUNCED] = {.column = "announced"},
    [DSG_STATEMENT_DATE] = {.column = "date"},
    [DSG_STATEMENT_UNTIL] = {.column = "until"},
    [DSG_STATEMENT_ORDINAL] = {.column = "ordinal"},
    [DSG_STATEMENT_FIRST_EDITION] = {.column = "first_edition"},
    [DSG_STATEMENT_LAST_EDITION] = {.column = "last_edition"},
    [DSG_STATEMENT_COMPANION] = {.column = "companion"},
};

uint32_t dsg_field_number(const dsg_field *field, const void *part) {
    const char *at = (const char *)part + field->offset;
    uint8_t narrow;
    uint16_t middle;
    uint32_t wide;
    switch (field->size) {
    case sizeof narrow:
        memcpy(&narrow, at, sizeof narrow);
        return narrow;
    case sizeof middle:
        memcpy(&middle, at, sizeof middle);
        return middle;
    default:
        memcpy(&wide, at, sizeof wide);
        return wide;
    }
}

void dsg_field_set_number(const dsg_field *field, void *part, uint32_t number) {
    char *at = (char *)part + field->offset;
    uint8_t narrow = (uint8_t)number;
    uint16_t middle = (uint16_t)number;
    if (field->size == sizeof narrow) memcpy(at, &narrow, sizeof narrow);
    if (field->size == sizeof middle) memcpy(at, &middle, sizeof middle);
    if (field->size == sizeof number) memcpy(at, &number, sizeof number);
}
