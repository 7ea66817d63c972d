/*
 * What is told of a note: every fact but the assessments' categories, one a
 * line, each with its line (@), its scope (in), its dates; problems begin with
 * a !.
 */
#ifndef TESTS_UNIT_TOLD_FACTS_H
#define TESTS_UNIT_TOLD_FACTS_H

#include "unit/told.h"

#include "base/buf.h"
#include "base/date.h"
#include "facts/facts.h"

static inline const char *say(struct jscan_date date)
{
	static char texts[4][11];
	static int next;
	char *text = texts[next++ % 4];

	if (!jscan_date_is_set(date))
		return "-";
	jscan_date_format(text, date);
	return text;
}

static inline void tell_word(struct jscan_buf *out, const char *name,
			     const char *text)
{
	if (text)
		jscan_buf_addf(out, ", %s '%s'", name, text);
}

static inline void tell_entry(struct jscan_buf *out,
			      const struct jscan_facts *facts)
{
	if (!facts->is_entry) {
		jscan_buf_adds(out, "no entry\n");
		return;
	}
	jscan_buf_addf(out, "%s %s", jscan_event_type_name(facts->type),
		       say(facts->date));
	tell_word(out, "of", facts->company);
	tell_word(out, "as", facts->role);
	tell_word(out, "stage", facts->stage);
	tell_word(out, "status", facts->status);
	if (facts->outcome != JSCAN_OUTCOME_NONE)
		jscan_buf_addf(out, ", %s", jscan_outcome_name(facts->outcome));
	if (facts->applied_line)
		jscan_buf_addf(out, ", applied %s @%u", say(facts->applied),
			       facts->applied_line);
	if (facts->is_collection)
		jscan_buf_adds(out, ", a collection");
	for (size_t i = 0; i < facts->tags.count; i++)
		jscan_buf_addf(out, " #%s", facts->tags.items[i]);
	jscan_buf_adds(out, "\n");
}

static inline void tell_scopes(struct jscan_buf *out,
			       const struct jscan_facts *facts)
{
	for (size_t i = 0; i < facts->scope_count; i++) {
		const struct jscan_scope *scope = &facts->scopes[i];

		jscan_buf_addf(out, "scope %zu @%u %s %s", i, scope->line,
			       say(scope->date),
			       jscan_event_type_name(scope->type));
		if (scope->touch != JSCAN_TOUCH_NONE)
			jscan_buf_addf(out, " %s",
				       jscan_touch_kind_name(scope->touch));
		if (scope->outcome != JSCAN_OUTCOME_NONE)
			jscan_buf_addf(out, " %s",
				       jscan_outcome_name(scope->outcome));
		if (scope->is_assessed)
			jscan_buf_adds(out, " assessed");
		tell_word(out, "words", scope->words);
		tell_word(out, "about", scope->about);
		jscan_buf_adds(out, "\n");
	}
}

static inline void tell_tasks(struct jscan_buf *out,
			      const struct jscan_facts *facts)
{
	for (size_t i = 0; i < facts->task_count; i++) {
		const struct jscan_task *task = &facts->tasks[i];

		jscan_buf_addf(out, "task @%u in %u '%s' due %s", task->line,
			       task->scope, task->words, say(task->due));
		if (task->due_line)
			jscan_buf_addf(out, " @%u", task->due_line);
		if (task->is_done)
			jscan_buf_addf(out, " done %s", say(task->done_date));
		if (task->touch != JSCAN_TOUCH_NONE)
			jscan_buf_addf(out, " %s",
				       jscan_touch_kind_name(task->touch));
		jscan_buf_addf(out, "%s%s%s%s",
			       task->is_cancelled ? " cancelled" : "",
			       task->is_key ? " key" : "",
			       task->is_bare_date ? " bare" : "",
			       task->is_preparing ? " preparing" : "");
		tell_word(out, "with", task->with);
		jscan_buf_adds(out, "\n");
	}
}

