/* The public header needs nothing before it, bears being included twice, and says the version of the library
 * it is linked with. Built as C11 and, through test_header.cpp, as C++17, both with -pedantic-errors. */
#include <desig/desig.h>

#include <stdio.h>
#include <string.h>

#if DESIG_VERSION_NUMBER < 100
#error "the version's number cannot be compared"
#endif

int main(void) {
    const long number = DESIG_VERSION_MAJOR * 10000L + DESIG_VERSION_MINOR * 100 + DESIG_VERSION_PATCH;
    if (strcmp(desig_version(), DESIG_VERSION) != 0) {
        fprintf(stderr, "header %s, library %s\n", DESIG_VERSION, desig_version());
        return 1;
    }
    if (DESIG_VERSION_NUMBER != number) {
        fprintf(stderr, "version number %ld, not %ld\n", (long)DESIG_VERSION_NUMBER, number);
        return 1;
    }
    return 0;
}
