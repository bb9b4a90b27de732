/* The key of an alert: digests of the query and of the content of the record. */
#include "base/digest.h"
#include "base/struct_size.h"
#include "model/record.h"
#include "search/query.h"

#include <string.h>

enum { HALF = 33 }; /* 32 digits and a NUL */

/* ---- Texts, dates and parts ---- */

/* The day of an open end means nothing. */
static void add_date(dsg_digest *digest, const desig_date *date) {
    const int has_first = date->first_precision != DESIG_PRECISION_NONE;
    const int has_last = date->last_precision != DESIG_PRECISION_NONE;
    dsg_digest_add_number(digest, has_first ? (uint64_t)date->first : 0);
    dsg_digest_add_number(digest, has_last ? (uint64_t)date->last : 0);
    dsg_digest_add_number(digest, date->first_precision);
    dsg_digest_add_number(digest, date->last_precision);
    dsg_digest_add_number(digest, date->first_approximate);
    dsg_digest_add_number(digest, date->last_approximate);
}

static void add_field(dsg_digest *digest, const dsg_part_field *field, const void *part) {
    if (field->form == DSG_FIELD_TEXT)
        dsg_digest_add_text(digest, dsg_field_text(field, part));
    else if (field->form == DSG_FIELD_DATE)
        add_date(digest, dsg_field_date(field, part));
    else
        dsg_digest_add_number(digest, dsg_field_number(field, part));
}

/* What a part says: neither how the publisher numbered it nor in which editions it stood, and of a derived
 * part not the dates, which follow from the list's day. */
static void digest_part(enum dsg_part_kind kind, const void *part, uint8_t bytes[DSG_DIGEST_BYTES]) {
    const dsg_part_form *form = &dsg_part_forms[kind];
    const int derived = dsg_part_is_derived(kind, part);
    dsg_digest digest;
    dsg_digest_begin(&digest);
    dsg_digest_add_number(&digest, kind);
    for (size_t i = 0; i < form->field_count; i++) {
        const dsg_field_use use = form->fields[i].use;
        if (use == DSG_FIELD_SAYS || (use == DSG_FIELD_SAYS_STATED && !derived))
            add_field(&digest, &form->fields[i], part);
    }
    dsg_digest_end(&digest, bytes);
}

/* ---- Sums of digests ---- */

/* A sum does not depend on the order of what is added. As numbers of 32 bytes, the lowest first. */
typedef struct digest_sum {
    uint8_t bytes[DSG_DIGEST_BYTES];
} digest_sum;

static void add_to_sum(digest_sum *sum, const uint8_t bytes[DSG_DIGEST_BYTES]) {
    unsigned carry = 0;
    for (size_t i = 0; i < DSG_DIGEST_BYTES; i++) {
        carry += (unsigned)sum->bytes[i] + bytes[i];
        sum->bytes[i] = (uint8_t)carry;
        carry >>= 8;
    }
}

static void add_part(digest_sum *sum, enum dsg_part_kind kind, const void *part) {
    uint8_t bytes[DSG_DIGEST_BYTES];
    digest_part(kind, part, bytes);
    add_to_sum(sum, bytes);
}

/* ---- A record's content ---- */

/* Of a ledger's record, what the newest edition says. */
static int stands(const desig_record *record, const desig_span *span) {
    return !record->ledger ||
           desig_list_stands(record->ledger, span, desig_list_edition_count(record->ledger));
}

static int is_first_of_group(const desig_record *record, uint32_t at) {
    for (uint32_t i = at; i-- > 0;)
        if (record->facts[i].group == record->facts[at].group) return 0;
    return 1;
}

/* The facts of one group belong together (the cells of an address): their sum is digested as one. */
static void add_group(digest_sum *sum, const desig_record *record, uint32_t first) {
    digest_sum of_group = {{0}};
    uint8_t bytes[DSG_DIGEST_BYTES];
    for (uint32_t i = first; i < record->fact_count; i++)
        if (record->facts[i].group == record->facts[first].group && stands(record, &record->facts[i].span))
            add_part(&of_group, DSG_PART_FACT, &record->facts[i]);
    dsg_digest_of(of_group.bytes, sizeof of_group.bytes, bytes);
    add_to_sum(sum, bytes);
}

static void add_facts(digest_sum *sum, const desig_record *record) {
    for (uint32_t i = 0; i < record->fact_count; i++) {
        if (record->facts[i].group == 0) {
            if (stands(record, &record->facts[i].span)) add_part(sum, DSG_PART_FACT, &record->facts[i]);
        } else if (is_first_of_group(record, i)) {
            add_group(sum, record, i);
        }
    }
}

static void add_parts(digest_sum *sum, const desig_record *record, enum dsg_part_kind kind) {
    uint32_t count;
    const char *parts = dsg_record_parts(record, kind, &count);
    for (uint32_t i = 0; i < count; i++) {
        const void *part = parts + i * dsg_part_size(kind);
        if (stands(record, dsg_part_span_of(kind, part))) add_part(sum, kind, part);
    }
}

static void digest_content(const desig_record *record, char hex[HALF]) {
    digest_sum sum = {{0}};
    dsg_digest digest;
    for (enum dsg_part_kind kind = DSG_PART_NAME; kind < DSG_PART_KINDS; kind++)
        if (kind != DSG_PART_FACT) add_parts(&sum, record, kind);
    for (uint32_t i = 0; i < record->assertion_count; i++)
        if (stands(record, &record->assertions[i].span))
            add_part(&sum, DSG_PART_ASSERTION, &record->assertions[i]);
    add_facts(&sum, record);
    dsg_digest_begin(&digest);
    dsg_digest_add_number(&digest, record->kind);
    dsg_digest_add(&digest, sum.bytes, sizeof sum.bytes);
    dsg_digest_end_hex(&digest, hex, HALF);
}

/* ---- Public ---- */

static void digest_query(const desig_query *query, const char *id, char hex[HALF]) {
    dsg_digest digest;
    dsg_digest_begin(&digest);
    dsg_digest_add_text(&digest, query->name);
    dsg_digest_add_text(&digest, query->identifier);
    dsg_digest_add_text(&digest, query->nationality);
    add_date(&digest, &query->born);
    dsg_digest_add_number(&digest, (uint64_t)query->kind);
    dsg_digest_add_text(&digest, id);
    dsg_digest_end_hex(&digest, hex, HALF);
}

desig_result desig_alert_key(const desig_query *query, const desig_record *record,
                             char key[DESIG_ALERT_KEY]) {
    desig_query asked = {0};
    desig_record found = {0};
    if (!query || !record || !key) return DESIG_E_ARGUMENT;
    DSG_STRUCT_TAKE(desig_query, &asked, query);
    DSG_STRUCT_TAKE(desig_record, &found, record);
    if (!found.id || dsg_query_wrong(&asked)) return DESIG_E_ARGUMENT;
    digest_query(&asked, found.id, key);
    key[HALF - 1] = '-';
    digest_content(&found, key + HALF);
    return DESIG_OK;
}
