/* The writers of JSON, Markdown and text over a small report made by hand. */
#include "unit/check.h"

#include "base/utf8.h"
#include "output/report.h"
#include "unit/sample_report.h"

static const struct jscan_format_options plain = {.view = JSCAN_VIEW_REPORT};

static void assert_has(const struct jscan_buf *out, const char *text)
{
	if (strstr(out->data, text) == NULL)
		fail_msg("'%s' is not in:\n%s", text, out->data);
}

static void assert_has_not(const struct jscan_buf *out, const char *text)
{
	if (strstr(out->data, text) != NULL)
		fail_msg("'%s' is in:\n%s", text, out->data);
}

static void json_has_every_key(void **state)
{
	struct jscan_report report = sample_report();
	struct jscan_buf out;

	(void)state;
	sample_write(&out, &report, JSCAN_FORMAT_JSON, &plain);
	assert_harmless(&out, "\n");
	assert_has(&out, "\"schema\": \"journalscan.report/1\"");
	assert_has(&out, "\"as_of\": \"2026-11-22\"");
	assert_has(&out, "\"counts\": {\"files\":9,\"entries\":2,"
			 "\"applications\":2,\"companies\":2,\"interviews\":3,"
			 "\"contacts\":3,\"overdue\":1,\"due\":1,"
			 "\"upcoming\":1}");
	assert_has(&out, "{\"path\":\"practice.md\",\"date\":null,"
			 "\"company\":null,\"role\":null,\"type\":\"mock\","
			 "\"stage\":null,\"outcome\":null,\"tags\":[],"
			 "\"events\":[]}");
	assert_has(&out, "{\"line\":1,\"date\":null,\"type\":\"note\","
			 "\"what\":null}");
	assert_has(&out, "\"recurring\":true,\"first\":\"2026-10-01\","
			 "\"last\":\"2026-11-09\",\"trend\":\"worse\"");
	assert_has(&out, "\"rule\":\"keep-in-touch\",\"action\":\"check-in\"");
	assert_has(&out, "\"status\":\"lapsed\"");
	assert_has(&out, "\\u202e\\u009b\\r\\nEND:VCARD");
	jscan_buf_release(&out);
}

static void json_views_hold_their_list_alone(void **state)
{
	struct jscan_report report = sample_report();
	struct jscan_format_options due = {.view = JSCAN_VIEW_DUE};
	struct jscan_buf out;

	(void)state;
	sample_write(&out, &report, JSCAN_FORMAT_JSON, &due);
	assert_int_equal(strncmp(out.data,
				 "{\n\"schema\": \"journalscan.report/1\",\n"
				 "\"as_of\": \"2026-11-22\",\n"
				 "\"follow_ups\": [\n{\"id\":\"a1b2c3d4\"",
				 90),
			 0);
	assert_has(&out, "\"status\":\"done\"");
	assert_has_not(&out, "\"entries\"");
	jscan_buf_release(&out);
}

static void an_empty_report_is_whole_json(void **state)
{
	struct jscan_report report = {0};
	struct jscan_buf out;

	(void)state;
	report.as_of = (struct jscan_date){2026, 1, 2};
	sample_write(&out, &report, JSCAN_FORMAT_JSON, &plain);
	assert_has(&out, "\"entries\": [],\n\"applications\": []");
	assert_string_equal(out.data + out.len - 20,
			    "\"diagnostics\": []\n}\n");
	jscan_buf_release(&out);
}

static void ndjson_is_one_record_a_line(void **state)
{
	struct jscan_report report = sample_report();
	size_t lines = 0;
	struct jscan_buf out;

	(void)state;
	sample_write(&out, &report, JSCAN_FORMAT_NDJSON, &plain);
	assert_harmless(&out, "\n");
	for (char *line = out.data; *line; line = strchr(line, '\n') + 1) {
		assert_int_equal(strncmp(line, "{\"is\":\"", 7), 0);
		lines++;
	}
	assert_int_equal(lines, 1 + 2 + 2 + 3 + 1 + 2 + 2 + 5 + 2);
	jscan_buf_release(&out);
}

static void the_report_file_is_marked_and_ordered(void **state)
{
	struct jscan_report report = sample_report();
	const char *overdue, *next, *weak, *states, *people, *problems;
	struct jscan_buf out;

	(void)state;
	sample_write(&out, &report, JSCAN_FORMAT_MD, &plain);
	assert_harmless(&out, "\n");
	assert_int_equal(strncmp(out.data, JSCAN_REPORT_COMMENT,
				 strlen(JSCAN_REPORT_COMMENT)),
			 0);
	overdue = strstr(out.data, "## What cannot wait");
	next = strstr(out.data, "## What comes next");
	weak = strstr(out.data, "## Weaknesses that recur");
	states = strstr(out.data, "## Applications");
	people = strstr(out.data, "## People");
	problems = strstr(out.data, "## Problems in the notes");
	assert_true(overdue && overdue < next && next < weak && weak < states &&
		    states < people && people < problems);
	assert_has(&out, "- **2026-11-10** Send a thank-you note \xe2\x86\x92 "
			 "Dana Ruiz (Acme, Engineer)");
	assert_has(&out, "[notes/2026-11-09 acme.md:4]"
			 "(notes/2026-11-09%20acme.md#L4)");
	assert_has(&out, "In 2 of 3 interviews, getting worse.");
	assert_has(&out, "\xe2\x80\x9cRambled again.\xe2\x80\x9d");
	assert_has(&out, "*Ask yourself:* Who talked more?");
	assert_has(&out, "*One thing to do:* Answer in ninety seconds.");
	assert_has(&out, "10 Reasons Why You're Not Getting The Job Offer");
	assert_has_not(&out, "ten-reasons");
	assert_has_not(&out, "2026-11-22 "); /* the day of the report */
	assert_has_not(&out, "<script");
	jscan_buf_release(&out);
}

