/*
 * Reads one character of UTF-8.  Only letters that words of the tables may be
 * written with are folded; what else is no mark passes for a letter.
 */
#include "facts/note/character.h"

const char jscan_character_folds[256] =
	"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	"0123456789\0\0\0\0\0\0"
	"\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"
	"\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0";

/* The base letter of U+00C0 to U+00FF, by the second byte; 0: no letter. */
static const char latin[64] =
	"aaaaaaaceeeeiiiidnooooo\0ouuuuytsaaaaaaaceeeeiiiidnooooo\0ouuuuyty";

/* A character of more than one byte. */
static struct jscan_character read_wide(const char *text, size_t len)
{
	const unsigned char *c = (const unsigned char *)text;
	struct jscan_character out = {
		JSCAN_CHARACTER_LETTER, text[0], 1, false, false, false};

	while (out.bytes < len && out.bytes < 4 &&
	       (c[out.bytes] & 0xc0) == 0x80)
		out.bytes++;
	if (c[0] == 0xc3 && out.bytes == 2) {
		out.is_upper = c[1] < 0xa0;
		out.fold = latin[c[1] - 0x80];
		if (!out.fold)
			out.kind = JSCAN_CHARACTER_MARK;
	} else if (c[0] == 0xc2 && out.bytes == 2) {
		out.kind = c[1] == 0xa0 ? JSCAN_CHARACTER_SPACE
					: JSCAN_CHARACTER_MARK;
		out.fold = c[1] == 0xab || c[1] == 0xbb ? '"' : ' ';
		out.opens = c[1] == 0xab;
		out.closes = c[1] == 0xbb;
	} else if (c[0] == 0xe2 && out.bytes == 3 && c[1] == 0x80) {
		out.kind = JSCAN_CHARACTER_MARK;
		out.fold = ' ';
		if (c[2] == 0x98 || c[2] == 0x99) {
			out.kind = JSCAN_CHARACTER_APOSTROPHE;
			out.fold = '\'';
		} else if (c[2] == 0x9c || c[2] == 0x9d || c[2] == 0x9e) {
			out.fold = '"';
			out.opens = c[2] != 0x9d;
			out.closes = c[2] == 0x9d;
		} else if (c[2] == 0x93 || c[2] == 0x94) {
			out.fold = '-';
		} else if (c[2] == 0xa6) {
			out.fold = '.';
		}
	} else if (c[0] >= 0xe2) {
		/* Symbols and scripts without the words of any class. */
		out.kind = c[0] == 0xf0 || c[0] == 0xe2
				   ? JSCAN_CHARACTER_MARK
				   : JSCAN_CHARACTER_LETTER;
		out.fold = out.kind == JSCAN_CHARACTER_MARK ? ' ' : text[0];
	}
	return out;
}

struct jscan_character jscan_character_read(const char *text, size_t len)
{
	char c = len > 0 ? text[0] : '\0';

	if (len == 0)
		return (struct jscan_character){.kind = JSCAN_CHARACTER_END};
	if (jscan_character_fold(c))
		return (struct jscan_character){JSCAN_CHARACTER_LETTER,
						jscan_character_fold(c),
						1,
						c >= 'A' && c <= 'Z',
						false,
						false};
	if (jscan_character_is_space(c))
		return (struct jscan_character){
			JSCAN_CHARACTER_SPACE, c, 1, false, false, false};
	if ((unsigned char)c >= 0x80)
		return read_wide(text, len);
	return (struct jscan_character){c == '\'' ? JSCAN_CHARACTER_APOSTROPHE
						  : JSCAN_CHARACTER_MARK,
					c,
					1,
					false,
					false,
					false};
}
