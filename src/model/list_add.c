/* desig_list_add() copies a caller's record into a list. */
#include "base/error.h"
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
