/*
 * Open dates by the tense of their clause, and the edges of weeks, months and
 * years.  Each table has the day on which it is read.
 */
#include "unit/when_check.h"

/* Monday, 9 November 2026. */
static const struct when_row clauses[] = {
	{"She will call on Friday.", "Friday=2026-11-13"},
	{"She'll call on Friday.", "Friday=2026-11-13"},
	{"She’ll call on Friday.", "Friday=2026-11-13"},
	{"She called on Friday.", "Friday=2026-11-06"},
	{"He told me on Friday that it is on.", "Friday=2026-11-06"},
	{"We met on Friday.", "Friday=2026-11-06"},
	{"Met Mr. Park on Friday.", "Friday=2026-11-06"},
	{"Saw Ms. Lee and Dr. Day on 3 March. They decide soon.",
	 "3 March=2026-03-03"},
	{"I was there on Friday.", "Friday=2026-11-06"},
	{"I should hear by Friday.", "Friday=2026-11-13"},
	{"We meet on Friday 4 December.", "Friday 4 December=2026-12-04"},
	{"They will ring by Fri 4 Dec 2026.", "Fri 4 Dec 2026=2026-12-04"},
	{"I will see Friday 3 people.", "Friday=2026-11-13"},
	{"We spoke on 3 March.", "3 March=2026-03-03"},
	{"They spoke of a decision on 1 December.", "1 December=2026-12-01"},
	{"They spoke on 1 December.", "1 December=2025-12-01"},
	{"They wanted me aboard on 1 December.", "1 December=2026-12-01"},
	{"It came by e-mail on Friday.", "Friday=2026-11-06"},
	{"I was interviewed by Dana Ruiz on Friday.", "Friday=2026-11-06"},
	{"I sent it by close of business on Friday.", "Friday=2026-11-13"},
	{"I am to send it by noon on Friday.", "Friday=2026-11-13"},
	{"They will decide on 3 March.", "3 March=2027-03-03"},
	{"It was decided on 3 March.", "3 March=2026-03-03"},
	{"It will be decided on 3 March.", "3 March=2027-03-03"},
	{"We have had no word since Friday.", "Friday=2026-11-06"},
	{"Send the list on Friday.", "Friday=2026-11-13"},
	{"I need to send the list on Friday.", "Friday=2026-11-13"},
	{"She said Friday.", "Friday=2026-11-13"},
	{"She said on Friday that it is on.", "Friday=2026-11-06"},
	{"They booked me for Friday.", "Friday=2026-11-13"},
	{"I'm meeting her on Friday.", "Friday=2026-11-13"},
	{"I've got a call on Friday.", "Friday=2026-11-13"},
	{"I got a call on Friday.", "Friday=2026-11-06"},
	{"I met Dana, and on Friday I will see Lee.", "Friday=2026-11-13"},
	{"I will see Lee, because on Friday he told me so.",
	 "Friday=2026-11-06"},
	{"She was ill, but she will call on Friday.", "Friday=2026-11-13"},
	{"She will call, but on Friday she was ill.", "Friday=2026-11-06"},
	{"Friday at the latest, she said.", "Friday=2026-11-13"},
	{"By 3 March I will know.", "3 March=2027-03-03"},
	{"I emailed him on 3/25 and again on 4/1.",
	 "3/25=2026-03-25; 4/1=2026-04-01"},
	{"I will email him on 3/25.", "3/25=2027-03-25"},
	{"They will answer by the 4th.", "the 4th=2026-12-04"},
	{"They answered on the 4th.", "the 4th=2026-11-04"},
	{"Their party was at Christmas.", "Christmas=2025-12-25"},
	{"Their party will be at Christmas.", "Christmas=2026-12-25"},
	{"The hiring freeze ended in March.", "March=2026-03-01..2026-03-31"},
	{"The hiring freeze will end in March.",
	 "March=2027-03-01..2027-03-31"},
	{"They hired in Q3.", "Q3=2026-07-01..2026-09-30"},
	{"They will hire in Q1.", "Q1=2027-01-01..2027-03-31"},
	{"Over the weekend we talked.", "the weekend=2026-11-07..2026-11-08"},
	{"We will talk over the weekend.",
	 "the weekend=2026-11-14..2026-11-15"},
	{"She's setting me up with the VP for Tuesday.", "Tuesday=2026-11-10"},
};

