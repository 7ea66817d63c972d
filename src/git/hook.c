/*
 * What the hook does to the repository while git waits for it.
 *
 * git names the index of the commit in GIT_INDEX_FILE.  For `git commit` that
 * is the index itself, not locked; for `git commit -a` it is git's own lock of
 * it; for `git commit PATH` it is an index that is thrown away after the
 * commit, while the lock of the real one already holds what that is to become.
 */
#include "git/hook.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/hash.h"
#include "git/bytes.h"
#include "git/hook_index.h"
#include "git/hook_note.h"
#include "git/hook_stage.h"
#include "git/internal.h"
#include "git/objects.h"
#include "git/store.h"
#include "git/tree.h"

#define MOST_BYTES ((size_t)1 << 30)
#define MARK_BYTES ((size_t)4096) /* of a report, that tell whose it is */

/* A file of that name that we did not make is not ours to replace. */
static int check_old(struct jscan_stage *stage, struct jscan_error *err)
{
	enum jscan_object_type type;
	struct jscan_buf bytes;
	bool is_ours;

	jscan_buf_init(&bytes);
	if (jscan_store_read_start(&bytes, &type, stage->repository, stage->old,
				   MARK_BYTES, err) != JSCAN_STORE_OK) {
		jscan_buf_release(&bytes);
		return -1;
	}
	is_ours = !bytes.len || stage->report->is_ours(bytes.data, bytes.len);
	jscan_buf_release(&bytes);
	if (is_ours)
		return 0;
	return jscan_error_set(err, JSCAN_ERR_NOT_OURS,
			       "the staged '%s' was not made by journalscan "
			       "and is left alone: move it, or name another "
			       "file with 'report:' in .journalscan.yml",
			       stage->path);
}

static int find_old(struct jscan_stage *stage, struct jscan_error *err)
{
	const struct jscan_index_entry *entry =
		jscan_index_find(stage->index, stage->path);
	struct jscan_tree_file file;

	stage->mode = 0100644;
	stage->has_old = entry && !(entry->flags & JSCAN_INDEX_INTENT_TO_ADD);
	if (stage->has_old) {
		memcpy(stage->old, entry->id, JSCAN_SHA1_BYTES);
		if (S_ISREG(entry->mode))
			stage->mode = entry->mode;
	}
	if (jscan_branch_find(&stage->branch, stage->repository, NULL, err) < 0)
		return -1;
	if (!stage->branch.is_unborn &&
	    jscan_tree_find(&file, &stage->has_head, stage->repository,
			    stage->branch.tree, stage->path, err) < 0)
		return -1;
	if (stage->has_head)
		memcpy(stage->head, file.id, JSCAN_SHA1_BYTES);
	return stage->has_old ? check_old(stage, err) : 0;
}

/*
 * A report of ours that is stored, if only by a run that was killed before it
 * could stage it: no words of anybody are lost with the file.
 */
static int is_stored(bool *out, struct jscan_stage *stage,
		     const struct jscan_buf *bytes, const unsigned char *id,
		     struct jscan_error *err)
{
	git_oid oid;

	*out = false;
	if (!stage->report->is_ours(bytes->data, bytes->len))
		return 0;
	if (jscan_store_find_loose(out, stage->repository, id, err) < 0)
		return -1;
	if (*out)
		return 0;
	if (jscan_git_need(stage->repository, err) < 0)
		return -1;
	git_oid_fromraw(&oid, id);
	*out = git_odb_exists_ext(stage->repository->odb, &oid, 0);
	return 0;
}

/* Whether the report on disk is, by its times, the one in the index. */
static bool is_as_staged(struct jscan_stage *stage, int dir_fd,
			 const char *name)
{
	const struct jscan_index_entry *entry =
		jscan_index_find(stage->index, stage->path);
	struct stat st;

	return entry && !fstatat(dir_fd, name, &st, AT_SYMLINK_NOFOLLOW) &&
	       jscan_index_is_fresh(stage->index, entry, &st, false);
}

/* Whether the bytes are a report that git knows. */
static int is_known(bool *out, struct jscan_stage *stage,
		    struct jscan_buf *bytes, struct jscan_error *err)
{
	unsigned char id[JSCAN_SHA1_BYTES];

	*out = false;
	if (jscan_checkin_convert(stage->checkin, stage->path, bytes, err) < 0)
		return err->code == JSCAN_ERR_REFUSED ? 0 : -1;
	jscan_sha1_object(id, "blob", bytes->data, bytes->len);
	*out = !memcmp(id, stage->new, sizeof(id)) ||
	       (stage->has_old && !memcmp(id, stage->old, sizeof(id))) ||
	       (stage->has_head && !memcmp(id, stage->head, sizeof(id)));
	return *out ? 0 : is_stored(out, stage, bytes, id, err);
}

/*
 * The report on disk is replaced when it is one that git knows; anything else
 * is somebody's unstaged work.
 */
static int is_file_replaceable(bool *out, struct jscan_stage *stage, int dir_fd,
			       const char *name, struct jscan_error *err)
{
	struct jscan_buf bytes;
	struct stat st;
	int ret = 0;

	*out = is_as_staged(stage, dir_fd, name);
	if (*out)
		return 0;
	jscan_buf_init(&bytes);
	if (!jscan_git_read_file(&bytes, dir_fd, name, MOST_BYTES, &st)) {
		ret = is_known(out, stage, &bytes, err);
	} else if (errno == ENOENT) {
		*out = !stage->has_old && !stage->has_head;
	} else if (errno != ELOOP && errno != EINVAL && errno != ENXIO &&
		   errno != EFBIG && errno != EAGAIN) {
		/* no link, folder or device, and not being written */
		ret = jscan_error_set(err, JSCAN_ERR_IO, "cannot read '%s': %s",
				      stage->report->name, strerror(errno));
	}
	jscan_buf_release(&bytes);
	return ret;
}

