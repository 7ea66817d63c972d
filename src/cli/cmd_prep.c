/*
 * prep: one page to read before an interview.
 */
#include "cli/commands.h"
#include "cli/run.h"

enum jscan_exit jscan_cmd_prep(const struct jscan_args *args)
{
	enum jscan_exit status = JSCAN_EXIT_FAILED;
	struct jscan_run run;

	if (jscan_run_start(&run, args, JSCAN_RUN_ERRORS) < 0)
		return JSCAN_EXIT_FAILED;
	if (jscan_run_has_company(&run) &&
	    jscan_run_write(&run, run.report, JSCAN_VIEW_PREP) == 0)
		status = jscan_run_status(&run);
	jscan_run_end(&run);
	return status;
}
