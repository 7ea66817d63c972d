/*
 * Sentences in which only a length of time is said: "they take two weeks and
 * more", "the year in which we met".  No form begins, goes on or ends between
 * the words around such a length, so that the sentence holds no date, which is
 * seen here without cutting it into tokens.  Whatever is not plain, as a mark
 * beside the words or any other word of dates, is left to the closer look.
 */
#include "facts/when_internal.h"

#include <string.h>

/* Shorter than a window even if each byte were a token. */
#define MOST_BYTES 250

static bool is_letter(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

static bool is_digit(char c)
{
	return (unsigned char)(c - '0') < 10;
}

/* "take 3 weeks": of three digits at most, between blanks. */
static bool is_plain_number(const char *text, size_t begin, size_t end)
{
	return end - begin <= 3 && begin > 0 && text[begin - 1] == ' ' &&
	       text[end] == ' ';
}

/*
 * The kind of the word or number before the one that begins at *at, which then
 * is its beginning; 0 when more than a blank is between them.
 */
static uint8_t read_before(const char *text, size_t len, size_t *at)
{
	struct jscan_when_token token = {.kind = WHEN_WORD};
	size_t end = *at > 0 ? *at - 1 : 0, begin = end;

	if (*at < 2 || text[end] != ' ')
		return 0;
	while (begin > 0 && is_digit(text[begin - 1]))
		begin--;
	if (begin < end) {
		*at = begin;
		return is_plain_number(text, begin, end) ? WHEN_NUMBER : 0;
	}
	while (begin > 0 && is_letter(text[begin - 1]))
		begin--;
	if (begin == end ||
	    (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n'))
		return 0;
	*at = begin;
	jscan_when_read_word(&token, text + begin, len - begin);
	return token.kind;
}

/* No form goes on with the word at `at`, behind a length. */
static bool is_idle_behind(const char *text, size_t len, size_t at)
{
	struct jscan_when_token token = {.kind = WHEN_WORD};
	size_t size;

	if (at == len || memchr(".!?:;)", text[at], 6) != NULL)
		return true;
	if (text[at] != ' ')
		return false;
	at++;
	size = jscan_when_read_word(&token, text + at, len - at);
	if (size == 0)
		return false;
	if (token.kind != WHEN_AND)
		return token.kind == WHEN_WORD || token.kind == WHEN_AT ||
		       token.kind == WHEN_IN;
	/* "a year and two months ago" is an amount. */
	at += size + 1;
	if (at >= len || text[at - 1] != ' ')
		return false;
	size = jscan_when_read_word(&token, text + at, len - at);
	return size > 0 && token.kind == WHEN_WORD;
}

/* Is the unit at [at, end) of a length that no form takes in? */
static bool is_idle_unit(const struct jscan_when_token *unit, const char *text,
			 size_t len, size_t at, size_t end)
{
	size_t before = at;

	if (unit->kind != WHEN_UNIT || unit->value == WHEN_WEEKEND ||
	    !(text[at] & 0x20))
		return false;
	switch (read_before(text, len, &before)) {
	case WHEN_WORD: /* "Martin Luther King day" is a holiday. */
		if (unit->value == WHEN_DAY)
			return false;
		break;
	case WHEN_A:
	case WHEN_THE:
	case WHEN_NUMBER:
		if (read_before(text, len, &before) != WHEN_WORD)
			return false;
		break;
	default:
		return false;
	}
	return is_idle_behind(text, len, end);
}

/* The stop that ends the sentence of the anchor; 0 when that is not plain. */
static size_t find_stop(const char *text, size_t len, size_t anchor)
{
	size_t at = anchor + 1, word;

	while (at < len && text[at] != '.' && text[at] != '!' &&
	       text[at] != '?')
		at++;
	/* "St. Patrick's day", "King jr. day" */
	for (word = at; word > 0 && is_letter(text[word - 1]);)
		word--;
	return at < len && at - word <= 2 ? 0 : at;
}

/* The number at *at, which then is its end: no part of a date?  Not "the 27".
 */
static bool is_idle_number(const char *text, size_t len, size_t *at)
{
	size_t begin = *at;

	while (*at < len && is_digit(text[*at]))
		(*at)++;
	return *at < len && is_plain_number(text, begin, *at) &&
	       read_before(text, len, &begin) == WHEN_WORD;
}

size_t jscan_when_skip_idle(const char *text, size_t len, size_t from,
			    size_t anchor, size_t back)
{
	struct jscan_when_token unit = {.kind = WHEN_WORD};
	size_t stop, at = anchor;

	if (is_digit(text[at]))
		return 0;
	at += jscan_when_read_word(&unit, text + at, len - at);
	if (!is_idle_unit(&unit, text, len, anchor, at))
		return 0;
	stop = find_stop(text, len, anchor);
	at = jscan_when_find_sentence(text, anchor, back);
	if (stop == 0 || stop - at > MOST_BYTES)
		return 0;
	if (at < from)
		at = from;
	while ((at = jscan_when_find_candidate(text, len, at)) < stop) {
		struct jscan_when_token token = {.kind = WHEN_WORD};
		size_t begin = at;

		if (is_digit(text[at])) {
			if (!is_idle_number(text, len, &at))
				return 0;
			continue;
		}
		at += jscan_when_read_word(&token, text + at, len - at);
		if ((at < len && is_digit(text[at])) ||
		    (jscan_when_is_anchor(&token) &&
		     !is_idle_unit(&token, text, len, begin, at)))
			return 0;
	}
	return stop < len ? stop + 1 : len;
}
