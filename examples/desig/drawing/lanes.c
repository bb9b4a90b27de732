#include "drawing/lanes.h"

#include <stdlib.h>
#include <string.h>

#include "io/out.h"
#include "io/party.h"

/* ---- Stretches ---- */

/* The days on which a status of the record may change, in order, after the beginning of time. */
static int32_t *days_of_change(const desig_record *record, size_t *count) {
    const size_t most = desig_status_days(record, NULL, 0);
    int32_t *days = out_resize(NULL, (most + 1) * sizeof *days);
    days[0] = INT32_MIN;
    *count = 1 + desig_status_days(record, days + 1, most);
    return days;
}

static desig_standing standing_on(const desig_record *record, int standing, int32_t day) {
    desig_standing chosen;
    size_t count = 0;
    desig_standing *each = party_standings(record, day, &chosen, &count);
    if ((size_t)standing < count) chosen = each[standing];
    free(each);
    return chosen;
}

/* Nothing is known of what was before a ledger's first copy, whose day may be no more than a month, and
 * nothing happened before the first listing. */
static int is_nothing_yet(const desig_record *record, const stretches *before, const desig_standing *now,
                          int32_t day) {
    if (before->count > 0 || !record->ledger) return 0;
    if (now->status != DESIG_STATUS_UNCERTAIN || !now->decided_by->derived)
        return now->status == DESIG_STATUS_NOT_LISTED;
    return day == INT32_MIN ||
           (now->decided_by->span.first == 1 && day < desig_list_edition(record->ledger, 1)->copied.last);
}

/* The stretches of a record under one of the standings that desig_status_on() gives it (its number there);
 * neighbours differ in status or, unless they are listed, in the action that decided. Those in which nothing
 * is recorded are left out, and so is of a ledger whatever was before the first listing. The listing under a
 * tag that was renamed goes on, though another action decides. */
static stretches stretches_of(const desig_record *record, int standing) {
    stretches all = {0};
    size_t count;
    int32_t *days = days_of_change(record, &count);
    all.items = out_resize(NULL, count * sizeof *all.items);
    for (size_t i = 0; i < count; i++) {
        desig_standing now = standing_on(record, standing, days[i]);
        stretch *before = all.count > 0 ? &all.items[all.count - 1] : NULL;
        int32_t last = i + 1 < count ? days[i + 1] - 1 : INT32_MAX;
        if (now.status == DESIG_STATUS_NOT_RECORDED || is_nothing_yet(record, &all, &now, days[i])) continue;
        if (before && before->last == days[i] - 1 && before->status == now.status &&
            (before->decided_by == now.decided_by || now.status == DESIG_STATUS_LISTED))
            before->last = last;
        else
            all.items[all.count++] = (stretch){days[i], last, now.status, now.decided_by};
    }
    free(days);
    return all;
}

/* ---- Lanes ---- */

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
        free(made.times.items);
        return;
    }
    made.group = group_of(standing);
    OUT_PUSH(all, made);
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
        free(all->items[i].times.items);
        free(all->items[i].group);
    }
    free(all->items);
    *all = (lanes){0};
}
