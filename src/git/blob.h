/* The content of a file as a repository stores it. */
#ifndef JSCAN_GIT_BLOB_H
#define JSCAN_GIT_BLOB_H

#include "base/buf.h"
#include "base/file.h"
#include "base/sha1.h"
#include "git/repository.h"

/*
 * Appends a blob to `out`; not a byte when the result is another than
 * JSCAN_READ_OK.  One thread at a time may read from a repository.
 */
enum jscan_read_result jscan_blob_read(struct jscan_buf *out,
				       struct jscan_repository *repository,
				       const unsigned char id[JSCAN_SHA1_BYTES],
				       size_t most_bytes);

#endif
