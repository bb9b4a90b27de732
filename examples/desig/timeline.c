/* desig timeline: an SVG of who was designated when. */
#include <desig/desig.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "axis.h"
#include "commands.h"
#include "day.h"
#include "lanes.h"
#include "lists.h"
#include "out.h"
#include "party.h"
#include "svg.h"

typedef struct timeline_options {
    lanes_filter lanes;
    desig_date from;
    desig_date to;
    day_option on;
    lists_options reading;
} timeline_options;

/* How a picture is laid out; few lanes have a label each, many are thin and grouped by program. */
typedef struct layout {
    int lane_height;
    int bar_height;
    int labelled; /* each lane has its label; else the pointer shows it */
} layout;

static const layout roomy = {18, 11, 1};
static const layout dense = {4, 3, 0};

enum {
    WIDTH = 1200,
    GUTTER = 330, /* left of the bars: labels */
    MARGIN = 24,
    HEADING = 22, /* a line of text that stands over lanes */
    TOP = 64,
    BOTTOM = 44,
    ROOMY_LANES = 90,
    MOST_LANES = 20000, /* a picture of some megabytes */
    LABEL_CHARACTERS = 48,
};

/* Both colour schemes: a page that shows the picture says which (prefers-color-scheme), and renderers that do
 * not know the question get the light one on a ground of its own. */
static const char style[] = "text { font: 12px system-ui, sans-serif; fill: #222; }\n"
                            ".ground { fill: #fff; }\n"
                            ".caption { font-size: 15px; font-weight: 600; }\n"
                            ".heading { font-weight: 600; }\n"
                            ".tick { fill: #666; }\n"
                            ".grid { stroke: #ddd; }\n"
                            ".day { stroke: #b3261e; }\n"
                            ".designated { fill: #2b6cb0; }\n"
                            ".revoked { fill: #c4c4c4; }\n"
                            ".uncertain { fill: url(#hatched); stroke: #2b6cb0; stroke-width: 0.6; }\n"
                            ".stripe { stroke: #2b6cb0; stroke-width: 1.6; }\n"
                            "rect:hover { opacity: 0.7; }\n"
                            "@media (prefers-color-scheme: dark) {\n"
                            "  text { fill: #e6e6e6; }\n"
                            "  .ground { fill: #161b22; }\n"
                            "  .tick { fill: #9a9a9a; }\n"
                            "  .grid { stroke: #333a44; }\n"
                            "  .day { stroke: #ff8a80; }\n"
                            "  .designated { fill: #6ba8e5; }\n"
                            "  .revoked { fill: #555; }\n"
                            "  .uncertain, .stripe { stroke: #6ba8e5; }\n"
                            "}\n";

static const char defs[] =
    "<pattern id=\"hatched\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" "
    "patternTransform=\"rotate(45)\"><line class=\"stripe\" x1=\"0\" y1=\"0\" x2=\"0\" "
    "y2=\"4\"/></pattern>\n";

static void append_day(out_string *text, int32_t day) {
    desig_date date = {day, day, DESIG_PRECISION_DAY, DESIG_PRECISION_DAY, 0, 0};
    char words[DESIG_DATE_TEXT];
    out_append(text, "%s", desig_date_format(&date, words));
}

/* What the pointer shows: who, under what, from when to when, and why. */
static void append_story(out_string *text, const lane *of, const stretch *time) {
    const desig_action *action = time->decided_by;
    out_append(text, "%s\n%s\n", party_name(of->record), of->group);
    out_append(text, "%s", desig_term(DESIG_TERMS_STATUS, time->status));
    if (time->first != INT32_MIN) out_append(text, " from "), append_day(text, time->first);
    if (time->last != INT32_MAX) out_append(text, " to "), append_day(text, time->last);
    if (!action) return;
    if (action->derived) out_append(text, "\nlisted; since when is not stated");
    if (action->justification) out_append(text, "\n%s", action->justification);
    if (action->statement_by) out_append(text, "\nstated by %s", action->statement_by);
}

/* Revoked is a thin line on which the pointer finds the reason: to the eye, a gap. */
static void draw_stretch(const axis *across, const layout *look, int y, const lane *of, const stretch *time) {
    double left = axis_x(across, time->first);
    double right = axis_x(across, time->last == INT32_MAX ? INT32_MAX : time->last + 1);
    int height = time->status == DESIG_STATUS_REVOKED ? 1 : look->bar_height;
    out_string story = {0};
    if (right <= left) return;
    append_story(&story, of, time);
    if (right - left > 2) right -= 0.6; /* a re-designation shows as a notch */
    svg_rect(desig_term(DESIG_TERMS_STATUS, time->status), left, y + (look->lane_height - height) / 2.0,
             right - left, height, out_text(&story));
    out_string_free(&story);
}

static void draw_lane(const axis *across, const layout *look, int y, const lane *of) {
    if (look->labelled)
        svg_text("label", MARGIN + 12, y + look->lane_height - 5, of->group, LABEL_CHARACTERS);
    for (size_t i = 0; i < of->times.count; i++) draw_stretch(across, look, y, of, &of->times.items[i]);
}

