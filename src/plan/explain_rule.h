/* What differs from rule to rule in the account of an item. */
#ifndef JSCAN_PLAN_EXPLAIN_RULE_H
#define JSCAN_PLAN_EXPLAIN_RULE_H

#include "plan/explain.h"
#include "plan/rules.h"

/* The fact, and how opens, due and lapse come of it. */
void jscan_item_explain_dates(struct jscan_steps *steps,
			      const struct jscan_item *item,
			      const struct jscan_config *config);

/* What met an item that no moment met; and what would meet an open one. */
const char *jscan_item_say_met(struct jscan_steps *steps,
			       const struct jscan_item *item);
const char *jscan_item_say_wanted(struct jscan_steps *steps,
				  const struct jscan_item *item);

/* Shared by both files. */
void jscan_steps_add_fact(struct jscan_steps *steps,
			  const struct jscan_facts *facts, unsigned line,
			  const char *text);
const char *jscan_steps_date(struct jscan_steps *steps, struct jscan_date date);
/* "2026-05-06 + 10 days = 2026-05-16"; a span below 0 goes back. */
const char *jscan_steps_sum(struct jscan_steps *steps, struct jscan_date start,
			    struct jscan_span span);
const char *jscan_moment_describe(struct jscan_steps *steps,
				  const struct jscan_moment *moment);

#endif
