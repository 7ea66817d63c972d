/*
 * The account of each rule's dates, in the order of the manual's table.  It
 * says what item.c and keep.c do; the tests check that each sum printed here
 * gives the date of the item.
 */
#include "plan/explain_rule.h"

#include <string.h>

#include "base/date.h"

struct account {
	struct jscan_steps *steps;
	const struct jscan_item *item;
	const struct jscan_config *config;
	struct jscan_rule_numbers numbers;
};

static const char *date(const struct account *account, struct jscan_date day)
{
	return jscan_steps_date(account->steps, day);
}

static void add_fact(const struct account *account, const char *text)
{
	jscan_steps_add_fact(account->steps, account->item->facts,
			     account->item->line, text);
}

static const char *own(bool is_own)
{
	return is_own ? " (by your configuration)" : "";
}

/* "opens: …", "due: …", "lapses after: …" */
static void add_sum(const struct account *account, const char *what,
		    struct jscan_date start, struct jscan_span span,
		    bool is_own)
{
	jscan_steps_add(account->steps, NULL, 0, "%s: %s%s", what,
			jscan_steps_sum(account->steps, start, span),
			own(is_own));
}

static void add_opens_and_due(const struct account *account,
			      struct jscan_date start)
{
	const struct jscan_rule_config *config =
		&account->config->rules[account->item->rule];

	add_sum(account, "opens", start, account->numbers.opens,
		config->has_opens);
	add_sum(account, "due", start, account->numbers.due, config->has_due);
}

static void add_lapse(const struct account *account, struct jscan_date start)
{
	if (account->numbers.lapses.count)
		add_sum(account, "lapses after", start, account->numbers.lapses,
			account->config->rules[account->item->rule].has_lapses);
	else
		jscan_steps_add(account->steps, NULL, 0, "it never lapses");
}

static void explain_application(const struct account *account)
{
	const struct jscan_item *item = account->item;
	struct jscan_date start = item->fact_date;

	add_fact(account,
		 jscan_arena_printf(account->steps->arena, "you applied on %s",
				    date(account, start)));
	for (size_t i = 0; i < 2 && item->restarts[i]; i++) {
		const struct jscan_moment *touch = item->restarts[i];

		start = touch->date;
		jscan_steps_add_fact(
			account->steps, touch->facts, touch->line,
			jscan_arena_printf(
				account->steps->arena,
				"%s: it starts again from there "
				"(%zu of 2)",
				jscan_moment_describe(account->steps, touch),
				i + 1));
	}
	add_opens_and_due(account, start);
	add_lapse(account, start);
}

static void explain_plain(const struct account *account, const char *fact)
{
	add_fact(account,
		 jscan_arena_printf(account->steps->arena, "%s %s", fact,
				    date(account, account->item->fact_date)));
	add_opens_and_due(account, account->item->fact_date);
	add_lapse(account, account->item->due);
}

static void explain_reply(const struct account *account)
{
	const struct jscan_item *item = account->item;
	const struct jscan_said_promise *promise =
		jscan_timeline_find_promise(item->timeline, item->fact_date);
	struct jscan_span day = {1, false};

	add_fact(account,
		 jscan_arena_printf(account->steps->arena, "interview on %s",
				    date(account, item->fact_date)));
	if (!promise) {
		jscan_steps_add(account->steps, NULL, 0,
				"they promised no day for an answer");
		add_opens_and_due(account, item->fact_date);
		add_lapse(account, item->fact_date);
		return;
	}
	jscan_steps_add(account->steps, promise->facts->path, promise->line,
			"they promised an answer by %s, said last on %s",
			date(account, promise->date),
			date(account, promise->said));
	jscan_steps_add(account->steps, NULL, 0, "opens: the promised day, %s",
			date(account, promise->date));
	add_sum(account, "due", promise->date, day, false);
	add_lapse(account, jscan_date_max(item->fact_date, promise->date));
}

/* It ended because nothing came, and nobody wrote that down. */
static void add_silence(const struct account *account)
{
	const struct jscan_timeline *timeline = account->item->timeline;
	const struct jscan_moment *last = timeline->closing;
	struct jscan_span days = {account->config->silence_interview_days,
				  false};

	if (last->kind == JSCAN_MOMENT_APPLICATION) {
		jscan_steps_add(account->steps, NULL, 0,
				"silence: more than %d days went by without a "
				"touch since the application, and no answer",
				account->config->silence_application_days);
		return;
	}
	if (jscan_date_compare(timeline->closed, last->date) > 0)
		jscan_steps_add(account->steps, NULL, 0,
				"they had promised an answer by %s",
				date(account, timeline->closed));
	jscan_steps_add(
		account->steps, NULL, 0,
		"silence: %s has passed without an answer",
		jscan_steps_sum(account->steps, timeline->closed, days));
}

