/* The names under which publishers give the files of one list. OFAC's are those of
 * https://ofac.treasury.gov/sanctions-list-service; older copies have them in capitals. */
#include <desig/desig.h>

#define FILE_SET(name, ...)                                                                                  \
    {                                                                                                        \
        .size = sizeof(desig_file_set), .primary = (name), .companions = (const char *const[]) {             \
            __VA_ARGS__, NULL                                                                                \
        }                                                                                                    \
    }

static const desig_file_set sets[] = {
    FILE_SET("sdn.csv", "add.csv", "alt.csv", "sdn_comments.csv"),
    FILE_SET("SDN.CSV", "ADD.CSV", "ALT.CSV", "SDN_COMMENTS.CSV"),
    FILE_SET("cons_prim.csv", "cons_add.csv", "cons_alt.csv", "cons_comments.csv"),
    FILE_SET("CONS_PRIM.CSV", "CONS_ADD.CSV", "CONS_ALT.CSV", "CONS_COMMENTS.CSV"),
};

const desig_file_set *desig_file_set_at(size_t position) {
    return position < sizeof sets / sizeof sets[0] ? &sets[position] : NULL;
}
