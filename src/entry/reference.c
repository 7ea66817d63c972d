/*
 * Definitions are found line by line, with a test for their first byte that
 * nearly every line fails.  One that is split over lines is not known.
 */
#include "entry/reference.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "entry/prefix.h"

#define MOST_NAME_BYTES ((size_t)999)

struct parts {
	size_t name, name_end;
	size_t url, url_end;
};

/* The end of `[name` at `at`: the offset of its `]`, or 0. */
static size_t name_end(const char *text, size_t at, size_t end)
{
	for (size_t i = at + 1; i < end && i - at <= MOST_NAME_BYTES; i++) {
		if (text[i] == '\\' && i + 1 < end)
			i++;
		else if (text[i] == '[')
			return 0;
		else if (text[i] == ']')
			return i;
	}
	return 0;
}

static bool is_title(const char *text, size_t at, size_t end)
{
	char open = text[at];

	if (end - at < 2)
		return false;
	if (open == '(')
		return text[end - 1] == ')';
	return (open == '"' || open == '\'') && text[end - 1] == open;
}

/* Where an address goes to: `<with blanks>`, or up to the first blank. */
static size_t read_url(struct parts *out, const char *text, size_t at,
		       size_t end)
{
	size_t i = at;

	if (at < end && text[at] == '<') {
		const char *close = memchr(text + at, '>', end - at);

		i = close ? (size_t)(close - text) + 1 : at;
		if (i > at && (i == end || jscan_is_blank(text[i]))) {
			out->url = at + 1;
			out->url_end = i - 1;
			return i;
		}
	}
	while (i < end && !jscan_is_blank(text[i]))
		i++;
	out->url = at;
	out->url_end = i;
	return i;
}

static bool read_definition(struct parts *out, const char *text, size_t at,
			    size_t end)
{
	size_t i;

	if (at == end || text[at] != '[' || at + 1 == end ||
	    text[at + 1] == '^')
		return false;
	out->name = at + 1;
	out->name_end = name_end(text, at, end);
	if (!out->name_end || out->name_end == out->name ||
	    out->name_end + 1 == end || text[out->name_end + 1] != ':')
		return false;
	i = out->name_end + 2;
	while (i < end && jscan_is_blank(text[i]))
		i++;
	if (i == end)
		return false;
	i = read_url(out, text, i, end);
	while (i < end && jscan_is_blank(text[i]))
		i++;
	end = jscan_trim_end(text, i, end);
	return i == end || is_title(text, i, end);
}

bool jscan_reference_is_definition(const char *text, size_t at, size_t end)
{
	struct parts parts;

	return read_definition(&parts, text, at, end);
}

size_t jscan_footnote_mark_len(const char *text, size_t at, size_t end)
{
	size_t i = at + 2;

	if (end - at < 4 || text[at] != '[' || text[at + 1] != '^')
		return 0;
	while (i < end && text[i] != ']' && text[i] != '[' &&
	       !jscan_is_blank(text[i]))
		i++;
	if (i == at + 2 || i + 1 >= end || text[i] != ']' || text[i + 1] != ':')
		return 0;
	i += 2;
	while (i < end && jscan_is_blank(text[i]))
		i++;
	return i - at;
}

/* By name, then by place: the first of a name comes first. */
static int compare(const void *a, const void *b)
{
	const struct jscan_reference *x = a, *y = b;
	int order = strcmp(x->name, y->name);

	if (order)
		return order;
	return x->line < y->line ? -1 : 1;
}

static void keep_first_of_each(struct jscan_reference *items, size_t *count)
{
	size_t kept = 0;

	for (size_t i = 0; i < *count; i++) {
		if (!kept || strcmp(items[kept - 1].name, items[i].name) != 0)
			items[kept++] = items[i];
	}
	*count = kept;
}

void jscan_references_find(struct jscan_references *out,
			   const struct jscan_body *body,
			   struct jscan_arena *arena)
{
	struct jscan_reference *items = NULL;
	const char *text = body->text;
	size_t count = 0;

	out->full_line = 0;
	for (unsigned line = body->first; line < body->last; line++) {
		size_t at = body->line_offsets[line];
		size_t end;
		struct parts parts;

		while (text[at] == ' ' || text[at] == '>')
			at++;
		if (text[at] != '[')
			continue;
		end = jscan_body_line_end(body, line);
		if (!read_definition(&parts, text, at, end))
			continue;
		if (count == JSCAN_REFERENCES_MOST) {
			out->full_line = line + 1;
			break;
		}
		items = jscan_arena_grow(arena, items, count, sizeof(*items));
		items[count].line = line;
		items[count].name = jscan_utf8_fold_words(
			arena, text + parts.name, parts.name_end - parts.name);
		items[count++].url = jscan_arena_strndup(
			arena, text + parts.url, parts.url_end - parts.url);
	}
	if (count > 1) {
		qsort(items, count, sizeof(*items), compare);
		keep_first_of_each(items, &count);
	}
	out->items = items;
	out->count = count;
}

static int compare_name(const void *key, const void *item)
{
	return strcmp(key, ((const struct jscan_reference *)item)->name);
}

const char *jscan_reference_get_url(const struct jscan_references *references,
				    const char *name, size_t len,
				    struct jscan_arena *arena)
{
	const struct jscan_reference *found;

	if (!references->count || !len || len > MOST_NAME_BYTES)
		return NULL;
	found = bsearch(jscan_utf8_fold_words(arena, name, len),
			references->items, references->count,
			sizeof(*references->items), compare_name);
	return found ? found->url : NULL;
}
