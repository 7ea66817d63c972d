/*
 * Objects of a repository, read without libgit2 where that has not started:
 * loose ones, and those in packs.  What is not found, or not plain, is left to
 * libgit2.
 */
#ifndef JSCAN_GIT_STORE_H
#define JSCAN_GIT_STORE_H

#include <stddef.h>

#include "base/buf.h"
#include "base/sha1.h"
#include "git/objects.h"
#include "git/repository.h"
#include "journalscan.h"

enum jscan_store_result {
	JSCAN_STORE_OK,
	JSCAN_STORE_TOO_BIG,
	JSCAN_STORE_FAILED /* and *err is filled */
};

/*
 * Appends the object `id` to `out`, and says its type; not a byte when the
 * result is another than JSCAN_STORE_OK.
 */
enum jscan_store_result
jscan_store_read(struct jscan_buf *out, enum jscan_object_type *type,
		 struct jscan_repository *repository,
		 const unsigned char id[JSCAN_SHA1_BYTES], size_t most_bytes,
		 struct jscan_error *err);

/*
 * The same for one of which the first `enough` bytes will do; there may be
 * more.
 */
enum jscan_store_result
jscan_store_read_start(struct jscan_buf *out, enum jscan_object_type *type,
		       struct jscan_repository *repository,
		       const unsigned char id[JSCAN_SHA1_BYTES], size_t enough,
		       struct jscan_error *err);

/*
 * Whether libgit2 can be asked for an object: it never comes back from a loose
 * one that is cut short.  Returns 0, or -1: JSCAN_ERR_REPOSITORY.
 */
int jscan_store_check(const struct jscan_repository *repository,
		      const unsigned char id[JSCAN_SHA1_BYTES],
		      struct jscan_error *err);

/*
 * Whether there is a loose object of that name.  Returns 0, or -1:
 * JSCAN_ERR_IO, when nobody can tell.
 */
int jscan_store_find_loose(bool *out, const struct jscan_repository *repository,
			   const unsigned char id[JSCAN_SHA1_BYTES],
			   struct jscan_error *err);

#endif
