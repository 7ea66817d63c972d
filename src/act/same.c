/*
 * Compares the facts of a note before and after an edit.  Each fact is written
 * out as one text without its line, list by list, and the lists are compared.
 */
#include "act/same.h"

#include <stdint.h>
#include <string.h>

#include "base/date.h"

struct list {
	struct jscan_arena *arena;
	const char **items;
	size_t count;
};

static const char *day(struct list *list, struct jscan_date date)
{
	char text[11];

	jscan_date_format(text, date);
	return jscan_arena_strdup(list->arena, text);
}

static const char *or_none(const char *text)
{
	return text ? text : "\001";
}

static void add(struct list *list, const char *text)
{
	list->items =
		jscan_arena_grow(list->arena, (void *)(uintptr_t)list->items,
				 list->count, sizeof(*list->items));
	list->items[list->count++] = text;
}

#define ADD(list, ...) add(list, jscan_arena_printf((list)->arena, __VA_ARGS__))

static void list_note(struct list *out, const struct jscan_facts *facts)
{
	ADD(out, "%d %s %s %s", facts->is_entry, or_none(facts->company),
	    or_none(facts->role), or_none(facts->stage));
	ADD(out, "%s %d %d %s %d %d", day(out, facts->date), facts->type,
	    facts->outcome, day(out, facts->applied), facts->is_left_alone,
	    facts->is_collection);
	for (size_t i = 0; i < facts->tags.count; i++)
		add(out, facts->tags.items[i]);
}

static void list_scopes(struct list *out, const struct jscan_facts *facts)
{
	for (size_t i = 0; i < facts->scope_count; i++) {
		const struct jscan_scope *scope = &facts->scopes[i];

		ADD(out, "%s %d %d %d %d %s", day(out, scope->date),
		    scope->type, scope->touch, scope->outcome,
		    scope->is_assessed, or_none(scope->words));
	}
}

static void list_touches(struct list *out, const struct jscan_facts *facts)
{
	for (size_t i = 0; i < facts->touch_count; i++) {
		const struct jscan_touch_fact *touch = &facts->touches[i];

		ADD(out, "%u %s %d %s %s", touch->scope, day(out, touch->date),
		    touch->kind, or_none(touch->words), or_none(touch->with));
	}
}

static void list_tasks(struct list *out, const struct jscan_facts *facts)
{
	for (size_t i = 0; i < facts->task_count; i++) {
		const struct jscan_task *task = &facts->tasks[i];

		ADD(out, "%u %s %s %d %d %s %s", task->scope,
		    day(out, task->due), day(out, task->done_date),
		    task->is_done, task->is_cancelled, task->words,
		    or_none(task->with));
	}
}

static void list_endings(struct list *out, const struct jscan_facts *facts)
{
	for (size_t i = 0; i < facts->outcome_count; i++)
		ADD(out, "%d %u %s", facts->outcomes[i].outcome,
		    facts->outcomes[i].scope,
		    day(out, facts->outcomes[i].date));
	for (size_t i = 0; i < facts->feedback_count; i++)
		ADD(out, "feedback %u %s", facts->feedbacks[i].scope,
		    day(out, facts->feedbacks[i].date));
	for (size_t i = 0; i < facts->reopened_count; i++)
		ADD(out, "reopened %u %s %s", facts->reopened[i].scope,
		    day(out, facts->reopened[i].date),
		    or_none(facts->reopened[i].why));
	for (size_t i = 0; i < facts->promise_count; i++)
		ADD(out, "promise %u %s", facts->promises[i].scope,
		    day(out, facts->promises[i].date));
}

static void list_snoozes(struct list *out, const struct jscan_facts *facts)
{
	for (size_t i = 0; i < facts->snooze_count; i++)
		ADD(out, "%d %d %s", facts->snoozes[i].is_all,
		    facts->snoozes[i].rule, day(out, facts->snoozes[i].until));
}

static void list_words(struct list *out, const struct jscan_facts *facts)
{
	for (size_t i = 0; i < facts->assessment_count; i++) {
		const struct jscan_assessment_fact *a = &facts->assessments[i];

		ADD(out, "%u %u %d %d %s", a->scope, a->category, a->polarity,
		    a->source, a->text);
	}
	for (size_t i = 0; i < facts->mention_count; i++) {
		const struct jscan_mention_fact *m = &facts->mentions[i];

		ADD(out, "%u %s %zu %zu", m->scope, or_none(m->mention.name),
		    m->mention.emails.count, m->mention.phones.count);
	}
}

/* How many texts differ, apart from those alike at both ends. */
static size_t count_odd(const struct list *a, const struct list *b,
			size_t *of_b)
{
	size_t least = a->count < b->count ? a->count : b->count;
	size_t head = 0, tail = 0;

	while (head < least && !strcmp(a->items[head], b->items[head]))
		head++;
	while (tail < least - head && !strcmp(a->items[a->count - tail - 1],
					      b->items[b->count - tail - 1]))
		tail++;
	*of_b = b->count - head - tail;
	return a->count - head - tail;
}

typedef void (*list_fn)(struct list *out, const struct jscan_facts *facts);

static const struct {
	list_fn list;
	/* For each difference: how many may go, and how many may come. */
	struct {
		size_t gone;
		size_t come;
	} may[2];
} lists[] = {
	{list_note, {{0, 0}, {0, 0}}},
	{list_scopes, {{0, 0}, {0, 0}}},
	{list_touches, {{0, 1}, {0, 0}}},
	{list_tasks, {{1, 1}, {0, 0}}},
	{list_endings, {{0, 0}, {0, 0}}},
	{list_snoozes, {{0, 0}, {SIZE_MAX, SIZE_MAX}}},
	{list_words, {{0, 0}, {0, 0}}},
};

bool jscan_facts_are_same_but(const struct jscan_facts *before,
			      const struct jscan_facts *after,
			      enum jscan_difference difference,
			      struct jscan_arena *arena)
{
	if (after->diagnostic_count > before->diagnostic_count)
		return false;
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		struct list a = {arena, NULL, 0}, b = {arena, NULL, 0};
		size_t gone, come;

		lists[i].list(&a, before);
		lists[i].list(&b, after);
		gone = count_odd(&a, &b, &come);
		if (gone > lists[i].may[difference].gone ||
		    come > lists[i].may[difference].come)
			return false;
	}
	return true;
}
