#include "xml.h"

#include <expat.h>
#include <stdio.h>
#include <string.h>

enum {
    MAX_DEPTH = 64,
    MAX_PATH = 2048,
    MAX_ITEM = 16 << 20,
    MAX_TOKEN = 4 << 20, /* expat reads an unfinished tag again with each piece of the file */
    PIECE = 64 << 10
};

typedef struct reader {
    const xml_task *task;
    const char *file;
    XML_Parser parser;
    store items; /* what the item in hand is made of */
    xml_node *open;
    const xml_rule *rule; /* whose item it is; NULL: nobody's */
    int depth;
    int result;
    size_t path_length;
    size_t path_ends[MAX_DEPTH];
    char path[MAX_PATH];
} reader;

/* ---- Telling --------------------------------------------------------------------------------------- */

static void fail(reader *r, const char *message) {
    if (r->result != 0) return;
    fprintf(stderr, "%s:%lu:%lu: %s\n", r->file, (unsigned long)XML_GetCurrentLineNumber(r->parser),
            (unsigned long)XML_GetCurrentColumnNumber(r->parser) + 1, message);
    r->result = -1;
    XML_StopParser(r->parser, XML_FALSE);
}

void xml_tell(const xml_node *node, const char *message, const char *detail) {
    if (node) fprintf(stderr, "%s:%lu:%lu: ", node->file, node->line, node->column);
    fputs(message, stderr);
    if (detail) fprintf(stderr, ": %s", detail);
    fputc('\n', stderr);
}

/* ---- Which elements are items ---------------------------------------------------------------------- */

enum fit { NO_FIT = 0, ON_THE_WAY, FITS };

static enum fit fit_of(const char *path, const char *pattern) {
    while (*path != '\0' && *pattern != '\0') {
        size_t step = strcspn(path + 1, "/"), wanted = strcspn(pattern + 1, "/");
        int any = wanted == 1 && pattern[1] == '*';
        if (!any && (step != wanted || memcmp(path + 1, pattern + 1, step) != 0)) return NO_FIT;
        path += step + 1;
        pattern += wanted + 1;
    }
    if (*path != '\0') return NO_FIT;
    return *pattern == '\0' ? FITS : ON_THE_WAY;
}

static const xml_rule *rule_of(const reader *r, enum fit *best) {
    const xml_rule *found = NULL;
    *best = NO_FIT;
    for (size_t i = 0; i < r->task->rule_count; i++) {
        enum fit fit = fit_of(r->path, r->task->rules[i].path);
        if (fit <= *best) continue;
        *best = fit;
        found = fit == FITS ? &r->task->rules[i] : NULL;
    }
    return found;
}

/* ---- Trees ----------------------------------------------------------------------------------------- */

/* Names come as `namespace|name`. What a schema's own namespace says is about the form of the document. */
static const char *local_name(const char *name) {
    const char *bar = strrchr(name, '|');
    return bar ? bar + 1 : name;
}

static int is_of_schema(const char *name) {
    return strncmp(name, "http://www.w3.org/2001/XMLSchema-instance|", 42) == 0;
}

static xml_node *new_node(reader *r, const char **attributes) {
    xml_node *node = store_take(&r->items, sizeof *node);
    node->path = store_copy(&r->items, r->path, r->path_length);
    node->name = strrchr(node->path, '/') + 1;
    node->file = r->file;
    node->line = (unsigned long)XML_GetCurrentLineNumber(r->parser);
    node->column = (unsigned long)XML_GetCurrentColumnNumber(r->parser) + 1;
    xml_attribute **end = &node->attributes;
    for (; attributes && *attributes; attributes += 2) {
        if (is_of_schema(attributes[0])) continue;
        const char *name = local_name(attributes[0]);
        *end = store_take(&r->items, sizeof **end);
        (*end)->name = store_copy(&r->items, name, strlen(name));
        (*end)->value = store_copy(&r->items, attributes[1], strlen(attributes[1]));
        end = &(*end)->next;
    }
    return node;
}

static void open_child(reader *r, const char **attributes) {
    xml_node *node = new_node(r, attributes);
    node->parent = r->open;
    if (r->open) {
        if (r->open->last)
            r->open->last->next = node;
        else
            r->open->first = node;
        r->open->last = node;
    }
    r->open = node;
}

