/*
 * The words that stand for the public enumerations, in JSON and elsewhere, and
 * the comparison of names for those who look for one.
 */
#include "journalscan.h"

#include <string.h>

#include "base/utf8.h"

const char *jscan_rule_name(enum jscan_rule rule)
{
	static const char *const names[JSCAN_RULE_COUNT] = {
		[JSCAN_RULE_APPLICATION] = "application",
		[JSCAN_RULE_THANK_YOU] = "thank-you",
		[JSCAN_RULE_SELF_ASSESSMENT] = "self-assessment",
		[JSCAN_RULE_REPLY] = "reply",
		[JSCAN_RULE_ASK_FEEDBACK] = "ask-feedback",
		[JSCAN_RULE_THANK_FOR_FEEDBACK] = "thank-for-feedback",
		[JSCAN_RULE_KEEP_IN_TOUCH] = "keep-in-touch",
		[JSCAN_RULE_REOPENED] = "reopened",
		[JSCAN_RULE_TASK] = "task",
		[JSCAN_RULE_PREPARE] = "prepare",
	};

	return names[rule];
}

const char *jscan_status_name(enum jscan_status status)
{
	static const char *const names[] = {
		[JSCAN_STATUS_UPCOMING] = "upcoming",
		[JSCAN_STATUS_DUE] = "due",
		[JSCAN_STATUS_OVERDUE] = "overdue",
		[JSCAN_STATUS_DONE] = "done",
		[JSCAN_STATUS_LAPSED] = "lapsed",
	};

	return names[status];
}

const char *jscan_outcome_name(enum jscan_outcome outcome)
{
	static const char *const names[] = {
		[JSCAN_OUTCOME_NONE] = "",
		[JSCAN_OUTCOME_PENDING] = "pending",
		[JSCAN_OUTCOME_REJECTED] = "rejected",
		[JSCAN_OUTCOME_NO_ANSWER] = "no answer",
		[JSCAN_OUTCOME_OFFER] = "offer",
		[JSCAN_OUTCOME_ACCEPTED] = "accepted",
		[JSCAN_OUTCOME_DECLINED] = "declined",
		[JSCAN_OUTCOME_WITHDRAWN] = "withdrawn",
	};

	return names[outcome];
}

const char *jscan_event_type_name(enum jscan_event_type type)
{
	static const char *const names[] = {
		[JSCAN_EVENT_APPLICATION] = "application",
		[JSCAN_EVENT_INTERVIEW] = "interview",
		[JSCAN_EVENT_MOCK] = "mock",
		[JSCAN_EVENT_REJECTION] = "rejection",
		[JSCAN_EVENT_OFFER] = "offer",
		[JSCAN_EVENT_FEEDBACK] = "feedback",
		[JSCAN_EVENT_TOUCH] = "touch",
		[JSCAN_EVENT_NOTE] = "note",
	};

	return names[type];
}

const char *jscan_trend_name(enum jscan_trend trend)
{
	static const char *const names[] = {
		[JSCAN_TREND_NEW] = "new",
		[JSCAN_TREND_WORSE] = "worse",
		[JSCAN_TREND_STEADY] = "steady",
		[JSCAN_TREND_BETTER] = "better",
	};

	return names[trend];
}

const char *jscan_severity_name(enum jscan_severity severity)
{
	static const char *const names[] = {
		[JSCAN_SEVERITY_ERROR] = "error",
		[JSCAN_SEVERITY_WARNING] = "warning",
		[JSCAN_SEVERITY_NOTE] = "note",
	};

	return names[severity];
}

const char *jscan_polarity_name(enum jscan_polarity polarity)
{
	return polarity == JSCAN_WEAKNESS ? "weakness" : "strength";
}

const char *jscan_evidence_name(enum jscan_evidence source)
{
	static const char *const names[] = {
		[JSCAN_FROM_SELF] = "self",
		[JSCAN_FROM_FEEDBACK] = "feedback",
		[JSCAN_FROM_TAG] = "tag",
		[JSCAN_FROM_RATING] = "rating",
		[JSCAN_FROM_RULE] = "rule",
	};

	return names[source];
}

const char *jscan_error_code_name(enum jscan_error_code code)
{
	switch (code) {
	case JSCAN_ERR_USAGE:
		return "usage";
	case JSCAN_ERR_IO:
		return "io";
	case JSCAN_ERR_CONFIG:
		return "config";
	case JSCAN_ERR_NOT_OURS:
		return "not-ours";
	case JSCAN_ERR_NO_REPOSITORY:
		return "no-repository";
	case JSCAN_ERR_REPOSITORY:
		return "repository";
	case JSCAN_ERR_REFUSED:
		return "refused";
	case JSCAN_ERR_LIMIT:
		return "limit";
	case JSCAN_ERR_NOT_FOUND:
		return "not-found";
	case JSCAN_ERR_CHANGED:
		return "changed";
	case JSCAN_ERR_BUG:
		break;
	}
	return "bug";
}

const char *jscan_error_code_meaning(enum jscan_error_code code)
{
	switch (code) {
	case JSCAN_ERR_USAGE:
		return "the command line or a parameter makes no sense";
	case JSCAN_ERR_IO:
		return "a file or folder could not be read or written";
	case JSCAN_ERR_CONFIG:
		return "a configuration file has a wrong key or value";
	case JSCAN_ERR_NOT_OURS:
		return "a file in the report's place was not made by "
		       "journalscan and was left alone";
	case JSCAN_ERR_NO_REPOSITORY:
		return "the folder is in no git repository";
	case JSCAN_ERR_REPOSITORY:
		return "the git repository cannot be used, or git said no";
	case JSCAN_ERR_REFUSED:
		return "not done on purpose: it would not have been safe";
	case JSCAN_ERR_LIMIT:
		return "past a limit that the manual names";
	case JSCAN_ERR_NOT_FOUND:
		return "no such company, item, revision or file";
	case JSCAN_ERR_CHANGED:
		return "notes were written to while they were read: run it "
		       "again";
	case JSCAN_ERR_BUG:
		break;
	}
	return "a fault of journalscan itself: please report it";
}

bool jscan_name_contains(const char *name, const char *wanted)
{
	struct jscan_arena arena;
	const char *folded_name, *folded_wanted;
	bool is_there;

	jscan_arena_init(&arena);
	folded_name = jscan_utf8_fold(&arena, name, strlen(name));
	folded_wanted = jscan_utf8_fold(&arena, wanted, strlen(wanted));
	is_there = folded_wanted[0] != '\0' &&
		   strstr(folded_name, folded_wanted) != NULL;
	jscan_arena_release(&arena);
	return is_there;
}
