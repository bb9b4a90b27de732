/* The sources of a list: the files from which it was read, and the days of which they speak. */
#ifndef DSG_MODEL_LIST_SOURCE_H
#define DSG_MODEL_LIST_SOURCE_H

#include <desig/desig.h>

typedef struct dsg_list_source {
    desig_list_source about;
    uint32_t observed;  /* what of a list is in it, as desig_edition.observed; all, if the list is one file */
    uint16_t companion; /* its number among the files of its list; 0: a primary one */
} dsg_list_source;

/* Make room for `more` sources, so that dsg_list_put_source() cannot fail. DESIG_E_NOMEM. */
desig_result dsg_list_reserve_sources(desig_list *list, size_t more);

/* Append a source that lives in the list's arena. */
void dsg_list_put_source(desig_list *list, dsg_list_source *source);

dsg_list_source *const *dsg_list_sources(const desig_list *list, size_t *count);

/* Take the later of the list's as-of day and this one. */
void dsg_list_saw(desig_list *list, const desig_date *as_of);

/* Whether the list can say what a file of this number says: it has it. */
int dsg_list_observed(const desig_list *list, unsigned file);

#endif
