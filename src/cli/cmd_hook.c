/*
 * hook: installs and removes what git runs, says how it stands, and is what git
 * runs.
 *
 * A commit is never held up: whatever goes wrong is said, and the status is 0
 * all the same, unless the configuration has `hook.strict`.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/environment.h"
#include "cli/message.h"
#include "cli/run.h"
#include "cli/sink.h"

static volatile sig_atomic_t is_strict;

/* Ends the hook, and in a strict journal the commit. */
static enum jscan_exit give_up(void)
{
	return is_strict ? JSCAN_EXIT_FAILED : JSCAN_EXIT_DONE;
}

static void set_strict(bool value)
{
	is_strict = value;
	jscan_memory_set_status(give_up());
}

static void end_in_time(int number)
{
	static const char text[] =
		"journalscan: warning: no new report, as it takes longer than "
		"hook.timeout: run `journalscan` once, which remembers what "
		"the notes say [hook]\n";
	ssize_t ignored = write(STDERR_FILENO, text, sizeof(text) - 1);

	(void)ignored;
	(void)number;
	_exit(give_up());
}

static void say_ignored(const struct jscan_hook_outcome *outcome)
{
	jscan_message_note("hook", "git ignores '%s': the commit has no report",
			   outcome->report);
}

static void say_errors(const struct jscan_args *args,
		       const struct jscan_hook_outcome *outcome)
{
	if (outcome->errors > 0 && !jscan_args_has(args, JSCAN_OPTION_QUIET))
		jscan_message_note("hook",
				   "%u error%s in the staged notes: "
				   "`journalscan check --staged` lists them",
				   outcome->errors,
				   outcome->errors == 1 ? "" : "s");
}

/* Before the commit is made. */
static enum jscan_exit run_before(const struct jscan_args *args)
{
	struct jscan_hook_settings settings = {0};
	struct jscan_hook_outcome outcome;
	struct jscan_hook *hook = NULL;
	struct jscan_options options;
	struct jscan_paths paths;
	struct jscan_error err;
	bool is_done;

	jscan_run_options(&options, &paths, args);
	set_strict(false);
	is_done = jscan_hook_open(&hook, &settings, ".", &options, &err) == 0;
	if (is_done) {
		set_strict(settings.is_strict);
		signal(SIGALRM, end_in_time);
		alarm(settings.timeout_seconds);
		is_done = jscan_hook_run(&outcome, hook, false, &err) == 0;
		alarm(0);
		jscan_hook_free(hook);
	}
	jscan_paths_release(&paths);
	if (!is_done) {
		jscan_message_failure(&err, NULL);
		return give_up();
	}
	if (outcome.result == JSCAN_HOOK_IGNORED)
		say_ignored(&outcome);
	say_errors(args, &outcome);
	return JSCAN_EXIT_DONE;
}

/* 1: the staged report is not that of the staged notes. */
static enum jscan_exit run_check(const struct jscan_args *args)
{
	struct jscan_hook_settings settings;
	struct jscan_hook_outcome outcome = {0};
	struct jscan_hook *hook = NULL;
	struct jscan_options options;
	struct jscan_paths paths;
	struct jscan_error err;
	int ret;

	jscan_run_options(&options, &paths, args);
	ret = jscan_hook_open(&hook, &settings, ".", &options, &err);
	if (!ret)
		ret = jscan_hook_run(&outcome, hook, true, &err);
	jscan_hook_free(hook);
	jscan_paths_release(&paths);
	if (ret < 0) {
		jscan_message_failure(&err, NULL);
		return JSCAN_EXIT_FAILED;
	}
	if (outcome.result != JSCAN_HOOK_STALE)
		return JSCAN_EXIT_DONE;
	if (!jscan_args_has(args, JSCAN_OPTION_QUIET))
		jscan_message_note("stale",
				   "'%s' is not the report of the staged notes",
				   outcome.report);
	return JSCAN_EXIT_TROUBLE;
}

