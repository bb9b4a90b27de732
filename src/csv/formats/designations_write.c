/* Writing the layout for people. Names, facts and bare links stand in a record's first row; every action,
 * every link with a stance or reasons, and every further remark has a row. What does not fit is told, part by
 * part. */
#include "csv/emit.h"
#include "csv/formats/designations.h"
#include "csv/part_set.h"
#include "model/list.h"

#include <stdio.h>
#include <string.h>

typedef struct writer {
    dsg_emitter *emitter;
    dsg_part_set written; /* what stands in the file already: the reader would not double it */
    size_t number;        /* of the record */
    const desig_record *record;
    dsg_cell row[DSG_DESIGNATION_COLUMNS];
    dsg_buffer values[DSG_DESIGNATION_COLUMNS]; /* of the cells that hold several */
    char announced[DESIG_DATE_TEXT];
    char date[DESIG_DATE_TEXT];
    desig_result failed;
} writer;

/* The names of a part's fields that have no place. */
typedef struct losses {
    char names[160];
} losses;

/* ---- What does not fit ---- */

static void lose(losses *lost, int is_lost, const char *name) {
    size_t used = strlen(lost->names);
    if (is_lost) snprintf(lost->names + used, sizeof lost->names - used, used == 0 ? "%s" : ", %s", name);
}

static void tell_losses(writer *to, enum dsg_part part, const losses *lost, const char *value) {
    static const char *const words[] = {"a name", "an action", "a link", "a fact"};
    if (lost->names[0] == '\0') return;
    dsg_emit_not_written(to->emitter, to->record->id, NULL, "%s is written without its %s: %s", words[part],
                         lost->names, value == NULL ? "" : value);
}

static void tell_no_place(writer *to, const char *what, const char *value) {
    dsg_emit_not_written(to->emitter, to->record->id, NULL, "%s has no place: %s", what,
                         value == NULL ? "" : value);
}

static int is_known(const desig_date *date) {
    return date->first_precision != DESIG_PRECISION_NONE || date->last_precision != DESIG_PRECISION_NONE;
}

static int has_span(const desig_span *span) {
    return span->first != 0 || span->last != 0;
}

/* ---- Cells ---- */

static void note(writer *to, desig_result result) {
    if (to->failed == DESIG_OK && result != DESIG_OK)
        to->failed = dsg_error_plain(to->emitter->error, result);
}

static void set(writer *to, enum dsg_designation_column column, const char *text) {
    to->row[column] = (dsg_cell){text, text == NULL ? 0 : strlen(text)};
}

static void set_date(writer *to, enum dsg_designation_column column, const desig_date *date,
                     char text[DESIG_DATE_TEXT]) {
    desig_date_format(date, text);
    set(to, column, text[0] == '\0' ? NULL : text);
}

static void append(writer *to, enum dsg_designation_column column, const char *text) {
    note(to, dsg_buffer_append_text(&to->values[column], text));
}

/* Begin a further value of a cell. */
static void begin_value(writer *to, enum dsg_designation_column column) {
    if (to->values[column].length > 0) append(to, column, "; ");
}

/* Append a part of a value; `marks` are what must not count as one within it. */
static void append_escaped(writer *to, enum dsg_designation_column column, const char *text,
                           const char *marks) {
    note(to, dsg_piece_escape(text, strlen(text), marks, &to->values[column]));
}

static void append_value(writer *to, enum dsg_designation_column column, const char *text) {
    begin_value(to, column);
    append_escaped(to, column, text, "");
}

/* `head=tail (brackets)`, where brackets may be NULL. */
static void append_composed(writer *to, enum dsg_designation_column column, const char *head,
                            const char *tail, const char *brackets) {
    begin_value(to, column);
    if (head != NULL) {
        append_escaped(to, column, head, "=");
        append(to, column, "=");
    }
    append_escaped(to, column, tail, head == NULL ? "=()" : "()");
    if (brackets == NULL) return;
    append(to, column, " (");
    append_escaped(to, column, brackets, "()");
    append(to, column, ")");
}

static void begin_row(writer *to) {
    size_t i;
    memset(to->row, 0, sizeof to->row);
    for (i = 0; i < DSG_DESIGNATION_COLUMNS; i++) to->values[i].length = 0;
    set(to, DSG_COLUMN_ID, to->record->id);
}

