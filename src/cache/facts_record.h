/* The facts of one note as a record. */
#ifndef JSCAN_CACHE_FACTS_RECORD_H
#define JSCAN_CACHE_FACTS_RECORD_H

#include "base/buf.h"
#include "facts/facts.h"

void jscan_facts_write(struct jscan_buf *out, const struct jscan_facts *facts);

/*
 * Fills *out from what jscan_facts_write() made.  `path` is kept as it is, the
 * texts stay among the bytes, the rest lives in `arena`.  False for bytes that
 * it cannot have made: then *out is of no use.  `categories` is the number of
 * those of the lexicon.
 */
bool jscan_facts_reread(struct jscan_facts *out, const char *bytes, size_t len,
			const char *path, size_t categories,
			struct jscan_arena *arena);

#endif
