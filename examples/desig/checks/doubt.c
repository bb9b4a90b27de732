#include <stdarg.h>
#include <stdio.h>

#include "checks/checks.h"

void doubt(const checking *at, const desig_record *record, spot where, const char *format, ...) {
    char message[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    const found_place found =
        record ? places_find(at->entry->places, record, where) : (found_place){.file = NULL};
    findings_take(at->findings,
                  &(desig_diagnostic){DESIG_INIT(desig_diagnostic), .severity = at->check->severity,
                                      .check = at->check->name,
                                      .file = found.file ? found.file : at->entry->name, .line = found.line,
                                      .column = found.column, .field = found.field,
                                      .id = record ? record->id : NULL, .message = message});
}
