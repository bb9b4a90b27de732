/* Writing the layout for people. Names, facts and bare links stand in a record's first row; every action,
 * every assertion, every link with a stance or reasons, and every further remark has a row. What does not fit
 * is told, part by part. */
#include "base/html.h"
#include "csv/formats/native/designations_sheet.h"
#include "csv/packed_names.h"
#include "model/date.h"

#include <string.h>

static int has_span(const desig_span *span) {
    return span->first != 0 || span->last != 0;
}

/* ---- Names ---- */

static void write_alias(dsg_sheet *to, const desig_name *name) {
    static const char *const prefixes[] = {[DESIG_NAME_PRIMARY] = "",
                                           [DESIG_NAME_AKA] = "",
                                           [DESIG_NAME_FKA] = "fka:",
                                           [DESIG_NAME_NKA] = "nka:"};
    dsg_sheet_begin_value(to, DSG_COLUMN_ALIASES);
    if (name->strength == DESIG_STRENGTH_WEAK) dsg_sheet_append(to, DSG_COLUMN_ALIASES, "weak:");
    dsg_sheet_append(to, DSG_COLUMN_ALIASES, prefixes[name->type]);
    dsg_sheet_append_escaped(to, DSG_COLUMN_ALIASES, name->text, strlen(name->text), ":");
}

static desig_result is_same_name(void *context, dsg_piece name, desig_name_type type) {
    const desig_name *const *derived = context;
    const char *text = (*derived)->text;
    (void)type;
    return strlen(text) == name.length && memcmp(text, name.bytes, name.length) == 0 ? DESIG_E_EXISTS
                                                                                     : DESIG_OK;
}

/* Whether whoever reads the record's other names makes this one of them again. */
static int is_made_again(const desig_record *record, const desig_name *derived) {
    enum { LONGEST = 1024 };
    char plain[LONGEST];
    for (uint32_t i = 0; derived->derived && i < record->name_count; i++) {
        const char *text = record->names[i].text;
        if (record->names[i].derived || !text) continue;
        if (dsg_html_is_in(text) && strlen(text) < sizeof plain) {
            dsg_html_plain(text, plain);
            if (strcmp(plain, derived->text) == 0) return 1;
            text = plain;
        }
        if (dsg_packed_names(text, is_same_name, &derived) != DESIG_OK) return 1;
    }
    return 0;
}

static void write_name(dsg_sheet *to, const desig_name *name, int *has_primary) {
    dsg_losses lost = {""};
    int primary = name->type == DESIG_NAME_PRIMARY;
    if (!dsg_sheet_takes(to, DSG_PART_NAME, name, name->text)) return;
    if (primary ? *has_primary : name->text[0] == '\0') {
        dsg_sheet_tell_no_place(to, primary ? "a further primary name" : "an empty name", name->text);
        return;
    }
    if (primary)
        dsg_sheet_set(to, DSG_COLUMN_NAME, name->text);
    else
        write_alias(to, name);
    *has_primary |= primary;
    dsg_lose(&lost, name->language != NULL, "language");
    dsg_lose(&lost, name->group != 0, "group");
    dsg_lose(&lost,
             primary ? name->strength != DESIG_STRENGTH_STRONG : name->strength == DESIG_STRENGTH_UNKNOWN,
             "strength");
    dsg_lose(&lost, has_span(&name->span), "editions");
    dsg_sheet_tell_losses(to, DSG_PART_NAME, &lost, name->text);
}

/* ---- Facts ---- */

static int same_date(const desig_date *a, const desig_date *b) {
    char text_a[DESIG_DATE_TEXT], text_b[DESIG_DATE_TEXT];
    return strcmp(desig_date_format(a, text_a), desig_date_format(b, text_b)) == 0;
}

