#!/bin/sh
# tool.sh TOOL: what the desig tool answers, and with which exit status.
set -u
tool=$1
. "$(dirname "$0")/asking.sh"

# ---- Help and errors in the command line ----
says 0 '^Usage: desig COMMAND' --help
says 0 '^desig [0-9]*\.[0-9]' --version
for command in status show find screen actions convert diff check; do
    says 0 "^Usage: desig $command LIST" "$command" --help
    says 0 "^  $command " --help
    tells 2 'which list' "$command"
    tells 2 'unknown option --nonsense' "$command" "$data" --nonsense
done
for command in status actions convert check 'find --name a' 'show --id a'; do
    # shellcheck disable=SC2086
    tells 2 '^/nowhere/list.csv: ' $command /nowhere/list.csv
done
tells 2 'which command'

# Every command writes to a file that appears whole or not at all, and tells only errors where that is asked for.
for asked in 'status' 'actions --csv' 'find --name ansarallah' 'show --id ansarallah' 'graph' 'timeline' 'convert'; do
    # shellcheck disable=SC2086
    run 0 $asked "$data" && cp "$work/out" "$work/expected"
    # shellcheck disable=SC2086
    run 0 $asked "$data" -o "$work/written" --quiet
    cmp -s "$work/expected" "$work/written" || fail "$asked -o: not what standard output gets"
    [ ! -s "$work/out" ] && [ ! -s "$work/err" ] || fail "$asked -o --quiet: says something"
done
sed '$d' "$data" >"$work/shorter"
run 1 diff "$data" "$work/shorter" --csv && cp "$work/out" "$work/differences"
run 1 diff "$data" "$work/shorter" --csv -o "$work/written"
cmp -s "$work/differences" "$work/written" || fail 'diff -o: not what standard output gets'
run 1 find "$data" --name nobody-is-called-so --output="$work/written"
grep -q '^Nothing like' "$work/written" || fail 'find -o: nothing found is an answer, too'
run 2 status /nowhere/list.csv -o "$work/written"
grep -q '^Nothing like' "$work/written" || fail 'an error must leave the file as it was'
tells 2 '^/nowhere/written: cannot be opened for writing: ' status "$data" -o /nowhere/written
tells 2 '^/nowhere/list.csv: ' status /nowhere/list.csv --quiet
tells 2 'no command nonsense' nonsense
tells 2 'find: --name needs a value' find "$data" --name
tells 2 'find: --name needs a value' find "$data" --name --csv
tells 2 'given twice' find "$data" --name a --name b
tells 2 'must not be empty' find "$data" --name=
tells 2 '--csv takes no value' find "$data" --csv=yes
tells 2 'Give --name or --identifier' find "$data"
tells 2 'whole number' find "$data" --name a --limit 0
tells 2 'above 0' find "$data" --name a --min-score 1.5
tells 2 'ignore, corroborate or full' find "$data" --name a --weak never
tells 2 'individual, group' find "$data" --name a --kind person
tells 2 'is no day' status "$data" --on 2021-02-30
tells 2 'is no day' status "$data" --on 2021-02
tells 2 'is no date' actions "$data" --from 5/6/2021
tells 2 'no format' convert "$data" --to ofac-sdn
tells 2 'Give --id or --name' show "$data"
tells 2 'Give --id or --name' show "$data" --id a --name b

# ---- The story, day by day ----
count() { # count DAY NUMBER PATTERN: how many rows of the status match
    run 0 status "$data" --csv --on "$1"
    [ "$(grep -c -e "$3" "$work/out")" -eq "$2" ] || fail "status on $1: not $2 rows of $3"
}
count 2021-02-01 4 'US-STATE,SDN,SDGT,designated,2021-01-19,2021-02-16'
count 2021-03-15 5 ',US-OFAC,SDN,YEMEN,designated,'
count 2021-03-15 0 '^ansarallah,'
count 2021-05-20 7 ',designated,20[12].*'
count 2021-05-20 1 '^yusuf-al-madani,.*US-STATE,SDN,SDGT,designated,2021-05-20,'
count 2024-03-01 1 '^ansarallah,'
count 2025-04-01 2 '^ansarallah,'
prints 1 status "$data" --csv --on 2021-03-15 --id ansarallah <<'END'
id,name,authority,list,program,status,since,until,stated,action,announced,legal_basis,justification,statement_by,citation,source
ansarallah,Ansarallah,US-STATE,FTO,FTO,revoked,2021-02-16,2025-03-05,yes,revoked,2021-02-12,INA 219,"Humanitarian: the designations could cut Yemenis off from food, fuel and other basic goods","Antony Blinken, Secretary of State","Announcement by the Secretary of State, 2021-02-12",designations.csv
ansarallah,Ansarallah,US-STATE,SDN,SDGT,revoked,2021-02-16,2024-02-16,yes,revoked,2021-02-12,E.O. 13224,"Humanitarian: the designations could cut Yemenis off from food, fuel and other basic goods","Antony Blinken, Secretary of State","Announcement by the Secretary of State, 2021-02-12",designations.csv
END
says 1 '^      decided by: revoked, announced 2021-02-12 (INA 219): Humanitarian' \
    status "$data" --on 2021-03-15 --id ansarallah