static void end_row(writer *to) {
    size_t i;
    if (to->failed != DESIG_OK) return;
    for (i = 0; i < DSG_DESIGNATION_COLUMNS; i++) {
        const dsg_buffer *values = &to->values[i];
        if (values->length > 0)
            dsg_emit_cell_bytes(to->emitter, values->bytes, values->length);
        else
            dsg_emit_cell_bytes(to->emitter, to->row[i].text, to->row[i].length);
    }
    to->failed = dsg_emit_row(to->emitter);
}

/* Whether a part is the first of its content: the reader takes a repetition for the same. */
static int is_first(writer *to, enum dsg_part part, const void *content, const char *value) {
    if (dsg_part_set_has(&to->written, to->number, part, content)) {
        tell_no_place(to, "a repetition", value);
        return 0;
    }
    note(to, dsg_part_set_add(&to->written, to->number, part, content));
    return 1;
}

/* ---- Names ---- */

static void write_alias(writer *to, const desig_name *name) {
    static const char *const prefixes[] = {[DESIG_NAME_PRIMARY] = "",
                                           [DESIG_NAME_AKA] = "",
                                           [DESIG_NAME_FKA] = "fka:",
                                           [DESIG_NAME_NKA] = "nka:"};
    begin_value(to, DSG_COLUMN_ALIASES);
    if (name->strength == DESIG_STRENGTH_WEAK) append(to, DSG_COLUMN_ALIASES, "weak:");
    append(to, DSG_COLUMN_ALIASES, prefixes[name->type]);
    append_escaped(to, DSG_COLUMN_ALIASES, name->text, ":");
}

static void write_name(writer *to, const desig_name *name, int *has_primary) {
    losses lost = {""};
    int primary = name->type == DESIG_NAME_PRIMARY;
    if (!is_first(to, DSG_PART_NAME, name, name->text)) return;
    if (primary ? *has_primary : name->text[0] == '\0') {
        tell_no_place(to, primary ? "a further primary name" : "an empty name", name->text);
        return;
    }
    if (primary)
        set(to, DSG_COLUMN_NAME, name->text);
    else
        write_alias(to, name);
    *has_primary |= primary;
    lose(&lost, name->language != NULL, "language");
    lose(&lost, name->group != 0, "group");
    lose(&lost, primary ? name->strength != DESIG_STRENGTH_STRONG : name->strength == DESIG_STRENGTH_UNKNOWN,
         "strength");
    lose(&lost, has_span(&name->span), "editions");
    tell_losses(to, DSG_PART_NAME, &lost, name->text);
}

/* ---- Facts ---- */

static int same_date(const desig_date *a, const desig_date *b) {
    char text_a[DESIG_DATE_TEXT], text_b[DESIG_DATE_TEXT];
    return strcmp(desig_date_format(a, text_a), desig_date_format(b, text_b)) == 0;
}

/* The source's words if they read as the same date, else the date: its meaning matters more. */
static void write_birth_date(writer *to, const desig_fact *fact, losses *lost) {
    desig_date read = {0};
    char text[DESIG_DATE_TEXT];
    const char *value = fact->value;
    if (value != NULL) desig_date_parse(value, DESIG_DATE_UNAMBIGUOUS, &read);
    if (is_known(&fact->from) && !same_date(&read, &fact->from)) {
        lose(lost, value != NULL, "words");
        value = desig_date_format(&fact->from, text);
    }
    append_value(to, DSG_COLUMN_BIRTH_DATES, value);
}

static enum dsg_designation_column column_of(const desig_fact *fact) {
    static const enum dsg_designation_column columns[] = {
        [DESIG_FACT_BIRTH_DATE] = DSG_COLUMN_BIRTH_DATES,
        [DESIG_FACT_BIRTH_PLACE] = DSG_COLUMN_BIRTH_PLACES,
        [DESIG_FACT_NATIONALITY] = DSG_COLUMN_NATIONALITIES,
        [DESIG_FACT_ADDRESS] = DSG_COLUMN_ADDRESSES,
        [DESIG_FACT_IDENTIFIER] = DSG_COLUMN_IDENTIFIERS,
        [DESIG_FACT_TITLE] = DSG_COLUMN_TITLES,
        [DESIG_FACT_REMARK] = DSG_COLUMN_REMARKS,
        [DESIG_FACT_RAW_ROW] = DSG_COLUMN_ID, /* 0, like all that have none */
    };
    int has_value = fact->value != NULL && fact->value[0] != '\0';
    int has_date = fact->type == DESIG_FACT_BIRTH_DATE && is_known(&fact->from);
    return has_value || has_date ? columns[fact->type] : DSG_COLUMN_ID;
}

