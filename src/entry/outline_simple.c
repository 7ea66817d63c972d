/*
 * CommonMark's block structure where it is simple.  A line goes on with the
 * items whose words start no further right than its own; then it opens a
 * heading, a rule or an item, goes on with a paragraph, or starts one.  As all
 * marks are in columns of blanks, columns are offsets in the line.
 *
 * What is not simple is left to cmark as a whole: this reads no body halfway.
 * A test compares the leaves with cmark's.
 */
#include "entry/outline_simple.h"

#include "entry/guard.h"
#include "entry/prefix.h"

#define MOST_LEVELS 16
#define MOST_COLUMN 160 /* of the words of an item */

struct item {	       /* an open one; its list is open as well */
	size_t column; /* where its words start */
	unsigned list;
	char mark; /* of the list: a bullet, or what stands behind a number */
};

struct simple {
	struct jscan_leaves *out;
	const char *text;
	struct item items[MOST_LEVELS];
	size_t depth;
	unsigned list_count;
	bool has_paragraph; /* an open one, the last leaf */
	/* The line at hand. */
	unsigned line;
	size_t start;
	size_t at; /* its first byte that is no blank */
	size_t end;
};

static struct jscan_leaf *add_leaf(struct simple *simple, size_t at)
{
	struct jscan_leaf *leaf = jscan_leaves_add(simple->out);

	leaf->first_line = leaf->last_line = simple->line;
	leaf->start = at;
	leaf->list_level = (unsigned char)simple->depth;
	if (simple->depth)
		leaf->list = simple->items[simple->depth - 1].list;
	return leaf;
}

/* The items that a line of these many blanks is in. */
static size_t count_matched(const struct simple *simple, size_t column)
{
	size_t count = 0;

	while (count < simple->depth && simple->items[count].column <= column)
		count++;
	return count;
}

/* Further in than its container by what makes code of it. */
static bool is_indented(const struct simple *simple, size_t matched)
{
	size_t from = matched ? simple->items[matched - 1].column : 0;

	return simple->at - simple->start - from >= 4;
}

static bool read_heading(struct simple *simple, size_t matched, unsigned level)
{
	if (is_indented(simple, matched))
		return false;
	simple->depth = matched;
	simple->has_paragraph = false;
	add_leaf(simple, simple->at)->level = (unsigned char)level;
	return true;
}

/* `---` below words is an underline, `--` may be one, as may `===`. */
static bool read_rule(struct simple *simple, size_t matched)
{
	char mark = simple->text[simple->at];
	unsigned count = 0;

	for (size_t i = simple->at; i < simple->end; i++)
		count += simple->text[i] == mark;
	if (count < 3 || mark == '=' || is_indented(simple, matched) ||
	    (mark == '-' && simple->has_paragraph))
		return false;
	simple->depth = matched;
	simple->has_paragraph = false;
	return true;
}

static bool read_words(struct simple *simple, size_t matched)
{
	if (simple->has_paragraph) { /* of whatever item, even if further out */
		simple->out->items[simple->out->count - 1].last_line =
			simple->line;
		return true;
	}
	if (is_indented(simple, matched))
		return false;
	simple->depth = matched;
	simple->has_paragraph = true;
	add_leaf(simple, simple->at);
	return true;
}

enum content { CONTENT_WORDS, CONTENT_HEADING, CONTENT_RULE, CONTENT_OTHER };

/* What a line or an item starts with; marks of items are not looked for. */
static enum content find_content(const char *text, size_t at, size_t end,
				 unsigned *level)
{
	switch (text[at]) {
	case '>':
	case '\t':
	case JSCAN_ERASED:
		return CONTENT_OTHER;
	case '#':
		*level = jscan_heading_marks(text, at, end);
		return *level ? CONTENT_HEADING : CONTENT_WORDS;
	case '`':
	case '~':
		return jscan_fence_len(text, at, end) ? CONTENT_OTHER
						      : CONTENT_WORDS;
	case '-':
	case '=':
	case '*':
	case '_':
		return jscan_is_rule(text, at, end) ? CONTENT_RULE
						    : CONTENT_WORDS;
	default:
		return CONTENT_WORDS;
	}
}

/* Only a list that starts with 1 may stop a paragraph. */
static bool may_stop_paragraph(const struct simple *simple, size_t len)
{
	const char *text = simple->text + simple->at;

	return len == 1 || (len == 2 && text[0] == '1');
}

static bool read_item(struct simple *simple, size_t matched, size_t len)
{
	const char *text = simple->text;
	size_t content = simple->at + len, blanks;
	char mark = text[content - 1];
	struct item *item;
	unsigned level;

	while (content < simple->end && text[content] == ' ')
		content++;
	blanks = content - simple->at - len;
	if (content == simple->end || blanks < 1 || blanks > 4 ||
	    content - simple->start > MOST_COLUMN || matched == MOST_LEVELS ||
	    is_indented(simple, matched) ||
	    jscan_item_mark_len(text, content, simple->end) ||
	    find_content(text, content, simple->end, &level) != CONTENT_WORDS)
		return false;
	if (matched == simple->depth && simple->has_paragraph &&
	    !may_stop_paragraph(simple, len))
		return false;
	item = &simple->items[matched];
	if (matched == simple->depth || item->mark != mark)
		item->list = ++simple->list_count;
	item->mark = mark;
	item->column = content - simple->start;
	simple->depth = matched + 1;
	simple->has_paragraph = true;
	add_leaf(simple, content)->is_item_start = true;
	return true;
}

static bool read_line(struct simple *simple)
{
	size_t matched, len;
	unsigned level = 0;

	if (simple->at == simple->end) {
		simple->has_paragraph = false;
		return true;
	}
	matched = count_matched(simple, simple->at - simple->start);
	len = jscan_item_mark_len(simple->text, simple->at, simple->end);
	if (len)
		return read_item(simple, matched, len);
	switch (find_content(simple->text, simple->at, simple->end, &level)) {
	case CONTENT_WORDS:
		return read_words(simple, matched);
	case CONTENT_HEADING:
		return read_heading(simple, matched, level);
	case CONTENT_RULE:
		return read_rule(simple, matched);
	default:
		return false;
	}
}

bool jscan_outline_read_simple(struct jscan_leaves *out,
			       const struct jscan_body *body)
{
	struct simple simple;

	/* Longer ones are read another way. */
	if (body->last - body->first > JSCAN_GUARD_MOST_LINES)
		return false;
	simple.out = out;
	simple.text = body->text;
	simple.depth = 0;
	simple.list_count = 0;
	simple.has_paragraph = false;
	for (unsigned line = body->first; line < body->last; line++) {
		simple.line = line;
		simple.start = simple.at = body->line_offsets[line];
		simple.end = jscan_body_line_end(body, line);
		while (simple.at < simple.end && simple.text[simple.at] == ' ')
			simple.at++;
		if (!read_line(&simple))
			return false;
	}
	return true;
}
