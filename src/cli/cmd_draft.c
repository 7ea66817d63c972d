/*
 * draft: a message about a follow-up, to be edited.  Nothing is sent.
 */
#include "cli/commands.h"
#include "cli/message.h"
#include "cli/run.h"
#include "cli/sink.h"

static enum jscan_exit write_draft(const struct jscan_run *run)
{
	const struct jscan_args *args = run->args;
	struct jscan_sink sink;
	struct jscan_error err;

	if (jscan_sink_open(&sink, args->given[JSCAN_OPTION_OUTPUT],
			    run->scan) < 0)
		return JSCAN_EXIT_FAILED;
	if (jscan_scan_write_draft(run->scan, args->words[0], args->format,
				   jscan_sink_write, &sink, &err) < 0 &&
	    sink.errno_value == 0) {
		jscan_sink_abandon(&sink);
		jscan_message_failure(&err, run->dir);
		return JSCAN_EXIT_FAILED;
	}
	return jscan_sink_close(&sink) < 0 ? JSCAN_EXIT_FAILED
					   : JSCAN_EXIT_DONE;
}

enum jscan_exit jscan_cmd_draft(const struct jscan_args *args)
{
	enum jscan_exit status;
	struct jscan_run run;

	if (args->word_count < 1) {
		jscan_message_usage("draft what? name an id that `journalscan "
				    "due` prints");
		return JSCAN_EXIT_FAILED;
	}
	if (jscan_run_start(&run, args, JSCAN_RUN_BLIND) < 0)
		return JSCAN_EXIT_FAILED;
	status = write_draft(&run);
	jscan_run_end(&run);
	return status;
}
