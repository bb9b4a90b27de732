/* Checks of texts: what has come to letters on their way. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "checks/checks.h"

/* ---- Letters ---- */

/* The code point at *at, which is moved behind it; 0 at the text's end. What is no UTF-8 is U+FFFD. */
static uint32_t letter_next(const char **at) {
    const unsigned char *bytes = (const unsigned char *)*at;
    unsigned char first = bytes[0];
    int more = first < 0x80 ? 0 : first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    uint32_t letter = more == 0 ? first : first & (0x3FU >> more);
    if (first == 0) return 0;
    ++*at;
    if (first >= 0x80 && first < 0xC2) return 0xFFFD;
    for (int i = 1; i <= more; i++) {
        if ((bytes[i] & 0xC0) != 0x80) return 0xFFFD;
        letter = letter << 6 | (bytes[i] & 0x3F);
        ++*at;
    }
    return letter;
}

/* The scripts in which names mix letters up. */
typedef enum letter_script {
    SCRIPT_NONE = 0, /* a digit, a mark, punctuation, a space */
    SCRIPT_LATIN,
    SCRIPT_CYRILLIC,
    SCRIPT_GREEK,
    SCRIPT_OTHER
} letter_script;

static letter_script letter_script_of(uint32_t letter) {
    /* Ranges of the Unicode blocks; signs within them that are no letters are left out. */
    static const struct {
        uint32_t first;
        uint32_t last;
        letter_script script;
    } ranges[] = {
        {'A', 'Z', SCRIPT_LATIN},        {'a', 'z', SCRIPT_LATIN},         {0xC0, 0xD6, SCRIPT_LATIN},
        {0xD8, 0xF6, SCRIPT_LATIN},      {0xF8, 0x24F, SCRIPT_LATIN},      {0x250, 0x2AF, SCRIPT_LATIN},
        {0x370, 0x373, SCRIPT_GREEK},    {0x376, 0x377, SCRIPT_GREEK},     {0x37F, 0x383, SCRIPT_GREEK},
        {0x386, 0x386, SCRIPT_GREEK},    {0x388, 0x3FF, SCRIPT_GREEK},     {0x400, 0x481, SCRIPT_CYRILLIC},
        {0x48A, 0x52F, SCRIPT_CYRILLIC}, {0x530, 0x1CFF, SCRIPT_OTHER},    {0x1E00, 0x1EFF, SCRIPT_LATIN},
        {0x1F00, 0x1FBC, SCRIPT_GREEK},  {0x2C60, 0x2C7F, SCRIPT_LATIN},   {0x3040, 0xD7FF, SCRIPT_OTHER},
        {0xF900, 0xFDCF, SCRIPT_OTHER},  {0xFDF0, 0xFDFF, SCRIPT_OTHER},   {0xFE70, 0xFEFC, SCRIPT_OTHER},
        {0xFF21, 0xFF5A, SCRIPT_LATIN},  {0x20000, 0x3FFFF, SCRIPT_OTHER},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0] && letter >= ranges[i].first; i++)
        if (letter <= ranges[i].last) return ranges[i].script;
    return SCRIPT_NONE;
}

/* ---- Excerpts ---- */

enum { EXCERPT = 120 }; /* bytes of a long text that are shown */

/* Where an excerpt of a text ends: between two characters. */
static int excerpt_length(const char *text) {
    size_t length = strlen(text);
    if (length <= EXCERPT) return (int)length;
    length = EXCERPT;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) length--;
    return (int)length;
}

/* The excerpt that has `from` in it. */
static const char *excerpt_at(const char *text, const char *from) {
    const char *start = from - text > EXCERPT / 2 ? from - EXCERPT / 2 : text;
    while (start > text && ((unsigned char)*start & 0xC0) == 0x80) start--;
    return start;
}

static void tell(const checking *at, const char *what, const char *text, const char *from) {
    const char *start = excerpt_at(text, from);
    doubt(at, "%s: %.*s", what, excerpt_length(start), start);
}

/* ---- Scripts ---- */

/* A word with letters of two scripts of which letters look alike. */
typedef struct mixed_word {
    const char *start;
    const char *other; /* the first letter of the second script */
    letter_script scripts[2];
} mixed_word;

static int find_mixed_word(const char *text, mixed_word *found) {
    const char *next = text, *at = text;
    uint32_t letter;
    found->start = text;
    found->scripts[0] = SCRIPT_NONE;
    for (; (letter = letter_next(&next)) != 0; at = next) {
        letter_script script = letter_script_of(letter);
        if (letter == '\\' && *next == 'n') next++; /* a line break that was written out */
        if (script == SCRIPT_NONE || script == SCRIPT_OTHER) {
            found->start = next;
            found->scripts[0] = SCRIPT_NONE;
        } else if (found->scripts[0] == SCRIPT_NONE) {
            found->scripts[0] = script;
        } else if (script != found->scripts[0]) {
            found->scripts[1] = script;
            found->other = at;
            return 1;
        }
    }
    return 0;
}

