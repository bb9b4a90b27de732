#!/bin/sh
# checks.sh TOOL: each check of `desig check` on rows that it should tell, and on others that are nearly the
# same and as they should be. Rows that are called real stand so in their publisher's list.
set -u
tool=$1
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=0

fail() {
    printf 'not ok: %s\n' "$*"
    sed 's/^/    | /' "$work/found"
    wrong=1
}

# Whether the file has findings of a check; a pattern (grep's) that one of them must match may follow.
check() {
    "$tool" check "$work/$1" --csv ${as_of:+--as-of "$as_of"} >"$work/found" 2>"$work/errors"
    [ $? -ne 2 ] || fail "$1 cannot be read: $(cat "$work/errors")"
    grep -e ",$2," "$work/found" | grep -q -e "${3:-}"
}

# tells CHECK PATTERN and passes CHECK: about the rows on standard input, in the layout for people, with the
# columns of $columns
columns=id,kind,name,aliases,action,announced,date,authority,list,program,links,birth_dates,identifiers,remarks
rows() {
    echo "$columns" >"$work/rows.csv"
    cat >>"$work/rows.csv"
}
tells() {
    rows
    check rows.csv "$1" "$2" || fail "$1 is not told at $2"
}
passes() {
    rows
    check rows.csv "$1" && fail "$1 is told"
}
# Likewise, rows of OFAC's primary file: NUMBER|NAME|TYPE|PROGRAM|REMARKS
ofac_rows() {
    awk -F'|' '{ printf "%s,\"%s\",\"%s\",\"%s\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"%s\"\n", $1, $2, $3, $4, $5 }' >"$work/ofac.csv"
}
tells_ofac() {
    ofac_rows
    check ofac.csv "$1" "$2" || fail "$1 is not told at $2"
}
passes_ofac() {
    ofac_rows
    check ofac.csv "$1" && fail "$1 is told"
}

# ---- Names ----
tells alias-equals-primary 'rows.csv,2,18,aliases' <<'END'
a,group,VTB Bank,x; VTB Bank
END
passes alias-equals-primary <<'END'
a,group,VTB Bank,vtb bank; VTB
END
tells_ofac repeated-name 'ofac.csv,1,.*Remarks,.*,note' <<'END'
1|X|individual|SDGT|a.k.a. 'B B'; a.k.a. 'C'; a.k.a. 'B B'; a.k.a. 'B B'.
END
[ "$(grep -c repeated-name "$work/found")" -eq 1 ] || fail 'a name that comes three times is told twice'
passes repeated-name <<'END'
a,group,A,B B; fka:B B
END
tells narrative-name 'rows.csv,2,14,name' <<'END'
a,individual,"He was designated because he is believed to have led the group, which was listed later"
END
# Real names, of OFAC and of the EU: long ones are no narratives.
passes narrative-name <<'END'
a,group,"FEDERAL STATE BUDGETARY INSTITUTION OF SCIENCE P.I. K.A. VALIEV RAS OF THE MINISTRY OF SCIENCE AND HIGHER EDUCATION OF RUSSIA"
b,group,"33rd Central Scientific Research and Testing Institute of the Ministry of Defence of the Russian Federation"
c,group,"THE ORGANIZATION OF THE PEOPLE WHO STAND TO FIGHT"
END
# Real names of the US Consolidated Screening List.
for name in 'Far East Trading Company, Inc. (a.k.a. FETCO, Inc.)' 'Gazprom Sotsinvest, OOO (f.k.a., Gazprominvestarena OOO)' \
    'PEARL (A.K.A. NEI-CHIEN CHU) LI' "Ri Sung Chol (aka Ri Su'ng-ch'o'l) (DPRK individual)"; do
    echo "a,group,\"$name\"" | tells alias-in-name 'rows.csv,2,9,name'
done
for name in YK-AKA 'Aka Group' Akash 'Tanaka Co' 'AL-AKA, Ali'; do
    echo "a,group,\"$name\"" | passes alias-in-name
