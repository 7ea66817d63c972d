/*
 * Builds the timeline of one application from the facts of its entries.  Here
 * the day of the report first matters: ticks without a date, and what a file of
 * many interviews says of "the last one".
 */
#include "plan/timeline.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/utf8.h"

struct build {
	struct jscan_timeline *out;
	struct jscan_arena *arena;
	struct jscan_arena scratch; /* of the lists while they grow */
	unsigned outside; /* of the entry at hand: what scope 0 is said of */
};

bool jscan_moment_is_move(const struct jscan_moment *moment)
{
	return moment->kind <= JSCAN_MOMENT_REOPENED;
}

bool jscan_timeline_counts_as_move(const struct jscan_timeline *timeline,
				   const struct jscan_moment *moment)
{
	return jscan_moment_is_move(moment) &&
	       (moment->kind == JSCAN_MOMENT_INTERVIEW ||
		jscan_timeline_is_past(timeline, moment->date));
}

bool jscan_timeline_is_past(const struct jscan_timeline *timeline,
			    struct jscan_date date)
{
	return jscan_date_compare(date, timeline->as_of) <= 0;
}

unsigned jscan_timeline_resolve(const struct jscan_facts *facts, unsigned scope,
				struct jscan_date as_of)
{
	enum jscan_event_type type = JSCAN_EVENT_MOCK;
	unsigned held = 0, last = 0;

	if (scope || !facts->is_collection)
		return scope;
	for (size_t i = 1; i < facts->scope_count; i++) {
		if (facts->scopes[i].type == JSCAN_EVENT_INTERVIEW)
			type = JSCAN_EVENT_INTERVIEW;
	}
	for (unsigned i = 1; i < facts->scope_count; i++) {
		const struct jscan_scope *at = &facts->scopes[i];

		if (at->type != type || !jscan_date_is_set(at->date))
			continue;
		if (!last ||
		    jscan_date_compare(at->date, facts->scopes[last].date) >= 0)
			last = i;
		if (jscan_date_compare(at->date, as_of) <= 0 &&
		    (!held || jscan_date_compare(
				      at->date, facts->scopes[held].date) >= 0))
			held = i;
	}
	return held ? held : last;
}

static struct jscan_date date_of(const struct build *build,
				 const struct jscan_facts *facts,
				 unsigned scope)
{
	return facts->scopes[scope ? scope : build->outside].date;
}

static void add(struct build *build, const struct jscan_moment *moment)
{
	struct jscan_timeline *out = build->out;

	if (!jscan_date_is_set(moment->date))
		return;
	out->moments = jscan_arena_grow(&build->scratch, out->moments,
					out->count, sizeof(*moment));
	out->moments[out->count++] = *moment;
}

static void add_outcome(struct build *build, struct jscan_moment *moment,
			enum jscan_outcome outcome)
{
	moment->kind = JSCAN_MOMENT_OUTCOME;
	moment->outcome = outcome;
	if (outcome == JSCAN_OUTCOME_REJECTED)
		moment->kind = JSCAN_MOMENT_REJECTION;
	if (outcome == JSCAN_OUTCOME_OFFER)
		moment->kind = JSCAN_MOMENT_OFFER;
	if (outcome > JSCAN_OUTCOME_PENDING)
		add(build, moment);
}

static bool is_assessed(const struct build *build,
			const struct jscan_facts *facts, unsigned scope)
{
	return facts->scopes[scope].is_assessed ||
	       (facts->scopes[0].is_assessed && build->outside == scope);
}

static void add_scope(struct build *build, const struct jscan_facts *facts,
		      unsigned index)
{
	static const enum jscan_moment_kind kinds[] = {
		[JSCAN_EVENT_APPLICATION] = JSCAN_MOMENT_APPLICATION,
		[JSCAN_EVENT_INTERVIEW] = JSCAN_MOMENT_INTERVIEW,
		[JSCAN_EVENT_MOCK] = JSCAN_MOMENT_MOCK,
		[JSCAN_EVENT_REJECTION] = JSCAN_MOMENT_REJECTION,
		[JSCAN_EVENT_OFFER] = JSCAN_MOMENT_OFFER,
		[JSCAN_EVENT_FEEDBACK] = JSCAN_MOMENT_FEEDBACK,
		[JSCAN_EVENT_TOUCH] = JSCAN_MOMENT_TOUCH,
		[JSCAN_EVENT_NOTE] = JSCAN_MOMENT_NOTE,
	};
	const struct jscan_scope *scope = &facts->scopes[index];
	struct jscan_moment moment = {.date = scope->date,
				      .kind = kinds[scope->type],
				      .touch = scope->touch,
				      .facts = facts,
				      .scope = index,
				      .line = scope->line,
				      .words = scope->words};

	if (scope->type == JSCAN_EVENT_INTERVIEW ||
	    scope->type == JSCAN_EVENT_MOCK)
		moment.is_assessed = is_assessed(build, facts, index);
	add(build, &moment);
	if (scope->type == JSCAN_EVENT_NOTE)
		add_outcome(build, &moment, scope->outcome);
}

