/* What the states of a journal tell when they are laid side by side. */
#ifndef JSCAN_PLAN_HISTORY_H
#define JSCAN_PLAN_HISTORY_H

#include "facts/facts.h"
#include "git/past.h"
#include "journalscan.h"

struct jscan_history_input {
	const struct jscan_past *past;
	const struct jscan_facts *facts; /* of each version in past->source */
	const struct jscan_config *config;
	const struct jscan_lexicon *lexicon;
	struct jscan_date as_of;
	struct jscan_date since; /* unset: from the first commit on */
};

/*
 * Fills *out.  Its lists live in `arena` and point into facts, lexicon and
 * past.  Pure: the same commits and day give the same log.
 */
void jscan_history_make(struct jscan_log *out,
			const struct jscan_history_input *input,
			struct jscan_arena *arena);

#endif
