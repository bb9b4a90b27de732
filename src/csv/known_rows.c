#include "csv/known_rows.h"

#include "base/hash.h"
#include "base/memory.h"
#include "csv/read_row.h"
#include "model/list.h"

#include <string.h>

/* Finding out whose rows are those that are not known. */
typedef struct probe {
    dsg_reading reading; /* into a draft of its own, in silence */
    desig_read_options options;
    dsg_reader *reader;
    dsg_folding *folding;
    int gave_up; /* the edition must be read in full */
} probe;

/* Of a row: its record in the ledger, or DSG_NOT_KNOWN for a new one. */
typedef struct row_list {
    const desig_allocator *allocator;
    uint32_t *records;
    size_t count;
    size_t capacity;
} row_list;

/* ---- What files are alike ---- */

static uint64_t mix_text(uint64_t hash, const char *text) {
    return dsg_hash_seeded(text, strlen(text) + 1, hash);
}

/* Rows of the same bytes mean the same only under the same columns and options. 0 if they do not even then.
 */
static uint64_t signature_of(const dsg_reading *reading, dsg_file *const *files, size_t count) {
    const desig_read_options *options = reading->options;
    size_t limits[] = {options->max_field_bytes, options->max_row_bytes, options->max_columns,
                       (size_t)options->encoding};
    uint64_t hash = dsg_hash(limits, sizeof limits);
    size_t i, column;
    for (i = 0; i < count; i++) {
        if (!files[i]->format->rows_stand_alone) return 0;
        hash = mix_text(hash, files[i]->format->about.name);
        hash = dsg_hash_seeded(&files[i]->delimiter, 1, hash);
        for (column = 0; column < files[i]->column_count; column++)
            hash = mix_text(hash, files[i]->columns[column]);
    }
    return hash == 0 ? 1 : hash;
}

/* ---- Whose row it is ---- */

static desig_result open_probe(probe *of, const dsg_reading *reading, dsg_reader *reader,
                               dsg_folding *folding) {
    size_t size = reading->format->family->state_size;
    desig_result result;
    of->options = *reading->options;
    of->options.strict = 0;
    of->reading = *reading;
    of->reading.options = &of->options;
    of->reading.callbacks = (desig_callbacks){0};
    of->reading.error = NULL;
    of->reading.draft = NULL;
    of->reading.state = NULL;
    of->reader = reader;
    of->folding = folding;
    of->gave_up = 0;
    dsg_buffer_init(&of->reading.scratch, reading->allocator, SIZE_MAX / 2);
    result = dsg_draft_open((desig_list *)(uintptr_t)folding->ledger, &of->reading.draft);
    if (result != DESIG_OK || size == 0) return result;
    of->reading.state = dsg_alloc(reading->allocator, size);
    if (of->reading.state == NULL) return DESIG_E_NOMEM;
    memset(of->reading.state, 0, size);
    return DESIG_OK;
}

static void close_probe(probe *of) {
    const dsg_format_family *family = of->reading.format->family;
    if (of->reading.state != NULL) {
        if (family->release != NULL) family->release(&of->reading);
        dsg_release(of->reading.allocator, of->reading.state, family->state_size);
    }
    dsg_draft_drop(of->reading.draft);
    dsg_buffer_free(&of->reading.scratch);
}

static desig_result ask(probe *of, dsg_file *file, size_t *record) {
    desig_result result = DESIG_OK;
    dsg_row row;
    dsg_defect defect;
    of->reading.row = NULL;
    of->reading.record = DSG_NO_RECORD;
    if (file->raw.bytes == file->input.window) result = dsg_file_row_to_utf8(file, &of->reading);
    if (result == DESIG_OK)
        result =
            dsg_reader_parse(of->reader, file->raw.bytes, file->raw.length, file->delimiter, &row, &defect);
    row.line = file->raw.line;
    if (result == DESIG_OK) result = dsg_read_row(&of->reading, file, &row);
    of->gave_up = result == DESIG_E_FORMAT || of->reading.record == DSG_NO_RECORD ||
                  of->reading.rows_depend || file->encoding.converted.bytes != NULL;
    if (of->gave_up && result != DESIG_E_NOMEM) return DESIG_OK;
    if (result == DESIG_OK)
        *record = dsg_list_position(of->folding->ledger, dsg_draft_id(of->reading.draft, of->reading.record));
    return result;
}

/* ---- Looking through ---- */

static desig_result append(row_list *rows, uint32_t record) {
    uint32_t *records =
        dsg_grow(rows->allocator, rows->records, sizeof *records, rows->count, &rows->capacity);
    if (records == NULL) return DESIG_E_NOMEM;
    rows->records = records;
    records[rows->count++] = record;
    return DESIG_OK;
}

