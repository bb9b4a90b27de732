/* Writing the lossless layout: the parts of a record are a set, so they are put in order, and the same list
 * gives the same bytes however it was built. */
#include "base/ascii.h"
#include "base/memory.h"
#include "base/sort.h"
#include "csv/emit.h"
#include "csv/formats/native/statements.h"
#include "model/date.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* Room to put things in order: twice the longest row of them. */
typedef struct sorting {
    const void **items;
    const void **scratch;
    size_t capacity;
} sorting;

/* One list that is written. */
typedef struct writing {
    dsg_emitter *emitter;
    const desig_list *list;
    sorting records;
    sorting parts; /* of one kind, of one record */
} writing;

/* Of listings that are the same: of which day they are. */
static int compare_days(const desig_action *a, const desig_action *b) {
    char day_a[DESIG_DATE_TEXT], day_b[DESIG_DATE_TEXT];
    return strcmp(desig_date_format(&a->effective, day_a), desig_date_format(&b->effective, day_b));
}

static int compare_parts(const void *context, const void *a, const void *b) {
    enum dsg_part_kind part = *(const enum dsg_part_kind *)context;
    const desig_span *span_a = dsg_part_span_of(part, a), *span_b = dsg_part_span_of(part, b);
    int order = dsg_part_compare(part, a, b);
    if (order == 0) order = (span_a->first > span_b->first) - (span_a->first < span_b->first);
    if (order == 0) order = (span_a->last > span_b->last) - (span_a->last < span_b->last);
    if (order == 0) order = (span_a->file > span_b->file) - (span_a->file < span_b->file);
    if (order == 0 && part == DSG_PART_ACTION) order = compare_days(a, b);
    return order;
}

static int compare_ids(const void *context, const void *a, const void *b) {
    const desig_record *record_a = a, *record_b = b;
    (void)context;
    return dsg_compare_text(record_a->id, record_b->id);
}

/* ---- Rows ---- */

static void emit_number(dsg_emitter *emitter, uint32_t number, uint32_t meaning_nothing) {
    char text[16];
    if (number == meaning_nothing) {
        dsg_emit_cell(emitter, NULL);
        return;
    }
    snprintf(text, sizeof text, "%" PRIu32, number);
    dsg_emit_cell(emitter, text);
}

static void emit_date(dsg_emitter *emitter, const desig_date *date) {
    char text[DESIG_DATE_TEXT];
    dsg_emit_cell(emitter, dsg_date_is_known(date) ? desig_date_format(date, text) : NULL);
}

static void emit_field(dsg_emitter *emitter, const dsg_part_field *field, const void *part) {
    switch (field->form) {
    case DSG_FIELD_TEXT:
        dsg_emit_cell(emitter, dsg_field_text(field, part));
        break;
    case DSG_FIELD_WORD:
        dsg_emit_cell(emitter, desig_term(field->vocabulary, dsg_field_number(field, part)));
        break;
    case DSG_FIELD_DATE:
        emit_date(emitter, dsg_field_date(field, part));
        break;
    default:
        emit_number(emitter, dsg_field_number(field, part), 0);
        break;
    }
}

/* The day of a listing is its list's; in a ledger, its editions tell. What is not known is not an empty cell.
 */
static void emit_listing_day(writing *to, const desig_action *listing) {
    const desig_date as_of = desig_list_as_of(to->list), day = dsg_date_up_to(&as_of);
    char own[DESIG_DATE_TEXT], lists[DESIG_DATE_TEXT];
    desig_date_format(&listing->effective, own);
    desig_date_format(&day, lists);
    if (listing->span.first != 0 || strcmp(own, lists) == 0)
        dsg_emit_cell(to->emitter, NULL);
    else
        dsg_emit_cell(to->emitter, own[0] == '\0' ? ".." : own);
}

