/*
 * A snapshot from beginning to end.  First it is found out, without any lock,
 * whether there is anything to commit; then come the objects, which nobody
 * sees until a branch points to them; and only for the last step, the branch
 * and the index, git's locks are taken.  So a run that is killed leaves either
 * nothing, or locks that the next run knows as ours (see lock.h).
 *
 * Which files are concerned is found in pending.c.
 */
#include "git/snapshot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "git/internal.h"
#include "git/lock.h"
#include "git/pending.h"
#include "git/state.h"

/* What is needed on the way; released as a whole. */
struct snapshot {
	const struct jscan_snapshot_request *request;
	struct jscan_repository *repository;
	struct jscan_lock lock;
	struct jscan_pending pending;
	struct jscan_objects *objects;
	struct jscan_identity identity;
	struct jscan_change *changes;
	size_t change_count;
	struct jscan_snapshot_changes numbers;
	struct jscan_buf message;
	unsigned char tree[JSCAN_SHA1_BYTES];
	unsigned char commit[JSCAN_SHA1_BYTES];
};

/* What keeps us from committing, found before anything is written. */
static int check_all(struct snapshot *snapshot, struct jscan_error *err)
{
	struct jscan_repository *repository = snapshot->repository;

	if (jscan_state_check(repository, &snapshot->pending.index, err) < 0 ||
	    jscan_pending_check_filters(&snapshot->pending, err) < 0 ||
	    jscan_identity_find(&snapshot->identity, repository,
				&snapshot->request->fallback, err) < 0)
		return -1;
	if (jscan_git_config_bool(repository, "commit.gpgsign", false))
		return jscan_error_set(
			err, JSCAN_ERR_REFUSED,
			"commit.gpgsign is set, and journalscan does not sign: "
			"commit with git, where 'journalscan hook install' "
			"adds the report, or 'git config commit.gpgsign false' "
			"in this repository");
	return 0;
}

static void count_change(struct snapshot *snapshot,
			 const struct jscan_pending_file *file)
{
	struct jscan_snapshot_changes *numbers = &snapshot->numbers;
	const char *prefix = snapshot->repository->prefix;

	if (file->is_report) {
		numbers->has_report = true;
		return;
	}
	if (!numbers->first)
		numbers->first = file->path + strlen(prefix);
	if (file->state == JSCAN_PENDING_NEW)
		numbers->added++;
	else if (file->state == JSCAN_PENDING_GONE)
		numbers->removed++;
	else
		numbers->changed++;
}

static void list_changes(struct snapshot *snapshot)
{
	struct jscan_pending *pending = &snapshot->pending;

	snapshot->changes = jscan_arena_array(&pending->arena, pending->count,
					      sizeof(*snapshot->changes));
	for (size_t i = 0; i < pending->count; i++) {
		const struct jscan_pending_file *file = &pending->files[i];
		struct jscan_change *change =
			&snapshot->changes[snapshot->change_count];

		if (file->state == JSCAN_PENDING_SAME)
			continue;
		count_change(snapshot, file);
		change->path = file->path;
		if (file->state != JSCAN_PENDING_GONE) {
			change->id = file->id;
			change->mode = file->mode;
			change->st = &file->st;
		}
		snapshot->change_count++;
	}
}

static size_t count_new(const struct jscan_pending *pending)
{
	size_t count = 0;

	for (size_t i = 0; i < pending->count; i++)
		count += pending->files[i].state == JSCAN_PENDING_NEW ||
			 pending->files[i].state == JSCAN_PENDING_CHANGED;
	return count;
}

/* Blobs and trees; afterwards the changes are known. */
static int write_content(struct snapshot *snapshot, struct jscan_error *err)
{
	struct jscan_pending *pending = &snapshot->pending;
	const unsigned char *base =
		pending->branch.is_unborn ? NULL : pending->branch.tree;

	if (jscan_pending_settle(pending, err) < 0)
		return -1;
	snapshot->objects = jscan_objects_new(
		snapshot->repository, snapshot->lock.folder,
		count_new(pending) >= JSCAN_OBJECTS_FOR_A_PACK);
	if (jscan_pending_add(pending, snapshot->objects, err) < 0)
		return -1;
	list_changes(snapshot);
	if (!snapshot->change_count)
		return 0;
	return jscan_tree_change(snapshot->tree, snapshot->repository,
				 snapshot->objects, base, snapshot->changes,
				 snapshot->change_count, err);
}

