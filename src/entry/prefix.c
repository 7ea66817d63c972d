/*
 * The marks before the words of one line, read left to right as CommonMark 0.30
 * writes them: `>`, a bullet, or one to nine digits with `.` or `)`, the latter
 * two before a blank or the end of the line.
 */
#include "entry/prefix.h"

#include <string.h>

size_t jscan_item_mark_len(const char *text, size_t at, size_t end)
{
	size_t i = at;

	if (text[at] == '-' || text[at] == '*' || text[at] == '+') {
		i++;
	} else {
		while (i < end && i - at < 10 && text[i] >= '0' &&
		       text[i] <= '9')
			i++;
		if (i == at || i - at == 10 || i == end ||
		    (text[i] != '.' && text[i] != ')'))
			return 0;
		i++;
	}
	return i == end || jscan_is_blank(text[i]) ? i - at : 0;
}

void jscan_prefix_read(struct jscan_prefix *out, const char *text, size_t start,
		       size_t end)
{
	size_t at = start, column = 0;

	memset(out, 0, sizeof(*out));
	while (at < end) {
		size_t len;

		if (jscan_is_blank(text[at])) {
			if (text[at] == '\t')
				column += 4 - column % 4;
			else if (text[at] == ' ')
				column++;
			at++;
			continue;
		}
		if (text[at] == '>') {
			out->quotes++;
			len = 1;
		} else {
			len = jscan_item_mark_len(text, at, end);
			if (!len)
				break;
			out->items++;
			out->item_column = (unsigned)(column + len);
		}
		out->mark_column = (unsigned)column;
		column += len;
		at += len;
	}
	out->content = at;
}

size_t jscan_prefix_skip(const char *text, size_t at, size_t end,
			 unsigned quotes)
{
	for (; at < end; at++) {
		if (text[at] == '>' && quotes)
			quotes--;
		else if (!jscan_is_blank(text[at]))
			break;
	}
	return at;
}

size_t jscan_fence_len(const char *text, size_t at, size_t end)
{
	char mark = at < end ? text[at] : '\0';
	size_t i = at;

	if (mark != '`' && mark != '~')
		return 0;
	while (i < end && text[i] == mark)
		i++;
	if (i - at < 3)
		return 0;
	if (mark == '`' && memchr(text + i, '`', end - i))
		return 0;
	return i - at;
}

unsigned jscan_heading_marks(const char *text, size_t at, size_t end)
{
	size_t i = at;

	while (i < end && text[i] == '#')
		i++;
	if (i - at > 6 || (i < end && !jscan_is_blank(text[i])))
		return 0;
	return (unsigned)(i - at);
}

bool jscan_is_rule(const char *text, size_t at, size_t end)
{
	for (size_t i = at + 1; i < end; i++) {
		if (text[i] != text[at] && !jscan_is_blank(text[i]))
			return false;
	}
	return true;
}
