/* Words that are people. */
#ifndef JSCAN_FACTS_NOTE_PERSON_H
#define JSCAN_FACTS_NOTE_PERSON_H

#include <stdbool.h>

#include "facts/note/sentence.h"
#include "note_classes.h"

/* Somebody other than the writer: he, the interviewer, a name. */
static inline bool jscan_token_is_person(const struct jscan_token *token)
{
	if (token->mask & (JSCAN_WORD_BIT(HE) | JSCAN_WORD_BIT(HIM)) ||
	    token->flags & JSCAN_TOKEN_NAME)
		return true;
	if (token->set == 0 || token->mask & JSCAN_WORD_BIT(NOTPERSON))
		return false;
	return jscan_token_is(token, JSCAN_WORD_INTERVIEWER) ||
	       jscan_token_is(token, JSCAN_WORD_KIN) ||
	       jscan_token_is(token, JSCAN_WORD_BOSS) ||
	       jscan_token_is(token, JSCAN_WORD_COLLEAGUE);
}

#endif
