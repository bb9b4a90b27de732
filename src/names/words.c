#include "names/words.h"

#include <string.h>

static int compare(dsg_text text, const char *word) {
    int order = strncmp(text.text, word, text.length);
    return order == 0 && word[text.length] != '\0' ? -1 : order;
}

/* The row of a sorted table at which a text stands, or would. Each row begins with a pointer to its text. */
static size_t lower_bound(dsg_text text, const void *table, size_t row_size, size_t count) {
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *word;
        memcpy(&word, (const char *)table + middle * row_size, sizeof(word));
        if (compare(text, word) > 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const dsg_word *dsg_word_find(dsg_text text, dsg_name_family family) {
    size_t at = lower_bound(text, dsg_words, sizeof *dsg_words, dsg_word_count);
    /* Of two classes of one word, an unknown kind gets the first. */
    for (; at < dsg_word_count && dsg_text_is(text, dsg_words[at].text); at++)
        if (dsg_words[at].families & (unsigned)family) return &dsg_words[at];
    return NULL;
}

int dsg_word_is_common_name(dsg_text text) {
    size_t at = lower_bound(text, dsg_common_names, sizeof *dsg_common_names, dsg_common_name_count);
    return at < dsg_common_name_count && dsg_text_is(text, dsg_common_names[at]);
}

const dsg_nickname *dsg_nicknames_of(dsg_text text, size_t *count) {
    size_t first = lower_bound(text, dsg_nicknames, sizeof *dsg_nicknames, dsg_nickname_count);
    size_t end = first;
    while (end < dsg_nickname_count && dsg_text_is(text, dsg_nicknames[end].nickname)) end++;
    *count = end - first;
    return end > first ? &dsg_nicknames[first] : NULL;
}

static int ends_with(dsg_text text, const char *ending) {
    size_t length = strlen(ending);
    return text.length > length + 1 && memcmp(text.text + text.length - length, ending, length) == 0;
}

int dsg_word_is_patronymic(dsg_text text) {
    static const char *const endings[] = {"ovich", "evich", "ovych", "evych", "ovna",
                                          "evna",  "ivna",  "yich",  "vits"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_with(text, endings[i])) return 1;
    return 0;
}

int dsg_word_is_article(dsg_text text) {
    static const char *const articles[] = {
        "al", "el", "ul", "ol", "il", "ar", "ur", "er",  "as",  "us",  "es",  "ad",  "ud", "ed", "an", "un",
        "en", "at", "ut", "et", "az", "uz", "ez", "ash", "ush", "esh", "ath", "adh", "or", "os", "od", "on"};
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (dsg_text_is(text, articles[i])) return 1;
    return 0;
}
