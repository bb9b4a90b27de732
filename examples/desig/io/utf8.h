/* Whether bytes are text. */
#ifndef TOOL_UTF8_H
#define TOOL_UTF8_H

#include <stddef.h>

/* How many of the bytes, from the first on, are UTF-8 without a NUL. */
size_t utf8_length(const char *bytes, size_t length);
int utf8_is_text(const char *text);

#endif