static void add_touches(struct build *build, const struct jscan_facts *facts)
{
	for (size_t i = 0; i < facts->touch_count; i++) {
		const struct jscan_touch_fact *touch = &facts->touches[i];
		struct jscan_moment moment = {.date = touch->date,
					      .kind = JSCAN_MOMENT_TOUCH,
					      .touch = touch->kind,
					      .facts = facts,
					      .scope = touch->scope,
					      .line = touch->line,
					      .words = touch->words};

		if (!jscan_date_is_set(moment.date))
			moment.date = date_of(build, facts, touch->scope);
		add(build, &moment);
	}
}

static void add_task_touch(struct build *build, const struct jscan_facts *facts,
			   const struct jscan_task *task)
{
	struct jscan_moment moment = {.date = task->done_date,
				      .kind = JSCAN_MOMENT_TOUCH,
				      .touch = task->touch,
				      .facts = facts,
				      .scope = task->scope,
				      .line = task->line,
				      .words = task->words};

	if (!task->is_done || task->is_cancelled || !task->touch)
		return;
	if (!jscan_date_is_set(moment.date) && jscan_date_is_set(task->due))
		moment.date = jscan_date_min(task->due, build->out->as_of);
	if (!jscan_date_is_set(moment.date))
		moment.date = date_of(build, facts, task->scope);
	add(build, &moment);
}

static void add_todo(struct build *build, const struct jscan_facts *facts,
		     const struct jscan_task *task)
{
	struct jscan_timeline *out = build->out;
	struct jscan_todo todo = {
		.task = task, .facts = facts, .done_date = task->done_date};

	if (task->is_cancelled)
		return;
	todo.folded = jscan_utf8_fold_words(build->arena, task->words,
					    strlen(task->words));
	todo.is_done =
		task->is_done && (!jscan_date_is_set(task->done_date) ||
				  jscan_timeline_is_past(out, task->done_date));
	todo.there = date_of(build, facts, task->scope);
	out->todos = jscan_arena_grow(&build->scratch, out->todos,
				      out->todo_count, sizeof(todo));
	out->todos[out->todo_count++] = todo;
}

static void add_promises(struct build *build, const struct jscan_facts *facts)
{
	struct jscan_timeline *out = build->out;

	for (size_t i = 0; i < facts->promise_count; i++) {
		const struct jscan_promise *promise = &facts->promises[i];
		struct jscan_said_promise said = {
			.said = date_of(build, facts, promise->scope),
			.date = promise->date,
			.order = out->promise_count,
			.facts = facts,
			.line = promise->line};

		if (!jscan_date_is_set(said.said) ||
		    !jscan_timeline_is_past(out, said.said))
			continue;
		out->promises =
			jscan_arena_grow(&build->scratch, out->promises,
					 out->promise_count, sizeof(said));
		out->promises[out->promise_count++] = said;
	}
}

