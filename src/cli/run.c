/*
 * From the arguments to a scan and its options, and what all commands say of
 * it.
 */
#include "cli/run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/commands.h"
#include "cli/environment.h"
#include "cli/message.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "cli/suggest.h"

static int say_unknown_folder(const struct jscan_args *args, const char *dir)
{
	struct jscan_suggestion near;

	if (!args->is_implicit) {
		jscan_message_usage("no such folder: '%s'", dir);
		return -1;
	}
	jscan_suggestion_init(&near, dir, strlen(dir));
	for (size_t i = 0; i < JSCAN_COMMANDS; i++)
		jscan_suggestion_offer(&near, jscan_commands[i].name);
	if (near.nearest)
		jscan_message_usage("unknown command %s: did you mean %s?", dir,
				    near.nearest);
	else
		jscan_message_usage("no command and no folder is called '%s': "
				    "see journalscan help",
				    dir);
	return -1;
}

int jscan_run_check_dir(const struct jscan_args *args)
{
	const char *dir = jscan_args_dir(args);
	struct stat st;

	if (stat(dir, &st) < 0) {
		if (errno == ENOENT)
			return say_unknown_folder(args, dir);
		jscan_message_error(JSCAN_ERR_IO, "cannot read '%s': %s", dir,
				    jscan_message_reason(errno));
		return -1;
	}
	if (S_ISDIR(st.st_mode))
		return 0;
	jscan_message_usage("'%s' is no folder: name the folder that holds it",
			    dir);
	return -1;
}

/* Nothing is shown but what a brief scan tells. */
static bool is_brief(const struct jscan_args *args)
{
	enum jscan_exit (*const run)(const struct jscan_args *) =
		args->command->run;

	if (run != jscan_cmd_scan && run != jscan_cmd_check &&
	    run != jscan_cmd_hook && run != jscan_cmd_due &&
	    run != jscan_cmd_contacts && run != jscan_cmd_weaknesses)
		return false;
	/* What is left out by --redact are the names and paths of all. */
	if (jscan_args_has(args, JSCAN_OPTION_ALL) ||
	    jscan_args_has(args, JSCAN_OPTION_COMPANY) ||
	    jscan_args_has(args, JSCAN_OPTION_REDACT))
		return false;
	return !jscan_args_has(args, JSCAN_OPTION_FORMAT) ||
	       args->format == JSCAN_FORMAT_TEXT ||
	       args->format == JSCAN_FORMAT_MD ||
	       args->format == JSCAN_FORMAT_HTML;
}

void jscan_run_options(struct jscan_options *out, struct jscan_paths *paths,
		       const struct jscan_args *args)
{
	paths->user_config =
		jscan_environment_config_file("journalscan/config.yml");
	paths->excludes = jscan_environment_config_file("git/ignore");
	paths->cache = jscan_environment_cache_folder();
	memset(out, 0, sizeof(*out));
	out->as_of = jscan_args_has(args, JSCAN_OPTION_AS_OF)
			     ? args->as_of
			     : jscan_environment_today();
	out->config_path = args->given[JSCAN_OPTION_CONFIG];
	out->user_config_path = paths->user_config;
	out->excludes_path = paths->excludes;
	out->is_staged = jscan_args_has(args, JSCAN_OPTION_STAGED);
	out->revision = args->given[JSCAN_OPTION_REV];
	out->environment = jscan_environment_variables();
	out->has_cache = !jscan_args_has(args, JSCAN_OPTION_NO_CACHE);
	out->cache_path = paths->cache;
	out->now_ns = jscan_environment_now_ns();
	out->jobs = args->jobs;
	out->is_brief = is_brief(args);
	out->link_format = args->given[JSCAN_OPTION_LINK_FORMAT];
}

void jscan_paths_release(struct jscan_paths *paths)
{
	free(paths->user_config);
	free(paths->excludes);
	free(paths->cache);
}

const char *jscan_run_config_dir(const struct jscan_args *args)
{
	return jscan_args_has(args, JSCAN_OPTION_CONFIG) ? NULL
							 : jscan_args_dir(args);
}

static bool is_unreadable(const struct jscan_diagnostic *diagnostic)
{
	return strcmp(diagnostic->code, "unreadable") == 0;
}

bool jscan_run_is_blind(const struct jscan_run *run)
{
	for (size_t i = 0; i < run->report->diagnostic_count; i++) {
		if (is_unreadable(&run->report->diagnostics[i]))
			return true;
	}
	return false;
}

