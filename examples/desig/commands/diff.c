/* desig diff: what changed from one list to another, record by record and part by part. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands/command.h"
#include "io/out.h"
#include "io/party.h"
#include "io/wanted.h"
#include "io/words.h"

enum { CHANGE_TYPES = DESIG_CHANGE_AMBIGUOUS + 1, PART_CLASSES = DESIG_CLASS_SPELLING + 1 };

/* Classes that were named on the command line. */
typedef struct class_set {
    int given;
    int has[PART_CLASSES];
} class_set;

typedef struct diff_options {
    shared_options shared;
    const char *program;
    class_set only;
    class_set ignored;
    desig_pairing pairing;
    int all;
} diff_options;

/* The changes that are asked for. */
typedef struct diff_answer {
    const diff_options *options;
    out_table *tables[CHANGE_TYPES]; /* in CSV all are one */
    size_t counts[CHANGE_TYPES];     /* records that are told */
    size_t parts;                    /* of changed records that are told */
    size_t left_out;                 /* records, by a filter */
    size_t beyond;                   /* records that only the other source has */
} diff_answer;

/* ---- Options ---- */

static const char *take_class(const char *value, void *into) {
    class_set *classes = into;
    int number = desig_term_value(DESIG_TERMS_PART_CLASS, value);
    if (number < 0)
        return "must be identity, name, date, program, measures, identifier, address, link, remark, "
               "boilerplate or spelling";
    classes->given = 1;
    classes->has[number] = 1;
    return NULL;
}

static const char *take_pairing(const char *value, void *into) {
    const int same_as = strcmp(value, "same-as") == 0;
    if (!same_as && strcmp(value, "id") != 0) return "must be id or same-as";
    *(desig_pairing *)into = same_as ? DESIG_PAIR_BY_SAME_AS : DESIG_PAIR_BY_ID;
    return NULL;
}

static int is_asked_for(const diff_options *options, unsigned part_class) {
    return (!options->only.given || options->only.has[part_class]) && !options->ignored.has[part_class];
}

/* How many parts of a change are asked for. */
static size_t parts_asked_for(const diff_options *options, const desig_change *change) {
    size_t count = 0;
    for (size_t i = 0; i < change->part_count; i++)
        count += (size_t)is_asked_for(options, change->parts[i].part_class);
    return count;
}

/* The programs of a record, each once. */
static void append_programs(out_string *line, const desig_record *record) {
    for (uint32_t i = 0; i < record->action_count; i++) out_join_once(line, ", ", record->actions[i].program);
}

/* ---- CSV ---- */

/* A row; `before` and `after` may be NULL. */
static void print_row(out_table *table, const desig_change *change, const char *part, const char *before,
                      const char *after, const char *part_class) {
    const desig_record *record = change->before ? change->before : change->after;
    const desig_record *newest = change->after ? change->after : change->before;
    OUT_STRING(programs);
    append_programs(&programs, newest);
    OUT_CELLS(table, desig_term(DESIG_TERMS_CHANGE_TYPE, change->type), record->id, part, before, after,
              part_class, desig_term(DESIG_TERMS_KIND, newest->kind), party_name(newest), out_text(&programs),
              strcmp(newest->id, record->id) == 0 ? NULL : newest->id);
}

static void print_csv(const diff_answer *answer, const desig_change *change) {
    out_table *table = answer->tables[0];
    if (change->type != DESIG_CHANGE_CHANGED)
        print_row(table, change, "record", change->before ? party_name(change->before) : NULL,
                  change->after ? party_name(change->after) : NULL, NULL);
    for (size_t i = 0; i < change->part_count; i++) {
        const desig_part_change *part = &change->parts[i];
        OUT_STRING(before);
        OUT_STRING(after);
        if (!is_asked_for(answer->options, part->part_class)) continue;
        part_append(&before, part->part, part->before, part->before_count);
        part_append(&after, part->part, part->after, part->after_count);
        print_row(table, change, part_name(part), out_text(&before), out_text(&after),
                  desig_term(DESIG_TERMS_PART_CLASS, part->part_class));
    }
}

/* ---- Text ---- */

static void put_side(out_table *table, const char *label, const char *word, unsigned part,
                     const void *const *parts, size_t count) {
    OUT_STRING(line);
    if (count == 0) return;
    part_append(&line, part, parts, count);
    OUT_CELLS(table, label, word, out_text(&line));
}

/* What changed from one edition to the next, and what two sources say of one party. */
typedef struct wording {
    const char *gone, *came, *before, *after;
    const char *counted[CHANGE_TYPES];
    const char *titles[CHANGE_TYPES];
    const char *columns; /* of what changed */
} wording;

