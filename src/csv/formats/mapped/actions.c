/* What a row that is read by a map says was done. */
#include "csv/dates.h"
#include "csv/formats/mapped/mapped.h"
#include "csv/shared_rules.h"
#include "model/date.h"

#include <string.h>

/* The texts of one action in the row. */
typedef struct action_cells {
    dsg_piece text[DSG_DESIGNATION_COLUMNS];
    size_t column[DSG_DESIGNATION_COLUMNS]; /* SIZE_MAX: a value of the map */
} action_cells;

/* ---- Which texts belong to which action ---- */

/* `group`: 0 for the fields without a word before them, else 1 + the type of action. */
static desig_result text_of(dsg_cursor *cursor, int group, enum dsg_designation_column target,
                            action_cells *cells) {
    return dsg_mapped_text_of(cursor, group - 1, (int)target, &cells->text[target], &cells->column[target]);
}

static desig_result texts_of(dsg_cursor *cursor, int group, action_cells *cells) {
    enum dsg_designation_column target;
    desig_result result = DESIG_OK;
    for (target = DSG_COLUMN_ACTION; result == DESIG_OK && target <= DSG_COLUMN_CITATION; target++)
        result = text_of(cursor, group, target, cells);
    return result;
}

static int has_date(const action_cells *cells) {
    return cells->text[DSG_COLUMN_DATE].length > 0 || cells->text[DSG_COLUMN_ANNOUNCED].length > 0;
}

static int has_any(const action_cells *cells) {
    enum dsg_designation_column target;
    for (target = DSG_COLUMN_ACTION; target <= DSG_COLUMN_CITATION; target++) {
        if (cells->text[target].length > 0) return 1;
    }
    return 0;
}

/* Whether the row itself says something of the action; the map's values say it of every row, and of a party
 * once. */
static int says_any(const action_cells *cells) {
    enum dsg_designation_column target;
    for (target = DSG_COLUMN_ACTION; target <= DSG_COLUMN_CITATION; target++) {
        if (cells->text[target].length > 0 && cells->column[target] != SIZE_MAX) return 1;
    }
    return 0;
}

/* What a row says once, it says of each of its actions. */
static int is_shared(enum dsg_designation_column target) {
    return target == DSG_COLUMN_AUTHORITY || target == DSG_COLUMN_LIST || target == DSG_COLUMN_PROGRAM;
}

static void share(const action_cells *from, action_cells *into) {
    enum dsg_designation_column target;
    for (target = DSG_COLUMN_ACTION; target <= DSG_COLUMN_CITATION; target++) {
        if (!is_shared(target) || into->text[target].length > 0) continue;
        into->text[target] = from->text[target];
        into->column[target] = from->column[target];
    }
}

/* The fields of the row's own type of action come before those without a word. */
static desig_result prefer(dsg_cursor *cursor, const action_cells *own, action_cells *into) {
    enum dsg_designation_column target;
    desig_result result = DESIG_OK;
    for (target = DSG_COLUMN_ANNOUNCED; result == DESIG_OK && target <= DSG_COLUMN_CITATION; target++) {
        if (own->text[target].length == 0) continue;
        result = dsg_mapped_keep_as_fact(cursor, into->column[target], into->text[target]);
        into->text[target] = own->text[target];
        into->column[target] = own->column[target];
    }
    return result;
}

/* ---- One action ---- */

/* The time of day, which a date cannot say. */
static int says_time(const char *text) {
    const char *colon = strchr(text, ':');
    return colon && colon - text > 2 && strpbrk(colon - 2, "123456789");
}

static desig_result read_date(dsg_cursor *cursor, const action_cells *cells,
                              enum dsg_designation_column target, desig_date *date) {
    dsg_piece cell = cells->text[target];
    const char *text;
    desig_result result = dsg_keep_piece(cursor, cell, &text);
    if (result != DESIG_OK || cell.length == 0) return result;
    result = dsg_read_date(cursor, cells->column[target], text, date);
    if (result != DESIG_OK || (dsg_date_is_known(date) && !says_time(text))) return result;
    return dsg_mapped_keep_as_fact(cursor, cells->column[target], cell);
}

/* The measures are one text in the model, joined by `|`. */
static desig_result read_measures(dsg_cursor *cursor, dsg_piece cell, const char **measures) {
    dsg_buffer *whole = &cursor->import->scratch;
    desig_result result = DESIG_OK;
    dsg_piece measure;
    whole->length = 0;
    while (result == DESIG_OK && dsg_value_next(&cell, cursor->file->format->separator, &measure)) {
        if (whole->length > 0) result = dsg_buffer_append(whole, "|", 1);
        if (result == DESIG_OK) result = dsg_buffer_append(whole, measure.bytes, measure.length);
    }
    return result == DESIG_OK ? dsg_keep_piece(cursor, (dsg_piece){whole->bytes, whole->length}, measures)
                              : result;
}

/* The source's words for an authority are kept beside the map's. */
static desig_result read_authority(dsg_cursor *cursor, const action_cells *cells, const char **authority) {
    const dsg_mapped *mapped = cursor->import->mapped;
    const dsg_piece cell = cells->text[DSG_COLUMN_AUTHORITY];
    *authority = dsg_map_word_authority(mapped->words, mapped->word_count, cell);
    if (!*authority) return dsg_keep_piece(cursor, cell, authority);
    const desig_result result = dsg_mapped_keep_as_fact(cursor, cells->column[DSG_COLUMN_AUTHORITY], cell);
    return result == DESIG_OK ? dsg_keep(cursor, *authority, strlen(*authority), authority) : result;
}

