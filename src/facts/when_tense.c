/*
 * The tense of the clause that a date stands in, from the verb nearest to it:
 * first the words before it, then those behind it, then the clause before.
 * "Will call", "should hear", "by Friday" look ahead; "was", "told" and verbs
 * in -ed look back.  A plain verb looks ahead too, but only when it gives an
 * order ("Send the list on Friday") or nothing else is said.
 */
#include "facts/when_internal.h"

#include <string.h>

#define REACH 30 /* tokens looked at on either side */

static bool ends_with_ing(const struct jscan_when_tokens *tokens,
			  const struct jscan_when_token *token)
{
	return token->len > 4 &&
	       memcmp(tokens->text + token->offset + token->len - 3, "ing",
		      3) == 0;
}

/* "will be held", "is scheduled": the participle is no past. */
static bool is_participle(const struct jscan_when_token *token, size_t at)
{
	return at > 0 &&
	       (token[-1].cues & (WHEN_CUE_BE | WHEN_CUE_SUFFIX_IS)) != 0;
}

/* A bare verb that gives an order, or follows "to"; not the mail of e-mail. */
static bool is_order(const struct jscan_when_token *token, size_t at)
{
	if (at == 0)
		return true;
	if (token[-1].kind == WHEN_DASH &&
	    token[-1].offset + token[-1].len == token->offset)
		return false;
	return strchr("!-(>", token[-1].kind) != NULL ||
	       (token[-1].cues & WHEN_CUE_JOINT);
}

/* "by Friday", "by noon on Friday"; not "by e-mail on Friday", "by Dana". */
static bool is_deadline(const struct jscan_when_tokens *tokens, size_t by)
{
	static const char *const times[] = {
		"close",   "cob",      "eod",	    "eob",     "noon",
		"midday",  "lunch",    "tea",	    "dinner",  "night",
		"latest",  "late",     "around",    "about",   "roughly",
		"say",	   "early",    "some",	    "then",    "sometime",
		"when",	   "midnight", "lunchtime", "opening", "closing",
		"teatime", "your",     "our",	    "their",   NULL};
	const struct jscan_when_token *next = &tokens->items[by + 1];

	return tokens->items[by].value || by + 1 >= tokens->count ||
	       next->kind != WHEN_WORD ||
	       jscan_when_is_word(tokens, next, times);
}

/* "They spoke of a decision in March" tells not when they spoke. */
static bool is_spoken_of(const struct jscan_when_tokens *tokens, size_t at)
{
	static const char *const verbs[] = {"spoke", "talked", "thought", NULL};

	return at + 1 < tokens->count &&
	       tokens->items[at + 1].kind == WHEN_OF &&
	       jscan_when_is_word(tokens, &tokens->items[at], verbs);
}

static enum jscan_tense tense_at(const struct jscan_when_tokens *tokens,
				 size_t at, bool takes_base)
{
	const struct jscan_when_token *token = &tokens->items[at];
	uint32_t cues = token->cues;

	if ((token->kind == WHEN_BY && is_deadline(tokens, at)) ||
	    token->kind == WHEN_UNTIL ||
	    (cues & (WHEN_CUE_FUTURE | WHEN_CUE_SUFFIX_WILL)))
		return JSCAN_TENSE_FUTURE;
	if (token->kind == WHEN_SINCE)
		return JSCAN_TENSE_PAST;
	if ((cues & WHEN_CUE_PAST) && !is_participle(token, at) &&
	    !is_spoken_of(tokens, at)) {
		/* "I've got a call on Friday" */
		if (at > 0 && token->len == 3 &&
		    tokens->text[token->offset] == 'g' &&
		    (token[-1].cues & (WHEN_CUE_HAVE | WHEN_CUE_SUFFIX_HAVE)))
			return JSCAN_TENSE_NONE;
		return JSCAN_TENSE_PAST;
	}
	if ((cues & WHEN_CUE_BASE) && (takes_base || is_order(token, at)))
		return JSCAN_TENSE_FUTURE;
	/* "I'm seeing her on Friday" */
	if (token->kind == WHEN_WORD && is_participle(token, at) &&
	    ends_with_ing(tokens, token))
		return JSCAN_TENSE_FUTURE;
	return JSCAN_TENSE_NONE;
}

