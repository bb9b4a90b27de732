#include "csv/format_table.h"

#include "csv/formats/formats.h"

#include <string.h>

/* The formats, in the order in which they are tried on a file. */
static const dsg_format *const formats[] = {
    &dsg_format_statements, &dsg_format_designations,  &dsg_format_ofac_sdn, &dsg_format_ofac_add,
    &dsg_format_ofac_alt,   &dsg_format_ofac_comments, &dsg_format_us_csl,   &dsg_format_opensanctions,
    &dsg_format_eu_fsf,     &dsg_format_eu_fsf_1_0,    &dsg_format_gb_uksl,  &dsg_format_gb_ofsi,
};

const dsg_format *dsg_format_at(size_t position) {
    return position < sizeof formats / sizeof formats[0] ? formats[position] : NULL;
}

const dsg_format *dsg_format_named(const char *name) {
    const dsg_format *format;
    for (size_t i = 0; (format = dsg_format_at(i)) != NULL; i++)
        if (strcmp(format->about.name, name) == 0) return format;
    return NULL;
}

const desig_format *desig_format_at(size_t position) {
    const dsg_format *format = dsg_format_at(position);
    return format ? &format->about : NULL;
}
