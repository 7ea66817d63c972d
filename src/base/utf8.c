/*
 * Checks and repairs UTF-8, asks for properties of characters, and folds text
 * for comparison.  Plain ASCII, nearly everything in a journal, takes short
 * paths that never call the library.
 */
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Bytes of the character at `text`, or 0 when there is no valid one. */
static size_t valid_bytes(const unsigned char *text, size_t len)
{
	unsigned char c = text[0];

	if (c < 0x80)
		return c != 0;
	if (c < 0xc2 || c > 0xf4)
		return 0;
	if (len < 2 || (text[1] & 0xc0) != 0x80)
		return 0;
	if (c < 0xe0)
		return 2;
	if ((c == 0xe0 && text[1] < 0xa0) || (c == 0xed && text[1] > 0x9f) ||
	    (c == 0xf0 && text[1] < 0x90) || (c == 0xf4 && text[1] > 0x8f))
		return 0;
	if (len < 3 || (text[2] & 0xc0) != 0x80)
		return 0;
	if (c < 0xf0)
		return 3;
	return len >= 4 && (text[3] & 0xc0) == 0x80 ? 4 : 0;
}

/* A byte of eight that is not ASCII, or is NUL, sets a top bit in this. */
static uint64_t odd_bits(const char *text)
{
	uint64_t word;

	memcpy(&word, text, 8);
	return word | (word - 0x0101010101010101u);
}

size_t jscan_utf8_check(const char *text, size_t len)
{
	static const uint64_t top = 0x8080808080808080u;
	size_t i = 0;

	while (i < len) {
		size_t bytes;

		while (len - i >= 32 &&
		       !((odd_bits(text + i) | odd_bits(text + i + 8) |
			  odd_bits(text + i + 16) | odd_bits(text + i + 24)) &
			 top))
			i += 32;
		while (len - i >= 8 && !(odd_bits(text + i) & top))
			i += 8;
		if (i == len)
			break;
		bytes = valid_bytes((const unsigned char *)text + i, len - i);
		if (!bytes)
			return i;
		i += bytes;
	}
	return len;
}

char *jscan_utf8_repair(struct jscan_arena *arena, const char *text, size_t len,
			size_t *out_len)
{
	size_t bad = 0, at = 0, used = 0;
	char *copy;

	for (at = 0; at < len; bad++) {
		at += jscan_utf8_check(text + at, len - at);
		at++;
	}
	copy = jscan_arena_alloc(arena, len + 2 * bad + 1);
	for (at = 0; at < len;) {
		size_t good = jscan_utf8_check(text + at, len - at);

		memcpy(copy + used, text + at, good);
		used += good;
		at += good;
		if (at < len) {
			memcpy(copy + used, "\xef\xbf\xbd", 3);
			used += 3;
			at++;
		}
	}
	*out_len = used;
	return copy;
}

size_t jscan_utf8_next_wide(const char *text, size_t len, int32_t *out)
{
	utf8proc_ssize_t bytes = utf8proc_iterate(
		(const utf8proc_uint8_t *)text, (utf8proc_ssize_t)len, out);

	if (bytes < 1) { /* the caller's text was not valid after all */
		*out = 0xfffd;
		return 1;
	}
	return (size_t)bytes;
}

bool jscan_utf8_is_letter_wide(int32_t c)
{
	utf8proc_category_t category = utf8proc_category(c);

	return category >= UTF8PROC_CATEGORY_LU &&
	       category <= UTF8PROC_CATEGORY_ME;
}

bool jscan_utf8_is_upper_wide(int32_t c)
{
	utf8proc_category_t category = utf8proc_category(c);

	return category == UTF8PROC_CATEGORY_LU ||
	       category == UTF8PROC_CATEGORY_LT;
}

bool jscan_utf8_is_digit_wide(int32_t c)
{
	return utf8proc_category(c) == UTF8PROC_CATEGORY_ND;
}

