/*
 * A field has a key of at most 64 bytes that starts with a letter and holds
 * nothing but letters, digits, blanks, `-`, `_` and `/`.  The first `::` of a
 * line decides: with such a key from the start of the line on, the rest is the
 * value; else fields are looked for inside brackets.
 */
#include "entry/field.h"

#include <stdbool.h>
#include <string.h>

#define MOST_KEY_BYTES ((size_t)64)

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_key_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (unsigned char)c >= 0x80 || c == ' ' ||
	       c == '-' || c == '_' || c == '/';
}

/* The start of the key before `end`, not before `start`; `end` for none. */
static size_t key_start(const char *text, size_t start, size_t end)
{
	size_t at = end;

	while (at > start && end - at <= MOST_KEY_BYTES &&
	       is_key_char(text[at - 1]))
		at--;
	while (at < end && is_blank(text[at]))
		at++;
	if (at == end || end - at > MOST_KEY_BYTES ||
	    (text[at] >= '0' && text[at] <= '9') || text[at] == '-' ||
	    text[at] == '/')
		return end;
	return at;
}

/* The next `::` from `at` on; memmem is slow for two bytes. */
static const char *find_mark(const char *text, size_t at, size_t end)
{
	const char *mark = text + at;

	while ((mark = memchr(mark, ':', (size_t)(text + end - mark)))) {
		if (mark + 1 < text + end && mark[1] == ':')
			return mark;
		mark++;
	}
	return NULL;
}

struct found {
	size_t key, key_end;
	size_t value, value_end;
};

/* False when there is no room for it. */
static bool add_field(struct jscan_fields *out,
		      const struct jscan_document *document, size_t index,
		      struct found found, struct jscan_arena *arena)
{
	const struct jscan_block *block = &document->blocks[index];
	const char *text = block->text;
	struct jscan_field *field;
	unsigned column;

	while (found.key_end > found.key && is_blank(text[found.key_end - 1]))
		found.key_end--;
	while (found.value < found.value_end && is_blank(text[found.value]))
		found.value++;
	while (found.value_end > found.value &&
	       is_blank(text[found.value_end - 1]))
		found.value_end--;
	if (found.value == found.value_end)
		return true;
	if (out->count == JSCAN_DOCUMENT_MOST_FIELDS) {
		jscan_document_position(document, block, found.key,
					&out->full_line, &column);
		return false;
	}
	out->items = jscan_arena_grow(arena, out->items, out->count,
				      sizeof(*out->items));
	field = &out->items[out->count++];
	field->key = jscan_arena_strndup(arena, text + found.key,
					 found.key_end - found.key);
	field->value = jscan_arena_strndup(arena, text + found.value,
					   found.value_end - found.value);
	field->block = (unsigned)index;
	jscan_document_position(document, block, found.key, &field->line,
				&field->column);
	return true;
}

/* Where the bracket that encloses the key closes, or 0. */
static size_t bracket_end(const char *text, size_t key, size_t at, size_t end)
{
	char open, close;

	if (!key)
		return 0;
	open = text[key - 1];
	close = open == '[' ? ']' : ')';
	if (open != '[' && open != '(')
		return 0;
	for (; at < end && text[at] != open; at++) {
		if (text[at] == close)
			return at;
	}
	return 0;
}

static void read_line(struct jscan_fields *out,
		      const struct jscan_document *document, size_t index,
		      size_t start, size_t end, struct jscan_arena *arena)
{
	const char *text = document->blocks[index].text;
	bool is_first = true;
	size_t at = start;

	while (at < end) {
		const char *mark = find_mark(text, at, end);
		struct found found;

		if (!mark)
			return;
		found.key_end = (size_t)(mark - text);
		found.key = key_start(text, start, found.key_end);
		found.value = found.key_end + 2;
		found.value_end = end;
		at = found.value;
		if (found.key == found.key_end)
			continue;
		if (is_first &&
		    key_start(text, start, found.key_end) == start) {
			add_field(out, document, index, found, arena);
			return;
		}
		is_first = false;
		found.value_end =
			bracket_end(text, found.key, found.value, end);
		if (!found.value_end)
			continue;
		if (!add_field(out, document, index, found, arena))
			return;
		at = found.value_end;
	}
}

void jscan_fields_find(struct jscan_fields *out,
		       const struct jscan_document *document, size_t index,
		       struct jscan_arena *arena)
{
	const struct jscan_block *block = &document->blocks[index];
	size_t at = 0;

	if (!find_mark(block->text, 0, block->len))
		return;
	while (at < block->len && !out->full_line) {
		const char *line_end =
			memchr(block->text + at, '\n', block->len - at);
		size_t end = line_end ? (size_t)(line_end - block->text)
				      : block->len;

		read_line(out, document, index, at, end, arena);
		at = end + 1;
	}
}