done
tells open-bracket 'rows.csv,2,9,name' <<'END'
a,group,Sabalan Petrochemical Industries Company (SPICO
END
tells open-bracket 'rows.csv,3,9,name' <<'END'
a,group,A (B) C
b,group,A) B (C
END
passes open-bracket <<'END'
a,group,A (B (C)) D
END

# ---- Letters ----
# Real names of the EU's list: a Latin i in a Cyrillic word, a Cyrillic letter in a Latin one.
tells mixed-script 'U+0069' <<'END'
a,individual,Сергiй
END
tells mixed-script 'U+0406' <<'END'
a,individual,Ruslan ROMASHKІN
END
passes mixed-script <<'END'
a,individual,Сергій (Sergiy) КГБ-X,Ελλάς; AK-47М; 東京Tower
END
for letter in '\302\240' '\302\255' '\342\200\213' '\342\200\216' '\342\200\256' '\357\273\277' '\001'; do
    # shellcheck disable=SC2059
    printf "a,group,A B$letter C\n" | tells invisible-character 'rows.csv,2,9,name'
done
# A joiner is spelling in Persian and Hindi.
printf 'a,group,A,\331\205\333\214\342\200\214\330\256\331\210\330\247\331\207\331\205\n' | passes invisible-character
printf 'a,group,"A\n\tB"\n' | passes invisible-character
for damaged in 'CafÃ©' 'Al-QaÃ¯da' 'â€œNameâ€' 'Ð¡ÐµÑ€Ð³ÐµÐ¹' 'A�B' 'Resident&apos;s' 'A&#233;B' 'Avenida Dom Jo?o II' 'A_x000D_'; do
    echo "a,group,A,,,,,,,,,,,$damaged" | tells encoding-damage 'rows.csv,2,21,remarks'
done
printf 'a,group,Xi\302\222an Factory\n' | tells encoding-damage 'rows.csv,2,9,name'
for sound in Café '«CAFÉ»' 'SÃO PAULO' 'AT&T; B' 'Who? Me' 'http://a.example/?q=a?b' 'Ðurić' 'Â' 'Ünal İŞÇİ'; do
    echo "a,group,A,,,,,,,,,,,$sound" | passes encoding-damage
done

# ---- Spreadsheets ----
echo 'a,individual,A,,designated,May-21,44336,,,,,21-May' >"$work/sheet"
for place in 28,announced 35,date 45,birth_dates; do
    tells spreadsheet-damage "rows.csv,2,$place" <"$work/sheet"
done
echo 'a,individual,A,,,,,,,,,,Passport=1.2E+15' | tells spreadsheet-damage 'rows.csv,2,25,identifiers'
[ "$(grep -c spreadsheet-damage "$work/found")" -eq 1 ] || fail 'one damaged number is told twice'
echo 'a,group,#NAME?' | tells spreadsheet-damage 'rows.csv,2,9,name'
echo 'a,group,A,,,,,,,,,,,1.2E+15' | tells spreadsheet-damage 'rows.csv,2,21,remarks'
echo 'a,individual,A,#1 Company,designated,2021-05,2021,,,,,circa 1965,Passport=E12345; 12E15' | passes spreadsheet-damage
echo 'a,group,A,,designated,,5/6/2021' | tells ambiguous-date 'rows.csv,2,24,date'
echo 'a,group,A,,designated,,2021-02-30' | tells impossible-date 'rows.csv,2,24,date'
echo 'a,group,A,,designated,,30 Feb 2021' | tells impossible-date 'rows.csv,2,24,date'
echo 'a,group,A,,designated,,2020-02-29' | passes impossible-date

# ---- Births ----
echo 'a,individual,A,,,,,,,,,2199' | tells dob-in-future 'rows.csv,2,24,birth_dates'
echo 'a,individual,A,,,,,,,,,../2199' | passes dob-in-future
echo 'a,individual,A,,designated,,2021,,,,,2015' | tells impossible-age 'rows.csv,2,38,birth_dates'
echo 'a,individual,A,,designated,,2021,,,,,1905' | tells impossible-age 'rows.csv,2,38,birth_dates'
echo 'a,individual,A,,designated,,2021,,,,,2005; 1915' | passes impossible-age
# Real: four births of the EU's list are years of the Iranian calendar.
echo 'a,individual,A,,,,,,,,,1343' | tells impossible-age 'another calendar'
echo 'a,individual,A,,,,,,,,,1909' | passes impossible-age
# Real: OFAC's 7819, and 9587 with two births that are no exchange.
tells_ofac dob-swapped 'ofac.csv,1,.*Remarks' <<'END'
7819|AL-GHABRA|individual|SDGT|DOB 12 Jan 1963; alt. DOB 01 Dec 1963.
END
passes_ofac dob-swapped <<'END'
9587|X|individual|SDGT|DOB 01 Jan 1982; alt. DOB 01 Jan 1980; alt. DOB 05 May 1980; alt. DOB 05 May 1980.
END
passes_ofac dob-swapped <<'END'
1|X|individual|SDGT|DOB 03 Apr 1960; alt. DOB 04 Mar 1961.
END
echo 'a,individual,A,,,,,,,,,1960-01-01' | tells dob-1-january 'rows.csv,2,24,.*,note'
echo 'a,individual,A,,,,,,,,,1960; 1960-01; 1960-01-02; 1960-02-01' | passes dob-1-january
echo 'a,group,A,,,,,,,,,1960' | tells contradicts-kind 'rows.csv,2,19,birth_dates'
echo 'a,individual,A,,,,,,,,,1960' | passes contradicts-kind
echo 'a,unknown,A,,,,,,,,,1960' | passes contradicts-kind

# ---- Identifiers ----
tells_ofac dob-after-issue 'ofac.csv,1,.*Remarks' <<'END'
1|X|individual|SDGT|DOB 12 Jan 1963; Passport A123 (Yemen) issued 03 Mar 1950 expires 03 Mar 1960.
END
passes_ofac dob-after-issue <<'END'
1|X|individual|SDGT|DOB circa 1950; alt. DOB 1940; Passport A123 (Yemen) issued 03 Mar 1950.
END
tells_ofac expires-before-issue 'ofac.csv,1,.*Remarks' <<'END'
1|X|individual|SDGT|Passport A123 (Yemen) issued 03 Mar 2010 expires 03 Mar 2001.
END
passes_ofac expires-before-issue <<'END'
1|X|individual|SDGT|Passport A123 (Yemen) issued 03 Mar 2001 expires 2001.
END
# Real numbers: an IMO number of a ship, one of a company (of another rule), Russian ones, and one digit changed.
for number in 'Vessel Registration Identification IMO 9187629' 'Identification Number IMO 5814883' \
    'Tax ID No. 7707083893 (Russia)' 'Registration Number 1027700132195 (Russia)'; do
    kind=entity
    case $number in Vessel*) kind=vessel ;; esac
    echo "1|X|$kind|SDGT|$number." | sed 's/|entity|/|-0- |/' | passes_ofac wrong-check-digit
    echo "$number" | sed 's/[0-9]\([^0-9]*\)$/0\1/' >"$work/changed"
    echo "1|X|$kind|SDGT|$(cat "$work/changed")." | sed 's/|entity|/|-0- |/' | tells_ofac wrong-check-digit 'ofac.csv,1'