/* By way of our folder, so that nothing is left among the notes. */
static int replace_file(struct jscan_stage *stage, int fd, const char *name)
{
	const struct jscan_hook_report *report = stage->report;
	int beside = jscan_file_open(AT_FDCWD, stage->lock.folder,
				     O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	int ret, saved;

	if (beside < 0)
		return -1;
	ret = jscan_file_replace_by(fd, beside, name, report->bytes,
				    report->len, report->mode);
	saved = errno;
	close(beside);
	errno = saved;
	return ret;
}

static int write_file(struct jscan_stage *stage, struct jscan_error *err)
{
	const struct jscan_hook_report *report = stage->report;
	const char *slash = strrchr(report->name, '/');
	const char *name = slash ? slash + 1 : report->name;
	const char *folder = jscan_arena_printf(
		&stage->arena, "%s%.*s", stage->repository->prefix,
		slash ? (int)(slash - report->name) : 0, report->name);
	bool is_replaceable;
	int ret;
	int fd = folder[0] ? jscan_file_open_below(stage->work_dir_fd, folder,
						   O_DIRECTORY)
			   : dup(stage->work_dir_fd);

	/* No such folder, or a link: nothing to keep up. */
	if (fd < 0 && (errno == ENOENT || errno == ENOTDIR || errno == ELOOP ||
		       errno == EXDEV))
		return 0;
	if (fd < 0)
		return jscan_error_set(err, JSCAN_ERR_IO,
				       "cannot open '%s': %s", folder,
				       strerror(errno));
	ret = is_file_replaceable(&is_replaceable, stage, fd, name, err);
	if (is_replaceable) {
		if (replace_file(stage, fd, name) < 0)
			ret = jscan_error_set(err, JSCAN_ERR_IO,
					      "cannot write '%s': %s",
					      report->name, strerror(errno));
		else
			stage->has_file = !fstatat(fd, name, &stage->st,
						   AT_SYMLINK_NOFOLLOW);
	}
	close(fd);
	return ret;
}

static int write_blob(struct jscan_stage *stage, struct jscan_error *err)
{
	struct jscan_objects *objects =
		jscan_objects_new(stage->repository, stage->lock.folder, false);
	int ret;

	jscan_objects_sync_as_git(objects);
	jscan_objects_keep_pieces(
		objects,
		*stage->repository->prefix
			? jscan_arena_printf(
				  &stage->arena, "report-%016llx",
				  (unsigned long long)jscan_hash_bytes(
					  stage->path, strlen(stage->path)))
			: "report");
	ret = jscan_objects_add(objects, stage->new, JSCAN_OBJECT_BLOB,
				stage->report->bytes, stage->report->len, err);
	if (!ret)
		ret = jscan_objects_finish(objects, err);
	jscan_objects_free(objects);
	return ret;
}

static int stage_report(struct jscan_stage *stage, struct jscan_error *err)
{
	bool is_of_paths;

	if (jscan_checkin_check_filter(stage->checkin, stage->path, err) < 0 ||
	    jscan_lock_take(&stage->lock, stage->repository, err) < 0 ||
	    (stage->report->is_staging && write_blob(stage, err) < 0))
		return -1;
	stage->lock.is_unsynced = true;
	if (jscan_lock_mark(&stage->lock, NULL, NULL, err) < 0 ||
	    write_file(stage, err) < 0)
		return -1;
	if (!stage->report->is_staging)
		return 0;
	is_of_paths = jscan_stage_is_partial(stage);
	/* Before: a commit with the report is one that may need repair. */
	if (is_of_paths &&
	    jscan_hook_note_add(&stage->note, stage->repository, stage->path,
				stage->has_old ? stage->old : NULL, stage->new,
				err) < 0)
		return -1;
	if (jscan_stage_write_index(stage, err) < 0)
		return -1;
	if (is_of_paths)
		jscan_stage_write_real_index(stage);
	return 0;
}

static int run(enum jscan_hook_result *out, struct jscan_stage *stage,
	       struct jscan_error *err)
{
	struct jscan_repository *repository = stage->repository;

	stage->path = jscan_arena_printf(
		&stage->arena, "%s%s", repository->prefix, stage->report->name);
	if (jscan_stage_open_work_dir(stage, err) < 0)
		return -1;
	stage->checkin = jscan_checkin_new(repository, stage->index);
	if (find_old(stage, err) < 0)
		return -1;
	jscan_sha1_object(stage->new, "blob", stage->report->bytes,
			  stage->report->len);
	*out = JSCAN_HOOK_UNCHANGED;
	if (stage->has_old &&
	    !memcmp(stage->old, stage->new, sizeof(stage->old)))
		return 0;
	*out = JSCAN_HOOK_STALE;
	if (stage->report->is_check)
		return 0;
	*out = JSCAN_HOOK_IGNORED;
	if (!stage->has_old) {
		bool is_ignored =
			jscan_checkin_is_ignored(stage->checkin, stage->path);

		if (jscan_checkin_check(stage->checkin, err) < 0)
			return -1;
		if (is_ignored)
			return 0;
	}
	*out = JSCAN_HOOK_STAGED;
	return stage_report(stage, err);
}

int jscan_hook_stage(enum jscan_hook_result *out,
		     const struct jscan_hook_report *report,
		     struct jscan_error *err)
{
	struct jscan_stage stage;
	int ret;

	jscan_stage_init(&stage, jscan_stored_repository(report->stored));
	stage.report = report;
	stage.index = jscan_stored_index(report->stored);
	ret = run(out, &stage, err);
	jscan_stage_release(&stage);
	return ret;
}