/* The entry's own day is never meant by a clause with a tense. */
static const struct when_row own_day[] = {
	{"They will decide on Monday.", "Monday=2026-11-16"},
	{"They decided on Monday.", "Monday=2026-11-02"},
	{"We met on Monday.", "Monday=2026-11-02"},
	{"Monday", "Monday=2026-11-16"},
	{"They will decide on 9 November.", "9 November=2027-11-09"},
	{"They decided on 9 November.", "9 November=2025-11-09"},
	{"On Monday, 9 November, we met.", "Monday, 9 November=2026-11-09"},
	{"9 November", "9 November=2026-11-09"},
	{"The office is shut 9 to 13 November.",
	 "9 to 13 November=2026-11-09..2026-11-13"},
	{"They will call on the 9th.", "the 9th=2026-12-09"},
};

static const struct when_row sunday[] = {
	{"this Monday", "this Monday=2026-11-09"},
	{"next Monday", "next Monday=2026-11-16"},
	{"last Monday", "last Monday=2026-11-02"},
	{"this week", "this week=2026-11-09..2026-11-15"},
	{"next week", "next week=2026-11-16..2026-11-22"},
	{"last week", "last week=2026-11-02..2026-11-08"},
	{"They will call on Monday.", "Monday=2026-11-16"},
	{"They called on Monday.", "Monday=2026-11-09"},
	{"They will call on Sunday.", "Sunday=2026-11-22"},
	{"They called on Sunday.", "Sunday=2026-11-08"},
	{"this weekend", "this weekend=2026-11-14..2026-11-15"},
	{"next weekend", "next weekend=2026-11-21..2026-11-22"},
	{"last weekend", "last weekend=2026-11-07..2026-11-08"},
	{"the end of the week", "the end of the week=2026-11-13..2026-11-15"},
	{"tomorrow", "tomorrow=2026-11-16"},
	{"in a week", "in a week=2026-11-22"},
	{"by the end of next week", "the end of next week=2026-11-22"},
};

static const struct when_row saturday[] = {
	{"this Monday", "this Monday=2026-11-09"},
	{"this Saturday", "this Saturday=2026-11-14"},
	{"next Saturday", "next Saturday=2026-11-21"},
	{"the weekend", "the weekend=2026-11-14..2026-11-15"},
	{"They will call on Sunday.", "Sunday=2026-11-15"},
	{"in one business day", "in one business day=2026-11-16"},
	{"in two working days", "in two working days=2026-11-17"},
	{"tomorrow", "tomorrow=2026-11-15"},
};

static const struct when_row new_years_eve[] = {
	{"tomorrow", "tomorrow=2027-01-01"},
	{"yesterday", "yesterday=2026-12-30"},
	{"in a month", "in a month=2027-01-31"},
	{"in two months", "in two months=2027-02-28"},
	{"next month", "next month=2027-01-01..2027-01-31"},
	{"next year", "next year=2027-01-01..2027-12-31"},
	{"this quarter", "this quarter=2026-10-01..2026-12-31"},
	{"next quarter", "next quarter=2027-01-01..2027-03-31"},
	{"this week", "this week=2026-12-28..2027-01-03"},
	{"They will hire in Q1.", "Q1=2027-01-01..2027-03-31"},
	{"We will meet on 1 January.", "1 January=2027-01-01"},
	{"We met on 30 December.", "30 December=2026-12-30"},
	{"We will meet on 30 December.", "30 December=2027-12-30"},
	{"the 31st of next month", "the 31st of next month=2027-01-31"},
	{"on New Year's Day", "New Year's Day=2027-01-01"},
	{"in December", "December=2026-12-01..2026-12-31"},
	{"They will start in December.", "December=2026-12-01..2026-12-31"},
	{"They started in January.", "January=2026-01-01..2026-01-31"},
};

/* 31 January of a leap year. */
static const struct when_row month_end[] = {
	{"tomorrow", "tomorrow=2028-02-01"},
	{"in a month", "in a month=2028-02-29"},
	{"a month ago", "a month ago=2027-12-31"},
	{"in a year", "in a year=2029-01-31"},
	{"in three months", "in three months=2028-04-30"},
	{"29 February", "29 February=2028-02-29"},
	{"30 February", "30 February=impossible"},
	{"We will meet on the 30th.", "the 30th=2028-03-30"},
	{"We will meet on the 31st.", "the 31st=2028-03-31"},
	{"We met on the 31st.", "the 31st=2027-12-31"},
	{"the end of February", "the end of February=2028-02-21..2028-02-29"},
	{"late February", "late February=2028-02-21..2028-02-29"},
	{"by the end of next month", "the end of next month=2028-02-29"},
	{"last month", "last month=2027-12-01..2027-12-31"},
	{"next month", "next month=2028-02-01..2028-02-29"},
	{"early next month", "early next month=2028-02-01..2028-02-10"},
};

