#define _POSIX_C_SOURCE 200809L

#include "io/companions.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/out.h"

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

const desig_file_set *companions_of(const char *path) {
    const char *name = file_name(path);
    const size_t length = unpacked_length(name);
    const desig_file_set *set;
    for (size_t i = 0; (set = desig_file_set_at(i)) != NULL; i++)
        if (strlen(set->primary) == length && strncmp(name, set->primary, length) == 0) return set;
    return NULL;
}

const desig_file_set *companions_beside(const char *path) {
    const desig_file_set *set;
    for (size_t i = 0; (set = desig_file_set_at(i)) != NULL; i++) {
        for (const char *const *companion = set->companions; *companion; companion++) {
            char *beside = companion_beside(path, *companion);
            const int exists = beside != NULL;
            free(beside);
            if (exists) return set;
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
