/* Writing the lossless layout: the parts of a record are a set, so they are put in order, and the same list
 * gives the same bytes however it was built. */
#include "base/ascii.h"
#include "base/memory.h"
#include "base/sort.h"
#include "csv/emit.h"
#include "csv/formats/statements.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>

/* Room to put things in order: twice the longest row of them. */
typedef struct sorting {
    const void **items;
    const void **scratch;
    size_t capacity;
} sorting;

static int compare_parts(const void *context, const void *a, const void *b) {
    enum dsg_part_kind part = *(const enum dsg_part_kind *)context;
    const desig_span *span_a = dsg_part_span_of(part, a), *span_b = dsg_part_span_of(part, b);
    int order = dsg_part_compare(part, a, b);
    if (order == 0) order = (span_a->first > span_b->first) - (span_a->first < span_b->first);
    if (order == 0) order = (span_a->last > span_b->last) - (span_a->last < span_b->last);
    if (order == 0 && span_a->first != 0)
        order = (span_a->file > span_b->file) - (span_a->file < span_b->file);
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
    snprintf(text, sizeof text, "%" PRIu32, number);
    dsg_emit_cell(emitter, number == meaning_nothing ? NULL : text);
}

static void emit_date(dsg_emitter *emitter, const desig_date *date) {
    char text[DESIG_DATE_TEXT];
    desig_date_format(date, text);
    dsg_emit_cell(emitter, text[0] == '\0' ? NULL : text);
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

/* Of a plain list, it does not matter which file said what. */
static int is_of_no_edition(const dsg_part_field *const *fields, const void *part) {
    return dsg_field_number(fields[DSG_STATEMENT_FIRST_EDITION], part) == 0;
}

static desig_result emit_statement(dsg_emitter *emitter, const char *id, enum dsg_statement statement,
                                   const void *part, uint32_t ordinal) {
    const dsg_statement_shape *shape = &dsg_statement_shapes[statement];
    const dsg_part_field *fields[DSG_STATEMENT_COLUMNS] = {NULL};
    for (size_t i = 0; i < shape->cell_count; i++)
        fields[shape->cells[i].column] = dsg_part_field_at(shape->form, shape->cells[i].offset);
    dsg_emit_cell(emitter, id);
    dsg_emit_cell(emitter, shape->word);
    for (enum dsg_statement_column column = DSG_STATEMENT_TYPE; column < DSG_STATEMENT_COLUMNS; column++) {
        if (column == DSG_STATEMENT_ORDINAL)
            emit_number(emitter, ordinal, 1);
        else if (fields[column] == NULL ||
                 (column == DSG_STATEMENT_COMPANION && is_of_no_edition(fields, part)))
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

static desig_result emit_parts(dsg_emitter *emitter, const desig_record *record, enum dsg_part_kind part,
                               sorting *room) {
    desig_result result = DESIG_OK;
    uint32_t count, i, ordinal = 1;
    const char *parts = dsg_record_parts(record, part, &count);
    for (i = 0; i < count; i++) room->items[i] = parts + i * dsg_part_size(part);
    dsg_sort(room->items, room->scratch, count, compare_parts, &part);
    for (i = 0; result == DESIG_OK && i < count; i++) {
        const void *content = room->items[i];
        int repeated = i > 0 && compare_parts(&part, room->items[i - 1], content) == 0;
        ordinal = repeated ? ordinal + 1 : 1;
        result = emit_statement(emitter, record->id, statement_of(part, content), content, ordinal);
    }
    return result;
}

static desig_result emit_record(dsg_emitter *emitter, const desig_record *record, sorting *parts) {
    const desig_presence plain = {.kind = (uint8_t)record->kind};
    desig_result result = record->presence_count > 0
                              ? emit_parts(emitter, record, DSG_PART_PRESENCE, parts)
                              : emit_statement(emitter, record->id, DSG_STATEMENT_RECORD, &plain, 1);
    enum dsg_part_kind part;
    for (part = DSG_PART_NAME; result == DESIG_OK && part < DSG_PART_KINDS; part++)
        result = emit_parts(emitter, record, part, parts);
    return result;
}

/* ---- The list ---- */

static desig_result open_sorting(const desig_allocator *allocator, size_t capacity, sorting *room) {
    room->capacity = capacity;
    if (capacity == 0) return DESIG_OK;
    if (capacity > SIZE_MAX / (2 * sizeof *room->items)) return DESIG_E_NOMEM;
    room->items = dsg_alloc(allocator, 2 * capacity * sizeof *room->items);
    if (room->items == NULL) return DESIG_E_NOMEM;
    room->scratch = room->items + capacity;
    return DESIG_OK;
}

static void close_sorting(const desig_allocator *allocator, sorting *room) {
    dsg_release(allocator, room->items, 2 * room->capacity * sizeof *room->items);
}

static size_t most_parts(const desig_list *list) {
    size_t most = 0, i;
    enum dsg_part_kind part;
    uint32_t count;
    for (i = 0; i < desig_list_count(list); i++) {
        for (part = DSG_PART_NAME; part < DSG_PART_LEDGER_KINDS; part++) {
            dsg_record_parts(desig_list_at(list, i), part, &count);
            if (count > most) most = count;
        }
    }
    return most;
}

/* Rows below the header, so that a ledger that is cut off does not pass for one that is whole. */
static uint32_t count_rows(const desig_list *ledger) {
    size_t rows = 0, i;
    enum dsg_part_kind part;
    uint32_t count;
    for (i = 1; i <= desig_list_edition_count(ledger); i++) rows += desig_list_edition(ledger, i)->file_count;
    for (i = 0; i < desig_list_count(ledger); i++) {
        for (part = DSG_PART_NAME; part < DSG_PART_LEDGER_KINDS; part++) {
            dsg_record_parts(desig_list_at(ledger, i), part, &count);
            rows += count;
        }
    }
    return rows > UINT32_MAX ? 0 : (uint32_t)rows;
}

static desig_result emit_edition(dsg_emitter *emitter, const desig_list *ledger, uint32_t number) {
    const desig_edition *edition = desig_list_edition(ledger, number);
    dsg_draft_file row = {.edition = number, .copied = edition->copied, .published = edition->published};
    desig_result result = DESIG_OK;
    uint32_t i;
    for (i = 0; result == DESIG_OK && i < edition->file_count; i++) {
        row.file = edition->files[i];
        row.rows = number == 1 && i == 0 ? count_rows(ledger) : 0;
        result = emit_statement(emitter, NULL, DSG_STATEMENT_EDITION, &row, 1);
    }
    return result;
}

static desig_result emit_editions(dsg_emitter *emitter, const desig_list *list) {
    size_t count = desig_list_edition_count(list), i;
    desig_result result = DESIG_OK;
    for (i = 0; result == DESIG_OK && i < count; i++) result = emit_edition(emitter, list, (uint32_t)i + 1);
    return result;
}

desig_result dsg_statements_write(dsg_emitter *emitter, const desig_list *list) {
    size_t count = desig_list_count(list), i;
    sorting records = {0}, parts = {0};
    desig_result result = open_sorting(emitter->allocator, count, &records);
    if (result == DESIG_OK) result = open_sorting(emitter->allocator, most_parts(list), &parts);
    if (result != DESIG_OK) result = dsg_error_plain(emitter->error, result);
    if (result == DESIG_OK) {
        result = dsg_emit_header(emitter, dsg_statement_rules, DSG_STATEMENT_COLUMNS);
        if (result == DESIG_OK) result = emit_editions(emitter, list);
        for (i = 0; i < count; i++) records.items[i] = desig_list_at(list, i);
        dsg_sort(records.items, records.scratch, count, compare_ids, NULL);
    }
    for (i = 0; result == DESIG_OK && i < count; i++) {
        result = emit_record(emitter, records.items[i], &parts);
        if (result == DESIG_OK) result = dsg_emit_progress(emitter, i + 1, count);
    }
    close_sorting(emitter->allocator, &parts);
    close_sorting(emitter->allocator, &records);
    return result;
}
