/* Who has listed a party of the UK's lists, and when. */
#include "csv/formats/uk/uk.h"

#include "model/date.h"

#include <string.h>

/* 2020-12-31, the day on which the UK's own regulations took the place of the EU's: parties that were listed
 * before, at times that the list no longer says, have it as the date of their designation. */
enum { LAW_REMADE = 18627 };

/* 2020-07-06, the first day on which somebody was designated under the UK's own law, the Global Human Rights
 * Sanctions Regulations. Until the others followed it was HM Treasury that acted, under the EU's law or older
 * ones. */
enum { FIRST_OWN_LAW = 18449 };

static const char own_law[] = "GB-FCDO", before_own_law[] = "GB-HMT";

static const char *authority_on(const desig_date *day, const char *regime) {
    if (day->last_precision == DESIG_PRECISION_NONE || day->last >= LAW_REMADE) return own_law;
    if (day->last < FIRST_OWN_LAW) return before_own_law;
    return regime && strstr(regime, "Global Human Rights") ? own_law : before_own_law;
}

static int is_day(const desig_date *date, int32_t day) {
    return date->first_precision == DESIG_PRECISION_DAY && date->last_precision == DESIG_PRECISION_DAY &&
           date->first == day && date->last == day;
}

static int is_same(const desig_date *a, const desig_date *b) {
    return dsg_date_is_known(a) && is_day(b, a->first) && is_day(a, b->first);
}

/* ---- The columns of both forms ---- */

desig_result dsg_gb_read_date(dsg_cursor *cursor, size_t rule, desig_date *date) {
    const char *text = dsg_cell_of(cursor, rule)->text;
    desig_result result;
    if (dsg_text_of(cursor, rule).length == 0) return DESIG_OK;
    result = dsg_read_date(cursor, dsg_column_of(cursor, rule), text, date);
    if (result != DESIG_OK || dsg_date_is_known(date)) return result;
    return dsg_gb_keep_cell(cursor, rule);
}

desig_result dsg_gb_read_listing(dsg_cursor *cursor, dsg_gb_listing *listing) {
    desig_action *uk = &listing->uk;
    desig_result result = dsg_keep_piece(cursor, dsg_text_of(cursor, GB_REGIME), &uk->program);
    uk->list = "UK";
    if (result == DESIG_OK) result = dsg_gb_read_date(cursor, GB_UPDATED, &listing->updated);
    if (result == DESIG_OK) result = dsg_gb_read_date(cursor, GB_DESIGNATED, &listing->designated);
    listing->law_remade = is_day(&listing->designated, LAW_REMADE);
    if (result != DESIG_OK || !listing->law_remade) return result;
    listing->designated = (desig_date){.last = LAW_REMADE, .last_precision = DESIG_PRECISION_DAY};
    return dsg_gb_keep_cell(cursor, GB_DESIGNATED);
}

/* ---- The United Nations ---- */

/* The committees of the Security Council, by the resolution that set them up, and what their references begin
 * with: https://main.un.org/securitycouncil/en/sanctions/information */
static const struct {
    char letters[3];
    const char *list;
} un_lists[] = {
    {"CD", "1533"},
    {"CF", "2127"},
    {"GB", "2048"},
    {"HT", "2653"},
    {"IQ", "1518"},
    {"IR", "1737"},
    {"KP", "1718"},
    {"LB", "1636"},
    {"LY", "1970"},
    {"ML", "2374"},
    {"QD", "1267"},
    {"SD", "1591"},
    {"SO", "751"},
    {"SS", "2206"},
    {"TA", "1988"},
    {"YE", "2140"},
    /* Until 2014: individuals and entities of two committees. */
    {"QI", "1267"},
    {"QE", "1267"},
    {"TI", "1988"},
    {"TE", "1988"},
};

static const char *un_list_of(dsg_piece reference) {
    if (reference.length < 2) return NULL;
    reference.length = 2;
    for (size_t i = 0; i < sizeof un_lists / sizeof un_lists[0]; i++) {
        if (dsg_piece_is(reference, un_lists[i].letters)) return un_lists[i].list;
    }
    return NULL;
}

