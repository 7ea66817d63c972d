/*
 * Places of caches.  One repository may hold several journals, and the folder
 * outside of repositories those of a whole machine, so that names hold a hash of
 * the journal's path; only the journal that is a whole work tree needs none.
 */
#include "cache/place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "entry/rules.h"

#define FOLDER_FLAGS (O_RDONLY | O_DIRECTORY | O_CLOEXEC)

static const char *make_name(struct jscan_arena *arena, const char *path)
{
	return jscan_arena_printf(
		arena, "cache-%016llx",
		(unsigned long long)jscan_hash_bytes(path, strlen(path)));
}

static bool is_own(int fd)
{
	struct stat stat;

	return fstat(fd, &stat) == 0 && stat.st_uid == geteuid();
}

bool jscan_cache_place_find(struct jscan_cache_place *out, int dir_fd,
			    const char *dir, const char *folder,
			    struct jscan_arena *arena)
{
	const char *prefix;
	char *real;

	memset(out, 0, sizeof(*out));
	out->base_fd = jscan_repository_open_git(&prefix, dir_fd, dir, arena);
	if (out->base_fd >= 0) {
		out->is_in_repository = true;
		out->folder = "journalscan";
		out->name = *prefix ? make_name(arena, prefix) : "cache";
		if (is_own(out->base_fd))
			return true;
		jscan_cache_place_release(out);
		return false;
	}
	real = folder && *folder == '/' ? realpath(dir, NULL) : NULL;
	if (!real)
		return false;
	out->folder = folder;
	out->name = make_name(arena, real);
	free(real);
	return true;
}

void jscan_cache_place_release(struct jscan_cache_place *place)
{
	if (place->base_fd >= 0)
		close(place->base_fd);
	place->base_fd = -1;
}

/* Every folder of an absolute path, as far as they are missing. */
static void make_folders(const char *path)
{
	char *copy = strdup(path);

	for (char *slash = copy ? copy : NULL; slash;) {
		slash = strchr(slash + 1, '/');
		if (slash)
			*slash = '\0';
		mkdir(copy, 0700); /* what is wrong shows when it is opened */
		if (slash)
			*slash = '/';
	}
	free(copy);
}

int jscan_cache_place_open(const struct jscan_cache_place *place, bool is_made)
{
	int base = place->is_in_repository ? place->base_fd : AT_FDCWD;
	int flags = FOLDER_FLAGS | (place->is_in_repository ? O_NOFOLLOW : 0);
	int fd = jscan_file_open(base, place->folder, flags, 0);

	if (fd < 0 && errno == ENOENT && is_made) {
		/* The snapshot keeps its lock in the repository's, too. */
		if (place->is_in_repository)
			mkdirat(base, place->folder, 0777);
		else
			make_folders(place->folder);
		fd = jscan_file_open(base, place->folder, flags, 0);
	}
	if (fd >= 0 && !is_own(fd)) {
		close(fd);
		return -1;
	}
	return fd;
}
