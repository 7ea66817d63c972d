/* Follow-up items in the making: dates and what met them, not yet words. */
#ifndef JSCAN_PLAN_ITEM_H
#define JSCAN_PLAN_ITEM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "config/config.h"
#include "plan/timeline.h"

struct jscan_item {
	enum jscan_rule rule;
	const struct jscan_timeline *timeline;
	/* All of its company, or the one of an entry without a company. */
	const struct jscan_timeline *timelines;
	size_t timeline_count;
	/* The fact that makes it. */
	const struct jscan_facts *facts;
	unsigned scope;
	unsigned line;
	struct jscan_date fact_date;
	const char *fact_words;	       /* "" or NULL: none */
	const struct jscan_task *task; /* of rule task */
	/* Its dates. */
	struct jscan_date opens;
	struct jscan_date due;
	struct jscan_date lapses; /* unset: never */
	/* What met it: NULL and false when nothing did. */
	const struct jscan_moment *met_by;
	bool is_met;
	struct jscan_date rests_until; /* snoozed; unset: no */
	enum jscan_status status;
	/* Of application: the touches that started it again. */
	const struct jscan_moment *restarts[2];
	/* Of keep-in-touch. */
	size_t steps;
	struct jscan_date closed;
	const struct jscan_moment *last_touch; /* of any kind; or NULL */
	struct jscan_date promised; /* of reply; unset: nobody promised */
};

struct jscan_items {
	struct jscan_arena *arena;
	const struct jscan_config *config;
	struct jscan_date as_of;
	struct jscan_item *items;
	size_t count;
	size_t room; /* kept when count is set to 0 for the next company */
};

/* All rules of one application: every rule but keep-in-touch and reopened. */
void jscan_items_add_application(struct jscan_items *items,
				 const struct jscan_timeline *timeline);

/* The rules of one company, whose applications are `timelines`. */
void jscan_items_add_company(struct jscan_items *items,
			     const struct jscan_timeline *timelines,
			     size_t count);

/*
 * Every item of one company, or of one application without a company, doubles
 * too.
 */
void jscan_items_add_all(struct jscan_items *items,
			 const struct jscan_timeline *timelines, size_t count);

/*
 * The open task among `items` that says the same as an open item, the latest;
 * NULL when there is none.  `items` are all of one company.
 */
const struct jscan_item *jscan_items_find_double(const struct jscan_items *items,
						 const struct jscan_item *item);

/*
 * Leaves out the open items, from index `first` on, that an open task says
 * already.  `timelines` are those of one company or the one application of an
 * entry without a company.
 */
void jscan_items_drop_doubles(struct jscan_items *items, size_t first,
			      const struct jscan_timeline *timelines,
			      size_t count);

/* Fills the status from dates, what met it, and snooze; and adds it. */
void jscan_items_add(struct jscan_items *items, struct jscan_item item);

/* Lets the item rest as long as the note's snooze says. */
void jscan_item_snooze(struct jscan_item *item,
		       const struct jscan_facts *facts);

/*
 * The first touch in [from, until] that is of the kind, or with `is_other` of
 * any other kind; `until` unset: without end.  The future is never looked at.
 */
const struct jscan_moment *
jscan_items_find_touch(const struct jscan_timeline *timeline,
		       enum jscan_touch_kind kind, bool is_other,
		       struct jscan_date from, struct jscan_date until);

/* Index of the first moment on or after a day. */
size_t jscan_items_find_day(const struct jscan_timeline *timeline,
			    struct jscan_date date);

#endif
