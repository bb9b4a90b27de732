#!/bin/sh
# tutorials.sh DIRECTORY: the tutorial programs there run over the shipped data and print what they promise.
set -eu
programs=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
wrong=0

# prints PATTERN PROGRAM [ARGUMENT...]
prints() {
    pattern=$1
    program=$2
    shift 2
    output=$("$programs/$program" "$@") || { echo "$program failed: $?" && wrong=1; }
    printf '%s\n' "$output" | grep -q -e "$pattern" ||
        { printf '%s should print `%s`, not:\n%s\n' "$program" "$pattern" "$output" && wrong=1; }
}

prints 'designated' build_record
prints 'Houthi' find_name
prints 'Ansarallah' find_name examples/data/designations.csv Ansarulah
prints 'Ansarallah' read_list
prints 'designated.*SDGT\|SDGT.*2021-05-20' who_on_day
prints 'us-ofac:47664: uncertain, since 2024-02-14/2024-02-16' look_back
prints '[0-9]' read_diagnostics
prints '^Ansarulah: ansarallah, ' screen_in_process
prints '^Nobody Atall: nobody$' screen_in_process examples/data/designations.csv Taliban 'Nobody Atall'
prints '^Ansarulah: ALERT ansarallah 0\.9[0-9], .*ansarulah = ansarullah .*; key [0-9a-f]\{32\}-[0-9a-f]\{32\};' screen_payment
prints '^---: A PERSON MUST LOOK, ' screen_payment
prints '^John Smith: no match; 10 records of ' screen_payment
prints '^  program    FTO -> -$' whats_new
prints '^added    Yusuf al-Madani' whats_new
prints '^0 records' whats_new examples/data/designations.csv examples/data/designations.csv
exit $wrong
