/* Whether a repository is in a state in which a commit of ours is welcome. */
#ifndef JSCAN_GIT_STATE_H
#define JSCAN_GIT_STATE_H

#include "git/index.h"
#include "git/repository.h"
#include "journalscan.h"

/*
 * Returns 0, or -1 with JSCAN_ERR_REFUSED: a merge, rebase, cherry-pick, revert
 * or bisect is under way, or a file is in conflict.
 */
int jscan_state_check(struct jscan_repository *repository,
		      const struct jscan_index *index, struct jscan_error *err);

#endif
