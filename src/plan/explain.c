/*
 * The steps that every item has: the fact, the dates with their arithmetic,
 * what met it or would have, snooze, status, doubles, person and source.  What
 * differs from rule to rule is in explain_rule.c.
 *
 * The numbers are taken from the rules once more and the sums are printed as
 * they were made, so that a reader can check them.
 */
#include "plan/explain.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "plan/explain_rule.h"
#include "plan/say.h"

static void add_step(struct jscan_steps *steps, const char *path, unsigned line,
		     const char *text)
{
	struct jscan_step step = {text, path, path ? line : 0, NULL};

	steps->items = jscan_arena_grow(steps->arena, steps->items,
					steps->count, sizeof(step));
	steps->items[steps->count++] = step;
}

void jscan_steps_add(struct jscan_steps *steps, const char *path, unsigned line,
		     const char *format, ...)
{
	va_list args;
	char *text;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	text = jscan_arena_alloc(steps->arena, (size_t)(len < 0 ? 0 : len) + 1);
	va_start(args, format);
	if (len > 0)
		vsnprintf(text, (size_t)len + 1, format, args);
	va_end(args);
	add_step(steps, path, line, text);
}

/*
 * A date of a file's name is said to stand in line 1, where front matter only
 * has its fence: the place is then the file.
 */
void jscan_steps_add_fact(struct jscan_steps *steps,
			  const struct jscan_facts *facts, unsigned line,
			  const char *text)
{
	if (line > 1)
		add_step(steps, facts->path, line, text);
	else
		jscan_steps_add(steps, facts->path, 0,
				"%s, by the name of the file", text);
}

const char *jscan_steps_date(struct jscan_steps *steps, struct jscan_date date)
{
	char text[11];

	jscan_date_format(text, date);
	return jscan_arena_strdup(steps->arena, text);
}

const char *jscan_steps_sum(struct jscan_steps *steps, struct jscan_date start,
			    struct jscan_span span)
{
	bool is_before = span.count < 0;
	int count = is_before ? -span.count : span.count;
	struct jscan_date end = jscan_span_after(start, span);
	bool is_clamped = span.is_months && end.day != start.day;

	if (!count)
		return jscan_arena_printf(steps->arena, "the same day, %s",
					  jscan_steps_date(steps, start));
	return jscan_arena_printf(
		steps->arena, "%s %c %d %s%s = %s%s",
		jscan_steps_date(steps, start), is_before ? '-' : '+', count,
		span.is_months ? "month" : "day", count == 1 ? "" : "s",
		jscan_steps_date(steps, end),
		is_clamped ? ", the end of the month" : "");
}

const char *jscan_moment_describe(struct jscan_steps *steps,
				  const struct jscan_moment *moment)
{
	static const char *const names[] = {
		[JSCAN_MOMENT_APPLICATION] = "application",
		[JSCAN_MOMENT_INTERVIEW] = "interview",
		[JSCAN_MOMENT_REJECTION] = "rejection",
		[JSCAN_MOMENT_OFFER] = "offer",
		[JSCAN_MOMENT_OUTCOME] = "outcome",
		[JSCAN_MOMENT_REOPENED] = "reopened",
		[JSCAN_MOMENT_MOCK] = "mock interview",
		[JSCAN_MOMENT_FEEDBACK] = "feedback",
		[JSCAN_MOMENT_TOUCH] = "touch",
		[JSCAN_MOMENT_NOTE] = "note",
	};
	const char *date = jscan_steps_date(steps, moment->date);
	const char *what = names[moment->kind];

	if (moment->kind == JSCAN_MOMENT_TOUCH)
		what = jscan_arena_printf(steps->arena, "touch (%s)",
					  jscan_touch_kind_name(moment->touch));
	if (moment->kind == JSCAN_MOMENT_OUTCOME)
		what = jscan_outcome_name(moment->outcome);
	return jscan_arena_printf(steps->arena, "%s on %s", what, date);
}

static void add_met(struct jscan_steps *steps, const struct jscan_item *item)
{
	const char *lapses = jscan_steps_date(steps, item->lapses);

	if (item->met_by)
		jscan_steps_add_fact(
			steps, item->met_by->facts, item->met_by->line,
			jscan_arena_printf(
				steps->arena, "met by: %s",
				jscan_moment_describe(steps, item->met_by)));
	else if (item->is_met)
		jscan_steps_add(steps, NULL, 0, "met by: %s",
				jscan_item_say_met(steps, item));
	else
		jscan_steps_add(steps, NULL, 0,
				"nothing met it; what would: %s%s%s",
				jscan_item_say_wanted(steps, item),
				*lapses ? ", no later than " : "", lapses);
}

