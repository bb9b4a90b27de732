#include "checks/checks.h"

#include <string.h>

/* Every name that `desig check` shows, and that --ignore takes. */
static const check_row checks[] = {
/* ---- of the data ---- */
#define OF(scope, severity, look, name, summary)                                                             \
    { name, summary, DESIG_SEVERITY_##severity, CHECK_##scope, look }
    OF(RECORD, WARNING, check_primary_as_alias, "alias-equals-primary",
       "an alias that is letter for letter the primary name"),
    OF(RECORD, NOTE, check_repeated_names, "repeated-name", "a name that a record has twice"),
    OF(NAME, WARNING, check_narrative, "narrative-name", "a name that is a sentence"),
    OF(NAME, WARNING, check_packed_name, "alias-in-name", "a name that has another one in it: X a.k.a. Y"),
    OF(NAME, WARNING, check_brackets, "open-bracket", "a name with half a pair of brackets"),
    OF(TEXT, WARNING, check_scripts, "mixed-script", "a word of letters of two scripts that look alike"),
    OF(TEXT, WARNING, check_invisible, "invisible-character",
       "a character that does not show, or is no plain space: zero width, direction, no-break space"),
    OF(TEXT, WARNING, check_encoding, "encoding-damage",
       "letters that were lost or read in another encoding: `\xC3\x83\xC2\xA9`, U+FFFD, `&eacute;`"),
    OF(TEXT, WARNING, check_spreadsheet, "spreadsheet-damage",
       "what a spreadsheet made of a date or a number: `May-21`, `44336`, `1.2E+15`, `#NAME?`"),
    OF(BIRTH, WARNING, check_future_birth, "dob-in-future", "a birth date after today"),
    OF(BIRTH, WARNING, check_age, "impossible-age", "a person designated before 10 or past 110 years of age"),
    OF(RECORD, WARNING, check_swapped_births, "dob-swapped",
       "two birth dates of one party that differ in the order of day and month"),
    OF(BIRTH, NOTE, check_january_birth, "dob-1-january",
       "a birth date of 1 January, mostly a year in disguise"),
    OF(FACT, WARNING, check_kind, "contradicts-kind",
       "a birth or gender of what is no person, or an establishment of one"),
    OF(IDENTIFIER, WARNING, check_birth_after_issue, "dob-after-issue",
       "a passport or other identifier that was issued before the party's birth"),
    OF(IDENTIFIER, WARNING, check_expiry, "expires-before-issue",
       "an identifier that expires before it was issued"),
    OF(IDENTIFIER, WARNING, check_digits, "wrong-check-digit",
       "an IMO number, or a Russian tax or registration number, with a mistake in it"),
    OF(LIST, WARNING, check_shared_identifiers, "shared-identifier",
       "one identifier of two records with different names"),
    OF(RECORD, WARNING, check_revocations, "revoked-before-designated",
       "a revocation whose designation comes only later"),
    OF(ACTION, WARNING, check_announcement, "announced-late",
       "an announcement a year and more after its action, or with day and month swapped"),
    OF(ACTION, WARNING, check_undated, "no-effective-date",
       "an action that does not say when it takes effect"),
    OF(ACTION, WARNING, check_future_action, "action-in-future",
       "an action announced after today, or effective more than a year from now"),
    OF(LIST, WARNING, check_edition, "edition-in-future", "a list whose own day is after today"),
    OF(LIST, WARNING, check_programs, "unknown-program",
       "a program that its publisher does not have (OFAC, EU)"),
    OF(LINK, WARNING, check_link, "link-to-nothing",
       "a link to an id of the list's own kind that no record has"),
    OF(LINK, WARNING, check_self_link, "link-to-itself", "a link of a record to itself"),
    OF(LIST, WARNING, check_same_parties, "same-party", "two records with a name and a birth date in common"),
#undef OF
/* ---- of reading: the library tells them, and the tool itself about companions ---- */
#define READING(name, summary)                                                                               \
    { name, summary, DESIG_SEVERITY_NOTE, CHECK_NOTHING, NULL }
    READING("above-header", "a row above the header of a mapped file, passed over"),
    READING("ambiguous-date", "a date with more than one reading: `5/6/2021`, `16.07.68`"),
    READING("bad-action", "a word that is no action"),
    READING("bad-date", "a cell that cannot be read as a date"),
    READING("bad-kind", "a word that is no kind of record"),
    READING("bad-legal-basis", "neither one legal basis nor as many as programs"),
    READING("bad-link", "a link that is not written `type=target`"),
    READING("bad-number", "a number that is none, or does not fit"),
    READING("bad-quotes", "a quote within an unquoted cell, or text behind a closing one"),
    READING("bad-word", "a word that its column does not have"),
    READING("bare-carriage-return", "a carriage return outside quotes"),
    READING("contradictory-date", "a date that its own parts, of day, month and year, contradict"),
    READING("contradicts", "a row that gives a record another kind or name than an earlier one"),
    READING("cut-off", "a file that ends in the middle of a row"),
    READING("cut-remarks", "remarks that were cut, without the file in which they go on"),
    READING("doubled-column", "a second column of one name"),
    READING("doubtful-date", "a date on which the publisher cannot have acted"),
    READING("encoding", "a file that is not UTF-8"),
    READING("extra-cells", "a row with more cells than the header"),
    READING("field-too-long", "a cell longer than the limit"),
    READING("impossible-date", "a day or month that there is not"),
    READING("invalid-encoding", "bytes that are no text"),
    READING("misplaced", "a cell that has no meaning for its row"),
    READING("missing", "a cell that its row needs"),
    READING("missing-column", "a column of the format that the file lacks"),
    READING("missing-companion", "a file of the same list that is not beside it"),
    READING("no-id", "a row without an id"),
    READING("no-kind", "a record without a kind"),
    READING("no-links", "a stance in a row without links"),
    READING("no-name", "a record without a name"),
    READING("no-place", "a cell that belongs to nothing in its row"),
    READING("nul-byte", "NUL bytes"),
    READING("on-both-lists", "a party on the SDN list and on the non-SDN list"),
    READING("on-several-lists", "a party in several rows of a list of lists"),
    READING("open-quote", "a quoted cell that does not end"),
    READING("optional-column", "a column of the map that not every form of the list has"),
    READING("orphan-row", "a row about a record that the primary file does not have"),
    READING("other-calendar", "a date of another calendar, kept as it stands"),
    READING("other-details", "a row that says of its record what an earlier one says otherwise"),
    READING("repeated-header", "a header among the rows"),
    READING("repeated-id", "a further row of an id"),
    READING("repeated-number", "a further row of a number, or another party under it"),
    READING("short-row", "a row with too few cells"),
    READING("stray-quotes", "a quote within a cell that is not written as it should be"),
    READING("stray-continuation", "a continuation of remarks that were not cut"),
    READING("title-row", "a title of the rows below it, in a mapped file"),
    READING("too-many-columns", "a row with more columns than the limit"),
    READING("unknown-answer", "a cell that should say yes or no"),
    READING("unknown-column", "a column that the format does not know"),
    READING("unknown-label", "an identifier with no label that is known, where its order does not show"),
    READING("unknown-link-type", "a type of link that is not known"),
    READING("unknown-type", "a type of party or of name that is not known"),
    READING("unread-date", "a publisher's date that cannot be read"),
    READING("unread-file", "a companion that cannot be read"),
#undef READING
};

enum { CHECKS = sizeof checks / sizeof checks[0] };

const check_row *check_at(size_t position) {
    return position < CHECKS ? &checks[position] : NULL;
}

static int is_check(const char *name, size_t length) {
    for (size_t i = 0; i < CHECKS; i++)
        if (strncmp(checks[i].name, name, length) == 0 && checks[i].name[length] == '\0') return 1;
    return 0;
}

const char *take_ignored(const char *names, void *into) {
    out_append(into, ",%s,", names);
    do {
        size_t length = strcspn(names, ",");
        if (!is_check(names, length)) return "names a check that there is not; --help lists them all";
        names += length;
    } while (*names++ == ',');
    return NULL;
}

void checks_run(checking at) {
    for (size_t c = 0; c < CHECKS; c++) {
        at.check = &checks[c];
        if (checks[c].scope == CHECK_LIST) checks[c].look(&at, NULL);
    }
    for (size_t i = 0; (at.record = desig_list_at(at.entry->list, i)) != NULL; i++)
        for (size_t c = 0; c < CHECKS; c++) {
            at.check = &checks[c];
            checking_walk(&at);
        }
}
