/* libdesig: designation records, who is designated, by whom, since when and why.
 *
 * SPDX-License-Identifier: MIT
 *
 * A TOUR
 *
 * A *list* (desig_list) holds *records*: what one source says of one designated party. You get a list
 * by reading CSV files (desig_list_read(): the publishers' lists and the two native layouts are recognised
 * by their content, any other is read by a column map), or by filling desig_record structs and adding
 * them (desig_list_add()).
 *
 *     desig_list *list = NULL;
 *     desig_error error;
 *     desig_source source = {.path = "designations.csv"};
 *     if (desig_list_new(NULL, &list) != DESIG_OK) return 1;
 *     if (desig_list_read(list, &source, 1, NULL, NULL, &error) != DESIG_OK)
 *         fprintf(stderr, "%s:%llu: %s\n", error.file, (unsigned long long)error.line, error.message);
 *
 * Records are plain structs that you read directly: record->names[i].text, record->actions[i].program.
 * They belong to the list: they never move or change, and are valid until desig_list_free().
 *
 * desig_status_on() answers "was this party designated on that day?" with `designated`, `revoked`,
 * `not recorded` or `uncertain`, and names the action that decided. A desig_date is the range of days a
 * source's words may mean, so that "circa 1965" stays what it is and comparisons can answer
 * "cannot be known".
 *
 * desig_index_new() and desig_index_find() find a party by a name in spite of its spelling, and
 * desig_name_explain() says why two names are alike; desig_list_diff() tells what changed between two lists;
 * desig_list_write() writes a list out, losslessly (`statements`) or for people (`designations`).
 *
 * desig_list_add_edition() adds editions of one list to a ledger, which keeps what publishers overwrite: then
 * desig_status_on() answers for any day, and desig_list_published() gives the list of any edition again.
 *
 * CONVENTIONS
 *
 * Strings are UTF-8, NUL-terminated. A NULL string is absent, "" is present and empty. Functions that
 * can fail return a desig_result; on failure their outputs are untouched and the optional desig_error
 * says where and why.
 *
 * STRUCTS THAT GROW begin with `size`. Start them with DESIG_INIT, which sets it. All other zeros are the
 * defaults, and NULL options mean defaults. A size of 0 means the struct as it was first released, so that a
 * program of zeros survives a newer library. Structs without `size` never grow under one SOVERSION.
 *
 *     desig_query query = {DESIG_INIT(desig_query), .name = "Abdulmalik al Houthi"};
 *
 * Handles come from `_new` and go to `_free`; everything reached through a handle is borrowed from it.
 * The library keeps no global state, and never aborts, exits, prints, reads the locale or the clock.
 *
 * THREADS: every function that takes a const handle may be called on one handle from many threads at
 * once, without a lock. Anything that takes a non-const handle wants that handle to itself. To replace
 * a list under load, build the new one, exchange your pointer, free the old one after its last reader.
 * Functions without a handle are safe from every thread. Callbacks run in the thread that made the
 * call, before it returns, and must not touch the handle that the call is about to change.
 *
 * MEMORY: every handle allocates through the desig_allocator it was made with. Any allocation may
 * fail; the call then returns DESIG_E_NOMEM and the handle is as it was before the call.
 */
#ifndef DESIG_DESIG_H
#define DESIG_DESIG_H

#include <stddef.h>
#include <stdint.h>

