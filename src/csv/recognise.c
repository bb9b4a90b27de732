#include "csv/recognise.h"

#include "csv/columns.h"
#include "csv/format_table.h"
#include "csv/formats/mapped/mapped.h"
#include "csv/preamble.h"

#include <stdio.h>
#include <string.h>

/* What hinders a row from being that of the map: as many cells, and a rule whose column is not there. */
typedef struct shortcoming {
    const dsg_rule *missing;
    size_t cells;
    char nearest[DESIG_ERROR_FIELD]; /* of the names that the map has not; "" if there is none */
} shortcoming;

/* Rows above the header of a mapped file: they have none of the map's columns. */
enum { MOST_ABOVE = 8 };
typedef struct rows_above {
    size_t count;
    uint64_t lines[MOST_ABOVE];
    char texts[MOST_ABOVE][DESIG_ERROR_MESSAGE]; /* their beginnings */
    shortcoming first;                           /* of the first one, which is told where no header follows */
} rows_above;

typedef struct recognition {
    dsg_file *file;
    dsg_file_rows *rows;
    dsg_import *import;
    const dsg_format *announced;       /* whose line stands above the header; NULL: no such line so far */
    size_t most_columns;               /* of the format that the row is nearest to, */
    char nearest[DESIG_ERROR_MESSAGE]; /* and what it lacks */
    rows_above above;
} recognition;

static dsg_place place_of_row(const recognition *of) {
    return (dsg_place){.file = of->file->name, .line = of->rows->raw.line, .column = 1};
}

/* ---- Delimiters ---- */

static const char usual_delimiter = ',';

/* The delimiter to try at a position: the caller's alone, else the usual ones; 0 past the end. */
static char delimiter_at(const desig_read_options *options, size_t position) {
    static const char usual[] = {',', ';', '\t', '|'};
    if (options->delimiter != 0) return position == 0 ? options->delimiter : 0;
    return position < sizeof usual ? usual[position] : 0;
}

/* DESIG_E_FORMAT: with this delimiter it is no row. */
static desig_result parse(const recognition *of, char delimiter, dsg_row *row) {
    dsg_defect defect;
    return dsg_file_rows_parse(of->rows, delimiter, row, &defect);
}

static void is_first_row(const recognition *of) {
    dsg_file_rows_repeat(of->rows);
}

/* ---- By content ---- */

static int may_be(const recognition *of, const dsg_format *format) {
    const desig_read_options *options = of->import->options;
    if (!format->about.readable) return 0;
    if (of->announced && of->announced != format) return 0;
    if (options->format && strcmp(options->format, format->about.name) != 0) return 0;
    return 1;
}

static int is_header_of(const dsg_format *format, const dsg_row *row) {
    size_t needed = format->distinctive > 0 ? format->distinctive : format->required;
    for (size_t i = 0; i < needed; i++)
        if (dsg_file_find_column(row, format->rules[i].column) == SIZE_MAX) return 0;
    return 1;
}

static desig_result take_preamble(recognition *of, const dsg_format *format, const char *date) {
    dsg_place place = place_of_row(of);
    of->announced = format;
    if (desig_date_parse(date, format->dates, &of->import->as_of) == DESIG_OK) return DESIG_OK;
    return dsg_import_tell(of->import, DESIG_SEVERITY_WARNING, "unread-date", &place,
                           "cannot read the date above the header; the list's day is not taken from it");
}

static desig_result take_header(const recognition *of, const dsg_format *format, dsg_row *row) {
    desig_result result = dsg_file_take_header(of->file, format, row, of->import);
    return result == DESIG_OK ? dsg_columns_tell(of->file, row, of->import) : result;
}

static desig_result take_rules(const recognition *of, const dsg_format *format) {
    is_first_row(of);
    return dsg_file_take_rules(of->file, format, of->import);
}

/* Try a format on a row; *is tells whether the row is its header, its first row, or its publisher's line. */
static desig_result try_format(recognition *of, const dsg_format *format, dsg_row *row, int *is) {
    const char *date;
    *is = 1;
    of->file->delimiter = row->delimiter;
    if (is_header_of(format, row)) return take_header(of, format, row);
    if (format->headerless && format->recognise(row)) return take_rules(of, format);
    if (!of->announced && dsg_preamble_is(format, row, &date)) return take_preamble(of, format, date);
    *is = 0;
    return DESIG_OK;
}