says 0 '^Status on 2021-03-15$' status "$data" --on 2021-03-15 --linked-to ansarallah
says 0 '^Of 7 records: 5 designated, 0 uncertain' status "$data" --on 2021-03-15 --linked-to ansarallah
says 0 '^US-OFAC / SDN / YEMEN$' status "$data" --on 2021-03-15
says 1 'not recorded' status "$data" --on 1990-01-01 --all
tells 1 'no record has the id nobody' status "$data" --id nobody
tells 1 'no record is linked to nobody' status "$data" --linked-to nobody
says 0 '^Status on .* (today: ' status "$data"
printf 'id,kind,name,action,date\na,group,A,designated,2021\n' >"$work/unnamed.csv"
says 3 '^(no authority named)$' status "$work/unnamed.csv" --on 2021-06-01
says 0 '^Of 1 record: 1 designated' status "$work/unnamed.csv" --on 2022-01-01

# ---- One record ----
says 0 'supported-by  Iran' show "$data" --id ansarallah --on 2021-02-01
says 0 'asserted by Antony Blinken, Secretary of State, 2021-05-20' show "$data" --id ansarallah
says 0 '(mansur-al-saadi)  leader-of$' show "$data" --id ansarallah
says 0 '^  PARTISANS OF GOD  (aka, weak)$' show "$data" --name Ansarulah
says 0 'disputed by The Dispatch' show "$data" --name Taliban
says 0 '^id,' show "$data" --id taliban --csv
tells 1 'no record has the id nobody' show "$data" --id nobody
tells 1 'no record has a name like' show "$data" --name "Qwertyuiop Zxcvbnm"

# ---- Finding ----
says 0 '^query,rank,score,id,kind,name,matched_name,strength,source,' find "$data" --csv --name Ansarulah
says 0 '^Ansarulah,1,0\.9[0-9]*,ansarallah,group,Ansarallah,' find "$data" --csv --name Ansarulah
says 0 'does not mean not blocked' find "$data" --name Ansarulah
says 1 'does not mean not blocked' find "$data" --name "Qwertyuiop Zxcvbnm"
says 0 'kind: conflict' find "$data" --name Ansarallah --kind vessel --min-score 0.5 --explain
says 3 '^Unscreenable: ' find "$data" --name 'አበበ'
says 3 'does not mean not blocked' find "$data" --name 'አበበ'
tells 3 '^Unscreenable: ' find "$data" --csv --name 'አበበ'
tells 3 'nothing that can be compared' show "$data" --name '***'
says 0 'ansarulah = ansarullah (typing ' find "$data" --name Ansarulah --explain
says 1 '^query,' find "$data" --csv --name "Qwertyuiop Zxcvbnm"
says 1 'Nothing like' find "$data" --name Taliban --program YEMEN
# A filter that names nothing would clear everybody.
tells 2 '"SGDT" occurs nowhere.*SDGT meant' find "$data" --name Taliban --program SGDT
tells 2 '"SDM" occurs nowhere.*SDN meant' find "$data" --name Taliban --list SDM
tells 2 '"US-OFAX" occurs nowhere.*US-OFAC meant' actions "$data" --authority US-OFAX
tells 2 '"FTOO" occurs nowhere.*FTO meant' diff "$data" "$data" --program FTOO
tells 2 '"NONSENSE" occurs nowhere' timeline "$data" --program NONSENSE
tells 1 'program CYBER4, which is known' actions "$data" --program CYBER4

# ---- Actions ----
run 0 actions "$data" --csv --from 2021-05 --to 2021-05
[ "$(wc -l <"$work/out")" -eq 3 ] || fail 'actions of May 2021: not two'
says 0 '^id,name,action,announced,date,authority,list,program,justification,' \
    actions "$data" --csv --authority US --program sdgt
says 0 '^  2021-05-20  designated by US-STATE, list SDN, program SDGT (E.O. 13224)' actions "$data" --from 2021-05
says 1 'No action' actions "$data" --to 1990

