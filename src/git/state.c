/* What is under way in a repository, and the words for it. */
#include "git/state.h"

#include "base/error.h"
#include "git/internal.h"

static const struct {
	git_repository_state_t state;
	const char *what;
	const char *remedy;
} states[] = {
	{GIT_REPOSITORY_STATE_MERGE, "a merge", "git merge --continue"},
	{GIT_REPOSITORY_STATE_REVERT, "a revert", "git revert --continue"},
	{GIT_REPOSITORY_STATE_REVERT_SEQUENCE, "a revert",
	 "git revert --continue"},
	{GIT_REPOSITORY_STATE_CHERRYPICK, "a cherry-pick",
	 "git cherry-pick --continue"},
	{GIT_REPOSITORY_STATE_CHERRYPICK_SEQUENCE, "a cherry-pick",
	 "git cherry-pick --continue"},
	{GIT_REPOSITORY_STATE_BISECT, "a bisect", "git bisect reset"},
	{GIT_REPOSITORY_STATE_REBASE, "a rebase", "git rebase --continue"},
	{GIT_REPOSITORY_STATE_REBASE_INTERACTIVE, "a rebase",
	 "git rebase --continue"},
	{GIT_REPOSITORY_STATE_REBASE_MERGE, "a rebase",
	 "git rebase --continue"},
	{GIT_REPOSITORY_STATE_APPLY_MAILBOX, "git am", "git am --continue"},
	{GIT_REPOSITORY_STATE_APPLY_MAILBOX_OR_REBASE, "a rebase",
	 "git rebase --continue"},
};

int jscan_state_check(struct jscan_repository *repository,
		      const struct jscan_index *index, struct jscan_error *err)
{
	int state = git_repository_state(repository->git);

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		if ((int)states[i].state == state)
			return jscan_error_set(
				err, JSCAN_ERR_REFUSED,
				"%s is under way: end it (%s), then run "
				"journalscan again",
				states[i].what, states[i].remedy);
	}
	for (size_t i = 0; i < index->count; i++) {
		if (index->entries[i].stage)
			return jscan_error_set(
				err, JSCAN_ERR_REFUSED,
				"'%.200s' is in conflict: resolve it and 'git "
				"add' it, then run journalscan again",
				index->entries[i].path);
	}
	return 0;
}
