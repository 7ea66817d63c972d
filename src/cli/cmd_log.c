/*
 * log: how the journal has developed, from the commits of its repository.
 */
#include "cli/commands.h"
#include "cli/environment.h"
#include "cli/message.h"
#include "cli/progress.h"
#include "cli/run.h"
#include "cli/sink.h"

static int print_log(const struct jscan_args *args, const struct jscan_log *log,
		     struct jscan_redaction *redaction)
{
	struct jscan_format_options options = {0};
	struct jscan_sink sink;
	struct jscan_error err;

	if (jscan_sink_open(&sink, args->given[JSCAN_OPTION_OUTPUT]) < 0)
		return -1;
	options.redaction = redaction;
	options.has_all = jscan_args_has(args, JSCAN_OPTION_ALL);
	options.has_color =
		jscan_environment_has_color(sink.stream, args->color);
	options.columns = jscan_environment_columns(sink.stream);
	if (jscan_log_write(log, args->format, &options, jscan_sink_write,
			    &sink, &err) < 0 &&
	    sink.errno_value == 0) {
		jscan_sink_abandon(&sink);
		jscan_message_failure(&err, NULL);
		return -1;
	}
	return jscan_sink_close(&sink);
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
	struct jscan_run run = {.args = args};
	struct jscan_history *history;
	int ret;

	/* Who is to be left out stands in the notes themselves. */
	if (jscan_args_has(args, JSCAN_OPTION_REDACT) &&
	    jscan_run_start(&run, args, JSCAN_RUN_SILENT) < 0)
		return JSCAN_EXIT_FAILED;
	ret = jscan_run_check_dir(args);
	if (!ret)
		ret = read_history(&history, args);
	if (!ret) {
		ret = print_log(args, jscan_history_get_log(history),
				run.redaction);
		jscan_history_free(history);
	}
	jscan_run_end(&run);
	return ret < 0 ? JSCAN_EXIT_FAILED : JSCAN_EXIT_DONE;
}
