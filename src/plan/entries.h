/* Entries with their events, and applications, as the report lists them. */
#ifndef JSCAN_PLAN_ENTRIES_H
#define JSCAN_PLAN_ENTRIES_H

#include "plan/timeline.h"

struct jscan_entries {
	struct jscan_entry *items; /* by path */
	size_t count;
};

struct jscan_applications {
	struct jscan_application *items; /* by company, role */
	size_t count;
	size_t company_count;
	unsigned interviews; /* held, of applications without a company too */
};

void jscan_entries_make(struct jscan_entries *out,
			const struct jscan_facts *facts, size_t count,
			struct jscan_date as_of, struct jscan_arena *arena);

void jscan_applications_make(struct jscan_applications *out,
			     const struct jscan_groups *groups,
			     const struct jscan_timeline *timelines,
			     struct jscan_arena *arena);

/* Into the order of the report. */
void jscan_applications_sort(struct jscan_application *items, size_t count);

#endif
