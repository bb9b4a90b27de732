#include "csv/formats/mapped/mapped.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "base/struct_size.h"

#include <string.h>

static const char default_separator[] = ";";
static const dsg_format_family family = {.state_size = sizeof(dsg_mapped_state)};

static desig_result refuse(desig_error *error, const desig_map_column *column, const char *why) {
    return dsg_error_set(error, DESIG_E_ARGUMENT, "the map's \"%s\" %s", column->target, why);
}

static void *take(dsg_mapped *mapped, size_t count, size_t size) {
    return count >= SIZE_MAX / size ? NULL : dsg_arena_take(&mapped->arena, (count + 1) * size);
}

/* ---- Fields ---- */

static void add_rule(dsg_mapped *mapped, dsg_field *field, const desig_map_column *column,
                     const dsg_target *target) {
    size_t rule = mapped->format.rule_count++;
    mapped->rules[rule] = (dsg_rule){column->column, NULL, (int)column->number};
    mapped->rules_more[rule] = (dsg_map_rule){
        .next = SIZE_MAX, .role = (uint8_t)target->role, .may_lack = (uint8_t)target->may_lack};
    if (target->role == DSG_ROLE_ABOVE) mapped->title_rule = rule;
    if (field->first_rule == SIZE_MAX)
        field->first_rule = rule;
    else
        mapped->rules_more[field->last_rule].next = rule;
    field->last_rule = rule;
}

static dsg_field *add_field(dsg_mapped *mapped, const dsg_target *target) {
    dsg_field *field = &mapped->fields[mapped->field_count++];
    *field = (dsg_field){.target = *target, .first_rule = SIZE_MAX};
    return field;
}

static int has_role(const dsg_mapped *mapped, const dsg_field *field, dsg_target_role role) {
    for (size_t rule = field->first_rule; rule != SIZE_MAX; rule = mapped->rules_more[rule].next)
        if (mapped->rules_more[rule].role == role) return 1;
    return 0;
}

/* Whether a family name goes with the given names before it, or the other way around. */
static int completes(const dsg_mapped *mapped, const dsg_target *wanted) {
    if (mapped->field_count == 0) return 0;
    const dsg_field *last = &mapped->fields[mapped->field_count - 1];
    const dsg_target_role other = wanted->role == DSG_ROLE_FAMILY ? DSG_ROLE_GIVEN : DSG_ROLE_FAMILY;
    return (wanted->role == DSG_ROLE_FAMILY || wanted->role == DSG_ROLE_GIVEN) &&
           last->target.column == wanted->column && last->target.name_type == wanted->name_type &&
           last->target.strength == wanted->strength && has_role(mapped, last, other) &&
           !has_role(mapped, last, wanted->role);
}

/* Of a target that a row has but once, the field that is there already; of another one, the last if the
 * column continues its text. */
static dsg_field *field_for(dsg_mapped *mapped, const dsg_target *wanted, int joined) {
    int *place = &mapped->places[1 + wanted->action][wanted->column];
    if (dsg_target_class_of(wanted) == DSG_TARGET_MANY)
        return joined || completes(mapped, wanted) ? &mapped->fields[mapped->field_count - 1]
                                                   : add_field(mapped, wanted);
    if (*place == DSG_NO_FIELD) {
        *place = (int)mapped->field_count;
        add_field(mapped, wanted);
    }
    return &mapped->fields[*place];
}

/* A column that is named twice for one thing is a slip: a name that is wrong, or a line too many. */
static int is_doubled(const desig_map_column *columns, size_t i) {
    for (size_t earlier = 0; columns[i].column && earlier < i; earlier++)
        if (columns[earlier].column && dsg_equal_nocase(columns[earlier].column, columns[i].column) &&
            dsg_equal_nocase(columns[earlier].target, columns[i].target))
            return 1;
    return 0;
}

static desig_result add_column(dsg_mapped *mapped, const desig_map_column *columns, size_t i,
                               desig_error *error) {
    const desig_map_column *column = &columns[i];
    dsg_target wanted;
    const char *wrong = dsg_target_read(column->target, &wanted);
    if (wrong && wanted.column == DSG_TARGETS)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "the map's \"%s\" %s; the nearest is \"%s\"",
                             column->target, wrong, dsg_target_nearest(column->target));
    if (wrong) return refuse(error, column, wrong);
    if ((column->column != NULL) + (column->number != 0) + (column->value != NULL) != 1)
        return refuse(error, column, "needs exactly one of a column, a number and a value");
    if (column->number > INT32_MAX) return refuse(error, column, "has too large a number");
    if (column->joined && (i == 0 || strcmp(columns[i - 1].target, column->target) != 0))
        return refuse(error, column, "continues another target's text");
    if (is_doubled(columns, i))
        return dsg_error_set(error, DESIG_E_ARGUMENT, "the map's \"%s\" names the column \"%s\" twice",
                             column->target, column->column);
    dsg_field *field = field_for(mapped, &wanted, column->joined);
    if (column->value)
        field->value = column->value;
    else
        add_rule(mapped, field, column, &wanted);
    return DESIG_OK;
}