bool jscan_utf8_is_space(int32_t c)
{
	if (c < 0x80)
		return c == ' ' || (c >= '\t' && c <= '\r');
	return utf8proc_category(c) >= UTF8PROC_CATEGORY_ZS &&
	       utf8proc_category(c) <= UTF8PROC_CATEGORY_ZP;
}

bool jscan_utf8_is_unsafe(int32_t c)
{
	if (c < 0x80)
		return c < 0x20 || c == 0x7f;
	switch (utf8proc_category(c)) {
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CF:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return true;
	default:
		return false;
	}
}

size_t jscan_utf8_width(const char *text, size_t len)
{
	size_t columns = 0;

	for (size_t i = 0; i < len;) {
		int32_t c;
		int width;

		i += jscan_utf8_next(text + i, len - i, &c);
		width = c < 0x80 ? c >= 0x20 && c != 0x7f
				 : utf8proc_charwidth(c);
		columns += width > 0 ? (size_t)width : 0;
	}
	return columns;
}

static bool is_ascii(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char)text[i] >= 0x80)
			return false;
	}
	return true;
}

/* Case-folded, decomposed, marks stripped; NULL when the library refuses. */
static char *fold_unicode(const char *text, size_t len)
{
	utf8proc_uint8_t *folded = NULL;

	if (utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)len,
			 &folded,
			 UTF8PROC_CASEFOLD | UTF8PROC_COMPAT |
				 UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK |
				 UTF8PROC_IGNORE) < 0)
		return NULL;
	return (char *)folded;
}

/*
 * Letters that the standard does not decompose, as people type them without
 * their strokes and ligatures.
 */
static const char *plain_letter(int32_t c)
{
	switch (c) {
	case 0xf8:
		return "o";
	case 0xe6:
		return "ae";
	case 0x153:
		return "oe";
	case 0x142:
		return "l";
	case 0x111:
	case 0xf0:
		return "d";
	case 0xfe:
		return "th";
	case 0x131:
		return "i";
	default:
		return NULL;
	}
}

/* What a byte of ASCII folds to; 0: a gap, 1: nothing at all. */
static const char ascii[256] =
	"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0"
	"0123456789\0\0\0\0\0\0"
	"\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"
	"\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0";

static char fold_ascii(unsigned char c)
{
	return ascii[c];
}

/*
 * What U+00C0 to U+017F fold to, for the names of most of Europe; "" is for the
 * library.  The unit test compares each with what the library says.
 */
/* clang-format off */
static const char latin[192][3] = {
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i",
	"i", "i", "d", "n", "o", "o", "o", "o", "o", " ", "o", "u", "u", "u",
	"u", "y", "th", "ss", "a", "a", "a", "a", "a", "a", "ae", "c", "e",
	"e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o",
	" ", "o", "u", "u", "u", "u", "y", "th", "y", "a", "a", "a", "a", "a",
	"a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d", "d", "d", "e",
	"e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g", "g",
	"g", "g", "g", "h", "h", "", "", "i", "i", "i", "i", "i", "i", "i",
	"i", "i", "i", "ij", "ij", "j", "j", "k", "k", "", "l", "l", "l", "l",
	"l", "l", "", "", "l", "l", "n", "n", "n", "n", "n", "n", "", "", "",
	"o", "o", "o", "o", "o", "o", "oe", "oe", "r", "r", "r", "r", "r",
	"r", "s", "s", "s", "s", "s", "s", "s", "s", "t", "t", "t", "t", "",
	"", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "w",
	"w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
};
/* clang-format on */

/*
 * Likewise for the character at `text`, which is not ASCII, with its bytes in
 * *bytes: " " for a gap, "'" for nothing, NULL for the library.
 */
