/* every_query [QUERIES]: on real lists, what the index finds is what comparing the query with every name
 * finds: the same matches, scores and order. The queries are names of the list itself with typing errors, and
 * names of ordinary people. A list whose file is absent is said so and left out. */
#include "bench/bench.h"
#include "names/compare.h"
#include "names/weights.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILES = 4, THREADS = 2, FAMILIES = DSG_FAMILY_ANY + 1, FEW = 10 };

static const struct {
    const char *label;
    const char *paths[FILES];
} lists[] = {
    {"OFAC SDN 2023-12-28",
     {"ofac/2023-12-28/sdn.csv", "ofac/2023-12-28/alt.csv", "ofac/2023-12-28/add.csv",
      "ofac/2023-12-28/sdn_comments.csv"}},
    {"UK Sanctions List 2026-04-30", {"uk/UK-Sanctions-List.rebuilt-2026-04-30.csv"}},
    {"OFSI 2022-05-04", {"uk/ConList.2022-05-04.from-xlsx.csv"}},
    {"EU 2025-09-02", {"eu/FULL-1_1.rebuilt-2025-09-02.csv"}},
    {"OpenSanctions", {"opensanctions/targets.simple.14-columns.csv"}},
};

/* From where the promise begins; below, only the best few are promised. */
static const double floors[] = {0.70, 0.75, 0.80, 0.90};
static const double below = 0.45;

_Noreturn void fail(const char *what) {
    fprintf(stderr, "every_query: %s\n", what);
    exit(2);
}

void *allocate(size_t size) {
    void *block = calloc(1, size);
    if (!block) fail("out of memory");
    return block;
}

size_t dice_below(dice *d, size_t limit) {
    d->state = d->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)((d->state >> 33) % limit);
}

/* ---- A list, every name of it ready for comparison ---- */

typedef struct record_score {
    const desig_record *record;
    double score;
} record_score;

typedef struct ready_name {
    dsg_folded folded;
    dsg_name_parts parts;
} ready_name;

typedef struct subject {
    const desig_list *list;
    const desig_index *index;
    ready_name *names; /* of all records, in their order */
    const char **ordinary;
    size_t ordinary_count;
} subject;

static desig_list *read_files(const char *const *paths) {
    char full[FILES][512];
    desig_source sources[FILES] = {{0}};
    desig_list *list = NULL;
    size_t count = 0;
    for (; count < FILES && paths[count]; count++) {
        snprintf(full[count], sizeof full[count], "%s/data/%s", SHARED_DIR, paths[count]);
        sources[count].path = full[count];
        FILE *file = fopen(full[count], "rb");
        if (!file) return NULL;
        fclose(file);
    }
    if (desig_list_new(NULL, &list) || desig_list_read(list, sources, count, NULL, NULL, NULL)) fail(full[0]);
    return list;
}

static ready_name *split_all(const desig_list *list) {
    size_t count = 0;
    for (size_t i = 0; i < desig_list_count(list); i++) count += desig_list_at(list, i)->name_count;
    ready_name *names = allocate(count * sizeof *names);
    ready_name *next = names;
    for (size_t i = 0; i < desig_list_count(list); i++) {
        const desig_record *record = desig_list_at(list, i);
        for (uint32_t n = 0; n < record->name_count; n++, next++)
            dsg_parts_split(record->names[n].text, dsg_family_of(record->kind), &next->folded, &next->parts);
    }
    return names;
}

/* ---- The truth ---- */

static double score_of(const ready_name *a, const ready_name *b) {
    static const double rounding = 1e-9;
    dsg_meetings met;
    const dsg_name_pair pair = {.a = a->parts.part,
                                .b = b->parts.part,
                                .a_count = a->parts.count,
                                .b_count = b->parts.count,
                                .a_surnames = a->parts.surnames,
                                .b_surnames = b->parts.surnames,
                                .family = b->parts.family};
    double score = dsg_compare_parts(&pair, &met);
    int same =
        a->folded.length == b->folded.length && memcmp(a->folded.text, b->folded.text, a->folded.length) == 0;
    return same && score >= dsg_weight_table.score_parts - rounding ? 1 : score;
}

static int by_rank(const void *a, const void *b) {
    const record_score *left = a;
    const record_score *right = b;
    if (left->score != right->score) return left->score < right->score ? 1 : -1;
    return strcmp(left->record->id, right->record->id);
}

