/*
 * config: the values in force and where each comes from.
 */
#include "cli/commands.h"
#include "cli/message.h"
#include "cli/run.h"
#include "cli/sink.h"

enum jscan_exit jscan_cmd_config(const struct jscan_args *args)
{
	struct jscan_options options;
	struct jscan_paths paths;
	struct jscan_sink sink;
	struct jscan_error err;
	int ret;

	if (jscan_run_check_dir(args) < 0 ||
	    jscan_sink_open(&sink, args->given[JSCAN_OPTION_OUTPUT], NULL) < 0)
		return JSCAN_EXIT_FAILED;
	jscan_run_options(&options, &paths, args);
	ret = jscan_config_write(jscan_args_dir(args), &options,
				 jscan_sink_write, &sink, &err);
	jscan_paths_release(&paths);
	if (ret < 0 && sink.errno_value == 0) {
		jscan_message_failure(&err, jscan_run_config_dir(args));
		jscan_sink_abandon(&sink);
		return JSCAN_EXIT_FAILED;
	}
	return jscan_sink_close(&sink) < 0 ? JSCAN_EXIT_FAILED
					   : JSCAN_EXIT_DONE;
}
