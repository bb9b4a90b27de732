/* Doing again what a receipt says was done. */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "commands/screen.h"
#include "io/out.h"
#include "screening/keyed.h"
#include "screening/match.h"
#include "screening/receipt.h"

enum { MOST_ENTRIES = 100000 }; /* lines besides the alerts */

/* A heading, which is an entry, too (a list without files, a receipt without alerts), or a key under it. */
typedef struct receipt_entry {
    char *name;     /* "output", "output: sha256" */
    size_t heading; /* the length of the heading in it */
    char *value;    /* of a heading "there" */
    int met;        /* in the other receipt */
} receipt_entry;

/* A receipt that was read: all but its alerts, of which only the digest is wanted. */
typedef struct read_receipt {
    receipt_entry *items;
    size_t count;
    size_t room;
    uint64_t alert_count;
    char alerts[SHA256_HEX];
} read_receipt;

/* ---- Reading ---- */

static void read_lines(read_receipt *receipt, FILE *file) {
    OUT_STRING(heading);
    char *line = NULL;
    size_t room = 0;
    sha256 alerts;
    sha256_begin(&alerts);
    while (getline(&line, &room, file) > 0 && receipt->count < MOST_ENTRIES) {
        keyed_line parsed = keyed_parse(line);
        if (parsed.heading) {
            heading.length = 0;
            out_append(&heading, "%s", parsed.heading);
        }
        if (parsed.key && strcmp(out_text(&heading), receipt_alerts) == 0) {
            receipt->alert_count++;
            sha256_add_text(&alerts, parsed.key);
            sha256_add_text(&alerts, parsed.value);
        } else if (parsed.key || parsed.heading) {
            const char *value = parsed.key ? parsed.value : "there";
            out_string name = {0};
            out_append(&name, "%s%s%s", out_text(&heading), parsed.key ? ": " : "",
                       parsed.key ? parsed.key : "");
            OUT_PUSH(receipt, (receipt_entry){.name = name.text,
                                              .heading = heading.length,
                                              .value = out_copy(value, strlen(value))});
        }
    }
    sha256_end_hex(&alerts, receipt->alerts);
    free(line);
}

/* Read a receipt that was written before; EXIT_ERROR after saying why not. */
static int read_receipt_file(read_receipt *receipt, const char *path) {
    char title[64] = "";
    FILE *file = fopen(path, "r");
    if (!file) return fail("%s: cannot be opened: %s", path, strerror(errno));
    if (fgets(title, sizeof title, file)) title[strcspn(title, "\r\n")] = '\0';
    int is_receipt = strcmp(title, receipt_title) == 0;
    if (is_receipt) read_lines(receipt, file);
    fclose(file);
    return is_receipt ? 0 : fail("%s:1:1: is no receipt: it does not begin with \"%s\"", path, receipt_title);
}

static void forget(read_receipt *receipt) {
    for (size_t i = 0; i < receipt->count; i++) {
        free(receipt->items[i].name);
        free(receipt->items[i].value);
    }
    free(receipt->items);
}

/* ---- The command line again ---- */

typedef struct command_line {
    char **items;
    size_t count;
    size_t room;
} command_line;

/* "parameters: limit" with the value 10 is --limit=10; "list X" is the operand X. */
static command_line rebuild(const read_receipt *receipt) {
    command_line line = {0};
    const size_t parameters = strlen(receipt_parameters), list = strlen(receipt_list);
    for (size_t i = 0; i < receipt->count; i++) {
        const receipt_entry *entry = &receipt->items[i];
        const char *key = entry->name + parameters + strlen(": ");
        out_string option = {0};
        if (entry->heading != parameters || strncmp(entry->name, receipt_parameters, parameters) != 0 ||
            entry->name[parameters] == '\0' || *entry->value == '\0')
            continue;
        int is_switch = strcmp(key, "all") == 0;
        if (is_switch && strcmp(entry->value, "yes") != 0) continue;
        out_append(&option, "--%s%s%s", key, is_switch ? "" : "=", is_switch ? "" : entry->value);
        OUT_PUSH(&line, option.text);
    }
    OUT_PUSH(&line, out_copy("--", 2));
    for (size_t i = 0; i < receipt->count; i++) {
        const char *name = receipt->items[i].name;
        if (name[receipt->items[i].heading] == '\0' && strncmp(name, receipt_list, list) == 0)
            OUT_PUSH(&line, out_copy(name + list, strlen(name + list)));
    }
    return line;
}