# ---- Converting ----
# same_parts FILE [OTHER]: whether both (or the last output) have the same parts. The files of which they were read
# have other names, and a ledger knows their checksums.
same_parts() {
    sed '/^,source,/d' "$1" >"$work/parts"
    sed '/^,source,/d' "${2:-$work/out}" | cmp "$work/parts" -
}
run 0 convert "$data" -o "$work/once.csv"
run 0 convert "$work/once.csv" --to statements -o "$work/twice.csv"
cmp "$work/once.csv" "$work/twice.csv" || fail 'statements are not the same again'
run 0 convert - <"$data"
same_parts "$work/once.csv" || fail 'standard input gives other statements'
says 0 '^id,kind,name,aliases,titles,action,announced,date,authority,list,program,measures,' \
    convert "$data" --to designations
run 0 convert "$data" --to designations -o "$work/people.csv"
run 0 convert "$work/people.csv"
same_parts "$work/once.csv" || fail 'the shipped list does not survive its own layout'
for command in 'status --on 2021-02-01' 'show --id taliban' 'find --name Taliban' actions check; do
    # shellcheck disable=SC2086
    "$tool" $command - <"$data" >"$work/out" 2>"$work/err" || fail "desig $command: standard input is not read"
done
cat >"$work/more.csv" <<'END'
id,kind,name,aliases
ansarallah,group,Ansarallah,One More Alias
new,group,"Say ""A"", B",
END
run 0 show "$data" "$work/more.csv" --id ansarallah
for part in 'One More Alias' 'ANSARULLAH' 'SDGT'; do
    grep -q "$part" "$work/out" || fail "merging two lists loses $part"
done
says 1 '^new,"Say ""A"", B",,,,not' status "$data" "$work/more.csv" --csv --id new

# ---- Lists of OFAC: days, companions, derived listings ----
mkdir "$work/set"
printf '%s\n' '36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ' \
    '306,"BANCO NACIONAL DE CUBA",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Linked To: AEROCARIBBEAN AIRLINES."' \
    >"$work/set/sdn.csv"
tells 3 'give it: --as-of DATE' status "$work/set/sdn.csv" --id us-ofac:36
tells 3 'warning: alt.csv is not beside it' status "$work/set/sdn.csv"
says 0 'designated as of 2023-12-28  not stated' status "$work/set/sdn.csv" --as-of 2023-12-28
says 0 '^us-ofac:36,AEROCARIBBEAN AIRLINES,US,SDN,CUBA,designated,../2023-12-28,,no,,,,,,,us-ofac$' \
    status "$work/set/sdn.csv" --csv --as-of 2023-12-28 --id us-ofac:36
says 3 'uncertain; listed on 2023-12-28' status "$work/set/sdn.csv" --as-of 2023-12-28 --on 2020-01-01
tells 0 '1 of these links give the party.s name and no id' \
    status "$work/set/sdn.csv" --as-of 2023-12-28 --linked-to us-ofac:36
says 0 '^  BANCO NACIONAL DE CUBA (us-ofac:306)  linked-to (by name)$' show "$work/set/sdn.csv" --id us-ofac:36
tells 1 '2 listings' actions "$work/set/sdn.csv"
printf '%s\n' '36,12,"aka","AERO-CARIBBEAN",-0- ' >"$work/set/alt.csv"
says 0 'AERO-CARIBBEAN' show "$work/set/sdn.csv" --id us-ofac:36
says 0 'AERO-CARIBBEAN' show "$work/set/alt.csv" "$work/set/sdn.csv" --id us-ofac:36
grep -q 'alt.csv' "$work/err" && fail 'a companion is read twice'
mv "$work/set/sdn.csv" "$work/set/2023-12-28.csv"
says 0 'AERO-CARIBBEAN' show "$work/set/2023-12-28.csv" --id us-ofac:36
says 0 '^Status on 2023-12-28 (the newest day' status "$work/set/2023-12-28.csv"

tells 0 'parts do not fit into the designations form' convert "$work/set/2023-12-28.csv" --to designations

# ---- Packed files ----
gzip -c "$data" >"$work/list.csv.gz"
cp "$work/list.csv.gz" "$work/packed-under-another-name.csv"
for packed in "$work/list.csv.gz" "$work/packed-under-another-name.csv"; do
    run 0 convert "$packed"
    same_parts "$work/once.csv" || fail "$packed is read otherwise than what is packed"