static void add_snooze(struct jscan_steps *steps, const struct jscan_item *item)
{
	const struct jscan_facts *facts = item->facts;
	const char *until = jscan_steps_date(steps, item->rests_until);

	if (!*until)
		return;
	for (size_t i = 0; i < facts->snooze_count; i++) {
		const struct jscan_snooze *snooze = &facts->snoozes[i];

		if ((snooze->is_all || snooze->rule == item->rule) &&
		    !jscan_date_compare(snooze->until, item->rests_until)) {
			jscan_steps_add(steps, facts->path, snooze->line,
					"it rests until %s (snooze)", until);
			return;
		}
	}
	jscan_steps_add(steps, NULL, 0,
			"it rests until %s (snooze in another note that says "
			"the same)",
			until);
}

static void add_status(struct jscan_steps *steps, const struct jscan_item *item,
		       struct jscan_date as_of)
{
	const char *day = jscan_steps_date(steps, as_of);
	long late;

	switch (item->status) {
	case JSCAN_STATUS_DONE:
		jscan_steps_add(steps, NULL, 0, "as of %s: done", day);
		break;
	case JSCAN_STATUS_LAPSED:
		jscan_steps_add(steps, NULL, 0,
				"as of %s: after %s, so it has lapsed", day,
				jscan_steps_date(steps, item->lapses));
		break;
	case JSCAN_STATUS_UPCOMING:
		jscan_steps_add(
			steps, NULL, 0,
			"as of %s: before %s, so it is "
			"still to come",
			day,
			jscan_steps_date(steps,
					 jscan_date_max(item->opens,
							item->rests_until)));
		break;
	case JSCAN_STATUS_DUE:
		jscan_steps_add(steps, NULL, 0,
				"as of %s: from %s to %s, so it is due", day,
				jscan_steps_date(steps, item->opens),
				jscan_steps_date(steps, item->due));
		break;
	case JSCAN_STATUS_OVERDUE:
		late = jscan_date_days_between(item->due, as_of);
		jscan_steps_add(steps, NULL, 0,
				"as of %s: after %s, so it is overdue by %ld "
				"day%s",
				day, jscan_steps_date(steps, item->due), late,
				late == 1 ? "" : "s");
		break;
	}
}

/* The open items that a task stands in for, or the task that does. */
static void add_doubles(struct jscan_steps *steps,
			const struct jscan_item *item,
			const struct jscan_config *config,
			struct jscan_date as_of)
{
	struct jscan_items all = {.arena = steps->arena,
				  .config = config,
				  .as_of = as_of};
	const struct jscan_item *task;

	jscan_items_add_all(&all, item->timelines, item->timeline_count);
	task = jscan_items_find_double(&all, item);
	if (task)
		jscan_steps_add(
			steps, task->facts->path, task->line,
			"left out of the list: the open task \"%s\", due %s, "
			"says the same",
			task->task->words,
			jscan_steps_date(steps, task->task->due));
	for (size_t i = 0; item->task && i < all.count; i++) {
		const struct jscan_item *other = &all.items[i];

		task = jscan_items_find_double(&all, other);
		if (task && task->task == item->task)
			jscan_steps_add_fact(
				steps, other->facts, other->line,
				jscan_arena_printf(
					steps->arena,
					"it stands in for %s, due %s, which is "
					"left out of the list",
					jscan_rule_name(other->rule),
					jscan_steps_date(steps, other->due)));
	}
}

void jscan_item_explain(struct jscan_steps *out, const struct jscan_item *item,
			const struct jscan_config *config,
			struct jscan_date as_of, const char *contact)
{
	jscan_item_explain_dates(out, item, config);
	add_met(out, item);
	add_snooze(out, item);
	add_status(out, item, as_of);
	add_doubles(out, item, config, as_of);
	if (contact)
		jscan_steps_add(out, NULL, 0, "whom: %s", contact);
	if (item->rule != JSCAN_RULE_TASK)
		jscan_steps_add(out, NULL, 0, "why: %s (%s)",
				jscan_rule_reason(item->rule),
				jscan_rule_source(item->rule));
}
