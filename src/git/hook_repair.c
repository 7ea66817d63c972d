/*
 * What is done after a commit.  One of some paths alone was made from an index
 * of its own; when the real one could not get the report before, it gets it
 * now.
 */
#include "git/hook_repair.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "entry/rules.h"
#include "git/hook_index.h"
#include "git/hook_note.h"
#include "git/hook_stage.h"
#include "git/internal.h"

/* The report of the last commit, where the index has an older one. */
static int write_report(struct jscan_stage *stage, struct jscan_error *err)
{
	struct jscan_repository *repository = stage->repository;
	struct jscan_index index;
	bool is_old;

	if (jscan_index_read(&index, repository->index_path, &stage->arena,
			     err) < 0)
		return -1;
	is_old = jscan_hook_note_is_old(&stage->note, &index);
	jscan_index_release(&index);
	if (!is_old)
		return 0;
	stage->path = stage->note.path;
	memcpy(stage->new, stage->note.new, sizeof(stage->new));
	if (jscan_stage_open_work_dir(stage, err) < 0)
		return -1;
	if (jscan_lock_take(&stage->lock, repository, err) < 0 ||
	    jscan_lock_mark(&stage->lock, NULL, NULL, err) < 0)
		return -1;
	return jscan_stage_write_index(stage, err);
}

/* A note stays until it is known that the index needs nothing. */
static int repair(struct jscan_stage *stage, struct jscan_error *err)
{
	struct jscan_repository *repository = stage->repository;
	bool is_there, is_committed = false;

	/* One that was killed before the commit may have left git's lock. */
	if (jscan_lock_clear(repository, err) < 0 ||
	    jscan_hook_note_read(&stage->note, &is_there, repository, err) < 0)
		return -1;
	if (is_there &&
	    jscan_hook_note_is_committed(&is_committed, &stage->mode,
					 &stage->note, repository, err) < 0)
		return -1;
	if (is_committed && write_report(stage, err) < 0)
		return -1;
	jscan_hook_note_remove(repository);
	return 0;
}

/* Known not to be there; what cannot be looked at may be. */
static bool is_missing(int dir_fd, const char *name)
{
	struct stat st;

	return fstatat(dir_fd, name, &st, AT_SYMLINK_NOFOLLOW) < 0 &&
	       errno == ENOENT;
}

/*
 * Whether there may be a note, or what a killed run left: most commits have
 * nothing else to find out here.
 */
static bool may_have_note(const char *dir, const char *const *environment)
{
	struct jscan_arena arena;
	const char *prefix;
	int dir_fd, git_fd;
	bool may_have = true;

	if (jscan_git_getenv(environment, "GIT_DIR"))
		return true;
	dir_fd = jscan_file_open(AT_FDCWD, dir,
				 O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	if (dir_fd < 0)
		return true;
	jscan_arena_init(&arena);
	git_fd = jscan_repository_open_git(&prefix, dir_fd, dir, &arena);
	/* That of a linked work tree lies in a folder of its own. */
	if (git_fd >= 0)
		may_have = !is_missing(git_fd, "commondir") ||
			   !is_missing(git_fd, "journalscan/partial") ||
			   !is_missing(git_fd, "journalscan/mark");
	if (git_fd >= 0)
		close(git_fd);
	close(dir_fd);
	jscan_arena_release(&arena);
	return may_have;
}

int jscan_hook_repair(const char *dir, const char *const *environment,
		      struct jscan_error *err)
{
	struct jscan_repository_options options = {
		.environment = environment, .is_hook = true, .is_plain = true};
	struct jscan_repository *repository;
	struct jscan_stage stage;
	int ret;

	if (!may_have_note(dir, environment))
		return 0;
	if (jscan_repository_open(&repository, dir, &options, err) < 0)
		return -1;
	jscan_stage_init(&stage, repository);
	ret = repair(&stage, err);
	jscan_stage_release(&stage);
	jscan_repository_free(repository);
	return ret;
}
