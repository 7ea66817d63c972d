/*
 * Patterns of files to leave out, as in .gitignore: gitignore(5), checked
 * against git itself in the tests.
 */
#ifndef JSCAN_ENTRY_IGNORE_H
#define JSCAN_ENTRY_IGNORE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct jscan_pattern {
	const char *text; /* without `!` and the slashes at both ends */
	size_t len;
	bool is_negated;
	bool is_folder_only;
	bool is_anchored; /* a path below the folder of its file, not a name */
	bool is_plain;	  /* no byte of it is special */
};

struct jscan_patterns {
	const struct jscan_pattern *items;
	size_t count;
};

/* More lines of one file than this are not read. */
#define JSCAN_PATTERNS_MOST ((size_t)10000)

/*
 * Reads the lines of an ignore file.  What *out points to lives in `arena`.
 * False when there are more lines than the limit.
 */
bool jscan_patterns_parse(struct jscan_patterns *out, const char *bytes,
			  size_t len, struct jscan_arena *arena);

enum jscan_pattern_match {
	JSCAN_PATTERN_SILENT, /* no pattern matches */
	JSCAN_PATTERN_IGNORE,
	JSCAN_PATTERN_KEEP /* the last one that matches starts with `!` */
};

/*
 * Matches `path`, relative to the folder of the ignore file and with '/',
 * against each pattern; the last that matches counts.  The work is at most the
 * product of the lengths of path and pattern.
 */
enum jscan_pattern_match
jscan_patterns_match(const struct jscan_patterns *patterns, const char *path,
		     bool is_folder);

#endif
