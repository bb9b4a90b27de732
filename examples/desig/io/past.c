#include "io/past.h"

#include <stdio.h>

#include "io/day.h"
#include "io/ledgers.h"
#include "io/tell.h"

enum { PAST_FILES = 31 }; /* more than a list has companions */

static void tell_older_copies(const desig_list *ledger, size_t edition) {
    for (unsigned file = 0; file < PAST_FILES; file++) {
        const size_t number = ledger_copy_of(ledger, edition, file);
        if (number == 0 || number == edition) continue;
        const desig_edition *one = desig_list_edition(ledger, number);
        const char *format = "";
        for (uint32_t i = 0; i < one->file_count; i++)
            if (one->files[i].companion == file) format = one->files[i].format;
        note("desig: that copy has no %s; what that of %s said counts on", format, DATE_TEXT(&one->copied));
    }
}

void past_tell_coming(const past_list *past, int32_t day) {
    const size_t edition = desig_list_edition_on(past->asked, day);
    const desig_edition *next = past->made ? desig_list_edition(past->asked, edition + 1) : NULL;
    const desig_record *record;
    size_t count = 0;
    for (size_t i = 0; next && (record = desig_list_at(past->asked, i)) != NULL; i++)
        for (uint32_t p = 0; p < record->presence_count; p++)
            count +=
                record->presences[p].span.first == edition + 1 && !desig_list_get(past->searched, record->id);
    if (count > 0)
        note("desig: %zu record%s first in the next copy, of %s, may have been listed then, and %s not "
             "looked at",
             count, plural(count), DATE_TEXT(&next->copied), count == 1 ? "is" : "are");
}

int past_open(past_list *past, const desig_list *list, int32_t day) {
    *past = (past_list){.searched = list, .asked = list};
    if (!is_ledger(list)) return 0;
    const size_t edition = desig_list_edition_on(list, day);
    if (edition == 0) return ledger_tell_before(list, "desig: the ledger", day);
    past->searched = past->made = ledger_published(list, edition, DESIG_COMPANIONS_CARRIED);
    if (!past->made) return EXIT_ERROR;
    ledger_tell_edition(list, "desig: names", day);
    tell_older_copies(list, edition);
    return 0;
}

void past_close(past_list *past) {
    desig_list_free(past->made);
    *past = (past_list){0};
}

const desig_record *past_asked(const past_list *past, const desig_record *found) {
    return past->made ? desig_list_get(past->asked, found->id) : found;
}
