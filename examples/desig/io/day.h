/* Days: the one that is asked about, today, and dates in words. */
#ifndef TOOL_DAY_H
#define TOOL_DAY_H

#include <desig/desig.h>

/* The day of `--on`. */
typedef struct day_option {
    int given;
    int32_t day;
} day_option;

const char *take_day(const char *value, void *into); /* day_option */

/* Today, in the place where the program runs. */
int32_t day_today(void);

enum { DAY_TOLD = 96 };

/* The day that is asked about: the option's, else the list's newest, else today. `told` gets it in words,
 * with the reason if nobody asked for it: "2023-12-28 (the newest day of which the lists speak)". */
int32_t day_choose(const day_option *option, const desig_list *list, char told[DAY_TOLD]);

/* A day as a date, and as text. */
desig_date day_date(int32_t day);
char *day_text(int32_t day, char text[DESIG_DATE_TEXT]);

/* The year, month and day of the month of a date; 0 if it is not one day. */
int day_parts(const desig_date *date, int *year, unsigned *month, unsigned *of_month);

enum { DATE_WORDS = DESIG_DATE_TEXT + 16 };

/* A date for people: `../2023-12-28` becomes "by 2023-12-28"; an unknown one is "". */
char *date_words(const desig_date *date, char words[DATE_WORDS]);

/* Dates in words, dates and days as text, with room for them that lasts to the end of the block. */
#define IN_WORDS(date)  date_words(date, (char[DATE_WORDS]){0})
#define DATE_TEXT(date) desig_date_format(date, (char[DESIG_DATE_TEXT]){0})
#define DAY_TEXT(day)   day_text(day, (char[DESIG_DATE_TEXT]){0})

/* The last end of a range, as a date. */
desig_date date_end(const desig_date *date);

int date_is_unknown(const desig_date *date);

/* Whether a date may lie in a period; an unknown date never does. An open end of the period has no limit. */
int date_may_be_in(const desig_date *date, const desig_date *from, const desig_date *to);

/* Earlier first, by first possible day and then by last; unknown dates last. <0, 0, >0. */
int date_compare(const desig_date *a, const desig_date *b);

#endif