/* The source's words if they read as the same date, else the date: its meaning matters more. */
static void write_birth_date(dsg_sheet *to, const desig_fact *fact, dsg_losses *lost) {
    desig_date read = {0};
    char text[DESIG_DATE_TEXT];
    const char *value = fact->value;
    if (value) desig_date_parse(value, DESIG_DATE_UNAMBIGUOUS, &read);
    if (dsg_date_is_known(&fact->from) && !same_date(&read, &fact->from)) {
        dsg_lose(lost, value != NULL, "words");
        value = desig_date_format(&fact->from, text);
    }
    dsg_sheet_add(to, DSG_COLUMN_BIRTH_DATES, value, strlen(value));
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
    int has_value = fact->value && fact->value[0] != '\0';
    int has_date = fact->type == DESIG_FACT_BIRTH_DATE && dsg_date_is_known(&fact->from);
    return has_value || has_date ? columns[fact->type] : DSG_COLUMN_ID;
}

static void tell_fact_losses(dsg_sheet *to, const desig_fact *fact, dsg_losses *lost) {
    int identifier = fact->type == DESIG_FACT_IDENTIFIER;
    dsg_lose(lost, !identifier && fact->label != NULL, "label");
    dsg_lose(lost, !identifier && fact->country != NULL, "country");
    dsg_lose(lost, fact->note != NULL, "note");
    dsg_lose(lost, fact->type != DESIG_FACT_BIRTH_DATE && dsg_date_is_known(&fact->from), "from");
    dsg_lose(lost, dsg_date_is_known(&fact->to), "to");
    dsg_lose(lost, fact->group != 0, "group");
    dsg_lose(lost, fact->alternate != 0, "alternate");
    dsg_lose(lost, fact->continued != 0, "continued");
    dsg_lose(lost, has_span(&fact->span), "editions");
    dsg_sheet_tell_losses(to, DSG_PART_FACT, lost, fact->value);
}

/* A remark is only checked here: each has a row, or shares one with an action. */
static void write_fact(dsg_sheet *to, const desig_fact *fact) {
    enum dsg_designation_column column = column_of(fact);
    dsg_losses lost = {""};
    if (column == DSG_COLUMN_ID) {
        dsg_sheet_tell_no_place(to, desig_term(DESIG_TERMS_FACT_TYPE, fact->type), fact->value);
        return;
    }
    if (column == DSG_COLUMN_REMARKS) return;
    if (!dsg_sheet_takes(to, DSG_PART_FACT, fact, fact->value)) return;
    if (column == DSG_COLUMN_BIRTH_DATES)
        write_birth_date(to, fact, &lost);
    else if (column == DSG_COLUMN_IDENTIFIERS)
        dsg_sheet_add_composed(to, column, fact->label, fact->value, fact->country);
    else
        dsg_sheet_add(to, column, fact->value, strlen(fact->value));
    tell_fact_losses(to, fact, &lost);
}

/* ---- Actions ---- */

static int has_empty_measure(const char *measures) {
    size_t length = strlen(measures);
    return length > 0 && (measures[0] == '|' || measures[length - 1] == '|' || strstr(measures, "||"));
}

/* The model joins measures with `|`, this layout with `;`. */
static void set_measures(dsg_sheet *to, const char *measures, dsg_losses *lost) {
    dsg_sheet_set(to, DSG_COLUMN_MEASURES, measures);
    if (!measures) return;
    dsg_lose(lost, has_empty_measure(measures), "empty measures");
    while (*measures != '\0') {
        size_t length = strcspn(measures, "|");
        if (length > 0) dsg_sheet_add(to, DSG_COLUMN_MEASURES, measures, length);
        measures += length + (measures[length] == '|');
    }
}

/* A derived action is a listing: a row without a date and without a word for what was done, which the reader
 * derives anew. It needs what makes it a listing. */
static int fits_action(const desig_action *action) {
    if (!action->derived) return 1;
    return action->type == DESIG_ACTION_DESIGNATED && (action->authority || action->list || action->program);
}

