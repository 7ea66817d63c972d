/*
 * The source that is a folder.  One folder is open at a time and the rest wait
 * on a stack of paths, so depth costs neither call stack nor descriptors.  The
 * files are sorted by the bytes of their path; the order in which a file system
 * names them must not show.  Reading opens each file from the open top folder,
 * through no link.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "entry/rules.h"
#include "entry/select.h"
#include "entry/source.h"

#define NAMES_BYTES 32768 /* asked for at once */

/* A folder that is still to be read. */
struct waiting {
	const char *path; /* from the top of the repository, with '/' or "" */
	const struct jscan_rules *rules;
};

struct walk {
	const struct jscan_config *config;
	struct jscan_arena *arena;
	struct jscan_diags *diags;
	int root_fd;
	struct jscan_repository_rules repository;
	struct jscan_patterns own; /* of the configuration */
	size_t prefix_len;	   /* of the repository's */
	struct waiting *waiting;
	size_t waiting_count;
	size_t waiting_room;
	struct jscan_source_file *files;
	size_t file_count;
	struct jscan_buf path; /* of the name at hand, from the top */
	char *names; /* of the folder at hand, records of the system */
	size_t names_len;
	size_t names_room;
};

struct folder {
	int root_fd;
};

/* "permission denied": messages here start in lower case. */
static const char *reason(struct jscan_arena *arena, int error)
{
	const char *text = strerrordesc_np(error);
	char *copy = jscan_arena_strdup(arena, text ? text : "unknown error");

	if (copy[0] >= 'A' && copy[0] <= 'Z')
		copy[0] = (char)(copy[0] - 'A' + 'a');
	return copy;
}

static void add_file(struct walk *walk, const char *relative)
{
	struct jscan_source_file *file;

	walk->files = jscan_arena_grow(walk->arena, walk->files,
				       walk->file_count, sizeof(*walk->files));
	file = &walk->files[walk->file_count++];
	file->raw_path = jscan_arena_strdup(walk->arena, relative);
	file->path = jscan_select_shown_path(walk->arena, file->raw_path);
}

static void add_waiting(struct walk *walk, const char *path,
			const struct jscan_rules *rules)
{
	struct waiting *waiting;

	if (walk->waiting_count == walk->waiting_room) {
		walk->waiting_room =
			walk->waiting_room ? walk->waiting_room * 2 : 64;
		walk->waiting = jscan_realloc(walk->waiting,
					      walk->waiting_room *
						      sizeof(*walk->waiting));
	}
	waiting = &walk->waiting[walk->waiting_count++];
	waiting->path = path;
	waiting->rules = rules;
}

static void add_diag(struct walk *walk, const char *relative,
		     enum jscan_diag_code code, const char *message)
{
	const char *raw =
		jscan_arena_strdup(walk->arena, *relative ? relative : ".");

	jscan_diags_add(walk->diags, jscan_select_shown_path(walk->arena, raw),
			0, 0, code, "%s", message);
}

static bool is_ignored(const struct walk *walk, const struct jscan_rules *rules,
		       bool is_folder)
{
	const char *path = walk->path.data;

	if (jscan_patterns_match(&walk->own, path + walk->prefix_len,
				 is_folder) == JSCAN_PATTERN_IGNORE)
		return true;
	return walk->repository.is_there &&
	       jscan_rules_match(rules, walk->repository.last, path, is_folder);
}

static unsigned char type_of(int dir_fd, const struct dirent64 *entry)
{
	struct stat stat;

	if (entry->d_type != DT_UNKNOWN)
		return entry->d_type;
	if (fstatat(dir_fd, entry->d_name, &stat, AT_SYMLINK_NOFOLLOW) < 0)
		return DT_UNKNOWN;
	return IFTODT(stat.st_mode);
}

/* One name in a folder; its path is in walk->path. */
static void read_entry(struct walk *walk, const struct dirent64 *entry,
		       unsigned char type, const struct jscan_rules *rules)
{
	const char *relative = walk->path.data + walk->prefix_len;
	bool is_folder = type == DT_DIR;

	if (is_folder ? entry->d_name[0] == '.'
		      : !jscan_select_is_note(entry->d_name))
		return;
	if (type == DT_LNK || is_ignored(walk, rules, is_folder))
		return;
	if (strlen(relative) >= PATH_MAX - 1) {
		add_diag(walk, relative, JSCAN_DIAG_BAD_PATH,
			 "a path this long cannot be read");
	} else if (is_folder) {
		jscan_buf_addc(&walk->path, '/');
		add_waiting(walk,
			    jscan_arena_strdup(walk->arena, walk->path.data),
			    rules);
	} else if (type != DT_REG) {
		add_diag(walk, relative, JSCAN_DIAG_NOT_A_FILE,
			 "a pipe, socket or device; it was not opened");
	} else if (strcmp(relative, walk->config->report) != 0) {
		add_file(walk, relative);
	}
}

