/*
 * Finds the words without which there is no date, so that the rest of a text is
 * never taken apart.  Sixteen bytes at a time: where words and numbers begin;
 * the three letters that a word begins with are hashed into a table of the
 * beginnings of such words, which tells what the fourth may be, and only what
 * passes is looked up.  Of numbers, those that look like dates count, or like
 * ordinals.
 */
#include "facts/when_internal.h"

#include <string.h>

#include "base/sixteen.h"

#define BEGINNINGS 4096

/*
 * The fourth letters behind three, as bits; all where a word has no fourth.
 * Filled by jscan_when_prepare().
 */
static uint32_t fourths[BEGINNINGS];

static bool is_letter(unsigned char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

static bool is_digit(char c)
{
	return (unsigned char)(c - '0') < 10;
}

/* Of the bytes only what tells letters apart, whatever their case. */
static unsigned hash(uint32_t four)
{
	return (four & 0x1f1f1f) * 0x9e3779b1u >> 20;
}

static uint32_t load_four(const char *text)
{
	const unsigned char *bytes = (const unsigned char *)text;

	return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
	       (uint32_t)bytes[3] << 24;
}

/* May a word that begins so be one of those? */
static bool may_be_anchor(uint32_t four)
{
	return fourths[hash(four)] >> (four >> 24 & 31) & 1;
}

void jscan_when_add_beginning(const char *word)
{
	uint32_t four = load_four(word);

	if (word[2] != '\0') {
		fourths[hash(four)] |= word[3] != '\0'
					       ? (uint32_t)1 << (word[3] & 31)
					       : UINT32_MAX;
		return;
	}
	for (uint32_t third = 0; third < 32; third++) /* "2 wk", "yr." */
		fourths[hash(four | third << 16)] = UINT32_MAX;
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
	if (end + 1 < len && text[end] == '.' && end - at < 3) /* 9. Nov 2026 */
		return kind_behind(text, len, end + 1) == WHEN_MONTH;
	if (end + 1 < len && memchr("/- ", text[end], 3))
		return is_digit(text[end + 1]);
	return has_ending(text, len, end);
}

/* Of the places where words start, those of beginnings in the table. */
static unsigned keep_beginnings(const char *text, unsigned starts)
{
	unsigned kept = 0;

	for (; starts != 0; starts &= starts - 1)
		if (may_be_anchor(
			    load_four(text + jscan_sixteen_first(starts))))
			kept |= starts & -starts;
	return kept;
}

/*
 * The places in sixteen bytes where a word or number starts that may be one of
 * those; twenty bytes are read.
 */
static unsigned find_starts(const char *text, unsigned *before)
{
	struct jscan_sixteen bytes = jscan_sixteen_load(text);
	unsigned digits = jscan_sixteen_between(bytes, '0', '9');
	unsigned part = digits | jscan_sixteen_between(
					 jscan_sixteen_small(bytes), 'a', 'z');
	unsigned starts = part & ~(part << 1 | *before);
	/* Numbers, and Q2. */
	unsigned others = starts & (digits | digits >> 1 |
				    (unsigned)is_digit(text[16]) << 15);

	*before = part >> 15;
	return others | keep_beginnings(text, starts & ~others);
}

/* The first beginning of a word from `at` on, or of one that anchors a date. */
static size_t find_beginning(const char *text, size_t len, size_t at,
			     bool is_anchor)
{
	/* 1: the byte before is part of a word or number. */
	unsigned before = at > 0 && (is_letter((unsigned char)text[at - 1]) ||
				     is_digit(text[at - 1]));

	for (; at < len; at += 16) {
		char last[20] = {0};
		const char *from = text + at;
		unsigned starts;

		if (len - at < sizeof(last))
			from = memcpy(last, from, len - at);
		starts = find_starts(from, &before);
		for (; starts != 0; starts &= starts - 1) {
			size_t start = at + jscan_sixteen_first(starts);

			if (!is_anchor ||
			    (is_digit(text[start])
				     ? is_anchor_number(text, len, start)
				     : is_anchor_word(text, len, start)))
				return start;
		}
	}
	return len;
}

size_t jscan_when_find_candidate(const char *text, size_t len, size_t at)
{
	return find_beginning(text, len, at, false);
}

size_t jscan_when_find_anchor(const char *text, size_t len, size_t at)
{
	return find_beginning(text, len, at, true);
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

/* Of the sixteen bytes up to `at`: the blanks behind a stop. */
static unsigned find_ends(const char *text, size_t at)
{
	struct jscan_sixteen bytes = jscan_sixteen_load(text + at - 15);
	unsigned stops = jscan_sixteen_between(bytes, '.', '.') |
			 jscan_sixteen_between(bytes, '!', '!') |
			 jscan_sixteen_between(bytes, '?', '?');

	return jscan_sixteen_between(bytes, ' ', ' ') & stops << 1;
}

size_t jscan_when_find_sentence(const char *text, size_t anchor, size_t back)
{
	size_t at = anchor, least = anchor > back ? anchor - back : 0;

	/* The stop before the first of the sixteen is seen the next time. */
	for (; at >= least + 16; at -= 15) {
		unsigned ends = find_ends(text, at);

		for (; ends != 0; ends &= ~(1u << jscan_sixteen_last(ends))) {
			size_t end = at - 15 + jscan_sixteen_last(ends);

			if (!is_abbreviated(text, end - 1))
				return end;
		}
	}
	for (; at > least; at--)
		if (text[at] == ' ' && is_stop(text[at - 1]) &&
		    !is_abbreviated(text, at - 1))
			return at;
	/* Not in the middle of a word. */
	while (at > 0 && at < anchor && text[at - 1] != ' ' &&
	       text[at - 1] != '\n')
		at++;
	return at;
}
