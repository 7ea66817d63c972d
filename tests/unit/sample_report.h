/* A small report made by hand, some of it hostile, for the writers' tests. */
#ifndef TESTS_UNIT_SAMPLE_REPORT_H
#define TESTS_UNIT_SAMPLE_REPORT_H

#include <string.h>

#include "base/buf.h"
#include "journalscan.h"
#include "unit/check.h"

/* Markup, a formula, escape sequences, a change of direction, line breaks. */
#define HOSTILE \
	"=1+1|<script>alert(1)</script> \033[31m`x` [a](javascript:b)" \
	" \xe2\x80\xae\xc2\x9b\r\nEND:VCARD\n# h;,\\\""

static const char *const sample_tags[] = {"interview", HOSTILE};
static const char *const sample_emails[] = {"dana@acme.example",
					    "druiz@home.example"};
static const char *const sample_office[] = {"jobs@acme.example"};
static const char *const sample_phones[] = {"+49 30 555-0114"};
static const char *const sample_urls[] = {"https://dana.example/"};
static const char *const sample_script[] = {"javascript:alert(1)"};
static const char *const sample_companies[] = {"Acme"};
static const char *const sample_points[] = {"you are still looking"};
static const char *const sample_hostile[] = {HOSTILE};

#define LIST(items) \
	{ \
		items, COUNT_OF(items) \
	}

static const struct jscan_event sample_events[] = {
	{4, {2026, 11, 9}, JSCAN_EVENT_INTERVIEW, "on-site"},
	{1, {0, 0, 0}, JSCAN_EVENT_NOTE, NULL}};

static const struct jscan_place sample_places[] = {
	{"notes/2026-10-01 acme.md", 7, "Rambled again."},
	{"notes/2026-11-09 acme.md", 12, HOSTILE}};

static const size_t sample_sat[] = {0, 2};

static const struct jscan_date sample_touches[] = {{2026, 9, 1}, {2026, 10, 9}};

