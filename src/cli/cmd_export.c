/*
 * export: what the journal holds, for other programs.  What only one format
 * knows is refused beside another.
 */
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/environment.h"
#include "cli/message.h"
#include "cli/run.h"

static const struct {
	enum jscan_option_id option;
	enum jscan_format format;
} owners[] = {
	{JSCAN_OPTION_TABLE, JSCAN_FORMAT_CSV},
	{JSCAN_OPTION_JOURNAL, JSCAN_FORMAT_NDJSON},
	{JSCAN_OPTION_EVENTS, JSCAN_FORMAT_ICS},
	{JSCAN_OPTION_ALARMS, JSCAN_FORMAT_ICS},
	{JSCAN_OPTION_VCARD, JSCAN_FORMAT_VCF},
};

static int check_options(const struct jscan_args *args)
{
	for (size_t i = 0; i < sizeof(owners) / sizeof(owners[0]); i++) {
		if (!jscan_args_has(args, owners[i].option) ||
		    args->format == owners[i].format)
			continue;
		jscan_message_usage("--%s is for --format %s",
				    jscan_option_table[owners[i].option].name,
				    jscan_format_name(owners[i].format));
		return -1;
	}
	if (args->format == JSCAN_FORMAT_SQLITE &&
	    !jscan_args_has(args, JSCAN_OPTION_OUTPUT) &&
	    jscan_environment_is_terminal(stdout)) {
		jscan_message_usage("a database is no text for a terminal: "
				    "give it a file with --output FILE");
		return -1;
	}
	return 0;
}

static enum jscan_view find_view(const struct jscan_args *args)
{
	static const enum jscan_view views[] = {
		[JSCAN_TABLE_FOLLOWUPS] = JSCAN_VIEW_REPORT,
		[JSCAN_TABLE_CONTACTS] = JSCAN_VIEW_CONTACTS,
		[JSCAN_TABLE_WEAKNESSES] = JSCAN_VIEW_WEAKNESSES,
		[JSCAN_TABLE_ENTRIES] = JSCAN_VIEW_ENTRIES,
		[JSCAN_TABLE_APPLICATIONS] = JSCAN_VIEW_APPLICATIONS,
		[JSCAN_TABLE_ASSESSMENTS] = JSCAN_VIEW_ASSESSMENTS,
	};

	return args->format == JSCAN_FORMAT_CSV ? views[args->table]
						: JSCAN_VIEW_REPORT;
}

/* The last part of the folder's own path; the caller's, to be freed. */
static char *find_journal_name(const char *dir)
{
	char *path = realpath(dir, NULL);
	const char *slash = path ? strrchr(path, '/') : NULL;
	char *name = slash && slash[1] ? strdup(slash + 1) : strdup("journal");

	free(path);
	return name;
}

static int write_out(const struct jscan_run *run)
{
	const struct jscan_args *args = run->args;
	struct jscan_format_options options = {0};
	char *name = find_journal_name(run->dir);
	int ret;

	options.view = find_view(args);
	options.has_events = jscan_args_has(args, JSCAN_OPTION_EVENTS);
	options.has_alarms = jscan_args_has(args, JSCAN_OPTION_ALARMS);
	options.is_vcard_3 = args->is_vcard_3;
	options.journal = jscan_args_has(args, JSCAN_OPTION_JOURNAL)
				  ? args->given[JSCAN_OPTION_JOURNAL]
			  : run->redaction ? "journal"
					   : name;
	ret = jscan_run_write_with(run, run->report, options);
	free(name);
	return ret;
}

enum jscan_exit jscan_cmd_export(const struct jscan_args *args)
{
	enum jscan_exit status;
	struct jscan_run run;

	if (check_options(args) < 0 ||
	    jscan_run_start(&run, args, JSCAN_RUN_ERRORS) < 0)
		return JSCAN_EXIT_FAILED;
	status = jscan_run_status(&run);
	if (write_out(&run) < 0)
		status = JSCAN_EXIT_FAILED;
	jscan_run_end(&run);
	return status;
}