static void tell_fact_losses(writer *to, const desig_fact *fact, losses *lost) {
    int identifier = fact->type == DESIG_FACT_IDENTIFIER;
    lose(lost, !identifier && fact->label != NULL, "label");
    lose(lost, !identifier && fact->country != NULL, "country");
    lose(lost, fact->note != NULL, "note");
    lose(lost, fact->type != DESIG_FACT_BIRTH_DATE && is_known(&fact->from), "from");
    lose(lost, is_known(&fact->to), "to");
    lose(lost, fact->group != 0, "group");
    lose(lost, fact->alternate != 0, "alternate");
    lose(lost, has_span(&fact->span), "editions");
    tell_losses(to, DSG_PART_FACT, lost, fact->value);
}

/* A remark is only checked here: each has a row, or shares one with an action. */
static void write_fact(writer *to, const desig_fact *fact) {
    enum dsg_designation_column column = column_of(fact);
    losses lost = {""};
    if (column == DSG_COLUMN_ID) {
        tell_no_place(to, desig_term(DESIG_TERMS_FACT_TYPE, fact->type), fact->value);
        return;
    }
    if (column == DSG_COLUMN_REMARKS) return;
    if (!is_first(to, DSG_PART_FACT, fact, fact->value)) return;
    if (column == DSG_COLUMN_BIRTH_DATES)
        write_birth_date(to, fact, &lost);
    else if (column == DSG_COLUMN_IDENTIFIERS)
        append_composed(to, column, fact->label, fact->value, fact->country);
    else
        append_value(to, column, fact->value);
    tell_fact_losses(to, fact, &lost);
}

/* ---- Actions ---- */

static int has_empty_measure(const char *measures) {
    size_t length = strlen(measures);
    return length > 0 &&
           (measures[0] == '|' || measures[length - 1] == '|' || strstr(measures, "||") != NULL);
}

/* The model joins measures with `|`, this layout with `;`. */
static void set_measures(writer *to, const char *measures, losses *lost) {
    set(to, DSG_COLUMN_MEASURES, measures);
    if (measures == NULL) return;
    lose(lost, has_empty_measure(measures), "empty measures");
    while (*measures != '\0') {
        size_t length = strcspn(measures, "|");
        if (length > 0) {
            begin_value(to, DSG_COLUMN_MEASURES);
            note(to, dsg_piece_escape(measures, length, "", &to->values[DSG_COLUMN_MEASURES]));
        }
        measures += length + (measures[length] == '|');
    }
}

/* A derived action is a row without a date and without a word for what was done; it needs what makes it a
 * listing. */
static int fits_action(const desig_action *action) {
    if (!action->derived) return 1;
    return action->type == DESIG_ACTION_DESIGNATED &&
           (action->authority != NULL || action->list != NULL || action->program != NULL);
}

static int take_action(writer *to, const desig_action *action) {
    losses lost = {""};
    if (!fits_action(action)) {
        tell_no_place(to, "a listing without authority, list and program", action->justification);
        return 0;
    }
    if (!is_first(to, DSG_PART_ACTION, action, action->program)) return 0;
    if (!action->derived) {
        set(to, DSG_COLUMN_ACTION, desig_term(DESIG_TERMS_ACTION_TYPE, action->type));
        set_date(to, DSG_COLUMN_ANNOUNCED, &action->announced, to->announced);
        set_date(to, DSG_COLUMN_DATE, &action->effective, to->date);
    }
    set(to, DSG_COLUMN_AUTHORITY, action->authority);
    set(to, DSG_COLUMN_LIST, action->list);
    set(to, DSG_COLUMN_PROGRAM, action->program);
    if (action->program != NULL) append_value(to, DSG_COLUMN_PROGRAM, action->program);
    set_measures(to, action->measures, &lost);
    set(to, DSG_COLUMN_LEGAL_BASIS, action->legal_basis);
    set(to, DSG_COLUMN_JUSTIFICATION, action->justification);
    set(to, DSG_COLUMN_STATEMENT_BY, action->statement_by);
    set(to, DSG_COLUMN_CITATION, action->citation);
    lose(&lost, has_span(&action->span), "editions");
    tell_losses(to, DSG_PART_ACTION, &lost, action->program);
    return 1;
}

/* ---- Links ---- */

static int is_bare(const desig_link *link) {
    return link->stance == DESIG_STANCE_PLAIN && link->by == NULL && link->justification == NULL &&
           link->citation == NULL && !is_known(&link->date);
}

