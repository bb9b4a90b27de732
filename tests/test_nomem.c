/* Memory may end anywhere. For every step of the walk and every N, the step's Nth request for memory fails,
 * alone or with all that follow: the step then says so, and has changed nothing, so that the walk goes on
 * and ends as if nothing had happened. */
#include "counting.h"
#include "walk.h"

#include <criterion/criterion.h>

/* What must come out the same, whether or not memory ended on the way. */
typedef struct outcome {
    size_t records;
    size_t own_records;
    size_t back_records;
    size_t written;
    size_t found;
} outcome;

/* Walk with the Nth request of one step failing at first. Returns whether it came to that. */
static int walk_with_failure(size_t failing, size_t nth, int and_after, outcome *end) {
    counting count = {0};
    walker walk = {.allocator = counting_allocator(&count)};
    int failed = 0;
    const walk_step *step;
    for (size_t i = 0; (step = walk_step_at(i)); i++) {
        if (i == failing) {
            count.fail_at = count.requests + nth;
            count.fail_after = and_after;
            desig_result result = step->take(&walk);
            failed = nth && count.requests >= count.fail_at;
            count.fail_at = 0;
            cr_assert_eq(result, failed ? DESIG_E_NOMEM : DESIG_OK, "%s, request %zu: %s", step->name, nth,
                         desig_result_text(result));
            if (!failed) continue;
        }
        desig_result result = step->take(&walk);
        cr_assert_eq(result, DESIG_OK, "%s, after request %zu of `%s` failed: %s", step->name, nth,
                     walk_step_at(failing)->name, desig_result_text(result));
    }
    end->records = desig_list_count(walk.list);
    end->own_records = desig_list_count(walk.own);
    end->back_records = desig_list_count(walk.back);
    end->written = walk.written;
    end->found = walk.found;
    walk_end(&walk);
    cr_assert_eq(count.outstanding, 0, "%s, request %zu: %zu bytes lost", walk_step_at(failing)->name, nth,
                 count.outstanding);
    return failed;
}

static void expect_same(size_t step, size_t nth, const outcome *expected, const outcome *got) {
    const char *name = walk_step_at(step)->name;
    cr_expect_eq(got->records, expected->records, "%s, request %zu", name, nth);
    cr_expect_eq(got->own_records, expected->own_records, "%s, request %zu", name, nth);
    cr_expect_eq(got->back_records, expected->back_records, "%s, request %zu", name, nth);
    cr_expect_eq(got->written, expected->written, "%s, request %zu", name, nth);
    cr_expect_eq(got->found, expected->found, "%s, request %zu", name, nth);
}

static size_t fail_every_request(int and_after) {
    outcome expected, got;
    size_t failures = 0;
    cr_assert_not(walk_with_failure(0, 0, 0, &expected));
    cr_assert(expected.records > 0 && expected.own_records > 0 && expected.written > 0 && expected.found > 0);
    cr_assert_eq(expected.back_records, expected.own_records);
    for (size_t step = 0; walk_step_at(step); step++)
        for (size_t nth = 1; walk_with_failure(step, nth, and_after, &got); nth++, failures++)
            expect_same(step, nth, &expected, &got);
    return failures;
}

Test(nomem, one_request_fails) {
    cr_expect(fail_every_request(0) > 20);
}

Test(nomem, memory_is_at_an_end) {
    cr_expect(fail_every_request(1) > 20);
}
