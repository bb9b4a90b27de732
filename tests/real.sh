#!/bin/sh
# real.sh SHARED_DIR COMMAND...: run a test that needs the publishers' real lists. Where there are none it is
# skipped (77 tells ctest); where they are, what the test misses of them is its failure.
[ -d "$1/data" ] || { echo "SKIPPED: no real lists in $1/data" && exit 77; }
shift
exec "$@"
