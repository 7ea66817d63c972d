/*
 * Compares the files of a folder with a branch.  As git does, a file whose
 * stat data is as the index has it is not read again; all others are hashed.
 */
#include "git/pending_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "entry/select.h"
#include "git/bytes.h"
#include "git/storable.h"
#include "git/tree_cache.h"

#define KEEP_AS_IT_IS (JSCAN_INDEX_ASSUME_VALID | JSCAN_INDEX_SKIP_WORKTREE)

static bool is_wanted(void *data, const char *path)
{
	const struct jscan_snapshot_request *request = data;

	return jscan_select_is_note(path) ||
	       (request->report && !strcmp(path, request->report));
}

const char *jscan_pending_below(const struct jscan_pending *pending,
				const char *path)
{
	return path + strlen(pending->repository->prefix);
}

static int compare_files(const void *a, const void *b)
{
	const struct jscan_pending_file *x = a, *y = b;

	return strcmp(x->path, y->path);
}

static bool is_set(const struct jscan_stamp *stamp)
{
	return stamp && stamp->inode;
}

static void add_wanted(struct jscan_pending *pending, const char *path,
		       const struct jscan_stamp *stamp, bool is_report)
{
	struct jscan_pending_file *file = &pending->files[pending->count++];

	file->path = jscan_arena_printf(&pending->arena, "%s%s",
					pending->repository->prefix, path);
	file->is_named = true;
	file->is_report = is_report;
	file->stamp = is_set(stamp) ? stamp : NULL;
}

/* Entries, report and the old files that may have gone, by path, each once. */
static void join(struct jscan_pending *pending)
{
	const struct jscan_snapshot_request *request = pending->request;
	size_t wanted, old = 0;

	pending->files = jscan_arena_array(
		&pending->arena, request->path_count + 1 + pending->old.count,
		sizeof(*pending->files));
	for (size_t i = 0; i < request->path_count; i++)
		add_wanted(pending, request->paths[i],
			   request->stamps ? &request->stamps[i] : NULL, false);
	if (request->report)
		add_wanted(pending, request->report, request->report_stamp,
			   true);
	qsort(pending->files, pending->count, sizeof(*pending->files),
	      compare_files);
	wanted = pending->count;
	for (size_t i = 0; old < pending->old.count;) {
		const struct jscan_tree_file *file = &pending->old.items[old];
		int order = i == wanted ? 1
					: strcmp(pending->files[i].path,
						 file->path);

		if (order < 0) {
			i++;
			continue;
		}
		if (order == 0) {
			pending->files[i++].old = file;
		} else {
			pending->files[pending->count].path = file->path;
			pending->files[pending->count].old = file;
			pending->files[pending->count++].state =
				JSCAN_PENDING_GONE;
		}
		old++;
	}
	qsort(pending->files, pending->count, sizeof(*pending->files),
	      compare_files);
}

void jscan_pending_check_stamp(struct jscan_pending *pending,
			       const struct jscan_pending_file *file,
			       bool is_there)
{
	struct jscan_stamp now;

	if (!file->stamp || pending->changed)
		return;
	memset(&now, 0, sizeof(now));
	if (is_there)
		jscan_stamp_set(&now, &file->st);
	if (file->is_report) { /* whose ctime a rename has changed */
		now.ctime = file->stamp->ctime;
		now.ctime_ns = file->stamp->ctime_ns;
	}
	if (!jscan_stamp_is_same(&now, file->stamp))
		pending->changed = file->path;
}

int jscan_pending_check_stamps(const struct jscan_pending *pending,
			       struct jscan_error *err)
{
	if (!pending->changed)
		return 0;
	return jscan_error_set(err, JSCAN_ERR_CHANGED,
			       "'%s' was written to while the journal was "
			       "read: run journalscan again",
			       jscan_pending_below(pending, pending->changed));
}

/* The folder that holds the file, reached through no link. */
static int open_parent(struct jscan_pending *pending, const char *path,
		       size_t len)
{
	if (!len)
		return pending->dir_fd;
	/* Files come by path: most lie where the last one did. */
	if (pending->parent && !strncmp(pending->parent, path, len) &&
	    !pending->parent[len])
		return pending->parent_fd;
	if (pending->parent_fd >= 0)
		close(pending->parent_fd);
	pending->parent = jscan_arena_strndup(&pending->arena, path, len);
	pending->parent_fd = jscan_file_open_below(
		pending->dir_fd, pending->parent, O_DIRECTORY);
	pending->parent_errno = pending->parent_fd < 0 ? errno : 0;
	return pending->parent_fd;
}

