/* Edits of tasks in the body of a note. */
#ifndef JSCAN_ACT_TICK_H
#define JSCAN_ACT_TICK_H

#include "act/raw.h"
#include "facts/facts.h"

/*
 * Ticks the task on a line and adds its done date, in the notation that the
 * task uses for its dates.  False when no open box is there.
 */
bool jscan_tick_task(struct jscan_splice *out, const struct jscan_raw *raw,
		     unsigned line, struct jscan_date date);

/*
 * Adds a ticked task that prepares for the event of a scope, in front of the
 * next heading.
 */
bool jscan_tick_add_prepared(struct jscan_splice *out,
			     const struct jscan_raw *raw,
			     const struct jscan_facts *facts, unsigned scope,
			     struct jscan_date date);

#endif
