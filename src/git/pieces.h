/*
 * A long blob of which most is as it was the last time, deflated piece by
 * piece: what has been deflated before is not deflated again.
 */
#ifndef JSCAN_GIT_PIECES_H
#define JSCAN_GIT_PIECES_H

#include <stddef.h>

#include "base/buf.h"

/* Shorter ones are not worth it. */
#define JSCAN_PIECES_FEWEST_BYTES ((size_t)65536)

/*
 * Appends `head`, of 64 KiB at most, and `bytes` to `out` as one zlib stream.
 * The file `name` in the folder `folder` has the pieces of the last one, and
 * then those of this; it may be lost, or hold anything.  Of two callers at a
 * time one must wait.
 */
void jscan_pieces_deflate(struct jscan_buf *out, const char *folder,
			  const char *name, const char *head, size_t head_len,
			  const char *bytes, size_t len);

#endif
