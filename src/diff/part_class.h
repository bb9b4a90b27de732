/* What a difference of two parts is about. */
#ifndef DSG_DIFF_PART_CLASS_H
#define DSG_DIFF_PART_CLASS_H

#include "diff/comparable.h"

/* The class of a comparable, or of what became of it. */
desig_part_class dsg_part_class_of(const dsg_comparable *comparable);

#endif
