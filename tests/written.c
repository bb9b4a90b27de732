#include "written.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

text text_of_file(const char *path) {
    FILE *file = fopen(path, "rb");
    char block[4096];
    size_t length;
    text content = {NULL, 0};
    cr_assert_not_null(file, "%s", path);
    while ((length = fread(block, 1, sizeof block, file)) > 0)
        cr_assert_eq(text_append(&content, block, length), 0);
    fclose(file);
    return content;
}

text text_written(const desig_list *list, const char *format, desig_report *report) {
    text written = {NULL, 0};
    desig_sink sink = {.write = text_append, .context = &written};
    desig_write_options options = {.format = format};
    desig_error error = {0};
    cr_assert_eq(desig_list_write(list, &sink, &options, report, &error), DESIG_OK, "%s", error.message);
    return written;
}

static void note_finding(void *context, const desig_diagnostic *found) {
    findings *all = context;
    if (strcmp(found->check, "missing-column") == 0) return; /* made-up files have few columns */
    size_t room = sizeof all->lines - all->used;
    int length = snprintf(all->lines + all->used, room, "%s %d%s%s\n", found->check, (int)found->line,
                          found->field != NULL ? " " : "", found->field != NULL ? found->field : "");
    if (length > 0 && (size_t)length < room) all->used += (size_t)length;
}

desig_list *list_read(const char *bytes, size_t length, const char *format, findings *all,
                      desig_report *report) {
    desig_source source = {.data = bytes, .length = length, .name = "list.csv"};
    const desig_callbacks callbacks = {.diagnose = note_finding, .context = all};
    desig_read_options options = {.format = format, .callbacks = all != NULL ? &callbacks : NULL};
    desig_list *list = NULL;
    desig_error error = {0};
    if (all != NULL) *all = (findings){.used = 0};
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    cr_assert_eq(desig_list_read(list, &source, 1, &options, report, &error), DESIG_OK, "line %d: %s",
                 (int)error.line, error.message);
    return list;
}

text text_of_parts(const desig_list *list) {
    const desig_date as_of = desig_list_as_of(list);
    desig_list *alone = NULL;
    const desig_record *record;
    cr_assert_eq(desig_list_new(NULL, &alone), DESIG_OK);
    for (size_t i = 0; (record = desig_list_at(list, i)) != NULL; i++) {
        desig_record copy = *record;
        copy.source = NULL;
        cr_assert_eq(desig_list_add(alone, &copy, NULL), DESIG_OK);
    }
    cr_assert_eq(desig_list_set_as_of(alone, &as_of), DESIG_OK);
    text all = text_written(alone, "statements", NULL);
    const char *from = all.bytes;
    do from = strchr(from, '\n') + 1;
    while (*from == ',');
    all.length -= (size_t)(from - all.bytes);
    memmove(all.bytes, from, all.length + 1);
    desig_list_free(alone);
    return all;
}

text text_in_short(const desig_list *list) {
    text all = text_of_parts(list);
    char *to = all.bytes;
    const char *from = all.bytes;
    int quoted = 0;
    for (; *from != '\0'; from++) {
        quoted ^= *from == '"';
        if (!quoted && *from == ',' && (from[1] == ',' || from[1] == '\n')) continue;
        *to++ = *from;
    }
    *to = '\0';
    all.length = (size_t)(to - all.bytes);
    return all;
}
