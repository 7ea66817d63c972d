/*
 * How an item came about, step by step.  Made for one item when somebody asks,
 * never on a scan.
 */
#ifndef JSCAN_PLAN_EXPLAIN_H
#define JSCAN_PLAN_EXPLAIN_H

#include "plan/item.h"

struct jscan_steps {
	struct jscan_arena *arena;
	struct jscan_step *items; /* quote is NULL: see act/why.c */
	size_t count;
};

/* Appends one step; `path` NULL or `line` 0: it has no place. */
void jscan_steps_add(struct jscan_steps *steps, const char *path, unsigned line,
		     const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/*
 * Appends the steps of an item: facts, dates and their arithmetic, what met it
 * or would have, snooze, status, tasks that say the same, person, source.
 * `contact` may be NULL.
 */
void jscan_item_explain(struct jscan_steps *out, const struct jscan_item *item,
			const struct jscan_config *config,
			struct jscan_date as_of, const char *contact);

#endif
