#include "csv/read_options.h"

#include "base/error.h"
#include "base/struct_size.h"
#include "model/date.h"

static const size_t default_max_field_bytes = (size_t)1 << 20;
static const size_t default_max_row_bytes = (size_t)4 << 20;
static const size_t default_max_columns = 1024;
static const size_t default_max_records = 50000000;

static void resolve(desig_read_options *options) {
    if (options->max_field_bytes == 0) options->max_field_bytes = default_max_field_bytes;
    if (options->max_row_bytes == 0) options->max_row_bytes = default_max_row_bytes;
    if (options->max_row_bytes > SIZE_MAX / 2) options->max_row_bytes = SIZE_MAX / 2;
    if (options->max_columns == 0) options->max_columns = default_max_columns;
    if (options->max_records == 0) options->max_records = default_max_records;
}

/* A quote or a line break cannot separate cells. A byte of a longer character cannot either, because it
 * would split that character. */
desig_result dsg_read_options_take(desig_read_options *options, const desig_read_options *given,
                                   desig_error *error) {
    *options = (desig_read_options){0};
    DSG_STRUCT_TAKE(desig_read_options, options, given);
    resolve(options);
    signed char delimiter = (signed char)options->delimiter;
    if (delimiter < 0 || delimiter == '"' || delimiter == '\n' || delimiter == '\r')
        return dsg_error_set(error, DESIG_E_ARGUMENT, "this delimiter cannot separate cells");
    if ((unsigned)options->encoding > DESIG_ENCODING_LATIN1)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "no encoding has the number %d",
                             (int)options->encoding);
    if (options->map && options->format)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "give a format or a map, not both");
    if (!dsg_date_normalise(&options->as_of))
        return dsg_error_set(error, DESIG_E_ARGUMENT, "as_of is no possible date");
    return DESIG_OK;
}
