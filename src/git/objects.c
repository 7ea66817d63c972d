/*
 * Objects on their way into the repository.
 *
 * A loose one is deflated into a temporary file, synced and renamed.  For a
 * pack the deflated objects gather in an unnamed file, since the header of a
 * pack begins with their number; then libgit2's indexer reads them as a
 * stream, checks every one, and makes pack and index in our folder, from where
 * they are moved beside git's own: the pack first, as git looks for indexes.
 */
#include "git/objects.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/file.h"
#include "git/bytes.h"
#include "git/internal.h"
#include "git/pieces.h"
#include "git/store.h"

#define CHUNK_BYTES ((size_t)65536)

/* The names of what was added, to write nothing twice. */
struct names {
	unsigned char (*slots)[JSCAN_SHA1_BYTES];
	bool *is_used;
	size_t count;
	size_t room; /* a power of two */
};

struct jscan_objects {
	struct jscan_repository *repository;
	const char *folder;
	bool is_pack;
	bool is_unsynced;
	const char *pieces; /* or NULL */
	uint32_t count;
	struct names names;
	z_stream deflater;
	bool has_deflater;
	struct jscan_buf out; /* deflated bytes on their way to `fd` */
	int fd;
	/* Folders that hold new names and are yet to be synced. */
	bool has_new_in[256];
};

static int write_to_fd(void *data, const char *bytes, size_t len)
{
	return jscan_file_write_all(*(int *)data, bytes, len);
}

struct jscan_objects *jscan_objects_new(struct jscan_repository *repository,
					const char *folder, bool is_pack)
{
	struct jscan_objects *objects = jscan_alloc(sizeof(*objects));

	memset(objects, 0, sizeof(*objects));
	objects->repository = repository;
	objects->folder = folder;
	objects->is_pack = is_pack;
	objects->fd = -1;
	jscan_buf_init_writer(&objects->out, write_to_fd, &objects->fd);
	return objects;
}

void jscan_objects_sync_as_git(struct jscan_objects *objects)
{
	struct jscan_repository *repository = objects->repository;

	objects->is_unsynced =
		!jscan_git_config_text(repository, "core.fsync") &&
		!jscan_git_config_bool(repository, "core.fsyncobjectfiles",
				       false);
}

void jscan_objects_keep_pieces(struct jscan_objects *objects, const char *name)
{
	objects->pieces = name;
}

void jscan_objects_free(struct jscan_objects *objects)
{
	if (!objects)
		return;
	if (objects->fd >= 0)
		close(objects->fd);
	if (objects->has_deflater)
		deflateEnd(&objects->deflater);
	free(objects->names.slots);
	free(objects->names.is_used);
	jscan_buf_release(&objects->out);
	free(objects);
}

/* The slot of `id`, used or free. */
static size_t find_slot(const struct names *names, const unsigned char *id)
{
	size_t slot = ((size_t)jscan_get32(id) << 16 | jscan_get16(id + 4)) &
		      (names->room - 1);

	while (names->is_used[slot] &&
	       memcmp(names->slots[slot], id, JSCAN_SHA1_BYTES))
		slot = (slot + 1) & (names->room - 1);
	return slot;
}

static void grow(struct names *names)
{
	struct names old = *names;

	names->room = old.room ? 2 * old.room : 1024;
	names->slots = jscan_alloc(names->room * sizeof(*names->slots));
	names->is_used = jscan_alloc(names->room * sizeof(bool));
	memset(names->is_used, 0, names->room * sizeof(bool));
	for (size_t i = 0; i < old.room; i++) {
		size_t slot;

		if (!old.is_used[i])
			continue;
		slot = find_slot(names, old.slots[i]);
		memcpy(names->slots[slot], old.slots[i], JSCAN_SHA1_BYTES);
		names->is_used[slot] = true;
	}
	free(old.slots);
	free(old.is_used);
}

