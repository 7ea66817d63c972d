/*
 * Where values of the front matter start and end in the bytes.  The tree says
 * where a value starts; where it ends is found here, for the few forms that are
 * edited: a plain word, a quoted one, brackets, and lines of a list or mapping.
 */
#include "act/span.h"

#include <string.h>

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* The byte that a node starts with; '\0' when it has no place of its own. */
char jscan_raw_first_byte(const struct jscan_raw *raw,
			  const struct jscan_yaml *node, size_t *at)
{
	if (!jscan_raw_offset(raw, node->line, node->column, at) ||
	    *at >= raw->len)
		return '\0';
	return raw->bytes[*at];
}

size_t jscan_raw_line_end(const struct jscan_raw *raw, unsigned line)
{
	size_t len = 0;

	jscan_raw_line(raw, line, &len);
	return raw->starts[line - 1] + len;
}

/* Behind the quote that closes the one at `at`. */
static bool find_quote(const struct jscan_raw *raw, size_t at, size_t *out)
{
	char quote = raw->bytes[at++];

	for (; at < raw->len; at++) {
		bool is_double = at + 1 < raw->len && quote == '\'' &&
				 raw->bytes[at + 1] == quote;

		if (raw->bytes[at] == '\\' && quote == '"') {
			at++;
		} else if (raw->bytes[at] == quote && is_double) {
			at++; /* two of them stand for one */
		} else if (raw->bytes[at] == quote) {
			*out = at + 1;
			return true;
		}
	}
	return false;
}

/* A quote only opens where a value may begin: not the one in "it's". */
static bool opens_quote(const struct jscan_raw *raw, size_t at)
{
	if (raw->bytes[at] != '"' && raw->bytes[at] != '\'')
		return false;
	while (at && strchr(" \t\r\n", raw->bytes[at - 1]))
		at--;
	return at && strchr("[{,:", raw->bytes[at - 1]);
}

/* Behind the quote or bracket that closes the one at `at`. */
bool jscan_raw_find_close(const struct jscan_raw *raw, size_t at, size_t *out)
{
	size_t depth = 0;

	if (strchr("\"'", raw->bytes[at]))
		return find_quote(raw, at, out);
	while (at < raw->len) {
		char c = raw->bytes[at];

		if (opens_quote(raw, at)) {
			if (!find_quote(raw, at, &at))
				return false;
			continue;
		}
		depth += c == '[' || c == '{';
		depth -= c == ']' || c == '}';
		at++;
		if (!depth) {
			*out = at;
			return true;
		}
	}
	return false;
}

/* Where the plain word at `at` ends: before a comment, or what closes it. */
static size_t plain_end(const struct jscan_raw *raw, size_t at, size_t end,
			bool is_in_flow)
{
	size_t stop = at;

	for (; stop < end; stop++) {
		char c = raw->bytes[stop];

		if (is_in_flow && strchr(",[]{}", c))
			break;
		if (c == '#' && stop > at && is_blank(raw->bytes[stop - 1]))
			break;
	}
	while (stop > at && is_blank(raw->bytes[stop - 1]))
		stop--;
	return stop;
}

/* The bytes of a scalar, or of what stands in brackets. */
bool jscan_raw_find_value(const struct jscan_raw *raw,
			  const struct jscan_yaml *node, bool is_in_flow,
			  size_t *start, size_t *end)
{
	char c = jscan_raw_first_byte(raw, node, start);

	if (!c || strchr("&*!|>", c))
		return false;
	if (strchr("\"'[{", c))
		return jscan_raw_find_close(raw, *start, end);
	*end = plain_end(raw, *start, jscan_raw_line_end(raw, node->line),
			 is_in_flow);
	return *end > *start;
}

/* The line before the next key of the front matter, or before its end. */
static unsigned line_before_next_key(const struct jscan_raw *raw, unsigned line)
{
	unsigned last = raw->document.header_end_line - 1;

	for (const struct jscan_yaml *n = raw->document.header->first; n;
	     n = n->next) {
		if (n->key_line > line && n->key_line - 1 < last)
			last = n->key_line - 1;
	}
	return last;
}

unsigned jscan_raw_last_line(const struct jscan_raw *raw,
			     const struct jscan_yaml *node)
{
	unsigned last = !node->key && node->next
				? node->next->line - 1
				: line_before_next_key(raw, node->line);

	for (; last > node->line; last--) {
		size_t len, i = 0;
		const char *text = jscan_raw_line(raw, last, &len);

		while (text && i < len && is_blank(text[i]))
			i++;
		if (text && i < len && text[i] != '#')
			break;
	}
	return last;
}

/* Behind the colon of a key that has no value. */
static bool find_colon(const struct jscan_raw *raw,
		       const struct jscan_yaml *node, size_t *out)
{
	size_t at, end;

	if (!node->key ||
	    !jscan_raw_offset(raw, node->key_line, node->key_column, &at))
		return false;
	end = jscan_raw_line_end(raw, node->key_line);
	if (strchr("\"'", raw->bytes[at]) &&
	    !jscan_raw_find_close(raw, at, &at))
		return false;
	for (; at < end; at++) {
		if (raw->bytes[at] == ':' &&
		    (at + 1 == end || is_blank(raw->bytes[at + 1]))) {
			*out = at + 1;
			return true;
		}
	}
	return false;
}

/* From behind the colon to the end of a value in the same line. */
bool jscan_raw_find_short_value(const struct jscan_raw *raw,
				const struct jscan_yaml *node, bool is_in_flow,
				size_t *colon, size_t *start, size_t *end)
{
	size_t stop;

	if (!find_colon(raw, node, colon))
		return false;
	stop = jscan_raw_line_end(raw, node->key_line);
	*start = *colon;
	while (*start < stop && is_blank(raw->bytes[*start]))
		(*start)++;
	if (jscan_yaml_is_null(node)) {
		*end = *start < stop && raw->bytes[*start] != '#'
			       ? plain_end(raw, *start, stop, is_in_flow)
			       : *start;
		return true;
	}
	return node->line == node->key_line &&
	       jscan_raw_find_value(raw, node, is_in_flow, start, end) &&
	       *end <= stop;
}