static int take_action(dsg_sheet *to, const desig_action *action) {
    dsg_losses lost = {""};
    if (!fits_action(action)) {
        dsg_sheet_tell_no_place(to, "a listing without authority, list and program", action->justification);
        return 0;
    }
    if (!dsg_sheet_takes(to, DSG_PART_ACTION, action, action->program)) return 0;
    if (!action->derived) {
        dsg_sheet_set(to, DSG_COLUMN_ACTION, desig_term(DESIG_TERMS_ACTION_TYPE, action->type));
        dsg_sheet_set_date(to, DSG_COLUMN_ANNOUNCED, &action->announced, to->announced);
        dsg_sheet_set_date(to, DSG_COLUMN_DATE, &action->effective, to->date);
    }
    dsg_sheet_set(to, DSG_COLUMN_AUTHORITY, action->authority);
    dsg_sheet_set(to, DSG_COLUMN_LIST, action->list);
    dsg_sheet_set(to, DSG_COLUMN_PROGRAM, action->program);
    if (action->program) dsg_sheet_add(to, DSG_COLUMN_PROGRAM, action->program, strlen(action->program));
    set_measures(to, action->measures, &lost);
    dsg_sheet_set(to, DSG_COLUMN_LEGAL_BASIS, action->legal_basis);
    dsg_sheet_set(to, DSG_COLUMN_JUSTIFICATION, action->justification);
    dsg_sheet_set(to, DSG_COLUMN_STATEMENT_BY, action->statement_by);
    dsg_sheet_set(to, DSG_COLUMN_CITATION, action->citation);
    dsg_lose(&lost, has_span(&action->span), "editions");
    dsg_sheet_tell_losses(to, DSG_PART_ACTION, &lost, action->program);
    return 1;
}

/* ---- Assertions ---- */

static int take_assertion(dsg_sheet *to, const desig_assertion *said) {
    dsg_losses lost = {""};
    if (!dsg_sheet_takes(to, DSG_PART_ASSERTION, said, said->justification)) return 0;
    dsg_sheet_append(to, DSG_COLUMN_ACTION, desig_term(DESIG_TERMS_STANCE, said->stance));
    dsg_sheet_append(to, DSG_COLUMN_ACTION, ":");
    dsg_sheet_append(to, DSG_COLUMN_ACTION, desig_term(DESIG_TERMS_ACTION_TYPE, said->action_type));
    dsg_sheet_set_date(to, DSG_COLUMN_ANNOUNCED, &said->date, to->announced);
    dsg_sheet_set_date(to, DSG_COLUMN_DATE, &said->effective, to->date);
    dsg_sheet_set(to, DSG_COLUMN_AUTHORITY, said->authority);
    dsg_sheet_set(to, DSG_COLUMN_LIST, said->list);
    dsg_sheet_set(to, DSG_COLUMN_PROGRAM, said->program);
    if (said->program) dsg_sheet_add(to, DSG_COLUMN_PROGRAM, said->program, strlen(said->program));
    dsg_sheet_set(to, DSG_COLUMN_JUSTIFICATION, said->justification);
    dsg_sheet_set(to, DSG_COLUMN_STATEMENT_BY, said->by);
    dsg_sheet_set(to, DSG_COLUMN_CITATION, said->citation);
    dsg_lose(&lost, has_span(&said->span), "editions");
    dsg_sheet_tell_losses(to, DSG_PART_ASSERTION, &lost, said->justification);
    return 1;
}

/* ---- Links ---- */

static int is_bare(const desig_link *link) {
    return link->stance == DESIG_STANCE_PLAIN && link->by == NULL && link->justification == NULL &&
           !link->citation && !dsg_date_is_known(&link->date);
}

static int write_link(dsg_sheet *to, const desig_link *link) {
    dsg_losses lost = {""};
    if (!link->type || link->type[0] == '\0' || !link->target || link->target[0] == '\0') {
        dsg_sheet_tell_no_place(to, "a link without type or target", link->target);
        return 0;
    }
    if (!dsg_sheet_takes(to, DSG_PART_LINK, link, link->target)) return 0;
    dsg_sheet_add_composed(to, DSG_COLUMN_LINKS, link->type, link->target, link->role);
    dsg_lose(&lost, has_span(&link->span), "editions");
    dsg_sheet_tell_losses(to, DSG_PART_LINK, &lost, link->target);
    return 1;
}