static int is_space(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

/* Publishers leave spaces around their texts, of both kinds. */
static void trim(xml_node *node) {
    static const char no_break_space[] = "\xC2\xA0";
    char *text = node->text;
    size_t length = node->length;
    for (;;) {
        size_t space = length > 0 && is_space(text[length - 1]) ? 1 : 0;
        if (length > 1 && memcmp(text + length - 2, no_break_space, 2) == 0) space = 2;
        if (space == 0) break;
        length -= space;
    }
    for (;;) {
        size_t space = length > 0 && is_space(*text) ? 1 : 0;
        if (length > 1 && memcmp(text, no_break_space, 2) == 0) space = 2;
        if (space == 0) break;
        text += space;
        length -= space;
    }
    if (text) text[length] = '\0';
    node->text = length > 0 ? text : NULL;
    node->length = length;
}

static void append(reader *r, xml_node *node, const char *text, size_t length) {
    if (node->length + length + 1 > node->capacity) {
        size_t capacity = 2 * (node->length + length + 1);
        char *larger = store_take(&r->items, capacity);
        if (node->length > 0) memcpy(larger, node->text, node->length);
        node->text = larger;
        node->capacity = capacity;
    }
    memcpy(node->text + node->length, text, length);
    node->length += length;
    node->text[node->length] = '\0';
}

static void hand_over(reader *r, const xml_rule *rule, xml_node *node) {
    int result = rule ? rule->take(r->task->context, node) : r->task->other(r->task->context, node);
    store_clear(&r->items);
    if (result == 0 || r->result != 0) return;
    r->result = result;
    XML_StopParser(r->parser, XML_FALSE);
}

/* ---- What expat calls ------------------------------------------------------------------------------ */

static void on_start(void *context, const char *qualified, const char **attributes) {
    reader *r = context;
    const char *name = local_name(qualified);
    size_t length = strlen(name);
    enum fit fit;
    if (r->result != 0) return;
    if (r->depth == MAX_DEPTH || r->path_length + length + 2 > MAX_PATH) {
        fail(r, "elements are nested too deeply");
        return;
    }
    r->path_ends[r->depth++] = r->path_length;
    r->path[r->path_length] = '/';
    memcpy(r->path + r->path_length + 1, name, length + 1);
    r->path_length += length + 1;

    if (r->open) {
        open_child(r, attributes);
        if (r->items.taken > MAX_ITEM) fail(r, "one item is larger than 16 MiB");
        return;
    }
    const xml_rule *rule = rule_of(r, &fit);
    if (rule && rule->opening)
        hand_over(r, rule, new_node(r, attributes));
    else if (fit != ON_THE_WAY) {
        r->rule = rule;
        open_child(r, attributes);
    } else if (attributes[0])
        hand_over(r, NULL, new_node(r, attributes));
}

static void on_end(void *context, const char *name) {
    reader *r = context;
    (void)name;
    if (r->result != 0) return;
    r->path_length = r->path_ends[--r->depth];
    r->path[r->path_length] = '\0';
    if (!r->open) return;
    xml_node *node = r->open;
    trim(node);
    r->open = node->parent;
    if (!r->open) hand_over(r, r->rule, node);
}

static void on_text(void *context, const char *text, int count) {
    reader *r = context;
    size_t length = (size_t)count, spaces = 0;
    if (r->result != 0) return;
    while (spaces < length && is_space(text[spaces])) spaces++;
    if (r->open) {
        append(r, r->open, text, length);
        if (r->items.taken > MAX_ITEM) fail(r, "one item is larger than 16 MiB");
    } else if (spaces < length) {
        xml_node *stray = new_node(r, NULL);
        append(r, stray, text, length);
        trim(stray);
        hand_over(r, NULL, stray);
    }
}

static void on_entity(void *context, const char *name, int is_parameter, const char *value, int value_length,
                      const char *base, const char *system, const char *public, const char *notation) {
    (void)name, (void)is_parameter, (void)value, (void)value_length;
    (void)base, (void)system, (void)public, (void)notation;
    fail(context, "the document declares an entity, which no list needs: not read");
}

static void on_skipped(void *context, const char *name, int is_parameter) {
    (void)name;
    if (!is_parameter) fail(context, "an entity that is not declared");
}

/* ---- Reading --------------------------------------------------------------------------------------- */

static void explain(reader *r, int at_end) {
    enum XML_Error error = XML_GetErrorCode(r->parser);
    char message[256];
    int is_cut = at_end && (error == XML_ERROR_NO_ELEMENTS || error == XML_ERROR_UNCLOSED_TOKEN ||
                            error == XML_ERROR_PARTIAL_CHAR || error == XML_ERROR_UNCLOSED_CDATA_SECTION);
    snprintf(message, sizeof message,
             is_cut ? "the file ends here, before its last element does: %s (cut off?)"
                    : "not well-formed: %s",
             XML_ErrorString(error));
    fail(r, message);
}

/* Feed the next piece. Returns whether there may be more. */
static int feed(reader *r, FILE *file, long long *fed) {
    void *buffer = XML_GetBuffer(r->parser, PIECE);
    if (!buffer) {
        fail(r, "out of memory");
        return 0;
    }
    size_t got = fread(buffer, 1, PIECE, file);
    if (ferror(file)) {
        fail(r, "cannot be read");
        return 0;
    }
    *fed += (long long)got;
    int at_end = got < PIECE && feof(file);
    if (XML_ParseBuffer(r->parser, (int)got, at_end) == XML_STATUS_ERROR && r->result == 0)
        explain(r, at_end);
    if (r->result == 0 && !at_end && *fed - (long long)XML_GetCurrentByteIndex(r->parser) > MAX_TOKEN)
        fail(r, "a tag or comment is longer than 4 MiB");
    return r->result == 0 && !at_end;
}

int xml_read(const char *path, const xml_task *task) {
    int is_stdin = strcmp(path, "-") == 0;
    reader r = {.task = task, .file = is_stdin ? "standard input" : path};
    FILE *file = is_stdin ? stdin : fopen(path, "rb");
    long long fed = 0;
    if (!file) {
        fprintf(stderr, "%s: cannot be opened\n", path);
        return -1;
    }
    r.parser = XML_ParserCreateNS(NULL, '|');
    if (!r.parser) {
        fputs("out of memory\n", stderr);
        r.result = -1;
    } else {
        XML_SetUserData(r.parser, &r);
        XML_SetElementHandler(r.parser, on_start, on_end);
        XML_SetCharacterDataHandler(r.parser, on_text);
        XML_SetEntityDeclHandler(r.parser, on_entity);
        XML_SetSkippedEntityHandler(r.parser, on_skipped);
        while (feed(&r, file, &fed)) continue;
        XML_ParserFree(r.parser);
    }
    store_clear(&r.items);
    if (!is_stdin) fclose(file);
    return r.result;
}

/* ---- Reading a tree -------------------------------------------------------------------------------- */

xml_node *xml_child(const xml_node *node, const char *name) {
    xml_node *child = node ? node->first : NULL;
    while (child && strcmp(child->name, name) != 0) child = child->next;
    return child;
}

const char *xml_text(xml_node *node) {
    if (!node) return NULL;
    node->read = 1;
    return node->text;
}

const char *xml_line(xml_node *node) {
    if (!xml_text(node)) return NULL;
    char *to = node->text;
    for (const char *from = node->text; *from != '\0'; from++) {
        if (!is_space(*from))
            *to++ = *from;
        else if (to[-1] != ' ')
            *to++ = ' '; /* the text begins with no space */
    }
    *to = '\0';
    node->length = (size_t)(to - node->text);
    return node->text;
}

const char *xml_attribute_of(xml_node *node, const char *name) {
    xml_attribute *attribute = node ? node->attributes : NULL;
    while (attribute && strcmp(attribute->name, name) != 0) attribute = attribute->next;
    if (!attribute) return NULL;
    attribute->read = 1;
    return attribute->value;
}

static xml_node *next_in_tree(const xml_node *tree, xml_node *node) {
    if (node->first) return node->first;
    while (node != tree && !node->next) node = node->parent;
    return node == tree ? NULL : node->next;
}

static int is_among(const char *name, const char *names) {
    size_t length = strlen(name);
    for (const char *at = strstr(names, name); at; at = strstr(at + 1, name))
        if (at[-1] == ' ' && at[length] == ' ') return 1;
    return 0;
}

void xml_pass_over(xml_node *tree, const char *names) {
    for (xml_node *node = tree; node; node = next_in_tree(tree, node))
        for (xml_attribute *attribute = node->attributes; attribute; attribute = attribute->next)
            if (is_among(attribute->name, names)) attribute->read = 1;
}

void xml_unread(xml_node *tree, store *paths, xml_unread_told *tell, void *context) {
    for (xml_node *node = tree; node; node = next_in_tree(tree, node)) {
        if (!node->read && node->text) tell(context, node, node->path, node->text);
        node->read = 1;
        for (xml_attribute *attribute = node->attributes; attribute; attribute = attribute->next) {
            if (!attribute->read && *attribute->value)
                tell(context, node, store_join(paths, node->path, "/@", attribute->name), attribute->value);
            attribute->read = 1;
        }
    }
}
