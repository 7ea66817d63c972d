/*
 * What is wrong in the journal, sent file by file.  A file is sent again only
 * when what is said of it has changed, or when it was opened or saved just now;
 * one of which nothing is said any more is sent once, empty.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/lsp.h"
#include "cli/lsp_memory.h"
#include "cli/lsp_uri.h"

#define MOST_OF_ONE 1000 /* diagnostics of one file that are sent */

struct jscan_lsp_sent {
	char *path; /* below the journal */
	uint64_t hash;
};

/* The lines of a note, looked up mostly in their order. */
struct lines {
	struct jscan_text text, rest, line;
	size_t next;
};

static void find_line(struct lines *lines, size_t number)
{
	if (number < lines->next) {
		lines->rest = lines->text;
		lines->next = 0;
	}
	lines->line.bytes = "";
	lines->line.len = 0;
	while (lines->next <= number &&
	       jscan_text_next_line(&lines->line, &lines->rest))
		lines->next++;
	if (lines->next <= number)
		lines->line.len = 0;
}

/* From the column to the end of the line; the whole line without one. */
static json_t *make_range(const struct jscan_lsp *lsp, struct lines *lines,
			  unsigned number, unsigned column)
{
	size_t from = column ? column - 1 : 0, end;

	if (!number)
		return jscan_lsp_range(0, 0, 0);
	find_line(lines, number - 1);
	end = lines->line.len;
	while (end && strchr(" \t", lines->line.bytes[end - 1]))
		end--;
	if (from > end)
		from = end;
	return jscan_lsp_range(
		number - 1,
		jscan_text_count_units(lines->line, from, lsp->is_utf8),
		jscan_text_count_units(lines->line, end, lsp->is_utf8));
}

static json_t *make_diagnostic(const struct jscan_lsp *lsp, struct lines *lines,
			       const struct jscan_diagnostic *diagnostic)
{
	return json_pack(
		"{s:o, s:i, s:s, s:s, s:o}", "range",
		make_range(lsp, lines, diagnostic->line, diagnostic->column),
		"severity", (int)diagnostic->severity + 1, "code",
		diagnostic->code, "source", "journalscan", "message",
		jscan_lsp_string(diagnostic->message));
}

/* As the editor calls it where it is open there. */
static char *make_uri(const struct jscan_lsp *lsp, const char *relative)
{
	char *path, *uri;

	for (const struct jscan_lsp_document *document = lsp->documents;
	     document; document = document->next)
		if (document->relative && !strcmp(document->relative, relative))
			return jscan_lsp_strndup(document->uri,
						 strlen(document->uri));
	if (relative[0] == '/')
		return jscan_uri_make(relative);
	path = jscan_lsp_alloc(strlen(lsp->dir) + strlen(relative) + 2);
	sprintf(path, "%s/%s", lsp->dir, relative);
	uri = jscan_uri_make(path);
	free(path);
	return uri;
}

static void publish(struct jscan_lsp *lsp, const char *relative, json_t *list)
{
	char *uri = make_uri(lsp, relative);

	jscan_lsp_notify(
		lsp, "textDocument/publishDiagnostics",
		json_pack("{s:s, s:o}", "uri", uri, "diagnostics", list));
	free(uri);
}

static uint64_t hash_of(const json_t *list)
{
	char *text = json_dumps(list, JSON_COMPACT);
	uint64_t hash = UINT64_C(14695981039346656037);

	for (const char *at = text; at && *at; at++)
		hash = (hash ^ (unsigned char)*at) * UINT64_C(1099511628211);
	free(text);
	return hash;
}

static int compare(const void *left, const void *right)
{
	const struct jscan_diagnostic *a =
		*(const struct jscan_diagnostic *const *)left;
	const struct jscan_diagnostic *b =
		*(const struct jscan_diagnostic *const *)right;
	int order = strcmp(a->path, b->path);

	return order ? order : (a > b) - (a < b);
}

/* Those that are shown, by path; to be freed. */
static const struct jscan_diagnostic **sort(const struct jscan_lsp *lsp,
					    size_t *count)
{
	const struct jscan_report *report = lsp->report;
	bool is_quiet = jscan_args_has(lsp->args, JSCAN_OPTION_QUIET);
	const struct jscan_diagnostic **sorted = jscan_lsp_alloc(
		report->diagnostic_count * sizeof(*sorted));

	*count = 0;
	for (size_t i = 0; i < report->diagnostic_count; i++)
		if (!is_quiet ||
		    report->diagnostics[i].severity == JSCAN_SEVERITY_ERROR)
			sorted[(*count)++] = &report->diagnostics[i];
	qsort((void *)sorted, *count, sizeof(*sorted), compare);
	return sorted;
}

