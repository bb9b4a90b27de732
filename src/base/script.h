/* The script in which a text is written. */
#ifndef DSG_BASE_SCRIPT_H
#define DSG_BASE_SCRIPT_H

#include <stddef.h>
#include <stdint.h>

/* The ISO 15924 code of the first letter of a script other than Latin: "Arab", "Cyrl"; NULL if there is none
 * that is known. The text must be valid UTF-8. Static storage. */
const char *dsg_script_of(const char *text);

/* Each script has a bit; all that have no block of their own here share the last. */
#define DSG_SCRIPT_LATIN UINT32_C(1)
#define DSG_SCRIPT_OTHER (UINT32_C(1) << 31)

/* The scripts of the letters of a folded text; digits are of none. */
uint32_t dsg_scripts_of(const char *text, size_t length);

#endif
