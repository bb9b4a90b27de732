/* Drawing in SVG, on standard output, with an axis of time. Lengths are in pixels; texts are escaped here. */
#ifndef TOOL_SVG_H
#define TOOL_SVG_H

#include <stdint.h>

/* `style` is a style sheet and `defs` what it refers to, both static; they are written as they are. */
void svg_begin(int width, int height, const char *title, const char *style, const char *defs);
void svg_end(void);

/* `title` is shown while the pointer rests on the shape; NULL for none. */
void svg_rect(const char *class_name, double x, double y, double width, double height, const char *title);
void svg_line(const char *class_name, double x1, double y1, double x2, double y2);

/* Text whose base line begins at (x, y), cut after `limit` characters (0: never). If it is cut, the whole is
 * shown while the pointer rests on it. */
void svg_text(const char *class_name, double x, double y, const char *text, int limit);

typedef struct axis {
    double left; /* in pixels */
    double right;
    int32_t first; /* days since 1970-01-01, both included */
    int32_t last;
} axis;

/* Begin early enough for a day, with its year; INT32_MIN, which stands for no day, changes nothing. */
void axis_begin_by(axis *across, int32_t day);

/* Where a day begins; a day outside has the nearer end. */
double axis_x(const axis *across, int32_t day);

/* Lines at years, with their numbers over them. */
void axis_draw(const axis *across, int top, int bottom);

#endif
