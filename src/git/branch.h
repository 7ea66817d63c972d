/* The branch that a snapshot goes to: where it stands, and moving it on. */
#ifndef JSCAN_GIT_BRANCH_H
#define JSCAN_GIT_BRANCH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/sha1.h"
#include "git/identity.h"
#include "git/repository.h"
#include "journalscan.h"

struct jscan_branch {
	const char *ref; /* its full name; HEAD itself when detached */
	bool is_head;	 /* HEAD and the index follow it */
	bool is_unborn;	 /* it has no commit yet */
	unsigned char commit[JSCAN_SHA1_BYTES];
	unsigned char tree[JSCAN_SHA1_BYTES];
};

/*
 * Finds what HEAD stands for, or the branch or other ref `name` when it is not
 * NULL ("journal" is refs/heads/journal).  Returns 0, or -1:
 * JSCAN_ERR_REPOSITORY, JSCAN_ERR_REFUSED (no name for a ref, or checked out
 * in another work tree).
 */
int jscan_branch_find(struct jscan_branch *out,
		      struct jscan_repository *repository, const char *name,
		      struct jscan_error *err);

/* A line of the reflog. */
struct jscan_branch_note {
	const struct jscan_person *who;
	int64_t time_seconds;
	int offset_minutes;
	const char *message;
};

/*
 * Moves the branch from where it was found to `commit` and writes the reflog.
 * Returns 0, or -1: JSCAN_ERR_REFUSED when it is locked or has been moved
 * meanwhile, JSCAN_ERR_IO.
 */
int jscan_branch_move(const struct jscan_branch *branch,
		      struct jscan_repository *repository,
		      const unsigned char commit[JSCAN_SHA1_BYTES],
		      const struct jscan_branch_note *note,
		      struct jscan_error *err);

#endif
