/* Dates of OFAC's Advanced XML: three numbers, or a period between four such points. */
#ifndef EXAMPLES_OFAC_DATES_H
#define EXAMPLES_OFAC_DATES_H

#include "xml/xml.h"

enum { OFAC_DATE_TEXT = 80 };

/** Write the date of a node with <Year>, <Month> and <Day> as the library reads it; "" where it has none. */
void ofac_date(xml_node *date, char text[OFAC_DATE_TEXT]);

/** Write a <DatePeriod> likewise: from the earliest day on which it may start to the last on which it may
 * end. A period of one whole year is that year, and `Approximate` makes it approximate. */
void ofac_period(xml_node *period, char text[OFAC_DATE_TEXT]);

#endif
