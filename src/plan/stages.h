/*
 * The stages that applications went through, gathered from one state of the
 * journal after another: also those that a later state no longer tells.
 */
#ifndef JSCAN_PLAN_STAGES_H
#define JSCAN_PLAN_STAGES_H

#include "config/config.h"
#include "facts/facts.h"
#include "git/commits.h"
#include "journalscan.h"

struct jscan_stages;

struct jscan_stages *jscan_stages_new(struct jscan_arena *arena);

/* A state of the journal; to be added in the order of their commits. */
struct jscan_stages_state {
	const struct jscan_facts *facts; /* by path */
	size_t count;
	const struct jscan_commit *commit;
	struct jscan_date seen;	 /* the day of the commit */
	struct jscan_date until; /* it held till then: later facts are plans */
	bool is_main; /* of the line that leads to the last state */
};

/*
 * Adds what a state tells.  Texts of facts are kept as they are; `scratch` is
 * only used meanwhile.
 */
void jscan_stages_add(struct jscan_stages *stages,
		      const struct jscan_stages_state *state,
		      struct jscan_arena *scratch);

/* Sets how an application stands now; those never set are in no note. */
void jscan_stages_set_state(struct jscan_stages *stages,
			    const struct jscan_application *application,
			    struct jscan_arena *scratch);

void jscan_stages_list(struct jscan_log *out, struct jscan_stages *stages);

#endif
