/*
 * The history from end to end: the folder's configuration of today; the commits
 * and every version of every note in them, each read once; then what they tell.
 */
#include "journalscan.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "git/commits.h"
#include "git/past.h"
#include "plan/history.h"
#include "scan.h"

struct jscan_history {
	struct jscan_arena arena;
	struct jscan_scan *scan; /* configuration and lexicon */
	struct jscan_past *past;
	struct jscan_gathered gathered;
	struct jscan_log log;
};

void jscan_history_free(struct jscan_history *history)
{
	if (!history)
		return;
	jscan_gathered_release(&history->gathered);
	jscan_past_free(history->past);
	jscan_scan_free(history->scan);
	jscan_arena_release(&history->arena);
	free(history);
}

static int open_past(struct jscan_history *history, const char *revision,
		     const struct jscan_options *options,
		     struct jscan_error *err)
{
	struct jscan_repository_options repository = {
		.environment = options->environment};

	return jscan_past_open(&history->past, history->scan->dir, revision,
			       &history->scan->config, &repository, err);
}

/* What was asked for; else where snapshots go; else HEAD. */
static int find_past(struct jscan_history *history,
		     const struct jscan_options *options,
		     struct jscan_error *err)
{
	const char *ref = history->scan->config.snapshot_ref;

	if (options->revision)
		return open_past(history, options->revision, options, err);
	if (ref && strncmp(ref, "refs/", 5))
		ref = jscan_arena_printf(&history->arena, "refs/heads/%s", ref);
	if (!ref)
		return open_past(history, NULL, options, err);
	if (!open_past(history, ref, options, err))
		return 0;
	/* No snapshot has been made there yet. */
	return err->code == JSCAN_ERR_NOT_FOUND
		       ? open_past(history, NULL, options, err)
		       : -1;
}

static void read_versions(struct jscan_history *history,
			  const struct jscan_options *options)
{
	struct jscan_gather_options gather = {.config = &history->scan->config,
					      .lexicon = history->scan->lexicon,
					      .jobs = options->jobs,
					      .progress = options->progress,
					      .progress_data =
						      options->progress_data};

	jscan_gather(&history->gathered, &history->past->source, &gather);
}

static int read_all(struct jscan_history *history, const char *dir,
		    const struct jscan_options *options,
		    struct jscan_date since, struct jscan_error *err)
{
	struct jscan_history_input input = {.as_of = options->as_of,
					    .since = since};
	struct jscan_options now = *options;

	now.is_staged = false;
	now.revision = NULL;
	if (jscan_scan_open(&history->scan, dir, &now, err) < 0 ||
	    jscan_lexicon_new(&history->scan->lexicon, &history->scan->config,
			      err) < 0 ||
	    find_past(history, options, err) < 0)
		return -1;
	read_versions(history, options);
	input.past = history->past;
	input.facts = history->gathered.facts;
	input.config = &history->scan->config;
	input.lexicon = history->scan->lexicon;
	jscan_history_make(&history->log, &input, &history->arena);
	return 0;
}

int jscan_history_read(struct jscan_history **out, const char *dir,
		       const struct jscan_options *options,
		       struct jscan_date since, struct jscan_error *err)
{
	struct jscan_history *history;

	if (!jscan_date_is_valid(options->as_of.year, options->as_of.month,
				 options->as_of.day))
		return jscan_error_set(err, JSCAN_ERR_USAGE,
				       "the day of the log is not a day");
	history = jscan_alloc(sizeof(*history));
	memset(history, 0, sizeof(*history));
	jscan_arena_init(&history->arena);
	if (read_all(history, dir, options, since, err) < 0) {
		jscan_history_free(history);
		return -1;
	}
	*out = history;
	return 0;
}

const struct jscan_log *
jscan_history_get_log(const struct jscan_history *history)
{
	return &history->log;
}

int jscan_revision_get_date(struct jscan_date *out, const char *dir,
			    const struct jscan_options *options,
			    struct jscan_error *err)
{
	struct jscan_repository_options settings = {
		.environment = options->environment};
	struct jscan_repository *repository;
	struct jscan_commit commit;
	struct jscan_arena arena;
	int ret;

	if (jscan_repository_open(&repository, dir, &settings, err) < 0)
		return -1;
	jscan_arena_init(&arena);
	ret = jscan_commits_find(&commit, repository, options->revision, &arena,
				 err);
	if (!ret)
		*out = commit.date;
	jscan_arena_release(&arena);
	jscan_repository_free(repository);
	return ret;
}
