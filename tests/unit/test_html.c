/* The HTML page: its links, its charts, its sameness, and hostile text. */
#include "unit/check.h"

#include <stdio.h>

#include "output/course.h"
#include "output/report.h"
#include "unit/sample_report.h"

static const struct jscan_format_options plain = {.view = JSCAN_VIEW_REPORT};

static size_t count_of(const struct jscan_buf *out, const char *text)
{
	size_t count = 0;

	for (const char *at = out->data; (at = strstr(at, text)); at++)
		count++;
	return count;
}

/* Every link into the page has its goal, and no id is there twice. */
static void check_ids(const struct jscan_buf *out)
{
	char wanted[128];
	size_t links = 0;

	for (const char *at = out->data; (at = strstr(at, "href=\"#")); at++) {
		size_t len = strcspn(at + 7, "\"");

		snprintf(wanted, sizeof(wanted), " id=\"%.*s\"", (int)len,
			 at + 7);
		if (count_of(out, wanted) != 1)
			fail_msg("%zu of%s", count_of(out, wanted), wanted);
		links++;
	}
	assert_true(links > 5);
	for (const char *at = out->data; (at = strstr(at, " id=\"")); at++) {
		snprintf(wanted, sizeof(wanted), "%.*s\"",
			 (int)strcspn(at + 5, "\"") + 5, at);
		assert_int_equal(count_of(out, wanted), 1);
	}
}

static void every_link_in_the_page_has_its_goal(void **state)
{
	struct jscan_report report = sample_report();
	struct jscan_buf out;

	(void)state;
	sample_write(&out, &report, JSCAN_FORMAT_HTML, &plain);
	check_ids(&out);
	/* The map: evidence one click away, and its page in the note. */
	assert_int_equal(count_of(&out, "<a href=\"#w0-0\""), 1);
	assert_int_equal(count_of(&out, "<blockquote id=\"w0-0\">"), 1);
	assert_int_equal(count_of(&out, "<a href=\"#w0-1\""), 1);
	/* Of no sitting that is shown: a passage, but no cell. */
	assert_int_equal(count_of(&out, "class=\"h1\" x="), 3);
	assert_int_equal(count_of(&out, "class=\"h0\" x="), 3);
	jscan_buf_release(&out);
}

static void charts_say_in_words_what_they_show(void **state)
{
	struct jscan_report report = sample_report();
	struct jscan_buf out;

	(void)state;
	sample_write(&out, &report, JSCAN_FORMAT_HTML, &plain);
	assert_int_equal(count_of(&out, "<svg"), count_of(&out, "</svg>"));
	/* Each is hidden from readers as a key of colours is, or named. */
	assert_int_equal(count_of(&out, "role=\"img\"") +
				 count_of(&out, "role=\"group\""),
			 count_of(&out, "</title>") - 1 /* of the page */ -
				 count_of(&out, "passage</title>") -
				 count_of(&out, "passages</title>"));
	assert_int_equal(
		count_of(&out, "last touched <time datetime=\"2026-10-09\">"),
		1);
	assert_int_equal(count_of(&out, "Third interview: 0 of 2"), 2);
	assert_int_equal(count_of(&out, "Offer: 1 of 2"), 2);
	assert_int_equal(count_of(&out, "Share of the last 5 interviews, at "
					"the end 2 of 3"),
			 1);
	jscan_buf_release(&out);
}

static void days_in_prose_stay_whole(void **state)
{
	struct jscan_report report = sample_report();
	struct jscan_followup items[8];
	struct jscan_buf out;

	(void)state;
	memcpy(items, report.followups, report.followup_count * sizeof(*items));
	items[0].why = "2026-11-09 <2026-02-30> 12026-11-091 \xc3\xa9";
	report.followups = items;
	sample_write(&out, &report, JSCAN_FORMAT_HTML, &plain);
	assert_int_equal(count_of(&out,
				  ": <time datetime=\"2026-11-09\">2026-11-09"
				  "</time> &lt;2026-02-30&gt; 1<time"),
			 1);
	assert_int_equal(count_of(&out, "</time>1 \xc3\xa9</p>"), 1);
	jscan_buf_release(&out);
}

static void the_page_does_not_age(void **state)
{
	struct jscan_report report = sample_report();
	struct jscan_followup items[8];
	struct jscan_buf today, tomorrow;

	(void)state;
	sample_write(&today, &report, JSCAN_FORMAT_HTML, &plain);
	memcpy(items, report.followups, report.followup_count * sizeof(*items));
	items[0].days_overdue++;
	report.followups = items;
	report.as_of.day++;
	sample_write(&tomorrow, &report, JSCAN_FORMAT_HTML, &plain);
	assert_string_equal(today.data, tomorrow.data);
	jscan_buf_release(&today);
	jscan_buf_release(&tomorrow);
}

static void an_empty_report_is_a_whole_page(void **state)
{
	struct jscan_report report = {0};
	struct jscan_buf out;

	(void)state;
	sample_write(&out, &report, JSCAN_FORMAT_HTML, &plain);
	assert_int_equal(count_of(&out, "Nothing: everybody has heard"), 1);
	assert_int_equal(count_of(&out, "<table"), 0);
	assert_int_equal(count_of(&out, "</html>"), 1);
	jscan_buf_release(&out);
}

