/* The list of follow-ups of a whole journal on one day. */
#ifndef JSCAN_PLAN_FOLLOWUP_H
#define JSCAN_PLAN_FOLLOWUP_H

#include "plan/item.h"
#include "plan/plan.h"

struct jscan_followups {
	struct jscan_followup *items; /* in the order of the report */
	size_t count;
	/* Interviews whose thank-you has lapsed: evidence of the weakness. */
	struct jscan_item *lapsed_thanks;
	size_t lapsed_thanks_count;
};

/* Eight letters and digits, the same after renames and moved lines. */
const char *jscan_item_make_id(const struct jscan_item *item,
			       struct jscan_arena *arena);

/*
 * `timelines` are those of `groups`, one each, in the same order.  Everything
 * lives in `arena` and points into facts and groups.  With `input->is_brief`
 * only what is open, and
 * without the items behind follow-ups.
 */
void jscan_followups_make(struct jscan_followups *out,
			  const struct jscan_groups *groups,
			  const struct jscan_timeline *timelines,
			  const struct jscan_plan_input *input,
			  struct jscan_arena *arena);

/* Into the order of the report. */
void jscan_followups_sort(struct jscan_followup *items, size_t count);

#endif
