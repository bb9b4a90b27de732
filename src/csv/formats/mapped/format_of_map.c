#include "csv/formats/mapped/mapped.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "base/struct_size.h"

#include <string.h>

static const char default_separator[] = ";";

static desig_result refuse(desig_error *error, const desig_map_column *column, const char *why) {
    return dsg_error_set(error, DESIG_E_ARGUMENT, "the map's \"%s\" %s", column->target, why);
}

static void *take(dsg_mapped *mapped, size_t count, size_t size) {
    return count >= SIZE_MAX / size ? NULL : dsg_arena_take(&mapped->arena, (count + 1) * size);
}

/* ---- Targets: `revoked:date`, `weak:fka:aliases`, `Passport:identifiers` ---- */

/* How far a target can be told apart in a row, and what may stand before it. */
typedef enum target_class {
    TARGET_ONE,    /* one text a row */
    TARGET_MANY,   /* each column by itself */
    TARGET_ALIAS,  /* likewise, after a name's type and strength */
    TARGET_WORD,   /* likewise, after any word */
    TARGET_ACTION, /* one text a row for each type of action */
} target_class;

static target_class class_of(enum dsg_designation_column target) {
    static const uint8_t classes[DSG_DESIGNATION_COLUMNS] = {
        [DSG_COLUMN_NAME] = TARGET_MANY,
        [DSG_COLUMN_ALIASES] = TARGET_ALIAS,
        [DSG_COLUMN_TITLES] = TARGET_MANY,
        [DSG_COLUMN_ANNOUNCED] = TARGET_ACTION,
        [DSG_COLUMN_DATE] = TARGET_ACTION,
        [DSG_COLUMN_AUTHORITY] = TARGET_ACTION,
        [DSG_COLUMN_LIST] = TARGET_ACTION,
        [DSG_COLUMN_PROGRAM] = TARGET_ACTION,
        [DSG_COLUMN_MEASURES] = TARGET_ACTION,
        [DSG_COLUMN_LEGAL_BASIS] = TARGET_ACTION,
        [DSG_COLUMN_JUSTIFICATION] = TARGET_ACTION,
        [DSG_COLUMN_STATEMENT_BY] = TARGET_ACTION,
        [DSG_COLUMN_CITATION] = TARGET_ACTION,
        [DSG_COLUMN_LINKS] = TARGET_WORD,
        [DSG_COLUMN_BIRTH_DATES] = TARGET_MANY,
        [DSG_COLUMN_BIRTH_PLACES] = TARGET_MANY,
        [DSG_COLUMN_NATIONALITIES] = TARGET_MANY,
        [DSG_COLUMN_ADDRESSES] = TARGET_MANY,
        [DSG_COLUMN_IDENTIFIERS] = TARGET_WORD,
        [DSG_COLUMN_REMARKS] = TARGET_MANY,
    };
    return (target_class)classes[target];
}

static int is_word(dsg_piece piece, const char *word) {
    size_t i;
    if (word == NULL || strlen(word) != piece.length) return 0;
    for (i = 0; i < piece.length; i++) {
        if (dsg_lower(piece.bytes[i]) != word[i]) return 0;
    }
    return 1;
}

/* The value of a word in a vocabulary, -1 if it is none. */
static int value_of(dsg_piece word, desig_vocabulary vocabulary) {
    const char *term;
    int i;
    for (i = 0; (term = desig_term(vocabulary, (unsigned)i)) != NULL; i++) {
        if (is_word(word, term)) return i;
    }
    return -1;
}

static int read_alias_words(dsg_piece words, dsg_field *field) {
    while (words.length > 0) {
        const char *colon = memchr(words.bytes, ':', words.length);
        dsg_piece word = {words.bytes, colon == NULL ? words.length : (size_t)(colon - words.bytes)};
        size_t used = word.length + (colon != NULL);
        int type = value_of(word, DESIG_TERMS_NAME_TYPE), strength = value_of(word, DESIG_TERMS_STRENGTH);
        if (type <= DESIG_NAME_PRIMARY && strength < 0) return 0;
        if (type > DESIG_NAME_PRIMARY) field->name_type = (desig_name_type)type;
        if (strength >= 0) field->strength = (desig_strength)strength;
        words = (dsg_piece){words.bytes + used, words.length - used};
    }
    return 1;
}