static desig_result look_at_row(probe *of, dsg_file *file, row_list *rows) {
    dsg_folding *folding = of->folding;
    uint64_t digest = dsg_digest_set_digest(file->raw.bytes, file->raw.length);
    size_t record = dsg_row_memory_find(&folding->ledger->known, digest);
    if (record == DSG_NOT_KNOWN) {
        desig_result result = ask(of, file, &record);
        if (result != DESIG_OK || of->gave_up) return result;
        if (record == DSG_NO_POSITION) return append(rows, DSG_NOT_KNOWN);
    }
    folding->chains[record] = dsg_row_memory_chain(folding->chains[record], digest);
    return append(rows, (uint32_t)record);
}

static desig_result look_through(probe *of, dsg_file *file, row_list *rows) {
    const dsg_file start = *file;
    desig_result result = DESIG_OK;
    int found = 1;
    dsg_begin_file(&of->reading, file);
    while (result == DESIG_OK && !of->gave_up) {
        result = dsg_file_next_raw(file, &of->reading, &found);
        if (result != DESIG_OK || !found) break;
        result = look_at_row(of, file, rows);
    }
    file->input = start.input;
    file->rows = start.rows;
    file->raw = start.raw;
    file->raw_is_pending = start.raw_is_pending;
    file->encoding.declared = start.encoding.declared;
    return result;
}

/* Which of the file's rows are of a record that is new or has changed; known rows are counted. */
static desig_result choose(dsg_file *file, dsg_folding *folding, const row_list *rows,
                           const desig_allocator *allocator) {
    size_t i;
    file->wanted_count = rows->count;
    file->wanted = dsg_alloc(allocator, rows->count + 1);
    if (file->wanted == NULL) return DESIG_E_NOMEM;
    for (i = 0; i < rows->count; i++) {
        uint32_t record = rows->records[i];
        file->wanted[i] = record == DSG_NOT_KNOWN || !dsg_folding_is_unchanged(folding, record);
        folding->known_rows += !file->wanted[i];
    }
    return DESIG_OK;
}

static desig_result look_through_all(probe *of, dsg_file *const *files, size_t count, row_list *rows) {
    desig_result result = DESIG_OK;
    size_t i;
    for (i = 0; result == DESIG_OK && !of->gave_up && i < count; i++) {
        of->gave_up = files[i]->encoding.converted.bytes != NULL;
        if (!of->gave_up) result = look_through(of, files[i], &rows[i]);
    }
    for (i = 0; result == DESIG_OK && !of->gave_up && i < count; i++)
        result = choose(files[i], of->folding, &rows[i], of->reading.allocator);
    return result;
}

static desig_result make_chains(dsg_folding *folding) {
    folding->chain_count = folding->ledger->known.chain_count;
    folding->chains =
        dsg_alloc(dsg_list_allocator(folding->ledger), folding->chain_count * sizeof *folding->chains);
    if (folding->chains == NULL) return DESIG_E_NOMEM;
    memset(folding->chains, 0, folding->chain_count * sizeof *folding->chains);
    return DESIG_OK;
}

static void drop_chains(dsg_folding *folding) {
    dsg_release(dsg_list_allocator(folding->ledger), folding->chains,
                folding->chain_count * sizeof *folding->chains);
    folding->chains = NULL;
    folding->chain_count = 0;
}

desig_result dsg_choose_rows(dsg_reading *reading, dsg_reader *reader, dsg_file *const *files, size_t count,
                             dsg_folding *folding) {
    const desig_allocator *allocator = reading->allocator;
    row_list *rows;
    probe of;
    size_t i;
    desig_result result;
    folding->signature = signature_of(reading, files, count);
    if (folding->signature == 0 || folding->signature != folding->ledger->known.signature) return DESIG_OK;
    reading->format = files[0]->format;
    rows = dsg_alloc(allocator, count * sizeof *rows);
    if (rows == NULL) return DESIG_E_NOMEM;
    for (i = 0; i < count; i++) rows[i] = (row_list){.allocator = allocator};
    result = open_probe(&of, reading, reader, folding);
    if (result == DESIG_OK) result = make_chains(folding);
    if (result == DESIG_OK) result = look_through_all(&of, files, count, rows);
    if (result != DESIG_OK || of.gave_up) drop_chains(folding);
    close_probe(&of);
    for (i = 0; i < count; i++) dsg_release(allocator, rows[i].records, rows[i].capacity * sizeof(uint32_t));
    dsg_release(allocator, rows, count * sizeof *rows);
    return result;
}
