#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *desig_version(void) {
    return DESIG_VERSION;
}

const char *desig_result_text(desig_result result) {
    static const char *const texts[] = {
        [DESIG_OK] = "success",
        [DESIG_E_NOMEM] = "out of memory",
        [DESIG_E_ARGUMENT] = "invalid argument",
        [DESIG_E_IO] = "input or output failed",
        [DESIG_E_FORMAT] = "not a list of a known format, or defective",
        [DESIG_E_LIMIT] = "a limit was reached",
        [DESIG_E_CANCELLED] = "cancelled",
        [DESIG_E_EXISTS] = "the list has a record of this id already",
        [DESIG_E_DATE] = "not a date that can be read without guessing",
        [DESIG_E_ORDER] = "the edition is not newer than the ledger",
        [DESIG_E_DOUBTFUL] = "the edition is probably not whole",
        [DESIG_E_UNSCREENABLE] = "nothing can be told: some records have no name in the script of the query",
    };
    size_t count = sizeof texts / sizeof texts[0];
    return (size_t)result < count ? texts[result] : "unknown result";
}

/* Where a UTF-8 text must be cut so that at most `length` bytes remain. */
static size_t cut(const char *text, size_t length) {
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) length--;
    return length;
}

void dsg_text_copy(char *to, size_t size, const char *from) {
    size_t length = strlen(from);
    if (length >= size) length = cut(from, size - 1);
    memcpy(to, from, length);
    to[length] = '\0';
}

/* Take off a UTF-8 sequence that is cut at the end of a text of `length` bytes. */
static void trim_sequence(char *text, size_t length) {
    size_t start = length;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80) start--;
    if (start == 0) return;
    unsigned char lead = (unsigned char)text[start - 1];
    size_t needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (length - (start - 1) < needed) text[start - 1] = '\0';
}

void dsg_text_print(char *to, size_t size, const char *format, va_list arguments) {
    // The analyser loses a va_list that is handed on. NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized)
    int length = vsnprintf(to, size, format, arguments);
    if (length < 0) to[0] = '\0';
    if (length > 0 && (size_t)length >= size) trim_sequence(to, size - 1);
}

desig_result dsg_error_set(desig_error *error, desig_result result, const char *format, ...) {
    if (!error) return result;
    va_list arguments;
    char message[DESIG_ERROR_MESSAGE]; /* an argument may be a text of the error itself */
    va_start(arguments, format);
    dsg_text_print(message, sizeof message, format, arguments);
    va_end(arguments);
    *error = (desig_error){.result = result};
    memcpy(error->message, message, sizeof message);
    return result;
}

void dsg_error_place(desig_error *error, uint64_t line, uint32_t column) {
    if (!error) return;
    error->line = line;
    error->column = column;
}

/* strerror() would read the locale, and is not safe from many threads. */
static const char *text_of_errno(int number) {
    static const struct {
        int number;
        const char *text;
    } texts[] = {
        {EACCES, "permission denied"},         {EPERM, "not permitted"},
        {ENOENT, "no such file or directory"}, {ENOTDIR, "not a directory"},
        {EISDIR, "it is a directory"},         {ENOSPC, "no space left on the device"},
        {EFBIG, "the file is too large"},      {EROFS, "the file system is read-only"},
        {EIO, "input/output error"},           {ELOOP, "too many symbolic links"},
        {EPIPE, "the reader has gone"},        {ENAMETOOLONG, "the name is too long"},
        {EMFILE, "too many open files"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (texts[i].number == number) return texts[i].text;
    }
    return "the system refused";
}

desig_result dsg_error_system(desig_error *error, const char *what, int number) {
    return dsg_error_set(error, DESIG_E_IO, "cannot %s: %s (errno %d)", what, text_of_errno(number), number);
}

desig_result dsg_error_plain(desig_error *error, desig_result result) {
    return dsg_error_set(error, result, "%s", desig_result_text(result));
}
