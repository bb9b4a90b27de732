/* What may be doubtful in records that were read without a defect: a table of checks. */
#ifndef TOOL_CHECKS_H
#define TOOL_CHECKS_H

#include <desig/desig.h>

#include "checks/findings.h"
#include "io/lists.h"

/* What a check sees. */
typedef struct checking {
    const list_set *lists;
    const lists_entry *entry; /* the list that is being checked */
    int32_t today;
    findings *findings;
    const struct check_row *check; /* under way */
} checking;

/* A kind of finding: of the data, if it has a function, else of reading. */
typedef struct check_row {
    const char *name;
    const char *summary;
    desig_severity severity; /* of a finding of the data; reading decides for itself */
    /* Tell every finding about a record, or about the list as a whole. */
    void (*record)(const checking *at, const desig_record *record);
    void (*list)(const checking *at);
} check_row;

/* The kind of finding at a position, those of the data first; NULL past the end. */
const check_row *check_at(size_t position);

/* An option's value: names of checks, separated by commas. `into` is the findings' `ignored`. */
const char *take_ignored(const char *names, void *into);

/* Tell a finding of the check under way. */
void doubt(const checking *at, const desig_record *record, spot where, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

int check_is_of_data(const check_row *check);

/* Run all checks of the data over a list; at->check is set by this. */
void checks_run(checking *at);

/* ---- The checks, by what they look at ---- */

/* checks_names.c */
void check_repeated_names(const checking *at, const desig_record *record);
void check_primary_as_alias(const checking *at, const desig_record *record);
void check_narratives(const checking *at, const desig_record *record);
void check_packed_names(const checking *at, const desig_record *record);
void check_brackets(const checking *at, const desig_record *record);

/* checks_texts.c */
void check_scripts(const checking *at, const desig_record *record);
void check_invisible(const checking *at, const desig_record *record);
void check_encoding(const checking *at, const desig_record *record);
void check_spreadsheet(const checking *at, const desig_record *record);

/* checks_births.c */
void check_future_births(const checking *at, const desig_record *record);
void check_ages(const checking *at, const desig_record *record);
void check_swapped_births(const checking *at, const desig_record *record);
void check_january_births(const checking *at, const desig_record *record);
void check_kind(const checking *at, const desig_record *record);

/* checks_identifiers.c */
void check_births_after_issue(const checking *at, const desig_record *record);
void check_expiry(const checking *at, const desig_record *record);
void check_digits(const checking *at, const desig_record *record);
void check_shared_identifiers(const checking *at);

/* checks_actions.c */
void check_revocations(const checking *at, const desig_record *record);
void check_announcements(const checking *at, const desig_record *record);
void check_undated(const checking *at, const desig_record *record);
void check_future_actions(const checking *at, const desig_record *record);
void check_edition(const checking *at);

/* checks_programs.c */
void check_programs(const checking *at);

/* checks_links.c */
void check_links(const checking *at, const desig_record *record);
void check_self_links(const checking *at, const desig_record *record);

/* checks_parties.c */
void check_same_parties(const checking *at);

#endif
