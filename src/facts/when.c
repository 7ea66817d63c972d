/*
 * Dates said in text: the window moves over the tokens, each phrase that is a
 * date where it stands is resolved, and what came out is given back in order.
 * The forms are in when_forms.c, the policy in when_resolve.c.
 */
#include "facts/when.h"

#include <string.h>

#include "base/date.h"
#include "facts/when_table.h"

#define BACK 240 /* bytes of a sentence that are read before a date */
#define LEAD 8	 /* no phrase has its telling word later than that */

struct reader {
	const struct jscan_when_context *context;
	struct jscan_whens *out;
	struct jscan_arena *arena;
	struct jscan_when_tokens tokens;
	struct jscan_date preceding;
	size_t last_end; /* byte behind the date before, 0 for none */
};

static uint8_t kind_at(const struct jscan_when_tokens *tokens, size_t at)
{
	return jscan_when_kind_at(tokens, at);
}

static void add(struct reader *reader, const struct jscan_when *item)
{
	struct jscan_whens *out = reader->out;

	out->items = jscan_arena_grow(reader->arena, out->items, out->count,
				      sizeof(*out->items));
	out->items[out->count++] = *item;
	reader->last_end = item->offset + item->len;
	if (!item->is_impossible)
		reader->preceding = item->start;
}

/* "18 and 19 June": the day said first, then the other. */
static void add_list(struct reader *reader,
		     const struct jscan_when_phrase *phrase)
{
	const struct jscan_when_tokens *tokens = &reader->tokens;
	struct jscan_when_phrase one = *phrase;
	struct jscan_when item;
	size_t middle = phrase->begin;

	while (middle < phrase->end && kind_at(tokens, middle) != WHEN_AND &&
	       kind_at(tokens, middle) != WHEN_OR)
		middle++;
	/* "18 and 19 this month": a day is a stretch of one. */
	one.from.end_day =
		one.from.kind == WHEN_V_PERIOD ? one.from.day : (int8_t)0;
	if (jscan_when_read_item(&item, tokens, &one, reader->context,
				 reader->preceding)) {
		jscan_when_set_span(&item, tokens, phrase->begin, middle);
		add(reader, &item);
	}
	one.from.day = phrase->from.end_day;
	if (one.from.end_day != 0)
		one.from.end_day = one.from.day;
	if (jscan_when_read_item(&item, tokens, &one, reader->context,
				 reader->preceding)) {
		jscan_when_set_span(&item, tokens, middle + 1, phrase->end);
		add(reader, &item);
	}
}

/* ", and again on": nothing but a link between two dates. */
static bool is_link(const struct jscan_when_tokens *tokens, size_t at)
{
	static const char *const words[] = {"again", "then", NULL};
	uint8_t kind = kind_at(tokens, at);

	if (kind == WHEN_WORD)
		return jscan_when_is_word(tokens, &tokens->items[at], words);
	return strchr(",&|->(/p", kind) != NULL;
}

/* Is a date near on either side? */
static bool is_beside(const struct reader *reader, size_t begin, size_t end)
{
	const struct jscan_when_tokens *tokens = &reader->tokens;
	size_t at = begin;

	if (kind_at(tokens, end) == WHEN_COMMA ||
	    kind_at(tokens, end) == WHEN_OPEN)
		end++;
	if (end < tokens->count && strchr("WIMR", kind_at(tokens, end)))
		return true;
	if (reader->last_end == 0)
		return false;
	while (at > 0 && begin - at < 3 &&
	       tokens->items[at - 1].offset >= reader->last_end &&
	       is_link(tokens, at - 1))
		at--;
	return at > 0 && tokens->items[at - 1].offset < reader->last_end;
}

/* Returns the token behind the date, or the next when there is none. */
static size_t read_at(struct reader *reader, size_t at)
{
	const struct jscan_when_tokens *tokens = &reader->tokens;
	struct jscan_when_phrase phrase;
	struct jscan_when item;

	if (!jscan_when_read_phrase(&phrase, tokens, at) ||
	    !jscan_when_is_credible(&phrase, tokens,
				    is_beside(reader, at, phrase.end)))
		return at + 1;
	if (phrase.is_list) {
		add_list(reader, &phrase);
		return phrase.end;
	}
	if (!jscan_when_read_item(&item, tokens, &phrase, reader->context,
				  reader->preceding))
		return at + 1;
	add(reader, &item);
	return phrase.end;
}

