/*
 * Finds what git would read to know what it ignores, without libgit2, whose
 * start costs more than a small scan.  The top of the repository is found by
 * going up from the folder; the ways back down are the names of the folders
 * gone through, found by their inode, so that no path of the system is needed.
 */
#include "entry/rules.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"

#define MOST_RULE_BYTES ((size_t)1 << 20)
#define MOST_ABOVE	256

static bool is_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Leaves errno alone. */
static void close_quietly(int fd)
{
	int saved = errno;

	close(fd);
	errno = saved;
}

/* Whether errno says that there is nothing of that name. */
static bool is_missing(void)
{
	return errno == ENOENT || errno == ENOTDIR || errno == ELOOP;
}

/*
 * 1: a folder `.git` with a HEAD, or a file that names such a folder; 0: there
 * is none; -1: errno says why that cannot be told.
 */
static int has_git(int dir_fd)
{
	struct stat stat;

	if (fstatat(dir_fd, ".git", &stat, AT_SYMLINK_NOFOLLOW) == 0 &&
	    (S_ISREG(stat.st_mode) ||
	     fstatat(dir_fd, ".git/HEAD", &stat, AT_SYMLINK_NOFOLLOW) == 0))
		return 1;
	return is_missing() ? 0 : -1;
}

enum jscan_rules_result jscan_rules_read(const struct jscan_rules **out, int dir_fd,
		      const char *name, const char *path,
		      const struct jscan_rules *above,
		      struct jscan_arena *arena)
{
	struct jscan_rules *rules;
	struct jscan_buf buf;
	enum jscan_rules_result result = JSCAN_RULES_READ;

	*out = above;
	jscan_buf_init(&buf);
	switch (jscan_file_read(&buf, dir_fd, name, MOST_RULE_BYTES)) {
	case JSCAN_READ_OK:
		break;
	case JSCAN_READ_TOO_BIG:
		errno = EFBIG;
		result = JSCAN_RULES_UNREADABLE;
		break;
	case JSCAN_READ_FAILED:
		result = JSCAN_RULES_UNREADABLE;
		break;
	default: /* git reads no link either */
		break;
	}
	if (buf.len) {
		rules = jscan_arena_alloc(arena, sizeof(*rules));
		if (!jscan_patterns_parse(&rules->patterns, buf.data, buf.len,
					  arena))
			result = JSCAN_RULES_CUT;
		rules->base_len = strlen(path);
		rules->next = above;
		if (rules->patterns.count)
			*out = rules;
	}
	jscan_buf_release(&buf);
	return result;
}

/*
 * *out: the first line of a small file behind `start`, or NULL for no such
 * line.  -1: errno says why that cannot be told.
 */
static int read_line(char **out, int dir_fd, const char *name,
		     const char *start, struct jscan_arena *arena)
{
	enum jscan_read_result result;
	struct jscan_buf buf;

	*out = NULL;
	jscan_buf_init(&buf);
	result = jscan_file_read(&buf, dir_fd, name, 4096);
	if (result == JSCAN_READ_OK && buf.len &&
	    !strncmp(buf.data, start, strlen(start)))
		*out = jscan_arena_strndup(
			arena, buf.data + strlen(start),
			strcspn(buf.data + strlen(start), "\r\n"));
	jscan_buf_release(&buf);
	return result == JSCAN_READ_FAILED ? -1 : 0;
}

