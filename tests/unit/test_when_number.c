/*
 * Dates that are written in digits, in a text that is read on Monday, 9
 * November 2026: years, orders and marks, what is glued behind them, and
 * numbers that are something else.
 */
#include "unit/when_check.h"

static void years_and_orders(void **state)
{
	static const struct when_row rows[] = {
		{"seen 1/2/70", "1/2/70=1970-01-02"},
		{"seen 1/2/69", "1/2/69=2069-01-02"},
		{"seen 1899/01/02", ""},
		{"seen 1900/01/02", "1900/01/02=1900-01-02"},
		{"seen 2199-01-02", "2199-01-02=2199-01-02"},
		{"seen 2200-01-02", ""},
		{"seen 1/2/1899", ""},
		{"seen 1/2/2200", ""},
		{"seen 01-02-26", "01-02-26=2026-01-02"},
		{"seen 1-2-26", ""},
		{"seen 01.02.26", "01.02.26=2026-02-01"},
		{"version 1.2.26", ""},
		{"seen 2026.11.09", "2026.11.09=2026-11-09"},
		{"version 2026.13.1", ""},
		{"version 2026.1.32", ""},
		{"seen 13/14/2026", ""},
		{"seen 0/14/2026", ""},
		{"seen 13/12/2026", "13/12/2026=2026-12-13"},
		{"seen 12/13/2026", "12/13/2026=2026-12-13"},
		{"seen 1/2-2026", ""},
		{"seen 1/234/2026", ""},
		{"seen 123/1/2026", ""},
		{"1,2,2026", ""},
		{"1:2:2026", ""},
		{"on 9. November 2026", "9. November 2026=2026-11-09"},
		{"on 3. Nov. 2026", "3. Nov. 2026=2026-11-03"},
		{"We had 14. June was better.", ""},
		{"room 114. June 2026", "June 2026=2026-06-01..2026-06-30"},
	};

	(void)state;
	when_check_on("2026-11-09", rows, COUNT_OF(rows));
}

static void months_and_spans(void **state)
{
	static const struct when_row rows[] = {
		{"in 11/2026", "11/2026=2026-11-01..2026-11-30"},
		{"in 13/2026", ""},
		{"in 0/2026", ""},
		{"in 11/1899", ""},
		{"in 11/2200", ""},
		{"in 2026-11", "2026-11=2026-11-01..2026-11-30"},
		{"in 2026/02", "2026/02=2026-02-01..2026-02-28"},
		{"in 2026-13", ""},
		{"in 2026-00", ""},
		{"in 1899-11", ""},
		{"in 2026.11", ""},
		{"from 10/1-11/7/2026",
		 "10/1-11/7/2026=2026-10-01..2026-11-07"},
		{"from 10/1/26-11/7/26",
		 "10/1/26-11/7/26=2026-10-01..2026-11-07"},
		{"from 10/1-11/7/123", ""},
		{"from 13/14-11/7", ""},
		{"from 11/7-13/14", ""},
	};

	(void)state;
	when_check_on("2026-11-09", rows, COUNT_OF(rows));
}

static void what_is_glued_behind(void **state)
{
	static const struct when_row rows[] = {
		{"at 2026-11-12T14:00:05.25+01:00",
		 "2026-11-12T14:00:05.25+01:00=2026-11-12"},
		{"at 2026-11-12T14:00Z", "2026-11-12T14:00Z=2026-11-12"},
		{"at 2026-11-12t14", "2026-11-12t14=2026-11-12"},
		{"on the 21st", "the 21st=2026-11-21"},
		{"on the 22nd", "the 22nd=2026-11-22"},
		{"on the 23rd", "the 23rd=2026-11-23"},
		{"on the 13th", "the 13th=2026-11-13"},
		{"on the 11st", ""},
		{"on the 12nd", ""},
		{"on the 13rd", ""},
		{"on the 22th", "the 22th=2026-11-22"},
		{"on the 21nd", ""},
		{"the 123rd", ""},
		{"on 14april", "14april=2027-04-14"},
		{"on 14apricots", ""},
		{"on 11/12 at 9h30", "11/12=2026-11-12"},
		{"on 11/12 at 9 a.m.", "11/12=2026-11-12"},
		{"on 11/12, 9pm", "11/12=2026-11-12"},
		{"9amazing", ""},
		{"11/12%", ""},
		{"11/12_", ""},
		{"11/12kg", ""},
		{"on 11/12\xe2\x80\xa6 then", "11/12=2026-11-12"},
		{"on 11/12\xc2\xa0then", "11/12=2026-11-12"},
	};

	(void)state;
	when_check_on("2026-11-09", rows, COUNT_OF(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(years_and_orders),
		cmocka_unit_test(months_and_spans),
		cmocka_unit_test(what_is_glued_behind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