done
run 0 convert - <"$work/list.csv.gz"
same_parts "$work/once.csv" || fail 'packed standard input is read otherwise'
head -c 3000 "$work/list.csv.gz" >"$work/short.csv.gz"
tells 2 'short.csv.gz: cannot unpack (gzip): the file is cut short' status "$work/short.csv.gz"
{ head -c 3000 "$work/list.csv.gz" && printf 'damaged' && tail -c +3008 "$work/list.csv.gz"; } >"$work/torn.csv.gz"
tells 2 'torn.csv.gz: cannot unpack (gzip): i' status "$work/torn.csv.gz"
tells 2 'short.csv.gz: cannot unpack' status "$data" "$work/short.csv.gz"
{ head -n 1 "$data" && head -c 50000000 /dev/zero | tr '\0' x; } | gzip >"$work/bomb.csv.gz"
tells 2 'bomb.csv.gz:2:1: a line longer than 4194304 bytes' status "$work/bomb.csv.gz"
tells 2 'set: cannot read: ' status "$work/set"
mkdir "$work/packed-set"
gzip -c "$work/set/2023-12-28.csv" >"$work/packed-set/sdn.csv.gz"
gzip -c "$work/set/alt.csv" >"$work/packed-set/alt.csv.gz"
for lists in sdn.csv.gz '*.gz'; do
    # shellcheck disable=SC2086
    says 0 'AERO-CARIBBEAN' show "$work/packed-set/"$lists --id us-ofac:36
    grep -q 'alt.csv' "$work/err" && fail 'a packed companion is not read with its primary file'
done

# ---- Several lists: sources, ids that two of them have, links that say who is the same ----
cat >"$work/csl.csv" <<'END'
_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids
x,Specially Designated Nationals (SDN) - Treasury Department,36,Entity,CUBA,AEROCARIBBEAN AIRLINES,,,,,,,,,,,,,,,,,,,,,,,
END
printf 'id,kind,name,action,date,authority,program,links\nmine,group,Aerocaribbean,designated,1986,US-OFAC,CUBA,same-as=us-ofac:36\nnot-it,group,Other,,,,,\n' >"$work/mine.csv"
printf 'id,kind,name,action,links\ndoubted,group,Caribbean,disputed,same-as=us-ofac:36\n' >"$work/doubted.csv"
many="$work/set/2023-12-28.csv $work/csl.csv $work/mine.csv $work/doubted.csv"
# shellcheck disable=SC2086
{
    says 0 '^1\.00 .*us-csl:36 .* us-csl$' find $many --name 'Aerocaribbean Airlines'
    says 0 '^1\.00 .*us-ofac:36 .* us-ofac$' find $many --name 'Aerocaribbean Airlines'
    says 0 '^mine  .* mine\.csv$' status $many
    says 0 ',CUBA,designated,1986,,.*,mine\.csv$' status $many --csv
    says 0 '^Aerocaribbean (mine), from mine\.csv$' actions $many
    says 0 'mine,Aerocaribbean,designated,.*,mine\.csv$' actions $many --csv
    says 0 '^Also on$' show $many --id us-csl:36
    for id in mine us-csl:36; do
        says 0 "^$id .*\(designated\|uncertain\)" status $many --id us-ofac:36
        says 0 "^$id .*\(designated\|uncertain\)" show $many --id us-ofac:36
    done
    grep -q '^doubted ' "$work/out" && fail 'a disputed link makes two parties one'
    grep -q 'same-as  Aerocaribbean\|(mine)  same-as' "$work/out" || fail 'the link itself is not shown'
    says 0 '^us-csl:36 ' status $many --id mine
    run 1 status $many --id not-it
    grep -q '^Also on' "$work/out" && fail 'who has no partner is also on something'
    run 0 convert $many
    [ "$(grep -c ',link,same-as,us-ofac:36,' "$work/out")" -eq 3 ] || fail 'links of several lists do not stay links'
    [ "$(grep -c '^[a-z:0-9-]*,record,' "$work/out")" -eq 6 ] || fail 'records of several lists do not stay their own'
    run 1 check $many
}
printf '36,"SAME GROUP",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n306,"OTHER",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n' >"$work/official.csv"
tells 0 'csv: 2 records have the id of one of an earlier list: .* what one edition no longer has' \
    status "$work/set/2023-12-28.csv" "$work/official.csv"
tells 0 'more.csv: 1 record has the id of one of an earlier list: what both say stands in one record$' \
    show "$data" "$work/more.csv" --id ansarallah

# ---- Difference ----
cat >"$work/old.csv" <<'END'
id,kind,name,aliases,action,date,authority,list,program,birth_dates,links
a:9,individual,"Hamzi, Muti",Abu X,designated,2020,US-STATE,SDN,SDGT,1962,
a:10,group,Gone Group,,designated,2020,US-STATE,SDN,FTO;SDGT,,
a:11,group,Same Group,,,,,,,,same-as=us-ofac:36
END
cat >"$work/new.csv" <<'END'
id,kind,name,aliases,action,date,authority,list,program,birth_dates,links
a:9,individual,"AL-HAMZI, Muti",Abu-X,designated,2020,US-STATE,SDN,FTO,1962;1963,
a:11,group,Same Group,,,,,,,,same-as=us-ofac:36
a:100,group,New Group,,,,,,,,
END
prints 1 diff "$work/old.csv" "$work/new.csv" <<'END'
Added