void check_scripts(const checking *at, const void *part) {
    const char *text = part;
    static const char *const names[] = {"", "Latin", "Cyrillic", "Greek", ""};
    mixed_word word;
    if (!find_mixed_word(text, &word)) return;
    const char *next = word.other;
    char what[96];
    uint32_t letter = letter_next(&next);
    snprintf(what, sizeof what, "a word of %s and %s letters (\"%.*s\" is U+%04X)", names[word.scripts[0]],
             names[word.scripts[1]], (int)(next - word.other), word.other, (unsigned)letter);
    tell(at, what, text, word.start);
}

/* ---- Invisible characters ---- */

static int is_joined_script(uint32_t letter) {
    return letter >= 0x600 && letter < 0x1900; /* Arabic, and those of South and South-East Asia */
}

/* What a reader does not see, or cannot tell from a space; NULL for anything else. */
static const char *invisible_name(uint32_t letter) {
    static const struct {
        uint32_t first;
        uint32_t last;
        const char *name;
    } characters[] = {
        {0x01, 0x08, "a control character"},
        {0x0B, 0x0C, "a control character"},
        {0x0E, 0x1F, "a control character"},
        {0x7F, 0x7F, "a control character"},
        {0xA0, 0xA0, "a no-break space"},
        {0xAD, 0xAD, "a soft hyphen"},
        {0x34F, 0x34F, "a grapheme joiner"},
        {0x61C, 0x61C, "a mark of direction"},
        {0x115F, 0x1160, "a filler"},
        {0x180E, 0x180E, "a vowel separator"},
        {0x2000, 0x200A, "an odd space"},
        {0x200B, 0x200B, "a zero-width space"},
        {0x200C, 0x200D, "a zero-width joiner or non-joiner"},
        {0x200E, 0x200F, "a mark of direction"},
        {0x2028, 0x2029, "a line or paragraph separator"},
        {0x202A, 0x202E, "a mark of direction"},
        {0x202F, 0x202F, "a no-break space"},
        {0x205F, 0x205F, "an odd space"},
        {0x2060, 0x2064, "a word joiner or invisible operator"},
        {0x2066, 0x206F, "a mark of direction"},
        {0x3164, 0x3164, "a filler"},
        {0xFE00, 0xFE0F, "a variation selector"},
        {0xFEFF, 0xFEFF, "a byte-order mark"},
        {0xFFA0, 0xFFA0, "a filler"},
        {0xE0001, 0xE01EF, "a tag or variation selector"},
    };
    for (size_t i = 0; i < sizeof characters / sizeof characters[0] && letter >= characters[i].first; i++)
        if (letter <= characters[i].last) return characters[i].name;
    return NULL;
}

/* One finding a text, with the first of them and how many there are. Between letters that are joined, joiners
 * are spelling. */
void check_invisible(const checking *at, const void *part) {
    const char *text = part;
    const char *next = text, *found = NULL;
    uint32_t letter, before = 0, first = 0;
    unsigned count = 0;
    for (; (letter = letter_next(&next)) != 0; before = letter) {
        if (!invisible_name(letter)) continue;
        if ((letter == 0x200C || letter == 0x200D) && is_joined_script(before)) continue;
        if (count++ > 0) continue;
        first = letter;
        found = next;
    }
    if (count == 0) return;
    char what[128];
    snprintf(what, sizeof what, "%s (U+%04X)%s", invisible_name(first), (unsigned)first,
             count > 1 ? " and others that do not show" : "");
    tell(at, what, text, found);
}

/* ---- Encoding ---- */

/* The byte of Windows-1252 that a character is, 0 if it is none above ASCII. */
static unsigned char windows_byte(uint32_t letter) {
    static const uint16_t upper[32] = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
    };
    if (letter >= 0xA0 && letter <= 0xFF) return (unsigned char)letter;
    for (size_t i = 0; i < sizeof upper / sizeof upper[0]; i++)
        if (letter == upper[i] || letter == 0x80 + i) return (unsigned char)(0x80 + i);
    return 0;
}

/* Characters that lists have, and that two or three of Windows-1252 may be when UTF-8 is taken for it. Others
 * (`CAFÉ»` would be a phonetic letter) are chance. */
static int is_likely(uint32_t letter) {
    return (letter >= 0xA0 && letter <= 0x17F) || (letter >= 0x400 && letter <= 0x45F) ||
           (letter >= 0x621 && letter <= 0x6CC) || (letter >= 0x1E00 && letter <= 0x1EFF) ||
           (letter >= 0x2010 && letter <= 0x203A) || letter == 0x20AC || letter == 0x2122;
}

