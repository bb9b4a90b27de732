#define _POSIX_C_SOURCE 200809L

#include "io/companions.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/out.h"

static const companion_set sets[] = {
    {"sdn.csv", {"add.csv", "alt.csv", "sdn_comments.csv"}},
    {"SDN.CSV", {"ADD.CSV", "ALT.CSV", "SDN_COMMENTS.CSV"}},
    {"cons_prim.csv", {"cons_add.csv", "cons_alt.csv", "cons_comments.csv"}},
    {"CONS_PRIM.CSV", {"CONS_ADD.CSV", "CONS_ALT.CSV", "CONS_COMMENTS.CSV"}},
};

enum { SETS = sizeof sets / sizeof sets[0] };

static const char packed[] = ".gz";

static const char *file_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* The length of a file's name without `.gz`. */
static size_t unpacked_length(const char *name) {
    size_t length = strlen(name), suffix = strlen(packed);
    return length > suffix && strcmp(name + length - suffix, packed) == 0 ? length - suffix : length;
}

const companion_set *companions_of(const char *path) {
    const char *name = file_name(path);
    size_t length = unpacked_length(name);
    for (int i = 0; i < SETS; i++)
        if (strlen(sets[i].primary) == length && strncmp(name, sets[i].primary, length) == 0) return &sets[i];
    return NULL;
}

const companion_set *companions_beside(const char *path) {
    for (int i = 0; i < SETS; i++) {
        for (int other = 0; other < COMPANIONS; other++) {
            char *beside = companion_beside(path, sets[i].others[other]);
            int exists = beside != NULL;
            free(beside);
            if (exists) return &sets[i];
        }
    }
    return NULL;
}

char *companion_beside(const char *path, const char *name) {
    size_t folder = (size_t)(file_name(path) - path), length = strlen(name);
    char *beside = out_resize(NULL, folder + length + sizeof packed);
    memcpy(beside, path, folder);
    memcpy(beside + folder, name, length + 1);
    if (access(beside, F_OK) == 0) return beside;
    memcpy(beside + folder + length, packed, sizeof packed);
    if (access(beside, F_OK) == 0) return beside;
    free(beside);
    return NULL;
}
