/*
 * Calendar: one to-do (VTODO, RFC 5545) an item, and on request an all-day
 * event and a reminder.  libical escapes and folds;
 * the texts are made clean before.  The only file that knows libical.
 *
 * UIDs stay the same from run to run: that of an item is its id, that of
 * keep-in-touch is the company's, so that one to-do moves on with each touch.
 * DTSTAMP is the day of the report, for the same bytes on the same day.
 */
#include <stdlib.h>
#include <string.h>

#include "calls_ical.h"

#include "base/arena.h"
#include "base/date.h"
#include "model/company.h"
#include "output/escape.h"
#include "output/report.h"

/* More than libical takes for one component; texts come on top. */
#define COMPONENT_BYTES ((size_t)64 * 1024)

/* More than its list of all time zones takes, which it makes once. */
#define ZONES_BYTES ((size_t)1024 * 1024)

static icaltimetype make_day(struct jscan_date date)
{
	icaltimetype time = icaltime_null_time();

	time.year = date.year;
	time.month = date.month;
	time.day = date.day;
	time.is_date = 1;
	return time;
}

static icaltimetype make_stamp(struct jscan_date date)
{
	icaltimetype time = make_day(date);

	time.is_date = 0;
	time.zone = icaltimezone_get_utc_timezone();
	return time;
}

/*
 * Without memory libical leaves out a value, or crashes.  So as much as it may
 * ask for is asked for first, and given back for it to take.
 */
static void reserve(const struct jscan_followup *item)
{
	size_t bytes = COMPONENT_BYTES;

	if (item->why)
		bytes += 8 * strlen(item->why);
	for (size_t i = 0; i < item->talking_points.count; i++)
		bytes += 8 * strlen(item->talking_points.items[i]);
	free(jscan_realloc(NULL, bytes));
}

/* libical gives NULL when memory is gone, and only then. */
static void add(icalcomponent *component, icalproperty *property)
{
	if (property == NULL)
		jscan_out_of_memory();
	icalcomponent_add_property(component, property);
}

/* `ending` tells the event of an item from its to-do. */
static void add_uid(icalcomponent *todo, const struct jscan_followup *item,
		    const char *ending)
{
	struct jscan_buf uid;

	jscan_buf_init(&uid);
	if (item->rule == JSCAN_RULE_KEEP_IN_TOUCH && item->company &&
	    jscan_followup_is_open(item)) {
		struct jscan_arena arena;

		jscan_arena_init(&arena);
		jscan_buf_addf(
			&uid, "keep-in-touch-%016llx%s@journalscan",
			(unsigned long long)jscan_output_hash(
				jscan_company_fold(&arena, item->company)),
			ending);
		jscan_arena_release(&arena);
	} else {
		jscan_buf_addf(&uid, "%s%s@journalscan", item->id, ending);
	}
	add(todo, icalproperty_new_uid(uid.data));
	jscan_buf_release(&uid);
}

/* "Send a thank-you note: Dana Ruiz (Acme)" */
static void add_summary(icalcomponent *todo, const struct jscan_followup *item)
{
	struct jscan_buf summary;

	jscan_buf_init(&summary);
	jscan_escape_clean(&summary, jscan_followup_phrase(item));
	if (item->contact) {
		jscan_buf_adds(&summary, ": ");
		jscan_escape_clean(&summary, item->contact);
	}
	if (item->company) {
		jscan_buf_adds(&summary, " (");
		jscan_escape_clean(&summary, item->company);
		jscan_buf_addc(&summary, ')');
	}
	add(todo, icalproperty_new_summary(summary.data));
	jscan_buf_release(&summary);
}

static void add_description(icalcomponent *todo,
			    const struct jscan_followup *item)
{
	struct jscan_buf text;

	jscan_buf_init(&text);
	if (item->role && *item->role) {
		jscan_escape_clean(&text, item->role);
		jscan_buf_addc(&text, '\n');
	}
	if (item->why) {
		jscan_escape_clean(&text, item->why);
		jscan_buf_addc(&text, '\n');
	}
	for (size_t i = 0; i < item->talking_points.count; i++) {
		jscan_buf_adds(&text, "- ");
		jscan_escape_clean(&text, item->talking_points.items[i]);
		jscan_buf_addc(&text, '\n');
	}
	jscan_escape_clean(&text, item->path);
	jscan_buf_addf(&text, ":%u", item->line);
	add(todo, icalproperty_new_description(text.data));
	jscan_buf_release(&text);
}

