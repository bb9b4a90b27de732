#include "model/renames.h"

#include <stddef.h>
#include <string.h>

/* OFAC announces no renaming; it shows where one tag takes the place of another in every record at once, from
 * one copy of sdn.csv to the next: `last` is the newest copy of 2021-08-18 to 2024-05-03 with the old tag,
 * `first` the oldest with the new one. Each new tag names the order on which the old one was based, too. Tags
 * that were only given instead of another one (ZIMBABWE -> GLOMAG, PEESA -> PEESA-EO14039, which goes on
 * beside it) are other programs. */
static const struct {
    const char *from;
    const char *to;
    const char *last;
    const char *first;
    int records;
    const char *order;
} renames[] = {
    {"BELARUS-EO", "BELARUS-EO14038", "2021-08-20", "2021-08-23", 33, "E.O. 14038 of 2021-08-09"},
    {"PEESA-EO", "PEESA-EO14039", "2021-11-10", "2021-11-12", 21, "E.O. 14039 of 2021-08-20"},
    {"ILLICIT-DRUGS-EO", "ILLICIT-DRUGS-EO14059", "2022-09-15", "2022-09-22", 44, "E.O. 14059 of 2021-12-15"},
    {"MIDDLE-EAST-EO", "WEST-BANK-EO14115", "2024-02-02", "2024-02-08", 4, "E.O. 14115 of 2024-02-01"},
};

const char *dsg_newest_tag(const char *tag) {
    for (size_t i = 0; tag && i < sizeof renames / sizeof renames[0]; i++) {
        if (strcmp(tag, renames[i].from) == 0) return renames[i].to;
    }
    return tag;
}
