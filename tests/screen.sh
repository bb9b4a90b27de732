#!/bin/sh
# screen.sh TOOL: what desig screen says of parties, and what its receipts prove.
set -u
tool=$1
. "$(dirname "$0")/asking.sh"
cd "$work" || exit 2

# rows N PATTERN: so many lines of the output match
rows() {
    [ "$(grep -c -e "$2" out)" -eq "$1" ] || fail "not $1 rows of $2"
}

columns=query,rank,score,id,kind,name,matched_name,strength,source
columns=$columns,born,nationality,identifier,kind_evidence,status,lists,programs,explanation,outcome,note,reference,row,line,alert

# ---- The command line ----
tells 2 'whom? Give --names' screen "$data"
tells 2 'takes nothing but the receipt' screen "$data" --verify r
tells 2 'cannot both be standard input' screen - --names -
tells 2 'standard input' screen - --names n.csv --receipt r
tells 2 'one file' screen "$data" --names n.csv --receipt r -o r
tells 2 'from 1 to 64' screen "$data" --names n.csv --threads 65
tells 2 'must be written name=COLUMN' screen "$data" --names n.csv --columns nme=x
tells 2 'two columns for one thing' screen "$data" --names n.csv --columns name=x,name=y
tells 2 'dmy or mdy' screen "$data" --names n.csv --date-format ymd

# ---- Files that cannot be read as parties, and where ----
refuses() { # refuses CONTENT PLACE-AND-PATTERN
    # shellcheck disable=SC2059 # the content is a format
    printf "$1" >refused.csv
    tells 2 "^refused.csv$2" screen "$data" --names refused.csv
}
refuses '' ':1:1: the file is empty'
refuses 'John\nMary\n' ':1:1: the header has no column "name", but "John"'
refuses 'name,NAME\na,b\n' ':1:1: several columns are called "name"'
refuses '\n"name\nJohn\n' ':2:[0-9]*: the header row cannot be read: a quoted cell that does not end'
refuses '\377\376n\000a\000' ':1:1: this is UTF-16'
tells 2 '^/nowhere: cannot be opened: No such file' screen "$data" --names /nowhere
tells 2 '^/nowhere/list.csv: ' screen /nowhere/list.csv --names "$data"
printf 'a,b\nJohn,c\n' >ab.csv
tells 2 'no column "born date"' screen "$data" --names ab.csv --columns 'name=a,born=born date'

# ---- Rows that nobody wrote carefully: each is told of, and the one behind it is read ----
printf '\357\273\277Name;born;note\r\n"Ansarallah";;"two\r\nlines; and a ""quote"""\r\n;1980;\r\n\r\nJohn "Jack" Smith;;\r\n' >hostile.csv
printf 'bad\377 name;;\r\na;b;c;d\r\n"open;1;2\r\n---;;\r\nTaliban;05/06/1999;\r\nnul\000l;;\r\nal-Qaeda;;' >>hostile.csv
run 0 screen "$data" --names hostile.csv --all
rows 1 "^$columns\$"
rows 1 '^Ansarallah,1,1.000,ansarallah,group,Ansarallah,Ansarallah,strong,.*,match,,,1,2,[0-9a-f]\{32\}-[0-9a-f]\{32\}$'
rows 1 ',unscreenable,the name is empty,,2,4,$'
rows 2 ',unscreenable,"a quote[^"]*",,[37],[6-9],$\|,unscreenable,a quoted cell that does not end,,6,9,$'
rows 1 '^bad� name,.*,unscreenable,"the name is not UTF-8, or holds a NUL",,4,7,$'
rows 1 ',unscreenable,more cells than the header has,,5,8,$'
rows 1 '^---,.*,unscreenable,the name has no letter or digit'
rows 1 '^Taliban,1,1.000,taliban,.*,match,the birth date is not understood,'
rows 1 ',"the name is not UTF-8, or holds a NUL",,9,'
rows 1 '^al-Qaeda,1,1.000,al-qaeda,.*,10,13,'
grep -q '^hostile.csv:4:1: unscreenable: the name is empty$' err || fail 'a row without a name is not told of'
grep -q '10 rows: 3 with a match, 0 without, 7 unscreenable; matches: ' err || fail 'rows are not counted'
grep -q 'empty lines that were passed over: 1' err || fail 'empty lines are not counted'
tail -n 1 err | grep -q '^Not listed does not mean not blocked' || fail 'the last line is not the caution'
run 0 screen "$data" --names hostile.csv
rows 0 unscreenable
{ echo name && awk 'BEGIN { while (i++ < 300000) printf "12345678" }' && echo && echo Taliban; } >long.csv
run 0 screen "$data" --names long.csv --all
rows 1 ',unscreenable,the row is longer than 1 MiB,,1,2,$'
rows 1 '^Taliban,1,1.000,taliban,.*,2,3,'
{ echo name && awk 'BEGIN { while (i++ < 200) printf "Taliban " }' && echo; } >long.csv
says 3 'unscreenable,the name is longer than 1024 bytes,' screen "$data" --names long.csv --all
printf 'name\n\n' | "$tool" screen "$data" --names - >out 2>err
[ $? -eq 3 ] || fail 'an empty line of one column is an empty name'
printf 'name\rNobody Atall\rTaliban\r' | "$tool" screen "$data" --names - --all >out 2>err
rows 1 '^Taliban,1,.*,2,3,'
printf 'name\n' >none.csv
run 1 screen "$data" --names none.csv
rows 1 "^$columns\$"
printf 'name\nNobody Atall\n' >none.csv
run 1 screen "$data" --names none.csv

