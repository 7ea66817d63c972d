/*
 * Writes the report into an index: the one that git named, and for a commit of
 * some paths alone also the one that is to be the real one after it.
 */
#include "git/hook_index.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "git/bytes.h"
#include "git/change.h"
#include "git/internal.h"

#define LOCK_TRIES 100 /* two seconds: an editor may ask for the status */

static void change_index(struct jscan_stage *stage, struct jscan_index *index,
			 struct jscan_buf *out)
{
	struct jscan_change change = {.path = stage->path,
				      .id = stage->new,
				      .mode = stage->mode,
				      .st = stage->has_file ? &stage->st
							    : NULL};

	jscan_index_apply(index, &change, 1, stage->work_dir_fd);
	jscan_index_format(out, index);
}

int jscan_stage_write_index(struct jscan_stage *stage, struct jscan_error *err)
{
	const char *path = stage->repository->index_path;
	struct jscan_index index = {.arena = &stage->arena};
	bool is_current;
	struct jscan_buf out;
	int ret = -1;

	if (jscan_lock_take_index(&stage->lock, LOCK_TRIES, err) < 0)
		return -1;
	is_current = stage->index && jscan_index_is_current(stage->index, path);
	if (is_current)
		index = *stage->index;
	else if (jscan_index_read(&index, path, &stage->arena, err) < 0)
		return -1;
	jscan_buf_init(&out);
	change_index(stage, &index, &out);
	if (!jscan_lock_write_index(&stage->lock, &out, index.mode, err) &&
	    !jscan_lock_install_index(&stage->lock, err))
		ret = 0;
	jscan_buf_release(&out);
	if (!is_current)
		jscan_index_release(&index);
	return ret;
}

bool jscan_stage_is_partial(const struct jscan_stage *stage)
{
	static const char start[] = "next-index-";
	const char *slash = strrchr(stage->repository->index_path, '/');

	return slash && !strncmp(slash + 1, start, sizeof(start) - 1);
}

/*
 * git holds the lock of the real index, which becomes the index once the commit
 * is made.  Putting another file in its place changes what that will be, and
 * goes with the lock when the commit fails.
 */
void jscan_stage_write_real_index(struct jscan_stage *stage)
{
	const char *path = jscan_arena_printf(&stage->arena, "%sindex.lock",
					      stage->repository->git_dir);
	const char *temporary = jscan_arena_printf(
		&stage->arena, "%s/object-index", stage->lock.folder);
	struct jscan_index index;
	struct jscan_error err;
	struct jscan_buf out;
	int fd;

	if (access(path, F_OK) < 0 ||
	    jscan_index_read(&index, path, &stage->arena, &err) < 0)
		return;
	jscan_buf_init(&out);
	if (jscan_hook_note_is_old(&stage->note, &index)) {
		change_index(stage, &index, &out);
		fd = jscan_file_open(AT_FDCWD, temporary,
				     O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
				     index.mode);
		if (fd >= 0) {
			if (jscan_file_write_all(fd, out.data, out.len) < 0 ||
			    rename(temporary, path) < 0)
				unlink(temporary);
			close(fd);
		}
	}
	jscan_buf_release(&out);
	jscan_index_release(&index);
}
