/* The options of a read, with every default resolved, and what any CSV shares of them. */
#ifndef DSG_CSV_READ_OPTIONS_H
#define DSG_CSV_READ_OPTIONS_H

#include <desig/desig.h>

/* Put the default limit where the caller gives 0. */
void dsg_resolve_row_limits(size_t *field_bytes, size_t *row_bytes, size_t *columns);

/* DESIG_E_ARGUMENT if this delimiter (0: to be recognised) cannot separate cells, or no such encoding is
 * known. */
desig_result dsg_check_cells(char delimiter, desig_encoding encoding, desig_error *error);

/* Take the caller's options, NULL for none. DESIG_E_ARGUMENT for values out of their range. */
desig_result dsg_read_options_take(desig_read_options *options, const desig_read_options *given,
                                   desig_error *error);

#endif
