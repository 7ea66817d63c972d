/*
 * Days: pure arithmetic on the proleptic Gregorian calendar, years 1 to 9999.
 * The public struct jscan_date is the value; year 0 is "no date", which sorts
 * before every day.
 */
#ifndef JSCAN_BASE_DATE_H
#define JSCAN_BASE_DATE_H

#include <stdbool.h>

#include "journalscan.h"

/* False for days that do not exist and for years outside 1 to 9999. */
bool jscan_date_is_valid(int year, int month, int day);
struct jscan_date jscan_date_make(int year, int month, int day);

static inline bool jscan_date_is_set(struct jscan_date date)
{
	return date.year != 0;
}

/* 28 to 31. */
int jscan_date_month_days(int year, int month);

/* Negative, 0 or positive, as strcmp. */
static inline int jscan_date_compare(struct jscan_date a, struct jscan_date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

/* Days since 1 March of year 0; and back, clamped to the years 1 to 9999. */
long jscan_date_to_days(struct jscan_date date);
struct jscan_date jscan_date_from_days(long days);

struct jscan_date jscan_date_add_days(struct jscan_date date, long days);

/* Calendar months; the day is clamped to the end of the month. */
struct jscan_date jscan_date_add_months(struct jscan_date date, int months);

/* b - a. */
long jscan_date_days_between(struct jscan_date a, struct jscan_date b);

/* 0 is Monday. */
int jscan_date_weekday(struct jscan_date date);

struct jscan_date jscan_date_min(struct jscan_date a, struct jscan_date b);
struct jscan_date jscan_date_max(struct jscan_date a, struct jscan_date b);

#endif
