/*
 * Calendar: one to-do (VTODO, RFC 5545) an item, and on request an all-day
 * event and a reminder.  The tests have libical and others read it.
 *
 * It is written here and not by libical, which ends the program when there is
 * no memory, or leaves out what it had none for, and cannot be told otherwise.
 *
 * UIDs stay the same from run to run: that of an item is its id, that of
 * keep-in-touch is the company's, so that one to-do moves on with each touch.
 * DTSTAMP is the day of the report, for the same bytes on the same day.
 */
#include "base/arena.h"
#include "base/date.h"
#include "model/company.h"
#include "output/content.h"
#include "output/escape.h"
#include "output/report.h"

static void add_stamp(struct jscan_buf *out, struct jscan_date date)
{
	jscan_buf_addf(out, "DTSTAMP:%04d%02d%02dT000000Z\r\n", date.year,
		       date.month, date.day);
}

static void add_day(struct jscan_buf *out, const char *name,
		    struct jscan_date date)
{
	jscan_buf_addf(out, "%s;VALUE=DATE:%04d%02d%02d\r\n", name, date.year,
		       date.month, date.day);
}

/* `ending` tells the event of an item from its to-do. */
static void add_uid(struct jscan_buf *out, const struct jscan_followup *item,
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
	jscan_content_add_text(out, "UID", uid.data);
	jscan_buf_release(&uid);
}

/* "Send a thank-you note: Dana Ruiz (Acme)" */
static void add_summary(struct jscan_buf *out,
			const struct jscan_followup *item)
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
	jscan_content_add_text(out, "SUMMARY", summary.data);
	jscan_buf_release(&summary);
}

static void add_description(struct jscan_buf *out,
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
	jscan_content_add_text(out, "DESCRIPTION", text.data);
	jscan_buf_release(&text);
}

static void add_status(struct jscan_buf *out, enum jscan_status status)
{
	static const struct {
		const char *name;
		int priority; /* 1 is the highest, 9 the lowest */
	} states[] = {
		[JSCAN_STATUS_UPCOMING] = {"NEEDS-ACTION", 9},
		[JSCAN_STATUS_DUE] = {"NEEDS-ACTION", 5},
		[JSCAN_STATUS_OVERDUE] = {"NEEDS-ACTION", 1},
		[JSCAN_STATUS_DONE] = {"COMPLETED", 9},
		[JSCAN_STATUS_LAPSED] = {"CANCELLED", 9},
	};

	jscan_buf_addf(out, "STATUS:%s\r\nPRIORITY:%d\r\n", states[status].name,
		       states[status].priority);
	if (status == JSCAN_STATUS_DONE)
		jscan_buf_adds(out, "PERCENT-COMPLETE:100\r\n");
}

/* At nine in the morning of the day it is due, by the clock on the wall. */
static void add_alarm(struct jscan_buf *out, const struct jscan_followup *item,
		      bool is_todo)
{
	jscan_buf_adds(out, "BEGIN:VALARM\r\n");
	/* A to-do has a start too: what counts is when it is due. */
	jscan_buf_adds(out, is_todo ? "TRIGGER;RELATED=END:PT9H\r\n"
				    : "TRIGGER:PT9H\r\n");
	jscan_buf_adds(out, "ACTION:DISPLAY\r\n");
	jscan_content_add_text(out, "DESCRIPTION", jscan_followup_phrase(item));
	jscan_buf_adds(out, "END:VALARM\r\n");
}

static void add_common(struct jscan_buf *out, const struct jscan_followup *item,
		       struct jscan_date as_of)
{
	add_stamp(out, as_of);
	add_summary(out, item);
	add_description(out, item);
	jscan_content_add_text(out, "CATEGORIES", jscan_rule_name(item->rule));
}

static void add_todo(struct jscan_buf *out, const struct jscan_followup *item,
		     struct jscan_date as_of, bool has_alarm)
{
	jscan_buf_adds(out, "BEGIN:VTODO\r\n");
	add_uid(out, item, "");
	add_common(out, item, as_of);
	/* A start has to be before the end (RFC 5545, 3.8.2.3). */
	if (jscan_date_compare(item->opens, item->due) < 0)
		add_day(out, "DTSTART", item->opens);
	add_day(out, "DUE", item->due);
	add_status(out, item->status);
	if (has_alarm && jscan_followup_is_open(item))
		add_alarm(out, item, true);
	jscan_buf_adds(out, "END:VTODO\r\n");
}

static void add_event(struct jscan_buf *out, const struct jscan_followup *item,
		      struct jscan_date as_of, bool has_alarm)
{
	jscan_buf_adds(out, "BEGIN:VEVENT\r\n");
	add_uid(out, item, "-day");
	add_common(out, item, as_of);
	/* Without an end it lasts that one day (RFC 5545, 3.6.1). */
	add_day(out, "DTSTART", item->due);
	jscan_buf_adds(out, "TRANSP:TRANSPARENT\r\n");
	if (has_alarm)
		add_alarm(out, item, false);
	jscan_buf_adds(out, "END:VEVENT\r\n");
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
