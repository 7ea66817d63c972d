/*
 * Days and months, without a clock.  Day numbers use the usual era arithmetic
 * with years that start in March, so that the leap day comes last.
 */
#include "base/date.h"

#include <string.h>

#define FIRST_DAY 306L     /* 1 January of year 1 */
#define LAST_DAY  3652364L /* 31 December 9999 */

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int jscan_date_month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30,
				   31, 31, 30, 31, 30, 31};

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool jscan_date_is_valid(int year, int month, int day)
{
	return year >= 1 && year <= 9999 && month >= 1 && month <= 12 &&
	       day >= 1 && day <= jscan_date_month_days(year, month);
}

struct jscan_date jscan_date_make(int year, int month, int day)
{
	struct jscan_date date = {(int16_t)year, (uint8_t)month, (uint8_t)day};

	return date;
}

long jscan_date_to_days(struct jscan_date date)
{
	long year = date.month > 2 ? date.year : date.year - 1;
	long month = (date.month + 9) % 12;

	return year * 365 + year / 4 - year / 100 + year / 400 +
	       (month * 306 + 5) / 10 + date.day - 1;
}

struct jscan_date jscan_date_from_days(long days)
{
	long era, in_era, year, in_year, month;

	if (days < FIRST_DAY)
		days = FIRST_DAY;
	if (days > LAST_DAY)
		days = LAST_DAY;
	era = days / 146097;
	in_era = days % 146097;
	year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) /
	       365;
	in_year = in_era - (365 * year + year / 4 - year / 100);
	month = (5 * in_year + 2) / 153;
	return jscan_date_make((int)(year + era * 400 + (month >= 10)),
			       (int)(month < 10 ? month + 3 : month - 9),
			       (int)(in_year - (153 * month + 2) / 5 + 1));
}

struct jscan_date jscan_date_add_days(struct jscan_date date, long days)
{
	/* Every month has 28 days: many sums stay in the same one. */
	if (jscan_date_is_set(date) && days > -28 && days < 28 &&
	    date.day + days >= 1 && date.day + days <= 28) {
		date.day = (uint8_t)(date.day + days);
		return date;
	}
	return jscan_date_from_days(jscan_date_to_days(date) + days);
}

struct jscan_date jscan_date_add_months(struct jscan_date date, int months)
{
	long index = date.year * 12L + (date.month - 1) + months;
	int year, month, last;

	if (index < 12)
		return jscan_date_from_days(FIRST_DAY);
	if (index >= 120000)
		return jscan_date_from_days(LAST_DAY);
	year = (int)(index / 12);
	month = (int)(index % 12) + 1;
	last = jscan_date_month_days(year, month);
	return jscan_date_make(year, month, date.day < last ? date.day : last);
}

long jscan_date_days_between(struct jscan_date a, struct jscan_date b)
{
	return jscan_date_to_days(b) - jscan_date_to_days(a);
}

int jscan_date_weekday(struct jscan_date date)
{
	return (int)((jscan_date_to_days(date) + 2) % 7);
}

struct jscan_date jscan_date_min(struct jscan_date a, struct jscan_date b)
{
	return jscan_date_compare(a, b) <= 0 ? a : b;
}

struct jscan_date jscan_date_max(struct jscan_date a, struct jscan_date b)
{
	return jscan_date_compare(a, b) >= 0 ? a : b;
}

static int read_number(const char *text, int digits)
{
	int value = 0;

	for (int i = 0; i < digits; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

int jscan_date_parse(struct jscan_date *out, const char *text)
{
	int year, month, day;

	if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
		return -1;
	year = read_number(text, 4);
	month = read_number(text + 5, 2);
	day = read_number(text + 8, 2);
	if (!jscan_date_is_valid(year, month, day))
		return -1;
	*out = jscan_date_make(year, month, day);
	return 0;
}

void jscan_date_format(char out[11], struct jscan_date date)
{
	out[0] = '\0';
	if (!jscan_date_is_set(date))
		return;
	memcpy(out, "0000-00-00", 11);
	for (int year = date.year, i = 3; i >= 0; i--, year /= 10)
		out[i] = (char)('0' + year % 10);
	out[5] = (char)('0' + date.month / 10);
	out[6] = (char)('0' + date.month % 10);
	out[8] = (char)('0' + date.day / 10);
	out[9] = (char)('0' + date.day % 10);
}
