#include "names/acronym.h"

#include "base/ascii.h"
#include "base/hash.h"

#include <string.h>

/* Whether a part gives its initial to the acronym; articles and prepositions seldom do. */
static int gives_initial(const dsg_name_part *part, int with_legal) {
    if (part->class == DSG_CLASS_PARTICLE || part->class == DSG_CLASS_ACRONYM) return 0;
    return with_legal || part->class != DSG_CLASS_LEGAL;
}

/* 0 if the initials are too few or too many, or not all Latin letters. */
static int spell(const dsg_name_part *parts, size_t count, int with_legal, const dsg_name_part *but,
                 dsg_acronym *out) {
    out->length = 0;
    for (size_t i = 0; i < count; i++) {
        if (&parts[i] == but || !gives_initial(&parts[i], with_legal)) continue;
        if (out->length == DSG_ACRONYM_MOST || !dsg_is_lower(parts[i].text[0])) return 0;
        out->text[out->length++] = parts[i].text[0];
    }
    return out->length >= DSG_ACRONYM_LEAST;
}

size_t dsg_acronyms_of(const dsg_name_part *parts, size_t count, dsg_acronym out[DSG_ACRONYMS]) {
    size_t found = (size_t)spell(parts, count, 0, NULL, &out[0]);
    size_t bare = out[0].length;
    if (spell(parts, count, 1, NULL, &out[found]) && out[found].length != bare) found++;
    return found;
}

int dsg_part_may_be_acronym(const dsg_name_part *part) {
    return part->class == DSG_CLASS_PLAIN && part->text_length >= DSG_ACRONYM_LEAST &&
           part->text_length <= DSG_ACRONYM_MOST;
}

int dsg_part_is_acronym(const dsg_name_part *part, const dsg_acronym *acronym) {
    return dsg_part_may_be_acronym(part) && part->text_length == acronym->length &&
           memcmp(part->text, acronym->text, acronym->length) == 0;
}

uint32_t dsg_acronym_key(const char *text, size_t length) {
    enum { ANOTHER_KIND_OF_KEY = 1 };
    return (uint32_t)dsg_hash_seeded(text, length, ANOTHER_KIND_OF_KEY);
}

void dsg_acronym_mark(dsg_name_parts *parts) {
    dsg_acronym acronym;
    for (size_t i = 0; i < parts->count; i++) {
        dsg_name_part *part = &parts->part[i];
        if (!dsg_part_may_be_acronym(part)) continue;
        for (int with_legal = 0; with_legal <= 1 && part->class != DSG_CLASS_ACRONYM; with_legal++) {
            if (!spell(parts->part, parts->count, with_legal, part, &acronym)) continue;
            if (!dsg_part_is_acronym(part, &acronym)) continue;
            part->class = DSG_CLASS_ACRONYM;
            part->weight = dsg_part_weight(part, parts->family);
        }
    }
}
