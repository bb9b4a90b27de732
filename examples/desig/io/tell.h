/* What the program tells beside its answer, on standard error: errors and warnings as FILE:LINE:COLUMN:
 * message, notes, and how far long work has come. */
#ifndef TOOL_TELL_H
#define TOOL_TELL_H

#include <desig/desig.h>

enum { EXIT_YES = 0, EXIT_NO = 1, EXIT_ERROR = 2, EXIT_UNKNOWN = 3 };

/* Leave out notes and warnings from now on. */
void tell_only_errors(void);

/* Tell a line of what is worth knowing and no error. */
void note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Tell a line of what is wrong; EXIT_ERROR. */
int fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Tell an error of the library; EXIT_ERROR. */
int complain(const desig_error *error);

/* Tell a diagnostic of reading or writing. */
void complain_of(const desig_diagnostic *diagnostic);

/* "s" behind a word of which there is not one. */
const char *plural(uint64_t count);

/* Work under way, one at a time: told if standard error is a terminal, and only after a second. What is
 * returned tells the progress of a call of the library. `what` and `unit` ("records") must last until the
 * end. */
const desig_callbacks *progress_begin(const char *what, const char *unit);
int progress_tell(void *none, uint64_t done, uint64_t total); /* desig_callbacks.progress */
void progress_end(void);

#endif