/* Read a target; *action is the type of action before it, -1 for none. Returns NULL, or what is wrong. */
static const char *read_target(const char *text, dsg_field *field, int *action) {
    const char *colon = strrchr(text, ':');
    const char *name = colon == NULL ? text : colon + 1;
    dsg_piece words = {text, colon == NULL ? 0 : (size_t)(colon - text)};
    target_class class;
    size_t i = 0;
    while (i < DSG_DESIGNATION_COLUMNS && !dsg_equal_nocase(name, dsg_designation_rules[i].column)) i++;
    if (i == DSG_DESIGNATION_COLUMNS) return "is no column of the designations layout";
    *field = (dsg_field){.target = (enum dsg_designation_column)i,
                         .name_type = i == DSG_COLUMN_ALIASES ? DESIG_NAME_AKA : DESIG_NAME_PRIMARY,
                         .first_rule = SIZE_MAX};
    *action = -1;
    if (words.length == 0) return colon == NULL ? NULL : "begins with a colon";
    class = class_of(field->target);
    if (class == TARGET_ALIAS)
        return read_alias_words(words, field) ? NULL : "begins with no strength or type of a name";
    if (class == TARGET_ACTION) {
        *action = value_of(words, DESIG_TERMS_ACTION_TYPE);
        return *action >= 0 ? NULL : "begins with no type of action";
    }
    field->word = words;
    return class == TARGET_WORD ? NULL : "takes no word before it";
}

/* ---- Fields ---- */

static void add_rule(dsg_mapped *mapped, dsg_field *field, const desig_map_column *column) {
    size_t rule = mapped->format.rule_count++;
    mapped->rules[rule] = (dsg_rule){column->column, NULL, (int)column->number};
    mapped->next_rule[rule] = SIZE_MAX;
    if (field->first_rule == SIZE_MAX)
        field->first_rule = rule;
    else
        mapped->next_rule[field->last_rule] = rule;
    field->last_rule = rule;
}

static dsg_field *add_field(dsg_mapped *mapped, const dsg_field *field) {
    mapped->fields[mapped->field_count] = *field;
    return &mapped->fields[mapped->field_count++];
}

/* Of a target that a row has but once, the field that is there already; of another one, the last if the
 * column continues its text. */
static dsg_field *field_for(dsg_mapped *mapped, const dsg_field *wanted, int action, int joined) {
    int *place = &mapped->actions[1 + action][wanted->target];
    target_class class = class_of(wanted->target);
    if (class != TARGET_ONE && class != TARGET_ACTION)
        return joined ? &mapped->fields[mapped->field_count - 1] : add_field(mapped, wanted);
    if (*place == DSG_NO_FIELD) {
        *place = (int)mapped->field_count;
        add_field(mapped, wanted);
    }
    return &mapped->fields[*place];
}

static desig_result add_column(dsg_mapped *mapped, const desig_map_column *columns, size_t i,
                               desig_error *error) {
    const desig_map_column *column = &columns[i];
    dsg_field *field, wanted;
    int action;
    const char *wrong = read_target(column->target, &wanted, &action);
    if (wrong != NULL) return refuse(error, column, wrong);
    if ((column->column != NULL) + (column->number != 0) + (column->value != NULL) != 1)
        return refuse(error, column, "needs exactly one of a column, a number and a value");
    if (column->number > INT32_MAX) return refuse(error, column, "has too large a number");
    if (column->joined && (i == 0 || strcmp(columns[i - 1].target, column->target) != 0))
        return refuse(error, column, "continues another target's text");
    field = field_for(mapped, &wanted, action, column->joined);
    if (column->value != NULL)
        field->value = column->value;
    else
        add_rule(mapped, field, column);
    return DESIG_OK;
}

static int is_key(const desig_map_column *column) {
    return dsg_equal_nocase(column->target, dsg_designation_rules[DSG_COLUMN_ID].column) ||
           dsg_equal_nocase(column->target, dsg_designation_rules[DSG_COLUMN_NAME].column);
}

