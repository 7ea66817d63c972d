/*
 * Lines and positions.  Bytes that are no UTF-8 count as one unit each, which
 * is what an editor shows of them.
 */
#include "cli/lsp_text.h"

#include <string.h>
#include <strings.h>

bool jscan_text_next_line(struct jscan_text *out, struct jscan_text *rest)
{
	size_t end = 0;

	if (!rest->bytes)
		return false;
	while (end < rest->len && rest->bytes[end] != '\n' &&
	       rest->bytes[end] != '\r')
		end++;
	out->bytes = rest->bytes;
	out->len = end;
	if (end == rest->len) { /* the last one, empty or not */
		rest->bytes = NULL;
		return true;
	}
	end += rest->bytes[end] == '\r' && end + 1 < rest->len &&
	       rest->bytes[end + 1] == '\n';
	rest->bytes += end + 1;
	rest->len -= end + 1;
	return true;
}

bool jscan_text_find_line(struct jscan_text *out, struct jscan_text text,
			  size_t line)
{
	while (jscan_text_next_line(out, &text))
		if (line-- == 0)
			return true;
	return false;
}

/* Bytes of the character at the beginning; *units as UTF-16 has it. */
static size_t step(const char *text, size_t len, size_t *units)
{
	unsigned char lead = (unsigned char)text[0];
	size_t need = lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;

	*units = 1;
	if (lead > 0xf4 || need > len)
		return 1;
	for (size_t i = 1; i < need; i++)
		if (((unsigned char)text[i] & 0xc0) != 0x80)
			return 1;
	*units = need == 4 ? 2 : 1;
	return need;
}

size_t jscan_text_count_units(struct jscan_text line, size_t bytes,
			      bool is_utf8)
{
	size_t at = 0, all = 0, units;

	if (bytes > line.len)
		bytes = line.len;
	if (is_utf8)
		return bytes;
	while (at < bytes) {
		at += step(line.bytes + at, line.len - at, &units);
		all += units;
	}
	return all;
}

size_t jscan_text_find_unit(struct jscan_text line, size_t wanted, bool is_utf8)
{
	size_t at = 0, units;

	if (is_utf8)
		return wanted < line.len ? wanted : line.len;
	while (at < line.len && wanted > 0) {
		size_t len = step(line.bytes + at, line.len - at, &units);

		if (units > wanted) /* the middle of a pair: before it */
			break;
		wanted -= units;
		at += len;
	}
	return at;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

struct jscan_text jscan_text_trim_start(struct jscan_text text)
{
	while (text.len && is_blank(text.bytes[0])) {
		text.bytes++;
		text.len--;
	}
	return text;
}

struct jscan_text jscan_text_trim(struct jscan_text text)
{
	text = jscan_text_trim_start(text);
	while (text.len && is_blank(text.bytes[text.len - 1]))
		text.len--;
	return text;
}

bool jscan_text_is(struct jscan_text text, const char *word)
{
	return text.len == strlen(word) && !memcmp(text.bytes, word, text.len);
}

bool jscan_text_begins(const char *text, struct jscan_text with)
{
	return strlen(text) >= with.len &&
	       !strncasecmp(text, with.bytes, with.len);
}

static bool is_same(struct jscan_text a, struct jscan_text b)
{
	return a.len == b.len && !memcmp(a.bytes, b.bytes, a.len);
}

/* Lines at the beginning of both that are the same, up to `most`. */
static size_t count_same(struct jscan_text a, struct jscan_text b, size_t most)
{
	struct jscan_text left, right;
	size_t count = 0;

	while (count < most && jscan_text_next_line(&left, &a) &&
	       jscan_text_next_line(&right, &b) && is_same(left, right))
		count++;
	return count;
}

static size_t count_lines(struct jscan_text text)
{
	struct jscan_text line;
	size_t count = 0;

	while (jscan_text_next_line(&line, &text))
		count++;
	return count;
}

bool jscan_text_map_line(size_t *out, struct jscan_text now,
			 struct jscan_text before, size_t line)
{
	size_t lines = count_lines(now), old_lines = count_lines(before);
	struct jscan_text rest = before, skipped;

	if (line >= lines)
		return false;
	*out = line;
	if (count_same(now, before, line + 1) > line)
		return true;
	/* From the line on, everything to the end must be as it was. */
	if (lines - line > old_lines)
		return false;
	*out = old_lines - (lines - line);
	for (size_t i = 0; i < *out; i++)
		jscan_text_next_line(&skipped, &rest);
	for (size_t i = 0; i < line; i++)
		jscan_text_next_line(&skipped, &now);
	return count_same(now, rest, lines - line) == lines - line;
}