static int write_link(writer *to, const desig_link *link) {
    losses lost = {""};
    if (link->type == NULL || link->type[0] == '\0' || link->target == NULL || link->target[0] == '\0') {
        tell_no_place(to, "a link without type or target", link->target);
        return 0;
    }
    if (!is_first(to, DSG_PART_LINK, link, link->target)) return 0;
    append_composed(to, DSG_COLUMN_LINKS, link->type, link->target, link->role);
    lose(&lost, has_span(&link->span), "editions");
    tell_losses(to, DSG_PART_LINK, &lost, link->target);
    return 1;
}

/* A link with a stance or reasons has the row to itself. */
static int take_link(writer *to, const desig_link *link) {
    if (!write_link(to, link)) return 0;
    if (link->stance != DESIG_STANCE_PLAIN)
        set(to, DSG_COLUMN_ACTION, desig_term(DESIG_TERMS_STANCE, link->stance));
    set_date(to, DSG_COLUMN_DATE, &link->date, to->date);
    set(to, DSG_COLUMN_JUSTIFICATION, link->justification);
    set(to, DSG_COLUMN_STATEMENT_BY, link->by);
    set(to, DSG_COLUMN_CITATION, link->citation);
    return 1;
}

/* ---- Records ---- */

/* How far the parts that want rows of their own have been written. */
typedef struct progress {
    uint32_t action;
    uint32_t link;
    uint32_t remark;
} progress;

/* Fill the row with the next action, or, after them, the next link; 0 if there is none. Bare links in the row
 * would take on another link's reasons. */
static int take_next(writer *to, progress *done) {
    const desig_record *record = to->record;
    while (done->action < record->action_count) {
        if (take_action(to, &record->actions[done->action++])) return 1;
    }
    if (to->values[DSG_COLUMN_LINKS].length > 0) return 0;
    while (done->link < record->link_count) {
        const desig_link *link = &record->links[done->link++];
        if (!is_bare(link) && take_link(to, link)) return 1;
    }
    return 0;
}

static int take_remark(writer *to, progress *done) {
    while (done->remark < to->record->fact_count) {
        const desig_fact *fact = &to->record->facts[done->remark++];
        losses lost = {""};
        if (column_of(fact) != DSG_COLUMN_REMARKS || !is_first(to, DSG_PART_FACT, fact, fact->value))
            continue;
        set(to, DSG_COLUMN_REMARKS, fact->value);
        tell_fact_losses(to, fact, &lost);
        return 1;
    }
    return 0;
}

static void fill_first_row(writer *to) {
    const desig_record *record = to->record;
    int has_primary = 0;
    uint32_t i;
    set(to, DSG_COLUMN_KIND, desig_term(DESIG_TERMS_KIND, record->kind));
    for (i = 0; i < record->name_count; i++) write_name(to, &record->names[i], &has_primary);
    for (i = 0; i < record->fact_count; i++) write_fact(to, &record->facts[i]);
    for (i = 0; i < record->link_count; i++) {
        if (is_bare(&record->links[i])) write_link(to, &record->links[i]);
    }
}

static desig_result write_record(writer *to, const desig_record *record, size_t number) {
    progress done = {0, 0, 0};
    int filled = 1;
    to->record = record;
    to->number = number;
    begin_row(to);
    fill_first_row(to);
    while (to->failed == DESIG_OK) {
        filled |= take_next(to, &done);
        filled |= take_remark(to, &done);
        if (!filled) break;
        end_row(to);
        begin_row(to);
        filled = 0;
    }
    return to->failed;
}

static void emit_columns(dsg_emitter *emitter) {
    const char *columns[DSG_DESIGNATION_COLUMNS];
    size_t i;
    for (i = 0; i < DSG_DESIGNATION_COLUMNS; i++) columns[i] = dsg_designation_rules[i].column;
    dsg_emit_header(emitter, columns, DSG_DESIGNATION_COLUMNS);
}

desig_result dsg_designations_write(dsg_emitter *emitter, const desig_list *list) {
    writer to = {.emitter = emitter};
    size_t count = desig_list_count(list), i;
    desig_result result = DESIG_OK;
    dsg_part_set_init(&to.written, emitter->allocator);
    for (i = 0; i < DSG_DESIGNATION_COLUMNS; i++)
        dsg_buffer_init(&to.values[i], emitter->allocator, SIZE_MAX / 2);
    emit_columns(emitter);
    for (i = 0; result == DESIG_OK && i < count; i++) {
        result = write_record(&to, desig_list_at(list, i), i);
        if (result == DESIG_OK) result = dsg_emit_progress(emitter, i + 1, count);
    }
    for (i = 0; i < DSG_DESIGNATION_COLUMNS; i++) dsg_buffer_free(&to.values[i]);
    dsg_part_set_free(&to.written);
    return result;
}