/* False when the name was there already. */
static bool add_name(struct names *names, const unsigned char *id)
{
	size_t slot;

	if (2 * names->count >= names->room)
		grow(names);
	slot = find_slot(names, id);
	if (names->is_used[slot])
		return false;
	memcpy(names->slots[slot], id, JSCAN_SHA1_BYTES);
	names->is_used[slot] = true;
	names->count++;
	return true;
}

static bool is_in_repository(struct jscan_objects *objects,
			     const unsigned char *id)
{
	struct jscan_error err;
	bool is_loose;
	git_oid oid;

	/*
	 * One that is in a pack does no harm as a file of its own, nor does one
	 * that is written once more since nobody can tell.
	 */
	if (!objects->is_pack && !objects->repository->git)
		return !jscan_store_find_loose(&is_loose, objects->repository,
					       id, &err) &&
		       is_loose;
	git_oid_fromraw(&oid, id);
	return git_odb_exists_ext(objects->repository->odb, &oid,
				  GIT_ODB_LOOKUP_NO_REFRESH);
}

static int fail(struct jscan_error *err, const char *what, const char *path)
{
	return jscan_error_set(err, JSCAN_ERR_IO, "cannot %s '%s': %s", what,
			       path, strerror(errno));
}

/*
 * Level 4 packs notes half a percent worse than git's 6 and takes a tenth less
 * time; single objects git itself writes at level 1.
 */
#define PACK_LEVEL 4

static void start_deflating(struct jscan_objects *objects)
{
	int status;

	if (objects->has_deflater) {
		deflateReset(&objects->deflater);
		return;
	}
	status = deflateInit(&objects->deflater,
			     objects->is_pack ? PACK_LEVEL : Z_BEST_SPEED);
	if (status != Z_OK)
		jscan_out_of_memory();
	objects->has_deflater = true;
}

static void put_deflated(struct jscan_objects *objects, const void *bytes,
			 size_t len, int flush)
{
	z_stream *deflater = &objects->deflater;
	unsigned char chunk[16384];
	const unsigned char *from = bytes;
	int status;

	do {
		/* zlib counts in unsigned int. */
		size_t part = len < CHUNK_BYTES ? len : CHUNK_BYTES;
		int now = part == len ? flush : Z_NO_FLUSH;

		union {
			const unsigned char *in;
			unsigned char *out;
		} next = {from};

		deflater->next_in = next.out; /* zlib does not write to it */
		deflater->avail_in = (uInt)part;
		do {
			deflater->next_out = chunk;
			deflater->avail_out = sizeof(chunk);
			status = deflate(deflater, now);
			jscan_buf_add(&objects->out, (const char *)chunk,
				      sizeof(chunk) - deflater->avail_out);
		} while (!deflater->avail_out ||
			 (now == Z_FINISH && status == Z_OK));
		from += part;
		len -= part;
	} while (len);
}

static const char *type_name(enum jscan_object_type type)
{
	static const char *const names[] = {"", "commit", "tree", "blob"};

	return names[type];
}

/* Type and size of a packed object: 4 bits of the size, then 7 a byte. */
static void put_pack_header(struct jscan_buf *out, enum jscan_object_type type,
			    size_t len)
{
	unsigned byte = (unsigned)type << 4 | (len & 15);

	for (len >>= 4; len; len >>= 7) {
		jscan_buf_addc(out, (char)(byte | 128));
		byte = len & 127;
	}
	jscan_buf_addc(out, (char)byte);
}

static int open_temporary(struct jscan_objects *objects, char *path,
			  size_t room, struct jscan_error *err)
{
	do {
		snprintf(path, room, "%s/object-XXXXXX", objects->folder);
		objects->fd = mkostemp(path, O_CLOEXEC);
	} while (objects->fd < 0 && errno == EINTR);
	return objects->fd < 0 ? fail(err, "write to", objects->folder) : 0;
}

