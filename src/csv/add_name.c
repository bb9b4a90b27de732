/* Adding a name, and those that it is made up of. */
#include "base/html.h"
#include "csv/cursor.h"
#include "csv/packed_names.h"

#include <string.h>

typedef struct adding {
    dsg_cursor *cursor;
    const desig_name *whole;
} adding;

static desig_result add_part(void *context, dsg_piece text, desig_name_type type) {
    const adding *to = context;
    desig_name name = *to->whole;
    if (type != DESIG_NAME_PRIMARY) name.type = (uint8_t)type;
    if (name.type == DESIG_NAME_PRIMARY) name.type = DESIG_NAME_AKA;
    name.derived = 1;
    const desig_result result = dsg_keep_once(to->cursor, text.bytes, text.length, &name.text);
    return result == DESIG_OK ? dsg_add_plain_name(to->cursor, &name) : result;
}

/* What HTML's signs and tags stand for is a name of its own, and may be made up of several. */
static desig_result add_without_html(adding *to) {
    dsg_buffer *plain = &to->cursor->import->scratch;
    const char *text;
    plain->length = 0;
    desig_result result = dsg_buffer_append(plain, to->whole->text, strlen(to->whole->text) + 1);
    if (result != DESIG_OK) return result;
    const size_t length = dsg_html_plain(to->whole->text, plain->bytes);
    result = dsg_keep(to->cursor, plain->bytes, length, &text);
    if (result != DESIG_OK || length == 0) return result;
    result = add_part(to, (dsg_piece){text, length}, DESIG_NAME_PRIMARY);
    return result == DESIG_OK ? dsg_packed_names(text, add_part, to) : result;
}

desig_result dsg_add_name(dsg_cursor *cursor, const desig_name *name) {
    adding to = {cursor, name};
    const desig_result result = dsg_add_plain_name(cursor, name);
    if (result != DESIG_OK || name->derived || !name->text) return result;
    return dsg_html_is_in(name->text) ? add_without_html(&to) : dsg_packed_names(name->text, add_part, &to);
}
