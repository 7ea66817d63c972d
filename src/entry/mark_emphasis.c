/*
 * Emphasis follows CommonMark's flanking rules but pairs each kind of mark on
 * its own; that differs from the standard only where different marks overlap.
 */
#include "entry/mark_read.h"
#include "entry/scan.h"

enum side { SIDE_SPACE, SIDE_PUNCTUATION, SIDE_WORD };

/* Beyond ASCII: no-break space, and the block of dashes and quotation marks. */
static enum side side_of(const char *text, size_t at, size_t end)
{
	unsigned char c = (unsigned char)text[at];

	if (c <= ' ')
		return SIDE_SPACE;
	if (c < 0x80)
		return jscan_is_punctuation((char)c) ? SIDE_PUNCTUATION
						     : SIDE_WORD;
	if (end - at >= 2 && c == 0xc2 && (unsigned char)text[at + 1] == 0xa0)
		return SIDE_SPACE;
	if (end - at >= 2 && c == 0xe2 && (unsigned char)text[at + 1] == 0x80)
		return SIDE_PUNCTUATION;
	return SIDE_WORD;
}

static enum side side_before(const struct jscan_inline *tool, size_t at)
{
	size_t i = at;

	if (!at)
		return SIDE_SPACE;
	do
		i--;
	while (i && ((unsigned char)tool->text[i] & 0xc0) == 0x80);
	return side_of(tool->text, i, at);
}

static enum side side_behind(const struct jscan_inline *tool, size_t at)
{
	return at == tool->len ? SIDE_SPACE
			       : side_of(tool->text, at, tool->len);
}

static void pair_marks(struct jscan_inline *tool, struct jscan_marks *marks,
		       size_t cut, size_t *left, bool is_whole)
{
	while (*left && marks->count) {
		struct jscan_open_mark *open = &marks->items[marks->count - 1];
		size_t paired = open->left < *left ? open->left : *left;

		if (is_whole && open->left != *left)
			return;
		tool->cuts[open->cut].len += (unsigned)paired;
		tool->cuts[cut].len += (unsigned)paired;
		open->left -= paired;
		*left -= paired;
		if (!open->left)
			marks->count--;
	}
}

size_t jscan_mark_read_emphasis(struct jscan_inline *tool, size_t at, int kind)
{
	struct jscan_marks *marks = &tool->marks[kind];
	size_t end = at, left, cut = tool->cut_count;
	enum side before, behind;
	bool opens, closes;

	while (end < tool->len && tool->text[end] == tool->text[at])
		end++;
	left = end - at;
	if ((kind == JSCAN_MARK_TILDE || kind == JSCAN_MARK_EQUALS) &&
	    left != 2)
		return end;
	before = side_before(tool, at);
	behind = side_behind(tool, end);
	opens = behind == SIDE_WORD ||
		(behind == SIDE_PUNCTUATION && before != SIDE_WORD);
	closes = before == SIDE_WORD ||
		 (before == SIDE_PUNCTUATION && behind != SIDE_WORD);
	if (kind == JSCAN_MARK_LINE && opens && closes) {
		opens = before == SIDE_PUNCTUATION;
		closes = behind == SIDE_PUNCTUATION;
	}
	if (!opens && !closes)
		return end;
	jscan_cut_add(tool, at, 0);
	if (closes)
		pair_marks(tool, marks, cut, &left,
			   kind == JSCAN_MARK_TILDE ||
				   kind == JSCAN_MARK_EQUALS);
	if (left && opens && marks->count < JSCAN_MOST_OPEN) {
		marks->items[marks->count].cut = cut;
		marks->items[marks->count++].left = left;
	} else if (!tool->cuts[cut].len) {
		tool->cut_count--;
	}
	return end;
}

bool jscan_mark_follows_word(const struct jscan_inline *tool, size_t at)
{
	return side_before(tool, at) == SIDE_WORD;
}
