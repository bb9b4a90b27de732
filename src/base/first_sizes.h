/* The size of each struct that grows, as it was first released: up to and including its last field then.
 * Made by tests/abi/freeze, at a release that breaks the ABI. */
#ifndef DSG_BASE_FIRST_SIZES_H
#define DSG_BASE_FIRST_SIZES_H

#include <desig/desig.h>

#define DSG_UP_TO(type, field) (offsetof(type, field) + sizeof(((type *)0)->field))

enum {
    DSG_FIRST_SIZE_desig_record = DSG_UP_TO(desig_record, ledger),
    DSG_FIRST_SIZE_desig_list_source = DSG_UP_TO(desig_list_source, as_of),
    DSG_FIRST_SIZE_desig_diagnostic = DSG_UP_TO(desig_diagnostic, message),
    DSG_FIRST_SIZE_desig_place = DSG_UP_TO(desig_place, type),
    DSG_FIRST_SIZE_desig_callbacks = DSG_UP_TO(desig_callbacks, place),
    DSG_FIRST_SIZE_desig_map = DSG_UP_TO(desig_map, latest_year),
    DSG_FIRST_SIZE_desig_read_options = DSG_UP_TO(desig_read_options, map),
    DSG_FIRST_SIZE_desig_report = DSG_UP_TO(desig_report, format),
    DSG_FIRST_SIZE_desig_file_set = DSG_UP_TO(desig_file_set, companions),
    DSG_FIRST_SIZE_desig_csv_options = DSG_UP_TO(desig_csv_options, delimiter),
    DSG_FIRST_SIZE_desig_csv_row = DSG_UP_TO(desig_csv_row, raw_length),
    DSG_FIRST_SIZE_desig_edition = DSG_UP_TO(desig_edition, observed),
    DSG_FIRST_SIZE_desig_edition_options = DSG_UP_TO(desig_edition_options, allow_mass_removal),
    DSG_FIRST_SIZE_desig_edition_report = DSG_UP_TO(desig_edition_report, changed),
    DSG_FIRST_SIZE_desig_write_options = DSG_UP_TO(desig_write_options, callbacks),
    DSG_FIRST_SIZE_desig_change = DSG_UP_TO(desig_change, part_count),
    DSG_FIRST_SIZE_desig_diff_options = DSG_UP_TO(desig_diff_options, callbacks),
    DSG_FIRST_SIZE_desig_diff_report = DSG_UP_TO(desig_diff_report, not_compared),
    DSG_FIRST_SIZE_desig_index_options = DSG_UP_TO(desig_index_options, callbacks),
    DSG_FIRST_SIZE_desig_query = DSG_UP_TO(desig_query, accept_context),
    DSG_FIRST_SIZE_desig_explanation = DSG_UP_TO(desig_explanation, factors),
};

#endif