/* Everything but undated outcomes, which look at the others. */
static void add_entry(struct build *build, const struct jscan_facts *facts)
{
	struct jscan_moment moment = {.facts = facts};

	build->outside = jscan_timeline_resolve(facts, 0, build->out->as_of);
	for (unsigned i = 0; i < facts->scope_count; i++)
		add_scope(build, facts, i);
	moment.date = facts->applied;
	moment.line = facts->applied_line;
	moment.kind = JSCAN_MOMENT_APPLICATION;
	add(build, &moment);
	add_touches(build, facts);
	for (size_t i = 0; i < facts->feedback_count; i++) {
		moment.date = facts->feedbacks[i].date;
		moment.line = facts->feedbacks[i].line;
		moment.scope = facts->feedbacks[i].scope;
		moment.kind = JSCAN_MOMENT_FEEDBACK;
		add(build, &moment);
	}
	for (size_t i = 0; i < facts->reopened_count; i++) {
		moment.date = facts->reopened[i].date;
		moment.line = facts->reopened[i].line;
		moment.scope = facts->reopened[i].scope;
		moment.kind = JSCAN_MOMENT_REOPENED;
		moment.words = facts->reopened[i].why;
		add(build, &moment);
		moment.words = NULL;
	}
	for (size_t i = 0; i < facts->outcome_count; i++) {
		const struct jscan_outcome_fact *fact = &facts->outcomes[i];

		moment.date = fact->date;
		moment.line = fact->line;
		moment.scope = fact->scope;
		if (!fact->is_undated)
			add_outcome(build, &moment, fact->outcome);
	}
	add_promises(build, facts);
	for (size_t i = 0; i < facts->task_count; i++) {
		add_task_touch(build, facts, &facts->tasks[i]);
		add_todo(build, facts, &facts->tasks[i]);
	}
}

/* Later than every other move seen so far, by day and then by kind? */
static void note_last(const struct jscan_moment **last,
		      const struct jscan_moment *moment)
{
	int order = *last ? jscan_date_compare(moment->date, (*last)->date) : 1;

	if (order > 0 || (order == 0 && moment->kind > (*last)->kind))
		*last = moment;
}

/* An outcome without a date of its own gives way to any later move. */
static void add_undated_outcomes(struct build *build)
{
	const struct jscan_group *group = build->out->group;
	const struct jscan_moment *last = NULL;
	size_t first = build->out->count, kept = first;

	for (size_t i = 0; i < group->entry_count; i++) {
		const struct jscan_facts *facts = group->entries[i];

		for (size_t j = 0; j < facts->outcome_count; j++) {
			const struct jscan_outcome_fact *fact =
				&facts->outcomes[j];
			struct jscan_moment moment = {.date = fact->date,
						      .facts = facts,
						      .scope = fact->scope,
						      .line = fact->line};

			if (fact->is_undated)
				add_outcome(build, &moment, fact->outcome);
		}
	}
	for (size_t i = 0; i < build->out->count; i++) {
		if (jscan_moment_is_move(&build->out->moments[i]))
			note_last(&last, &build->out->moments[i]);
	}
	for (size_t i = first; i < build->out->count; i++) {
		const struct jscan_moment *moment = &build->out->moments[i];

		assert(last); /* an outcome is a move */
		if (!jscan_date_compare(moment->date, last->date) &&
		    moment->kind == last->kind)
			build->out->moments[kept++] = *moment;
	}
	build->out->count = kept;
}

static int compare_moments(const void *left, const void *right)
{
	const struct jscan_moment *a = left, *b = right;
	int order = jscan_date_compare(a->date, b->date);

	if (!order)
		order = (int)a->kind - (int)b->kind;
	if (!order)
		order = (int)a->outcome - (int)b->outcome;
	if (!order)
		order = (int)a->touch - (int)b->touch;
	if (!order)
		order = strcmp(a->facts->path, b->facts->path);
	if (!order)
		order = (a->line > b->line) - (a->line < b->line);
	return order;
}

static bool is_same(const struct jscan_moment *a, const struct jscan_moment *b)
{
	return a->kind == b->kind && a->outcome == b->outcome &&
	       a->touch == b->touch && a->kind != JSCAN_MOMENT_NOTE &&
	       !jscan_date_compare(a->date, b->date);
}

/* What was merged into an item is still known: its entry may be snoozed. */
static void *keep_copy(struct build *build, const void *item, size_t size)
{
	void *copy = jscan_arena_alloc(build->arena, size);

	return size ? memcpy(copy, item, size) : copy;
}

static void merge_moments(struct build *build)
{
	struct jscan_timeline *out = build->out;
	size_t kept = 0;

	if (!out->count)
		return;
	qsort(out->moments, out->count, sizeof(*out->moments), compare_moments);
	for (size_t i = 0; i < out->count; i++) {
		struct jscan_moment *last =
			kept ? &out->moments[kept - 1] : NULL;

		if (last && is_same(last, &out->moments[i])) {
			last->is_assessed |= out->moments[i].is_assessed;
			out->moments[i].also = last->also;
			last->also = keep_copy(build, &out->moments[i],
					       sizeof(*last));
		} else {
			out->moments[kept++] = out->moments[i];
		}
	}
	out->count = kept;
}

