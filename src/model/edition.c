#include "model/edition.h"

#include "base/memory.h"
#include "model/list.h"

#include <string.h>

size_t desig_list_edition_count(const desig_list *list) {
    return list->edition_count;
}

const desig_edition *desig_list_edition(const desig_list *list, size_t edition) {
    return edition >= 1 && edition <= list->edition_count ? list->editions[edition - 1] : NULL;
}

desig_result dsg_list_reserve_editions(desig_list *list, size_t more) {
    const size_t wanted = list->edition_count + more;
    const size_t capacity = wanted > list->edition_capacity * 2 ? wanted : list->edition_capacity * 2;
    if (wanted > DSG_MOST_EDITIONS) return DESIG_E_LIMIT;
    if (wanted <= list->edition_capacity) return DESIG_OK;
    void *editions = list->allocator.resize(list->allocator.context, list->editions,
                                            list->edition_capacity * sizeof(*list->editions),
                                            capacity * sizeof(*list->editions));
    if (!editions) return DESIG_E_NOMEM;
    list->editions = editions;
    list->edition_capacity = capacity;
    return DESIG_OK;
}

void dsg_list_put_edition(desig_list *list, const desig_edition *edition) {
    list->editions[list->edition_count++] = edition;
    for (unsigned file = 0; file < DSG_FILE_LEDGER; file++) {
        if (!(edition->observed >> file & 1)) continue;
        list->newest_copy[file] = (uint16_t)list->edition_count;
        if (list->first_copy[file] == 0) list->first_copy[file] = (uint16_t)list->edition_count;
    }
}

void dsg_list_drop_editions(desig_list *list) {
    list->edition_count = 0;
    memset(list->first_copy, 0, sizeof list->first_copy);
    memset(list->newest_copy, 0, sizeof list->newest_copy);
}

/* ---- Editions by day ---- */

size_t desig_list_edition_on(const desig_list *ledger, int32_t day) {
    size_t from = 0, to = ledger->edition_count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (ledger->editions[middle]->copied.last <= day)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

int dsg_edition_observed(const desig_list *ledger, size_t edition, unsigned file) {
    return edition >= 1 && edition <= ledger->edition_count && file < DSG_FILE_LEDGER &&
           (ledger->editions[edition - 1]->observed >> file & 1) != 0;
}

size_t dsg_edition_before(const desig_list *ledger, size_t edition, unsigned file) {
    if (file >= DSG_FILE_LEDGER || edition > ledger->edition_count + 1) return 0;
    if (edition <= ledger->first_copy[file]) return 0;
    if (edition > ledger->newest_copy[file]) return ledger->newest_copy[file];
    while (edition > 0 && !dsg_edition_observed(ledger, --edition, file)) {
    }
    return edition;
}

size_t dsg_edition_after(const desig_list *ledger, size_t edition, unsigned file) {
    if (file >= DSG_FILE_LEDGER || edition >= ledger->newest_copy[file]) return 0;
    while (++edition <= ledger->edition_count) {
        if (dsg_edition_observed(ledger, edition, file)) return edition;
    }
    return 0;
}

/* ---- Spans ---- */

int desig_list_stands(const desig_list *ledger, const desig_span *span, size_t edition) {
    return span->first <= edition && (span->last == 0 || edition <= span->last) &&
           dsg_edition_observed(ledger, edition, span->file);
}

desig_date dsg_between_copies(const desig_edition *one, const desig_edition *other) {
    desig_date date = {0};
    if (one) {
        date.first = one->copied.first;
        date.first_precision = one->copied.first_precision;
        date.first_approximate = one->copied.first_approximate;
    }
    if (other) {
        date.last = other->copied.last;
        date.last_precision = other->copied.last_precision;
        date.last_approximate = other->copied.last_approximate;
    }
    return date;
}

static desig_date between(const desig_list *ledger, size_t one, size_t other) {
    return dsg_between_copies(desig_list_edition(ledger, one), desig_list_edition(ledger, other));
}

desig_date dsg_span_began(const desig_list *ledger, const desig_span *span) {
    return between(ledger, dsg_edition_before(ledger, span->first, span->file), span->first);
}

desig_date dsg_span_ended(const desig_list *ledger, const desig_span *span) {
    size_t after = span->last == 0 ? 0 : dsg_edition_after(ledger, span->last, span->file);
    return after == 0 ? (desig_date){0} : between(ledger, span->last, after);
}