/* Id and name come first: a row that is too short for them cannot be read. */
static desig_result add_columns(dsg_mapped *mapped, desig_error *error) {
    const desig_map *map = &mapped->map;
    int keys;
    size_t i;
    for (keys = 1; keys >= 0; keys--) {
        for (i = 0; i < map->column_count; i++) {
            desig_result result;
            if (map->columns[i].target == NULL)
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
    const desig_map *map = &mapped->map;
    static const char *const own[] = {"individual", "group", "entity", "vessel", "aircraft", "unknown"};
    dsg_kind_word *kinds = take(mapped, map->word_count + sizeof own / sizeof own[0], sizeof *kinds);
    size_t i, count = 0;
    if (kinds == NULL) return DESIG_E_NOMEM;
    for (i = 0; i < map->word_count; i++) {
        const desig_map_word *word = &map->words[i];
        int kind;
        if (word->word == NULL || word->meaning == NULL)
            return dsg_error_set(error, DESIG_E_ARGUMENT, "a word of the map has no text or no meaning");
        kind = desig_term_value(DESIG_TERMS_KIND, word->meaning);
        if (kind < 0 && desig_term_value(DESIG_TERMS_ACTION_TYPE, word->meaning) < 0)
            return dsg_error_set(error, DESIG_E_ARGUMENT, "the map's \"%s\" is no kind and no action",
                                 word->meaning);
        if (kind >= 0) kinds[count++] = (dsg_kind_word){word->word, (desig_kind)kind, 0};
    }
    for (i = 0; i < sizeof own / sizeof own[0]; i++)
        kinds[count++] = (dsg_kind_word){own[i], (desig_kind)desig_term_value(DESIG_TERMS_KIND, own[i]), 1};
    kinds[count] = (dsg_kind_word){NULL, DESIG_KIND_UNKNOWN, 0};
    mapped->format.kinds = kinds;
    return DESIG_OK;
}

/* ---- The format ---- */

static void clear_actions(dsg_mapped *mapped) {
    int type, column;
    for (type = 0; type < 1 + DSG_ACTION_TYPES; type++) {
        for (column = 0; column < DSG_DESIGNATION_COLUMNS; column++)
            mapped->actions[type][column] = DSG_NO_FIELD;
    }
}

static desig_result check_map(const desig_map *map, desig_error *error) {
    if ((map->columns == NULL && map->column_count > 0) || (map->words == NULL && map->word_count > 0))
        return dsg_error_set(error, DESIG_E_ARGUMENT, "the map's columns or words are NULL");
    if ((unsigned)map->dates > DESIG_DATE_MDY)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "no style of dates has the number %d", (int)map->dates);
    return DESIG_OK;
}

desig_result dsg_mapped_init(dsg_mapped *mapped, const desig_allocator *allocator, const desig_map *map,
                             desig_error *error) {
    desig_result result;
    memset(mapped, 0, sizeof *mapped);
    dsg_arena_init(&mapped->arena, allocator);
    DSG_STRUCT_TAKE(desig_map, &mapped->map, map);
    map = &mapped->map;
    result = check_map(map, error);
    if (result != DESIG_OK) return result;
    clear_actions(mapped);
    mapped->rules = take(mapped, map->column_count, sizeof *mapped->rules);
    mapped->next_rule = take(mapped, map->column_count, sizeof *mapped->next_rule);
    mapped->fields = take(mapped, map->column_count, sizeof *mapped->fields);
    if (mapped->rules == NULL || mapped->next_rule == NULL || mapped->fields == NULL) return DESIG_E_NOMEM;
    mapped->format = (dsg_format){
        .about = {.name = "map", .title = "any CSV, by a map", .source = map->source, .readable = 1},
        .separator = map->separator == NULL ? default_separator : map->separator,
        .null_text = map->null_text,
        .dates = map->dates,
        .latest_year = (int)(map->latest_year > 9999 ? 9999 : map->latest_year),
        .rules = mapped->rules,
        .begin_row = dsg_mapped_begin_row,
        .end_row = dsg_mapped_end_row,
    };
    result = add_columns(mapped, error);
    return result == DESIG_OK ? add_words(mapped, error) : result;
}

void dsg_mapped_free(dsg_mapped *mapped) {
    dsg_arena_free(&mapped->arena);
}
