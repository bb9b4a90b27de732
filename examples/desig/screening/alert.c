#include "screening/alert.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/out.h"
#include "io/tell.h"

typedef struct record_digest {
    const desig_record *record;
    uint8_t bytes[SHA256_DIGEST_SIZE];
} record_digest;

struct alert_book {
    record_digest *digests; /* by the record's address */
    size_t count;
};

/* The statements of a list as they are written: the rows of a record follow each other. */
typedef struct statement_rows {
    const desig_list *list;
    alert_book *book;
    out_string row; /* under way */
    int in_quotes;
    int past_header;
    out_string id; /* of the record whose rows are digested; NULL before the first */
    sha256 digest;
} statement_rows;

static void end_record(statement_rows *rows) {
    const desig_record *record = rows->id.text ? desig_list_get(rows->list, rows->id.text) : NULL;
    if (!record) return; /* the rows of a ledger's editions are of no record */
    record_digest *digest = &rows->book->digests[rows->book->count++];
    digest->record = record;
    sha256_end(&rows->digest, digest->bytes);
}

/* The id that a row begins with. */
static void read_id(const out_string *row, out_string *id) {
    const char *at = row->text;
    int quoted = *at == '"';
    id->length = 0;
    for (at += quoted; quoted || *at != ','; at++) {
        if (*at == '"' && *++at != '"') break;
        out_add(id, at, 1);
    }
    out_add(id, "", 0);
}

static void end_row(statement_rows *rows) {
    out_string id = {0};
    if (rows->past_header) {
        read_id(&rows->row, &id);
        if (!rows->id.text || strcmp(id.text, rows->id.text) != 0) {
            end_record(rows);
            sha256_begin(&rows->digest);
            out_string_free(&rows->id);
            rows->id = id;
        } else {
            out_string_free(&id);
        }
        sha256_add(&rows->digest, rows->row.text, rows->row.length);
    }
    rows->past_header = 1;
    rows->row.length = 0;
}

static int take_bytes(void *context, const void *bytes, size_t length) {
    statement_rows *rows = context;
    const char *from = bytes;
    const char *end = from + length;
    for (const char *at = from; at < end; at++) {
        rows->in_quotes ^= *at == '"';
        if (*at != '\n' || rows->in_quotes) continue;
        out_add(&rows->row, from, (size_t)(at + 1 - from));
        end_row(rows);
        from = at + 1;
    }
    out_add(&rows->row, from, (size_t)(end - from));
    return 0;
}

static int by_address(const void *a, const void *b) {
    const record_digest *first = a;
    const record_digest *second = b;
    return (first->record > second->record) - (first->record < second->record);
}

alert_book *alert_book_new(const desig_list *list) {
    alert_book *book = out_resize(NULL, sizeof *book);
    *book = (alert_book){.digests = out_resize(NULL, desig_list_count(list) * sizeof *book->digests)};
    statement_rows rows = {.list = list, .book = book};
    progress_line progress;
    desig_error error = {0};
    const desig_sink sink = {.write = take_bytes, .context = &rows};
    const desig_callbacks callbacks = {DESIG_INIT(desig_callbacks), .progress = progress_tell,
                                       .context = &progress};
    const desig_write_options options = {DESIG_INIT(desig_write_options), .callbacks = &callbacks};
    progress_start(&progress, "digesting", "records");
    desig_result result = desig_list_write(list, &sink, &options, NULL, &error);
    progress_end(&progress);
    end_record(&rows);
    out_string_free(&rows.row);
    out_string_free(&rows.id);
    if (result != DESIG_OK) {
        complain(&error);
        alert_book_free(book);
        return NULL;
    }
    qsort(book->digests, book->count, sizeof *book->digests, by_address);
    return book;
}

void alert_book_free(alert_book *book) {
    if (!book) return;
    free(book->digests);
    free(book);
}

void alert_key(const alert_book *book, const names_row *party, const desig_record *record,
               char key[SHA256_HEX]) {
    const record_digest sought = {.record = record};
    const record_digest *digest =
        bsearch(&sought, book->digests, book->count, sizeof *book->digests, by_address);
    sha256 hash;
    sha256_begin(&hash);
    for (int i = 0; i < NAMES_FIELDS; i++) sha256_add_text(&hash, party->texts[i]);
    sha256_add_text(&hash, record->id);
    if (digest) sha256_add(&hash, digest->bytes, sizeof digest->bytes);
    sha256_end_hex(&hash, key);
}
