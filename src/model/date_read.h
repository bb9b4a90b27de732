/* Reading dates as sources write them, and why one cannot be read. */
#ifndef DSG_MODEL_DATE_READ_H
#define DSG_MODEL_DATE_READ_H

#include "model/calendar.h"
#include "model/date_text.h"

#include <desig/desig.h>

/* How a source writes its dates. */
typedef struct dsg_date_habit {
    desig_date_style style;
    int latest_year; /* a year of two digits is one of the hundred up to this; 0: its century is not known */
    int approximate; /* a word before the date says so of it, too */
} dsg_date_habit;

/* Why a text is no date, the vaguest first: of several readings that fail, the last of these is told. */
typedef enum dsg_date_fault {
    DSG_DATE_FINE = 0,
    DSG_DATE_UNREAD,
    DSG_DATE_NO_YEAR,
    DSG_DATE_NO_CENTURY,
    DSG_DATE_MONTH_OR_RANGE,  /* `1941/8`: August, or 1941 to 1948 */
    DSG_DATE_UNCERTAIN_MONTH, /* its name is of different months in different languages */
    DSG_DATE_NO_ORDER,        /* `5/6/2021` without a style */
    DSG_DATE_OTHER_ORDER,     /* there is no such month in this style's order, but in the other */
    DSG_DATE_NO_MONTH,
    DSG_DATE_NO_DAY,
    DSG_DATE_BACKWARDS,      /* a range that ends before it begins */
    DSG_DATE_OTHER_CALENDAR, /* a year before 1500 or after 2199 */
    DSG_DATE_FAULTS
} dsg_date_fault;

/* What a fault is, in words, and the name of the check that tells it (NULL: none of its own); NULL of UNREAD.
 * Static storage. */
typedef struct dsg_date_fault_words {
    const char *check;
    const char *what;
} dsg_date_fault_words;
const dsg_date_fault_words *dsg_date_fault_in_words(dsg_date_fault fault);

/* Read one day, month or year. */
dsg_date_fault dsg_date_read_unit(dsg_date_text text, const dsg_date_habit *habit, dsg_civil *civil);

/* Read one date; *out is set only where there is no fault. */
dsg_date_fault dsg_date_read(dsg_date_text text, const dsg_date_habit *habit, desig_date *out);

/* A walk along the dates of a cell that has several: `1969 or 1970`, `a) 3 Jun 1968 b) 1969`. */
typedef struct dsg_date_list {
    dsg_date_text rest;
    dsg_date_text words; /* of the date that was last read */
    desig_date date;
    int approximate; /* so is the next one */
} dsg_date_list;

/* Whether a text is nothing but dates. */
int dsg_date_list_begin(dsg_date_list *list, const char *text, const dsg_date_habit *habit);

/* The next date; 0 past the last one. */
int dsg_date_list_next(dsg_date_list *list, const dsg_date_habit *habit);

/* Whether a date can be of somebody's birth: years that calendars of our time count otherwise (1357 is a
 * Persian year, 2521 a Thai one) are not taken for years of the Gregorian calendar. */
int dsg_date_is_of_our_time(const desig_date *date);

#endif