/* Half the names of a row are enough to say which format it was meant to be. */
static void note_nearest(recognition *of, const dsg_format *format, const dsg_row *row) {
    const char *missing;
    size_t count = dsg_columns_count(format, row, &missing);
    if (!missing || count <= of->most_columns || 2 * count < row->count) return;
    const dsg_cell *near = dsg_columns_nearest(format, row, missing);
    of->most_columns = count;
    char name[DESIG_ERROR_FIELD] = "";
    if (near) dsg_text_copy(name, sizeof name, near->text);
    snprintf(of->nearest, sizeof of->nearest, ": of %s it lacks \"%s\"%s%s%s", format->about.name, missing,
             near ? "; is \"" : "", name, near ? "\" that column?" : "");
}

static desig_result try_formats(recognition *of, dsg_row *row, int *is) {
    const dsg_format *format;
    desig_result result = DESIG_OK;
    for (size_t i = 0; result == DESIG_OK && !*is && (format = dsg_format_at(i)) != NULL; i++)
        if (may_be(of, format)) result = try_format(of, format, row, is);
    for (size_t i = 0; result == DESIG_OK && !*is && (format = dsg_format_at(i)) != NULL; i++)
        if (may_be(of, format)) note_nearest(of, format, row);
    return result;
}

static desig_result at_row(const recognition *of, desig_result refused) {
    dsg_error_place(of->import->error, of->rows->raw.line, 1);
    return refused;
}

/* `"a;b;c"`: a program has taken each line for one cell. */
static int is_quoted_line(const recognition *of) {
    const dsg_raw_row *raw = &of->rows->raw;
    size_t separators = 0;
    if (raw->length < 2 || raw->bytes[0] != '"' || raw->bytes[raw->length - 1] != '"') return 0;
    for (size_t i = 1; i + 1 < raw->length; i++) {
        if (raw->bytes[i] == '"' && raw->bytes[++i] != '"') return 0;
        separators += raw->bytes[i] && strchr(",;\t|", raw->bytes[i]) != NULL;
    }
    return separators >= 2;
}

static desig_result lacks_columns(const recognition *of, const dsg_format *format, const char *row) {
    if (of->nearest[0])
        return at_row(of, dsg_error_set(of->import->error, DESIG_E_FORMAT, "the %s is no header of %s%s", row,
                                        format->about.name, of->nearest));
    return at_row(of, dsg_error_set(of->import->error, DESIG_E_FORMAT,
                                    "the %s lacks columns that %s needs, such as %s", row, format->about.name,
                                    format->rules[0].column));
}

/* No format was recognised. A file that its caller says is of a headerless format is believed, even if its
 * first row is damaged. */
static desig_result believe_caller(const recognition *of) {
    const desig_read_options *options = of->import->options;
    const dsg_format *format = options->format ? dsg_format_named(options->format) : NULL;
    if (options->format && !format)
        return dsg_error_set(of->import->error, DESIG_E_ARGUMENT, "no format is called %s", options->format);
    if (is_quoted_line(of))
        return at_row(of,
                      dsg_error_set(of->import->error, DESIG_E_FORMAT,
                                    "each line stands in quotes as one cell; take the outer quotes away and "
                                    "write inner ones, which are doubled, once"));
    if (of->announced) return lacks_columns(of, of->announced, "row below the publisher's line");
    if (!format)
        return at_row(of, dsg_error_set(of->import->error, DESIG_E_FORMAT,
                                        "the first row is that of no known format%s", of->nearest));
    if (!format->headerless) return lacks_columns(of, format, "first row");
    of->file->delimiter = options->delimiter != 0 ? options->delimiter : usual_delimiter;
    return take_rules(of, format);
}

/* ---- By a row below ---- */

/* A file without a header whose first row is damaged is known by one of the next, as far as they are at hand.
 */
static const dsg_format *find_by_line(const recognition *of, const char *line, size_t length,
                                      char *delimiter) {
    const dsg_format *format;
    for (size_t d = 0; (*delimiter = delimiter_at(of->import->options, d)) != 0; d++) {
        dsg_row row;
        dsg_defect defect;
        if (dsg_row_parser_parse(of->rows->parser, line, length, *delimiter, &row, &defect) != DESIG_OK)
            continue;
        for (size_t i = 0; (format = dsg_format_at(i)) != NULL; i++)
            if (may_be(of, format) && format->headerless && format->recognise(&row)) return format;
    }
    return NULL;
}

