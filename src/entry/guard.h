/*
 * The guard before cmark: a body reduced to what decides its blocks.
 */
#ifndef JSCAN_ENTRY_GUARD_H
#define JSCAN_ENTRY_GUARD_H

#include "entry/outline.h"

/* Deeper than any journal, and shallow enough for cmark. */
#define JSCAN_GUARD_MOST_MARKS	64  /* of quotes and items in one line */
#define JSCAN_GUARD_MOST_COLUMN 160 /* of the last of them */
#define JSCAN_GUARD_MOST_LINES	100000
#define JSCAN_GUARD_MOST_NODES	250000 /* marks in all lines */

struct jscan_shadow {
	char *bytes;
	size_t len;
	size_t room;
	unsigned *lines; /* of each line of `bytes`, its first line in the file;
			    one more at the end */
	size_t count;
	size_t line_room;
};

/*
 * Copies the body in a form that has the same blocks: prefixes, headings,
 * fences and underlines as they are, in place of all other words one 'x'.
 * Lines that can only continue a paragraph, and blank lines like the one
 * before, are left out.  Nothing is left for the inline parser, and nothing
 * that opens HTML or a reference: of those, as of comments, our own reading
 * takes care.
 */
enum jscan_outline_result jscan_guard_read(struct jscan_shadow *out,
					   const struct jscan_body *body);
void jscan_shadow_release(struct jscan_shadow *shadow);

#endif
