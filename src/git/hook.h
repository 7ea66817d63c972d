/*
 * The part of the hook that touches the repository while git is committing: the
 * report that goes with what is being committed.
 */
#ifndef JSCAN_GIT_HOOK_H
#define JSCAN_GIT_HOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "git/stored.h"
#include "journalscan.h"

struct jscan_hook_report {
	struct jscan_stored *stored; /* what is staged, as it was read */
	const char *name;	     /* of the report, relative to the folder */
	const char *bytes;
	size_t len;
	unsigned mode; /* of a new file, without the umask */
	/* Whether a file of that name is a report of ours. */
	bool (*is_ours)(const char *bytes, size_t len);
	bool is_check; /* compare, and change nothing */
	bool is_staging;
};

/*
 * Makes the report part of the commit that git is about to make: into the index
 * that git named, and into the work tree unless it was edited there.  A commit
 * of some paths alone has an index of its own; then the real one, which git
 * holds locked, gets the report too.
 *
 * Returns 0 with *out JSCAN_HOOK_UNCHANGED, JSCAN_HOOK_STAGED, JSCAN_HOOK_STALE
 * (of a check) or JSCAN_HOOK_IGNORED; or -1: JSCAN_ERR_NOT_OURS,
 * JSCAN_ERR_REFUSED, JSCAN_ERR_REPOSITORY, JSCAN_ERR_IO.
 */
int jscan_hook_stage(enum jscan_hook_result *out,
		     const struct jscan_hook_report *report,
		     struct jscan_error *err);

#endif
