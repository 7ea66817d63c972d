/*
 * check: every diagnostic on standard output, one a line.
 */
#include "cli/commands.h"
#include "cli/environment.h"
#include "cli/message.h"
#include "cli/run.h"
#include "cli/sink.h"

static int print_diagnostics(const struct jscan_run *run)
{
	enum jscan_severity most = JSCAN_SEVERITY_NOTE;
	struct jscan_sink sink;
	bool has_color;

	if (jscan_args_has(run->args, JSCAN_OPTION_QUIET))
		most = JSCAN_SEVERITY_ERROR;
	if (jscan_sink_open(&sink, run->args->given[JSCAN_OPTION_OUTPUT]) < 0)
		return -1;
	has_color = jscan_environment_has_color(sink.stream, run->args->color);
	for (size_t i = 0; i < run->report->diagnostic_count; i++)
		if (run->report->diagnostics[i].severity <= most)
			jscan_message_diagnostic(sink.stream, has_color,
						 run->dir,
						 &run->report->diagnostics[i]);
	return jscan_sink_close(&sink);
}

enum jscan_exit jscan_cmd_check(const struct jscan_args *args)
{
	enum jscan_exit status;
	struct jscan_run run;

	if (jscan_run_start(&run, args, JSCAN_RUN_SILENT) < 0)
		return JSCAN_EXIT_FAILED;
	status = print_diagnostics(&run) < 0 ? JSCAN_EXIT_FAILED
					     : jscan_run_status(&run);
	jscan_run_end(&run);
	return status;
}