static const char *fold_latin(const char *text, size_t len, size_t *bytes)
{
	unsigned char first = (unsigned char)text[0];
	size_t place;

	*bytes = 2;
	if (len >= 2 && first >= 0xc3 && first <= 0xc5) {
		place = (first - 0xc3u) * 64 + ((unsigned char)text[1] & 0x3f);
		return latin[place][0] ? latin[place] : NULL;
	}
	*bytes = 3;
	if (len < 3 || memcmp(text, "\xe2\x80", 2) != 0)
		return NULL;
	if (text[2] == '\x99')
		return "'";
	return text[2] == '\x93' || text[2] == '\x94' ? " " : NULL;
}

/* NULL for text that is to be folded by the library. */
static char *fold_plain(struct jscan_arena *arena, const char *text, size_t len,
			bool keeps_gaps)
{
	/* Two letters at most take the place of two bytes. */
	char *out = jscan_arena_alloc(arena, len + 1);
	size_t used = 0, bytes;
	bool has_gap = false;

	for (size_t i = 0; i < len; i += bytes) {
		const char *letters = text + i;
		char c;

		bytes = 1;
		if ((unsigned char)text[i] >= 0x80) {
			letters = fold_latin(text + i, len - i, &bytes);
			if (letters == NULL)
				return NULL;
		}
		c = fold_ascii((unsigned char)*letters);
		if (c > 1) {
			if (has_gap)
				out[used++] = ' ';
			has_gap = false;
			out[used++] = c;
			if (bytes == 2 && letters[1])
				out[used++] = letters[1];
		} else if (c == 0) {
			has_gap = keeps_gaps && used > 0;
		}
	}
	return out;
}

static char *fold_any(struct jscan_arena *arena, const char *text, size_t len,
		      bool keeps_gaps)
{
	char *folded = fold_unicode(text, len);
	char *out;
	size_t used = 0;
	bool has_gap = false;

	if (folded) {
		text = folded;
		len = strlen(folded);
	}
	out = jscan_arena_alloc(arena, 2 * len + 1);
	for (size_t i = 0; i < len;) {
		int32_t c;
		size_t bytes = jscan_utf8_next(text + i, len - i, &c);
		const char *plain = plain_letter(c);
		char small = c < 0x80 ? fold_ascii((unsigned char)c) : 0;

		if (plain || small > 1 || jscan_utf8_is_letter(c) ||
		    jscan_utf8_is_digit(c)) {
			if (has_gap && used)
				out[used++] = ' ';
			has_gap = false;
			if (plain || small > 1) {
				const char one[2] = {small, '\0'};

				plain = plain ? plain : one;
				memcpy(out + used, plain, strlen(plain));
				used += strlen(plain);
			} else {
				memcpy(out + used, text + i, bytes);
				used += bytes;
			}
		} else if (small != 1 && c != 0x2019) {
			has_gap = keeps_gaps;
		}
		i += bytes;
	}
	free(folded);
	return out;
}

static char *fold(struct jscan_arena *arena, const char *text, size_t len,
		  bool keeps_gaps)
{
	char *folded = fold_plain(arena, text, len, keeps_gaps);

	return folded ? folded : fold_any(arena, text, len, keeps_gaps);
}

char *jscan_utf8_fold(struct jscan_arena *arena, const char *text, size_t len)
{
	return fold(arena, text, len, false);
}

char *jscan_utf8_fold_words(struct jscan_arena *arena, const char *text,
			    size_t len)
{
	return fold(arena, text, len, true);
}

char *jscan_utf8_compose(struct jscan_arena *arena, const char *text,
			 size_t len)
{
	utf8proc_uint8_t *composed = NULL;
	char *copy;

	if (is_ascii(text, len) ||
	    utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)len,
			 &composed, UTF8PROC_COMPOSE | UTF8PROC_STABLE) < 0)
		return jscan_arena_strndup(arena, text, len);
	copy = jscan_arena_strdup(arena, (char *)composed);
	free(composed);
	return copy;
}

const char *jscan_utf8_version(void)
{
	return utf8proc_version();
}
