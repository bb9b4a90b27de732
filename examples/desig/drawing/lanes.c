#include "drawing/lanes.h"

#include <stdlib.h>
#include <string.h>

#include "io/out.h"
#include "io/parts.h"
#include "io/party.h"

static int is_wanted(const lanes_filter *filter, const desig_standing *standing) {
    desig_action as_if = {
        .authority = standing->authority, .list = standing->list, .program = standing->program};
    return action_is_of(&as_if, filter->authority, filter->list, filter->program);
}

static char *group_of(const desig_standing *standing) {
    out_string name = {0};
    if (standing->authority) out_join(&name, ", ", standing->authority);
    if (standing->list) out_join(&name, ", ", standing->list);
    if (standing->program && !(standing->list && strcmp(standing->list, standing->program) == 0))
        out_join(&name, ", ", standing->program);
    if (!name.text) out_append(&name, "authority not stated");
    return name.text;
}

static void add_lane(lanes *all, const lanes_filter *filter, const desig_record *record,
                     const desig_standing *standing, int number) {
    lane made = {.record = record, .order = all->count, .times = stretches_of(record, number)};
    if (made.times.count == 0 || made.times.items[0].first > filter->day) {
        stretches_free(&made.times);
        return;
    }
    made.group = group_of(standing);
    if (all->count == all->room) {
        all->room = all->room * 2 + 64;
        all->items = out_resize(all->items, all->room * sizeof *all->items);
    }
    all->items[all->count++] = made;
}

lanes lanes_of(const desig_list *list, const lanes_filter *filter, size_t most) {
    lanes all = {0};
    const desig_record *record;
    for (size_t at = 0; (record = desig_list_at(list, at)) != NULL && all.count <= most; at++) {
        desig_standing overall;
        size_t count;
        desig_standing *each = party_standings(record, filter->day, &overall, &count);
        for (size_t i = 0; i < count && all.count <= most; i++)
            if (is_wanted(filter, &each[i])) add_lane(&all, filter, record, &each[i], (int)i);
        free(each);
    }
    return all;
}

static int compare_lanes(const void *a, const void *b) {
    const lane *left = a;
    const lane *right = b;
    int order = strcmp(left->group, right->group);
    if (order != 0) return order;
    if (left->times.items[0].first != right->times.items[0].first)
        return left->times.items[0].first < right->times.items[0].first ? -1 : 1;
    return (left->order > right->order) - (left->order < right->order);
}

void lanes_sort(lanes *all) {
    if (all->count > 0) qsort(all->items, all->count, sizeof *all->items, compare_lanes);
}

void lanes_free(lanes *all) {
    for (size_t i = 0; i < all->count; i++) {
        stretches_free(&all->items[i].times);
        free(all->items[i].group);
    }
    free(all->items);
    *all = (lanes){0};
}
