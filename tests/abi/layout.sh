#!/bin/sh
# layout.sh FROZEN CURRENT: what the frozen header has, the current one has in the same place; old_program.c
# tries each struct that grows; and each of those is in the table of first sizes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
frozen=$here/frozen/desig/desig.h
status=0

now=$(mktemp)
trap 'rm -f "$now"' EXIT
"$2" >"$now"
if "$1" | grep -vxF -f "$now"; then
    echo "these fields, sizes and values (of the header as first released) have changed." >&2
    echo "Put new fields at the end of structs that grow; to break the ABI on purpose, run tests/abi/freeze." >&2
    status=1
fi

for struct in $(awk -v want=structs -f "$here/public.awk" "$frozen"); do
    grep -q "[( ]${struct}[,) ]" "$here/old_program.c" || { echo "old_program.c does not try $struct" >&2; status=1; }
done

made=$(awk -v want=first_sizes -f "$here/public.awk" "$frozen")
kept=$(grep '^    DSG_FIRST_SIZE_' "$here/../../src/base/first_sizes.h")
[ "$made" = "$kept" ] || {
    echo "src/base/first_sizes.h is not that of tests/abi/frozen: run tests/abi/freeze" >&2
    status=1
}
exit $status
