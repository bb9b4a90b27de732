/* desig graph: Graphviz DOT of the links between parties. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands/command.h"
#include "io/args.h"
#include "io/out.h"
#include "io/party.h"

typedef struct graph_options {
    shared_options shared;
    const char *id;
    texts types;
} graph_options;

/* Records by their names: a link may name its target. */
typedef struct named {
    const char *name;
    const desig_record *record;
} named;

/* What stands at an end of a link: ids, and the names of parties without one. */
typedef struct ends {
    const char **items;
    size_t count;
    size_t room;
} ends;

typedef struct graph {
    const graph_options *options;
    const desig_list *list;
    int32_t day;
    named *names; /* in order of name */
    size_t count;
    ends drawn;
} graph;

/* Colours that differ in lightness, too, for those who do not see the hues. */
static const struct {
    const char *fill;
    const char *font;
} status_colours[] = {
    [DESIG_STATUS_NOT_RECORDED] = {"#ffffff", "#222222"}, [DESIG_STATUS_DESIGNATED] = {"#2b6cb0", "#ffffff"},
    [DESIG_STATUS_REVOKED] = {"#d0d0d0", "#222222"},      [DESIG_STATUS_UNCERTAIN] = {"#f2c14e", "#222222"},
    [DESIG_STATUS_LISTED] = {"#ffffff", "#222222"},       [DESIG_STATUS_NOT_LISTED] = {"#ffffff", "#222222"},
};

static const char *const kind_shapes[] = {
    [DESIG_KIND_UNKNOWN] = "octagon", [DESIG_KIND_INDIVIDUAL] = "ellipse", [DESIG_KIND_GROUP] = "box",
    [DESIG_KIND_VESSEL] = "house",    [DESIG_KIND_AIRCRAFT] = "cds",
};

static const char *const stance_styles[] = {
    [DESIG_STANCE_PLAIN] = "solid",
    [DESIG_STANCE_ASSERTED] = "solid",
    [DESIG_STANCE_DISPUTED] = "dashed",
};

/* ---- Who is meant -------------------------------------------------------------------------------- */

static int compare_named(const void *a, const void *b) {
    return strcmp(((const named *)a)->name, ((const named *)b)->name);
}

static void sort_names(graph *drawing) {
    const desig_record *record;
    drawing->names = out_resize(NULL, (desig_list_count(drawing->list) + 1) * sizeof *drawing->names);
    for (size_t at = 0; (record = desig_list_at(drawing->list, at)) != NULL; at++)
        drawing->names[drawing->count++] = (named){party_name(record), record};
    qsort(drawing->names, drawing->count, sizeof *drawing->names, compare_named);
}

/* The record of a link's target: by its id, or by a name that no other record has; else NULL. */
static const desig_record *record_of(const graph *drawing, const char *target) {
    const desig_record *record = desig_list_get(drawing->list, target);
    named key = {.name = target};
    if (record) return record;
    const named *found = bsearch(&key, drawing->names, drawing->count, sizeof *drawing->names, compare_named);
    if (!found) return NULL;
    int alone = (found == drawing->names || strcmp(found[-1].name, target) != 0) &&
                (found + 1 == drawing->names + drawing->count || strcmp(found[1].name, target) != 0);
    return alone ? found->record : NULL;
}

static int is_wanted(const graph *drawing, const desig_record *from, const char *to, const desig_link *link) {
    const graph_options *options = drawing->options;
    int typed = options->types.count == 0;
    for (size_t i = 0; i < options->types.count; i++)
        typed |= link->type && strcmp(options->types.items[i], link->type) == 0;
    return typed && (!options->id || strcmp(from->id, options->id) == 0 || strcmp(to, options->id) == 0);
}

/* ---- DOT: https://graphviz.org/doc/info/lang.html ------------------------------------------------ */

/* Where a label goes on in its next line. */
#define NEXT_LINE "\v"

/* Print text inside a quoted string of DOT. */
static void put_escaped(const char *words) {
    for (; *words != '\0'; words++) {
        unsigned char c = (unsigned char)*words;
        if (c == *NEXT_LINE)
            fputs("\\n", stdout);
        else if (c == '"' || c == '\\')
            printf("\\%c", c);
        else
            putchar(c < ' ' ? ' ' : c);
    }
}

/* Print a format in which each % stands for the next of the texts, escaped. */
static void put(const char *format, const char *const *next) {
    for (; *format != '\0'; format++)
        if (*format == '%')
            put_escaped(*next++);
        else
            putchar(*format);
}

#define PUT(format, ...) put(format, (const char *const[]){__VA_ARGS__})