id     kind   name       programs
a:100  group  New Group

Removed

id    kind   name        programs
a:10  group  Gone Group  FTO, SDGT

Changed

a:9  AL-HAMZI, Muti (individual)
name        was   Hamzi, Muti (primary, strong)
            now   AL-HAMZI, Muti (primary, strong)
birth-date  new   1963
action      gone  designated 2020 by US-STATE, list SDN, program SDGT
            new   designated 2020 by US-STATE, list SDN, program FTO
spelling    was   Abu X (aka, strong)
            now   Abu-X (aka, strong)

1 added, 1 removed, 1 changed in 5 parts.
END
prints 1 diff "$work/old.csv" "$work/new.csv" --csv --program fto --ignore spelling <<'END'
change,id,part,before,after,class,kind,name,programs,other_id
changed,a:9,name,"Hamzi, Muti (primary, strong)","AL-HAMZI, Muti (primary, strong)",name,individual,"AL-HAMZI, Muti",FTO,
changed,a:9,birth-date,,1963,date,individual,"AL-HAMZI, Muti",FTO,
changed,a:9,action,"designated 2020 by US-STATE, list SDN, program SDGT",,program,individual,"AL-HAMZI, Muti",FTO,
changed,a:9,action,,"designated 2020 by US-STATE, list SDN, program FTO",program,individual,"AL-HAMZI, Muti",FTO,
removed,a:10,record,Gone Group,,,group,Gone Group,"FTO, SDGT",
END
says 1 '^0 added, 0 removed, 1 changed in 1 part\.$' diff "$work/old.csv" "$work/new.csv" --class date
tells 0 '3 records differ in what is not asked for' diff "$work/old.csv" "$work/new.csv" --class link --program SDGT
says 0 '^0 added, 0 removed, 0 changed in 0 parts\.$' diff "$data" "$data"
tells 2 'which two lists' diff "$data"
tells 2 'which two lists' diff "$data" "$data" "$data"
tells 2 'must be id or same-as' diff "$data" "$data" --match name
tells 2 'must be identity, name' diff "$data" "$data" --class nothing
tells 2 '^/nowhere/list.csv: ' diff "$data" /nowhere/list.csv
says 1 '^0 only in NEW, 2 only in OLD, 0 different' diff "$work/old.csv" "$work/official.csv" --match same-as
tells 1 '1 records that only .*official.csv has are left out' diff "$work/old.csv" "$work/official.csv" --match same-as
says 1 '^us-ofac:306  group  OTHER' diff "$work/old.csv" "$work/official.csv" --match same-as --all
printf 'id,kind,name,links\nb,group,B,same-as=us-ofac:36;same-as=us-ofac:306\n' >"$work/both.csv"
prints 1 diff "$work/both.csv" "$work/official.csv" --match same-as --csv <<'END'
change,id,part,before,after,class,kind,name,programs,other_id
ambiguous,b,record,B,SAME GROUP,,group,SAME GROUP,CUBA,us-ofac:36
ambiguous,b,record,B,OTHER,,group,OTHER,CUBA,us-ofac:306
END

# ---- Any other CSV ----
cat >"$work/other.csv" <<'END'
Ref;Full Name;Type;Listed;DOB;Alias, weak
7;Ann One;Person;05/06/2021;12/03/1960;Annie
8;Bolt Ltd;Org;20/05/2021;;
7;Ann Oné;Person;05/06/2021;1961;
END
says 0 'designated  2021-06-05' status "$(dirname "$data")/register.csv" --on 2022-01-01 --delimiter ';' --date-format dmy \
    --map 'id=Ref,name=First+Last,kind=Type,Person=individual,Org=group,date=Listed,birth_dates=DOB,authority:=XX-YY'
map='id=Ref,name=Full Name,kind=Type,date=Listed,birth_dates=DOB,weak:aliases=Alias\, weak'
map="$map,Org=group,Person=individual,authority:=XX-YY"
run 0 convert "$work/other.csv" --map "$map" --delimiter ';' --date-format dmy
grep -q '^7,action,designated,.*,XX-YY,.*,2021-06-05,' "$work/out" || fail 'a mapped date is not read'
grep -q '^7,name,aka,Annie,,weak,' "$work/out" || fail 'a mapped weak alias is not read'
grep -q '^8,record,group,' "$work/out" || fail 'a mapped word is not read'
cp "$work/out" "$work/by-options.csv"
printf '%s\n' '# a list of nobody we know' 'delimiter = ;' 'date-format = dmy' '' 'id = Ref' 'name = Full Name' \
    'kind = Type' 'date = Listed' 'birth_dates = DOB' 'weak:aliases = Alias, weak' 'Org = group' \
    'Person = individual' 'authority := XX-YY' >"$work/other.map"
