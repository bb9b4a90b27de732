# Queries (owner, name) and results (microseconds, then the ids found, best first), line by line the same.
BEGIN { FS = "\t" }
FNR == NR { owner[FNR] = $1; next }
{
    time[FNR] = $1
    if (owner[FNR] == "-") { ordinary++; alerts += NF > 1; next }
    listed++
    for (i = 2; i <= NF && i <= 11; i++)
        if ($i == owner[FNR]) { tenth++; first += i == 2; break }
}
function median(count,   i, j, kept) {
    for (i = 2; i <= count; i++) {
        kept = time[i] + 0
        for (j = i - 1; j > 0 && time[j] + 0 > kept; j--) time[j + 1] = time[j]
        time[j + 1] = kept
    }
    return time[int(count / 2) + 1]
}
END {
    printf "%-34s recall@1 %.3f  recall@10 %.3f  ordinary names that alert %5.1f %%  median %9.0f us\n", \
        what, first / listed, tenth / listed, 100 * alerts / ordinary, median(FNR)
}
