/*
 * Unicode for text that is known to be valid UTF-8, and the repair that makes
 * it so.  The only file that knows utf8proc.
 */
#ifndef JSCAN_BASE_UTF8_H
#define JSCAN_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * The offset of the first byte that is not valid UTF-8 (overlong forms,
 * surrogates and values past U+10FFFF included) or is NUL; `len` when all is
 * well.
 */
size_t jscan_utf8_check(const char *text, size_t len);

/*
 * A copy in which each such byte is U+FFFD.  *out_len is its length; the copy
 * has a NUL behind it.
 */
char *jscan_utf8_repair(struct jscan_arena *arena, const char *text, size_t len,
			size_t *out_len);

/*
 * What follows is asked of every character, so ASCII is answered in line; the
 * _wide functions are for the rest.
 */
size_t jscan_utf8_next_wide(const char *text, size_t len, int32_t *out);
bool jscan_utf8_is_letter_wide(int32_t c);
bool jscan_utf8_is_upper_wide(int32_t c);
bool jscan_utf8_is_digit_wide(int32_t c);

/* Reads one character of valid text; returns its bytes (1 to 4). */
static inline size_t jscan_utf8_next(const char *text, size_t len, int32_t *out)
{
	if ((unsigned char)text[0] >= 0x80)
		return jscan_utf8_next_wide(text, len, out);
	*out = (unsigned char)text[0];
	return 1;
}

/* And combining marks. */
static inline bool jscan_utf8_is_letter(int32_t c)
{
	return c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z'
			: jscan_utf8_is_letter_wide(c);
}

/* Upper or title case. */
static inline bool jscan_utf8_is_upper(int32_t c)
{
	return c < 0x80 ? c >= 'A' && c <= 'Z' : jscan_utf8_is_upper_wide(c);
}

static inline bool jscan_utf8_is_digit(int32_t c)
{
	return c < 0x80 ? c >= '0' && c <= '9' : jscan_utf8_is_digit_wide(c);
}

bool jscan_utf8_is_space(int32_t c);
/* C0 and C1 controls, bidirectional controls, zero-width and unassigned. */
bool jscan_utf8_is_unsafe(int32_t c);

/* Columns on a terminal: wide characters 2, combining ones 0. */
size_t jscan_utf8_width(const char *text, size_t len);

/*
 * A key for comparing names: without case and accents, and only letters and
 * digits kept (of any script).  "Crème & Co." gives "cremeco".
 */
char *jscan_utf8_fold(struct jscan_arena *arena, const char *text, size_t len);

/* The same, but runs of anything else become one space, none at the ends. */
char *jscan_utf8_fold_words(struct jscan_arena *arena, const char *text,
			    size_t len);

/* Canonical composition (NFC). */
char *jscan_utf8_compose(struct jscan_arena *arena, const char *text,
			 size_t len);

/* Of the library behind this, which may be replaced under us. */
const char *jscan_utf8_version(void);

#endif