static int add_to_pack(struct jscan_objects *objects,
		       enum jscan_object_type type, const void *bytes,
		       size_t len, struct jscan_error *err)
{
	if (objects->fd < 0) {
		char path[4096];

		if (open_temporary(objects, path, sizeof(path), err) < 0)
			return -1;
		unlink(path);
	}
	if (objects->count == UINT32_MAX)
		return jscan_error_set(err, JSCAN_ERR_LIMIT,
				       "too many files for one snapshot");
	put_pack_header(&objects->out, type, len);
	start_deflating(objects);
	put_deflated(objects, bytes, len, Z_FINISH);
	objects->count++;
	return objects->out.has_failed ? fail(err, "write to", objects->folder)
				       : 0;
}

static int write_loose(struct jscan_objects *objects, const char *from,
		       const char *to, struct jscan_error *err)
{
	unsigned mode = jscan_git_file_mode(objects->repository, 0444);

	if (jscan_buf_flush(&objects->out) < 0 ||
	    (!objects->is_unsynced && jscan_file_sync(objects->fd) < 0) ||
	    fchmod(objects->fd, mode) < 0)
		return fail(err, "write", from);
	if (rename(from, to) < 0)
		return fail(err, "write", to);
	return 0;
}

static int add_loose(struct jscan_objects *objects, const unsigned char *id,
		     enum jscan_object_type type, const void *bytes, size_t len,
		     struct jscan_error *err)
{
	char hex[2 * JSCAN_SHA1_BYTES + 1], folder[4096], from[4096], to[4200];
	char header[40];
	int header_len = snprintf(header, sizeof(header), "%s %zu",
				  type_name(type), len);
	int ret;

	jscan_sha1_hex(hex, id);
	snprintf(folder, sizeof(folder), "%sobjects/%.2s",
		 objects->repository->common_dir, hex);
	snprintf(to, sizeof(to), "%s/%s", folder, hex + 2);
	if (jscan_git_make_folder(objects->repository, folder) < 0)
		return fail(err, "write to", folder);
	if (open_temporary(objects, from, sizeof(from), err) < 0)
		return -1;
	if (objects->pieces && len >= JSCAN_PIECES_FEWEST_BYTES) {
		jscan_pieces_deflate(&objects->out, objects->folder,
				     objects->pieces, header,
				     (size_t)header_len + 1, bytes, len);
	} else {
		start_deflating(objects);
		put_deflated(objects, header, (size_t)header_len + 1,
			     Z_NO_FLUSH);
		put_deflated(objects, bytes, len, Z_FINISH);
	}
	ret = write_loose(objects, from, to, err);
	if (ret < 0)
		unlink(from);
	close(objects->fd);
	objects->fd = -1;
	objects->has_new_in[id[0]] = true;
	return ret;
}

int jscan_objects_add(struct jscan_objects *objects,
		      const unsigned char id[JSCAN_SHA1_BYTES],
		      enum jscan_object_type type, const void *bytes,
		      size_t len, struct jscan_error *err)
{
	if (!add_name(&objects->names, id) || is_in_repository(objects, id))
		return 0;
	return objects->is_pack ? add_to_pack(objects, type, bytes, len, err)
				: add_loose(objects, id, type, bytes, len, err);
}

