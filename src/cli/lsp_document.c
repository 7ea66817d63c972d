/*
 * The texts that the editor has open, as it last sent them.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/lsp.h"
#include "cli/lsp_memory.h"
#include "cli/lsp_uri.h"

struct jscan_lsp_document *jscan_lsp_find_document(const struct jscan_lsp *lsp,
						   const char *uri)
{
	struct jscan_lsp_document *document = lsp->documents;

	while (document && strcmp(document->uri, uri) != 0)
		document = document->next;
	return document;
}

void jscan_lsp_set_text(struct jscan_lsp_document *document,
			struct jscan_text text)
{
	char *copy = jscan_lsp_strndup(text.bytes, text.len);

	free((char *)(uintptr_t)document->text.bytes);
	document->text.bytes = copy;
	document->text.len = text.len;
}

struct jscan_lsp_document *jscan_lsp_open_document(struct jscan_lsp *lsp,
						   const char *uri,
						   struct jscan_text text)
{
	struct jscan_lsp_document *document = jscan_lsp_find_document(lsp, uri);

	if (!document) {
		document = jscan_lsp_alloc(sizeof(*document));
		memset(document, 0, sizeof(*document));
		document->uri = jscan_lsp_strndup(uri, strlen(uri));
		document->path = jscan_uri_read_path(uri);
		document->next = lsp->documents;
		lsp->documents = document;
		if (!lsp->dir && document->path)
			jscan_lsp_find_journal_of(lsp, document->path);
		document->relative =
			jscan_lsp_make_relative(lsp, document->path);
	}
	jscan_lsp_set_text(document, text);
	return document;
}

void jscan_lsp_close_document(struct jscan_lsp *lsp, const char *uri)
{
	struct jscan_lsp_document **at = &lsp->documents;

	while (*at && strcmp((*at)->uri, uri) != 0)
		at = &(*at)->next;
	if (*at) {
		struct jscan_lsp_document *document = *at;

		*at = document->next;
		free((char *)(uintptr_t)document->text.bytes);
		free(document->relative);
		free(document->path);
		free(document->uri);
		free(document);
	}
}
