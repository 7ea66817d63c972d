/*
 * Diagnostics: what is odd in a journal, each with its place.  One table in
 * diag.c holds every code with its severity and its meaning; the manual's list
 * is checked against it.
 */
#ifndef JSCAN_BASE_DIAG_H
#define JSCAN_BASE_DIAG_H

#include <stddef.h>

#include "base/arena.h"
#include "journalscan.h"

enum jscan_diag_code {
	/* errors: a file or a fact could not be read */
	JSCAN_DIAG_UNREADABLE,
	JSCAN_DIAG_TOO_BIG,
	JSCAN_DIAG_NOT_A_FILE,
	JSCAN_DIAG_UTF16,
	JSCAN_DIAG_FRONT_MATTER,
	JSCAN_DIAG_FRONT_MATTER_LIMIT,
	JSCAN_DIAG_NO_SUCH_DAY,
	JSCAN_DIAG_TOO_MANY,
	JSCAN_DIAG_BAD_PATH,
	/* warnings: doubtful, and read one way */
	JSCAN_DIAG_NO_DATE,
	JSCAN_DIAG_BAD_DATE,
	JSCAN_DIAG_UNKNOWN_KEY,
	JSCAN_DIAG_DUPLICATE_KEY,
	JSCAN_DIAG_BAD_VALUE,
	JSCAN_DIAG_UNKNOWN_WEAKNESS,
	JSCAN_DIAG_BAD_UTF8,
	JSCAN_DIAG_DATE_ORDER,
	JSCAN_DIAG_NESTING,
	JSCAN_DIAG_PATTERN_LIMIT,
	JSCAN_DIAG_UNKNOWN_RULE,
	/* notes: for information */
	JSCAN_DIAG_UNCLASSIFIED,
	JSCAN_DIAG_SAME_PERSON
};
#define JSCAN_DIAG_COUNT (JSCAN_DIAG_SAME_PERSON + 1)

struct jscan_diags {
	struct jscan_arena *arena; /* the caller's; holds all texts */
	struct jscan_diagnostic *items;
	size_t count;
	size_t most; /* 0: any number */
};

void jscan_diags_init(struct jscan_diags *diags, struct jscan_arena *arena);

/*
 * `path` is kept as it is, the message is copied.  Line, column may be 0.  Of
 * those past `most` the first becomes a too-many, and the others are dropped.
 */
void jscan_diags_add(struct jscan_diags *diags, const char *path, unsigned line,
		     unsigned column, enum jscan_diag_code code,
		     const char *format, ...)
	__attribute__((format(printf, 6, 7)));

#endif
