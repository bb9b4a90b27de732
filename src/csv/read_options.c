#include "csv/read_options.h"

#include "base/error.h"
#include "base/struct_size.h"
#include "model/date.h"

static const size_t default_max_field_bytes = (size_t)1 << 20;
static const size_t default_max_row_bytes = (size_t)4 << 20;
static const size_t default_max_columns = 1024;
static const size_t default_max_records = 50000000;

void dsg_resolve_row_limits(size_t *field_bytes, size_t *row_bytes, size_t *columns) {
    if (*field_bytes == 0) *field_bytes = default_max_field_bytes;
    if (*row_bytes == 0) *row_bytes = default_max_row_bytes;
    if (*row_bytes > SIZE_MAX / 2) *row_bytes = SIZE_MAX / 2; /* the window is a little longer */
    if (*columns == 0) *columns = default_max_columns;
}

/* A quote or a line break cannot separate cells. A byte of a longer character cannot either, because it
 * would split that character. */
desig_result dsg_check_cells(char delimiter, desig_encoding encoding, desig_error *error) {
    const signed char byte = (signed char)delimiter;
    if (byte < 0 || byte == '"' || byte == '\n' || byte == '\r')
        return dsg_error_set(error, DESIG_E_ARGUMENT, "this delimiter cannot separate cells");
    if ((unsigned)encoding > DESIG_ENCODING_LATIN1)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "no encoding has the number %d", (int)encoding);
    return DESIG_OK;
}

desig_result dsg_read_options_take(desig_read_options *options, const desig_read_options *given,
                                   desig_error *error) {
    *options = (desig_read_options){0};
    DSG_STRUCT_TAKE(desig_read_options, options, given);
    dsg_resolve_row_limits(&options->max_field_bytes, &options->max_row_bytes, &options->max_columns);
    if (options->max_records == 0) options->max_records = default_max_records;
    desig_result result = dsg_check_cells(options->delimiter, options->encoding, error);
    if (result != DESIG_OK) return result;
    if (options->map && options->format)
        return dsg_error_set(error, DESIG_E_ARGUMENT, "give a format or a map, not both");
    if (!dsg_date_normalise(&options->as_of))
        return dsg_error_set(error, DESIG_E_ARGUMENT, "as_of is no possible date");
    return DESIG_OK;
}
