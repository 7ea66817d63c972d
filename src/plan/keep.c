/*
 * The rules of a company: keep in touch once all its applications are closed,
 * and answer when one of them is open again.
 */
#include "plan/item.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "plan/rules.h"

static bool is_step(const struct jscan_moment *moment)
{
	return moment->kind == JSCAN_MOMENT_TOUCH &&
	       moment->touch != JSCAN_TOUCH_THANK_YOU &&
	       moment->touch != JSCAN_TOUCH_FEEDBACK_REQUEST;
}

static bool has_interview(const struct jscan_timeline *timeline)
{
	for (size_t i = 0; i < timeline->count; i++) {
		if (timeline->moments[i].kind == JSCAN_MOMENT_INTERVIEW &&
		    jscan_timeline_is_past(timeline, timeline->moments[i].date))
			return true;
	}
	return false;
}

static bool is_left_alone(const struct jscan_timeline *timeline)
{
	for (size_t i = 0; i < timeline->group->entry_count; i++) {
		if (timeline->group->entries[i]->is_left_alone)
			return true;
	}
	return false;
}

/* The application that closed last, NULL when one is open or none closed. */
static const struct jscan_timeline *
find_latest(const struct jscan_timeline *timelines, size_t count)
{
	const struct jscan_timeline *latest = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct jscan_timeline *at = &timelines[i];

		if (!at->has_move)
			continue;
		if (!at->is_closed)
			return NULL;
		/* They stand by role: of equals the first stays. */
		if (!latest || jscan_date_compare(at->closed, latest->closed) > 0)
			latest = at;
	}
	return latest;
}

static int compare_dates(const void *left, const void *right)
{
	const struct jscan_moment *const *a = left, *const *b = right;

	return jscan_date_compare((*a)->date, (*b)->date);
}

/* What the touches of a company since its closing come to. */
struct steps {
	const struct jscan_moment **items;
	size_t touches;
	size_t days;
	const struct jscan_moment *last;  /* of the last day: the first touch */
	const struct jscan_moment *last_touch; /* of any kind, at any time */
};

static void count_steps(struct jscan_items *items, struct steps *steps,
			const struct jscan_timeline *timelines, size_t count,
			struct jscan_date closed)
{
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < timelines[i].count; j++) {
			const struct jscan_moment *m = &timelines[i].moments[j];

			if (m->kind != JSCAN_MOMENT_TOUCH ||
			    !jscan_timeline_is_past(&timelines[i], m->date))
				continue;
			if (!steps->last_touch ||
			    jscan_date_compare(m->date,
					       steps->last_touch->date) > 0)
				steps->last_touch = m;
			if (!is_step(m) || jscan_date_compare(m->date, closed) <= 0)
				continue;
			steps->items = jscan_arena_grow(
				items->arena, (void *)steps->items,
				steps->touches, sizeof(*steps->items));
			steps->items[steps->touches++] = m;
		}
	}
	if (steps->touches)
		qsort((void *)steps->items, steps->touches,
		      sizeof(*steps->items), compare_dates);
	for (size_t i = 0; i < steps->touches; i++) {
		if (steps->last && !jscan_date_compare(steps->last->date,
						       steps->items[i]->date))
			continue;
		steps->last = steps->items[i];
		steps->days++;
	}
}

/* All that the base rests on: the closing, or every touch of the last step. */
static void snooze_base(struct jscan_item *item, const struct steps *steps,
			const struct jscan_moment *base)
{
	for (const struct jscan_moment *m = base; !steps->last && m;
	     m = m->also)
		jscan_item_snooze(item, m->facts);
	for (size_t i = 0; steps->last && i < steps->touches; i++) {
		const struct jscan_moment *m = steps->items[i];

		if (jscan_date_compare(m->date, steps->last->date))
			continue;
		for (; m; m = m->also)
			jscan_item_snooze(item, m->facts);
	}
}

