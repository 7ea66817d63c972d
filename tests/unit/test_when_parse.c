/*
 * Values that are a date and nothing else: what is read on Monday, 9 November
 * 2026, what is no date, and what is no day.
 */
#include "unit/when_check.h"

static const struct {
	const char *text;
	enum jscan_when_result result;
	const char *start, *end;
} rows[] = {
	{"2026-11-09", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{" 2026-11-09 ", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"2026/11/09", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"20261109", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"20261131", JSCAN_WHEN_IMPOSSIBLE, "", ""},
	{"2026-11-09T14:00+01:00", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"2026-11-09T14:00:00Z", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"2026-11-09 14:00", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"2026-11-09 14:00:05 +0100", JSCAN_WHEN_OK, "2026-11-09",
	 "2026-11-09"},
	{"2026-11-09 14:00 Europe/Berlin", JSCAN_WHEN_OK, "2026-11-09",
	 "2026-11-09"},
	{"2026-11-09 2pm", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"2026-11-09 at 14:00", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"2026-11-09, 14:00 CET", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"2026-11-09 (Mon)", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"Mon 2026-11-09", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"Monday, 9 November 2026", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"9 November 2026", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"Nov 9th, 2026", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"11/9/2026", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"9.11.2026", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"25/12/2026", JSCAN_WHEN_OK, "2026-12-25", "2026-12-25"},
	{"2026-1-9", JSCAN_WHEN_OK, "2026-01-09", "2026-01-09"},
	{"2026.11.09", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"9 Nov", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"3/25", JSCAN_WHEN_OK, "2027-03-25", "2027-03-25"},
	{"the 19th", JSCAN_WHEN_OK, "2026-11-19", "2026-11-19"},
	{"next Tuesday", JSCAN_WHEN_OK, "2026-11-17", "2026-11-17"},
	{"tomorrow", JSCAN_WHEN_OK, "2026-11-10", "2026-11-10"},
	{"in two weeks", JSCAN_WHEN_OK, "2026-11-23", "2026-11-23"},
	{"today", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"end of next week", JSCAN_WHEN_OK, "2026-11-20", "2026-11-22"},
	{"2026-11-09 to 2026-11-12", JSCAN_WHEN_OK, "2026-11-09", "2026-11-12"},
	{"[[2026-11-09]]", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"\"2026-11-09\"", JSCAN_WHEN_OK, "2026-11-09", "2026-11-09"},
	{"2026-02-30", JSCAN_WHEN_IMPOSSIBLE, "", ""},
	{"2026-13-01", JSCAN_WHEN_IMPOSSIBLE, "", ""},
	{"30 February 2026", JSCAN_WHEN_IMPOSSIBLE, "", ""},
	{"31/04/2026", JSCAN_WHEN_IMPOSSIBLE, "", ""},
	{"2026", JSCAN_WHEN_NOT_A_DATE, "", ""},
	{"next", JSCAN_WHEN_NOT_A_DATE, "", ""},
	{"yes", JSCAN_WHEN_NOT_A_DATE, "", ""},
	{"true", JSCAN_WHEN_NOT_A_DATE, "", ""},
	{"", JSCAN_WHEN_NOT_A_DATE, "", ""},
	{"2026-11-09 Acme", JSCAN_WHEN_NOT_A_DATE, "", ""},
	{"call on 2026-11-09", JSCAN_WHEN_NOT_A_DATE, "", ""},
	{"by Friday", JSCAN_WHEN_NOT_A_DATE, "", ""},
	{"2026-11-09, 2026-11-12", JSCAN_WHEN_NOT_A_DATE, "", ""},
	{"2026-11-09 and more", JSCAN_WHEN_NOT_A_DATE, "", ""},
	{"soon", JSCAN_WHEN_NOT_A_DATE, "", ""},
	{"14:00", JSCAN_WHEN_NOT_A_DATE, "", ""},
	{"1.2.3", JSCAN_WHEN_NOT_A_DATE, "", ""},
	{"99/99/2026", JSCAN_WHEN_NOT_A_DATE, "", ""},
	{"123456789", JSCAN_WHEN_NOT_A_DATE, "", ""},
};

static void values_are_dates_or_not(void **state)
{
	const struct jscan_when_context context = {.reference = {2026, 11, 9}};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct jscan_when when;
		char start[11], end[11];

		memset(&when, 0, sizeof(when));
		if (jscan_when_parse(&when, rows[i].text, strlen(rows[i].text),
				     &context) != rows[i].result)
			fail_msg("\"%s\"", rows[i].text);
		jscan_date_format(start, when.start);
		jscan_date_format(end, when.end);
		assert_string_equal(start, rows[i].start);
		assert_string_equal(end, rows[i].end);
	}
}

static void the_span_is_that_of_the_date(void **state)
{
	const struct jscan_when_context context = {.reference = {2026, 11, 9}};
	struct jscan_when when;

	(void)state;
	assert_int_equal(
		jscan_when_parse(&when, "  2026-11-09 14:00", 18, &context),
		JSCAN_WHEN_OK);
	assert_int_equal(when.offset, 2);
	assert_int_equal(when.len, 10);
	assert_int_equal(jscan_when_parse(&when, " 20261109", 9, &context),
			 JSCAN_WHEN_OK);
	assert_int_equal(when.offset, 1);
	assert_int_equal(when.len, 8);
}

static void the_order_of_numbers_is_configured(void **state)
{
	const struct jscan_when_context context = {.is_day_first = true};
	struct jscan_when when;

	(void)state;
	assert_int_equal(jscan_when_parse(&when, "02/04/2026", 10, &context),
			 JSCAN_WHEN_OK);
	assert_int_equal(when.start.month, 4);
	assert_true(when.needs_order);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_dates_or_not),
		cmocka_unit_test(the_span_is_that_of_the_date),
		cmocka_unit_test(the_order_of_numbers_is_configured),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
