#!/bin/sh
# pages.sh BUILD_DIR: each C program of the guide compiles, and prints the `text` block behind it. A program without a
# main() is the body of one that has read the shipped list. $CC is the compiler of the build, $CFLAGS its flags.
# Each file that the map of the house names exists.
set -eu
build=$1
cd "$(dirname "$0")/.."
page=include/desig/README.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=0

awk -v work="$work" '
    /^```c$/ { file = sprintf("%s/%02d.c", work, ++count); next }
    /^```text$/ { file = sprintf("%s/%02d.text", work, count); printf "" >file; next }
    /^```/ { file = ""; next }
    file { print >file }' "$page"

for program in "$work"/*.c; do
    number=$(basename "$program" .c)
    if ! grep -q '^int main(' "$program"; then
        {
            cat <<'END'
#include <desig/desig.h>
#include <stdio.h>
#include <string.h>
int main(int argc, char **argv) {
    desig_error error = {0};
    desig_list *list = NULL;
    const desig_source shipped = {.path = argv[argc - 1]};
    if (desig_list_new(NULL, &list) != DESIG_OK) return 1;
    if (desig_list_read(list, &shipped, 1, NULL, NULL, &error) != DESIG_OK) return 1;
    {
END
            cat "$program"
            printf '    }\n    desig_list_free(list);\n    return 0;\n}\n'
        } >"$work/whole.c"
        mv "$work/whole.c" "$program"
    fi
    # shellcheck disable=SC2086 # the flags are words, and so may $CC be
    ${CC:-cc} -std=c11 -Wall -Wextra -Werror ${CFLAGS:-} "-I$build/include" -Iinclude "$program" -o "$work/program" \
        "-L$build" -ldesig "-Wl,-rpath,$build" &&
        "$work/program" examples/data/designations.csv >"$work/out" &&
        diff -u "$work/$number.text" "$work/out" || { echo "not ok: program $number of $page" && wrong=1; }
done
[ -e "$work/19.c" ] || { echo "not ok: $page has fewer programs than it had" && wrong=1; }

for name in $(grep -oE '`(tests|[a-z]+)/[a-z_/]+\.[ch]`' src/README.md | tr -d '`' | sort -u); do
    [ -e "src/$name" ] || [ -e "$name" ] || { echo "not ok: src/README.md names $name, which is not there" && wrong=1; }
done
exit $wrong
