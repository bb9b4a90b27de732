/* What a row of the layout for people says was done or said: its action, its date and reasons, its links, and
 * what somebody says of an action. */
#include "csv/damage.h"
#include "csv/formats/native/designations.h"

#include <string.h>

/* To what a row's date, reasons and citation belong. */
typedef enum row_role {
    ROLE_NONE,     /* to nothing: names and facts only, and bare links */
    ROLE_ACTION,   /* to what an authority did */
    ROLE_LISTING,  /* to the record's standing on a list, which has no date */
    ROLE_LINKS,    /* to the row's links: asserted, disputed, or a comment that takes no side */
    ROLE_ASSERTION /* to what somebody says of an action */
} row_role;

typedef struct row_content {
    row_role role;
    desig_action action;
    desig_link link; /* what the row's links have in common */
    desig_assertion assertion;
} row_content;

static int has(const dsg_cursor *cursor, enum dsg_designation_column column) {
    return dsg_cell_of(cursor, column)->text != NULL;
}

/* ---- Cells that find no place ---- */

static int is_used(row_role role, enum dsg_designation_column column) {
    static const uint8_t used[DSG_DESIGNATION_COLUMNS] = {
#define BY(role) (1U << (role))
#define ACTED    (BY(ROLE_ACTION) | BY(ROLE_LISTING))
        [DSG_COLUMN_ANNOUNCED] = BY(ROLE_ACTION) | BY(ROLE_ASSERTION),
        [DSG_COLUMN_DATE] = BY(ROLE_ACTION) | BY(ROLE_LINKS) | BY(ROLE_ASSERTION),
        [DSG_COLUMN_AUTHORITY] = ACTED | BY(ROLE_ASSERTION),
        [DSG_COLUMN_LIST] = ACTED | BY(ROLE_ASSERTION),
        [DSG_COLUMN_PROGRAM] = ACTED | BY(ROLE_ASSERTION),
        [DSG_COLUMN_MEASURES] = ACTED,
        [DSG_COLUMN_LEGAL_BASIS] = ACTED,
        [DSG_COLUMN_JUSTIFICATION] = ACTED | BY(ROLE_LINKS) | BY(ROLE_ASSERTION),
        [DSG_COLUMN_STATEMENT_BY] = ACTED | BY(ROLE_LINKS) | BY(ROLE_ASSERTION),
        [DSG_COLUMN_CITATION] = ACTED | BY(ROLE_LINKS) | BY(ROLE_ASSERTION),
#undef ACTED
#undef BY
    };
    return (used[column] >> role) & 1;
}

static desig_result keep_unused(dsg_cursor *cursor, row_role role) {
    desig_result result = DESIG_OK;
    enum dsg_designation_column column;
    for (column = DSG_COLUMN_ANNOUNCED; result == DESIG_OK && column <= DSG_COLUMN_CITATION; column++) {
        if (!has(cursor, column) || is_used(role, column)) continue;
        result = dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "no-place", dsg_column_of(cursor, column),
                              "%s belongs to nothing in this row; kept as a fact",
                              cursor->file->format->rules[column].column);
        if (result == DESIG_OK) result = dsg_designation_keep_cell_as_fact(cursor, column);
    }
    return result;
}

/* ---- The row's role ---- */

static int cut_link(dsg_piece piece, dsg_piece *type, dsg_piece *target) {
    return dsg_piece_cut(piece, '=', type, target) && type->length > 0 && target->length > 0;
}

/* Only a link that can be read can carry the row's reasons. */
static int has_links(const dsg_cursor *cursor) {
    const dsg_cell *cell = dsg_cell_of(cursor, DSG_COLUMN_LINKS);
    dsg_piece rest = {cell->text, cell->length}, piece, type, target;
    while (dsg_piece_next(&rest, &piece)) {
        if (cut_link(piece, &type, &target)) return 1;
    }
    return 0;
}

static int is_listing(const dsg_cursor *cursor) {
    return has(cursor, DSG_COLUMN_PROGRAM) || has(cursor, DSG_COLUMN_AUTHORITY) ||
           has(cursor, DSG_COLUMN_LIST);
}

/* A defective action word, or a stance on no links: the word is kept, and the row's other cells as well. */
static desig_result refuse_action(dsg_cursor *cursor, const char *check, const char *why) {
    desig_result result =
        dsg_diagnose(cursor, DESIG_SEVERITY_ERROR, check, dsg_column_of(cursor, DSG_COLUMN_ACTION),
                     "%s; kept as a fact: %s", why, dsg_cell_of(cursor, DSG_COLUMN_ACTION)->text);
    return result == DESIG_OK ? dsg_designation_keep_cell_as_fact(cursor, DSG_COLUMN_ACTION) : result;
}