static void add_keep_in_touch(struct jscan_items *items,
			      const struct jscan_timeline *timelines,
			      size_t count)
{
	const struct jscan_config *config = items->config;
	const struct jscan_timeline *latest = find_latest(timelines, count);
	struct jscan_span quarter = {3, true};
	struct steps steps = {0};
	const struct jscan_window *window;
	const struct jscan_moment *base;
	struct jscan_item item = {.rule = JSCAN_RULE_KEEP_IN_TOUCH};
	struct jscan_date start, end, last;
	bool is_interviewed = false;

	for (size_t i = 0; i < count; i++) {
		if (is_left_alone(&timelines[i]))
			return;
		is_interviewed = is_interviewed || has_interview(&timelines[i]);
	}
	if (!latest || !is_interviewed)
		return;
	count_steps(items, &steps, timelines, count, latest->closed);
	base = steps.last ? steps.last : latest->closing;
	start = steps.last ? steps.last->date : latest->closed;
	last = steps.last_touch ? jscan_date_max(start, steps.last_touch->date)
				: start;
	window = steps.days < 2 ? &config->window : &config->later_window;
	end = jscan_span_after(start, window->to);
	start = jscan_span_after(start, window->from);
	item.fact_date = steps.last ? steps.last->date : latest->closed;
	item.opens = start;
	item.due = end;
	if (config->is_quarterly) {
		item.due = jscan_date_min(end, jscan_span_after(last, quarter));
		item.opens = jscan_date_min(
			start, jscan_date_add_days(item.due, -14));
	}
	item.timeline = latest;
	item.facts = base->facts;
	item.scope = base->scope;
	item.line = base->line;
	item.steps = steps.days;
	item.closed = latest->closed;
	item.last_touch = steps.last_touch;
	snooze_base(&item, &steps, base);
	jscan_items_add(items, item);
}

/* The first touch to the company in [from, until], or a later move there. */
static const struct jscan_moment *
find_answer(const struct jscan_timeline *timelines, size_t count,
	    const struct jscan_moment *fact, struct jscan_date until)
{
	for (size_t i = 0; i < count; i++) {
		const struct jscan_timeline *at = &timelines[i];
		const struct jscan_moment *touch = jscan_items_find_touch(
			at, JSCAN_TOUCH_NONE, true, fact->date, until);

		if (touch)
			return touch;
		for (size_t j = jscan_items_find_day(
			     at, jscan_date_add_days(fact->date, 1));
		     j < at->count; j++) {
			if (jscan_timeline_counts_as_move(at, &at->moments[j]))
				return &at->moments[j];
		}
	}
	return NULL;
}

static void add_reopened(struct jscan_items *items,
			 const struct jscan_timeline *timelines, size_t count,
			 const struct jscan_timeline *timeline,
			 const struct jscan_moment *fact)
{
	struct jscan_rule_numbers n =
		jscan_rule_get_numbers(items->config, JSCAN_RULE_REOPENED);
	struct jscan_item item = {.rule = JSCAN_RULE_REOPENED,
				  .timeline = timeline,
				  .facts = fact->facts,
				  .scope = fact->scope,
				  .line = fact->line,
				  .fact_date = fact->date,
				  .fact_words = fact->words};

	for (const struct jscan_moment *m = fact; m; m = m->also)
		jscan_item_snooze(&item, m->facts);
	item.opens = jscan_span_after(fact->date, n.opens);
	item.due = jscan_span_after(fact->date, n.due);
	if (n.lapses.count)
		item.lapses = jscan_span_after(item.due, n.lapses);
	item.met_by = find_answer(timelines, count, fact, item.lapses);
	jscan_items_add(items, item);
}

void jscan_items_add_company(struct jscan_items *items,
			     const struct jscan_timeline *timelines,
			     size_t count)
{
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < timelines[i].count; j++) {
			const struct jscan_moment *m = &timelines[i].moments[j];

			if (m->kind == JSCAN_MOMENT_REOPENED &&
			    jscan_timeline_is_past(&timelines[i], m->date))
				add_reopened(items, timelines, count,
					     &timelines[i], m);
		}
	}
	if (timelines[0].group->company)
		add_keep_in_touch(items, timelines, count);
}
