/*
 * Packs, as gitformat-pack(5) describes them, for reading the few objects that
 * a hook needs: trees and commits from before the last `git gc`.
 */
#ifndef JSCAN_GIT_PACK_H
#define JSCAN_GIT_PACK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/sha1.h"

enum jscan_pack_result {
	JSCAN_PACK_FOUND,
	JSCAN_PACK_TOO_BIG,
	JSCAN_PACK_UNKNOWN /* not there, or not for us to read */
};

/*
 * Appends the object `id` from any pack in `folder` to `out` and fills *type
 * with git's number for it; not a byte when the result is another than
 * JSCAN_PACK_FOUND.
 */
enum jscan_pack_result
jscan_packs_read(struct jscan_buf *out, unsigned *type, const char *folder,
		 const unsigned char id[JSCAN_SHA1_BYTES], size_t most_bytes,
		 struct jscan_arena *arena);

#endif
