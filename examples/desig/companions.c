#define _POSIX_C_SOURCE 200809L

#include "companions.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "out.h"

static const companion_set sets[] = {
    {"sdn.csv", {"add.csv", "alt.csv", "sdn_comments.csv"}},
    {"SDN.CSV", {"ADD.CSV", "ALT.CSV", "SDN_COMMENTS.CSV"}},
    {"cons_prim.csv", {"cons_add.csv", "cons_alt.csv", "cons_comments.csv"}},
    {"CONS_PRIM.CSV", {"CONS_ADD.CSV", "CONS_ALT.CSV", "CONS_COMMENTS.CSV"}},
};

enum { SETS = sizeof sets / sizeof sets[0] };

static const char *file_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const companion_set *companions_of(const char *path) {
    for (int i = 0; i < SETS; i++)
        if (strcmp(file_name(path), sets[i].primary) == 0) return &sets[i];
    return NULL;
}

const companion_set *companions_beside(const char *path) {
    for (int i = 0; i < SETS; i++) {
        for (int other = 0; other < COMPANIONS; other++) {
            char *beside = path_beside(path, sets[i].others[other]);
            int exists = path_exists(beside);
            free(beside);
            if (exists) return &sets[i];
        }
    }
    return NULL;
}

char *path_beside(const char *path, const char *name) {
    size_t folder = (size_t)(file_name(path) - path);
    size_t length = strlen(name) + 1;
    char *beside = out_resize(NULL, folder + length);
    memcpy(beside, path, folder);
    memcpy(beside + folder, name, length);
    return beside;
}

int path_exists(const char *path) {
    return access(path, F_OK) == 0;
}
