/* Which weaknesses recur in the interviews of a journal. */
#ifndef JSCAN_PLAN_WEAKNESS_H
#define JSCAN_PLAN_WEAKNESS_H

#include "plan/evidence.h"

struct jscan_weaknesses {
	struct jscan_weakness *items; /* in the report's order */
	size_t count;
	struct jscan_sitting *sittings; /* of all parts, in time */
	size_t sitting_count;
	struct jscan_sitting *arranged;
	size_t arranged_count;
};

/*
 * The weaknesses that all parts together come to.  The parts stand in the order
 * of their applications; *out points into them.
 */
void jscan_weaknesses_sum(struct jscan_weaknesses *out,
			  const struct jscan_findings *const *parts,
			  size_t count, const struct jscan_lexicon *lexicon,
			  struct jscan_arena *arena);

#endif
