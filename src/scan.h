/* What a scan owns; for the files beside scan.c only. */
#ifndef JSCAN_SCAN_H
#define JSCAN_SCAN_H

#include <stdbool.h>

#include "base/arena.h"
#include "cache/cache.h"
#include "config/config.h"
#include "entry/source.h"
#include "facts/gather.h"
#include "git/stored.h"
#include "journalscan.h"

struct jscan_scan {
	struct jscan_arena arena; /* configuration, paths, the report's lists */
	char *dir;
	int dir_fd;
	const char *report_folder; /* absolute, where links need it */
	struct jscan_config config;
	struct jscan_config_file config_files[2]; /* that it was read from */
	struct jscan_lexicon *lexicon;
	struct jscan_stored *stored; /* NULL: the folder itself is read */
	struct jscan_source source;
	struct jscan_cache *cache; /* NULL: none */
	struct jscan_gathered gathered;
	/* Of a scan that was brief by way of the cache; else NULL. */
	const struct jscan_brief_note *brief_notes;
	struct jscan_report report;
	struct jscan_stamp *report_stamp; /* of its file, once it was written */
	bool is_brief;
};

/*
 * The beginning of jscan_scan_run(): the folder, or the state of it that is
 * stored, and the configuration; no note is read yet.
 */
int jscan_scan_open(struct jscan_scan **out, const char *dir,
		    const struct jscan_options *options,
		    struct jscan_error *err);

/* The rest of it: reads the notes and makes the report. */
int jscan_scan_finish(struct jscan_scan *scan,
		      const struct jscan_options *options,
		      struct jscan_error *err);

/* Whether the report may be as of that day: 0, or -1 with JSCAN_ERR_USAGE. */
int jscan_scan_check_day(const struct jscan_options *options,
			 struct jscan_error *err);

/* Where the cache of an opened scan lies, and what it depends on. */
void jscan_scan_cache_options(struct jscan_cache_options *out,
			      const struct jscan_scan *scan,
			      const struct jscan_options *options);

/* Whether scan_brief.c can do it, once the source is open. */
bool jscan_scan_can_be_brief(const struct jscan_scan *scan);

/*
 * Makes the report by way of the cache, which was begun lazily.  False when the
 * cache turned out to be spoilt.
 */
bool jscan_scan_make_brief(struct jscan_scan *scan, struct jscan_date as_of,
			   const struct jscan_diags *diags);

/* Whether file `index` of the source is an entry. */
bool jscan_scan_is_entry(const struct jscan_scan *scan, size_t index);

/* The mode of a report file that is not there yet, still without the umask. */
unsigned jscan_scan_report_mode(const struct jscan_scan *scan);

#endif
