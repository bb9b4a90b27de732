/* libdesig: designation records. Who is designated, by whom, since when, until when, and why.
 * SPDX-License-Identifier: MIT
 *
 * This header is the API and its contract. The guide, README.md beside it, has the reasons, the rules in
 * full, and a program for each section.
 *
 * A TOUR
 *
 * A *list* (desig_list) holds *records*. A record is what one source says of one designated party.
 * desig_list_read() reads records from CSV files: it recognises the publishers' formats and two native
 * layouts by their content, and reads any other file by a column map. desig_list_add() adds a desig_record
 * that the program has filled.
 *
 *     desig_list *list = NULL;
 *     desig_error error;
 *     desig_source source = {.path = "designations.csv"};
 *     if (desig_list_new(NULL, &list) != DESIG_OK) return 1;
 *     if (desig_list_read(list, &source, 1, NULL, NULL, &error) != DESIG_OK)
 *         fprintf(stderr, "%s:%llu: %s\n", error.file, (unsigned long long)error.line, error.message);
 *
 * Records are plain structs that a program reads directly: record->names[i].text,
 * record->actions[i].program. A *date* (desig_date) is the range of days that the source's words may mean:
 * "circa 1965" stays what it is, and a comparison can answer "cannot be known". desig_status_on() tells
 * whether a party was designated on a day (`designated`, `revoked`, `not recorded` or `uncertain`) and names
 * the action that decided it.
 *
 * A *ledger* is a list to which editions were added with desig_list_add_edition(). It keeps what the
 * publisher overwrites: desig_status_on() answers for any day; desig_list_published() gives any edition.
 *
 * An *index* (desig_index) finds parties by name in spite of the spelling. desig_name_explain() tells why
 * two names are alike. desig_list_diff() tells what changed between two lists. desig_list_write() writes a
 * list, without loss (`statements`) or for people (`designations`).
 *
 * CONVENTIONS
 *
 * Strings are UTF-8 and end in NUL. A NULL string is absent; "" is present and empty. Lines and columns are
 * counted from 1, columns in bytes; 0 means that there is no place. Days are counted from 1970-01-01, day 0.
 *
 * A function that can fail returns a desig_result. When it fails, its outputs and handles are as they were,
 * and the desig_error says what went wrong and where. Each such function may return DESIG_E_ARGUMENT, and
 * DESIG_E_NOMEM if it allocates; the comments name the other results. Pointers to an error, a report,
 * options, callbacks or an allocator (malloc()) may be NULL.
 *
 * A struct that can grow begins with `size`, which DESIG_INIT sets. A size of 0 means the struct as it was
 * first released. Every other field's zero is its default. A function that fills the caller's array takes
 * its capacity, which may be 0, and tells how many elements there are in all.
 *
 * A handle comes from `_new` and is released by `_free`, which accepts NULL. What is reached through a
 * handle is borrowed and lives as long as the handle. A record never moves or changes. What a callback is
 * given lives until it returns. What sources, options and the caller's records point to is borrowed.
 *
 * THREADS: any number of threads may call functions with a const handle on one handle at once, without a
 * lock. A function with a non-const handle needs it alone. Functions without a handle are safe in every
 * thread. Callbacks run in the calling thread and must not use a handle that the call changes.
 *
 * MEMORY: a handle uses its desig_allocator. Any allocation may fail. No call needs more than 16 KiB of
 * stack. The library keeps no global state; it never aborts, exits, prints, reads the locale or the clock. */
#ifndef DESIG_DESIG_H
#define DESIG_DESIG_H

#include <stddef.h>
#include <stdint.h>

#include <desig/export.h>
#include <desig/version.h>

