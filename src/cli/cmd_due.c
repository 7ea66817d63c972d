/*
 * due: the follow-ups, filtered.  The filter makes a shallow copy of the report
 * with fewer items and its own counts; the library writes it.
 */
#include <stdlib.h>

#include "cli/commands.h"
#include "cli/message.h"
#include "cli/run.h"
#include "cli/sink.h"

static int compare_days(struct jscan_date a, struct jscan_date b)
{
	if (a.year != b.year)
		return a.year - b.year;
	if (a.month != b.month)
		return a.month - b.month;
	return a.day - b.day;
}

static bool is_wanted(const struct jscan_args *args,
		      const struct jscan_followup *item)
{
	const char *company = args->given[JSCAN_OPTION_COMPANY];

	if (!jscan_args_has(args, JSCAN_OPTION_ALL) &&
	    (item->status == JSCAN_STATUS_DONE ||
	     item->status == JSCAN_STATUS_LAPSED))
		return false;
	if (jscan_args_has(args, JSCAN_OPTION_RULE) && item->rule != args->rule)
		return false;
	if (jscan_args_has(args, JSCAN_OPTION_SINCE) &&
	    compare_days(item->due, args->since) < 0)
		return false;
	if (jscan_args_has(args, JSCAN_OPTION_UNTIL) &&
	    compare_days(item->due, args->until) > 0)
		return false;
	return !company ||
	       (item->company && jscan_name_contains(item->company, company));
}

static void count_item(struct jscan_counts *counts, enum jscan_status status)
{
	counts->overdue += status == JSCAN_STATUS_OVERDUE;
	counts->due += status == JSCAN_STATUS_DUE;
	counts->upcoming += status == JSCAN_STATUS_UPCOMING;
}

/* *items is the caller's, to be freed.  Returns 0, or -1 without memory. */
static int filter(struct jscan_report *out, struct jscan_followup **items,
		  const struct jscan_run *run)
{
	size_t count = 0;

	*out = *run->report;
	out->counts.overdue = out->counts.due = out->counts.upcoming = 0;
	*items = calloc(out->followup_count + 1, sizeof(**items));
	if (!*items)
		return -1;
	for (size_t i = 0; i < out->followup_count; i++) {
		if (!is_wanted(run->args, &out->followups[i]))
			continue;
		(*items)[count++] = out->followups[i];
		count_item(&out->counts, out->followups[i].status);
	}
	out->followups = *items;
	out->followup_count = count;
	return 0;
}

static int print_count(const struct jscan_run *run,
		       const struct jscan_counts *counts)
{
	struct jscan_sink sink;

	if (jscan_sink_open(&sink, run->args->given[JSCAN_OPTION_OUTPUT],
			    run->scan) < 0)
		return -1;
	fprintf(sink.stream, "%u overdue, %u due, %u to come\n",
		counts->overdue, counts->due, counts->upcoming);
	return jscan_sink_close(&sink);
}

static enum jscan_exit print_due(const struct jscan_run *run)
{
	const struct jscan_args *args = run->args;
	enum jscan_exit status = jscan_run_status(run);
	struct jscan_followup *items;
	struct jscan_report report;
	int ret;

	if (!jscan_run_has_company(run))
		return JSCAN_EXIT_FAILED;
	if (filter(&report, &items, run) < 0) {
		jscan_message_error(JSCAN_ERR_LIMIT, "out of memory");
		return JSCAN_EXIT_FAILED;
	}
	if (jscan_args_has(args, JSCAN_OPTION_COUNT))
		ret = print_count(run, &report.counts);
	else
		ret = jscan_run_write(run, &report, JSCAN_VIEW_DUE);
	free(items);
	if (ret < 0)
		return JSCAN_EXIT_FAILED;
	if (jscan_args_has(args, JSCAN_OPTION_EXIT_CODE))
		status = report.counts.overdue > 0 ? JSCAN_EXIT_TROUBLE
						   : JSCAN_EXIT_DONE;
	return status;
}

enum jscan_exit jscan_cmd_due(const struct jscan_args *args)
{
	enum jscan_exit status;
	struct jscan_run run;

	if (jscan_args_has(args, JSCAN_OPTION_COUNT) &&
	    jscan_args_has(args, JSCAN_OPTION_FORMAT)) {
		jscan_message_usage("--count is one line of text: "
				    "leave --format out");
		return JSCAN_EXIT_FAILED;
	}
	if (jscan_run_start(&run, args, JSCAN_RUN_ERRORS) < 0)
		return JSCAN_EXIT_FAILED;
	status = print_due(&run);
	jscan_run_end(&run);
	return status;
}
