/*
 * The pipeline: configuration, source, facts, plan.  Start here.
 *
 *	folder -> notes -> facts of each -> applications, people -> follow-ups,
 *	weaknesses -> report file, snapshot
 *
 * Each step is one function from const input to a result that the scan owns;
 * nothing reaches back.
 */
#include "journalscan.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "config/link.h"
#include "entry/source.h"
#include "facts/gather.h"
#include "git/stored.h"
#include "git/tracked.h"
#include "output/report_file.h"
#include "plan/brief.h"
#include "plan/plan.h"
#include "plan/rules.h"
#include "scan.h"

#define CONFIG_NAME	  ".journalscan.yml"
#define CONFIG_MOST_BYTES ((size_t)1 << 20)

void jscan_scan_free(struct jscan_scan *scan)
{
	if (!scan)
		return;
	jscan_gathered_release(&scan->gathered);
	jscan_cache_free(scan->cache);
	if (scan->source.close)
		scan->source.close(&scan->source);
	jscan_stored_free(scan->stored);
	jscan_lexicon_free(scan->lexicon);
	if (scan->dir_fd >= 0)
		close(scan->dir_fd);
	jscan_arena_release(&scan->arena);
	free(scan);
}

static struct jscan_scan *scan_new(const char *dir)
{
	struct jscan_scan *scan = jscan_alloc(sizeof(*scan));

	memset(scan, 0, sizeof(*scan));
	jscan_arena_init(&scan->arena);
	scan->dir = jscan_arena_strdup(&scan->arena, dir);
	scan->dir_fd = -1;
	scan->report_stamp = jscan_arena_array(&scan->arena, 1,
					       sizeof(*scan->report_stamp));
	return scan;
}