#ifdef __cplusplus
extern "C" {
#endif

/* clang-format off */
/* In C and C++20: `desig_query query = {DESIG_INIT(desig_query), .name = "Abdulmalik al Houthi"};`.
 * In C++17: `desig_query query{}; query.size = sizeof query;`. */
#define DESIG_INIT(type) .size = sizeof(type)

/* ---- Results and errors -------------------------------------------------------------------------- */
typedef enum desig_result {
    DESIG_OK = 0,
    DESIG_E_NOMEM,       /* an allocation failed */
    DESIG_E_ARGUMENT,    /* a pointer is NULL that must not be, or a value is out of its range */
    DESIG_E_IO,          /* the system refused to open, read, write, sync or rename */
    DESIG_E_FORMAT,      /* the input is in no known format, or has a defect (strict) */
    DESIG_E_LIMIT,       /* the input exceeds a limit of the options */
    DESIG_E_CANCELLED,   /* a callback ended the call */
    DESIG_E_EXISTS,      /* the list already has a record with this id */
    DESIG_E_DATE,        /* the text is no date that can be read without guessing */
    DESIG_E_ORDER,       /* the edition is older than the ledger's newest, or another one of its day */
    DESIG_E_DOUBTFUL,    /* the edition lacks so many records that it is probably incomplete */
    DESIG_E_UNSCREENABLE /* nothing can be told: some records have no name in the script of the query */
} desig_result;

enum { DESIG_ERROR_FILE = 256, DESIG_ERROR_FIELD = 64, DESIG_ERROR_MESSAGE = 256 };
/** What went wrong and where. It holds no pointers. */
typedef struct desig_error {
    desig_result result;
    uint64_t line;
    uint32_t column;
    char file[DESIG_ERROR_FILE];
    char field[DESIG_ERROR_FIELD]; /* the CSV column's name, or "" */
    char message[DESIG_ERROR_MESSAGE];
} desig_error;

/** Return the version of the linked library, such as "0.1.0". Static storage. The header's own version is
 * DESIG_VERSION_NUMBER: major * 10000 + minor * 100 + patch. */
DESIG_API const char *desig_version(void);
/** Return what a result means, in English. Static storage, never NULL. */
DESIG_API const char *desig_result_text(desig_result result);

/** Where a handle gets its memory. The handle keeps a copy of the struct; `context` must outlive it.
 * `resize` works like realloc() and is told the old size, too: block NULL (old_size 0) allocates; new_size
 * 0 releases and returns NULL. On failure it returns NULL, leaves the block, and does not longjmp. Blocks
 * fit any object. */
typedef struct desig_allocator {
    void *(*resize)(void *context, void *block, size_t old_size, size_t new_size);
    void *context;
} desig_allocator;

/* ---- Words --------------------------------------------------------------------------------------- */
/** A GROUP is any organisation: OFAC's and the UN's "entity". */
typedef enum desig_kind {
    DESIG_KIND_UNKNOWN = 0, DESIG_KIND_INDIVIDUAL, DESIG_KIND_GROUP, DESIG_KIND_VESSEL, DESIG_KIND_AIRCRAFT
} desig_kind;
/** The primary name; also known as; formerly known as; now known as. */
typedef enum desig_name_type {
    DESIG_NAME_PRIMARY = 0, DESIG_NAME_AKA, DESIG_NAME_FKA, DESIG_NAME_NKA
} desig_name_type;
/** How well a name alone identifies the party: OFAC's weak AKA, the UN's Good and Low. UNKNOWN means that
 * the source does not say; it is never taken for STRONG. */
typedef enum desig_strength {
    DESIG_STRENGTH_UNKNOWN = 0, DESIG_STRENGTH_STRONG, DESIG_STRENGTH_WEAK
} desig_strength;
/** REVOKED includes delisted and expired. AMENDED changes no status. */
typedef enum desig_action_type {
    DESIG_ACTION_DESIGNATED = 0, DESIG_ACTION_AMENDED, DESIG_ACTION_REVOKED
} desig_action_type;
/** PLAIN means that the source itself says so. Otherwise somebody asserts or disputes it. */
typedef enum desig_stance {
    DESIG_STANCE_PLAIN = 0, DESIG_STANCE_ASSERTED, DESIG_STANCE_DISPUTED
} desig_stance;
typedef enum desig_fact_type {
    DESIG_FACT_OTHER = 0, /* a source's column that has no field of its own; the label is its name */
    DESIG_FACT_BIRTH_DATE, DESIG_FACT_BIRTH_PLACE, DESIG_FACT_NATIONALITY, DESIG_FACT_CITIZENSHIP,
    DESIG_FACT_ADDRESS, DESIG_FACT_IDENTIFIER, /* passport, IMO number, wallet, ...: the label says which */
    DESIG_FACT_TITLE, DESIG_FACT_GENDER,
    DESIG_FACT_ESTABLISHED_DATE, DESIG_FACT_CONTACT, /* of a group; e-mail, phone, website */
    DESIG_FACT_SANCTIONS_NOTE, /* what else follows, such as secondary sanctions */
    DESIG_FACT_REMARK, DESIG_FACT_RAW_ROW /* a row that could not be read (invalid UTF-8 is replaced) */
} desig_fact_type;
typedef enum desig_status {
    DESIG_STATUS_NOT_RECORDED = 0, /* the list has no action by that day; not "was never designated" */
    DESIG_STATUS_DESIGNATED, DESIG_STATUS_REVOKED,
    DESIG_STATUS_UNCERTAIN, /* the dates, or a ledger's copies, do not decide it */
    DESIG_STATUS_LISTED,    /* in a ledger: on the list, which does not say since when */
    DESIG_STATUS_NOT_LISTED /* in a ledger: not on the list on that day; not "revoked by notice" */
} desig_status;
/** NOTE: worth knowing. WARNING: doubtful, kept as it stands. ERROR: a defect; a strict read fails. */
typedef enum desig_severity {
    DESIG_SEVERITY_NOTE = 0, DESIG_SEVERITY_WARNING, DESIG_SEVERITY_ERROR
} desig_severity;
typedef enum desig_answer { DESIG_NO = 0, DESIG_YES, DESIG_CANNOT_BE_KNOWN } desig_answer;
/** The enums whose values have words. */
typedef enum desig_vocabulary {
    DESIG_TERMS_KIND = 0, DESIG_TERMS_NAME_TYPE, DESIG_TERMS_STRENGTH, DESIG_TERMS_ACTION_TYPE,
    DESIG_TERMS_STANCE, DESIG_TERMS_FACT_TYPE, DESIG_TERMS_STATUS, DESIG_TERMS_SEVERITY,
    DESIG_TERMS_CHANGE_TYPE, DESIG_TERMS_PART, DESIG_TERMS_PART_CLASS, DESIG_TERMS_RULE, DESIG_TERMS_FACTOR,
    DESIG_TERMS_EVIDENCE, DESIG_TERMS_EVIDENCE_ON, DESIG_TERMS_WEAK_POLICY
} desig_vocabulary;

/** Return the word for a value of an enum, as CSV columns have it: "individual", "birth-date". NULL past the
 * last value, so that counting up from 0 lists the vocabulary. Static storage. */
DESIG_API const char *desig_term(desig_vocabulary vocabulary, unsigned value);
/** Return the value of a word, or -1. ASCII case is ignored; `entity` is a `group`. */
DESIG_API int desig_term_value(desig_vocabulary vocabulary, const char *word);

/* ---- Dates --------------------------------------------------------------------------------------- */
/** NONE means that this end of the range is open. */
typedef enum desig_precision {
    DESIG_PRECISION_NONE = 0, DESIG_PRECISION_YEAR, DESIG_PRECISION_MONTH, DESIG_PRECISION_DAY
} desig_precision;
/** The closed range of days that a source's date may mean, in the proleptic Gregorian calendar. The day of
 * an open end has no meaning. A struct of zeros is an unknown date: both ends are open. An approximate end
 * ("circa") is stored one unit of its precision further out: `1979~` is 1978-01-01 to 1980-12-31. */
typedef struct desig_date {
    int32_t first, last;
    uint8_t first_precision, last_precision;     /* a desig_precision */
    uint8_t first_approximate, last_approximate; /* 0 or 1 */
} desig_date;

/** The order in a date of numbers: dd/mm/yyyy or mm/dd/yyyy. UNAMBIGUOUS refuses `05/06/2021`. */
typedef enum desig_date_style { DESIG_DATE_UNAMBIGUOUS = 0, DESIG_DATE_DMY, DESIG_DATE_MDY } desig_date_style;
enum { DESIG_DATE_TEXT = 40 }; /* room for the longest text form and its NUL */
/** Make the date of a day, of a month (day 0), or of a year (month and day 0).
 * @return DESIG_OK, DESIG_E_DATE (there is no such day, or the year is not 1 to 9999). */
DESIG_API desig_result desig_date_make(int year, unsigned month, unsigned day, desig_date *out);

/** Read a date: EDTF (`2021-05-20`, `2021-05`, `1979~`, `1960/1962`, `../2021-03-02`, `..`), the publishers'
 * words (`22 Jan 1958`, `14 février 1978`, `circa 1965`, `between 1960 and 1962`), and numbers (`1978-1-6`;
 * `05/06/2021` by the style). A date in numbers of another calendar's year (1357) is refused.
 * @return DESIG_OK, DESIG_E_DATE (also for an empty text and an impossible day). O(length). */
DESIG_API desig_result desig_date_parse(const char *text, desig_date_style style, desig_date *out);
/** Write a date in EDTF into `text`, and return `text`. desig_date_parse() reads it back. An unknown date is
 * written as "", which does not parse. */
DESIG_API char *desig_date_format(const desig_date *date, char text[DESIG_DATE_TEXT]);
/** Tell whether `a` is before `b`: YES, NO (on the same day or later), or CANNOT_BE_KNOWN. */
DESIG_API desig_answer desig_date_before(const desig_date *a, const desig_date *b);
/** Return 1 if a date is a single day, and set it, else 0. `day` may be NULL. */
DESIG_API int desig_date_is_day(const desig_date *date, int32_t *day);

/* ---- Records ------------------------------------------------------------------------------------- */
/** In which editions of a ledger a part stood: the first, counted from 1, and the last, 0 while the part
 * stands. `file` is the file that says so: 0 a primary one, else desig_edition_file.companion. In a plain
 * list all are 0. A program that adds a record leaves it out. */
typedef struct desig_span { uint16_t first, last, file; } desig_span;

/* `derived` is 1 where the library made the part of what the source says: a listing without a date, a
 * probable successor. Derived parts are never written as the source's. */
typedef struct desig_name {
    const char *text;
    const char *language; /* BCP 47: "ar", "und-Cyrl"; NULL where the source does not say */
    uint32_t group;       /* the publisher's number of this name (OFAC's alt_num), or 0 */
    desig_span span;
    uint8_t type, strength, derived; /* a desig_name_type, a desig_strength */
} desig_name;

/** Something that an authority did to the record. */
typedef struct desig_action {
    const char *authority; /* "US-STATE"; "US" where the source does not say which body acted */
    const char *list, *program; /* "SDN", "SDGT" */
    const char *measures; /* "asset freeze|travel ban": the source's words, joined by "|" */
    const char *legal_basis; /* "E.O. 13224" */
    const char *justification, *statement_by, *citation; /* the stated reason, who stated it, and where */
    desig_date announced, effective;
    desig_span span;
    uint8_t type, derived; /* a desig_action_type */
} desig_action;

/** What somebody says of actions of the record: of each that has this type, authority, list, program and
 * effective date. A field that is NULL or unknown fits any. */
typedef struct desig_assertion {
    const char *authority, *list, *program;
    const char *by, *justification, *citation; /* who says it, what, and where */
    desig_date effective, date;                /* of the action; when it was said */
    desig_span span;
    uint8_t action_type, stance, derived; /* a desig_action_type, a desig_stance other than PLAIN */
} desig_assertion;

/** A relation to another record, or to a party that has none. */
typedef struct desig_link {
    const char *type;   /* "leader-of", "member-of", "acts-for", "supported-by", "owned-by",
                           "associate-of", "ally-of", "linked-to", "same-as", "replaced-by" */
    const char *target; /* a record's id, or a name if no record of the list has that id */
    const char *role;   /* in words: "leader of the naval forces" */
    const char *by;     /* who takes the stance */
    const char *justification, *citation;
    desig_date date; /* of the assertion, dispute or statement */
    desig_span span;
    uint8_t stance, derived; /* a desig_stance */
} desig_link;

/** Anything else that the source says. Facts of one type and one group other than 0 belong together, such as
 * the lines of one address. */
typedef struct desig_fact {
    const char *value;          /* in the source's words: "circa 1951" */
    const char *label;          /* the source's own word for it: "Passport", or the column's name */
    const char *country, *note; /* in the source's words */
    desig_date from, to;        /* `from`: of birth; both: of issue and expiry */
    uint32_t group;
    desig_span span;
    uint8_t type;               /* a desig_fact_type */
    uint8_t alternate, derived; /* alternate: the publisher marks it as a further one of its label */
    uint8_t continued;          /* not 0: cut off; the companion of this number, not read, continues it */
} desig_fact;

/** When a record was on the list of a ledger, and as what desig_kind. */
typedef struct desig_presence { desig_span span; uint8_t kind; } desig_presence;

typedef struct desig_list desig_list;
/** What one source says of one party. The order of parts means nothing, except that names[0] of a record
 * from a file is its primary name, if it has one. */
typedef struct desig_record {
    size_t size;
    const char *id;     /* "us-ofac:17927"; in a hand-made file what its author chose */
    const char *source; /* "us-ofac", or the name of the hand-made file; NULL when built in memory */
    const desig_name *names;
    const desig_action *actions;
    const desig_link *links;
    const desig_fact *facts;
    const desig_assertion *assertions;
    uint32_t name_count, action_count, link_count, fact_count, assertion_count;
    uint32_t kind;           /* a desig_kind; in a ledger the newest one */
    uint32_t presence_count; /* these three are set in a ledger, and ignored in a record that is added */
    const desig_presence *presences;
    const desig_list *ledger; /* the one whose editions the spans count */
} desig_record;

/** The standing of a record on a day: under one authority, list and program, or overall. */
typedef struct desig_standing {
    const char *authority, *list, *program; /* NULL where the record's actions name none */
    const desig_action *decided_by; /* NULL only for NOT_RECORDED */
    desig_date since, until; /* the day of the deciding action; the first day of the next standing */
    desig_status status;
} desig_standing;

/** Tell whether a record was designated on a day: overall, and for each authority, list and program that its
 * actions name, in order of first mention.
 * @param overall  may be NULL; its authority, list and program are those of the standing that decided.
 * @return how many standings there are. They point into the record. No allocation. O(actions²). */
DESIG_API size_t desig_status_on(const desig_record *record, int32_t day, desig_standing *overall,
    desig_standing *each, size_t capacity);

/** Give the days on which a status of the record may change, in ascending order. Between two of them the
 * answers of desig_status_on() are the same.
 * @return how many were set; if more than `capacity`, none was: that much room is enough. O(n log n). */
DESIG_API size_t desig_status_days(const desig_record *record, int32_t *days, size_t capacity);

/* ---- Lists --------------------------------------------------------------------------------------- */
/** Make an empty list. */
DESIG_API desig_result desig_list_new(const desig_allocator *allocator, desig_list **out);
/** Release a list and all its records. */
DESIG_API void desig_list_free(desig_list *list);

/** Add a copy of a record with all its parts and strings.
 * @param record  must have an id that is not empty, a text in every name and a target in every link. Its
 * strings must be UTF-8 and its dates possible.
 * @return DESIG_OK, DESIG_E_EXISTS, DESIG_E_LIMIT (2^32 records). O(size of the record). */
DESIG_API desig_result desig_list_add(desig_list *list, const desig_record *record, desig_error *error);

/** Add copies of all records and sources of another list, and take the later as-of day. Where an id is in
 * both, a copy with the parts of both replaces the record; the old one stays valid. Neither is a ledger.
 * @return DESIG_OK, DESIG_E_LIMIT. O(parts log parts). */
DESIG_API desig_result desig_list_merge(desig_list *into, const desig_list *from, desig_error *error);

/** Add copies of the records for which `accept` returns non-zero (NULL: all), and the days, sources and
 * companions of the list. A ledger is copied with its editions, into an empty list.
 * @return DESIG_OK, DESIG_E_EXISTS, DESIG_E_LIMIT. O(parts copied). */
DESIG_API desig_result desig_list_copy(desig_list *into, const desig_list *from,
    int (*accept)(void *context, const desig_record *record), void *context, desig_error *error);
/** Return the number of records. O(1). */
DESIG_API size_t desig_list_count(const desig_list *list);
/** Return the record at a position, in the order of adding; NULL past the end. O(1). */
DESIG_API const desig_record *desig_list_at(const desig_list *list, size_t position);
/** Return the record with an id, or NULL. O(1). */
DESIG_API const desig_record *desig_list_get(const desig_list *list, const char *id);
/** Return the as-of day: the newest day of which the list speaks, or an unknown date. O(1). */
DESIG_API desig_date desig_list_as_of(const desig_list *list);
/** Set the as-of day of a list (no ledger), of its sources and derived actions: where no file says it. */
DESIG_API desig_result desig_list_set_as_of(desig_list *list, const desig_date *as_of);

/** A file from which a list was read. */
typedef struct desig_list_source {
    size_t size;
    const char *name;              /* of the file, or NULL */
    const char *source;            /* "us-ofac", or the name of the hand-made file */
    const char *format, *checksum; /* "ofac-sdn"; desig_source.checksum, or NULL */
    desig_date as_of;              /* the day of which it speaks, or unknown */
} desig_list_source;

/** Return the file at a position, in the order of reading and merging; NULL past the end, and in a ledger. */
DESIG_API const desig_list_source *desig_list_source_at(const desig_list *list, size_t position);
/** Tell whether a source of the list (in a ledger, the newest edition) is more than `days` days old on the
 * day `today`. CANNOT_BE_KNOWN: none surely is, and the day of one is unknown. */
DESIG_API desig_answer desig_list_is_stale(const desig_list *list, int32_t today, int32_t days);

/* ---- Reading ------------------------------------------------------------------------------------- */
/** A file of a list. Exactly one of path, data and read is set. `read` fills a buffer and returns how many
 * bytes it gave: 0 at the end, -1 on an error. */
typedef struct desig_source {
    const char *path; /* the call opens and closes it */
    const void *data; /* `length` bytes in memory */
    size_t length;
    ptrdiff_t (*read)(void *context, void *buffer, size_t capacity);
    void *context;
    const char *name;     /* for diagnostics, and for an as-of day in the name; NULL: the path */
    const char *checksum; /* of the bytes, by the caller's own algorithm; kept with the list. Or NULL */
} desig_source;

/** A finding about an input or output. */
typedef struct desig_diagnostic {
    size_t size;
    desig_severity severity;
    const char *check, *file; /* the kind of finding: "short-row", "bad-date", "orphan-row" */
    uint64_t line;            /* of the cell's first byte */
    uint32_t column;
    const char *field, *id; /* the CSV column's name and the record's id, or NULL */
    const char *message;    /* what is wrong, and what was done */
} desig_diagnostic;

/** Which struct a part is. RECORD is the record itself: its kind. */
typedef enum desig_part {
    DESIG_PART_NAME, DESIG_PART_ACTION, DESIG_PART_LINK, DESIG_PART_FACT, DESIG_PART_ASSERTION,
    DESIG_PART_RECORD
} desig_part;

/** Where a text or date of a record stands in its file. */
typedef struct desig_place {
    size_t size;
    const char *file;
    uint64_t line;          /* of the cell's first byte; of the row's, where the cell is unknown */
    uint32_t column;        /* likewise */
    desig_part part;        /* RECORD: the record's first row */
    const char *field, *id; /* the CSV column's name, NULL where the cell is unknown; the record's id */
    const char *text;       /* the text, or the date in EDTF; for RECORD the id */
    unsigned type;          /* of the name, action or fact; the stance of a link */
} desig_place;

/** What a long call tells while it runs. Each function may be NULL. `progress` counts bytes while reading,
 * records otherwise; an unknown total is 0; non-zero cancels the call. `place` is called while reading; a
 * part that repeats an earlier one may be told and then not be added. */
typedef struct desig_callbacks {
    size_t size;
    void *context; /* is passed to each */
    void (*diagnose)(void *context, const desig_diagnostic *diagnostic);
    int (*progress)(void *context, uint64_t done, uint64_t total);
    void (*place)(void *context, const desig_place *place);
} desig_callbacks;

/** DETECT means UTF-8, or Windows-1252 with a note where the bytes are not UTF-8. */
typedef enum desig_encoding {
    DESIG_ENCODING_DETECT = 0, DESIG_ENCODING_UTF8, DESIG_ENCODING_WINDOWS_1252, DESIG_ENCODING_LATIN1
} desig_encoding;

/** What a column of a mapped file means. */
typedef struct desig_map_column {
    const char *target; /* a column of the `designations` layout, with words in front (guide) */
    const char *column; /* its header; outer spaces and ASCII case are ignored */
    uint32_t number;    /* its position, counted from 1, where `column` is NULL */
    int joined;         /* 1: continues the text of the entry before it: a family name after a given one */
    const char *value;  /* where there is no column: the value of every row that has no other */
} desig_map_column;
/** A word of a mapped file, such as "Org" for "group" or "Low" for "weak". ASCII case is ignored. */
typedef struct desig_map_word { const char *word, *meaning; } desig_map_word;
/** How to read a file of no known format. Rows of one id make one record. Other columns become facts. */
typedef struct desig_map {
    size_t size;
    const desig_map_column *columns;
    size_t column_count;
    const desig_map_word *words;
    size_t word_count;
    const char *source;    /* "xx": ids become `xx:ID`; NULL: ids are what the file says */
    const char *separator; /* between the values of one cell; NULL: ";"; "": a cell is one value */
    const char *null_text; /* of a cell that says nothing, such as "N/A"; NULL: only an empty cell */
    desig_date_style dates;
    uint32_t header_line; /* 0: the first row that is not empty; else the rows above it are skipped */
    int headerless;       /* 1: the first row is data, and columns have numbers only */
    uint32_t latest_year; /* a year of two digits is one of the hundred up to this; 0: it is not read */
} desig_map;

typedef struct desig_read_options {
    size_t size;
    const char *format; /* a name of desig_format_at(); NULL: recognised by the content */
    int strict;         /* 1: the first defect fails the read; 0: keep the row raw, report it, go on */
    desig_encoding encoding;
    char delimiter; /* 0: the format's, or recognised */
    desig_date as_of; /* the list's day; unknown: from the content, else from the name */
    size_t max_field_bytes, max_row_bytes, max_columns, max_records; /* 0: 1 MiB, 4 MiB, 1,024, 50 million */
    const desig_callbacks *callbacks;
    const desig_map *map; /* the file is read by it, whatever its format; or NULL */
} desig_read_options;

/** What a read or a write did, in numbers. */
typedef struct desig_report {
    size_t size;
    uint64_t bytes, rows;            /* rows without headers and empty lines */
    uint64_t records;                /* new in the list, or written */
    uint64_t bad_rows, doubled_rows; /* kept raw; exact repetitions, read once */
    uint64_t not_written;            /* parts for which the written format has no place */
    uint64_t notes, warnings, errors;
    const char *format; /* of the first source; static storage */
} desig_report;

/** Read one list into `list`, from its file or, in any order, its files. A row that cannot be read is kept
 * as a `raw-row` fact. If `list` has an id already, read into a second list and merge.
 * @return DESIG_OK, DESIG_E_IO, DESIG_E_FORMAT, DESIG_E_LIMIT, DESIG_E_EXISTS, DESIG_E_CANCELLED,
 * DESIG_E_ARGUMENT (also for files of different lists). O(bytes). */
DESIG_API desig_result desig_list_read(desig_list *list, const desig_source *sources, size_t source_count,
    const desig_read_options *options, desig_report *report, desig_error *error);

/** A format that the library reads or writes. Static storage. */
typedef struct desig_format {
    const char *name, *title; /* "ofac-sdn", and what it is */
    const char *source;       /* the prefix of its records' ids; NULL for hand-made lists */
    int readable, writable;
} desig_format;
/** Return the format at a position, NULL past the end. */
DESIG_API const desig_format *desig_format_at(size_t position);

/** The names of the files that make up one list of a publisher. Static storage. */
typedef struct desig_file_set {
    size_t size;
    const char *primary;           /* "sdn.csv" */
    const char *const *companions; /* "add.csv", "alt.csv", "sdn_comments.csv", NULL */
} desig_file_set;
/** Return the set at a position, NULL past the end. Without a companion, a list lacks its parts. */
DESIG_API const desig_file_set *desig_file_set_at(size_t position);

/* ---- Rows of any CSV ----------------------------------------------------------------------------- */
/** A CSV that is no list, such as a file of customers. */
typedef struct desig_csv desig_csv;
typedef struct desig_csv_options {
    size_t size;
    size_t max_field_bytes, max_row_bytes, max_columns; /* 0: 1 MiB, 4 MiB, 1,024 */
    desig_encoding encoding;
    int empty_lines; /* 1: an empty line is a row of one empty cell; 0: only under a header of one column */
    char delimiter;  /* 0: comma, semicolon or tab, recognised by the header */
} desig_csv_options;
typedef struct desig_csv_cell {
    const char *text; /* without outer spaces and tabs */
    size_t length;
    uint64_t line; /* of its first byte */
    uint32_t column;
    uint8_t damaged; /* 1: U+FFFD replaces NULs, or bytes that are no text in the file's encoding */
} desig_csv_cell;

/** A row. It lives until the next call with the same desig_csv. */
typedef struct desig_csv_row {
    size_t size;
    uint64_t number, line; /* number: from 1, without the header and empty lines; 0: the header */
    const char *defect;    /* why its cells cannot be relied on (static storage), or NULL */
    uint32_t defect_column;
    char delimiter;
    size_t cell_count;
    const desig_csv_cell *cells;
    const char *raw; /* the file's bytes, without the line end; NULL for a line beyond the limit */
    size_t raw_length;
} desig_csv_row;

/** Open a CSV and read its header. Memory does not grow with the file.
 * @param source  must stay valid until desig_csv_free().
 * @param header  may be NULL; set to the header, which lives until the next call.
 * @return DESIG_OK, DESIG_E_IO, DESIG_E_FORMAT (no header that can be read), DESIG_E_LIMIT. */
DESIG_API desig_result desig_csv_new(const desig_source *source, const desig_csv_options *options,
    const desig_allocator *allocator, desig_csv **out, const desig_csv_row **header, desig_error *error);
/** Release a CSV. */
DESIG_API void desig_csv_free(desig_csv *csv);
/** Read the next row; *row is NULL at the end. A defective row is a row, too.
 * @return DESIG_OK, DESIG_E_IO. O(bytes of the row). */
DESIG_API desig_result desig_csv_next(desig_csv *csv, const desig_csv_row **row, desig_error *error);
/** Return the position of a column; -1: none has this name (without ASCII case), -2: several have it. */
DESIG_API int desig_csv_column(const desig_csv *csv, const char *name);

/* ---- Ledgers ------------------------------------------------------------------------------------- */
/* A ledger is a list to which editions were added, the oldest first. It begins as an empty list, or is read
 * from `statements`. Editions are counted from 1 to 65,534. Nothing else can be added to it. */

/** A file of an edition. */
typedef struct desig_edition_file {
    const char *name, *format; /* of the source, or NULL; "ofac-sdn" */
    const char *digest;        /* SHA-256 of its bytes, in 64 hex digits */
    uint16_t companion;        /* 0: a primary file; else the companion's number: desig_span.file */
    const char *checksum;      /* desig_source.checksum, or NULL */
} desig_edition_file;

/** One published state of a list. */
typedef struct desig_edition {
    size_t size;
    desig_date copied, published; /* when the copy was taken; what the content says, or unknown */
    const desig_edition_file *files;
    uint32_t file_count, observed; /* observed, bit n: it has a file of companion number n */
} desig_edition;

typedef struct desig_edition_options {
    size_t size;
    const desig_read_options *read; /* `as_of` is the day of the copy */
    int allow_mass_removal;         /* 1: more than a tenth of the records may vanish at once */
} desig_edition_options;

/** What adding an edition did. */
typedef struct desig_edition_report {
    size_t size;
    uint64_t edition; /* its number; 0: the ledger had it already */
    uint64_t known_rows, records; /* rows that needed no parsing; records on the list in this edition */
    uint64_t added, returned, vanished, changed; /* records: never seen before; back; gone; in their parts */
} desig_edition_report;

/** Add an edition to a ledger: the files of one list, copied after the newest edition. A part that is new in
 * this edition opens a span; a part that is missing closes it. Where the edition lacks a file, it says
 * nothing about the parts of that file. The newest edition once more changes nothing.
 * @param ledger  an empty list or a ledger. Old pointers stay valid and keep the old content, except for the
 * ends of spans that close.
 * @param read  what reading did; may be NULL. Findings in rows that are known are not told again.
 * @return as desig_list_read(), and DESIG_E_ORDER, DESIG_E_DOUBTFUL. DESIG_E_ARGUMENT: the list is neither
 * empty nor a ledger, or the day of the copy is unknown. O(bytes). */
DESIG_API desig_result desig_list_add_edition(desig_list *ledger, const desig_source *sources,
    size_t source_count, const desig_edition_options *options, desig_report *read,
    desig_edition_report *report, desig_error *error);
/** Return the number of editions, which is that of the newest one; 0 for a plain list. O(1). */
DESIG_API size_t desig_list_edition_count(const desig_list *list);
/** Return an edition by its number, or NULL. O(1). */
DESIG_API const desig_edition *desig_list_edition(const desig_list *list, size_t edition);
/** Return the newest edition that was surely copied by a day; 0 if there is none. O(log n). */
DESIG_API size_t desig_list_edition_on(const desig_list *ledger, int32_t day);
/** Return 1 if a part (a record: one of its presences) stood in an edition, else 0. O(1). */
DESIG_API int desig_list_stands(const desig_list *ledger, const desig_span *span, size_t edition);

/** CARRIED adds, for each companion that the edition lacks, what the newest copy before it said. */
typedef enum desig_companions { DESIG_COMPANIONS_OF_EDITION = 0, DESIG_COMPANIONS_CARRIED } desig_companions;
/** Make a plain list of what an edition said.
 * @param out  an empty list, to which the call adds copies. O(parts). */
DESIG_API desig_result desig_list_published(const desig_list *ledger, size_t edition,
    desig_companions companions, desig_list *out, desig_error *error);

/* ---- Writing ------------------------------------------------------------------------------------- */
/** Where to write. Exactly one of path and write is set. `write` takes all bytes and returns 0, or fails. */
typedef struct desig_sink {
    const char *path; /* a regular file is replaced as a whole: on failure the old one stays */
    int (*write)(void *context, const void *bytes, size_t length);
    void *context;
} desig_sink;

typedef struct desig_write_options {
    size_t size;
    const char *format; /* NULL: "statements" */
    const desig_callbacks *callbacks;
} desig_write_options;
/** Write a list. `statements` is lossless: the same list gives the same bytes. `designations` is for people:
 * the report counts the parts for which it has no place, and `diagnose` is told of each.
 * @return DESIG_OK, DESIG_E_IO, DESIG_E_CANCELLED. O(parts log parts). */
DESIG_API desig_result desig_list_write(const desig_list *list, const desig_sink *sink,
    const desig_write_options *options, desig_report *report, desig_error *error);

/* ---- Difference ---------------------------------------------------------------------------------- */
/** AMBIGUOUS: `same-as` joins one record to several; they are told, and not compared. */
typedef enum desig_change_type {
    DESIG_CHANGE_ADDED = 0, DESIG_CHANGE_REMOVED, DESIG_CHANGE_CHANGED, DESIG_CHANGE_AMBIGUOUS
} desig_change_type;

/** What a changed part is about, in the order in which the changes of a record are told. */
typedef enum desig_part_class {
    DESIG_CLASS_IDENTITY = 0, /* kind, title, gender, nationality, citizenship, birth place */
    DESIG_CLASS_NAME, DESIG_CLASS_DATE, /* a date of birth, of establishment, of an action */
    DESIG_CLASS_PROGRAM, /* an action; its legal basis */
    DESIG_CLASS_MEASURES, /* of an action; sanctions notes */
    DESIG_CLASS_IDENTIFIER, /* with its country, issue and expiry */
    DESIG_CLASS_ADDRESS, /* and contact */
    DESIG_CLASS_LINK, DESIG_CLASS_REMARK, /* and justification, citation, assertion, and any other column */
    DESIG_CLASS_BOILERPLATE, /* standing sentences, such as that on secondary sanctions */
    DESIG_CLASS_SPELLING /* of any class: only case, punctuation, spacing or accents differ */
} desig_part_class;

/** A part that changed. Each side is one part, or the facts of one group. */
typedef struct desig_part_change {
    const void *const *before, *const *after;
    uint32_t before_count, after_count; /* 0: the part came; 0: the part went */
    uint8_t part, part_class;           /* a desig_part: what the pointers point to; a desig_part_class */
} desig_part_change;

typedef struct desig_change {
    size_t size;
    desig_change_type type;
    const desig_record *before, *after; /* NULL: added; NULL: removed */
    const desig_part_change *parts;     /* of a changed record */
    size_t part_count;
} desig_change;

typedef enum desig_pairing {
    DESIG_PAIR_BY_ID = 0, /* two editions of one list */
    DESIG_PAIR_BY_SAME_AS /* two sources, joined by `same-as` links; only what both speak of is compared */
} desig_pairing;
typedef struct desig_diff_options {
    size_t size;
    desig_pairing pairing;
    const desig_callbacks *callbacks;
} desig_diff_options;
typedef struct desig_diff_report {
    size_t size;
    uint64_t added, removed, changed, ambiguous; /* records */
    uint64_t not_compared;                       /* parts from a file that the other list was read without */
} desig_diff_report;

/** Tell what changed from one list to another, record by record in the order of the ids. Parts are compared
 * as sets, by what they say.
 * @param tell  is called with each change; non-zero ends the call.
 * @return DESIG_OK, DESIG_E_CANCELLED. Memory comes from the allocator of `before`. O(n log n). */
DESIG_API desig_result desig_list_diff(const desig_list *before, const desig_list *after,
    const desig_diff_options *options, int (*tell)(void *context, const desig_change *change), void *context,
    desig_diff_report *report, desig_error *error);

/* ---- Finding ------------------------------------------------------------------------------------- */
typedef struct desig_index desig_index;
typedef struct desig_index_options { size_t size; const desig_callbacks *callbacks; } desig_index_options;
/** Build an index of the names and identifiers of a list.
 * @param list  must outlive the index, and must not change meanwhile.
 * @return DESIG_OK, DESIG_E_CANCELLED. O(names log names). */
DESIG_API desig_result desig_index_new(const desig_list *list, const desig_allocator *allocator,
    const desig_index_options *options, desig_index **out, desig_error *error);
/** Release an index. */
DESIG_API void desig_index_free(desig_index *index);

/** What a weak name may do. Source: https://ofac.treasury.gov/faqs/topic/1646. */
typedef enum desig_weak_policy {
    DESIG_WEAK_CORROBORATE = 0, /* match with other evidence or, for groups, as the exact folded name */
    DESIG_WEAK_IGNORE,          /* nothing */
    DESIG_WEAK_FULL             /* match like any other name */
} desig_weak_policy;
/** Whom to look for: a name, an identifier, or both. `accept` (or NULL) returns 0 to leave a record out. */
typedef struct desig_query {
    size_t size;
    const char *name;        /* at most 1,024 bytes count */
    const char *identifier;  /* compared without separators and case */
    const char *nationality; /* evidence: a country's ISO 3166 code or name; or NULL */
    desig_date born;         /* evidence, or unknown */
    desig_kind kind;         /* evidence, or UNKNOWN */
    desig_weak_policy weak;
    double min_score; /* 0: 0.80 */
    int (*accept)(void *context, const desig_record *record);
    void *accept_context;
} desig_query;

/** UNKNOWN: the query does not ask, or the record does not say. NEAR: the birth dates differ by a slip: in
 * one digit, in one year, or by day and month exchanged. */
typedef enum desig_evidence {
    DESIG_EVIDENCE_UNKNOWN = 0, DESIG_EVIDENCE_AGREE, DESIG_EVIDENCE_CONFLICT, DESIG_EVIDENCE_NEAR
} desig_evidence;
typedef enum desig_evidence_on {
    DESIG_EVIDENCE_ON_BORN, DESIG_EVIDENCE_ON_NATIONALITY, DESIG_EVIDENCE_ON_IDENTIFIER,
    DESIG_EVIDENCE_ON_KIND
} desig_evidence_on;
enum { DESIG_EVIDENCE_COUNT = 8 }; /* room for more */
typedef struct desig_match {
    const desig_record *record;
    const desig_name *name; /* the name that matched; NULL if only an identifier did */
    double score; /* 0 to 1; 1 only for the same folded name or an equal identifier */
    uint8_t evidence[DESIG_EVIDENCE_COUNT]; /* a desig_evidence, by desig_evidence_on */
} desig_match;

/** Find the best matches: at most one for a record, the best first, equal scores by id.
 * @param count  how many records score enough. Matches point into the list.
 * @return DESIG_OK; DESIG_E_ARGUMENT, also for a name that is empty or not UTF-8; DESIG_E_UNSCREENABLE if
 * nothing was found, and the name holds nothing to compare, or its script cannot be read and some records
 * have no name in it: that is not "no match". The error has the reason. */
DESIG_API desig_result desig_index_find(const desig_index *index, const desig_query *query,
    desig_match *matches, size_t capacity, size_t *count, desig_error *error);

enum { DESIG_ALERT_KEY = 66 }; /* 32 digits, a hyphen, 32 digits, and the NUL */
/** Make the key of an alert: 32 hex digits for the query and the record's id, a hyphen, and 32 for the
 * record's content. A cleared alert is open again when the second half has changed. No allocation. */
DESIG_API desig_result desig_alert_key(const desig_query *query, const desig_record *record,
    char key[DESIG_ALERT_KEY]);

/** Compare two names: from 0 (nothing in common; NULL; no such kind) to 1 (the same after folding).
 * Symmetric. At most 1,024 bytes of each name count. No allocation.
 * @param kind  of both; UNKNOWN if it is not known. */
DESIG_API double desig_name_compare(const char *a, const char *b, desig_kind kind);

/** By which rule parts of two names met: the same text; another spelling of much the same sound; one typing
 * error; neighbours written as one word; a familiar form; the initials of the other name's words; the first
 * letter of the other; a part that is cut off where the line ended. */
typedef enum desig_rule {
    DESIG_RULE_NONE = 0, DESIG_RULE_SAME, DESIG_RULE_SPELLING, DESIG_RULE_TYPING, DESIG_RULE_JOINED,
    DESIG_RULE_NICKNAME, DESIG_RULE_ACRONYM, DESIG_RULE_INITIAL, DESIG_RULE_CUT
} desig_rule;

/** What else lowers a score. */
typedef enum desig_factor {
    DESIG_FACTOR_ORDER = 0, /* the parts stand in another order */
    DESIG_FACTOR_NUMBERS,   /* of groups: one name has a number that the other lacks */
    DESIG_FACTOR_OWN_NAME,  /* of persons: the own name of one met nothing */
    DESIG_FACTOR_SUPPORT,   /* what met is too little, or too unlike, to support the rest */
    DESIG_FACTOR_CONTRADICTION /* a part of each met nothing, or each is the child of another */
} desig_factor;
enum { DESIG_NAME_PARTS = 32, DESIG_NAME_PART_TEXT = 52, DESIG_FACTORS = 16 };
/** A part of a name: its weight, and the first 48 bytes of the folded word. */
typedef struct desig_name_part { double weight; char text[DESIG_NAME_PART_TEXT]; } desig_name_part;

/** Which neighbouring parts of one name met which of the other. */
typedef struct desig_meeting {
    double likeness;                /* 0 to 1: the share of their weight that counts as met */
    uint8_t a, b, a_count, b_count; /* the first part in each name, and how many */
    uint8_t rule;                   /* a desig_rule */
} desig_meeting;

/** Why two names have their score. It holds no pointers. */
typedef struct desig_explanation {
    size_t size;
    double score; /* as desig_name_compare() gives it */
    uint32_t a_count, b_count;
    uint32_t meeting_count; /* the best first; a part without a meeting is left over */
    desig_name_part a[DESIG_NAME_PARTS], b[DESIG_NAME_PARTS];
    desig_meeting meetings[DESIG_NAME_PARTS];
    double factors[DESIG_FACTORS]; /* what the score was multiplied by, by desig_factor; else 1 */
} desig_explanation;

/** Explain the score of two names. For a match, give the query's name, match->name->text and the record's
 * kind; its score has the evidence on top. No allocation. */
DESIG_API desig_result desig_name_explain(const char *a, const char *b, desig_kind kind,
    desig_explanation *out);
/** Write an explanation in one line into `text`, cut to the capacity. Return the length of the whole line. */
DESIG_API size_t desig_explanation_text(const desig_explanation *explanation, char *text, size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
