/* Countries by their codes and names. */
#ifndef DSG_SEARCH_COUNTRY_H
#define DSG_SEARCH_COUNTRY_H

/* The ISO 3166 code, in small letters, of a country given by its code or one of its names; NULL if it is not
 * known. Static storage: one country has one pointer. */
const char *dsg_country(const char *text);

#endif
