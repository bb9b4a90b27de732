#include "model/draft_editions.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/sort.h"
#include "model/edition.h"
#include "model/list.h"
#include "model/record.h"

static int compare_editions(const void *context, const void *a, const void *b) {
    const dsg_draft_file *file_a = a, *file_b = b;
    (void)context;
    return (file_a->edition > file_b->edition) - (file_a->edition < file_b->edition);
}

static int follows(const desig_list *list, const desig_edition *edition) {
    const desig_edition *before = desig_list_edition(list, list->edition_count);
    return !before || desig_date_before(&before->copied, &edition->copied) == DESIG_YES;
}

static desig_result put_edition(desig_list *list, dsg_arena *arena, const dsg_draft_file *const *files,
                                size_t count) {
    desig_edition *edition = dsg_arena_take(arena, sizeof *edition);
    desig_edition_file *own = dsg_arena_take(arena, count * sizeof *own);
    desig_result result = dsg_list_reserve_editions(list, 1);
    if (!edition || !own) return DESIG_E_NOMEM;
    if (result != DESIG_OK) return result;
    *edition = (desig_edition){
        .size = sizeof *edition, .copied = files[0]->copied, .published = files[0]->published, .files = own};
    for (size_t i = 0; i < count; i++) {
        if (files[i]->file.companion >= DSG_FILE_LEDGER) return DESIG_E_FORMAT;
        own[edition->file_count++] = files[i]->file;
        edition->observed |= UINT32_C(1) << files[i]->file.companion;
    }
    if (files[0]->edition != list->edition_count + 1 || !follows(list, edition)) return DESIG_E_FORMAT;
    dsg_list_put_edition(list, edition);
    return DESIG_OK;
}

static desig_result put_in_order(desig_list *list, dsg_arena *arena, const dsg_draft_file *const *files,
                                 size_t count, desig_error *error) {
    size_t from = 0, to;
    desig_result result = DESIG_OK;
    for (; result == DESIG_OK && from < count; from = to) {
        to = from;
        while (to < count && files[to]->edition == files[from]->edition) to++;
        result = put_edition(list, arena, files + from, to - from);
        if (result == DESIG_E_FORMAT)
            return dsg_error_set(
                error, result,
                "edition %u of the ledger is not the next one, or not copied after the one before",
                (unsigned)files[from]->edition);
    }
    return result == DESIG_OK ? DESIG_OK : dsg_error_plain(error, result);
}

desig_result dsg_draft_put_editions(desig_list *list, dsg_arena *arena, const dsg_draft_file *files,
                                    size_t count, desig_error *error) {
    const void **sorted;
    desig_result result;
    if (count == 0) return DESIG_OK;
    sorted = dsg_alloc(&list->allocator, 2 * count * sizeof(*sorted));
    if (!sorted) return dsg_error_plain(error, DESIG_E_NOMEM);
    for (size_t i = 0; i < count; i++) sorted[i] = &files[i];
    dsg_sort(sorted, sorted + count, count, compare_editions, NULL);
    result = put_in_order(list, arena, (const dsg_draft_file *const *)sorted, count, error);
    dsg_release(&list->allocator, sorted, 2 * count * sizeof(*sorted));
    return result;
}

static int fits(const desig_list *ledger, const desig_span *span) {
    return span->first >= 1 && span->first <= ledger->edition_count &&
           (span->last == 0 || (span->last >= span->first && span->last <= ledger->edition_count)) &&
           span->file <= DSG_FILE_LEDGER;
}

desig_result dsg_draft_check_spans(const desig_list *ledger, const desig_record *record, desig_error *error) {
    enum dsg_part_kind part;
    uint32_t count;
    if (record->presence_count == 0)
        return dsg_error_set(error, DESIG_E_FORMAT, "%s stood in no edition of the ledger", record->id);
    for (part = DSG_PART_NAME; part < DSG_PART_LEDGER_KINDS; part++) {
        const char *parts = dsg_record_parts(record, part, &count);
        for (uint32_t i = 0; i < count; i++) {
            if (!fits(ledger, dsg_part_span_of(part, parts + i * dsg_part_size(part))))
                return dsg_error_set(error, DESIG_E_FORMAT, "%s: a part stood in editions that are not there",
                                     record->id);
        }
    }
    return DESIG_OK;
}
