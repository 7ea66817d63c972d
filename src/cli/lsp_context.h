/* Where the cursor is in a note: what may be completed there. */
#ifndef JSCAN_CLI_LSP_CONTEXT_H
#define JSCAN_CLI_LSP_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/lsp_text.h"

enum jscan_place_kind {
	JSCAN_PLACE_NONE,
	JSCAN_PLACE_KEY,   /* at the name of a key of the front matter */
	JSCAN_PLACE_VALUE, /* in what stands behind or below one */
	JSCAN_PLACE_BODY
};

/* All texts are parts of the note. */
struct jscan_context {
	enum jscan_place_kind kind;
	struct jscan_text front; /* lines of front matter, as far as there */
	struct jscan_text line;	 /* whole */
	size_t at;		 /* the cursor's byte in it */
	/* Of a value. */
	struct jscan_text key;
	struct jscan_text member; /* `name` in `- name: Dana`; or empty */
	struct jscan_text item;	  /* of a list or a value, up to the cursor */
	struct jscan_text word;	  /* the same from its last blank on */
	char quote;		  /* that stands open before the item, or 0 */
	bool is_flow;		  /* between [ and ], or { and } */
};

void jscan_context_find(struct jscan_context *out, struct jscan_text text,
			size_t line, size_t at);

/* The key of a line of front matter that begins one; false for others. */
bool jscan_context_read_key(struct jscan_text *out, struct jscan_text line);

#endif
