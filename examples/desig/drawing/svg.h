/* Drawing in SVG, on standard output. Lengths are in pixels; texts are escaped here. */
#ifndef TOOL_SVG_H
#define TOOL_SVG_H

/* `style` is a style sheet and `defs` what it refers to, both static; they are written as they are. */
void svg_begin(int width, int height, const char *title, const char *style, const char *defs);
void svg_end(void);

/* `title` is shown while the pointer rests on the shape; NULL for none. */
void svg_rect(const char *class_name, double x, double y, double width, double height, const char *title);
void svg_line(const char *class_name, double x1, double y1, double x2, double y2);

/* Text whose base line begins at (x, y), cut after `limit` characters (0: never). If it is cut, the whole is
 * shown while the pointer rests on it. */
void svg_text(const char *class_name, double x, double y, const char *text, int limit);

#endif
