#define _POSIX_C_SOURCE 200809L

#include "io/map.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/args.h"
#include "io/maps.h"
#include "io/nearest.h"
#include "io/out.h"

enum { LARGEST_FILE = 1 << 20 };

/* The columns of the `designations` layout, and what else a column may say. */
static const char *const targets[] = {
    "id",        "kind",        "name",        "aliases",       "titles",
    "action",    "announced",   "date",        "authority",     "list",
    "program",   "measures",    "legal_basis", "justification", "statement_by",
    "citation",  "links",       "birth_dates", "birth_places",  "nationalities",
    "addresses", "identifiers", "remarks",     "name_type",     "name_strength"};

enum { TARGETS = sizeof targets / sizeof targets[0] };

/* ---- Texts ---- */

static char *trim(char *text) {
    while (isspace((unsigned char)*text)) text++;
    size_t length = strlen(text);
    while (length > 0 && isspace((unsigned char)text[length - 1])) length--;
    text[length] = '\0';
    return text;
}

/* Cut a text at the first such mark that no backslash stands before; returns what is behind it, NULL if there
 * is none. */
static char *cut(char *text, char mark) {
    for (; *text; text++) {
        if (*text == '\\' && text[1]) {
            text++;
        } else if (*text == mark) {
            *text = '\0';
            return text + 1;
        }
    }
    return NULL;
}

