/*
 * check: every diagnostic on standard output, one a line, or as records.
 */
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/environment.h"
#include "cli/message.h"
#include "cli/run.h"
#include "cli/sink.h"

static int print_diagnostics(const struct jscan_run *run)
{
	enum jscan_severity most = JSCAN_SEVERITY_NOTE;
	const struct jscan_report *report = run->report;
	const char *dir = run->dir;
	struct jscan_sink sink;
	bool has_color;

	if (run->redaction) {
		report = jscan_redaction_report(run->redaction, report);
		dir = ".";
	}
	if (jscan_args_has(run->args, JSCAN_OPTION_QUIET))
		most = JSCAN_SEVERITY_ERROR;
	if (jscan_sink_open(&sink, run->args->given[JSCAN_OPTION_OUTPUT],
			    run->scan) < 0)
		return -1;
	has_color = jscan_environment_has_color(sink.stream, run->args->color);
	for (size_t i = 0; i < report->diagnostic_count; i++)
		if (report->diagnostics[i].severity <= most)
			jscan_message_diagnostic(sink.stream, has_color, dir,
						 &report->diagnostics[i]);
	return jscan_sink_close(&sink);
}

/* With the folder before each path, as the text has it. */
static int write_diagnostics(const struct jscan_run *run)
{
	struct jscan_format_options options = {0};
	struct jscan_report report = *run->report;
	bool is_quiet = jscan_args_has(run->args, JSCAN_OPTION_QUIET);
	struct jscan_diagnostic *errors =
		calloc(report.diagnostic_count + 1, sizeof(*errors));
	size_t count = 0;
	int ret;

	if (!errors) {
		jscan_message_error(JSCAN_ERR_LIMIT, "out of memory");
		return -1;
	}
	for (size_t i = 0; i < report.diagnostic_count; i++)
		if (!is_quiet ||
		    report.diagnostics[i].severity == JSCAN_SEVERITY_ERROR)
			errors[count++] = report.diagnostics[i];
	report.diagnostics = errors;
	report.diagnostic_count = count;
	options.view = JSCAN_VIEW_DIAGNOSTICS;
	options.prefix =
		strcmp(run->dir, ".") == 0 || run->redaction ? NULL : run->dir;
	ret = jscan_run_write_with(run, &report, options);
	free(errors);
	return ret;
}

enum jscan_exit jscan_cmd_check(const struct jscan_args *args)
{
	enum jscan_exit status;
	struct jscan_run run;

	if (jscan_run_start(&run, args, JSCAN_RUN_SILENT) < 0)
		return JSCAN_EXIT_FAILED;
	status = jscan_run_status(&run);
	if ((args->format == JSCAN_FORMAT_TEXT ? print_diagnostics(&run)
					       : write_diagnostics(&run)) < 0)
		status = JSCAN_EXIT_FAILED;
	jscan_run_end(&run);
	return status;
}
