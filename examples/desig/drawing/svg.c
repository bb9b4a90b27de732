#include "drawing/svg.h"

#include <stdio.h>
#include <string.h>

/* XML 1.0 has no place for most control characters, not even escaped: https://www.w3.org/TR/xml/#charsets. */
static void print_escaped(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        switch (c) {
        case '&':
            fputs("&amp;", stdout);
            break;
        case '<':
            fputs("&lt;", stdout);
            break;
        case '>':
            fputs("&gt;", stdout);
            break;
        case '"':
            fputs("&quot;", stdout);
            break;
        default:
            putchar(c < ' ' && c != '\n' ? ' ' : c);
        }
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
