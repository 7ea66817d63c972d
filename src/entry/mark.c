/*
 * Finds the marks of markdown inside a block, in one walk over the bytes that
 * may be one; those of a single byte or kind are read here.
 */
#include "entry/mark.h"

#include <string.h>

#include "base/sixteen.h"
#include "entry/mark_read.h"
#include "entry/prefix.h"
#include "entry/scan.h"

/* The bytes that may start or be a mark. */
static const bool is_special[256] = {
	[(unsigned char)JSCAN_ERASED] = true,
	['\\'] = true,
	['`'] = true,
	['*'] = true,
	['_'] = true,
	['~'] = true,
	['='] = true,
	['['] = true,
	[']'] = true,
	['<'] = true,
	['&'] = true,
	[':'] = true,
};

/* Where the last run of back quotes of each length starts. */
static void find_ticks(struct jscan_inline *tool)
{
	size_t i = 0;

	memset(tool->last_ticks, 0, sizeof(tool->last_ticks));
	tool->has_ticks = true;
	while (i < tool->len) {
		const char *tick = memchr(tool->text + i, '`', tool->len - i);
		size_t start;

		if (!tick)
			return;
		start = i = (size_t)(tick - tool->text);
		while (i < tool->len && tool->text[i] == '`')
			i++;
		if (i - start <= JSCAN_MOST_TICKS)
			tool->last_ticks[i - start] = start;
	}
}

static size_t read_code(struct jscan_inline *tool, size_t at)
{
	const char *text = tool->text;
	size_t inside = at, end, count;
	bool is_padded;

	while (inside < tool->len && text[inside] == '`')
		inside++;
	count = inside - at;
	if (!tool->has_ticks)
		find_ticks(tool);
	if (count > JSCAN_MOST_TICKS || tool->last_ticks[count] <= at)
		return inside;
	for (end = inside;;) { /* there is one, so this ends */
		size_t start;

		while (text[end] != '`')
			end++;
		start = end;
		while (end < tool->len && text[end] == '`')
			end++;
		if (end - start == count) {
			end = start;
			break;
		}
	}
	is_padded =
		end - inside > 2 && text[inside] == ' ' && text[end - 1] == ' ';
	jscan_cut_add(tool, at, count + is_padded);
	jscan_cut_add_erased(tool, inside + is_padded, end - is_padded);
	jscan_cut_add(tool, end - is_padded, count + is_padded);
	return end + count;
}

static size_t read_entity(struct jscan_inline *tool, size_t at)
{
	char bytes[6];
	size_t count = 0;
	size_t end =
		jscan_scan_entity(tool->text, at, tool->len, bytes, &count);
	struct jscan_cut *cut;

	if (!end)
		return at + 1;
	cut = jscan_cut_add(tool, at, end - at);
	memcpy(cut->instead, bytes, count);
	cut->instead_len = (unsigned char)count;
	return end;
}

static size_t read_escape(struct jscan_inline *tool, size_t at)
{
	char next = at + 1 < tool->len ? tool->text[at + 1] : '\0';

	if (next != '\n' && !jscan_is_punctuation(next))
		return at + 1;
	jscan_cut_add(tool, at, 1);
	tool->literal_end = at + 2;
	return at + 2;
}

static size_t read_erased(struct jscan_inline *tool, size_t at)
{
	size_t end = at;

	while (end < tool->len && tool->text[end] == JSCAN_ERASED)
		end++;
	jscan_cut_add(tool, at, end - at);
	return end;
}

/* `https://…`: no mark in it is one. */
static size_t read_colon(struct jscan_inline *tool, size_t at)
{
	const char *text = tool->text;

	if (at + 2 >= tool->len || text[at + 1] != '/' || text[at + 2] != '/' ||
	    !jscan_mark_follows_word(tool, at))
		return at + 1;
	return jscan_scan_bare_url(text, at + 3, tool->len);
}

/* Reads what may be a mark at `at`; returns where to go on. */
static size_t read_mark(struct jscan_inline *tool, size_t at)
{
	switch (tool->text[at]) {
	case '\\':
		return read_escape(tool, at);
	case '`':
		return read_code(tool, at);
	case '*':
		return jscan_mark_read_emphasis(tool, at, JSCAN_MARK_STAR);
	case '_':
		return jscan_mark_read_emphasis(tool, at, JSCAN_MARK_LINE);
	case '~':
		return jscan_mark_read_emphasis(tool, at, JSCAN_MARK_TILDE);
	case '=':
		return jscan_mark_read_emphasis(tool, at, JSCAN_MARK_EQUALS);
	case '[':
		return jscan_mark_open_bracket(tool, at);
	case ']':
		return jscan_mark_close_bracket(tool, at);
	case '<':
		return jscan_mark_read_angle(tool, at);
	case '&':
		return read_entity(tool, at);
	case ':':
		return read_colon(tool, at);
	default:
		return read_erased(tool, at);
	}
}

/* The special ones of sixteen bytes, and some others beside them. */
static unsigned find_special(const char *text)
{
	struct jscan_sixteen bytes = jscan_sixteen_load(text);

	return jscan_sixteen_between(bytes, '[', '`') |
	       jscan_sixteen_between(bytes, ':', '=') |
	       jscan_sixteen_between(bytes, '&', '&') |
	       jscan_sixteen_between(bytes, '*', '*') |
	       jscan_sixteen_between(bytes, '~', '~') |
	       jscan_sixteen_between(bytes, JSCAN_ERASED, JSCAN_ERASED);
}

/* Sixteen at a time, as most bytes are none. */
static size_t skip_words(const char *text, size_t at, size_t len)
{
	const unsigned char *bytes = (const unsigned char *)text;

	while (len - at >= 16) {
		unsigned found = find_special(text + at);

		for (; found != 0; found &= found - 1) {
			size_t place = at + jscan_sixteen_first(found);

			if (is_special[bytes[place]])
				return place;
		}
		at += 16;
	}
	while (at < len && !is_special[bytes[at]])
		at++;
	return at;
}

void jscan_marks_find(struct jscan_inline *tool, const struct jscan_run *raw)
{
	const char *text = raw->text;
	size_t at = 0, len = raw->len;

	tool->text = text;
	tool->len = len;
	tool->cut_count = tool->link_count = tool->bracket_count = 0;
	tool->literal_end = 0;
	tool->has_ticks = false;
	for (int kind = 0; kind < JSCAN_MARK_KINDS; kind++)
		tool->marks[kind].count = 0;
	for (;;) {
		at = skip_words(text, at, len);
		if (at >= len)
			break;
		at = read_mark(tool, at);
	}
}
