/* Which words can be part of a name, a title or a company: a fixed table. */
#ifndef JSCAN_FACTS_WORDS_H
#define JSCAN_FACTS_WORDS_H

#include <stddef.h>

enum jscan_word_class {
	JSCAN_WORD_HEAD = 1 << 0,
	JSCAN_WORD_ABBREVIATION = 1 << 1,
	JSCAN_WORD_FIELD = 1 << 2,
	JSCAN_WORD_RANK = 1 << 3,
	JSCAN_WORD_COMPANY = 1 << 4,
	JSCAN_WORD_HONORIFIC = 1 << 5,
	JSCAN_WORD_PARTICLE = 1 << 6,
	JSCAN_WORD_SUFFIX = 1 << 7,
	JSCAN_WORD_DATE = 1 << 8,
	JSCAN_WORD_PLAIN = 1 << 9,
	JSCAN_WORD_SURNAME = 1 << 10 /* all the same */
};

#define JSCAN_WORD_MOST_BYTES 24

/* The classes of a word, in any ASCII case; 0 for a word not in the table. */
unsigned jscan_words_find(const char *text, size_t len);

/* Entry of the table ("manager/h"), or NULL past its end: for the tests. */
const char *jscan_words_get(size_t index);

#endif
