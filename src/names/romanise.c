#include "names/romanise.h"

#include "base/fold.h"
#include "names/han.h"
#include "names/hangul.h"

#include <string.h>

/* ---- Scripts ---- */

typedef enum script_kind { BY_LETTERS, BY_SYLLABLES, BY_CHARACTERS } script_kind;

/* Which letters are read by which table: blocks of folded letters. */
static const struct script {
    uint32_t first, last;
    script_kind kind;
    const dsg_alphabet *alphabet;
} scripts[] = {
    {0x0370, 0x03FF, BY_LETTERS, &dsg_greek},    {0x0400, 0x052F, BY_LETTERS, &dsg_cyrillic},
    {0x0530, 0x058F, BY_LETTERS, &dsg_armenian}, {0x0590, 0x05FF, BY_LETTERS, &dsg_hebrew},
    {0x0600, 0x06FF, BY_LETTERS, &dsg_arabic},   {0x0900, 0x097F, BY_LETTERS, &dsg_devanagari},
    {0x0E00, 0x0E7F, BY_LETTERS, &dsg_thai},     {0x10D0, 0x10FF, BY_LETTERS, &dsg_georgian},
    {0x1100, 0x11FF, BY_SYLLABLES, NULL},        {0x3040, 0x309F, BY_LETTERS, &dsg_kana},
    {0x30A0, 0x30FF, BY_LETTERS, &dsg_kana},     {DSG_HAN_FIRST, DSG_HAN_LAST, BY_CHARACTERS, NULL},
};

static const struct script *script_of(uint32_t letter) {
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (letter >= scripts[i].first && letter <= scripts[i].last) return &scripts[i];
    return NULL;
}

static int is_ascii(char c) {
    return !((unsigned char)c & 0x80U);
}

int dsg_can_romanise(dsg_text word) {
    for (size_t at = 0; at < word.length;) {
        size_t bytes = 1;
        if (!is_ascii(word.text[at]) && script_of(dsg_fold_letter(word.text + at, &bytes))) return 1;
        at += bytes;
    }
    return 0;
}

/* ---- By letters ---- */

/* A word that is being read, at a letter. */
typedef struct reading {
    dsg_text word;
    size_t at;
    char *out;
    size_t length;
    const dsg_alphabet *first; /* looked into before the script's own; NULL: none */
} reading;

/* Whether the reading ends where a word of it may begin. */
static int is_word_start(const reading *r) {
    return r->length == 0 || r->out[r->length - 1] == ' ';
}

static void put(reading *r, const char *letters) {
    if (*letters == '-') {
        letters++;
        if (r->length > 0 && r->out[r->length - 1] == DSG_NO_VOWEL) r->length--;
    }
    for (; *letters && r->length < DSG_READING_BYTES; letters++) {
        int again = *letters == DSG_NO_VOWEL && r->length > 0 && r->out[r->length - 1] == DSG_NO_VOWEL;
        if (!again) r->out[r->length++] = *letters;
    }
}

/* How many bytes of the word a row takes where the reading is; 0: it is another's. */
static size_t row_takes(const reading *r, const dsg_letters *row) {
    const char *letters = row->letters;
    if (*letters == '^' && !is_word_start(r)) return 0;
    letters += *letters == '^';
    size_t length = strlen(letters);
    int at_end = letters[length - 1] == '$';
    length -= (size_t)at_end;
    if (r->word.length - r->at < length || memcmp(r->word.text + r->at, letters, length) != 0) return 0;
    return at_end && r->at + length != r->word.length ? 0 : length;
}

/* Read by the first row that fits; 0 if none does. */
static int put_row(reading *r, const dsg_alphabet *alphabet) {
    for (size_t i = 0; i < alphabet->count; i++) {
        size_t taken = row_takes(r, &alphabet->rows[i]);
        if (taken == 0) continue;
        put(r, alphabet->rows[i].reading);
        r->at += taken;
        return 1;
    }
    return 0;
}

static void put_letter(reading *r, const dsg_alphabet *alphabet) {
    size_t bytes; /* of what is no letter of a name */
    if ((r->first && put_row(r, r->first)) || put_row(r, alphabet)) return;
    dsg_fold_letter(r->word.text + r->at, &bytes);
    r->at += bytes;
}

/* ---- By syllables and characters ---- */