static inline struct jscan_report sample_report(void)
{
	static const struct jscan_sitting sittings[] = {
		{{2026, 10, 1}, "Acme", "Engineer", "screen", false,
		 "notes/2026-10-01 acme.md", 4},
		{{2026, 10, 20}, NULL, NULL, NULL, true, "practice.md", 1},
		{{2026, 11, 9}, HOSTILE, HOSTILE, HOSTILE, false,
		 "notes/2026-11-09 acme.md", 4}};
	static const struct jscan_entry entries[] = {
		{"notes/2026-11-09 acme.md",
		 {2026, 11, 9},
		 "Acme",
		 "Engineer",
		 JSCAN_EVENT_INTERVIEW,
		 "on-site",
		 JSCAN_OUTCOME_PENDING,
		 LIST(sample_tags),
		 sample_events,
		 2},
		{"practice.md",
		 {0, 0, 0},
		 NULL,
		 NULL,
		 JSCAN_EVENT_MOCK,
		 NULL,
		 JSCAN_OUTCOME_NONE,
		 {NULL, 0},
		 NULL,
		 0}};
	static const struct jscan_application applications[] = {
		{"Acme",
		 "Engineer",
		 JSCAN_OUTCOME_PENDING,
		 {2026, 10, 1},
		 {2026, 11, 9},
		 {0, 0, 0},
		 2,
		 false},
		{HOSTILE,
		 NULL,
		 JSCAN_OUTCOME_REJECTED,
		 {2026, 1, 1},
		 {2026, 2, 1},
		 {2026, 2, 1},
		 1,
		 true}};
	static const struct jscan_contact contacts[] = {
		{"Dana Ruiz",
		 "CTO",
		 "hiring manager",
		 LIST(sample_emails),
		 LIST(sample_phones),
		 LIST(sample_urls),
		 LIST(sample_companies),
		 {2026, 10, 1},
		 {2026, 11, 9},
		 {sample_places, 2}},
		{HOSTILE,
		 HOSTILE,
		 NULL,
		 {NULL, 0},
		 LIST(sample_hostile),
		 LIST(sample_script),
		 LIST(sample_hostile),
		 {0, 0, 0},
		 {0, 0, 0},
		 {sample_places + 1, 1}},
		{NULL,
		 NULL,
		 "recruiter",
		 LIST(sample_office),
		 {NULL, 0},
		 {NULL, 0},
		 {NULL, 0},
		 {2026, 10, 1},
		 {2026, 10, 1},
		 {sample_places, 1}}};
	static const struct jscan_said_date dates[] = {
		{"notes/2026-11-09 acme.md",
		 12,
		 8,
		 "by Friday",
		 {2026, 11, 13},
		 {2026, 11, 13}}};
	static const struct jscan_assessment assessments[] = {
		{"notes/2026-11-09 acme.md",
		 12,
		 "talking-too-much",
		 JSCAN_WEAKNESS,
		 JSCAN_FROM_SELF,
		 HOSTILE,
		 {2026, 11, 9},
		 "Acme"},
		{"practice.md",
		 3,
		 "nerves",
		 JSCAN_STRENGTH,
		 JSCAN_FROM_TAG,
		 "strength/nerves",
		 {0, 0, 0},
		 NULL}};
	static const struct jscan_weakness weaknesses[] = {
		{"talking-too-much",
		 "Talking too much",
		 "ten-reasons 7",
		 2,
		 3,
		 true,
		 {2026, 10, 1},
		 {2026, 11, 9},
		 JSCAN_TREND_WORSE,
		 {sample_places, 2},
		 "Who talked more?",
		 "Answer in ninety seconds.",
		 sample_sat},
		{"own",
		 HOSTILE,
		 "your own",
		 1,
		 3,
		 false,
		 {2026, 11, 9},
		 {2026, 11, 9},
		 JSCAN_TREND_NEW,
		 {sample_places + 1, 1},
		 NULL,
		 NULL,
		 sample_sat + 1}};
	static const struct jscan_followup followups[] = {
		{"a1b2c3d4",
		 JSCAN_RULE_THANK_YOU,
		 "thank-you",
		 "Acme",
		 "Engineer",
		 "Dana Ruiz",
		 {2026, 11, 9},
		 {2026, 11, 10},
		 JSCAN_STATUS_OVERDUE,
		 12,
		 "you met on 2026-11-09",
		 {NULL, 0},
		 "notes/2026-11-09 acme.md",
		 4,
		 NULL,
		 {0, 0, 0},
		 {0, 0, 0},
		 NULL,
		 0},
		{"b1b2c3d4",
		 JSCAN_RULE_TASK,
		 HOSTILE,
		 HOSTILE,
		 NULL,
		 HOSTILE,
		 {2026, 11, 15},
		 {2026, 11, 22},
		 JSCAN_STATUS_DUE,
		 0,
		 HOSTILE,
		 LIST(sample_hostile),
		 "notes/2026-11-09 acme.md",
		 20,
		 NULL,
		 {0, 0, 0},
		 {0, 0, 0},
		 NULL,
		 0},
		{"c1b2c3d4",
		 JSCAN_RULE_KEEP_IN_TOUCH,
		 "check-in",
		 "Globex",
		 NULL,
		 NULL,
		 {2027, 1, 5},
		 {2027, 2, 5},
		 JSCAN_STATUS_UPCOMING,
		 0,
		 "they said no on 2026-10-05",
		 LIST(sample_points),
		 "globex.md",
		 1,
		 NULL,
		 {0, 0, 0},
		 {2026, 10, 5},
		 sample_touches,
		 COUNT_OF(sample_touches)},
		{"d1b2c3d4",
		 JSCAN_RULE_REPLY,
		 "reply",
		 "Acme",
		 NULL,
		 NULL,
		 {2026, 10, 1},
		 {2026, 10, 2},
		 JSCAN_STATUS_DONE,
		 0,
		 "met",
		 {NULL, 0},
		 "notes/2026-10-01 acme.md",
		 1,
		 NULL,
		 {0, 0, 0},
		 {0, 0, 0},
		 NULL,
		 0},
		{"e1b2c3d4",
		 JSCAN_RULE_ASK_FEEDBACK,
		 "ask-feedback",
		 "Acme",
		 NULL,
		 NULL,
		 {2026, 8, 1},
		 {2026, 8, 4},
		 JSCAN_STATUS_LAPSED,
		 0,
		 "met",
		 {NULL, 0},
		 "notes/2026-10-01 acme.md",
		 1,
		 NULL,
		 {0, 0, 0},
		 {0, 0, 0},
		 NULL,
		 0}};
	static const struct jscan_diagnostic diagnostics[] = {
		{"bad\033[0m.md", 3, 7, JSCAN_SEVERITY_ERROR, "no-such-day",
		 "no such day: 2026-02-30"},
		{"odd.md", 0, 0, JSCAN_SEVERITY_WARNING, "no-date", HOSTILE}};
	struct jscan_report report = {0};

	report.as_of = (struct jscan_date){2026, 11, 22};
	report.counts = (struct jscan_counts){9, 2, 2, 2, 3, 3, 1, 1, 1};
	report.entries = entries;
	report.entry_count = COUNT_OF(entries);
	report.applications = applications;
	report.application_count = COUNT_OF(applications);
	report.contacts = contacts;
	report.contact_count = COUNT_OF(contacts);
	report.dates = dates;
	report.date_count = COUNT_OF(dates);
	report.assessments = assessments;
	report.assessment_count = COUNT_OF(assessments);
	report.weaknesses = weaknesses;
	report.weakness_count = COUNT_OF(weaknesses);
	report.followups = followups;
	report.followup_count = COUNT_OF(followups);
	report.sittings = sittings;
	report.sitting_count = COUNT_OF(sittings);
	report.diagnostics = diagnostics;
	report.diagnostic_count = COUNT_OF(diagnostics);
	return report;
}

static int sample_gather(void *data, const char *bytes, size_t len)
{
	jscan_buf_add(data, bytes, len);
	return 0;
}

/* Writes a report in one format; the caller releases *out. */
static inline void sample_write(struct jscan_buf *out,
				const struct jscan_report *report,
				enum jscan_format format,
				const struct jscan_format_options *options)
{
	struct jscan_error err;

	jscan_buf_init(out);
	if (jscan_report_write(report, format, options, sample_gather, out,
			       &err) < 0)
		fail_msg("%s", err.message);
	jscan_buf_add(out, "", 0);
}

/* No byte that could do harm may come out: controls, bidirectional marks. */
static inline void assert_harmless(const struct jscan_buf *out,
				   const char *allowed)
{
	for (size_t i = 0; i < out->len; i++) {
		unsigned char c = (unsigned char)out->data[i];

		if (c < 0x20 && strchr(allowed, (char)c) == NULL)
			fail_msg("control %02x at %zu: %.60s", c, i,
				 out->data + (i > 30 ? i - 30 : 0));
	}
	assert_null(strstr(out->data, "\xe2\x80\xae"));
	assert_null(strstr(out->data, "\xc2\x9b"));
}

#endif