static int compare_todos(const void *left, const void *right)
{
	const struct jscan_todo *a = left, *b = right;
	int order = jscan_date_compare(a->task->due, b->task->due);

	if (!order)
		order = strcmp(a->folded, b->folded);
	if (!order)
		order = strcmp(a->facts->path, b->facts->path);
	if (!order)
		order = (a->task->line > b->task->line) -
			(a->task->line < b->task->line);
	return order;
}

/* Tasks with the same words and due date are one; undated ones stay. */
static void merge_todos(struct build *build)
{
	struct jscan_timeline *out = build->out;
	size_t kept = 0;

	if (!out->todo_count)
		return;
	qsort(out->todos, out->todo_count, sizeof(*out->todos), compare_todos);
	for (size_t i = 0; i < out->todo_count; i++) {
		struct jscan_todo *last = kept ? &out->todos[kept - 1] : NULL;
		struct jscan_todo *todo = &out->todos[i];

		if (last && jscan_date_is_set(todo->task->due) &&
		    !jscan_date_compare(last->task->due, todo->task->due) &&
		    !strcmp(last->folded, todo->folded)) {
			last->is_done |= todo->is_done;
			todo->also = last->also;
			last->also = keep_copy(build, todo, sizeof(*todo));
		} else {
			out->todos[kept++] = *todo;
		}
	}
	out->todo_count = kept;
}

static int compare_promises(const void *left, const void *right)
{
	const struct jscan_said_promise *a = left, *b = right;
	int order = jscan_date_compare(a->said, b->said);

	return order ? order : (a->order > b->order) - (a->order < b->order);
}

/* The lists as they are, in memory of their very size. */
static void settle(struct build *build)
{
	struct jscan_timeline *out = build->out;

	out->moments = keep_copy(build, out->moments,
				 out->count * sizeof(*out->moments));
	out->todos = keep_copy(build, out->todos,
			       out->todo_count * sizeof(*out->todos));
	out->promises = keep_copy(build, out->promises,
				  out->promise_count * sizeof(*out->promises));
	jscan_arena_release(&build->scratch);
}

void jscan_timeline_make(struct jscan_timeline *out,
			 const struct jscan_group *group,
			 const struct jscan_config *config,
			 struct jscan_date as_of, struct jscan_arena *arena)
{
	struct build build = {.out = out, .arena = arena};

	jscan_arena_init(&build.scratch);
	memset(out, 0, sizeof(*out));
	out->group = group;
	out->as_of = as_of;
	for (size_t i = 0; i < group->entry_count; i++)
		add_entry(&build, group->entries[i]);
	add_undated_outcomes(&build);
	merge_moments(&build);
	merge_todos(&build);
	if (out->promise_count)
		qsort(out->promises, out->promise_count, sizeof(*out->promises),
		      compare_promises);
	settle(&build);
	jscan_timeline_close(out, config);
}

/* The day of the next interview after one; unset: there is none. */
static struct jscan_date next_interview(const struct jscan_timeline *timeline,
					struct jscan_date interview)
{
	struct jscan_date none = {0, 0, 0};
	size_t low = 0, high = timeline->count;

	while (low < high) { /* the first moment after the day */
		size_t middle = low + (high - low) / 2;

		if (jscan_date_compare(timeline->moments[middle].date,
				       interview) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < timeline->count; low++) {
		if (timeline->moments[low].kind == JSCAN_MOMENT_INTERVIEW)
			return timeline->moments[low].date;
	}
	return none;
}

const struct jscan_said_promise *
jscan_timeline_find_promise(const struct jscan_timeline *timeline,
			    struct jscan_date interview)
{
	struct jscan_date until = next_interview(timeline, interview);
	size_t low = 0, high = timeline->promise_count;

	while (low < high) { /* the first that was said too late */
		size_t middle = low + (high - low) / 2;

		if (!jscan_date_is_set(until) ||
		    jscan_date_compare(timeline->promises[middle].said, until) <
			    0)
			low = middle + 1;
		else
			high = middle;
	}
	if (!low ||
	    jscan_date_compare(timeline->promises[low - 1].said, interview) < 0)
		return NULL;
	return &timeline->promises[low - 1];
}

struct jscan_date jscan_timeline_promised(const struct jscan_timeline *timeline,
					  const struct jscan_moment *interview)
{
	const struct jscan_said_promise *promise =
		jscan_timeline_find_promise(timeline, interview->date);
	struct jscan_date none = {0, 0, 0};

	return promise ? promise->date : none;
}
