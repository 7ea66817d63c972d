/*
 * Regular expressions of the user (PCRE2), run under limits.  Caseless, on
 * valid UTF-8.
 */
#ifndef JSCAN_FACTS_PATTERN_H
#define JSCAN_FACTS_PATTERN_H

#include <stddef.h>

#include "journalscan.h"

#define JSCAN_PATTERN_MATCH_MOST    100000 /* steps in one sentence */
#define JSCAN_PATTERN_CREDIT	    10000000 /* dear steps in one note */
#define JSCAN_PATTERN_HEAP_KIB_MOST 16384
#define JSCAN_PATTERN_GROUPS_MOST   200
#define JSCAN_PATTERN_BYTES_MOST    4096

struct jscan_pattern;

/*
 * Returns 0, or -1: JSCAN_ERR_CONFIG with the message alone filled; the place
 * is the caller's to add.
 */
int jscan_pattern_new(struct jscan_pattern **out, const char *text,
		      struct jscan_error *err);
void jscan_pattern_free(struct jscan_pattern *pattern);

/* What matching needs, one a thread. */
struct jscan_pattern_matcher;
struct jscan_pattern_matcher *jscan_pattern_matcher_new(void);
void jscan_pattern_matcher_free(struct jscan_pattern_matcher *matcher);

/* A new note, with all of JSCAN_PATTERN_CREDIT. */
void jscan_pattern_matcher_restart(struct jscan_pattern_matcher *matcher);

enum jscan_pattern_result {
	JSCAN_PATTERN_NONE,
	JSCAN_PATTERN_FOUND,
	JSCAN_PATTERN_LIMIT /* it gave up */
};

/*
 * The first match in `text`; *offset is where it begins.  Each call may take
 * some steps for each byte; what needs more takes them from the credit of the
 * note.  So the work of a note is linear in its length, whatever the pattern.
 */
enum jscan_pattern_result
jscan_pattern_find(const struct jscan_pattern *pattern,
		   struct jscan_pattern_matcher *matcher, const char *text,
		   size_t len, size_t *offset);

/* Of the library behind this: at most 64 bytes with the NUL. */
void jscan_pattern_version(char out[64]);

#endif
