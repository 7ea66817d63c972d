/*
 * The first pass over the words of a block: which bytes are marks and go.  For
 * inline.c alone.
 */
#ifndef JSCAN_ENTRY_MARK_H
#define JSCAN_ENTRY_MARK_H

#include <stdbool.h>
#include <stddef.h>

#include "entry/inline.h"

#define JSCAN_MOST_OPEN	 256 /* brackets, or marks of one kind, that wait */
#define JSCAN_MOST_TICKS 80  /* back quotes that open a code span */

enum jscan_edge { JSCAN_EDGE_NONE, JSCAN_EDGE_START, JSCAN_EDGE_END };

struct jscan_cut {
	unsigned at;
	unsigned len;
	char instead[6];
	unsigned char instead_len;
	unsigned char edge;
};

struct jscan_open_mark {
	size_t cut;
	size_t left; /* marks of its run that have no partner yet */
};

struct jscan_marks {
	struct jscan_open_mark items[JSCAN_MOST_OPEN];
	size_t count;
};

struct jscan_bracket {
	size_t at;
	size_t cut;
	size_t link_count;
	bool is_image;
	bool has_inner; /* another bracket was closed inside */
};

enum {
	JSCAN_MARK_STAR,
	JSCAN_MARK_LINE,
	JSCAN_MARK_TILDE,
	JSCAN_MARK_EQUALS,
	JSCAN_MARK_KINDS
};

struct jscan_inline {
	struct jscan_cut *cuts;
	size_t cut_count;
	size_t cut_room;
	struct jscan_link *links; /* url set; place set by the second pass */
	size_t link_count;
	size_t link_room;
	struct jscan_bracket brackets[JSCAN_MOST_OPEN];
	size_t bracket_count;
	struct jscan_marks marks[JSCAN_MARK_KINDS];
	/* of the block at hand */
	const char *text;
	size_t len;
	size_t literal_end; /* no mark starts before here */
	bool has_ticks;	    /* the next array is filled */
	size_t last_ticks[JSCAN_MOST_TICKS +
			  1]; /* the last run of each length */
	const struct jscan_references *references;
	struct jscan_arena *arena;
};

/*
 * Fills the cuts and links of `tool` for `raw`: cuts in order, none over
 * another. A cut never puts in more bytes than it takes.
 */
void jscan_marks_find(struct jscan_inline *tool, const struct jscan_run *raw);

#endif
