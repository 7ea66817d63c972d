/*
 * cmark 0.30 takes time that grows with the square of the input for four
 * shapes: deep quotes, deep lists with blank lines, unclosed brackets, and
 * openers of links and comments.  The last two are questions of its inline
 * parser, which sees nothing here but an 'x' a line; the first two are counted.
 * A container costs its column in each line that it goes through, so with a
 * limit on marks and columns a parse of what is left is linear.
 *
 * The size of the copy never passes that of the body, and cmark's own share of
 * the work becomes small: journals are mostly words.
 */
#include "entry/guard.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "entry/prefix.h"

/* The line last written: what the next one is compared with. */
struct last_line {
	bool is_blank;
	bool is_words; /* a prefix without items, and words */
	size_t start;  /* of its prefix in the body's text */
	size_t prefix_len;
};

static void make_room(struct jscan_shadow *shadow,
		      const struct jscan_body *body)
{
	size_t need = body->len + 1;
	size_t lines = body->last - body->first;

	if (lines > JSCAN_GUARD_MOST_LINES)
		lines = JSCAN_GUARD_MOST_LINES;
	if (shadow->room < need) {
		free(shadow->bytes);
		shadow->bytes = jscan_alloc(need);
		shadow->room = need;
	}
	if (shadow->line_room < lines + 1) {
		free(shadow->lines);
		shadow->lines =
			jscan_alloc((lines + 1) * sizeof(*shadow->lines));
		shadow->line_room = lines + 1;
	}
	shadow->len = 0;
	shadow->count = 0;
}

static void add(struct jscan_shadow *shadow, const char *text, size_t len)
{
	memcpy(shadow->bytes + shadow->len, text, len);
	shadow->len += len;
}

static void add_prefix(struct jscan_shadow *shadow, const char *text,
		       size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (text[i] != JSCAN_ERASED)
			shadow->bytes[shadow->len++] = text[i];
	}
}

/* Writes what stands for the words of a line; true for plain words. */
static bool add_content(struct jscan_shadow *shadow, const char *text,
			size_t at, size_t end)
{
	size_t marks;

	switch (text[at]) {
	case '#':
		marks = jscan_heading_marks(text, at, end);
		if (!marks)
			break;
		add(shadow, text + at, marks);
		if (jscan_trim_end(text, at + marks, end) > at + marks)
			add(shadow, " x", 2);
		return false;
	case '`':
	case '~':
		marks = jscan_fence_len(text, at, end);
		if (!marks)
			break;
		add(shadow, text + at, marks);
		if (jscan_trim_end(text, at + marks, end) > at + marks)
			add(shadow, "x", 1);
		return false;
	case '-':
	case '=':
	case '*':
	case '_':
		if (!jscan_is_rule(text, at, end))
			break;
		add_prefix(shadow, text + at, end - at);
		return false;
	default:
		break;
	}
	add(shadow, "x", 1);
	return true;
}

/* The same blanks and quotes as before the words of the last line. */
static bool has_same_prefix(const struct last_line *last, const char *text,
			    size_t start, const struct jscan_prefix *prefix)
{
	size_t len = prefix->content - start;

	return !prefix->items && last->prefix_len == len &&
	       !memcmp(text + last->start, text + start, len);
}

/* Starts like a heading, a fence, a rule or an underline; see add_content. */
static bool may_be_mark(char c)
{
	return c == '#' || c == '`' || c == '~' || c == '-' || c == '=' ||
	       c == '*' || c == '_';
}

enum jscan_outline_result jscan_guard_read(struct jscan_shadow *out,
					   const struct jscan_body *body)
{
	struct last_line last = {false, false, 0, 0};
	const char *text = body->text;
	size_t nodes = 0;

	make_room(out, body);
	for (unsigned line = body->first; line < body->last; line++) {
		size_t start = body->line_offsets[line];
		size_t end = jscan_body_line_end(body, line);
		struct jscan_prefix prefix;
		bool is_blank, may_go;

		jscan_prefix_read(&prefix, text, start, end);
		is_blank = prefix.content == end && !prefix.quotes &&
			   !prefix.items;
		may_go = is_blank ? last.is_blank
				  : last.is_words && prefix.content < end &&
					    !may_be_mark(text[prefix.content]);
		if (may_go && has_same_prefix(&last, text, start, &prefix))
			continue;
		if (prefix.quotes + prefix.items > JSCAN_GUARD_MOST_MARKS ||
		    prefix.mark_column > JSCAN_GUARD_MOST_COLUMN)
			return JSCAN_OUTLINE_NESTED;
		nodes += prefix.quotes + prefix.items;
		if (out->count == JSCAN_GUARD_MOST_LINES ||
		    nodes > JSCAN_GUARD_MOST_NODES)
			return JSCAN_OUTLINE_LONG;
		out->lines[out->count++] = line;
		last.is_blank = is_blank;
		last.start = start;
		last.prefix_len = prefix.content - start;
		add_prefix(out, text + start, last.prefix_len);
		last.is_words = prefix.content < end &&
				add_content(out, text, prefix.content, end) &&
				!prefix.items;
		add(out, "\n", 1);
	}
	out->lines[out->count] = body->last;
	return JSCAN_OUTLINE_OK;
}

void jscan_shadow_release(struct jscan_shadow *shadow)
{
	free(shadow->bytes);
	free(shadow->lines);
	memset(shadow, 0, sizeof(*shadow));
}
