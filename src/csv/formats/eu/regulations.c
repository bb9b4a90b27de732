/* The regulations in which an entity and its blocks stand. That of the entity is the last that acted upon it;
 * whether it began the listing shows when all are known (listings.c). Each other one amends, once, and the
 * blocks that stand in it say so in a fact of their group. A block that names no regulation, or the entity's,
 * says nothing more. */
#include "csv/formats/eu/fsf.h"

#include "model/date.h"

/* The Council decides on a listing; for some it has left that to the Commission. Where the list does not say
 * which of them acted, it was the Union. */
static const struct {
    const char *organisation;
    const char *authority;
} bodies[] = {{"council", "EU-COUNCIL"}, {"commission", "EU-COMMISSION"}};

static const char *authority_of(dsg_piece organisation) {
    size_t i;
    for (i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
        if (dsg_piece_is(organisation, bodies[i].organisation)) return bodies[i].authority;
    }
    return NULL;
}

/* What of a regulation has no field in an action. */
static desig_result add_rest(dsg_cursor *cursor, size_t at, dsg_eu_block block) {
    desig_result result = dsg_eu_add_cell(cursor, at + EU_REG_TYPE, block, DESIG_FACT_OTHER);
    if (result != DESIG_OK || authority_of(dsg_text_of(cursor, at + EU_REG_ORGANISATION))) return result;
    return dsg_eu_add_cell(cursor, at + EU_REG_ORGANISATION, block, DESIG_FACT_OTHER);
}

static int is_amendment(const dsg_cursor *cursor, size_t at) {
    static const char begin[] = "amend";
    dsg_piece type = dsg_text_of(cursor, at + EU_REG_TYPE);
    if (type.length < sizeof begin - 1) return 0;
    return dsg_piece_is((dsg_piece){type.bytes, sizeof begin - 1}, begin);
}

static desig_result add_action(dsg_cursor *cursor, size_t at, dsg_eu_block block) {
    const char *authority = authority_of(dsg_text_of(cursor, at + EU_REG_ORGANISATION));
    desig_action action = {.authority = authority ? authority : "EU", .list = "EU"};
    desig_result result = dsg_keep_piece(cursor, dsg_text_of(cursor, at + EU_REG_PROGRAMME), &action.program);
    if (result == DESIG_OK)
        result = dsg_keep_piece(cursor, dsg_text_of(cursor, at + EU_REG_NUMBER), &action.legal_basis);
    if (result == DESIG_OK)
        result = dsg_keep_piece(cursor, dsg_text_of(cursor, at + EU_REG_URL), &action.citation);
    if (result == DESIG_OK) result = dsg_eu_read_day(cursor, at + EU_REG_PUBLISHED, block, &action.announced);
    if (result == DESIG_OK) result = dsg_eu_read_day(cursor, at + EU_REG_IN_FORCE, block, &action.effective);
    if (result == DESIG_OK) result = dsg_eu_note_day(cursor, &action.announced, 0);
    if (result == DESIG_OK) result = dsg_eu_note_day(cursor, &action.effective, 1);
    if (block != EU_OF_ENTITY) action.type = DESIG_ACTION_AMENDED;
    if (result == DESIG_OK)
        result = block != EU_OF_ENTITY ? dsg_add_action(cursor, &action)
                                       : dsg_eu_note_listing(cursor, &action, is_amendment(cursor, at));
    return result == DESIG_OK ? add_rest(cursor, at, block) : result;
}

/* The cell that tells a regulation best. */
static size_t name_of(const dsg_cursor *cursor, size_t at) {
    static const size_t telling[] = {EU_REG_NUMBER, EU_REG_URL, EU_REG_PROGRAMME};
    size_t i;
    for (i = 0; i < sizeof telling / sizeof telling[0]; i++) {
        if (dsg_text_of(cursor, at + telling[i]).length > 0) return at + telling[i];
    }
    return SIZE_MAX;
}

desig_result dsg_eu_add_regulation(dsg_cursor *cursor, dsg_eu_block block) {
    size_t at = dsg_eu_shapes[block].regulation, name;
    int before;
    desig_result result;
    if (block == EU_OF_ENTITY) return add_action(cursor, at, block);
    if (dsg_eu_state_of(cursor->import)->blocks[block].in_own ||
        dsg_eu_is_empty(cursor, at, at + EU_REG_COLUMNS))
        return DESIG_OK;
    result = dsg_eu_see(cursor, EU_BLOCKS, at, at + EU_REG_COLUMNS, &before);
    if (result == DESIG_OK && !before) result = add_action(cursor, at, block);
    name = name_of(cursor, at);
    if (result != DESIG_OK || name == SIZE_MAX) return result;
    return dsg_eu_add_cell(cursor, name, block, DESIG_FACT_OTHER);
}
