/* A message to somebody, made from what the journal knows. */
#ifndef JSCAN_ACT_DRAFT_H
#define JSCAN_ACT_DRAFT_H

#include "act/journal.h"
#include "base/buf.h"

/* Appends what jscan_scan_write_draft() writes; returns as it does. */
int jscan_draft_make(struct jscan_buf *out, const struct jscan_journal *journal,
		     const char *id, enum jscan_format format,
		     struct jscan_error *err);

#endif
