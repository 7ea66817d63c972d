/*
 * The source that is a folder.  One folder is open at a time and the rest wait
 * on a stack of paths, so depth costs neither call stack nor descriptors.  What
 * a folder holds is taken from there in the order of names, so that files come
 * sorted by the bytes of their path; the order in which a file system names them
 * must not show.  Reading opens each file from the open top folder,
 * through no link.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "entry/listing.h"
#include "entry/rules.h"
#include "entry/select.h"
#include "entry/source.h"

/* A folder that is still to be read, or a file whose turn will come. */
struct waiting {
	const char *path; /* from the top; of a folder with '/', or "" */
	const struct jscan_rules *rules;
	bool is_file;
	bool is_ignored; /* by git, but for what it tracks in there */
};

struct walk {
	const struct jscan_config *config;
	const struct jscan_folder_options *options;
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
	struct jscan_listing listing;	       /* of the folder at hand */
	const struct jscan_listings *listings; /* NULL: none are known */
	dev_t device;			       /* that these are of */
	const char *dir;
	struct jscan_error *err; /* filled once is_failed */
	bool is_failed;
};

struct held { /* what a folder holds */
	const char *names; /* see entry/listing.h; NULL: not known */
	size_t len;
	bool may_have_ignore;
	int error; /* of the system, after those names */
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

/* Keeps the path where it is. */
static void add_file(struct walk *walk, const char *relative)
{
	struct jscan_source_file *file;

	walk->files = jscan_arena_grow(walk->arena, walk->files,
				       walk->file_count, sizeof(*walk->files));
	file = &walk->files[walk->file_count++];
	file->raw_path = relative;
	file->path = jscan_select_shown_path(walk->arena, relative);
}

static void add_waiting(struct walk *walk, const struct waiting *waiting)
{
	if (walk->waiting_count == walk->waiting_room) {
		walk->waiting_room =
			walk->waiting_room ? walk->waiting_room * 2 : 64;
		walk->waiting = jscan_realloc(walk->waiting,
					      walk->waiting_room *
						      sizeof(*walk->waiting));
	}
	walk->waiting[walk->waiting_count++] = *waiting;
}

/* What waits from `first` on is to be taken in the order that it came in. */
static void turn_waiting(struct walk *walk, size_t first)
{
	for (size_t end = walk->waiting_count; first + 1 < end; first++) {
		struct waiting one = walk->waiting[first];

		walk->waiting[first] = walk->waiting[--end];
		walk->waiting[end] = one;
	}
}

static void add_diag(struct walk *walk, const char *relative,
		     enum jscan_diag_code code, const char *message)
{
	const char *raw =
		jscan_arena_strdup(walk->arena, *relative ? relative : ".");

