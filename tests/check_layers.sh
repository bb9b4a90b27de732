#!/bin/sh
# check_layers.sh: who may include whom, and what may lie at the top of the project. Prints every breach.
#
# base <- model <- {csv <- ledger, diff, names <- search}: a room may include the rooms that stand beside its name
# below, and itself. Nothing outside src/ reaches into it but the tests, and each library underneath is included
# by one file of the library or of the tool.
set -eu
cd "$(dirname "$0")/.."

breaches=$({
    # FILE:#include "ROOM/HEADER"  ->  the includer's room and the included one
    find src -name '*.[ch]' -exec grep -H '^ *# *include *"' {} + | awk -F: '
        BEGIN {
            below["base"] = ""
            below["model"] = "base"
            below["csv"] = below["diff"] = below["names"] = "base model"
            below["ledger"] = "base model csv"
            below["search"] = "base model names"
        }
        {
            split($1, path, "/"); from = path[2]
            split($0, quoted, "\""); slash = index(quoted[2], "/"); to = substr(quoted[2], 1, slash - 1)
            if (!(from in below) || !(to in below))
                print $1 ": includes \"" quoted[2] "\", which is in no room of src/"
            else if (from != to && index(" " below[from] " ", " " to " ") == 0)
                print $1 ": includes \"" quoted[2] "\": " from " may not know " to
        }'

    for allowed in 'csv.h src/csv/reader.c examples/desig/io/sheet.c' 'utf8proc.h src/base/fold.c' \
        'nettle/.* src/base/digest.c examples/desig/screening/sha256.h'; do
        # shellcheck disable=SC2086 # the header, and the files that may include it
        set -- $allowed
        header=$1
        shift
        grep -rlE "^ *# *include *<$header>" src examples include | grep -vxF "$(printf '%s\n' "$@")" |
            sed "s|\$|: includes <$header>, which is for $* alone|" || :
    done

    # The tutorials and the tool are programs like any other: the public header, and the tool's own rooms.
    find examples include -name '*.[ch]' -exec grep -HE '^ *# *include *"[^"]*/' {} + |
        grep -vE '^examples/desig/.*"(commands|checks|screening|drawing|io)/[a-z0-9_]+\.h"' |
        sed 's|$|: reaches into another directory|' || :

    for entry in * .[!.]*; do
        case $entry in
        include | src | examples | tests | pkgconfig | CMakeLists.txt | CHANGELOG.md | README.md | LICENSE | build* | .*) ;;
        *) echo "$entry: does not belong at the top level" ;;
        esac
    done
})

[ -z "$breaches" ] || {
    printf '%s\n' "$breaches"
    exit 1
}
echo "layers and top level: as they should be"
