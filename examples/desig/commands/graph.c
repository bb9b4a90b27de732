/* desig graph: Graphviz DOT of the links between parties. */
#include <desig/desig.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands/commands.h"
#include "io/day.h"
#include "io/lists.h"
#include "io/out.h"
#include "io/party.h"

typedef struct graph_options {
    const char *id;
    texts types;
    day_option on;
    lists_options reading;
} graph_options;

/* Records by their names: a link may name its target. */
typedef struct named {
    const char *name;
    const desig_record *record;
} named;

typedef struct graph {
    const graph_options *options;
    const desig_list *list;
    int32_t day;
    named *names; /* in order of name */
    size_t count;
    const char **drawn; /* what stands at an end of a link: ids, and the names of parties without one */
    size_t drawn_count;
    size_t drawn_room;
} graph;

/* Colours that differ in lightness, too, for those who do not see the hues. */
static const struct {
    desig_status status;
    const char *fill;
    const char *font;
} status_colours[] = {
    {DESIG_STATUS_DESIGNATED, "#2b6cb0", "#ffffff"},
    {DESIG_STATUS_UNCERTAIN, "#f2c14e", "#222222"},
    {DESIG_STATUS_REVOKED, "#d0d0d0", "#222222"},
    {DESIG_STATUS_NOT_RECORDED, "#ffffff", "#222222"},
};

enum { COLOURS = sizeof status_colours / sizeof status_colours[0] };

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

/* Inside a quoted string of DOT; in a label \n breaks the line, so a backslash of the text is doubled. */
static void append_escaped(out_string *text, const char *words) {
    for (; *words != '\0'; words++) {
        unsigned char c = (unsigned char)*words;
        if (c == '"' || c == '\\') out_append(text, "\\");
        out_append(text, "%c", c < ' ' ? ' ' : c);
    }
}

static void append_quoted(out_string *text, const char *words) {
    out_append(text, "\"");
    append_escaped(text, words);
    out_append(text, "\"");
}

static void print_dot(out_string *line) {
    puts(out_text(line));
    out_string_free(line);
}

static void append_line(out_string *label, const char *words) {
    if (!words || *words == '\0') return;
    if (label->length > 0) out_append(label, "\\n");
    append_escaped(label, words);
}

/* "leader-of", "commander of the air force", "asserted by X, 2021-03-02" */
static void append_edge_label(out_string *label, const desig_link *link) {
    out_string stance = {0};
    char date[DATE_WORDS];
    append_line(label, link->type ? link->type : "linked-to");
    append_line(label, link->role);
    if (link->stance != DESIG_STANCE_PLAIN)
        out_append(&stance, "%s", desig_term(DESIG_TERMS_STANCE, link->stance));
    if (link->by) out_append(&stance, "%sby %s", stance.length > 0 ? " " : "", link->by);
    if (!date_is_unknown(&link->date)) out_join(&stance, ", ", date_words(&link->date, date));
    append_line(label, stance.text);
    out_string_free(&stance);
}

static void draw_edge(const char *from, const char *to, const desig_link *link) {
    out_string line = {0};
    out_string label = {0};
    append_edge_label(&label, link);
    out_append(&line, "  ");
    append_quoted(&line, from);
    out_append(&line, " -> ");
    append_quoted(&line, to);
    out_append(&line, " [label=\"%s\", style=%s", out_text(&label), stance_styles[link->stance]);
    if (link->justification) {
        out_append(&line, ", edgetooltip=");
        append_quoted(&line, link->justification);
    }
    out_append(&line, "];");
    out_string_free(&label);
    print_dot(&line);
}

static void draw_record(const graph *drawing, const desig_record *record) {
    desig_standing overall;
    out_string line = {0};
    size_t colour = 0;
    desig_status_on(record, drawing->day, &overall, NULL, 0);
    while (colour + 1 < COLOURS && status_colours[colour].status != overall.status) colour++;
    out_append(&line, "  ");
    append_quoted(&line, record->id);
    out_append(&line, " [label=");
    append_quoted(&line, party_name(record));
    out_append(&line, ", shape=%s, fillcolor=\"%s\", fontcolor=\"%s\", tooltip=\"", kind_shapes[record->kind],
               status_colours[colour].fill, status_colours[colour].font);
    append_escaped(&line, record->id);
    out_append(&line, ": %s\"];", desig_term(DESIG_TERMS_STATUS, overall.status));
    print_dot(&line);
}

static void draw_outsider(const char *name) {
    out_string line = {0};
    out_append(&line, "  ");
    append_quoted(&line, name);
    out_append(&line, " [shape=plaintext, style=\"\"];");
    print_dot(&line);
}

/* ---- The graph ----------------------------------------------------------------------------------- */

static void note_drawn(graph *drawing, const char *name) {
    if (drawing->drawn_count == drawing->drawn_room) {
        drawing->drawn_room = drawing->drawn_room * 2 + 64;
        drawing->drawn = out_resize(drawing->drawn, drawing->drawn_room * sizeof *drawing->drawn);
    }
    drawing->drawn[drawing->drawn_count++] = name;
}

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
            note_drawn(drawing, from->id);
            note_drawn(drawing, to);
        }
}

static void draw_nodes(graph *drawing) {
    if (drawing->drawn_count == 0) return;
    qsort(drawing->drawn, drawing->drawn_count, sizeof *drawing->drawn, compare_texts);
    for (size_t i = 0; i < drawing->drawn_count; i++) {
        const desig_record *record = desig_list_get(drawing->list, drawing->drawn[i]);
        if (i > 0 && strcmp(drawing->drawn[i], drawing->drawn[i - 1]) == 0) continue;
        if (record)
            draw_record(drawing, record);
        else
            draw_outsider(drawing->drawn[i]);
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

static int answer_graph(void *context, const desig_list *list) {
    graph drawing = {.options = context, .list = list};
    char told[DAY_TOLD];
    drawing.day = day_choose(&drawing.options->on, list, told);
    sort_names(&drawing);
    draw_head(told);
    draw_edges(&drawing);
    draw_nodes(&drawing);
    puts("}");
    if (drawing.drawn_count == 0) fputs("desig: no link of that description is in these files\n", stderr);
    free(drawing.names);
    free(drawing.drawn);
    return drawing.drawn_count > 0 ? EXIT_YES : EXIT_NO;
}

static int run(int argc, char **argv) {
    graph_options o = {.reading = {.on = &o.on}};
    const tool_option options[] = {
        {"--id", NULL, "ID", "only the links of this record, and those to it", take_text, &o.id, 0},
        {"--type", NULL, "T", "only links of this type, such as leader-of", take_texts, &o.types, 1},
        OPTION_ON(&o.on),
        OPTIONS_READING(&o.reading),
    };
    size_t count = 0;
    int status = EXIT_ERROR;
    if (args_read(&command_graph, options, sizeof options / sizeof options[0], argc, argv, &count, &status))
        status = lists_answer(argv, count, &o.reading, answer_graph, &o);
    free(o.types.items);
    return status;
}

const tool_command command_graph = {
    .name = "graph",
    .summary = "the links between parties, as Graphviz DOT",
    .about =
        "The links between parties on standard output, in the language of Graphviz: desig graph LIST | dot "
        "-Tsvg. Each party has the colour of its status on the day; a link says who asserts it, and is "
        "dashed if it is disputed.",
    .statuses = "0 drawn, 1 no links, 2 error",
    .run = run,
};