static bool ends_clause(const struct jscan_when_token *token)
{
	return token->kind == WHEN_BREAK ||
	       (token->kind == WHEN_THIS && token->value == 1) ||
	       (token->cues & WHEN_CUE_JOINT);
}

static bool ends_sentence(const struct jscan_when_tokens *tokens,
			  const struct jscan_when_token *token)
{
	return token->kind == WHEN_BREAK &&
	       memchr(".!?", tokens->text[token->offset], 3) != NULL;
}

/* "for Friday" is planned; "she said Friday" tells what is to come. */
static bool is_announced(const struct jscan_when_tokens *tokens, size_t begin)
{
	const struct jscan_when_token *before;
	static const char *const words[] = {"for", NULL};

	if (begin == 0)
		return false;
	before = &tokens->items[begin - 1];
	return before->kind == WHEN_WORD &&
	       ((before->cues & WHEN_CUE_SAY) ||
		jscan_when_is_word(tokens, before, words));
}

/* "..., and on Friday I will see her": it begins its clause. */
static bool is_fronted(const struct jscan_when_tokens *tokens, size_t begin,
		       size_t end)
{
	static const char *const subjects[] = {"i",  "we",   "you", "he", "she",
					       "it", "they", "the", NULL};

	if (end >= tokens->count || tokens->items[end].kind != WHEN_WORD ||
	    (!(tokens->items[end].flags & WHEN_CAPITAL) &&
	     !jscan_when_is_word(tokens, &tokens->items[end], subjects)))
		return false;
	while (begin > 0 && strchr("pxyvi", tokens->items[begin - 1].kind))
		begin--;
	return begin == 0 || strchr("!,&(-", tokens->items[begin - 1].kind) ||
	       (tokens->items[begin - 1].cues & WHEN_CUE_JOINT);
}

static enum jscan_tense look_behind(const struct jscan_when_tokens *tokens,
				    size_t end, bool takes_base)
{
	for (size_t i = end; i < tokens->count && i - end < REACH; i++) {
		enum jscan_tense tense;

		if (ends_clause(&tokens->items[i]))
			break;
		tense = tense_at(tokens, i, takes_base);
		if (tense != JSCAN_TENSE_NONE)
			return tense;
	}
	return JSCAN_TENSE_NONE;
}

/* Goes back to where the clause begins, *at. */
static enum jscan_tense look_before(const struct jscan_when_tokens *tokens,
				    size_t *at, size_t begin, bool takes_base)
{
	while (*at > 0 && begin - *at < REACH) {
		enum jscan_tense tense = tense_at(tokens, *at - 1, takes_base);

		if (tense != JSCAN_TENSE_NONE)
			return tense;
		if (ends_clause(&tokens->items[*at - 1]))
			break;
		(*at)--;
	}
	return JSCAN_TENSE_NONE;
}

enum jscan_tense jscan_when_find_tense(const struct jscan_when_tokens *tokens,
				       size_t begin, size_t end)
{
	enum jscan_tense tense;
	size_t at = begin;

	if (is_announced(tokens, begin))
		return JSCAN_TENSE_FUTURE;
	if (is_fronted(tokens, begin, end)) {
		tense = look_behind(tokens, end, false);
		if (tense != JSCAN_TENSE_NONE)
			return tense;
	}
	tense = look_before(tokens, &at, begin, false);
	if (tense == JSCAN_TENSE_NONE)
		tense = look_behind(tokens, end, false);
	if (tense == JSCAN_TENSE_NONE) {
		at = begin;
		tense = look_before(tokens, &at, begin, true);
	}
	/* The clauses before it, in the same sentence. */
	while (tense == JSCAN_TENSE_NONE && at > 0 && begin - at < REACH &&
	       !ends_sentence(tokens, &tokens->items[at - 1])) {
		at--;
		tense = look_before(tokens, &at, begin, false);
	}
	return tense;
}