/*
 * What is now a link, or lies behind one, is no note any more: 1.  -1: errno
 * says why that cannot be told.
 */
static int is_gone(struct jscan_pending *pending, const char *path)
{
	const char *slash = strrchr(path, '/');
	int fd = open_parent(pending, path, slash ? (size_t)(slash - path) : 0);
	int error = 0;
	struct stat st;

	if (fd < 0)
		error = pending->parent_errno;
	else if (fstatat(fd, slash ? slash + 1 : path, &st,
			 AT_SYMLINK_NOFOLLOW) < 0)
		error = errno;
	else
		return !S_ISREG(st.st_mode);
	errno = error;
	return error == ENOENT || error == ENOTDIR || error == ELOOP ? 1 : -1;
}

static int fail_to_look(const char *name, struct jscan_error *err)
{
	return jscan_error_set(err, JSCAN_ERR_IO, "cannot look at '%s': %s",
			       name, strerror(errno));
}

static int stat_note(bool *is_there, struct jscan_pending *pending,
		     struct jscan_pending_file *file, struct jscan_error *err)
{
	const char *name = jscan_pending_below(pending, file->path);

	*is_there =
		!fstatat(pending->dir_fd, name, &file->st, AT_SYMLINK_NOFOLLOW);
	if (*is_there || errno == ENOENT || errno == ENOTDIR)
		return 0;
	return fail_to_look(name, err);
}

/* An old note that the caller does not name: is it no longer on the disk? */
static int look_for_gone(struct jscan_pending *pending,
			 struct jscan_pending_file *file,
			 const struct jscan_index_entry *entry,
			 struct jscan_error *err)
{
	const char *name = jscan_pending_below(pending, file->path);
	int gone;

	file->state = JSCAN_PENDING_SAME;
	if (entry && (entry->flags & KEEP_AS_IT_IS))
		return 0;
	gone = is_gone(pending, name);
	if (gone < 0)
		return fail_to_look(name, err);
	if (gone)
		file->state = JSCAN_PENDING_GONE;
	return 0;
}

static int look_at_new(struct jscan_pending *pending,
		       struct jscan_pending_file *file,
		       const struct jscan_index_entry *entry,
		       struct jscan_error *err)
{
	if (jscan_checkin_is_nested(pending->checkin, file->path) ||
	    (!entry && jscan_checkin_is_ignored(pending->checkin, file->path)))
		return 0;
	if (!jscan_git_is_storable(file->path))
		return jscan_error_set(
			err, JSCAN_ERR_REFUSED,
			"git cannot hold the path '%.300s': rename the folder",
			file->path);
	file->state = JSCAN_PENDING_NEW;
	return 0;
}

static int look_at(struct jscan_pending *pending,
		   struct jscan_pending_file *file, struct jscan_error *err)
{
	const struct jscan_index_entry *entry =
		jscan_index_find(&pending->index, file->path);
	bool is_there;

	if (file->state == JSCAN_PENDING_GONE)
		return look_for_gone(pending, file, entry, err);
	if (entry && (entry->flags & KEEP_AS_IT_IS))
		return 0;
	if (stat_note(&is_there, pending, file, err) < 0)
		return -1;
	is_there = is_there && S_ISREG(file->st.st_mode);
	jscan_pending_check_stamp(pending, file, is_there);
	/* What has gone since it was scanned is for the next run. */
	if (!is_there)
		return 0;
	if (!file->old)
		return look_at_new(pending, file, entry, err);
	if (!entry || memcmp(entry->id, file->old->id, JSCAN_SHA1_BYTES) ||
	    entry->mode != file->old->mode ||
	    !jscan_index_is_fresh(&pending->index, entry, &file->st,
				  pending->repository->is_mode_trusted))
		file->state = JSCAN_PENDING_MAYBE;
	return 0;
}

static int stat_index(struct jscan_pending *pending, struct stat *st,
		      struct jscan_error *err)
{
	const char *path = pending->repository->index_path;

