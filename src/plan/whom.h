/* Whom an item is about: the one person to write to. */
#ifndef JSCAN_PLAN_WHOM_H
#define JSCAN_PLAN_WHOM_H

#include "plan/item.h"

/* The people of an application or of a company, ready to be asked for. */
struct jscan_whom {
	const char *hiring_manager; /* first named; NULL: none */
	const char *recruiter;
	const char *met_last;
	struct jscan_name *names; /* every word of every name, sorted */
	size_t name_count;
};

struct jscan_name {
	const char *word; /* folded */
	const char *name; /* that it is part of */
	size_t order;	  /* in which they were named */
};

/* Gathers the people of `timelines`. */
void jscan_whom_make(struct jscan_whom *out,
		     const struct jscan_timeline *timelines, size_t count,
		     struct jscan_arena *arena);

/*
 * The name for an item, or NULL for nobody; it lives as long as the facts.  A
 * keep-in-touch or reopened item wants the people of the company.
 */
const char *jscan_whom_find(const struct jscan_whom *whom,
			    const struct jscan_item *item,
			    struct jscan_arena *arena);

#endif
