#define _POSIX_C_SOURCE 200809L
#include "ofac_found.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_CELLS = 16 };

static const char *const sdn_columns[] = {"ent_num", "SDN_Name",  "SDN_Type",  "Program",
                                          "Title",   "Call_Sign", "Vess_type", "Tonnage",
                                          "GRT",     "Vess_flag", "Vess_owner"};
static const char street[] = "Address", city[] = "City/State/Province/Postal Code",
                  country_column[] = "Country";

static void lose(ofac_found *found, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void lose(ofac_found *found, const char *format, ...) {
    if (found->lost++ == 0) {
        va_list arguments;
        va_start(arguments, format);
        vsnprintf(found->first, sizeof found->first, format, arguments);
        va_end(arguments);
    }
}

static int same(const char *a, const char *b) {
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* ---- Rows ---- */

typedef struct row {
    char *cells[MAX_CELLS]; /* NULL: null */
    size_t count;
} row;

typedef struct file {
    char *bytes;
    char *at;
} file;

static file open_file(const char *path, int header) {
    file opened = {NULL, NULL};
    FILE *stream = path == NULL ? NULL : fopen(path, "rb");
    size_t length = 0;
    if (stream != NULL) {
        fseek(stream, 0, SEEK_END);
        length = (size_t)ftell(stream);
        rewind(stream);
    }
    opened.at = opened.bytes = calloc(length + 2, 1);
    if (stream != NULL) {
        if (fread(opened.bytes, 1, length, stream) != length) opened.bytes[0] = '\0';
        fclose(stream);
    }
    if (header) opened.at = strchr(opened.at, '\n') + 1;
    return opened;
}

static char *null_or(char *cell) {
    if (cell[0] == '\0' || (strncmp(cell, "-0-", 3) == 0 && strspn(cell + 3, " ") == strlen(cell + 3)))
        return NULL;
    return cell;
}

/* Cut the next row in place; 0 at the end. */
static int next_row(file *from, row *next) {
    char *at = from->at, *to = from->at;
    next->count = 0;
    if (*at == '\0' || *at == 0x1A) return 0;
    while (next->count < MAX_CELLS) {
        char *cell = to;
        int quoted = 0;
        for (; *at != '\0' && (quoted || (*at != ',' && *at != '\r' && *at != '\n')); at++) {
            if (*at != '"')
                *to++ = *at;
            else if (quoted && at[1] == '"')
                *to++ = *at++;
            else
                quoted = !quoted;
        }
        char end = *at;
        if (*at != '\0') at++;
        *to++ = '\0';
        next->cells[next->count++] = null_or(cell);
        if (end == '\r' && *at == '\n') at++;
        if (end != ',') break;
    }
    from->at = at;
    return 1;
}

/* ---- Texts ---- */

typedef struct texts {
    char **items;
    size_t count;
} texts;

static void put(texts *all, char *text) {
    all->items = realloc(all->items, (all->count + 1) * sizeof *all->items);
    all->items[all->count++] = text;
}

static void empty(texts *all) {
    for (size_t i = 0; i < all->count; i++) free(all->items[i]);
    free(all->items);
    *all = (texts){NULL, 0};
}

static int compare(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static int same_texts(texts *a, texts *b) {
    if (a->count != b->count) return 0;
    if (a->count == 0) return 1;
    qsort(a->items, a->count, sizeof *a->items, compare);
    qsort(b->items, b->count, sizeof *b->items, compare);
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->items[i], b->items[i]) != 0) return 0;
    return 1;
}

/* ---- Remarks, forwards: the pieces of a text ---- */

static void split(const char *text, texts *pieces) {
    while (text != NULL) {
        const char *end = strchr(text, ';');
        size_t length = end == NULL ? strlen(text) : (size_t)(end - text);
        for (; length > 0 && *text == ' '; length--) text++;
        while (length > 0 && text[length - 1] == ' ') length--;
        if (length > 0) put(pieces, strndup(text, length));
        text = end == NULL ? NULL : end + 1;
    }
}

/* ---- Remarks, backwards: a part as the piece that it was ---- */

/* As OFAC writes dates, behind a word: `05 Mar 1998`, `Mar 1998`, `1998`, `D to D`; nothing for no date. */
static void write_date(char *to, size_t size, const char *word, const desig_date *date) {
    static const char months[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[DESIG_DATE_TEXT], *part, *rest;
    size_t at = 0;
    to[0] = '\0';
    desig_date_format(date, text);
    for (part = strtok_r(text, "/", &rest); part != NULL; part = strtok_r(NULL, "/", &rest)) {
        size_t length = strlen(part);
        const char *month = length > 4 ? months[strtol(part + 5, NULL, 10) - 1] : "";
        at += (size_t)snprintf(to + at, size - at, "%s%s%s%s%s%.4s", at == 0 ? word : " to ",
                               length > 7 ? part + 8 : "", length > 7 ? " " : "", month,
                               length > 4 ? " " : "", part);
    }
}

static char *rebuild_fact(const desig_fact *fact) {
    int labelled = !same(fact->label, "Remarks");
    size_t size = strlen(fact->value) + (labelled ? strlen(fact->label) : 0) + 300;
    char *piece = malloc(size), issued[64] = "", expires[64] = "";
    if (fact->type == DESIG_FACT_IDENTIFIER) {
        write_date(issued, sizeof issued, " issued ", &fact->from);
        write_date(expires, sizeof expires, " expires ", &fact->to);
    }
    snprintf(piece, size, "%s%s%s%s%s%s%s%s%s", fact->alternate ? "alt. " : "", labelled ? fact->label : "",
             labelled ? " " : "", fact->value, fact->country != NULL ? " (" : "",
             fact->country != NULL ? fact->country : "", fact->country != NULL ? ")" : "", issued, expires);
    return piece;
}

static char *rebuild(const char *before, const char *text, const char *after) {
    size_t size = strlen(before) + strlen(text) + strlen(after) + 1;
    char *piece = malloc(size);
    snprintf(piece, size, "%s%s%s", before, text, after);
    return piece;
}

/* A fact from a column other than Remarks. */
static int is_of_column(const desig_fact *fact) {
    static const char *const more[] = {"Add_num", "Add_remarks", "alt_num", "alt_type", "alt_remarks"};
    if (fact->type == DESIG_FACT_ADDRESS || fact->type == DESIG_FACT_TITLE) return 1;
    for (size_t i = 0; i < sizeof sdn_columns / sizeof *sdn_columns; i++)
        if (same(fact->label, sdn_columns[i])) return 1;
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (same(fact->label, more[i])) return 1;
    return 0;
}

static void rebuild_remarks(const desig_record *record, texts *pieces) {
    static const char *const before[] = {"", "a.k.a. '", "f.k.a. '", "n.k.a. '"};
    for (uint32_t i = 0; i < record->name_count; i++)
        if (record->names[i].strength == DESIG_STRENGTH_WEAK)
            put(pieces, rebuild(before[record->names[i].type], record->names[i].text, "'"));
    for (uint32_t i = 0; i < record->link_count; i++)
        put(pieces, rebuild("Linked To: ", record->links[i].target, ""));
    for (uint32_t i = 0; i < record->fact_count; i++)
        if (!is_of_column(&record->facts[i])) put(pieces, rebuild_fact(&record->facts[i]));
}

/* ---- The primary file ---- */

static const desig_record *record_of(const desig_list *list, const char *number) {
    char id[64];
    snprintf(id, sizeof id, "us-ofac:%s", number);
    return desig_list_get(list, id);
}

/* The last piece of a text ends in a full stop, which may belong to an abbreviation, too. */
static void settle_full_stop(const texts *said, size_t before, const texts *kept) {
    char *last = said->count > before ? said->items[said->count - 1] : NULL;
    for (size_t i = 0; last != NULL && i < kept->count; i++)
        if (strcmp(last, kept->items[i]) == 0) return;
    if (last != NULL && last[strlen(last) - 1] == '.') last[strlen(last) - 1] = '\0';
}

/* A text cut at its limit goes on in `more`; otherwise `more` has pieces of its own. */
static void find_remarks(ofac_found *found, const desig_record *record, const char *text, const char *more) {
    texts said = {NULL, 0}, kept = {NULL, 0};
    int cut = text != NULL && strlen(text) >= 1000;
    char *whole = cut && more != NULL ? rebuild(text, more, "") : NULL;
    size_t before;
    rebuild_remarks(record, &kept);
    split(whole != NULL ? whole : text, &said);
    if (whole != NULL || !cut) settle_full_stop(&said, 0, &kept);
    before = said.count;
    if (whole == NULL) split(more, &said);
    settle_full_stop(&said, before, &kept);
    found->cells += said.count;
    found->stated += kept.count;
    if (!same_texts(&said, &kept)) lose(found, "%s: Remarks %s", record->id, text == NULL ? more : text);
    free(whole);
    empty(&said);
    empty(&kept);
}

static void find_column(ofac_found *found, const desig_record *record, const char *column, const char *cell) {
    size_t same_label = 0, equal = 0;
    for (uint32_t i = 0; i < record->fact_count; i++) {
        if (!same(record->facts[i].label, column)) continue;
        same_label++;
        if (same(record->facts[i].value, cell)) equal++;
    }
    found->cells += cell != NULL;
    found->stated += equal;
    if (same_label != (cell != NULL) || equal != same_label)
        lose(found, "%s: %s %s", record->id, column, cell == NULL ? "(null)" : cell);
}

static void find_programs(ofac_found *found, const desig_record *record, char *cell) {
    uint32_t count = 0;
    for (char *tag = cell, *end; tag != NULL; tag = end) {
        int kept = 0;
        end = strstr(tag, "] [");
        if (end != NULL) {
            *end = '\0';
            end += 3;
        }
        count++;
        for (uint32_t i = 0; i < record->action_count; i++)
            kept |= same(record->actions[i].program, tag) && record->actions[i].derived &&
                    record->actions[i].type == DESIG_ACTION_DESIGNATED;
        if (!kept) lose(found, "%s: program %s", record->id, tag);
    }
    found->cells += count;
    found->stated += count;
    if (count != record->action_count) lose(found, "%s: %u actions", record->id, record->action_count);
}

static void find_name(ofac_found *found, const desig_record *record, const char *cell) {
    uint32_t primary = 0, equal = 0;
    for (uint32_t i = 0; i < record->name_count; i++) {
        if (record->names[i].type != DESIG_NAME_PRIMARY) continue;
        primary++;
        equal += same(record->names[i].text, cell) && record->names[i].strength == DESIG_STRENGTH_STRONG;
    }
    found->cells++;
    found->stated += equal;
    if (primary != 1 || equal != 1) lose(found, "%s: name %s", record->id, cell);
}

static void find_primary(ofac_found *found, const desig_list *list, row *next, const char *more) {
    const desig_record *record = record_of(list, next->cells[0]);
    const char *type = next->cells[2] == NULL ? "group" : next->cells[2];
    if (record == NULL) {
        lose(found, "no record %s", next->cells[0]);
        return;
    }
    found->cells += 2;
    if (strcmp(desig_term(DESIG_TERMS_KIND, record->kind), type) != 0)
        lose(found, "%s: %s", record->id, type);
    find_name(found, record, next->cells[1]);
    find_programs(found, record, next->cells[3]);
    for (size_t i = 4; i < sizeof sdn_columns / sizeof *sdn_columns; i++)
        find_column(found, record, sdn_columns[i], next->cells[i]);
    find_remarks(found, record, next->cells[11], more);
}

/* ---- The companions ---- */

static size_t facts_like(const desig_record *record, unsigned group, const char *label, const char *value,
                         const char *country, const char *note) {
    size_t count = 0;
    for (uint32_t i = 0; i < record->fact_count; i++) {
        const desig_fact *fact = &record->facts[i];
        count += fact->group == group && same(fact->label, label) && same(fact->value, value) &&
                 same(fact->country, country) && same(fact->note, note);
    }
    return count;
}

static void find_address(ofac_found *found, const desig_list *list, const row *next) {
    const desig_record *record = record_of(list, next->cells[0]);
    unsigned group = (unsigned)strtoul(next->cells[1], NULL, 10);
    const char *line = next->cells[2], *town = next->cells[3], *country = next->cells[4],
               *note = next->cells[5];
    size_t facts = 0, wanted = 0;
    found->cells++;
    if (record != NULL && line != NULL && ++wanted)
        facts += facts_like(record, group, street, line, country, note);
    if (record != NULL && town != NULL && ++wanted)
        facts += facts_like(record, group, city, town, country, line == NULL ? note : NULL);
    if (record != NULL && wanted == 0 && country != NULL && ++wanted)
        facts += facts_like(record, group, country_column, country, country, note);
    if (record != NULL && wanted == 0 && ++wanted)
        facts += facts_like(record, group, "Add_num", next->cells[1], NULL, NULL);
    found->stated += facts;
    if (record == NULL || facts != wanted)
        lose(found, "us-ofac:%s: address %s", next->cells[0], next->cells[1]);
}

static void find_alternate(ofac_found *found, const desig_list *list, const row *next) {
    const desig_record *record = record_of(list, next->cells[0]);
    unsigned group = (unsigned)strtoul(next->cells[1], NULL, 10);
    size_t equal = 0;
    for (uint32_t i = 0; record != NULL && i < record->name_count; i++) {
        const desig_name *name = &record->names[i];
        equal += name->group == group && same(name->text, next->cells[3]) &&
                 name->strength == DESIG_STRENGTH_STRONG &&
                 same(desig_term(DESIG_TERMS_NAME_TYPE, name->type), next->cells[2]);
    }
    if (record != NULL && next->cells[4] != NULL &&
        facts_like(record, group, "alt_remarks", next->cells[4], NULL, NULL) != 1)
        equal = 0;
    found->cells++;
    found->stated += equal;
    if (equal != 1) lose(found, "us-ofac:%s: alternate name %s", next->cells[0], next->cells[1]);
}

/* ---- All of it ---- */

static void count_parts(ofac_found *found, const desig_list *list) {
    const desig_record *record;
    for (size_t i = 0; (record = desig_list_at(list, i)) != NULL; i++) {
        for (uint32_t j = 0; j < record->name_count; j++) found->parts += !record->names[j].derived;
        found->parts += record->action_count + record->link_count + record->fact_count;
        for (uint32_t j = 0; j < record->fact_count; j++)
            found->raw += record->facts[j].type == DESIG_FACT_RAW_ROW;
    }
    found->parts -= found->raw;
}

ofac_found ofac_find_again(const desig_list *list, const ofac_paths *paths) {
    ofac_found found = {0};
    file sdn = open_file(paths->sdn, paths->header), add = open_file(paths->add, paths->header);
    file alt = open_file(paths->alt, paths->header), comments = open_file(paths->comments, 0);
    row next, more[64] = {0};
    size_t more_count = 0;
    while (more_count < 64 && next_row(&comments, &next))
        if (next.count == 2) more[more_count++] = next;
    while (next_row(&sdn, &next)) {
        char *continuation = NULL;
        if (next.count != 12) continue;
        for (size_t i = 0; i < more_count; i++) {
            if (more[i].count == 0 || strcmp(more[i].cells[0], next.cells[0]) != 0) continue;
            continuation = more[i].cells[1];
            more[i].count = 0;
        }
        find_primary(&found, list, &next, continuation);
    }
    for (size_t i = 0; i < more_count; i++) {
        const desig_record *record = more[i].count == 0 ? NULL : record_of(list, more[i].cells[0]);
        if (record != NULL) find_remarks(&found, record, NULL, more[i].cells[1]);
        if (record == NULL && more[i].count != 0) lose(&found, "orphan %s", more[i].cells[0]);
    }
    while (next_row(&add, &next))
        if (next.count == 6) find_address(&found, list, &next);
    while (next_row(&alt, &next))
        if (next.count == 5) find_alternate(&found, list, &next);
    count_parts(&found, list);
    free(sdn.bytes), free(add.bytes), free(alt.bytes), free(comments.bytes);
    return found;
}
