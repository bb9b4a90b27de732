/* The caller's callbacks, as a long call uses them. */
#ifndef DSG_BASE_CALLBACKS_H
#define DSG_BASE_CALLBACKS_H

#include "base/struct_size.h"

#include <desig/desig.h>

/* The caller's, NULL for none, as this library knows them. */
static inline desig_callbacks dsg_callbacks_of(const desig_callbacks *given) {
    desig_callbacks callbacks = {0};
    DSG_STRUCT_TAKE(desig_callbacks, &callbacks, given);
    return callbacks;
}

static inline void dsg_callbacks_diagnose(const desig_callbacks *callbacks, const desig_diagnostic *finding) {
    if (callbacks->diagnose) callbacks->diagnose(callbacks->context, finding);
}

/* DESIG_OK, or DESIG_E_CANCELLED. */
static inline desig_result dsg_callbacks_progress(const desig_callbacks *callbacks, uint64_t done,
                                                  uint64_t total) {
    if (!callbacks->progress) return DESIG_OK;
    return callbacks->progress(callbacks->context, done, total) ? DESIG_E_CANCELLED : DESIG_OK;
}

#endif
