/*
 * Finds the words without which there is no date, so that the rest of a text is
 * never taken apart.  One test a byte: the three letters that a word begins
 * with are hashed into a table of the beginnings of such words, and only what
 * passes is looked up.  Of numbers, those that look like dates count, or like
 * ordinals.
 */
#include "facts/when_internal.h"

#include <string.h>

#define BEGINNINGS 4096
#define BACK	   240 /* bytes of a sentence that are read before a date */

static uint8_t beginnings[BEGINNINGS]; /* filled by jscan_when_prepare() */
static uint8_t opens_word[256];	       /* a word may begin behind this byte */
static uint8_t opens_number[256];      /* a number may: also behind Q and H */
static uint8_t is_digit[256];

static unsigned hash(unsigned a, unsigned b, unsigned c)
{
	uint32_t key = (a | 0x20) | (b | 0x20) << 8 | (c | 0x20) << 16;

	return key * 0x9e3779b1u >> 20;
}

static bool is_letter(unsigned char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

void jscan_when_add_beginning(const char *word)
{
	const unsigned char *bytes = (const unsigned char *)word;

	if (word[2] != '\0') {
		beginnings[hash(bytes[0], bytes[1], bytes[2])] = 1;
		return;
	}
	for (unsigned c = 0; c < 256; c++) /* "2 wk", "yr." */
		beginnings[hash(bytes[0], bytes[1], c)] = 1;
}

void jscan_when_prepare_scan(void)
{
	for (unsigned c = 0; c < 256; c++) {
		is_digit[c] = c >= '0' && c <= '9';
		opens_word[c] = !is_digit[c] && !is_letter((unsigned char)c);
		opens_number[c] =
			opens_word[c] || (c | 0x20) == 'q' || (c | 0x20) == 'h';
	}
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

static bool is_anchor_word(const char *text, size_t len, size_t at)
{
	struct jscan_when_token token = {.kind = WHEN_WORD};
	size_t end = at;

	while (end < len && is_letter((unsigned char)text[end]))
		end++;
	if (end == at)
		return false;
	jscan_when_look_up(&token, text + at, end - at);
	return jscan_when_is_anchor(&token);
}

/* Letters behind a number: 9th, 14april; not 9am, 30k. */
static bool has_ending(const char *text, size_t len, size_t at)
{
	size_t end = at;

	while (end < len && end - at < 3 && is_letter((unsigned char)text[end]))
		end++;
	return end - at == 3 ||
	       (end - at == 2 && (text[end - 1] | 0x20) != 'm');
}

/* 9/11, 2026-11, 9th, Q2, "the 27", "10 31 1974". */
static bool is_anchor_number(const char *text, size_t len, size_t at)
{
	size_t end = at;

	while (end < len && is_digit[(unsigned char)text[end]])
		end++;
	if (at > 0 && is_letter((unsigned char)text[at - 1]))
		return end == at + 1; /* Q2, H1 */
	if (end - at > 4)
		return false;
	if (at >= 4 && (memcmp(text + at - 4, "the ", 4) == 0 ||
			memcmp(text + at - 4, "The ", 4) == 0))
		return true;
	if (end + 1 < len && memchr("/.- ", text[end], 4))
		return is_digit[(unsigned char)text[end + 1]] != 0;
	return has_ending(text, len, end);
}

static bool is_anchor_at(const char *text, size_t len, size_t at)
{
	return is_digit[(unsigned char)text[at]]
		       ? is_anchor_number(text, len, at)
		       : is_anchor_word(text, len, at);
}

size_t jscan_when_find_anchor(const char *text, size_t len, size_t at)
{
	const unsigned char *bytes = (const unsigned char *)text;
	unsigned char before = at > 0 ? bytes[at - 1] : ' ';

	for (; at + 2 < len; before = bytes[at++]) {
		unsigned hit = (beginnings[hash(bytes[at], bytes[at + 1],
						bytes[at + 2])] &
				opens_word[before]) |
			       (is_digit[bytes[at]] & opens_number[before]);

		if (hit && is_anchor_at(text, len, at))
			return at;
	}
	/* Q2 and "2 wk" at the very end. */
	for (; at < len; before = bytes[at++])
		if ((opens_word[before] || is_digit[bytes[at]]) &&
		    opens_number[before] && is_anchor_at(text, len, at))
			return at;
	return len;
}

size_t jscan_when_find_sentence(const char *text, size_t from, size_t anchor)
{
	size_t at = anchor, least = anchor > BACK ? anchor - BACK : 0;

	if (least < from)
		least = from;
	while (at > least) {
		if (memchr(".!?", text[at - 1], 3) && at < anchor &&
		    text[at] == ' ')
			return at;
		at--;
	}
	/* Not in the middle of a word. */
	while (at > 0 && at < anchor && text[at - 1] != ' ' &&
	       text[at - 1] != '\n')
		at++;
	return at;
}
