#!/bin/sh
# pictures.sh TOOL: the pictures that the tool draws.
set -u
tool=$1
root=$(cd "$(dirname "$0")/.." && pwd)
data=$root/examples/data/designations.csv
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=0

fail() {
    printf 'not ok: %s\n' "$*"
    wrong=1
}

# draw STATUS FILE ARGUMENT...
draw() {
    expected=$1
    picture=$work/$2
    shift 2
    "$tool" "$@" >"$picture" 2>"$work/err"
    status=$?
    [ "$status" -eq "$expected" ] || fail "desig $*: exit status $status, not $expected: $(cat "$work/err")"
}

# shows PATTERN, of grep -E, in the picture that was drawn last; hides PATTERN
shows() { grep -q -E -e "$1" "$picture" || fail "$picture lacks $1"; }
hides() { ! grep -q -E -e "$1" "$picture" || fail "$picture has $1"; }

# A reader of XML or DOT, where there is one.
is_well_formed() { ! command -v xmllint >/dev/null || xmllint --noout "$picture" || fail "$picture is no XML"; }
is_dot() { ! command -v dot >/dev/null || dot -Tcanon -o /dev/null "$picture" || fail "$picture is no DOT"; }

# The README shows this one.
draw 0 timeline.svg timeline "$data" --on 2026-01-01
cmp "$picture" "$root/examples/pictures/timeline.svg" || fail "examples/pictures/timeline.svg is not up to date"
is_well_formed
shows '>Ansarallah<'
shows 'class="designated".*<title>Ansarallah'
shows '^designated from 2021-01-19 to 2021-02-15$'
shows '^revoked from 2021-02-16 to 2025-03-04$'
draw 0 state.svg timeline "$data" --authority US-STATE --list FTO
shows '>US-STATE, FTO by '
hides '>Mansur'
draw 1 nothing.svg timeline "$data" --program CUBA
is_well_formed

# A picture of the day shows nothing of what came later.
draw 0 early.svg timeline "$data" --on 2021-02-01
hides '^revoked from 2021'
draw 2 backwards.svg timeline "$data" --from 2030 --on 2021-01-01
[ ! -s "$picture" ] || fail "a picture that ends before it begins"

# What the copies of a ledger show: who went, who came back, and the days from one copy to the next.
sdn_row() { printf '%s,"%s",-0- ,"%s",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n' "$1" "$2" "$3"; }
{ sdn_row 1 STAYS BELARUS-EO; sdn_row 2 RETURNS YEMEN; } >"$work/2021-01-01.csv"
for day in 2021-02-01 2021-03-01; do sdn_row 1 STAYS BELARUS-EO14038 >"$work/$day.csv"; done
{ sdn_row 1 STAYS BELARUS-EO14038; sdn_row 2 RETURNS YEMEN; sdn_row 3 COMES YEMEN; } >"$work/2021-04-01.csv"
"$tool" ledger -o "$work/ledger" --allow-mass-removal "$work"/2021-*.csv >/dev/null 2>&1 || fail 'no ledger'
draw 0 ledger.svg timeline "$work/ledger"
is_well_formed
shows '>Designations by 2021-04-01, in the copies of a list since 2021-01-01<'
[ "$(grep -c 'class="listed".*<title>' "$picture")" -eq 1 ] || fail 'a listing under a renamed tag has another stretch than one'
for stretch in 'listed from 2021-01-01' 'uncertain from 2021-01-01 to 2021-02-01' 'not listed from 2021-02-02 to 2021-02-28' \
    'uncertain from 2021-03-01 to 2021-04-01'; do
    shows "^$stretch"
done
draw 0 yemen.svg timeline "$work/ledger" --program YEMEN --on 2021-03-15
shows '>US, SDN, YEMEN by 2021-03-15, in'
shows '>RETURNS<'
hides 'STAYS'

# A first copy whose day is no more than a month: what was before it is not known, and is not drawn.
mkdir "$work/months"
sdn_row 1 STAYS YEMEN >"$work/months/first.csv"
sdn_row 1 STAYS YEMEN >"$work/months/2021-09-01.csv"
"$tool" ledger -o "$work/months.ledger" --date 2021-07 "$work/months/first.csv" >/dev/null 2>&1 &&
    "$tool" ledger -o "$work/months.ledger" "$work/months/2021-09-01.csv" >/dev/null 2>&1 || fail 'no ledger of months'
draw 0 months.svg timeline "$work/months.ledger"
shows '^listed from 2021-07-31'
hides '^uncertain from'

# Texts that mean something to XML and DOT, many rows, and dates that leave the day open.
{
    echo 'id,kind,name,action,date,authority,list,program,justification,links'
    printf '%s\n' 'x,group,"<A & ""B""\ \N>",designated,2001/2003,ZZ,L,"P<""&>","why < & "" > \"' \
        'x,,,,,,,,,"leader-of=""q"" \\ <z> (r""ole \\N)"'
    i=0
    while [ $i -lt 120 ]; do
        echo "n$i,group,Name $i,designated,20$((10 + i % 10)),ZZ,L,P$((i % 3)),,"
        i=$((i + 1))
    done
} >"$work/hostile.csv"
draw 0 hostile.svg timeline "$work/hostile.csv"
is_well_formed
shows '>ZZ, L, P1: 40<'
shows 'class="uncertain"'
hides '<A'
draw 0 hostile.dot graph "$work/hostile.csv"
is_dot
shows '"x" -> "\\"q\\" \\\\ <z>"'

draw 0 graph.dot graph "$data" --on 2021-05-20
is_dot
shows '^  "ansarallah" .*revoked"'
shows '"mansur-al-saadi" -> "ansarallah".*asserted by Antony Blinken, Secretary of State, 2021-03-02'
shows '"taliban" -> "Agreement of 2020-02-29".*disputed by The Dispatch.*style=dashed'
draw 0 leaders.dot graph "$data" --type leader-of
hides 'same-as'
shows 'leader-of'
draw 0 one.dot graph "$data" --id taliban
hides 'ansarallah'
draw 1 none.dot graph "$data" --id nobody
is_dot

exit $wrong