	jscan_diags_add(walk->diags, jscan_select_shown_path(walk->arena, raw),
			0, 0, code, "%s", message);
}

static bool is_left_out(const struct walk *walk, bool is_folder)
{
	return jscan_patterns_match(&walk->own,
				    walk->path.data + walk->prefix_len,
				    is_folder) == JSCAN_PATTERN_IGNORE;
}

/* Do the rules of git name it, or a folder above? */
static bool is_ignored(const struct walk *walk, const struct waiting *folder,
		       const struct jscan_rules *rules, bool is_folder)
{
	return walk->repository.is_there &&
	       (folder->is_ignored ||
		jscan_rules_match(rules, walk->repository.last,
				  walk->path.data, is_folder));
}

static bool is_tracked(struct walk *walk, bool is_folder)
{
	size_t len = walk->path.len;
	bool is_there;

	if (!walk->options->is_tracked)
		return false;
	if (is_folder)
		jscan_buf_addc(&walk->path, '/');
	is_there = walk->options->is_tracked(walk->options->tracked,
					     walk->path.data);
	walk->path.len = len;
	walk->path.data[len] = '\0';
	return is_there;
}

/* One name in a folder; its path is in walk->path. */
static void read_entry(struct walk *walk, char kind,
		       const struct waiting *folder,
		       const struct jscan_rules *rules)
{
	const char *relative;
	bool is_folder = kind == JSCAN_LISTING_FOLDER;
	struct waiting waiting = {.rules = rules, .is_file = !is_folder};

	if (is_left_out(walk, is_folder))
		return;
	waiting.is_ignored = is_ignored(walk, folder, rules, is_folder);
	if (waiting.is_ignored && !is_tracked(walk, is_folder))
		return;
	relative = walk->path.data + walk->prefix_len;
	if (strlen(relative) >= PATH_MAX - 1) {
		add_diag(walk, relative, JSCAN_DIAG_BAD_PATH,
			 "a path this long cannot be read");
	} else if (kind == JSCAN_LISTING_OTHER) {
		add_diag(walk, relative, JSCAN_DIAG_NOT_A_FILE,
			 "a pipe, socket or device; it was not opened");
	} else if (is_folder || strcmp(relative, walk->config->report) != 0) {
		if (is_folder)
			jscan_buf_addc(&walk->path, '/');
		waiting.path = jscan_arena_strndup(
			walk->arena, walk->path.data, walk->path.len);
		add_waiting(walk, &waiting);
	}
}

static void read_entries(struct walk *walk, const char *names,
			 size_t names_len, const struct waiting *folder,
			 const struct jscan_rules *rules)
{
	size_t at = 0, len = strlen(folder->path), first = walk->waiting_count;
	const char *name;
	char kind;

	while ((kind = jscan_listing_next(&name, names, names_len, &at))) {
		if (kind == JSCAN_LISTING_IGNORE)
			continue;
		jscan_buf_clear(&walk->path);
		jscan_buf_add(&walk->path, folder->path, len);
		jscan_buf_adds(&walk->path, name);
		read_entry(walk, kind, folder, rules);
	}
	turn_waiting(walk, first);
}

/* Without the slash at its end. */
static const char *name_folder(const struct walk *walk, const char *path)
{
	const char *relative = path + walk->prefix_len;
	size_t len = strlen(relative);

	return len ? jscan_arena_strndup(walk->arena, relative, len - 1) : ".";
}

static int open_folder(const struct walk *walk, const char *name)
{
	if (!strcmp(name, "."))
		return jscan_file_open(walk->root_fd, ".",
				       O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	return jscan_file_open_below(walk->root_fd, name, O_DIRECTORY);
}

/*
 * Of a folder below one diagnostic says so.  Without the top there is no
 * journal: a report of nothing would take the place of the last one.
 */
static void add_unreadable(struct walk *walk, const char *relative,
			   const char *what, int error)
{
	const char *why = reason(walk->arena, error);

	if (*relative) {
		add_diag(walk, relative, JSCAN_DIAG_UNREADABLE,
			 jscan_arena_printf(walk->arena, "%s: %s", what, why));
		return;
	}
	walk->is_failed = true;
	jscan_error_set_at(walk->err, JSCAN_ERR_IO, walk->dir, 0, 0,
			   "folder '%s': %s: %s", walk->dir, what, why);
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
		add_unreadable(walk, relative,
			       "its .gitignore cannot be read, and so nothing "
			       "of this folder is",
			       errno);
		return false;
	}
}

/*
 * What the folder is known to hold, if it is as it was then.  Sets *stamp to
 * how it is now; false where that says nothing.
 */
static bool find_held(struct held *held, struct jscan_stamp *stamp,
		      struct walk *walk, const char *name, const char *relative)
{
	const struct jscan_listings *listings = walk->listings;
	struct stat stat;

