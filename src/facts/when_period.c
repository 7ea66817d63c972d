/*
 * Stretches of days: weeks from Monday to Sunday, months, quarters, years and
 * seasons, their parts (early, mid and late in a month by tens of days; a week
 * begins Monday to Wednesday and ends Friday to Sunday), and the nth weekday or
 * week in one of them.
 */
#include "facts/when_internal.h"

#include "base/date.h"

#define HALF_YEAR 183

static struct jscan_when_days between(struct jscan_date start,
				      struct jscan_date end)
{
	struct jscan_when_days days = {start, end, false};

	return days;
}

static struct jscan_when_days months_from(struct jscan_date start, int count)
{
	struct jscan_date end =
		jscan_date_add_days(jscan_date_add_months(start, count), -1);

	/* In the last month of the calendar there is none after it. */
	return between(start, jscan_date_max(start, end));
}

static struct jscan_date month_start(struct jscan_date day)
{
	return jscan_date_make(day.year, day.month, 1);
}

/* 0 in a day that is never: the caller has seen to the month's number. */
static int open_year(const struct jscan_when_value *value,
		     const struct jscan_when_setting *setting)
{
	struct jscan_date reference = setting->reference;
	int year = reference.year, month = value->month;
	int way = jscan_when_direction(setting);

	/* "last Friday in October": of the one to come, if nothing is said */
	if (way == 0 && value->nth != 0 && value->step == WHEN_OPEN_STEP)
		way = 1;
	switch (value->step) {
	case WHEN_PRESENT:
		return year;
	case WHEN_PREVIOUS:
		return month < reference.month ? year : year - 1;
	case WHEN_FOLLOWING:
		return month > reference.month ? year : year + 1;
	default:
		if (way != 0)
			return (month - reference.month) * way < 0 ? year + way
								   : year;
		/* The nearest: within six months either way. */
		if (month - reference.month > 6)
			return year - 1;
		return month - reference.month < -5 ? year + 1 : year;
	}
}

static struct jscan_when_days
resolve_month(const struct jscan_when_value *value,
	      const struct jscan_when_setting *setting)
{
	int year = value->year ? value->year : open_year(value, setting);

	return months_from(jscan_date_make(year, value->month, 1), 1);
}

static struct jscan_when_days
resolve_quarter(const struct jscan_when_value *value,
		const struct jscan_when_setting *setting)
{
	bool is_half = value->count > 4;
	int length = is_half ? 6 : 3, year = value->year;
	int month = (value->count - (is_half ? 5 : 1)) * length + 1;
	int way = jscan_when_direction(setting);
	struct jscan_when_days days;
	long gap;

	if (year)
		return months_from(jscan_date_make(year, month, 1), length);
	days = months_from(jscan_date_make(setting->reference.year, month, 1),
			   length);
	gap = jscan_date_days_between(days.end, setting->reference);
	/* This year's, unless the tense says no or it is long past. */
	if (gap > 0 && (way > 0 || (way == 0 && gap > HALF_YEAR)))
		return months_from(jscan_date_add_months(days.start, 12),
				   length);
	if (way < 0 && jscan_date_compare(days.start, setting->reference) > 0)
		return months_from(jscan_date_add_months(days.start, -12),
				   length);
	return days;
}

/* Seasons of the north, to the day of the change. */
static struct jscan_when_days season_of(int season, int year)
{
	static const int starts[][2] = {{3, 20}, {6, 21}, {9, 23}, {12, 21}};
	const int *from = starts[season - 1], *to = starts[season % 4];

	return between(jscan_date_make(year, from[0], from[1]),
		       jscan_date_make(year + (season == 4), to[0], to[1]));
}

static struct jscan_when_days
resolve_season(const struct jscan_when_value *value,
	       const struct jscan_when_setting *setting)
{
	struct jscan_date today = setting->reference;
	int year = value->year ? value->year : today.year;
	struct jscan_when_days days = season_of(value->count, year);

	if (value->year)
		return days;
	if (value->step == WHEN_PREVIOUS) {
		/* In January the winter that began last year is not over. */
		while (jscan_date_compare(days.end, today) >= 0)
			days = season_of(value->count, --year);
		return days;
	}
	if (value->step == WHEN_FOLLOWING &&
	    jscan_date_compare(days.start, today) <= 0)
		return season_of(value->count, year + 1);
	/* This winter, in January: the one that began last year. */
	if (value->step == WHEN_PRESENT && value->count == 4 && today.month < 4)
		return season_of(value->count, year - 1);
	return days;
}

