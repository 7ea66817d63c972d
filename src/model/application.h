/*
 * Entries grouped into applications, one company and one role each, and
 * applications into companies.
 */
#ifndef JSCAN_MODEL_APPLICATION_H
#define JSCAN_MODEL_APPLICATION_H

#include <stddef.h>

#include "base/arena.h"
#include "facts/facts.h"

struct jscan_group { /* one application */
	const char *company;	 /* as its earliest entry writes it; or NULL */
	const char *role;	 /* the same; or NULL */
	const char *company_key; /* folded; "" without a company */
	const char *role_key;	 /* folded; "" without a role */
	const struct jscan_facts **entries; /* by date, then path */
	size_t entry_count;
	size_t company_index; /* in jscan_groups.companies */
};

struct jscan_company {
	const char *key;
	size_t first; /* its applications are groups[first … first + count) */
	size_t count;
};

struct jscan_groups {
	/* By company key, then role key; those without a company last. */
	struct jscan_group *items;
	size_t count;
	struct jscan_company *companies; /* only of those with a company */
	size_t company_count;
	size_t *group_of; /* by index of facts; SIZE_MAX for no entry */
};

/*
 * `facts` in the order of their paths; what *out holds lives in `arena`.  The
 * day of the report matters for one thing only: a ticked task without a done
 * date is a touch on its due date, at the latest that day.
 */
void jscan_groups_make(struct jscan_groups *out,
		       const struct jscan_facts *facts, size_t count,
		       struct jscan_date as_of, struct jscan_arena *arena);

#endif
