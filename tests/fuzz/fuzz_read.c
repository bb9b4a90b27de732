/* Any bytes are read as a list or refused. Of what was read: the same bytes give the same list; its
 * statements, read again, give the same statements; every other format writes it; an index can be built; and
 * nothing is left in the allocator.
 *
 * The first byte chooses options and column map, the second the format (`0`: recognised), the rest is the
 * file; a line `====` parts it into the files of one list. */
#include "../counting.h"
#include "../text.h"
#include "harness.h"

enum { FILES = 4, STRICT = 1, ENCODING = 6, TIGHT = 8, HEADERLESS = 16, MAPPED = 64 };

static const desig_map_column by_header[] = {
    {.target = "id", .column = "Ref"},
    {.target = "name", .column = "First"},
    {.target = "name", .column = "Last", .joined = 1},
    {.target = "kind", .column = "Type"},
    {.target = "date", .column = "Listed"},
    {.target = "revoked:date", .column = "Lifted"},
    {.target = "weak:aliases", .column = "Aliases"},
    {.target = "birth_dates", .column = "DOB"},
    {.target = "authority", .value = "XX-YY"},
    {.target = "above:program", .column = "First"},
    {.target = "optional:name_type", .column = "Type"},
    {.target = "optional:if:measures", .column = "Ban"},
    {.target = "optional:first:announced", .column = "Listed"},
};

static const desig_map_column by_number[] = {
    {.target = "id", .number = 1},
    {.target = "name", .number = 2},
    {.target = "kind", .number = 4},
};

static const desig_map_word words[] = {{"Org", "group"}, {"Person", "individual"}, {"Low", "weak:aka"}};

#define COUNT(items) (sizeof(items) / sizeof *(items))

static const desig_map header_map = {.columns = by_header,
                                     .column_count = COUNT(by_header),
                                     .words = words,
                                     .word_count = COUNT(words),
                                     .source = "xx",
                                     .separator = "/",
                                     .null_text = "n/a",
                                     .dates = DESIG_DATE_DMY};

static const desig_map number_map = {.columns = by_number,
                                     .column_count = COUNT(by_number),
                                     .words = words,
                                     .word_count = COUNT(words),
                                     .headerless = 1};

static text write_list(const desig_list *list, const char *format) {
    text written = {NULL, 0};
    desig_sink sink = {.write = text_append, .context = &written};
    desig_write_options options = {.format = format};
    CHECK(desig_list_write(list, &sink, &options, NULL, NULL) == DESIG_OK);
    return written;
}

static void check_same(text a, text b) {
    CHECK(a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0));
    free(b.bytes);
}

static size_t split(const uint8_t *data, size_t size, desig_source *files) {
    static const char *const names[FILES] = {"sdn.csv", "add.csv", "alt.csv", "sdn_comments.csv"};
    static const char mark[] = "\n====\n";
    size_t count = 0, start = 0;
    for (size_t i = 0; count < FILES - 1 && i + sizeof mark - 1 <= size; i++) {
        if (memcmp(data + i, mark, sizeof mark - 1) != 0) continue;
        files[count] = (desig_source){.data = data + start, .length = i + 1 - start, .name = names[count]};
        count++;
        start = i + sizeof mark - 1;
    }
    files[count] = (desig_source){.data = data + start, .length = size - start, .name = names[count]};
    return count + 1;
}

static const char *chosen_format(uint8_t byte) {
    size_t count = 0;
    while (desig_format_at(count)) count++;
    size_t choice = (uint8_t)(byte - '0') % (count + 1);
    return choice ? desig_format_at(choice - 1)->name : NULL;
}

static desig_read_options chosen_options(const uint8_t *data) {
    desig_read_options options = {.format = chosen_format(data[1])};
    options.strict = data[0] & STRICT;
    options.encoding = (desig_encoding)((data[0] & ENCODING) >> 1);
    if (data[0] & MAPPED) options.map = data[0] & HEADERLESS ? &number_map : &header_map;
    if (data[0] & TIGHT) {
        options.max_field_bytes = 64;
        options.max_row_bytes = 256;
        options.max_columns = 16;
        options.max_records = 8;
    }
    return options;
}

static void check_round_trip(const desig_list *list, const desig_allocator *allocator, text statements) {
    desig_list *again = NULL;
    desig_source source = {.data = statements.bytes, .length = statements.length, .name = "statements"};
    desig_read_options options = {.format = "statements", .strict = 1};
    CHECK(desig_list_new(allocator, &again) == DESIG_OK);
    CHECK(desig_list_read(again, &source, 1, &options, NULL, NULL) == DESIG_OK);
    CHECK(desig_list_count(again) == desig_list_count(list));
    check_same(statements, write_list(again, "statements"));
    desig_list_free(again);
}

static void check_uses(const desig_list *list, const desig_allocator *allocator) {
    const desig_format *format;
    for (size_t i = 0; (format = desig_format_at(i)); i++)
        if (format->writable) free(write_list(list, format->name).bytes);
    desig_index *index = NULL;
    desig_match match;
    size_t found;
    CHECK(desig_index_new(list, allocator, NULL, &index, NULL) == DESIG_OK);
    for (size_t i = 0; i < desig_list_count(list); i++) {
        const desig_record *record = desig_list_at(list, i);
        desig_query query = {.name = record->name_count ? record->names[0].text : NULL,
                             .identifier = record->id};
        desig_result result = desig_index_find(index, &query, &match, 1, &found, NULL);
        /* A name of spaces is refused. */
        CHECK(result == DESIG_OK || result == DESIG_E_UNSCREENABLE || result == DESIG_E_ARGUMENT);
        desig_status_on(record, 18700, NULL, NULL, 0);
    }
    desig_index_free(index);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2) return 0;
    counting count = {0};
    desig_allocator allocator = counting_allocator(&count);
    desig_read_options options = chosen_options(data);
    desig_source files[FILES];
    size_t file_count = split(data + 2, size - 2, files);
    desig_list *lists[2] = {NULL, NULL};
    desig_result results[2];
    for (size_t i = 0; i < 2; i++) {
        CHECK(desig_list_new(&allocator, &lists[i]) == DESIG_OK);
        results[i] = desig_list_read(lists[i], files, file_count, &options, NULL, NULL);
        CHECK(results[i] == DESIG_OK || desig_list_count(lists[i]) == 0);
    }
    CHECK(results[0] == results[1]);
    text statements = write_list(lists[0], "statements");
    check_same(statements, write_list(lists[1], "statements"));
    if (results[0] == DESIG_OK) {
        check_round_trip(lists[0], &allocator, statements);
        check_uses(lists[0], &allocator);
    }
    free(statements.bytes);
    desig_list_free(lists[0]);
    desig_list_free(lists[1]);
    CHECK(count.outstanding == 0);
    return 0;
}
