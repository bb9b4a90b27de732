#include "model/record.h"

#include <stddef.h>
#include <string.h>

/* Where a record has its parts of a kind, and their count. */
typedef struct parts_place {
    size_t parts;
    size_t count;
} parts_place;

#define PLACE(parts_member, count_member)                                                                    \
    { offsetof(desig_record, parts_member), offsetof(desig_record, count_member) }

static const parts_place places[DSG_PART_LEDGER_KINDS] = {
    [DSG_PART_NAME] = PLACE(names, name_count),
    [DSG_PART_ACTION] = PLACE(actions, action_count),
    [DSG_PART_LINK] = PLACE(links, link_count),
    [DSG_PART_FACT] = PLACE(facts, fact_count),
    [DSG_PART_ASSERTION] = PLACE(assertions, assertion_count),
    [DSG_PART_PRESENCE] = PLACE(presences, presence_count),
};

const void *dsg_record_parts(const desig_record *record, enum dsg_part_kind part, uint32_t *count) {
    const void *parts;
    memcpy(count, (const char *)record + places[part].count, sizeof *count);
    memcpy(&parts, (const char *)record + places[part].parts, sizeof parts);
    return parts;
}

void dsg_record_set_parts(desig_record *record, enum dsg_part_kind part, const void *parts, uint32_t count) {
    memcpy((char *)record + places[part].count, &count, sizeof count);
    memcpy((char *)record + places[part].parts, &parts, sizeof parts);
}
