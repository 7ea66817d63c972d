/*
 * From a scan to a commit: which files belong into it, and what its message
 * tells.  How a commit is made is the business of git/.
 */
#include "git/snapshot.h"

#include <string.h>

#include "facts/facts.h"
#include "scan.h"

static bool is_entry(void *data, const char *path, const char *bytes,
		     size_t len)
{
	const struct jscan_scan *scan = data;

	(void)path;
	return jscan_facts_is_entry(&scan->config, bytes, len);
}

static void describe(void *data, const struct jscan_snapshot_changes *changes,
		     struct jscan_buf *out)
{
	const struct jscan_scan *scan = data;
	const struct jscan_report *report = &scan->report;
	struct jscan_snapshot_facts facts = {
		.as_of = report->as_of,
		.entries = report->counts.entries,
		.overdue = report->counts.overdue,
		.due = report->counts.due,
		.subject = scan->config.snapshot_message};

	if (report->weakness_count && report->weaknesses[0].is_recurring) {
		facts.top_weakness = report->weaknesses[0].title;
		facts.top_interviews = report->weaknesses[0].interviews;
	}
	jscan_snapshot_describe(out, changes, &facts);
}

/* The paths of all entries as the system has them, which git keeps. */
static size_t list_entries(const char **paths, const struct jscan_scan *scan)
{
	size_t count = 0;

	for (size_t i = 0; i < scan->source.count; i++) {
		if (jscan_scan_is_entry(scan, i))
			paths[count++] = scan->source.files[i].raw_path;
	}
	return count;
}

int jscan_scan_snapshot(struct jscan_snapshot *out,
			const struct jscan_scan *scan,
			const struct jscan_snapshot_options *options,
			struct jscan_error *err)
{
	struct jscan_snapshot_request request = {
		.dir = scan->dir,
		.report = scan->config.report,
		.ref = scan->config.snapshot_ref,
		.is_entry = is_entry,
		.describe = describe,
		.data = (void *)(uintptr_t)scan,
		.fallback = {options->name, options->email},
		.time_seconds = options->time_seconds,
		.offset_minutes = options->offset_minutes,
		.environment = options->environment};
	struct jscan_arena arena;
	const char **paths;
	int ret;

	memset(out, 0, sizeof(*out));
	if (!scan->config.has_snapshot)
		return 0;
	jscan_arena_init(&arena);
	paths = jscan_arena_array(&arena, scan->source.count, sizeof(*paths));
	request.paths = paths;
	request.path_count = list_entries(paths, scan);
	ret = jscan_snapshot_make(out, &request, err);
	jscan_arena_release(&arena);
	return ret;
}
