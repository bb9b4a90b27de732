/* Tags of programs that their authority has renamed. A party that is listed under one tag is listed under
 * the other. */
#ifndef DSG_MODEL_RENAMES_H
#define DSG_MODEL_RENAMES_H

/* The newest tag of the program that a tag names: mostly itself. NULL for NULL. */
const char *dsg_newest_tag(const char *tag);

#endif
