#include "io/also.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/out.h"
#include "io/party.h"

enum { STEPS = 4 }; /* from one record to the next */

/* Ids and targets that all mean the party. */
typedef struct known_ids {
    const char **items;
    size_t count;
    size_t room;
} known_ids;

typedef struct found_records {
    const desig_record **items;
    size_t count;
    size_t room;
} found_records;

static int compare_texts(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int is_same_as(const desig_link *link) {
    return link->type && strcmp(link->type, "same-as") == 0 && link->stance != DESIG_STANCE_DISPUTED;
}

static void add_record(known_ids *known, const desig_record *record) {
    OUT_PUSH(known, record->id);
    for (uint32_t i = 0; i < record->link_count; i++)
        if (is_same_as(&record->links[i])) OUT_PUSH(known, record->links[i].target);
}

static int is_known(const known_ids *known, const char *id) {
    return bsearch(&id, known->items, known->count, sizeof *known->items, compare_texts) != NULL;
}

static int is_joined(const known_ids *known, const desig_record *record) {
    int joined = is_known(known, record->id);
    for (uint32_t i = 0; i < record->link_count && !joined; i++)
        joined = is_same_as(&record->links[i]) && is_known(known, record->links[i].target);
    return joined;
}

/* The records that a record, or what is joined to it, calls the same, that call it so, or that name one more
 * target with it, in the order of the list. */
static found_records find_joined(const desig_list *list, const desig_record *record) {
    known_ids known = {0};
    found_records found = {0};
    const desig_record *other;
    size_t before = SIZE_MAX;
    add_record(&known, record);
    for (int step = 0; step < STEPS && found.count != before; step++) {
        before = found.count;
        found.count = 0;
        qsort(known.items, known.count, sizeof *known.items, compare_texts);
        for (size_t i = 0; (other = desig_list_at(list, i)) != NULL; i++)
            if (other != record && is_joined(&known, other)) OUT_PUSH(&found, other);
        for (size_t i = 0; i < found.count; i++) add_record(&known, found.items[i]);
    }
    free(known.items);
    return found;
}

void also_print(const desig_list *list, const desig_record *record, int32_t day) {
    found_records found = find_joined(list, record);
    out_table *table = out_table_new("id=28,name=40,source=24,status=34", 0);
    if (found.count > 0) puts("\nAlso on");
    for (size_t i = 0; i < found.count; i++) {
        desig_standing overall;
        desig_status_on(found.items[i], day, &overall, NULL, 0);
        OUT_CELLS(table, found.items[i]->id, party_name(found.items[i]), found.items[i]->source,
                  STATUS_IN_WORDS(&overall));
    }
    out_table_end(table);
    free(found.items);
}
