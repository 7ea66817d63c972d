/* Files in doubt are read, and what that says of them. */
#include <errno.h>
#include <string.h>

#include "base/error.h"
#include "git/bytes.h"
#include "git/pending_internal.h"

#define MOST_BYTES ((size_t)1 << 30)
#define TRIES	   3

/* Reads a file as git would store it; 0: it has gone meanwhile. */
static int read_file(struct jscan_pending *pending,
		     struct jscan_pending_file *file, struct jscan_error *err)
{
	const char *name = jscan_pending_below(pending, file->path);
	int status = -1;

	for (int i = 0; i < TRIES && status < 0; i++) {
		jscan_buf_clear(&pending->bytes);
		status = jscan_git_read_file(&pending->bytes, pending->dir_fd,
					     name, MOST_BYTES, &file->st);
		if (status < 0 && errno != EAGAIN)
			break;
	}
	if (status < 0 && (errno == ENOENT || errno == ENOTDIR)) {
		jscan_pending_check_stamp(pending, file, false);
		return 0;
	}
	if (status < 0 && errno == EAGAIN)
		return jscan_error_set(err, JSCAN_ERR_CHANGED,
				       "'%s' is being written: run journalscan "
				       "again",
				       name);
	if (status < 0)
		return jscan_error_set(err, JSCAN_ERR_IO,
				       "cannot read '%s': %s", name,
				       strerror(errno));
	jscan_pending_check_stamp(pending, file, true);
	if (jscan_checkin_convert(pending->checkin, file->path, &pending->bytes,
				  err) < 0)
		return -1;
	jscan_sha1_object(file->id, "blob", pending->bytes.data,
			  pending->bytes.len);
	if (pending->repository->is_mode_trusted)
		file->mode = file->st.st_mode & 0100 ? 0100755 : 0100644;
	else
		file->mode = file->old ? file->old->mode : 0100644;
	return 1;
}

/* Reads a file in doubt and decides. */
static int decide(struct jscan_pending *pending,
		  struct jscan_pending_file *file, struct jscan_error *err)
{
	int status = read_file(pending, file, err);

	if (status < 0)
		return -1;
	if (!status || (file->old && file->old->mode == file->mode &&
			!memcmp(file->old->id, file->id, JSCAN_SHA1_BYTES)))
		file->state = JSCAN_PENDING_SAME;
	else if (file->old)
		file->state = JSCAN_PENDING_CHANGED;
	return 0;
}

/* A note that has gone counts when it was an entry. */
static int decide_gone(struct jscan_pending *pending,
		       struct jscan_pending_file *file, struct jscan_error *err)
{
	const struct jscan_snapshot_request *request = pending->request;
	git_odb_object *object = NULL;
	git_oid oid;

	git_oid_fromraw(&oid, file->old->id);
	if (git_odb_read(&object, pending->repository->odb, &oid) < 0)
		return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
				      "cannot read '%s' in the last commit",
				      file->path);
	if (!request->is_entry ||
	    !request->is_entry(
		    request->data, jscan_pending_below(pending, file->path),
		    git_odb_object_data(object), git_odb_object_size(object)))
		file->state = JSCAN_PENDING_SAME;
	git_odb_object_free(object);
	return 0;
}

int jscan_pending_has_change(bool *out, struct jscan_pending *pending,
			     struct jscan_error *err)
{
	*out = true;
	for (size_t i = 0; i < pending->count; i++) {
		if (pending->files[i].state == JSCAN_PENDING_NEW)
			return 0;
	}
	for (size_t i = 0; i < pending->count; i++) {
		struct jscan_pending_file *file = &pending->files[i];

		if (file->state == JSCAN_PENDING_MAYBE &&
		    decide(pending, file, err) < 0)
			return -1;
		if (file->state == JSCAN_PENDING_GONE &&
		    decide_gone(pending, file, err) < 0)
			return -1;
		if (file->state != JSCAN_PENDING_SAME)
			return 0;
	}
	*out = false;
	return 0;
}

int jscan_pending_settle(struct jscan_pending *pending, struct jscan_error *err)
{
	for (size_t i = 0; i < pending->count; i++) {
		struct jscan_pending_file *file = &pending->files[i];

		if (file->state == JSCAN_PENDING_MAYBE &&
		    decide(pending, file, err) < 0)
			return -1;
		if (file->state == JSCAN_PENDING_GONE &&
		    decide_gone(pending, file, err) < 0)
			return -1;
	}
	return 0;
}

int jscan_pending_add(struct jscan_pending *pending,
		      struct jscan_objects *objects, struct jscan_error *err)
{
	for (size_t i = 0; i < pending->count; i++) {
		struct jscan_pending_file *file = &pending->files[i];

		if (file->state != JSCAN_PENDING_NEW &&
		    file->state != JSCAN_PENDING_CHANGED)
			continue;
		if (decide(pending, file, err) < 0)
			return -1;
		if (file->state == JSCAN_PENDING_SAME)
			continue;
		if (jscan_objects_add(objects, file->id, JSCAN_OBJECT_BLOB,
				      pending->bytes.data, pending->bytes.len,
				      err) < 0)
			return -1;
	}
	return 0;
}
