/*
 * log: how the journal has developed, from the commits of its repository.
 */
#include "cli/commands.h"
#include "cli/message.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "cli/run.h"

static int print_log(const void *product, enum jscan_format format,
		     const struct jscan_format_options *options,
		     jscan_write_fn write, void *data, struct jscan_error *err)
{
	return jscan_log_write(product, format, options, write, data, err);
}

static int read_history(struct jscan_history **out,
			const struct jscan_args *args)
{
	struct jscan_progress progress;
	struct jscan_options options;
	struct jscan_paths paths;
	struct jscan_error err;
	int ret;

	jscan_progress_init(&progress,
			    !jscan_args_has(args, JSCAN_OPTION_QUIET));
	jscan_run_options(&options, &paths, args);
	options.progress = jscan_progress_step;
	options.progress_data = &progress;
	ret = jscan_history_read(out, jscan_args_dir(args), &options,
				 args->since, &err);
	jscan_progress_end(&progress);
	jscan_paths_release(&paths);
	if (ret < 0)
		jscan_message_failure(&err, jscan_run_config_dir(args));
	return ret;
}

enum jscan_exit jscan_cmd_log(const struct jscan_args *args)
{
	struct jscan_format_options options = {0};
	struct jscan_run run = {.args = args};
	struct jscan_history *history;
	int ret;

	/* The notes themselves say who is to be left out, and who may read it.
	 */
	if ((jscan_args_has(args, JSCAN_OPTION_REDACT) ||
	     jscan_args_has(args, JSCAN_OPTION_OUTPUT)) &&
	    jscan_run_start(&run, args, JSCAN_RUN_BLIND) < 0)
		return JSCAN_EXIT_FAILED;
	ret = jscan_run_check_dir(args);
	if (!ret)
		ret = read_history(&history, args);
	if (!ret) {
		options.redaction = run.redaction;
		ret = jscan_print(args, run.scan, print_log,
				  jscan_history_get_log(history), options);
		jscan_history_free(history);
	}
	jscan_run_end(&run);
	return ret < 0 ? JSCAN_EXIT_FAILED : JSCAN_EXIT_DONE;
}
