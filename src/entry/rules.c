/*
 * Finds what git would read to know what it ignores, without libgit2, whose
 * start costs more than a small scan.  The top of the repository is found by
 * going up from the folder; the ways back down are the names of the folders
 * gone through, found by their inode, so that no path of the system is needed.
 */
#include "entry/rules.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#define MOST_RULE_BYTES ((size_t)1 << 20)
#define MOST_ABOVE	256

static bool is_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* A folder `.git` with a HEAD, or a file that names such a folder. */
static bool has_git(int dir_fd)
{
	struct stat stat;

	if (fstatat(dir_fd, ".git", &stat, AT_SYMLINK_NOFOLLOW) < 0)
		return false;
	return S_ISREG(stat.st_mode) ||
	       fstatat(dir_fd, ".git/HEAD", &stat, AT_SYMLINK_NOFOLLOW) == 0;
}

bool jscan_rules_read(const struct jscan_rules **out, int dir_fd,
		      const char *name, const char *path,
		      const struct jscan_rules *above,
		      struct jscan_arena *arena)
{
	struct jscan_rules *rules;
	struct jscan_buf buf;
	bool is_whole = true;

	*out = above;
	jscan_buf_init(&buf);
	if (jscan_file_read(&buf, dir_fd, name, MOST_RULE_BYTES) ==
		    JSCAN_READ_OK &&
	    buf.len) {
		rules = jscan_arena_alloc(arena, sizeof(*rules));
		is_whole = jscan_patterns_parse(&rules->patterns, buf.data,
						buf.len, arena);
		rules->base_len = strlen(path);
		rules->next = above;
		if (rules->patterns.count)
			*out = rules;
	}
	jscan_buf_release(&buf);
	return is_whole;
}

/* The first line of a small file behind `start`, or NULL. */
static char *read_line(int dir_fd, const char *name, const char *start,
		       struct jscan_arena *arena)
{
	struct jscan_buf buf;
	char *line = NULL;

	jscan_buf_init(&buf);
	if (jscan_file_read(&buf, dir_fd, name, 4096) == JSCAN_READ_OK &&
	    buf.len && !strncmp(buf.data, start, strlen(start)))
		line = jscan_arena_strndup(
			arena, buf.data + strlen(start),
			strcspn(buf.data + strlen(start), "\r\n"));
	jscan_buf_release(&buf);
	return line;
}

/* The git directory of the work tree whose top is open. */
static int open_own_git_folder(int top_fd, struct jscan_arena *arena)
{
	/* A linked work tree or a submodule has a file that says where. */
	char *path = read_line(top_fd, ".git", "gitdir: ", arena);

	return openat(top_fd, path ? path : ".git",
		      O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* The folder with the shared files of the repository whose top is open. */
static int open_git_folder(int top_fd, struct jscan_arena *arena)
{
	int fd = open_own_git_folder(top_fd, arena);
	char *shared = fd < 0 ? NULL : read_line(fd, "commondir", "", arena);

	if (shared) {
		int shared_fd = openat(fd, shared,
				       O_RDONLY | O_DIRECTORY | O_CLOEXEC);

		close(fd);
		fd = shared_fd;
	}
	return fd;
}

static void read_last_rules(struct jscan_repository_rules *rules, int top_fd,
			    const char *excludes_path,
			    struct jscan_arena *arena)
{
	int git_fd = open_git_folder(top_fd, arena);

	if (excludes_path)
		jscan_rules_read(&rules->last, AT_FDCWD, excludes_path, "",
				 rules->last, arena);
	if (git_fd < 0)
		return;
	jscan_rules_read(&rules->last, git_fd, "info/exclude", "", rules->last,
			 arena);
	close(git_fd);
}

/*
 * Opens the folders above, nearest first, up to the top of the repository.
 * Returns how many, or -1 when there is no repository.
 */
static int go_up(int fds[MOST_ABOVE], int dir_fd)
{
	const int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
	struct stat here, above;
	int count = 0, fd = dir_fd;

	while (!has_git(fd)) {
		int up = count < MOST_ABOVE ? openat(fd, "..", flags) : -1;

		if (up < 0)
			break;
		fds[count++] = up;
		if (fstat(fd, &here) < 0 || fstat(up, &above) < 0 ||
		    is_same(&here, &above))
			break; /* the root of the file system */
		fd = up;
	}
	if (has_git(fd))
		return count;
	while (count > 0)
		close(fds[--count]);
	return -1;
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
static void read_above(struct jscan_repository_rules *out, const int *fds,
		       int count, const char *way, struct jscan_arena *arena)
{
	for (int i = count - 1; i >= 0; i--) {
		size_t len = strcspn(way, "/");

		jscan_rules_read(&out->folders, fds[i], ".gitignore",
				 out->prefix, out->folders, arena);
		out->prefix = jscan_arena_printf(arena, "%s%.*s/", out->prefix,
						 (int)len, way);
		way += len + (way[len] == '/');
	}
}

void jscan_repository_rules_find(struct jscan_repository_rules *out, int dir_fd,
				 const char *dir, const char *excludes_path,
				 struct jscan_arena *arena)
{
	int fds[MOST_ABOVE];
	int count = go_up(fds, dir_fd);
	char *real = count > 0 ? realpath(dir, NULL) : NULL;
	const char *way = real ? last_parts(real, count) : NULL;

	memset(out, 0, sizeof(*out));
	out->prefix = "";
	if (count == 0 || way) {
		out->is_there = true;
		read_last_rules(out, count ? fds[count - 1] : dir_fd,
				excludes_path, arena);
		read_above(out, fds, count, way, arena);
	}
	free(real);
	while (count > 0)
		close(fds[--count]);
}

int jscan_repository_open_git(const char **prefix, int dir_fd, const char *dir,
			      struct jscan_arena *arena)
{
	int fds[MOST_ABOVE];
	int count = go_up(fds, dir_fd), git_fd = -1;
	char *real = count > 0 ? realpath(dir, NULL) : NULL;
	const char *way = real ? last_parts(real, count) : NULL;

	*prefix = "";
	if (way)
		*prefix = jscan_arena_printf(arena, "%s/", way);
	if (count == 0 || way)
		git_fd = open_own_git_folder(count ? fds[count - 1] : dir_fd,
					     arena);
	free(real);
	while (count > 0)
		close(fds[--count]);
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
