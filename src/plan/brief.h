/*
 * A brief report of which most is known from last time: only the companies
 * whose notes have changed are worked out again, and people only when a note
 * speaks of them otherwise than it did.
 */
#ifndef JSCAN_PLAN_BRIEF_H
#define JSCAN_PLAN_BRIEF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "cache/cache.h"
#include "plan/mark.h"
#include "plan/plan.h"

struct jscan_brief_note {
	const char *path;
	struct jscan_mark mark;
	uint64_t content; /* a hash of its facts */
	bool is_certain;  /* false: the facts have no hash */
};

struct jscan_brief_input {
	const struct jscan_brief_note *notes; /* in the order of their paths */
	size_t count;
	/* The facts of a note, NULL when they cannot be had.  They are good as
	 * long as `arena`, but for the record itself, which the next call may
	 * use again. */
	const struct jscan_facts *(*get)(void *data, size_t index,
					 struct jscan_arena *arena);
	void *data;
	const struct jscan_config *config;
	const struct jscan_lexicon *lexicon;
	struct jscan_date as_of;
	const struct jscan_diags *diags; /* of the folder itself */
	/* What jscan_brief_write() made the last time, or nothing.  It is
	 * believed no further than it makes sense; texts stay in it. */
	const char *memory;
	size_t memory_len;
};

struct jscan_brief; /* lives in the arena */

/*
 * Fills *report as jscan_plan_make() does with is_brief, but for the items
 * behind follow-ups.  False when facts were missing: nothing is made then.
 */
bool jscan_brief_make(struct jscan_report *report, struct jscan_brief **out,
		      const struct jscan_brief_input *input,
		      struct jscan_arena *arena);

/* How much of it was worked out anew, in notes. */
size_t jscan_brief_count_new(const struct jscan_brief *brief);

/* Appends what the next run may remember. */
void jscan_brief_write(struct jscan_buf *out, const struct jscan_brief *brief);

#endif
