/*
 * Copies facts from the arena of one note, which is used again for the next, to
 * one that lasts.  Lists are copied at their exact size.  Names, addresses and
 * the like, which many notes repeat, are there once.
 */
#include "facts/copy.h"

#include <string.h>

void jscan_facts_copier_init(struct jscan_facts_copier *copier,
			     struct jscan_arena *arena, bool is_brief)
{
	jscan_pool_init(&copier->pool, arena);
	copier->arena = arena;
	copier->is_brief = is_brief;
}

void jscan_facts_copier_release(struct jscan_facts_copier *copier)
{
	jscan_pool_release(&copier->pool);
}

static const char *copy_text(struct jscan_facts_copier *copier,
			     const char *text)
{
	return text ? jscan_arena_strdup(copier->arena, text) : NULL;
}

static void *copy_list(struct jscan_facts_copier *copier, const void *items,
		       size_t count, size_t size)
{
	void *copy = jscan_arena_array(copier->arena, count, size);

	if (count)
		memcpy(copy, items, count * size);
	return copy;
}

#define COPY_LIST(out, copier, items, count) \
	((out)->items = copy_list((copier), (out)->items, (out)->count, \
				  sizeof(*(out)->items)))

static void copy_texts(struct jscan_facts_copier *copier,
		       struct jscan_texts *texts)
{
	const char **items =
		copy_list(copier, texts->items, texts->count, sizeof(*items));

	for (size_t i = 0; i < texts->count; i++)
		items[i] = jscan_pool_add(&copier->pool, items[i]);
	texts->items = items;
}

static void copy_mention(struct jscan_facts_copier *copier,
			 struct jscan_mention *mention)
{
	mention->name = jscan_pool_add(&copier->pool, mention->name);
	mention->title = jscan_pool_add(&copier->pool, mention->title);
	mention->role = jscan_pool_add(&copier->pool, mention->role);
	mention->company = jscan_pool_add(&copier->pool, mention->company);
	mention->text =
		copier->is_brief ? NULL : copy_text(copier, mention->text);
	copy_texts(copier, &mention->emails);
	copy_texts(copier, &mention->phones);
	copy_texts(copier, &mention->urls);
}

static void copy_events(struct jscan_facts *out,
			struct jscan_facts_copier *copier)
{
	COPY_LIST(out, copier, scopes, scope_count);
	for (size_t i = 0; i < out->scope_count; i++) {
		out->scopes[i].words = jscan_pool_add(&copier->pool, out->scopes[i].words);
		out->scopes[i].about = jscan_pool_add(&copier->pool, out->scopes[i].about);
	}
	COPY_LIST(out, copier, touches, touch_count);
	for (size_t i = 0; i < out->touch_count; i++) {
		out->touches[i].words =
			jscan_pool_add(&copier->pool, out->touches[i].words);
		out->touches[i].with = jscan_pool_add(&copier->pool, out->touches[i].with);
	}
	COPY_LIST(out, copier, tasks, task_count);
	for (size_t i = 0; i < out->task_count; i++) {
		out->tasks[i].words = jscan_pool_add(&copier->pool, out->tasks[i].words);
		out->tasks[i].with = jscan_pool_add(&copier->pool, out->tasks[i].with);
	}
	COPY_LIST(out, copier, reopened, reopened_count);
	for (size_t i = 0; i < out->reopened_count; i++)
		out->reopened[i].why = copy_text(copier, out->reopened[i].why);
	COPY_LIST(out, copier, outcomes, outcome_count);
	COPY_LIST(out, copier, feedbacks, feedback_count);
	COPY_LIST(out, copier, promises, promise_count);
	COPY_LIST(out, copier, snoozes, snooze_count);
}

static void copy_findings(struct jscan_facts *out,
			  struct jscan_facts_copier *copier)
{
	if (copier->is_brief) {
		out->date_count = 0;
		out->tags.count = 0;
	}
	COPY_LIST(out, copier, dates, date_count);
	for (size_t i = 0; i < out->date_count; i++)
		out->dates[i].text = copy_text(copier, out->dates[i].text);
	COPY_LIST(out, copier, assessments, assessment_count);
	for (size_t i = 0; i < out->assessment_count; i++)
		out->assessments[i].text =
			copy_text(copier, out->assessments[i].text);
	COPY_LIST(out, copier, mentions, mention_count);
	for (size_t i = 0; i < out->mention_count; i++)
		copy_mention(copier, &out->mentions[i].mention);
	COPY_LIST(out, copier, diagnostics, diagnostic_count);
	for (size_t i = 0; i < out->diagnostic_count; i++)
		out->diagnostics[i].message =
			copy_text(copier, out->diagnostics[i].message);
}

void jscan_facts_copy(struct jscan_facts_copier *copier,
		      struct jscan_facts *out, const struct jscan_facts *facts)
{
	*out = *facts;
	out->company = jscan_pool_add(&copier->pool, facts->company);
	out->role = jscan_pool_add(&copier->pool, facts->role);
	out->stage = jscan_pool_add(&copier->pool, facts->stage);
	out->status = jscan_pool_add(&copier->pool, facts->status);
	copy_events(out, copier);
	copy_findings(out, copier);
	copy_texts(copier, &out->tags);
}