run 0 convert "$work/other.csv" --map "$work/other.map"
cmp "$work/by-options.csv" "$work/out" || fail 'a map of a file is not the same as one of the command line'
run 0 convert - --map "$work/other.map" <"$work/other.csv"
same_parts "$work/by-options.csv" || fail 'standard input is not read by a map'
says 0 'Bolt Ltd' find "$work/other.csv" "$data" --map "$work/other.map" --name 'Bolt Ltd'
says 0 'Ansarallah' find "$work/other.csv" "$data" --map "$work/other.map" --name Ansarulah
tells 0 'Listed: the order of day and month is not known' convert "$work/other.csv" --map "$map"
tells 2 'other.csv:1:1: no column "Reff"' status "$work/other.csv" --map 'id=Reff,name=Full Name'
tells 2 'no column "Full Name"' status "$work/other.csv" --map 'name=Full Name' --delimiter ,
tells 2 '"nmae=Full Name" is no column' status "$work/other.csv" --map 'nmae=Full Name'
tells 2 'no type of action' status "$work/other.csv" --map 'name=Full Name,removed:date=Listed'
tells 2 'header=yes or header=no' status "$work/other.csv" --map 'name=#2'
tells 2 'none of these lists' status "$data" "$data" --map 'name=Full Name'
tells 2 'goes with --map' status "$data" --date-format dmy
tells 2 'must be dmy or mdy' status "$data" --map name=x --date-format ymd
tells 2 'must be one character' status "$data" --map name=x --delimiter ab
tells 2 'nowhere.map: cannot read' status "$data" --map "$work/nowhere.map"
printf 'name = Full Name\nsource =\n' >"$work/bad.map"
tells 2 'bad.map:2: "source =" must not be empty' status "$work/other.csv" --map "$work/bad.map"

# ---- Checking ----
run 0 check "$data"
says 0 '^1 record: 0 findings, 0 notes$' check "$work/unnamed.csv"
cat >"$work/doubtful.csv" <<'END'
id,kind,name,aliases,action,date,program,links
a:1,group,Alpha,Alpha,revoked,2020,P,linked-to=a:9
a:1,,,,designated,2021,P,
a:2,individual,Beta,,designated,,P,linked-to=a:1
END
for check in alias-equals-primary revoked-before-designated link-to-nothing no-effective-date; do
    says 1 ",$check,.*,warning,a:" check "$work/doubtful.csv" --csv
done
says 1 '^file,line,column,field,check,message' check "$work/doubtful.csv" --csv
run 1 check "$work/set/alt.csv"
grep -q alias-equals-primary "$work/out" && fail 'an alias of a record without a primary name equals it'
run 0 check "$work/doubtful.csv" --ignore alias-equals-primary --ignore revoked-before-designated \
    --ignore link-to-nothing --ignore no-effective-date
tells 2 '^standard input: ' check - </dev/null
printf 'hello\nworld\n' >"$work/no-list.csv"
tells 2 'no-list.csv:1:1: the first row' status "$work/no-list.csv"

# ---- Ledgers ----
sdn_row() { printf '%s,"%s","individual","%s",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n' "$1" "$2" "$3"; }
sdn_row 1 'ALPHA, Ann' 'SDGT] [FTO' >"$work/2021-08-18.csv"
sdn_row 1 'ALPHA, Ann' 'SDGT] [FTO' >"$work/2021-08-20.csv"
{ sdn_row 1 'ALPHA, Anna' SDGT && sdn_row 2 'BETA, Bob' YEMEN; } >"$work/2022-05-20.csv"
ledger=$work/made.ledger
says 0 '3 editions, 2021-08-18 to 2022-05-20 (3 new); 2 records, 2 of them' \
    ledger -o "$ledger" "$work/2022-05-20.csv" "$work/2021-08-18.csv" "$work/2021-08-20.csv"
