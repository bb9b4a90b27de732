#include "ledger/edition_changes.h"

#include "base/callbacks.h"
#include "base/memory.h"
#include "model/list.h"

#include <string.h>

void dsg_edition_changes_open(dsg_edition_changes *changes, const desig_list *ledger, const desig_list *list,
                              const dsg_edition_rows *rows, const desig_callbacks *callbacks) {
    *changes = (dsg_edition_changes){.ledger = ledger,
                                     .list = list,
                                     .rows = rows,
                                     .callbacks = callbacks,
                                     .report = {.size = sizeof changes->report},
                                     .ledger_count = desig_list_count(ledger)};
}

void dsg_edition_changes_close(dsg_edition_changes *changes) {
    if (!changes->ledger) return;
    const desig_allocator *allocator = dsg_list_allocator(changes->ledger);
    dsg_release(allocator, changes->items, changes->capacity * sizeof *changes->items);
    if (changes->in_edition) dsg_record_spans_close(&changes->spans);
    dsg_release(allocator, changes->in_edition, changes->ledger_count + 1);
}

/* ---- Findings ---- */

static void tell(dsg_edition_changes *changes, desig_severity severity, const char *check, const char *id,
                 const char *message) {
    desig_diagnostic finding = {.size = sizeof finding,
                                .severity = severity,
                                .check = check,
                                .file = changes->edition->files[0].name,
                                .id = id,
                                .message = message};
    if (severity == DESIG_SEVERITY_NOTE) changes->notes++;
    if (severity == DESIG_SEVERITY_WARNING) changes->warnings++;
    dsg_callbacks_diagnose(changes->callbacks, &finding);
}

static int has_name(const desig_record *record, const char *text) {
    for (uint32_t i = 0; i < record->name_count; i++) {
        if (strcmp(record->names[i].text, text) == 0) return 1;
    }
    return 0;
}

/* Of another kind, where both are known, and with none of the names that it ever had. */
static int is_another_party(const desig_record *old, const desig_record *now) {
    if (old->kind == now->kind || old->kind == DESIG_KIND_UNKNOWN || now->kind == DESIG_KIND_UNKNOWN)
        return 0;
    if (old->name_count == 0 || now->name_count == 0) return 0;
    for (uint32_t i = 0; i < now->name_count; i++) {
        if (has_name(old, now->names[i].text)) return 0;
    }
    return 1;
}

/* ---- Changes ---- */

static desig_result append(dsg_edition_changes *changes, dsg_record_change change) {
    dsg_record_change *items = dsg_grow(dsg_list_allocator(changes->ledger), changes->items, sizeof *items,
                                        changes->count, &changes->capacity);
    if (!items) return DESIG_E_NOMEM;
    changes->items = items;
    items[changes->count++] = change;
    return DESIG_OK;
}

static void count_change(desig_edition_report *report, const desig_record *old, const desig_record *made) {
    int was = old && dsg_record_is_present(old), is = dsg_record_is_present(made);
    if (!old)
        report->added++;
    else if (!was && is)
        report->returned++;
    else if (was && !is)
        report->vanished++;
    else if (was && is)
        report->changed++;
}

static desig_result take_record(dsg_edition_changes *changes, size_t position, const desig_record *now,
                                const desig_link *successor) {
    const desig_record *old = desig_list_at(changes->ledger, position);
    desig_record *made;
    desig_result result = dsg_record_spans_apply(&changes->spans, old, now, successor, &made);
    if (result != DESIG_OK || !made) return result;
    count_change(&changes->report, old, made);
    return append(changes, (dsg_record_change){position, old, made});
}

static desig_result take_present(dsg_edition_changes *changes, const desig_record *now) {
    size_t position = dsg_list_position(changes->ledger, now->id);
    const desig_record *old = desig_list_at(changes->ledger, position);
    if (old) changes->in_edition[position] = 1;
    if (old && is_another_party(old, now))
        tell(changes, DESIG_SEVERITY_WARNING, "id-reused", now->id,
             "the id had another name and kind before; it may be another party's now");
    return take_record(changes, position, now, NULL);
}

/* A record of which the edition does not speak. If it vanishes, another may have taken its place. */
static desig_result take_missing(dsg_edition_changes *changes, size_t position) {
    const desig_record *old = desig_list_at(changes->ledger, position);
    const desig_record *successor =
        dsg_record_is_present(old) ? dsg_successor_of(&changes->successors, old) : NULL;
    desig_link link = {.type = "replaced-by",
                       .target = successor ? successor->id : NULL,
                       .justification =
                           "of the same name and kind, and new in the edition in which this record "
                           "was missing for the first time"};
    uint64_t vanished = changes->report.vanished;
    desig_result result = take_record(changes, position, NULL, successor ? &link : NULL);
    if (result == DESIG_OK && successor && changes->report.vanished > vanished)
        tell(changes, DESIG_SEVERITY_NOTE, "replaced-by", old->id, successor->id);
    return result;
}

static desig_result take_all(dsg_edition_changes *changes) {
    desig_result result = DESIG_OK;
    for (size_t i = 0; result == DESIG_OK && i < desig_list_count(changes->list); i++)
        result = take_present(changes, desig_list_at(changes->list, i));
    for (size_t i = 0; result == DESIG_OK && i < changes->ledger_count; i++) {
        if (dsg_edition_rows_are_same(changes->rows, i))
            changes->report.records++;
        else if (!changes->in_edition[i])
            result = take_missing(changes, i);
    }
    changes->report.records += desig_list_count(changes->list);
    return result;
}

desig_result dsg_edition_changes_find(dsg_edition_changes *changes, const desig_edition *edition,
                                      dsg_arena *arena) {
    changes->edition = edition;
    changes->in_edition = dsg_alloc(dsg_list_allocator(changes->ledger), changes->ledger_count + 1);
    if (!changes->in_edition) return DESIG_E_NOMEM;
    memset(changes->in_edition, 0, changes->ledger_count + 1);
    dsg_record_spans_open(&changes->spans, changes->ledger, edition, arena);
    desig_result result = dsg_successors_open(&changes->successors, changes->ledger, changes->list);
    if (result == DESIG_OK) result = take_all(changes);
    dsg_successors_close(&changes->successors);
    return result;
}
