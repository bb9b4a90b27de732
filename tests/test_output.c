/* Writing to a path: the file appears whole, or the old one stays whole. */
#define _DEFAULT_SOURCE

#include "written.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

static const char old_content[] = "the old file\n";

static char folder[64];

static const char *in_folder(const char *name) {
    static char paths[4][512];
    static size_t next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static void make_folder(void) {
    snprintf(folder, sizeof folder, "/tmp/desig-output-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
}

/* Remove the folder; it must hold `expected` entries: no temporary file is left behind. */
static void remove_folder(int expected) {
    DIR *entries = opendir(folder);
    struct dirent *entry;
    int found = 0;
    cr_assert_not_null(entries);
    while ((entry = readdir(entries)) != NULL) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        if (unlink(in_folder(entry->d_name)) != 0) rmdir(in_folder(entry->d_name));
        found++;
    }
    closedir(entries);
    cr_expect_eq(found, expected, "%d entries", found);
    rmdir(folder);
}

static void put_old(const char *path) {
    FILE *file = fopen(path, "wb");
    cr_assert_not_null(file);
    fputs(old_content, file);
    fclose(file);
}

static void expect_content(const char *path, const char *content) {
    text found = text_of_file(path);
    cr_expect_str_eq(found.bytes, content, "%s", path);
    free(found.bytes);
}

static desig_list *new_list(size_t records) {
    desig_list *list = NULL;
    char id[32];
    size_t i;
    cr_assert_eq(desig_list_new(NULL, &list), DESIG_OK);
    for (i = 0; i < records; i++) {
        desig_record record = {.id = id, .kind = DESIG_KIND_VESSEL};
        snprintf(id, sizeof id, "%06zu", i);
        cr_assert_eq(desig_list_add(list, &record, NULL), DESIG_OK);
    }
    return list;
}

static desig_result write_to(const desig_list *list, const char *path, desig_error *error) {
    desig_sink sink = {.path = path};
    *error = (desig_error){DESIG_OK, 0, 0, "", "", ""};
    return desig_list_write(list, &sink, NULL, NULL, error);
}

Test(output, is_a_whole_file_of_the_old_mode) {
    desig_list *list = new_list(5000); /* several blocks */
    text expected = text_written(list, "statements", NULL);
    const mode_t modes[] = {0600, 0644, 0664, 0755};
    struct stat found;
    desig_error error;
    size_t i;
    make_folder();
    umask(022);
    cr_expect_eq(write_to(list, in_folder("list"), &error), DESIG_OK, "%s", error.message);
    cr_expect_eq(stat(in_folder("list"), &found), 0);
    cr_expect_eq(found.st_mode & 07777, 0644);
    for (i = 0; i < sizeof modes / sizeof modes[0]; i++) {
        put_old(in_folder("list"));
        chmod(in_folder("list"), modes[i]);
        cr_expect_eq(write_to(list, in_folder("list"), &error), DESIG_OK, "%s", error.message);
        expect_content(in_folder("list"), expected.bytes);
        cr_expect_eq(stat(in_folder("list"), &found), 0);
        cr_expect_eq(found.st_mode & 07777, modes[i]);
    }
    cr_assert_eq(chdir(folder), 0);
    cr_expect_eq(write_to(list, "relative", &error), DESIG_OK, "%s", error.message);
    expect_content("relative", expected.bytes);
    free(expected.bytes);
    desig_list_free(list);
    remove_folder(2);
}

Test(output, follows_symbolic_links_and_keeps_them) {
    desig_list *list = new_list(1);
    text expected = text_written(list, "statements", NULL);
    struct stat found;
    desig_error error;
    make_folder();
    put_old(in_folder("file"));
    cr_assert_eq(symlink("file", in_folder("middle")), 0);
    cr_assert_eq(symlink(in_folder("middle"), in_folder("link")), 0);
    cr_assert_eq(symlink("new", in_folder("to-nothing")), 0);
    cr_assert_eq(symlink("round", in_folder("round")), 0);
    cr_expect_eq(write_to(list, in_folder("link"), &error), DESIG_OK, "%s", error.message);
    expect_content(in_folder("file"), expected.bytes);
    cr_expect_eq(write_to(list, in_folder("to-nothing"), &error), DESIG_OK, "%s", error.message);
    expect_content(in_folder("new"), expected.bytes);
    cr_expect(lstat(in_folder("link"), &found) == 0 && S_ISLNK(found.st_mode));
    cr_expect(lstat(in_folder("middle"), &found) == 0 && S_ISLNK(found.st_mode));
    cr_expect(lstat(in_folder("to-nothing"), &found) == 0 && S_ISLNK(found.st_mode));
    cr_expect_eq(write_to(list, in_folder("round"), &error), DESIG_E_IO);
    free(expected.bytes);
    desig_list_free(list);
    remove_folder(6);
}

/* ---- What is no regular file ---- */

static void *drain(void *path) {
    static text content;
    content = text_of_file(path);
    return &content;
}

Test(output, goes_straight_into_a_pipe_and_standard_output) {
    desig_list *list = new_list(5000);
    text expected = text_written(list, "statements", NULL);
    void *found = NULL;
    pthread_t reader;
    desig_error error;
    struct stat pipe_left;
    char pipe_path[128];
    int saved, file;
    make_folder();
    snprintf(pipe_path, sizeof pipe_path, "%s", in_folder("pipe"));
    cr_assert_eq(mkfifo(pipe_path, 0600), 0);
    cr_assert_eq(pthread_create(&reader, NULL, drain, pipe_path), 0);
    cr_expect_eq(write_to(list, pipe_path, &error), DESIG_OK, "%s", error.message);
    pthread_join(reader, &found);
    cr_expect_str_eq(((text *)found)->bytes, expected.bytes);
    free(((text *)found)->bytes);
    cr_expect(stat(pipe_path, &pipe_left) == 0 && S_ISFIFO(pipe_left.st_mode));

    fflush(stdout);
    saved = dup(1);
    put_old(in_folder("stdout"));
    file = open(in_folder("stdout"), O_WRONLY | O_APPEND);
    dup2(file, 1);
    cr_assert_eq(symlink("/proc/self/fd/1", in_folder("standard")), 0); /* what /dev/stdout is */
    cr_expect_eq(write_to(list, in_folder("standard"), &error), DESIG_OK, "%s", error.message);
    dup2(saved, 1);
    close(saved);
    close(file);
    {
        text content = text_of_file(in_folder("stdout"));
        cr_expect_str_eq(content.bytes + strlen(old_content), expected.bytes, "what was there before stays");
        free(content.bytes);
    }
    free(expected.bytes);
    desig_list_free(list);
    remove_folder(3);
}

/* ---- Failures ---- */

/* A way to /dev/full that a broken library cannot use to replace the device itself, also if root runs the
 * test. 0 if there is none. */
static int make_full_device(void) {
    if (geteuid() == 0) return mknod(in_folder("full"), S_IFCHR | 0600, makedev(1, 7)) == 0;
    return symlink("/dev/full", in_folder("full")) == 0;
}

Test(output, leaves_the_old_file_when_the_disk_is_full) {
    desig_list *list = new_list(5000);
    const struct rlimit limit = {100000, RLIM_INFINITY};
    struct rlimit before;
    desig_error error;
    int full;
    make_folder();
    put_old(in_folder("list"));
    signal(SIGXFSZ, SIG_IGN);
    cr_assert_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    cr_expect_eq(write_to(list, in_folder("list"), &error), DESIG_E_IO);
    cr_expect_not_null(strstr(error.message, "too large"), "%s", error.message);
    cr_expect_str_eq(error.file, in_folder("list"));
    cr_expect_eq(write_to(list, in_folder("new"), &error), DESIG_E_IO);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
    expect_content(in_folder("list"), old_content);
    full = make_full_device();
    if (full) {
        cr_expect_eq(write_to(list, in_folder("full"), &error), DESIG_E_IO);
        cr_expect_not_null(strstr(error.message, "no space"), "%s", error.message);
    } else {
        fputs("no device can be made here: writing to a full one is skipped\n", stderr);
    }
    desig_list_free(list);
    remove_folder(full ? 2 : 1);
}

static int stop(void *context, uint64_t done, uint64_t total) {
    (void)context;
    cr_expect_eq(total, 5000);
    return done == 3000;
}

/* While the list is written, somebody makes a folder of the target's name. */
static int make_target_a_folder(void *context, uint64_t done, uint64_t total) {
    (void)total;
    if (done == 1) cr_expect_eq(mkdir(context, 0700), 0);
    return 0;
}

Test(output, leaves_nothing_behind_when_it_cannot_be_put_in_place) {
    desig_list *list = new_list(10);
    char path[128];
    desig_sink sink = {.path = path};
    const desig_callbacks callbacks = {.progress = make_target_a_folder, .context = path};
    desig_write_options options = {.callbacks = &callbacks};
    desig_error error;
    make_folder();
    snprintf(path, sizeof path, "%s", in_folder("list"));
    cr_expect_eq(desig_list_write(list, &sink, &options, NULL, &error), DESIG_E_IO);
    cr_expect_not_null(strstr(error.message, "it is a directory"), "%s", error.message);
    desig_list_free(list);
    remove_folder(1);
}

static int refuse(void *context, const void *bytes, size_t length) {
    (void)bytes;
    (void)length;
    ++*(int *)context;
    return 1;
}

Test(output, leaves_the_old_file_when_the_write_is_refused_or_cancelled) {
    desig_list *list = new_list(5000);
    desig_sink file = {0}, both = {.path = "x", .write = refuse}, none = {0};
    int calls = 0;
    desig_sink stream = {.write = refuse, .context = &calls};
    const desig_callbacks stopping = {.progress = stop};
    desig_write_options cancelling = {.callbacks = &stopping}, unknown = {.format = "none"},
                        unwritable = {.format = "ofac-sdn"};
    desig_report report = {.rows = 77};
    desig_error error;
    make_folder();
    file.path = in_folder("list");
    put_old(file.path);
    cr_expect_eq(desig_list_write(list, &file, &cancelling, &report, &error), DESIG_E_CANCELLED);
    expect_content(file.path, old_content);
    cr_expect_eq(report.rows, 77, "outputs are untouched on failure");
    cr_expect_eq(desig_list_write(list, &stream, NULL, NULL, &error), DESIG_E_IO);
    cr_expect_eq(calls, 1, "a sink that fails is not called again");
    cr_expect_eq(desig_list_write(list, &both, NULL, NULL, &error), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_write(list, &none, NULL, NULL, &error), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_write(NULL, &file, NULL, NULL, &error), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_write(list, NULL, NULL, NULL, NULL), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_write(list, &file, &unknown, NULL, &error), DESIG_E_ARGUMENT);
    cr_expect_eq(desig_list_write(list, &file, &unwritable, NULL, &error), DESIG_E_ARGUMENT);
    cr_expect_eq(write_to(list, folder, &error), DESIG_E_IO);
    cr_expect_eq(write_to(list, in_folder("no/such/folder"), &error), DESIG_E_IO);
    cr_expect_not_null(strstr(error.message, "no such file or directory"), "%s", error.message);
    desig_list_free(list);
    remove_folder(1);
}