/*
 * The names of an open folder, as the system gives them, into walk->names.
 * Returns 0, or an error of the system, with those before it.
 */
static int list_names(struct walk *walk, int fd)
{
	ssize_t got;

	walk->names_len = 0;
	for (;;) {
		if (walk->names_room - walk->names_len < NAMES_BYTES) {
			walk->names_room =
				walk->names_len + 2 * (size_t)NAMES_BYTES;
			walk->names =
				jscan_realloc(walk->names, walk->names_room);
		}
		got = getdents64(fd, walk->names + walk->names_len,
				 NAMES_BYTES);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return got < 0 ? errno : 0;
		walk->names_len += (size_t)got;
	}
}

/* The name at *at in walk->names, and the next place; NULL at the end. */
static const struct dirent64 *next_name(const struct walk *walk, size_t *at)
{
	const struct dirent64 *entry =
		(const struct dirent64 *)(const void *)(walk->names + *at);

	if (*at >= walk->names_len)
		return NULL;
	*at += entry->d_reclen;
	return entry;
}

static bool has_name(const struct walk *walk, const char *name)
{
	const struct dirent64 *entry;
	size_t at = 0;

	while ((entry = next_name(walk, &at))) {
		if (!strcmp(entry->d_name, name))
			return true;
	}
	return false;
}

static void read_entries(struct walk *walk, int dir_fd, const char *path,
			 const struct jscan_rules *rules)
{
	const struct dirent64 *entry;
	size_t at = 0, len = strlen(path);

	while ((entry = next_name(walk, &at))) {
		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
			continue;
		jscan_buf_clear(&walk->path);
		jscan_buf_add(&walk->path, path, len);
		jscan_buf_adds(&walk->path, entry->d_name);
		read_entry(walk, entry, type_of(dir_fd, entry), rules);
	}
}

