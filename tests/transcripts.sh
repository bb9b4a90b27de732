#!/bin/sh
# transcripts.sh BUILD_DIR PAGE...: each command in the `console` blocks of these pages prints what the page shows below
# it. `[...]` stands for any lines, `…` for anything within a line. A block behind `<!-- not run: WHY -->` is left out.
# A `c` block that begins with `/* NAME.c` is that file, which later commands of its page may compile; one that is no
# program compiles inside the library. A page is read from its top in a directory of its own, which has the project's
# examples/ and its build/, and the installed library in pkg-config's path. $CC is the compiler of the build.
set -eu
build=$1
shift
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=0

cmake --install "$build" --prefix "$work/usr" >/dev/null
PKG_CONFIG_PATH=$(dirname "$(find "$work/usr" -name desig.pc)")
LD_LIBRARY_PATH=$(dirname "$(find "$work/usr" -name libdesig.so)")${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
PATH=$build/examples:$PATH
export PKG_CONFIG_PATH LD_LIBRARY_PATH PATH

# A page's blocks as numbered files of one directory: N.sh and N.expected for a command, N.c for a program.
split='
    function next_file() { at = sprintf("%s/%03d", out, ++count); print FILENAME ":" FNR >(at ".where") }
    /^<!-- not run: / { left_out = 1; next }
    /^ *```/ && !language {
        language = $0
        sub(/^ *```/, "", language)
        if (language == "") { print FILENAME ":" FNR ": a block of no language"; failed = 1; language = "none" }
        if (language == "sh" && !left_out) { print FILENAME ":" FNR ": sh: neither console nor left out"; failed = 1 }
        if (left_out) language = "none"
        if (language == "c" && !left_out) next_file()
        left_out = continued = 0
        next
    }
    /^ *```/ { language = ""; next }
    language == "c" { print >(at ".c") }
    language == "console" && continued { print >(at ".sh"); continued = /\\$/; next }
    language == "console" && /^\$ / {
        next_file()
        print substr($0, 3) >(at ".sh")
        printf "" >(at ".expected")
        continued = /\\$/
        next
    }
    language == "console" { print >(at ".expected") }
    END { exit failed }'

# Line by line; behind `[...]` the next line of the page is looked for.
same='
    function fits(shown, line,    pieces, n, i, from) {
        n = split(shown, pieces, "…")
        if (n == 1) return shown == line
        if (substr(line, 1, length(pieces[1])) != pieces[1]) return 0
        line = substr(line, length(pieces[1]) + 1)
        for (i = 2; i < n; i++) {
            if (!(from = index(line, pieces[i]))) return 0
            line = substr(line, from + length(pieces[i]))
        }
        return pieces[n] == "" || (length(line) >= length(pieces[n]) && substr(line, length(line) - length(pieces[n]) + 1) == pieces[n])
    }
    NR == FNR { shown[++lines] = $0; next }
    { printed[++all] = $0 }
    END {
        at = 1
        for (i = 1; i <= lines; i++) {
            if (shown[i] == "[...]") { skipping = 1; continue }
            while (skipping && at <= all && !fits(shown[i], printed[at])) at++
            if (at > all || !fits(shown[i], printed[at])) { print "the page has: " shown[i]; exit 1 }
            at++
            skipping = 0
        }
        if (!skipping && at <= all) { print "the page lacks: " printed[at]; exit 1 }
    }'

fail() {
    printf 'not ok: %s: %s\n' "$(cat "$1.where")" "$2"
    wrong=1
}

commands=0
for page; do
    rm -rf "$work/blocks" "$work/page"
    mkdir "$work/blocks" "$work/page"
    ln -s "$root/examples" "$root/src" "$root/tests" "$work/page"
    ln -s "$build" "$work/page/build"
    (cd "$root" && awk -v out="$work/blocks" "$split" "$page") || wrong=1
    cd "$work/page"
    for file in "$work"/blocks/*.sh "$work"/blocks/*.c; do
        [ -e "$file" ] && echo "$file"
    done | sort >"$work/files"
    while read -r file; do
        block=${file%.*}
        case $file in
        *.c)
            name=$(sed -n '1s|^/\* \([A-Za-z_0-9]*\.c\).*|\1|p' "$file")
            # shellcheck disable=SC2086 # $CC may be words
            if [ -n "$name" ]; then
                cp "$file" "$name"
            else
                ${CC:-cc} -std=c11 -Wall -Wextra -Werror -fsyntax-only -I"$root/include" -I"$build/include" -I"$root/src" \
                    "$file" 2>"$work/err" || { fail "$block" 'it does not compile' && cat "$work/err"; }
            fi
            ;;
        *)
            commands=$((commands + 1))
            sh "$file" >"$work/out" 2>"$work/err" </dev/null || [ $? -ne 2 ] || fail "$block" 'exit status 2'
            LC_ALL=C awk "$same" "$block.expected" "$work/out" >"$work/difference" || {
                fail "$block" "$(cat "$work/difference")"
                sed 's/^/    $ /' "$file"
                sed 's/^/    | /' "$work/out" "$work/err" | head -n 40
            }
            ;;
        esac
    done <"$work/files"
    cd "$root"
done
echo "$commands commands"
exit $wrong
