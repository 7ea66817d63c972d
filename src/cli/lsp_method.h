/* What the editor may ask for, or tell. */
#ifndef JSCAN_CLI_LSP_METHOD_H
#define JSCAN_CLI_LSP_METHOD_H

#include "cli/lsp.h"

struct jscan_lsp_method {
	const char *name;
	bool is_request; /* it is answered */
	/* `id` is NULL for a notification; `params` may be anything. */
	void (*run)(struct jscan_lsp *lsp, json_t *id, json_t *params);
};

/* NULL for one that is not known. */
const struct jscan_lsp_method *jscan_lsp_find_method(const char *name);

#endif
