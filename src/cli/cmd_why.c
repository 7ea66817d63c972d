/*
 * why: how a follow-up came about, step by step, or what was read in one line
 * of a note.
 */
#include "cli/commands.h"
#include "cli/environment.h"
#include "cli/message.h"
#include "cli/run.h"
#include "cli/sink.h"

static int print(const struct jscan_run *run,
		 const struct jscan_explanations *explanations)
{
	const struct jscan_args *args = run->args;
	struct jscan_format_options options = {0};
	struct jscan_sink sink;
	struct jscan_error err;

	if (jscan_sink_open(&sink, args->given[JSCAN_OPTION_OUTPUT],
			    run->scan) < 0)
		return -1;
	options.has_color =
		jscan_environment_has_color(sink.stream, args->color);
	options.columns = jscan_environment_columns(sink.stream);
	/* A failure is of the sink, which says it when it is closed. */
	jscan_explanations_write(explanations, &options, jscan_sink_write,
				 &sink, &err);
	return jscan_sink_close(&sink);
}

enum jscan_exit jscan_cmd_why(const struct jscan_args *args)
{
	struct jscan_explanations explanations;
	enum jscan_exit status = JSCAN_EXIT_FAILED;
	struct jscan_error err;
	struct jscan_run run;

	if (args->word_count < 1) {
		jscan_message_usage("why what? name an id that `journalscan "
				    "due` prints, or FILE:LINE");
		return JSCAN_EXIT_FAILED;
	}
	if (jscan_run_start(&run, args, JSCAN_RUN_ERRORS) < 0)
		return JSCAN_EXIT_FAILED;
	if (jscan_scan_explain(&explanations, run.scan, args->words[0], &err) <
	    0)
		jscan_message_failure(&err, run.dir);
	else if (print(&run, &explanations) == 0)
		status = JSCAN_EXIT_DONE;
	jscan_run_end(&run);
	return status;
}