done
passes_ofac wrong-check-digit <<'END'
1|X|individual|SDGT|Tax ID No. 7707083890 (Belarus); Registration Number 123 (Russia); Identification Number 9187620.
END
tells_ofac shared-identifier 'ofac.csv,2,.*us-ofac:1 (X)' <<'END'
1|X|individual|SDGT|Passport A123456 (Yemen).
2|Y|individual|SDGT|Passport A123456 (Yemen).
END
passes_ofac shared-identifier <<'END'
1|X|individual|SDGT|Passport A123456 (Yemen); Digital Currency Address - XBT 1H939dom7i4WDLCKyGbXUp3fs9CSTNRzgL.
2|X|individual|SDGT|Passport A123456 (Yemen).
3|Y|individual|SDGT|Passport A123456 (Iran); Digital Currency Address - XBT 1H939dom7i4WDLCKyGbXUp3fs9CSTNRzgL.
END

# ---- Actions ----
tells revoked-before-designated 'rows.csv,2,21,date' <<'END'
a,group,A,,revoked,,2020,US-STATE,SDN,SDGT
a,,,,designated,,2021,US-STATE,SDN,SDGT
END
passes revoked-before-designated <<'END'
a,group,A,,designated,,2019,US-STATE,SDN,SDGT
a,,,,revoked,,2020,US-STATE,SDN,SDGT
a,,,,designated,,2021,US-STATE,SDN,SDGT
b,group,B,,revoked,,2020,US-STATE,SDN,SDGT
b,,,,designated,,2021,US-STATE,FTO,FTO
c,group,C,,revoked,,2020,US-STATE,SDN,SDGT
c,,,,designated,,2020,US-STATE,SDN,SDGT
END
echo 'a,group,A,,designated,2021-05-03,2021-03-05' | tells announced-late 'rows.csv,2,23,announced.*swapped'
echo 'a,group,A,,designated,2021,2001' | tells announced-late 'rows.csv,2,23,announced'
echo 'a,group,A,,designated,2021-03-09,2021-03-05' | passes announced-late
echo 'a,group,A,,designated,2021-01-10,2021-01-19' | passes announced-late
echo 'a,group,A,,designated,2021,,' | tells no-effective-date 'rows.csv,2,.*announcement is dated'
echo 'a,group,A,,,,,US-OFAC,SDN,SDGT' | passes no-effective-date
echo 'a,group,A,,designated,2199,2021' | tells action-in-future 'rows.csv,2,23,announced'
echo 'a,group,A,,designated,,2199' | tells action-in-future 'rows.csv,2,24,date'
# Real: denial orders that end in 2056.
echo 'a,group,A,,revoked,,2056-06-29' | passes action-in-future
as_of=2199-01-01
tells_ofac edition-in-future 'ofac.csv,' <<'END'
1|X|individual|SDGT|-0-
END
as_of=2021-01-01
passes_ofac edition-in-future <<'END'
1|X|individual|SDGT|-0-
END
as_of=

