/* Dataview fields: `key:: value` in the text of a block. */
#ifndef JSCAN_ENTRY_FIELD_H
#define JSCAN_ENTRY_FIELD_H

#include <stddef.h>

#include "base/arena.h"
#include "entry/document.h"

struct jscan_fields {
	struct jscan_field *items;
	size_t count;
	unsigned full_line; /* of the first that had no room; 0: none */
};

/*
 * Appends the fields of `document->blocks[index]`: one that takes a whole line,
 * or those in [brackets] or (parentheses); no more than
 * JSCAN_DOCUMENT_MOST_FIELDS in all.  Ends at the first that has no room.
 */
void jscan_fields_find(struct jscan_fields *out,
		       const struct jscan_document *document, size_t index,
		       struct jscan_arena *arena);

#endif
