#include "drawing/axis.h"

#include <desig/desig.h>

#include <stdio.h>
#include <stdlib.h>

#include "drawing/svg.h"

/* From one tick to the next at least, so that their texts stand apart; of a text from the right end. */
enum { TICK = 42, QUARTER = 60, EDGE = 10 };

static int year_of(int32_t day) {
    desig_date date = {day, day, DESIG_PRECISION_DAY, DESIG_PRECISION_DAY, 0, 0};
    char text[DESIG_DATE_TEXT];
    return (int)strtol(desig_date_format(&date, text), NULL, 10);
}

/* The first day of a month. */
static int32_t month_begin(int year, int month) {
    char text[DESIG_DATE_TEXT];
    desig_date days = {0};
    snprintf(text, sizeof text, "%04d-%02d", year, month);
    (void)desig_date_parse(text, DESIG_DATE_UNAMBIGUOUS, &days);
    return days.first;
}

void axis_begin_by(axis *across, int32_t day) {
    if (day != INT32_MIN && day <= across->first) across->first = month_begin(year_of(day), 1);
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
    while (i + 1 < sizeof steps / sizeof steps[0] && width * steps[i] / years < TICK) i++;
    return steps[i];
}

static void draw_tick(const axis *across, int32_t day, int top, int bottom, const char *text) {
    double x = axis_x(across, day);
    svg_line("grid", x, top, x, bottom);
    if (x <= across->right - EDGE) svg_text("tick", x + 3, top + 2, text, 0);
}

static void draw_quarters(const axis *across, int year, int top, int bottom) {
    static const char *const names[] = {"Apr", "Jul", "Oct"};
    for (int i = 0; i < 3; i++) {
        int32_t day = month_begin(year, 4 + 3 * i);
        if (day > across->first && day < across->last) draw_tick(across, day, top, bottom, names[i]);
    }
}

void axis_draw(const axis *across, int top, int bottom) {
    int first = year_of(across->first);
    int last = year_of(across->last);
    int step = step_of(last - first + 1, across->right - across->left);
    double quarter = (across->right - across->left) * 91 / ((double)across->last + 1 - across->first);
    for (int year = first + (step - first % step) % step; year <= last; year += step) {
        char text[16];
        snprintf(text, sizeof text, "%d", year);
        draw_tick(across, month_begin(year, 1), top, bottom, text);
    }
    for (int year = first; quarter >= QUARTER && year <= last; year++)
        draw_quarters(across, year, top, bottom);
}
