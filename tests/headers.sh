#!/bin/sh
# headers.sh BUILD_DIR: the public header compiles alone, as C11, C17, C++17 and C++20, with gcc and clang where they are
# there, and each header of src/ and of the tool as C11, with the compiler of the build ($CC).
set -u
build=$1
cd "$(dirname "$0")/.." || exit 2
warnings='-pedantic-errors -Wall -Wextra -Wconversion -Wshadow -Werror'
wrong=0
compiled=0

# alone COMPILER LANGUAGE STANDARD HEADER OPTION...
alone() {
    compiler=$1
    language=$2
    standard=$3
    header=$4
    shift 4
    # shellcheck disable=SC2086 # the warnings are words, and so may $CC be
    echo "#include \"$header\"" |
        $compiler -x "$language" "-std=$standard" $warnings -fsyntax-only "-I$build/include" -Iinclude "$@" - ||
        { echo "not ok: $header alone, $compiler, $standard" && wrong=1; }
    compiled=$((compiled + 1))
}

for compilers in gcc/g++ clang/clang++; do
    for standard in c11 c17 c++17 c++20; do
        case $standard in
        c++*) compiler=${compilers#*/} language=c++ ;;
        *) compiler=${compilers%/*} language=c ;;
        esac
        if command -v "$compiler" >/dev/null; then
            alone "$compiler" "$language" $standard desig/desig.h
        else
            echo "no $compiler: desig.h as $standard is not tried with it"
        fi
    done
done

for header in $(find src examples/desig -name '*.h' | sort); do
    alone "${CC:-cc}" c c11 "$header" -I. -Isrc -Iexamples/desig
done

# A person reads the public header in a quarter of an hour.
lines=$(wc -l <include/desig/desig.h)
functions=$(grep -c '^DESIG_API' include/desig/desig.h)
[ "$lines" -le 800 ] && [ "$functions" -le 45 ] ||
    { echo "not ok: desig.h has $lines lines and $functions functions: 800 and 45 are the most" && wrong=1; }
echo "$compiled headers"
exit $wrong
