#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_whole(const char *path, size_t *length) {
    char full[4096];
    snprintf(full, sizeof full, "%s/%s", SHARED_DIR, path);
    FILE *file = fopen(full, "rb");
    if (!file) fail(full);
    fseek(file, 0, SEEK_END);
    *length = (size_t)ftell(file);
    rewind(file);
    char *data = allocate(*length + 1);
    if (fread(data, 1, *length, file) != *length) fail(full);
    fclose(file);
    return data;
}

/* Cut one field off, unquoting it in place; *at moves behind its separator. */
static char *take_field(char **at, int *last) {
    char *read = *at;
    char *field = read;
    char *write = read;
    int quoted = *read == '"';
    read += quoted;
    while (*read && (quoted || (*read != ',' && *read != '\n'))) {
        if (quoted && *read == '"' && read[1] != '"') {
            quoted = 0;
            read++;
            continue;
        }
        read += quoted && *read == '"';
        if (*read != '\r') *write++ = *read;
        read++;
    }
    *last = *read != ',';
    *at = *read ? read + 1 : read;
    *write = '\0';
    return field;
}

set set_read(const char *path) {
    set s = {0};
    size_t length = 0;
    char *data = read_whole(path, &length);
    size_t lines = 0;
    for (size_t i = 0; i < length; i++) lines += data[i] == '\n';
    s.rows = allocate((lines + 1) * sizeof *s.rows);
    char *at = strchr(data, '\n');
    for (at = at ? at + 1 : data + length; *at; s.count++) {
        int last = 0;
        for (size_t f = 0; !last; f++) {
            char *field = take_field(&at, &last);
            if (f < SET_FIELDS) s.rows[s.count].field[f] = field;
        }
    }
    return s;
}

desig_list *sdn_read(void) {
    static const char *const paths[] = {
        SHARED_DIR "/data/ofac/2023-12-28/sdn.csv", SHARED_DIR "/data/ofac/2023-12-28/alt.csv",
        SHARED_DIR "/data/ofac/2023-12-28/add.csv", SHARED_DIR "/data/ofac/2023-12-28/sdn_comments.csv"};
    desig_source sources[4];
    desig_list *list = NULL;
    memset(sources, 0, sizeof sources);
    for (size_t i = 0; i < 4; i++) sources[i].path = paths[i];
    if (desig_list_new(NULL, &list) || desig_list_read(list, sources, 4, NULL, NULL, NULL))
        fail("the SDN list of 2023-12-28 cannot be read");
    return list;
}

desig_index *index_build(const desig_list *list, const desig_allocator *allocator) {
    desig_index *index = NULL;
    if (desig_index_new(list, allocator, NULL, &index, NULL)) fail("the index cannot be built");
    return index;
}

size_t index_ask(const desig_index *index, const desig_query *query, desig_match *matches, size_t capacity) {
    size_t count = 0;
    desig_result result = desig_index_find(index, query, matches, capacity, &count, NULL);
    if (result == DESIG_E_UNSCREENABLE) return 0;
    if (result != DESIG_OK) fail(query->name);
    return count < capacity ? count : capacity;
}

desig_list *list_of_names(const desig_list *list, desig_kind kind, int primary_only) {
    desig_list *out = NULL;
    if (desig_list_new(NULL, &out)) fail("no list");
    for (size_t i = 0; i < desig_list_count(list); i++) {
        const desig_record *record = desig_list_at(list, i);
        if (kind != DESIG_KIND_UNKNOWN && record->kind != (uint32_t)kind) continue;
        desig_record bare = {
            .id = record->id, .kind = record->kind, .names = record->names, .name_count = record->name_count};
        if (primary_only) bare.name_count = record->name_count > 0;
        if (desig_list_add(out, &bare, NULL)) fail("a record cannot be added");
    }
    return out;
}
