/* Words of a text as names need them. */
#ifndef JSCAN_FACTS_NAME_WORD_H
#define JSCAN_FACTS_NAME_WORD_H

#include <stdbool.h>
#include <stddef.h>

/* A word of a text: letters, digits, inner hyphens and apostrophes. */
struct jscan_word {
	size_t offset;
	size_t len;	  /* without a possessive 's */
	size_t end;	  /* behind that, and behind the dot of "J." */
	unsigned classes; /* of words.h */
	unsigned char_count;
	bool is_capital; /* begins with a capital */
	bool is_caps;	 /* two letters or more, all capitals */
	bool is_mixed;	 /* a capital behind a small letter: LarkTrace */
	bool is_uncased; /* of a script without capitals */
	bool is_initial; /* J or J. */
	bool has_digit;
};

/* The first word at or after `pos`; false at the end of the text. */
bool jscan_word_next(struct jscan_word *out, const char *text, size_t len,
		     size_t pos);

#endif
