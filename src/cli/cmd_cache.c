/*
 * cache: how the cache of a journal stands, and its removal.  Neither reads a
 * note.
 */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/message.h"
#include "cli/run.h"
#include "cli/sink.h"

static const char *const state_words[] = {
	[JSCAN_CACHE_NONE] = "no place for one",
	[JSCAN_CACHE_ABSENT] = "none yet",
	[JSCAN_CACHE_VALID] = "valid",
	[JSCAN_CACHE_STALE] = "of no use any more: the next scan makes it anew",
};

static int print_status(const struct jscan_cache_status *status)
{
	struct jscan_sink sink;

	jscan_sink_open(&sink, NULL, NULL);
	fprintf(sink.stream, "state  %s\n", state_words[status->state]);
	if (status->state != JSCAN_CACHE_NONE) {
		fputs("file   ", sink.stream);
		jscan_message_path(sink.stream, "", status->path);
		fputc('\n', sink.stream);
	}
	if (status->bytes)
		fprintf(sink.stream, "size   %llu KiB\n",
			(unsigned long long)(status->bytes + 1023) / 1024);
	if (status->state == JSCAN_CACHE_VALID)
		fprintf(sink.stream, "notes  %zu\n", status->notes);
	return jscan_sink_close(&sink);
}

enum jscan_exit jscan_cmd_cache(const struct jscan_args *args)
{
	const char *what = args->word_count > 0 ? args->words[0] : "";
	bool is_clear = strcmp(what, "clear") == 0;
	struct jscan_cache_status status;
	struct jscan_options options;
	struct jscan_paths paths;
	struct jscan_error err;
	int ret;

	if (!is_clear && strcmp(what, "status") != 0) {
		jscan_message_usage("cache what? status or clear");
		return JSCAN_EXIT_FAILED;
	}
	jscan_run_options(&options, &paths, args);
	ret = is_clear ? jscan_cache_clear(".", &options, &err)
		       : jscan_cache_get_status(&status, ".", &options, &err);
	jscan_paths_release(&paths);
	if (ret < 0) {
		jscan_message_failure(&err, jscan_run_config_dir(args));
		return JSCAN_EXIT_FAILED;
	}
	if (is_clear)
		return JSCAN_EXIT_DONE;
	return print_status(&status) < 0 ? JSCAN_EXIT_FAILED : JSCAN_EXIT_DONE;
}
