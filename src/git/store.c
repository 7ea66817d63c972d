/*
 * A loose object is its type, a blank, its size, a NUL and its bytes, all
 * deflated, in a file named by the digits of its name.
 */
#include "git/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "base/error.h"
#include "base/file.h"
#include "git/bytes.h"
#include "git/internal.h"
#include "git/pack.h"

#define PIECE	   ((size_t)16384)
#define HEAD_BYTES 32 /* "commit ", 20 digits, a NUL */

/* What a reading of one's own comes to. */
enum own_result { OWN_OK, OWN_TOO_BIG, OWN_DAMAGED, OWN_UNKNOWN };

struct loose {
	int fd;
	z_stream stream;
	unsigned char in[PIECE];
	int status;
	bool is_at_end; /* of the file */
};

static const char *loose_path(char *out, size_t room,
			      const struct jscan_repository *repository,
			      const unsigned char *id)
{
	char hex[2 * JSCAN_SHA1_BYTES + 1];

	jscan_sha1_hex(hex, id);
	snprintf(out, room, "%sobjects/%.2s/%s", repository->common_dir, hex,
		 hex + 2);
	return out;
}

int jscan_store_find_loose(bool *out, const struct jscan_repository *repository,
			   const unsigned char id[JSCAN_SHA1_BYTES],
			   struct jscan_error *err)
{
	char path[4200];

	*out = !access(loose_path(path, sizeof(path), repository, id), F_OK);
	if (*out || errno == ENOENT || errno == ENOTDIR)
		return 0;
	return jscan_error_set(err, JSCAN_ERR_IO, "cannot look at '%s': %s",
			       path, strerror(errno));
}

/* Inflates up to `room` bytes; how many there were. */
static size_t inflate_some(struct loose *loose, void *out, size_t room)
{
	loose->stream.next_out = out;
	loose->stream.avail_out = (uInt)room;
	while (loose->status == Z_OK && loose->stream.avail_out) {
		if (!loose->stream.avail_in) {
			ssize_t got =
				read(loose->fd, loose->in, sizeof(loose->in));

			if (got < 0 && errno == EINTR)
				continue;
			loose->is_at_end = !got;
			if (got <= 0)
				break;
			loose->stream.next_in = loose->in;
			loose->stream.avail_in = (uInt)got;
		}
		loose->status = inflate(&loose->stream, Z_NO_FLUSH);
	}
	loose->stream.next_out = NULL; /* `out` may go before the stream */
	return room - loose->stream.avail_out;
}

/* Type and size; how long both are with their NUL, 0 when it is no head. */
static size_t read_head(enum jscan_object_type *type, size_t *size,
			const char *head, size_t len)
{
	static const char *const names[] = {"commit ", "tree ", "blob "};
	const char *nul = memchr(head, 0, len);

	for (int i = 0; nul && i < 3; i++) {
		size_t name_len = strlen(names[i]);
		char *end;

		if (strncmp(head, names[i], name_len) ||
		    /* NOLINTNEXTLINE(clang-analyzer-core.*): up to the NUL */
		    head[name_len] < '0' || head[name_len] > '9')
			continue;
		*type = (enum jscan_object_type)(i + JSCAN_OBJECT_COMMIT);
		*size = strtoul(head + name_len, &end, 10);
		return end == nul ? (size_t)(nul - head) + 1 : 0;
	}
	return 0;
}

static enum own_result inflate_object(struct jscan_buf *out,
				      enum jscan_object_type *type,
				      struct loose *loose, size_t most,
				      size_t enough)
{
	char piece[PIECE];
	size_t len = inflate_some(loose, piece, HEAD_BYTES), size, start;
	size_t head = read_head(type, &size, piece, len);

	if (!head)
		return loose->is_at_end ? OWN_DAMAGED : OWN_UNKNOWN;
	if (size > most)
		return OWN_TOO_BIG;
	if (len - head > size)
		return OWN_DAMAGED;
	start = out->len;
	jscan_buf_add(out, piece + head, len - head);
	while (len && out->len - start < enough) {
		len = inflate_some(loose, piece, sizeof(piece));
		if (len > size - (out->len - start))
			return OWN_DAMAGED;
		jscan_buf_add(out, piece, len);
	}
	return out->len - start == size || out->len - start >= enough
		       ? OWN_OK
		       : OWN_DAMAGED;
}

