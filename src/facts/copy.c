/*
 * Copies facts from the arena of one note, which is used again for the next, to
 * one that lasts.  Lists are copied at their exact size.
 */
#include "facts/copy.h"

#include <string.h>

static const char *copy_text(struct jscan_arena *arena, const char *text)
{
	return text ? jscan_arena_strdup(arena, text) : NULL;
}

static void *copy_list(struct jscan_arena *arena, const void *items,
		       size_t count, size_t size)
{
	void *copy;

	if (!count)
		return NULL;
	copy = jscan_arena_array(arena, count, size);
	return memcpy(copy, items, count * size);
}

#define COPY_LIST(out, arena, items, count)                                    \
	((out)->items = copy_list((arena), (out)->items, (out)->count,         \
				  sizeof(*(out)->items)))

static void copy_texts(struct jscan_arena *arena, struct jscan_texts *texts)
{
	const char **items = copy_list(arena, texts->items, texts->count,
				       sizeof(*items));

	for (size_t i = 0; i < texts->count; i++)
		items[i] = copy_text(arena, items[i]);
	texts->items = items;
}

static void copy_mention(struct jscan_arena *arena,
			 struct jscan_mention *mention)
{
	mention->name = copy_text(arena, mention->name);
	mention->title = copy_text(arena, mention->title);
	mention->role = copy_text(arena, mention->role);
	mention->company = copy_text(arena, mention->company);
	mention->text = copy_text(arena, mention->text);
	copy_texts(arena, &mention->emails);
	copy_texts(arena, &mention->phones);
	copy_texts(arena, &mention->urls);
}

static void copy_events(struct jscan_facts *out, struct jscan_arena *arena)
{
	COPY_LIST(out, arena, scopes, scope_count);
	for (size_t i = 0; i < out->scope_count; i++) {
		out->scopes[i].words = copy_text(arena, out->scopes[i].words);
		out->scopes[i].about = copy_text(arena, out->scopes[i].about);
	}
	COPY_LIST(out, arena, touches, touch_count);
	for (size_t i = 0; i < out->touch_count; i++) {
		out->touches[i].words = copy_text(arena, out->touches[i].words);
		out->touches[i].with = copy_text(arena, out->touches[i].with);
	}
	COPY_LIST(out, arena, tasks, task_count);
	for (size_t i = 0; i < out->task_count; i++) {
		out->tasks[i].words = copy_text(arena, out->tasks[i].words);
		out->tasks[i].with = copy_text(arena, out->tasks[i].with);
	}
	COPY_LIST(out, arena, reopened, reopened_count);
	for (size_t i = 0; i < out->reopened_count; i++)
		out->reopened[i].why = copy_text(arena, out->reopened[i].why);
	COPY_LIST(out, arena, outcomes, outcome_count);
	COPY_LIST(out, arena, feedbacks, feedback_count);
	COPY_LIST(out, arena, promises, promise_count);
	COPY_LIST(out, arena, snoozes, snooze_count);
}

static void copy_findings(struct jscan_facts *out, struct jscan_arena *arena)
{
	COPY_LIST(out, arena, dates, date_count);
	for (size_t i = 0; i < out->date_count; i++)
		out->dates[i].text = copy_text(arena, out->dates[i].text);
	COPY_LIST(out, arena, assessments, assessment_count);
	for (size_t i = 0; i < out->assessment_count; i++)
		out->assessments[i].text =
			copy_text(arena, out->assessments[i].text);
	COPY_LIST(out, arena, mentions, mention_count);
	for (size_t i = 0; i < out->mention_count; i++)
		copy_mention(arena, &out->mentions[i].mention);
	COPY_LIST(out, arena, diagnostics, diagnostic_count);
	for (size_t i = 0; i < out->diagnostic_count; i++)
		out->diagnostics[i].message =
			copy_text(arena, out->diagnostics[i].message);
}

void jscan_facts_copy(struct jscan_facts *out, const struct jscan_facts *facts,
		      struct jscan_arena *arena)
{
	*out = *facts;
	out->company = copy_text(arena, facts->company);
	out->role = copy_text(arena, facts->role);
	out->stage = copy_text(arena, facts->stage);
	out->status = copy_text(arena, facts->status);
	copy_texts(arena, &out->tags);
	copy_events(out, arena);
	copy_findings(out, arena);
}
