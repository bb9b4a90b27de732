# shellcheck shell=sh disable=SC2034
# Sourced by examples/run, tests/run and .ci/run: installing what is missing on Debian, and building.

build_packages="cmake ninja-build gcc libc6-dev pkg-config libcsv-dev libutf8proc-dev zlib1g-dev nettle-dev libexpat1-dev"
test_packages="g++ binutils libcriterion-dev"

# install_missing PACKAGE...: as root, or with sudo. The package lists are only fetched when they are too old
# (or not there at all) to install from.
install_missing() {
    command -v dpkg-query >/dev/null || return 0 # no Debian: the build will say what it lacks
    missing=
    for package; do
        dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q ' installed$' || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    echo "installing$missing" >&2
    # shellcheck disable=SC2086 # the packages are words
    as_root apt-get install -y --no-install-recommends $missing >&2 ||
        { as_root apt-get update >&2 && as_root apt-get install -y --no-install-recommends $missing >&2; }
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

# Where the two commands build: $DESIG_BUILD_DIR, or build/ in the project, which git ignores.
build_directory() {
    mkdir -p "${DESIG_BUILD_DIR:-$root/build}" && (cd "${DESIG_BUILD_DIR:-$root/build}" && pwd)
}

# build_in DIRECTORY CMAKE_OPTION...: configure and build; quiet unless something goes wrong.
build_in() {
    directory=$1
    shift
    mkdir -p "$directory"
    if [ -f "$directory/CMakeCache.txt" ]; then generator=; else generator="-G Ninja"; fi
    # shellcheck disable=SC2086
    { cmake -S "$root" -B "$directory" $generator "$@" && cmake --build "$directory"; } \
        >"$directory/build.log" 2>&1 || { cat "$directory/build.log" >&2 && return 1; }
}