/* All records that score, best first. */
static size_t compare_with_all(const subject *s, const char *query, record_score *all) {
    ready_name *of_family = allocate(FAMILIES * sizeof *of_family);
    const ready_name *name = s->names;
    size_t count = 0;
    for (int family = 1; family < FAMILIES; family++)
        dsg_parts_split(query, (dsg_name_family)family, &of_family[family].folded, &of_family[family].parts);
    for (size_t i = 0; i < desig_list_count(s->list); i++) {
        record_score best = {desig_list_at(s->list, i), 0};
        for (uint32_t n = 0; n < best.record->name_count; n++, name++) {
            double score = score_of(&of_family[name->parts.family], name);
            if (score > best.score) best.score = score;
        }
        if (best.score >= below) all[count++] = best;
    }
    free(of_family);
    qsort(all, count, sizeof *all, by_rank);
    return count;
}

/* ---- Against the index ---- */

static int expect_same(const char *query, double least, const desig_match *found, size_t found_count,
                       const record_score *all, size_t count) {
    for (size_t i = 0; i < found_count || i < count; i++) {
        if (i < found_count && i < count && found[i].record == all[i].record &&
            found[i].score == all[i].score)
            continue;
        fprintf(stderr, "%s at %.2f, rank %zu: found %s %.17g, not %s %.17g\n", query, least, i + 1,
                i < found_count ? found[i].record->id : "nothing", i < found_count ? found[i].score : 0,
                i < count ? all[i].record->id : "nothing", i < count ? all[i].score : 0);
        return 1;
    }
    return 0;
}

static size_t reaching(const record_score *all, size_t count, double least) {
    size_t reached = 0;
    while (reached < count && all[reached].score >= least) reached++;
    return reached;
}

/* A name of which nothing can be told is to be like no name at all. */
static int check_query(const subject *s, const char *text, record_score *all, desig_match *found) {
    size_t count = compare_with_all(s, text, all);
    size_t found_count;
    int wrong = 0;
    desig_query query = {.name = text, .weak = DESIG_WEAK_FULL};
    for (size_t i = 0; i < sizeof floors / sizeof *floors; i++) {
        double least = query.min_score = floors[i];
        found_count = index_ask(s->index, &query, found, desig_list_count(s->list));
        wrong += expect_same(text, least, found, found_count, all, reaching(all, count, least));
    }
    query.min_score = below;
    found_count = index_ask(s->index, &query, found, FEW);
    return wrong + expect_same(text, below, found, found_count, all, count < FEW ? count : FEW);
}

static void make_query(const subject *s, dice *d, char text[TYPED]) {
    const desig_record *record = desig_list_at(s->list, dice_below(d, desig_list_count(s->list)));
    if (record->name_count == 0 || dice_below(d, 4) == 0) {
        snprintf(text, TYPED, "%s", s->ordinary[dice_below(d, s->ordinary_count)]);
        return;
    }
    mistype(record->names[dice_below(d, record->name_count)].text, d, text);
}

typedef struct share {
    const subject *of;
    size_t queries;
    dice d;
    int wrong;
} share;

static void *check_share(void *context) {
    share *mine = context;
    size_t records = desig_list_count(mine->of->list);
    record_score *all = allocate(records * sizeof *all);
    desig_match *found = allocate(records * sizeof *found);
    for (size_t i = 0; i < mine->queries; i++) {
        char text[TYPED];
        make_query(mine->of, &mine->d, text);
        mine->wrong += check_query(mine->of, text, all, found);
    }
    free(all);
    free(found);
    return NULL;
}

static int check_list(subject *s, size_t queries) {
    pthread_t threads[THREADS];
    share shares[THREADS];
    int wrong = 0;
    for (size_t t = 0; t < THREADS; t++) {
        shares[t] = (share){s, queries / THREADS, {t + 1}, 0};
        if (pthread_create(&threads[t], NULL, check_share, &shares[t])) fail("no thread");
    }
    for (size_t t = 0; t < THREADS; t++) {
        pthread_join(threads[t], NULL);
        wrong += shares[t].wrong;
    }
    return wrong;
}

int main(int argc, char **argv) {
    size_t queries = argc > 1 ? (size_t)strtoul(argv[1], NULL, 10) : 600;
    set ordinary = set_read("eval/ordinary-names.csv");
    const char **names = allocate(ordinary.count * sizeof *names);
    int wrong = 0;
    for (size_t i = 0; i < ordinary.count; i++) names[i] = ordinary.rows[i].field[0];
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        desig_list *list = read_files(lists[i].paths);
        if (!list) {
            printf("%s: the files are absent below %s, left out\n", lists[i].label, SHARED_DIR);
            continue;
        }
        desig_index *index = index_build(list, NULL);
        ready_name *parts = split_all(list);
        subject s = {list, index, parts, names, ordinary.count};
        int of_list = check_list(&s, queries);
        printf("%s: %zu queries, %d answers that comparing with every name does not give\n", lists[i].label,
               queries, of_list);
        wrong += of_list;
        free(parts);
        desig_index_free(index);
        desig_list_free(list);
    }
    return wrong > 0;
}
