/* Days and months: known days, clamping, and round trips over the calendar. */
#include "unit/check.h"

#include "base/date.h"

static struct jscan_date day(const char *text)
{
	struct jscan_date date = {0, 0, 0};

	assert_int_equal(jscan_date_parse(&date, text), 0);
	return date;
}

static void assert_day(struct jscan_date date, const char *expected)
{
	char text[11];

	jscan_date_format(text, date);
	assert_string_equal(text, expected);
}

static void parse_refuses_what_is_no_day(void **state)
{
	static const char *const bad[] = {
		"",	      "2026-02-30",  "2026-2-3",   "2026-13-01",
		"2026-00-01", "2026-01-00",  "0000-01-01", "2026-01-32",
		"2027-02-29", "2026-01-01x", "20260101",   "2026/01/01",
		"-026-01-01", "2026-+1-01"};
	struct jscan_date date = {1, 2, 3};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		assert_int_equal(jscan_date_parse(&date, bad[i]), -1);
		assert_int_equal(date.year, 1);
	}
	assert_day(day("2028-02-29"), "2028-02-29");
}

static void every_day_survives_the_round_trip(void **state)
{
	struct jscan_date date = jscan_date_make(1, 1, 1);
	long days = jscan_date_to_days(date);
	int weekday = jscan_date_weekday(date);

	(void)state;
	while (date.year < 9999) {
		struct jscan_date next;

		assert_int_equal(jscan_date_to_days(date), days);
		next = jscan_date_from_days(days);
		assert_int_equal(jscan_date_compare(next, date), 0);
		assert_int_equal(jscan_date_weekday(date), weekday);
		weekday = (weekday + 1) % 7;
		days++;
		date = jscan_date_from_days(days);
		assert_true(jscan_date_is_valid(date.year, date.month,
						date.day));
		assert_true(jscan_date_compare(next, date) < 0);
	}
}

static void weekdays_are_those_of_the_calendar(void **state)
{
	(void)state;
	assert_int_equal(jscan_date_weekday(day("2026-11-22")), 6); /* Sunday */
	assert_int_equal(jscan_date_weekday(day("2026-11-09")), 0); /* Monday */
	assert_int_equal(jscan_date_weekday(day("2000-02-29")), 1);
}

static void months_are_clamped_to_their_end(void **state)
{
	static const struct {
		const char *from;
		int months;
		const char *to;
	} cases[] = {
		{"2025-11-30", 3, "2026-02-28"}, {"2027-11-30", 3, "2028-02-29"},
		{"2026-01-31", 1, "2026-02-28"}, {"2026-03-31", -1, "2026-02-28"},
		{"2026-12-31", 2, "2027-02-28"}, {"2026-05-20", 3, "2026-08-20"},
		{"2026-01-15", -1, "2025-12-15"}, {"9999-12-01", 1, "9999-12-31"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_day(jscan_date_add_months(day(cases[i].from),
						 cases[i].months),
			   cases[i].to);
}

static void days_are_added_over_month_and_year(void **state)
{
	(void)state;
	assert_day(jscan_date_add_days(day("2026-12-31"), 1), "2027-01-01");
	assert_day(jscan_date_add_days(day("2028-02-28"), 1), "2028-02-29");
	assert_day(jscan_date_add_days(day("2026-01-01"), -1), "2025-12-31");
	assert_day(jscan_date_add_days(day("9999-12-31"), 400), "9999-12-31");
	assert_int_equal(jscan_date_days_between(day("2026-02-13"),
						 day("2026-03-13")),
			 28);
}

static void no_date_prints_as_nothing(void **state)
{
	struct jscan_date none = {0, 0, 0};

	(void)state;
	assert_day(none, "");
	assert_false(jscan_date_is_set(none));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parse_refuses_what_is_no_day),
		cmocka_unit_test(every_day_survives_the_round_trip),
		cmocka_unit_test(weekdays_are_those_of_the_calendar),
		cmocka_unit_test(months_are_clamped_to_their_end),
		cmocka_unit_test(days_are_added_over_month_and_year),
		cmocka_unit_test(no_date_prints_as_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