static enum jscan_exit run_after(void)
{
	struct jscan_error err;

	set_strict(false);
	if (jscan_hook_finish(".", jscan_environment_variables(), &err) < 0)
		jscan_message_failure(&err, NULL);
	return JSCAN_EXIT_DONE;
}

/* As a merge driver: the report of the merge, or else ours stays. */
static enum jscan_exit run_merge(const struct jscan_args *args)
{
	const char *output = args->given[JSCAN_OPTION_OUTPUT];
	struct jscan_options options;
	struct jscan_paths paths;
	struct jscan_error err;
	int ret;

	if (!output || args->word_count < 3) {
		jscan_message_usage("hook run merge is for git: `--output %%A "
				    "%%P` is missing");
		return JSCAN_EXIT_FAILED;
	}
	jscan_run_options(&options, &paths, args);
	set_strict(false);
	ret = jscan_hook_merge(args->words[2], output, &options, &err);
	jscan_paths_release(&paths);
	if (ret < 0 && err.code != JSCAN_ERR_NOT_FOUND)
		jscan_message_failure(&err, NULL);
	return JSCAN_EXIT_DONE;
}

static enum jscan_exit run(const struct jscan_args *args)
{
	const char *event =
		args->word_count > 1 ? args->words[1] : "pre-commit";

	if (jscan_args_has(args, JSCAN_OPTION_CHECK))
		return run_check(args);
	if (strcmp(event, "pre-commit") == 0 ||
	    strcmp(event, "pre-merge-commit") == 0)
		return run_before(args);
	if (strcmp(event, "post-commit") == 0)
		return run_after();
	if (strcmp(event, "merge") == 0)
		return run_merge(args);
	jscan_message_usage("hook run knows pre-commit, pre-merge-commit, "
			    "post-commit and merge, not '%s'",
			    event);
	return JSCAN_EXIT_FAILED;
}

static const char *const state_words[] = {
	[JSCAN_HOOK_ABSENT] = "not installed",
	[JSCAN_HOOK_FOREIGN] = "another hook, without journalscan",
	[JSCAN_HOOK_INSTALLED] = "installed",
	[JSCAN_HOOK_CHAINED] = "installed, runs the hook that was there first",
	[JSCAN_HOOK_CONFIGURED] = "installed in git's configuration",
};

/* What to add where another program keeps the hooks. */
static void print_advice(FILE *out, enum jscan_hook_manager manager,
			 const char *journal)
{
	switch (manager) {
	case JSCAN_HOOK_HUSKY:
		fprintf(out,
			"\nhusky keeps the hooks of this repository. Add to "
			".husky/pre-commit, and with its\nown name to "
			".husky/pre-merge-commit and .husky/post-commit:\n\n"
			"  journalscan hook run pre-commit -C '%s'\n",
			journal);
		break;
	case JSCAN_HOOK_LEFTHOOK:
		fprintf(out,
			"\nlefthook keeps the hooks of this repository. Add to "
			"lefthook.yml, and the same\nfor pre-merge-commit and "
			"post-commit:\n\n"
			"  pre-commit:\n"
			"    commands:\n"
			"      journalscan:\n"
			"        run: journalscan hook run pre-commit -C "
			"'%s'\n",
			journal);
		break;
	case JSCAN_HOOK_PRE_COMMIT_FRAMEWORK:
		fprintf(out,
			"\nThe pre-commit framework keeps the hooks of this "
			"repository. Add to the repos of\n"
			".pre-commit-config.yaml:\n\n"
			"  - repo: local\n"
			"    hooks:\n"
			"      - id: journalscan\n"
			"        name: journalscan\n"
			"        entry: journalscan hook run pre-commit -C "
			"'%s'\n"
			"        language: system\n"
			"        pass_filenames: false\n"
			"        always_run: true\n",
			journal);
		break;
	default:
		break;
	}
}

