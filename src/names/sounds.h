/* A sound is one folded word in a spelling that its transliterations share.
 *
 * A sound is one byte a letter: a to z, 0 to 9, capitals for what two Latin letters write together (S is
 * sh), and 0x80 to 0xFF for letters of other scripts. The skeleton of a sound is its consonants; consonants
 * that are easily mistaken for one another are the same there. */
#ifndef DSG_NAMES_SOUNDS_H
#define DSG_NAMES_SOUNDS_H

#include <stddef.h>
#include <stdint.h>

enum { DSG_SOUND_LETTERS = 32 };

/* Both return how many letters were written; no NUL. */
size_t dsg_sound(const char *text, size_t length, char sound[DSG_SOUND_LETTERS]);
size_t dsg_skeleton(const char *sound, size_t length, char skeleton[DSG_SOUND_LETTERS]);

/* The least cost of making one sound out of another by taking a letter for another, leaving one out, or
 * swapping two neighbours; DSG_SOUND_UNIT is the cost of taking a letter for one that it has nothing in
 * common with. More than `limit`: anything above it. Symmetric. */
#define DSG_SOUND_UNIT 100
unsigned dsg_sound_distance(const char *a, size_t a_length, const char *b, size_t b_length, unsigned limit);

#endif
