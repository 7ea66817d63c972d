/*
 * Finds the words without which there is no date, so that the rest of a text is
 * never taken apart.  Eight bytes at a time: where words and numbers begin; the
 * three letters that a word begins with are hashed into a table of the
 * beginnings of such words, and only what passes is looked up.  Of numbers,
 * those that look like dates count, or like ordinals.
 */
#include "facts/when_internal.h"

#include <string.h>

#include "base/eight.h"

#define BEGINNINGS 4096

static uint8_t beginnings[BEGINNINGS]; /* filled by jscan_when_prepare() */

static bool is_letter(unsigned char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

static bool is_digit(char c)
{
	return (unsigned char)(c - '0') < 10;
}

/* Of the three bytes only what tells letters apart, whatever their case. */
static unsigned hash(const unsigned char *bytes)
{
	uint32_t three =
		bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16;

	return (three & 0x1f1f1f) * 0x9e3779b1u >> 20;
}

void jscan_when_add_beginning(const char *word)
{
	unsigned char three[3];

	memcpy(three, word, 3);
	if (three[2] != 0) {
		beginnings[hash(three)] = 1;
		return;
	}
	for (; three[2] < 32; three[2]++) /* "2 wk", "yr." */
		beginnings[hash(three)] = 1;
}

bool jscan_when_is_anchor(const struct jscan_when_token *token)
{
	switch (token->kind) {
	case WHEN_MONTH:
	case WHEN_WEEKDAY:
	case WHEN_WEEKDAYS:
	case WHEN_UNIT:
	case WHEN_RELATIVE:
	case WHEN_SEASON:
	case WHEN_DAYPART:
	case WHEN_END_OF:
		return true;
	case WHEN_HOLIDAY:
		return token->value != 0; /* the others have day in them */
	case WHEN_ORDINAL:
		return token->value > 3; /* the first is anything */
	case WHEN_NUMBER:
		return token->value == 20 || token->value == 30;
	default:
		return false;
	}
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The kind of the word before, *at then its beginning; 0 for a mark. */
static uint8_t kind_before(const char *text, size_t len, size_t *at)
{
	struct jscan_when_token token = {.kind = WHEN_WORD};
	size_t end = *at;

	while (end > 0 && is_blank(text[end - 1]))
		end--;
	*at = end;
	if (end > 0 && is_digit(text[end - 1]))
		return WHEN_NUMBER;
	while (*at > 0 && is_letter((unsigned char)text[*at - 1]))
		(*at)--;
	if (*at == end)
		return 0;
	jscan_when_read_word(&token, text + *at, len - *at);
	return token.kind;
}

static uint8_t kind_behind(const char *text, size_t len, size_t at)
{
	struct jscan_when_token token = {.kind = WHEN_WORD};

	while (at < len && is_blank(text[at]))
		at++;
	if (at < len && is_digit(text[at]))
		return WHEN_NUMBER;
	if (jscan_when_read_word(&token, text + at, len - at) == 0)
		return at < len && text[at] != '.' ? WHEN_DASH : 0;
	return token.kind;
}

static bool follows_apostrophe(const char *text, size_t at)
{
	while (at > 0 && is_blank(text[at - 1]))
		at--;
	if (at > 1 && (text[at - 1] | 0x20) == 's')
		at--;
	return at > 0 && (text[at - 1] == '\'' ||
			  (unsigned char)text[at - 1] == 0x99); /* ’ */
}

static bool is_step(uint8_t kind)
{
	return kind == WHEN_THIS || kind == WHEN_NEXT || kind == WHEN_LAST;
}

/*
 * Words of time that prose is full of tell nothing unless their neighbours
 * belong to dates too: "two days later", "the week of", "this summer".
 */
static bool is_supported(const struct jscan_when_token *token, const char *text,
			 size_t len, size_t at, size_t end)
{
	size_t begin = at;
	uint8_t behind = kind_behind(text, len, end);
	uint8_t before = kind_before(text, len, &begin);

	/* "Labor Day", "Mother's day", "all Saints' Day" */
	if (is_step(before) || before == WHEN_HOLIDAY || !(text[at] & 0x20) ||
	    follows_apostrophe(text, at))
		return true;
	switch (token->kind) {
	case WHEN_DAYPART:
		return false;
	case WHEN_SEASON:
		return behind == WHEN_NUMBER || behind == WHEN_OF;
	default:
		break;
	}
	if ((behind != WHEN_WORD && behind != 0) || before == WHEN_OF)
		return true;
	return before != WHEN_WORD && before != 0 &&
	       kind_before(text, len, &begin) != WHEN_WORD;
}

static bool needs_support(const struct jscan_when_token *token, char first)
{
	switch (token->kind) {
	case WHEN_UNIT:
		return token->value != WHEN_WEEKEND;
	case WHEN_SEASON:
	case WHEN_DAYPART:
		return true;
	case WHEN_MONTH:
		return token->value == 5 && (first & 0x20); /* it may */
	default:
		return false;
	}
}

static bool is_anchor_word(const char *text, size_t len, size_t at)
{
	struct jscan_when_token token = {.kind = WHEN_WORD};
	size_t end = at + jscan_when_read_word(&token, text + at, len - at);

	if (end == at + 1) /* Q2, H1 */
		return end < len && is_digit(text[end]) &&
		       ((text[at] | 0x20) == 'q' || (text[at] | 0x20) == 'h');
	return jscan_when_is_anchor(&token) &&
	       (!needs_support(&token, text[at]) ||
		is_supported(&token, text, len, at, end));
}

/* Letters behind a number: 9th, 14april, 2026Q2; not 9am, 30k. */
static bool has_ending(const char *text, size_t len, size_t at)
{
	size_t end = at;

	while (end < len && end - at < 3 && is_letter((unsigned char)text[end]))
		end++;
	if (end == at + 1)
		return end < len && is_digit(text[end]);
	return end - at == 3 ||
	       (end - at == 2 && (text[end - 1] | 0x20) != 'm');
}

/* 9.11.2026; 3.20 is a number. */
static bool has_three_groups(const char *text, size_t len, size_t at)
{
	while (at < len && is_digit(text[at]))
		at++;
	return at + 2 < len && text[at] == '.' && is_digit(text[at + 1]) &&
	       is_digit(text[at + 2]);
}

/* 9/11, 2026-11, 9th, "the 27", "10 31 1974". */
static bool is_anchor_number(const char *text, size_t len, size_t at)
{
	size_t end = at;

	while (end < len && is_digit(text[end]))
		end++;
	if (end - at > 4)
		return false;
	if (at >= 4 && (memcmp(text + at - 4, "the ", 4) == 0 ||
			memcmp(text + at - 4, "The ", 4) == 0))
		return true;
	if (end + 1 < len && text[end] == '.' && is_digit(text[end + 1]))
		return has_three_groups(text, len, end + 1);
	if (end + 1 < len && memchr("/- ", text[end], 3))
		return is_digit(text[end + 1]);
	return has_ending(text, len, end);
}

/* A word or number begins at `at`; three bytes of it can be read. */
static bool is_anchor_at(const char *text, size_t len, size_t at)
{
	const unsigned char *bytes = (const unsigned char *)text + at;

	if (is_digit(text[at]))
		return is_anchor_number(text, len, at);
	return (beginnings[hash(bytes)] || is_digit(text[at + 1])) &&
	       is_anchor_word(text, len, at);
}

static bool begins(const char *text, size_t at)
{
	return (is_letter((unsigned char)text[at]) || is_digit(text[at])) &&
	       (at == 0 || !(is_letter((unsigned char)text[at - 1]) ||
			     is_digit(text[at - 1])));
}

/* Byte by byte, for the last ones. */
static size_t find_at_end(const char *text, size_t len, size_t at)
{
	for (; at < len; at++) {
		if (!begins(text, at))
			continue;
		if (is_digit(text[at]) ? is_anchor_number(text, len, at)
				       : is_anchor_word(text, len, at))
			return at;
	}
	return len;
}

size_t jscan_when_find_anchor(const char *text, size_t len, size_t at)
{
	/* The high bit set: the byte before is part of a word or number. */
	uint64_t before = 0;

	if (at > 0 &&
	    (is_letter((unsigned char)text[at - 1]) || is_digit(text[at - 1])))
		before = 0x80;
	for (; at + 10 <= len; at += 8) {
		uint64_t eight = jscan_eight_load(text + at);
		uint64_t part =
			jscan_eight_between(eight | JSCAN_EIGHT_ONES * 0x20,
					    'a', 'z') |
			jscan_eight_between(eight, '0', '9');
		uint64_t starts = part & ~(part << 8 | before);

		for (; starts != 0; starts &= starts - 1) {
			size_t start = at + jscan_eight_first(starts);

			if (is_anchor_at(text, len, start))
				return start;
		}
		before = part >> 56;
	}
	return find_at_end(text, len, at);
}

/* The full stop of "St.", "Mr." */
static bool is_abbreviated(const char *text, size_t stop)
{
	size_t begin = stop;

	while (begin > 0 && stop - begin < 4 &&
	       is_letter((unsigned char)text[begin - 1]))
		begin--;
	return text[stop] == '.' && stop > begin && stop - begin < 4 &&
	       !(text[begin] & 0x20);
}

static bool is_stop(char c)
{
	return c == '.' || c == '!' || c == '?';
}

size_t jscan_when_find_sentence(const char *text, size_t anchor, size_t back)
{
	size_t at = anchor, least = anchor > back ? anchor - back : 0;

	while (at > least) {
		if (text[at] == ' ' && is_stop(text[at - 1]) &&
		    !is_abbreviated(text, at - 1))
			return at;
		at--;
	}
	/* Not in the middle of a word. */
	while (at > 0 && at < anchor && text[at - 1] != ' ' &&
	       text[at - 1] != '\n')
		at++;
	return at;
}