# ---- What the columns tell of a party ----
cat >parties.csv <<'END'
No,"Name, full",DOB,Number,Type
7,Abdul Malik Al Houthi,01/02/1979,,individual
8,Abdul Malik Al Houthi,01/02/1944,,vessel
9,,,12345,
10,Taliban,,,club
END
meaning='reference=No,name=Name, full,born=DOB,identifier=Number,kind=Type'
run 0 screen "$data" --names parties.csv --columns "$meaning" --date-format dmy --all
rows 1 ',abdul-malik-al-houthi,individual,.*,agree,designated,.*,match,,7,1,2,'
rows 1 ',abdul-malik-al-houthi,individual,.*,conflict,designated,.*,match,,8,2,3,'
rows 1 '^12345,.*,unscreenable,"the name is empty, and nothing has the identifier",9,3,4,$'
rows 1 ',match,the kind is not understood,10,4,5,'
run 3 screen "$data" --names parties.csv --columns "$meaning" --list sdn --program FTO
run 0 screen "$data" --names parties.csv --columns "$meaning" --program yemen --on 2021-06-01
rows 2 '^Abdul.*,abdul-malik-al-houthi,.*,designated,SDN,YEMEN,.*,match,'
grep -q 'evidence was not understood, and not used: 3' err || fail 'evidence that is not understood is not counted'

# ---- Output: packed parties, several threads, files that appear whole or not at all ----
run 0 screen "$data" --names hostile.csv --all
cp out once
gzip -c hostile.csv >hostile.csv.gz
run 0 screen "$data" --names hostile.csv.gz --all
cmp -s once out || fail 'packed parties are screened otherwise'
echo old >kept
run 2 screen "$data" --names refused.csv -o kept --receipt kept.receipt
[ "$(cat kept)" = old ] || fail 'a failure changes the output file'
ln -s kept linked
run 0 screen "$data" --names hostile.csv --all -o linked
cmp -s once kept || fail '-o writes other bytes'
[ -L linked ] || fail '-o replaces a symbolic link'
run 2 screen "$data" --names hostile.csv -o nowhere/file
run 2 screen "$data" --names hostile.csv -o kept --receipt nowhere/file
cmp -s once kept || fail 'without its receipt an output appears'
[ -z "$(find . -name '*.tmp')" ] || fail 'temporary files are left'
if [ -w /dev/full ]; then
    tells 2 'cannot be written' screen "$data" --names hostile.csv -o /dev/full
    "$tool" screen "$data" --names hostile.csv >/dev/full 2>err
    [ $? -eq 2 ] || fail 'a full disk is no error'
fi

# ---- Receipts ----
cp "$data" list.csv
run 0 screen list.csv --names parties.csv --columns "$meaning" --date-format dmy --on 2021-06-01 --weak full \
    --min-score 0.75 --limit 3 --program SDGT --all -o out.csv --receipt r
for line in "names = parties.csv" "columns = name=Name, full,born=DOB,identifier=Number,kind=Type,reference=No" \
    "date-format = dmy" "min-score = 0.75" "limit = 3" "weak = full" "program = SDGT" "on = 2021-06-01" "all = yes" \
    "sha256 = $(sha256sum <list.csv | cut -d' ' -f1)" "sha256 = $(sha256sum <parties.csv | cut -d' ' -f1)" \
    "sha256 = $(sha256sum <out.csv | cut -d' ' -f1)" "rows unscreenable = 1" "records kept = 10"; do
    grep -qxF "$line" r || fail "the receipt lacks: $line"
done
tail -n 1 r | grep -q '^Not listed does not mean not blocked' || fail 'the last line of a receipt is not the caution'
sed "1d;s/.*,//;/^$/d" out.csv | sort >keys
sed -n '/^\[alerts\]/,/^\[parties/s/ = row .*//p' r | sort | cmp -s - keys || fail 'the alerts are not those of the rows'
says 0 'The output is the same, byte for byte' screen --verify r
says 0 '^Not listed does not mean not blocked' screen --verify r
tells 2 'is no receipt' screen --verify parties.csv
tells 2 'cannot be opened' screen --verify nowhere

