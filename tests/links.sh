#!/bin/sh
# links.sh: every link of the project's pages leads to a file that is there, and to a heading that is in it.
set -eu
cd "$(dirname "$0")/.."

find . -name '*.md' ! -path './build*' ! -path './.git/*' | sort | while read -r page; do
    awk -v page="$page" '
        /^ *```/ { inside = !inside; next }
        inside { next }
        /^#+ / {
            slug = tolower($0)
            sub(/^#+ +/, "", slug)
            gsub(/[^a-z0-9 _-]/, "", slug)
            gsub(/ /, "-", slug)
            print "heading " page "#" slug
            next
        }
        {
            line = $0
            gsub(/`[^`]*`/, "", line)
            while (match(line, /\]\([^)]*\)/)) {
                target = substr(line, RSTART + 2, RLENGTH - 3)
                line = substr(line, RSTART + RLENGTH)
                if (target !~ /^[a-z]+:/) print "link " page " " target
            }
        }' "$page"
done >"${TMPDIR:-/tmp}/links.$$"
trap 'rm -f "${TMPDIR:-/tmp}/links.$$"' EXIT

awk 'NR == FNR && $1 == "heading" { headings[$2] = 1 }
    NR == FNR || $1 == "heading" { next }
    {
        page = $2
        target = $3
        anchor = ""
        if ((at = index(target, "#")) > 0) {
            anchor = substr(target, at)
            target = substr(target, 1, at - 1)
        }
        folder = page
        sub(/[^\/]*$/, "", folder)
        path = target == "" ? page : folder target
        while (sub(/([^\/.]|\.[^\/.])[^\/]*\/\.\.\//, "", path) || sub(/\/\.\//, "/", path));
        if (system("test -e \"" path "\"") != 0) { print page ": " $3 ": no such file"; failed = 1 }
        else if (anchor != "" && !((path anchor) in headings)) { print page ": " $3 ": no such heading"; failed = 1 }
        count++
    }
    END {
        print count " links"
        exit failed
    }' "${TMPDIR:-/tmp}/links.$$" "${TMPDIR:-/tmp}/links.$$"
