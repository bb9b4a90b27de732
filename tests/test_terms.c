/* The words of the vocabularies, in both directions. */
#include <criterion/criterion.h>
#include <desig/desig.h>

static const struct {
    desig_vocabulary vocabulary;
    unsigned value;
    const char *word;
} pairs[] = {
    {DESIG_TERMS_KIND, DESIG_KIND_UNKNOWN, "unknown"},
    {DESIG_TERMS_KIND, DESIG_KIND_INDIVIDUAL, "individual"},
    {DESIG_TERMS_KIND, DESIG_KIND_GROUP, "group"},
    {DESIG_TERMS_KIND, DESIG_KIND_VESSEL, "vessel"},
    {DESIG_TERMS_KIND, DESIG_KIND_AIRCRAFT, "aircraft"},
    {DESIG_TERMS_NAME_TYPE, DESIG_NAME_PRIMARY, "primary"},
    {DESIG_TERMS_NAME_TYPE, DESIG_NAME_AKA, "aka"},
    {DESIG_TERMS_NAME_TYPE, DESIG_NAME_FKA, "fka"},
    {DESIG_TERMS_NAME_TYPE, DESIG_NAME_NKA, "nka"},
    {DESIG_TERMS_STRENGTH, DESIG_STRENGTH_UNKNOWN, "unknown"},
    {DESIG_TERMS_STRENGTH, DESIG_STRENGTH_STRONG, "strong"},
    {DESIG_TERMS_STRENGTH, DESIG_STRENGTH_WEAK, "weak"},
    {DESIG_TERMS_ACTION_TYPE, DESIG_ACTION_DESIGNATED, "designated"},
    {DESIG_TERMS_ACTION_TYPE, DESIG_ACTION_AMENDED, "amended"},
    {DESIG_TERMS_ACTION_TYPE, DESIG_ACTION_REVOKED, "revoked"},
    {DESIG_TERMS_STANCE, DESIG_STANCE_PLAIN, "plain"},
    {DESIG_TERMS_STANCE, DESIG_STANCE_ASSERTED, "asserted"},
    {DESIG_TERMS_STANCE, DESIG_STANCE_DISPUTED, "disputed"},
    {DESIG_TERMS_FACT_TYPE, DESIG_FACT_OTHER, "other"},
    {DESIG_TERMS_FACT_TYPE, DESIG_FACT_BIRTH_DATE, "birth-date"},
    {DESIG_TERMS_FACT_TYPE, DESIG_FACT_BIRTH_PLACE, "birth-place"},
    {DESIG_TERMS_FACT_TYPE, DESIG_FACT_NATIONALITY, "nationality"},
    {DESIG_TERMS_FACT_TYPE, DESIG_FACT_CITIZENSHIP, "citizenship"},
    {DESIG_TERMS_FACT_TYPE, DESIG_FACT_ADDRESS, "address"},
    {DESIG_TERMS_FACT_TYPE, DESIG_FACT_IDENTIFIER, "identifier"},
    {DESIG_TERMS_FACT_TYPE, DESIG_FACT_TITLE, "title"},
    {DESIG_TERMS_FACT_TYPE, DESIG_FACT_GENDER, "gender"},
    {DESIG_TERMS_FACT_TYPE, DESIG_FACT_ESTABLISHED_DATE, "established-date"},
    {DESIG_TERMS_FACT_TYPE, DESIG_FACT_CONTACT, "contact"},
    {DESIG_TERMS_FACT_TYPE, DESIG_FACT_SANCTIONS_NOTE, "sanctions-note"},
    {DESIG_TERMS_FACT_TYPE, DESIG_FACT_REMARK, "remark"},
    {DESIG_TERMS_FACT_TYPE, DESIG_FACT_RAW_ROW, "raw-row"},
    {DESIG_TERMS_STATUS, DESIG_STATUS_NOT_RECORDED, "not recorded"},
    {DESIG_TERMS_STATUS, DESIG_STATUS_DESIGNATED, "designated"},
    {DESIG_TERMS_STATUS, DESIG_STATUS_REVOKED, "revoked"},
    {DESIG_TERMS_STATUS, DESIG_STATUS_UNCERTAIN, "uncertain"},
    {DESIG_TERMS_STATUS, DESIG_STATUS_LISTED, "listed"},
    {DESIG_TERMS_STATUS, DESIG_STATUS_NOT_LISTED, "not listed"},
    {DESIG_TERMS_SEVERITY, DESIG_SEVERITY_NOTE, "note"},
    {DESIG_TERMS_SEVERITY, DESIG_SEVERITY_WARNING, "warning"},
    {DESIG_TERMS_SEVERITY, DESIG_SEVERITY_ERROR, "error"},
    {DESIG_TERMS_CHANGE_TYPE, DESIG_CHANGE_ADDED, "added"},
    {DESIG_TERMS_CHANGE_TYPE, DESIG_CHANGE_REMOVED, "removed"},
    {DESIG_TERMS_CHANGE_TYPE, DESIG_CHANGE_CHANGED, "changed"},
    {DESIG_TERMS_CHANGE_TYPE, DESIG_CHANGE_AMBIGUOUS, "ambiguous"},
    {DESIG_TERMS_PART, DESIG_PART_NAME, "name"},
    {DESIG_TERMS_PART, DESIG_PART_ACTION, "action"},
    {DESIG_TERMS_PART, DESIG_PART_LINK, "link"},
    {DESIG_TERMS_PART, DESIG_PART_FACT, "fact"},
    {DESIG_TERMS_PART, DESIG_PART_ASSERTION, "assertion"},
    {DESIG_TERMS_PART, DESIG_PART_RECORD, "record"},
    {DESIG_TERMS_PART_CLASS, DESIG_CLASS_IDENTITY, "identity"},
    {DESIG_TERMS_PART_CLASS, DESIG_CLASS_NAME, "name"},
    {DESIG_TERMS_PART_CLASS, DESIG_CLASS_DATE, "date"},
    {DESIG_TERMS_PART_CLASS, DESIG_CLASS_PROGRAM, "program"},
    {DESIG_TERMS_PART_CLASS, DESIG_CLASS_MEASURES, "measures"},
    {DESIG_TERMS_PART_CLASS, DESIG_CLASS_IDENTIFIER, "identifier"},
    {DESIG_TERMS_PART_CLASS, DESIG_CLASS_ADDRESS, "address"},
    {DESIG_TERMS_PART_CLASS, DESIG_CLASS_LINK, "link"},
    {DESIG_TERMS_PART_CLASS, DESIG_CLASS_REMARK, "remark"},
    {DESIG_TERMS_PART_CLASS, DESIG_CLASS_BOILERPLATE, "boilerplate"},
    {DESIG_TERMS_PART_CLASS, DESIG_CLASS_SPELLING, "spelling"},
    {DESIG_TERMS_RULE, DESIG_RULE_NONE, "none"},
    {DESIG_TERMS_RULE, DESIG_RULE_SAME, "same"},
    {DESIG_TERMS_RULE, DESIG_RULE_SPELLING, "spelling"},
    {DESIG_TERMS_RULE, DESIG_RULE_TYPING, "typing"},
    {DESIG_TERMS_RULE, DESIG_RULE_JOINED, "joined"},
    {DESIG_TERMS_RULE, DESIG_RULE_NICKNAME, "nickname"},
    {DESIG_TERMS_RULE, DESIG_RULE_ACRONYM, "acronym"},
    {DESIG_TERMS_RULE, DESIG_RULE_INITIAL, "initial"},
    {DESIG_TERMS_RULE, DESIG_RULE_CUT, "cut"},
    {DESIG_TERMS_FACTOR, DESIG_FACTOR_ORDER, "order"},
    {DESIG_TERMS_FACTOR, DESIG_FACTOR_NUMBERS, "numbers"},
    {DESIG_TERMS_FACTOR, DESIG_FACTOR_OWN_NAME, "own name"},
    {DESIG_TERMS_FACTOR, DESIG_FACTOR_SUPPORT, "support"},
    {DESIG_TERMS_FACTOR, DESIG_FACTOR_CONTRADICTION, "contradiction"},
    {DESIG_TERMS_EVIDENCE, DESIG_EVIDENCE_UNKNOWN, "unknown"},
    {DESIG_TERMS_EVIDENCE, DESIG_EVIDENCE_AGREE, "agree"},
    {DESIG_TERMS_EVIDENCE, DESIG_EVIDENCE_CONFLICT, "conflict"},
    {DESIG_TERMS_EVIDENCE, DESIG_EVIDENCE_NEAR, "near"},
    {DESIG_TERMS_EVIDENCE_ON, DESIG_EVIDENCE_ON_BORN, "born"},
    {DESIG_TERMS_EVIDENCE_ON, DESIG_EVIDENCE_ON_NATIONALITY, "nationality"},
    {DESIG_TERMS_EVIDENCE_ON, DESIG_EVIDENCE_ON_IDENTIFIER, "identifier"},
    {DESIG_TERMS_EVIDENCE_ON, DESIG_EVIDENCE_ON_KIND, "kind"},
    {DESIG_TERMS_WEAK_POLICY, DESIG_WEAK_CORROBORATE, "corroborate"},
    {DESIG_TERMS_WEAK_POLICY, DESIG_WEAK_IGNORE, "ignore"},
    {DESIG_TERMS_WEAK_POLICY, DESIG_WEAK_FULL, "full"},
};

