/* Names in other scripts, and short forms. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RANKS = 10, SCRIPTS = 16 };

typedef struct script_count {
    const char *script, *kind;
    size_t asked, first, tenth, alerted;
} script_count;

static script_count *count_of(script_count *counts, const char *script, const char *kind) {
    size_t i = 0;
    while (counts[i].script && (strcmp(counts[i].script, script) != 0 || strcmp(counts[i].kind, kind) != 0)) {
        if (++i == SCRIPTS) fail("too many scripts");
    }
    counts[i].script = script;
    counts[i].kind = kind;
    return &counts[i];
}

/* ---- 6: names in other scripts ---- */

static int is_latin(const char *text) {
    for (; *text; text++)
        if ((unsigned char)*text >= 0xCD) return 0; /* beyond Latin's blocks */
    return 1;
}

/* OFSI's list with nothing but the primary names in Latin letters. */
static desig_list *latin_primary_names(void) {
    desig_source source = {.path = SHARED_DIR "/data/uk/ConList.2022-05-04.from-xlsx.csv"};
    desig_list *full = NULL;
    desig_list *out = NULL;
    if (desig_list_new(NULL, &full) || desig_list_read(full, &source, 1, NULL, NULL, NULL) ||
        desig_list_new(NULL, &out))
        fail("OFSI's list of 2022-05-04 cannot be read");
    for (size_t i = 0; i < desig_list_count(full); i++) {
        const desig_record *record = desig_list_at(full, i);
        uint32_t n = 0;
        while (n < record->name_count &&
               (record->names[n].type != DESIG_NAME_PRIMARY || !is_latin(record->names[n].text)))
            n++;
        if (n == record->name_count) continue;
        desig_record bare = {
            .id = record->id, .kind = record->kind, .names = record->names + n, .name_count = 1};
        if (desig_list_add(out, &bare, NULL)) fail("a record cannot be added");
    }
    desig_list_free(full);
    return out;
}

static int is_number(const char *id, const char *number) {
    const char *colon = strchr(id, ':');
    return colon && strcmp(colon + 1, number) == 0;
}

static void find_across(desig_kind kind, const char *word) {
    desig_list *all = latin_primary_names();
    desig_list *list = list_of_names(all, kind, 0);
    desig_index *index = index_build(list, NULL);
    set names = set_read("eval/cross-script.csv");
    script_count counts[SCRIPTS] = {{0}};
    for (size_t i = 0; i < names.count; i++) {
        const char **field = names.rows[i].field;
        if (strcmp(field[3], word) != 0) continue;
        script_count *c = count_of(counts, field[2], field[3]);
        desig_match m[RANKS];
        desig_query query = {.name = field[1]};
        size_t count = index_ask(index, &query, m, RANKS);
        c->asked++;
        c->first += count > 0 && is_number(m[0].record->id, field[0]);
        query.min_score = 0.05;
        count = index_ask(index, &query, m, RANKS);
        size_t rank = 0;
        while (rank < count && !is_number(m[rank].record->id, field[0])) rank++;
        c->tenth += rank < count;
        if (getenv("MISSES") && (count == 0 || rank != 0 || m[0].score < 0.8))
            printf("  miss %s (%s): %s %.3f\n", field[1], field[0], count ? m[0].name->text : "-",
                   count ? m[0].score : 0);
    }
    for (size_t i = 0; i < SCRIPTS && counts[i].script; i++)
        printf("%-12s %-12s %4zu queries  first at the default threshold %.3f  among ten at any %.3f\n",
               counts[i].script, counts[i].kind, counts[i].asked,
               (double)counts[i].first / (double)counts[i].asked,
               (double)counts[i].tenth / (double)counts[i].asked);
    desig_index_free(index);
    desig_list_free(list);
    desig_list_free(all);
}

static void alert_ordinary(const desig_index *index) {
    set names = set_read("eval/ordinary-any-script.csv");
    script_count counts[SCRIPTS] = {{0}};
    for (size_t i = 0; i < names.count; i++) {
        const char **field = names.rows[i].field;
        script_count *c = count_of(counts, field[2], "individual");
        desig_match m[1];
        desig_query query = {.name = field[0]};
        c->asked++;
        size_t count = index_ask(index, &query, m, 1);
        c->alerted += count > 0;
        if (getenv("MISSES") && count > 0)
            printf("  alert %s (%s): %s %.3f\n", field[0], field[1], m[0].name->text, m[0].score);
    }
    for (size_t i = 0; i < SCRIPTS && counts[i].script; i++)
        printf("%-12s %-12s %4zu ordinary names that alert: %.2f %%\n", counts[i].script, counts[i].kind,
               counts[i].asked, 100 * (double)counts[i].alerted / (double)counts[i].asked);
}

void measure_scripts(void) {
    puts("\n6. Names in other scripts: OFSI's against its primary names in Latin letters; ordinary ones, SDN "
         "list");
    find_across(DESIG_KIND_INDIVIDUAL, "individual");
    find_across(DESIG_KIND_GROUP, "group");
    desig_list *sdn = sdn_read();
    desig_index *index = index_build(sdn, NULL);
    alert_ordinary(index);
    desig_index_free(index);
    desig_list_free(sdn);
}

/* ---- 7: short forms ---- */

void measure_short_forms(void) {
    puts("\n7. The first given and the first family name of persons to whom the SDN list gives more");
    desig_list *sdn = sdn_read();
    desig_index *index = index_build(sdn, NULL);
    set forms = set_read("eval/short-forms.csv");
    script_count counts[SCRIPTS] = {{0}};
    for (size_t i = 0; i < forms.count; i++) {
        const char **field = forms.rows[i].field;
        script_count *of[] = {count_of(counts, "all", ""), count_of(counts, field[3], "")};
        enum { MANY = 1000 };
        static desig_match m[MANY];
        desig_query query = {.name = field[1]};
        size_t count = index_ask(index, &query, m, MANY);
        size_t rank = 0;
        while (rank < count && !is_number(m[rank].record->id, field[0])) rank++;
        for (size_t k = 0; k < 2; k++) {
            of[k]->asked++;
            of[k]->first += rank == 0 && count > 0;
            of[k]->tenth += rank < count;
        }
        if (getenv("MISSES") && rank == count)
            printf("  miss %s: %s %.3f\n", field[1], field[2],
                   desig_name_compare(field[1], field[2], DESIG_KIND_INDIVIDUAL));
    }
    for (size_t i = 0; i < SCRIPTS && counts[i].script; i++)
        printf("%-6s %5zu queries  found at the default threshold %.3f  first %.3f\n", counts[i].script,
               counts[i].asked, (double)counts[i].tenth / (double)counts[i].asked,
               (double)counts[i].first / (double)counts[i].asked);
    desig_index_free(index);
    desig_list_free(sdn);
}