static enum own_result read_loose(struct jscan_buf *out,
				  enum jscan_object_type *type,
				  const struct jscan_repository *repository,
				  const unsigned char *id, size_t most,
				  size_t enough)
{
	struct loose loose = {.status = Z_OK};
	enum own_result result;
	char path[4200];

	loose.fd = jscan_file_open(
		AT_FDCWD, loose_path(path, sizeof(path), repository, id),
		O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
	if (loose.fd < 0)
		/* cppcheck-suppress memleak ; it is not open */
		return OWN_UNKNOWN;
	if (inflateInit(&loose.stream) != Z_OK)
		jscan_out_of_memory();
	result = inflate_object(out, type, &loose, most, enough);
	inflateEnd(&loose.stream);
	close(loose.fd);
	return result;
}

static enum own_result read_packed(struct jscan_buf *out,
				   enum jscan_object_type *type,
				   const struct jscan_repository *repository,
				   const unsigned char *id, size_t most)
{
	enum own_result own = OWN_UNKNOWN;
	struct jscan_arena arena;
	unsigned number;

	jscan_arena_init(&arena);
	switch (jscan_packs_read(out, &number,
				 jscan_arena_printf(&arena, "%sobjects/pack",
						    repository->common_dir),
				 id, most, &arena)) {
	case JSCAN_PACK_FOUND:
		*type = (enum jscan_object_type)number;
		own = OWN_OK;
		break;
	case JSCAN_PACK_TOO_BIG:
		own = OWN_TOO_BIG;
		break;
	default:
		break;
	}
	jscan_arena_release(&arena);
	return own;
}

/*
 * A loose object that is cut short is not for libgit2, which never comes back
 * from one; unless it is in a pack, too, it is damaged.
 */
static enum own_result read_own(struct jscan_buf *out,
				enum jscan_object_type *type,
				const struct jscan_repository *repository,
				const unsigned char *id, size_t most,
				size_t enough)
{
	size_t start = out->len;
	enum own_result own =
		read_loose(out, type, repository, id, most, enough);
	enum own_result packed;

	if (own != OWN_DAMAGED && (own != OWN_UNKNOWN || repository->git))
		return own;
	out->len = start;
	packed = read_packed(out, type, repository, id, most);
	return packed == OWN_UNKNOWN ? own : packed;
}

static int say_damaged(const unsigned char *id, struct jscan_error *err)
{
	char hex[2 * JSCAN_SHA1_BYTES + 1];

	jscan_sha1_hex(hex, id);
	return jscan_error_set(err, JSCAN_ERR_REPOSITORY,
			       "the object %.10s is damaged: git fsck says "
			       "more",
			       hex);
}

int jscan_store_check(const struct jscan_repository *repository,
		      const unsigned char id[JSCAN_SHA1_BYTES],
		      struct jscan_error *err)
{
	enum jscan_object_type type;
	enum own_result own;
	struct jscan_buf out;

	jscan_buf_init(&out);
	own = read_loose(&out, &type, repository, id, SIZE_MAX, SIZE_MAX);
	jscan_buf_clear(&out);
	if (own == OWN_DAMAGED &&
	    read_packed(&out, &type, repository, id, SIZE_MAX) != OWN_UNKNOWN)
		own = OWN_OK;
	jscan_buf_release(&out);
	return own == OWN_DAMAGED ? say_damaged(id, err) : 0;
}

static enum jscan_store_result
read_by_library(struct jscan_buf *out, enum jscan_object_type *type,
		struct jscan_repository *repository, const unsigned char *id,
		size_t most, struct jscan_error *err)
{
	char hex[2 * JSCAN_SHA1_BYTES + 1];
	git_odb_object *object = NULL;
	git_object_t found = GIT_OBJECT_INVALID;
	git_oid oid;
	size_t len = 0;

	if (jscan_git_need(repository, err) < 0)
		return JSCAN_STORE_FAILED;
	git_oid_fromraw(&oid, id);
	jscan_sha1_hex(hex, id);
	/* The size first: what is too large is not unpacked at all. */
	if (most < SIZE_MAX &&
	    !git_odb_read_header(&len, &found, repository->odb, &oid) &&
	    len > most)
		return JSCAN_STORE_TOO_BIG;
	if (git_odb_read(&object, repository->odb, &oid) < 0) {
		jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
			       "cannot read the object %.10s", hex);
		return JSCAN_STORE_FAILED;
	}
	*type = (enum jscan_object_type)git_odb_object_type(object);
	jscan_buf_add(out, git_odb_object_data(object),
		      git_odb_object_size(object));
	git_odb_object_free(object);
	return JSCAN_STORE_OK;
}

/* Whether that is what the name stands for: disks and packs get damaged. */
static bool is_named(const unsigned char *id, enum jscan_object_type type,
		     const char *bytes, size_t len)
{
	static const char *const names[] = {"", "commit", "tree", "blob"};
	unsigned char name[JSCAN_SHA1_BYTES];

	if (type < JSCAN_OBJECT_COMMIT || type > JSCAN_OBJECT_BLOB)
		return false;
	jscan_sha1_object(name, names[type], bytes, len);
	return !memcmp(name, id, sizeof(name));
}

static enum jscan_store_result
read_object(struct jscan_buf *out, enum jscan_object_type *type,
	    struct jscan_repository *repository, const unsigned char *id,
	    size_t most, size_t enough, struct jscan_error *err)
{
	size_t start = out->len;
	enum own_result own = read_own(out, type, repository, id, most, enough);

	if (own == OWN_OK &&
	    (enough < SIZE_MAX ||
	     is_named(id, *type, out->data + start, out->len - start)))
		return JSCAN_STORE_OK;
	if (out->data)
		out->data[start] = '\0';
	out->len = start;
	if (own == OWN_TOO_BIG)
		return JSCAN_STORE_TOO_BIG;
	if (own == OWN_DAMAGED) {
		say_damaged(id, err);
		return JSCAN_STORE_FAILED;
	}
	return read_by_library(out, type, repository, id, most, err);
}

enum jscan_store_result
jscan_store_read(struct jscan_buf *out, enum jscan_object_type *type,
		 struct jscan_repository *repository,
		 const unsigned char id[JSCAN_SHA1_BYTES], size_t most_bytes,
		 struct jscan_error *err)
{
	return read_object(out, type, repository, id, most_bytes, SIZE_MAX,
			   err);
}

enum jscan_store_result
jscan_store_read_start(struct jscan_buf *out, enum jscan_object_type *type,
		       struct jscan_repository *repository,
		       const unsigned char id[JSCAN_SHA1_BYTES], size_t enough,
		       struct jscan_error *err)
{
	return read_object(out, type, repository, id, SIZE_MAX, enough, err);
}