/* Each syllable of a name is a word; that of a company's long one is not. */
static void put_syllable(reading *r, size_t syllables) {
    char syllable[DSG_HANGUL_READING];
    if (syllables <= DSG_HANGUL_NAME && !is_word_start(r)) put(r, " ");
    r->at += dsg_hangul_syllable(r->word.text + r->at, r->word.length - r->at, syllable);
    put(r, syllable);
}

/* Each character is a word, unless several are translated. A name in Han and Hangul is Korean. */
static void put_character(reading *r, size_t syllables) {
    size_t bytes;
    if (syllables > 0 && put_row(r, &dsg_korean_han)) return;
    if (put_row(r, &dsg_han_words)) return;
    const char *syllable = dsg_han_reading(dsg_fold_letter(r->word.text + r->at, &bytes));
    r->at += bytes;
    if (!syllable) return;
    if (!is_word_start(r)) put(r, " ");
    put(r, syllable);
    put(r, " ");
}

/* ---- Letters in an order in which they can be read ---- */

static size_t put_code(char *out, uint32_t code) {
    out[0] = (char)(0xE0U | code >> 12);
    out[1] = (char)(0x80U | (code >> 6 & 0x3FU));
    out[2] = (char)(0x80U | (code & 0x3FU));
    return 3;
}

static int is_katakana(uint32_t code) {
    return code >= 0x30A1 && code <= 0x30F6;
}

/* Thai vowels that are written before the consonant behind which they are spoken. */
static int is_written_before(uint32_t code) {
    return code >= 0x0E40 && code <= 0x0E44;
}

/* Katakana becomes hiragana; a Thai vowel moves behind its consonant. All take three bytes. */
static size_t arrange(dsg_text word, char out[DSG_READING_BYTES]) {
    size_t length = 0;
    for (size_t at = 0; at < word.length;) {
        size_t bytes;
        size_t next = 0;
        uint32_t code = dsg_fold_letter(word.text + at, &bytes);
        if (length + 2 * bytes > DSG_READING_BYTES) break;
        if (is_katakana(code)) {
            length += put_code(out + length, code - 0x60);
        } else if (is_written_before(code) && at + bytes < word.length) {
            dsg_fold_letter(word.text + at + bytes, &next);
            memcpy(out + length, word.text + at + bytes, next);
            length += next + put_code(out + length + next, code);
        } else {
            memcpy(out + length, word.text + at, bytes);
            length += bytes;
        }
        at += bytes + next;
    }
    return length;
}

/* Ukrainian and Belarusian names have letters that Russian ones have not, and read others otherwise. */
static int is_ukrainian(dsg_text name) {
    static const uint32_t letters[] = {0x0454, 0x0456, 0x0491}; /* є, і, ґ */
    for (size_t at = 0; at < name.length;) {
        size_t bytes;
        uint32_t code = dsg_fold_letter(name.text + at, &bytes);
        for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
            if (code == letters[i]) return 1;
        at += bytes;
    }
    return 0;
}

int dsg_is_syllabic(dsg_text word) {
    size_t bytes;
    uint32_t code = word.length > 0 ? dsg_fold_letter(word.text, &bytes) : 0;
    size_t syllables = dsg_hangul_syllables(word);
    return (code >= DSG_HAN_FIRST && code <= DSG_HAN_LAST) || (syllables > 0 && syllables <= DSG_HANGUL_NAME);
}

size_t dsg_romanise(dsg_text given, dsg_text name, char out[DSG_READING_BYTES]) {
    char arranged[DSG_READING_BYTES];
    const dsg_text word = {arranged, arrange(given, arranged)};
    const size_t syllables = dsg_hangul_syllables(word);
    reading r = {.word = word, .out = out, .first = is_ukrainian(name) ? &dsg_ukrainian : NULL};
    while (r.at < word.length && r.length < DSG_READING_BYTES) {
        const char letter[2] = {word.text[r.at], '\0'};
        size_t bytes = 1;
        const struct script *script =
            is_ascii(*letter) ? NULL : script_of(dsg_fold_letter(word.text + r.at, &bytes));
        if (!script) {
            if (is_ascii(*letter)) put(&r, letter);
            r.at += bytes;
        } else if (script->kind == BY_SYLLABLES) {
            put_syllable(&r, syllables);
        } else if (script->kind == BY_CHARACTERS) {
            put_character(&r, syllables);
        } else {
            put_letter(&r, script->alphabet);
        }
    }
    while (r.length > 0 && (out[r.length - 1] == ' ')) r.length--;
    return r.length;
}
