#!/bin/sh
# exported_symbols.sh LIBRARY LIST: the shared library exports just the functions of the list.
set -eu

nm -D --defined-only "$1" | awk '{ print $NF }' | LC_ALL=C sort | diff -u "$2" - || {
    echo "$1 exports (+) what $2 does not name, or lacks (-) what it names" >&2
    exit 1
}