/* The unit that the day is in, or so many units on. */
static struct jscan_when_days unit_around(struct jscan_date day,
					  const struct jscan_when_value *value,
					  int count)
{
	struct jscan_date start = jscan_when_monday_of(day);

	switch (value->unit) {
	case WHEN_DAY:
		start = jscan_when_add_units(day, count, WHEN_DAY,
					     value->is_business);
		return between(start, start);
	case WHEN_WEEK:
		start = jscan_date_add_days(start, 7L * count);
		return between(
			start,
			jscan_date_add_days(start, value->is_business ? 4 : 6));
	case WHEN_FORTNIGHT:
		start = jscan_date_add_days(start, 14L * count);
		return between(start, jscan_date_add_days(start, 13));
	case WHEN_MONTHS:
		start = month_start(day);
		return months_from(jscan_date_add_months(start, count), 1);
	case WHEN_QUARTERS:
		start = jscan_date_make(day.year, (day.month - 1) / 3 * 3 + 1,
					1);
		return months_from(jscan_date_add_months(start, 3 * count), 3);
	case WHEN_YEARS:
		start = jscan_date_make(day.year, 1, 1);
		return months_from(jscan_date_add_months(start, 12 * count),
				   12);
	default:
		start = jscan_date_add_days(start, 5 + 7L * count);
		return between(start, jscan_date_add_days(start, 1));
	}
}

static struct jscan_when_days
resolve_unit(const struct jscan_when_value *value,
	     const struct jscan_when_setting *setting)
{
	struct jscan_date day = setting->reference;
	struct jscan_when_days days;
	int count = value->count;

	if (value->from_preceding && jscan_date_is_set(setting->preceding))
		day = setting->preceding;
	/* "At the weekend", told of: the one behind. */
	if (value->step == WHEN_OPEN_STEP && jscan_date_weekday(day) < 5 &&
	    jscan_when_direction(setting) < 0)
		count--;
	days = unit_around(day, value, count);
	if (value->day == 0)
		return days;
	/* from 4 to 22 this month */
	day = days.start;
	if (value->end_day > jscan_date_month_days(day.year, day.month) ||
	    value->end_day < value->day) {
		days.is_impossible = true;
		return days;
	}
	return between(jscan_date_add_days(day, value->day - 1),
		       jscan_date_add_days(day, value->end_day - 1));
}

/* Week 1 is the one with 4 January in it. */
static struct jscan_when_days
resolve_week(const struct jscan_when_value *value,
	     const struct jscan_when_setting *setting)
{
	int year = value->year ? value->year : setting->reference.year;
	struct jscan_date start =
		jscan_when_monday_of(jscan_date_make(year, 1, 4));

	start = jscan_date_add_days(start, 7L * (value->count - 1));
	return between(start, jscan_date_add_days(start, 6));
}

/*
 * The next three weeks: from tomorrow on.  As "next month" is a whole one, so
 * are the next three months, quarters and years.
 */
static struct jscan_when_days
resolve_span(const struct jscan_when_value *value,
	     const struct jscan_when_setting *setting)
{
	struct jscan_date today = setting->reference;
	int count = value->count;
	int months = value->unit == WHEN_MONTHS	    ? 1
		     : value->unit == WHEN_QUARTERS ? 3
						    : 12;

	if (value->unit >= WHEN_MONTHS && value->more_days == 0) {
		struct jscan_when_days first =
			unit_around(today, value, value->step < 0 ? -count : 1);

		return months_from(first.start, months * count);
	}
	if (value->step < 0)
		return between(
			jscan_date_add_days(
				jscan_when_add_units(today, -count, value->unit,
						     value->is_business),
				-value->more_days),
			jscan_date_add_days(today, -1));
	return between(jscan_date_add_days(today, 1),
		       jscan_date_add_days(
			       jscan_when_add_units(today, count, value->unit,
						    value->is_business),
			       value->more_days));
}

struct jscan_when_days
jscan_when_resolve_period(const struct jscan_when_value *value,
			  const struct jscan_when_setting *setting)
{
	switch (value->kind) {
	case WHEN_V_MONTH:
		return resolve_month(value, setting);
	case WHEN_V_QUARTER:
		return resolve_quarter(value, setting);
	case WHEN_V_SEASON:
		return resolve_season(value, setting);
	case WHEN_V_SPAN:
		return resolve_span(value, setting);
	case WHEN_V_YEAR:
		return months_from(jscan_date_make(value->year, 1, 1), 12);
	case WHEN_V_WEEK:
		return resolve_week(value, setting);
	default:
		return resolve_unit(value, setting);
	}
}

