# shellcheck shell=sh disable=SC2034
# Sourced by the tests that ask the desig tool ($tool). Each case names the exit status that is expected and a
# pattern (grep's) that standard output or standard error must show; $wrong is 1 once one fails.
data=$(cd "$(dirname "$0")/.." && pwd)/examples/data/designations.csv
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=0

# What a pattern matches must not depend on who runs the test: grep and sort see bytes.
LC_ALL=C
export LC_ALL

fail() {
    printf 'not ok: %s\n' "$*"
    sed 's/^/    | /' "$work/out" "$work/err"
    wrong=1
}

# run STATUS ARGUMENT...
run() {
    expected=$1
    shift
    "$tool" "$@" >"$work/out" 2>"$work/err"
    status=$?
    [ "$status" -eq "$expected" ] || fail "desig $*: exit status $status, not $expected"
}

# says STATUS PATTERN ARGUMENT...: on standard output; tells: on standard error
says() {
    pattern=$2
    status=$1
    shift 2
    run "$status" "$@"
    grep -q -e "$pattern" "$work/out" || fail "desig $*: standard output lacks $pattern"
}
tells() {
    pattern=$2
    status=$1
    shift 2
    run "$status" "$@"
    grep -q -e "$pattern" "$work/err" || fail "desig $*: standard error lacks $pattern"
}

# prints STATUS ARGUMENT...: standard output is exactly what stands on standard input
prints() {
    run "$@"
    diff - "$work/out" >"$work/diff" || { cat "$work/diff" && fail "desig $*: other output"; }
}