static void add_closing(const struct account *account)
{
	const struct jscan_timeline *timeline = account->item->timeline;
	const char *role = timeline->group->role;
	const char *closed = date(account, timeline->closed);

	if (account->item->timeline_count > 1)
		jscan_steps_add(account->steps, NULL, 0,
				"all %zu applications there have ended; the "
				"last to end was %s",
				account->item->timeline_count,
				role ? role : "the one without a role");
	jscan_steps_add_fact(
		account->steps, timeline->closing->facts,
		timeline->closing->line,
		jscan_arena_printf(account->steps->arena,
				   "it ended on %s: %s (%s)", closed,
				   jscan_outcome_name(timeline->state),
				   jscan_moment_describe(account->steps,
							 timeline->closing)));
	if (timeline->state == JSCAN_OUTCOME_NO_ANSWER &&
	    timeline->closing->kind != JSCAN_MOMENT_OUTCOME)
		add_silence(account);
}

static struct jscan_date window_end(const struct jscan_window *window,
				    struct jscan_date base)
{
	return jscan_span_after(base, window->to);
}

/* At least one touch a quarter: the due date, and when that opens. */
static void add_quarter(const struct account *account,
			const struct jscan_window *window)
{
	const struct jscan_item *item = account->item;
	const struct jscan_moment *touch = item->last_touch;
	struct jscan_date last = item->fact_date, by_quarter;
	struct jscan_span quarter = {3, true}, before = {-14, false};

	if (touch && jscan_date_compare(touch->date, last) > 0) {
		last = touch->date;
		jscan_steps_add_fact(
			account->steps, touch->facts, touch->line,
			jscan_arena_printf(
				account->steps->arena,
				"the latest touch of any kind: %s",
				jscan_moment_describe(account->steps, touch)));
	}
	by_quarter = jscan_span_after(last, quarter);
	jscan_steps_add(account->steps, NULL, 0,
			"a touch each quarter: %s; due is the earlier: %s",
			jscan_steps_sum(account->steps, last, quarter),
			date(account, item->due));
	if (jscan_date_compare(by_quarter,
			       window_end(window, item->fact_date)) < 0 ||
	    jscan_date_compare(item->opens, jscan_span_after(item->fact_date,
							     window->from)) < 0)
		jscan_steps_add(
			account->steps, NULL, 0,
			"opens 14 days before at the latest: %s; the "
			"earlier: %s",
			jscan_steps_sum(account->steps, item->due, before),
			date(account, item->opens));
}

static void explain_keep_in_touch(const struct account *account)
{
	const struct jscan_item *item = account->item;
	const struct jscan_window *window =
		item->steps < 2 ? &account->config->window
				: &account->config->later_window;

	add_closing(account);
	if (item->steps)
		add_fact(account,
			 jscan_arena_printf(
				 account->steps->arena,
				 "days with a touch since, thank-yous and "
				 "requests for feedback aside: %zu; the last "
				 "was %s",
				 item->steps, date(account, item->fact_date)));
	else
		jscan_steps_add(account->steps, NULL, 0,
				"no touch since that counts as keeping in "
				"touch");
	jscan_steps_add(
		account->steps, NULL, 0, "the window opens: %s",
		jscan_steps_sum(account->steps, item->fact_date, window->from));
	jscan_steps_add(
		account->steps, NULL, 0, "the window ends: %s",
		jscan_steps_sum(account->steps, item->fact_date, window->to));
	if (account->config->is_quarterly)
		add_quarter(account, window);
	jscan_steps_add(account->steps, NULL, 0, "it never lapses");
}

static void explain_reopened(const struct account *account)
{
	const char *why = account->item->fact_words;

	explain_plain(account,
		      why ? jscan_arena_printf(account->steps->arena,
					       "open again (%s) on", why)
			  : "open again on");
}

/* Of rules that count back from their day. */
static void add_back(const struct account *account, struct jscan_date day)
{
	const struct jscan_rule_config *config =
		&account->config->rules[account->item->rule];
	struct jscan_span opens = account->numbers.opens;
	struct jscan_span due = account->numbers.due;

	opens.count = -opens.count;
	add_sum(account, "opens", day, opens, config->has_opens);
	if (account->item->rule == JSCAN_RULE_PREPARE)
		due.count = -due.count;
	add_sum(account, "due", day, due, config->has_due);
	if (account->numbers.lapses.count)
		add_lapse(account, account->item->due);
}