/* `asserted:designated`, `disputed:revoked`: a stance, and of what kind of action it speaks. */
static int cut_assertion(const dsg_cell *word, desig_assertion *assertion) {
    const dsg_piece piece = {word->text, word->length};
    dsg_piece head, tail;
    if (!dsg_piece_cut(piece, ':', &head, &tail)) return 0;
    const int stance = dsg_designation_word(&(dsg_cell){head.bytes, head.length}, DESIG_TERMS_STANCE);
    const int action = dsg_designation_word(&(dsg_cell){tail.bytes, tail.length}, DESIG_TERMS_ACTION_TYPE);
    if (stance < DESIG_STANCE_ASSERTED || action < 0) return 0;
    *assertion = (desig_assertion){.stance = (uint8_t)stance, .action_type = (uint8_t)action};
    return 1;
}

static desig_result find_role(dsg_cursor *cursor, row_content *row) {
    const dsg_cell *word = dsg_cell_of(cursor, DSG_COLUMN_ACTION);
    int action, stance;
    if (word->length == 0) {
        row->action.derived = 1;
        row->role = is_listing(cursor) ? ROLE_LISTING : has_links(cursor) ? ROLE_LINKS : ROLE_NONE;
        return DESIG_OK;
    }
    if (cut_assertion(word, &row->assertion)) {
        row->role = ROLE_ASSERTION;
        return DESIG_OK;
    }
    action = dsg_designation_word(word, DESIG_TERMS_ACTION_TYPE);
    stance = dsg_designation_word(word, DESIG_TERMS_STANCE);
    if (action < 0 && stance <= DESIG_STANCE_PLAIN)
        return refuse_action(cursor, "bad-action", "this is no action");
    if (action < 0 && !has_links(cursor))
        return refuse_action(cursor, "no-links", "a stance needs links in its row");
    row->role = action < 0 ? ROLE_LINKS : ROLE_ACTION;
    row->action.type = (uint8_t)(action < 0 ? 0 : action);
    row->link.stance = (uint8_t)(action < 0 ? stance : DESIG_STANCE_PLAIN);
    return DESIG_OK;
}

/* ---- Its cells ---- */

/* A date that cannot be read is told and its text kept; the action or link stays undated. */
static desig_result read_date(dsg_cursor *cursor, enum dsg_designation_column column, desig_date *date) {
    const char *text = dsg_cell_of(cursor, column)->text;
    const dsg_date_habit habit = {.style = DESIG_DATE_UNAMBIGUOUS};
    dsg_date_fault fault;
    dsg_damage damage;
    desig_result result;
    if (!text || *text == '\0') return DESIG_OK;
    fault = dsg_date_read((dsg_date_text){text, text + strlen(text)}, &habit, date);
    if (fault == DSG_DATE_FINE) return DESIG_OK;
    damage = dsg_damage_of_date(text, fault, "bad-date");
    result = dsg_diagnose(cursor, DESIG_SEVERITY_ERROR, damage.check, dsg_column_of(cursor, column),
                          "%s; kept as a fact: %s", damage.what, text);
    return result == DESIG_OK ? dsg_designation_keep_cell_as_fact(cursor, column) : result;
}

typedef struct text_place {
    enum dsg_designation_column column;
    const char **text;
} text_place;

static desig_result read_texts(dsg_cursor *cursor, const text_place *places, size_t count) {
    desig_result result = DESIG_OK;
    for (size_t i = 0; result == DESIG_OK && i < count; i++)
        result = dsg_designation_keep_cell(cursor, places[i].column, places[i].text);
    return result;
}

/* The measures are one text in the model, joined by `|`. */
static desig_result read_measures(dsg_cursor *cursor, const char **measures) {
    const dsg_cell *cell = dsg_cell_of(cursor, DSG_COLUMN_MEASURES);
    dsg_piece rest = {cell->text, cell->length}, piece;
    desig_result result = DESIG_OK;
    int first = 1;
    if (!cell->text) return DESIG_OK;
    cursor->import->scratch.length = 0;
    for (; result == DESIG_OK && dsg_piece_next(&rest, &piece); first = 0) {
        if (!first) result = dsg_buffer_append(&cursor->import->scratch, "|", 1);
        if (result == DESIG_OK) result = dsg_piece_unescape(piece, &cursor->import->scratch);
    }
    if (result != DESIG_OK) return result;
    return dsg_keep(cursor, first ? "" : cursor->import->scratch.bytes, cursor->import->scratch.length,
                    measures);
}