static int print_status(const struct jscan_hook_status *status)
{
	struct jscan_sink sink;

	jscan_sink_open(&sink, NULL, NULL);
	for (int i = 0; i < JSCAN_HOOK_EVENTS; i++)
		fprintf(sink.stream, "%-16s  %s\n",
			jscan_hook_event_name((enum jscan_hook_event)i),
			state_words[status->states[i]]);
	fprintf(sink.stream, "%-16s  %s\n", "merge driver",
		status->has_merge_driver ? "installed" : "not installed");
	fputs("hooks lie in      ", sink.stream);
	jscan_message_path(sink.stream, "", status->folder);
	fputs("\n", sink.stream);
	print_advice(sink.stream, status->manager, status->journal);
	if (status->has_merge_driver) {
		fputs("\nFor everybody who shares the repository, in the "
		      ".gitattributes at its top:\n\n  ",
		      sink.stream);
		jscan_message_path(sink.stream, "", status->attribute);
		fputs("\n", sink.stream);
	}
	return jscan_sink_close(&sink);
}

typedef int (*change_fn)(const char *dir, const struct jscan_options *options,
			 const struct jscan_hook_tool *tool,
			 struct jscan_error *err);

/* Makes the change; what was refused by a rule is worth a look at the rest. */
static enum jscan_exit make_change(change_fn change,
				   const struct jscan_options *options,
				   bool *is_to_be_shown)
{
	char *version = jscan_environment_git_version();
	char *program = jscan_environment_program();
	struct jscan_hook_tool tool = {program, version};
	struct jscan_error err;
	int ret = change(".", options, &tool, &err);

	*is_to_be_shown = ret == 0 || err.code == JSCAN_ERR_REFUSED;
	if (ret < 0)
		jscan_message_failure(&err, NULL);
	free(program);
	free(version);
	return ret < 0 ? JSCAN_EXIT_FAILED : JSCAN_EXIT_DONE;
}

/* Makes a change, or none, and says how things stand then. */
static enum jscan_exit show(const struct jscan_args *args, change_fn change)
{
	enum jscan_exit exit_status = JSCAN_EXIT_DONE;
	bool is_to_be_shown = true;
	struct jscan_hook_status status;
	struct jscan_options options;
	struct jscan_paths paths;
	struct jscan_error err;

	jscan_run_options(&options, &paths, args);
	if (change)
		exit_status = make_change(change, &options, &is_to_be_shown);
	if (is_to_be_shown) {
		if (jscan_hook_get_status(&status, ".", &options, &err) < 0) {
			/* A refusal has been said; it is the same again. */
			if (exit_status == JSCAN_EXIT_DONE)
				jscan_message_failure(&err, NULL);
			exit_status = JSCAN_EXIT_FAILED;
		} else if (!jscan_args_has(args, JSCAN_OPTION_QUIET) &&
			   print_status(&status) < 0) {
			exit_status = JSCAN_EXIT_FAILED;
		}
	}
	jscan_paths_release(&paths);
	return exit_status;
}

enum jscan_exit jscan_cmd_hook(const struct jscan_args *args)
{
	const char *what = args->word_count > 0 ? args->words[0] : "";

	if (strcmp(what, "run") == 0)
		return run(args);
	if (args->word_count > 1 || jscan_args_has(args, JSCAN_OPTION_CHECK)) {
		jscan_message_usage("only `hook run` takes an event, or "
				    "--check");
		return JSCAN_EXIT_FAILED;
	}
	if (strcmp(what, "install") == 0)
		return show(args, jscan_hook_install);
	if (strcmp(what, "uninstall") == 0)
		return show(args, jscan_hook_uninstall);
	if (strcmp(what, "status") == 0)
		return show(args, NULL);
	jscan_message_usage("hook what? install, uninstall, status or run");
	return JSCAN_EXIT_FAILED;
}
