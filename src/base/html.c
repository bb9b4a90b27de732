#include "base/html.h"

#include "base/ascii.h"

#include <stdint.h>
#include <string.h>

/* HTML 4.01, section 24.2: the names of U+00A0 to U+00FF, in order. */
static const char *const latin1[] = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",
    "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",
    "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12",
    "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil",
    "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde",
    "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
    "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",
    "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

static const struct {
    const char *name;
    uint32_t sign;
} others[] = {{"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
              {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C},
              {"rdquo", 0x201D}, {"Scaron", 0x160}, {"scaron", 0x161}, {"OElig", 0x152},  {"oelig", 0x153}};

static int is_name(const char *at, size_t length, const char *name) {
    return strlen(name) == length && memcmp(at, name, length) == 0;
}

static uint32_t sign_named(const char *at, size_t length) {
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (is_name(at, length, others[i].name)) return others[i].sign;
    for (uint32_t i = 0; i < sizeof latin1 / sizeof *latin1; i++)
        if (is_name(at, length, latin1[i])) return 0xA0 + i;
    return 0;
}

static uint32_t sign_numbered(const char *at, size_t length) {
    const int is_hex = length > 1 && dsg_lower(at[0]) == 'x';
    uint32_t sign = 0;
    for (size_t i = (size_t)is_hex; i < length; i++) {
        const char c = dsg_lower(at[i]);
        const int is_letter = is_hex && c >= 'a' && c <= 'f';
        if (!dsg_is_digit(c) && !is_letter) return 0;
        sign = sign * (is_hex ? 16 : 10) + (uint32_t)(is_letter ? c - 'a' + 10 : c - '0');
    }
    return sign < 0x20 || (sign >= 0xD800 && sign < 0xE000) || sign > 0x10FFFF ? 0 : sign;
}

/* `&amp;` or `&#39;` at `at`: how many bytes it takes, 0 if there is none. */
static size_t sign_at(const char *at, uint32_t *sign) {
    enum { LONGEST = 8 };
    size_t length = 0;
    if (*at != '&') return 0;
    while (length <= LONGEST &&
           (dsg_is_letter(at[1 + length]) || dsg_is_digit(at[1 + length]) || (length == 0 && at[1] == '#')))
        length++;
    if (length < 2 || at[1 + length] != ';') return 0;
    *sign = at[1] == '#' ? sign_numbered(at + 2, length - 1) : sign_named(at + 1, length);
    return *sign == 0 ? 0 : length + 2;
}

/* `<span>`, `</b>`, `<a href="...">`: how many bytes it takes, 0 if there is none. */
static size_t tag_at(const char *at) {
    static const char *const tags[] = {"a", "b", "br",  "div",  "em",     "font", "i",  "li", "p", "ol",
                                       "s", "q", "sub", "span", "strong", "sup",  "td", "tr", "u", "ul"};
    if (*at != '<') return 0;
    const char *name = at + 1 + (at[1] == '/');
    size_t length = 0;
    while (dsg_is_letter(name[length])) length++;
    const size_t rest = strcspn(name + length, "<>");
    if (name[length + rest] != '>' || (rest > 0 && !strchr(" /", name[length]))) return 0;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        size_t same = 0;
        while (same < length && dsg_lower(name[same]) == tags[i][same]) same++;
        if (same == length && tags[i][same] == '\0') return (size_t)(name + length + rest + 1 - at);
    }
    return 0;
}

int dsg_html_is_in(const char *text) {
    uint32_t sign;
    for (const char *at = text; *(at += strcspn(at, "&<")); at++)
        if (sign_at(at, &sign) > 0 || tag_at(at) > 0) return 1;
    return 0;
}

static size_t write_sign(uint32_t sign, char *plain) {
    if (sign == 0xA0) sign = ' ';
    if (sign == 0xAD) return 0; /* a soft hyphen */
    if (sign < 0x80) return *plain = (char)sign, 1;
    if (sign < 0x800) {
        plain[0] = (char)(0xC0 | sign >> 6);
        plain[1] = (char)(0x80 | (sign & 0x3F));
        return 2;
    }
    if (sign < 0x10000) {
        plain[0] = (char)(0xE0 | sign >> 12);
        plain[1] = (char)(0x80 | (sign >> 6 & 0x3F));
        plain[2] = (char)(0x80 | (sign & 0x3F));
        return 3;
    }
    plain[0] = (char)(0xF0 | sign >> 18);
    plain[1] = (char)(0x80 | (sign >> 12 & 0x3F));
    plain[2] = (char)(0x80 | (sign >> 6 & 0x3F));
    plain[3] = (char)(0x80 | (sign & 0x3F));
    return 4;
}

/* No sign is shorter than the bytes that it stands for. */
static size_t write_once(const char *text, char *plain) {
    size_t length = 0;
    while (*text) {
        uint32_t sign;
        const size_t of_sign = sign_at(text, &sign);
        const size_t of_tag = of_sign > 0 ? 0 : tag_at(text);
        if (of_sign > 0) length += write_sign(sign, plain + length);
        if (of_sign + of_tag == 0) plain[length++] = *text++;
        text += of_sign + of_tag;
    }
    plain[length] = '\0';
    return length;
}

size_t dsg_html_plain(const char *text, char *plain) {
    size_t length = write_once(text, plain);
    while (dsg_html_is_in(plain)) length = write_once(plain, plain); /* `&amp;#39;` was written twice */
    return length;
}
