/* The files that publishers give beside a primary file: desig_file_set. */
#ifndef TOOL_COMPANIONS_H
#define TOOL_COMPANIONS_H

#include <desig/desig.h>

enum { COMPANIONS = 8 }; /* at most, of one list */

/* The set of a path's file name (packed as `.gz`, too), NULL if it is no primary file's. */
const desig_file_set *companions_of(const char *path);

/* The first set of which any companion stands beside the path, else NULL. */
const desig_file_set *companions_beside(const char *path);

/* The path of the companion `name` beside another file, or of it packed as `.gz`, to be released with free();
 * NULL if neither is there. */
char *companion_beside(const char *path, const char *name);

#endif
