/*
 * Which paths are notes, whatever the source: by their ending, their folders,
 * the configuration's `ignore` and the report's name.
 */
#ifndef JSCAN_ENTRY_SELECT_H
#define JSCAN_ENTRY_SELECT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "config/config.h"
#include "entry/ignore.h"

/* A name that ends in .md or .markdown, in any case. */
bool jscan_select_is_note(const char *name);

/* A path as it is printed: `raw` itself, or a copy that is valid UTF-8. */
const char *jscan_select_shown_path(struct jscan_arena *arena, const char *raw);

/* The configuration's own patterns. */
void jscan_select_parse_ignore(struct jscan_patterns *out,
			       const struct jscan_config *config,
			       struct jscan_arena *arena);

/* For whole paths in their order, as a repository lists them. */
struct jscan_select {
	const char *report;
	struct jscan_patterns ignore;
	struct jscan_buf folder; /* the last one that was left out, with '/' */
};

void jscan_select_init(struct jscan_select *select,
		       const struct jscan_config *config,
		       struct jscan_arena *arena);
void jscan_select_release(struct jscan_select *select);

/* `path` is relative to the journal. */
bool jscan_select_wants(struct jscan_select *select, const char *path);

#endif