/* Whether UTF-8 was taken for Windows-1252 here: the characters are the bytes of one. */
static int is_doubly_encoded(const char *text) {
    char bytes[5] = "";
    const char *at = bytes;
    for (int i = 0; i < 4; i++) {
        unsigned char byte = windows_byte(letter_next(&text));
        if (byte == 0) break;
        bytes[i] = (char)byte;
    }
    uint32_t letter = letter_next(&at);
    return letter != 0xFFFD && at - bytes > 1 && is_likely(letter);
}

static const char *find_entity(const char *text) {
    for (; (text = strchr(text, '&')) != NULL; text++) {
        size_t length = text[1] == '#' ? 2 : 1;
        while (isalnum((unsigned char)text[length])) length++;
        if (text[length] == ';' && length > 2 && length < 9) return text;
    }
    return NULL;
}

/* `<span>`, `</b>`: what is left of a page. `<Head Office>` is none. */
static const char *find_tag(const char *text) {
    static const char *const tags[] = {"a", "b", "br",   "div",    "em",  "font", "i",  "li", "ol", "p",
                                       "s", "q", "span", "strong", "sub", "sup",  "td", "tr", "u",  "ul"};
    for (; (text = strchr(text, '<')) != NULL; text++) {
        const char *name = text + 1 + (text[1] == '/');
        const size_t length = strcspn(name, " />");
        if (!strchr(name, '>')) return NULL;
        for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
            if (strlen(tags[i]) == length && strncasecmp(name, tags[i], length) == 0) return text;
    }
    return NULL;
}

/* `S?o Paulo`: a question mark where a letter was. Not in what may be an address of the web. */
static const char *find_lost_letter(const char *text) {
    if (strstr(text, "://") || strstr(text, "www.")) return NULL;
    for (const char *at = text; (at = strchr(at, '?')) != NULL; at++)
        if (at > text && isalpha((unsigned char)at[-1]) && isalpha((unsigned char)at[1])) return at;
    return NULL;
}

/* What is wrong with the character at *at, which is moved behind it; NULL: nothing. */
static const char *damage_of_letter(const char **at) {
    const char *start = *at;
    uint32_t letter = letter_next(at);
    if (letter == 0xFFFD) return "a character that was lost (U+FFFD)";
    if (letter >= 0x80 && letter < 0xA0) return "Windows-1252 that was taken for Latin-1";
    return letter >= 0x80 && is_doubly_encoded(start) ? "UTF-8 that was taken for Windows-1252" : NULL;
}

void check_encoding(const checking *at, const void *part) {
    const char *text = part;
    const char *found, *what = NULL;
    for (const char *next = text; *next != '\0' && !what;) {
        found = next;
        what = damage_of_letter(&next);
    }
    if (!what && (found = find_entity(text)) != NULL) what = "a character written as in HTML";
    if (!what && (found = find_tag(text)) != NULL) what = "a tag of HTML";
    if (!what && (found = strstr(text, "_x000D_")) != NULL) what = "a line break as spreadsheets write it";
    if (!what && (found = find_lost_letter(text)) != NULL) what = "a question mark in place of a letter";
    if (what) tell(at, what, text, found);
}

/* ---- Spreadsheets ---- */

static size_t digits(const char *text) {
    return strspn(text, "0123456789");
}

/* `1.2E+15`: digits of a number are lost. */
static int is_shortened(const char *text) {
    size_t before = digits(text);
    if (before == 0) return 0;
    text += before;
    if (*text == '.' || *text == ',') text += 1 + digits(text + 1);
    if (strncmp(text, "E+", 2) != 0 && strncmp(text, "e+", 2) != 0) return 0;
    text += 2;
    return digits(text) > 0 && text[digits(text)] == '\0';
}

/* `#NAME?`, `#REF!`, `#N/A`, `#####`. */
static int is_failed(const char *text) {
    static const char *const failures[] = {"#NAME?", "#REF!",  "#VALUE!", "#DIV/0!",
                                           "#NUM!",  "#NULL!", "#N/A"};
    for (size_t i = 0; i < sizeof failures / sizeof failures[0]; i++)
        if (strcmp(text, failures[i]) == 0) return 1;
    return strlen(text) > 2 && text[strspn(text, "#")] == '\0';
}

/* Reading tells what has become of dates, and of the identifiers of the layout for people. */
static int is_told_by_reading(const checking *at) {
    const char *format = at->entry->report.format;
    if (at->where.part != DESIG_PART_FACT) return 0;
    if (at->where.type == DESIG_FACT_IDENTIFIER) return format && strcmp(format, "designations") == 0;
    return at->where.type == DESIG_FACT_BIRTH_DATE || at->where.type == DESIG_FACT_ESTABLISHED_DATE;
}

void check_spreadsheet(const checking *at, const void *part) {
    const char *text = part;
    if (is_told_by_reading(at)) return;
    if (is_shortened(text))
        tell(at, "a spreadsheet has shortened a number, digits are lost", text, text);
    else if (is_failed(text))
        tell(at, "a spreadsheet's formula has failed or its column was too narrow", text, text);
}
