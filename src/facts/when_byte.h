/*
 * What bytes are to the files that cut text into tokens: when_token.c and
 * when_word.c.
 */
#ifndef JSCAN_FACTS_WHEN_BYTE_H
#define JSCAN_FACTS_WHEN_BYTE_H

#include "facts/when_internal.h"

enum jscan_when_class {
	WHEN_B_OTHER,
	WHEN_B_SPACE,
	WHEN_B_LETTER,
	WHEN_B_DIGIT,
	WHEN_B_HIGH
};

extern const uint8_t jscan_when_classes[256];

static inline enum jscan_when_class jscan_when_class_of(char c)
{
	return (enum jscan_when_class)jscan_when_classes[(unsigned char)c];
}

enum jscan_when_high {
	WHEN_HIGH_LETTER,
	WHEN_HIGH_SPACE,
	WHEN_HIGH_DASH,
	WHEN_HIGH_QUOTE,
	WHEN_HIGH_MARK
};

/* What a character past ASCII is to us; its bytes go to *size. */
enum jscan_when_high jscan_when_classify_high(size_t *size, const char *text,
					      size_t len, size_t at);

/*
 * The last token is a word, looked up as far as its ASCII letters go, and
 * tokens->next is behind them.
 */
void jscan_when_finish_word(struct jscan_when_tokens *tokens,
			    struct jscan_when_token *token);

#endif
