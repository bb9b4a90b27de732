#include "screening/keyed.h"

#include <inttypes.h>
#include <string.h>

#include "io/day.h"

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

static void put_escaped(FILE *to, const char *before, const char *text, const char *behind) {
    out_string escaped = {0};
    keyed_escape(&escaped, text);
    fprintf(to, "%s%s%s", before, out_text(&escaped), behind);
    out_string_free(&escaped);
}

void keyed_heading(FILE *to, const char *what, const char *of) {
    fprintf(to, "\n[%s", what);
    put_escaped(to, "", of, "]\n");
}

void keyed_text(FILE *to, const char *key, const char *value) {
    fputs(key, to);
    put_escaped(to, " = ", value ? value : "", "\n");
}

void keyed_number(FILE *to, const char *key, uint64_t value) {
    fprintf(to, "%s = %" PRIu64 "\n", key, value);
}

void keyed_date(FILE *to, const char *key, const desig_date *date, const char *unknown) {
    char text[DESIG_DATE_TEXT];
    keyed_text(to, key, date_is_unknown(date) ? unknown : desig_date_format(date, text));
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
