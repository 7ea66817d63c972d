/*
 * weaknesses: what recurs, how often, and whether it gets better.
 */
#include "cli/commands.h"
#include "cli/run.h"

enum jscan_exit jscan_cmd_weaknesses(const struct jscan_args *args)
{
	enum jscan_exit status;
	struct jscan_run run;

	if (jscan_run_start(&run, args, JSCAN_RUN_ERRORS) < 0)
		return JSCAN_EXIT_FAILED;
	status = jscan_run_status(&run);
	if (jscan_run_write(&run, run.report, JSCAN_VIEW_WEAKNESSES) < 0)
		status = JSCAN_EXIT_FAILED;
	jscan_run_end(&run);
	return status;
}