static int open_folder(const struct walk *walk, const char *path)
{
	const char *relative = path + walk->prefix_len;
	size_t len = strlen(relative);

	if (!len)
		return jscan_file_open(walk->root_fd, ".",
				       O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	/* without the slash at its end */
	return jscan_file_open_below(
		walk->root_fd,
		jscan_arena_strndup(walk->arena, relative, len - 1),
		O_DIRECTORY);
}

/*
 * The ignore file of a folder.  False when it cannot be read: nobody can tell
 * then which notes are to stay out, and all of the folder does.
 */
static bool read_rules(struct walk *walk, const struct jscan_rules **rules,
		       int fd, const struct waiting *waiting)
{
	const char *relative = waiting->path + walk->prefix_len;

	switch (jscan_rules_read(rules, fd, ".gitignore", waiting->path, *rules,
				 walk->arena)) {
	case JSCAN_RULES_READ:
		return true;
	case JSCAN_RULES_CUT:
		add_diag(walk, relative, JSCAN_DIAG_TOO_BIG,
			 "its .gitignore has too many lines; the last are not "
			 "read");
		return true;
	default:
		add_diag(
			walk, relative, JSCAN_DIAG_UNREADABLE,
			jscan_arena_printf(
				walk->arena,
				"its .gitignore cannot be read, and so nothing "
				"of this folder is: %s",
				reason(walk->arena, errno)));
		return false;
	}
}

static void read_folder(struct walk *walk, const struct waiting *waiting)
{
	const struct jscan_rules *rules = waiting->rules;
	int fd = open_folder(walk, waiting->path), error;
	const char *relative = waiting->path + walk->prefix_len;

	if (fd < 0) {
		add_diag(walk, relative, JSCAN_DIAG_UNREADABLE,
			 jscan_arena_printf(walk->arena,
					    "cannot open this folder: %s",
					    reason(walk->arena, errno)));
		return;
	}
	error = list_names(walk, fd);
	if (walk->repository.is_there &&
	    (error || has_name(walk, ".gitignore")) &&
	    !read_rules(walk, &rules, fd, waiting)) {
		close(fd);
		return;
	}
	read_entries(walk, fd, waiting->path, rules);
	if (error)
		add_diag(walk, relative, JSCAN_DIAG_UNREADABLE,
			 jscan_arena_printf(walk->arena,
					    "cannot list all of it: %s",
					    reason(walk->arena, error)));
	close(fd);
}

static int compare_files(const void *a, const void *b)
{
	const struct jscan_source_file *x = a, *y = b;

	return strcmp(x->raw_path, y->raw_path);
}

void jscan_stamp_set(struct jscan_stamp *out, const struct stat *stat)
{
	memset(out, 0, sizeof(*out));
	out->mtime = stat->st_mtim.tv_sec;
	out->mtime_ns = (uint32_t)stat->st_mtim.tv_nsec;
	out->ctime = stat->st_ctim.tv_sec;
	out->ctime_ns = (uint32_t)stat->st_ctim.tv_nsec;
	out->inode = stat->st_ino;
	out->size = (uint64_t)stat->st_size;
}

bool jscan_stamp_is_same(const struct jscan_stamp *a,
			 const struct jscan_stamp *b)
{
	return a->mtime == b->mtime && a->mtime_ns == b->mtime_ns &&
	       a->ctime == b->ctime && a->ctime_ns == b->ctime_ns &&
	       a->inode == b->inode && a->size == b->size;
}

static enum jscan_read_result read_file(const struct jscan_source *source,
					size_t index, struct jscan_buf *out,
					struct jscan_stamp *stamp)
{
	const struct folder *folder = source->data;
	struct stat state;
	enum jscan_read_result result = jscan_file_read_below(
		out, &state, folder->root_fd, source->files[index].raw_path,
		JSCAN_NOTE_MOST_BYTES);

	if (result == JSCAN_READ_OK)
		jscan_stamp_set(stamp, &state);
	return result;
}

static bool stamp_file(const struct jscan_source *source, size_t index,
		       struct jscan_stamp *out)
{
	const struct folder *folder = source->data;
	struct stat stat;

	if (fstatat(folder->root_fd, source->files[index].raw_path, &stat,
		    AT_SYMLINK_NOFOLLOW) < 0 ||
	    !S_ISREG(stat.st_mode))
		return false;
	jscan_stamp_set(out, &stat);
	return true;
}

static int get_folder(const struct jscan_source *source)
{
	const struct folder *folder = source->data;

	return folder->root_fd;
}

static void close_folder(struct jscan_source *source)
{
	struct folder *folder = source->data;

	close(folder->root_fd);
}

int jscan_source_open_folder(struct jscan_source *out, const char *dir,
			     const struct jscan_config *config,
			     const char *excludes_path,
			     struct jscan_arena *arena,
			     struct jscan_diags *diags, struct jscan_error *err)
{
	struct walk walk = {.config = config, .arena = arena, .diags = diags};
	struct folder *folder;

	walk.root_fd = jscan_file_open(AT_FDCWD, dir,
				       O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	if (walk.root_fd < 0)
		return jscan_error_set_at(err, JSCAN_ERR_IO, dir, 0, 0,
					  "cannot open folder '%s': %s", dir,
					  reason(arena, errno));
	if (jscan_repository_rules_find(&walk.repository, walk.root_fd, dir,
					excludes_path, arena, err) < 0) {
		close(walk.root_fd);
		return -1;
	}
	walk.prefix_len = strlen(walk.repository.prefix);
	jscan_select_parse_ignore(&walk.own, config, arena);
	jscan_buf_init(&walk.path);
	add_waiting(&walk, walk.repository.prefix, walk.repository.folders);
	while (walk.waiting_count) {
		struct waiting next = walk.waiting[--walk.waiting_count];

		read_folder(&walk, &next);
	}
	jscan_buf_release(&walk.path);
	free(walk.names);
	free(walk.waiting);
	if (walk.file_count)
		qsort(walk.files, walk.file_count, sizeof(*walk.files),
		      compare_files);
	folder = jscan_arena_alloc(arena, sizeof(*folder));
	folder->root_fd = walk.root_fd;
	memset(out, 0, sizeof(*out));
	out->files = walk.files;
	out->count = walk.file_count;
	out->read = read_file;
	out->stamp = stamp_file;
	out->folder = get_folder;
	out->close = close_folder;
	out->data = folder;
	return 0;
}
