#include "base/ascii.h"

#include <desig/desig.h>

#define TERMS(...)                                                                                           \
    (const char *const[]) {                                                                                  \
        __VA_ARGS__, NULL                                                                                    \
    }

/* By vocabulary, then by the enum's value. */
static const char *const *const vocabularies[] = {
    [DESIG_TERMS_KIND] = TERMS("unknown", "individual", "group", "vessel", "aircraft"),
    [DESIG_TERMS_NAME_TYPE] = TERMS("primary", "aka", "fka", "nka"),
    [DESIG_TERMS_STRENGTH] = TERMS("unknown", "strong", "weak"),
    [DESIG_TERMS_ACTION_TYPE] = TERMS("designated", "amended", "revoked"),
    [DESIG_TERMS_STANCE] = TERMS("plain", "asserted", "disputed"),
    [DESIG_TERMS_FACT_TYPE] =
        TERMS("other", "birth-date", "birth-place", "nationality", "citizenship", "address", "identifier",
              "title", "gender", "established-date", "contact", "sanctions-note", "remark", "raw-row"),
    [DESIG_TERMS_STATUS] =
        TERMS("not recorded", "designated", "revoked", "uncertain", "listed", "not listed"),
    [DESIG_TERMS_SEVERITY] = TERMS("note", "warning", "error"),
    [DESIG_TERMS_CHANGE_TYPE] = TERMS("added", "removed", "changed", "ambiguous"),
    [DESIG_TERMS_PART] = TERMS("name", "action", "link", "fact", "assertion", "record"),
    [DESIG_TERMS_PART_CLASS] = TERMS("identity", "name", "date", "program", "measures", "identifier",
                                     "address", "link", "remark", "boilerplate", "spelling"),
    [DESIG_TERMS_RULE] =
        TERMS("none", "same", "spelling", "typing", "joined", "nickname", "acronym", "initial", "cut"),
    [DESIG_TERMS_FACTOR] = TERMS("order", "numbers", "own name", "support", "contradiction"),
    [DESIG_TERMS_EVIDENCE] = TERMS("unknown", "agree", "conflict", "near"),
    [DESIG_TERMS_EVIDENCE_ON] = TERMS("born", "nationality", "identifier", "kind"),
    [DESIG_TERMS_WEAK_POLICY] = TERMS("corroborate", "ignore", "full"),
};

static const char *const *terms_of(desig_vocabulary vocabulary) {
    static const char *const none[] = {NULL};
    const size_t count = sizeof vocabularies / sizeof *vocabularies;
    return (size_t)vocabulary < count ? vocabularies[vocabulary] : none;
}

const char *desig_term(desig_vocabulary vocabulary, unsigned value) {
    const char *const *term = terms_of(vocabulary);
    while (*term && value > 0) {
        term++;
        value--;
    }
    return *term;
}

int desig_term_value(desig_vocabulary vocabulary, const char *word) {
    if (!word) return -1;
    /* What OFAC and the UN call a group. */
    if (vocabulary == DESIG_TERMS_KIND && dsg_equal_nocase(word, "entity")) return DESIG_KIND_GROUP;
    const char *const *terms = terms_of(vocabulary);
    for (int value = 0; terms[value]; value++)
        if (dsg_equal_nocase(terms[value], word)) return value;
    return -1;
}
