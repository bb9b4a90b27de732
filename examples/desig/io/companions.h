/* The files that OFAC publishes beside a primary file. */
#ifndef TOOL_COMPANIONS_H
#define TOOL_COMPANIONS_H

enum { COMPANIONS = 3 };

/* A set of OFAC's files by their exact names; the first is the primary one. */
typedef struct companion_set {
    const char *primary;
    const char *others[COMPANIONS];
} companion_set;

/* The set of a path's file name (packed as `.gz`, too), NULL if it is no primary file's. */
const companion_set *companions_of(const char *path);

/* The first set of which any companion stands beside the path, else NULL. */
const companion_set *companions_beside(const char *path);

/* The path of the companion `name` beside another file, or of it packed as `.gz`, to be released with free();
 * NULL if neither is there. */
char *companion_beside(const char *path, const char *name);

#endif
