/* What a difference of two parts is about. */
#ifndef DSG_HISTORY_PART_CLASS_H
#define DSG_HISTORY_PART_CLASS_H

#include "history/units.h"

/* The class of a unit, or of what became of it. */
desig_part_class dsg_part_class_of(const dsg_unit *unit);

#endif
