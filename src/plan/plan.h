/* The whole report of a journal on one day, from the facts of its notes. */
#ifndef JSCAN_PLAN_PLAN_H
#define JSCAN_PLAN_PLAN_H

#include <stdbool.h>

#include "base/diag.h"
#include "facts/facts.h"

struct jscan_plan_input {
	const struct jscan_facts *facts; /* in the order of their paths */
	size_t count;
	const struct jscan_config *config;
	const struct jscan_lexicon *lexicon;
	struct jscan_date as_of;
	const struct jscan_diags *diags; /* of the folder itself */
	/* Only what stands in the report file: see struct jscan_options. */
	bool is_brief;
	/* An offer was accepted in a part of the journal that is not here. */
	bool is_settled;
};

/*
 * Fills *out.  Its lists live in `arena` and point into facts, configuration
 * and lexicon.  Pure: the same input gives the same report.
 */
void jscan_plan_make(struct jscan_report *out,
		     const struct jscan_plan_input *input,
		     struct jscan_arena *arena);

#endif
