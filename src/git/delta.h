/* Differences between objects, as packs hold them: gitformat-pack(5). */
#ifndef JSCAN_GIT_DELTA_H
#define JSCAN_GIT_DELTA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * Fills the empty buffer `out` with what `base` becomes by `difference`.  False
 * when that is more than `most` bytes, or does not fit the base; then `out`
 * holds nothing of use.
 */
bool jscan_delta_apply(struct jscan_buf *out, const struct jscan_buf *base,
		       const struct jscan_buf *difference, size_t most);

#endif
