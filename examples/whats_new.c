/* Print what changed since yesterday: whats_new [YESTERDAY TODAY]
 *
 * One idea: a difference is told record by record and part by part, each with what it is about. Here the
 * names and the programs are worth a line; other parts, and new spellings, are not. */
#include <desig/desig.h>

#include <stdio.h>
#include <string.h>

static const char a_yesterday[] = "id,kind,name,aliases,list,program\n"
                                  "ansarallah,group,Ansarallah,Ansar Allah,SDN,FTO;SDGT\n"
                                  "taliban,group,Taliban,,SDN,SDGT\n";
static const char a_today[] = "id,kind,name,aliases,list,program\n"
                              "ansarallah,group,Ansarallah,Ansar-Allah;Ansarullah,SDN,SDGT\n"
                              "taliban,group,Taliban,,SDN,SDGT\n"
                              "yusuf-al-madani,individual,Yusuf al-Madani,,SDN,SDGT\n";

/* A name or a program; NULL: there is none on this side. */
static const char *words_of(const desig_part_change *change, const void *const *parts, uint32_t count) {
    if (count == 0) return NULL;
    return change->part == DESIG_PART_NAME ? ((const desig_name *)parts[0])->text
                                           : ((const desig_action *)parts[0])->program;
}

static int is_worth_a_line(const desig_part_change *change) {
    return change->part_class == DESIG_CLASS_NAME || change->part_class == DESIG_CLASS_PROGRAM;
}

static int print_change(void *context, const desig_change *change) {
    const desig_record *record = change->after ? change->after : change->before;
    const char *name = record->name_count > 0 ? record->names[0].text : "";
    size_t *count = context;
    printf("%-8s %s (%s)\n", desig_term(DESIG_TERMS_CHANGE_TYPE, change->type), name, record->id);
    for (size_t i = 0; i < change->part_count; i++) {
        const desig_part_change *part = &change->parts[i];
        if (!is_worth_a_line(part)) continue;
        const char *before = words_of(part, part->before, part->before_count);
        const char *after = words_of(part, part->after, part->after_count);
        printf("  %-10s %s -> %s\n", desig_term(DESIG_TERMS_PART_CLASS, part->part_class),
               before ? before : "-", after ? after : "-");
    }
    ++*count;
    return 0; /* another value would stop here */
}

static desig_result read_list(desig_source source, desig_list **list, desig_error *error) {
    desig_result result = desig_list_new(NULL, list);
    return result == DESIG_OK ? desig_list_read(*list, &source, 1, NULL, NULL, error) : result;
}

int main(int argc, char **argv) {
    desig_source old_source = {.data = a_yesterday, .length = strlen(a_yesterday)};
    desig_source new_source = {.data = a_today, .length = strlen(a_today)};
    desig_error error = {0};
    desig_list *yesterday = NULL;
    desig_list *today = NULL;
    size_t count = 0;

    if (argc > 2) { /* a publisher overwrites his file: keep a copy of it every day */
        old_source = (desig_source){.path = argv[1]};
        new_source = (desig_source){.path = argv[2]};
    }
    desig_result result = read_list(old_source, &yesterday, &error);
    if (result == DESIG_OK) result = read_list(new_source, &today, &error);
    if (result == DESIG_OK)
        result = desig_list_diff(yesterday, today, NULL, print_change, &count, NULL, &error);
    if (result == DESIG_OK)
        printf("%zu records are new, gone or other than they were.\n", count);
    else
        fprintf(stderr, "%s %s\n", desig_result_text(result), error.message);

    desig_list_free(yesterday);
    desig_list_free(today);
    return result != DESIG_OK;
}