/* The part from the day `from` to the day `to`, counted from 0; -1: the end. */
static struct jscan_when_days piece(struct jscan_when_days days, int from,
				    int to)
{
	struct jscan_date start = days.start;

	days.start = jscan_date_add_days(start, from);
	if (to >= 0)
		days.end = jscan_date_add_days(start, to);
	return days;
}

static struct jscan_when_days piece_months(struct jscan_when_days days,
					   int from, int to)
{
	struct jscan_date start = days.start;

	days.start = jscan_date_add_months(start, from);
	if (to >= 0)
		days.end = months_from(start, to).end;
	return days;
}

struct jscan_when_days
jscan_when_take_part(struct jscan_when_days days,
		     const struct jscan_when_value *value,
		     const struct jscan_when_setting *setting)
{
	long length = jscan_date_days_between(days.start, days.end) + 1;
	bool is_head = value->part == WHEN_START || value->part == WHEN_EARLY;
	bool is_middle = value->part == WHEN_MIDDLE;

	if (value->part == WHEN_WHOLE || length < 2)
		return days;
	if (value->part == WHEN_REST) { /* later this week: from today on */
		if (jscan_date_compare(days.start, setting->reference) < 0 &&
		    jscan_date_compare(days.end, setting->reference) >= 0)
			days.start = setting->reference;
		return days;
	}
	if (length <= 7)
		days = is_head	   ? piece(days, 0, 2)
		       : is_middle ? piece(days, 1, 3)
				   : piece(days, 4, -1);
	else if (length <= 31)
		days = is_head	   ? piece(days, 0, 9)
		       : is_middle ? piece(days, 10, 19)
				   : piece(days, 20, -1);
	else if (length <= 200) /* a quarter: its months */
		days = is_head	   ? piece_months(days, 0, 1)
		       : is_middle ? piece_months(days, 1, 2)
				   : piece_months(days, 2, -1);
	else
		days = is_head	   ? piece_months(days, 0, 3)
		       : is_middle ? piece_months(days, 4, 8)
				   : piece_months(days, 8, -1);
	/* "By the end of the month" names a day: its last. */
	if (value->part == WHEN_END && setting->mod == JSCAN_WHEN_BY)
		days.start = days.end;
	return days;
}

/* The nth month or quarter of a period, from its end when negative. */
static struct jscan_when_days nth_months(struct jscan_when_days days, int nth,
					 int months)
{
	struct jscan_date last = month_start(days.end);

	if (nth > 0)
		return months_from(
			jscan_date_add_months(days.start, (nth - 1) * months),
			months);
	return months_from(jscan_date_add_months(last, 1 + nth * months),
			   months);
}

/* The first day of the weekday in the days, or their last. */
static struct jscan_date edge_weekday(struct jscan_when_days days, int weekday,
				      bool is_last)
{
	int first = jscan_date_weekday(days.start);
	int last = jscan_date_weekday(days.end);

	if (is_last)
		return jscan_date_add_days(days.end,
					   -((last - weekday + 7) % 7));
	return jscan_date_add_days(days.start, (weekday - first + 7) % 7);
}

static struct jscan_when_days nth_day(struct jscan_when_days days,
				      const struct jscan_when_value *value)
{
	int step = value->nth_of < 7 ? 7 : 1;
	int nth = value->nth, on = step * (nth > 0 ? nth - 1 : nth + 1);
	struct jscan_date day = nth > 0 ? days.start : days.end;

	if (value->nth_of < 7)
		day = edge_weekday(days, value->nth_of, nth < 0);
	day = jscan_date_add_days(day, on);
	if (jscan_date_compare(day, days.end) > 0 ||
	    jscan_date_compare(day, days.start) < 0) {
		days.is_impossible = true; /* the fifth Monday of May */
		return days;
	}
	return between(day, day);
}

struct jscan_when_days jscan_when_take_nth(struct jscan_when_days days,
					   const struct jscan_when_value *value)
{
	int nth = value->nth, on = 7 * (nth > 0 ? nth - 1 : nth + 1);
	struct jscan_date day;

	switch (value->nth_of - 7) {
	case WHEN_MONTHS:
		return nth_months(days, nth, 1);
	case WHEN_QUARTERS:
		return nth_months(days, nth, 3);
	case WHEN_WEEK: /* a week belongs where its Thursday is */
		day = jscan_date_add_days(edge_weekday(days, 3, nth < 0),
					  on - 3);
		return between(day, jscan_date_add_days(day, 6));
	case WHEN_WEEKEND:
		day = jscan_date_add_days(edge_weekday(days, 5, nth < 0), on);
		return between(day, jscan_date_add_days(day, 1));
	default:
		return nth_day(days, value);
	}
}
