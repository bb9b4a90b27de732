/* The formats: one file each, one row in the table of csv/format.c. */
#ifndef DSG_CSV_FORMATS_FORMATS_H
#define DSG_CSV_FORMATS_FORMATS_H

#include "csv/format.h"

extern const dsg_format dsg_format_designations;
extern const dsg_format dsg_format_statements;
extern const dsg_format dsg_format_ofac_sdn;
extern const dsg_format dsg_format_ofac_add;
extern const dsg_format dsg_format_ofac_alt;
extern const dsg_format dsg_format_ofac_comments;
extern const dsg_format dsg_format_us_csl;
extern const dsg_format dsg_format_opensanctions;
extern const dsg_format dsg_format_eu_fsf;
extern const dsg_format dsg_format_eu_fsf_1_0;
extern const dsg_format dsg_format_gb_uksl;
extern const dsg_format dsg_format_gb_ofsi;

#endif