sed 's/E.O. 13224/E.O. 13225/' list.csv >changed && mv changed list.csv
says 1 '^file list.csv: sha256: [0-9a-f]* in the receipt, [0-9a-f]* now$' screen --verify r
cp "$data" list.csv
run 0 screen --verify r
sed 's/Taliban/Talibann/' parties.csv >changed && cp parties.csv kept && mv changed parties.csv
says 1 '^parties parties.csv: sha256: ' screen --verify r
says 1 '^The output is not the same' screen --verify r
mv kept parties.csv
sed 's/^bytes = [0-9]*$/bytes = 1/' r >forged
says 1 '^output: bytes: 1 in the receipt' screen --verify forged
sed '/ = row 1, rank 1/d' r >forged
says 1 '^alerts: ' screen --verify forged
mv list.csv away
tells 2 'it was done in ' screen --verify r
run 0 screen - --names parties.csv --columns "$meaning" <away
"$tool" screen away --names - --columns "$meaning" --receipt r <parties.csv >out 2>err
"$tool" screen --verify r <parties.csv >out 2>err || fail 'parties on standard input cannot be verified'
"$tool" screen --verify r <ab.csv >out 2>err && fail 'other parties on standard input are taken for the same'

# An alert is another one when its record has changed, and only then.
key() { # key LIST: of the alert about the Taliban
    printf 'name\nTaliban\n' | "$tool" screen "$1" --names - 2>err | sed -n 's/^Taliban,1,.*,//p'
}
sed 's/PARTISANS OF GOD/PARTISANS/' away >other.csv
cmp -s away other.csv && fail 'no other record was changed'
[ "$(key away)" = "$(key other.csv)" ] || fail 'an alert opens again when another record changes'
sed 's/E.O. 13268 ended/E.O. 13268 has ended/' away >other.csv
cmp -s away other.csv && fail 'the record was not changed'
[ "$(key away)" = "$(key other.csv)" ] && fail 'an alert stays when its record changes'
[ ${#work} -gt 0 ] && [ "$(key away | wc -c)" -eq 66 ] || fail 'there is no alert'

# ---- Another script is not without a match; the separator can be told ----
printf 'No|name\n1|አበበ\n2|Qwertyuiop\n' >scripts.csv
run 3 screen "$data" --names scripts.csv --delimiter '|' --all --receipt r
rows 1 '^አበበ,,.*,unscreenable,some records have no name in its script,'
rows 1 '^Qwertyuiop,,.*,no match,'
for line in 'delimiter = |' 'rows unscreenable = 1' 'rows without = 1'; do
    grep -qxF "$line" r || fail "the receipt lacks: $line"
done
run 0 screen --verify r

# ---- Only what a ledger added or changed after a day ----
cat >ledger.csv <<'END'
id,part,type,value,strength,authority,program,date,ordinal,first_edition,last_edition
,edition,designations,e1.csv,,,,2024-01-01,,1,
,edition,designations,e2.csv,,,,2024-02-01,,2,
a,record,group,,,,,,,1,
a,name,primary,Alpha Shipping,strong,,,,,1,
b,record,group,,,,,,,1,
b,name,primary,Beta Trading,strong,,,,,1,
b,name,aka,Bay Trade,strong,,,,,2,
c,record,group,,,,,,,1,1
c,name,primary,Gamma Lines,strong,,,,,1,1
d,record,group,,,,,,,2,
d,name,primary,Delta Steel,strong,,,,,2,
END
printf 'name\nAlpha Shipping\nBeta Trading\nGamma Lines\nDelta Steel\n' >four.csv
run 0 screen ledger.csv --names four.csv
rows 3 ',match,'
rows 0 '^Gamma' # which is gone
run 0 screen ledger.csv --names four.csv --on 2024-01-15
rows 3 ',match,'
rows 0 '^Delta' # which is to come
run 0 screen ledger.csv@2024-01-15 --names four.csv
rows 3 ',match,'
run 0 screen ledger.csv@2024-02-10 --names four.csv --since 2024-01-31 --receipt r
rows 2 ',match,'
run 0 screen --verify r
run 1 screen ledger.csv@2024-01-31 --names four.csv --since 2024-01-31
tells 2 'needs one ledger' screen ledger.csv "$data" --names four.csv --since 2024-01-31
run 0 screen ledger.csv --names four.csv --since 2024-01-31 --receipt r
rows 2 ',match,'
rows 2 '^Beta Trading,1,1.000,b,\|^Delta Steel,1,1.000,d,'
run 0 screen --verify r
run 1 screen ledger.csv --names four.csv --since 2024-02-01
tells 3 'the ledger begins with 2024-01-01' screen ledger.csv --names four.csv --since 2023-12-31
tells 2 'needs one ledger' screen "$data" --names four.csv --since 2024-01-31
exit $wrong
