/*
 * The records of entries and applications.  An entry's events are listed before
 * merging: itself first, then everything in the file that makes an event, by
 * line.
 */
#include "plan/entries.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"

struct events {
	struct jscan_arena *arena;
	const struct jscan_facts *facts;
	struct jscan_date as_of;
	unsigned outside; /* what scope 0 is said of */
	struct jscan_event *items;
	size_t count;
};

static void add_event(struct events *events, unsigned line,
		      struct jscan_date date, enum jscan_event_type type,
		      const char *what)
{
	struct jscan_event event = {line, date, type, what};

	events->items = jscan_arena_grow(events->arena, events->items,
					 events->count, sizeof(event));
	events->items[events->count++] = event;
}

static struct jscan_date date_of(const struct events *events, unsigned scope)
{
	return events->facts->scopes[scope ? scope : events->outside].date;
}

static void add_scope(struct events *events, const struct jscan_scope *scope)
{
	const char *what = scope->words;

	if (scope->type == JSCAN_EVENT_TOUCH)
		what = jscan_touch_kind_name(scope->touch);
	else if (scope->type == JSCAN_EVENT_NOTE &&
		 scope->outcome > JSCAN_OUTCOME_PENDING)
		what = jscan_outcome_name(scope->outcome);
	add_event(events, scope->line, scope->date, scope->type, what);
}

static void add_outcome(struct events *events,
			const struct jscan_outcome_fact *fact)
{
	if (fact->outcome == JSCAN_OUTCOME_REJECTED)
		add_event(events, fact->line, fact->date, JSCAN_EVENT_REJECTION,
			  NULL);
	else if (fact->outcome == JSCAN_OUTCOME_OFFER)
		add_event(events, fact->line, fact->date, JSCAN_EVENT_OFFER,
			  NULL);
	else
		add_event(events, fact->line, fact->date, JSCAN_EVENT_NOTE,
			  jscan_outcome_name(fact->outcome));
}

static void add_task(struct events *events, const struct jscan_task *task)
{
	struct jscan_date date = task->done_date;

	if (!task->is_done || task->is_cancelled || !task->touch)
		return;
	if (!jscan_date_is_set(date) && jscan_date_is_set(task->due))
		date = jscan_date_min(task->due, events->as_of);
	if (!jscan_date_is_set(date))
		date = date_of(events, task->scope);
	add_event(events, task->line, date, JSCAN_EVENT_TOUCH,
		  jscan_touch_kind_name(task->touch));
}

static void add_facts(struct events *events)
{
	const struct jscan_facts *facts = events->facts;

	for (size_t i = 1; i < facts->scope_count; i++)
		add_scope(events, &facts->scopes[i]);
	if (jscan_date_is_set(facts->applied) &&
	    !(facts->type == JSCAN_EVENT_APPLICATION &&
	      facts->scopes[0].line == facts->applied_line))
		add_event(events, facts->applied_line, facts->applied,
			  JSCAN_EVENT_APPLICATION, NULL);
	for (size_t i = 0; i < facts->outcome_count; i++)
		add_outcome(events, &facts->outcomes[i]);
	for (size_t i = 0; i < facts->touch_count; i++) {
		const struct jscan_touch_fact *touch = &facts->touches[i];

		add_event(events, touch->line,
			  jscan_date_is_set(touch->date)
				  ? touch->date
				  : date_of(events, touch->scope),
			  JSCAN_EVENT_TOUCH,
			  jscan_touch_kind_name(touch->kind));
	}
	for (size_t i = 0; i < facts->feedback_count; i++)
		add_event(events, facts->feedbacks[i].line,
			  facts->feedbacks[i].date, JSCAN_EVENT_FEEDBACK, NULL);
	for (size_t i = 0; i < facts->reopened_count; i++)
		add_event(events, facts->reopened[i].line,
			  facts->reopened[i].date, JSCAN_EVENT_NOTE,
			  "reopened");
	for (size_t i = 0; i < facts->task_count; i++)
		add_task(events, &facts->tasks[i]);
}