static desig_result emit_statement(writing *to, const char *id, enum dsg_statement statement,
                                   const void *part, uint32_t ordinal) {
    const dsg_statement_shape *shape = &dsg_statement_shapes[statement];
    const dsg_part_field *fields[DSG_STATEMENT_COLUMNS] = {NULL};
    dsg_emitter *emitter = to->emitter;
    for (size_t i = 0; i < shape->cell_count; i++)
        fields[shape->cells[i].column] = dsg_part_field_at(shape->form, shape->cells[i].offset);
    dsg_emit_cell(emitter, id);
    dsg_emit_cell(emitter, shape->word);
    for (enum dsg_statement_column column = DSG_STATEMENT_TYPE; column < DSG_STATEMENT_COLUMNS; column++) {
        if (column == DSG_STATEMENT_ORDINAL)
            emit_number(emitter, ordinal, 1);
        else if (statement == DSG_STATEMENT_LISTING && column == DSG_STATEMENT_DATE)
            emit_listing_day(to, part);
        else if (!fields[column])
            dsg_emit_cell(emitter, NULL);
        else
            emit_field(emitter, fields[column], part);
    }
    return dsg_emit_row(emitter);
}

static enum dsg_statement statement_of(enum dsg_part_kind part, const void *content) {
    static const enum dsg_statement statements[DSG_PART_LEDGER_KINDS] = {
        [DSG_PART_NAME] = DSG_STATEMENT_NAME,           [DSG_PART_ACTION] = DSG_STATEMENT_ACTION,
        [DSG_PART_LINK] = DSG_STATEMENT_LINK,           [DSG_PART_FACT] = DSG_STATEMENT_FACT,
        [DSG_PART_ASSERTION] = DSG_STATEMENT_ASSERTION, [DSG_PART_PRESENCE] = DSG_STATEMENT_RECORD,
    };
    const desig_action *action = content;
    return part == DSG_PART_ACTION && action->derived ? DSG_STATEMENT_LISTING : statements[part];
}

/* Whether the list's sources say of whom a record is; a ledger is a source of its own. */
static int is_plain_source(const writing *to, const desig_record *record) {
    size_t count;
    dsg_list_source *const *sources = dsg_list_sources(to->list, &count);
    if (desig_list_edition_count(to->list) > 0) return 1;
    return dsg_same_text(record->source, dsg_statement_source_of(record->id, sources, count));
}

static desig_result emit_presence(writing *to, const desig_record *record, const desig_presence *presence,
                                  uint32_t ordinal) {
    const dsg_record_row row = {.presence = *presence,
                                .source = is_plain_source(to, record) ? NULL : record->source};
    return emit_statement(to, record->id, DSG_STATEMENT_RECORD, &row, ordinal);
}

static desig_result emit_parts(writing *to, const desig_record *record, enum dsg_part_kind part) {
    const void **items = to->parts.items;
    desig_result result = DESIG_OK;
    uint32_t count, ordinal = 1;
    const char *parts = dsg_record_parts(record, part, &count);
    for (uint32_t i = 0; i < count; i++) items[i] = parts + i * dsg_part_size(part);
    dsg_sort(items, to->parts.scratch, count, compare_parts, &part);
    for (uint32_t i = 0; result == DESIG_OK && i < count; i++) {
        ordinal = i > 0 && compare_parts(&part, items[i - 1], items[i]) == 0 ? ordinal + 1 : 1;
        result = part == DSG_PART_PRESENCE
                     ? emit_presence(to, record, items[i], ordinal)
                     : emit_statement(to, record->id, statement_of(part, items[i]), items[i], ordinal);
    }
    return result;
}

static desig_result emit_record(writing *to, const desig_record *record) {
    const desig_presence plain = {.kind = (uint8_t)record->kind};
    desig_result result = record->presence_count > 0 ? emit_parts(to, record, DSG_PART_PRESENCE)
                                                     : emit_presence(to, record, &plain, 1);
    for (enum dsg_part_kind part = DSG_PART_NAME; result == DESIG_OK && part < DSG_PART_KINDS; part++)
        result = emit_parts(to, record, part);
    return result;
}

/* ---- The list ---- */

static desig_result open_sorting(const desig_allocator *allocator, size_t capacity, sorting *room) {
    room->capacity = capacity;
    if (capacity == 0) return DESIG_OK;
    if (capacity > SIZE_MAX / (2 * sizeof *room->items)) return DESIG_E_NOMEM;
    room->items = dsg_alloc(allocator, 2 * capacity * sizeof *room->items);
    if (!room->items) return DESIG_E_NOMEM;
    room->scratch = room->items + capacity;
    return DESIG_OK;
}

static void close_sorting(const desig_allocator *allocator, sorting *room) {
    dsg_release(allocator, room->items, 2 * room->capacity * sizeof *room->items);
}

