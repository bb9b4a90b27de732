/* Functions that fill in the caller's desig_error. */
#ifndef DSG_BASE_ERROR_H
#define DSG_BASE_ERROR_H

#include <desig/desig.h>

#include <stdarg.h>

#if defined(__GNUC__)
#define DSG_PRINTF(text, first) __attribute__((format(printf, text, first)))
#else
#define DSG_PRINTF(text, first)
#endif

/* Set result and message (cut to fit, never within a UTF-8 sequence); no place. `error` may be NULL. Returns
 * `result`. */
desig_result dsg_error_set(desig_error *error, desig_result result, const char *format, ...) DSG_PRINTF(3, 4);

/* Set the place of an error that was set; `error` may be NULL. */
void dsg_error_place(desig_error *error, uint64_t line, uint32_t column);

/* As dsg_error_set(), with the result's own text as the message. */
desig_result dsg_error_plain(desig_error *error, desig_result result);

/* DESIG_E_IO: say what the system refused to do, and why, by its errno. */
desig_result dsg_error_system(desig_error *error, const char *what, int number);

/* Print into an array, cut to fit but never within a UTF-8 sequence. */
void dsg_text_print(char *to, size_t size, const char *format, va_list arguments);

/* Copy a text into an array, cut to fit but never within a UTF-8 sequence. */
void dsg_text_copy(char *to, size_t size, const char *from);

#endif
