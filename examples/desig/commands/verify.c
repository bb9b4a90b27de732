/* Doing again what a receipt says was done. */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "commands/screen.h"
#include "io/args.h"
#include "io/out.h"
#include "screening/keyed.h"
#include "screening/match.h"
#include "screening/receipt.h"

enum { MOST_ENTRIES = 100000 }; /* lines besides the alerts */

typedef struct receipt_entry {
    char *heading;
    char *key;
    char *value;
    int met; /* in the other receipt */
} receipt_entry;

/* A receipt that was read: all but its alerts, of which only the digest is wanted. */
typedef struct read_receipt {
    receipt_entry *entries;
    size_t count;
    uint64_t alert_count;
    char alerts[SHA256_HEX];
} read_receipt;

/* What says nothing about the lists, the parties or the output. */
static const char *const circumstances[] = {"copied", "age in days", "threads"};

/* ---- Reading ---- */

static char *copy(const char *text) {
    size_t size = strlen(text) + 1;
    return memcpy(out_resize(NULL, size), text, size);
}

static void add_entry(read_receipt *receipt, const char *heading, const char *key, const char *value) {
    receipt->entries = out_resize(receipt->entries, (receipt->count + 1) * sizeof *receipt->entries);
    receipt->entries[receipt->count++] =
        (receipt_entry){.heading = copy(heading), .key = copy(key), .value = copy(value)};
}

static void read_lines(read_receipt *receipt, FILE *file) {
    char *line = NULL;
    size_t room = 0;
    char *heading = copy("");
    sha256 alerts;
    sha256_begin(&alerts);
    while (getline(&line, &room, file) > 0 && receipt->count < MOST_ENTRIES) {
        keyed_line parsed = keyed_parse(line);
        if (parsed.heading) {
            free(heading);
            heading = copy(parsed.heading);
            /* An empty section is one, too: a list without files, a receipt without alerts. */
            add_entry(receipt, heading, "", "");
        } else if (parsed.key && strcmp(heading, receipt_alerts) == 0) {
            receipt->alert_count++;
            sha256_add_text(&alerts, parsed.key);
            sha256_add_text(&alerts, parsed.value);
        } else if (parsed.key) {
            add_entry(receipt, heading, parsed.key, parsed.value);
        }
    }
    sha256_end_hex(&alerts, receipt->alerts);
    free(heading);
    free(line);
}

/* Read a receipt that was written before; EXIT_ERROR after saying why not. */
static int read_receipt_file(read_receipt *receipt, const char *path) {
    char title[64] = "";
    FILE *file = fopen(path, "r");
    if (!file) {
        fprintf(stderr, "%s: cannot be opened: %s\n", path, strerror(errno));
        return EXIT_ERROR;
    }
    if (fgets(title, sizeof title, file)) title[strcspn(title, "\r\n")] = '\0';
    int is_receipt = strcmp(title, receipt_title) == 0;
    if (is_receipt)
        read_lines(receipt, file);
    else
        fprintf(stderr, "%s:1:1: is no receipt: it does not begin with \"%s\"\n", path, receipt_title);
    fclose(file);
    return is_receipt ? 0 : EXIT_ERROR;
}

static void forget(read_receipt *receipt) {
    for (size_t i = 0; i < receipt->count; i++) {
        free(receipt->entries[i].heading);
        free(receipt->entries[i].key);
        free(receipt->entries[i].value);
    }
    free(receipt->entries);
}

/* ---- The command line again ---- */

typedef struct command_line {
    char **items;
    int count;
} command_line;

static void add_argument(command_line *line, char *text) {
    line->items = out_resize(line->items, ((size_t)line->count + 1) * sizeof *line->items);
    line->items[line->count++] = text;
}

static void add_option(command_line *line, const receipt_entry *entry) {
    out_string option = {0};
    int is_switch = strcmp(entry->key, "all") == 0;
    if (*entry->value == '\0' || (is_switch && strcmp(entry->value, "yes") != 0)) return;
    out_append(&option, "--%s%s%s", entry->key, is_switch ? "" : "=", is_switch ? "" : entry->value);
    add_argument(line, option.text);
}

static command_line rebuild(const read_receipt *receipt) {
    command_line line = {0};
    for (size_t i = 0; i < receipt->count; i++)
        if (strcmp(receipt->entries[i].heading, receipt_parameters) == 0 && *receipt->entries[i].key)
            add_option(&line, &receipt->entries[i]);
    add_argument(&line, copy("--"));
    for (size_t i = 0; i < receipt->count; i++)
        if (strncmp(receipt->entries[i].heading, receipt_list, strlen(receipt_list)) == 0 &&
            *receipt->entries[i].key == '\0')
            add_argument(&line, copy(receipt->entries[i].heading + strlen(receipt_list)));
    return line;
}

