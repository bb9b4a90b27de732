/* desig timeline: an SVG of who was designated when. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands/command.h"
#include "drawing/lanes.h"
#include "drawing/svg.h"
#include "io/ledgers.h"
#include "io/out.h"
#include "io/party.h"
#include "io/wanted.h"

typedef struct timeline_options {
    shared_options shared;
    lanes_filter lanes;
    desig_date from;
    desig_date to;
} timeline_options;

/* How a picture is laid out; few lanes have a label each, many are thin and grouped by program. */
typedef struct layout {
    int lane_height;
    int bar_height;
    int labelled; /* each lane has its label; else the pointer shows it */
    size_t most;  /* lanes that are laid out so */
} layout;

enum {
    WIDTH = 1200,
    GUTTER = 330, /* left of the bars: labels */
    MARGIN = 24,
    HEADING = 22, /* a line of text that stands over lanes */
    TOP = 64,
    BOTTOM = 44,
    MOST_LANES = 20000,    /* a picture of some megabytes */
    LABEL_CHARACTERS = 36, /* capitals, in the gutter */
    HEADING_CHARACTERS = 48,
};

static const layout layouts[] = {{18, 11, 1, 90}, {4, 3, 0, 1000}, {2, 2, 0, 4000}, {1, 1, 0, SIZE_MAX}};

static const layout *layout_for(size_t count) {
    const layout *look = layouts;
    while (look->most < count) look++;
    return look;
}

/* Both colour schemes: a page that shows the picture says which (prefers-color-scheme), and renderers that do
 * not know the question get the light one on a ground of its own. */
static const char style[] = "text { font: 12px system-ui, sans-serif; fill: #222; }\n"
                            ".ground { fill: #fff; }\n"
                            ".caption { font-size: 15px; font-weight: 600; }\n"
                            ".heading { font-weight: 600; }\n"
                            ".tick { fill: #666; }\n"
                            ".grid { stroke: #ddd; }\n"
                            ".day { stroke: #b3261e; }\n"
                            ".designated, .listed { fill: #2b6cb0; }\n"
                            ".revoked, .gone { fill: #c4c4c4; }\n"
                            ".uncertain { fill: url(#hatched); stroke: #2b6cb0; stroke-width: 0.6; }\n"
                            ".stripe { stroke: #2b6cb0; stroke-width: 1.6; }\n"
                            "rect:hover { opacity: 0.7; }\n"
                            "@media (prefers-color-scheme: dark) {\n"
                            "  text { fill: #e6e6e6; }\n"
                            "  .ground { fill: #161b22; }\n"
                            "  .tick { fill: #9a9a9a; }\n"
                            "  .grid { stroke: #333a44; }\n"
                            "  .day { stroke: #ff8a80; }\n"
                            "  .designated, .listed { fill: #6ba8e5; }\n"
                            "  .revoked, .gone { fill: #555; }\n"
                            "  .uncertain, .stripe { stroke: #6ba8e5; }\n"
                            "}\n";

static const char defs[] =
    "<pattern id=\"hatched\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" "
    "patternTransform=\"rotate(45)\"><line class=\"stripe\" x1=\"0\" y1=\"0\" x2=\"0\" "
    "y2=\"4\"/></pattern>\n";

/* What the pointer shows: who, under what, from when to when, and why. */
static void append_story(out_string *text, const lane *of, const stretch *time) {
    const desig_action *action = time->decided_by;
    out_append(text, "%s\n%s\n", party_name(of->record), of->group);
    out_append(text, "%s", desig_term(DESIG_TERMS_STATUS, time->status));
    if (time->first != INT32_MIN) out_append(text, " from %s", DAY_TEXT(time->first));
    if (time->last != INT32_MAX) out_append(text, " to %s", DAY_TEXT(time->last));
    if (!action) return;
    if (of->record->ledger && action->derived)
        out_append(text, time->status == DESIG_STATUS_UNCERTAIN
                             ? "\nit came or went between two copies of the list"
                             : "\nby the copies of the list");
    else if (action->derived)
        out_append(text, "\nlisted; since when is not stated");
    if (action->justification) out_append(text, "\n%s", action->justification);
    if (action->statement_by) out_append(text, "\nstated by %s", action->statement_by);
}

/* How a status is drawn. What has ended is a thin line on which the pointer finds the reason: to the eye, a
 * gap. */
typedef struct sign {
    const char *class_name;
    const char *text;
    desig_status status;
    int thin;
} sign;