static void say_diagnostics(const struct jscan_run *run,
			    enum jscan_run_talk talk)
{
	enum jscan_severity most = JSCAN_SEVERITY_ERROR;
	bool has_color = jscan_environment_has_color(stderr, run->args->color);
	size_t count = 0;

	if (talk == JSCAN_RUN_SILENT)
		return;
	if (talk == JSCAN_RUN_WARNINGS &&
	    !jscan_args_has(run->args, JSCAN_OPTION_QUIET))
		most = JSCAN_SEVERITY_WARNING;
	if (jscan_args_has(run->args, JSCAN_OPTION_VERBOSE))
		most = JSCAN_SEVERITY_NOTE;
	for (size_t i = 0; i < run->report->diagnostic_count; i++) {
		if (run->report->diagnostics[i].severity > most ||
		    (talk == JSCAN_RUN_BLIND &&
		     !is_unreadable(&run->report->diagnostics[i])))
			continue;
		jscan_message_diagnostic(stderr, has_color, run->dir,
					 &run->report->diagnostics[i]);
		count++;
	}
	/* To tell them from the result that comes below. */
	if (count > 0 && jscan_environment_is_terminal(stderr))
		fputc('\n', stderr);
}

int jscan_run_start(struct jscan_run *run, const struct jscan_args *args,
		    enum jscan_run_talk talk)
{
	struct jscan_progress progress;
	struct jscan_options options;
	struct jscan_paths paths;
	struct jscan_error err;
	int ret;

	if (jscan_run_check_dir(args) < 0)
		return -1;
	run->args = args;
	run->dir = jscan_args_dir(args);
	run->scan = NULL;
	run->redaction = NULL;
	jscan_progress_init(&progress,
			    !jscan_args_has(args, JSCAN_OPTION_QUIET));
	jscan_run_options(&options, &paths, args);
	options.progress = jscan_progress_step;
	options.progress_data = &progress;
	ret = jscan_scan_run(&run->scan, run->dir, &options, &err);
	jscan_progress_end(&progress);
	jscan_paths_release(&paths);
	if (ret < 0) {
		jscan_message_failure(&err, jscan_run_config_dir(args));
		return -1;
	}
	run->report = jscan_scan_get_report(run->scan);
	if (jscan_args_has(args, JSCAN_OPTION_REDACT))
		jscan_redaction_new(&run->redaction, &run->report, 1);
	say_diagnostics(run, talk);
	return 0;
}

enum jscan_exit jscan_run_status(const struct jscan_run *run)
{
	return jscan_scan_has_errors(run->scan) ? JSCAN_EXIT_TROUBLE
						: JSCAN_EXIT_DONE;
}

void jscan_run_end(struct jscan_run *run)
{
	jscan_redaction_free(run->redaction);
	jscan_scan_free(run->scan);
	run->redaction = NULL;
	run->scan = NULL;
}

static int print_report(const void *product, enum jscan_format format,
			const struct jscan_format_options *options,
			jscan_write_fn write, void *data,
			struct jscan_error *err)
{
	return jscan_report_write(product, format, options, write, data, err);
}

int jscan_run_write(const struct jscan_run *run,
		    const struct jscan_report *report, enum jscan_view view)
{
	struct jscan_format_options options = {0};

	options.view = view;
	return jscan_run_write_with(run, report, options);
}

int jscan_run_write_with(const struct jscan_run *run,
			 const struct jscan_report *report,
			 struct jscan_format_options options)
{
	options.company = run->args->given[JSCAN_OPTION_COMPANY];
	options.redaction = run->redaction;
	return jscan_print(run->args, run->scan, print_report, report, options);
}

bool jscan_run_has_company(const struct jscan_run *run)
{
	const char *wanted = run->args->given[JSCAN_OPTION_COMPANY];
	struct jscan_suggestion near;

	if (!wanted)
		return true;
	jscan_suggestion_init(&near, wanted, strlen(wanted));
	for (size_t i = 0; i < run->report->entry_count; i++) {
		const char *company = run->report->entries[i].company;

		if (!company)
			continue;
		if (jscan_name_contains(company, wanted))
			return true;
		jscan_suggestion_offer(&near, company);
	}
	if (near.nearest)
		jscan_message_error(JSCAN_ERR_NOT_FOUND,
				    "no company fits '%s': did you mean '%s'?",
				    wanted, near.nearest);
	else
		jscan_message_error(JSCAN_ERR_NOT_FOUND,
				    "no company of the journal fits '%s'",
				    wanted);
	return false;
}