/* Ends of the calendar, and far more than a page can show. */
static void great_numbers_stay_a_page(void **state)
{
	enum { MANY = 3000 };
	static struct jscan_sitting sittings[MANY];
	static struct jscan_place places[MANY];
	static size_t of[MANY];
	static struct jscan_weakness weaknesses[60];
	static struct jscan_followup items[100];
	static char ids[100][8];
	struct jscan_report report = {0};
	struct jscan_date first = {1, 1, 1}, last = {9999, 12, 31};
	struct jscan_buf out;

	(void)state;
	for (size_t i = 0; i < MANY; i++) {
		sittings[i].path = places[i].path = "a.md";
		sittings[i].date = (struct jscan_date){2026, 1, 1};
		places[i].text = "Rambled.";
		of[i] = i;
	}
	for (size_t i = 0; i < COUNT_OF(weaknesses); i++) {
		weaknesses[i].id = weaknesses[i].title = "w";
		weaknesses[i].evidence.items = places;
		weaknesses[i].evidence.count = MANY;
		weaknesses[i].sittings = of;
		weaknesses[i].is_recurring = i % 2 == 0;
	}
	for (size_t i = 0; i < COUNT_OF(items); i++) {
		snprintf(ids[i], sizeof(ids[i]), "i%zu", i);
		items[i].id = ids[i];
		items[i].rule = JSCAN_RULE_KEEP_IN_TOUCH;
		items[i].action = "check-in";
		items[i].path = "a.md";
		items[i].status = (enum jscan_status)(i % 3);
		items[i].closed = first;
		items[i].opens = items[i].due = i % 2 ? last : first;
	}
	report.sittings = sittings;
	report.sitting_count = MANY;
	report.weaknesses = weaknesses;
	report.weakness_count = COUNT_OF(weaknesses);
	report.followups = items;
	report.followup_count = COUNT_OF(items);
	sample_write(&out, &report, JSCAN_FORMAT_HTML, &plain);
	check_ids(&out);
	assert_int_equal(count_of(&out, "<svg class=\"cells\" width=\"100%\""),
			 24);
	assert_true(out.len < 2000000);
	jscan_buf_release(&out);
}

static void bars_show_shares_over_time(void **state)
{
	static const struct {
		size_t sittings;
		size_t marks[6]; /* SIZE_MAX ends them */
		const char *wanted;
	} rows[] = {
		{0, {SIZE_MAX}, ""},
		{1, {0, SIZE_MAX}, "\xe2\x96\x88"},
		{3, {2, SIZE_MAX}, "\xe2\x96\x81\xe2\x96\x81\xe2\x96\x88"},
		/* Twice in one interview is one interview. */
		{2, {1, 1, SIZE_MAX}, "\xe2\x96\x81\xe2\x96\x88"},
		/* Two to a bar: half of them is in the middle. */
		{16,
		 {0, 1, 14, SIZE_MAX},
		 "\xe2\x96\x88\xe2\x96\x81\xe2\x96\x81\xe2\x96\x81"
		 "\xe2\x96\x81\xe2\x96\x81\xe2\x96\x81\xe2\x96\x85"},
		/* What is older than the last 40 is not shown. */
		{48,
		 {0, 7, SIZE_MAX},
		 "\xe2\x96\x81\xe2\x96\x81\xe2\x96\x81\xe2\x96\x81"
		 "\xe2\x96\x81\xe2\x96\x81\xe2\x96\x81\xe2\x96\x81"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct jscan_report report = {0};
		struct jscan_weakness weakness = {0};
		char bars[JSCAN_COURSE_BARS * 3 + 1];

		report.sitting_count = rows[i].sittings;
		weakness.sittings = rows[i].marks;
		while (rows[i].marks[weakness.evidence.count] != SIZE_MAX)
			weakness.evidence.count++;
		jscan_course_draw(bars, &report, &weakness);
		assert_string_equal(bars, rows[i].wanted);
	}
}

static void the_share_is_that_of_the_last_few(void **state)
{
	static const size_t marks[] = {3, 4, 4, 7, SIZE_MAX};
	struct jscan_report report = {.sitting_count = 45};
	struct jscan_weakness weakness = {.sittings = marks};
	struct jscan_course course;

	(void)state;
	weakness.evidence.count = COUNT_OF(marks);
	jscan_course_make(&course, &report, &weakness);
	assert_int_equal(course.first, 5);
	assert_int_equal(course.count, 40);
	/* The window of the first one shown reaches back before it. */
	assert_int_equal(course.of[0], 5);
	assert_int_equal(course.shown[0], 2);
	assert_int_equal(course.passages[2], 1);
	assert_int_equal(course.shown[2], 3);
	assert_int_equal(course.shown[6], 1);
	assert_int_equal(course.shown[7], 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_link_in_the_page_has_its_goal),
		cmocka_unit_test(charts_say_in_words_what_they_show),
		cmocka_unit_test(days_in_prose_stay_whole),
		cmocka_unit_test(the_page_does_not_age),
		cmocka_unit_test(an_empty_report_is_a_whole_page),
		cmocka_unit_test(great_numbers_stay_a_page),
		cmocka_unit_test(bars_show_shares_over_time),
		cmocka_unit_test(the_share_is_that_of_the_last_few),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