static void tables_of_markdown_keep_their_columns(void **state)
{
	struct jscan_report report = sample_report();
	struct jscan_buf out;

	(void)state;
	sample_write(&out, &report, JSCAN_FORMAT_MD, &plain);
	for (char *line = strstr(out.data, "\n## People"); line;
	     line = strchr(line + 1, '\n')) {
		size_t bars = 0;

		if (strncmp(line, "\n## Problems", 12) == 0)
			break;
		if (line[1] != '|')
			continue;
		for (char *c = line + 1; *c && *c != '\n'; c++)
			bars += *c == '|' && c[-1] != '\\';
		assert_int_equal(bars, 8);
	}
	jscan_buf_release(&out);
}

static void the_report_file_does_not_age(void **state)
{
	struct jscan_report report = sample_report();
	struct jscan_followup items[8];
	struct jscan_buf today, tomorrow;

	(void)state;
	sample_write(&today, &report, JSCAN_FORMAT_MD, &plain);
	memcpy(items, report.followups, report.followup_count * sizeof(*items));
	items[0].days_overdue++;
	report.followups = items;
	report.as_of.day++;
	sample_write(&tomorrow, &report, JSCAN_FORMAT_MD, &plain);
	assert_string_equal(today.data, tomorrow.data);
	jscan_buf_release(&today);
	jscan_buf_release(&tomorrow);
}

static void text_fits_the_terminal(void **state)
{
	static const enum jscan_view views[] = {
		JSCAN_VIEW_REPORT, JSCAN_VIEW_DUE, JSCAN_VIEW_CONTACTS,
		JSCAN_VIEW_WEAKNESSES, JSCAN_VIEW_SUMMARY};
	static const unsigned widths[] = {60, 80, 120};
	struct jscan_report report = sample_report();

	(void)state;
	for (size_t i = 0; i < COUNT_OF(views) * COUNT_OF(widths); i++) {
		struct jscan_format_options options = {
			.view = views[i / COUNT_OF(widths)],
			.has_all = true,
			.columns = widths[i % COUNT_OF(widths)]};
		struct jscan_buf out;
		char *end;

		sample_write(&out, &report, JSCAN_FORMAT_TEXT, &options);
		assert_harmless(&out, "\n");
		for (char *line = out.data; *line; line = end + 1) {
			end = strchr(line, '\n');
			assert_non_null(end);
			if (jscan_utf8_width(line, (size_t)(end - line)) >
			    options.columns)
				fail_msg("too wide: %.*s", (int)(end - line),
					 line);
			assert_true(end == line || end[-1] != ' ');
		}
		jscan_buf_release(&out);
	}
}

static void colours_come_only_when_asked_for(void **state)
{
	struct jscan_report report = sample_report();
	struct jscan_format_options options = {
		.view = JSCAN_VIEW_SUMMARY, .has_color = true, .columns = 80};
	struct jscan_buf out;

	(void)state;
	sample_write(&out, &report, JSCAN_FORMAT_TEXT, &options);
	assert_has(&out, "\033[31m1 overdue\033[0m");
	assert_has(&out, "12d late");
	jscan_buf_release(&out);
}

static int refuse(void *data, const char *bytes, size_t len)
{
	(void)data;
	(void)bytes;
	(void)len;
	return -1;
}

static void failures_are_told(void **state)
{
	struct jscan_report report = sample_report();
	struct jscan_format_options summary = {.view = JSCAN_VIEW_SUMMARY};
	struct jscan_error err;

	(void)state;
	assert_int_equal(jscan_report_write(&report, JSCAN_FORMAT_JSON, &plain,
					    refuse, NULL, &err),
			 -1);
	assert_int_equal(err.code, JSCAN_ERR_IO);
	assert_int_equal(jscan_report_write(&report, JSCAN_FORMAT_JSON,
					    &summary, refuse, NULL, &err),
			 -1);
	assert_int_equal(err.code, JSCAN_ERR_USAGE);
	assert_int_equal(jscan_report_write(&report, (enum jscan_format)99,
					    &plain, refuse, NULL, &err),
			 -1);
	assert_int_equal(err.code, JSCAN_ERR_USAGE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(json_has_every_key),
		cmocka_unit_test(json_views_hold_their_list_alone),
		cmocka_unit_test(an_empty_report_is_whole_json),
		cmocka_unit_test(ndjson_is_one_record_a_line),
		cmocka_unit_test(the_report_file_is_marked_and_ordered),
		cmocka_unit_test(tables_of_markdown_keep_their_columns),
		cmocka_unit_test(the_report_file_does_not_age),
		cmocka_unit_test(text_fits_the_terminal),
		cmocka_unit_test(colours_come_only_when_asked_for),
		cmocka_unit_test(failures_are_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
