/*
 * Splits text into words as names need them: with their hyphens, apostrophes
 * and the dots of initials, and what their letters look like.
 */
#include "facts/name_word.h"

#include <stdint.h>
#include <string.h>

#include "base/eight.h"
#include "base/utf8.h"
#include "facts/words.h"

/* Scripts without capitals begin with Hebrew; Latin and Greek come back. */
static bool is_uncased(int32_t c)
{
	return c >= 0x590 && !(c >= 0x10a0 && c <= 0x10ff) &&
	       !(c >= 0x13a0 && c <= 0x13ff) && !(c >= 0x1c80 && c <= 0x1fff) &&
	       !(c >= 0x2c00 && c <= 0x2dff) && !(c >= 0xa640 && c <= 0xa7ff) &&
	       !(c >= 0xab30 && c <= 0xabbf) && !(c >= 0xfb00 && c <= 0xfb1c);
}

/* Bytes of an apostrophe or hyphen at `pos`, else 0. */
static size_t joiner_bytes(const char *text, size_t len, size_t pos)
{
	const unsigned char *p = (const unsigned char *)text + pos;

	if (*p == '\'' || *p == '-')
		return 1;
	if (len - pos >= 3 && p[0] == 0xe2 && p[1] == 0x80 &&
	    (p[2] == 0x99 || p[2] == 0x90 || p[2] == 0x91))
		return 3;
	return 0;
}

static bool starts_word(const char *text, size_t len, size_t pos)
{
	int32_t c;

	if (pos >= len)
		return false;
	jscan_utf8_next(text + pos, len - pos, &c);
	return jscan_utf8_is_letter(c) || jscan_utf8_is_digit(c);
}

struct letters {
	unsigned count;
	unsigned upper;
	bool has_mix;
};

static void count_char(struct jscan_word *word, struct letters *letters,
		       int32_t c)
{
	if (jscan_utf8_is_digit(c)) {
		word->has_digit = true;
	} else if (jscan_utf8_is_upper(c)) {
		if (letters->count == 0)
			word->is_capital = true;
		else if (letters->upper < letters->count)
			letters->has_mix = true;
		letters->upper++;
	} else if (letters->count == 0 && is_uncased(c)) {
		word->is_uncased = true;
	}
	letters->count++;
}

/* Takes in letters, digits and joiners between them; returns the end. */
static size_t scan_word(struct jscan_word *word, struct letters *letters,
			const char *text, size_t len)
{
	size_t pos = word->offset;

	while (pos < len) {
		size_t start = pos, step;
		int32_t c;

		/* Small letters, nearly all there is. */
		while (pos < len && text[pos] >= 'a' && text[pos] <= 'z')
			pos++;
		letters->count += (unsigned)(pos - start);
		if (pos == len)
			break;
		step = joiner_bytes(text, len, pos);

		if (step > 0) {
			if (!starts_word(text, len, pos + step))
				break;
			/* Capitals behind a joiner are no mix: Anna-Lena. */
			letters->upper = letters->count;
			pos += step;
			continue;
		}
		step = jscan_utf8_next(text + pos, len - pos, &c);
		if (!jscan_utf8_is_letter(c) && !jscan_utf8_is_digit(c))
			break;
		count_char(word, letters, c);
		pos += step;
	}
	return pos;
}

/* "Dana's" and "Chris'" are Dana and Chris. */
static void cut_possessive(struct jscan_word *word, const char *text)
{
	size_t len = word->len;
	const char *start = text + word->offset;

	if (len > 2 && start[len - 1] == 's' && start[len - 2] == '\'')
		word->len = len - 2;
	else if (len > 4 && start[len - 1] == 's' &&
		 memcmp(start + len - 4, "\xe2\x80\x99", 3) == 0)
		word->len = len - 4;
}

/* The letters of eight bytes that a word goes on with; returns their number. */
static unsigned count_eight(struct letters *letters, const char *text)
{
	uint64_t eight = jscan_eight_load(text);
	uint64_t capitals = jscan_eight_between(eight, 'A', 'Z');
	uint64_t small = jscan_eight_between(eight, 'a', 'z');
	uint64_t others = ~(capitals | small) & JSCAN_EIGHT_HIGHS;
	unsigned count = 8;

	if (others != 0) {
		count = jscan_eight_first(others);
		capitals &= (others & -others) - 1;
		small &= (others & -others) - 1;
	}
	if (capitals != 0) {
		/* Is there a small letter before one of them? */
		letters->has_mix |= letters->upper < letters->count ||
				    (small != 0 && capitals > (small & -small));
		letters->upper += jscan_eight_count(capitals);
	}
	letters->count += count;
	return count;
}

/* Is the byte behind letters no part of their word, whatever follows it? */
static bool ends_plain(unsigned char c)
{
	return c < 0x80 && c != '\'' && c != '-' && !(c >= '0' && c <= '9');
}

/*
 * Takes in a word of ASCII letters alone, as nearly all are, and returns its
 * end; 0 when more than such letters belong to it.
 */
static size_t scan_plain(struct jscan_word *word, struct letters *letters,
			 const char *text, size_t len)
{
	size_t pos = word->offset;
	unsigned count = 8;

	for (; count == 8 && len - pos >= 8; pos += count)
		count = count_eight(letters, text + pos);
	for (; count == 8 && pos < len; pos++, letters->count++) {
		if (text[pos] >= 'A' && text[pos] <= 'Z') {
			letters->has_mix |= letters->upper < letters->count;
			letters->upper++;
		} else if (text[pos] < 'a' || text[pos] > 'z') {
			break;
		}
	}
	if (letters->count == 0 ||
	    (pos < len && !ends_plain((unsigned char)text[pos])))
		return 0;
	word->is_capital = !(text[word->offset] & 0x20);
	return pos;
}

/* Where the first word at or after `pos` starts. */
static size_t find_start(const char *text, size_t len, size_t pos)
{
	while (pos < len) {
		int32_t c;
		size_t step = jscan_utf8_next(text + pos, len - pos, &c);

		if (jscan_utf8_is_letter(c) || jscan_utf8_is_digit(c))
			break;
		pos += step;
	}
	return pos;
}

bool jscan_word_next(struct jscan_word *out, const char *text, size_t len,
		     size_t pos)
{
	static const struct letters none;
	struct letters letters = none;

	pos = find_start(text, len, pos);
	if (pos >= len)
		return false;
	memset(out, 0, sizeof(*out));
	out->offset = pos;
	out->end = scan_plain(out, &letters, text, len);
	if (out->end == 0) {
		letters = none;
		out->end = scan_word(out, &letters, text, len);
	}
	out->len = out->end - pos;
	out->char_count = letters.count;
	out->classes = jscan_words_find(text + pos, out->len);
	cut_possessive(out, text);
	if (out->classes == 0 && out->len < out->end - pos)
		out->classes = jscan_words_find(text + pos, out->len);
	out->is_caps = out->is_capital && letters.count > 1 &&
		       letters.upper >= letters.count && !letters.has_mix;
	out->is_mixed = letters.has_mix;
	out->is_initial = out->is_capital && letters.count == 1;
	if (out->end < len && text[out->end] == '.' &&
	    (out->is_initial ||
	     (letters.count <= 6 &&
	      (out->classes & (JSCAN_WORD_HONORIFIC | JSCAN_WORD_SUFFIX)))))
		out->end++;
	/* "A." is an initial; "A" alone is an article. */
	if (out->is_initial && out->end > out->offset + out->len)
		out->classes = 0;
	return true;
}
