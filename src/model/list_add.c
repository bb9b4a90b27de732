/* Records that are added to a list: a caller's, or those of another list. */
#include "base/error.h"
#include "base/memory.h"
#include "model/list.h"
#include "model/record_copy.h"

desig_result desig_list_add(desig_list *list, const desig_record *record, desig_error *error) {
    dsg_record_copier copier;
    if (!list) return dsg_error_plain(error, DESIG_E_ARGUMENT);
    if (dsg_list_must_be_plain(list, error) != DESIG_OK) return DESIG_E_ARGUMENT;
    if (record && desig_list_get(list, record->id))
        return dsg_error_set(error, DESIG_E_EXISTS, "the list has a record %s already", record->id);
    dsg_record_copier_open(&copier, &list->allocator, &list->arena);
    copier.result = dsg_list_reserve(list, 1);
    const desig_record *added = copier.result == DESIG_OK ? dsg_record_copy_given(&copier, record) : NULL;
    dsg_record_copier_close(&copier);
    if (copier.wrong)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "%s%s%s", record && record->id ? record->id : "",
                             record && record->id ? ": " : "", copier.wrong);
    if (!added) return dsg_error_plain(error, copier.result);
    dsg_list_put(list, added);
    return DESIG_OK;
}

/* Put copies in place: new ones at the end, the others where the old record of their id stood. */
static void put_copies(desig_list *into, const desig_record *const *copies, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const size_t position = dsg_list_position(into, copies[i]->id);
        if (position == DSG_NO_POSITION)
            dsg_list_put(into, copies[i]);
        else
            dsg_list_replace(into, position, copies[i]);
    }
}

desig_result desig_list_merge(desig_list *into, const desig_list *from, desig_error *error) {
    dsg_record_copier copier;
    if (!into || !from || into == from) return dsg_error_plain(error, DESIG_E_ARGUMENT);
    if (dsg_list_must_be_plain(into, error) != DESIG_OK) return DESIG_E_ARGUMENT;
    if (from->edition_count > 0)
        return dsg_error_set(error, DESIG_E_ARGUMENT,
                             "a ledger cannot be merged: take the list that it says was published on a day");
    if (from->count == 0) return DESIG_OK;
    const desig_record **copies = dsg_alloc(&into->allocator, from->count * sizeof *copies);
    if (!copies) return dsg_error_plain(error, DESIG_E_NOMEM);
    dsg_record_copier_open(&copier, &into->allocator, &into->arena);
    copier.result = dsg_list_reserve(into, from->count);
    for (size_t i = 0; copier.result == DESIG_OK && i < from->count; i++) {
        const desig_record *old = desig_list_get(into, from->records[i]->id);
        copier.number = i;
        copies[i] = old ? dsg_record_copy(&copier, old, from->records[i])
                        : dsg_record_copy(&copier, from->records[i], NULL);
    }
    if (copier.result == DESIG_OK) {
        put_copies(into, copies, from->count);
        dsg_list_saw(into, &from->as_of);
        dsg_list_observe(into, from->observed);
    }
    dsg_record_copier_close(&copier);
    dsg_release(&into->allocator, copies, from->count * sizeof *copies);
    return copier.result == DESIG_OK ? DESIG_OK : dsg_error_plain(error, copier.result);
}
