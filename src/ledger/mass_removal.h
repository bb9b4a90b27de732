/* Mass removal: so many records vanish at once that the edition is probably incomplete, by a fault of the
 * publisher or of the copy. */
#ifndef DSG_LEDGER_MASS_REMOVAL_H
#define DSG_LEDGER_MASS_REMOVAL_H

#include "ledger/edition_changes.h"

/* DESIG_OK; DESIG_E_DOUBTFUL, with the reason; DESIG_E_NOMEM. The file is looked at as a whole, and so is
 * each list in it: the US Consolidated Screening List puts a dozen into one file, and one that is missing
 * must not hide among the others. */
desig_result dsg_refuse_mass_removal(const dsg_edition_changes *changes, desig_error *error);

#endif