static void add_status(icalcomponent *todo, enum jscan_status status)
{
	static const struct {
		icalproperty_status status;
		int priority; /* 1 is the highest, 9 the lowest */
	} states[] = {
		[JSCAN_STATUS_UPCOMING] = {ICAL_STATUS_NEEDSACTION, 9},
		[JSCAN_STATUS_DUE] = {ICAL_STATUS_NEEDSACTION, 5},
		[JSCAN_STATUS_OVERDUE] = {ICAL_STATUS_NEEDSACTION, 1},
		[JSCAN_STATUS_DONE] = {ICAL_STATUS_COMPLETED, 9},
		[JSCAN_STATUS_LAPSED] = {ICAL_STATUS_CANCELLED, 9},
	};

	add(todo, icalproperty_new_status(states[status].status));
	add(todo, icalproperty_new_priority(states[status].priority));
	if (status == JSCAN_STATUS_DONE)
		add(todo, icalproperty_new_percentcomplete(100));
}

/* At nine in the morning of the day it is due, by the clock on the wall. */
static void add_alarm(icalcomponent *component,
		      const struct jscan_followup *item)
{
	icalcomponent *alarm = icalcomponent_new_valarm();
	struct icaltriggertype trigger = {0};
	icalproperty *property;
	bool is_todo = icalcomponent_isa(component) == ICAL_VTODO_COMPONENT;

	if (alarm == NULL)
		jscan_out_of_memory();
	trigger.time = icaltime_null_time();
	trigger.duration = icaldurationtype_from_int(9 * 60 * 60);
	property = icalproperty_new_trigger(trigger);
	if (property == NULL)
		jscan_out_of_memory();
	/* A to-do has a start too: what counts is when it is due. */
	if (is_todo)
		icalproperty_add_parameter(
			property, icalparameter_new_related(ICAL_RELATED_END));
	icalcomponent_add_property(alarm, property);
	add(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
	add(alarm, icalproperty_new_description(jscan_followup_phrase(item)));
	icalcomponent_add_component(component, alarm);
}

/* Takes the component. */
static void write_component(struct jscan_buf *out, icalcomponent *component)
{
	char *text = icalcomponent_as_ical_string_r(component);

	if (text == NULL)
		jscan_out_of_memory();
	jscan_buf_adds(out, text);
	icalmemory_free_buffer(text);
	icalcomponent_free(component);
}

static void add_common(icalcomponent *component,
		       const struct jscan_followup *item,
		       struct jscan_date as_of)
{
	add(component, icalproperty_new_dtstamp(make_stamp(as_of)));
	add_summary(component, item);
	add_description(component, item);
	add(component,
	    icalproperty_new_categories(jscan_rule_name(item->rule)));
}

static void add_todo(struct jscan_buf *out, const struct jscan_followup *item,
		     struct jscan_date as_of, bool has_alarm)
{
	icalcomponent *todo;

	reserve(item);
	todo = icalcomponent_new_vtodo();
	if (todo == NULL)
		jscan_out_of_memory();
	add_uid(todo, item, "");
	add_common(todo, item, as_of);
	/* A start has to be before the end (RFC 5545, 3.8.2.3). */
	if (jscan_date_compare(item->opens, item->due) < 0)
		add(todo, icalproperty_new_dtstart(make_day(item->opens)));
	add(todo, icalproperty_new_due(make_day(item->due)));
	add_status(todo, item->status);
	if (has_alarm && jscan_followup_is_open(item))
		add_alarm(todo, item);
	write_component(out, todo);
}

static void add_event(struct jscan_buf *out, const struct jscan_followup *item,
		      struct jscan_date as_of, bool has_alarm)
{
	icalcomponent *event;

	reserve(item);
	event = icalcomponent_new_vevent();
	if (event == NULL)
		jscan_out_of_memory();
	add_uid(event, item, "-day");
	add_common(event, item, as_of);
	/* Without an end it lasts that one day (RFC 5545, 3.6.1). */
	add(event, icalproperty_new_dtstart(make_day(item->due)));
	add(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
	if (has_alarm)
		add_alarm(event, item);
	write_component(out, event);
}

int jscan_prepare_ics(struct jscan_error *err)
{
	if (jscan_lazy_load(&jscan_lazy_ical, err) < 0)
		return -1;
	free(jscan_realloc(NULL, ZONES_BYTES));
	(void)icaltimezone_get_utc_timezone();
	return 0;
}

void jscan_write_ics(struct jscan_buf *out, const struct jscan_report *report,
		     const struct jscan_format_options *options)
{
	bool has_all = options->has_all || options->view == JSCAN_VIEW_REPORT;

	jscan_buf_adds(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
			    "PRODID:-//journalscan//" JSCAN_VERSION "//EN\r\n");
	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];
		bool is_open = jscan_followup_is_open(item);

		if (has_all || is_open)
			add_todo(out, item, report->as_of, options->has_alarms);
		if (options->has_events && is_open)
			add_event(out, item, report->as_of,
				  options->has_alarms);
	}
	jscan_buf_adds(out, "END:VCALENDAR\r\n");
}
