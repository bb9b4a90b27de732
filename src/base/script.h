/* In which script a text is written. */
#ifndef DSG_BASE_SCRIPT_H
#define DSG_BASE_SCRIPT_H

/* The ISO 15924 code of the first letter of a script other than Latin: "Arab", "Cyrl"; NULL if there is none
 * that is known. The text must be valid UTF-8. Static storage. */
const char *dsg_script_of(const char *text);

#endif