run 1 ledger -o "$ledger" "$work/2022-05-20.csv"
tells 1 'aliases were never observed' find "$ledger" --name 'Nobody At All' --on 2022-06-01
tells 1 'aliases were never observed' find "$ledger@2022-05-20" --name 'Nobody At All'
# Two processes that extend one ledger: one waits for the other, and what either says is done is there.
runs=0
while [ $((runs += 1)) -le 30 ]; do
    rm -f "$work/twice" && "$tool" ledger -o "$work/twice" "$work/2021-08-18.csv" >/dev/null
    "$tool" ledger -o "$work/twice" "$work/2021-08-20.csv" >/dev/null 2>&1 &
    "$tool" ledger -o "$work/twice" "$work/2022-05-20.csv" >/dev/null 2>&1
    second=$?
    wait $!
    first=$?
    done=$((1 + (first == 0) + (second == 0)))
    held=$("$tool" ledger -o "$work/twice" --editions --csv | sed 1d | wc -l)
    [ "$held" -eq "$done" ] || fail "a ledger that two extend holds $held editions of $done"
done
tells 2 'older than the ledger' ledger -o "$ledger" "$work/2021-08-18.csv"
tells 2 'no ledger' ledger -o "$work/2021-08-18.csv" "$work/2022-05-20.csv"
tells 2 'which ledger' ledger "$work/2021-08-18.csv"
cp "$work/2021-08-20.csv" "$work/undated.csv"
tells 2 'no day is given' ledger -o "$work/other.ledger" "$work/undated.csv"
run 0 ledger -o "$work/other.ledger" "$work/undated.csv" --date 2021-08-20
says 0 '^us-ofac:1,.*,US-STATE,SDN,FTO,listed,../2021-08-18' status "$ledger" --on 2021-08-19 --id us-ofac:1 --csv
says 0 '^us-ofac:1,.*,US-STATE,SDN,FTO,not listed,2021-08-20/2022-05-20' \
    status "$ledger" --on 2023-01-01 --id us-ofac:1 --csv
run 3 status "$ledger" --on 2022-05-20 --id us-ofac:2
run 1 status "$ledger" --on 2021-08-19 --id us-ofac:2
tells 0 'published time answers' status "$ledger" --on 2021-08-19 --id us-ofac:1
says 0 '^us-ofac:1  ALPHA, Ann ' status "$ledger" --on 2021-08-19 --id us-ofac:1
says 1 '^Nothing like' find "$ledger" --name 'BETA, Bob' --on 2021-08-19
says 0 'BETA, Bob' find "$ledger" --name 'BETA, Bob' --on 2022-06-01
says 0 ' ALPHA, Ann  ' find "$ledger" --name 'ALPHA, Ann' --on 2021-08-19
tells 0 'published time answers' find "$ledger" --name 'ALPHA, Ann' --on 2021-08-19
tells 0 '1 record first in the next copy, of 2022-05-20' find "$ledger" --name 'ALPHA, Ann' --on 2021-08-21
says 0 '^  ALPHA, Ann ' show "$ledger" --id us-ofac:1 --on 2021-08-19
says 0 '^  ALPHA, Anna ' show "$ledger" --id us-ofac:1
tells 0 'not on the list on that day' show "$ledger" --id us-ofac:2 --on 2021-08-19
run 0 show "$ledger" --id us-ofac:1 --on 2021-08-19 --csv
"$tool" show "$work/2021-08-18.csv" --id us-ofac:1 --csv 2>/dev/null | cmp -s - "$work/out" || fail 'not as published'
# Aliases are in one copy alone, and count on where nobody looked for them.
mkdir -p "$work/2022-06-01"
cp "$work/2022-05-20.csv" "$work/2022-06-01/sdn.csv"
echo '2,1,"aka","BOBBY",-0- ' >"$work/2022-06-01/alt.csv"
cp "$work/2022-05-20.csv" "$work/2022-07-01.csv"
cp "$ledger" "$work/with-aliases.ledger"
run 0 ledger -o "$work/with-aliases.ledger" "$work/2022-06-01/sdn.csv" "$work/2022-07-01.csv"
run 1 find "$work/with-aliases.ledger" --name BOBBY --on 2022-05-30
run 0 find "$work/with-aliases.ledger" --name BOBBY --on 2022-06-01
tells 0 'has no ofac-alt; what that of 2022-06-01 said counts on' find "$work/with-aliases.ledger" --name BOBBY
run 1 find "$work/with-aliases.ledger@2022-07-01" --name BOBBY
says 0 '  BOBBY  (aka' show "$work/with-aliases.ledger" --id us-ofac:2
# The actions of a ledger are those of all who were ever on it, as they were last stated.
echo 'id,kind,name,action,date,authority,list,program' | tee "$work/2020-06-01.csv" >"$work/2020-07-01.csv"
printf '%s\n' 'a,group,A,designated,2020-03-01,GB-FCDO,UK,L' 'b,group,B,designated,2020-04-01,GB-FCDO,UK,L' >>"$work/2020-06-01.csv"
echo 'a,group,A,designated,2020-03-02,GB-FCDO,UK,L' >>"$work/2020-07-01.csv"
run 0 ledger -o "$work/uk.ledger" --allow-mass-removal "$work/2020-06-01.csv" "$work/2020-07-01.csv"
prints 0 actions "$work/uk.ledger" --csv <<'END'
id,name,action,announced,date,authority,list,program,justification,legal_basis,statement_by,citation,source
a,A,designated,,2020-03-02,GB-FCDO,UK,L,,,,,uk.ledger
b,B,designated,,2020-04-01,GB-FCDO,UK,L,,,,,uk.ledger
END
tells 0 'effective time answers: the dates' status "$work/uk.ledger" --on 2020-06-15 --id a
tells 0 'effective time answers with .* published time' status "$work/uk.ledger" --on 2020-07-15
# With other lists, a ledger is the list of the day.
run 0 find "$ledger" "$data" --name 'ALPHA, Ann' --on 2021-08-19
run 1 find "$ledger" "$data" --name 'BETA, Bob' --on 2021-08-19
tells 3 'before its first edition' show "$ledger@2021-08-17" --id us-ofac:1
tells 0 'the copy of 2021-08-20, the newest by 2022-01-01' show "$ledger@2022-01-01" --id us-ofac:1
tells 2 'this is no ledger' show "$work/2021-08-18.csv@2022-01-01" --id us-ofac:1
run 0 diff "$ledger@2021-08-20" "$work/2021-08-20.csv"
says 0 "^3,2022-05-20,,ofac-sdn,$work/2022-05-20.csv,sha256:$(sha256sum <"$work/2022-05-20.csv" | cut -c1-64)\$" \
    ledger -o "$ledger" --editions --csv
