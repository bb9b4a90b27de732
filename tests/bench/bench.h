/* What the parts of bench_search share. */
#ifndef BENCH_H
#define BENCH_H

#include <desig/desig.h>

#include <stddef.h>
#include <stdint.h>

_Noreturn void fail(const char *what);
void *allocate(size_t size);
double now(void); /* seconds */

/* A small generator, so that every run measures the same. */
typedef struct dice {
    uint64_t state;
} dice;
size_t dice_below(dice *d, size_t limit);

/* Even rows are for tuning, odd ones are held out: which is which hangs on the text alone. */
int held_out(const char *text);

/* ---- sets.c: the sets and lists that are measured with ---- */

enum { SET_FIELDS = 5 };

typedef struct set_row {
    const char *field[SET_FIELDS];
} set_row;

typedef struct set {
    set_row *rows;
    size_t count;
} set;

/* Read a CSV file below SHARED_DIR without its header. */
set set_read(const char *path);

desig_list *sdn_read(void);
desig_index *index_build(const desig_list *list, const desig_allocator *allocator);

/* How many matches the query has, at most `capacity`; none if nothing can be told of its name. */
size_t index_ask(const desig_index *index, const desig_query *query, desig_match *matches, size_t capacity);

/* A list of the same records with nothing but some of their names. */
desig_list *list_of_names(const desig_list *list, desig_kind kind, int primary_only);

/* ---- typing.c ---- */

enum { TYPED = 512 };

/* The name with one typing error: a letter dropped, doubled, swapped with its neighbour, or another one,
 * mostly a neighbour on the keyboard. Every second one has its parts in another order, too. */
void mistype(const char *name, dice *d, char typed[TYPED]);

/* ---- jaro.c ---- */

typedef struct jaro_list jaro_list;

jaro_list *jaro_new(const char *const *names, size_t count);
/* How many names reach the least score. */
size_t jaro_scan(const jaro_list *list, const char *query, double least);

/* ---- The measurements, each printing its table ---- */

void measure_aliases(void);
void measure_pairs(void);
void measure_ordinary(void);
void measure_speed(void);
void measure_growth(void);
void measure_scripts(void);
void measure_short_forms(void);

/* Writes what the scripts in peers/ need into the directory that the environment names as PEERS_DIR. */
void measure_peers(void);

#endif
