/*
 * What stands before the words of a line of markdown: blanks, the marks of
 * block quotes and those of list items.
 */
#ifndef JSCAN_ENTRY_PREFIX_H
#define JSCAN_ENTRY_PREFIX_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Stands where a byte of a comment stood.  It parts words as a blank does, but
 * takes no room: it neither indents nor is shown.
 */
#define JSCAN_ERASED '\x01'

struct jscan_prefix {
	size_t content;	      /* offset of the first byte behind it */
	unsigned quotes;      /* marks of block quotes */
	unsigned items;	      /* marks of list items */
	unsigned mark_column; /* of the last mark, from 0, tabs to 4 */
	unsigned item_column; /* behind the last item's mark; 0: no item */
};

/*
 * Reads the prefix of the line from offset `start` to `end` (without its line
 * break).  A line of nothing else has content == end.  Marks are taken as they
 * look: whether "2. " opens an item here is for a parser to say.
 */
void jscan_prefix_read(struct jscan_prefix *out, const char *text, size_t start,
		       size_t end);

/*
 * Where the words start of a line that goes on with a paragraph inside `quotes`
 * block quotes.
 */
size_t jscan_prefix_skip(const char *text, size_t at, size_t end,
			 unsigned quotes);

static inline bool jscan_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == JSCAN_ERASED;
}

/* `end` less the blanks before it. */
static inline size_t jscan_trim_end(const char *text, size_t start, size_t end)
{
	while (end > start && jscan_is_blank(text[end - 1]))
		end--;
	return end;
}

/* The length of a list item's mark at `at`, or 0; behind it a blank or end. */
size_t jscan_item_mark_len(const char *text, size_t at, size_t end);

/*
 * The fence of a code block at `at`: back quotes or tildes, at least three;
 * their number, or 0.  Behind an opening one stands no back quote.
 */
size_t jscan_fence_len(const char *text, size_t at, size_t end);

/* The marks of a heading (`# Words`, `##`) at `at`: 1 to 6, or 0. */
unsigned jscan_heading_marks(const char *text, size_t at, size_t end);

/*
 * Nothing but the byte at `at` and blanks: a rule, or the line below a heading.
 */
bool jscan_is_rule(const char *text, size_t at, size_t end);

#endif
