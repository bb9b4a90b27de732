/* desig_status_days() gives the days on which the answer of desig_status_on() may change. */
#include "model/edition.h"

#include <desig/desig.h>

/* The caller's array while it is filled: `count` goes on when it is full. */
typedef struct day_array {
    int32_t *days;
    size_t capacity;
    size_t count;
} day_array;

static void note(day_array *to, int32_t day) {
    if (to->count < to->capacity) to->days[to->count] = day;
    to->count++;
}

/* A date can change a status on its first possible day and on the day after its last one; on that last day
 * itself, what was possible becomes certain. */
static void note_date(day_array *to, const desig_date *date) {
    if (date->first_precision != DESIG_PRECISION_NONE) note(to, date->first);
    if (date->last_precision == DESIG_PRECISION_NONE) return;
    note(to, date->last);
    if (date->last < INT32_MAX) note(to, date->last + 1);
}

static void note_span(day_array *to, const desig_list *ledger, const desig_span *span) {
    const desig_date began = dsg_span_began(ledger, span);
    const desig_date ended = dsg_span_ended(ledger, span);
    note_date(to, &began);
    note_date(to, &ended);
}

/* ---- Order ---- */

static void sink(int32_t *days, size_t at, size_t count) {
    const int32_t day = days[at];
    for (size_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && days[child + 1] > days[child]) child++;
        if (days[child] <= day) break;
        days[at] = days[child];
    }
    days[at] = day;
}

/* A heap sort: it needs no memory, and no deep stack. */
static void sort(int32_t *days, size_t count) {
    for (size_t i = count / 2; i-- > 0;) sink(days, i, count);
    for (size_t end = count; end-- > 1;) {
        const int32_t greatest = days[0];
        days[0] = days[end];
        days[end] = greatest;
        sink(days, 0, end);
    }
}

static size_t drop_repeated(int32_t *days, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || days[i] != days[kept - 1]) days[kept++] = days[i];
    return kept;
}

size_t desig_status_days(const desig_record *record, int32_t *days, size_t capacity) {
    day_array all = {days, capacity, 0};
    for (uint32_t i = 0; i < record->action_count; i++) {
        const desig_action *action = &record->actions[i];
        note_date(&all, &action->effective);
        note_date(&all, &action->announced);
        if (record->ledger) note_span(&all, record->ledger, &action->span);
    }
    /* Of what was before it, a ledger knows nothing. */
    if (record->ledger) note_date(&all, &desig_list_edition(record->ledger, 1)->copied);
    if (all.count > capacity) return all.count;
    sort(days, all.count);
    return drop_repeated(days, all.count);
}
