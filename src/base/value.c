/*
 * The words that stand for the values of the public enums, in JSON, in the
 * configuration and on the command line.
 */
#include <assert.h>

#include "journalscan.h"

const char *jscan_rule_name(enum jscan_rule rule)
{
	static const char *const names[JSCAN_RULE_COUNT] = {
		"application",	 "thank-you",	 "self-assessment",
		"reply",	 "ask-feedback", "thank-for-feedback",
		"keep-in-touch", "reopened",	 "task",
		"prepare"};

	assert((unsigned)rule < JSCAN_RULE_COUNT);
	return names[rule];
}

const char *jscan_status_name(enum jscan_status status)
{
	static const char *const names[] = {"upcoming", "due", "overdue",
					    "done", "lapsed"};

	assert((unsigned)status <= JSCAN_STATUS_LAPSED);
	return names[status];
}

const char *jscan_outcome_name(enum jscan_outcome outcome)
{
	static const char *const names[] = {"",		 "pending",  "rejected",
					    "no answer", "offer",    "accepted",
					    "declined",	 "withdrawn"};

	assert((unsigned)outcome <= JSCAN_OUTCOME_WITHDRAWN);
	return names[outcome];
}

const char *jscan_event_type_name(enum jscan_event_type type)
{
	static const char *const names[] = {
		"application", "interview", "mock",  "rejection",
		"offer",       "feedback",  "touch", "note"};

	assert((unsigned)type <= JSCAN_EVENT_NOTE);
	return names[type];
}

const char *jscan_trend_name(enum jscan_trend trend)
{
	static const char *const names[] = {"new", "worse", "steady", "better"};

	assert((unsigned)trend <= JSCAN_TREND_BETTER);
	return names[trend];
}

const char *jscan_severity_name(enum jscan_severity severity)
{
	static const char *const names[] = {"error", "warning", "note"};

	assert((unsigned)severity <= JSCAN_SEVERITY_NOTE);
	return names[severity];
}

const char *jscan_evidence_name(enum jscan_evidence source)
{
	static const char *const names[] = {"self", "feedback", "tag", "rating",
					    "rule"};

	assert((unsigned)source <= JSCAN_FROM_RULE);
	return names[source];
}
