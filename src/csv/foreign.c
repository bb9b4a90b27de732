#include "csv/foreign.h"

#include "base/ascii.h"

#include <string.h>

#define MARK(bytes, what)                                                                                    \
    { bytes, sizeof(bytes) - 1, what }

static const struct {
    const char *bytes;
    size_t length;
    const char *what;
} marks[] = {
    MARK("\xFF\xFE", "UTF-16; save it as UTF-8"),
    MARK("\xFE\xFF", "UTF-16; save it as UTF-8"),
    MARK("PK\x03\x04", "a ZIP archive or a spreadsheet (.xlsx); unpack it, or save the sheet as CSV UTF-8"),
    MARK("\x1F\x8B", "compressed by gzip; unpack it first: gunzip"),
    MARK("\xFD"
         "7zXZ",
         "compressed by xz; unpack it first: xz -d"),
    MARK("\x28\xB5\x2F\xFD", "compressed by zstd; unpack it first: zstd -d"),
    MARK("BZh", "compressed by bzip2; unpack it first: bunzip2"),
    MARK("7z\xBC\xAF\x27\x1C", "a 7-Zip archive; unpack it first"),
    MARK("\xD0\xCF\x11\xE0", "a spreadsheet (.xls); save the sheet as CSV UTF-8"),
    MARK("%PDF", "a PDF; get the publisher's CSV"),
    MARK("SQLite format 3", "a database of SQLite; export the table as CSV"),
};

/* Behind white space, without case. */
static const struct {
    const char *words;
    const char *what;
} beginnings[] = {
    {"<!doctype html", "a page of HTML, perhaps an error page; get the file again"},
    {"<html", "a page of HTML, perhaps an error page; get the file again"},
    {"<head", "a page of HTML, perhaps an error page; get the file again"},
    {"<body", "a page of HTML, perhaps an error page; get the file again"},
    {"<?xml", "XML; get the publisher's CSV, or convert it first"},
    {"{\"", "JSON; get the publisher's CSV, or convert it first"},
    {"[{", "JSON; get the publisher's CSV, or convert it first"},
};

static int begins_with(const char *bytes, size_t length, const char *words) {
    size_t at = 0;
    while (words[at] && at < length && dsg_lower(bytes[at]) == words[at]) at++;
    return words[at] == '\0';
}

/* UTF-16 without a mark: every other byte of Latin text is NUL. */
static int is_utf16(const char *bytes, size_t length) {
    size_t nuls[2] = {0, 0};
    if (length > 64) length = 64;
    for (size_t i = 0; i < length; i++) nuls[i % 2] += bytes[i] == '\0';
    return length >= 8 && (nuls[0] == 0 || nuls[1] == 0) && 3 * (nuls[0] + nuls[1]) > length;
}

static const char *foreign_file(const char *bytes, size_t length) {
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (length >= marks[i].length && memcmp(bytes, marks[i].bytes, marks[i].length) == 0)
            return marks[i].what;
    if (is_utf16(bytes, length)) return "UTF-16; save it as UTF-8";
    while (length > 0 && dsg_is_space(*bytes)) {
        bytes++;
        length--;
    }
    for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++)
        if (begins_with(bytes, length, beginnings[i].words)) return beginnings[i].what;
    return NULL;
}

enum { FIRST_BYTES = 64 }; /* that show what a file is */

desig_result dsg_begin_file(dsg_input *input, const char **foreign) {
    static const char mark[] = "\xEF\xBB\xBF";
    const size_t size = sizeof mark - 1;
    desig_result result = DESIG_OK;
    while (result == DESIG_OK && input->length < FIRST_BYTES && !input->at_end)
        result = dsg_input_more(input);
    if (result != DESIG_OK) return result;
    if (input->length >= size && memcmp(input->window, mark, size) == 0) dsg_input_pass(input, size);
    *foreign = input->length > 0 ? foreign_file(input->window, input->length) : NULL;
    return DESIG_OK;
}
