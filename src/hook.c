/*
 * The hook from end to end: is a note part of the commit; then the report of
 * what is staged; then that into the commit.  Reading is the business of the
 * pipeline, writing that of git/.
 */
#include "git/hook.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "git/hook_files.h"
#include "git/hook_notes.h"
#include "git/hook_repair.h"
#include "output/report_file.h"
#include "scan.h"

struct jscan_hook {
	struct jscan_options options;
	struct jscan_scan *scan;
};

int jscan_hook_open(struct jscan_hook **out,
		    struct jscan_hook_settings *settings, const char *dir,
		    const struct jscan_options *options,
		    struct jscan_error *err)
{
	struct jscan_hook *hook = jscan_alloc(sizeof(*hook));

	hook->options = *options;
	hook->options.is_staged = true;
	hook->options.revision = NULL;
	hook->scan = NULL;
	if (jscan_scan_check_day(options, err) < 0 ||
	    jscan_scan_open(&hook->scan, dir, &hook->options, err) < 0) {
		free(hook);
		return -1;
	}
	settings->is_strict = hook->scan->config.is_hook_strict;
	settings->is_staging = hook->scan->config.is_hook_staging;
	settings->timeout_seconds =
		(unsigned)hook->scan->config.hook_timeout_seconds;
	*out = hook;
	return 0;
}

void jscan_hook_free(struct jscan_hook *hook)
{
	if (!hook)
		return;
	jscan_scan_free(hook->scan);
	free(hook);
}

static unsigned count_errors(const struct jscan_report *report)
{
	unsigned count = 0;

	for (size_t i = 0; i < report->diagnostic_count; i++)
		count +=
			report->diagnostics[i].severity == JSCAN_SEVERITY_ERROR;
	return count;
}

/* Makes the report of a scan of what is staged, and hands it to git. */
static int put_report(struct jscan_hook_outcome *out,
		      const struct jscan_scan *scan, bool is_check,
		      struct jscan_error *err)
{
	struct jscan_hook_report report = {.stored = scan->stored,
					   .name = scan->config.report,
					   .mode = jscan_scan_report_mode(scan),
					   .is_ours = jscan_report_file_is_ours,
					   .is_check = is_check,
					   .is_staging =
						   scan->config.is_hook_staging};
	struct jscan_buf bytes;
	int ret;

	jscan_buf_init(&bytes);
	ret = jscan_report_file_make(&bytes, report.name, &scan->report, err);
	report.bytes = bytes.data;
	report.len = bytes.len;
	if (!ret)
		ret = jscan_hook_stage(&out->result, &report, err);
	jscan_buf_release(&bytes);
	return ret;
}

int jscan_hook_run(struct jscan_hook_outcome *out, struct jscan_hook *hook,
		   bool is_check, struct jscan_error *err)
{
	struct jscan_scan *scan = hook->scan;
	bool has_notes = true;

	memset(out, 0, sizeof(*out));
	out->result = JSCAN_HOOK_NOTHING;
	/* Whether there is anything to do most commits can be told at once. */
	if (!is_check && jscan_hook_has_notes(&has_notes, scan->stored,
					      &scan->config, err) < 0)
		return -1;
	if (!has_notes)
		return 0;
	if (jscan_scan_finish(scan, &hook->options, err) < 0)
		return -1;
	out->errors = count_errors(&scan->report);
	out->overdue = scan->report.counts.overdue;
	snprintf(out->report, sizeof(out->report), "%s", scan->config.report);
	return scan->report.counts.entries
		       ? put_report(out, scan, is_check, err)
		       : 0;
}

int jscan_hook_finish(const char *dir, const char *const *environment,
		      struct jscan_error *err)
{
	return jscan_hook_repair(dir, environment, err);
}