/* A link with a stance or reasons has the row to itself. */
static int take_link(dsg_sheet *to, const desig_link *link) {
    if (!write_link(to, link)) return 0;
    if (link->stance != DESIG_STANCE_PLAIN)
        dsg_sheet_set(to, DSG_COLUMN_ACTION, desig_term(DESIG_TERMS_STANCE, link->stance));
    dsg_sheet_set_date(to, DSG_COLUMN_DATE, &link->date, to->date);
    dsg_sheet_set(to, DSG_COLUMN_JUSTIFICATION, link->justification);
    dsg_sheet_set(to, DSG_COLUMN_STATEMENT_BY, link->by);
    dsg_sheet_set(to, DSG_COLUMN_CITATION, link->citation);
    return 1;
}

/* ---- Records ---- */

/* How far the parts that want rows of their own have been written. */
typedef struct progress {
    uint32_t action;
    uint32_t assertion;
    uint32_t link;
    uint32_t remark;
} progress;

/* Fill the row with the next action, or, after them, the next assertion or link; 0 if there is none. Bare
 * links in the row would take on another link's reasons. */
static int take_next(dsg_sheet *to, progress *done) {
    const desig_record *record = to->record;
    while (done->action < record->action_count) {
        if (take_action(to, &record->actions[done->action++])) return 1;
    }
    while (done->assertion < record->assertion_count) {
        if (take_assertion(to, &record->assertions[done->assertion++])) return 1;
    }
    if (to->values[DSG_COLUMN_LINKS].length > 0) return 0;
    while (done->link < record->link_count) {
        const desig_link *link = &record->links[done->link++];
        if (!is_bare(link) && take_link(to, link)) return 1;
    }
    return 0;
}

static int take_remark(dsg_sheet *to, progress *done) {
    while (done->remark < to->record->fact_count) {
        const desig_fact *fact = &to->record->facts[done->remark++];
        dsg_losses lost = {""};
        if (column_of(fact) != DSG_COLUMN_REMARKS || !dsg_sheet_takes(to, DSG_PART_FACT, fact, fact->value))
            continue;
        dsg_sheet_set(to, DSG_COLUMN_REMARKS, fact->value);
        tell_fact_losses(to, fact, &lost);
        return 1;
    }
    return 0;
}

static void fill_first_row(dsg_sheet *to) {
    const desig_record *record = to->record;
    int has_primary = 0;
    uint32_t i;
    dsg_sheet_set(to, DSG_COLUMN_KIND, desig_term(DESIG_TERMS_KIND, record->kind));
    for (i = 0; i < record->name_count; i++)
        if (!is_made_again(record, &record->names[i])) write_name(to, &record->names[i], &has_primary);
    for (i = 0; i < record->fact_count; i++) write_fact(to, &record->facts[i]);
    for (i = 0; i < record->link_count; i++) {
        if (is_bare(&record->links[i])) write_link(to, &record->links[i]);
    }
}

static desig_result write_record(dsg_sheet *to, const desig_record *record, size_t number) {
    progress done = {0};
    int filled = 1;
    to->record = record;
    to->number = number;
    dsg_sheet_begin_row(to);
    fill_first_row(to);
    while (to->failed == DESIG_OK) {
        filled |= take_next(to, &done);
        filled |= take_remark(to, &done);
        if (!filled) break;
        dsg_sheet_end_row(to);
        dsg_sheet_begin_row(to);
        filled = 0;
    }
    return to->failed;
}

desig_result dsg_designations_write(dsg_emitter *emitter, const desig_list *list) {
    size_t count = desig_list_count(list), i;
    desig_result result = dsg_emit_header(emitter, emitter->format->rules, DSG_DESIGNATION_COLUMNS);
    dsg_sheet to;
    dsg_sheet_open(&to, emitter);
    for (i = 0; result == DESIG_OK && i < count; i++) {
        result = write_record(&to, desig_list_at(list, i), i);
        if (result == DESIG_OK) result = dsg_emit_progress(emitter, i + 1, count);
    }
    dsg_sheet_close(&to);
    return result;
}