static void explain_task(const struct account *account)
{
	const struct jscan_item *item = account->item;
	const char *words =
		*item->task->words ? item->task->words : "a date to follow up";

	jscan_steps_add(account->steps, item->facts->path, item->line,
			"your task: %s, by %s", words,
			date(account, item->fact_date));
	add_back(account, item->fact_date);
	if (!account->numbers.lapses.count)
		jscan_steps_add(account->steps, NULL, 0, "it never lapses");
}

static void explain_prepare(const struct account *account)
{
	add_fact(account,
		 jscan_arena_printf(account->steps->arena,
				    "interview arranged for %s",
				    date(account, account->item->fact_date)));
	add_back(account, account->item->fact_date);
}

static bool is_mock(const struct jscan_item *item)
{
	return item->facts->scopes[item->scope].type == JSCAN_EVENT_MOCK;
}

void jscan_item_explain_dates(struct jscan_steps *steps,
			      const struct jscan_item *item,
			      const struct jscan_config *config)
{
	struct account account = {steps, item, config,
				  jscan_rule_get_numbers(config, item->rule)};

	switch (item->rule) {
	case JSCAN_RULE_APPLICATION:
		explain_application(&account);
		break;
	case JSCAN_RULE_THANK_YOU:
		explain_plain(&account, "interview on");
		break;
	case JSCAN_RULE_SELF_ASSESSMENT:
		explain_plain(&account, is_mock(item) ? "mock interview on"
						      : "interview on");
		break;
	case JSCAN_RULE_REPLY:
		explain_reply(&account);
		break;
	case JSCAN_RULE_ASK_FEEDBACK:
		explain_plain(&account, "turned down on");
		break;
	case JSCAN_RULE_THANK_FOR_FEEDBACK:
		explain_plain(&account, "feedback on");
		break;
	case JSCAN_RULE_KEEP_IN_TOUCH:
		explain_keep_in_touch(&account);
		break;
	case JSCAN_RULE_REOPENED:
		explain_reopened(&account);
		break;
	case JSCAN_RULE_TASK:
		explain_task(&account);
		break;
	case JSCAN_RULE_PREPARE:
		explain_prepare(&account);
		break;
	}
}

const char *jscan_item_say_met(struct jscan_steps *steps,
			       const struct jscan_item *item)
{
	switch (item->rule) {
	case JSCAN_RULE_SELF_ASSESSMENT:
		return "your own assessment in the note";
	case JSCAN_RULE_PREPARE:
		return "a ticked task there that prepares for it";
	default:
		break;
	}
	if (item->task && jscan_date_is_set(item->task->done_date))
		return jscan_arena_printf(
			steps->arena, "it is marked as done on %s",
			jscan_steps_date(steps, item->task->done_date));
	return "it is marked as done";
}

const char *jscan_item_say_wanted(struct jscan_steps *steps,
				  const struct jscan_item *item)
{
	const char *day = jscan_steps_date(steps, item->fact_date);
	const char *before = "", *after = "";

	switch (item->rule) {
	case JSCAN_RULE_APPLICATION:
		return "another move or feedback, or touches on three days in "
		       "all";
	case JSCAN_RULE_THANK_YOU:
	case JSCAN_RULE_THANK_FOR_FEEDBACK:
		before = "a thank-you from ";
		after = " on, or any other touch after that day";
		break;
	case JSCAN_RULE_SELF_ASSESSMENT:
		return "your own assessment in that note or under that "
		       "heading";
	case JSCAN_RULE_REPLY:
		return jscan_arena_printf(
			steps->arena,
			"an outcome, a later move or feedback; or a touch but "
			"a thank-you from %s on",
			jscan_steps_date(steps, item->opens));
	case JSCAN_RULE_ASK_FEEDBACK:
		before = "feedback, or asking for it, from ";
		after = " on";
		break;
	case JSCAN_RULE_KEEP_IN_TOUCH:
		before = "any touch but a thank-you or a request for feedback "
			 "after ";
		after = ", which starts the next one";
		break;
	case JSCAN_RULE_REOPENED:
		before = "a touch to the company from ";
		after = " on, or a later move there";
		break;
	case JSCAN_RULE_TASK:
		return item->task->is_key
			       ? "marking it as done, or what it was about"
			       : "ticking it";
	case JSCAN_RULE_PREPARE:
		return "a ticked task there that says prepare, practise, "
		       "rehearse or research";
	}
	return jscan_arena_printf(steps->arena, "%s%s%s", before, day, after);
}
