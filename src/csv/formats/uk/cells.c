#include "csv/formats/uk/uk.h"

desig_result dsg_gb_keep_cell(dsg_cursor *cursor, size_t rule) {
    desig_fact fact = {.type = DESIG_FACT_OTHER, .group = cursor->group};
    dsg_piece text = dsg_text_of(cursor, rule);
    return text.length == 0 ? DESIG_OK : dsg_add_value(cursor, dsg_column_of(cursor, rule), &fact, text);
}