/* A listing without a day was made by the day of the list. */
static desig_result add_designated(dsg_cursor *cursor, const desig_action *common, const desig_date *date) {
    const desig_date *by = date->last_precision == DESIG_PRECISION_NONE ? &cursor->import->as_of : date;
    desig_action action = *common;
    if (!action.authority) action.authority = authority_on(by, action.program);
    action.effective = *date;
    action.derived = !dsg_date_is_known(date);
    return dsg_add_action(cursor, &action);
}

/* ---- The United Kingdom ---- */

/* Where the UK carries out a decision of the UN and does not say since when: from that decision on, and no
 * later than its own entry was last changed. Unknown if these do not fit. */
static desig_date taken_up(const dsg_gb_listing *listing) {
    desig_date date = listing->designated;
    if (listing->law_remade) return date;
    if (listing->updated.last_precision == DESIG_PRECISION_NONE ||
        (dsg_date_is_known(&date) && listing->updated.last < date.last))
        return (desig_date){0};
    date.last = listing->updated.last;
    date.last_precision = listing->updated.last_precision;
    return date;
}

/* Who was listed before, and is on a list of later, is designated under the UK's own law since it was made,
 * whether the list says so or not. */
static desig_result add_remade(dsg_cursor *cursor, const dsg_gb_listing *listing) {
    const desig_date *since = dsg_date_is_known(&listing->listed) || listing->un_reference.length > 0
                                  ? &listing->listed
                                  : &listing->designated;
    desig_action action = listing->uk;
    if (!dsg_date_is_known(since) || (listing->law_remade && since == &listing->designated) ||
        authority_on(since, action.program) == own_law)
        return DESIG_OK;
    if (!listing->law_remade && cursor->import->as_of.last < LAW_REMADE) return DESIG_OK;
    action.authority = own_law;
    action.effective = (desig_date){.first = LAW_REMADE,
                                    .last = LAW_REMADE,
                                    .first_precision = DESIG_PRECISION_DAY,
                                    .last_precision = DESIG_PRECISION_DAY};
    if (!listing->law_remade) {
        action.derived = DSG_DERIVED_DATED;
        action.justification = NULL;
    }
    return dsg_add_action(cursor, &action);
}

/* Listed on one day and designated on another, it was acted upon on both: under the law of the EU or an older
 * one of the UK, and under that of today. */
static desig_result add_uk(dsg_cursor *cursor, const dsg_gb_listing *listing) {
    int of_its_own = listing->un_reference.length == 0;
    int has_listed = dsg_date_is_known(&listing->listed);
    desig_date unstated;
    desig_result result = DESIG_OK;
    if (has_listed) result = add_designated(cursor, &listing->uk, &listing->listed);
    if (result != DESIG_OK || (has_listed && (!of_its_own || listing->law_remade))) return result;
    if (has_listed &&
        (!dsg_date_is_known(&listing->designated) || is_same(&listing->listed, &listing->designated)))
        return result;
    if (of_its_own && dsg_date_is_known(&listing->designated))
        return add_designated(cursor, &listing->uk, &listing->designated);
    unstated = taken_up(listing);
    return add_designated(cursor, &listing->uk, &unstated);
}

/* An entry that was last updated on the day of its designation has not been changed since. */
static desig_result add_amended(dsg_cursor *cursor, const dsg_gb_listing *listing) {
    const desig_date *updated = &listing->updated;
    desig_action action = {.type = DESIG_ACTION_AMENDED,
                           .authority = authority_on(updated, listing->uk.program),
                           .list = listing->uk.list,
                           .effective = *updated};
    if (!dsg_date_is_known(updated) || is_same(updated, &listing->listed) ||
        is_same(updated, &listing->designated))
        return DESIG_OK;
    return dsg_add_action(cursor, &action);
}

desig_result dsg_gb_add_listing(dsg_cursor *cursor, const dsg_gb_listing *listing) {
    desig_action un = {.authority = "UN-SC", .list = un_list_of(listing->un_reference)};
    desig_result result = DESIG_OK;
    if (listing->un_reference.length > 0) result = add_designated(cursor, &un, &listing->designated);
    if (result == DESIG_OK) result = add_uk(cursor, listing);
    if (result == DESIG_OK) result = add_remade(cursor, listing);
    return result == DESIG_OK ? add_amended(cursor, listing) : result;
}
