/*
 * No doubles: an open item is left out where an open task says the same.  What
 * matters of a task is the sort of thing it says and when it is due, so the
 * latest due date of each sort is all that has to be kept.
 */
#include "plan/item.h"

#include <string.h>

#include "base/date.h"

enum sort {
	SORT_THANKS,
	SORT_FEEDBACK_REQUEST,
	SORT_PREPARING,
	SORT_OTHER_TOUCH, /* or only a date */
	SORT_COUNT
};

struct open_tasks { /* the latest due date of each sort */
	struct jscan_date due[SORT_COUNT];
};

static void note_due(struct open_tasks *tasks, enum sort sort,
		     struct jscan_date due)
{
	tasks->due[sort] = jscan_date_max(tasks->due[sort], due);
}

static void note_task(struct open_tasks *tasks, const struct jscan_task *task)
{
	if (task->is_preparing)
		note_due(tasks, SORT_PREPARING, task->due);
	if (task->touch == JSCAN_TOUCH_THANK_YOU)
		note_due(tasks, SORT_THANKS, task->due);
	else if (task->touch == JSCAN_TOUCH_FEEDBACK_REQUEST)
		note_due(tasks, SORT_FEEDBACK_REQUEST, task->due);
	else if (task->touch || task->is_bare_date)
		note_due(tasks, SORT_OTHER_TOUCH, task->due);
}

static enum sort sort_of_rule(enum jscan_rule rule)
{
	switch (rule) {
	case JSCAN_RULE_THANK_YOU:
	case JSCAN_RULE_THANK_FOR_FEEDBACK:
		return SORT_THANKS;
	case JSCAN_RULE_ASK_FEEDBACK:
		return SORT_FEEDBACK_REQUEST;
	case JSCAN_RULE_PREPARE:
		return SORT_PREPARING;
	case JSCAN_RULE_APPLICATION:
	case JSCAN_RULE_REPLY:
	case JSCAN_RULE_KEEP_IN_TOUCH:
	case JSCAN_RULE_REOPENED:
		return SORT_OTHER_TOUCH;
	default:
		return SORT_COUNT;
	}
}

static bool has_sort(const struct jscan_task *task, enum sort sort)
{
	struct open_tasks tasks = {0};

	note_task(&tasks, task);
	return jscan_date_is_set(tasks.due[sort]);
}

static bool is_open(const struct jscan_item *item)
{
	return item->status != JSCAN_STATUS_DONE &&
	       item->status != JSCAN_STATUS_LAPSED;
}

static bool is_of_company(enum jscan_rule rule)
{
	return rule == JSCAN_RULE_KEEP_IN_TOUCH || rule == JSCAN_RULE_REOPENED;
}

static bool is_double(const struct jscan_item *item,
		      const struct open_tasks *own,
		      const struct open_tasks *company)
{
	enum sort sort = sort_of_rule(item->rule);
	const struct open_tasks *tasks =
		is_of_company(item->rule) ? company : own;

	if (!is_open(item) || sort == SORT_COUNT)
		return false;
	return jscan_date_compare(tasks->due[sort], item->opens) >= 0;
}

const struct jscan_item *jscan_items_find_double(const struct jscan_items *items,
						 const struct jscan_item *item)
{
	enum sort sort = sort_of_rule(item->rule);
	const struct jscan_item *latest = NULL;

	if (!is_open(item) || sort == SORT_COUNT)
		return NULL;
	for (size_t i = 0; i < items->count; i++) {
		const struct jscan_item *task = &items->items[i];

		if (!task->task || !is_open(task) ||
		    !has_sort(task->task, sort) ||
		    jscan_date_compare(task->task->due, item->opens) < 0 ||
		    (!is_of_company(item->rule) &&
		     task->timeline != item->timeline))
			continue;
		if (!latest ||
		    jscan_date_compare(task->task->due, latest->task->due) > 0)
			latest = task;
	}
	return latest;
}

void jscan_items_drop_doubles(struct jscan_items *items, size_t first,
			      const struct jscan_timeline *timelines,
			      size_t count)
{
	struct open_tasks company = {0};
	struct open_tasks *own = jscan_arena_array(items->arena, count,
						   sizeof(*own));
	size_t kept = first;

	for (size_t i = first; i < items->count; i++) {
		const struct jscan_item *item = &items->items[i];

		if (!item->task || !is_open(item))
			continue;
		note_task(&company, item->task);
		note_task(&own[item->timeline - timelines], item->task);
	}
	for (size_t i = first; i < items->count; i++) {
		const struct jscan_item *item = &items->items[i];

		if (!is_double(item, &own[item->timeline - timelines],
			       &company))
			items->items[kept++] = *item;
	}
	items->count = kept;
}
