/* People in sentences: names beside addresses, and introductions. */
#ifndef JSCAN_FACTS_CONTACT_PROSE_H
#define JSCAN_FACTS_CONTACT_PROSE_H

#include "facts/contact_line.h"

struct jscan_prose {
	struct jscan_mentions *out;
	struct jscan_arena *arena;
	const struct jscan_document *document;
	const struct jscan_contact_context *context;
	size_t last; /* 1 + index in out->items of whom was spoken last */
};

/* Reads one block that is no part of a people section. */
void jscan_prose_read(struct jscan_prose *prose,
		      const struct jscan_block *block);

/* The line of a block's text around `offset`, as evidence; and its number. */
const char *jscan_prose_line(const struct jscan_prose *prose,
			     const struct jscan_block *block, size_t offset,
			     unsigned *line);

#endif
