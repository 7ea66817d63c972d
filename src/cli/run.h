/* One scan and what every command does with it. */
#ifndef JSCAN_CLI_RUN_H
#define JSCAN_CLI_RUN_H

#include "cli/args.h"
#include "journalscan.h"

struct jscan_run {
	const struct jscan_args *args;
	const char *dir;
	struct jscan_scan *scan;
	const struct jscan_report *report;
	struct jscan_redaction *redaction; /* of --redact, or NULL */
};

enum jscan_run_talk { /* which diagnostics go to standard error */
		      JSCAN_RUN_SILENT,	 /* none: the command prints them itself
					  */
		      JSCAN_RUN_BLIND,	 /* what could not be read at all */
		      JSCAN_RUN_ERRORS,	 /* errors; all with --verbose */
		      JSCAN_RUN_WARNINGS /* warnings too, unless --quiet; all
					    with --verbose */
};

/*
 * Scans the folder that the arguments name, with progress, and says what is
 * wrong in it.  Returns 0, or -1 after a message.
 */
int jscan_run_start(struct jscan_run *run, const struct jscan_args *args,
		    enum jscan_run_talk talk);

/* Whether something of the folder could not be read: not all is known. */
bool jscan_run_is_blind(const struct jscan_run *run);

/* The exit status of a run that went well. */
enum jscan_exit jscan_run_status(const struct jscan_run *run);

void jscan_run_end(struct jscan_run *run);

/*
 * Writes a report, or a view of it, in the format and to the place that the
 * arguments name.  Returns 0, or -1 after a message.
 */
int jscan_run_write(const struct jscan_run *run,
		    const struct jscan_report *report, enum jscan_view view);

/* The same with what only some formats know; the rest is filled in here. */
int jscan_run_write_with(const struct jscan_run *run,
			 const struct jscan_report *report,
			 struct jscan_format_options options);

/*
 * Makes sure that the folder is there and is one.  Returns 0, or -1 after a
 * message, which for a misspelt command names the nearest.
 */
int jscan_run_check_dir(const struct jscan_args *args);

/* The options for the library: the day, the files of configuration, jobs. */
struct jscan_paths {
	char *user_config;
	char *excludes;
	char *cache;
};

void jscan_run_options(struct jscan_options *out, struct jscan_paths *paths,
		       const struct jscan_args *args);
void jscan_paths_release(struct jscan_paths *paths);

/* Where the configuration is read, as jscan_message_failure() wants it. */
const char *jscan_run_config_dir(const struct jscan_args *args);

/*
 * Whether the journal names a company that --company fits; says so and names
 * the nearest where there is none.  True when --company is not given.
 */
bool jscan_run_has_company(const struct jscan_run *run);

#endif