# ---- HTML ----
echo 'a,group,<span>A</span> B' | tells encoding-damage 'rows.csv,2,9,name'
echo 'a,group,A B,,,,,,,,,,,1 Main Street <Head Office>' | passes encoding-damage

# ---- Programs ----
tells unknown-program 'rows.csv,2,36,program.*SDGT meant.*1 more' <<'END'
a,group,A,,designated,,2021,US,SDN,SGDT
b,group,B,,designated,,2021,US,SDN,SGDT
END
[ "$(grep -c unknown-program "$work/found")" -eq 1 ] || fail 'an unknown program is told for each record'
echo 'a,group,A,,designated,,2021,EU-COUNCIL,,YEMEN' | tells unknown-program 'rows.csv,2,41,program'
echo 'a,group,A,,designated,,2021,US-OFAC,,SDGTT' | tells unknown-program 'rows.csv,2,38,program'
# A tag that is unknown on a list newer than the table is a note; the tags of 2024 to 2026 are known.
echo 'a,group,A,,designated,,2026-02-01,US,SDN,CYBER9' | tells unknown-program 'rows.csv,2,41,program.*,note,'
echo 'a,group,A,,designated,,2021-02-01,US,SDN,CYBER9' | tells unknown-program 'rows.csv,2,41,program.*,warning,'
echo 'a,group,A,,designated,,2026,US,SDN,CUBA-EO14404; CYBER4; HKAA; PAIPA; REPO-EO14068' | passes unknown-program
passes unknown-program <<'END'
a,group,A,,designated,,2021,US-STATE,SDN,SDGT; IFSR
b,group,B,,designated,,2021,EU-COUNCIL,,YEM
c,group,C,,designated,,2021,US-BIS,EL,Whatever
d,group,D,,designated,,2021,CH-SECO,,Whatever
e,group,E,,designated,,2021,,,Whatever
f,group,F,,designated,,2021,US-BIS,,Whatever
END

# ---- Links ----
tells link-to-nothing 'rows.csv,2,20,links' <<'END'
x:1,group,A,,,,,,,,linked-to=x:9
END
tells link-to-nothing 'rows.csv,2,20,links' <<'END'
a-b,group,A,,,,,,,,leader-of=ansarulah
ansarallah,group,Ansarallah
END
passes link-to-nothing <<'END'
x:1,group,A,,,,,,,,linked-to=x:2; linked-to=us-ofac:9; leader-of=Ansarallah; ally-of=Somebody Else
x:2,group,B
a-b,group,A,,,,,,,,leader-of=ansarallah; supported-by=Iran
ansarallah,group,Ansarallah
END
echo 'x:1,group,A,,,,,,,,linked-to=x:1' | tells link-to-itself 'rows.csv,2,20,links'
passes link-to-itself <<'END'
x:1,group,A,,,,,,,,linked-to=x:11
END