#include <desig/export.h>
#include <desig/version.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The first member of a struct that grows, in C and C++20. Before C++20: `desig_query query{}; query.size =
 * sizeof query;`. */
#define DESIG_INIT(type) .size = sizeof(type)

/* ---- Results and errors -------------------------------------------------------------------------- */

typedef enum desig_result {
    DESIG_OK = 0,
    DESIG_E_NOMEM,       /* an allocation failed */
    DESIG_E_ARGUMENT,    /* a pointer that must not be NULL is, or a value is out of its range */
    DESIG_E_IO,          /* the system refused to open, read, write, sync or rename */
    DESIG_E_FORMAT,      /* the input is no list of a known format, or (strict) has a defect */
    DESIG_E_LIMIT,       /* a limit of the options was reached */
    DESIG_E_CANCELLED,   /* the progress callback asked to stop */
    DESIG_E_EXISTS,      /* the list has a record of this id already */
    DESIG_E_DATE,        /* the text is no date that can be read without guessing */
    DESIG_E_ORDER,       /* the edition is older than the ledger's newest, or another one of its day */
    DESIG_E_DOUBTFUL,    /* the edition lacks so many records that it is probably not whole */
    DESIG_E_UNSCREENABLE /* nothing can be told: some records have no name in the script of the query */
} desig_result;

enum { DESIG_ERROR_FILE = 256, DESIG_ERROR_FIELD = 64, DESIG_ERROR_MESSAGE = 256 };

/** What went wrong and where. Owned by the caller; holds no pointers, needs no release. */
typedef struct desig_error {
    desig_result result;
    uint64_t line;   /* 1-based; 0 when the error has no place in a file */
    uint32_t column; /* 1-based, in bytes from the start of the line; 0 likewise */
    char file[DESIG_ERROR_FILE];
    char field[DESIG_ERROR_FIELD]; /* the CSV column's name, "" when none */
    char message[DESIG_ERROR_MESSAGE];
} desig_error;

/** Return the version of the library that is linked, such as "0.1.0". Static storage.
 * DESIG_VERSION_NUMBER is that of the header: major * 10000 + minor * 100 + patch. */
DESIG_API const char *desig_version(void);

/** Return a result's meaning in English, without a full stop. Static storage, never NULL. */
DESIG_API const char *desig_result_text(desig_result result);

/** Where a handle gets its memory.
 *
 * `resize` behaves like realloc() that is told the old size: block NULL (old_size 0) allocates,
 * new_size 0 releases and returns NULL. It returns NULL on failure and leaves the block as it was; it
 * must not longjmp. Blocks must be aligned for any object. It is called from the threads that call the
 * library. A copy of the struct is kept; `context` must outlive every handle made with it. */
typedef struct desig_allocator {
    void *(*resize)(void *context, void *block, size_t old_size, size_t new_size);
    void *context;
} desig_allocator;

/* ---- Words --------------------------------------------------------------------------------------- */

typedef enum desig_kind {
    DESIG_KIND_UNKNOWN = 0,
    DESIG_KIND_INDIVIDUAL,
    DESIG_KIND_GROUP, /* any organisation: OFAC's and the UN's "entity" */
    DESIG_KIND_VESSEL,
    DESIG_KIND_AIRCRAFT
} desig_kind;

typedef enum desig_name_type {
    DESIG_NAME_PRIMARY = 0,
    DESIG_NAME_AKA, /* also known as */
    DESIG_NAME_FKA, /* formerly known as */
    DESIG_NAME_NKA  /* now known as */
} desig_name_type;

/** How much a name alone identifies: OFAC's weak AKAs, the UN's Good and Low quality. `unknown` where
 * the source does not tell (never taken for strong). */
typedef enum desig_strength {
    DESIG_STRENGTH_UNKNOWN = 0,
    DESIG_STRENGTH_STRONG,
    DESIG_STRENGTH_WEAK
} desig_strength;

typedef enum desig_action_type {
    DESIG_ACTION_DESIGNATED = 0,
    DESIG_ACTION_AMENDED, /* changes no status */
    DESIG_ACTION_REVOKED  /* delisted, expired, revoked */
} desig_action_type;

typedef enum desig_stance {
    DESIG_STANCE_PLAIN = 0, /* the source simply says so */
    DESIG_STANCE_ASSERTED,  /* somebody (link.by) asserts it */
    DESIG_STANCE_DISPUTED   /* somebody (link.by) disputes it */
} desig_stance;

typedef enum desig_fact_type {
    DESIG_FACT_OTHER = 0, /* a source's column with no field of its own, under its name (label) */
    DESIG_FACT_BIRTH_DATE,
    DESIG_FACT_BIRTH_PLACE,
    DESIG_FACT_NATIONALITY,
    DESIG_FACT_CITIZENSHIP,
    DESIG_FACT_ADDRESS,
    DESIG_FACT_IDENTIFIER, /* passport, tax number, IMO number, wallet, ...: label says which */
    DESIG_FACT_TITLE,
    DESIG_FACT_GENDER,
    DESIG_FACT_ESTABLISHED_DATE, /* of a group */
    DESIG_FACT_CONTACT,          /* e-mail, phone, website */
    DESIG_FACT_SANCTIONS_NOTE,   /* what else follows, such as a secondary-sanctions sentence */
    DESIG_FACT_REMARK,
    DESIG_FACT_RAW_ROW /* a row that could not be read, byte for byte (invalid UTF-8 replaced) */
} desig_fact_type;

typedef enum desig_status {
    DESIG_STATUS_NOT_RECORDED = 0, /* no action by that day is in this list; not "was never designated" */
    DESIG_STATUS_DESIGNATED,
    DESIG_STATUS_REVOKED,
    DESIG_STATUS_UNCERTAIN, /* the dates do not decide, or the copies of a ledger do not */
    DESIG_STATUS_LISTED,    /* of a ledger: on the list, which does not say since when */
    DESIG_STATUS_NOT_LISTED /* of a ledger: not on the list on that day; not "revoked by notice" */
} desig_status;

typedef enum desig_severity {
    DESIG_SEVERITY_NOTE = 0, /* something was done that you may want to know */
    DESIG_SEVERITY_WARNING,  /* doubtful; kept as it stands */
    DESIG_SEVERITY_ERROR     /* a defect; the reason a strict read fails */
} desig_severity;

typedef enum desig_answer { DESIG_NO = 0, DESIG_YES, DESIG_CANNOT_BE_KNOWN } desig_answer;

typedef enum desig_vocabulary {
    DESIG_TERMS_KIND = 0,
    DESIG_TERMS_NAME_TYPE,
    DESIG_TERMS_STRENGTH,
    DESIG_TERMS_ACTION_TYPE,
    DESIG_TERMS_STANCE,
    DESIG_TERMS_FACT_TYPE,
    DESIG_TERMS_STATUS,
    DESIG_TERMS_SEVERITY,
    DESIG_TERMS_CHANGE_TYPE,
    DESIG_TERMS_PART,
    DESIG_TERMS_PART_CLASS,
    DESIG_TERMS_RULE,
    DESIG_TERMS_FACTOR,
    DESIG_TERMS_EVIDENCE,
    DESIG_TERMS_EVIDENCE_ON,
    DESIG_TERMS_WEAK_POLICY
} desig_vocabulary;

/** Return the word for an enum's value, as it stands in CSV columns: "individual", "revoked",
 * "birth-date". NULL past the vocabulary's end, so that counting up from 0 lists it. Static storage. */
DESIG_API const char *desig_term(desig_vocabulary vocabulary, unsigned value);

/** Return the value of a word (ASCII case ignored; `entity` is a `group`), or -1 if it is none. */
DESIG_API int desig_term_value(desig_vocabulary vocabulary, const char *word);

/* ---- Dates --------------------------------------------------------------------------------------- */

typedef enum desig_precision {
    DESIG_PRECISION_NONE = 0, /* this end is open */
    DESIG_PRECISION_YEAR,
    DESIG_PRECISION_MONTH,
    DESIG_PRECISION_DAY
} desig_precision;

/** The closed range of days that a source's date may mean.
 *
 * Days are counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar, so a UNIX time in
 * seconds divided by 86,400 is a day. An end of precision NONE is open and its day is meaningless; both
 * ends open is an unknown date, and so is a struct of zeros. An approximate end ("circa") has been
 * moved outwards by one unit of its precision already: `1979~` is 1978-01-01 to 1980-12-31. */
typedef struct desig_date {
    int32_t first;
    int32_t last;
    uint8_t first_precision; /* a desig_precision */
    uint8_t last_precision;
    uint8_t first_approximate; /* 0 or 1 */
    uint8_t last_approximate;
} desig_date;

/** How to read dates written as numbers with slashes, dots or dashes, day or month first. */
typedef enum desig_date_style {
    DESIG_DATE_UNAMBIGUOUS = 0, /* refuse `05/06/2021` */
    DESIG_DATE_DMY,             /* dd/mm/yyyy; a part of zeros or letters is unknown: `00/09/1970` */
    DESIG_DATE_MDY              /* mm/dd/yyyy; likewise */
} desig_date_style;

enum { DESIG_DATE_TEXT = 40 }; /* room for the longest text form and its NUL */

/** Make the date of a day, of a month (day 0) or of a year (month and day 0).
 * @return DESIG_OK; DESIG_E_DATE if there is no such day or the year is not 1 to 9999; DESIG_E_ARGUMENT. */
DESIG_API desig_result desig_date_make(int year, unsigned month, unsigned day, desig_date *out);

/** Read a date.
 *
 * Understood are the EDTF (ISO 8601-2) subset `2021-05-20`, `2021-05`, `2021`, `1979~`, `1960/1962`,
 * `../2021-03-02`, `2021/..` and `..` (unknown); the publishers' words `22 Jan 1958`, `20-May-2021`,
 * `May 20, 2021`, `May 1979`, `circa 1965`, `1960 to 1962`, `circa 1979-1982` and `01 Jan 1961 to 31
 * Dec 1962`; and with a style `dd/mm/yyyy` or `mm/dd/yyyy`, of which parts may be zeros. Years are 1 to
 * 9999. Outer spaces are ignored, and so is an apostrophe in front (a spreadsheet's mark for text). Days
 * that do not exist (30 February) and an empty text are refused.
 * @param text  must not be NULL.
 * @param[out] out  set only on DESIG_OK.
 * @return DESIG_OK, DESIG_E_DATE, DESIG_E_ARGUMENT. Complexity: O(length). */
DESIG_API desig_result desig_date_parse(const char *text, desig_date_style style, desig_date *out);

/** Write a date in its EDTF form into `text`, and return `text`.
 *
 * desig_date_parse() of the result gives the same date, but for an unknown date: that is written as "",
 * which is fit for an empty cell and does not parse back. */
DESIG_API char *desig_date_format(const desig_date *date, char text[DESIG_DATE_TEXT]);

/** Tell whether `a` is surely before `b` (YES), surely not (NO: on the same day or later), or neither. */
DESIG_API desig_answer desig_date_before(const desig_date *a, const desig_date *b);

/** Tell whether a date is one day (1), which it then sets, or anything else (0). `day` may be NULL. */
DESIG_API int desig_date_is_day(const desig_date *date, int32_t *day);

/* ---- Records ------------------------------------------------------------------------------------- */

/** In which editions of a ledger a part stood, counted from 1, both included; 0 and 0 in a plain list.
 *
 * `last` is 0 while the part still stands. `file` tells which of the list's files says so: 0 a primary one,
 * else the number of its companion (desig_edition_file); an edition without that file tells nothing of the
 * part, neither that it stands nor that it is gone. A part that comes back is a second part, with a span of
 * its own. desig_list_stands() answers for an edition. Ignored in a record that you add. */
typedef struct desig_span {
    uint16_t first;
    uint16_t last;
    uint16_t file;
} desig_span;

/* Parts have a mark `derived`. 1 means that the source does not say this in so many words: the library made
 * it of what the source says. A derived action stands for a listing (the source lists the record under this
 * program, without a date; effective is then `../as-of`), a derived link for a probable successor in a ledger
 * (it stands in no edition). What is derived is never written out as the source's. */

typedef struct desig_name {
    const char *text;
    const char *language; /* BCP 47: "ar", "und-Cyrl"; NULL where the source does not say */
    uint32_t group;       /* the publisher's number of this name (OFAC's alt_num), 0 for none */
    desig_span span;
    uint8_t type;     /* a desig_name_type */
    uint8_t strength; /* a desig_strength */
    uint8_t derived;
} desig_name;

/** Something an authority did to the record. */
typedef struct desig_action {
    const char *authority;     /* `CC-BODY`: "US-STATE"; "US" where the source does not say which body */
    const char *list;          /* "SDN" */
    const char *program;       /* "SDGT" */
    const char *measures;      /* "asset freeze|travel ban": the source's words, joined by "|" */
    const char *legal_basis;   /* "E.O. 13224" */
    const char *justification; /* the stated reason */
    const char *statement_by;  /* who stated it */
    const char *citation;
    desig_date announced;
    desig_date effective;
    desig_span span;
    uint8_t type; /* a desig_action_type */
    uint8_t derived;
} desig_action;

/** What somebody says of actions of the record: asserts something of them, or disputes their stated reason.
 *
 * It is about each action of the record that is of this type and has this authority, list, program and
 * effective date. What it leaves NULL or unknown counts for any. */
typedef struct desig_assertion {
    const char *authority;
    const char *list;
    const char *program;
    const char *by;            /* who says it */
    const char *justification; /* what is said */
    const char *citation;
    desig_date effective; /* of the action */
    desig_date date;      /* when it was said */
    desig_span span;
    uint8_t action_type; /* a desig_action_type */
    uint8_t stance;      /* a desig_stance: asserted or disputed */
    uint8_t derived;
} desig_assertion;

/** A relation to another record or to a party that has none. */
typedef struct desig_link {
    const char *type;   /* "leader-of", "member-of", "acts-for", "supported-by", "owned-by",
                           "associate-of", "ally-of", "linked-to", "same-as", "replaced-by" */
    const char *target; /* a record's id, or a name if no record of the list has it as its id */
    const char *role;   /* in words: "leader of the naval forces" */
    const char *by;     /* who takes the stance */
    const char *justification;
    const char *citation;
    desig_date date; /* of the assertion, dispute or statement */
    desig_span span;
    uint8_t stance; /* a desig_stance */
    uint8_t derived;
} desig_link;

/** Anything else that the source says.
 *
 * Facts of one type that share a `group` other than 0 belong together: the lines of one address, each
 * with the address's country. A value keeps the source's words (`circa 1951`); a birth date's range is
 * `from`, an identifier's issue and expiry are `from` and `to`. */
typedef struct desig_fact {
    const char *value;
    const char *label;   /* the source's own name for it: the column, or inside a column that packs
                            several things the words before the value: "Passport", "Tax ID No." */
    const char *country; /* in the source's words */
    const char *note;
    desig_date from;
    desig_date to;
    uint32_t group;
    desig_span span;
    uint8_t type;      /* a desig_fact_type */
    uint8_t alternate; /* 1: the publisher marks it as a further one of its label (OFAC's `alt.`) */
    uint8_t derived;
} desig_fact;

/** When a record was on the list of a ledger, and as what kind. */
typedef struct desig_presence {
    desig_span span;
    uint8_t kind; /* a desig_kind */
} desig_presence;

typedef struct desig_list desig_list;

/** What one source says of one party. Grows only at its tail.
 *
 * The order of parts says nothing, except that names[0] of a record that was read from a file is its
 * primary name, if it has one. In a record that you add, parts stand as you gave them. */
typedef struct desig_record {
    size_t size;
    const char *id;     /* "us-ofac:17927", or whatever a hand-made file chose */
    const char *source; /* "us-ofac", or the name of the hand-made file; NULL when built in memory */
    const desig_name *names;
    const desig_action *actions;
    const desig_link *links;
    const desig_fact *facts;
    const desig_assertion *assertions;
    uint32_t name_count;
    uint32_t action_count;
    uint32_t link_count;
    uint32_t fact_count;
    uint32_t assertion_count;
    uint32_t kind; /* a desig_kind; in a ledger the newest one */
    /* In a ledger only; ignored in a record that you add. */
    uint32_t presence_count;
    const desig_presence *presences;
    const desig_list *ledger; /* the one whose editions the spans count */
} desig_record;

/** The standing of a record under one authority, list and program on one day, or over all of them. */
typedef struct desig_standing {
    const char *authority; /* borrowed from the record; NULL where its actions name none */
    const char *list;
    const char *program;
    const desig_action *decided_by; /* NULL only for NOT_RECORDED */
    desig_date since;               /* the deciding action's day */
    desig_date until;               /* the day of the next action that changes it (exclusive), or unknown */
    desig_status status;
} desig_standing;

/** Tell whether a record was designated on a day.
 *
 * An action counts from its own effective day; one of which only the announcement is dated took effect
 * on that day or later. Of a revocation and a designation on one day the revocation comes first. A
 * revocation that names no program, or no list, ends its authority's designations under every program,
 * or on every list. Overall: designated if any program is, else listed, uncertain, revoked, not listed
 * if any is, else not recorded.
 *
 * In a ledger, programs whose dates the publisher does not state are answered by its editions: `listed`, `not
 * listed`, or `uncertain` on the days from one copy to the next on which the program came or went, both
 * included, and before the first edition; a tag that the authority renamed goes on. After the newest edition,
 * its answer stands. Stated dates answer as in a plain list, by what the ledger's newest edition with them
 * says; but what is no longer on the list is `not listed`, whatever its dates.
 *
 * There is one standing for each authority, list and program that some `designated` or `revoked` action
 * names, in order of first mention. A revocation that is broader than what another action names shows
 * in that one's standing, and has none of its own.
 * @param record   must not be NULL.
 * @param day      days since 1970-01-01.
 * @param[out] overall  may be NULL. Its authority, list and program are those of the standing that won.
 * @param[out] each     room for `capacity` standings; may be NULL if that is 0.
 * @return how many standings there are, which may be more than `capacity`.
 * Lifetime: what is set points into the record. No allocation. Complexity: O(actions²). */
DESIG_API size_t desig_status_on(const desig_record *record, int32_t day, desig_standing *overall,
                                 desig_standing *each, size_t capacity);

/** Give the days on which a status of the record may change, the earliest first. On all days between two of
 * them, and before the first and after the last, desig_status_on() answers the same.
 * @param[out] days  room for `capacity` days; may be NULL if that is 0.
 * @return how many were set; if that is more than `capacity`, none was, and so much room is enough.
 * Complexity: O(n log n) for n actions. No allocation. */
DESIG_API size_t desig_status_days(const desig_record *record, int32_t *days, size_t capacity);

/* ---- Lists --------------------------------------------------------------------------------------- */

/** Make an empty list; release it with desig_list_free().
 * @param allocator  copied; NULL means malloc().
 * @param[out] out  set only on DESIG_OK.
 * @return DESIG_OK, DESIG_E_NOMEM, DESIG_E_ARGUMENT. */
DESIG_API desig_result desig_list_new(const desig_allocator *allocator, desig_list **out);

/** Release a list and all records in it. NULL is allowed. */
DESIG_API void desig_list_free(desig_list *list);

/** Add a copy of a record, with all its parts and strings.
 * @param record  needs an id that is not empty, a text in every name, a target in every link. Strings must be
 * UTF-8, and dates possible. It may live on the stack.
 * @return DESIG_OK, DESIG_E_EXISTS, DESIG_E_ARGUMENT, DESIG_E_NOMEM, DESIG_E_LIMIT (2^32 records).
 * Complexity: O(size of the record). */
DESIG_API desig_result desig_list_add(desig_list *list, const desig_record *record, desig_error *error);

/** Add copies of all records and sources of `from`, and take the later as-of day of the two lists.
 *
 * Where an id is in both, the record of `into` is replaced by a copy with the parts that only the other has
 * behind its own (and the other's kind, if its own is unknown). Pointers to the old record stay valid.
 * @return DESIG_OK, DESIG_E_NOMEM, DESIG_E_LIMIT, DESIG_E_ARGUMENT (the same list twice, or a ledger).
 * Complexity: linear in `from`; O(parts log parts) for an id that is in both. */
DESIG_API desig_result desig_list_merge(desig_list *into, const desig_list *from, desig_error *error);

/** Add copies of the records that `accept` returns non-zero for (NULL: all), and the days, sources and
 * companions of the list that they come from. A ledger is copied with its editions, into an empty list.
 * @return DESIG_OK, DESIG_E_NOMEM, DESIG_E_EXISTS, DESIG_E_LIMIT, DESIG_E_ARGUMENT. On failure `into` is as
 * it was. Complexity: linear in the parts that are copied. */
DESIG_API desig_result desig_list_copy(desig_list *into, const desig_list *from,
                                       int (*accept)(void *context, const desig_record *record),
                                       void *context, desig_error *error);

/** Return the number of records. O(1). */
DESIG_API size_t desig_list_count(const desig_list *list);

/** Return the record at a position (the order in which they were added), NULL past the end. O(1). */
DESIG_API const desig_record *desig_list_at(const desig_list *list, size_t position);

/** Return the record of an id, or NULL. O(1). */
DESIG_API const desig_record *desig_list_get(const desig_list *list, const char *id);

/** Return the newest day of which the list speaks: the latest as-of day of what was read or merged into it;
 * unknown if none is known. O(1). */
DESIG_API desig_date desig_list_as_of(const desig_list *list);

/** Set the as-of day of the list, of its sources, and of its derived actions: where you know it, and the file
 * does not say it. Must not run beside readers of the list.
 * @return DESIG_OK, DESIG_E_ARGUMENT (an impossible date, or a ledger). */
DESIG_API desig_result desig_list_set_as_of(desig_list *list, const desig_date *as_of);

/** A file of which a list was read. Strings are the list's. */
typedef struct desig_list_source {
    size_t size;
    const char *name;     /* of the file; NULL where it had none */
    const char *source;   /* "us-ofac", or the name of the hand-made file */
    const char *format;   /* "ofac-sdn" */
    const char *checksum; /* desig_source.checksum, or NULL */
    desig_date as_of;     /* the day of which it speaks, or unknown */
} desig_list_source;

/** Return the file at a position, in the order of reading and merging; NULL past the end. O(1). A ledger has
 * none: see desig_list_edition(). */
DESIG_API const desig_list_source *desig_list_source_at(const desig_list *list, size_t position);

/** Tell whether a source of the list (of a ledger, its newest edition) is older than `days` days on the day
 * `today`. CANNOT_BE_KNOWN where none surely is, and the day of one is not known. */
DESIG_API desig_answer desig_list_is_stale(const desig_list *list, int32_t today, int32_t days);

/* ---- Reading ------------------------------------------------------------------------------------- */

/** A file of a list: exactly one of path, data and read is set. Borrowed for the call. */
typedef struct desig_source {
    const char *path; /* opened and closed by the call */
    const void *data; /* `length` bytes in memory */
    size_t length;
    /* A stream: fill `buffer` with up to `capacity` bytes, return how many, 0 at the end, -1 on error. */
    ptrdiff_t (*read)(void *context, void *buffer, size_t capacity);
    void *context;
    const char *name;     /* for diagnostics, and where an as-of date may stand; NULL: the path */
    const char *checksum; /* of the bytes, by whatever algorithm you trust: a ledger keeps it; NULL: none */
} desig_source;

/** One thing that is wrong, doubtful or worth telling about an input or output. It and its strings live
 * until the callback returns. */
typedef struct desig_diagnostic {
    size_t size;
    desig_severity severity;
    const char *check; /* a short name for the kind of finding: "short-row", "bad-date", "orphan-row" */
    const char *file;
    uint64_t line;       /* 1-based, of the cell's first byte; 0 when it has no place */
    uint32_t column;     /* 1-based, in bytes; 0 likewise */
    const char *field;   /* the CSV column's name, or NULL */
    const char *id;      /* the record concerned, or NULL */
    const char *message; /* what is wrong and what was done */
} desig_diagnostic;

typedef enum desig_part {
    DESIG_PART_NAME = 0,  /* desig_name */
    DESIG_PART_ACTION,    /* desig_action */
    DESIG_PART_LINK,      /* desig_link */
    DESIG_PART_FACT,      /* desig_fact */
    DESIG_PART_ASSERTION, /* desig_assertion */
    DESIG_PART_RECORD     /* desig_record: its kind */
} desig_part;

/** Where a text or date of a record stands in its file. It and its strings live until the callback returns.
 */
typedef struct desig_place {
    size_t size;
    const char *file;
    uint64_t line;     /* from 1, of the cell's first byte; of the row's where the cell is not known */
    uint32_t column;   /* from 1, in bytes; likewise */
    desig_part part;   /* what says it; DESIG_PART_RECORD: the record's first row */
    const char *field; /* the CSV column's name; NULL where the cell is not known */
    const char *id;    /* the record */
    const char *text;  /* the text, or the date as desig_date_format() writes it; of a record its id */
    unsigned type;     /* of the name, action or fact; the stance of a link */
} desig_place;

/** What a long call tells while it runs. Each may be NULL; `context` is given to all. */
typedef struct desig_callbacks {
    size_t size;
    void *context;
    void (*diagnose)(void *context, const desig_diagnostic *diagnostic);
    /* How far the call has come, in bytes while reading and in records otherwise; `total` is 0 where it is
     * not known. Return non-zero to end the call with DESIG_E_CANCELLED. */
    int (*progress)(void *context, uint64_t done, uint64_t total);
    /* Reading: where each text and date stands, since records do not keep that. A part that repeats an
     * earlier one may be told and then not be added. */
    void (*place)(void *context, const desig_place *place);
} desig_callbacks;

typedef enum desig_encoding {
    DESIG_ENCODING_DETECT = 0, /* UTF-8 unless the bytes say otherwise; then Windows-1252, and a note */
    DESIG_ENCODING_UTF8,
    DESIG_ENCODING_WINDOWS_1252,
    DESIG_ENCODING_LATIN1
} desig_encoding;

/** What a column of a file of no known format says.
 *
 * `target` is a column of the `designations` layout: "id", "name", "birth_dates", ... Words before it say
 * more of it: "weak:aliases" (also `strong`, `fka`, `nka`, or two of them), "revoked:date" (`designated`,
 * `amended`; the same before every other column from `announced` to `citation`), "owned-by:links" (a type of
 * link), "Passport:identifiers" (a label). Several columns of one target are as many names, aliases, facts
 * and links; of a target of which a row has but one, they are joined. */
typedef struct desig_map_column {
    const char *target;
    const char *column; /* its header without outer spaces; ASCII case does not count */
    uint32_t number;    /* where `column` is NULL: its position, counted from 1 */
    int joined;         /* 1: continues the text of the entry before it: a family name after a given one */
    const char *value;  /* where there is no column: the same for every row that has no other */
} desig_map_column;

/** A word of the file for a kind or an action: "Org" for "group", "removed" for "revoked". */
typedef struct desig_map_word {
    const char *word; /* compared without ASCII case */
    const char *meaning;
} desig_map_word;

/** How to read a file of no known format. Rows of one id make one record. What is not mapped is kept as
 * facts, under its header's name. A row without an id gets a digest of its mapped cells as one. A row that
 * says when the party was listed gives a `designated` action; one that only says by whom, on what list, under
 * which program, why, ... gives a derived one. */
typedef struct desig_map {
    size_t size;
    const desig_map_column *columns;
    size_t column_count;
    const desig_map_word *words;
    size_t word_count;
    const char *source;    /* "xx": ids become `xx:ID`; NULL: ids are what the file says */
    const char *separator; /* between the values of one cell; NULL: ";"; "": a cell is one value */
    const char *null_text; /* a cell that says nothing, such as "N/A"; NULL: only an empty one */
    desig_date_style dates;
    uint32_t header_line; /* 0: the first row that is not empty; else the rows above it are passed over */
    int headerless;       /* 1: the first row is data, and columns have numbers only */
} desig_map;

typedef struct desig_read_options {
    size_t size;
    const char *format; /* a name of desig_format_at(), NULL: recognise by content */
    int strict;         /* 1: the first defect fails the read; 0: keep the row raw, report, go on */
    desig_encoding encoding;
    char delimiter;         /* 0: the format's, or recognised */
    desig_date as_of;       /* the list's day; unknown: from the content, else from the name */
    size_t max_field_bytes; /* 0: 1 MiB; a row with a longer cell is defective */
    size_t max_row_bytes;   /* 0: 4 MiB; a longer line is DESIG_E_LIMIT */
    size_t max_columns;     /* 0: 1,024; a row with more is defective */
    size_t max_records;     /* 0: 50 million; one more is DESIG_E_LIMIT */
    const desig_callbacks *callbacks;
    const desig_map *map; /* read by this map, whatever the format; borrowed for the call. NULL: recognise */
} desig_read_options;

/** What a read or a write did, in numbers. */
typedef struct desig_report {
    size_t size;
    uint64_t bytes;
    uint64_t rows;         /* without headers and empty lines */
    uint64_t records;      /* new in the list, or written */
    uint64_t bad_rows;     /* kept raw */
    uint64_t doubled_rows; /* exact repetitions, read once */
    uint64_t not_written;  /* writing: parts for which the format has no place */
    uint64_t notes;
    uint64_t warnings;
    uint64_t errors;
    const char *format; /* static storage; of the first source */
} desig_report;

/** Read one list, from its file or files, into `list`.
 *
 * The files of one list (OFAC's sdn.csv, add.csv, alt.csv, sdn_comments.csv) go into one call, in any
 * order. Nothing is lost: what has no field of its own becomes a fact, a defective row a `raw-row` fact
 * of a record of its own. On failure the list is as it was. An id that the list has already is
 * DESIG_E_EXISTS: read such a list into one of its own, and use desig_list_merge().
 * @param options  NULL: defaults.
 * @param[out] report  may be NULL; filled on success.
 * @return DESIG_OK, DESIG_E_IO, DESIG_E_FORMAT, DESIG_E_LIMIT, DESIG_E_NOMEM, DESIG_E_EXISTS,
 * DESIG_E_CANCELLED, DESIG_E_ARGUMENT (also for files that are not of one list).
 * Complexity: linear in the bytes. */
DESIG_API desig_result desig_list_read(desig_list *list, const desig_source *sources, size_t source_count,
                                       const desig_read_options *options, desig_report *report,
                                       desig_error *error);

/** A format that can be read or written. Static storage. */
typedef struct desig_format {
    const char *name; /* "ofac-sdn", "designations" */
    const char *title;
    const char *source; /* the id prefix of its records, NULL for hand-made lists */
    int readable;
    int writable;
} desig_format;

/** Return the format at a position, NULL past the end. */
DESIG_API const desig_format *desig_format_at(size_t position);

/** The names under which a publisher gives the files of one list. Static storage. */
typedef struct desig_file_set {
    size_t size;
    const char *primary;           /* "sdn.csv" */
    const char *const *companions; /* "add.csv", "alt.csv", "sdn_comments.csv"; NULL ends them */
} desig_file_set;

/** Return the set at a position, NULL past the end. A list read without a companion lacks what that would
 * say: look beside the primary file for them. */
DESIG_API const desig_file_set *desig_file_set_at(size_t position);

/* ---- Rows of any CSV ----------------------------------------------------------------------------- */

typedef struct desig_csv desig_csv;

typedef struct desig_csv_options {
    size_t size;
    size_t max_field_bytes; /* 0: 1 MiB */
    size_t max_row_bytes;   /* 0: 4 MiB */
    size_t max_columns;     /* 0: 1,024 */
    desig_encoding encoding;
    int empty_lines; /* 1: an empty line is a row of one empty cell; 0: so it is only under one column */
    char delimiter;  /* 0: comma, semicolon or tab, recognised by the header */
} desig_csv_options;

typedef struct desig_csv_cell {
    const char *text; /* UTF-8, without outer spaces and tabs, NUL-terminated */
    size_t length;
    uint64_t line;   /* where the cell begins: from 1, */
    uint32_t column; /* and from 1 in bytes */
    uint8_t damaged; /* 1: bytes that are no text in the file's encoding, or NULs, are U+FFFD in it */
} desig_csv_cell;

/** A row. It lives until the next call with the same desig_csv; the header as long as that. */
typedef struct desig_csv_row {
    size_t size;
    uint64_t number;    /* from 1, without the header and empty lines; 0: the header */
    uint64_t line;      /* from 1 */
    const char *defect; /* why it has no cells that can be relied on; NULL: it has. Static storage */
    uint32_t defect_column;
    char delimiter;
    size_t cell_count;
    const desig_csv_cell *cells;
    const char *raw; /* the file's bytes, without the line end; NULL for a line longer than the limit */
    size_t raw_length;
} desig_csv_row;

/** Open a CSV that is no list, such as a file of customers, and read its header. Memory does not grow with
 * the file. Release it with desig_csv_free().
 * @param source  must stay valid until then.
 * @param[out] header  may be NULL.
 * @return DESIG_OK, DESIG_E_IO, DESIG_E_FORMAT (no header that can be read), DESIG_E_LIMIT (of its line),
 * DESIG_E_NOMEM, DESIG_E_ARGUMENT.
 */
DESIG_API desig_result desig_csv_new(const desig_source *source, const desig_csv_options *options,
                                     const desig_allocator *allocator, desig_csv **out,
                                     const desig_csv_row **header, desig_error *error);

/** Release it. NULL is allowed. */
DESIG_API void desig_csv_free(desig_csv *csv);

/** Read the next row; *row is NULL at the end. A defective row is a row, and reading goes on at its next
 * line.
 * @return DESIG_OK, DESIG_E_IO, DESIG_E_NOMEM, DESIG_E_ARGUMENT. */
DESIG_API desig_result desig_csv_next(desig_csv *csv, const desig_csv_row **row, desig_error *error);

/** Find a column by its name (ASCII case and outer spaces ignored).
 * @return its position; -1: there is none; -2: several have this name. */
DESIG_API int desig_csv_column(const desig_csv *csv, const char *name);

/* ---- Ledgers ------------------------------------------------------------------------------------- */

/* A ledger is a list to which editions were added, oldest first. Start with an empty list, or with a ledger
 * that desig_list_read() has read from the `statements` that desig_list_write() made. Editions have numbers
 * from 1; there are 65,534 of them at most. Only editions can be added to a ledger. */

/** A file of an edition. */
typedef struct desig_edition_file {
    const char *name;     /* of the source; NULL where it has none */
    const char *format;   /* "ofac-sdn" */
    const char *digest;   /* SHA-256 of its bytes, 64 hex digits */
    uint16_t companion;   /* 0: a primary file; else its number: desig_span.file */
    const char *checksum; /* desig_source.checksum, or NULL */
} desig_edition_file;

/** One published state of a list. */
typedef struct desig_edition {
    size_t size;
    desig_date copied;    /* when the copy was taken: mostly a day */
    desig_date published; /* what the content says, or unknown */
    const desig_edition_file *files;
    uint32_t file_count;
    uint32_t observed; /* bit n: it has a file of companion number n (bit 0: a primary file) */
} desig_edition;

typedef struct desig_edition_options {
    size_t size;
    /* How to read the edition; NULL: defaults. `as_of` is the day of the copy (unknown: from the content,
     * else from the name). Findings of the ledger are told to `diagnose`, too. */
    const desig_read_options *read;
    int allow_mass_removal; /* 1: more than a tenth of the records may vanish at once */
} desig_edition_options;

/** What adding an edition did. */
typedef struct desig_edition_report {
    size_t size;
    uint64_t edition;    /* its number; 0: the ledger had it already */
    uint64_t known_rows; /* rows that needed no parsing */
    uint64_t records;    /* on the list in this edition */
    uint64_t added;      /* never seen before */
    uint64_t returned;   /* had vanished */
    uint64_t vanished;
    uint64_t changed; /* parts of them came or went */
} desig_edition_report;

/** Add an edition to a ledger: the files of one list, as for desig_list_read(), copied after the newest
 * edition.
 *
 * A part that is new in this edition opens a span; a part that is missing closes it. A record that comes back
 * is the same record. A file that the edition lacks and earlier ones had says nothing about its parts. The
 * newest edition once more (same day, same bytes) changes nothing. Told to `diagnose` are `id-reused` (a
 * record comes with another name and kind) and `replaced-by` (a record vanishes, and one of its name and kind
 * appears under a new id: a derived link of that type is added to it; nothing is merged).
 * @param ledger  an empty list or a ledger. Its memory grows with what changes. Pointers to records that
 * change stay valid and keep the old content, but for the ends of spans that close.
 * @param[out] read  what reading did; may be NULL. Findings in rows that are known are not told again.
 * @param[out] report  may be NULL.
 * @return what desig_list_read() returns; DESIG_E_ORDER for an edition that is older than the newest, or
 * another one of its day; DESIG_E_DOUBTFUL for a mass removal; DESIG_E_ARGUMENT if the list is neither empty
 * nor a ledger, or the day of the copy is not known. Complexity: that of reading the rows that are new, and
 * of looking at the others. */
DESIG_API desig_result desig_list_add_edition(desig_list *ledger, const desig_source *sources,
                                              size_t source_count, const desig_edition_options *options,
                                              desig_report *read, desig_edition_report *report,
                                              desig_error *error);

/** Return the number of editions, which is that of the newest; 0 for a list that is no ledger. O(1). */
DESIG_API size_t desig_list_edition_count(const desig_list *list);

/** Return an edition by its number, NULL if there is none. O(1). It lives as long as the list. */
DESIG_API const desig_edition *desig_list_edition(const desig_list *list, size_t edition);

/** Return the newest edition that was surely copied by a day, 0 if there is none: then the day is before all
 * that the ledger knows. O(log editions). */
DESIG_API size_t desig_list_edition_on(const desig_list *ledger, int32_t day);

/** Tell whether a part with this span stood in an edition. A record was on the list if one of its presences
 * stood. O(1). */
DESIG_API int desig_list_stands(const desig_list *ledger, const desig_span *span, size_t edition);

typedef enum desig_companions {
    DESIG_COMPANIONS_OF_EDITION = 0, /* what the edition's own files say, and no more */
    /* For each companion that the edition lacks, what the newest copy before it said: an alias that nobody
     * looked for is not gone. */
    DESIG_COMPANIONS_CARRIED
} desig_companions;

/** Make a plain list of what an edition said: the same as reading its files, or with companions carried over.
 * @param[out] out  an empty list, to which copies are added.
 * @return DESIG_OK, DESIG_E_NOMEM, DESIG_E_ARGUMENT (also if there is no such edition). O(parts). */
DESIG_API desig_result desig_list_published(const desig_list *ledger, size_t edition,
                                            desig_companions companions, desig_list *out, desig_error *error);

/* ---- Writing ------------------------------------------------------------------------------------- */

/** Where to write: exactly one of path and write is set. Borrowed for the call. */
typedef struct desig_sink {
    /* A regular file is written beside its place, synced, and renamed into it, so that a failure leaves
     * the old one whole. Symbolic links are followed; what exists and is no regular file is written to
     * directly. */
    const char *path;
    /* A stream: take all `length` bytes and return 0, or return non-zero to fail. */
    int (*write)(void *context, const void *bytes, size_t length);
    void *context;
} desig_sink;

typedef struct desig_write_options {
    size_t size;
    const char *format; /* NULL: "statements" */
    const desig_callbacks *callbacks;
} desig_write_options;

/** Write a list.
 *
 * `statements` is lossless and canonical: the same list gives the same bytes. `designations` is for
 * people; the parts it has no place for are counted in the report and told to `diagnose`.
 * @param options  NULL: defaults.
 * @param[out] report  may be NULL; filled on success.
 * @return DESIG_OK, DESIG_E_IO, DESIG_E_ARGUMENT, DESIG_E_NOMEM, DESIG_E_CANCELLED.
 * Complexity: O(parts · log parts). */
DESIG_API desig_result desig_list_write(const desig_list *list, const desig_sink *sink,
                                        const desig_write_options *options, desig_report *report,
                                        desig_error *error);

/* ---- Difference ---------------------------------------------------------------------------------- */

typedef enum desig_change_type {
    DESIG_CHANGE_ADDED = 0,
    DESIG_CHANGE_REMOVED,
    DESIG_CHANGE_CHANGED,
    DESIG_CHANGE_AMBIGUOUS /* `same-as` joins one record to several: they are told, and not compared */
} desig_change_type;

/** What a changed part is about, in the order in which a record's changes are told. */
typedef enum desig_part_class {
    DESIG_CLASS_IDENTITY = 0, /* kind, title, gender, nationality, citizenship, birth place */
    DESIG_CLASS_NAME,
    DESIG_CLASS_DATE,       /* of birth, of establishment, of an action */
    DESIG_CLASS_PROGRAM,    /* an action; its legal basis */
    DESIG_CLASS_MEASURES,   /* of an action; sanctions notes */
    DESIG_CLASS_IDENTIFIER, /* and its country, issue and expiry */
    DESIG_CLASS_ADDRESS,    /* and contact */
    DESIG_CLASS_LINK,
    DESIG_CLASS_REMARK,      /* and justification, citation, assertion, and any other column */
    DESIG_CLASS_BOILERPLATE, /* standing sentences, such as that of secondary sanctions */
    DESIG_CLASS_SPELLING     /* of whatever: only case, punctuation, spacing or accents differ */
} desig_part_class;

typedef struct desig_part_change {
    /* What it was and what it is: one part, `before[0]`, or facts that belong together (of one group), by
     * label. */
    const void *const *before;
    const void *const *after;
    uint32_t before_count; /* 0: it came */
    uint32_t after_count;  /* 0: it went */
    uint8_t part;          /* a desig_part: of what type they are */
    uint8_t part_class;    /* a desig_part_class */
} desig_part_change;

typedef struct desig_change {
    size_t size;
    desig_change_type type;
    const desig_record *before;     /* NULL: added */
    const desig_record *after;      /* NULL: removed */
    const desig_part_change *parts; /* of a changed record; lives until the callback returns */
    size_t part_count;
} desig_change;

typedef enum desig_pairing {
    DESIG_PAIR_BY_ID = 0, /* two editions of one list */
    /* Two sources: records are joined by `same-as` links in either direction, by a target that both name, or
     * by one id; links that somebody disputes do not count. Compared is what both speak of, and what they say
     * and not how: what only one of them mentions at all, remarks and notes are no difference. Where one
     * source states no actions (only derived ones), its listings are compared with what stands under the
     * other's actions on that day. */
    DESIG_PAIR_BY_SAME_AS
} desig_pairing;

typedef struct desig_diff_options {
    size_t size;
    desig_pairing pairing;
    const desig_callbacks *callbacks;
} desig_diff_options;

typedef struct desig_diff_report {
    size_t size;
    uint64_t added;
    uint64_t removed;
    uint64_t changed;
    uint64_t ambiguous;
    uint64_t not_compared; /* parts that stand in a file which the other list was read without */
} desig_diff_report;

/** Tell what changed from one list to another: each record that was added, removed or changed, in the order
 * of the ids (numbers in them by value).
 *
 * Parts are compared as sets, by what they say. Their order, the publisher's numbers of names and groups, the
 * mark `alternate` and the list's day are no differences. Two parts of one type and label that are the same,
 * the nearest or the only ones are one part that changed; else one went and another came.
 * @param tell     called with each change; non-zero ends the call.
 * @param[out] report  may be NULL.
 * @return DESIG_OK, DESIG_E_CANCELLED, DESIG_E_NOMEM, DESIG_E_ARGUMENT. Memory is taken from the allocator of
 * `before`. Complexity: O(n log n) for n records, and for n parts of a record. */
DESIG_API desig_result desig_list_diff(const desig_list *before, const desig_list *after,
                                       const desig_diff_options *options,
                                       int (*tell)(void *context, const desig_change *change), void *context,
                                       desig_diff_report *report, desig_error *error);

/* ---- Finding ------------------------------------------------------------------------------------- */

typedef struct desig_index desig_index;

typedef struct desig_index_options {
    size_t size;
    const desig_callbacks *callbacks;
} desig_index_options;

/** Build an index of the names and identifiers of a list; release it with desig_index_free().
 *
 * @param list  must outlive the index and not be changed meanwhile.
 * @param allocator  copied; NULL means malloc().
 * @param options  NULL: defaults.
 * @param[out] out  set only on DESIG_OK.
 * @return DESIG_OK, DESIG_E_NOMEM, DESIG_E_CANCELLED, DESIG_E_ARGUMENT.
 * Complexity: O(names · log names). */
DESIG_API desig_result desig_index_new(const desig_list *list, const desig_allocator *allocator,
                                       const desig_index_options *options, desig_index **out,
                                       desig_error *error);

/** Release an index, before its list. NULL is allowed. */
DESIG_API void desig_index_free(desig_index *index);

/** What a weak name may do. OFAC does not expect weak AKAs to be screened, but expects them to help to decide
 * about a hit: https://ofac.treasury.gov/faqs/topic/1646. */
typedef enum desig_weak_policy {
    DESIG_WEAK_CORROBORATE = 0, /* a hit with other evidence or, for groups, as the exact folded name */
    DESIG_WEAK_IGNORE,
    DESIG_WEAK_FULL /* like any other name */
} desig_weak_policy;

/** Whom to look for. Name or identifier, or both, must be set. */
typedef struct desig_query {
    size_t size;
    const char *name;        /* at most 1,024 bytes count */
    const char *identifier;  /* compared without separators and case */
    const char *nationality; /* evidence: a country's ISO 3166 code or name: "IR", "IRN", "Iran" */
    desig_date born;         /* evidence: unknown is none */
    desig_kind kind;         /* evidence: UNKNOWN is none */
    desig_weak_policy weak;
    double min_score; /* 0: 0.80 */
    /* Return 0 to leave a record out (by list, program, status on a day); NULL: all are looked at. */
    int (*accept)(void *context, const desig_record *record);
    void *accept_context;
} desig_query;

typedef enum desig_evidence {
    DESIG_EVIDENCE_UNKNOWN = 0, /* not asked, or the record does not say */
    DESIG_EVIDENCE_AGREE,
    DESIG_EVIDENCE_CONFLICT
} desig_evidence;

/** On what there may be evidence. */
typedef enum desig_evidence_on {
    DESIG_EVIDENCE_ON_BORN = 0,
    DESIG_EVIDENCE_ON_NATIONALITY,
    DESIG_EVIDENCE_ON_IDENTIFIER,
    DESIG_EVIDENCE_ON_KIND
} desig_evidence_on;

enum { DESIG_EVIDENCE_COUNT = 8 }; /* room for more */

typedef struct desig_match {
    const desig_record *record;
    const desig_name *name; /* the name that matched; NULL if only an identifier did */
    double score;           /* 0 to 1; 1 only for the same folded name or an equal identifier */
    uint8_t evidence[DESIG_EVIDENCE_COUNT]; /* a desig_evidence, by desig_evidence_on */
} desig_match;

/** Find the best matches: one a record, best first, ties by id.
 * @param[out] matches  room for `capacity`; may be NULL if that is 0.
 * @param[out] count    how many records score enough in all, whatever the capacity.
 * @return DESIG_OK; DESIG_E_ARGUMENT, also for a name that is empty or not UTF-8, with the reason;
 * DESIG_E_NOMEM; DESIG_E_UNSCREENABLE if nothing was found, and the name holds nothing to compare or is in a
 * script that cannot be read and in which some records (the message says how many) have no name: that is not
 * "no match". Lifetime: what a match points to is the list's. */
DESIG_API desig_result desig_index_find(const desig_index *index, const desig_query *query,
                                        desig_match *matches, size_t capacity, size_t *count,
                                        desig_error *error);

enum { DESIG_ALERT_KEY = 66 }; /* 32 digits, a hyphen, 32 digits, and the NUL */

/** Make the key of an alert: 32 hex digits that identify the query (what it looks for, not its policy or
 * threshold) and the record's id, a hyphen, and 32 that identify the record's content. An alert that somebody
 * cleared is the same while the whole key is, and open again when only the first half is.
 * @return DESIG_OK, DESIG_E_ARGUMENT. No allocation. O(size of the record). */
DESIG_API desig_result desig_alert_key(const desig_query *query, const desig_record *record,
                                       char key[DESIG_ALERT_KEY]);

/** Compare two names: 0 (nothing in common, or a NULL) to 1 (the same after folding). Symmetric.
 *
 * From 0.95 on: the same parts in another order or a usual other spelling. From 0.80 on: a variant that one
 * name of one party may have (a typing error, a part left out). From 0.60 on: also relatives, familiar forms
 * and acronyms. Below: little more than chance. How rare a part is comes from tables and not from a list: two
 * names score the same wherever they meet. At most 1,024 bytes of each count. No allocation.
 * @param kind  what both are; DESIG_KIND_UNKNOWN if that is not known. */
DESIG_API double desig_name_compare(const char *a, const char *b, desig_kind kind);

/** By what parts of two names met. */
typedef enum desig_rule {
    DESIG_RULE_NONE = 0,
    DESIG_RULE_SAME,     /* the same text */
    DESIG_RULE_SPELLING, /* another spelling of much the same sound */
    DESIG_RULE_TYPING,   /* one typing error */
    DESIG_RULE_JOINED,   /* neighbours written as one */
    DESIG_RULE_NICKNAME, /* a familiar form of the other */
    DESIG_RULE_ACRONYM,  /* the initials of the other name's words */
    DESIG_RULE_INITIAL,  /* a letter that the other begins with */
    DESIG_RULE_CUT       /* cut off where the line ended */
} desig_rule;

/** What else lowered a score. */
typedef enum desig_factor {
    DESIG_FACTOR_ORDER = 0, /* the parts stand in another order */
    DESIG_FACTOR_NUMBERS,   /* of groups: a number of one is not the other's */
    DESIG_FACTOR_OWN_NAME,  /* of persons: the own name of one met nothing */
    DESIG_FACTOR_SUPPORT    /* what met is too little, or too unlike, to bear the rest out */
} desig_factor;

enum { DESIG_NAME_PARTS = 32, DESIG_NAME_PART_TEXT = 52, DESIG_FACTORS = 16 };

/** A part of a name: a word, folded, and what it weighs (rare words more, particles little). */
typedef struct desig_name_part {
    double weight;
    char text[DESIG_NAME_PART_TEXT]; /* its first 48 bytes */
} desig_name_part;

/** Which neighbouring parts of one name met which of the other. */
typedef struct desig_meeting {
    double likeness; /* 0 to 1: the share of their weight that counts as met */
    uint8_t a, b;    /* the first part of each name */
    uint8_t a_count, b_count;
    uint8_t rule; /* a desig_rule */
} desig_meeting;

/** Why two names score what they do. Owned by the caller; holds no pointers. */
typedef struct desig_explanation {
    size_t size;
    double score; /* as desig_name_compare() has it */
    uint32_t a_count;
    uint32_t b_count;
    uint32_t meeting_count; /* best first; a part in none of them is left over */
    desig_name_part a[DESIG_NAME_PARTS];
    desig_name_part b[DESIG_NAME_PARTS];
    desig_meeting meetings[DESIG_NAME_PARTS];
    double
        factors[DESIG_FACTORS]; /* what the score of the parts was multiplied by, by desig_factor; else 1 */
} desig_explanation;

/** Explain the score of two names: of a match, those of the query, match->name->text and the record's kind.
 * (A match's score has the evidence on top.) @return DESIG_OK, DESIG_E_ARGUMENT. No allocation. */
DESIG_API desig_result desig_name_explain(const char *a, const char *b, desig_kind kind,
                                          desig_explanation *out);

/** Write an explanation in one line into `text`, cut to the capacity, and return the length of all of it. */
DESIG_API size_t desig_explanation_text(const desig_explanation *explanation, char *text, size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