static const wording wordings[] = {
    [DESIG_PAIR_BY_ID] = {"gone",
                          "new",
                          "was",
                          "now",
                          {"added", "removed", "changed", NULL},
                          {"Added", "Removed", NULL, NULL},
                          "Changed=16,=4,=72"},
    [DESIG_PAIR_BY_SAME_AS] = {"OLD only",
                               "NEW only",
                               "OLD",
                               "NEW",
                               {"only in NEW", "only in OLD", "different", NULL},
                               {"Only in NEW", "Only in OLD", NULL,
                                "Joined to several records, and not compared"},
                               "Different=16,=8,=68"},
};

static void put_part(const diff_answer *answer, const char *label, const desig_part_change *part) {
    const wording *words = &wordings[answer->options->pairing];
    const int changed = part->before_count > 0 && part->after_count > 0;
    out_table *table = answer->tables[DESIG_CHANGE_CHANGED];
    put_side(table, label, changed ? words->before : words->gone, part->part, part->before,
             part->before_count);
    put_side(table, changed ? "" : label, changed ? words->after : words->came, part->part, part->after,
             part->after_count);
}

/* What a part is called, unless the line above is called so, too. */
static void put_changed(const diff_answer *answer, const desig_change *change) {
    out_table *table = answer->tables[DESIG_CHANGE_CHANGED];
    const int same_id = strcmp(change->before->id, change->after->id) == 0;
    const char *above = "";
    OUT_STRING(heading);
    out_append(&heading, "%s%s%s  %s (%s)", change->before->id, same_id ? "" : " = ",
               same_id ? "" : change->after->id, party_name(change->after),
               desig_term(DESIG_TERMS_KIND, change->after->kind));
    out_heading(table, out_text(&heading));
    for (size_t i = 0; i < change->part_count; i++) {
        const desig_part_change *part = &change->parts[i];
        const char *label = part->part_class == DESIG_CLASS_SPELLING ? "spelling" : part_name(part);
        if (!is_asked_for(answer->options, part->part_class)) continue;
        put_part(answer, strcmp(label, above) == 0 ? "" : label, part);
        above = label;
    }
}

static void put_record(out_table *table, const desig_record *record) {
    OUT_STRING(programs);
    append_programs(&programs, record);
    OUT_CELLS(table, record->id, desig_term(DESIG_TERMS_KIND, record->kind), party_name(record),
              out_text(&programs));
}

static void put_ambiguous(out_table *table, const desig_change *change) {
    OUT_CELLS(table, change->before->id, party_name(change->before), change->after->id,
              party_name(change->after));
}

static void put_text(const diff_answer *answer, const desig_change *change) {
    if (change->type == DESIG_CHANGE_CHANGED)
        put_changed(answer, change);
    else if (change->type == DESIG_CHANGE_AMBIGUOUS)
        put_ambiguous(answer->tables[DESIG_CHANGE_AMBIGUOUS], change);
    else
        put_record(answer->tables[change->type], change->before ? change->before : change->after);
}

static void open_tables(diff_answer *answer) {
    static const char records[] = "id=28,kind=10,name=44,programs=30";
    if (answer->options->shared.csv) {
        answer->tables[0] = out_table_new("change,id,part,before,after,class,kind,name,programs,other_id", 1);
        return;
    }
    answer->tables[DESIG_CHANGE_ADDED] = out_table_new(records, 0);
    answer->tables[DESIG_CHANGE_REMOVED] = out_table_new(records, 0);
    answer->tables[DESIG_CHANGE_AMBIGUOUS] = out_table_new("id=28,name=30,same as=28,name=30", 0);
    answer->tables[DESIG_CHANGE_CHANGED] = out_table_new(wordings[answer->options->pairing].columns, 0);
}

static void close_text(const diff_answer *answer) {
    static const desig_change_type order[] = {DESIG_CHANGE_ADDED, DESIG_CHANGE_REMOVED,
                                              DESIG_CHANGE_AMBIGUOUS, DESIG_CHANGE_CHANGED};
    const wording *words = &wordings[answer->options->pairing];
    for (size_t i = 0; i < CHANGE_TYPES; i++) {
        const int told = answer->counts[order[i]] > 0;
        if (told && order[i] != DESIG_CHANGE_CHANGED) printf("%s\n\n", words->titles[order[i]]);
        out_table_end(answer->tables[order[i]]);
        if (told) putchar('\n');
    }
    for (int type = DESIG_CHANGE_ADDED; type <= DESIG_CHANGE_CHANGED; type++)
        printf("%zu %s%s", answer->counts[type], words->counted[type],
               type < DESIG_CHANGE_CHANGED ? ", " : "");
    printf(" in %zu part%s", answer->parts, plural(answer->parts));
    if (answer->counts[DESIG_CHANGE_AMBIGUOUS] > 0)
        printf(", %zu not compared", answer->counts[DESIG_CHANGE_AMBIGUOUS]);
    puts(".");
}