static size_t most_parts(const desig_list *list) {
    size_t most = 0;
    enum dsg_part_kind part;
    uint32_t count;
    for (size_t i = 0; i < desig_list_count(list); i++) {
        for (part = DSG_PART_NAME; part < DSG_PART_LEDGER_KINDS; part++) {
            dsg_record_parts(desig_list_at(list, i), part, &count);
            if (count > most) most = count;
        }
    }
    return most;
}

/* Rows below the header, so that a ledger that is cut off does not pass for one that is whole. */
static uint32_t count_rows(const desig_list *ledger) {
    size_t rows = 0;
    enum dsg_part_kind part;
    uint32_t count;
    for (size_t i = 1; i <= desig_list_edition_count(ledger); i++)
        rows += desig_list_edition(ledger, i)->file_count;
    for (size_t i = 0; i < desig_list_count(ledger); i++) {
        for (part = DSG_PART_NAME; part < DSG_PART_LEDGER_KINDS; part++) {
            dsg_record_parts(desig_list_at(ledger, i), part, &count);
            rows += count;
        }
    }
    return rows > UINT32_MAX ? 0 : (uint32_t)rows;
}

static desig_result emit_edition(writing *to, uint32_t number) {
    const desig_edition *edition = desig_list_edition(to->list, number);
    dsg_draft_file row = {.edition = number, .copied = edition->copied, .published = edition->published};
    desig_result result = DESIG_OK;
    for (uint32_t i = 0; result == DESIG_OK && i < edition->file_count; i++) {
        row.file = edition->files[i];
        row.rows = number == 1 && i == 0 ? count_rows(to->list) : 0;
        result = emit_statement(to, NULL, DSG_STATEMENT_EDITION, &row, 1);
    }
    return result;
}

static desig_result emit_editions(writing *to) {
    const size_t count = desig_list_edition_count(to->list);
    desig_result result = DESIG_OK;
    for (size_t i = 0; result == DESIG_OK && i < count; i++) result = emit_edition(to, (uint32_t)i + 1);
    return result;
}

/* Of which day a plain list is, and of what files it was read. */
static desig_result emit_sources(writing *to) {
    const dsg_list_row row = {.as_of = desig_list_as_of(to->list)};
    size_t count;
    dsg_list_source *const *sources = dsg_list_sources(to->list, &count);
    desig_result result = DESIG_OK;
    if (desig_list_edition_count(to->list) > 0) return DESIG_OK;
    if (dsg_date_is_known(&row.as_of)) result = emit_statement(to, NULL, DSG_STATEMENT_OF_LIST, &row, 1);
    for (size_t i = 0; result == DESIG_OK && i < count; i++)
        result = emit_statement(to, NULL, DSG_STATEMENT_SOURCE, sources[i], 1);
    return result;
}

static desig_result emit_records(writing *to) {
    const size_t count = desig_list_count(to->list);
    desig_result result = DESIG_OK;
    for (size_t i = 0; i < count; i++) to->records.items[i] = desig_list_at(to->list, i);
    dsg_sort(to->records.items, to->records.scratch, count, compare_ids, NULL);
    for (size_t i = 0; result == DESIG_OK && i < count; i++) {
        result = emit_record(to, to->records.items[i]);
        if (result == DESIG_OK) result = dsg_emit_progress(to->emitter, i + 1, count);
    }
    return result;
}

desig_result dsg_statements_write(dsg_emitter *emitter, const desig_list *list) {
    writing to = {.emitter = emitter, .list = list};
    desig_result result = open_sorting(emitter->allocator, desig_list_count(list), &to.records);
    if (result == DESIG_OK) result = open_sorting(emitter->allocator, most_parts(list), &to.parts);
    if (result != DESIG_OK)
        dsg_error_plain(emitter->error, result);
    else
        result = dsg_emit_header(emitter, dsg_statement_rules, DSG_STATEMENT_COLUMNS);
    if (result == DESIG_OK) result = emit_sources(&to);
    if (result == DESIG_OK) result = emit_editions(&to);
    if (result == DESIG_OK) result = emit_records(&to);
    close_sorting(emitter->allocator, &to.parts);
    close_sorting(emitter->allocator, &to.records);
    return result;
}
