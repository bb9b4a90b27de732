#!/bin/sh
# screen_sdn.sh TOOL [ORDINARY]: desig screen over the whole SDN list that is shipped, by one thread and by four.
# The parties are every hundredth of the list, and the first 300 names of ordinary people of the CSV ORDINARY.
set -u
tool=$1
. "$(dirname "$0")/asking.sh"
cp -r "$(dirname "$data")/us-ofac/2023-12-28" "$work"
if [ $# -gt 1 ]; then
    [ -r "$2" ] || { echo "not ok: no $2" && exit 1; }
    head -n 301 "$2" >"$work/many.csv"
else
    printf 'name,source\nJohn Smith,made up\nErika Mustermann,made up\n' >"$work/many.csv"
fi
cd "$work" || exit 2

gzip -dc 2023-12-28/sdn.csv.gz | sed -n '1~100s/^[0-9]*,\("[^"]*"\),.*/\1,listed/p' >>many.csv
rows=$(($(wc -l <many.csv) - 1))
run 0 screen 2023-12-28/sdn.csv.gz --names many.csv --all -o one --receipt r1
run 0 screen 2023-12-28/sdn.csv.gz --names many.csv --all --threads 4 -o four --receipt r4
cmp one four || fail 'four threads screen otherwise than one'
grep -vE '^(threads|screened) = ' r1 >r1.same
grep -vE '^(threads|screened) = ' r4 | cmp -s - r1.same || fail 'four threads give another receipt'
listed=$(grep -c ',listed$' many.csv)
[ "$listed" -eq 139 ] || fail "of the list $listed parties"
[ "$(grep -c ',1,1\.000,us-ofac:' one)" -eq "$listed" ] || fail 'a listed name is not found'
for line in 'records kept = 13821' 'edition = 2023-12-28' "rows = $rows" 'errors = 0'; do
    grep -qx "$line" r1 || fail "the receipt lacks: $line"
done
run 0 screen --verify r4
mv 2023-12-28/alt.csv.gz 2023-12-28/alt.csv.away
says 1 '^file 2023-12-28/alt.csv.gz: there in the receipt, not there now' screen --verify r1
run 0 screen 2023-12-28/sdn.csv.gz --names many.csv --receipt r1
grep -A 1 '^\[file alt.csv\]$' r1 | grep -q '^absent = ' || fail 'a companion that is absent is not in the receipt'
exit $wrong