static desig_result add_action(dsg_cursor *cursor, const action_cells *cells, desig_action *action) {
    const struct {
        enum dsg_designation_column target;
        const char **text;
    } places[] = {
        {DSG_COLUMN_LIST, &action->list},
        {DSG_COLUMN_LEGAL_BASIS, &action->legal_basis},
        {DSG_COLUMN_CITATION, &action->citation},
        {DSG_COLUMN_JUSTIFICATION, &action->justification},
        {DSG_COLUMN_STATEMENT_BY, &action->statement_by},
    };
    desig_result result = read_measures(cursor, cells->text[DSG_COLUMN_MEASURES], &action->measures);
    if (result == DESIG_OK) result = read_authority(cursor, cells, &action->authority);
    for (size_t i = 0; result == DESIG_OK && i < sizeof places / sizeof places[0]; i++)
        result = dsg_keep_piece(cursor, cells->text[places[i].target], places[i].text);
    if (result == DESIG_OK) result = read_date(cursor, cells, DSG_COLUMN_DATE, &action->effective);
    if (result == DESIG_OK) result = read_date(cursor, cells, DSG_COLUMN_ANNOUNCED, &action->announced);
    return result == DESIG_OK ? dsg_add_actions(cursor, action, cells->text[DSG_COLUMN_PROGRAM]) : result;
}

/* ---- The row's action, and those of which its fields for one type of action speak ---- */

/* The type of action that a word stands for, -1 for none; *exact if it says no more than that. */
static int type_of(const dsg_mapped *mapped, dsg_piece word, int *exact) {
    return dsg_map_word_value(mapped->words, mapped->word_count, word, DSG_SENSE_ACTION, exact);
}

/* What was done is not known: nothing of it can be an action. */
static desig_result refuse_word(dsg_cursor *cursor, const action_cells *cells) {
    dsg_piece word = cells->text[DSG_COLUMN_ACTION];
    enum dsg_designation_column target;
    desig_result result = dsg_diagnose(
        cursor, DESIG_SEVERITY_WARNING, "bad-action", cells->column[DSG_COLUMN_ACTION],
        "\"%.*s\" is no action; what the row says of it is kept as facts", (int)word.length, word.bytes);
    for (target = DSG_COLUMN_ACTION; result == DESIG_OK && target <= DSG_COLUMN_CITATION; target++)
        result = dsg_mapped_keep_as_fact(cursor, cells->column[target], cells->text[target]);
    return result;
}

/* The type of the row's action. A row that has fields of its own for what its word says (`Lifted`, and when)
 * gives that action by them; its other fields then are of the designation. */
static desig_result find_type(dsg_cursor *cursor, int said, int *type, action_cells *own) {
    desig_result result = texts_of(cursor, 1 + said, own);
    *type = said;
    if (result != DESIG_OK || said == DESIG_ACTION_DESIGNATED || !says_any(own)) return result;
    *type = DESIG_ACTION_DESIGNATED;
    return texts_of(cursor, 1 + *type, own);
}

/* The action of the fields without a word before them: `designated` unless the row says otherwise, and
 * derived if it says neither that nor when. */
static desig_result read_main(dsg_cursor *cursor, action_cells *cells, int *type) {
    dsg_piece word = cells->text[DSG_COLUMN_ACTION];
    desig_action action = {.type = DESIG_ACTION_DESIGNATED};
    action_cells own;
    int exact = 1, said = DESIG_ACTION_DESIGNATED;
    desig_result result;
    *type = -1;
    if (word.length > 0) said = type_of(cursor->import->mapped, word, &exact);
    if (said < 0) return refuse_word(cursor, cells);
    if (!exact) {
        result = dsg_mapped_keep_as_fact(cursor, cells->column[DSG_COLUMN_ACTION], word);
        if (result != DESIG_OK) return result;
    }
    result = find_type(cursor, said, type, &own);
    if (result == DESIG_OK) result = prefer(cursor, &own, cells);
    if (result != DESIG_OK || !has_any(cells)) return result;
    if (!says_any(cells) && dsg_cursor_has_actions(cursor)) return DESIG_OK;
    action.type = (uint8_t)*type;
    action.derived = !has_date(cells) && (word.length == 0 || *type != said);
    return add_action(cursor, cells, &action);
}

desig_result dsg_mapped_read_actions(dsg_cursor *cursor) {
    action_cells plain, own;
    int type_of_row;
    desig_result result = texts_of(cursor, 0, &plain);
    if (result == DESIG_OK) result = read_main(cursor, &plain, &type_of_row);
    for (int type = 0; result == DESIG_OK && type < DSG_ACTION_TYPES; type++) {
        desig_action action = {.type = (uint8_t)type};
        if (type == type_of_row) continue;
        result = texts_of(cursor, 1 + type, &own);
        if (result != DESIG_OK || !says_any(&own)) continue;
        share(&plain, &own);
        result = add_action(cursor, &own, &action);
    }
    return result;
}
