/* XML, one item after another: a small layer over expat (https://libexpat.github.io).
 *
 * A list in XML is a large file of many small things: entries, parties, places. xml_read() hands each of them
 * over as a small tree and forgets it, so that memory does not grow with the file. The rules say which
 * elements those are. What no rule speaks of is handed over too: nothing is passed over in silence.
 *
 * A tree also knows which of its texts somebody has read. xml_unread() gives the others. */
#ifndef EXAMPLES_XML_XML_H
#define EXAMPLES_XML_XML_H

#include "store.h"

typedef struct xml_attribute {
    const char *name;
    const char *value;
    struct xml_attribute *next;
    int read;
} xml_attribute;

typedef struct xml_node {
    const char *name; /* without a namespace's prefix */
    const char *path; /* "/CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL/DATAID" */
    const char *file;
    unsigned long line, column; /* of its start, from 1; the column in characters */
    xml_attribute *attributes;
    struct xml_node *parent, *first, *last, *next;
    char *text; /* its own, UTF-8, without outer spaces; NULL where it has none */
    size_t length, capacity;
    int read;
} xml_node;

/** What to do with the elements of a path, in which `*` is any name. */
typedef struct xml_rule {
    const char *path;
    /* Returns 0 to go on. The tree lives until then. */
    int (*take)(void *context, xml_node *node);
    int opening; /* 1: called at the element's start, with its attributes; its children are items */
} xml_rule;

typedef struct xml_task {
    const xml_rule *rules;
    size_t rule_count;
    int (*other)(void *context, xml_node *node); /* for what is neither an item nor on the way to one */
    void *context;
} xml_task;

/** Read a file, or standard input for "-". What is wrong is told on standard error, as FILE:LINE:COLUMN:
 * message.
 *
 * Elements may nest 64 deep, an item may take 16 MiB, and a tag 4 MiB. Entities that the document declares
 * are refused: no list needs them, and a few lines of them unfold to gigabytes. A file that ends before its
 * last end tag was cut off, and is an error.
 * @return 0; -1 if that was told; else what a rule returned. */
int xml_read(const char *path, const xml_task *task);

/** Tell something of a node (NULL: of the whole) on standard error. */
void xml_tell(const xml_node *node, const char *message, const char *detail);

/** Return the first child of a name, or NULL. */
xml_node *xml_child(const xml_node *node, const char *name);

/** Return a node's text and mark it as read; NULL where it, or the node, is none. */
const char *xml_text(xml_node *node);

/** The same for names and numbers: spaces and line breaks within become one space. */
const char *xml_line(xml_node *node);

/** Return the value of an attribute and mark it as read; NULL if it has none. */
const char *xml_attribute_of(xml_node *node, const char *name);

/** Mark attributes of these names (each between spaces: " ID Version "), wherever they are in a tree, as
 * read: a document's own numbers and flags. */
void xml_pass_over(xml_node *tree, const char *names);

typedef void xml_unread_told(void *context, xml_node *node, const char *path, const char *text);

/** Call `tell` with each text and attribute of a tree that nobody has read, and with its path
 * ("/A/B", "/A/B/@C"). They are then read. */
void xml_unread(xml_node *tree, store *paths, xml_unread_told *tell, void *context);

#endif