/* Whether the journal in `dir` has its report at `name`; then writes it. */
static int merge_report(bool *out, const char *dir, const char *name,
			const char *output, const struct jscan_options *options,
			struct jscan_error *err)
{
	struct jscan_options copy = *options;
	struct jscan_scan *scan;
	struct jscan_buf bytes;
	int ret;

	copy.is_merge = true;
	if (jscan_scan_open(&scan, dir, &copy, err) < 0)
		return -1;
	*out = !strcmp(scan->config.report, name);
	jscan_scan_free(scan);
	if (!*out)
		return 0;
	if (jscan_scan_run(&scan, dir, &copy, err) < 0)
		return -1;
	jscan_buf_init(&bytes);
	ret = jscan_report_file_make(&bytes, name, &scan->report, err);
	/* git made the file for us, in the top folder of the work tree. */
	if (!ret && jscan_file_replace(AT_FDCWD, output, bytes.data, bytes.len,
				       0666) < 0)
		ret = jscan_error_set(err, JSCAN_ERR_IO,
				      "cannot write '%s': %s", output,
				      strerror(errno));
	jscan_buf_release(&bytes);
	jscan_scan_free(scan);
	return ret;
}

int jscan_hook_merge(const char *path, const char *output,
		     const struct jscan_options *options,
		     struct jscan_error *err)
{
	const char *end = path + strlen(path);
	bool is_found = false;

	/* The journal is the nearest folder above that has such a report. */
	while (!is_found && end > path) {
		char dir[4096] = ".";

		for (end--; end > path && *end != '/';)
			end--;
		if (end > path)
			snprintf(dir, sizeof(dir), "%.*s", (int)(end - path),
				 path);
		if (merge_report(&is_found, dir, end + (*end == '/'), output,
				 options, err) < 0)
			return -1;
	}
	if (is_found)
		return 0;
	return jscan_error_set(err, JSCAN_ERR_NOT_FOUND,
			       "no journal has its report at '%s'", path);
}

/* Opens the folder for its configuration; the rest is for git/. */
static int find_target(struct jscan_hook_target *out, struct jscan_scan **scan,
		       const char *dir, const struct jscan_options *options,
		       const struct jscan_hook_tool *tool,
		       struct jscan_error *err)
{
	struct jscan_options copy = *options;

	copy.is_staged = false;
	copy.revision = NULL;
	if (jscan_scan_open(scan, dir, &copy, err) < 0)
		return -1;
	out->dir = (*scan)->dir;
	out->report = (*scan)->config.report;
	out->tool = tool;
	out->environment = options->environment;
	return 0;
}

int jscan_hook_get_status(struct jscan_hook_status *out, const char *dir,
			  const struct jscan_options *options,
			  struct jscan_error *err)
{
	struct jscan_hook_target target;
	struct jscan_scan *scan;
	int ret;

	if (find_target(&target, &scan, dir, options, NULL, err) < 0)
		return -1;
	ret = jscan_hook_files_get_status(out, &target, err);
	jscan_scan_free(scan);
	return ret;
}

static int change_files(int (*change)(const struct jscan_hook_target *target,
				      struct jscan_error *err),
			const char *dir, const struct jscan_options *options,
			const struct jscan_hook_tool *tool,
			struct jscan_error *err)
{
	struct jscan_hook_target target;
	struct jscan_scan *scan;
	int ret;

	if (find_target(&target, &scan, dir, options, tool, err) < 0)
		return -1;
	ret = change(&target, err);
	jscan_scan_free(scan);
	return ret;
}

int jscan_hook_install(const char *dir, const struct jscan_options *options,
		       const struct jscan_hook_tool *tool,
		       struct jscan_error *err)
{
	return change_files(jscan_hook_files_install, dir, options, tool, err);
}

int jscan_hook_uninstall(const char *dir, const struct jscan_options *options,
			 const struct jscan_hook_tool *tool,
			 struct jscan_error *err)
{
	return change_files(jscan_hook_files_uninstall, dir, options, tool,
			    err);
}
