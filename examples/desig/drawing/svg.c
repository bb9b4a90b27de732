#include "drawing/svg.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/day.h"

/* XML 1.0 has no place for most control characters, not even escaped: https://www.w3.org/TR/xml/#charsets. */
static void print_escaped(const char *text, size_t length) {
    static const char *const escapes[] = {['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;"};
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c < sizeof escapes / sizeof escapes[0] && escapes[c])
            fputs(escapes[c], stdout);
        else
            putchar(c < ' ' && c != '\n' ? ' ' : c);
    }
}

static void print_text(const char *text) {
    print_escaped(text, strlen(text));
}

static void print_title(const char *title) {
    fputs("<title>", stdout);
    print_text(title);
    fputs("</title>", stdout);
}

void svg_begin(int width, int height, const char *title, const char *style, const char *defs) {
    printf("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%d\" height=\"%d\" "
           "viewBox=\"0 0 %d %d\">\n",
           width, height, width, height);
    print_title(title);
    printf("\n<style>\n%s</style>\n<defs>\n%s</defs>\n", style, defs);
}

void svg_end(void) {
    puts("</svg>");
}

void svg_rect(const char *class_name, double x, double y, double width, double height, const char *title) {
    printf("<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"", class_name, x, y, width,
           height);
    if (title) {
        putchar('>');
        print_title(title);
        puts("</rect>");
    } else {
        puts("/>");
    }
}

void svg_line(const char *class_name, double x1, double y1, double x2, double y2) {
    printf("<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n", class_name, x1, y1, x2,
           y2);
}

/* The bytes of the first `limit` characters of UTF-8. */
static size_t bytes_of(const char *text, int limit) {
    size_t at = 0;
    while (text[at] != '\0') {
        int is_first = ((unsigned char)text[at] & 0xC0) != 0x80;
        if (is_first && limit-- == 0) break;
        at++;
    }
    return at;
}

void svg_text(const char *class_name, double x, double y, const char *text, int limit) {
    size_t length = limit > 0 ? bytes_of(text, limit) : strlen(text);
    printf("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">", class_name, x, y);
    if (text[length] != '\0') {
        print_title(text);
        print_escaped(text, bytes_of(text, limit - 1));
        fputs("…", stdout);
    } else {
        print_escaped(text, length);
    }
    puts("</text>");
}

/* ---- The axis ---- */

/* From one tick to the next at least, so that their texts stand apart; of a text from the right end. */
enum { TICK = 42, QUARTER = 60, EDGE = 10 };

static int year_of(int32_t day) {
    return (int)strtol(DAY_TEXT(day), NULL, 10);
}

/* The first day of a month. */
static int32_t month_begin(int year, int month) {
    desig_date days = {0};
    (void)desig_date_make(year, (unsigned)month, 0, &days);
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
