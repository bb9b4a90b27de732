#!/bin/sh
# screen_real.sh TOOL SHARED_DIR: desig screen over a whole real list, by one thread and by four.
set -u
tool=$1
. "$(dirname "$0")/asking.sh"
cd "$work" || exit 2

sdn=$2/data/ofac/2023-12-28
ordinary=$2/eval/ordinary-names.csv
for needed in "$sdn/sdn.csv" "$ordinary"; do
    [ -r "$needed" ] || { echo "not ok: no $needed" && exit 1; }
done
cp -r "$sdn" .
{ head -n 301 "$ordinary" && sed -n '1~100s/^[0-9]*,\("[^"]*"\),.*/\1,listed/p' 2023-12-28/sdn.csv; } >many.csv
run 0 screen 2023-12-28/sdn.csv --names many.csv --all -o one --receipt r1
run 0 screen 2023-12-28/sdn.csv --names many.csv --all --threads 4 -o four --receipt r4
cmp one four || fail 'four threads screen otherwise than one'
grep -vE '^(threads|screened) = ' r1 >r1.same
grep -vE '^(threads|screened) = ' r4 | cmp -s - r1.same || fail 'four threads give another receipt'
listed=$(grep -c ',listed$' many.csv)
[ "$(grep -c ',1,1\.000,us-ofac:' one)" -eq "$listed" ] || fail 'a listed name is not found'
for line in 'records kept = 13821' 'edition = 2023-12-28' 'rows = 439' 'errors = 0'; do
    grep -qx "$line" r1 || fail "the receipt lacks: $line"
done
run 0 screen --verify r4
mv 2023-12-28/alt.csv 2023-12-28/alt.csv.away
says 1 '^file 2023-12-28/alt.csv: there in the receipt, not there now' screen --verify r1
run 0 screen 2023-12-28/sdn.csv --names many.csv --receipt r1
grep -A 1 '^\[file alt.csv\]$' r1 | grep -q '^absent = ' || fail 'a companion that is absent is not in the receipt'
exit $wrong
