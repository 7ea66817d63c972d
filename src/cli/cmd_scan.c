/*
 * scan: the report file, the snapshot and a summary; or, with --format or
 * --output, the report alone, to where it is asked for.
 *
 * The work is done before anything is printed, so that a reader who goes away
 * changes nothing.
 */
#include <string.h>

#include "cli/commands.h"
#include "cli/environment.h"
#include "cli/escape.h"
#include "cli/message.h"
#include "cli/run.h"
#include "cli/sink.h"

#define MOST_TRIES 20

struct outcome { /* what the summary ends with */
	enum jscan_written written;
	const char *report_path;
	struct jscan_snapshot snapshot;
	bool may_try_again;
	bool has_to; /* somebody wrote to a note meanwhile */
};

/* False only when there is something to say and it is bad. */
static bool make_snapshot(struct outcome *outcome, const struct jscan_run *run)
{
	struct jscan_snapshot_options who = jscan_environment_committer();
	struct jscan_error err;

	if (jscan_args_has(run->args, JSCAN_OPTION_NO_SNAPSHOT) ||
	    jscan_scan_snapshot(&outcome->snapshot, run->scan, &who, &err) == 0)
		return true;
	if (err.code == JSCAN_ERR_CHANGED && outcome->may_try_again) {
		outcome->has_to = true;
		return true;
	}
	if (err.code == JSCAN_ERR_NO_REPOSITORY) {
		if (!jscan_args_has(run->args, JSCAN_OPTION_QUIET))
			jscan_message_note(
				"no-repository",
				"no snapshot, as '%s' is in no git repository: "
				"`git init` there makes one, --no-snapshot "
				"does without",
				run->dir);
		return true;
	}
	jscan_message_failure(&err, run->dir);
	return false;
}

static int print_summary(const struct jscan_run *run,
			 const struct outcome *outcome)
{
	struct jscan_format_options options = {0};
	struct jscan_sink sink;
	struct jscan_error err;

	jscan_sink_open(&sink, NULL, NULL);
	options.view = JSCAN_VIEW_SUMMARY;
	options.has_color =
		jscan_environment_has_color(stdout, run->args->color);
	options.columns = jscan_environment_columns(stdout);
	if (jscan_report_write(run->report, JSCAN_FORMAT_TEXT, &options,
			       jscan_sink_write, &sink, &err) < 0 &&
	    sink.errno_value == 0) {
		jscan_message_failure(&err, run->dir);
		return -1;
	}
	fputs("\nReport:   ", sink.stream);
	jscan_message_path(sink.stream, run->dir, outcome->report_path);
	fputs(outcome->written == JSCAN_UNCHANGED ? " (nothing new)\n" : "\n",
	      sink.stream);
	if (outcome->snapshot.is_made) {
		fprintf(sink.stream, "Snapshot: %.10s ",
			outcome->snapshot.commit);
		jscan_escape_write(sink.stream, outcome->snapshot.summary);
		fputc('\n', sink.stream);
	}
	return jscan_sink_close(&sink);
}

/* Sets *again where the report is not that of the notes any more. */
static enum jscan_exit keep_report(const struct jscan_run *run, bool *again)
{
	struct outcome outcome = {.may_try_again = *again};
	enum jscan_exit status = jscan_run_status(run);
	bool is_quiet = jscan_args_has(run->args, JSCAN_OPTION_QUIET);
	struct jscan_error err;

	*again = false;
	if (jscan_scan_write_report(&outcome.written, run->scan,
				    &outcome.report_path, &err) < 0) {
		jscan_message_failure(&err, run->dir);
		return JSCAN_EXIT_FAILED;
	}
	if (outcome.written == JSCAN_NO_ENTRIES) {
		if (!is_quiet)
			jscan_message_note(
				"no-entries",
				"no entry in '%s', and nothing written: a note "
				"with `company: NAME` in its front matter is "
				"one (notes found: %u)",
				run->dir, run->report->counts.files);
		return status;
	}
	if (!make_snapshot(&outcome, run))
		status = JSCAN_EXIT_FAILED;
	*again = outcome.has_to;
	if (*again)
		return status;
	if (!is_quiet && print_summary(run, &outcome) < 0)
		status = JSCAN_EXIT_FAILED;
	return status;
}

enum jscan_exit jscan_cmd_scan(const struct jscan_args *args)
{
	bool is_kept = !jscan_args_has(args, JSCAN_OPTION_FORMAT) &&
		       !jscan_args_has(args, JSCAN_OPTION_OUTPUT) &&
		       !jscan_args_has(args, JSCAN_OPTION_STAGED) &&
		       !jscan_args_has(args, JSCAN_OPTION_REV);
	enum jscan_exit status;
	struct jscan_run run;
	bool again;

	if (is_kept && jscan_args_has(args, JSCAN_OPTION_REDACT)) {
		jscan_message_usage("the report file stands beside the notes "
				    "and names what they do: give --redact "
				    "with --format or --output FILE");
		return JSCAN_EXIT_FAILED;
	}
	for (int tries = 1;; tries++) {
		if (jscan_run_start(&run, args, JSCAN_RUN_WARNINGS) < 0)
			return JSCAN_EXIT_FAILED;
		again = is_kept && tries < MOST_TRIES;
		if (is_kept)
			status = keep_report(&run, &again);
		else if (jscan_run_write(&run, run.report, JSCAN_VIEW_REPORT) <
			 0)
			status = JSCAN_EXIT_FAILED;
		else
			status = jscan_run_status(&run);
		jscan_run_end(&run);
		if (!again)
			return status;
	}
}
