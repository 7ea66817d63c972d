/*
 * The tables of the facts: every member of every record that facts/ makes.  A
 * new member changes the size of its struct, or is missed by tests/rules: the
 * build or the tests fail until it has its row here.
 */
#include "cache/facts_record.h"

#include <stddef.h>
#include <string.h>

#include "cache/record.h"
#include "cache/table.h"

RECORD(scope_fact, jscan_scope, 48,
       NUMBER(jscan_scope, line),
       DATE(jscan_scope, date),
       ENUM(jscan_scope, type, JSCAN_EVENT_NOTE),
       ENUM(jscan_scope, touch, JSCAN_TOUCH_OTHER),
       ENUM(jscan_scope, outcome, JSCAN_OUTCOME_WITHDRAWN),
       TEXT(jscan_scope, words),
       TEXT(jscan_scope, about),
       BOOL(jscan_scope, is_assessed));

RECORD(touch, jscan_touch_fact, 32,
       NUMBER(jscan_touch_fact, line),
       NUMBER(jscan_touch_fact, scope),
       DATE(jscan_touch_fact, date),
       ENUM(jscan_touch_fact, kind, JSCAN_TOUCH_OTHER),
       TEXT(jscan_touch_fact, words),
       TEXT(jscan_touch_fact, with));

RECORD(task, jscan_task, 48,
       NUMBER(jscan_task, line),
       NUMBER(jscan_task, scope),
       TEXT(jscan_task, words),
       DATE(jscan_task, due),
       NUMBER(jscan_task, due_line),
       DATE(jscan_task, done_date),
       ENUM(jscan_task, touch, JSCAN_TOUCH_OTHER),
       BOOL(jscan_task, is_done),
       BOOL(jscan_task, is_cancelled),
       BOOL(jscan_task, is_key),
       BOOL(jscan_task, is_bare_date),
       BOOL(jscan_task, is_preparing),
       TEXT(jscan_task, with));

RECORD(outcome, jscan_outcome_fact, 20,
       ENUM(jscan_outcome_fact, outcome, JSCAN_OUTCOME_WITHDRAWN),
       NUMBER(jscan_outcome_fact, line),
       NUMBER(jscan_outcome_fact, scope),
       DATE(jscan_outcome_fact, date),
       BOOL(jscan_outcome_fact, is_undated));

RECORD(feedback, jscan_feedback_fact, 12,
       NUMBER(jscan_feedback_fact, line),
       NUMBER(jscan_feedback_fact, scope),
       DATE(jscan_feedback_fact, date));

RECORD(reopened_fact, jscan_reopened_fact, 24,
       NUMBER(jscan_reopened_fact, line),
       NUMBER(jscan_reopened_fact, scope),
       DATE(jscan_reopened_fact, date),
       TEXT(jscan_reopened_fact, why));

RECORD(promise, jscan_promise, 12,
       NUMBER(jscan_promise, line),
       NUMBER(jscan_promise, scope),
       DATE(jscan_promise, date));

RECORD(snooze, jscan_snooze, 16,
       NUMBER(jscan_snooze, line),
       BOOL(jscan_snooze, is_all),
       ENUM(jscan_snooze, rule, JSCAN_RULE_COUNT - 1),
       DATE(jscan_snooze, until));

RECORD(date_fact, jscan_date_fact, 24,
       NUMBER(jscan_date_fact, line),
       NUMBER(jscan_date_fact, column),
       TEXT(jscan_date_fact, text),
       DATE(jscan_date_fact, start),
       DATE(jscan_date_fact, end));

RECORD(assessment, jscan_assessment_fact, 32,
       NUMBER(jscan_assessment_fact, line),
       NUMBER(jscan_assessment_fact, scope),
       NUMBER(jscan_assessment_fact, category),
       ENUM(jscan_assessment_fact, polarity, JSCAN_STRENGTH),
       ENUM(jscan_assessment_fact, source, JSCAN_FROM_RULE),
       TEXT(jscan_assessment_fact, text));

RECORD(mention, jscan_mention, 104,
       TEXT(jscan_mention, name),
       TEXT(jscan_mention, title),
       TEXT(jscan_mention, role),
       TEXT(jscan_mention, company),
       TEXTS(jscan_mention, emails),
       TEXTS(jscan_mention, phones),
       TEXTS(jscan_mention, urls),
       NUMBER(jscan_mention, line),
       TEXT(jscan_mention, text),
       BOOL(jscan_mention, is_full_name),
       BOOL(jscan_mention, is_listed));

RECORD(mention_fact, jscan_mention_fact, 112,
       INSIDE(jscan_mention_fact, mention, mention),
       NUMBER(jscan_mention_fact, scope));

RECORD(diagnostic, jscan_diagnostic, 40,
       PATH(jscan_diagnostic, path),
       NUMBER(jscan_diagnostic, line),
       NUMBER(jscan_diagnostic, column),
       ENUM(jscan_diagnostic, severity, JSCAN_SEVERITY_NOTE),
       CODE(jscan_diagnostic, code),
       TEXT(jscan_diagnostic, message));

