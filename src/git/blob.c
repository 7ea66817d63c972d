/*
 * What a repository stores of one file.  What a program of the user's would
 * have to make readable (git-crypt, LFS) is known by how it begins, and said:
 * no such program is started.
 */
#include "git/blob.h"

#include <errno.h>
#include <string.h>

#include "git/store.h"

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
	enum jscan_object_type type;
	size_t start = out->len;
	struct jscan_error err;

	switch (jscan_store_read(out, &type, repository, id, most_bytes,
				 &err)) {
	case JSCAN_STORE_OK:
		break;
	case JSCAN_STORE_TOO_BIG:
		return JSCAN_READ_TOO_BIG;
	case JSCAN_STORE_FAILED:
		errno = ENODATA;
		return JSCAN_READ_FAILED;
	}
	if (type == JSCAN_OBJECT_BLOB &&
	    !is_stand_in(out->data + start, out->len - start))
		return JSCAN_READ_OK;
	out->len = start;
	out->data[start] = '\0';
	if (type == JSCAN_OBJECT_BLOB)
		return JSCAN_READ_ELSEWHERE;
	errno = ENODATA;
	return JSCAN_READ_FAILED;
}