static inline void tell_moves(struct jscan_buf *out,
			      const struct jscan_facts *facts)
{
	for (size_t i = 0; i < facts->touch_count; i++) {
		const struct jscan_touch_fact *touch = &facts->touches[i];

		jscan_buf_addf(out, "touch @%u in %u %s %s", touch->line,
			       touch->scope, say(touch->date),
			       jscan_touch_kind_name(touch->kind));
		tell_word(out, "words", touch->words);
		tell_word(out, "with", touch->with);
		jscan_buf_adds(out, "\n");
	}
	for (size_t i = 0; i < facts->outcome_count; i++)
		jscan_buf_addf(out, "outcome @%u in %u %s %s%s\n",
			       facts->outcomes[i].line,
			       facts->outcomes[i].scope,
			       jscan_outcome_name(facts->outcomes[i].outcome),
			       say(facts->outcomes[i].date),
			       facts->outcomes[i].is_undated ? " undated" : "");
	for (size_t i = 0; i < facts->feedback_count; i++)
		jscan_buf_addf(out, "feedback @%u in %u %s\n",
			       facts->feedbacks[i].line,
			       facts->feedbacks[i].scope,
			       say(facts->feedbacks[i].date));
	for (size_t i = 0; i < facts->promise_count; i++)
		jscan_buf_addf(
			out, "promise @%u in %u %s\n", facts->promises[i].line,
			facts->promises[i].scope, say(facts->promises[i].date));
}

static inline void tell_keys(struct jscan_buf *out,
			     const struct jscan_facts *facts)
{
	for (size_t i = 0; i < facts->snooze_count; i++)
		jscan_buf_addf(
			out, "snooze @%u %s %s\n", facts->snoozes[i].line,
			facts->snoozes[i].is_all
				? "all"
				: jscan_rule_name(facts->snoozes[i].rule),
			say(facts->snoozes[i].until));
	for (size_t i = 0; i < facts->reopened_count; i++) {
		jscan_buf_addf(
			out, "reopened @%u in %u %s", facts->reopened[i].line,
			facts->reopened[i].scope, say(facts->reopened[i].date));
		tell_word(out, "why", facts->reopened[i].why);
		jscan_buf_adds(out, "\n");
	}
	if (facts->is_left_alone)
		jscan_buf_adds(out, "left alone\n");
}

static inline void tell_rest(struct jscan_buf *out,
			     const struct jscan_facts *facts)
{
	for (size_t i = 0; i < facts->date_count; i++)
		jscan_buf_addf(out, "date %u:%u '%s' %s..%s\n",
			       facts->dates[i].line, facts->dates[i].column,
			       facts->dates[i].text, say(facts->dates[i].start),
			       say(facts->dates[i].end));
	for (size_t i = 0; i < facts->assessment_count; i++) {
		const struct jscan_assessment_fact *fact =
			&facts->assessments[i];

		jscan_buf_addf(out, "%s @%u in %u by %s: %s\n",
			       jscan_polarity_name(fact->polarity), fact->line,
			       fact->scope, jscan_evidence_name(fact->source),
			       fact->text);
	}
	for (size_t i = 0; i < facts->mention_count; i++)
		jscan_buf_addf(out, "person @%u in %u %s\n",
			       facts->mentions[i].mention.line,
			       facts->mentions[i].scope,
			       facts->mentions[i].mention.name
				       ? facts->mentions[i].mention.name
				       : "?");
	for (size_t i = 0; i < facts->diagnostic_count; i++)
		jscan_buf_addf(out, "! %u:%u %s\n", facts->diagnostics[i].line,
			       facts->diagnostics[i].column,
			       facts->diagnostics[i].message);
}

/* The note's name is that of a first line "=== NAME", else a.md. */
static inline void tell(char *out, size_t room, const char *text)
{
	struct jscan_facts_reader *reader;
	struct jscan_lexicon *lexicon;
	struct jscan_config config;
	struct jscan_facts facts;
	struct jscan_arena arena;
	struct jscan_error err;
	struct jscan_buf buf;
	const char *path = "a.md";

	jscan_arena_init(&arena);
	jscan_buf_init(&buf);
	jscan_config_init(&config);
	assert_int_equal(jscan_lexicon_new(&lexicon, &config, &err), 0);
	reader = jscan_facts_reader_new(&config, lexicon);
	if (memcmp(text, "=== ", 4) == 0) {
		path = jscan_arena_strndup(&arena, text + 4,
					   strcspn(text + 4, "\n"));
		text = strchr(text, '\n') + 1;
	}
	jscan_facts_read(reader, &facts, path, text, strlen(text), &arena);
	tell_entry(&buf, &facts);
	tell_scopes(&buf, &facts);
	tell_tasks(&buf, &facts);
	tell_moves(&buf, &facts);
	tell_keys(&buf, &facts);
	tell_rest(&buf, &facts);
	snprintf(out, room, "%.*s", (int)buf.len - 1, buf.data);
	jscan_facts_reader_free(reader);
	jscan_lexicon_free(lexicon);
	jscan_buf_release(&buf);
	jscan_arena_release(&arena);
}

#endif
