/*
 * What is done after a commit.  One of some paths alone was made from an index
 * of its own; when the real one could not get the report before, it gets it
 * now.  A note in our folder of the git directory says what that was: path, old
 * and new report, a NUL after each.
 */
#include "git/hook_repair.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "entry/rules.h"
#include "git/bytes.h"
#include "git/head.h"
#include "git/hook_index.h"
#include "git/internal.h"
#include "git/tree.h"

#define MOST_BYTES ((size_t)1 << 30)

int jscan_stage_leave_note(struct jscan_stage *stage, struct jscan_error *err)
{
	const char *path = jscan_arena_printf(&stage->arena, "%s/partial",
					      stage->lock.folder);
	char old[2 * JSCAN_SHA1_BYTES + 1] = "";
	char new[2 * JSCAN_SHA1_BYTES + 1];
	struct jscan_buf buf;
	int fd, ret;

	jscan_buf_init(&buf);
	if (stage->has_old)
		jscan_sha1_hex(old, stage->old);
	jscan_sha1_hex(new, stage->new);
	jscan_buf_addf(&buf, "%s%c%s%c%s%c", stage->path, 0, old, 0, new, 0);
	unlink(path);
	fd = jscan_file_open(AT_FDCWD, path,
			     O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	ret = fd < 0 ? -1 : jscan_git_write_all(fd, buf.data, buf.len);
	if (ret < 0) {
		jscan_error_set(err, JSCAN_ERR_IO, "cannot write '%s': %s",
				path, strerror(errno));
		unlink(path);
	}
	if (fd >= 0)
		close(fd);
	jscan_buf_release(&buf);
	return ret;
}

/* What jscan_stage_leave_note() wrote; false when there is nothing of use. */
static bool read_note(struct jscan_stage *stage, const char *note)
{
	const char *words[3] = {"", "", ""};
	struct jscan_buf buf;
	struct stat st;
	size_t at = 0;

	jscan_buf_init(&buf);
	if (!jscan_git_read_file(&buf, AT_FDCWD, note, MOST_BYTES, &st)) {
		for (int i = 0; i < 3 && at < buf.len; i++) {
			size_t len = strnlen(buf.data + at, buf.len - at);

			words[i] = jscan_arena_strndup(&stage->arena,
						       buf.data + at, len);
			at += len + 1;
		}
	}
	jscan_buf_release(&buf);
	stage->path = words[0];
	stage->has_old = jscan_head_parse_id(stage->old, words[1]);
	return words[0][0] && jscan_head_parse_id(stage->new, words[2]);
}

/* Whether the commit that was made has the report of the note. */
static bool is_committed(struct jscan_stage *stage, struct jscan_error *err)
{
	struct jscan_tree_file file;
	bool is_found = false;

	if (jscan_branch_find(&stage->branch, stage->repository, NULL, err) <
		    0 ||
	    stage->branch.is_unborn ||
	    jscan_tree_find(&file, &is_found, stage->repository,
			    stage->branch.tree, stage->path, err) < 0)
		return false;
	stage->mode = file.mode;
	return is_found && !memcmp(file.id, stage->new, JSCAN_SHA1_BYTES);
}

static int repair(struct jscan_stage *stage, struct jscan_error *err)
{
	struct jscan_repository *repository = stage->repository;
	const char *note = jscan_arena_printf(
		&stage->arena, "%sjournalscan/partial", repository->common_dir);
	struct jscan_index index;
	bool is_needed;

	/* One that was killed before the commit may have left git's lock. */
	if (jscan_lock_clear(repository, err) < 0)
		return -1;
	if (access(note, F_OK) < 0)
		return 0;
	is_needed = read_note(stage, note) && is_committed(stage, err);
	unlink(note);
	if (!is_needed || jscan_index_read(&index, repository->index_path,
					   &stage->arena, err) < 0)
		return 0;
	is_needed = jscan_stage_has_old(stage, &index);
	jscan_index_release(&index);
	if (!is_needed)
		return 0;
	stage->work_dir_fd =
		jscan_file_open(AT_FDCWD, repository->work_dir,
				O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	if (jscan_lock_take(&stage->lock, repository, err) < 0 ||
	    jscan_lock_mark(&stage->lock, NULL, NULL, err) < 0)
		return -1;
	return jscan_stage_write_index(stage, err);
}

/*
 * Whether there may be a note, or what a killed run left: most commits have
 * nothing else to find out here.
 */
static bool may_have_note(const char *dir, const char *const *environment)
{
	struct jscan_arena arena;
	const char *prefix;
	struct stat st;
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
	if (git_fd >= 0 &&
	    fstatat(git_fd, "commondir", &st, AT_SYMLINK_NOFOLLOW) < 0)
		may_have = fstatat(git_fd, "journalscan/partial", &st,
				   AT_SYMLINK_NOFOLLOW) == 0 ||
			   fstatat(git_fd, "journalscan/mark", &st,
				   AT_SYMLINK_NOFOLLOW) == 0;
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
