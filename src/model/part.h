/* The parts of a record: the fields of each kind of part, and the functions that treat all kinds alike. */
#ifndef DSG_MODEL_PART_H
#define DSG_MODEL_PART_H

#include <desig/desig.h>

/* The kinds of part that make up a record, as desig_part numbers them. In a ledger a record has parts of one
 * kind more: its presences, which say when it is on the list, and as what kind. */
enum dsg_part_kind {
    DSG_PART_NAME = DESIG_PART_NAME,
    DSG_PART_ACTION = DESIG_PART_ACTION,
    DSG_PART_LINK = DESIG_PART_LINK,
    DSG_PART_FACT = DESIG_PART_FACT,
    DSG_PART_ASSERTION = DESIG_PART_ASSERTION,
    DSG_PART_KINDS,
    DSG_PART_PRESENCE = DSG_PART_KINDS,
    DSG_PART_LEDGER_KINDS
};

/* Room for a part of any kind. */
typedef union dsg_any_part {
    desig_name name;
    desig_action action;
    desig_link link;
    desig_fact fact;
    desig_assertion assertion;
    desig_presence presence;
} dsg_any_part;

typedef enum dsg_field_form {
    DSG_FIELD_TEXT,
    DSG_FIELD_DATE,
    DSG_FIELD_WORD,  /* of a vocabulary, as its number */
    DSG_FIELD_NUMBER /* of 1, 2 or 4 bytes */
} dsg_field_form;

/* For what a field counts. In a part's table they stand in this order, but for the first two, which mix. */
typedef enum dsg_field_use {
    DSG_FIELD_SAYS,        /* the content of the part */
    DSG_FIELD_SAYS_STATED, /* likewise, unless the part is derived: then it follows from the list's day */
    DSG_FIELD_ARRANGES,    /* how the publisher arranged the parts: numbers, the mark `alternate` */
    DSG_FIELD_SPANS        /* in which editions the part stood */
} dsg_field_use;

enum {
    DSG_FIELD_NEEDED = 1, /* a text that a part must have */
    DSG_FIELD_LOCATED = 2 /* a text or date whose place in the file is told */
};

typedef struct dsg_part_field {
    dsg_field_form form;
    dsg_field_use use;
    unsigned flags;
    uint16_t offset; /* in the part's struct */
    uint16_t size;
    desig_vocabulary vocabulary; /* of a word */
    uint8_t least;               /* of a word: the first value that it may have here */
    uint8_t most;                /* of a number: the last value that it may have; 0: any */
} dsg_part_field;

typedef struct dsg_part_form {
    size_t size;                  /* of the struct */
    uint16_t span;                /* offset of its desig_span */
    uint16_t type;                /* offset of the byte that a place tells as its type */
    uint16_t derived;             /* offset of the mark; 0: it has none */
    const dsg_part_field *fields; /* in the order in which parts are sorted */
    size_t field_count;
} dsg_part_form;

extern const dsg_part_form dsg_part_forms[DSG_PART_LEDGER_KINDS];

static inline size_t dsg_part_size(enum dsg_part_kind part) {
    return dsg_part_forms[part].size;
}

/* The field at an offset of the struct, which must be one's. */
const dsg_part_field *dsg_part_field_at(const dsg_part_form *form, size_t offset);

/* What a field holds. */
static inline const char *dsg_field_text(const dsg_part_field *field, const void *content) {
    return *(const char *const *)(const void *)((const char *)content + field->offset);
}

static inline const desig_date *dsg_field_date(const dsg_part_field *field, const void *content) {
    return (const void *)((const char *)content + field->offset);
}

static inline uint32_t dsg_field_number(const dsg_part_field *field, const void *content) {
    const void *number = (const char *)content + field->offset;
    if (field->size == sizeof(uint8_t)) return *(const uint8_t *)number;
    return field->size == sizeof(uint16_t) ? *(const uint16_t *)number : *(const uint32_t *)number;
}

void dsg_field_set_number(const dsg_part_field *field, void *content, uint32_t number);

/* In which editions a part stood. */
static inline desig_span *dsg_part_span(enum dsg_part_kind part, void *content) {
    return (void *)((char *)content + dsg_part_forms[part].span);
}

static inline const desig_span *dsg_part_span_of(enum dsg_part_kind part, const void *content) {
    return (const void *)((const char *)content + dsg_part_forms[part].span);
}

static inline int dsg_part_is_derived(enum dsg_part_kind part, const void *content) {
    const uint16_t offset = dsg_part_forms[part].derived;
    return offset != 0 && ((const uint8_t *)content)[offset] != 0;
}

/* The canonical order of two parts of one kind, by their content (not by address or span): <0, 0, >0. */
int dsg_part_compare(enum dsg_part_kind part, const void *a, const void *b);

/* Likewise, by what they say alone: without how the publisher arranged them. */
int dsg_part_compare_content(enum dsg_part_kind part, const void *a, const void *b);

/* Equal for parts that dsg_part_compare() takes for equal. */
uint64_t dsg_part_hash(enum dsg_part_kind part, const void *content);

/* Why a part is none that a list may have; NULL if it may. Open ends of dates get equal bytes, and the span
 * is that of no edition and no companion. */
const char *dsg_part_check(enum dsg_part_kind part, void *content);

/* A part of no ledger, from the same file of its list. */
static inline void dsg_part_leave_editions(enum dsg_part_kind part, void *content) {
    desig_span *span = dsg_part_span(part, content);
    *span = (desig_span){.file = span->file};
}

/* Keeps a text: `length` bytes, and a NUL. NULL when memory ends. */
typedef const char *(*dsg_text_keeper)(void *context, const char *text, size_t length);

/* Replace a part's texts by copies. DESIG_E_NOMEM. */
desig_result dsg_part_keep_texts(enum dsg_part_kind part, void *content, dsg_text_keeper keep, void *context);

#endif
