#include "diff/same_as.h"

#include "base/memory.h"
#include "base/sort.h"
#include "base/table.h"

#include <string.h>

/* A record, and its place in the tree of the records that it is joined to. */
typedef struct node {
    const desig_record *record;
    struct node *parent; /* itself: the root */
    int after;           /* of the second list */
    int paired;          /* by its id */
} node;

/* An id or a target, and a node that has it. */
typedef struct key {
    const char *text;
    node *holder;
} key;

typedef struct joining {
    const desig_allocator *allocator;
    node *nodes;
    const void **order; /* the nodes, and as much scratch */
    size_t count;
    key *keys;
    size_t key_count;
    dsg_table by_text; /* keys */
    dsg_pair_taker take;
    void *context;
} joining;

/* ---- Joining ---- */

static int is_same_as(const desig_link *link) {
    return link->type && strcmp(link->type, "same-as") == 0 && link->stance != DESIG_STANCE_DISPUTED;
}

static size_t keys_of(const desig_list *list) {
    const desig_record *record;
    size_t count = desig_list_count(list);
    for (size_t i = 0; (record = desig_list_at(list, i)) != NULL; i++) count += record->link_count;
    return count;
}

static node *root_of(node *of) {
    while (of->parent != of) {
        of->parent = of->parent->parent;
        of = of->parent;
    }
    return of;
}

static void join(joining *all, node *one, const char *text) {
    uint32_t hash = dsg_table_hash(&all->by_text, text, strlen(text)), item;
    size_t at = hash;
    while ((item = dsg_table_seek(&all->by_text, hash, &at)) != DSG_TABLE_END)
        if (strcmp(all->keys[item].text, text) == 0) break;
    if (item != DSG_TABLE_END) {
        root_of(one)->parent = root_of(all->keys[item].holder);
        return;
    }
    dsg_table_put(&all->by_text, hash, (uint32_t)all->key_count);
    all->keys[all->key_count++] = (key){text, one};
}

static void add_nodes(joining *all, const desig_list *list, int after) {
    const desig_record *record;
    for (size_t i = 0; (record = desig_list_at(list, i)) != NULL; i++) {
        node *added = &all->nodes[all->count];
        *added = (node){.record = record, .parent = added, .after = after};
        all->order[all->count++] = added;
        join(all, added, record->id);
        for (uint32_t l = 0; l < record->link_count; l++)
            if (is_same_as(&record->links[l])) join(all, added, record->links[l].target);
    }
}

/* ---- Telling ---- */

/* The joined side by side, by id, the first list's first. */
static int compare_nodes(const void *context, const void *a, const void *b) {
    const node *node_a = a, *node_b = b;
    int order;
    (void)context;
    if (node_a->parent != node_b->parent) return node_a->parent < node_b->parent ? -1 : 1;
    order = strcmp(node_a->record->id, node_b->record->id);
    return order != 0 ? order : node_a->after - node_b->after;
}

static node *node_at(const void *const *nodes, size_t position) {
    return (node *)nodes[position];
}

static desig_result tell(const joining *all, const node *before, const node *after, desig_change_type type) {
    return all->take(all->context, !before ? NULL : before->record, !after ? NULL : after->record, type);
}

static desig_result tell_ids(const joining *all, const void *const *run, size_t count) {
    desig_result result = DESIG_OK;
    for (size_t i = 0; result == DESIG_OK && i + 1 < count; i++) {
        if (strcmp(node_at(run, i)->record->id, node_at(run, i + 1)->record->id) != 0) continue;
        node_at(run, i)->paired = node_at(run, i + 1)->paired = 1;
        result = tell(all, node_at(run, i), node_at(run, i + 1), DESIG_CHANGE_CHANGED);
    }
    return result;
}

/* Tell a record of the joined that has no partner by its id. */
static desig_result tell_rest(const joining *all, const node *one, const node *first_before,
                              const node *first_after, int *first_told) {
    const node *other = one->after ? first_before : first_after;
    if (!other)
        return one->after ? tell(all, NULL, one, DESIG_CHANGE_ADDED)
                          : tell(all, one, NULL, DESIG_CHANGE_REMOVED);
    if (!one->after) {
        *first_told = 1;
        return tell(all, one, first_after, DESIG_CHANGE_AMBIGUOUS);
    }
    return one == first_after && *first_told ? DESIG_OK
                                             : tell(all, first_before, one, DESIG_CHANGE_AMBIGUOUS);
}

static desig_result tell_run(const joining *all, const void *const *run, size_t count) {
    const node *first[2] = {NULL, NULL};
    size_t counts[2] = {0, 0};
    int first_told = 0;
    desig_result result;
    for (size_t i = 0; i < count; i++)
        if (counts[node_at(run, i)->after]++ == 0) first[node_at(run, i)->after] = node_at(run, i);
    if (counts[0] == 1 && counts[1] == 1) return tell(all, first[0], first[1], DESIG_CHANGE_CHANGED);
    result = tell_ids(all, run, count);
    for (int after = 0; after < 2; after++)
        for (size_t i = 0; result == DESIG_OK && i < count; i++)
            if (node_at(run, i)->after == after && !node_at(run, i)->paired)
                result = tell_rest(all, node_at(run, i), first[0], first[1], &first_told);
    return result;
}

static desig_result tell_all(joining *all) {
    desig_result result = DESIG_OK;
    size_t end;
    for (size_t i = 0; i < all->count; i++) all->nodes[i].parent = root_of(&all->nodes[i]);
    dsg_sort(all->order, all->order + all->count, all->count, compare_nodes, NULL);
    for (size_t start = 0; result == DESIG_OK && start < all->count; start = end) {
        for (end = start + 1;
             end < all->count && node_at(all->order, end)->parent == node_at(all->order, start)->parent;)
            end++;
        result = tell_run(all, all->order + start, end - start);
    }
    return result;
}

desig_result dsg_pair_by_same_as(const desig_allocator *allocator, const desig_list *before,
                                 const desig_list *after, dsg_pair_taker take, void *context) {
    const size_t count = desig_list_count(before) + desig_list_count(after);
    const size_t key_count = keys_of(before) + keys_of(after);
    joining all = {.allocator = allocator, .take = take, .context = context};
    desig_result result = DESIG_E_NOMEM;
    if (count == 0) return DESIG_OK;
    dsg_table_init(&all.by_text, allocator);
    all.nodes = dsg_alloc(allocator, count * sizeof *all.nodes);
    if (all.nodes) all.order = dsg_alloc(allocator, 2 * count * sizeof *all.order);
    if (all.order) all.keys = dsg_alloc(allocator, key_count * sizeof *all.keys);
    if (all.keys && dsg_table_reserve(&all.by_text, key_count) == DESIG_OK) {
        add_nodes(&all, before, 0);
        add_nodes(&all, after, 1);
        result = tell_all(&all);
    }
    dsg_table_free(&all.by_text);
    dsg_release(allocator, all.keys, key_count * sizeof *all.keys);
    dsg_release(allocator, all.order, 2 * count * sizeof *all.order);
    dsg_release(allocator, all.nodes, count * sizeof *all.nodes);
    return result;
}
