#define _POSIX_C_SOURCE 200809L

#include "io/maps.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/nearest.h"
#include "io/out.h"

static const char suffix[] = ".map";

/* ---- Their folder ---- */

/* Where the tool itself lies, so that an installed tree can be moved: 0 where the system does not tell. */
static int find_tool(char folder[4096]) {
    ssize_t length = readlink("/proc/self/exe", folder, 4095);
    if (length <= 0) return 0;
    folder[length] = '\0';
    char *slash = strrchr(folder, '/');
    if (slash) *slash = '\0';
    return slash != NULL;
}

/* Installed, they lie in the data directory; in a build, a link beside the tool leads to them. */
static DIR *open_folder(out_string *path) {
    static const char *const folders[] = {TOOL_TO_MAPS, "maps"};
    char tool[4096];
    DIR *folder = NULL;
    if (!find_tool(tool)) return NULL;
    for (size_t i = 0; i < sizeof folders / sizeof folders[0] && !folder; i++) {
        out_string_free(path);
        out_append(path, "%s/%s", tool, folders[i]);
        folder = opendir(out_text(path));
    }
    return folder;
}

/* ---- The maps ---- */

static char *title_of(const char *path) {
    char line[256] = "";
    FILE *file = fopen(path, "r");
    if (!file) return out_copy("", 0);
    const char *title = fgets(line, sizeof line, file);
    fclose(file);
    line[strcspn(line, "\r\n")] = '\0';
    const char *text = title ? line + strspn(line, "# ") : "";
    return out_copy(text, strlen(text));
}

static int is_map(const char *name) {
    size_t length = strlen(name);
    return length > strlen(suffix) && strcmp(name + length - strlen(suffix), suffix) == 0;
}

static void add(shipped_maps *maps, const char *folder, const char *file) {
    OUT_STRING(path);
    out_append(&path, "%s/%s", folder, file);
    shipped_map map = {.name = out_copy(file, strlen(file) - strlen(suffix)),
                       .path = out_copy(path.text, path.length),
                       .title = title_of(path.text)};
    maps->items = out_resize(maps->items, (maps->count + 1) * sizeof *maps->items);
    maps->items[maps->count++] = map;
}

static int compare(const void *a, const void *b) {
    return strcmp(((const shipped_map *)a)->name, ((const shipped_map *)b)->name);
}

shipped_maps maps_shipped(void) {
    shipped_maps maps = {0};
    OUT_STRING(path);
    DIR *folder = open_folder(&path);
    if (!folder) return maps;
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;)
        if (is_map(entry->d_name)) add(&maps, out_text(&path), entry->d_name);
    closedir(folder);
    if (maps.count > 0) qsort(maps.items, maps.count, sizeof *maps.items, compare);
    return maps;
}

void maps_free(shipped_maps *maps) {
    for (size_t i = 0; i < maps->count; i++) {
        free(maps->items[i].name);
        free(maps->items[i].path);
        free(maps->items[i].title);
    }
    free(maps->items);
}

const char *maps_path(const shipped_maps *maps, const char *name, const char **nearest) {
    size_t best = SIZE_MAX;
    *nearest = NULL;
    for (size_t i = 0; i < maps->count; i++) {
        const char *other = maps->items[i].name;
        size_t apart = letters_apart(other, strlen(other), name);
        if (apart == 0) return maps->items[i].path;
        if (apart >= best) continue;
        best = apart;
        *nearest = other;
    }
    return NULL;
}

void maps_print(void) {
    shipped_maps maps = maps_shipped();
    if (maps.count > 0) printf("\nMaps, for --map:\n");
    for (size_t i = 0; i < maps.count; i++) out_labelled(2, 24, maps.items[i].name, maps.items[i].title);
    maps_free(&maps);
}
