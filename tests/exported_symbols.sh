#!/bin/sh
# exported_symbols.sh LIBRARY LIST: the shared library exports just the functions of the list, and the test on a
# small stack calls each of them.
set -eu
here=$(dirname "$0")

nm -D --defined-only "$1" | awk '{ print $NF }' | LC_ALL=C sort | diff -u "$2" - || {
    echo "$1 exports (+) what $2 does not name, or lacks (-) what it names" >&2
    exit 1
}

while read -r symbol; do
    grep -q "$symbol(" "$here/test_small_stack.c" "$here/walk.c" || {
        echo "tests/test_small_stack.c does not call $symbol()" >&2
        exit 1
    }
done <"$2"
