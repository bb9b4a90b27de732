/* What HTML leaves in a text: `O&#39;Neil`, `A &amp; B`, `<span>C</span>`. */
#ifndef DSG_BASE_HTML_H
#define DSG_BASE_HTML_H

#include <stddef.h>

/* Whether a text has a sign or a tag of HTML. */
int dsg_html_is_in(const char *text);

/* Write the text without them, and return its length; `plain` has room for as many bytes as the text has, and
 * a NUL. */
size_t dsg_html_plain(const char *text, char *plain);

#endif
