/*
 * What a repository stores of one file.  What a program of the user's would
 * have to make readable (git-crypt, LFS) is known by how it begins, and said:
 * no such program is started.
 */
#include "git/blob.h"

#include <errno.h>
#include <string.h>

#include "git/internal.h"

static bool starts_with(const char *bytes, size_t len, const char *start,
			size_t start_len)
{
	return len >= start_len && !memcmp(bytes, start, start_len);
}

/* What git-crypt and LFS leave in a repository in place of a file. */
static bool is_stand_in(const char *bytes, size_t len)
{
	static const char crypt[] = "\0GITCRYPT\0";
	static const char lfs[] = "version https://git-lfs.github.com/spec/";

	return starts_with(bytes, len, crypt, sizeof(crypt) - 1) ||
	       starts_with(bytes, len, lfs, sizeof(lfs) - 1);
}

enum jscan_read_result jscan_blob_read(struct jscan_buf *out,
				       struct jscan_repository *repository,
				       const unsigned char id[JSCAN_SHA1_BYTES],
				       size_t most_bytes)
{
	enum jscan_read_result result = JSCAN_READ_OK;
	git_odb_object *object = NULL;
	git_odb *odb = repository->odb;
	git_object_t type;
	git_oid oid;
	size_t len;

	git_oid_fromraw(&oid, id);
	/* The size first: what is too large is not unpacked at all. */
	if (git_odb_read_header(&len, &type, odb, &oid) < 0 ||
	    type != GIT_OBJECT_BLOB) {
		errno = ENODATA;
		return JSCAN_READ_FAILED;
	}
	if (len > most_bytes)
		return JSCAN_READ_TOO_BIG;
	if (git_odb_read(&object, odb, &oid) < 0) {
		errno = ENODATA;
		return JSCAN_READ_FAILED;
	}
	if (is_stand_in(git_odb_object_data(object), len))
		result = JSCAN_READ_ELSEWHERE;
	else
		jscan_buf_add(out, git_odb_object_data(object), len);
	git_odb_object_free(object);
	return result;
}
