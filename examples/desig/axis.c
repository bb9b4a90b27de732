#include "axis.h"

#include <desig/desig.h>

#include <stdio.h>
#include <stdlib.h>

#include "svg.h"

static int year_of(int32_t day) {
    desig_date date = {day, day, DESIG_PRECISION_DAY, DESIG_PRECISION_DAY, 0, 0};
    char text[DESIG_DATE_TEXT];
    return (int)strtol(desig_date_format(&date, text), NULL, 10);
}

static desig_date year_days(int year) {
    char text[DESIG_DATE_TEXT];
    desig_date days = {0};
    snprintf(text, sizeof text, "%04d", year);
    (void)desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &days);
    return days;
}

void axis_begin_by(axis *across, int32_t day) {
    if (day != INT32_MIN && day <= across->first) across->first = year_days(year_of(day)).first;
}

double axis_x(const axis *across, int32_t day) {
    double part;
    if (day <= across->first) return across->left;
    if (day > across->last) return across->right;
    part = ((double)day - across->first) / ((double)across->last + 1 - across->first);
    return across->left + part * (across->right - across->left);
}

/* Years from one line to the next, so that their numbers stand apart. */
static int step_of(int years, double width) {
    static const int steps[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
    size_t i = 0;
    while (i + 1 < sizeof steps / sizeof steps[0] && width * steps[i] / years < 42) i++;
    return steps[i];
}

void axis_draw(const axis *across, int top, int bottom) {
    int first = year_of(across->first);
    int last = year_of(across->last);
    int step = step_of(last - first + 1, across->right - across->left);
    for (int year = first + (step - first % step) % step; year <= last; year += step) {
        double x = axis_x(across, year_days(year).first);
        char text[16];
        snprintf(text, sizeof text, "%d", year);
        svg_line("grid", x, top, x, bottom);
        svg_text("tick", x + 3, top + 2, text, 0);
    }
}
