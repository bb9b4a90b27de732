/* The axis of time of a picture. */
#ifndef TOOL_AXIS_H
#define TOOL_AXIS_H

#include <stdint.h>

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