	if (!listings ||
	    fstatat(walk->root_fd, name, &stat, AT_SYMLINK_NOFOLLOW) < 0 ||
	    !S_ISDIR(stat.st_mode) || stat.st_dev != walk->device)
		return false;
	jscan_stamp_set(stamp, &stat);
	held->names =
		listings->find(listings->data, relative, stamp, &held->len);
	if (held->names)
		held->may_have_ignore =
			jscan_listing_has_ignore(held->names, held->len);
	return true;
}

/* What the open folder holds; kept for the next time where it has a stamp. */
static void list_held(struct held *held, struct walk *walk, int fd,
		      const char *relative, const struct jscan_stamp *stamp)
{
	struct jscan_listing *listing = &walk->listing;

	held->error = jscan_listing_read(listing, fd);
	held->names = listing->names.len ? listing->names.data : "";
	held->len = listing->names.len;
	held->may_have_ignore =
		held->error || jscan_listing_has_ignore(held->names, held->len);
	if (stamp && listing->is_sure)
		walk->listings->keep(walk->listings->data, relative, stamp,
				     held->names, held->len);
}

static void read_folder(struct walk *walk, const struct waiting *waiting)
{
	const char *relative = waiting->path + walk->prefix_len;
	const char *name = name_folder(walk, waiting->path);
	const struct jscan_rules *rules = waiting->rules;
	struct held held = {.names = NULL};
	struct jscan_stamp stamp;
	bool has_stamp = find_held(&held, &stamp, walk, name, relative);
	bool is_in_repository = walk->repository.is_there;
	int fd = -1;

	if (!held.names || (is_in_repository && held.may_have_ignore)) {
		fd = open_folder(walk, name);
		if (fd < 0) {
			add_unreadable(walk, relative,
				       "cannot open this folder", errno);
			return;
		}
	}
	if (!held.names)
		list_held(&held, walk, fd, relative, has_stamp ? &stamp : NULL);
	if (!is_in_repository || !held.may_have_ignore ||
	    read_rules(walk, &rules, fd, waiting)) {
		read_entries(walk, held.names, held.len, waiting, rules);
		if (held.error)
			add_unreadable(walk, relative, "cannot list all of it",
				       held.error);
	}
	if (fd >= 0)
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

/* They are sorted, unless something in a cache is not as it was written. */
static void sort_files(struct walk *walk)
{
	for (size_t i = 1; i < walk->file_count; i++) {
		if (compare_files(&walk->files[i - 1], &walk->files[i]) <= 0)
			continue;
		qsort(walk->files, walk->file_count, sizeof(*walk->files),
		      compare_files);
		return;
	}
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

/*
 * Whether a folder of this file system has another time once a name in it is
 * another, which on those of other machines and of programs is a promise.
 */
static bool has_times(int fd, dev_t *device)
{
	struct statfs system;
	struct stat stat;

	if (fstatfs(fd, &system) < 0 || fstat(fd, &stat) < 0)
		return false;
	*device = stat.st_dev;
	switch ((unsigned long)system.f_type) {
	case EXT4_SUPER_MAGIC: /* and of ext2, ext3 */
	case XFS_SUPER_MAGIC:
	case BTRFS_SUPER_MAGIC:
	case F2FS_SUPER_MAGIC:
	case TMPFS_MAGIC:
		return true;
	default:
		return false;
	}
}

int jscan_source_open_folder(struct jscan_source *out, const char *dir,
			     const struct jscan_folder_options *options,
			     struct jscan_arena *arena,
			     struct jscan_diags *diags, struct jscan_error *err)
{
	struct walk walk = {
		.config = options->config,
		.options = options,
		.arena = arena,
		.diags = diags,
		.dir = dir,
		.err = err};
	struct waiting top = {.is_file = false};
	struct folder *folder;

	walk.root_fd = jscan_file_open(AT_FDCWD, dir,
				       O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	if (walk.root_fd < 0)
		return jscan_error_set_at(err, JSCAN_ERR_IO, dir, 0, 0,
					  "cannot open folder '%s': %s", dir,
					  reason(arena, errno));
	if (jscan_repository_rules_find(&walk.repository, walk.root_fd, dir,
					options->excludes_path, arena,
					err) < 0) {
		close(walk.root_fd);
		return -1;
	}
	walk.prefix_len = strlen(walk.repository.prefix);
	top.path = walk.repository.prefix;
	top.rules = walk.repository.folders;
	jscan_select_parse_ignore(&walk.own, options->config, arena);
	if (options->listings && has_times(walk.root_fd, &walk.device))
		walk.listings = options->listings;
	jscan_listing_init(&walk.listing);
	jscan_buf_init(&walk.path);
	add_waiting(&walk, &top);
	while (walk.waiting_count && !walk.is_failed) {
		struct waiting next = walk.waiting[--walk.waiting_count];

		if (next.is_file)
			add_file(&walk, next.path + walk.prefix_len);
		else
			read_folder(&walk, &next);
	}
	jscan_buf_release(&walk.path);
	jscan_listing_release(&walk.listing);
	free(walk.waiting);
	if (walk.is_failed) {
		close(walk.root_fd);
		return -1;
	}
	sort_files(&walk);
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
