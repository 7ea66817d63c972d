/*
 * The characters of a text: letters folded (case, accents of Latin letters),
 * the two apostrophes and many marks made one.
 */
#ifndef JSCAN_FACTS_NOTE_CHARACTER_H
#define JSCAN_FACTS_NOTE_CHARACTER_H

#include <stdbool.h>
#include <stddef.h>

enum jscan_character_kind {
	JSCAN_CHARACTER_END,
	JSCAN_CHARACTER_SPACE,
	JSCAN_CHARACTER_LETTER, /* or a digit */
	JSCAN_CHARACTER_APOSTROPHE,
	JSCAN_CHARACTER_MARK
};

struct jscan_character {
	enum jscan_character_kind kind;
	char fold; /* a folded letter, or the mark in ASCII */
	unsigned char bytes;
	bool is_upper;
	bool opens, closes; /* a quotation mark that can only do one */
};

/* Letters and digits of ASCII, folded, by their byte; else '\0'. */
extern const char jscan_character_folds[256];

static inline char jscan_character_fold(char c)
{
	return jscan_character_folds[(unsigned char)c];
}

static inline bool jscan_character_is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static inline bool jscan_character_is_stop(char c)
{
	return c == '.' || c == '!' || c == '?';
}

/* The character that a text begins with. */
struct jscan_character jscan_character_read(const char *text, size_t len);

#endif