static int sync_folder(const char *path)
{
	int fd = jscan_file_open(AT_FDCWD, path,
				 O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	int ret;

	if (fd < 0)
		return -1;
	ret = jscan_file_sync(fd);
	close(fd);
	/* Some file systems cannot sync a folder; there is no more to do. */
	return ret < 0 && errno != EINVAL && errno != ENOTSUP ? -1 : 0;
}

static int sync_loose(struct jscan_objects *objects, struct jscan_error *err)
{
	char path[4096];

	for (int i = 0; i < 256; i++) {
		if (!objects->has_new_in[i] || objects->is_unsynced)
			continue;
		snprintf(path, sizeof(path), "%sobjects/%02x",
			 objects->repository->common_dir, (unsigned)i);
		if (sync_folder(path) < 0)
			return fail(err, "sync", path);
	}
	return 0;
}

static int feed(git_indexer *indexer, struct jscan_sha1 *sha1,
		git_indexer_progress *progress, const void *bytes, size_t len)
{
	if (sha1)
		jscan_sha1_add(sha1, bytes, len);
	return git_indexer_append(indexer, bytes, len, progress);
}

/* Header, gathered objects, and the hash of both, into the indexer. */
static int feed_all(struct jscan_objects *objects, git_indexer *indexer,
		    struct jscan_error *err)
{
	static _Thread_local char chunk[CHUNK_BYTES];
	git_indexer_progress progress = {0};
	unsigned char hash[JSCAN_SHA1_BYTES];
	struct jscan_sha1 sha1;
	struct jscan_buf header;
	int status;

	jscan_sha1_init(&sha1);
	jscan_buf_init(&header);
	jscan_buf_adds(&header, "PACK");
	jscan_put32(&header, 2);
	jscan_put32(&header, objects->count);
	status = feed(indexer, &sha1, &progress, header.data, header.len);
	jscan_buf_release(&header);
	for (off_t at = 0; !status;) {
		ssize_t got = pread(objects->fd, chunk, sizeof(chunk), at);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return fail(err, "read in", objects->folder);
		if (!got)
			break;
		at += got;
		status = feed(indexer, &sha1, &progress, chunk, (size_t)got);
	}
	jscan_sha1_finish(&sha1, hash);
	if (!status)
		status = feed(indexer, NULL, &progress, hash, sizeof(hash));
	if (!status)
		status = git_indexer_commit(indexer, &progress);
	return status < 0 ? jscan_git_fail(err, JSCAN_ERR_IO,
					   "cannot write the pack")
			  : 0;
}

static int move(const char *from, const char *to, const char *name,
		const char *ending, unsigned mode, struct jscan_error *err)
{
	char old[4096], new[4096];

	snprintf(old, sizeof(old), "%s/pack-%s.%s", from, name, ending);
	snprintf(new, sizeof(new), "%s/pack-%s.%s", to, name, ending);
	if (chmod(old, mode) < 0 || rename(old, new) < 0)
		return fail(err, "write", new);
	return 0;
}

static int install_pack(struct jscan_objects *objects, git_indexer *indexer,
			struct jscan_error *err)
{
	unsigned mode = jscan_git_file_mode(objects->repository, 0444);
	const char *name = git_indexer_name(indexer);
	char to[4096];

	snprintf(to, sizeof(to), "%sobjects/pack",
		 objects->repository->common_dir);
	if (jscan_git_make_folder(objects->repository, to) < 0)
		return fail(err, "write to", to);
	if (move(objects->folder, to, name, "pack", mode, err) < 0 ||
	    move(objects->folder, to, name, "idx", mode, err) < 0)
		return -1;
	if (sync_folder(to) < 0)
		return fail(err, "sync", to);
	if (git_odb_refresh(objects->repository->odb) < 0)
		return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
				      "cannot read the new pack");
	return 0;
}

static int finish_pack(struct jscan_objects *objects, struct jscan_error *err)
{
	git_indexer *indexer = NULL;
	int ret = -1;

	if (!objects->count)
		return 0;
	if (jscan_buf_flush(&objects->out) < 0)
		return fail(err, "write to", objects->folder);
	if (git_indexer_new(&indexer, objects->folder, 0, NULL, NULL) < 0)
		return jscan_git_fail(err, JSCAN_ERR_IO,
				      "cannot write the pack");
	if (!feed_all(objects, indexer, err) &&
	    !install_pack(objects, indexer, err))
		ret = 0;
	git_indexer_free(indexer);
	return ret;
}

int jscan_objects_finish(struct jscan_objects *objects, struct jscan_error *err)
{
	return objects->is_pack ? finish_pack(objects, err)
				: sync_loose(objects, err);
}