/* ---- The answer ---- */

/* Whoever compares his own file with a publisher's knows that it says less. */
static int is_beyond(const diff_options *options, const desig_change *change) {
    return options->pairing == DESIG_PAIR_BY_SAME_AS && !options->all && change->type == DESIG_CHANGE_ADDED;
}

static int is_named(const diff_options *options, const desig_record *before, const desig_record *after) {
    return (before && party_is_named(before, NULL, options->program)) ||
           (after && party_is_named(after, NULL, options->program));
}

static int take_change(void *context, const desig_change *change) {
    diff_answer *answer = context;
    const diff_options *options = answer->options;
    const int whole = change->type != DESIG_CHANGE_CHANGED;
    const size_t parts = parts_asked_for(options, change);
    if (is_beyond(options, change)) return answer->beyond++, 0;
    if (!is_named(options, change->before, change->after) || (whole ? options->only.given : parts == 0))
        return answer->left_out++, 0;
    answer->counts[change->type]++;
    answer->parts += parts;
    if (options->shared.csv)
        print_csv(answer, change);
    else
        put_text(answer, change);
    return 0;
}

static int compare(const diff_options *options, const list_set *lists) {
    diff_answer answer = {.options = options};
    desig_error error = {.result = DESIG_E_NOMEM};
    desig_diff_report report = {DESIG_INIT(desig_diff_report)};
    desig_diff_options diffing = {DESIG_INIT(desig_diff_options), .pairing = options->pairing,
                                  .callbacks = progress_begin("comparing", "records")};
    open_tables(&answer);
    desig_result result = desig_list_diff(lists->entries[0].list, lists->entries[1].list, &diffing,
                                          take_change, &answer, &report, &error);
    progress_end();
    if (options->shared.csv)
        out_table_end(answer.tables[0]);
    else
        close_text(&answer);
    if (result != DESIG_OK) return complain(&error);
    if (answer.left_out > 0) note("desig: %zu records differ in what is not asked for", answer.left_out);
    if (report.not_compared > 0)
        note("desig: %" PRIu64 " part%s not compared: only one of the lists has the companion file (of "
             "addresses, aliases or comments) that tells",
             report.not_compared, report.not_compared == 1 ? " was" : "s were");
    if (answer.beyond > 0)
        note("desig: %zu records that only %s has are left out (--all shows them)", answer.beyond,
             lists->entries[1].name);
    for (size_t i = 0; i < CHANGE_TYPES; i++)
        if (answer.counts[i] > 0) return EXIT_NO;
    return EXIT_YES;
}

static const char *wrong(const void *context) {
    const diff_options *options = context;
    return options->shared.operand_count != 2 ? "which two lists? Give OLD and NEW" : NULL;
}

static int run(void *context) {
    const diff_options *options = context;
    list_set lists = {0};
    int status = lists_open(&lists, options->shared.operands, 2, &options->shared.reading);
    if (status == 0 && lists.count < 2)
        status = command_wrong(&command_diff, "one of the two is a companion file of the other");
    if (status == 0)
        status = wanted_check(&(const wanted_words){.program = options->program},
                              (const desig_list *const[]){lists.entries[0].list, lists.entries[1].list}, 2);
    if (status == 0) status = compare(options, &lists);
    lists_close(&lists);
    return status;
}

#define AT(field) offsetof(diff_options, field)

static const tool_option options[] = {
    {"--program", "P", "only records that this program ever named, before or after, such as SDGT", take_text,
     AT(program), 0},
    {"--class", "C",
     "only changed parts of this class; may be given several times. Classes: identity, name, date, program, "
     "measures, identifier, address, link, remark, boilerplate, spelling",
     take_class, AT(only), 1},
    {"--ignore", "C", "leave out changed parts of this class; may be given several times", take_class,
     AT(ignored), 1},
    {"--match", "HOW",
     "id: the lists are editions of one (the default); same-as: they are of two sources, and records are "
     "joined by their same-as links, else by id. Only what both speak of is compared",
     take_pairing, AT(pairing), 0},
    {"--all", NULL, "with --match same-as: also the records that only NEW has", take_switch, AT(all), 0},
    {0},
};

const tool_command command_diff = {
    .name = "diff",
    .summary = "what changed from one list to another, part by part",
    .about = "What changed from a list OLD to a list NEW: added and removed records, and of the changed ones "
             "each part that is new, is gone or has changed (was, now), by class. The order of rows, the "
             "publisher's numbers of names and addresses, and the day of the list are no differences.",
    .statuses = "0 equal (in what is asked for), 1 different, 2 error",
    .takes = TAKES_READING | TAKES_CSV | TAKES_OUTPUT,
    .options = options,
    .size = sizeof(diff_options),
    .wrong = wrong,
    .run = run,
};