Test(terms, stand_for_their_values) {
    const size_t count = sizeof pairs / sizeof *pairs;
    size_t listed = 0;
    for (size_t i = 0; i < count; i++) {
        cr_expect_str_eq(desig_term(pairs[i].vocabulary, pairs[i].value), pairs[i].word, "%s", pairs[i].word);
        cr_expect_eq(desig_term_value(pairs[i].vocabulary, pairs[i].word), (int)pairs[i].value, "%s",
                     pairs[i].word);
    }
    for (int vocabulary = 0; vocabulary <= DESIG_TERMS_WEAK_POLICY; vocabulary++)
        for (unsigned value = 0; desig_term((desig_vocabulary)vocabulary, value); value++) listed++;
    cr_expect_eq(listed, count, "counting up lists %zu of %zu words", listed, count);
}

Test(terms, are_found_in_any_case_and_not_guessed) {
    const desig_vocabulary past = (desig_vocabulary)(DESIG_TERMS_WEAK_POLICY + 1);
    cr_expect_eq(desig_term_value(DESIG_TERMS_KIND, "Entity"), DESIG_KIND_GROUP);
    cr_expect_eq(desig_term_value(DESIG_TERMS_FACT_TYPE, "BIRTH-Date"), DESIG_FACT_BIRTH_DATE);
    cr_expect_eq(desig_term_value(DESIG_TERMS_STRENGTH, "entity"), -1);
    cr_expect_eq(desig_term_value(DESIG_TERMS_KIND, "groups"), -1);
    cr_expect_eq(desig_term_value(DESIG_TERMS_KIND, ""), -1);
    cr_expect_eq(desig_term_value(DESIG_TERMS_KIND, NULL), -1);
    cr_expect_eq(desig_term_value(past, "note"), -1);
    cr_expect_null(desig_term(past, 0));
    cr_expect_null(desig_term(DESIG_TERMS_KIND, (unsigned)-1));
}
