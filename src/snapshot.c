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

/* As it was when the facts were read, now or by an earlier run. */
static void find_stamp(struct jscan_stamp *out, const struct jscan_scan *scan,
		       size_t index)
{
	const struct jscan_stamp *stamps = scan->gathered.stamps;

	if (stamps && stamps[index].inode)
		*out = stamps[index];
	else if (!scan->cache ||
		 !jscan_cache_get_stamp(scan->cache, index, out))
		memset(out, 0, sizeof(*out));
}

/* All entries, with their paths as the system has them, which git keeps. */
static void list_entries(struct jscan_snapshot_request *request,
			 const struct jscan_scan *scan,
			 struct jscan_arena *arena)
{
	size_t count = scan->source.count;
	const char **paths = jscan_arena_array(arena, count, sizeof(*paths));
	struct jscan_stamp *stamps =
		jscan_arena_array(arena, count, sizeof(*stamps));

	for (size_t i = 0; i < count; i++) {
		if (!jscan_scan_is_entry(scan, i))
			continue;
		find_stamp(&stamps[request->path_count], scan, i);
		paths[request->path_count++] = scan->source.files[i].raw_path;
	}
	request->paths = paths;
	request->stamps = stamps;
}

int jscan_scan_snapshot(struct jscan_snapshot *out,
			const struct jscan_scan *scan,
			const struct jscan_snapshot_options *options,
			struct jscan_error *err)
{
	struct jscan_snapshot_request request = {
		.dir = scan->dir,
		.report = scan->config.report,
		.report_stamp = scan->report_stamp,
		.ref = scan->config.snapshot_ref,
		.is_entry = is_entry,
		.describe = describe,
		.data = (void *)(uintptr_t)scan,
		.fallback = {options->name, options->email},
		.time_seconds = options->time_seconds,
		.offset_minutes = options->offset_minutes,
		.environment = options->environment};
	struct jscan_arena arena;
	int ret;

	memset(out, 0, sizeof(*out));
	if (!scan->config.has_snapshot)
		return 0;
	jscan_arena_init(&arena);
	list_entries(&request, scan, &arena);
	ret = jscan_snapshot_make(out, &request, err);
	jscan_arena_release(&arena);
	return ret;
}
