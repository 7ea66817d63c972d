/*
 * The rules of one application, one function each, in the order of the manual's
 * table.  Dates come from rules.c; nothing here writes a word.
 */
#include "plan/item.h"

#include <string.h>

#include "base/date.h"
#include "plan/rules.h"

static int compare(struct jscan_date a, struct jscan_date b)
{
	return jscan_date_compare(a, b);
}

static bool is_within(struct jscan_date date, struct jscan_date from,
		      struct jscan_date until)
{
	return compare(date, from) >= 0 &&
	       (!jscan_date_is_set(until) || compare(date, until) <= 0);
}

size_t jscan_items_find_day(const struct jscan_timeline *timeline,
			    struct jscan_date date)
{
	size_t low = 0, high = timeline->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare(timeline->moments[middle].date, date) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct jscan_moment *
jscan_items_find_touch(const struct jscan_timeline *timeline,
		       enum jscan_touch_kind kind, bool is_other,
		       struct jscan_date from, struct jscan_date until)
{
	for (size_t i = jscan_items_find_day(timeline, from);
	     i < timeline->count; i++) {
		const struct jscan_moment *moment = &timeline->moments[i];

		if (!is_within(moment->date, from, until) ||
		    !jscan_timeline_is_past(timeline, moment->date))
			return NULL;
		if (moment->kind == JSCAN_MOMENT_TOUCH &&
		    (moment->touch == kind) != is_other)
			return moment;
	}
	return NULL;
}

static const struct jscan_moment *
find_feedback(const struct jscan_timeline *timeline, struct jscan_date from,
	      struct jscan_date until)
{
	for (size_t i = jscan_items_find_day(timeline, from);
	     i < timeline->count; i++) {
		const struct jscan_moment *moment = &timeline->moments[i];

		if (!is_within(moment->date, from, until) ||
		    !jscan_timeline_is_past(timeline, moment->date))
			return NULL;
		if (moment->kind == JSCAN_MOMENT_FEEDBACK)
			return moment;
	}
	return NULL;
}

void jscan_item_snooze(struct jscan_item *item, const struct jscan_facts *facts)
{
	for (size_t i = 0; i < facts->snooze_count; i++) {
		const struct jscan_snooze *snooze = &facts->snoozes[i];

		if (snooze->is_all || snooze->rule == item->rule)
			item->rests_until = jscan_date_max(item->rests_until,
							   snooze->until);
	}
}

static void make_room(struct jscan_items *items)
{
	struct jscan_item *old = items->items;

	items->room = items->room ? items->room * 2 : 16;
	items->items = jscan_arena_array(items->arena, items->room,
					 sizeof(*items->items));
	if (items->count)
		memcpy(items->items, old, items->count * sizeof(*old));
}

void jscan_items_add(struct jscan_items *items, struct jscan_item item)
{
	struct jscan_date as_of = items->as_of;

	if (items->config->rules[item.rule].is_off)
		return;
	item.is_met = item.is_met || item.met_by;
	if (item.is_met)
		item.status = JSCAN_STATUS_DONE;
	else if (jscan_date_is_set(item.lapses) &&
		 compare(as_of, item.lapses) > 0)
		item.status = JSCAN_STATUS_LAPSED;
	else if (compare(as_of, item.opens) < 0 ||
		 compare(as_of, item.rests_until) < 0)
		item.status = JSCAN_STATUS_UPCOMING;
	else if (compare(as_of, item.due) <= 0)
		item.status = JSCAN_STATUS_DUE;
	else
		item.status = JSCAN_STATUS_OVERDUE;
	if (items->count == items->room)
		make_room(items);
	items->items[items->count++] = item;
}

/* An item made by a moment, without its dates. */
static struct jscan_item start_item(enum jscan_rule rule,
				    const struct jscan_timeline *timeline,
				    const struct jscan_moment *fact)
{
	struct jscan_item item = {.rule = rule,
				  .timeline = timeline,
				  .facts = fact->facts,
				  .scope = fact->scope,
				  .line = fact->line,
				  .fact_date = fact->date};

	for (; fact; fact = fact->also)
		jscan_item_snooze(&item, fact->facts);
	return item;
}

/* With the dates of a rule that starts at a day and lapses after its due. */
static void set_dates(struct jscan_items *items, struct jscan_item *item,
		      struct jscan_date start)
{
	struct jscan_rule_numbers n =
		jscan_rule_get_numbers(items->config, item->rule);

