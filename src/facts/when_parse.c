/*
 * A value that is a date and nothing else: front matter, file names, `@due(…)`.
 * A time of day, a zone, a weekday and brackets around it are left out.
 */
#include "facts/when_table.h"

#include <string.h>

#include "base/date.h"

#define MAX_VALUE 120 /* bytes; what is longer is a text */

static uint8_t kind_at(const struct jscan_when_tokens *tokens, size_t at)
{
	return jscan_when_kind_at(tokens, at);
}

/* 20261109, as in file names. */
static bool read_compact(struct jscan_when *out, const char *text, size_t begin,
			 size_t end)
{
	int number = 0;

	if (end - begin != 8)
		return false;
	for (size_t i = begin; i < end; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		number = number * 10 + (text[i] - '0');
	}
	memset(out, 0, sizeof(*out));
	out->offset = begin;
	out->len = 8;
	out->start = jscan_date_make(number / 10000, number / 100 % 100,
				     number % 100);
	out->end = out->start;
	out->is_impossible = !jscan_date_is_valid(
		out->start.year, out->start.month, out->start.day);
	return true;
}

static enum jscan_when_result finish(struct jscan_when *out,
				     const struct jscan_when *item)
{
	if (item->is_impossible)
		return JSCAN_WHEN_IMPOSSIBLE;
	*out = *item;
	return JSCAN_WHEN_OK;
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The slash of "14:00 Europe/Berlin". */
static bool is_zone(const struct jscan_when_tokens *tokens, size_t at)
{
	return at > 1 && kind_at(tokens, at) == WHEN_SLASH &&
	       /* cppcheck-suppress arrayIndexOutOfBoundsCond ; a slash */
	       (tokens->items[at].flags & WHEN_GLUED) &&
	       kind_at(tokens, at - 1) == WHEN_WORD &&
	       kind_at(tokens, at + 1) == WHEN_WORD &&
	       kind_at(tokens, at - 2) == WHEN_TIME;
}

/* A time of day and a zone behind a date, brackets and marks. */
static bool is_left_over(const struct jscan_when_tokens *tokens, size_t at)
{
	static const char *const words[] = {
		"am",	"pm",	    "z",   "utc",   "gmt", "cet", "cest", "est",
		"edt",	"cst",	    "cdt", "mst",   "mdt", "pst", "pdt",  "bst",
		"noon", "midnight", "o",   "clock", "h",   "uhr", NULL};
	const struct jscan_when_token *token = &tokens->items[at];

	switch (token->kind) {
	case WHEN_TIME:
	case WHEN_OPEN:
	case WHEN_CLOSE:
	case WHEN_COMMA:
	case WHEN_AT:
	case WHEN_DAYPART:
		return true;
	case WHEN_DASH:
		return at + 1 < tokens->count &&
		       tokens->items[at + 1].kind == WHEN_TIME;
	case WHEN_WEEKDAY:
		return true;
	case WHEN_NUMBER:
		return at > 0 && tokens->items[at - 1].kind == WHEN_AT;
	case WHEN_SLASH: /* Europe/Berlin */
		return is_zone(tokens, at);
	case WHEN_BREAK:
		return memchr("+.:", tokens->text[token->offset], 3) != NULL;
	case WHEN_JUNK: /* "+01:00" */
		return at > 0 && tokens->text[token->offset - 1] == '+';
	default:
		return jscan_when_is_word(tokens, token, words) ||
		       is_zone(tokens, at + 1) ||
		       (at > 0 && is_zone(tokens, at - 1));
	}
}

static bool is_whole(const struct jscan_when_tokens *tokens, size_t begin,
		     size_t end)
{
	for (size_t i = 0; i < tokens->count; i++) {
		if (i >= begin && i < end)
			continue;
		if (!is_left_over(tokens, i))
			return false;
	}
	return tokens->next >= tokens->len;
}

enum jscan_when_result
jscan_when_parse(struct jscan_when *out, const char *text, size_t len,
		 const struct jscan_when_context *context)
{
	static const struct jscan_date none;
	struct jscan_when_tokens tokens;
	struct jscan_when_phrase phrase;
	struct jscan_when item;
	size_t begin = 0;

	while (len > 0 && is_space(text[len - 1]))
		len--;
	while (begin < len && is_space(text[begin]))
		begin++;
	if (len - begin > MAX_VALUE)
		return JSCAN_WHEN_NOT_A_DATE;
	if (read_compact(&item, text, begin, len))
		return finish(out, &item);
	jscan_when_prepare();
	tokens.count = 0;
	tokens.text = text;
	tokens.len = len;
	tokens.next = begin;
	tokens.is_day_first = context->is_day_first;
	jscan_when_fill(&tokens, len);
	for (size_t at = 0; at < tokens.count; at++)
		if (jscan_when_read_phrase(&phrase, &tokens, at) &&
		    !phrase.is_list && phrase.from.kind != WHEN_V_YEAR &&
		    is_whole(&tokens, at, phrase.end) &&
		    jscan_when_read_item(&item, &tokens, &phrase, context,
					 none))
			return finish(out, &item);
	return JSCAN_WHEN_NOT_A_DATE;
}