/* Of one file: `count` of them from items[0] on. */
static json_t *make_list(const struct jscan_lsp *lsp,
			 const struct jscan_diagnostic *const *items,
			 size_t count)
{
	struct lines lines = {.text = {"", 0}};
	json_t *list = json_array();
	bool is_read = jscan_lsp_read_note(&lines.text, lsp, items[0]->path);

	lines.rest = lines.text;
	for (size_t i = 0; i < count && i < MOST_OF_ONE; i++)
		json_array_append_new(list,
				      make_diagnostic(lsp, &lines, items[i]));
	if (is_read)
		free((char *)(uintptr_t)lines.text.bytes);
	return list;
}

/* Whether the editor waits for this file, which it does only once. */
static bool take_awaited(struct jscan_lsp *lsp, const char *relative)
{
	bool is_awaited = false;

	for (struct jscan_lsp_document *document = lsp->documents; document;
	     document = document->next) {
		if (!document->is_awaited ||
		    strcmp(document->relative, relative) != 0)
			continue;
		is_awaited = true;
		document->is_awaited = false;
	}
	return is_awaited;
}

/* Files that were open or spoken of, and of which nothing is said now. */
static void publish_clean(struct jscan_lsp *lsp,
			  const struct jscan_lsp_sent *sent, size_t count)
{
	size_t j = 0;

	for (size_t i = 0; i < lsp->sent_count; i++) {
		int order = 1;

		while (j < count &&
		       (order = strcmp(sent[j].path, lsp->sent[i].path)) < 0)
			j++;
		if (j < count && order == 0)
			continue;
		take_awaited(lsp, lsp->sent[i].path);
		publish(lsp, lsp->sent[i].path, json_array());
	}
	for (struct jscan_lsp_document *document = lsp->documents; document;
	     document = document->next) {
		if (document->is_awaited)
			publish(lsp, document->relative, json_array());
		document->is_awaited = false;
	}
}

static void free_sent(struct jscan_lsp *lsp)
{
	for (size_t i = 0; i < lsp->sent_count; i++)
		free(lsp->sent[i].path);
	free(lsp->sent);
}

static uint64_t find_hash(const struct jscan_lsp *lsp, const char *path,
			  size_t *at)
{
	while (*at < lsp->sent_count && strcmp(lsp->sent[*at].path, path) < 0)
		++*at;
	return *at < lsp->sent_count && !strcmp(lsp->sent[*at].path, path)
		       ? lsp->sent[*at].hash
		       : 0;
}

/* The error in a configuration file goes when a scan gets past it. */
static void clear_failure(struct jscan_lsp *lsp)
{
	if (lsp->broken_config)
		publish(lsp, lsp->broken_config, json_array());
	free(lsp->broken_config);
	lsp->broken_config = NULL;
}

void jscan_lsp_send_diagnostics(struct jscan_lsp *lsp)
{
	size_t count, sent_count = 0, at = 0;
	const struct jscan_diagnostic **items = sort(lsp, &count);
	struct jscan_lsp_sent *sent =
		jscan_lsp_alloc((count + 1) * sizeof(*sent));

	clear_failure(lsp);
	for (size_t i = 0; i < count;) {
		const char *path = items[i]->path;
		size_t first = i;
		json_t *list;
		uint64_t hash;

		while (i < count && !strcmp(items[i]->path, path))
			i++;
		list = make_list(lsp, items + first, i - first);
		hash = hash_of(list);
		if (take_awaited(lsp, path) ||
		    find_hash(lsp, path, &at) != hash)
			publish(lsp, path, list);
		else
			json_decref(list);
		sent[sent_count].path = jscan_lsp_strndup(path, strlen(path));
		sent[sent_count++].hash = hash;
	}
	publish_clean(lsp, sent, sent_count);
	free_sent(lsp);
	lsp->sent = sent;
	lsp->sent_count = sent_count;
	free((void *)items);
}

void jscan_lsp_send_failure(struct jscan_lsp *lsp,
			    const struct jscan_error *err)
{
	size_t line = err->line ? err->line - 1 : 0;
	size_t column = err->column ? err->column - 1 : 0;
	const char *path = err->path;
	char *named = NULL;

	clear_failure(lsp);
	if (err->path[0] == '\0') {
		jscan_lsp_notify(lsp, "window/logMessage",
				 json_pack("{s:i, s:o}", "type", 1, "message",
					   jscan_lsp_string(err->message)));
		return;
	}
	/* The file that --config names is not below the journal. */
	if (jscan_args_has(lsp->args, JSCAN_OPTION_CONFIG))
		named = realpath(path, NULL);
	if (named)
		path = named;
	lsp->broken_config = jscan_lsp_strndup(path, strlen(path));
	free(named);
	publish(lsp, lsp->broken_config,
		json_pack("[{s:o, s:i, s:s, s:s, s:o}]", "range",
			  jscan_lsp_range(line, column, column), "severity", 1,
			  "code", jscan_error_code_name(err->code), "source",
			  "journalscan", "message",
			  jscan_lsp_string(err->message)));
}

void jscan_lsp_release_diagnostics(struct jscan_lsp *lsp)
{
	free_sent(lsp);
	free(lsp->broken_config);
}