enum { NEVER, ALWAYS, SOMETIMES };

/* Is a date told by a token of the kind? */
static const uint8_t anchors[128] = {
	[WHEN_DATE] = ALWAYS,	    [WHEN_PAIR] = ALWAYS,
	[WHEN_PAIRS] = ALWAYS,	    [WHEN_DAYS] = ALWAYS,
	[WHEN_YEAR_MONTH] = ALWAYS, [WHEN_QUARTER] = ALWAYS,
	[WHEN_HOLIDAY] = ALWAYS,    [WHEN_MONTH] = ALWAYS,
	[WHEN_WEEKDAY] = ALWAYS,    [WHEN_WEEKDAYS] = ALWAYS,
	[WHEN_UNIT] = ALWAYS,	    [WHEN_RELATIVE] = ALWAYS,
	[WHEN_SEASON] = ALWAYS,	    [WHEN_DAYPART] = ALWAYS,
	[WHEN_END_OF] = ALWAYS,	    [WHEN_NUMBER] = SOMETIMES,
	[WHEN_ORDINAL] = SOMETIMES};

/* The token of the kind without which there is no date, from `at` on. */
static size_t find_anchor_token(const struct jscan_when_tokens *tokens,
				size_t at)
{
	for (; at < tokens->count; at++) {
		const struct jscan_when_token *token = &tokens->items[at];

		if (anchors[token->kind] == NEVER)
			continue;
		if (anchors[token->kind] == ALWAYS)
			break;
		if (token->kind == WHEN_NUMBER
			    ? token->digits == 4 || /* 2026; the 27 */
				      kind_at(tokens, at - 1) == WHEN_THE
			    : !(token->flags & WHEN_SPELLED) ||
				      jscan_when_is_anchor(token))
			break;
	}
	return at;
}

/* Fills the window with the sentence of the anchor, or what fits of it. */
static void fill_sentence(struct jscan_when_tokens *tokens, size_t anchor)
{
	static const size_t backs[] = {BACK, BACK / 8};

	for (size_t i = 0; i < 2; i++) {
		tokens->count = 0;
		tokens->next = jscan_when_find_sentence(tokens->text, anchor,
							backs[i]);
		jscan_when_fill(tokens, anchor);
		/* A crowd of marks before it: with less of them. */
		if (tokens->count < WHEN_WINDOW ||
		    tokens->items[WHEN_WINDOW - WHEN_AHEAD].offset > anchor)
			return;
	}
}

/* Reads the dates around an anchor; returns the byte where to look on. */
static size_t read_sentence(struct reader *reader, size_t from, size_t anchor)
{
	struct jscan_when_tokens *tokens = &reader->tokens;
	size_t at = 0, near = 0, stop;

	fill_sentence(tokens, anchor);
	stop = tokens->count == WHEN_WINDOW ? WHEN_WINDOW - WHEN_AHEAD
					    : tokens->count;
	while (at < stop && tokens->items[at].offset < from)
		at++;
	while (at < stop) {
		if (near < at || near == 0)
			near = find_anchor_token(tokens, at);
		if (near == tokens->count)
			return tokens->next;
		if (near > at + LEAD) {
			at = near - LEAD;
			continue;
		}
		if (jscan_when_may_begin(tokens, at))
			at = read_at(reader, at);
		else
			at++;
	}
	return at < tokens->count ? tokens->items[at].offset : tokens->next;
}

void jscan_when_find(struct jscan_whens *out, const char *text, size_t len,
		     const struct jscan_when_context *context,
		     struct jscan_arena *arena)
{
	struct reader reader;
	size_t at = 0;

	memset(out, 0, sizeof(*out));
	jscan_when_prepare();
	at = jscan_when_find_anchor(text, len, 0);
	if (at == len)
		return;
	reader.context = context;
	reader.out = out;
	reader.arena = arena;
	memset(&reader.preceding, 0, sizeof(reader.preceding));
	reader.last_end = 0;
	reader.tokens.text = text;
	reader.tokens.len = len;
	reader.tokens.is_day_first = context->is_day_first;
	for (size_t done = 0; at < len;
	     at = jscan_when_find_anchor(text, len, done)) {
		size_t end = jscan_when_skip_idle(text, len, done, at, BACK);

		done = end > 0 ? end : read_sentence(&reader, done, at);
	}
}
