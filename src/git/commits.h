/* The commits that led to one, oldest first. */
#ifndef JSCAN_GIT_COMMITS_H
#define JSCAN_GIT_COMMITS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/sha1.h"
#include "git/repository.h"
#include "journalscan.h"

/* Past this it is no journal's repository. */
#define JSCAN_COMMITS_MOST 1000000

struct jscan_commit {
	char id[2 * JSCAN_SHA1_BYTES + 1];
	unsigned char tree[JSCAN_SHA1_BYTES]; /* of the top folder */
	struct jscan_date date; /* its author's day, in the author's zone */
	const char *subject;	/* the first line of its message, valid UTF-8 */
	bool is_main;		/* it is reached by first parents alone */
};

struct jscan_commits {
	struct jscan_commit *items; /* parents before children */
	size_t count;
};

/*
 * Lists the commit that `revision` names (NULL: HEAD) and all before it.  Where
 * the history was cut off (a shallow clone), it begins there.  Everything lives
 * in `arena`.  Returns 0, or -1: JSCAN_ERR_NOT_FOUND (no such revision, no
 * commit yet), JSCAN_ERR_LIMIT.
 */
int jscan_commits_list(struct jscan_commits *out,
		       struct jscan_repository *repository,
		       const char *revision, struct jscan_arena *arena,
		       struct jscan_error *err);

/* The one that `revision` names. */
int jscan_commits_find(struct jscan_commit *out,
		       struct jscan_repository *repository,
		       const char *revision, struct jscan_arena *arena,
		       struct jscan_error *err);

#endif
