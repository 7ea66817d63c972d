/*
 * lsp: a language server on standard input and output.  Messages are taken one
 * after the other; those that have come already wait in a queue, so that one
 * that is called off is not worked on, and many files that are saved at once
 * are one scan.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/lsp.h"
#include "cli/lsp_frame.h"
#include "cli/lsp_memory.h"
#include "cli/lsp_method.h"
#include "cli/run.h"

#define MOST_WAITING	   64
#define MOST_WAITING_BYTES JSCAN_FRAME_MOST_BYTES

struct waiting {
	json_t *message;
	size_t bytes; /* that it had */
	bool is_cancelled;
};

enum state { NEW, RUNNING, SHUT_DOWN, LEFT };

struct server {
	struct jscan_lsp lsp;
	struct jscan_frames frames;
	struct waiting queue[MOST_WAITING];
	size_t first, count, bytes;
	enum state state;
	bool is_at_end;
	enum jscan_exit status;
};

static bool is_id(const json_t *id)
{
	return json_is_string(id) || json_is_integer(id);
}

static void cancel(struct server *server, json_t *params)
{
	json_t *id = jscan_lsp_get(params, "id");

	for (size_t i = 0; i < server->count; i++) {
		struct waiting *waiting =
			&server->queue[(server->first + i) % MOST_WAITING];

		if (is_id(id) &&
		    json_equal(json_object_get(waiting->message, "id"), id))
			waiting->is_cancelled = true;
	}
}

static void add_message(struct server *server, const char *body, size_t len)
{
	json_t *message = json_loadb(body, len, JSON_ALLOW_NUL, NULL);
	const char *method;
	struct waiting *waiting;

	if (!message) {
		jscan_lsp_refuse(&server->lsp, NULL, JSCAN_LSP_PARSE_ERROR,
				 "a message that is no JSON");
		return;
	}
	method = json_string_value(json_object_get(message, "method"));
	if (method && !strcmp(method, "$/cancelRequest")) {
		cancel(server, json_object_get(message, "params"));
		json_decref(message);
		return;
	}
	waiting = &server->queue[(server->first + server->count++) %
				 MOST_WAITING];
	waiting->message = message;
	waiting->bytes = len;
	waiting->is_cancelled = false;
	server->bytes += len;
}

/* What has come; waits for something when there is nothing else to do. */
static void read_ahead(struct server *server)
{
	bool is_waiting = server->count == 0 && !server->lsp.is_stale;

	/* What is refused at once counts too, or it might go on for ever. */
	for (size_t i = 0;
	     i < MOST_WAITING && !server->is_at_end &&
	     server->count < MOST_WAITING && server->bytes < MOST_WAITING_BYTES;
	     i++) {
		const char *body;
		size_t len;

		switch (jscan_frames_next(&server->frames, &body, &len,
					  is_waiting)) {
		case JSCAN_FRAME_READY:
			add_message(server, body, len);
			break;
		case JSCAN_FRAME_NONE:
			return;
		case JSCAN_FRAME_BAD:
			jscan_lsp_refuse(&server->lsp, NULL,
					 JSCAN_LSP_PARSE_ERROR,
					 "a header without Content-Length");
			break;
		case JSCAN_FRAME_TOO_BIG:
			jscan_lsp_refuse(&server->lsp, NULL,
					 JSCAN_LSP_INVALID_REQUEST,
					 "a message larger than 32 MiB");
			break;
		case JSCAN_FRAME_END:
			server->is_at_end = true;
			break;
		}
		is_waiting = false;
	}
}

static void run_request(struct server *server, const char *name, json_t *id,
			json_t *params)
{
	const struct jscan_lsp_method *method = jscan_lsp_find_method(name);
	bool is_first = !strcmp(name, "initialize");
	struct jscan_lsp *lsp = &server->lsp;

	if (server->state == NEW && !is_first) {
		jscan_lsp_refuse(lsp, id, JSCAN_LSP_NOT_INITIALIZED,
				 "the first request must be initialize");
	} else if (server->state == SHUT_DOWN ||
		   (server->state == RUNNING && is_first)) {
		jscan_lsp_refuse(lsp, id, JSCAN_LSP_INVALID_REQUEST,
				 is_first ? "initialized already"
					  : "shut down already");
	} else if (!method || !method->is_request) {
		jscan_lsp_refuse(lsp, id, JSCAN_LSP_METHOD_NOT_FOUND,
				 "no such method");
	} else {
		method->run(lsp, id, params);
		if (is_first)
			server->state = RUNNING;
		else if (!strcmp(name, "shutdown"))
			server->state = SHUT_DOWN;
	}
}

static void run_notification(struct server *server, const char *name,
			     json_t *params)
{
	const struct jscan_lsp_method *method = jscan_lsp_find_method(name);

	if (!strcmp(name, "exit")) {
		server->status = server->state == SHUT_DOWN
					 ? JSCAN_EXIT_DONE
					 : JSCAN_EXIT_TROUBLE;
		server->state = LEFT;
	} else if (server->state == RUNNING && method && !method->is_request) {
		method->run(&server->lsp, NULL, params);
	}
}

static void run(struct server *server, const struct waiting *waiting)
{
	json_t *message = waiting->message;
	json_t *id = json_object_get(message, "id");
	json_t *params = json_object_get(message, "params");
	const char *name =
		json_string_value(json_object_get(message, "method"));

	if (!name && is_id(id) &&
	    (json_object_get(message, "result") ||
	     json_object_get(message, "error")))
		return; /* an answer, though nothing was asked */
	if (!name || (id && !is_id(id)))
		jscan_lsp_refuse(&server->lsp, is_id(id) ? id : NULL,
				 JSCAN_LSP_INVALID_REQUEST,
				 "a message that is no request");
	else if (waiting->is_cancelled)
		jscan_lsp_refuse(&server->lsp, id, JSCAN_LSP_CANCELLED,
				 "cancelled");
	else if (id)
		run_request(server, name, id, params);
	else
		run_notification(server, name, params);
}

static void run_next(struct server *server)
{
	struct waiting waiting = server->queue[server->first];

	server->first = (server->first + 1) % MOST_WAITING;
	server->count--;
	server->bytes -= waiting.bytes;
	run(server, &waiting);
	json_decref(waiting.message);
}

static void release(struct server *server)
{
	while (server->count) {
		server->count--;
		json_decref(server->queue[server->first].message);
		server->first = (server->first + 1) % MOST_WAITING;
	}
	while (server->lsp.documents)
		jscan_lsp_close_document(&server->lsp,
					 server->lsp.documents->uri);
	jscan_lsp_release_hovers(&server->lsp);
	jscan_lsp_release_diagnostics(&server->lsp);
	jscan_scan_free(server->lsp.scan);
	free(server->lsp.dir);
	jscan_frames_release(&server->frames);
}

enum jscan_exit jscan_cmd_lsp(const struct jscan_args *args)
{
	struct server server;

	if (jscan_run_check_dir(args) < 0)
		return JSCAN_EXIT_FAILED;
	memset(&server, 0, sizeof(server));
	server.lsp.args = args;
	server.status = JSCAN_EXIT_TROUBLE; /* left without a word */
	json_set_alloc_funcs(jscan_lsp_alloc, free);
	jscan_frames_init(&server.frames, STDIN_FILENO);
	while (server.state != LEFT && !server.lsp.is_broken) {
		read_ahead(&server);
		if (server.count)
			run_next(&server);
		else if (server.lsp.is_stale)
			jscan_lsp_refresh(&server.lsp);
		else if (server.is_at_end)
			break;
	}
	release(&server);
	return server.status;
}
