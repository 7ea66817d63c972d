/*
 * What the server sends: answers, errors and notifications of JSON-RPC.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/escape.h"
#include "cli/lsp.h"
#include "cli/lsp_frame.h"
#include "cli/lsp_memory.h"

static void send(struct jscan_lsp *lsp, json_t *message)
{
	char *text = json_dumps(message, JSON_COMPACT);

	json_decref(message);
	if (!text || jscan_frame_write(STDOUT_FILENO, text, strlen(text)) < 0)
		lsp->is_broken = true;
	free(text);
}

/* An error in what has no id is of null, as JSON-RPC has it. */
static json_t *id_or_null(json_t *id)
{
	return id ? json_incref(id) : json_null();
}

void jscan_lsp_reply(struct jscan_lsp *lsp, json_t *id, json_t *result)
{
	send(lsp, json_pack("{s:s, s:o, s:o}", "jsonrpc", "2.0", "id",
			    id_or_null(id), "result", result));
}

void jscan_lsp_refuse(struct jscan_lsp *lsp, json_t *id,
		      enum jscan_lsp_code code, const char *message)
{
	send(lsp, json_pack("{s:s, s:o, s:{s:i, s:o}}", "jsonrpc", "2.0", "id",
			    id_or_null(id), "error", "code", (int)code,
			    "message", jscan_lsp_string(message)));
}

void jscan_lsp_notify(struct jscan_lsp *lsp, const char *method, json_t *params)
{
	send(lsp, json_pack("{s:s, s:s, s:o}", "jsonrpc", "2.0", "method",
			    method, "params", params));
}

json_t *jscan_lsp_string(const char *text)
{
	char *shown;
	size_t len;
	FILE *stream = jscan_lsp_open_text(&shown, &len);
	json_t *string;

	jscan_escape_write(stream, text);
	fclose(stream);
	string = json_stringn(shown, len);
	free(shown);
	return string;
}

json_t *jscan_lsp_range(size_t line, size_t from, size_t to)
{
	return json_pack("{s:{s:I, s:I}, s:{s:I, s:I}}", "start", "line",
			 (json_int_t)line, "character", (json_int_t)from, "end",
			 "line", (json_int_t)line, "character", (json_int_t)to);
}

json_t *jscan_lsp_get(json_t *object, const char *names)
{
	while (object && *names) {
		size_t len = strcspn(names, ".");
		char name[64];

		if (len >= sizeof(name))
			return NULL;
		memcpy(name, names, len);
		name[len] = '\0';
		object = json_object_get(object, name);
		names += len + (names[len] == '.');
	}
	return object;
}