	memset(st, 0, sizeof(*st));
	if (lstat(path, st) < 0 && errno != ENOENT)
		return jscan_error_set(err, JSCAN_ERR_IO,
				       "cannot read '%s': %s", path,
				       strerror(errno));
	return 0;
}

static int open_folder(const char *path, struct jscan_error *err)
{
	int fd = jscan_file_open(AT_FDCWD, path,
				 O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

	if (fd < 0)
		jscan_error_set(err, JSCAN_ERR_IO, "cannot read '%s': %s", path,
				strerror(errno));
	return fd;
}

static int compare(struct jscan_pending *pending, struct jscan_error *err)
{
	struct jscan_repository *repository = pending->repository;
	const struct jscan_snapshot_request *request = pending->request;

	pending->dir_fd = open_folder(repository->dir, err);
	pending->work_dir_fd = open_folder(repository->work_dir, err);
	if (pending->dir_fd < 0 || pending->work_dir_fd < 0)
		return -1;
	if (jscan_branch_find(&pending->branch, repository, request->ref, err) <
		    0 ||
	    stat_index(pending, &pending->index_stat, err) < 0 ||
	    jscan_index_read(&pending->index, repository->index_path,
			     &pending->arena, err) < 0)
		return -1;
	pending->checkin = jscan_checkin_new(repository, &pending->index);
	if (!pending->branch.is_unborn) {
		union {
			const void *in;
			void *out;
		} data = {request};
		struct jscan_tree_cache cache;

		jscan_tree_cache_read(&cache, &pending->index, &pending->arena);
		if (jscan_tree_list_by(&pending->old, NULL, repository, &cache,
				       pending->branch.tree, repository->prefix,
				       is_wanted, data.out, &pending->arena,
				       err) < 0)
			return -1;
	}
	join(pending);
	for (size_t i = 0; i < pending->count; i++) {
		if (look_at(pending, &pending->files[i], err) < 0)
			return -1;
	}
	return jscan_checkin_check(pending->checkin, err);
}

int jscan_pending_init(struct jscan_pending *pending,
		       struct jscan_repository *repository,
		       const struct jscan_snapshot_request *request,
		       struct jscan_error *err)
{
	memset(pending, 0, sizeof(*pending));
	pending->repository = repository;
	pending->request = request;
	pending->dir_fd = -1;
	pending->work_dir_fd = -1;
	pending->parent_fd = -1;
	jscan_arena_init(&pending->arena);
	jscan_buf_init(&pending->bytes);
	return compare(pending, err);
}

void jscan_pending_release(struct jscan_pending *pending)
{
	if (pending->dir_fd >= 0)
		close(pending->dir_fd);
	if (pending->work_dir_fd >= 0)
		close(pending->work_dir_fd);
	if (pending->parent_fd >= 0)
		close(pending->parent_fd);
	pending->dir_fd = pending->work_dir_fd = pending->parent_fd = -1;
	jscan_checkin_free(pending->checkin);
	pending->checkin = NULL;
	jscan_index_release(&pending->index);
	jscan_buf_release(&pending->bytes);
	jscan_arena_release(&pending->arena);
}

int jscan_pending_is_current(bool *out, struct jscan_pending *pending,
			     struct jscan_error *err)
{
	const struct stat *old = &pending->index_stat;
	struct jscan_branch branch;
	struct stat st;

	if (jscan_branch_find(&branch, pending->repository,
			      pending->request->ref, err) < 0 ||
	    stat_index(pending, &st, err) < 0)
		return -1;
	*out = !strcmp(branch.ref, pending->branch.ref) &&
	       branch.is_unborn == pending->branch.is_unborn &&
	       !memcmp(branch.commit, pending->branch.commit,
		       JSCAN_SHA1_BYTES) &&
	       st.st_ino == old->st_ino && st.st_size == old->st_size &&
	       st.st_mtim.tv_sec == old->st_mtim.tv_sec &&
	       st.st_mtim.tv_nsec == old->st_mtim.tv_nsec;
	return 0;
}

int jscan_pending_check_filters(struct jscan_pending *pending,
				struct jscan_error *err)
{
	for (size_t i = 0; i < pending->count; i++) {
		const struct jscan_pending_file *file = &pending->files[i];

		if (file->is_named &&
		    jscan_checkin_check_filter(pending->checkin, file->path,
					       err) < 0)
			return -1;
	}
	return 0;
}
