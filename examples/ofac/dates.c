#include "dates.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct point {
    int year, month, day; /* 0: not said */
} point;

static int number_of(xml_node *node) {
    const char *text = xml_line(node);
    long number = text ? strtol(text, NULL, 10) : 0;
    return number < 0 || number > 9999 ? 0 : (int)number;
}

static point point_of(xml_node *node) {
    point at = {number_of(xml_child(node, "Year")), number_of(xml_child(node, "Month")),
                number_of(xml_child(node, "Day"))};
    if (at.month == 0) at.day = 0;
    return at;
}

static void print(point at, char text[OFAC_DATE_TEXT]) {
    if (at.year == 0)
        text[0] = '\0';
    else if (at.month == 0)
        snprintf(text, OFAC_DATE_TEXT, "%04d", at.year);
    else if (at.day == 0)
        snprintf(text, OFAC_DATE_TEXT, "%04d-%02d", at.year, at.month);
    else
        snprintf(text, OFAC_DATE_TEXT, "%04d-%02d-%02d", at.year, at.month, at.day);
}

void ofac_date(xml_node *date, char text[OFAC_DATE_TEXT]) {
    print(point_of(date), text);
}

static int days_in(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 31;
    return days[month - 1] + (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

/* The earliest or the latest point of <Start> or <End>. */
static point edge(xml_node *boundary, int is_last) {
    point from = point_of(xml_child(boundary, "From")), to = point_of(xml_child(boundary, "To"));
    if (is_last) return to.year ? to : from;
    return from.year ? from : to;
}

static int is_about(xml_node *boundary) {
    const char *approximate = xml_attribute_of(boundary, "Approximate");
    return approximate && strcmp(approximate, "true") == 0;
}

void ofac_period(xml_node *period, char text[OFAC_DATE_TEXT]) {
    xml_node *start = xml_child(period, "Start"), *end = xml_child(period, "End");
    point first = edge(start ? start : end, 0), last = edge(end ? end : start, 1);
    const char *tilde = is_about(start) || is_about(end) ? "~" : "";
    char a[OFAC_DATE_TEXT], b[OFAC_DATE_TEXT];
    /* Whole years and months are what was meant. */
    if (first.month == 1 && first.day == 1 && last.month == 12 && last.day == 31)
        first.month = first.day = last.month = last.day = 0;
    else if (first.day == 1 && last.month > 0 && last.day == days_in(last.year, last.month))
        first.day = last.day = 0;
    print(first, a);
    print(last, b);
    text[0] = '\0';
    if (a[0] && strcmp(a, b) == 0)
        snprintf(text, OFAC_DATE_TEXT, "%.20s%s", a, tilde);
    else if (a[0] || b[0])
        snprintf(text, OFAC_DATE_TEXT, "%.20s%s/%.20s%s", a[0] ? a : "..", a[0] ? tilde : "", b[0] ? b : "..",
                 b[0] ? tilde : "");
}
