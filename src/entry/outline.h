/*
 * The outline of a body: which lines make which heading or paragraph, and in
 * which quotes and lists it stands.  The only file that knows cmark.
 */
#ifndef JSCAN_ENTRY_OUTLINE_H
#define JSCAN_ENTRY_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>

/* A heading or a paragraph.  Lines count from 0, in the file. */
struct jscan_leaf {
	unsigned first_line;
	unsigned last_line; /* of an underlined heading: of its words */
	size_t start;	    /* offset of its first byte in the text */
	unsigned quotes;    /* block quotes around it */
	unsigned list;	    /* of a paragraph of an item: its list, from 1 */
	unsigned char list_level; /* lists around it */
	unsigned char level;	  /* 1 to 6: a heading; 0: a paragraph */
	bool is_item_start;	  /* the first paragraph of its item */
};

#define JSCAN_LEAVES_MOST ((size_t)400000) /* of a body read by its lines */

struct jscan_leaves {
	struct jscan_leaf *items;
	size_t count;
	size_t room;
	unsigned cut_line; /* of the first past the limit, from 1; 0: none */
};

/* Where the body lies: lines [first, last) of a text in which comments are
 * erased. */
struct jscan_body {
	const char *text;
	size_t len;
	const size_t *line_offsets;
	unsigned first;
	unsigned last;
};

enum jscan_outline_result {
	JSCAN_OUTLINE_OK,
	JSCAN_OUTLINE_NESTED, /* quotes and lists too deep for cmark */
	JSCAN_OUTLINE_LONG    /* too many blocks for it */
};

struct jscan_outline;

struct jscan_outline *jscan_outline_new(void);
void jscan_outline_free(struct jscan_outline *outline);

/*
 * Finds the leaves of the body, in order; they live until the next call.  When
 * the result is another than JSCAN_OUTLINE_OK, the leaves are one for each line
 * instead, by its own marks alone, code fences left out.  Linear in `len`.
 */
enum jscan_outline_result jscan_outline_find(struct jscan_outline *outline,
					     struct jscan_leaves *out,
					     const struct jscan_body *body);

/* The same by way of cmark, whatever the body. */
enum jscan_outline_result jscan_outline_find_any(struct jscan_outline *outline,
						 struct jscan_leaves *out,
						 const struct jscan_body *body);

/* One more leaf, all zero. */
struct jscan_leaf *jscan_leaves_add(struct jscan_leaves *leaves);

/* The end of a line (from 0), without its line break. */
size_t jscan_body_line_end(const struct jscan_body *body, unsigned line);

/* Of the library behind this. */
const char *jscan_outline_version(void);

#endif
