#include "screening/crew.h"

#include <pthread.h>

/* The batches are a ring: those from `next_out` up to `next_in` are under way. */
typedef enum batch_state { BATCH_FREE = 0, BATCH_UNDER_WAY, BATCH_DONE } batch_state;

typedef struct crew_ring {
    const crew_task *task;
    void **batches;
    size_t count;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    batch_state states[MOST_THREADS * BATCHES_A_THREAD];
    size_t next_in;
    size_t next_out;
    size_t workers; /* that have begun */
    int filling;    /* some thread is */
    int delivering;
    int all_filled;
    int failed; /* what a function returned */
} crew_ring;

/* After a function, which is called without the lock: everybody looks again. */
static void relock(crew_ring *crew, int result) {
    pthread_mutex_lock(&crew->lock);
    if (result != 0 && crew->failed == 0) crew->failed = result;
    pthread_cond_broadcast(&crew->changed);
}

static void deliver_next(crew_ring *crew) {
    size_t at = crew->next_out;
    crew->delivering = 1;
    pthread_mutex_unlock(&crew->lock);
    relock(crew, crew->task->deliver(crew->task->context, crew->batches[at]));
    crew->states[at] = BATCH_FREE;
    crew->next_out = (at + 1) % crew->count;
    crew->delivering = 0;
}

static void fill_and_work(crew_ring *crew, size_t worker) {
    size_t at = crew->next_in;
    int more = 0;
    crew->filling = 1;
    pthread_mutex_unlock(&crew->lock);
    relock(crew, crew->task->fill(crew->task->context, crew->batches[at], &more));
    crew->filling = 0;
    crew->all_filled = !more;
    if (!more || crew->failed != 0) return;
    crew->states[at] = BATCH_UNDER_WAY;
    crew->next_in = (at + 1) % crew->count;
    pthread_mutex_unlock(&crew->lock);
    relock(crew, crew->task->work(crew->task->context, crew->batches[at], worker));
    crew->states[at] = BATCH_DONE;
}

static void *work(void *context) {
    crew_ring *crew = context;
    pthread_mutex_lock(&crew->lock);
    size_t worker = crew->workers++;
    while (crew->failed == 0) {
        if (!crew->delivering && crew->states[crew->next_out] == BATCH_DONE)
            deliver_next(crew);
        else if (!crew->all_filled && !crew->filling && crew->states[crew->next_in] == BATCH_FREE)
            fill_and_work(crew, worker);
        else if (crew->all_filled && crew->states[crew->next_out] == BATCH_FREE)
            break;
        else
            pthread_cond_wait(&crew->changed, &crew->lock);
    }
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

int crew_run(const crew_task *task, void **batches, size_t threads) {
    crew_ring crew = {.task = task, .batches = batches, .count = threads * BATCHES_A_THREAD};
    pthread_t others[MOST_THREADS];
    size_t started = 0;
    pthread_mutex_init(&crew.lock, NULL);
    pthread_cond_init(&crew.changed, NULL);
    while (started + 1 < threads && pthread_create(&others[started], NULL, work, &crew) == 0) started++;
    work(&crew); /* fewer threads than asked for do the same */
    while (started > 0) pthread_join(others[--started], NULL);
    pthread_cond_destroy(&crew.changed);
    pthread_mutex_destroy(&crew.lock);
    return crew.failed;
}
