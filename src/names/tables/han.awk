# han.awk: makes han.c of Unicode's Unihan_Readings.txt (Debian: unicode-data), field kMandarin:
#     bzcat /usr/share/unicode/Unihan_Readings.txt.bz2 | awk -f han.awk | clang-format >han.c
# The first reading of each character of U+4E00 to U+9FFF that has one, without its tone.
function value(hex,    n, i) {
    for (i = 1; i <= length(hex); i++) n = 16 * n + index("0123456789ABCDEF", substr(hex, i, 1)) - 1
    return n
}
function without_tone(syllable) {
    gsub(/ā|á|ǎ|à/, "a", syllable); gsub(/ē|é|ě|è|ê/, "e", syllable); gsub(/ī|í|ǐ|ì/, "i", syllable)
    gsub(/ō|ó|ǒ|ò/, "o", syllable); gsub(/ū|ú|ǔ|ù/, "u", syllable); gsub(/ǖ|ǘ|ǚ|ǜ|ü/, "u", syllable)
    gsub(/ń|ň|ǹ/, "n", syllable); gsub(/ḿ/, "m", syllable)
    return syllable
}
BEGIN { first = value("4E00"); last = value("9FFF"); count = 1 }
$2 == "kMandarin" {
    code = value(substr($1, 3))
    if (code < first || code > last) next
    syllable = without_tone($3)
    if (!(syllable in number)) { number[syllable] = count; name[count++] = syllable }
    reading[code] = number[syllable]
}
END {
    print "/* Made by han.awk of Unicode 15.0's Unihan_Readings.txt, kMandarin; do not edit. Copyright 1991-2022 Unicode, Inc.,"
    print " * https://www.unicode.org/license.txt. */"
    print "#include \"names/han.h\"\n"
    print "const char *const dsg_han_syllables[] = {"
    printf "NULL"
    for (i = 1; i < count; i++) printf ", \"%s\"", name[i]
    print "};\n\nconst uint16_t dsg_han_readings[DSG_HAN_LAST - DSG_HAN_FIRST + 1] = {"
    for (code = first; code <= last; code++) printf "%d,%s", reading[code], (code - first) % 24 == 23 ? "\n" : ""
    print "};"
}
