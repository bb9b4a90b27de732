/* An explanation in one line: "husayn = hussein (spelling 0.96); left over: bin; order x0.985". */
#include "base/ascii.h"

#include <desig/desig.h>

#include <string.h>

/* A text that is cut to its capacity, and the length that all of it would have. */
typedef struct line {
    char *text;
    size_t capacity, length;
} line;

static void put(line *l, const char *text) {
    size_t length = strlen(text);
    size_t room = l->length < l->capacity ? l->capacity - l->length : 0;
    if (room > 0) memcpy(l->text + l->length, text, room < length ? room : length);
    l->length += length;
}

/* Not by printf(), which asks the locale. `places` is at most 3, and the value below 1,000. */
static void put_number(line *l, double value, unsigned places) {
    static const unsigned scales[] = {1, 10, 100, 1000};
    unsigned scaled = (unsigned)(value * scales[places] + 0.5);
    char digits[12];
    size_t at = sizeof digits;
    digits[--at] = '\0';
    for (unsigned i = 0; i <= places || scaled > 0; i++) {
        if (i == places && places > 0) digits[--at] = '.';
        digits[--at] = (char)('0' + scaled % 10);
        scaled /= 10;
    }
    put(l, digits + at);
}

static void separate(line *l) {
    if (l->length > 0) put(l, "; ");
}

static void put_parts(line *l, const desig_name_part *parts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (i > 0) put(l, " ");
        put(l, parts[i].text);
    }
}

static void put_meeting(line *l, const desig_explanation *why, const desig_meeting *m) {
    separate(l);
    put_parts(l, why->a + m->a, m->a_count);
    put(l, " = ");
    put_parts(l, why->b + m->b, m->b_count);
    put(l, " (");
    put(l, desig_term(DESIG_TERMS_RULE, m->rule));
    put(l, " ");
    put_number(l, m->likeness, 2);
    put(l, ")");
}

static uint64_t bits(size_t from, size_t count) {
    return ((UINT64_C(1) << count) - 1) << from;
}

static void put_left_over(line *l, const char *what, const desig_name_part *parts, size_t count,
                          uint64_t met) {
    int first = 1;
    for (size_t i = 0; i < count; i++) {
        if (met >> i & 1U) continue;
        if (first) separate(l);
        put(l, first ? what : ", ");
        put(l, parts[i].text);
        first = 0;
    }
}

static void put_factor(line *l, desig_factor factor, double value) {
    const char *word = desig_term(DESIG_TERMS_FACTOR, (unsigned)factor);
    if (value >= 1 || !word) return;
    separate(l);
    put(l, word);
    put(l, " x");
    put_number(l, value, 3);
}

size_t desig_explanation_text(const desig_explanation *why, char *text, size_t capacity) {
    line l = {text, text && capacity > 0 ? capacity - 1 : 0, 0};
    uint64_t met_a = 0;
    uint64_t met_b = 0;
    if (!why) return 0;
    for (size_t i = 0; i < why->meeting_count; i++) {
        put_meeting(&l, why, &why->meetings[i]);
        met_a |= bits(why->meetings[i].a, why->meetings[i].a_count);
        met_b |= bits(why->meetings[i].b, why->meetings[i].b_count);
    }
    put_left_over(&l, "left over: ", why->a, why->a_count, met_a);
    put_left_over(&l, "left over of the other: ", why->b, why->b_count, met_b);
    for (unsigned i = 0; i < DESIG_FACTORS; i++) put_factor(&l, (desig_factor)i, why->factors[i]);
    if (text && capacity > 0) {
        size_t kept = l.length < l.capacity ? l.length : l.capacity;
        text[dsg_utf8_valid(text, kept)] = '\0'; /* not within a letter */
    }
    return l.length;
}
