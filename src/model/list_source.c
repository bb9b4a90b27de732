#include "model/list_source.h"

#include "base/memory.h"
#include "model/date.h"
#include "model/edition.h"
#include "model/list.h"

desig_result dsg_list_reserve_sources(desig_list *list, size_t more) {
    const size_t wanted = list->source_count + more;
    const size_t capacity = wanted > list->source_capacity * 2 ? wanted : list->source_capacity * 2;
    if (wanted <= list->source_capacity) return DESIG_OK;
    void *sources = list->allocator.resize(list->allocator.context, list->sources,
                                           list->source_capacity * sizeof(*list->sources),
                                           capacity * sizeof(*list->sources));
    if (!sources) return DESIG_E_NOMEM;
    list->sources = sources;
    list->source_capacity = capacity;
    return DESIG_OK;
}

void dsg_list_put_source(desig_list *list, dsg_list_source *source) {
    list->sources[list->source_count++] = source;
    list->observed |= source->observed;
}

dsg_list_source *const *dsg_list_sources(const desig_list *list, size_t *count) {
    *count = list->source_count;
    return list->sources;
}

const desig_list_source *desig_list_source_at(const desig_list *list, size_t position) {
    return position < list->source_count ? &list->sources[position]->about : NULL;
}

int dsg_list_observed(const desig_list *list, unsigned file) {
    return list->observed == 0 || file >= DSG_FILE_LEDGER || (list->observed >> file & 1) != 0;
}

/* ---- Days ---- */

desig_date desig_list_as_of(const desig_list *list) {
    return list->as_of;
}

void dsg_list_saw(desig_list *list, const desig_date *as_of) {
    if (as_of->last_precision == DESIG_PRECISION_NONE) return;
    if (list->as_of.last_precision == DESIG_PRECISION_NONE || as_of->last > list->as_of.last)
        list->as_of = *as_of;
}

/* Since when a party that stands on the list may have stood there: what is known besides the list's day
 * stays. */
static desig_date listed_by(const desig_date *before, const desig_date *old_day, const desig_date *day) {
    desig_date date = *before;
    if (date.first_precision == DESIG_PRECISION_NONE || date.first > day->last) return dsg_date_up_to(day);
    if (date.last > day->last ||
        (old_day->last_precision != DESIG_PRECISION_NONE && date.last == old_day->last))
        date.last_precision = DESIG_PRECISION_NONE;
    dsg_date_end_by(&date, day);
    return date;
}

desig_result desig_list_set_as_of(desig_list *list, const desig_date *as_of) {
    if (!list || !as_of || list->edition_count > 0) return DESIG_E_ARGUMENT;
    desig_date day = *as_of;
    if (!dsg_date_normalise(&day)) return DESIG_E_ARGUMENT;
    const desig_date old_day = list->as_of;
    list->as_of = day;
    for (size_t i = 0; i < list->source_count; i++) list->sources[i]->about.as_of = day;
    for (size_t i = 0; i < list->count; i++) {
        const desig_record *record = list->records[i];
        desig_action *actions = (desig_action *)(uintptr_t)record->actions; /* in the list's own arena */
        for (uint32_t a = 0; a < record->action_count; a++)
            if (actions[a].derived) actions[a].effective = listed_by(&actions[a].effective, &old_day, &day);
    }
    return DESIG_OK;
}

/* Whether a day is surely, surely not, or perhaps more than `days` days before `today`. */
static desig_answer is_older(const desig_date *day, int32_t today, int32_t days) {
    if (day->last_precision != DESIG_PRECISION_NONE && (int64_t)today - day->last > days) return DESIG_YES;
    if (day->first_precision != DESIG_PRECISION_NONE && (int64_t)today - day->first <= days) return DESIG_NO;
    return DESIG_CANNOT_BE_KNOWN;
}

desig_answer desig_list_is_stale(const desig_list *list, int32_t today, int32_t days) {
    const desig_edition *newest = desig_list_edition(list, list->edition_count);
    if (newest) return is_older(&newest->copied, today, days);
    if (list->source_count == 0) return is_older(&list->as_of, today, days);
    desig_answer answer = DESIG_NO;
    for (size_t i = 0; i < list->source_count && answer != DESIG_YES; i++) {
        const desig_answer one = is_older(&list->sources[i]->about.as_of, today, days);
        if (one != DESIG_NO) answer = one;
    }
    return answer;
}