static const sign signs[] = {
    {"designated", "designated", DESIG_STATUS_DESIGNATED, 0},
    {"listed", "listed, by the copies", DESIG_STATUS_LISTED, 0},
    {"uncertain", "uncertain", DESIG_STATUS_UNCERTAIN, 0},
    {"revoked", "revoked", DESIG_STATUS_REVOKED, 1},
    {"gone", "no longer listed", DESIG_STATUS_NOT_LISTED, 1},
};

enum { SIGNS = sizeof signs / sizeof signs[0] };

static const sign *sign_of(desig_status status) {
    size_t i = 0;
    while (i + 1 < SIGNS && signs[i].status != status) i++;
    return &signs[i];
}

static void draw_stretch(const axis *across, const layout *look, int y, const lane *of, const stretch *time) {
    double left = axis_x(across, time->first);
    double right = axis_x(across, time->last == INT32_MAX ? INT32_MAX : time->last + 1);
    const sign *drawn = sign_of(time->status);
    int height = drawn->thin ? 1 : look->bar_height;
    OUT_STRING(story);
    if (right <= left) return;
    append_story(&story, of, time);
    if (right - left > 2) right -= 0.6; /* a re-designation shows as a notch */
    svg_rect(drawn->class_name, left, y + (look->lane_height - height) / 2.0, right - left, height,
             out_text(&story));
}

static void draw_lane(const axis *across, const layout *look, int y, const lane *of) {
    for (size_t i = 0; i < of->times.count; i++) draw_stretch(across, look, y, of, &of->times.items[i]);
}

/* Whether all lanes are of one authority, list and program: then the caption names it. */
static int are_of_one_group(const lanes *all) {
    for (size_t i = 1; i < all->count; i++)
        if (strcmp(all->items[i].group, all->items[0].group) != 0) return 0;
    return all->count > 0;
}

/* Whether a lane begins a new heading: of a party if lanes have labels, else of a program. */
static int begins_heading(const layout *look, const lanes *all, size_t i) {
    if (look->labelled && are_of_one_group(all)) return 0;
    if (i == 0) return 1;
    if (look->labelled) return all->items[i].record != all->items[i - 1].record;
    return strcmp(all->items[i].group, all->items[i - 1].group) != 0;
}

/* A lane under the heading of its party is called by what it is of, else by its party. */
static void draw_label(const layout *look, const lanes *all, size_t at, int y) {
    const lane *of = &all->items[at];
    if (!look->labelled) return;
    const int alone = are_of_one_group(all);
    svg_text("label", MARGIN + (alone ? 0 : 12), y + look->lane_height - 5,
             alone ? party_name(of->record) : of->group, LABEL_CHARACTERS);
}

static void draw_heading(const layout *look, const lanes *all, size_t at, int y) {
    OUT_STRING(text);
    size_t end = at + 1;
    while (end < all->count && !begins_heading(look, all, end)) end++;
    if (look->labelled)
        out_append(&text, "%s", party_name(all->items[at].record));
    else
        out_append(&text, "%s: %zu", all->items[at].group, end - at);
    svg_text("heading", MARGIN, y + HEADING - 7, out_text(&text), HEADING_CHARACTERS);
}

static int height_of(const layout *look, const lanes *all) {
    int height = TOP + BOTTOM;
    for (size_t i = 0; i < all->count; i++)
        height += look->lane_height + (begins_heading(look, all, i) ? HEADING : 0);
    return height;
}

static void draw_lanes(const axis *across, const layout *look, const lanes *all) {
    int y = TOP;
    for (size_t i = 0; i < all->count; i++) {
        if (begins_heading(look, all, i)) {
            draw_heading(look, all, i, y);
            y += HEADING;
        }
        draw_label(look, all, i, y);
        draw_lane(across, look, y, &all->items[i]);
        y += look->lane_height;
    }
}

static int is_drawn(const lanes *all, desig_status status) {
    for (size_t i = 0; i < all->count; i++)
        for (size_t t = 0; t < all->items[i].times.count; t++)
            if (all->items[i].times.items[t].status == status) return 1;
    return 0;
}

static void draw_legend(const lanes *all, int y) {
    int x = GUTTER;
    for (size_t i = 0; i < SIGNS; i++) {
        const int height = signs[i].thin ? 1 : layouts[0].bar_height;
        if (!is_drawn(all, signs[i].status)) continue;
        svg_rect(signs[i].class_name, x, y - 4 - height / 2.0, 26, height, NULL);
        svg_text("tick", x + 32, y, signs[i].text, 0);
        x += 60 + (int)strlen(signs[i].text) * 7;
    }
}