/* 29 February: the years around it do not have it. */
static const struct when_row leap_day[] = {
	{"in a year", "in a year=2029-02-28"},
	{"a year ago", "a year ago=2027-02-28"},
	{"in four years", "in four years=2032-02-29"},
	{"tomorrow", "tomorrow=2028-03-01"},
	{"in a month", "in a month=2028-03-29"},
	{"They will meet on 29 February.", "29 February=2032-02-29"},
	{"They met on 29 February.", "29 February=2024-02-29"},
	{"2027-02-29", "2027-02-29=impossible"},
};

static const struct when_row first_day[] = {
	{"yesterday", "yesterday=0001-01-01"},
	{"a year ago", "a year ago=0001-01-01"},
	{"last week", "last week=0001-01-01..0001-01-07"},
	{"last month", "last month=0001-01-01..0001-01-31"},
	{"3 years ago", "3 years ago=0001-01-01"},
	{"tomorrow", "tomorrow=0001-01-02"},
};

static const struct when_row last_day[] = {
	{"tomorrow", "tomorrow=9999-12-31"},
	{"in a year", "in a year=9999-12-31"},
	{"next week", "next week=9999-12-31"},
	{"next month", "next month=9999-12-31"},
	{"in 999 years", "in 999 years=9999-12-31"},
	{"yesterday", "yesterday=9999-12-30"},
};

static void the_tense_of_the_clause_decides(void **state)
{
	(void)state;
	when_check_on("2026-11-09", clauses, COUNT_OF(clauses));
}

static void the_entrys_own_day_is_not_meant(void **state)
{
	(void)state;
	when_check_on("2026-11-09", own_day, COUNT_OF(own_day));
}

static void weeks_run_from_monday_to_sunday(void **state)
{
	(void)state;
	when_check_on("2026-11-15", sunday, COUNT_OF(sunday));
	when_check_on("2026-11-14", saturday, COUNT_OF(saturday));
}

static void years_and_months_end(void **state)
{
	(void)state;
	when_check_on("2026-12-31", new_years_eve, COUNT_OF(new_years_eve));
	when_check_on("2028-01-31", month_end, COUNT_OF(month_end));
	when_check_on("2028-02-29", leap_day, COUNT_OF(leap_day));
}

static void the_calendar_has_a_first_and_a_last_day(void **state)
{
	(void)state;
	when_check_on("0001-01-01", first_day, COUNT_OF(first_day));
	when_check_on("9999-12-31", last_day, COUNT_OF(last_day));
}

static void tasks_take_the_next_and_callers_may_know(void **state)
{
	static const struct {
		const char *text;
		bool prefers_next;
		enum jscan_tense tense;
		const char *found;
	} rows[] = {
		{"Friday", false, JSCAN_TENSE_NONE, "Friday=2026-11-06"},
		{"Friday", true, JSCAN_TENSE_NONE, "Friday=2026-11-13"},
		{"Friday", false, JSCAN_TENSE_FUTURE, "Friday=2026-11-13"},
		{"Friday", true, JSCAN_TENSE_PAST, "Friday=2026-11-06"},
		{"3 March", false, JSCAN_TENSE_NONE, "3 March=2027-03-03"},
		{"3 October", false, JSCAN_TENSE_NONE, "3 October=2026-10-03"},
		{"3 October", true, JSCAN_TENSE_NONE, "3 October=2027-10-03"},
		{"9 November", true, JSCAN_TENSE_NONE, "9 November=2027-11-09"},
		{"She called Friday", true, JSCAN_TENSE_NONE,
		 "Friday=2026-11-06"},
		{"She called Friday", false, JSCAN_TENSE_FUTURE,
		 "Friday=2026-11-13"},
		{"the 4th", true, JSCAN_TENSE_NONE, "the 4th=2026-12-04"},
		{"the 4th", false, JSCAN_TENSE_PAST, "the 4th=2026-11-04"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct jscan_when_context context = {
			.reference = {2026, 11, 9},
			.prefers_next = rows[i].prefers_next,
			.tense = rows[i].tense};
		const struct when_row row = {rows[i].text, rows[i].found};

		when_check(&row, &context);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_tense_of_the_clause_decides),
		cmocka_unit_test(the_entrys_own_day_is_not_meant),
		cmocka_unit_test(weeks_run_from_monday_to_sunday),
		cmocka_unit_test(years_and_months_end),
		cmocka_unit_test(the_calendar_has_a_first_and_a_last_day),
		cmocka_unit_test(tasks_take_the_next_and_callers_may_know),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
