/* Lines of `key = value` under headings in brackets: a text that people read and lay side by side with diff,
 * and that can be read again. What a value or a heading holds stays on its line: a line break is written \n
 * or \r, a backslash \\. */
#ifndef TOOL_KEYED_H
#define TOOL_KEYED_H

#include <stdio.h>

#include "io/out.h"

/* Add text as it stands in a value. */
void keyed_escape(out_string *string, const char *text);

/* Write an empty line and "[what of]". */
void keyed_heading(FILE *to, const char *what, const char *of);

/* Write "key = value". */
void keyed(FILE *to, const char *key, const char *format, ...) __attribute__((format(printf, 3, 4)));
void keyed_text(FILE *to, const char *key, const char *value); /* NULL: an empty value */

/* A line that was read: a heading, or a key and a value, or none of them. The texts are in the line, which is
 * changed. */
typedef struct keyed_line {
    char *heading;
    char *key;
    char *value;
} keyed_line;

keyed_line keyed_parse(char *line);

#endif
