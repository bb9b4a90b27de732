#include "screening/keyed.h"

#include <string.h>

void keyed_escape(out_string *string, const char *text) {
    for (; *text != '\0'; text++) {
        if (*text == '\n')
            out_add(string, "\\n", 2);
        else if (*text == '\r')
            out_add(string, "\\r", 2);
        else if (*text == '\\')
            out_add(string, "\\\\", 2);
        else
            out_add(string, text, 1);
    }
}

void keyed_heading(FILE *to, const char *what, const char *of) {
    OUT_STRING(escaped);
    keyed_escape(&escaped, of);
    fprintf(to, "\n[%s%s]\n", what, out_text(&escaped));
}

void keyed_text(FILE *to, const char *key, const char *value) {
    OUT_STRING(escaped);
    keyed_escape(&escaped, value ? value : "");
    fprintf(to, "%s = %s\n", key, out_text(&escaped));
}

void keyed(FILE *to, const char *key, const char *format, ...) {
    OUT_STRING(value);
    va_list arguments;
    va_start(arguments, format);
    out_append_list(&value, format, arguments);
    va_end(arguments);
    keyed_text(to, key, out_text(&value));
}

static void unescape(char *text) {
    char *to = text;
    for (; *text != '\0'; text++) {
        if (*text == '\\' && text[1] != '\0') {
            text++;
            *to++ = *text == 'n' ? '\n' : *text == 'r' ? '\r' : *text;
        } else {
            *to++ = *text;
        }
    }
    *to = '\0';
}

keyed_line keyed_parse(char *line) {
    keyed_line parsed = {0};
    line[strcspn(line, "\r\n")] = '\0';
    size_t length = strlen(line);
    char *equals = strstr(line, " = ");
    if (length > 1 && line[0] == '[' && line[length - 1] == ']') {
        line[length - 1] = '\0';
        parsed.heading = line + 1;
        unescape(parsed.heading);
    } else if (equals) {
        *equals = '\0';
        parsed.key = line;
        parsed.value = equals + strlen(" = ");
        unescape(parsed.value);
    }
    return parsed;
}