/* Screen again, into a receipt of its own. */
static int screen_again(const tool_command *screen, const read_receipt *before, read_receipt *now) {
    command_line line = rebuild(before);
    char **arguments = out_resize(NULL, line.count * sizeof *arguments);
    memcpy(arguments, line.items, line.count * sizeof *arguments); /* command_read() reorders them */
    screen_options options = {0};
    screening_job result;
    FILE *receipt = tmpfile();
    int status = EXIT_ERROR;
    if (!receipt)
        fail("desig: no temporary file can be made: %s", strerror(errno));
    else if (command_read(screen, (int)line.count, arguments, &options, &status))
        status = screen_run(&options, NULL, receipt, &result);
    if (status == 0) {
        rewind(receipt);
        read_lines(now, receipt);
    }
    if (receipt) fclose(receipt);
    screen->end(&options);
    for (size_t i = 0; i < line.count; i++) free(line.items[i]);
    free(line.items);
    free(arguments);
    return status;
}

/* ---- Comparing ---- */

static receipt_entry *entry_of(const read_receipt *receipt, const char *name) {
    for (size_t i = 0; i < receipt->count; i++)
        if (!receipt->items[i].met && strcmp(receipt->items[i].name, name) == 0) return &receipt->items[i];
    return NULL;
}

static const char *value_of(const read_receipt *receipt, const char *name) {
    for (size_t i = 0; i < receipt->count; i++)
        if (strcmp(receipt->items[i].name, name) == 0) return receipt->items[i].value;
    return "";
}

/* Whether it says nothing about the lists, the parties or the output. */
static int is_circumstance(const receipt_entry *entry) {
    static const char *const circumstances[] = {": copied", ": age in days", ": threads"};
    const char *key = entry->name + entry->heading;
    int found =
        entry->heading == strlen(receipt_run) && strncmp(entry->name, receipt_run, entry->heading) == 0;
    for (size_t i = 0; i < sizeof circumstances / sizeof circumstances[0]; i++)
        found |= strcmp(key, circumstances[i]) == 0;
    return found;
}

static int tell_difference(const char *name, const char *before, const char *now) {
    OUT_STRING(line);
    out_append(&line, "%s: %s in the receipt, %s now", name, before, now);
    out_line(out_text(&line));
    return 1;
}

static int compare(const read_receipt *before, const read_receipt *now) {
    int different = 0;
    for (size_t i = 0; i < before->count; i++) {
        const receipt_entry *entry = &before->items[i];
        receipt_entry *same = entry_of(now, entry->name);
        if (same) same->met = 1;
        if (is_circumstance(entry) || (same && strcmp(entry->value, same->value) == 0)) continue;
        different = tell_difference(entry->name, entry->value, same ? same->value : "not there");
    }
    for (size_t i = 0; i < now->count; i++) {
        const receipt_entry *entry = &now->items[i];
        if (!entry->met && !is_circumstance(entry))
            different = tell_difference(entry->name, "not there", entry->value);
    }
    if (strcmp(before->alerts, now->alerts) == 0) return different;
    printf("alerts: %" PRIu64 " in the receipt, %" PRIu64 " now, and not the same\n", before->alert_count,
           now->alert_count);
    return 1;
}

static void tell_verdict(const read_receipt *before, const read_receipt *now) {
    const char *library = value_of(before, "run: library");
    const char *digest = value_of(now, "output: sha256");
    if (strcmp(library, desig_version()) != 0)
        printf("It was screened by version %s; this is %s.\n", library, desig_version());
    printf("The output is %s.\n", strcmp(value_of(before, "output: sha256"), digest) == 0
                                      ? "the same, byte for byte"
                                      : "not the same");
    printf("%s\n", match_caution);
}

int screen_verify(const tool_command *screen, const char *path) {
    read_receipt before = {0};
    read_receipt now = {0};
    int status = read_receipt_file(&before, path);
    if (status == 0) status = screen_again(screen, &before, &now);
    const char *directory = value_of(&before, "run: directory");
    if (status != 0 && *directory) fail("%s: could not be done again; it was done in %s", path, directory);
    if (status == 0) {
        status = compare(&before, &now) ? EXIT_NO : EXIT_YES;
        tell_verdict(&before, &now);
    }
    forget(&before);
    forget(&now);
    return status;
}
