/*
 * The notes of a folder as they were at each of many commits, and each version
 * of each note once: a source to be read like any other.  What did not change
 * between two commits is neither listed nor read twice.
 */
#ifndef JSCAN_GIT_PAST_H
#define JSCAN_GIT_PAST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "config/config.h"
#include "entry/source.h"
#include "git/commits.h"
#include "git/repository.h"
#include "journalscan.h"

/* Notes of all commits together. */
#define JSCAN_PAST_MOST_NOTES 200000000

struct jscan_past_notes {
	const uint32_t *versions; /* files of the source, by path */
	size_t count;
	bool is_repeated; /* a commit before has the same */
};

struct jscan_past {
	struct jscan_commits commits;
	/* One a commit; where nothing changed, the same as before. */
	struct jscan_past_notes *notes;
	struct jscan_source source;
};

/*
 * Opens the commits up to `revision` (NULL: HEAD) as they hold the folder
 * `dir`; which files are notes is what `config` says, now.  *out is the
 * caller's, to be given to jscan_past_free(); what it holds lives as long.
 *
 * Returns 0, or -1: what jscan_repository_open() and jscan_commits_list() can
 * say, JSCAN_ERR_REPOSITORY, JSCAN_ERR_LIMIT.
 */
int jscan_past_open(struct jscan_past **out, const char *dir,
		    const char *revision, const struct jscan_config *config,
		    const struct jscan_repository_options *options,
		    struct jscan_error *err);
void jscan_past_free(struct jscan_past *past);

#endif
