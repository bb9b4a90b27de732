#include "csv/formats/statements.h"

#include <stddef.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- Rows that are no parts ---- */

#define EDITION(kind, member)                                                                                \
    .form = DSG_FIELD_##kind, .offset = offsetof(dsg_draft_file, member),                                    \
    .size = sizeof(((const dsg_draft_file *)0)->member)

static const dsg_part_field edition_fields[] = {
    {EDITION(NUMBER, edition), .flags = DSG_FIELD_NEEDED},
    {EDITION(DATE, copied), .flags = DSG_FIELD_NEEDED},
    {EDITION(DATE, published)},
    {EDITION(TEXT, file.format), .flags = DSG_FIELD_NEEDED},
    {EDITION(TEXT, file.name)},
    {EDITION(TEXT, file.digest)},
    {EDITION(TEXT, file.checksum)},
    {EDITION(NUMBER, rows)},
    {EDITION(NUMBER, file.companion)},
};

static const dsg_part_form edition_form = {
    .size = sizeof(dsg_draft_file), .fields = edition_fields, .field_count = COUNT(edition_fields)};

/* ---- Which column says which field ---- */

#define CELL(name, type, member)                                                                             \
    { DSG_STATEMENT_##name, offsetof(type, member) }
#define SPAN(type)                                                                                           \
    CELL(FIRST_EDITION, type, span.first), CELL(LAST_EDITION, type, span.last),                              \
        CELL(COMPANION, type, span.file)

static const dsg_statement_cell edition_cells[] = {
    CELL(FIRST_EDITION, dsg_draft_file, edition),    CELL(DATE, dsg_draft_file, copied),
    CELL(ANNOUNCED, dsg_draft_file, published),      CELL(TYPE, dsg_draft_file, file.format),
    CELL(VALUE, dsg_draft_file, file.name),          CELL(NOTE, dsg_draft_file, file.digest),
    CELL(LABEL, dsg_draft_file, file.checksum),      CELL(GROUP, dsg_draft_file, rows),
    CELL(COMPANION, dsg_draft_file, file.companion),
};

static const dsg_statement_cell record_cells[] = {CELL(TYPE, desig_presence, kind), SPAN(desig_presence)};

static const dsg_statement_cell name_cells[] = {
    CELL(TYPE, desig_name, type),
    CELL(VALUE, desig_name, text),
    CELL(LANGUAGE, desig_name, language),
    CELL(STRENGTH, desig_name, strength),
    CELL(GROUP, desig_name, group),
    CELL(DERIVED, desig_name, derived),
    SPAN(desig_name),
};

#define LISTING_CELLS                                                                                        \
    CELL(TYPE, desig_action, type), CELL(AUTHORITY, desig_action, authority),                                \
        CELL(LIST, desig_action, list), CELL(PROGRAM, desig_action, program),                                \
        CELL(MEASURES, desig_action, measures), CELL(LEGAL_BASIS, desig_action, legal_basis),                \
        CELL(JUSTIFICATION, desig_action, justification), CELL(BY, desig_action, statement_by),              \
        CELL(CITATION, desig_action, citation), SPAN(desig_action)

static const dsg_statement_cell action_cells[] = {
    LISTING_CELLS,
    CELL(ANNOUNCED, desig_action, announced),
    CELL(DATE, desig_action, effective),
};

static const dsg_statement_cell listing_cells[] = {LISTING_CELLS};

static const dsg_statement_cell link_cells[] = {
    CELL(TYPE, desig_link, type),
    CELL(VALUE, desig_link, target),
    CELL(STANCE, desig_link, stance),
    CELL(ROLE, desig_link, role),
    CELL(JUSTIFICATION, desig_link, justification),
    CELL(BY, desig_link, by),
    CELL(CITATION, desig_link, citation),
    CELL(DATE, desig_link, date),
    CELL(DERIVED, desig_link, derived),
    SPAN(desig_link),
};

static const dsg_statement_cell fact_cells[] = {
    CELL(TYPE, desig_fact, type),
    CELL(VALUE, desig_fact, value),
    CELL(LABEL, desig_fact, label),
    CELL(COUNTRY, desig_fact, country),
    CELL(NOTE, desig_fact, note),
    CELL(GROUP, desig_fact, group),
    CELL(DATE, desig_fact, from),
    CELL(ALTERNATE, desig_fact, alternate),
    CELL(UNTIL, desig_fact, to),
    CELL(DERIVED, desig_fact, derived),
    SPAN(desig_fact),
};

static const dsg_statement_cell assertion_cells[] = {
    CELL(TYPE, desig_assertion, action_type),
    CELL(STANCE, desig_assertion, stance),
    CELL(AUTHORITY, desig_assertion, authority),
    CELL(LIST, desig_assertion, list),
    CELL(PROGRAM, desig_assertion, program),
    CELL(JUSTIFICATION, desig_assertion, justification),
    CELL(BY, desig_assertion, by),
    CELL(CITATION, desig_assertion, citation),
    CELL(ANNOUNCED, desig_assertion, date),
    CELL(DATE, desig_assertion, effective),
    CELL(DERIVED, desig_assertion, derived),
    SPAN(desig_assertion),
};

#define SHAPE(word, form, cells)                                                                             \
    { word, form, cells, COUNT(cells) }

const dsg_statement_shape dsg_statement_shapes[DSG_STATEMENT_KINDS] = {
    [DSG_STATEMENT_EDITION] = SHAPE("edition", &edition_form, edition_cells),
    [DSG_STATEMENT_RECORD] = SHAPE("record", &dsg_part_forms[DSG_PART_PRESENCE], record_cells),
    [DSG_STATEMENT_NAME] = SHAPE("name", &dsg_part_forms[DSG_PART_NAME], name_cells),
    [DSG_STATEMENT_ACTION] = SHAPE("action", &dsg_part_forms[DSG_PART_ACTION], action_cells),
    [DSG_STATEMENT_LISTING] = SHAPE("listing", &dsg_part_forms[DSG_PART_ACTION], listing_cells),
    [DSG_STATEMENT_LINK] = SHAPE("link", &dsg_part_forms[DSG_PART_LINK], link_cells),
    [DSG_STATEMENT_FACT] = SHAPE("fact", &dsg_part_forms[DSG_PART_FACT], fact_cells),
    [DSG_STATEMENT_ASSERTION] = SHAPE("assertion", &dsg_part_forms[DSG_PART_ASSERTION], assertion_cells),
};

const dsg_part_field *dsg_statement_field(const dsg_statement_shape *shape,
                                          enum dsg_statement_column column) {
    for (size_t i = 0; i < shape->cell_count; i++)
        if (shape->cells[i].column == column) return dsg_part_field_at(shape->form, shape->cells[i].offset);
    return NULL;
}

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
    [DSG_STATEMENT_DERIVED] = {.column = "derived"},
};
