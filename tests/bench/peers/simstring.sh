#!/bin/sh
# simstring.sh DIRECTORY: SimString's own tool, whose answers have no order: they are put into that of the measure by
# which they were found. The time is the one that it tells of each query, to 10 us.
set -eu
work=$1
cut -f 2 "$work/names.tsv" | sort -u | simstring -b -d "$work/simstring.db" >"$work/simstring.log"
cut -f 2 "$work/queries.tsv" | simstring -d "$work/simstring.db" -s cosine -t 0.6 -e >"$work/simstring.out"
awk -F '\t' '
function grams(text, into,   i, count) {
    split("", into)
    for (i = 1; i <= length(text) - 2; i++) count += into[substr(text, i, 3)]++ == 0
    return count
}
function cosine(a, b,   of_a, of_b, size_a, size_b, both, gram) {
    size_a = grams(a, of_a)
    size_b = grams(b, of_b)
    for (gram in of_a) both += gram in of_b
    return size_a && size_b ? both / sqrt(size_a * size_b) : 0
}
FNR == NR { ids[$2] = ids[$2] "\t" $1; next }
/ strings retrieved \(/ {
    match($0, /\([0-9.e-]+/)
    line = sprintf("%.1f", 1e6 * substr($0, RSTART + 1, RLENGTH - 1))
    for (taken = 0; taken < 10 && count > 0; taken++) {
        best = 0
        for (i = 1; i <= count; i++) if (!(i in gone) && (!best || score[i] > score[best])) best = i
        if (!best) break
        gone[best] = 1
        line = line ids[found[best]]
    }
    print line
    split("", gone)
    count = 0
    next
}
/^\t/ { found[++count] = $2; score[count] = cosine(query, $2); next }
{ query = $1 }
' "$work/names.tsv" "$work/simstring.out" >"$work/simstring.tsv"
