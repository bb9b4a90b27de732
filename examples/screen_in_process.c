/* Screen many names in the program itself: screen_in_process [FILE [NAME...]]
 *
 * One idea: an index is only read by those who ask it, so that any number of threads may share one without a
 * lock. Each thread takes every second name, and writes to answers of its own. */
#include <desig/desig.h>

#include <pthread.h>
#include <stdio.h>

enum { THREADS = 2, MOST_NAMES = 64 };

typedef struct answer {
    desig_result result;
    desig_match best; /* what it points to lives as long as the list */
    size_t count;     /* 0: no name is like this one */
} answer;

typedef struct job {
    const desig_index *index;
    char *const *names;
    size_t name_count;
    size_t first; /* this thread's first name */
    answer *answers;
} job;

static void *screen(void *context) {
    const job *work = context;
    for (size_t i = work->first; i < work->name_count; i += THREADS) {
        const desig_query query = {DESIG_INIT(desig_query), .name = work->names[i]};
        answer *given = &work->answers[i];
        given->result = desig_index_find(work->index, &query, &given->best, 1, &given->count, NULL);
    }
    return NULL;
}

/* Ask for all names by two threads: the one that is running, and another one. */
static void screen_all(const desig_index *index, char *const *names, size_t count, answer *answers) {
    job jobs[THREADS];
    pthread_t other;
    for (size_t i = 0; i < THREADS; i++) jobs[i] = (job){index, names, count, i, answers};
    const int alone = pthread_create(&other, NULL, screen, &jobs[1]) != 0;
    screen(&jobs[0]);
    if (alone) screen(&jobs[1]);
    if (!alone) pthread_join(other, NULL);
}

static void print_answers(char *const *names, size_t count, const answer *answers) {
    for (size_t i = 0; i < count; i++) {
        const answer *given = &answers[i];
        if (given->result == DESIG_OK && given->count > 0)
            printf("%s: %s, %.2f\n", names[i], given->best.record->id, given->best.score);
        else
            printf("%s: %s\n", names[i],
                   given->result == DESIG_OK ? "nobody" : desig_result_text(given->result));
    }
}

int main(int argc, char **argv) {
    static char *customers[] = {"Ansarulah", "John Smith", "Abdulmalik Al Huthi", "Talibaan"};
    char *const *names = argc > 2 ? argv + 2 : customers;
    size_t count = argc > 2 ? (size_t)argc - 2 : sizeof customers / sizeof customers[0];
    const desig_source source = {.path = argc > 1 ? argv[1] : "examples/data/designations.csv"};
    answer answers[MOST_NAMES] = {0};
    desig_error error = {0};
    desig_list *list = NULL;
    desig_index *index = NULL;
    if (count > MOST_NAMES) count = MOST_NAMES;
    desig_result result = desig_list_new(NULL, &list);
    if (result == DESIG_OK) result = desig_list_read(list, &source, 1, NULL, NULL, &error);
    if (result == DESIG_OK) result = desig_index_new(list, NULL, NULL, &index, &error);
    if (result == DESIG_OK) screen_all(index, names, count, answers);
    if (result == DESIG_OK) print_answers(names, count, answers);
    if (result != DESIG_OK) fprintf(stderr, "%s %s\n", desig_result_text(result), error.message);
    desig_index_free(index); /* after the last thread that asks it, and before the list */
    desig_list_free(list);
    return result != DESIG_OK;
}
