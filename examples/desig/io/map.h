/* Column maps, as they are written on the command line and in files. */
#ifndef TOOL_MAP_H
#define TOOL_MAP_H

#include <desig/desig.h>

typedef struct column_map {
    desig_map map;
    char delimiter;          /* 0: the map says none */
    desig_encoding encoding; /* likewise */
    desig_map_column *columns;
    desig_map_word *words;
    unsigned set; /* a bit for each setting that was made */
    char *text;   /* into which all of it points */
} column_map;

/* Read a map: entries with commas between them, or the name of a file that has one a line, or of a map of the
 * tool's own (maps.h). Return 0, or
 * EXIT_ERROR after saying why. Release it in every case. */
int column_map_read(column_map *map, const char *written);
void column_map_free(column_map *map);

/* For options. */
const char *take_delimiter(const char *value, void *into);  /* char */
const char *take_date_style(const char *value, void *into); /* desig_date_style */

#endif
