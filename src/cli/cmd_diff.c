/*
 * diff: what became of the journal between two commits, or between one and the
 * folder as it is.  Each state is reported as of its own day.
 */
#include "cli/commands.h"
#include "cli/message.h"
#include "cli/print.h"
#include "cli/run.h"

/* The state of a revision; NULL: of the folder. */
static int read_state(struct jscan_scan **out, const struct jscan_args *args,
		      const char *revision, bool is_last)
{
	struct jscan_options options;
	struct jscan_paths paths;
	struct jscan_error err;
	int ret = 0;

	jscan_run_options(&options, &paths, args);
	options.revision = revision;
	if (revision && !(is_last && jscan_args_has(args, JSCAN_OPTION_AS_OF)))
		ret = jscan_revision_get_date(&options.as_of, ".", &options,
					      &err);
	if (!ret)
		ret = jscan_scan_run(out, ".", &options, &err);
	jscan_paths_release(&paths);
	if (ret < 0)
		jscan_message_failure(&err, NULL);
	return ret;
}

static int print_comparison(const void *product, enum jscan_format format,
			    const struct jscan_format_options *options,
			    jscan_write_fn write, void *data,
			    struct jscan_error *err)
{
	return jscan_comparison_write(product, format, options, write, data,
				      err);
}

static int compare(const struct jscan_args *args,
		   const struct jscan_scan *before,
		   const struct jscan_scan *after)
{
	const struct jscan_report *reports[] = {jscan_scan_get_report(before),
						jscan_scan_get_report(after)};
	struct jscan_format_options options = {0};
	struct jscan_redaction *redaction = NULL;
	struct jscan_comparison *comparison;
	int ret;

	if (jscan_args_has(args, JSCAN_OPTION_REDACT))
		jscan_redaction_new(&redaction, reports, 2);
	jscan_report_compare(&comparison, reports[0], reports[1]);
	options.redaction = redaction;
	ret = jscan_print(args, after, print_comparison, comparison, options);
	jscan_comparison_free(comparison);
	jscan_redaction_free(redaction);
	return ret;
}

enum jscan_exit jscan_cmd_diff(const struct jscan_args *args)
{
	struct jscan_scan *before = NULL, *after = NULL;
	int ret = -1;

	if (args->word_count < 1) {
		jscan_message_usage("diff what? a revision, or two: "
				    "journalscan diff HEAD~5");
		return JSCAN_EXIT_FAILED;
	}
	if (!read_state(&before, args, args->words[0], false) &&
	    !read_state(&after, args,
			args->word_count > 1 ? args->words[1] : NULL, true))
		ret = compare(args, before, after);
	jscan_scan_free(after);
	jscan_scan_free(before);
	return ret < 0 ? JSCAN_EXIT_FAILED : JSCAN_EXIT_DONE;
}
