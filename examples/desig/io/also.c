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

static int compare_texts(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int is_same_as(const desig_link *link) {
    return link->type && strcmp(link->type, "same-as") == 0 && link->stance != DESIG_STANCE_DISPUTED;
}

static void add_id(known_ids *known, const char *id) {
    if (known->count == known->room) {
        known->room = known->room * 2 + 16;
        known->items = out_resize(known->items, known->room * sizeof *known->items);
    }
    known->items[known->count++] = id;
}

static void add_record(known_ids *known, const desig_record *record) {
    add_id(known, record->id);
    for (uint32_t i = 0; i < record->link_count; i++)
        if (is_same_as(&record->links[i])) add_id(known, record->links[i].target);
}

static int is_known(const known_ids *known, const char *id) {
    return bsearch(&id, known->items, known->count, sizeof *known->items, compare_texts) != NULL;
}

static int is_joined(const known_ids *known, const desig_record *record) {
    if (is_known(known, record->id)) return 1;
    for (uint32_t i = 0; i < record->link_count; i++)
        if (is_same_as(&record->links[i]) && is_known(known, record->links[i].target)) return 1;
    return 0;
}

/* All that are joined to the record by what is known, in the order of the list. */
static size_t find_joined(known_ids *known, const desig_list *list, const desig_record *record,
                          const desig_record ***found) {
    const desig_record *other;
    size_t count = 0;
    size_t room = 0;
    qsort(known->items, known->count, sizeof *known->items, compare_texts);
    for (size_t i = 0; (other = desig_list_at(list, i)) != NULL; i++) {
        if (other == record || !is_joined(known, other)) continue;
        if (count == room) {
            room = room * 2 + 16;
            *found = out_resize(*found, room * sizeof **found);
        }
        (*found)[count++] = other;
    }
    return count;
}

const desig_record **also_find(const desig_list *list, const desig_record *record, size_t *count) {
    known_ids known = {0};
    const desig_record **found = NULL;
    *count = 0;
    add_record(&known, record);
    for (int step = 0; step < STEPS; step++) {
        const size_t before = *count;
        free(found);
        found = NULL;
        *count = find_joined(&known, list, record, &found);
        if (*count == before) break;
        for (size_t i = 0; i < *count; i++) add_record(&known, found[i]);
    }
    free(known.items);
    return found;
}

void also_print(const desig_list *list, const desig_record *record, int32_t day) {
    size_t count = 0;
    const desig_record **found = also_find(list, record, &count);
    out_table *table = out_table_new("id=28,name=40,source=24,status=34", 0);
    if (count > 0) puts("\nAlso on");
    for (size_t i = 0; i < count; i++) {
        desig_standing overall;
        desig_status_on(found[i], day, &overall, NULL, 0);
        OUT_CELLS(table, found[i]->id, party_name(found[i]), found[i]->source, STATUS_IN_WORDS(&overall));
    }
    out_table_end(table);
    free(found);
}
