/* The hash table: what is put in is found, whatever fails. */
#include "base/table.h"

#include "counting.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum { MANY = 5000 };

static char texts[MANY][16];

static uint32_t find(const dsg_table *table, const char *text) {
    uint32_t hash = dsg_table_hash(table, text, strlen(text)), item;
    size_t at = hash;
    while ((item = dsg_table_seek(table, hash, &at)) != DSG_TABLE_END)
        if (strcmp(texts[item], text) == 0) return item;
    return DSG_TABLE_END;
}

static desig_result add(dsg_table *table, uint32_t item) {
    return dsg_table_add(table, dsg_table_hash(table, texts[item], strlen(texts[item])), item);
}

static void make_texts(void) {
    for (int i = 0; i < MANY; i++) snprintf(texts[i], sizeof texts[i], "us-ofac:%d", i);
}

Test(table, finds_what_was_put) {
    counting bytes = {0};
    desig_allocator allocator = counting_allocator(&bytes);
    dsg_table table;
    make_texts();
    dsg_table_init(&table, &allocator);
    cr_expect_eq(find(&table, texts[0]), DSG_TABLE_END, "an empty table has no memory");
    for (uint32_t i = 0; i < MANY; i++) {
        cr_expect_eq(find(&table, texts[i]), DSG_TABLE_END);
        cr_assert_eq(add(&table, i), DESIG_OK);
    }
    for (uint32_t i = 0; i < MANY; i++) cr_expect_eq(find(&table, texts[i]), i, "%s", texts[i]);
    cr_expect_eq(find(&table, "us-ofac:x"), DSG_TABLE_END);
    dsg_table_free(&table);
    cr_expect_eq(bytes.outstanding, 0);
}

Test(table, several_items_of_one_hash) {
    counting bytes = {0};
    desig_allocator allocator = counting_allocator(&bytes);
    dsg_table table;
    uint32_t seen = 0, item;
    dsg_table_init(&table, &allocator);
    for (uint32_t i = 0; i < 30; i++) cr_assert_eq(dsg_table_add(&table, 62, i), DESIG_OK);
    cr_assert_eq(dsg_table_add(&table, 63, 99), DESIG_OK);
    size_t at = 62;
    while ((item = dsg_table_seek(&table, 62, &at)) != DSG_TABLE_END) seen |= UINT32_C(1) << item;
    cr_expect_eq(seen, (UINT32_C(1) << 30) - 1);
    dsg_table_free(&table);
    cr_expect_eq(bytes.outstanding, 0);
}

Test(table, clear_keeps_the_memory) {
    counting bytes = {0};
    desig_allocator allocator = counting_allocator(&bytes);
    dsg_table table;
    make_texts();
    dsg_table_init(&table, &allocator);
    for (uint32_t i = 0; i < MANY; i++) cr_assert_eq(add(&table, i), DESIG_OK);
    size_t held = bytes.outstanding;
    dsg_table_clear(&table);
    cr_expect_eq(find(&table, texts[7]), DSG_TABLE_END);
    cr_expect_eq(bytes.outstanding, held);
    for (uint32_t i = 0; i < MANY; i++) cr_assert_eq(add(&table, i), DESIG_OK);
    cr_expect_eq(find(&table, texts[7]), 7);
    cr_expect_eq(bytes.outstanding, held);
    dsg_table_free(&table);
    cr_expect_eq(bytes.outstanding, 0);
}

Test(table, failure_leaves_it_as_it_was) {
    counting bytes = {0};
    desig_allocator allocator = counting_allocator(&bytes);
    dsg_table table;
    uint32_t count = 0;
    make_texts();
    dsg_table_init(&table, &allocator);
    cr_assert_eq(add(&table, count++), DESIG_OK);
    bytes.fail_at = bytes.requests + 1;
    bytes.fail_after = 1;
    while (add(&table, count) == DESIG_OK) count++;
    cr_expect_lt(count, MANY);
    for (uint32_t i = 0; i < count; i++) cr_expect_eq(find(&table, texts[i]), i, "%s", texts[i]);
    cr_expect_eq(find(&table, texts[count]), DSG_TABLE_END);
    bytes.fail_at = 0;
    cr_expect_eq(add(&table, count), DESIG_OK);
    cr_expect_eq(find(&table, texts[count]), count);
    dsg_table_free(&table);
    cr_expect_eq(bytes.outstanding, 0);
}

/* Texts that collide in one table do not in another: nobody can prepare a list that is slow to read. */
Test(table, keys_differ) {
    desig_allocator none = {0};
    dsg_table tables[2];
    size_t same = 0;
    make_texts();
    for (size_t i = 0; i < 2; i++) dsg_table_init(&tables[i], &none);
    for (size_t i = 0; i < MANY; i++)
        same += dsg_table_hash(&tables[0], texts[i], strlen(texts[i])) ==
                dsg_table_hash(&tables[1], texts[i], strlen(texts[i]));
    cr_expect_eq(same, 0);
}
