/*
 * version: of the program, and of its JSON report; and what holds its threads.
 */
#include "cli/commands.h"
#include "cli/sink.h"

enum jscan_exit jscan_cmd_version(const struct jscan_args *args)
{
	struct jscan_sink sink;

	(void)args;
	jscan_sink_open(&sink, NULL, NULL);
	fprintf(sink.stream,
		"journalscan " JSCAN_VERSION "\n"
		"JSON report: " JSCAN_SCHEMA "\n"
		"threads that read notes are held by: %s\n",
		jscan_sandbox_get_name());
	return jscan_sink_close(&sink) < 0 ? JSCAN_EXIT_FAILED
					   : JSCAN_EXIT_DONE;
}
