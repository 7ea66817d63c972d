/*
 * init: sets a journal up, and the hook on request.  What is there is left as
 * it is, and said.
 */
#include "cli/commands.h"
#include "cli/environment.h"
#include "cli/message.h"
#include "cli/run.h"
#include "cli/sink.h"

#include <stdlib.h>

static void print_file(FILE *out, const char *dir, const char *name,
		       enum jscan_made made)
{
	fputs(made == JSCAN_MADE ? "made      " : "was there ", out);
	jscan_message_path(out, dir, name);
	fputs("\n", out);
}

static int print_outcome(const char *dir,
			 const struct jscan_init_outcome *outcome,
			 bool has_hook)
{
	struct jscan_sink sink;

	jscan_sink_open(&sink, NULL, NULL);
	print_file(sink.stream, outcome->work_dir, ".git", outcome->repository);
	print_file(sink.stream, dir, ".journalscan.yml", outcome->config);
	print_file(sink.stream, dir, ".gitattributes", outcome->attributes);
	if (has_hook)
		fputs("installed the hook: `journalscan hook status`\n",
		      sink.stream);
	if (outcome->attributes == JSCAN_NOT_ENOUGH) {
		fputs("\nSo that merges of the report never conflict, add to "
		      "its .gitattributes:\n\n  ",
		      sink.stream);
		jscan_message_path(sink.stream, "", outcome->attribute);
		fputs("\n", sink.stream);
	}
	if (!has_hook)
		fputs("\nA report in every commit: journalscan hook install\n",
		      sink.stream);
	return jscan_sink_close(&sink);
}

static int install_hook(const char *dir, const struct jscan_options *options,
			struct jscan_error *err)
{
	char *version = jscan_environment_git_version();
	char *program = jscan_environment_program();
	struct jscan_hook_tool tool = {program, version};
	int ret = jscan_hook_install(dir, options, &tool, err);

	free(program);
	free(version);
	return ret;
}

enum jscan_exit jscan_cmd_init(const struct jscan_args *args)
{
	const char *dir = jscan_args_dir(args);
	bool has_hook = jscan_args_has(args, JSCAN_OPTION_HOOK);
	enum jscan_exit status = JSCAN_EXIT_DONE;
	struct jscan_init_outcome outcome;
	struct jscan_options options;
	struct jscan_paths paths;
	struct jscan_error err;

	jscan_run_options(&options, &paths, args);
	if (jscan_journal_init(&outcome, dir, &options, &err) < 0) {
		jscan_message_failure(&err, dir);
		status = JSCAN_EXIT_FAILED;
	} else {
		if (has_hook && install_hook(dir, &options, &err) < 0) {
			jscan_message_failure(&err, dir);
			status = JSCAN_EXIT_FAILED;
			has_hook = false;
		}
		if (!jscan_args_has(args, JSCAN_OPTION_QUIET) &&
		    print_outcome(dir, &outcome, has_hook) < 0)
			status = JSCAN_EXIT_FAILED;
	}
	jscan_paths_release(&paths);
	return status;
}
