/*
 * The language server: what it knows of the editor, of the texts that are open
 * there, and of the journal on disk.  Text that is not saved is looked at only
 * where words are completed; it is written nowhere.
 */
#ifndef JSCAN_CLI_LSP_H
#define JSCAN_CLI_LSP_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <time.h>

#include "cli/args.h"
#include "cli/lsp_text.h"
#include "journalscan.h"

struct jscan_lsp_document { /* open in the editor */
	char *uri;
	char *path;	/* absolute; NULL: not a file */
	char *relative; /* below the journal; NULL: outside of it */
	struct jscan_text text;
	/* Of the file when the journal was scanned last. */
	struct timespec changed;
	off_t size;
	bool is_awaited; /* its diagnostics are sent, changed or not */
	struct jscan_lsp_document *next;
};

struct jscan_lsp_sent;	/* diagnostics that the editor has, by path */
struct jscan_lsp_hover; /* explanations made since the last scan */

struct jscan_lsp {
	const struct jscan_args *args;
	bool is_utf8; /* positions count bytes */
	bool has_markdown;
	bool is_broken; /* nobody reads what is sent */
	struct jscan_lsp_document *documents;
	char *dir;		 /* of the journal, absolute; or NULL */
	struct jscan_scan *scan; /* the last one that went well; or NULL */
	const struct jscan_report *report;
	bool is_stale; /* the journal is to be scanned again */
	struct jscan_lsp_sent *sent;
	size_t sent_count;
	char *broken_config; /* the file that an error was sent for; or NULL */
	struct jscan_lsp_hover *hovers;
};

/* Codes of JSON-RPC and of the protocol. */
enum jscan_lsp_code {
	JSCAN_LSP_PARSE_ERROR = -32700,
	JSCAN_LSP_INVALID_REQUEST = -32600,
	JSCAN_LSP_METHOD_NOT_FOUND = -32601,
	JSCAN_LSP_INVALID_PARAMS = -32602,
	JSCAN_LSP_NOT_INITIALIZED = -32002,
	JSCAN_LSP_CANCELLED = -32800
};

/* lsp_wire.c: what is sent.  `result` and `params` are taken over. */
void jscan_lsp_reply(struct jscan_lsp *lsp, json_t *id, json_t *result);
void jscan_lsp_refuse(struct jscan_lsp *lsp, json_t *id,
		      enum jscan_lsp_code code, const char *message);
void jscan_lsp_notify(struct jscan_lsp *lsp, const char *method,
		      json_t *params);

/* A string of bytes that may be no UTF-8, made harmless to look at. */
json_t *jscan_lsp_string(const char *text);
json_t *jscan_lsp_range(size_t line, size_t from, size_t to);

/* The member of nested objects by its names, "a.b.c"; NULL when absent. */
json_t *jscan_lsp_get(json_t *object, const char *names);

/* lsp_document.c: the texts that are open. */
struct jscan_lsp_document *jscan_lsp_find_document(const struct jscan_lsp *lsp,
						   const char *uri);
/* The text is copied. */
struct jscan_lsp_document *jscan_lsp_open_document(struct jscan_lsp *lsp,
						   const char *uri,
						   struct jscan_text text);
void jscan_lsp_set_text(struct jscan_lsp_document *document,
			struct jscan_text text);
void jscan_lsp_close_document(struct jscan_lsp *lsp, const char *uri);

/* lsp_journal.c: the journal on disk. */
/* From --directory, else what the editor says, else by the first file. */
void jscan_lsp_find_journal(struct jscan_lsp *lsp, const char *root_uri);
void jscan_lsp_find_journal_of(struct jscan_lsp *lsp, const char *path);
/* The path below the journal, to be freed; NULL when it lies outside. */
char *jscan_lsp_make_relative(const struct jscan_lsp *lsp, const char *path);
/* A note as it is on disk, its bytes to be freed; false when it is not. */
bool jscan_lsp_read_note(struct jscan_text *out, const struct jscan_lsp *lsp,
			 const char *relative);
/* Scans and sends diagnostics. */
void jscan_lsp_refresh(struct jscan_lsp *lsp);
/*
 * The same, where it is due: something was saved, the file of the document was
 * changed by another program, or it is another day.
 */
void jscan_lsp_refresh_for(struct jscan_lsp *lsp,
			   const struct jscan_lsp_document *document);

/* lsp_diagnostics.c */
void jscan_lsp_send_diagnostics(struct jscan_lsp *lsp);
void jscan_lsp_send_failure(struct jscan_lsp *lsp,
			    const struct jscan_error *err);
void jscan_lsp_release_diagnostics(struct jscan_lsp *lsp);

/* lsp_hover.c; `line` from 0.  The result is NULL's null where nothing is. */
json_t *jscan_lsp_hover(struct jscan_lsp *lsp,
			const struct jscan_lsp_document *document, size_t line);
void jscan_lsp_release_hovers(struct jscan_lsp *lsp);

/* lsp_completion.c; `at` is a byte of the text's line `line`. */
json_t *jscan_lsp_complete(struct jscan_lsp *lsp,
			   const struct jscan_lsp_document *document,
			   size_t line, size_t at);

#endif
