/*
 * The tense of the clause that a date stands in, from the verb nearest to it:
 * first the words before it in its clause, then those behind it, then the
 * clause before.
 */
#include "facts/when_internal.h"

#include <string.h>

#define REACH 30 /* tokens looked at on either side */

static const char *const future_words[] = {
	"will",	     "won",	 "shall",    "going",	    "should",
	"would",     "expect",	 "expects",  "expected",    "expecting",
	"plan",	     "plans",	 "planning", "hope",	    "hopes",
	"hoping",    "must",	 "need",     "needs",	    "let",
	"please",    "gonna",	 "promises", "promised",    "wants",
	"want",	     "schedule", "book",     "booked",	    "scheduled",
	"arranged",  "deadline", "remind",   "ask",	    "call",
	"send",	     "write",	 "ring",     "intend",	    "mean",
	"aim",	     "ought",	 "can",	     "could",	    "due",
	"starts",    "start",	 "begins",   "tentatively", "upcoming",
	"confirmed", "invited",	 "meet",     "hear",	    "set",
	"see",	     "see",	 "becomes",  "decide",	    "decides",
	"deciding",  "might",	 "shall",    NULL};

static const char *const past_words[] = {
	"was",	    "were",   "had",   "did",	  "met",    "told",    "said",
	"sent",	    "spoke",  "went",  "came",	  "got",    "heard",   "wrote",
	"gave",	    "took",   "made",  "saw",	  "felt",   "left",    "began",
	"ran",	    "rang",   "knew",  "thought", "found",  "kept",    "held",
	"read",	    "lost",   "won",   "sat",	  "paid",   "brought", "bought",
	"drew",	    "chose",  "spent", "built",	  "broke",  "never",   "ago",
	"last",	    "since",  "put",   "let",	  "fell",   "flew",    "drove",
	"withdrew", "became", "froze", "blew",	  "forgot", "asked",   NULL};

static bool is_past_form(const struct jscan_when_tokens *tokens,
			 const struct jscan_when_token *token)
{
	const char *text = tokens->text + token->offset;

	return token->len > 4 && text[token->len - 1] == 'd' &&
	       text[token->len - 2] == 'e' && text[token->len - 3] != 'e';
}

/* "'ll" behind a word: I'll, she'll. */
static bool has_will(const struct jscan_when_tokens *tokens,
		     const struct jscan_when_token *token)
{
	const char *text = tokens->text + token->offset + token->len;
	size_t left = tokens->len - token->offset - token->len;

	if (left >= 5 && memcmp(text, "\xe2\x80\x99", 3) == 0) {
		text += 2;
		left -= 2;
	} else if (left < 3 || text[0] != '\'') {
		return false;
	}
	return (text[1] | 0x20) == 'l' && (text[2] | 0x20) == 'l';
}

static enum jscan_tense tense_of(const struct jscan_when_tokens *tokens,
				 const struct jscan_when_token *token)
{
	if (token->kind == WHEN_BY || token->kind == WHEN_UNTIL)
		return JSCAN_TENSE_FUTURE;
	if (token->kind == WHEN_SINCE)
		return JSCAN_TENSE_PAST;
	if (token->kind != WHEN_WORD)
		return JSCAN_TENSE_NONE;
	if (has_will(tokens, token) ||
	    jscan_when_is_word(tokens, token, future_words))
		return JSCAN_TENSE_FUTURE;
	if (jscan_when_is_word(tokens, token, past_words) ||
	    is_past_form(tokens, token))
		return JSCAN_TENSE_PAST;
	return JSCAN_TENSE_NONE;
}

static bool ends_clause(const struct jscan_when_tokens *tokens,
			const struct jscan_when_token *token)
{
	static const char *const joints[] = {"but", "because", "which", "so",
					     "who", "while",   "then",	NULL};

	return token->kind == WHEN_BREAK ||
	       (token->kind == WHEN_THIS && token->value == 1) ||
	       (token->kind == WHEN_WORD &&
		jscan_when_is_word(tokens, token, joints));
}

enum jscan_tense jscan_when_find_tense(const struct jscan_when_tokens *tokens,
				       size_t begin, size_t end)
{
	enum jscan_tense tense;
	size_t at;

	for (at = begin; at > 0 && begin - at < REACH; at--) {
		const struct jscan_when_token *token = &tokens->items[at - 1];

		tense = tense_of(tokens, token);
		if (tense != JSCAN_TENSE_NONE)
			return tense;
		if (ends_clause(tokens, token))
			break;
	}
	for (size_t i = end; i < tokens->count && i - end < REACH; i++) {
		const struct jscan_when_token *token = &tokens->items[i];

		if (ends_clause(tokens, token))
			break;
		tense = tense_of(tokens, token);
		if (tense != JSCAN_TENSE_NONE)
			return tense;
	}
	/* The clause before, in the same sentence or phrase. */
	for (; at > 0 && begin - at < REACH; at--) {
		const struct jscan_when_token *token = &tokens->items[at - 1];

		if (token->kind == WHEN_BREAK &&
		    memchr(".!?", tokens->text[token->offset], 3))
			break;
		tense = tense_of(tokens, token);
		if (tense != JSCAN_TENSE_NONE)
			return tense;
	}
	return JSCAN_TENSE_NONE;
}