# ---- Parties ----
# Real: OFAC has had both of these numbers at once.
tells_ofac same-party 'ofac.csv,2,.*us-ofac:24143' <<'END'
24143|USTINOV, Vladimir Vasilyevich|individual|UKRAINE-EO13661|DOB 25 Feb 1953.
36397|USTINOV, Vladimir Vasilyevich|individual|RUSSIA-EO14024|DOB 25 Feb 1953; POB Nikolayevsk-on-Amur, Russia.
END
tells same-party 'rows.csv,3,48,birth_dates' <<'END'
a,individual,"IVANOV, Ivan",,,,,,,,,1960-05-06
b,individual,Ivan Petrov,"Ivan, Ivanov",,,,,,,,1959; 1960-05-06
END
passes same-party <<'END'
a,individual,Ivan Ivanov,,,,,,,,,1960-05-06; 1961
b,individual,Ivan Ivanov,,,,,,,,,1960-05-07; 1961
c,individual,Ivan Petrov,weak:Ivan Ivanov,,,,,,,,1960-05-06
END

# ---- Names of checks, severities, places ----
run() {
    expected=$1
    shift
    "$tool" check "$@" >"$work/found" 2>&1
    status=$?
    [ "$status" -eq "$expected" ] || fail "desig check $*: exit status $status, not $expected"
}
rows <<'END'
a,group,A,A,,,,,,,,,,CafÃ©
END
run 1 "$work/rows.csv"
grep -q "rows.csv:2:22: warning: a: remarks: UTF-8 .* \[encoding-damage\]\$" "$work/found" || fail 'another text form'
run 1 "$work/rows.csv" --ignore alias-equals-primary
run 0 "$work/rows.csv" --ignore alias-equals-primary,encoding-damage
run 0 "$work/rows.csv" --ignore alias-equals-primary --ignore encoding-damage
run 0 "$work/rows.csv" --min-severity error
run 2 "$work/rows.csv" --min-severity dreadful
for unknown in nonsense dob, ,dob-in-future 'dob-in-future,nonsense'; do
    run 2 "$work/rows.csv" --ignore "$unknown"
    grep -q 'a check that there is not' "$work/found" || fail "--ignore $unknown is not refused"
done
echo 'a,individual,A,,,,,,,,,1960-01-01' | rows
run 0 "$work/rows.csv"
grep -q '^1 record: 0 findings, 1 note$' "$work/found" || fail 'a note is a finding, or not shown'
run 0 "$work/rows.csv" --min-severity warning
grep -q 'note: ' "$work/found" && fail '--min-severity shows notes'

# The same ids in two lists: each finding stands in its own file.
mkdir "$work/two"
echo 'a,group,A,A' | rows
{ echo "$columns" && echo && echo 'a,group,A,A'; } >"$work/two/rows.csv"
run 1 "$work/rows.csv" "$work/two/rows.csv"
for place in "$work/rows.csv:2:11" "$work/two/rows.csv:3:11"; do
    grep -q "^$place: " "$work/found" || fail "nothing at $place"
done

# Every name that the sources tell has its row in the help (not-written is told of writing alone).
"$tool" check --help >"$work/help"
find "$root/src" "$root/examples/desig" -name '*.c' -exec cat {} + | tr '\n' ' ' |
    grep -oE '(dsg_diagnose|dsg_diagnose_at|dsg_keep_raw|spoil|refuse_action)\([^"]*"[a-z]+(-[a-z]+)*"|(\(fault\)\{|\.check = |\? |SPREADSHEET|, \{)"[a-z]+(-[a-z]+)+"( :|,)' |
    sed 's/.*"\([a-z-]*\)".*/\1/' | grep -vx not-written | sort -u >"$work/names"
grep -q '^short-row$' "$work/names" || fail 'the names in the sources are not found'
while read -r name; do
    grep -q "^  $name\( \|\$\)" "$work/help" || echo "$name"
done <"$work/names" >"$work/found"
[ -s "$work/found" ] && fail 'names that the help of check lacks (a row of checks.c each):'
exit $wrong
