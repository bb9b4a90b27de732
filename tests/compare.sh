#!/bin/sh
# compare.sh TOOL: two names, and pairs of names in a file.
set -u
tool=$1
. "$(dirname "$0")/asking.sh"
cd "$work" || exit 2

says 0 '^Usage: desig compare NAME1 NAME2 | --pairs FILE' compare --help
says 0 '^  compare ' --help
tells 2 'which two names' compare
tells 2 'which two names' compare Ivan
tells 2 'which two names' compare Ivan Petrov Sidorov
tells 2 'but not both' compare Ivan --pairs pairs.csv
tells 2 'name 2 is not UTF-8' compare Ivan "$(printf 'P\377')"
tells 2 'individual, group' compare a b --kind person

# ---- Two names ----
prints 0 compare 'PETROV, Ivan' 'Ivan  Petrov' --kind individual <<'END2'
1.000
END2
says 0 '^0\.[89]' compare Ansarullah Ansarallah
says 1 '^0\.[0-6]' compare 'Ivan Petrov' 'Ivan Sidorov' --kind individual
says 1 '^0.000$' compare '***' '***'
says 1 '^0.000$' compare -- '--' ''
says 0 '^husayn *hussein *spelling *0\.[0-9]* ' compare 'Abbas Husayn' 'Hussein Abbas' --kind individual --explain
says 0 'another order' compare 'Abbas Husayn' 'Hussein Abbas' --kind individual --explain
says 1 'Sidorov.*left over: petrov; left over of the other: sidorov; own name' \
    compare 'Petrov Ivan' 'Sidorov Ivan' --kind individual --csv
says 1 '^name1,name2,kind,score,explanation$' compare a b --csv

# ---- Pairs: every column is kept as it stands ----
printf 'No;name2;"a ""note""";Name1;kind\r\n1;"Petrov; Ivan";x;Ivan Petrov;individual\r\n\r\n2;;"a\nb";Ivan\r\n3;LTD;;Ltd;entity\r\n' >pairs.csv
printf '\nNo;name2;"a ""note""";Name1;kind;score\n2;;"a\nb";Ivan;;0.000000\n3;LTD;;Ltd;entity;1.000000\n' | sed 1d >expected
run 0 compare --pairs pairs.csv
grep -v Petrov out | cmp -s - expected || fail 'rows are not kept as they stand'
grep -q '^1;"Petrov; Ivan";x;Ivan Petrov;individual;0\.9[0-9]*$' out || fail 'a pair has no score'
run 0 compare --pairs pairs.csv --explain
grep -q 'score;explanation$' out || fail 'explanations have no column'
"$tool" compare --pairs - <pairs.csv >other 2>err && "$tool" compare --pairs pairs.csv | cmp -s - other ||
    fail 'standard input is compared otherwise'
"$tool" compare --pairs pairs.csv --delimiter , >out 2>err && fail 'another separator is not believed'
gzip -c pairs.csv >pairs.gz
"$tool" compare --pairs pairs.gz | cmp -s - other || fail 'a packed file is compared otherwise'

# What is wrong is told with its place, and ends it.
wrong_pairs() { # wrong_pairs PATTERN CONTENT
    printf "$2" >pairs.csv
    tells 2 "$1" compare --pairs pairs.csv
}
wrong_pairs '^pairs.csv:1:1: the file is empty' ''
wrong_pairs '^pairs.csv:1:1: the header has no column "name2", but "name1"' 'name1\n'
wrong_pairs '^pairs.csv:1:1: several columns are called "name1"' 'name1,name2,NAME1\n'
wrong_pairs '^pairs.csv:4:6: no kind is called so' 'name1,name2,kind\na,b,\n"a\n,",b,person\n'
wrong_pairs '^pairs.csv:2:3: is not UTF-8, or holds a NUL' 'name1,name2\na,b\377\n'
wrong_pairs '^pairs.csv:2:1: is not UTF-8, or holds a NUL' 'name1,name2\na\000b,b\n'
wrong_pairs '^pairs.csv:3:1: more cells than the header has' 'name1,name2\na,b\na,b,c\n'
wrong_pairs '^pairs.csv:2:[0-9]*: a quote within an unquoted cell' 'name1,name2\na"b,b\n'
tells 2 '^nowhere: ' compare --pairs nowhere

# A row of any length, and a million parts, in bounded time.
{ echo name1,name2 && head -c 65536 /dev/zero | tr '\0' 'a' && printf ',' && yes 'abd al' | head -n 9999 | tr '\n' ' ' && echo; } >pairs.csv
run 0 compare --pairs pairs.csv
[ -w /dev/full ] && { "$tool" compare --pairs pairs.csv >/dev/full 2>err; [ $? -eq 2 ] || fail 'a full disk is not told'; }
exit $wrong