tells 2 'which editions' ledger -o "$ledger"
tells 2 'none.ledger: cannot open' ledger -o "$work/none.ledger" --editions
sed '$d' "$ledger" >"$work/cut.ledger"
tells 2 'cut.ledger: the ledger has .* it is cut off' status "$work/cut.ledger"
: >"$work/empty.ledger"
tells 2 'the file is empty' status "$work/empty.ledger"
tells 2 'the file is empty' ledger -o "$work/empty.ledger" "$work/2021-08-18.csv"
sed '2s/2021-08-18,,,1,/2021-08-18,,,one,/' "$ledger" >"$work/bad.ledger"
tells 2 'bad.ledger:2:[0-9]*: first_edition: ' status "$work/bad.ledger"
run 1 diff "$ledger@2021-08-20" "$ledger"
run 0 diff "$ledger@2021-08-18" "$ledger@2022-05-19"
tells 3 'before its first edition' diff "$ledger@2021-08-17" "$ledger"
prints 1 diff "$ledger@2021-08-20" "$ledger@2022-05-20" --csv --class program <<'END'
change,id,part,before,after,class,kind,name,programs,other_id
changed,us-ofac:1,listing,"listed by US-STATE, list SDN, program FTO",,program,individual,"ALPHA, Anna",SDGT,
END
says 1 '^us-ofac:2  individual  BETA, Bob  YEMEN$' diff "$work/2021-08-20.csv" "$ledger@2022-05-20" --program YEMEN
run 0 diff "$ledger@2021-08-20" "$ledger" --class measures
run 0 diff "$work/with-aliases.ledger@2022-06-01" "$work/with-aliases.ledger"
tells 0 '1 part was not compared' diff "$work/with-aliases.ledger@2022-06-01" "$work/with-aliases.ledger@2022-07-01"
for day in 2021-08-18 2021-08-20 2022-05-20; do
    "$tool" convert "$ledger@$day" >"$work/published" 2>/dev/null
    "$tool" convert "$work/$day.csv" >"$work/plain" 2>/dev/null
    same_parts "$work/plain" "$work/published" || fail "$day is not as published"
done

# ---- Output that cannot be written, and text that must not reach a terminal ----
if [ -w /dev/full ]; then
    "$tool" status "$data" >/dev/full 2>"$work/err"
    [ $? -eq 2 ] || fail 'a full disk is no error'
    grep -q 'standard output' "$work/err" || fail 'a full disk is not told'
fi
"$tool" status "$data" >&- 2>"$work/err"
[ $? -eq 2 ] || fail 'a closed standard output is no error'
"$tool" convert "$work/set/2023-12-28.csv" --to designations -o "$work/lossy.csv" 2>&-
grep -q 'do not fit\|without' "$work/lossy.csv" && fail 'messages go into the output when standard error is closed'
printf 'id,kind,name\na,group,\033[31mred\n' >"$work/escape.csv"
run 0 show "$work/escape.csv" --id a
grep -q "$(printf '\033')" "$work/out" && fail 'an escape sequence is printed'
exit $wrong
