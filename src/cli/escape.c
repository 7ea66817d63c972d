/*
 * A strict reader of UTF-8 that lets through only what a terminal shows.  It is
 * a second one beside the library's because the command line sees bytes that no
 * library call has repaired: arguments, file names, the system's messages.
 */
#include "cli/escape.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct range {
	uint32_t first;
	uint32_t last;
};

/* Sorted.  ZWNJ and ZWJ (200C, 200D) stay: scripts and emoji need them. */
static const struct range unsafe[] = {
	{0x00, 0x1f},	    {0x7f, 0x9f},     {0x61c, 0x61c},
	{0x200b, 0x200b},   {0x200e, 0x200f}, {0x2028, 0x202e},
	{0x2060, 0x206f},   {0xfeff, 0xfeff}, {0xfff9, 0xfffb},
	{0xe0000, 0xe007f},
};

static bool is_unsafe(uint32_t c)
{
	for (size_t i = 0; i < sizeof(unsafe) / sizeof(unsafe[0]); i++)
		if (c >= unsafe[i].first && c <= unsafe[i].last)
			return true;
	return false;
}

/* Reads one character; returns its bytes, or 0 where it is not valid UTF-8. */
static size_t read_character(const unsigned char *p, uint32_t *out)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t len, i;
	uint32_t c;

	if (p[0] < 0x80) {
		*out = p[0];
		return 1;
	}
	if (p[0] >= 0xc2 && p[0] <= 0xdf)
		len = 2;
	else if (p[0] >= 0xe0 && p[0] <= 0xef)
		len = 3;
	else if (p[0] >= 0xf0 && p[0] <= 0xf4)
		len = 4;
	else
		return 0;
	c = p[0] & (0x7fu >> len);
	for (i = 1; i < len; i++) { /* a NUL ends this too */
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3fu);
	}
	if (c < least[len] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return 0;
	*out = c;
	return len;
}

void jscan_escape_write(FILE *out, const char *text)
{
	const unsigned char *p = (const unsigned char *)text;

	while (*p != '\0') {
		uint32_t c = 0;
		size_t len = read_character(p, &c);

		if (len == 0)
			fprintf(out, "\\x%02x", *p++);
		else if (c == '\n')
			fputs("\\n", out);
		else if (c == '\t')
			fputs("\\t", out);
		else if (c == '\r')
			fputs("\\r", out);
		else if (is_unsafe(c))
			fprintf(out, c < 0x100 ? "\\x%02x" : "\\u%04x", c);
		else
			fwrite(p, 1, len, out);
		p += len;
	}
}