static const dsg_format *find_below(const recognition *of, char *delimiter) {
    enum { LINES = 8 };
    const dsg_input *input = &of->rows->input;
    const char *at = input->window, *end = input->window + input->length, *next;
    const dsg_format *format = NULL;
    for (int line = 0; !format && line <= LINES && (next = memchr(at, '\n', (size_t)(end - at))); line++) {
        size_t length = (size_t)(next - at);
        if (length > 0 && at[length - 1] == '\r') length--;
        if (line > 0) format = find_by_line(of, at, length, delimiter);
        at = next + 1;
    }
    return format;
}

static desig_result look_below(const recognition *of) {
    char delimiter;
    dsg_row row;
    const dsg_format *format =
        of->announced || of->rows->original.line > 1 ? NULL : find_below(of, &delimiter);
    if (!format || parse(of, delimiter, &row) != DESIG_E_FORMAT) return believe_caller(of);
    of->file->delimiter = delimiter;
    return take_rules(of, format);
}

static desig_result look_at_row(recognition *of) {
    desig_result result = DESIG_OK;
    int is = 0;
    char delimiter;
    for (size_t i = 0; !is && (delimiter = delimiter_at(of->import->options, i)) != 0; i++) {
        dsg_row row;
        result = parse(of, delimiter, &row);
        if (result == DESIG_E_FORMAT) continue;
        if (result == DESIG_OK) result = try_formats(of, &row, &is);
        if (result != DESIG_OK) return result;
    }
    return is ? DESIG_OK : look_below(of);
}

/* ---- By a map ---- */

static void take_shortcoming(shortcoming *least, const dsg_format *format, const dsg_rule *missing,
                             const dsg_row *row) {
    const dsg_cell *near = missing->column ? dsg_columns_nearest(format, row, missing->column) : NULL;
    least->missing = missing;
    least->cells = row->count;
    dsg_text_copy(least->nearest, sizeof least->nearest, near ? near->text : "");
}

static desig_result refuse_map(const recognition *of, const shortcoming *least, uint64_t line) {
    char number[32];
    snprintf(number, sizeof number, "#%d", least->missing->argument);
    const int near = least->cells > 1 && least->nearest[0];
    desig_result refused =
        dsg_error_set(of->import->error, DESIG_E_FORMAT, "no column \"%s\" here%s%s%s%s",
                      least->missing->column ? least->missing->column : number,
                      least->cells == 1 ? "; is this the delimiter, and is this line the header?"
                                        : ", in the line that should be the header",
                      near ? "; the nearest is \"" : "", near ? least->nearest : "", near ? "\"" : "");
    dsg_error_place(of->import->error, line, 1);
    return refused;
}

static const dsg_rule *find_missing(const dsg_mapped *mapped, const dsg_row *row) {
    const dsg_format *format = &mapped->format;
    for (size_t i = 0; i < format->rule_count; i++)
        if (!mapped->rules_more[i].may_lack && dsg_file_find_mapped(row, &format->rules[i]) == SIZE_MAX)
            return &format->rules[i];
    return NULL;
}

/* A column that not every form of the list has is told, for its name may merely be another one. */
static desig_result tell_lacking(const recognition *of, dsg_row *row) {
    const dsg_mapped *mapped = of->import->mapped;
    const dsg_rule *rules = mapped->format.rules;
    const dsg_place place = place_of_row(of);
    desig_result result = DESIG_OK;
    for (size_t i = 0; result == DESIG_OK && i < mapped->format.rule_count; i++) {
        if (!mapped->rules_more[i].may_lack || dsg_file_find_mapped(row, &rules[i]) != SIZE_MAX) continue;
        shortcoming of_rule;
        take_shortcoming(&of_rule, &mapped->format, &rules[i], row);
        result = dsg_import_tell(
            of->import, DESIG_SEVERITY_NOTE, "optional-column", &place,
            "the file lacks the map's optional column \"%s\"%s%s%s", rules[i].column ? rules[i].column : "",
            of_rule.nearest[0] ? "; the nearest is \"" : "", of_rule.nearest, of_rule.nearest[0] ? "\"" : "");
    }
    return result;
}

/* ---- Rows above the header of a mapped file ---- */

static desig_result tell_above(const recognition *of, uint64_t line, const char *text, int length) {
    const dsg_place place = {.file = of->file->name, .line = line, .column = 1};
    return dsg_import_tell(of->import, DESIG_SEVERITY_NOTE, "above-header", &place,
                           "passed over, as it stands above the header: %.*s", length, text);
}