/* ---- Actions ---- */

/* With several programs in the row, which of them a legal basis belongs to must be plain. */
static desig_result read_legal_bases(dsg_cursor *cursor, size_t programs, dsg_piece *bases,
                                     size_t *basis_count) {
    const dsg_cell *cell = dsg_cell_of(cursor, DSG_COLUMN_LEGAL_BASIS);
    desig_result result;
    *bases = (dsg_piece){cell->text, cell->length};
    *basis_count = dsg_piece_count(*bases);
    if (*basis_count <= 1 || *basis_count == programs) return DESIG_OK;
    result = dsg_diagnose(cursor, DESIG_SEVERITY_ERROR, "bad-legal-basis",
                          dsg_column_of(cursor, DSG_COLUMN_LEGAL_BASIS),
                          "%zu legal bases for %zu programs; kept as a fact", *basis_count, programs);
    *basis_count = 0;
    return result == DESIG_OK ? dsg_designation_keep_cell_as_fact(cursor, DSG_COLUMN_LEGAL_BASIS) : result;
}

static desig_result add_action_each(dsg_cursor *cursor, desig_action *action, size_t count) {
    const dsg_cell *cell = dsg_cell_of(cursor, DSG_COLUMN_PROGRAM);
    dsg_piece programs = {cell->text, cell->length}, bases, program, basis;
    size_t basis_count;
    desig_result result = read_legal_bases(cursor, count, &bases, &basis_count);
    for (size_t i = 0; result == DESIG_OK && i < count; i++) {
        dsg_piece_next(&programs, &program);
        result = dsg_designation_keep_piece(cursor, program, &action->program);
        if (result == DESIG_OK && i < basis_count) {
            dsg_piece_next(&bases, &basis);
            result = dsg_designation_keep_piece(cursor, basis, &action->legal_basis);
        }
        if (result == DESIG_OK) result = dsg_add_action(cursor, action);
    }
    return result;
}

static desig_result add_action(dsg_cursor *cursor, desig_action *action) {
    const dsg_cell *cell = dsg_cell_of(cursor, DSG_COLUMN_PROGRAM);
    dsg_piece programs = {cell->text, cell->length}, program;
    size_t count = dsg_piece_count(programs);
    desig_result result;
    if (count > 1) return add_action_each(cursor, action, count);
    result = dsg_designation_keep_cell(cursor, DSG_COLUMN_LEGAL_BASIS, &action->legal_basis);
    if (result == DESIG_OK && dsg_piece_next(&programs, &program))
        result = dsg_designation_keep_piece(cursor, program, &action->program);
    else if (result == DESIG_OK && cell->text)
        action->program = "";
    return result == DESIG_OK ? dsg_add_action(cursor, action) : result;
}

static desig_result read_action(dsg_cursor *cursor, row_content *row) {
    desig_action *action = &row->action;
    const text_place places[] = {
        {DSG_COLUMN_AUTHORITY, &action->authority},         {DSG_COLUMN_LIST, &action->list},
        {DSG_COLUMN_JUSTIFICATION, &action->justification}, {DSG_COLUMN_STATEMENT_BY, &action->statement_by},
        {DSG_COLUMN_CITATION, &action->citation},
    };
    desig_result result = read_texts(cursor, places, sizeof places / sizeof places[0]);
    if (result == DESIG_OK) result = read_measures(cursor, &action->measures);
    if (result == DESIG_OK && row->role == ROLE_ACTION)
        result = read_date(cursor, DSG_COLUMN_ANNOUNCED, &action->announced);
    if (result == DESIG_OK && row->role == ROLE_ACTION)
        result = read_date(cursor, DSG_COLUMN_DATE, &action->effective);
    return result == DESIG_OK ? add_action(cursor, action) : result;
}

/* ---- Assertions ---- */

/* What a row says of actions under several programs, it says of each. */
static desig_result add_assertions(dsg_cursor *cursor, desig_assertion *assertion) {
    const dsg_cell *cell = dsg_cell_of(cursor, DSG_COLUMN_PROGRAM);
    dsg_piece programs = {cell->text, cell->length}, program;
    desig_result result = DESIG_OK;
    int count = 0;
    for (; result == DESIG_OK && dsg_piece_next(&programs, &program); count++) {
        result = dsg_designation_keep_piece(cursor, program, &assertion->program);
        if (result == DESIG_OK) result = dsg_add_assertion(cursor, assertion);
    }
    if (cell->text && count == 0) assertion->program = "";
    return result == DESIG_OK && count == 0 ? dsg_add_assertion(cursor, assertion) : result;
}

