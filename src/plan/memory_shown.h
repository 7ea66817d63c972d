/*
 * What the parts of a report show of weaknesses, as bytes: of all that is
 * remembered it is the most, so that it has rows of one size and its texts
 * behind them.  For memory.c alone.
 */
#ifndef JSCAN_PLAN_MEMORY_SHOWN_H
#define JSCAN_PLAN_MEMORY_SHOWN_H

#include "plan/memory.h"

struct jscan_memory_text {
	const char *text;
	uint32_t offset;
};

struct jscan_memory_texts {
	size_t rows;			 /* of all parts */
	uint32_t *offsets;		 /* of the text of each row */
	struct jscan_memory_text *items; /* all that differ, as they are put */
	size_t count;
	size_t bytes;
	uint32_t *slots; /* numbers of items + 1, by hash */
	size_t mask;
};

void jscan_memory_texts_list(struct jscan_memory_texts *out,
			     const struct jscan_memory *memory,
			     struct jscan_arena *arena);

/* Rows of all parts, then the texts. */
void jscan_memory_shown_write(struct jscan_buf *out,
			      const struct jscan_memory *memory,
			      const struct jscan_memory_texts *texts);

/*
 * Gives each part of `memory` its `shown`, less the paths; texts stay where
 * they are.  False when `len` bytes are not so many rows as were written for
 * these parts, and texts.
 */
bool jscan_memory_shown_read(struct jscan_memory *memory, size_t rows,
			     const char *bytes, size_t len, size_t categories,
			     struct jscan_arena *arena);

/* Copies what is shown, and the texts, into `arena`. */
void jscan_memory_shown_copy(struct jscan_findings *findings,
			     struct jscan_arena *arena);

#endif
