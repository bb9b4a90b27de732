/* Runs a harness over every file of the given directories: the corpus as an ordinary test, no libFuzzer. */
#define _POSIX_C_SOURCE 200809L

#include "harness.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

static int replay_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) return -1;
    static uint8_t bytes[1 << 20];
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    /* In a block of its own size, so that a read past its end is seen by a sanitizer or valgrind. */
    uint8_t *exact = malloc(length ? length : 1);
    if (!exact) return -1;
    for (size_t i = 0; i < length; i++) exact[i] = bytes[i];
    LLVMFuzzerTestOneInput(exact, length);
    free(exact);
    return 0;
}

int main(int argc, char **argv) {
    int replayed = 0;
    for (int i = 1; i < argc; i++) {
        DIR *directory = opendir(argv[i]);
        if (!directory) return 2;
        for (struct dirent *entry; (entry = readdir(directory));) {
            char path[4096];
            if (entry->d_name[0] == '.') continue;
            snprintf(path, sizeof path, "%s/%s", argv[i], entry->d_name);
            if (replay_file(path)) return 2;
            replayed++;
        }
        closedir(directory);
    }
    printf("%d inputs replayed\n", replayed);
    return replayed ? 0 : 2;
}
