#include "search/query.h"

#include "base/ascii.h"
#include "base/fold.h"
#include "model/date.h"

#include <string.h>

static int is_space(uint32_t letter) {
    return letter <= 0x20 || letter == 0xA0 || (letter >= 0x2000 && letter <= 0x200B) || letter == 0x202F ||
           letter == 0x3000 || letter == 0xFEFF;
}

static int is_blank(const char *text) {
    while (*text) {
        size_t bytes;
        if (!is_space(dsg_fold_letter(text, &bytes))) return 0;
        text += bytes;
    }
    return 1;
}

/* Why a text of a query is none, NULL if it is one or absent. */
static const char *wrong_text(const char *text, const char *not_utf8) {
    size_t length = text ? strlen(text) : 0;
    return dsg_utf8_valid(text, length) == length ? NULL : not_utf8;
}

const char *dsg_query_wrong(const desig_query *q) {
    desig_date born = q->born;
    const char *wrong = wrong_text(q->name, "the name is not UTF-8");
    if (!wrong) wrong = wrong_text(q->identifier, "the identifier is not UTF-8");
    if (!wrong) wrong = wrong_text(q->nationality, "the nationality is not UTF-8");
    if (wrong) return wrong;
    if (!q->name && !q->identifier) return "a query needs a name or an identifier";
    if (q->name && is_blank(q->name)) return "the name is empty";
    if (!q->name && is_blank(q->identifier)) return "the identifier is empty";
    if (!desig_term(DESIG_TERMS_KIND, (unsigned)q->kind)) return "the kind is none";
    if (!desig_term(DESIG_TERMS_WEAK_POLICY, (unsigned)q->weak)) return "the policy for weak names is none";
    if (!dsg_date_normalise(&born)) return "the date of birth is none";
    if (!(q->min_score >= 0 && q->min_score <= 1)) return "min_score is from 0 to 1";
    return NULL;
}
