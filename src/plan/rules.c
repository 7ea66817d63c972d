/* The numbers and sources of the follow-up rules, one row each. */
#include "plan/rules.h"

#include "base/date.h"

#define DAYS(n) {(n), false}
#define NEVER	{0, false}

#define TEN_REASONS   "\"10 Reasons Why You're Not Getting The Job Offer\""
#define NOT_ALL_BAD   "\"Why Not Getting the Job Offer Isn't All Bad\""
#define TURNED_DOWN   "\"Why Didn't I Get The Job Offer?\""
#define FEEDBACK_LOOP                                                          \
	"\"No 2nd Interview? The Real Reason You Weren't Called Back\""
#define NOT_HIRED     "\"You Were NOT hired: Now What?\""

static const struct {
	struct jscan_rule_numbers numbers;
	const char *reason;
	const char *source;
} rules[JSCAN_RULE_COUNT] = {
	[JSCAN_RULE_APPLICATION] = {
		{DAYS(7), DAYS(14), DAYS(28)}, /* lapses: after its start */
		"no answer yet: ask whether it arrived",
		"practice"},
	[JSCAN_RULE_THANK_YOU] = {
		{DAYS(0), DAYS(1), DAYS(14)}, /* lapses: after due */
		"thank each of them the same evening",
		TEN_REASONS ", 1"},
	[JSCAN_RULE_SELF_ASSESSMENT] = {
		{DAYS(0), DAYS(2), DAYS(30)}, /* lapses: after due */
		"assess honestly how you did while it is fresh",
		NOT_ALL_BAD ", 1"},
	[JSCAN_RULE_REPLY] = {
		{DAYS(7), DAYS(10), DAYS(45)}, /* lapses: after its start */
		"no answer yet: ask where you stand",
		FEEDBACK_LOOP},
	[JSCAN_RULE_ASK_FEEDBACK] = {
		{DAYS(0), DAYS(3), DAYS(30)}, /* lapses: after due */
		"ask why: you cannot be turned down again",
		TURNED_DOWN},
	[JSCAN_RULE_THANK_FOR_FEEDBACK] = {
		{DAYS(0), DAYS(1), DAYS(14)}, /* lapses: after due */
		"thank sincerely for whatever they said",
		TURNED_DOWN},
	[JSCAN_RULE_KEEP_IN_TOUCH] = {
		{NEVER, NEVER, NEVER}, /* by windows: see keep.c */
		"keep in touch each quarter",
		NOT_HIRED "; " NOT_ALL_BAD ", 2 to 4"},
	[JSCAN_RULE_REOPENED] = {
		{DAYS(0), DAYS(1), DAYS(90)}, /* lapses: after due */
		"the job is open again: say that you are still interested",
		NOT_HIRED ", 1 to 5"},
	[JSCAN_RULE_TASK] = {
		{DAYS(7), DAYS(0), NEVER}, /* opens: before due */
		"your own task",
		"your own"},
	[JSCAN_RULE_PREPARE] = {
		{DAYS(7), DAYS(1), NEVER}, /* both before the interview */
		"prepare: research, questions to ask, a practice run",
		TEN_REASONS ", 4"},
};

struct jscan_rule_numbers
jscan_rule_get_numbers(const struct jscan_config *config, enum jscan_rule rule)
{
	const struct jscan_rule_config *own = &config->rules[rule];
	struct jscan_rule_numbers numbers = rules[rule].numbers;

	if (own->has_opens)
		numbers.opens = own->opens;
	if (own->has_due)
		numbers.due = own->due;
	if (own->has_lapses)
		numbers.lapses = own->lapses;
	return numbers;
}

const char *jscan_rule_reason(enum jscan_rule rule)
{
	return rules[rule].reason;
}

const char *jscan_rule_source(enum jscan_rule rule)
{
	return rules[rule].source;
}

struct jscan_date jscan_span_after(struct jscan_date date,
				   struct jscan_span span)
{
	return span.is_months ? jscan_date_add_months(date, span.count)
			      : jscan_date_add_days(date, span.count);
}

struct jscan_date jscan_span_before(struct jscan_date date,
				    struct jscan_span span)
{
	span.count = -span.count;
	return jscan_span_after(date, span);
}
