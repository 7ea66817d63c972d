/*
 * The rules: what each one's numbers are, where it comes from, and why.  The
 * table in rules.c reads like the one of the manual.
 */
#ifndef JSCAN_PLAN_RULES_H
#define JSCAN_PLAN_RULES_H

#include "config/config.h"
#include "journalscan.h"

/* The numbers in force: the table's, or the configuration's. */
struct jscan_rule_numbers
jscan_rule_get_numbers(const struct jscan_config *config, enum jscan_rule rule);

/* Why one does this, in a few words, and the article that says so. */
const char *jscan_rule_reason(enum jscan_rule rule);
const char *jscan_rule_source(enum jscan_rule rule);

struct jscan_date jscan_span_after(struct jscan_date date,
				   struct jscan_span span);
struct jscan_date jscan_span_before(struct jscan_date date,
				    struct jscan_span span);

#endif
