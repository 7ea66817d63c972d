/* The answer to a request for completion, word by word. */
#ifndef JSCAN_CLI_LSP_OFFERS_H
#define JSCAN_CLI_LSP_OFFERS_H

#include <jansson.h>
#include <stdbool.h>

#include "cli/lsp_context.h"

enum jscan_item_kind { /* as the protocol numbers them */
		       JSCAN_ITEM_TEXT = 1,
		       JSCAN_ITEM_PROPERTY = 10,
		       JSCAN_ITEM_VALUE = 12
};

struct jscan_offers {
	const struct jscan_context *context;
	size_t line;  /* of the cursor */
	bool is_utf8; /* as positions are counted */
	json_t *items;
	bool is_cut; /* there were more than are sent */
};

struct jscan_offer {
	const char *word;   /* what is put in */
	const char *before; /* "weakness/", or NULL */
	const char *after;  /* ": ", or NULL */
	const char *filter; /* compared with `typed`; NULL: before and word */
	const char *detail; /* beside it; or NULL */
	const char *text;   /* more about it; or NULL */
	enum jscan_item_kind kind;
	bool is_first; /* goes before those that are not */
	bool is_prose; /* quoted as YAML would need it, when false */
	/* What stands there and goes: the end of the line up to the cursor. */
	struct jscan_text typed;
};

void jscan_offers_init(struct jscan_offers *list,
		       const struct jscan_context *context, size_t line,
		       bool is_utf8);

/* True when no more are taken. */
bool jscan_offers_is_full(const struct jscan_offers *list);

/* Offers a word; one with control characters in it is left out. */
void jscan_offers_add(struct jscan_offers *list,
		      const struct jscan_offer *offer);

/* The result; the list is empty afterwards. */
json_t *jscan_offers_take(struct jscan_offers *list);

#endif
