#!/bin/sh
# check_layers.sh OBJECT...: who may include and call whom, and what may lie at the top of the project. The object
# files, of the library and of the tool, tell who calls whom; without any, calls are not checked. Prints every
# breach.
#
# base <- model <- {csv <- ledger, diff, names <- search}: a room may know the rooms that stand beside its name
# below, and itself. Nothing outside src/ reaches into it but the tests, and each library underneath is included
# by one file of the library or of the tool. Files call each other in one direction only.
set -eu
export LC_ALL=C
cd "$(dirname "$0")/.."

rooms='
    BEGIN {
        below["base"] = ""
        below["model"] = "base"
        below["csv"] = below["diff"] = below["names"] = "base model"
        below["ledger"] = "base model csv"
        below["search"] = "base model names"
    }'

# calls OBJECT...: "FROM TO SYMBOL,SYMBOL" of each file that refers to what another defines, a function or a table.
calls() {
    nm -A --extern-only "$@" | sed 's|^.*\.dir/\(\./\)*\(.*\)\.o: *[0-9a-f]* *|\2 |' | awk '
        $2 == "U" { wanted[$1, $3] }
        $2 != "U" { home[$3] = $1 }
        END {
            for (pair in wanted) {
                split(pair, want, SUBSEP)
                if (!(want[2] in home) || home[want[2]] == want[1]) continue
                edge = want[1] " " home[want[2]]
                symbols[edge] = symbols[edge] "," want[2]
            }
            for (edge in symbols) print edge " " substr(symbols[edge], 2)
        }' | sort
}

# From the lines of `calls`: of each circle of files the shortest way around, until no circle is left among the
# files that were not told of.
circles() {
    awk '
        !($1 in degree) { file[++files] = $1 }
        { out[$1, ++degree[$1]] = $2; by[$1, $2] = $3 }
        END {
            for (i = 1; i <= files; i++) if (goes_around(file[i])) told[file[i]]
        }
        # Breadth first from a file until it is met again.
        function goes_around(start,    queue, first, last, came_from, at, to, i, way) {
            queue[first = last = 1] = start
            for (; first <= last; first++) {
                at = queue[first]
                for (i = 1; i <= degree[at]; i++) {
                    to = out[at, i]
                    if (to in told || to in came_from) continue
                    came_from[to] = at
                    if (to == start) {
                        do {
                            way = "    " at " calls " to ": " by[at, to] "\n" way
                            to = at
                            at = came_from[to]
                        } while (to != start)
                        printf "a circle of calls:\n%s", way
                        return 1
                    }
                    queue[++last] = to
                }
            }
            return 0
        }'
}

breaches=$({
    # FILE:#include "ROOM/HEADER"  ->  the includer's room and the included one
    find src -name '*.[ch]' -exec grep -H '^ *# *include *"' {} + | awk -F: "$rooms"'
        {
            split($1, path, "/"); from = path[2]
            split($0, quoted, "\""); slash = index(quoted[2], "/"); to = substr(quoted[2], 1, slash - 1)
            if (!(from in below) || !(to in below))
                print $1 ": includes \"" quoted[2] "\", which is in no room of src/"
            else if (from != to && index(" " below[from] " ", " " to " ") == 0)
                print $1 ": includes \"" quoted[2] "\": " from " may not know " to
        }'

    if [ $# -gt 0 ]; then
        all=$(calls "$@")
        printf '%s\n' "$all" | awk "$rooms"'
            /^src/ {
                split($1, path, "/"); from = path[2]
                split($2, path, "/"); to = path[2]
                if (from != to && index(" " below[from] " ", " " to " ") == 0)
                    print $1 ": calls " $2 " (" $3 "): " from " may not know " to
            }'
        printf '%s\n' "$all" | circles
    fi

    for allowed in 'csv.h src/csv/row_parser.c' 'utf8proc.h src/base/fold.c' \
        'expat.h examples/xml/xml.c' \
        'nettle/.* src/base/digest.c examples/desig/screening/sha256.h'; do
        # shellcheck disable=SC2086 # the header, and the files that may include it
        set -- $allowed
        header=$1
        shift
        grep -rlE "^ *# *include *<$header>" src examples include | grep -vxF "$(printf '%s\n' "$@")" |
            sed "s|\$|: includes <$header>, which is for $* alone|" || :
    done

    # What is POSIX and not C stands behind base/platform.h.
    grep -rE '^ *# *(include *<(unistd|fcntl|dirent|pthread|poll|glob|sys/.*|arpa/.*|netinet/.*)\.h>|define _(POSIX|GNU|DEFAULT|XOPEN))' src |
        grep -vE '^src/base/platform(_output)?\.c:' | sed 's|$|, which is for base/platform.h alone|' || :

    # The tutorials and the tool are programs like any other: the public header, and the tool's own rooms, of
    # which commands knows all, and io none of the others. The two programs over XML have rooms of their own.
    find examples include -name '*.[ch]' -exec grep -HE '^ *# *include *"[^"]*/' {} + | awk -F: '
        BEGIN {
            below["commands"] = below["main.c"] = "commands checks screening drawing io"
            below["checks"] = below["screening"] = below["drawing"] = "io"
            below["io"] = ""
            below_xml["un_xml.c"] = below_xml["ofac"] = "xml"
            below_xml["ofac_advanced.c"] = "ofac xml"
        }
        {
            split($1, path, "/"); from = path[3]
            split($0, quoted, "\""); slash = index(quoted[2], "/"); to = substr(quoted[2], 1, slash - 1)
            if (index(" " below_xml[path[2]] " ", " " to " ")) next
            if (path[2] != "desig" || !(from in below) || !(to in below))
                print $1 ": reaches into another directory"
            else if (from != to && index(" " below[from] " ", " " to " ") == 0)
                print $1 ": includes \"" quoted[2] "\": " from " may not know " to
        }'

    # No header of the tool includes itself by way of others.
    circles=$(cd examples/desig && grep -HE '^ *# *include *"' */*.h | sed 's/:.*"\(.*\)"/ \1/' | tsort 2>&1 >/dev/null) ||
        printf 'examples/desig: a circle of includes:\n%s\n' "$circles"

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