static int is_key(const desig_map_column *column) {
    dsg_target target;
    return !dsg_target_read(column->target, &target) &&
           (target.column == DSG_COLUMN_ID || target.column == DSG_COLUMN_NAME);
}

/* Id and name come first: a row that is too short for them cannot be read. */
static desig_result add_columns(dsg_mapped *mapped, desig_error *error) {
    const desig_map *map = &mapped->map;
    int keys;
    size_t i;
    for (keys = 1; keys >= 0; keys--) {
        for (i = 0; i < map->column_count; i++) {
            desig_result result;
            if (!map->columns[i].target)
                return dsg_error_set(error, DESIG_E_ARGUMENT, "a column of the map has no target");
            if (is_key(&map->columns[i]) != keys) continue;
            result = add_column(mapped, map->columns, i, error);
            if (result != DESIG_OK) return result;
        }
        if (keys) mapped->format.required = mapped->format.rule_count;
    }
    if (mapped->format.required == 0)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "the map names no column for the name, nor for the id");
    return DESIG_OK;
}

/* ---- Words ---- */

/* The map's words for kinds, and then the kinds' own. A mapped word is kept as a fact as well. */
static desig_result add_words(dsg_mapped *mapped, desig_error *error) {
    static const char *const own[] = {"individual", "group", "entity", "vessel", "aircraft", "unknown"};
    desig_result result = dsg_map_words_take(&mapped->map, &mapped->arena, &mapped->words, error);
    if (result != DESIG_OK) return result;
    mapped->word_count = mapped->map.word_count;
    dsg_kind_word *kinds = take(mapped, mapped->word_count + sizeof own / sizeof own[0], sizeof *kinds);
    size_t count = 0;
    if (!kinds) return DESIG_E_NOMEM;
    for (size_t i = 0; i < mapped->word_count; i++) {
        const dsg_map_word *word = &mapped->words[i];
        if (word->values[DSG_SENSE_KIND] >= 0)
            kinds[count++] = (dsg_kind_word){word->word, (desig_kind)word->values[DSG_SENSE_KIND], 0};
    }
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        kinds[count++] = (dsg_kind_word){own[i], (desig_kind)desig_term_value(DESIG_TERMS_KIND, own[i]), 1};
    kinds[count] = (dsg_kind_word){NULL, DESIG_KIND_UNKNOWN, 0};
    mapped->format.kinds = kinds;
    return DESIG_OK;
}

/* ---- The format ---- */

static void clear_places(dsg_mapped *mapped) {
    for (int type = 0; type < 1 + DSG_ACTION_TYPES; type++)
        for (int column = 0; column < DSG_TARGETS; column++) mapped->places[type][column] = DSG_NO_FIELD;
}

/* A title may be the row's only cell, and the same title may stand above several runs of rows. */
static void expect_titles(dsg_format *format) {
    format->required = 0;
    format->doubled_rows_mean = 1;
}

static desig_result check_map(const desig_map *map, desig_error *error) {
    if ((!map->columns && map->column_count > 0) || (!map->words && map->word_count > 0))
        return dsg_error_set(error, DESIG_E_ARGUMENT, "the map's columns or words are NULL");
    if ((unsigned)map->dates > DESIG_DATE_MDY)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "no style of dates has the number %d", (int)map->dates);
    return DESIG_OK;
}

desig_result dsg_mapped_init(dsg_mapped *mapped, const desig_allocator *allocator, const desig_map *map,
                             desig_error *error) {
    desig_result result;
    memset(mapped, 0, sizeof *mapped);
    mapped->title_rule = SIZE_MAX;
    dsg_arena_init(&mapped->arena, allocator);
    DSG_STRUCT_TAKE(desig_map, &mapped->map, map);
    map = &mapped->map;
    result = check_map(map, error);
    if (result != DESIG_OK) return result;
    clear_places(mapped);
    mapped->rules = take(mapped, map->column_count, sizeof *mapped->rules);
    mapped->rules_more = take(mapped, map->column_count, sizeof *mapped->rules_more);
    mapped->fields = take(mapped, map->column_count, sizeof *mapped->fields);
    if (!mapped->rules || !mapped->rules_more || !mapped->fields) return DESIG_E_NOMEM;
    mapped->format = (dsg_format){
        .about = {.name = "map", .title = "any CSV, by a map", .source = map->source, .readable = 1},
        .separator = map->separator ? map->separator : default_separator,
        .null_text = map->null_text,
        .dates = map->dates,
        .latest_year = (int)(map->latest_year > 9999 ? 9999 : map->latest_year),
        .rules = mapped->rules,
        .family = &family,
        .begin_row = dsg_mapped_begin_row,
        .end_row = dsg_mapped_end_row,
    };
    result = add_columns(mapped, error);
    if (mapped->title_rule != SIZE_MAX) expect_titles(&mapped->format);
    return result == DESIG_OK ? add_words(mapped, error) : result;
}

void dsg_mapped_free(dsg_mapped *mapped) {
    dsg_arena_free(&mapped->arena);
}
