/*
 * The methods of the protocol that are served, in one table.  Parameters are
 * looked at one by one: what does not have the right form is refused, or, of a
 * notification, left alone.
 */
#include "cli/lsp_method.h"

#include <stdlib.h>
#include <string.h>

#include "cli/lsp_uri.h"

static bool has_string(json_t *array, const char *wanted)
{
	size_t i;
	json_t *item;

	json_array_foreach(array, i, item)
	{
		const char *text = json_string_value(item);

		if (text && !strcmp(text, wanted))
			return true;
	}
	return false;
}

static const char *get_string(json_t *object, const char *names)
{
	return json_string_value(jscan_lsp_get(object, names));
}

/* rootUri is what folders were called before there could be several. */
static const char *find_root(json_t *params)
{
	json_t *folders = jscan_lsp_get(params, "workspaceFolders");
	const char *first = get_string(json_array_get(folders, 0), "uri");

	return first ? first : get_string(params, "rootUri");
}

static void initialize(struct jscan_lsp *lsp, json_t *id, json_t *params)
{
	json_t *client = jscan_lsp_get(params, "capabilities");

	lsp->is_utf8 = has_string(
		jscan_lsp_get(client, "general.positionEncodings"), "utf-8");
	lsp->has_markdown = has_string(
		jscan_lsp_get(client, "textDocument.hover.contentFormat"),
		"markdown");
	jscan_lsp_find_journal(lsp, find_root(params));
	jscan_lsp_reply(lsp, id,
			json_pack("{s:{s:s, s:{s:b, s:i, s:{s:b}}, s:b,"
				  " s:{s:[s, s, s, s, s]}}, s:{s:s, s:s}}",
				  "capabilities", "positionEncoding",
				  lsp->is_utf8 ? "utf-8" : "utf-16",
				  "textDocumentSync", "openClose", 1, "change",
				  1, "save", "includeText", 0, "hoverProvider",
				  1, "completionProvider", "triggerCharacters",
				  ":", "/", " ", "[", "#", "serverInfo", "name",
				  "journalscan", "version", JSCAN_VERSION));
}

static void shut_down(struct jscan_lsp *lsp, json_t *id, json_t *params)
{
	(void)params;
	jscan_lsp_reply(lsp, id, json_null());
}

static bool get_text(struct jscan_text *out, json_t *string)
{
	if (!json_is_string(string))
		return false;
	out->bytes = json_string_value(string);
	out->len = json_string_length(string);
	return true;
}

static void await(struct jscan_lsp *lsp, struct jscan_lsp_document *document)
{
	if (!document->relative)
		return;
	document->is_awaited = true;
	lsp->is_stale = true;
}

static void did_open(struct jscan_lsp *lsp, json_t *id, json_t *params)
{
	const char *uri = get_string(params, "textDocument.uri");
	struct jscan_text text;

	(void)id;
	if (uri && get_text(&text, jscan_lsp_get(params, "textDocument.text")))
		await(lsp, jscan_lsp_open_document(lsp, uri, text));
}

/* Only whole texts are asked for, so of several changes the last counts. */
static void did_change(struct jscan_lsp *lsp, json_t *id, json_t *params)
{
	const char *uri = get_string(params, "textDocument.uri");
	json_t *changes = jscan_lsp_get(params, "contentChanges");
	struct jscan_lsp_document *document =
		uri ? jscan_lsp_find_document(lsp, uri) : NULL;
	size_t i;
	json_t *change;

	(void)id;
	if (!document)
		return;
	json_array_foreach(changes, i, change)
	{
		struct jscan_text text;

		if (!jscan_lsp_get(change, "range") &&
		    get_text(&text, jscan_lsp_get(change, "text")))
			jscan_lsp_set_text(document, text);
	}
}

static void did_save(struct jscan_lsp *lsp, json_t *id, json_t *params)
{
	const char *uri = get_string(params, "textDocument.uri");
	struct jscan_lsp_document *document =
		uri ? jscan_lsp_find_document(lsp, uri) : NULL;

	(void)id;
	if (document)
		await(lsp, document);
}

static void did_close(struct jscan_lsp *lsp, json_t *id, json_t *params)
{
	const char *uri = get_string(params, "textDocument.uri");

	(void)id;
	if (uri)
		jscan_lsp_close_document(lsp, uri);
}

/* Another program has changed something: an editor that watches says so. */
static void did_change_files(struct jscan_lsp *lsp, json_t *id, json_t *params)
{
	(void)id;
	(void)params;
	lsp->is_stale = true;
}

struct position {
	const struct jscan_lsp_document *document; /* NULL: it is not open */
	size_t line;
	size_t character;
};

static bool get_position(struct position *out, const struct jscan_lsp *lsp,
			 json_t *params)
{
	const char *uri = get_string(params, "textDocument.uri");
	json_t *line = jscan_lsp_get(params, "position.line");
	json_t *character = jscan_lsp_get(params, "position.character");

	if (!uri || !json_is_integer(line) || !json_is_integer(character) ||
	    json_integer_value(line) < 0 || json_integer_value(character) < 0)
		return false;
	out->document = jscan_lsp_find_document(lsp, uri);
	out->line = (size_t)json_integer_value(line);
	out->character = (size_t)json_integer_value(character);
	return true;
}

static void hover(struct jscan_lsp *lsp, json_t *id, json_t *params)
{
	struct position at;

	if (!get_position(&at, lsp, params)) {
		jscan_lsp_refuse(lsp, id, JSCAN_LSP_INVALID_PARAMS,
				 "a hover needs a document and a position");
		return;
	}
	jscan_lsp_refresh_for(lsp, at.document);
	jscan_lsp_reply(lsp, id,
			at.document ? jscan_lsp_hover(lsp, at.document, at.line)
				    : json_null());
}

static void complete(struct jscan_lsp *lsp, json_t *id, json_t *params)
{
	struct jscan_text line;
	struct position at;

	if (!get_position(&at, lsp, params)) {
		jscan_lsp_refuse(lsp, id, JSCAN_LSP_INVALID_PARAMS,
				 "completion needs a document and a position");
		return;
	}
	/* Somebody is typing: what the last scan knows will do. */
	if (lsp->is_stale && !lsp->scan)
		jscan_lsp_refresh(lsp);
	if (!at.document ||
	    !jscan_text_find_line(&line, at.document->text, at.line)) {
		jscan_lsp_reply(lsp, id, json_null());
		return;
	}
	jscan_lsp_reply(
		lsp, id,
		jscan_lsp_complete(lsp, at.document, at.line,
				   jscan_text_find_unit(line, at.character,
							lsp->is_utf8)));
}

static const struct jscan_lsp_method methods[] = {
	{"initialize", true, initialize},
	{"shutdown", true, shut_down},
	{"textDocument/didOpen", false, did_open},
	{"textDocument/didChange", false, did_change},
	{"textDocument/didSave", false, did_save},
	{"textDocument/didClose", false, did_close},
	{"textDocument/hover", true, hover},
	{"textDocument/completion", true, complete},
	{"workspace/didChangeWatchedFiles", false, did_change_files},
};

const struct jscan_lsp_method *jscan_lsp_find_method(const char *name)
{
	for (size_t i = 0; i < sizeof(methods) / sizeof(methods[0]); i++)
		if (!strcmp(methods[i].name, name))
			return &methods[i];
	return NULL;
}
