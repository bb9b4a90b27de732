/* The public header needs nothing before it, bears being included twice, and says the version of the library
 * it is linked with. Built as C11 and, through test_header.cpp, as C++17, both with -pedantic-errors. */
#include <desig/desig.h>

#include <stdio.h>
#include <string.h>

int main(void) {
    if (strcmp(desig_version(), DESIG_VERSION) != 0) {
        fprintf(stderr, "header %s, library %s\n", DESIG_VERSION, desig_version());
        return 1;
    }
    return 0;
}
