/*
 * The note is the path, an old and the new report, and further old ones, with a
 * NUL after each.  There are several when one commit after the other could not
 * be followed by the index.
 */
#include "git/hook_note.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/file.h"
#include "git/branch.h"
#include "git/bytes.h"
#include "git/head.h"
#include "git/internal.h"
#include "git/tree.h"

#define MOST_BYTES ((size_t)1 << 16)

static const char *get_path(struct jscan_repository *repository)
{
	return jscan_arena_printf(&repository->arena, "%sjournalscan/partial",
				  repository->common_dir);
}

static bool has(const struct jscan_hook_note *note, const unsigned char *id)
{
	for (size_t i = 0; i < note->old_count; i++) {
		if (id ? !note->old[i].is_none && !memcmp(note->old[i].id, id,
							  JSCAN_SHA1_BYTES)
		       : note->old[i].is_none)
			return true;
	}
	return false;
}

/* The first are kept, since the index has not moved on from there. */
static void add(struct jscan_hook_note *note, const unsigned char *id)
{
	size_t place = note->old_count < JSCAN_HOOK_NOTE_OLD
			       ? note->old_count
			       : JSCAN_HOOK_NOTE_OLD - 1;

	if (has(note, id))
		return;
	note->old[place].is_none = !id;
	if (id)
		memcpy(note->old[place].id, id, JSCAN_SHA1_BYTES);
	note->old_count = place + 1;
}

static bool parse(struct jscan_hook_note *note, struct jscan_arena *arena,
		  const struct jscan_buf *bytes)
{
	size_t at = 0, len;
	int count = 0;

	for (; at < bytes->len; at += len + 1, count++) {
		const char *word = bytes->data + at;
		unsigned char id[JSCAN_SHA1_BYTES];
		bool has_id = jscan_head_parse_id(id, word);

		len = strnlen(word, bytes->len - at);
		if (count == 0)
			note->path = jscan_arena_strndup(arena, word, len);
		else if (has_id ? len != 2 * sizeof(id) : len || count == 2)
			return false;
		else if (count == 2)
			memcpy(note->new, id, sizeof(id));
		else
			add(note, has_id ? id : NULL);
	}
	return count > 2 && note->path[0];
}

int jscan_hook_note_read(struct jscan_hook_note *out, bool *is_there,
			 struct jscan_repository *repository,
			 struct jscan_error *err)
{
	const char *path = get_path(repository);
	struct jscan_buf bytes;
	struct stat st;
	int ret = 0;

	memset(out, 0, sizeof(*out));
	*is_there = false;
	jscan_buf_init(&bytes);
	if (!jscan_git_read_file(&bytes, AT_FDCWD, path, MOST_BYTES, &st))
		*is_there = parse(out, &repository->arena, &bytes);
	else if (errno != ENOENT && errno != ENOTDIR && errno != ELOOP &&
		 errno != EINVAL && errno != ENXIO && errno != EFBIG &&
		 errno != EAGAIN)
		/* no file of ours is a link, a device, large, or growing */
		ret = jscan_error_set(err, JSCAN_ERR_IO, "cannot read '%s': %s",
				      path, strerror(errno));
	jscan_buf_release(&bytes);
	return ret;
}

static void add_id(struct jscan_buf *out, const unsigned char *id)
{
	char hex[2 * JSCAN_SHA1_BYTES + 1] = "";

	if (id)
		jscan_sha1_hex(hex, id);
	jscan_buf_add(out, hex, strlen(hex) + 1);
}

static void format(struct jscan_buf *out, const struct jscan_hook_note *note)
{
	jscan_buf_add(out, note->path, strlen(note->path) + 1);
	for (size_t i = 0; i < note->old_count; i++) {
		add_id(out, note->old[i].is_none ? NULL : note->old[i].id);
		if (!i)
			add_id(out, note->new);
	}
}

static int write_note(const struct jscan_hook_note *note, const char *path,
		      struct jscan_error *err)
{
	struct jscan_buf bytes;
	int fd, ret;

	jscan_buf_init(&bytes);
	format(&bytes, note);
	unlink(path);
	fd = jscan_file_open(AT_FDCWD, path,
			     O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	ret = fd < 0 ? -1 : jscan_file_write_all(fd, bytes.data, bytes.len);
	if (ret < 0) {
		jscan_error_set(err, JSCAN_ERR_IO, "cannot write '%s': %s",
				path, strerror(errno));
		unlink(path);
	}
	if (fd >= 0)
		close(fd);
	jscan_buf_release(&bytes);
	return ret;
}

int jscan_hook_note_add(struct jscan_hook_note *out,
			struct jscan_repository *repository, const char *path,
			const unsigned char *old_id,
			const unsigned char new_id[JSCAN_SHA1_BYTES],
			struct jscan_error *err)
{
	bool is_there;

	if (jscan_hook_note_read(out, &is_there, repository, err) < 0)
		return -1;
	if (!is_there || strcmp(out->path, path)) {
		out->path = path;
		out->old_count = 0;
	}
	add(out, old_id);
	memcpy(out->new, new_id, JSCAN_SHA1_BYTES);
	return write_note(out, get_path(repository), err);
}

void jscan_hook_note_remove(struct jscan_repository *repository)
{
	unlink(get_path(repository));
}

bool jscan_hook_note_is_old(const struct jscan_hook_note *note,
			    const struct jscan_index *index)
{
	const struct jscan_index_entry *entry =
		jscan_index_find(index, note->path);

	return has(note, entry ? entry->id : NULL);
}

int jscan_hook_note_is_committed(bool *out, uint32_t *mode,
				 const struct jscan_hook_note *note,
				 struct jscan_repository *repository,
				 struct jscan_error *err)
{
	struct jscan_tree_file file;
	struct jscan_branch branch;
	bool is_found;

	*out = false;
	if (jscan_branch_find(&branch, repository, NULL, err) < 0)
		return -1;
	if (branch.is_unborn)
		return 0;
	if (jscan_tree_find(&file, &is_found, repository, branch.tree,
			    note->path, err) < 0)
		return -1;
	*out = is_found && !memcmp(file.id, note->new, JSCAN_SHA1_BYTES);
	if (*out)
		*mode = file.mode;
	return 0;
}