	item->opens = jscan_span_after(start, n.opens);
	item->due = jscan_span_after(start, n.due);
	if (n.lapses.count)
		item->lapses = jscan_span_after(item->due, n.lapses);
}

/* A move other than the application itself, from its day on. */
static const struct jscan_moment *
find_answer(const struct jscan_timeline *timeline,
	    const struct jscan_moment *application)
{
	for (size_t i = jscan_items_find_day(timeline, application->date);
	     i < timeline->count; i++) {
		const struct jscan_moment *moment = &timeline->moments[i];

		if (moment != application &&
		    jscan_timeline_counts_as_move(timeline, moment))
			return moment;
	}
	return NULL;
}

/*
 * The start of an application item is its date, then each of the first two days
 * with a touch after that, while it is neither met nor lapsed; a third such day
 * meets it.
 */
static void add_application(struct jscan_items *items,
			    const struct jscan_timeline *timeline,
			    const struct jscan_moment *fact)
{
	struct jscan_item item =
		start_item(JSCAN_RULE_APPLICATION, timeline, fact);
	struct jscan_rule_numbers n =
		jscan_rule_get_numbers(items->config, item.rule);
	const struct jscan_moment *answer = find_answer(timeline, fact);
	struct jscan_date start = fact->date;
	struct jscan_date lapses = jscan_span_after(start, n.lapses);
	unsigned restarts = 0;

	while (!item.met_by) {
		const struct jscan_moment *touch = jscan_items_find_touch(
			timeline, JSCAN_TOUCH_NONE, true,
			jscan_date_add_days(start, 1), lapses);
		const struct jscan_moment *heard =
			find_feedback(timeline, fact->date, lapses);

		if (!touch || (answer && compare(answer->date, touch->date) <= 0) ||
		    (heard && compare(heard->date, touch->date) <= 0)) {
			item.met_by = answer ? answer : heard;
			break;
		}
		if (restarts == 2) {
			item.met_by = touch;
		} else {
			item.restarts[restarts++] = touch;
			start = touch->date;
			lapses = jscan_span_after(start, n.lapses);
		}
	}
	item.opens = jscan_span_after(start, n.opens);
	item.due = jscan_span_after(start, n.due);
	item.lapses = lapses;
	jscan_items_add(items, item);
}

/* A thank-you from the day on, any other touch after it. */
static const struct jscan_moment *
find_thanks(const struct jscan_timeline *timeline, struct jscan_date date,
	    struct jscan_date lapses)
{
	const struct jscan_moment *thanks = jscan_items_find_touch(
		timeline, JSCAN_TOUCH_THANK_YOU, false, date, lapses);

