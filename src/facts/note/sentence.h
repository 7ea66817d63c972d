/*
 * A text as sentences of words.  A sentence is read once, from left to right;
 * what the later parts find out about a word is kept with it.
 */
#ifndef JSCAN_FACTS_NOTE_SENTENCE_H
#define JSCAN_FACTS_NOTE_SENTENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "facts/note/word.h"

#define JSCAN_SENTENCE_WORDS 256 /* a longer sentence is read in pieces */

/* Of a class of grammar.txt, in the mask of a token. */
#define JSCAN_WORD_BIT(name) ((uint64_t)1 << JSCAN_WORD_##name)

enum { /* of a token */
	JSCAN_TOKEN_CAPITAL = 1,
	JSCAN_TOKEN_QUOTED = 2, /* inside quotation marks */
	JSCAN_TOKEN_NUMBER = 4,
	JSCAN_TOKEN_START = 8, /* first word of a clause */
	JSCAN_TOKEN_END = 16,  /* last word of a clause */
	JSCAN_TOKEN_IN_RUN = 32, /* inside a run of several words, not first */
	JSCAN_TOKEN_NAME = 64	 /* a person's name, as far as can be told */
};

enum jscan_who { /* whose doing it is */
	JSCAN_WHO_SELF,
	JSCAN_WHO_OTHER,
	JSCAN_WHO_YOU,
	JSCAN_WHO_WE,
	JSCAN_WHO_THING, /* it, the answer, "no questions" */
	JSCAN_WHO_GENERIC,
	JSCAN_WHO_CANDIDATE /* in feedback the writer, else anybody */
};

enum jscan_mood {
	JSCAN_MOOD_REAL,
	JSCAN_MOOD_REGRET,
	JSCAN_MOOD_RESOLVE,
	JSCAN_MOOD_UNREAL, /* if, might, afraid that */
	JSCAN_MOOD_PAST,   /* used to, a year ago */
	JSCAN_MOOD_ADVICE
};

struct jscan_token {
	uint32_t offset; /* in the text of the block */
	uint32_t hash;	 /* of the word as written, folded */
	uint32_t lemma;	 /* 0: not yet looked up */
	uint64_t mask;	 /* its frame classes, those of its run included */
	uint16_t len;
	uint16_t set;	  /* its classes */
	uint16_t run_set; /* classes of the run that begins here */
	uint8_t run_len;  /* words of that run; 0: none */
	uint8_t forms;
	uint8_t flags;
	char mark; /* punctuation before it, the weightiest; '\0': none */
	/* Filled by scope.c. */
	uint8_t who;	/* enum jscan_who */
	uint8_t parity; /* 1: an odd number of negations holds here */
	uint8_t mood;	/* enum jscan_mood */
	uint8_t clause;
	uint16_t filter; /* of what elements of behaviours it may fit */
	uint16_t run_filter;
	uint8_t turns; /* 1: a trigger that turns the parity begins here */
	uint8_t follows_run; /* 1: it may stand in a run, not first */
};

struct jscan_sentence {
	struct jscan_token tokens[JSCAN_SENTENCE_WORDS];
	size_t count;
	size_t offset; /* in the text of the block */
	size_t len;
	uint64_t mask; /* of all its words, once they are looked up */
	bool is_question;
	bool has_first_person; /* I, me, my */
	bool has_more; /* cut off at the limit: the next piece goes on */
};

/* Where the reading of a text stands. */
enum jscan_layout { /* of a text of several lines */
	JSCAN_LAYOUT_UNKNOWN,
	JSCAN_LAYOUT_WRAPPED, /* where they end means nothing */
	JSCAN_LAYOUT_LINES    /* each says something of its own */
};

struct jscan_sentence_scanner {
	const char *text;
	size_t len;
	size_t pos;
	size_t line_start; /* of the current line of the text */
	bool is_quoted;
	enum jscan_layout layout;
};

void jscan_sentence_scanner_init(struct jscan_sentence_scanner *scanner,
				 const char *text, size_t len);

/* Moves to the first character that is not white space. */
void jscan_sentence_scanner_start(struct jscan_sentence_scanner *scanner);

/*
 * The next sentence that has a word, split into words of which nothing but
 * offset, len, hash, mark and flags is known; false at the end of the text.
 */
bool jscan_sentence_read(struct jscan_sentence *out,
			 struct jscan_sentence_scanner *scanner);

/* Looks its words up, and puts those that belong together into runs. */
void jscan_sentence_find_words(struct jscan_sentence *sentence,
			       const char *text);

/* Both at once. */
bool jscan_sentence_next(struct jscan_sentence *out,
			 struct jscan_sentence_scanner *scanner);

/* Has the word, or the run that it begins, this class? */
static inline bool jscan_token_is(const struct jscan_token *token,
				  unsigned word_class)
{
	if (word_class < 64)
		return token->mask >> word_class & 1;
	return jscan_word_set_has(token->set, word_class) ||
	       (token->run_set &&
		jscan_word_set_has(token->run_set, word_class));
}

#endif
