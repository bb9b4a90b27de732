/* Names that are several: what publishers pack into one cell. */
#ifndef DSG_CSV_PACKED_NAMES_H
#define DSG_CSV_PACKED_NAMES_H

#include "csv/cells.h"

#include <desig/desig.h>

/* A name within a name. `type` is DESIG_NAME_PRIMARY where it is of the type of the whole. */
typedef desig_result (*dsg_packed_take)(void *context, dsg_piece name, desig_name_type type);

/* Walk along the names of which a text is made up: `X (a.k.a. Y; Z)`, `X, formerly Y`, `X / Y`, `X; and any
 * successor, sub-unit, or subsidiary thereof`; and the text without HTML's signs and tags. The text itself is
 * not among them: of a plain name there are none. */
desig_result dsg_packed_names(const char *text, dsg_packed_take take, void *context);

#endif
