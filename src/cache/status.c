/* What the command line can say of a cache, and its removal. */
#include "cache/cache.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "cache/file.h"
#include "cache/key.h"
#include "cache/place.h"

/* The path of an open folder, as the system knows it. */
static void add_path(struct jscan_cache_status *out,
		     const struct jscan_cache_place *place)
{
	char link[64], folder[sizeof(out->path)];
	ssize_t len;

	if (!place->is_in_repository) {
		snprintf(out->path, sizeof(out->path), "%s/%s", place->folder,
			 place->name);
		return;
	}
	snprintf(link, sizeof(link), "/proc/self/fd/%d", place->base_fd);
	len = readlink(link, folder, sizeof(folder) - 1);
	folder[len < 0 ? 0 : len] = '\0';
	snprintf(out->path, sizeof(out->path), "%.300s/%s/%.100s",
		 len < 0 ? ".git" : folder, place->folder, place->name);
}

static void look(struct jscan_cache_status *out, int dir_fd, const char *name,
		 uint64_t key)
{
	struct jscan_cache_file file;
	struct stat stat;

	if (fstatat(dir_fd, name, &stat, AT_SYMLINK_NOFOLLOW) < 0)
		return;
	out->state = JSCAN_CACHE_STALE;
	out->bytes = (uint64_t)stat.st_size;
	jscan_cache_file_open(&file, dir_fd, name, key);
	if (file.is_there)
		out->state = JSCAN_CACHE_VALID;
	out->notes = file.count;
	jscan_cache_file_close(&file);
}

void jscan_cache_describe(struct jscan_cache_status *out,
			  const struct jscan_cache_options *options)
{
	struct jscan_cache_place place;
	struct jscan_arena arena;
	int dir_fd;

	memset(out, 0, sizeof(*out));
	jscan_arena_init(&arena);
	if (jscan_cache_place_find(&place, options->dir_fd, options->dir,
				   options->folder, &arena)) {
		add_path(out, &place);
		out->state = JSCAN_CACHE_ABSENT;
		dir_fd = jscan_cache_place_open(&place, false);
		if (dir_fd >= 0) {
			look(out, dir_fd, place.name,
			     jscan_cache_key(options));
			close(dir_fd);
		}
		jscan_cache_place_release(&place);
	}
	jscan_arena_release(&arena);
}

static int remove_file(int dir_fd, const char *name, const char *ending,
		       struct jscan_error *err)
{
	char path[256];

	snprintf(path, sizeof(path), "%s%s", name, ending);
	if (unlinkat(dir_fd, path, 0) == 0 || errno == ENOENT)
		return 0;
	return jscan_error_set(err, JSCAN_ERR_IO,
			       "cannot remove the cache '%s': %s", path,
			       strerror(errno));
}

int jscan_cache_remove(const struct jscan_cache_options *options,
		       struct jscan_error *err)
{
	struct jscan_cache_place place;
	struct jscan_arena arena;
	int dir_fd, ret = 0;

	jscan_arena_init(&arena);
	if (jscan_cache_place_find(&place, options->dir_fd, options->dir,
				   options->folder, &arena)) {
		dir_fd = jscan_cache_place_open(&place, false);
		if (dir_fd >= 0) {
			ret = remove_file(dir_fd, place.name, "", err);
			if (!ret)
				ret = remove_file(dir_fd, place.name, ".new",
						  err);
			close(dir_fd);
		}
		jscan_cache_place_release(&place);
	}
	jscan_arena_release(&arena);
	return ret;
}