/* Take the backslashes away, in place: `\n` and `\t` are a line break and a tab, others their character. */
static char *plain(char *text) {
    char *to = text;
    for (const char *from = text; *from; from++) {
        if (*from == '\\' && from[1]) {
            from++;
            *to++ = *from == 'n' ? '\n' : *from == 't' ? '\t' : *from;
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
    return text;
}

/* ---- Settings ---- */

const char *take_delimiter(const char *value, void *into) {
    static const struct {
        const char *word;
        char delimiter;
    } words[] = {{"tab", '\t'}, {"\\t", '\t'}, {"comma", ','}, {"semicolon", ';'}, {"pipe", '|'}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(value, words[i].word) == 0) return *(char *)into = words[i].delimiter, NULL;
    if (value[0] == '\0' || value[1] != '\0') return "must be one character, or tab";
    *(char *)into = value[0];
    return NULL;
}

const char *take_date_style(const char *value, void *into) {
    desig_date_style *style = into;
    if (strcmp(value, "dmy") != 0 && strcmp(value, "mdy") != 0) return "must be dmy or mdy";
    *style = value[0] == 'd' ? DESIG_DATE_DMY : DESIG_DATE_MDY;
    return NULL;
}

static const char *take_header(const char *value, void *into) {
    desig_map *map = into;
    size_t line = 0;
    if (strcmp(value, "no") == 0) return map->headerless = 1, NULL;
    if (strcmp(value, "yes") != 0 && take_count(value, &line))
        return "must be yes, no or the number of its line";
    map->header_line = line ? (uint32_t)line : 1;
    return NULL;
}

static const char *take_year(const char *value, void *into) {
    size_t year = 0;
    if (take_count(value, &year) || year < 1500 || year > 2199) return "must be a year of four digits";
    *(uint32_t *)into = (uint32_t)year;
    return NULL;
}

static const char *take_separator(const char *value, void *into) {
    *(const char **)into = strcmp(value, "none") == 0 ? "" : value;
    return NULL;
}

static const char *take_any(const char *value, void *into) {
    *(const char **)into = value;
    return NULL;
}

#define AT(field) offsetof(column_map, field)

static const char *take_encoding(const char *value, void *into) {
    static const struct {
        const char *word;
        desig_encoding encoding;
    } words[] = {{"utf-8", DESIG_ENCODING_UTF8},
                 {"windows-1252", DESIG_ENCODING_WINDOWS_1252},
                 {"latin1", DESIG_ENCODING_LATIN1}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(value, words[i].word) == 0) return *(desig_encoding *)into = words[i].encoding, NULL;
    return "must be utf-8, windows-1252 or latin1";
}

static const struct {
    const char *name;
    const char *(*take)(const char *value, void *into);
    size_t into;
} settings[] = {
    {"source", take_text, AT(map.source)},           {"separator", take_separator, AT(map.separator)},
    {"null", take_any, AT(map.null_text)},           {"delimiter", take_delimiter, AT(delimiter)},
    {"date-format", take_date_style, AT(map.dates)}, {"header", take_header, AT(map)},
    {"latest-year", take_year, AT(map.latest_year)}, {"encoding", take_encoding, AT(encoding)},
};

enum { SETTINGS = sizeof settings / sizeof settings[0] };

/* Whether a name is a setting's; *wrong is then what is wrong with its value, or NULL. */
static int take_setting(column_map *map, const char *name, const char *value, const char **wrong) {
    for (size_t i = 0; i < SETTINGS; i++) {
        if (strcmp(name, settings[i].name) != 0) continue;
        *wrong = map->set & 1U << i ? "is a setting that was made before"
                                    : settings[i].take(value, (char *)map + settings[i].into);
        map->set |= 1U << i;
        return 1;
    }
    return 0;
}

/* ---- Entries ---- */

static const char *behind_colon(const char *text) {
    const char *colon = strrchr(text, ':');
    return colon ? colon + 1 : text;
}

static int is_target(const char *text) {
    for (size_t i = 0; i < TARGETS; i++)
        if (strcmp(behind_colon(text), targets[i]) == 0) return 1;
    return 0;
}

static void add_column(column_map *map, const desig_map_column *column) {
    map->columns = out_resize(map->columns, (map->map.column_count + 1) * sizeof *map->columns);
    map->columns[map->map.column_count++] = *column;
}

/* `Given name + Family name`, `#3`. */
static const char *add_columns(column_map *map, const char *target, char *names) {
    desig_map_column column = {.target = target};
    while (names) {
        char *rest = cut(names, '+'), *end = NULL;
        char *name = trim(names);
        column.column = NULL;
        column.number = 0;
        if (name[0] == '#' && isdigit((unsigned char)name[1])) {
            unsigned long number = strtoul(name + 1, &end, 10);
            if (*end || number == 0 || number > 1000000) return "is no number of a column";
            column.number = (uint32_t)number;
        } else {
            column.column = plain(name);
            if (*name == '\0') return "names no column";
        }
        add_column(map, &column);
        column.joined = 1;
        names = rest;
    }
    return NULL;
}

static const char no_target[] = "begins with no column of the designations layout (id, kind, name, ...)";

/* Whether a text may be the meaning of a word: the library says which of them are. */
static int is_meaning(const char *text) {
    static const desig_vocabulary of[] = {DESIG_TERMS_KIND, DESIG_TERMS_ACTION_TYPE, DESIG_TERMS_NAME_TYPE,
                                          DESIG_TERMS_STRENGTH};
    if (strchr(text, ':') || strcmp(text, "yes") == 0 || strcmp(text, "no") == 0) return 1;
    if (isupper((unsigned char)text[0]) && isupper((unsigned char)text[1]) && text[2] == '-') return 1;
    for (size_t i = 0; i < sizeof of / sizeof of[0]; i++)
        if (desig_term_value(of[i], text) >= 0) return 1;
    return 0;
}

static const char *add_word(column_map *map, const char *word, const char *meaning) {
    if (!is_meaning(meaning))
        return "is no column of the designations layout (id, kind, name, ...), nor a setting, nor a word of "
               "the file "
               "(Org=group)";
    map->words = out_resize(map->words, (map->map.word_count + 1) * sizeof *map->words);
    map->words[map->map.word_count++] = (desig_map_word){word, meaning};
    return NULL;
}

/* What the left side of an entry was probably meant to be. */
static const char *nearest_left(const char *entry) {
    const char *names[TARGETS + SETTINGS];
    OUT_STRING(left);
    out_append(&left, "%.*s", (int)strcspn(entry, "="), entry);
    char *text = trim(left.text ? left.text : (char[]){""});
    size_t length = strlen(text);
    if (length > 0 && text[length - 1] == ':') text[length - 1] = '\0';
    for (size_t i = 0; i < TARGETS; i++) names[i] = targets[i];
    for (size_t i = 0; i < SETTINGS; i++) names[TARGETS + i] = settings[i].name;
    return nearest_word(behind_colon(text), names, TARGETS + SETTINGS);
}

/* Returns NULL, or what is wrong with the entry. */
static const char *read_entry(column_map *map, char *entry) {
    char *right = cut(entry, '=');
    size_t length = strlen(entry);
    const char *wrong;
    int is_value = right && length > 0 && entry[length - 1] == ':';
    if (!right) return "says nothing: write target=Column";
    if (is_value) entry[length - 1] = '\0';
    const char *left = plain(trim(entry));
    if (is_value) {
        if (!is_target(left)) return no_target;
        add_column(map, &(desig_map_column){.target = left, .value = plain(trim(right))});
        return NULL;
    }
    if (is_target(left)) return add_columns(map, left, right);
    right = plain(trim(right));
    if (take_setting(map, left, right, &wrong)) return wrong;
    return add_word(map, left, right);
}

/* Read an entry and complain of it: `place` is where it stands. */
static int take_entry(column_map *map, char *entry, const char *place, int line) {
    OUT_STRING(told);
    out_append(&told, "%s", trim(entry));
    const char *wrong = read_entry(map, entry);
    if (!wrong) return 0;
    OUT_STRING(whole);
    out_append(&whole, "%s", place);
    if (line) out_append(&whole, ":%d", line);
    out_append(&whole, ": \"%s\" %s", out_text(&told), wrong);
    const char *nearest = strstr(wrong, "no column of") ? nearest_left(out_text(&told)) : NULL;
    if (nearest) out_append(&whole, "; the nearest is \"%s\"", nearest);
    return fail("%s", out_text(&whole));
}

/* ---- Maps ---- */

static char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    char *text = out_resize(NULL, LARGEST_FILE + 1);
    size_t length = fread(text, 1, LARGEST_FILE + 1, file);
    int failed = ferror(file);
    fclose(file);
    if (failed || length > LARGEST_FILE) {
        errno = failed ? EIO : EFBIG;
        free(text);
        return NULL;
    }
    text[length] = '\0';
    return text;
}

static int is_comment(char *line) {
    line = trim(line);
    return *line == '#' || *line == '\0';
}

static int read_lines(column_map *map, const char *path) {
    int number = 1, status = 0;
    char *next, *line = map->text;
    for (; line && status == 0; line = next, number++) {
        next = strchr(line, '\n');
        if (next) *next++ = '\0';
        if (!is_comment(line)) status = take_entry(map, line, path, number);
    }
    return status;
}

static int read_list(column_map *map) {
    int status = 0;
    char *next, *entry = map->text;
    for (; entry && status == 0; entry = next) {
        next = cut(entry, ',');
        status = take_entry(map, entry, "desig: --map", 0);
    }
    return status;
}

static int has_names(const column_map *map) {
    for (size_t i = 0; i < map->map.column_count; i++)
        if (map->columns[i].column) return 1;
    return 0;
}

/* The text of a map that is no list of entries: of a file, else of one of the tool's own maps. */
static char *read_named(const char *name) {
    char *text = read_file(name);
    if (text || errno != ENOENT || strchr(name, '/')) {
        if (!text) fail("%s: cannot read: %s", name, strerror(errno));
        return text;
    }
    shipped_maps maps = maps_shipped();
    const char *nearest, *path = maps_path(&maps, name, &nearest);
    if (path) text = read_file(path);
    if (path && !text) fail("%s: cannot read: %s", path, strerror(errno));
    if (!path)
        fail("desig: --map: neither a file nor a map of the tool's own is called %s%s%s (see: desig --help)",
             name, nearest ? "; the nearest is " : "", nearest ? nearest : "");
    maps_free(&maps);
    return text;
}

int column_map_read(column_map *map, const char *written) {
    int is_list = strchr(written, '=') != NULL;
    *map = (column_map){.text = is_list ? out_copy(written, strlen(written)) : read_named(written)};
    if (!map->text) return EXIT_ERROR;
    int status = is_list ? read_list(map) : read_lines(map, written);
    map->map.size = sizeof map->map;
    map->map.columns = map->columns;
    map->map.words = map->words;
    if (status == 0 && !has_names(map) && !map->map.headerless && map->map.header_line == 0) {
        return fail("desig: --map: with numbers only, say header=yes or header=no");
    }
    return status;
}

void column_map_free(column_map *map) {
    free(map->columns);
    free(map->words);
    free(map->text);
}
