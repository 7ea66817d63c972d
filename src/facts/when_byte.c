/* What the bytes of a text are to those who cut it into tokens. */
#include "facts/when_byte.h"

/* clang-format off */
const uint8_t jscan_when_classes[256] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0, 0,
	0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
	2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0,
	0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
	2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
};
/* clang-format on */

/* What a character past ASCII is to us; its bytes go to *size. */
enum jscan_when_high jscan_when_classify_high(size_t *size, const char *text,
					      size_t len, size_t at)
{
	unsigned char a = (unsigned char)text[at];
	unsigned char b = at + 1 < len ? (unsigned char)text[at + 1] : 0;
	unsigned char c = at + 2 < len ? (unsigned char)text[at + 2] : 0;

	*size = 1;
	if (a == 0xc2 && b >= 0x80 && b < 0xc0) {
		*size = 2;
		return b == 0xa0 ? WHEN_HIGH_SPACE : WHEN_HIGH_MARK;
	}
	if (a == 0xe2 && b == 0x80) {
		*size = 3;
		if (c >= 0x90 && c <= 0x95)
			return WHEN_HIGH_DASH;
		if (c == 0x99 || c == 0x98)
			return WHEN_HIGH_QUOTE;
		if (c == 0xaf || (c >= 0x80 && c <= 0x8a))
			return WHEN_HIGH_SPACE;
		return WHEN_HIGH_MARK;
	}
	if (a >= 0xe2 && a <= 0xe2 && b >= 0x82) {
		*size = 3;
		return WHEN_HIGH_MARK; /* currency, arrows, symbols */
	}
	if (a >= 0xf0) {
		*size = 4;
		return WHEN_HIGH_MARK; /* pictures */
	}
	return WHEN_HIGH_LETTER;
}
