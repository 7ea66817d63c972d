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
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "entry/rules.h"
#include "entry/select.h"
#include "git/branch.h"
#include "git/bytes.h"
#include "git/checkin.h"
#include "git/head.h"
#include "git/index.h"
#include "git/internal.h"
#include "git/lock.h"
#include "git/objects.h"
#include "git/store.h"
#include "git/tree.h"
#include "git/tree_cache.h"

#define CONFIG_NAME ".journalscan.yml"
#define MOST_BYTES  ((size_t)1 << 30)
#define MARK_BYTES  ((size_t)4096)  /* of a report, that tell whose it is */
#define LOCK_TRIES  100 /* two seconds: an editor may ask for the status */

struct stage {
	const struct jscan_hook_report *report;
	struct jscan_repository *repository;
	struct jscan_arena arena;
	const struct jscan_index *index; /* as it was read */
	struct jscan_checkin *checkin;
	struct jscan_lock lock;
	struct jscan_branch branch;
	const char *path; /* of the report, from the top */
	bool has_old;	  /* the index has a report */
	unsigned char old[JSCAN_SHA1_BYTES];
	bool has_head; /* the last commit has one */
	unsigned char head[JSCAN_SHA1_BYTES];
	unsigned char new[JSCAN_SHA1_BYTES];
	uint32_t mode;
	bool has_file; /* *st is that of the new report on disk */
	struct stat st;
	int work_dir_fd;
};

struct choice {
	struct jscan_select select;
	size_t prefix_len;
};

static bool wants(void *data, const char *path)
{
	struct choice *choice = data;

	return !strcmp(path, CONFIG_NAME) ||
	       jscan_select_wants(&choice->select, path);
}

/*
 * Goes through two sorted lists as long as they are the same; what is in `same`
 * need not be looked at.
 */
static bool is_same(const struct jscan_tree_files *old,
		    const struct jscan_tree_ranges *same,
		    const struct jscan_index *index, struct choice *choice,
		    const char *prefix)
{
	size_t at = 0, next = 0;

	for (size_t i = jscan_index_place(index, prefix); i < index->count;
	     i++) {
		const struct jscan_index_entry *entry = &index->entries[i];
		const struct jscan_tree_file *file = &old->items[at];

		if (strncmp(entry->path, prefix, choice->prefix_len))
			break;
		while (next < same->count && same->items[next].end <= i)
			next++;
		if (next < same->count && same->items[next].first <= i) {
			i = same->items[next].end - 1;
			continue;
		}
		if (!S_ISREG(entry->mode) ||
		    (entry->flags & JSCAN_INDEX_INTENT_TO_ADD) ||
		    !wants(choice, entry->path + choice->prefix_len))
			continue;
		if (at == old->count || strcmp(file->path, entry->path) ||
		    memcmp(file->id, entry->id, JSCAN_SHA1_BYTES))
			return false;
		at++;
	}
	return at == old->count;
}

int jscan_hook_has_notes(bool *out, struct jscan_stored *stored,
			 const struct jscan_config *config,
			 struct jscan_error *err)
{
	struct jscan_repository *repository = jscan_stored_repository(stored);
	const struct jscan_index *index = jscan_stored_index(stored);
	const char *prefix = repository->prefix;
	struct choice choice = {.prefix_len = strlen(prefix)};
	struct jscan_tree_files old = {NULL, 0};
	struct jscan_tree_ranges same = {NULL, 0};
	struct jscan_tree_cache cache;
	struct jscan_branch branch;
	struct jscan_arena arena;
	int ret = 0;

	if (jscan_branch_find(&branch, repository, NULL, err) < 0)
		return -1;
	jscan_arena_init(&arena);
	jscan_select_init(&choice.select, config, &arena);
	jscan_tree_cache_read(&cache, index, &arena);
	if (!branch.is_unborn)
		ret = jscan_tree_list_by(&old, &same, repository, &cache,
					 branch.tree, prefix, wants, &choice,
					 &arena, err);
	if (!ret)
		*out = !is_same(&old, &same, index, &choice, prefix);
	jscan_select_release(&choice.select);
	jscan_arena_release(&arena);
	return ret;
}

