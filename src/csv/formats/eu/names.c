/* Names of the EU's list. */
#include "csv/formats/eu/fsf.h"

#include "base/ascii.h"
#include "base/script.h"

#include <stdio.h>
#include <string.h>

/* ---- What a remark says of its name ---- */

typedef struct name_word {
    const char *words; /* compared without ASCII case */
    int whole; /* the remark says nothing else; where it does, it tells of another name ("formerly known as
                  X") */
    desig_name_type type;
    desig_strength strength;
} name_word;

/* The UN's quality of an alias, and what calls a name a former one in the languages of the Union, in which
 * the list gives some names. */
static const name_word name_words[] = {
    {"good quality a", 0, DESIG_NAME_AKA, DESIG_STRENGTH_STRONG},
    {"high quality a", 0, DESIG_NAME_AKA, DESIG_STRENGTH_STRONG},
    {"low quality a", 0, DESIG_NAME_AKA, DESIG_STRENGTH_WEAK},
    {"original script", 1, DESIG_NAME_AKA, DESIG_STRENGTH_UNKNOWN},
    {"maiden name", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"former name", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"formerly known as", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"formerly listed as", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"previously listed as", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"d\xc5\x99\xc3\xadve zn\xc3\xa1m jako", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"tidligere kendt som", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"vormals", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"antes conocida como", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"conocida anteriormente como", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"anciennement connue sous le nom d\xe2\x80\x99", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"gi\xc3\xa0", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"ranije poznato kao", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"ank\xc5\xa1\xc4\x8diau \xc5\xbeinoma kaip", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"agr\xc4\x81k zin\xc4\x81ms k\xc4\x81", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"kor\xc3\xa1"
     "bbi elnevez\xc3\xa9se",
     1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"voorheen bekend als", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"dawniej znany jako", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"dawniej znane jako", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"anteriormente conhecida como", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"anteriormente denominada", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"prej imenovano", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"predt\xc3\xbdm zn\xc3\xa1my ako", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"tidigare k\xc3\xa4nt som", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
    {"entinen", 1, DESIG_NAME_FKA, DESIG_STRENGTH_UNKNOWN},
};

static int begins(dsg_piece text, const char *words) {
    size_t i = 0;
    while (words[i] != '\0' && i < text.length && dsg_lower(text.bytes[i]) == words[i]) i++;
    return words[i] == '\0';
}

static int contains(dsg_piece text, const char *words) {
    while (text.length > 0 && !begins(text, words)) {
        text.bytes++;
        text.length--;
    }
    return text.length > 0;
}

/* `(original script)`, `formerly known as:`. */
static dsg_piece without_marks(dsg_piece text) {
    while (text.length > 0 && strchr("(", text.bytes[0])) {
        text.bytes++;
        text.length--;
    }
    while (text.length > 0 && strchr("):. ", text.bytes[text.length - 1])) text.length--;
    return text;
}

static const name_word *word_of(dsg_piece remark) {
    dsg_piece whole = without_marks(remark);
    for (size_t i = 0; i < sizeof name_words / sizeof name_words[0]; i++) {
        const name_word *word = &name_words[i];
        if (word->whole ? dsg_piece_is(whole, word->words) : contains(remark, word->words)) return word;
    }
    return NULL;
}

/* ---- The name ---- */

/* The whole name, else its parts in the order of the whole ones. */
static desig_result keep_text(dsg_cursor *cursor, const char **kept) {
    static const size_t parts[] = {EU_FIRST_NAME, EU_MIDDLE_NAME, EU_LAST_NAME};
    dsg_piece whole = dsg_text_of(cursor, EU_WHOLE_NAME);
    dsg_buffer *joined = &cursor->import->scratch;
    desig_result result = DESIG_OK;
    if (whole.length > 0) return dsg_keep_once(cursor, whole.bytes, whole.length, kept);
    joined->length = 0;
    for (size_t i = 0; result == DESIG_OK && i < sizeof parts / sizeof parts[0]; i++) {
        dsg_piece part = dsg_text_of(cursor, parts[i]);
        if (part.length > 0 && joined->length > 0) result = dsg_buffer_append(joined, " ", 1);
        if (result == DESIG_OK) result = dsg_buffer_append(joined, part.bytes, part.length);
    }
    if (result != DESIG_OK || joined->length == 0) return result;
    return dsg_keep_once(cursor, joined->bytes, joined->length, kept);
}

/* The name's language is given by its ISO 639 code, in whatever case; another word is kept as a fact. Where
 * it is not given, letters other than Latin ones still tell the script. */
static desig_result read_language(dsg_cursor *cursor, desig_name *name) {
    enum { CODE = 3 };
    dsg_piece cell = dsg_text_of(cursor, EU_NAME_LANGUAGE);
    const char *script = name->text ? dsg_script_of(name->text) : NULL;
    char code[CODE], tag[sizeof "und-Xxxx"];
    size_t i;
    for (i = 0; i < cell.length && i < CODE && dsg_is_letter(cell.bytes[i]); i++)
        code[i] = dsg_lower(cell.bytes[i]);
    if (i >= 2 && i == cell.length) return dsg_keep(cursor, code, i, &name->language);
    if (script) {
        int length = snprintf(tag, sizeof tag, "und-%s", script);
        desig_result result = dsg_keep(cursor, tag, (size_t)length, &name->language);
        if (result != DESIG_OK) return result;
    }
    return dsg_eu_add_cell(cursor, EU_NAME_LANGUAGE, EU_OF_NAME, DESIG_FACT_OTHER);
}

/* The list marks no primary name. It gives an entity's names in the order in which it has taken them up, so
 * the first that it does not itself call an alias or a former name is taken for it. */
desig_result dsg_eu_add_name(dsg_cursor *cursor) {
    const name_word *word = word_of(dsg_text_of(cursor, EU_NAME_REMARK));
    int has_primary = dsg_cursor_primary(cursor) != NULL;
    desig_name name = {.group = dsg_eu_state_of(cursor->import)->blocks[EU_OF_NAME].group};
    desig_result result = keep_text(cursor, &name.text);
    name.type = (uint8_t)(word ? word->type : has_primary ? DESIG_NAME_AKA : DESIG_NAME_PRIMARY);
    name.strength = (uint8_t)(word ? word->strength : DESIG_STRENGTH_UNKNOWN);
    if (result == DESIG_OK) result = read_language(cursor, &name);
    if (result != DESIG_OK || !name.text) return result;
    dsg_eu_state_of(cursor->import)->blocks[EU_OF_NAME].is_told = 1;
    return dsg_add_name(cursor, &name);
}
