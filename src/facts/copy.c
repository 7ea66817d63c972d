/*
 * Copies facts from the arena of one note, which is used again for the next, to
 * one that lasts.  Lists are copied at their exact size.  Names, addresses and
 * the like, which many notes repeat, are there once.
 */
#include "facts/copy.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

#define MOST_STEPS 8 /* from slot to slot; then a text is not shared */

void jscan_facts_copier_init(struct jscan_facts_copier *copier,
			     struct jscan_arena *arena, bool is_brief)
{
	memset(copier, 0, sizeof(*copier));
	copier->arena = arena;
	copier->is_brief = is_brief;
}

void jscan_facts_copier_release(struct jscan_facts_copier *copier)
{
	free((void *)copier->texts);
	copier->texts = NULL;
}

/* The slot that holds the text, or a free one, or NULL. */
static const char **find_slot(struct jscan_facts_copier *copier,
			      const char *text, size_t len)
{
	size_t mask = copier->room - 1;
	size_t at = jscan_hash_bytes(text, len) & mask;

	for (unsigned i = 0; i < MOST_STEPS; i++, at = (at + 1) & mask) {
		const char *found = copier->texts[at];

		if (!found || !strcmp(found, text))
			return &copier->texts[at];
	}
	return NULL;
}

static void make_room(struct jscan_facts_copier *copier)
{
	const char **old = copier->texts;
	size_t old_room = copier->room;

	copier->room = old_room ? 2 * old_room : 256;
	copier->texts = jscan_alloc(copier->room * sizeof(*copier->texts));
	memset((void *)copier->texts, 0, copier->room * sizeof(*copier->texts));
	for (size_t i = 0; i < old_room; i++) {
		const char **slot =
			old[i] ? find_slot(copier, old[i], strlen(old[i]))
			       : NULL;

		if (slot)
			*slot = old[i];
	}
	free((void *)old);
}

/* A text that other notes may have as well. */
static const char *share_text(struct jscan_facts_copier *copier,
			      const char *text)
{
	size_t len = text ? strlen(text) : 0;
	const char **slot;
	const char *copy;

	if (!text)
		return NULL;
	if (4 * copier->count >= 3 * copier->room)
		make_room(copier);
	slot = find_slot(copier, text, len);
	if (slot && *slot)
		/* cppcheck-suppress identicalInnerCondition ; a text */
		return *slot;
	copy = jscan_arena_strndup(copier->arena, text, len);
	if (slot) {
		*slot = copy;
		copier->count++;
	}
	return copy;
}

static const char *copy_text(struct jscan_facts_copier *copier,
			     const char *text)
{
	return text ? jscan_arena_strdup(copier->arena, text) : NULL;
}

static void *copy_list(struct jscan_facts_copier *copier, const void *items,
		       size_t count, size_t size)
{
	void *copy;

	if (!count)
		return NULL;
	copy = jscan_arena_array(copier->arena, count, size);
	return memcpy(copy, items, count * size);
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
		items[i] = share_text(copier, items[i]);
	texts->items = items;
}

static void copy_mention(struct jscan_facts_copier *copier,
			 struct jscan_mention *mention)
{
	mention->name = share_text(copier, mention->name);
	mention->title = share_text(copier, mention->title);
	mention->role = share_text(copier, mention->role);
	mention->company = share_text(copier, mention->company);
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
		out->scopes[i].words = share_text(copier, out->scopes[i].words);
		out->scopes[i].about = share_text(copier, out->scopes[i].about);
	}
	COPY_LIST(out, copier, touches, touch_count);
	for (size_t i = 0; i < out->touch_count; i++) {
		out->touches[i].words =
			share_text(copier, out->touches[i].words);
		out->touches[i].with = share_text(copier, out->touches[i].with);
	}
	COPY_LIST(out, copier, tasks, task_count);
	for (size_t i = 0; i < out->task_count; i++) {
		out->tasks[i].words = share_text(copier, out->tasks[i].words);
		out->tasks[i].with = share_text(copier, out->tasks[i].with);
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
	out->company = share_text(copier, facts->company);
	out->role = share_text(copier, facts->role);
	out->stage = share_text(copier, facts->stage);
	out->status = share_text(copier, facts->status);
	copy_events(out, copier);
	copy_findings(out, copier);
	copy_texts(copier, &out->tags);
}
