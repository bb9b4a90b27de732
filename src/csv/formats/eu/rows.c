/* Rows of the EU's list: whose they are, and what of them has been said before.
 *
 * The columns of the entity come again on each of its rows, and those of a block may. What an earlier row of
 * the record said with the same cells is blanked before the rules see it, so that a record grows by what is
 * new only; and as the rows of an entity mostly stand together, its record is laid out when the next begins.
 */
#include "csv/formats/eu/fsf.h"

#include <string.h>

/* ---- Blocks ---- */

static void blank(dsg_cursor *cursor, const dsg_eu_shape *shape) {
    size_t rule;
    for (rule = shape->first; rule < shape->end; rule++) {
        size_t column = dsg_column_of(cursor, rule);
        if (column < cursor->row->count) cursor->row->cells[column] = (dsg_cell){NULL, 0};
    }
}

/* The publisher's number; else one that the content gives, so that it is the same in the next edition. */
static uint32_t group_of(const dsg_cursor *cursor, const dsg_eu_shape *shape) {
    dsg_piece number = dsg_text_of(cursor, shape->id);
    uint64_t group = 0;
    size_t i;
    for (i = 0; i < number.length && group <= UINT32_MAX; i++) {
        if (number.bytes[i] < '0' || number.bytes[i] > '9') break;
        group = group * 10 + (uint64_t)(number.bytes[i] - '0');
    }
    if (number.length == 0 || i < number.length || group > UINT32_MAX)
        return dsg_group_of_rules(cursor, shape->first, shape->end);
    return group == 0 ? 1 : (uint32_t)group;
}

static desig_result begin_block(dsg_cursor *cursor, dsg_eu_block block) {
    const dsg_eu_shape *shape = &dsg_eu_shapes[block];
    dsg_eu_state *state = dsg_eu_state_of(cursor->import);
    int before = 1;
    desig_result result = DESIG_OK;
    state->blocks[block].has_place = state->blocks[block].is_told = 0;
    if (block == EU_OF_ENTITY || !dsg_eu_is_empty(cursor, shape->first, shape->end))
        result = dsg_eu_see(cursor, block, shape->first, shape->end, &before);
    state->blocks[block].is_new = !before;
    if (result != DESIG_OK) return result;
    if (before)
        blank(cursor, shape);
    else
        state->blocks[block].group = block == EU_OF_ENTITY ? 0 : group_of(cursor, shape);
    return DESIG_OK;
}

/* ---- Records ---- */

/* Each record once: its later parts, should there be any, are laid out with the commit. */
static desig_result seal_earlier(dsg_cursor *cursor) {
    dsg_eu_state *state = dsg_eu_state_of(cursor->import);
    desig_result result = DESIG_OK;
    while (result == DESIG_OK && state->sealed < cursor->record)
        result = dsg_draft_seal(cursor->import->draft, state->sealed++);
    return result;
}

/* What two rows say of an entity differs as a whole, but may be the same in part. */
static desig_result note_difference(dsg_cursor *cursor) {
    desig_result result = dsg_cursor_only_new(cursor);
    if (result != DESIG_OK) return result;
    return dsg_diagnose(cursor, DESIG_SEVERITY_NOTE, "other-details", dsg_column_of(cursor, EU_ID),
                        "this row says other things of the entity itself than an earlier one; what differs "
                        "is added to the record");
}

desig_result dsg_eu_begin_row(dsg_cursor *cursor) {
    dsg_eu_state *state = dsg_eu_state_of(cursor->import);
    dsg_piece id = dsg_text_of(cursor, EU_ID);
    int is_new, block;
    desig_result result;
    cursor->record = DSG_NO_RECORD;
    if (id.length == 0)
        return dsg_keep_raw(cursor, "no-id", dsg_column_of(cursor, EU_ID),
                            "the row has no id; it is kept raw");
    result = dsg_begin_record(cursor, cursor->file->format->about.source, id.bytes, id.length, &is_new);
    if (result == DESIG_OK && is_new) result = seal_earlier(cursor);
    for (block = EU_OF_ENTITY; block < EU_BLOCKS; block++)
        state->blocks[block].in_own =
            dsg_eu_is_same(cursor, EU_REGULATION, dsg_eu_shapes[block].regulation, EU_REG_COLUMNS);
    for (block = EU_OF_ENTITY; result == DESIG_OK && block < EU_BLOCKS; block++)
        result = begin_block(cursor, (dsg_eu_block)block);
    if (result == DESIG_OK && !is_new && state->blocks[EU_OF_ENTITY].is_new) return note_difference(cursor);
    return result;
}

static int is_number(dsg_piece cell, uint32_t number) {
    char text[16];
    size_t at = sizeof text;
    do text[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    return cell.length == sizeof text - at && memcmp(cell.bytes, text + at, cell.length) == 0;
}

/* The number of a block that is not its group's, or that no part bears. */
static desig_result keep_id(dsg_cursor *cursor, dsg_eu_block block) {
    const dsg_eu_state *state = dsg_eu_state_of(cursor->import);
    size_t id = dsg_eu_shapes[block].id;
    if (state->blocks[block].is_told && is_number(dsg_text_of(cursor, id), state->blocks[block].group))
        return DESIG_OK;
    return block == EU_OF_ENTITY ? DESIG_OK : dsg_eu_add_cell(cursor, id, block, DESIG_FACT_OTHER);
}

desig_result dsg_eu_end_row(dsg_cursor *cursor) {
    static desig_result (*const add[EU_BLOCKS])(dsg_cursor *) = {
        [EU_OF_NAME] = dsg_eu_add_name, [EU_OF_BIRTH] = dsg_eu_add_birth, [EU_OF_NUMBER] = dsg_eu_add_number};
    const dsg_eu_state *state = dsg_eu_state_of(cursor->import);
    desig_result result = DESIG_OK;
    int block;
    for (block = EU_OF_ENTITY; result == DESIG_OK && block < EU_BLOCKS; block++) {
        if (!state->blocks[block].is_new) continue;
        if (add[block]) result = add[block](cursor);
        if (result == DESIG_OK) result = dsg_eu_add_country(cursor, (dsg_eu_block)block);
        if (result == DESIG_OK) result = dsg_eu_add_regulation(cursor, (dsg_eu_block)block);
        if (result == DESIG_OK) result = keep_id(cursor, (dsg_eu_block)block);
    }
    return result;
}
