#!/bin/sh
# hardened.sh BUILD_DIR TOOL LIBRARY: the tool and the shared library are linked as hardened ones are, and nothing in
# the build directory searches the current directory for its libraries.
set -eu
export LC_ALL=C
build=$1
tool=$2
library=$3
wrong=0

complain() {
    printf 'not ok: %s\n' "$*"
    wrong=1
}

# shows PATTERN COMMAND...
shows() {
    pattern=$1
    shift
    "$@" 2>/dev/null | grep -q -e "$pattern" || complain "$* does not show $pattern"
}

# The processor's own checks, where the compiler knows them.
case $(sed -n 's/^DESIG_HAS__fcf_protection:INTERNAL=//p' "$build/CMakeCache.txt") in
1) marked='endbr64\|endbr32' ;;
*) marked= ;;
esac
case $(sed -n 's/^CMAKE_BUILD_TYPE:[A-Z]*=//p' "$build/CMakeCache.txt") in
Rel* | MinSizeRel) optimised=yes ;;
*) optimised= ;;
esac

for file in "$tool" "$library"; do
    if [ "$file" = "$tool" ]; then entry=main; else entry=desig_version; fi
    shows 'GNU_RELRO' readelf -lW "$file"
    shows 'BIND_NOW\|FLAGS_1.*NOW' readelf -dW "$file"
    shows '__stack_chk_fail' nm -D "$file"
    [ -z "$marked" ] || shows "$marked" objdump -d "--disassemble=$entry" "$file"
    if readelf -lW "$file" | grep 'GNU_STACK.*E'; then complain "$file: the stack is executable"; fi
done
shows 'FLAGS_1.*PIE' readelf -dW "$tool"
[ -z "$optimised" ] || shows '_chk@' nm -D "$tool"

# An empty entry, as before, between or after two colons, is the current directory.
find "$build" -path "$build/tests/consumer" -prune -o -type f \( -perm -u+x -o -name '*.so*' \) -exec readelf -dW {} + 2>/dev/null |
    sed -n 's/^File: //p; s/.*(R[UN]*PATH).*\[\(.*\)\]$/RUNPATH \1/p' | awk '
        /^RUNPATH / { if (":" substr($0, 9) ":" ~ /::/ || $0 !~ /^RUNPATH [\/$]/) { print file ": " $0; wrong = 1 } next }
        { file = $0 }
        END { exit wrong }' || complain "a RUNPATH leads to the current directory"
exit $wrong