static int open_folder(struct jscan_scan *scan, struct jscan_error *err)
{
	scan->dir_fd = jscan_file_open(AT_FDCWD, scan->dir,
				       O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	if (scan->dir_fd >= 0)
		return 0;
	return jscan_error_set(err, JSCAN_ERR_IO,
			       "cannot open the folder '%s': %s", scan->dir,
			       strerror(errno));
}

/* What is staged, or a revision, when that is to be read. */
static int open_stored(struct jscan_scan *scan,
		       const struct jscan_options *options,
		       struct jscan_error *err)
{
	struct jscan_repository_options repository = {
		.environment = options->environment,
		/* What is staged is what git, or its user, says it is. */
		.is_hook = options->is_staged,
		.is_plain = options->is_staged};

	if (options->is_merge) {
		repository.is_hook = true;
		repository.is_plain = false;
		return jscan_stored_open_merge(&scan->stored, scan->dir,
					       &repository, err);
	}
	if (!options->is_staged && !options->revision)
		return 0;
	return jscan_stored_open(&scan->stored, scan->dir,
				 options->is_staged ? NULL : options->revision,
				 &repository, err);
}

/*
 * One configuration file; a missing one is no error unless it was asked for.
 * dir_fd -1: the folder's own, as it is stored.
 */
static int read_config_file(struct jscan_scan *scan,
			    struct jscan_config_file *out, int dir_fd,
			    const char *path, bool is_required,
			    struct jscan_error *err)
{
	struct jscan_buf bytes;
	enum jscan_read_result result;

	out->path = path;
	jscan_buf_init(&bytes);
	if (dir_fd == -1)
		result = jscan_stored_read(scan->stored, &bytes, path,
					   CONFIG_MOST_BYTES);
	else
		result = jscan_file_read(&bytes, dir_fd, path,
					 CONFIG_MOST_BYTES);
	if (result == JSCAN_READ_OK) {
		out->bytes = jscan_arena_strndup(
			&scan->arena, bytes.len ? bytes.data : "", bytes.len);
		out->len = bytes.len;
	}
	jscan_buf_release(&bytes);
	if (result == JSCAN_READ_OK ||
	    (result == JSCAN_READ_MISSING && !is_required))
		return 0;
	return jscan_error_set_at(
		err, JSCAN_ERR_CONFIG, path, 0, 0,
		"cannot read the configuration: %s",
		result == JSCAN_READ_NOT_A_FILE ? "not a regular file"
		: result == JSCAN_READ_TOO_BIG	? "larger than 1 MiB"
		: result == JSCAN_READ_MISSING	? "no such file"
						: strerror(errno));
}

/* A person's own file and the folder's, either of which may not be there. */
static int read_config_files(struct jscan_scan *scan,
			     struct jscan_config_file files[2],
			     const struct jscan_options *options,
			     struct jscan_error *err)
{
	memset(files, 0, 2 * sizeof(*files));
	if (options->user_config_path &&
	    read_config_file(scan, &files[0], AT_FDCWD,
			     options->user_config_path, false, err) < 0)
		return -1;
	if (options->config_path
		    ? read_config_file(scan, &files[1], AT_FDCWD,
				       options->config_path, true, err) < 0
		    : read_config_file(scan, &files[1],
				       scan->stored ? -1 : scan->dir_fd,
				       CONFIG_NAME, false, err) < 0)
		return -1;
	return 0;
}

static int read_config(struct jscan_scan *scan,
		       const struct jscan_options *options,
		       struct jscan_error *err)
{
	if (read_config_files(scan, scan->config_files, options, err) < 0)
		return -1;
	return jscan_config_parse(&scan->config, scan->config_files,
				  &scan->arena, err);
}

static int open_source(struct jscan_scan *scan,
		       const struct jscan_options *options,
		       struct jscan_diags *diags, struct jscan_error *err)
{
	struct jscan_folder_options folder = {
		.config = &scan->config,
		.excludes_path = options->excludes_path,
		.is_tracked = jscan_tracked_has};
	struct jscan_tracked tracked;
	int ret;

	if (scan->cache)
		folder.listings = jscan_cache_listings(scan->cache);
	if (scan->stored)
		return jscan_stored_open_source(&scan->source, scan->stored,
						&scan->config, &scan->arena,
						diags, err);
	jscan_tracked_init(&tracked, scan->dir, &scan->arena);
	folder.tracked = &tracked;
	ret = jscan_source_open_folder(&scan->source, scan->dir, &folder,
				       &scan->arena, diags, err);
	jscan_tracked_release(&tracked);
	return ret;
}

void jscan_scan_cache_options(struct jscan_cache_options *out,
			      const struct jscan_scan *scan,
			      const struct jscan_options *options)
{
	memset(out, 0, sizeof(*out));
	out->dir = scan->dir;
	out->dir_fd = scan->dir_fd;
	out->folder = options->cache_path;
	out->config = scan->config_files;
	out->rules = jscan_cache_rules();
	out->mark = jscan_mark_make;
	out->now_ns = options->now_ns;
	out->jobs = options->jobs;
	/* Not what the next run is going to read. */
	out->is_read_only = options->revision || options->is_merge;
}

/* Finds what is known from last time; without a cache, nothing. */
static void open_cache(struct jscan_scan *scan,
		       const struct jscan_options *options)
{
	struct jscan_cache_options cache;

	if (!options->has_cache)
		return;
	jscan_scan_cache_options(&cache, scan, options);
	scan->cache = jscan_cache_open(&cache);
}

static void begin_cache(struct jscan_scan *scan, bool is_lazy)
{
	if (scan->cache)
		jscan_cache_begin(scan->cache, &scan->source,
				  jscan_lexicon_category_count(scan->lexicon),
				  is_lazy);
}

static void read_notes(struct jscan_scan *scan,
		       const struct jscan_options *options)
{
	struct jscan_gather_options gather = {
		.config = &scan->config,
		.lexicon = scan->lexicon,
		.is_brief = options->is_brief,
		.jobs = options->jobs,
		.progress = options->progress,
		.progress_data = options->progress_data};

	if (scan->cache)
		gather.known = jscan_cache_known(scan->cache);
	jscan_gather(&scan->gathered, &scan->source, &gather);
}

/* The whole report from the facts of all notes. */
static void make_plan(struct jscan_scan *scan,
		      const struct jscan_options *options,
		      const struct jscan_diags *diags)
{
	struct jscan_plan_input input = {.facts = scan->gathered.facts,
					 .count = scan->gathered.count,
					 .config = &scan->config,
					 .lexicon = scan->lexicon,
					 .as_of = options->as_of,
					 .diags = diags,
					 .is_brief = options->is_brief};

	jscan_plan_make(&scan->report, &input, &scan->arena);
}

static void write_memory(struct jscan_buf *out, const void *data)
{
	const struct jscan_scan *scan = data;
	size_t len;
	const char *bytes = jscan_cache_get_memory(scan->cache, &len);

	if (bytes)
		jscan_buf_add(out, bytes, len);
}

/* What the brief scans of other times have remembered stays. */
static void close_cache(struct jscan_scan *scan)
{
	struct jscan_cache_memory memory = {write_memory, scan};

	if (scan->cache)
		jscan_cache_end(scan->cache, &memory);
}

static void make_report(struct jscan_scan *scan,
			const struct jscan_options *options,
			const struct jscan_diags *diags)
{
	bool is_lazy = options->is_brief && jscan_scan_can_be_brief(scan);

	begin_cache(scan, is_lazy);
	read_notes(scan, options);
	if (scan->cache && is_lazy) {
		if (jscan_scan_make_brief(scan, options->as_of, diags))
			return;
		/* Spoilt somewhere: note by note it is put right. */
		jscan_gathered_release(&scan->gathered);
		jscan_cache_free(scan->cache);
		scan->cache = NULL;
		open_cache(scan, options);
		begin_cache(scan, false);
		read_notes(scan, options);
	}
	close_cache(scan);
	make_plan(scan, options, diags);
}

/* How the report links to the notes: as asked for, else as configured. */
static int set_links(struct jscan_scan *scan,
		     const struct jscan_options *options,
		     struct jscan_error *err)
{
	char *folder;

	if (options->link_format) {
		scan->config.link_format =
			jscan_link_format_find(options->link_format);
		if (!scan->config.link_format)
			return jscan_error_set(err, JSCAN_ERR_USAGE,
					       "a link format is "
					       JSCAN_LINK_FORMAT_TAKES);
		scan->config.link_format = jscan_arena_strdup(
			&scan->arena, scan->config.link_format);
	}
	if (!scan->config.link_format)
		return 0;
	folder = realpath(scan->dir, NULL);
	scan->report_folder = jscan_arena_strdup(&scan->arena,
						 folder ? folder : scan->dir);
	free(folder);
	return 0;
}

int jscan_scan_open(struct jscan_scan **out, const char *dir,
		    const struct jscan_options *options,
		    struct jscan_error *err)
{
	struct jscan_scan *scan = scan_new(dir);

	if (open_folder(scan, err) < 0 || open_stored(scan, options, err) < 0 ||
	    read_config(scan, options, err) < 0) {
		jscan_scan_free(scan);
		return -1;
	}
	*out = scan;
	return 0;
}

int jscan_scan_finish(struct jscan_scan *scan,
		      const struct jscan_options *options,
		      struct jscan_error *err)
{
	struct jscan_diags diags;

	scan->is_brief = options->is_brief;
	jscan_diags_init(&diags, &scan->arena);
	if (set_links(scan, options, err) < 0 ||
	    jscan_lexicon_new(&scan->lexicon, &scan->config, err) < 0)
		return -1;
	open_cache(scan, options);
	if (open_source(scan, options, &diags, err) < 0)
		return -1;
	make_report(scan, options, &diags);
	scan->report.link_format = scan->config.link_format;
	scan->report.folder = scan->report_folder;
	return 0;
}

int jscan_scan_check_day(const struct jscan_options *options,
			 struct jscan_error *err)
{
	if (jscan_date_is_valid(options->as_of.year, options->as_of.month,
				options->as_of.day))
		return 0;
	return jscan_error_set(err, JSCAN_ERR_USAGE,
			       "the day of the report is not a day");
}

int jscan_scan_run(struct jscan_scan **out, const char *dir,
		   const struct jscan_options *options, struct jscan_error *err)
{
	struct jscan_scan *scan;

	if (jscan_scan_check_day(options, err) < 0 ||
	    jscan_scan_open(&scan, dir, options, err) < 0)
		return -1;
	if (jscan_scan_finish(scan, options, err) < 0) {
		jscan_scan_free(scan);
		return -1;
	}
	*out = scan;
	return 0;
}

const struct jscan_report *jscan_scan_get_report(const struct jscan_scan *scan)
{
	return &scan->report;
}

bool jscan_scan_has_errors(const struct jscan_scan *scan)
{
	for (size_t i = 0; i < scan->report.diagnostic_count; i++) {
		if (scan->report.diagnostics[i].severity ==
		    JSCAN_SEVERITY_ERROR)
			return true;
	}
	return false;
}

int jscan_scan_write_report(enum jscan_written *out,
			    const struct jscan_scan *scan, const char **path,
			    struct jscan_error *err)
{
	if (path)
		*path = scan->config.report;
	if (!scan->report.counts.entries) {
		*out = JSCAN_NO_ENTRIES;
		return 0;
	}
	return jscan_report_file_write(out, scan->report_stamp, scan->dir_fd,
				       scan->config.report,
				       jscan_scan_report_mode(scan),
				       &scan->report, err);
}

int jscan_config_write(const char *dir, const struct jscan_options *options,
		       jscan_write_fn write, void *data,
		       struct jscan_error *err)
{
	struct jscan_scan *scan = scan_new(dir);
	struct jscan_config_file files[2];
	struct jscan_rule_numbers numbers[JSCAN_RULE_COUNT];
	struct jscan_buf out;
	int ret = -1;

	jscan_buf_init_writer(&out, write, data);
	/* Parsed first: what is wrong is said before anything is printed. */
	if (open_folder(scan, err) < 0 || open_stored(scan, options, err) < 0 ||
	    read_config_files(scan, files, options, err) < 0 ||
	    jscan_config_parse(&scan->config, files, &scan->arena, err) < 0)
		goto out;
	for (int rule = 0; rule < JSCAN_RULE_COUNT; rule++)
		numbers[rule] = jscan_rule_get_numbers(&scan->config,
						       (enum jscan_rule)rule);
	if (jscan_config_print(&out, files, numbers, &scan->arena, err) < 0)
		goto out;
	if (jscan_buf_flush(&out) < 0) {
		jscan_error_set(err, JSCAN_ERR_IO, "cannot write: %s",
				strerror(errno));
		goto out;
	}
	ret = 0;
out:
	jscan_buf_release(&out);
	jscan_scan_free(scan);
	return ret;
}