RECORD(facts_record, jscan_facts, 312,
       PATH(jscan_facts, path),
       WIDE(jscan_facts, content),
       BOOL(jscan_facts, is_entry),
       TEXT(jscan_facts, company),
       TEXT(jscan_facts, role),
       TEXT(jscan_facts, stage),
       DATE(jscan_facts, date),
       ENUM(jscan_facts, type, JSCAN_EVENT_NOTE),
       ENUM(jscan_facts, outcome, JSCAN_OUTCOME_WITHDRAWN),
       TEXT(jscan_facts, status),
       TEXTS(jscan_facts, tags),
       DATE(jscan_facts, applied),
       NUMBER(jscan_facts, applied_line),
       BOOL(jscan_facts, is_left_alone),
       BOOL(jscan_facts, is_collection),
       LIST(jscan_facts, scopes, scope_count, scope_fact),
       LIST(jscan_facts, touches, touch_count, touch),
       LIST(jscan_facts, tasks, task_count, task),
       LIST(jscan_facts, outcomes, outcome_count, outcome),
       LIST(jscan_facts, feedbacks, feedback_count, feedback),
       LIST(jscan_facts, reopened, reopened_count, reopened_fact),
       LIST(jscan_facts, promises, promise_count, promise),
       LIST(jscan_facts, snoozes, snooze_count, snooze),
       LIST(jscan_facts, dates, date_count, date_fact),
       LIST(jscan_facts, assessments, assessment_count, assessment),
       LIST(jscan_facts, mentions, mention_count, mention_fact),
       LIST(jscan_facts, diagnostics, diagnostic_count, diagnostic),
       NUMBER(jscan_facts, order_line),
       NUMBER(jscan_facts, order_column),
       BOOL(jscan_facts, shows_day_first),
       BOOL(jscan_facts, shows_month_first));

void jscan_facts_write(struct jscan_buf *out, const struct jscan_facts *facts)
{
	jscan_record_write(out, &facts_record, facts);
}

/* The lists whose items name the event that they stand under. */
#define SCOPED(items, count, type)                                        \
	{offsetof(struct jscan_facts, items),                             \
	 offsetof(struct jscan_facts, count), sizeof(struct type),        \
	 offsetof(struct type, scope)}

static const struct {
	size_t items;
	size_t count;
	size_t size;
	size_t scope;
} scoped[] = {
	SCOPED(touches, touch_count, jscan_touch_fact),
	SCOPED(tasks, task_count, jscan_task),
	SCOPED(outcomes, outcome_count, jscan_outcome_fact),
	SCOPED(feedbacks, feedback_count, jscan_feedback_fact),
	SCOPED(reopened, reopened_count, jscan_reopened_fact),
	SCOPED(promises, promise_count, jscan_promise),
	SCOPED(assessments, assessment_count, jscan_assessment_fact),
	SCOPED(mentions, mention_count, jscan_mention_fact)};

static bool are_scopes_known(const struct jscan_facts *facts)
{
	for (size_t i = 0; i < sizeof(scoped) / sizeof(scoped[0]); i++) {
		const char *at, *from = (const char *)facts;
		size_t count;

		memcpy(&at, from + scoped[i].items, sizeof(at));
		memcpy(&count, from + scoped[i].count, sizeof(count));
		for (; count; count--, at += scoped[i].size) {
			unsigned scope;

			memcpy(&scope, at + scoped[i].scope, sizeof(scope));
			if (scope >= facts->scope_count)
				return false;
		}
	}
	return true;
}

/* What the later stages rely on without looking. */
static bool is_sound(const struct jscan_facts *facts, size_t categories)
{
	for (size_t i = 0; i < facts->assessment_count; i++) {
		if (facts->assessments[i].category >= categories)
			return false;
	}
	return (facts->scope_count || !facts->is_entry) &&
	       are_scopes_known(facts);
}

/* Texts that are never NULL. */
static bool has_texts(const struct jscan_facts *facts)
{
	for (size_t i = 0; i < facts->task_count; i++) {
		if (!facts->tasks[i].words)
			return false;
	}
	for (size_t i = 0; i < facts->assessment_count; i++) {
		if (!facts->assessments[i].text)
			return false;
	}
	for (size_t i = 0; i < facts->date_count; i++) {
		if (!facts->dates[i].text)
			return false;
	}
	for (size_t i = 0; i < facts->diagnostic_count; i++) {
		if (!facts->diagnostics[i].message)
			return false;
	}
	for (size_t i = 0; i < facts->mention_count; i++) {
		if (!facts->mentions[i].mention.text)
			return false;
	}
	return true;
}

bool jscan_facts_reread(struct jscan_facts *out, const char *bytes, size_t len,
			const char *path, size_t categories,
			struct jscan_arena *arena)
{
	return jscan_record_read(out, &facts_record, bytes, len, path, arena) &&
	       is_sound(out, categories) && has_texts(out);
}
