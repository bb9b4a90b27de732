#!/bin/sh
# maps.sh TOOL: each map that is shipped reads its made-up file into the parts that stand beside it, with no date or
# word unread; and what is wrong with a map is named, with the nearest.
set -u
tool=$1
. "$(dirname "$0")/asking.sh"
files=$(cd "$(dirname "$0")/data/valid/maps" && pwd)
maps=$(cd "$(dirname "$0")/../examples/data/maps" && pwd)

# parts: standard output without the header and the rows of the list itself, and runs of empty cells left out
parts() {
    sed -e 1d -e '/^,/d' -e 's/,,*/,/g' "$work/out"
}

# reads FILE MAP OPTION...: the parts that stand beside the file
reads() {
    file=$1
    by=$2
    shift 2
    run 0 convert "$files/$file.csv" --map "$by" --to statements "$@"
    parts >"$work/parts"
    diff "$files/$file.parts" "$work/parts" >"$work/diff" || { cat "$work/diff" && fail "$file: other parts"; }
    "$tool" check "$files/$file.csv" --map "$by" "$@" >"$work/out" 2>"$work/err"
    grep -E '(unread|ambiguous|impossible)-date|spreadsheet-damage|unknown-(type|answer)|bad-action|short-row' \
        "$work/out" && fail "$file: something is not read"
}

# The form before 2026: each row of a party has its number alone, and days come first.
reads au-dfat-2025 au-dfat --date-format dmy
cut -d, -f1-4,6-11,13,14 "$files/au-dfat-2025.csv" | grep -v '"' >"$work/older.csv" # no measures, no strengths
run 0 convert "$work/older.csv" --map au-dfat --date-format dmy --to statements
grep -q '^au-dfat:9001,action,amended,.*,2017-03-03,' "$work/out" || fail 'au-dfat: an older form is not read'
for map in "$maps"/*.map; do
    name=$(basename "$map" .map)
    reads "$name" "$name"
    for line in '# The list does not give: ' 'source = '; do
        grep -q "^$line" "$map" || fail "$name: lacks a line that begins with $line"
    done
    says 0 "^  $name  *$(sed -n '1s/^# //p' "$map" | cut -c1-20)" --help
    says 0 "^  $name " convert --help
    grep -q "^| \[\?\`$name\`" "$maps/README.md" || fail "$name: is not in the README"
done

# ---- What is wrong with a map ----
list=$files/ch-freezes.csv
tells 2 'called ch-frezes; the nearest is ch-freezes (see: desig --help)' convert "$list" --map ch-frezes
tells 2 'nowhere/x.map: cannot read' convert "$list" --map nowhere/x.map
tells 2 '"nmae=Name" .*; the nearest is "name"' convert "$list" --map 'nmae=Name'
tells 2 '"soruce=x" .*; the nearest is "source"' convert "$list" --map 'soruce=x,name=Name'
tells 2 '"autority:=XX" .*; the nearest is "authority"' convert "$list" --map 'name=Name,autority:=XX'
tells 2 '"source=b" is a setting that was made before' convert "$list" --map 'source=a,source=b,name=Name'
tells 2 'no column "Nmae" here.*; the nearest is "Name"' convert "$list" --map 'name=Nmae'
tells 2 'the word "Org" twice: "group", "vessel"' convert "$list" --map 'name=Name,Org=group,Org=vessel'
tells 2 '"titles" names the column "Notes" twice' convert "$list" --map 'name=Name,titles=Notes,titles=Notes'
tells 2 'must be utf-8, windows-1252 or latin1' convert "$list" --map 'name=Name,encoding=ebcdic'
says 0 'lacks the map.s optional column "Note"; the nearest is "Notes"' check "$list" \
    --map 'name=Name,optional:remarks=Note'
printf 'Name\nBj\303\266rn\n' >"$work/one.csv"
run 0 convert "$work/one.csv" --map 'name=Name,encoding=latin1' --to statements
grep -q "$(printf 'Bj\303\203')" "$work/out" || fail 'the encoding of a map does not count'
exit $wrong
