/* What is found, and what is found that should not be. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- 1: aliases find their primary name ---- */

enum { RANKS = 10 };

typedef struct recall {
    size_t asked, first, tenth;
} recall;

static void find_aliases(const desig_list *full, desig_kind kind, const char *label) {
    desig_list *list = list_of_names(full, kind, 1);
    desig_index *index = index_build(list, NULL);
    recall halves[2] = {{0}};
    double start = now();
    for (size_t i = 0; i < desig_list_count(full); i++) {
        const desig_record *record = desig_list_at(full, i);
        if (record->kind != (uint32_t)kind) continue;
        for (uint32_t n = 0; n < record->name_count; n++) {
            const desig_name *name = &record->names[n];
            if (name->type != DESIG_NAME_AKA || name->group == 0) continue; /* not of alt.csv */
            desig_match m[RANKS];
            desig_query query = {.name = name->text, .min_score = 0.10};
            recall *r = &halves[held_out(name->text)];
            size_t count = index_ask(index, &query, m, RANKS);
            size_t rank = 0;
            while (rank < count && strcmp(m[rank].record->id, record->id) != 0) rank++;
            r->asked++;
            r->first += count > 0 && rank == 0;
            r->tenth += rank < count;
        }
    }
    for (size_t h = 0; h < 2; h++)
        printf("%-12s %-9s %6zu queries  recall@1 %.3f  recall@10 %.3f\n", label, h ? "held out" : "tuning",
               halves[h].asked, (double)halves[h].first / (double)halves[h].asked,
               (double)halves[h].tenth / (double)halves[h].asked);
    printf("%-12s %.0f us a query\n", label,
           1e6 * (now() - start) / (double)(halves[0].asked + halves[1].asked));
    desig_index_free(index);
    desig_list_free(list);
}

void measure_aliases(void) {
    desig_list *full = sdn_read();
    puts("\n1. Aliases of alt.csv find their primary name among the primary names of their kind");
    find_aliases(full, DESIG_KIND_INDIVIDUAL, "individuals");
    find_aliases(full, DESIG_KIND_GROUP, "groups");
    desig_list_free(full);
}

/* ---- 2: labelled pairs ---- */

typedef struct scored {
    double score;
    int same;
} scored;

static int by_score(const void *a, const void *b) {
    const scored *left = a;
    const scored *right = b;
    return (left->score > right->score) - (left->score < right->score);
}

static size_t end_of_tie(const scored *all, size_t count, size_t start) {
    size_t end = start;
    while (end < count && all[end].score == all[start].score) end++;
    return end;
}

/* The chance that a random true pair scores above a random false one; half of it where they tie. */
static double area(const scored *all, size_t count) {
    double same = 0;
    double ranks = 0;
    for (size_t start = 0; start < count;) {
        size_t end = end_of_tie(all, count, start);
        for (size_t i = start; i < end; i++) {
            if (!all[i].same) continue;
            ranks += (double)(start + end + 1) / 2;
            same++;
        }
        start = end;
    }
    return (ranks - same * (same + 1) / 2) / (same * ((double)count - same));
}

static double best_f1(const scored *all, size_t count) {
    double same = 0;
    double below = 0;
    double best = 0;
    for (size_t i = 0; i < count; i++) same += all[i].same;
    for (size_t start = 0; start < count;) {
        double hits = same - below;
        double f1 = 2 * hits / (same + (double)(count - start));
        if (f1 > best) best = f1;
        size_t end = end_of_tie(all, count, start);
        for (; start < end; start++) below += all[start].same;
    }
    return best;
}

static int is_left_out(const char *category) {
    return category && (strstr(category, "same-normalised") || strstr(category, "no-shared-token"));
}

static void compare_pairs(const set *pairs, const char *label, const char *kind_word) {
    int kind = desig_term_value(DESIG_TERMS_KIND, kind_word);
    printf("%-26s %-11s", label, kind_word);
    for (int half = 0; half < 3; half++) {
        scored *all = allocate(pairs->count * sizeof *all);
        size_t count = 0;
        for (size_t i = 0; i < pairs->count; i++) {
            const char *const *row = pairs->rows[i].field;
            if (strcmp(row[2], kind_word) != 0 || is_left_out(row[4])) continue;
            if (half < 2 && held_out(row[0]) != half) continue;
            all[count].score = desig_name_compare(row[0], row[1], (desig_kind)kind);
            all[count++].same = *row[3] == '1';
        }
        qsort(all, count, sizeof *all, by_score);
        printf("  %s AUC %.3f F1 %.3f",
               half == 0   ? "tuning"
               : half == 1 ? "held out"
                           : "all",
               area(all, count), best_f1(all, count));
        free(all);
    }
    printf("\n");
}

