/*
 * Stretches and distances of time, and what tells them from mere lengths: "in
 * two weeks" is a day when somebody will call, and none when somebody built
 * something in two weeks.
 */
#include "facts/when_internal.h"

#include <string.h>

#define REACH 9 /* words looked at before it, in its clause */

static const struct jscan_when_token *
token_before(const struct jscan_when_tokens *tokens, size_t at)
{
	while (at > 0 && tokens->items[at - 1].kind == WHEN_THE)
		at--;
	return at > 0 ? &tokens->items[at - 1] : NULL;
}

static bool is_kind(const struct jscan_when_token *token, const char *kinds)
{
	return token && strchr(kinds, token->kind) != NULL;
}

/* Is one of the words before it in its clause? */
static bool has_before(const struct jscan_when_tokens *tokens, size_t at,
		       size_t reach, const char *const *words)
{
	for (size_t i = 1; i <= reach && i <= at; i++) {
		const struct jscan_when_token *token = &tokens->items[at - i];

		if (token->kind == WHEN_BREAK)
			return false;
		if (token->kind == WHEN_WORD &&
		    jscan_when_is_word(tokens, token, words))
			return true;
	}
	return false;
}

static bool has_cue_before(const struct jscan_when_tokens *tokens, size_t at,
			   uint32_t cue)
{
	for (size_t i = 1; i <= REACH && i <= at; i++) {
		const struct jscan_when_token *token = &tokens->items[at - i];

		if (token->kind == WHEN_BREAK)
			return false;
		if (token->cues & cue)
			return true;
	}
	return false;
}

static bool has_number_before(const struct jscan_when_tokens *tokens, size_t at)
{
	for (size_t i = 1; i <= REACH && i <= at; i++) {
		uint8_t kind = tokens->items[at - i].kind;

		if (kind == WHEN_BREAK || kind == WHEN_COMMA)
			return false;
		if (kind == WHEN_NUMBER)
			return true;
	}
	return false;
}

/* "last year's" numbers */
static bool is_possessive(const struct jscan_when_tokens *tokens, size_t end)
{
	const struct jscan_when_token *last = &tokens->items[end - 1];
	const char *text = tokens->text + last->offset + last->len;
	size_t left = tokens->len - last->offset - last->len;

	if (left >= 4 && memcmp(text, "\xe2\x80\x99", 3) == 0)
		return (text[3] | 0x20) == 's';
	return left >= 2 && text[0] == '\'' && (text[1] | 0x20) == 's';
}

/* The weekend: not my, and not "weekends". */
static bool is_weekend_said(const struct jscan_when_phrase *phrase,
			    const struct jscan_when_tokens *tokens)
{
	const struct jscan_when_token *first = &tokens->items[phrase->begin];
	const struct jscan_when_token *last = &tokens->items[phrase->end - 1];
	const struct jscan_when_token *before =
		token_before(tokens, phrase->begin);
	static const char *const over[] = {"over", "my",  "all",
					   "with", "mom", NULL};

	if (phrase->from.unit != WHEN_WEEKEND ||
	    tokens->text[last->offset + last->len - 1] == 's')
		return false;
	return first->kind == WHEN_THE || is_kind(before, "p@yviba") ||
	       (before && jscan_when_is_word(tokens, before, over));
}