/* Whether a lane begins a new heading: of a party if lanes have labels, else of a program. */
static int begins_heading(const layout *look, const lanes *all, size_t i) {
    if (i == 0) return 1;
    if (look->labelled) return all->items[i].record != all->items[i - 1].record;
    return strcmp(all->items[i].group, all->items[i - 1].group) != 0;
}

static void draw_heading(const layout *look, const lanes *all, size_t at, int y) {
    out_string text = {0};
    size_t end = at + 1;
    while (end < all->count && !begins_heading(look, all, end)) end++;
    if (look->labelled)
        out_append(&text, "%s", party_name(all->items[at].record));
    else
        out_append(&text, "%s: %zu", all->items[at].group, end - at);
    svg_text("heading", MARGIN, y + HEADING - 7, out_text(&text), LABEL_CHARACTERS);
    out_string_free(&text);
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
        draw_lane(across, look, y, &all->items[i]);
        y += look->lane_height;
    }
}

static void draw_legend(int y) {
    static const struct {
        desig_status status;
        const char *text;
        int height;
    } signs[] = {{DESIG_STATUS_DESIGNATED, "designated", 11},
                 {DESIG_STATUS_UNCERTAIN, "uncertain: the dates do not decide", 11},
                 {DESIG_STATUS_REVOKED, "revoked", 1}};
    int x = GUTTER;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        svg_rect(desig_term(DESIG_TERMS_STATUS, signs[i].status), x, y - 4 - signs[i].height / 2.0, 26,
                 signs[i].height, NULL);
        svg_text("tick", x + 32, y, signs[i].text, 0);
        x += 60 + (int)strlen(signs[i].text) * 7;
    }
}

static void draw(const layout *look, const lanes *all, const axis *across, int32_t day) {
    int height = height_of(look, all);
    char caption[DAY_TOLD + 32];
    desig_date date = {day, day, DESIG_PRECISION_DAY, DESIG_PRECISION_DAY, 0, 0};
    char words[DESIG_DATE_TEXT];
    snprintf(caption, sizeof caption, "Designations by %s", desig_date_format(&date, words));
    svg_begin(WIDTH, height, caption, style, defs);
    svg_rect("ground", 0, 0, WIDTH, height, NULL);
    svg_text("caption", MARGIN, 28, caption, 0);
    axis_draw(across, TOP - 12, height - BOTTOM + 6);
    draw_lanes(across, look, all);
    svg_line("day", axis_x(across, day), TOP - 8, axis_x(across, day), height - BOTTOM + 6);
    draw_legend(height - 16);
    svg_end();
}

/* From the first day that is known to the day asked about, or the period of the options. */
static axis axis_of(const timeline_options *options, const lanes *all, int32_t day) {
    axis across = {.left = GUTTER, .right = WIDTH - MARGIN, .first = day, .last = day};
    for (size_t i = 0; i < all->count; i++)
        for (size_t t = 0; t < all->items[i].times.count; t++)
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

static int answer_timeline(void *context, const desig_list *list) {
    const timeline_options *options = context;
    char told[DAY_TOLD];
    int32_t day = day_choose(&options->on, list, told);
    lanes all = lanes_of(list, &options->lanes, MOST_LANES);
    axis across = axis_of(options, &all, day);
    const layout *look = all.count <= ROOMY_LANES ? &roomy : &dense;
    const char *why_not = obstacle(&all, &across);
    int status = why_not ? EXIT_ERROR : all.count > 0 ? EXIT_YES : EXIT_NO;
    if (why_not) {
        fprintf(stderr, "desig: %s\n", why_not);
    } else {
        if (all.count == 0) fputs("desig: no designation of that description is in these files\n", stderr);
        if (!look->labelled) lanes_sort(&all);
        draw(look, &all, &across, day);
    }
    lanes_free(&all);
    return status;
}

static int run(int argc, char **argv) {
    timeline_options o = {0};
    const tool_option options[] = {
        {"--program", NULL, "P", "only of this program, such as SDGT", take_text, &o.lanes.program, 0},
        {"--authority", NULL, "A", "only by this authority; US means every US body", take_text,
         &o.lanes.authority, 0},
        {"--list", NULL, "L", "only on this list, such as SDN", take_text, &o.lanes.list, 0},
        {"--from", NULL, "DATE", "where the picture begins (else at the first day that is known)", take_date,
         &o.from, 0},
        {"--to", NULL, "DATE", "where it ends (else at the day that is asked about)", take_date, &o.to, 0},
        OPTION_ON(&o.on),
        OPTIONS_READING(&o.reading),
    };
    size_t count = 0;
    int status = EXIT_ERROR;
    if (!args_read(&command_timeline, options, sizeof options / sizeof options[0], argc, argv, &count,
                   &status))
        return status;
    return lists_answer(argv, count, &o.reading, answer_timeline, &o);
}

const tool_command command_timeline = {
    .name = "timeline",
    .summary = "an SVG of who was designated when",
    .about =
        "An SVG on standard output: time across, and for each party a row for each authority, list and "
        "program. "
        "What the dates leave open is hatched; after a revocation there is a gap. Up to 90 rows have a label "
        "each; more are drawn thin, grouped by program, and the pointer shows whose they are.",
    .statuses = "0 drawn, 1 nothing to draw, 2 error",
    .run = run,
};
