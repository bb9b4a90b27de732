/* The column maps that are shipped with the tool, by their names. */
#ifndef TOOL_MAPS_H
#define TOOL_MAPS_H

#include <stddef.h>

/* A map of the tool's own, `NAME.map` in their folder. */
typedef struct shipped_map {
    char *name;
    char *path;
    char *title; /* its first line, without the `#` */
} shipped_map;

typedef struct shipped_maps {
    shipped_map *items; /* by their names */
    size_t count;
} shipped_maps;

/* Find them: none where their folder is not there. To be freed. */
shipped_maps maps_shipped(void);
void maps_free(shipped_maps *maps);

/* The path of a map, NULL if none has the name; *nearest is then the name that was probably meant, or NULL.
 * Both live as long as the maps. */
const char *maps_path(const shipped_maps *maps, const char *name, const char **nearest);

/* Print their names and titles, for --help. */
void maps_print(void);

#endif