static bool is_period_said(const struct jscan_when_phrase *phrase,
			   const struct jscan_when_tokens *tokens)
{
	const struct jscan_when_value *value = &phrase->from;
	size_t at =
		phrase->begin + (tokens->items[phrase->begin].kind == WHEN_THE);
	const struct jscan_when_token *first = &tokens->items[at];
	const struct jscan_when_token *before =
		token_before(tokens, phrase->begin);
	static const char *const previous[] = {"previous", "prior", NULL};

	if (value->day != 0)
		return true;
	/* "At the end of the day" is a figure of speech. */
	if (value->part != WHEN_WHOLE && value->unit == WHEN_DAY)
		return value->part == WHEN_END &&
		       (first->kind == WHEN_END_OF || is_kind(before, "yvb") ||
			phrase->end - at < 4);
	if (value->step == WHEN_OPEN_STEP)
		return is_weekend_said(phrase, tokens);
	if (value->unit == WHEN_DAY && value->nth == 0) {
		if (first->kind == WHEN_LAST)
			return jscan_when_is_word(tokens, first, previous);
		return first->kind != WHEN_THIS;
	}
	/* "the last month of the project" */
	if (first->kind == WHEN_LAST && value->nth == 0 &&
	    phrase->end < tokens->count &&
	    tokens->items[phrase->end].kind == WHEN_OF)
		return false;
	return value->unit != WHEN_YEARS || !is_possessive(tokens, phrase->end);
}

/* "the day after", with nothing behind that it is the day after of */
static bool is_neighbour_said(const struct jscan_when_phrase *phrase,
			      const struct jscan_when_tokens *tokens)
{
	return phrase->end >= tokens->count ||
	       is_kind(&tokens->items[phrase->end], "!,)-&|");
}

/* Done in so long, or so often in so long. */
static bool is_length(const struct jscan_when_phrase *phrase,
		      const struct jscan_when_tokens *tokens)
{
	static const char *const often[] = {"times", "twice", "thrice", NULL};
	static const char *const self[] = {"yourself", "myself", "see", "best",
					   "worst",    "time",	 NULL};
	const struct jscan_when_value *value = &phrase->from;
	size_t at = phrase->begin;

	if (has_before(tokens, at, REACH, often) ||
	    has_cue_before(tokens, at, WHEN_CUE_DONE))
		return true;
	if (value->unit >= WHEN_MONTHS && has_before(tokens, at, 3, self))
		return true;
	/* five people in a week */
	return tokens->items[at + 1].kind == WHEN_A &&
	       has_number_before(tokens, at);
}

static bool is_offset_said(const struct jscan_when_phrase *phrase,
			   const struct jscan_when_tokens *tokens)
{
	static const char *const apart[] = {"row", "advance", "total", NULL};
	size_t begin = phrase->begin, end = phrase->end;
	uint8_t kind = tokens->items[begin].kind;
	const struct jscan_when_token *after =
		end < tokens->count ? &tokens->items[end] : NULL;

	if (phrase->from.from_preceding &&
	    is_kind(&tokens->items[end - 1], "ab"))
		return is_neighbour_said(phrase, tokens);
	if (kind != WHEN_IN && kind != WHEN_WITHIN)
		return true;
	/* due in a fortnight, whatever stands before */
	if (begin > 0 && tokens->items[begin - 1].kind == WHEN_BY)
		return true;
	if (is_kind(after, "o") ||
	    (is_kind(after, "~") && jscan_when_is_word(tokens, after, apart)))
		return false;
	return !has_cue_before(tokens, begin, WHEN_CUE_HABIT) &&
	       !is_length(phrase, tokens);
}

/* "For the last five years" is how long, not when. */
static bool is_span_said(const struct jscan_when_phrase *phrase,
			 const struct jscan_when_tokens *tokens)
{
	static const char *const during[] = {"for", "over", "in", "during",
					     NULL};
	const struct jscan_when_token *before =
		token_before(tokens, phrase->begin);

	return phrase->from.unit != WHEN_YEARS || phrase->from.step > 0 ||
	       !before || !jscan_when_is_word(tokens, before, during);
}

bool jscan_when_is_time_said(const struct jscan_when_phrase *phrase,
			     const struct jscan_when_tokens *tokens)
{
	switch (phrase->from.kind) {
	case WHEN_V_OFFSET:
		return is_offset_said(phrase, tokens);
	case WHEN_V_SPAN:
		return is_span_said(phrase, tokens);
	default:
		return is_period_said(phrase, tokens);
	}
}