/* Screen again, into a receipt of its own. */
static int screen_again(const read_receipt *before, read_receipt *now) {
    command_line line = rebuild(before);
    char **arguments = out_resize(NULL, (size_t)line.count * sizeof *arguments);
    memcpy(arguments, line.items, (size_t)line.count * sizeof *arguments); /* args_read() reorders them */
    screen_options options = {0};
    screening_job result;
    FILE *receipt = tmpfile();
    int status = EXIT_ERROR;
    if (!receipt)
        fprintf(stderr, "desig: no temporary file can be made: %s\n", strerror(errno));
    else if (screen_read_options(&options, line.count, arguments, &status))
        status = screen_run(&options, NULL, receipt, &result);
    if (status == 0) {
        rewind(receipt);
        read_lines(now, receipt);
    }
    if (receipt) fclose(receipt);
    columns_free(&options.columns);
    for (int i = 0; i < line.count; i++) free(line.items[i]);
    free(line.items);
    free(arguments);
    return status;
}

/* ---- Comparing ---- */

static receipt_entry *entry_of(const read_receipt *receipt, const char *heading, const char *key) {
    for (size_t i = 0; i < receipt->count; i++) {
        receipt_entry *entry = &receipt->entries[i];
        if (!entry->met && strcmp(entry->heading, heading) == 0 && strcmp(entry->key, key) == 0) return entry;
    }
    return NULL;
}

static int is_circumstance(const receipt_entry *entry) {
    int found = strcmp(entry->heading, receipt_run) == 0;
    for (size_t i = 0; i < sizeof circumstances / sizeof circumstances[0]; i++)
        found |= strcmp(entry->key, circumstances[i]) == 0;
    return found;
}

static void tell_difference(const char *heading, const char *key, const char *before, const char *now) {
    out_string line = {0};
    out_append(&line, "%s%s%s: %s in the receipt, %s now", heading, *key ? ": " : "", key, before, now);
    out_line(out_text(&line));
    out_string_free(&line);
}

static int differs(receipt_entry *before, const read_receipt *now) {
    receipt_entry *same = entry_of(now, before->heading, before->key);
    if (same) same->met = 1;
    if (is_circumstance(before) || (same && strcmp(before->value, same->value) == 0)) return 0;
    tell_difference(before->heading, before->key, *before->key ? before->value : "there",
                    !same ? "not there" : same->value);
    return 1;
}

static int compare(const read_receipt *before, const read_receipt *now) {
    int different = 0;
    for (size_t i = 0; i < before->count; i++) different |= differs(&before->entries[i], now);
    for (size_t i = 0; i < now->count; i++) {
        const receipt_entry *entry = &now->entries[i];
        if (entry->met || is_circumstance(entry)) continue;
        tell_difference(entry->heading, entry->key, "not there", *entry->key ? entry->value : "there");
        different = 1;
    }
    if (strcmp(before->alerts, now->alerts) != 0) {
        different = 1;
        printf("alerts: %llu in the receipt, %llu now, and not the same\n",
               (unsigned long long)before->alert_count, (unsigned long long)now->alert_count);
    }
    return different;
}

static const char *value_of(const read_receipt *receipt, const char *heading, const char *key) {
    for (size_t i = 0; i < receipt->count; i++)
        if (strcmp(receipt->entries[i].heading, heading) == 0 && strcmp(receipt->entries[i].key, key) == 0)
            return receipt->entries[i].value;
    return "";
}

static void tell_verdict(const read_receipt *before, const read_receipt *now) {
    const char *library = value_of(before, receipt_run, "library");
    const char *digest = value_of(now, "output", "sha256");
    if (strcmp(library, desig_version()) != 0)
        printf("It was screened by version %s; this is %s.\n", library, desig_version());
    printf("The output is %s.\n", strcmp(value_of(before, "output", "sha256"), digest) == 0
                                      ? "the same, byte for byte"
                                      : "not the same");
    printf("%s\n", match_caution);
}

int screen_verify(const char *path) {
    read_receipt before = {0};
    read_receipt now = {0};
    int status = read_receipt_file(&before, path);
    if (status == 0) status = screen_again(&before, &now);
    if (status != 0 && *value_of(&before, receipt_run, "directory"))
        fprintf(stderr, "%s: could not be done again; it was done in %s\n", path,
                value_of(&before, receipt_run, "directory"));
    if (status == 0) {
        status = compare(&before, &now) ? EXIT_NO : EXIT_YES;
        tell_verdict(&before, &now);
    }
    forget(&before);
    forget(&now);
    return status;
}
