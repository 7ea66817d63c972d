/* An edit as a unified diff. */
#ifndef JSCAN_ACT_DIFF_H
#define JSCAN_ACT_DIFF_H

#include "act/raw.h"
#include "base/buf.h"

/*
 * Appends the diff of a note before and after one splice, as patch(1) and git
 * take it: the lines that changed with three of context, all bytes as they are.
 */
void jscan_diff_write(struct jscan_buf *out, const char *path,
		      const char *bytes, size_t len,
		      const struct jscan_splice *splice);

/* The note with the splice made. */
void jscan_splice_apply(struct jscan_buf *out, const char *bytes, size_t len,
			const struct jscan_splice *splice);

#endif
