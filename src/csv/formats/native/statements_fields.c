#include "csv/formats/native/statements.h"

#include <stddef.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- Rows that are no parts ---- */

#define MEMBER(kind, type, member)                                                                           \
    .form = DSG_FIELD_##kind, .offset = offsetof(type, member), .size = sizeof(((const type *)0)->member)
#define FORM(type, table)                                                                                    \
    { .size = sizeof(type), .fields = (table), .field_count = COUNT(table) }

static const dsg_part_field list_fields[] = {{MEMBER(DATE, dsg_list_row, as_of), .flags = DSG_FIELD_NEEDED}};

static const dsg_part_form list_form = FORM(dsg_list_row, list_fields);

static const dsg_part_field source_fields[] = {
    {MEMBER(TEXT, dsg_list_source, about.format)}, {MEMBER(TEXT, dsg_list_source, about.name)},
    {MEMBER(TEXT, dsg_list_source, about.source)}, {MEMBER(TEXT, dsg_list_source, about.checksum)},
    {MEMBER(DATE, dsg_list_source, about.as_of)},  {MEMBER(NUMBER, dsg_list_source, companion)},
};

static const dsg_part_form source_form = FORM(dsg_list_source, source_fields);

static const dsg_part_field edition_fields[] = {
    {MEMBER(NUMBER, dsg_draft_file, edition), .flags = DSG_FIELD_NEEDED},
    {MEMBER(DATE, dsg_draft_file, copied), .flags = DSG_FIELD_NEEDED},
    {MEMBER(DATE, dsg_draft_file, published)},
    {MEMBER(TEXT, dsg_draft_file, file.format), .flags = DSG_FIELD_NEEDED},
    {MEMBER(TEXT, dsg_draft_file, file.name)},
    {MEMBER(TEXT, dsg_draft_file, file.digest)},
    {MEMBER(TEXT, dsg_draft_file, file.checksum)},
    {MEMBER(NUMBER, dsg_draft_file, rows)},
    {MEMBER(NUMBER, dsg_draft_file, file.companion)},
};

static const dsg_part_form edition_form = FORM(dsg_draft_file, edition_fields);

static const dsg_part_field record_fields[] = {
    {MEMBER(WORD, dsg_record_row, presence.kind), .vocabulary = DESIG_TERMS_KIND},
    {MEMBER(TEXT, dsg_record_row, source)},
    {MEMBER(NUMBER, dsg_record_row, presence.span.first)},
    {MEMBER(NUMBER, dsg_record_row, presence.span.last)},
    {MEMBER(NUMBER, dsg_record_row, presence.span.file)},
};

static const dsg_part_form record_form = FORM(dsg_record_row, record_fields);

/* ---- Which column says which field ---- */

#define CELL(name, type, member)                                                                             \
    { DSG_STATEMENT_##name, offsetof(type, member) }
#define SPAN(type)                                                                                           \
    CELL(FIRST_EDITION, type, span.first), CELL(LAST_EDITION, type, span.last),                              \
        CELL(COMPANION, type, span.file)

static const dsg_statement_cell list_cells[] = {CELL(DATE, dsg_list_row, as_of)};

static const dsg_statement_cell source_cells[] = {
    CELL(TYPE, dsg_list_source, about.format), CELL(VALUE, dsg_list_source, about.name),
    CELL(BY, dsg_list_source, about.source),   CELL(LABEL, dsg_list_source, about.checksum),
    CELL(DATE, dsg_list_source, about.as_of),  CELL(COMPANION, dsg_list_source, companion),
};

static const dsg_statement_cell edition_cells[] = {
    CELL(FIRST_EDITION, dsg_draft_file, edition),    CELL(DATE, dsg_draft_file, copied),
    CELL(ANNOUNCED, dsg_draft_file, published),      CELL(TYPE, dsg_draft_file, file.format),
    CELL(VALUE, dsg_draft_file, file.name),          CELL(NOTE, dsg_draft_file, file.digest),
    CELL(LABEL, dsg_draft_file, file.checksum),      CELL(GROUP, dsg_draft_file, rows),
    CELL(COMPANION, dsg_draft_file, file.companion),
};

static const dsg_statement_cell record_cells[] = {
    CELL(TYPE, dsg_record_row, presence.kind),
    CELL(BY, dsg_record_row, source),
    CELL(FIRST_EDITION, dsg_record_row, presence.span.first),
    CELL(LAST_EDITION, dsg_record_row, presence.span.last),
    CELL(COMPANION, dsg_record_row, presence.span.file),
};

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

static const dsg_statement_cell listing_cells[] = {LISTING_CELLS, CELL(DATE, desig_action, effective)};

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
    CELL(CONTINUED, desig_fact, continued),
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
    [DSG_STATEMENT_OF_LIST] = SHAPE("list", &list_form, list_cells),
    [DSG_STATEMENT_SOURCE] = SHAPE("source", &source_form, source_cells),
    [DSG_STATEMENT_EDITION] = SHAPE("edition", &edition_form, edition_cells),
    [DSG_STATEMENT_RECORD] = SHAPE("record", &record_form, record_cells),
    [DSG_STATEMENT_NAME] = SHAPE("name", &dsg_part_forms[DSG_PART_NAME], name_cells),
    [DSG_STATEMENT_ACTION] = SHAPE("action", &dsg_part_forms[DSG_PART_ACTION], action_cells),
    [DSG_STATEMENT_LISTING] = SHAPE("listing", &dsg_part_forms[DSG_PART_ACTION], listing_cells),
    [DSG_STATEMENT_LINK] = SHAPE("link", &dsg_part_forms[DSG_PART_LINK], link_cells),
    [DSG_STATEMENT_FACT] = SHAPE("fact", &dsg_part_forms[DSG_PART_FACT], fact_cells),
    [DSG_STATEMENT_ASSERTION] = SHAPE("assertion", &dsg_part_forms[DSG_PART_ASSERTION], assertion_cells),
};

const char *dsg_statement_source_of(const char *id, dsg_list_source *const *sources, size_t count) {
    const size_t prefix = strcspn(id, ":");
    for (size_t i = 0; id[prefix] == ':' && i < count; i++) {
        const char *source = sources[i]->about.source;
        if (source && strlen(source) == prefix && memcmp(source, id, prefix) == 0) return source;
    }
    return count > 0 ? sources[0]->about.source : NULL;
}

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
    [DSG_STATEMENT_CONTINUED] = {.column = "continued"},
};