static void put_person(struct jscan_buf *out, const char *role,
		       const struct jscan_person *person,
		       const struct jscan_snapshot_request *request)
{
	int offset = request->offset_minutes;
	int minutes = offset < 0 ? -offset : offset;

	jscan_buf_addf(out, "%s %s <%s> %lld %c%02d%02d\n", role, person->name,
		       person->email, (long long)request->time_seconds,
		       offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

static void write_message(struct snapshot *snapshot)
{
	const struct jscan_snapshot_request *request = snapshot->request;
	struct jscan_buf *message = &snapshot->message;

	jscan_buf_clear(message);
	request->describe(request->data, &snapshot->numbers, message);
	/* A commit ends at a NUL. */
	if (message->len)
		message->len = strlen(message->data);
	if (!message->len || message->data[message->len - 1] != '\n')
		jscan_buf_addc(message, '\n');
}

static int write_commit(struct snapshot *snapshot, struct jscan_error *err)
{
	const struct jscan_branch *branch = &snapshot->pending.branch;
	struct jscan_buf commit;
	char hex[2 * JSCAN_SHA1_BYTES + 1];
	int ret;

	write_message(snapshot);
	jscan_buf_init(&commit);
	jscan_sha1_hex(hex, snapshot->tree);
	jscan_buf_addf(&commit, "tree %s\n", hex);
	jscan_sha1_hex(hex, branch->commit);
	if (!branch->is_unborn)
		jscan_buf_addf(&commit, "parent %s\n", hex);
	put_person(&commit, "author", &snapshot->identity.author,
		   snapshot->request);
	put_person(&commit, "committer", &snapshot->identity.committer,
		   snapshot->request);
	jscan_buf_addc(&commit, '\n');
	jscan_buf_add(&commit, snapshot->message.data, snapshot->message.len);
	jscan_sha1_object(snapshot->commit, "commit", commit.data, commit.len);
	ret = jscan_objects_add(snapshot->objects, snapshot->commit,
				JSCAN_OBJECT_COMMIT, commit.data, commit.len,
				err);
	if (!ret)
		ret = jscan_objects_finish(snapshot->objects, err);
	jscan_buf_release(&commit);
	return ret;
}

/* Never point a branch at what cannot be read back. */
static int check_commit(struct snapshot *snapshot, struct jscan_error *err)
{
	git_commit *commit = NULL;
	git_tree *tree = NULL;
	git_oid oid;
	int status;

	git_oid_fromraw(&oid, snapshot->commit);
	status = git_commit_lookup(&commit, snapshot->repository->git, &oid);
	if (!status)
		status = git_commit_tree(&tree, commit);
	git_tree_free(tree);
	git_commit_free(commit);
	return status < 0 ? jscan_git_fail(err, JSCAN_ERR_IO,
					   "the new commit cannot be read back")
			  : 0;
}

/* The index with our changes, ready to take the place of the old one. */
static int prepare_index(struct snapshot *snapshot, struct jscan_error *err)
{
	struct jscan_repository *repository = snapshot->repository;
	struct jscan_index index;
	struct jscan_buf out;
	int ret = -1;

	if (jscan_lock_take_index(&snapshot->lock, 1, err) < 0 ||
	    jscan_index_read(&index, repository->index_path,
			     &snapshot->pending.arena, err) < 0)
		return -1;
	jscan_buf_init(&out);
	if (!jscan_state_check(repository, &index, err)) {
		jscan_index_apply(&index, snapshot->changes,
				  snapshot->change_count,
				  snapshot->pending.work_dir_fd);
		jscan_index_format(&out, &index);
		ret = jscan_lock_write_index(&snapshot->lock, &out, index.mode,
					     err);
	}
	jscan_buf_release(&out);
	jscan_index_release(&index);
	return ret;
}

static int move_branch(struct snapshot *snapshot, struct jscan_error *err)
{
	const struct jscan_branch *branch = &snapshot->pending.branch;
	struct jscan_branch_note note = {
		.who = &snapshot->identity.committer,
		.time_seconds = snapshot->request->time_seconds,
		.offset_minutes = snapshot->request->offset_minutes,
	};

	note.message =
		jscan_arena_printf(&snapshot->pending.arena, "commit%s: %.*s",
				   branch->is_unborn ? " (initial)" : "",
				   (int)strcspn(snapshot->message.data, "\n"),
				   snapshot->message.data);
	return jscan_branch_move(branch, snapshot->repository, snapshot->commit,
				 &note, err);
}

/* 1: the branch shows the new commit; 0: it does not; -1: nobody can tell. */
static int has_moved(struct snapshot *snapshot)
{
	git_oid now;
	int status = git_reference_name_to_id(&now, snapshot->repository->git,
					      snapshot->pending.branch.ref);

	if (status < 0)
		return status == GIT_ENOTFOUND ? 0 : -1;
	return !memcmp(now.id, snapshot->commit, JSCAN_SHA1_BYTES);
}

/*
 * A branch that has moved stays so, even when it could not be synced or what
 * follows failed: then the index must follow, if not now, then with the next
 * run.
 */
static int move_branch_and_index(struct snapshot *snapshot,
				 struct jscan_error *err)
{
	struct jscan_error failed;
	const struct jscan_branch *branch = &snapshot->pending.branch;
	int ret = move_branch(snapshot, err);
	int moved = has_moved(snapshot);

	if (!ret && moved <= 0)
		ret = jscan_error_set(err, JSCAN_ERR_IO,
				      "'%s' does not show the new commit",
				      branch->ref);
	if (!moved || !branch->is_head)
		return ret;
	if (moved < 0) {
		jscan_lock_leave(&snapshot->lock);
		return -1;
	}
	if (jscan_lock_install_index(&snapshot->lock, &failed) < 0) {
		jscan_lock_leave(&snapshot->lock);
		return jscan_error_set(err, failed.code,
				       "%s; the commit is made, and the next "
				       "run of journalscan puts the index right",
				       failed.message);
	}
	return ret;
}

/* The step that others see. */
static int publish(struct snapshot *snapshot, struct jscan_error *err)
{
	const struct jscan_branch *branch = &snapshot->pending.branch;
	char hex[2 * JSCAN_SHA1_BYTES + 1];

	jscan_sha1_hex(hex, snapshot->commit);
	if (check_commit(snapshot, err) < 0 ||
	    jscan_lock_mark(&snapshot->lock, branch->ref, hex, err) < 0)
		return -1;
	if (branch->is_head && prepare_index(snapshot, err) < 0)
		return -1;
	return move_branch_and_index(snapshot, err);
}

/* Compares again when something moved while we waited for the lock. */
static int lock_and_compare(struct snapshot *snapshot, struct jscan_error *err)
{
	struct jscan_pending *pending = &snapshot->pending;
	bool is_current;

	if (jscan_lock_take(&snapshot->lock, snapshot->repository, err) < 0 ||
	    jscan_pending_is_current(&is_current, pending, err) < 0)
		return -1;
	if (is_current)
		return 0;
	jscan_pending_release(pending);
	if (jscan_pending_init(pending, snapshot->repository, snapshot->request,
			       err) < 0)
		return -1;
	return check_all(snapshot, err);
}

static void describe_result(struct jscan_snapshot *out,
			    const struct snapshot *snapshot)
{
	memset(out, 0, sizeof(*out));
	out->is_made = snapshot->change_count > 0;
	if (!out->is_made)
		return;
	jscan_sha1_hex(out->commit, snapshot->commit);
	snprintf(out->summary, sizeof(out->summary), "%.*s",
		 (int)strcspn(snapshot->message.data, "\n"),
		 snapshot->message.data);
}

static int make(struct snapshot *snapshot, struct jscan_error *err)
{
	bool has_change;

	if (jscan_lock_clear(snapshot->repository, err) < 0 ||
	    jscan_pending_init(&snapshot->pending, snapshot->repository,
			       snapshot->request, err) < 0 ||
	    jscan_pending_has_change(&has_change, &snapshot->pending, err) <
		    0 ||
	    jscan_pending_check_stamps(&snapshot->pending, err) < 0)
		return -1;
	if (!has_change)
		return 0;
	if (check_all(snapshot, err) < 0 ||
	    lock_and_compare(snapshot, err) < 0 ||
	    write_content(snapshot, err) < 0 ||
	    jscan_pending_check_stamps(&snapshot->pending, err) < 0)
		return -1;
	if (!snapshot->change_count)
		return 0;
	if (write_commit(snapshot, err) < 0)
		return -1;
	return publish(snapshot, err);
}

int jscan_snapshot_make(struct jscan_snapshot *out,
			const struct jscan_snapshot_request *request,
			struct jscan_error *err)
{
	struct jscan_repository_options options = {
		.environment = request->environment};
	struct snapshot snapshot = {.request = request,
				    .pending = {.dir_fd = -1,
						.work_dir_fd = -1,
						.parent_fd = -1}};
	int ret;

	if (jscan_repository_open(&snapshot.repository, request->dir, &options,
				  err) < 0)
		return -1;
	snapshot.lock.fd = -1;
	jscan_buf_init(&snapshot.message);
	ret = make(&snapshot, err);
	if (!ret)
		describe_result(out, &snapshot);
	jscan_lock_release(&snapshot.lock);
	jscan_objects_free(snapshot.objects);
	jscan_pending_release(&snapshot.pending);
	jscan_buf_release(&snapshot.message);
	jscan_repository_free(snapshot.repository);
	return ret;
}