/* A file of that name that we did not make is not ours to replace. */
static int check_old(struct stage *stage, struct jscan_error *err)
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

static int find_old(struct stage *stage, struct jscan_error *err)
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
static int is_stored(bool *out, struct stage *stage,
		     const struct jscan_buf *bytes, const unsigned char *id,
		     struct jscan_error *err)
{
	git_oid oid;

	*out = false;
	if (!stage->report->is_ours(bytes->data, bytes->len))
		return 0;
	*out = jscan_store_has_loose(stage->repository, id);
	if (*out)
		return 0;
	if (jscan_git_need(stage->repository, err) < 0)
		return -1;
	git_oid_fromraw(&oid, id);
	*out = git_odb_exists_ext(stage->repository->odb, &oid, 0);
	return 0;
}

/* Whether the report on disk is, by its times, the one in the index. */
static bool is_as_staged(struct stage *stage, int dir_fd, const char *name)
{
	const struct jscan_index_entry *entry =
		jscan_index_find(stage->index, stage->path);
	struct stat st;

	return entry && !fstatat(dir_fd, name, &st, AT_SYMLINK_NOFOLLOW) &&
	       jscan_index_is_fresh(stage->index, entry, &st, false);
}

/* Whether the bytes are a report that git knows. */
static int is_known(bool *out, struct stage *stage, struct jscan_buf *bytes,
		    struct jscan_error *err)
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
static int is_file_replaceable(bool *out, struct stage *stage, int dir_fd,
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
static int replace_file(struct stage *stage, int fd, const char *name)
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

static int write_file(struct stage *stage, struct jscan_error *err)
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

static int write_blob(struct stage *stage, struct jscan_error *err)
{
	struct jscan_objects *objects =
		jscan_objects_new(stage->repository, stage->lock.folder, false);
	int ret;

	jscan_objects_sync_as_git(objects);
	jscan_objects_keep_pieces(
		objects, *stage->repository->prefix
				 ? jscan_arena_printf(
					   &stage->arena, "report-%016llx",
					   (unsigned long long)jscan_hash_bytes(
						   stage->path,
						   strlen(stage->path)))
				 : "report");
	ret = jscan_objects_add(objects, stage->new, JSCAN_OBJECT_BLOB,
				stage->report->bytes, stage->report->len, err);
	if (!ret)
		ret = jscan_objects_finish(objects, err);
	jscan_objects_free(objects);
	return ret;
}

static void change_index(struct stage *stage, struct jscan_index *index,
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

/*
 * Under the lock of the index that git named, reads it again, if another one
 * was put in its place meanwhile, and writes it.
 */
static int write_index(struct stage *stage, struct jscan_error *err)
{
	const char *path = stage->repository->index_path;
	struct jscan_index index = {.arena = &stage->arena};
	bool is_current;
	struct jscan_buf out;
	int ret = -1;

	if (jscan_lock_take_index(&stage->lock, LOCK_TRIES, err) < 0)
		return -1;
	is_current = stage->index &&
		     jscan_index_is_current(stage->index, path);
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

/* Whether git commits some paths alone, from an index made for that. */
static bool is_partial(const struct jscan_repository *repository)
{
	static const char start[] = "next-index-";
	const char *slash = strrchr(repository->index_path, '/');

	return slash && !strncmp(slash + 1, start, sizeof(start) - 1);
}

/* Whether an index has the report as it was when we began. */
static bool has_old_report(const struct jscan_index *index, const char *path,
			   bool has_old, const unsigned char *old)
{
	const struct jscan_index_entry *entry = jscan_index_find(index, path);

	return entry ? has_old && !memcmp(entry->id, old, JSCAN_SHA1_BYTES)
		     : !has_old;
}

/*
 * git holds the lock of the real index, which becomes the index once the commit
 * is made.  Putting another file in its place changes what that will be, and
 * goes with the lock when the commit fails.
 */
static void write_real_index(struct stage *stage)
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
	if (has_old_report(&index, stage->path, stage->has_old, stage->old)) {
		change_index(stage, &index, &out);
		fd = jscan_file_open(AT_FDCWD, temporary,
				     O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
				     index.mode);
		if (fd >= 0) {
			if (jscan_git_write_all(fd, out.data, out.len) < 0 ||
			    rename(temporary, path) < 0)
				unlink(temporary);
			close(fd);
		}
	}
	jscan_buf_release(&out);
	jscan_index_release(&index);
}

/* The note for jscan_hook_repair(): path, old and new report, a NUL each. */
static int leave_note(struct stage *stage, struct jscan_error *err)
{
	const char *path = jscan_arena_printf(&stage->arena, "%s/partial",
					      stage->lock.folder);
	char old[2 * JSCAN_SHA1_BYTES + 1] = "";
	char new[2 * JSCAN_SHA1_BYTES + 1];
	struct jscan_buf buf;
	int fd, ret;

	jscan_buf_init(&buf);
	if (stage->has_old)
		jscan_sha1_hex(old, stage->old);
	jscan_sha1_hex(new, stage->new);
	jscan_buf_addf(&buf, "%s%c%s%c%s%c", stage->path, 0, old, 0, new, 0);
	unlink(path);
	fd = jscan_file_open(AT_FDCWD, path,
			     O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	ret = fd < 0 ? -1 : jscan_git_write_all(fd, buf.data, buf.len);
	if (ret < 0) {
		jscan_error_set(err, JSCAN_ERR_IO, "cannot write '%s': %s",
				path, strerror(errno));
		unlink(path);
	}
	if (fd >= 0)
		close(fd);
	jscan_buf_release(&buf);
	return ret;
}

static int stage_report(struct stage *stage, struct jscan_error *err)
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
	is_of_paths = is_partial(stage->repository);
	/* Before: a commit with the report is one that may need repair. */
	if (is_of_paths && leave_note(stage, err) < 0)
		return -1;
	if (write_index(stage, err) < 0)
		return -1;
	if (is_of_paths)
		write_real_index(stage);
	return 0;
}

static int run(enum jscan_hook_result *out, struct stage *stage,
	       struct jscan_error *err)
{
	struct jscan_repository *repository = stage->repository;

	stage->path = jscan_arena_printf(
		&stage->arena, "%s%s", repository->prefix, stage->report->name);
	stage->work_dir_fd =
		jscan_file_open(AT_FDCWD, repository->work_dir,
				O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	if (stage->work_dir_fd < 0)
		return jscan_error_set(err, JSCAN_ERR_IO,
				       "cannot read '%s': %s",
				       repository->work_dir, strerror(errno));
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
	struct stage stage = {
		.report = report,
		.repository = jscan_stored_repository(report->stored),
		.index = jscan_stored_index(report->stored),
		.work_dir_fd = -1};
	int ret;

	stage.lock.fd = -1;
	jscan_arena_init(&stage.arena);
	ret = run(out, &stage, err);
	jscan_lock_release(&stage.lock);
	jscan_checkin_free(stage.checkin);
	jscan_arena_release(&stage.arena);
	if (stage.work_dir_fd >= 0)
		close(stage.work_dir_fd);
	return ret;
}

/* What leave_note() wrote; false when there is nothing of use. */
static bool read_note(struct stage *stage, const char *note)
{
	const char *words[3] = {"", "", ""};
	struct jscan_buf buf;
	struct stat st;
	size_t at = 0;

	jscan_buf_init(&buf);
	if (!jscan_git_read_file(&buf, AT_FDCWD, note, MOST_BYTES, &st)) {
		for (int i = 0; i < 3 && at < buf.len; i++) {
			size_t len = strnlen(buf.data + at, buf.len - at);

			words[i] = jscan_arena_strndup(&stage->arena,
						       buf.data + at, len);
			at += len + 1;
		}
	}
	jscan_buf_release(&buf);
	stage->path = words[0];
	stage->has_old = jscan_head_parse_id(stage->old, words[1]);
	return words[0][0] && jscan_head_parse_id(stage->new, words[2]);
}

/* Whether the commit that was made has the report of the note. */
static bool is_committed(struct stage *stage, struct jscan_error *err)
{
	struct jscan_tree_file file;
	bool is_found = false;

	if (jscan_branch_find(&stage->branch, stage->repository, NULL, err) <
		    0 ||
	    stage->branch.is_unborn ||
	    jscan_tree_find(&file, &is_found, stage->repository,
			    stage->branch.tree, stage->path, err) < 0)
		return false;
	stage->mode = file.mode;
	return is_found && !memcmp(file.id, stage->new, JSCAN_SHA1_BYTES);
}

static int repair(struct stage *stage, struct jscan_error *err)
{
	struct jscan_repository *repository = stage->repository;
	const char *note = jscan_arena_printf(
		&stage->arena, "%sjournalscan/partial", repository->common_dir);
	struct jscan_index index;
	bool is_needed;

	/* One that was killed before the commit may have left git's lock. */
	if (jscan_lock_clear(repository, err) < 0)
		return -1;
	if (access(note, F_OK) < 0)
		return 0;
	is_needed = read_note(stage, note) && is_committed(stage, err);
	unlink(note);
	if (!is_needed || jscan_index_read(&index, repository->index_path,
					   &stage->arena, err) < 0)
		return 0;
	is_needed = has_old_report(&index, stage->path, stage->has_old,
				   stage->old);
	jscan_index_release(&index);
	if (!is_needed)
		return 0;
	stage->work_dir_fd =
		jscan_file_open(AT_FDCWD, repository->work_dir,
				O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	if (jscan_lock_take(&stage->lock, repository, err) < 0 ||
	    jscan_lock_mark(&stage->lock, NULL, NULL, err) < 0)
		return -1;
	return write_index(stage, err);
}

/*
 * Whether there may be a note, or what a killed run left: most commits have
 * nothing else to find out here.
 */
static bool may_have_note(const char *dir, const char *const *environment)
{
	struct jscan_arena arena;
	const char *prefix;
	struct stat st;
	int dir_fd, git_fd;
	bool may_have = true;

	if (jscan_git_getenv(environment, "GIT_DIR"))
		return true;
	dir_fd = jscan_file_open(AT_FDCWD, dir,
				 O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	if (dir_fd < 0)
		return true;
	jscan_arena_init(&arena);
	git_fd = jscan_repository_open_git(&prefix, dir_fd, dir, &arena);
	/* That of a linked work tree lies in a folder of its own. */
	if (git_fd >= 0 &&
	    fstatat(git_fd, "commondir", &st, AT_SYMLINK_NOFOLLOW) < 0)
		may_have = fstatat(git_fd, "journalscan/partial", &st,
				   AT_SYMLINK_NOFOLLOW) == 0 ||
			   fstatat(git_fd, "journalscan/mark", &st,
				   AT_SYMLINK_NOFOLLOW) == 0;
	if (git_fd >= 0)
		close(git_fd);
	close(dir_fd);
	jscan_arena_release(&arena);
	return may_have;
}

int jscan_hook_repair(const char *dir, const char *const *environment,
		      struct jscan_error *err)
{
	struct jscan_repository_options options = {.environment = environment,
						   .is_hook = true,
						   .is_plain = true};
	struct stage stage = {.work_dir_fd = -1};
	int ret;

	if (!may_have_note(dir, environment))
		return 0;
	if (jscan_repository_open(&stage.repository, dir, &options, err) < 0)
		return -1;
	stage.lock.fd = -1;
	jscan_arena_init(&stage.arena);
	ret = repair(&stage, err);
	jscan_lock_release(&stage.lock);
	jscan_arena_release(&stage.arena);
	if (stage.work_dir_fd >= 0)
		close(stage.work_dir_fd);
	jscan_repository_free(stage.repository);
	return ret;
}