static desig_result pass_over(const recognition *of) {
    const dsg_raw_row *raw = &of->rows->raw;
    int length = raw->length < DESIG_ERROR_MESSAGE ? (int)raw->length : DESIG_ERROR_MESSAGE;
    return tell_above(of, raw->line, raw->bytes, length);
}

/* Whether a row may be a title: it has none of the columns that the map knows by name. */
static int has_no_column(const dsg_mapped *mapped, const dsg_row *row) {
    size_t named = 0;
    for (size_t i = 0; i < mapped->format.rule_count; i++) {
        if (!mapped->format.rules[i].column) continue;
        named++;
        if (dsg_file_find_mapped(row, &mapped->format.rules[i]) != SIZE_MAX) return 0;
    }
    return named > 0;
}

/* A map that does not say in which line the header is looks for it. */
static void put_above(recognition *of, const shortcoming *least) {
    rows_above *above = &of->above;
    const dsg_raw_row *raw = &of->rows->raw;
    if (above->count == 0) above->first = *least;
    above->lines[above->count] = raw->line;
    snprintf(above->texts[above->count++], DESIG_ERROR_MESSAGE, "%.*s",
             (int)(raw->length < DESIG_ERROR_MESSAGE ? raw->length : DESIG_ERROR_MESSAGE), raw->bytes);
}

static desig_result tell_all_above(const recognition *of) {
    const rows_above *above = &of->above;
    desig_result result = DESIG_OK;
    for (size_t i = 0; result == DESIG_OK && i < above->count; i++)
        result = tell_above(of, above->lines[i], above->texts[i], (int)strlen(above->texts[i]));
    return result;
}

/* ---- By a map ---- */

static desig_result take_mapped(const recognition *of, dsg_row *row) {
    const dsg_mapped *mapped = of->import->mapped;
    of->file->delimiter = row->delimiter;
    of->file->headerless = mapped->map.headerless;
    if (mapped->map.headerless) is_first_row(of);
    desig_result result = tell_all_above(of);
    if (result == DESIG_OK) result = take_header(of, &mapped->format, row);
    return result == DESIG_OK ? tell_lacking(of, row) : result;
}

/* The delimiter is the first under which all mapped columns are there. If there is none, what is missing is
 * told for the one that gives most cells. */
static desig_result look_by_map(recognition *of) {
    const dsg_mapped *mapped = of->import->mapped;
    const dsg_format *format = &mapped->format;
    int may_be_title = mapped->map.header_line == 0;
    shortcoming least = {.missing = &format->rules[0]};
    char delimiter;
    for (size_t i = 0; (delimiter = delimiter_at(of->import->options, i)) != 0; i++) {
        dsg_row row;
        desig_result result = parse(of, delimiter, &row);
        if (result == DESIG_E_FORMAT) continue;
        if (result != DESIG_OK) return result;
        const dsg_rule *missing = find_missing(mapped, &row);
        if (!missing) return take_mapped(of, &row);
        may_be_title = may_be_title && has_no_column(mapped, &row);
        if (row.count > least.cells) take_shortcoming(&least, format, missing, &row);
    }
    if (!may_be_title) return refuse_map(of, &least, of->rows->raw.line);
    if (of->above.count == MOST_ABOVE) return refuse_map(of, &of->above.first, of->above.lines[0]);
    put_above(of, &least);
    return DESIG_OK;
}

/* ---- All of it ---- */

static desig_result next_row(const recognition *of) {
    int found;
    desig_result result = dsg_file_rows_next(of->rows, &found);
    if (result != DESIG_OK) return result;
    if (!found && of->above.count > 0) return refuse_map(of, &of->above.first, of->above.lines[0]);
    if (!found)
        return dsg_error_set(of->import->error, DESIG_E_FORMAT, "the file %s",
                             of->rows->raw.line == 0 ? "is empty" : "has no header");
    return dsg_file_rows_to_utf8(of->rows);
}

desig_result dsg_recognise(dsg_file *file, dsg_file_rows *rows, dsg_import *import) {
    recognition of = {.file = file, .rows = rows, .import = import};
    desig_result result = DESIG_OK;
    while (result == DESIG_OK && !file->format) {
        result = next_row(&of);
        if (result != DESIG_OK) break;
        if (!import->mapped)
            result = look_at_row(&of);
        else
            result = rows->raw.line < import->mapped->map.header_line ? pass_over(&of) : look_by_map(&of);
    }
    return result;
}
