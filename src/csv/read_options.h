/* The options of a read, with every default resolved. */
#ifndef DSG_CSV_READ_OPTIONS_H
#define DSG_CSV_READ_OPTIONS_H

#include <desig/desig.h>

/* Take the caller's options, NULL for none. DESIG_E_ARGUMENT for values out of their range. */
desig_result dsg_read_options_take(desig_read_options *options, const desig_read_options *given,
                                   desig_error *error);

#endif
