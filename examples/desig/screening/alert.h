/* Alert keys: what a match is about, so that an alert that was cleared opens again when the party or the
 * record changes. */
#ifndef TOOL_ALERT_H
#define TOOL_ALERT_H

#include <desig/desig.h>

#include "screening/names.h"
#include "screening/sha256.h"

/* The digest of every record of a list. */
typedef struct alert_book alert_book;

/* NULL after saying why not. The list must outlive the book. */
alert_book *alert_book_new(const desig_list *list);
void alert_book_free(alert_book *book); /* NULL is allowed */

/* The SHA-256 of all that is told of the party (and its reference), the record's id, and the SHA-256 of the
 * record's rows in the statements layout. Safe from many threads at once. */
void alert_key(const alert_book *book, const names_row *party, const desig_record *record,
               char key[SHA256_HEX]);

#endif
