# public.awk: what desig.h says of the layout, without a C parser. Run with -v want=WHAT on the header:
#   first_sizes    the rows of src/base/first_sizes.h: the last field of each struct that grows
#   layout         a C program that prints the layout: each field's place and size, each enumerator's value
#   grown          the header with a large field behind each struct that grows
#   structs        the names of the structs that grow

{ lines[NR] = $0; text = text $0 "\n" }

END {
    if (want == "grown") { grown(); exit }
    gsub(/\/\*([^*]|\*+[^*\/])*\*+\//, " ", text)
    gsub(/(^|\n)#[^\n]*/, "", text)
    gsub(/[ \t\n]+/, " ", text)
    if (want == "layout") print "#include <desig/desig.h>\n#include <stdio.h>\nint main(void) {"
    while (match(text, /(typedef struct [a-z_]+ |enum( [a-z_]+)? )\{[^{}]*\}( [a-z_]+)?;/)) {
        item = substr(text, RSTART, RLENGTH)
        text = substr(text, RSTART + RLENGTH)
        body = item
        sub(/^[^{]*\{ */, "", body)
        sub(/ *\}[^}]*$/, "", body)
        if (item ~ /^enum/) tell_enum(body)
        else { split(item, words, " "); tell_struct(words[3], body) }
    }
    if (want == "layout") print "    return 0;\n}"
}

function tell_enum(body,    parts, count, i) {
    if (want != "layout") return
    count = split(body, parts, ",")
    for (i = 1; i <= count; i++) {
        if (match(parts[i], /DESIG_[A-Z0-9_]+/)) {
            name = substr(parts[i], RSTART, RLENGTH)
            printf "    printf(\"%s %%d\\n\", (int)%s);\n", name, name
        }
    }
}

function tell_struct(type, body,    fields, count, i, grows, last) {
    grows = body ~ /^size_t size;/
    count = split(body, fields, ";")
    for (i = 1; i < count; i++) tell_field(type, fields[i])
    last = field
    if (want == "layout" && !grows) printf "    printf(\"%s %%zu\\n\", sizeof(%s));\n", type, type
    if (want == "first_sizes" && grows) printf "    DSG_FIRST_SIZE_%s = DSG_UP_TO(%s, %s),\n", type, type, last
    if (want == "structs" && grows) print type
}

# A declaration of one or several fields; the last one's name is left in `field`.
function tell_field(type, declaration,    names, count, i) {
    if (match(declaration, /\(\*[a-z_]+\)/)) {
        count = 1
        names[1] = substr(declaration, RSTART + 2, RLENGTH - 3)
    } else
        count = split(declaration, names, ",")
    for (i = 1; i <= count; i++) {
        field = names[i]
        sub(/\[.*/, "", field)
        sub(/^.*[^a-z0-9_]/, "", field)
        if (want == "layout")
            printf "    printf(\"%s.%s %%zu %%zu\\n\", offsetof(%s, %s), sizeof(((%s *)0)->%s));\n", type, field,
                type, field, type, field
    }
}

function grown(    i, grows) {
    for (i = 1; i <= NR; i++) {
        if (lines[i] ~ /^    size_t size;/) grows = 1
        if (lines[i] ~ /^} desig_/ && grows) print "    unsigned char grown[4096];"
        if (lines[i] ~ /^} /) grows = 0
        if (lines[i] ~ /\{ size_t size;.* \} desig_/) sub(/ \} desig_/, " unsigned char grown[4096];&", lines[i])
        print lines[i]
    }
}