	return thanks ? thanks
		      : jscan_items_find_touch(timeline, JSCAN_TOUCH_THANK_YOU,
					       true,
					       jscan_date_add_days(date, 1),
					       lapses);
}

static void add_thanks(struct jscan_items *items, enum jscan_rule rule,
		       const struct jscan_timeline *timeline,
		       const struct jscan_moment *fact)
{
	struct jscan_item item = start_item(rule, timeline, fact);

	set_dates(items, &item, fact->date);
	item.met_by = find_thanks(timeline, fact->date, item.lapses);
	jscan_items_add(items, item);
}

static void add_self_assessment(struct jscan_items *items,
				const struct jscan_timeline *timeline,
				const struct jscan_moment *fact)
{
	struct jscan_item item =
		start_item(JSCAN_RULE_SELF_ASSESSMENT, timeline, fact);

	set_dates(items, &item, fact->date);
	item.is_met = fact->is_assessed;
	jscan_items_add(items, item);
}

/* An outcome from the interview's day on, or a later move. */
static const struct jscan_moment *
find_reply(const struct jscan_timeline *timeline,
	   const struct jscan_moment *interview)
{
	for (size_t i = jscan_items_find_day(timeline, interview->date);
	     i < timeline->count; i++) {
		const struct jscan_moment *moment = &timeline->moments[i];
		bool is_outcome = moment->kind == JSCAN_MOMENT_REJECTION ||
				  moment->kind == JSCAN_MOMENT_OFFER ||
				  moment->kind == JSCAN_MOMENT_OUTCOME;

		if (jscan_timeline_counts_as_move(timeline, moment) &&
		    (is_outcome ||
		     compare(moment->date, interview->date) > 0))
			return moment;
	}
	return NULL;
}

static void add_reply(struct jscan_items *items,
		      const struct jscan_timeline *timeline,
		      const struct jscan_moment *fact)
{
	struct jscan_item item = start_item(JSCAN_RULE_REPLY, timeline, fact);
	struct jscan_rule_numbers n =
		jscan_rule_get_numbers(items->config, item.rule);
	struct jscan_date promised = jscan_timeline_promised(timeline, fact);
	struct jscan_date start = jscan_date_max(fact->date, promised);

	item.promised = promised;
	item.opens = jscan_span_after(fact->date, n.opens);
	item.due = jscan_span_after(fact->date, n.due);
	if (jscan_date_is_set(promised)) {
		item.opens = promised;
		item.due = jscan_date_add_days(promised, 1);
	}
	item.lapses = jscan_span_after(start, n.lapses);
	item.met_by = find_reply(timeline, fact);
	if (!item.met_by)
		item.met_by = find_feedback(timeline,
					    jscan_date_add_days(fact->date, 1),
					    item.lapses);
	if (!item.met_by)
		item.met_by = jscan_items_find_touch(
			timeline, JSCAN_TOUCH_THANK_YOU, true, item.opens,
			item.lapses);
	jscan_items_add(items, item);
}

/*
 * Whether what came until now, this moment too, has closed the application: a
 * rejection after that comes after an end.
 */
static bool is_closed_by(const struct jscan_moment *moment, bool is_closed)
{
	switch (moment->kind) {
	case JSCAN_MOMENT_APPLICATION:
	case JSCAN_MOMENT_INTERVIEW:
	case JSCAN_MOMENT_OFFER:
	case JSCAN_MOMENT_REOPENED:
		return false;
	case JSCAN_MOMENT_REJECTION:
		return true;
	case JSCAN_MOMENT_OUTCOME:
		/* A rejection replaces `no answer`. */
		return is_closed || moment->outcome != JSCAN_OUTCOME_NO_ANSWER;
	default:
		return is_closed;
	}
}

static void add_ask_feedback(struct jscan_items *items,
			     const struct jscan_timeline *timeline,
			     const struct jscan_moment *fact)
{
	struct jscan_item item =
		start_item(JSCAN_RULE_ASK_FEEDBACK, timeline, fact);

	set_dates(items, &item, fact->date);
	item.met_by = find_feedback(timeline, fact->date, item.lapses);
	if (!item.met_by)
		item.met_by = jscan_items_find_touch(
			timeline, JSCAN_TOUCH_FEEDBACK_REQUEST, false,
			fact->date, item.lapses);
	jscan_items_add(items, item);
}

/*
 * A `follow ups` item worded as a touch, or only a date, is also met by what it
 * was about: a move, or a touch but a thank-you, after its entry's day and from
 * `opens` on.
 */
static const struct jscan_moment *
find_followed_up(const struct jscan_timeline *timeline,
		 const struct jscan_todo *todo, struct jscan_date opens)
{
	struct jscan_date from = opens;

	if (!todo->task->is_key ||
	    (!todo->task->is_bare_date && !todo->task->touch))
		return NULL;
	if (jscan_date_is_set(todo->facts->date))
		from = jscan_date_max(
			from, jscan_date_add_days(todo->facts->date, 1));
	for (size_t i = jscan_items_find_day(timeline, from);
	     i < timeline->count; i++) {
		const struct jscan_moment *moment = &timeline->moments[i];

		if (jscan_timeline_counts_as_move(timeline, moment))
			return moment;
		if (moment->kind == JSCAN_MOMENT_TOUCH &&
		    moment->touch != JSCAN_TOUCH_THANK_YOU &&
		    jscan_timeline_is_past(timeline, moment->date))
			return moment;
	}
	return NULL;
}

static void add_task(struct jscan_items *items,
		     const struct jscan_timeline *timeline,
		     const struct jscan_todo *todo)
{
	struct jscan_rule_numbers n =
		jscan_rule_get_numbers(items->config, JSCAN_RULE_TASK);
	struct jscan_item item = {.rule = JSCAN_RULE_TASK,
				  .timeline = timeline,
				  .facts = todo->facts,
				  .scope = todo->task->scope,
				  .line = todo->task->due_line,
				  .fact_date = todo->task->due,
				  .fact_words = todo->folded,
				  .task = todo->task};

	if (!jscan_date_is_set(todo->task->due))
		return;
	item.due = jscan_span_after(todo->task->due, n.due);
	item.opens = jscan_span_before(todo->task->due, n.opens);
	item.is_met = todo->is_done;
	if (n.lapses.count)
		item.lapses = jscan_span_after(item.due, n.lapses);
	for (; todo; todo = todo->also) {
		jscan_item_snooze(&item, todo->facts);
		if (!item.is_met && !item.met_by)
			item.met_by = find_followed_up(timeline, todo,
						       item.opens);
	}
	jscan_items_add(items, item);
}

static bool is_told_in(const struct jscan_moment *moment,
		       const struct jscan_facts *facts)
{
	for (; moment; moment = moment->also) {
		if (moment->facts == facts)
			return true;
	}
	return false;
}

/* Is the task, wherever it is told, ticked there to prepare? */
static bool is_preparation(const struct jscan_todo *todo,
			   const struct jscan_moment *interview)
{
	if (!todo->is_done || !todo->task->is_preparing)
		return false;
	for (; todo; todo = todo->also) {
		if (!compare(todo->there, interview->date) &&
		    is_told_in(interview, todo->facts))
			return true;
	}
	return false;
}

/* A ticked task of that interview's own that prepares. */
static bool is_prepared(const struct jscan_timeline *timeline,
			const struct jscan_moment *interview)
{
	for (size_t i = 0; i < timeline->todo_count; i++) {
		if (is_preparation(&timeline->todos[i], interview))
			return true;
	}
	return false;
}

static void add_prepare(struct jscan_items *items,
			const struct jscan_timeline *timeline,
			const struct jscan_moment *fact)
{
	struct jscan_rule_numbers n =
		jscan_rule_get_numbers(items->config, JSCAN_RULE_PREPARE);
	struct jscan_item item =
		start_item(JSCAN_RULE_PREPARE, timeline, fact);

	item.opens = jscan_span_before(fact->date, n.opens);
	item.due = jscan_span_before(fact->date, n.due);
	item.is_met = is_prepared(timeline, fact);
	jscan_items_add(items, item);
}

static void add_interview(struct jscan_items *items,
			  const struct jscan_timeline *timeline,
			  const struct jscan_moment *interview)
{
	add_thanks(items, JSCAN_RULE_THANK_YOU, timeline, interview);
	add_self_assessment(items, timeline, interview);
	add_reply(items, timeline, interview);
}

static bool has_interview_on(const struct jscan_timeline *timeline,
			     struct jscan_date date)
{
	for (size_t i = jscan_items_find_day(timeline, date);
	     i < timeline->count && !compare(timeline->moments[i].date, date);
	     i++) {
		if (timeline->moments[i].kind == JSCAN_MOMENT_INTERVIEW)
			return true;
	}
	return false;
}

static void add_past(struct jscan_items *items,
		     const struct jscan_timeline *timeline,
		     const struct jscan_moment *moment, bool is_asking)
{
	switch (moment->kind) {
	case JSCAN_MOMENT_APPLICATION:
		add_application(items, timeline, moment);
		break;
	case JSCAN_MOMENT_INTERVIEW:
		add_interview(items, timeline, moment);
		break;
	case JSCAN_MOMENT_MOCK:
		add_self_assessment(items, timeline, moment);
		break;
	case JSCAN_MOMENT_REJECTION:
		if (is_asking)
			add_ask_feedback(items, timeline, moment);
		break;
	case JSCAN_MOMENT_FEEDBACK:
		if (!has_interview_on(timeline, moment->date))
			add_thanks(items, JSCAN_RULE_THANK_FOR_FEEDBACK,
				   timeline, moment);
		break;
	default:
		break;
	}
}

void jscan_items_add_application(struct jscan_items *items,
				 const struct jscan_timeline *timeline)
{
	bool has_interview = false, is_closed = false;

	for (size_t i = 0; i < timeline->count; i++) {
		const struct jscan_moment *moment = &timeline->moments[i];

		if (moment->kind == JSCAN_MOMENT_INTERVIEW &&
		    jscan_timeline_is_past(timeline, moment->date))
			has_interview = true;
	}
	for (size_t i = 0; i < timeline->count; i++) {
		const struct jscan_moment *moment = &timeline->moments[i];

		/* One that ended in an offer accepted never closes. */
		if (jscan_timeline_is_past(timeline, moment->date))
			add_past(items, timeline, moment,
				 has_interview && !is_closed &&
					 timeline->state !=
						 JSCAN_OUTCOME_ACCEPTED);
		else if (moment->kind == JSCAN_MOMENT_INTERVIEW)
			add_prepare(items, timeline, moment);
		is_closed = is_closed_by(moment, is_closed);
	}
	for (size_t i = 0; i < timeline->todo_count; i++)
		add_task(items, timeline, &timeline->todos[i]);
}

void jscan_items_add_all(struct jscan_items *items,
			 const struct jscan_timeline *timelines, size_t count)
{
	size_t first = items->count;

	for (size_t i = 0; i < count; i++)
		jscan_items_add_application(items, &timelines[i]);
	jscan_items_add_company(items, timelines, count);
	for (size_t i = first; i < items->count; i++) {
		items->items[i].timelines = timelines;
		items->items[i].timeline_count = count;
	}
}