/* "leader-of", "commander of the air force", "asserted by X, 2021-03-02" */
static void append_edge_label(out_string *label, const desig_link *link) {
    OUT_STRING(stance);
    out_append(label, "%s", link->type ? link->type : "linked-to");
    if (link->role && *link->role) out_join(label, NEXT_LINE, link->role);
    if (link->stance != DESIG_STANCE_PLAIN)
        out_append(&stance, "%s", desig_term(DESIG_TERMS_STANCE, link->stance));
    if (link->by) out_append(&stance, "%sby %s", stance.length > 0 ? " " : "", link->by);
    if (!date_is_unknown(&link->date)) out_join(&stance, ", ", IN_WORDS(&link->date));
    if (stance.length > 0) out_join(label, NEXT_LINE, stance.text);
}

static void draw_edge(const char *from, const char *to, const desig_link *link) {
    OUT_STRING(label);
    append_edge_label(&label, link);
    PUT("  \"%\" -> \"%\" [label=\"%\", style=%", from, to, out_text(&label), stance_styles[link->stance]);
    if (link->justification) PUT(", edgetooltip=\"%\"", link->justification);
    puts("];");
}

static void draw_record(const graph *drawing, const desig_record *record) {
    desig_standing overall;
    desig_status_on(record, drawing->day, &overall, NULL, 0);
    PUT("  \"%\" [label=\"%\", shape=%, fillcolor=\"%\", fontcolor=\"%\", tooltip=\"%: %\"];\n", record->id,
        party_name(record), kind_shapes[record->kind], status_colours[overall.status].fill,
        status_colours[overall.status].font, record->id, desig_term(DESIG_TERMS_STATUS, overall.status));
}

/* ---- The graph ----------------------------------------------------------------------------------- */

static int compare_texts(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void draw_edges(graph *drawing) {
    const desig_record *from;
    for (size_t at = 0; (from = desig_list_at(drawing->list, at)) != NULL; at++)
        for (uint32_t i = 0; i < from->link_count; i++) {
            const desig_link *link = &from->links[i];
            const desig_record *target = record_of(drawing, link->target);
            const char *to = target ? target->id : link->target;
            if (!is_wanted(drawing, from, to, link)) continue;
            draw_edge(from->id, to, link);
            OUT_PUSH(&drawing->drawn, from->id);
            OUT_PUSH(&drawing->drawn, to);
        }
}

static void draw_nodes(graph *drawing) {
    const char **drawn = drawing->drawn.items;
    if (drawing->drawn.count > 0) qsort(drawn, drawing->drawn.count, sizeof *drawn, compare_texts);
    for (size_t i = 0; i < drawing->drawn.count; i++) {
        const desig_record *record = desig_list_get(drawing->list, drawn[i]);
        if (i > 0 && strcmp(drawn[i], drawn[i - 1]) == 0) continue;
        if (record)
            draw_record(drawing, record);
        else
            PUT("  \"%\" [shape=plaintext, style=\"\"];\n", drawn[i]);
    }
}

static void draw_head(const char *told) {
    printf(
        "digraph designations {\n"
        "  graph [rankdir=LR, fontname=\"sans-serif\", fontsize=12, labelloc=t, nodesep=0.35, ranksep=1.6,\n"
        "    label=\"On %s. Blue: designated; yellow: uncertain; grey: revoked; white: not recorded;\\n"
        "no frame: not in the list. Dashed: disputed.\"];\n"
        "  node [style=filled, color=\"#555555\", fontname=\"sans-serif\", fontsize=12];\n"
        "  edge [color=\"#777777\", fontname=\"sans-serif\", fontsize=9];\n",
        told);
}

static int answer(void *context, const desig_list *list) {
    graph drawing = {.options = context, .list = list};
    char told[DAY_TOLD];
    drawing.day = day_choose(&drawing.options->shared.on, list, told);
    sort_names(&drawing);
    draw_head(told);
    draw_edges(&drawing);
    draw_nodes(&drawing);
    puts("}");
    if (drawing.drawn.count == 0) note("desig: no link of that description is in these files");
    free(drawing.names);
    free(drawing.drawn.items);
    return drawing.drawn.count > 0 ? EXIT_YES : EXIT_NO;
}

static void end(void *context) {
    free(((graph_options *)context)->types.items);
}

#define AT(field) offsetof(graph_options, field)

static const tool_option options[] = {
    {"--id", "ID", "only the links of this record, and those to it", take_text, AT(id), 0},
    {"--type", "T", "only links of this type, such as leader-of", take_texts, AT(types), 1},
    {0},
};

const tool_command command_graph = {
    .name = "graph",
    .summary = "the links between parties, as Graphviz DOT",
    .about =
        "The links between parties on standard output, in the language of Graphviz: desig graph LIST | dot "
        "-Tsvg. Each party has the colour of its status on the day; a link says who asserts it, and is "
        "dashed if it is disputed.",
    .statuses = "0 drawn, 1 no links, 2 error",
    .takes = TAKES_ON | TAKES_READING | TAKES_OUTPUT,
    .options = options,
    .size = sizeof(graph_options),
    .answer = answer,
    .end = end,
};