static int compare_events(const void *left, const void *right)
{
	const struct jscan_event *a = left, *b = right;
	int order = (a->line > b->line) - (a->line < b->line);

	if (!order)
		order = jscan_date_compare(a->date, b->date);
	if (!order)
		order = (int)a->type - (int)b->type;
	return order ? order : strcmp(a->what ? a->what : "",
				      b->what ? b->what : "");
}

static void add_entry(struct jscan_entries *out,
		      const struct jscan_facts *facts, struct jscan_date as_of,
		      struct jscan_arena *arena)
{
	struct events events = {.arena = arena,
				.facts = facts,
				.as_of = as_of};
	struct jscan_entry entry = {.path = facts->path,
				    .date = facts->date,
				    .company = facts->company,
				    .role = facts->role,
				    .type = facts->type,
				    .stage = facts->stage,
				    .outcome = facts->outcome,
				    .tags = facts->tags};

	if (facts->type == JSCAN_EVENT_REJECTION &&
	    entry.outcome <= JSCAN_OUTCOME_PENDING)
		entry.outcome = JSCAN_OUTCOME_REJECTED;
	if (facts->type == JSCAN_EVENT_OFFER &&
	    entry.outcome <= JSCAN_OUTCOME_PENDING)
		entry.outcome = JSCAN_OUTCOME_OFFER;
	events.outside = jscan_timeline_resolve(facts, 0, as_of);
	add_scope(&events, &facts->scopes[0]);
	add_facts(&events);
	if (events.count > 2)
		qsort(events.items + 1, events.count - 1, sizeof(*events.items),
		      compare_events);
	entry.events = events.items;
	entry.event_count = events.count;
	out->items = jscan_arena_grow(arena, out->items, out->count,
				      sizeof(entry));
	out->items[out->count++] = entry;
}

void jscan_entries_make(struct jscan_entries *out,
			const struct jscan_facts *facts, size_t count,
			struct jscan_date as_of, struct jscan_arena *arena)
{
	memset(out, 0, sizeof(*out));
	for (size_t i = 0; i < count; i++) {
		if (facts[i].is_entry)
			add_entry(out, &facts[i], as_of, arena);
	}
}

static int compare_applications(const void *left, const void *right)
{
	const struct jscan_application *a = left, *b = right;
	int order = strcmp(a->company, b->company);

	if (!order)
		order = strcmp(a->role ? a->role : "", b->role ? b->role : "");
	return order ? order : jscan_date_compare(a->first, b->first);
}

void jscan_applications_sort(struct jscan_application *items, size_t count)
{
	if (count)
		qsort(items, count, sizeof(*items), compare_applications);
}

static struct jscan_application summarise(const struct jscan_timeline *timeline)
{
	struct jscan_application out = {.company = timeline->group->company,
					.role = timeline->group->role,
					.state = timeline->state,
					.closed = timeline->closed};

	for (size_t i = 0; i < timeline->count; i++) {
		const struct jscan_moment *moment = &timeline->moments[i];

		if (!jscan_timeline_is_past(timeline, moment->date))
			break;
		if (!i)
			out.first = moment->date;
		out.last = moment->date;
		if (moment->kind == JSCAN_MOMENT_INTERVIEW)
			out.interviews++;
		out.has_offer |= moment->kind == JSCAN_MOMENT_OFFER;
	}
	out.has_offer |= out.state == JSCAN_OUTCOME_ACCEPTED;
	return out;
}

void jscan_applications_make(struct jscan_applications *out,
			     const struct jscan_groups *groups,
			     const struct jscan_timeline *timelines,
			     struct jscan_arena *arena)
{
	memset(out, 0, sizeof(*out));
	out->company_count = groups->company_count;
	out->items = jscan_arena_array(arena, groups->count,
				       sizeof(*out->items));
	for (size_t i = 0; i < groups->count; i++) {
		struct jscan_application application =
			summarise(&timelines[i]);

		out->interviews += application.interviews;
		if (application.company)
			out->items[out->count++] = application;
	}
	jscan_applications_sort(out->items, out->count);
}