static desig_result read_assertion(dsg_cursor *cursor, desig_assertion *assertion) {
    const text_place places[] = {
        {DSG_COLUMN_AUTHORITY, &assertion->authority},         {DSG_COLUMN_LIST, &assertion->list},
        {DSG_COLUMN_JUSTIFICATION, &assertion->justification}, {DSG_COLUMN_STATEMENT_BY, &assertion->by},
        {DSG_COLUMN_CITATION, &assertion->citation},
    };
    desig_result result = read_texts(cursor, places, sizeof places / sizeof places[0]);
    if (result == DESIG_OK) result = read_date(cursor, DSG_COLUMN_ANNOUNCED, &assertion->date);
    if (result == DESIG_OK) result = read_date(cursor, DSG_COLUMN_DATE, &assertion->effective);
    return result == DESIG_OK ? add_assertions(cursor, assertion) : result;
}

/* ---- Links ---- */

static int is_known_type(const char *type) {
    static const char *const types[] = {"leader-of", "member-of",    "acts-for", "supported-by",
                                        "owned-by",  "associate-of", "ally-of",  "linked-to",
                                        "same-as",   "replaced-by"};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (strcmp(types[i], type) == 0) return 1;
    }
    return 0;
}

static desig_result refuse_link(dsg_cursor *cursor, dsg_piece piece) {
    const char *kept;
    desig_result result = dsg_designation_keep_piece(cursor, piece, &kept);
    if (result == DESIG_OK)
        result =
            dsg_diagnose(cursor, DESIG_SEVERITY_ERROR, "bad-link", dsg_column_of(cursor, DSG_COLUMN_LINKS),
                         "this is not `type=target`; kept as a fact: %s", kept);
    return result == DESIG_OK ? dsg_designation_keep_as_fact(cursor, DSG_COLUMN_LINKS, kept) : result;
}

static desig_result add_link(dsg_cursor *cursor, desig_link link, dsg_piece piece) {
    dsg_piece type, target, role;
    desig_result result = DESIG_OK;
    if (!cut_link(piece, &type, &target)) return refuse_link(cursor, piece);
    if (dsg_piece_cut_brackets(target, &target, &role))
        result = dsg_designation_keep_piece(cursor, role, &link.role);
    if (result == DESIG_OK) result = dsg_designation_keep_piece(cursor, type, &link.type);
    if (result == DESIG_OK) result = dsg_designation_keep_piece(cursor, target, &link.target);
    if (result == DESIG_OK && !is_known_type(link.type))
        result = dsg_diagnose(cursor, DESIG_SEVERITY_WARNING, "unknown-link-type",
                              dsg_column_of(cursor, DSG_COLUMN_LINKS),
                              "an unknown type of link; kept as it stands: %s", link.type);
    return result == DESIG_OK ? dsg_add_link(cursor, &link) : result;
}

static desig_result read_links(dsg_cursor *cursor, row_content *row) {
    const dsg_cell *cell = dsg_cell_of(cursor, DSG_COLUMN_LINKS);
    dsg_piece rest = {cell->text, cell->length}, piece;
    const text_place places[] = {
        {DSG_COLUMN_JUSTIFICATION, &row->link.justification},
        {DSG_COLUMN_STATEMENT_BY, &row->link.by},
        {DSG_COLUMN_CITATION, &row->link.citation},
    };
    desig_result result = DESIG_OK;
    if (row->role == ROLE_LINKS) {
        result = read_texts(cursor, places, sizeof places / sizeof places[0]);
        if (result == DESIG_OK) result = read_date(cursor, DSG_COLUMN_DATE, &row->link.date);
    }
    while (result == DESIG_OK && dsg_piece_next(&rest, &piece)) result = add_link(cursor, row->link, piece);
    return result;
}

desig_result dsg_designation_end_row(dsg_cursor *cursor) {
    row_content row = {.role = ROLE_NONE};
    desig_result result = find_role(cursor, &row);
    if (result == DESIG_OK) result = keep_unused(cursor, row.role);
    if (result == DESIG_OK && (row.role == ROLE_ACTION || row.role == ROLE_LISTING))
        result = read_action(cursor, &row);
    if (result == DESIG_OK && row.role == ROLE_ASSERTION) result = read_assertion(cursor, &row.assertion);
    return result == DESIG_OK ? read_links(cursor, &row) : result;
}
