/*
 * Looks up paths in the index of the work tree that a folder is in.  One that
 * cannot be read tracks nothing: what the rules name stays out then, which is
 * the safe side.
 */
#include "git/tracked.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "entry/rules.h"

void jscan_tracked_init(struct jscan_tracked *tracked, const char *dir,
			struct jscan_arena *arena)
{
	memset(tracked, 0, sizeof(*tracked));
	tracked->dir = dir;
	tracked->arena = arena;
}

void jscan_tracked_release(struct jscan_tracked *tracked)
{
	if (tracked->is_read)
		jscan_index_release(&tracked->index);
}

static void read_index(struct jscan_tracked *tracked)
{
	struct jscan_error err;
	const char *prefix;
	int dir_fd, git_fd = -1;

	tracked->is_read = true;
	dir_fd = jscan_file_open(AT_FDCWD, tracked->dir,
				 O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	if (dir_fd >= 0)
		git_fd = jscan_repository_open_git(&prefix, dir_fd,
						   tracked->dir,
						   tracked->arena);
	if (git_fd < 0 ||
	    jscan_index_read_at(&tracked->index, git_fd, "index",
				tracked->arena, &err) < 0)
		memset(&tracked->index, 0, sizeof(tracked->index));
	if (git_fd >= 0)
		close(git_fd);
	if (dir_fd >= 0)
		close(dir_fd);
}

bool jscan_tracked_has(void *data, const char *path)
{
	struct jscan_tracked *tracked = data;
	const struct jscan_index *index = &tracked->index;
	size_t len = strlen(path), place;

	if (!tracked->is_read)
		read_index(tracked);
	place = jscan_index_place(index, path);
	if (place == index->count)
		return false;
	return path[len - 1] == '/'
		       ? !strncmp(index->entries[place].path, path, len)
		       : !strcmp(index->entries[place].path, path);
}
