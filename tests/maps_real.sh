#!/bin/sh
# maps_real.sh TOOL SHARED_DIR: the maps that are shipped, on publishers' real files: how many parts they give, and
# whatever is not read.
set -u
tool=$1
files=$2/data/others
. "$(dirname "$0")/asking.sh"

# reads MAP FILE "RECORDS NAMES ACTIONS LISTINGS FACTS LINKS" "CHECK:COUNT ..."
reads() {
    run 0 convert "$files/$2" --map "$1" --to statements
    counts=
    for part in record name action listing fact link; do
        counts="$counts $(grep -c -E "^([^\",]+|\"([^\"]|\"\")*\"),$part," "$work/out")"
    done
    [ "$counts" = " $3" ] || fail "$1: gives$counts, not $3"
    "$tool" check "$files/$2" --map "$1" >"$work/out" 2>"$work/err"
    found=$(grep -oE '\[((unread|ambiguous|impossible|bad|other)-[a-z]*|spreadsheet-damage|unknown-(type|answer)|short-row|no-id|no-name)\]' \
        "$work/out" | sort | uniq -c | sed 's/^ *\([0-9]*\) \[\(.*\)\]/\2:\1/' | tr '\n' ' ')
    [ "$found" = "$4" ] || fail "$1: does not read $found, not $4"
}

# A spreadsheet made `Sep-99` of one date of birth, and another is `born in the early 1970s`.
reads ca-sema ca-sema.2025-05.flattened.csv '4759 8164 4759 0 2109 0' 'spreadsheet-damage:1 unread-date:1 '
reads ch-freezes ch-freezes.first-rows.csv '59 70 118 0 180 0' ''
reads cn-sanctions cn-sanctions.first-rows.csv '36 72 39 0 202 0' ''
reads fincen-314a-person fincen-314a-person.csv '3 7 0 0 16 0' ''
reads fincen-314a-business fincen-314a-business.csv '3 4 0 0 7 0' ''
reads il-wallets il-wallets.first-rows.csv '37 0 0 37 37 0' ''
reads jp-mof jp-mof.4-rows.csv '4 20 4 0 36 1' ''
says 0 'ROTENBERG, Arkady' find "$files/ca-sema.2025-05.flattened.csv" --map ca-sema --name 'Arkady Rotenberg' \
    --limit 1
says 0 'il-nbctf:TWB9xgNG9nmJuwW' find "$files/il-wallets.first-rows.csv" --map il-wallets \
    --identifier TWB9xgNG9nmJuwW4etsQEb9RRnrnVnoNnJ
exit $wrong
