/*
 * version: of the program, and of its JSON report.
 */
#include "cli/commands.h"
#include "cli/sink.h"

enum jscan_exit jscan_cmd_version(const struct jscan_args *args)
{
	struct jscan_sink sink;

	(void)args;
	jscan_sink_open(&sink, NULL);
	fputs("journalscan " JSCAN_VERSION "\n"
	      "JSON report: " JSCAN_SCHEMA "\n",
	      sink.stream);
	return jscan_sink_close(&sink) < 0 ? JSCAN_EXIT_FAILED
					   : JSCAN_EXIT_DONE;
}