/* The git directory of the work tree whose top is open; -1 with errno. */
static int open_own_git_folder(int top_fd, struct jscan_arena *arena)
{
	char *path;

	/* A linked work tree or a submodule has a file that says where. */
	if (read_line(&path, top_fd, ".git", "gitdir: ", arena) < 0)
		return -1;
	return jscan_file_open(top_fd, path ? path : ".git",
			       O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
}

/* The folder with the shared files of the repository whose top is open. */
static int open_git_folder(int top_fd, struct jscan_arena *arena)
{
	int fd = open_own_git_folder(top_fd, arena);
	char *shared = NULL;

	if (fd >= 0 && read_line(&shared, fd, "commondir", "", arena) < 0) {
		close_quietly(fd);
		return -1;
	}
	if (shared) {
		int shared_fd = jscan_file_open(
			fd, shared, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

		close_quietly(fd);
		fd = shared_fd;
	}
	return fd;
}

static int fail(struct jscan_error *err, const char *name)
{
	return jscan_error_set(err, JSCAN_ERR_IO,
			       "cannot read '%s', which may tell what to leave "
			       "out: %s",
			       name, strerror(errno));
}

/*
 * As git, which takes a personal file that may not be opened for one that is
 * not there: it may be that of another person.
 */
static int read_personal_rules(struct jscan_repository_rules *rules,
			       const char *path, struct jscan_arena *arena,
			       struct jscan_error *err)
{
	if (path &&
	    jscan_rules_read(&rules->last, AT_FDCWD, path, "", rules->last,
			     arena) == JSCAN_RULES_UNREADABLE &&
	    errno != EACCES)
		return fail(err, path);
	return 0;
}

static int read_last_rules(struct jscan_repository_rules *rules, int top_fd,
			   const char *excludes_path, struct jscan_arena *arena,
			   struct jscan_error *err)
{
	int git_fd, ret = 0;

	if (read_personal_rules(rules, excludes_path, arena, err) < 0)
		return -1;
	git_fd = open_git_folder(top_fd, arena);
	if (git_fd < 0)
		return is_missing() ? 0 : fail(err, ".git");
	if (jscan_rules_read(&rules->last, git_fd, "info/exclude", "",
			     rules->last, arena) == JSCAN_RULES_UNREADABLE)
		ret = fail(err, ".git/info/exclude");
	close(git_fd);
	return ret;
}

/*
 * Opens the folder above the last one.  1: it did; 0: there is none, or none
 * that we may look at, where git would find no repository either; -1: errno
 * says why that cannot be told.
 */
static int open_above(int fds[MOST_ABOVE], int *count, int fd)
{
	struct stat here, above;

	if (*count == MOST_ABOVE)
		return 0;
	fds[*count] = jscan_file_open(
		fd, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	if (fds[*count] < 0)
		return errno == EACCES ? 0 : -1;
	++*count;
	if (fstat(fd, &here) < 0 || fstat(fds[*count - 1], &above) < 0)
		return -1;
	return !is_same(&here, &above); /* the root of the file system */
}

static void close_all(const int *fds, int count)
{
	while (count > 0)
		close_quietly(fds[--count]);
}

/*
 * Opens the folders above, nearest first, up to the top of the repository, and
 * counts them.  1: they are open; 0: there is no repository; -1: errno says why
 * that cannot be told.
 */
static int go_up(int fds[MOST_ABOVE], int *count, int dir_fd)
{
	int fd = dir_fd, found;

	*count = 0;
	while (!(found = has_git(fd))) {
		int next = open_above(fds, count, fd);

		found = next;
		if (next <= 0)
			break;
		fd = fds[*count - 1];
	}
	if (found < 0 && *count > 0 && errno == EACCES)
		found = 0;
	if (found <= 0)
		close_all(fds, *count);
	return found;
}

/* The last `count` parts of a path; NULL when it has fewer. */
static const char *last_parts(const char *path, int count)
{
	const char *at = path + strlen(path);

	for (; count > 0; count--) {
		do {
			if (at == path)
				return NULL;
			at--;
		} while (*at != '/');
	}
	return *at == '/' ? at + 1 : at;
}

/* Ignore files from the top down to the folder above; `way` leads to it. */
static int read_above(struct jscan_repository_rules *out, const int *fds,
		      int count, const char *way, struct jscan_arena *arena,
		      struct jscan_error *err)
{
	for (int i = count - 1; i >= 0; i--) {
		size_t len = strcspn(way, "/");

		if (jscan_rules_read(&out->folders, fds[i], ".gitignore",
				     out->prefix, out->folders,
				     arena) == JSCAN_RULES_UNREADABLE)
			return fail(err, ".gitignore");
		out->prefix = jscan_arena_printf(arena, "%s%.*s/", out->prefix,
						 (int)len, way);
		way += len + (way[len] == '/');
	}
	return 0;
}

/* *out: the way down from the top to `dir`, or NULL when it has no such. */
static int find_way(const char **out, const char *dir, int count,
		    struct jscan_arena *arena)
{
	char *real = realpath(dir, NULL);
	const char *way = real ? last_parts(real, count) : NULL;

	*out = way ? jscan_arena_strdup(arena, way) : NULL;
	if (!real)
		return -1;
	free(real);
	return 0;
}

int jscan_repository_rules_find(struct jscan_repository_rules *out, int dir_fd,
				const char *dir, const char *excludes_path,
				struct jscan_arena *arena,
				struct jscan_error *err)
{
	int fds[MOST_ABOVE], count;
	int found = go_up(fds, &count, dir_fd), ret = 0;
	const char *way = "";

	memset(out, 0, sizeof(*out));
	out->prefix = "";
	if (found <= 0)
		return found < 0 ? fail(err, ".git") : 0;
	if (count > 0 && find_way(&way, dir, count, arena) < 0) {
		ret = fail(err, dir);
	} else if (way) {
		out->is_there = true;
		ret = read_last_rules(out, count ? fds[count - 1] : dir_fd,
				      excludes_path, arena, err);
		if (!ret)
			ret = read_above(out, fds, count, way, arena, err);
	}
	close_all(fds, count);
	return ret;
}

static int has_repository(int dir_fd, int top_fd, struct jscan_arena *arena)
{
	struct stat here, top, stat;
	int fd, found;

	if (fstat(dir_fd, &here) < 0 || fstat(top_fd, &top) < 0)
		return -1;
	if (here.st_dev != top.st_dev)
		return 0;
	fd = open_own_git_folder(top_fd, arena);
	if (fd < 0)
		return is_missing() ? 0 : -1;
	found = fstatat(fd, "HEAD", &stat, 0) == 0 &&
		(fstatat(fd, "commondir", &stat, 0) == 0 ||
		 (fstatat(fd, "objects", &stat, 0) == 0 &&
		  fstatat(fd, "refs", &stat, 0) == 0));
	if (!found && !is_missing())
		found = -1;
	close_quietly(fd);
	return found;
}

int jscan_repository_is_there(int dir_fd, struct jscan_arena *arena)
{
	int fds[MOST_ABOVE], count;
	int found = go_up(fds, &count, dir_fd);

	if (found <= 0)
		return found;
	found = has_repository(dir_fd, count ? fds[count - 1] : dir_fd, arena);
	close_all(fds, count);
	return found;
}

int jscan_repository_open_git(const char **prefix, int dir_fd, const char *dir,
			      struct jscan_arena *arena)
{
	int fds[MOST_ABOVE], count, git_fd = -1;
	const char *way = NULL;

	*prefix = "";
	if (go_up(fds, &count, dir_fd) <= 0)
		return -1;
	if (count > 0 && find_way(&way, dir, count, arena) == 0 && way)
		*prefix = jscan_arena_printf(arena, "%s/", way);
	if (count == 0 || way)
		git_fd = open_own_git_folder(count ? fds[count - 1] : dir_fd,
					     arena);
	close_all(fds, count);
	return git_fd;
}

static enum jscan_pattern_match match_chain(const struct jscan_rules *rules,
					    const char *path, bool is_folder)
{
	for (; rules; rules = rules->next) {
		enum jscan_pattern_match match = jscan_patterns_match(
			&rules->patterns, path + rules->base_len, is_folder);

		if (match != JSCAN_PATTERN_SILENT)
			return match;
	}
	return JSCAN_PATTERN_SILENT;
}

bool jscan_rules_match(const struct jscan_rules *folders,
		       const struct jscan_rules *last, const char *path,
		       bool is_folder)
{
	enum jscan_pattern_match match = match_chain(folders, path, is_folder);

	if (match == JSCAN_PATTERN_SILENT)
		match = match_chain(last, path, is_folder);
	return match == JSCAN_PATTERN_IGNORE;
}
