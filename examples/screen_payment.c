/* Screen the parties of payments, while the list is loaded anew: screen_payment [FILE]
 *
 * One idea: a list and its index are never changed, but exchanged. The lock is held for one query, or
 * to exchange the pointers. It prints a line for each party, to be kept:
 *   Ansarulah: ALERT ansarallah 0.97, ansarulah = ansarullah (typing 0.98); …; key 45493a96… */
#define _POSIX_C_SOURCE 200809L
#include <desig/desig.h>

#include <pthread.h>
#include <stdio.h>

enum { PARTIES = 4 };
static const char *const parties[PARTIES] = {"John Smith", "Ansarulah", "---", "Юсуф аль-Мадани"};
static char outcomes[PARTIES][512];

static struct loaded {
    desig_list *list;
    desig_index *index;
} now; /* under the lock */
static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

static desig_result load(const char *path, desig_error *error) { /* on failure the old list goes on */
    const desig_source source = {.path = path};
    struct loaded next = {NULL, NULL};
    desig_result result = desig_list_new(NULL, &next.list);
    if (result == DESIG_OK) result = desig_list_read(next.list, &source, 1, NULL, NULL, error);
    if (result == DESIG_OK) result = desig_index_new(next.list, NULL, NULL, &next.index, error);
    pthread_rwlock_wrlock(&lock);
    const struct loaded old = now;
    if (result == DESIG_OK) now = next;
    pthread_rwlock_unlock(&lock);
    if (result == DESIG_OK) next = old;
    desig_index_free(next.index); /* which nobody asks any more */
    desig_list_free(next.list);
    return result;
}

/* The words of an outcome are made under the lock: what a match points to goes with its list. */
static void screen(const char *name, char *text, size_t capacity) {
    const desig_query query = {DESIG_INIT(desig_query), .name = name};
    desig_explanation why = {DESIG_INIT(desig_explanation)};
    desig_match best;
    desig_error error = {0};
    char said[256], key[DESIG_ALERT_KEY];
    size_t count = 0;
    pthread_rwlock_rdlock(&lock);
    if (desig_index_find(now.index, &query, &best, 1, &count, &error) != DESIG_OK) {
        snprintf(text, capacity, "A PERSON MUST LOOK, %s", error.message); /* it is not "no match" */
    } else if (count == 0) {
        snprintf(text, capacity, "no match");
    } else if (desig_name_explain(name, best.name->text, best.record->kind, &why) == DESIG_OK &&
               desig_alert_key(&query, best.record, key) == DESIG_OK) {
        desig_explanation_text(&why, said, sizeof said);
        snprintf(text, capacity, "ALERT %s %.2f, %s; key %s", best.record->id, best.score, said, key);
    }
    pthread_rwlock_unlock(&lock);
}

static void *screen_all(void *unused) {
    for (size_t i = 0; i < 1000; i++) screen(parties[i % PARTIES], outcomes[i % PARTIES], sizeof outcomes[0]);
    return unused;
}

int main(int argc, char **argv) {
    const char *path = argc > 1 ? argv[1] : "examples/data/designations.csv";
    desig_error error = {0};
    pthread_t other;
    desig_result result = load(path, &error);
    if (result == DESIG_OK && pthread_create(&other, NULL, screen_all, NULL) == 0) {
        for (int i = 0; i < 5 && result == DESIG_OK; i++) result = load(path, &error);
        pthread_join(other, NULL);
        for (size_t i = 0; i < PARTIES; i++)
            printf("%s: %s; %zu records of %s\n", parties[i], outcomes[i], desig_list_count(now.list), path);
    }
    if (result != DESIG_OK) fprintf(stderr, "%s %s\n", desig_result_text(result), error.message);
    desig_index_free(now.index);
    desig_list_free(now.list);
    return result != DESIG_OK;
}