/* "Designations by 2021-02-01"; "US, SDN, YEMEN by 2024-05-03, in the copies of a list since 2021-08-18" */
static void append_caption(out_string *caption, const desig_list *list, const lanes *all, int32_t day) {
    out_append(caption, "%s by %s", are_of_one_group(all) ? all->items[0].group : "Designations",
               DAY_TEXT(day));
    if (is_ledger(list))
        out_append(caption, ", in the copies of a list since %s",
                   DATE_TEXT(&desig_list_edition(list, 1)->copied));
}

static void draw(const desig_list *list, const lanes *all, const axis *across, int32_t day) {
    const layout *look = layout_for(all->count);
    const int height = height_of(look, all);
    OUT_STRING(caption);
    append_caption(&caption, list, all, day);
    svg_begin(WIDTH, height, out_text(&caption), style, defs);
    svg_rect("ground", 0, 0, WIDTH, height, NULL);
    svg_text("caption", MARGIN, 28, out_text(&caption), 0);
    axis_draw(across, TOP - 12, height - BOTTOM + 6);
    draw_lanes(across, look, all);
    svg_line("day", axis_x(across, day), TOP - 8, axis_x(across, day), height - BOTTOM + 6);
    draw_legend(all, height - 16);
    svg_end();
}

/* From the first day that is known to the day asked about, or the period of the options. */
static axis axis_of(const timeline_options *options, const desig_list *list, const lanes *all, int32_t day) {
    axis across = {.left = GUTTER, .right = WIDTH - MARGIN, .first = day, .last = day};
    if (is_ledger(list)) across.first = desig_list_edition(list, 1)->copied.first;
    for (size_t i = 0; i < all->count; i++)
        for (size_t t = 0; t < all->items[i].times.count; t++)
            if (!is_ledger(list) || all->items[i].times.items[t].first < across.first)
                axis_begin_by(&across, all->items[i].times.items[t].first);
    if (options->to.last_precision != DESIG_PRECISION_NONE) across.last = options->to.last;
    if (options->from.first_precision != DESIG_PRECISION_NONE) across.first = options->from.first;
    return across;
}

/* Why there can be no picture, or NULL. */
static const char *obstacle(const lanes *all, const axis *across) {
    if (all->count > MOST_LANES)
        return "more than 20,000 rows are no picture; choose with --program, --authority, --list";
    if (across->first > across->last)
        return "the picture would end before it begins (see --from, --to and --on)";
    return NULL;
}

static int answer(void *context, const desig_list *list) {
    timeline_options *options = context;
    char told[DAY_TOLD];
    const wanted_words wanted = {options->lanes.authority, options->lanes.list, options->lanes.program};
    const int wrong = wanted_check(&wanted, &list, 1);
    if (wrong != 0) return wrong;
    int32_t day = options->lanes.day = day_choose(&options->shared.on, list, told);
    lanes all = lanes_of(list, &options->lanes, MOST_LANES);
    axis across = axis_of(options, list, &all, day);
    const char *why_not = obstacle(&all, &across);
    int status = why_not ? EXIT_ERROR : all.count > 0 ? EXIT_YES : EXIT_NO;
    if (why_not) {
        fail("desig: %s", why_not);
    } else {
        if (all.count == 0) note("desig: no designation of that description is in these files");
        if (!layout_for(all.count)->labelled) lanes_sort(&all);
        draw(list, &all, &across, day);
    }
    lanes_free(&all);
    return status;
}

#define AT(field) offsetof(timeline_options, field)

static const tool_option options[] = {
    {"--program", "P", "only of this program, such as SDGT", take_text, AT(lanes.program), 0},
    {"--authority", "A", "only by this authority; US means every US body", take_text, AT(lanes.authority), 0},
    {"--list", "L", "only on this list, such as SDN", take_text, AT(lanes.list), 0},
    {"--from", "DATE", "where the picture begins (else at the first day that is known)", take_date, AT(from),
     0},
    {"--to", "DATE", "where it ends (else at the day that is asked about)", take_date, AT(to), 0},
    {0},
};

const tool_command command_timeline = {
    .name = "timeline",
    .summary = "an SVG of who was designated when",
    .about =
        "An SVG on standard output: time across, and for each party a row for each authority, list and "
        "program. What the dates leave open is hatched; after a revocation there is a gap. Up to 90 rows "
        "have a label each; more are drawn thin, grouped by program, and the pointer shows whose they are. "
        "Of a "
        "ledger whose publisher states no dates it shows what the copies show.",
    .statuses = "0 drawn, 1 nothing to draw, 2 error",
    .ledgers = 1,
    .takes = TAKES_ON | TAKES_READING | TAKES_OUTPUT,
    .options = options,
    .size = sizeof(timeline_options),
    .answer = answer,
};