void measure_pairs(void) {
    static const struct {
        const char *path, *label;
    } sets[] = {{"eval/pairs-ofac.csv", "pairs-ofac"}, {"eval/pairs-crosslist.csv", "pairs-crosslist"}};
    puts("\n2. Labelled pairs (cross-list without the trivial ones and those that share no part)");
    for (size_t i = 0; i < 2; i++) {
        set pairs = set_read(sets[i].path);
        compare_pairs(&pairs, sets[i].label, "individual");
        compare_pairs(&pairs, sets[i].label, "group");
    }
}

/* ---- 3: ordinary people ---- */

static const double thresholds[] = {0, 0.75, 0.85}; /* 0: the default */
enum { THRESHOLDS = sizeof thresholds / sizeof *thresholds };

static size_t find_all(const desig_index *index, const char *name, double least, desig_match *m,
                       size_t room) {
    desig_query query = {.name = name, .min_score = least};
    return index_ask(index, &query, m, room);
}

static void ask_ordinary(const desig_index *index, double least) {
    set names = set_read("eval/ordinary-names.csv");
    size_t asked[2] = {0};
    size_t alerts[2] = {0};
    for (size_t i = 0; i < names.count; i++) {
        const char *name = names.rows[i].field[0];
        int half = held_out(name);
        desig_match m[1];
        asked[half]++;
        size_t count = find_all(index, name, least, m, 1);
        alerts[half] += count;
        if (count && least == 0 && getenv("BENCH_VERBOSE"))
            fprintf(stderr, "alert %d %.3f\t%s\t%s\n", half, m[0].score, name, m[0].name->text);
    }
    printf("  ordinary names that alert: tuning %.3f %%, held out %.3f %%",
           100 * (double)alerts[0] / (double)asked[0], 100 * (double)alerts[1] / (double)asked[1]);
}

static int is_found(const desig_index *index, const char *name, double least, const desig_record *record) {
    enum { ROOM = 2000 };
    static desig_match m[ROOM];
    size_t count = find_all(index, name, least, m, ROOM);
    for (size_t i = 0; i < count; i++)
        if (m[i].record == record) return 1;
    return 0;
}

static void ask_mistyped(const desig_index *index, const desig_list *list, double least) {
    dice d = {7};
    size_t asked[2] = {0};
    size_t found[2] = {0};
    for (size_t i = 0; i < desig_list_count(list); i++) {
        const desig_record *record = desig_list_at(list, i);
        for (uint32_t n = 0; n < record->name_count; n++) {
            char typed[TYPED];
            if (record->names[n].strength != DESIG_STRENGTH_STRONG || dice_below(&d, 4)) continue;
            mistype(record->names[n].text, &d, typed);
            int half = held_out(record->names[n].text);
            int hit = is_found(index, typed, least, record);
            asked[half]++;
            found[half] += (size_t)hit;
            if (!hit && least == 0 && getenv("BENCH_VERBOSE"))
                fprintf(stderr, "lost %d %.3f\t%s\t%s\n", half,
                        desig_name_compare(typed, record->names[n].text, (desig_kind)record->kind), typed,
                        record->names[n].text);
        }
    }
    printf("; mistyped listed names found: tuning %.2f %%, held out %.2f %% (of %zu)\n",
           100 * (double)found[0] / (double)asked[0], 100 * (double)found[1] / (double)asked[1],
           asked[0] + asked[1]);
}

void measure_ordinary(void) {
    desig_list *list = sdn_read();
    desig_index *index = index_build(list, NULL);
    puts("\n3. Ordinary names, and listed names with one typing error (half of them also reordered)");
    for (size_t i = 0; i < (getenv("BENCH_VERBOSE") ? 1 : THRESHOLDS); i++) {
        if (thresholds[i] > 0)
            printf("min_score %.2f   ", thresholds[i]);
        else
            printf("min_score default");
        ask_ordinary(index, thresholds[i]);
        ask_mistyped(index, list, thresholds[i]);
        fflush(stdout);
    }
    desig_index_free(index);
    desig_list_free(list);
}
