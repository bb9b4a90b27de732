/* What may be doubtful in records that were read without a defect, and what reading tells: a table of checks.
 */
#ifndef TOOL_CHECKS_H
#define TOOL_CHECKS_H

#include "checks/checking.h"

/* The kind of finding at a position, those of the data first; NULL past the end. */
const check_row *check_at(size_t position);

/* An option's value: names of checks, separated by commas. `into` is the findings' `ignored`. */
const char *take_ignored(const char *names, void *into);

/* Run all checks of the data over a list; what is under way is set by this. */
void checks_run(checking at);

/* ---- The checks, by what they look at: each tells every finding about the part that it is given ---- */

/* names.c */
void check_repeated_names(const checking *at, const void *record);
void check_primary_as_alias(const checking *at, const void *record);
void check_narrative(const checking *at, const void *name);
void check_packed_name(const checking *at, const void *name);
void check_brackets(const checking *at, const void *name);

/* texts.c */
void check_scripts(const checking *at, const void *text);
void check_invisible(const checking *at, const void *text);
void check_encoding(const checking *at, const void *text);
void check_spreadsheet(const checking *at, const void *text);

/* births.c */
void check_future_birth(const checking *at, const void *fact);
void check_age(const checking *at, const void *fact);
void check_swapped_births(const checking *at, const void *record);
void check_january_birth(const checking *at, const void *fact);
void check_kind(const checking *at, const void *fact);

/* identifiers.c */
void check_birth_after_issue(const checking *at, const void *fact);
void check_expiry(const checking *at, const void *fact);
void check_digits(const checking *at, const void *fact);
void check_shared_identifiers(const checking *at, const void *none);

/* actions.c */
void check_revocations(const checking *at, const void *record);
void check_announcement(const checking *at, const void *action);
void check_undated(const checking *at, const void *action);
void check_future_action(const checking *at, const void *action);
void check_edition(const checking *at, const void *none);

/* programs.c, links.c, parties.c */
void check_programs(const checking *at, const void *none);
void check_link(const checking *at, const void *link);
void check_self_link(const checking *at, const void *link);
void check_same_parties(const checking *at, const void *none);

#endif
