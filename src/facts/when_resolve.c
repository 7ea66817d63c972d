/*
 * Values to days: a pure function of what was said, the day it is said of, the
 * tense, and the policy of the journal format: what is open goes by the tense,
 * and without one to the next in tasks, else to the nearest.
 */
#include "facts/when_internal.h"

#include <string.h>

#include "base/date.h"

static struct jscan_when_days single(struct jscan_date day)
{
	struct jscan_when_days days = {day, day, false};

	return days;
}

static struct jscan_when_days impossible(void)
{
	struct jscan_when_days days = {{0, 0, 0}, {0, 0, 0}, true};

	return days;
}

struct jscan_date jscan_when_monday_of(struct jscan_date day)
{
	return jscan_date_add_days(day, -jscan_date_weekday(day));
}

int jscan_when_direction(const struct jscan_when_setting *setting)
{
	if (setting->tense == JSCAN_TENSE_FUTURE)
		return 1;
	if (setting->tense == JSCAN_TENSE_PAST)
		return -1;
	return setting->prefers_next ? 1 : 0;
}

bool jscan_when_takes_later(struct jscan_date earlier, struct jscan_date later,
			    const struct jscan_when_setting *setting)
{
	int way = jscan_when_direction(setting);

	if (!jscan_date_is_set(earlier) || !jscan_date_is_set(later))
		return jscan_date_is_set(later);
	if (way != 0)
		return way > 0;
	return jscan_date_days_between(setting->reference, later) <=
	       jscan_date_days_between(earlier, setting->reference);
}

static struct jscan_date add_business_days(struct jscan_date day, int count)
{
	int step = count < 0 ? -1 : 1;

	/* Whole weeks at once, so that a large count costs nothing. */
	day = jscan_date_add_days(day, count / 5 * 7L);
	for (count %= 5; count != 0;) {
		day = jscan_date_add_days(day, step);
		if (jscan_date_weekday(day) < 5)
			count -= step;
	}
	if (jscan_date_weekday(day) > 4)
		day = jscan_date_add_days(
			day, step > 0 ? 7 - jscan_date_weekday(day)
				      : 4 - jscan_date_weekday(day));
	return day;
}

struct jscan_date jscan_when_add_units(struct jscan_date day, int count,
				       uint8_t unit, bool is_business)
{
	switch (unit) {
	case WHEN_DAY:
		return is_business ? add_business_days(day, count)
				   : jscan_date_add_days(day, count);
	case WHEN_WEEK:
		return jscan_date_add_days(day, 7L * count);
	case WHEN_FORTNIGHT:
		return jscan_date_add_days(day, 14L * count);
	case WHEN_MONTHS:
		return jscan_date_add_months(day, count);
	case WHEN_QUARTERS:
		return jscan_date_add_months(day, 3 * count);
	case WHEN_YEARS:
		return jscan_date_add_months(day, 12 * count);
	default: /* weekends: the Saturday so many on */
		return jscan_date_add_days(jscan_when_monday_of(day),
					   5 + 7L * count);
	}
}

/* The year's or, for 29 February, the next year's that has the day. */
static struct jscan_date find_valid(int year, int month, int day, int step)
{
	for (int i = 0; i < 9; i++, year += step)
		if (jscan_date_is_valid(year, month, day))
			return jscan_date_make(year, month, day);
	return jscan_date_make(0, 0, 0);
}

/* A month and a day, and perhaps a weekday: which year's? */
static struct jscan_date open_day(int month, int day, int weekday,
				  const struct jscan_when_setting *setting)
{
	struct jscan_date today = setting->reference;
	struct jscan_date last = find_valid(today.year, month, day, -1);
	struct jscan_date next = find_valid(today.year, month, day, 1);

	/*
	 * By the tense the entry's own day is not meant, unless its weekday is
	 * said too or it is where a stretch of days begins.
	 */
	if (jscan_date_compare(next, today) == 0 &&
	    (jscan_when_direction(setting) == 0 || setting->is_range ||
	     (weekday >= 0 && jscan_date_weekday(today) == weekday)))
		return today;
	if (jscan_date_compare(last, today) >= 0)
		last = find_valid(last.year - 1, month, day, -1);
	if (jscan_date_compare(next, today) <= 0)
		next = find_valid(next.year + 1, month, day, 1);
	/* A weekday settles the year when it fits only one. */
	if (weekday >= 0 && jscan_date_is_set(last) &&
	    jscan_date_is_set(next)) {
		bool fits_last = jscan_date_weekday(last) == weekday;
		bool fits_next = jscan_date_weekday(next) == weekday;

		if (fits_last != fits_next)
			return fits_last ? last : next;
	}
	return jscan_when_takes_later(last, next, setting) ? next : last;
}

/* The first such day of a month from the reference on, by months. */
static struct jscan_date find_month_day(int day, int weekday, int step,
					struct jscan_date today)
{
	struct jscan_date month = jscan_date_make(today.year, today.month, 1);

	for (int i = 0; i <= 40; i++) {
		struct jscan_date date = month;
		int way;

		date.day = (uint8_t)day;
		way = jscan_date_compare(date, today) * step;
		if (day <= jscan_date_month_days(month.year, month.month) &&
		    (weekday < 0 ? way > 0
				 : way > 0 || (way == 0 && step > 0)) &&
		    (weekday < 0 || jscan_date_weekday(date) == weekday))
			return date;
		month = jscan_date_add_months(month, step);
	}
	return jscan_date_make(0, 0, 0);
}

/* July 13-15; april 27th to the 3rd; 10/1-11/7. */
static struct jscan_when_days extend(struct jscan_date day,
				     const struct jscan_when_value *value)
{
	int month = value->end_month ? value->end_month : day.month;
	struct jscan_when_days days = single(day);

	if (!jscan_date_is_valid(day.year, month, value->end_day))
		return impossible();
	days.end = jscan_date_make(day.year, month, value->end_day);
	if (jscan_date_compare(days.end, day) < 0)
		days.end = jscan_date_add_months(days.end,
						 value->end_month ? 12 : 1);
	return days;
}

static struct jscan_when_days
resolve_date(const struct jscan_when_value *value,
	     const struct jscan_when_setting *setting)
{
	struct jscan_date day, last, next;

	if (value->year) {
		if (!jscan_date_is_valid(value->year, value->month, value->day))
			return impossible();
		day = jscan_date_make(value->year, value->month, value->day);
	} else if (value->month) {
		day = open_day(value->month, value->day, value->weekday,
			       setting);
	} else {
		last = find_month_day(value->day, value->weekday, -1,
				      setting->reference);
		next = find_month_day(value->day, value->weekday, 1,
				      setting->reference);
		day = jscan_when_takes_later(last, next, setting) ? next : last;
	}
	if (!jscan_date_is_set(day))
		return impossible();
	return value->end_day ? extend(day, value) : single(day);
}

static struct jscan_date
resolve_weekday(const struct jscan_when_value *value,
		const struct jscan_when_setting *setting)
{
	struct jscan_date today = setting->reference, next, last;
	int ahead = (value->weekday - jscan_date_weekday(today) + 7) % 7;

	next = jscan_date_add_days(today, ahead == 0 ? 7 : ahead);
	last = jscan_date_add_days(today, ahead == 0 ? -7 : ahead - 7);
	switch (value->step) {
	case WHEN_PREVIOUS:
	case WHEN_PRESENT:
	case WHEN_FOLLOWING:
		return jscan_date_add_days(jscan_when_monday_of(today),
					   value->weekday + 7L * value->step);
	case WHEN_COMING:
		return jscan_date_add_days(next, 7L * value->count);
	case WHEN_RECENT:
		return jscan_date_add_days(last, -7L * value->count);
	default:
		return jscan_when_takes_later(last, next, setting) ? next
								   : last;
	}
}

static struct jscan_date
resolve_holiday(const struct jscan_when_value *value,
		const struct jscan_when_setting *setting)
{
	struct jscan_date today = setting->reference, last, next;
	int year = value->year ? value->year : today.year;
	struct jscan_date day = jscan_when_holiday_day(value->count, year);

	if (value->year || value->step == WHEN_PRESENT)
		return day;
	last = jscan_date_compare(day, today) < 0
		       ? day
		       : jscan_when_holiday_day(value->count, year - 1);
	next = jscan_date_compare(day, today) > 0
		       ? day
		       : jscan_when_holiday_day(value->count, year + 1);
	if (value->step == WHEN_PREVIOUS)
		return last;
	if (value->step == WHEN_FOLLOWING)
		return next;
	if (jscan_date_compare(day, today) == 0)
		return day;
	/* Without a tense the one to come is meant, but when moved. */
	if (value->away != 0)
		return jscan_when_takes_later(last, next, setting) ? next
								   : last;
	return jscan_when_direction(setting) < 0 ? last : next;
}

/* "In two weeks, on Friday" is that week's, "in 3 days" the Friday around. */
static struct jscan_date find_weekday_at(struct jscan_date day,
					 const struct jscan_when_value *value)
{
	int ahead = value->weekday - jscan_date_weekday(day);

	if (value->unit == WHEN_DAY)
		ahead = (ahead + 10) % 7 - 3;
	return jscan_date_add_days(day, ahead);
}

static struct jscan_when_days
resolve_base(const struct jscan_when_value *value,
	     const struct jscan_when_setting *setting)
{
	struct jscan_date day = setting->reference;
	struct jscan_when_days days;

	switch (value->kind) {
	case WHEN_V_DATE:
		return resolve_date(value, setting);
	case WHEN_V_WEEKDAY:
		return single(resolve_weekday(value, setting));
	case WHEN_V_HOLIDAY:
		return single(resolve_holiday(value, setting));
	case WHEN_V_DAYS:
		return single(jscan_date_add_days(day, value->count));
	case WHEN_V_OFFSET:
		if (value->from_preceding &&
		    jscan_date_is_set(setting->preceding))
			day = setting->preceding;
		day = jscan_when_add_units(day, value->count, value->unit,
					   value->is_business);
		if (value->end_count != 0) {
			days.start = day;
			days.end = jscan_when_add_units(
				setting->reference, value->end_count,
				value->unit, value->is_business);
			days.is_impossible = false;
			return days;
		}
		day = jscan_date_add_days(day, value->more_days);
		return single(value->weekday < 0 ? day
						 : find_weekday_at(day, value));
	default:
		return jscan_when_resolve_period(value, setting);
	}
}

static bool needs_reference(const struct jscan_when_value *value)
{
	return value->year == 0;
}

/* "30 February" exists in no year, whatever the reference. */
static bool is_never(const struct jscan_when_value *value)
{
	if (value->kind != WHEN_V_DATE && value->kind != WHEN_V_MONTH)
		return false;
	if (value->month > 12 || value->day > 31)
		return true;
	return value->kind == WHEN_V_DATE && value->month && !value->year &&
	       value->day > jscan_date_month_days(2024, value->month);
}

/* The week of a day; a Sunday, said so, starts one, but may end one. */
static struct jscan_when_days week_around(struct jscan_date day, bool is_end)
{
	struct jscan_when_days days = single(day);

	if (jscan_date_weekday(day) == 6 && !is_end)
		day = jscan_date_add_days(day, 1);
	days.start = jscan_when_monday_of(day);
	days.end = jscan_date_add_days(days.start, 6);
	return days;
}

static struct jscan_when_days shift(struct jscan_when_days days,
				    const struct jscan_when_value *value)
{
	struct jscan_date from = value->shift > 0 ? days.end : days.start;

	if (value->is_lasting) {
		from = days.start;
		days.end = jscan_date_add_days(
			jscan_when_add_units(from, value->shift,
					     value->shift_unit,
					     value->is_business),
			-1);
		return days;
	}
	return single(jscan_when_add_units(
		from, value->shift, value->shift_unit, value->is_business));
}

/* What the mod makes of a stretch of days: before one is before its first. */
static void apply_mod(struct jscan_when_days *days,
		      const struct jscan_when_value *value,
		      const struct jscan_when_setting *setting)
{
	if ((setting->is_before && value->part != WHEN_END) ||
	    (setting->is_beginning && !setting->is_range))
		days->end = days->start;
}

bool jscan_when_resolve(struct jscan_when_days *out,
			const struct jscan_when_value *value,
			const struct jscan_when_setting *setting)
{
	struct jscan_when_setting moved = *setting;

	*out = impossible();
	if (is_never(value))
		return true;
	if (needs_reference(value) && !jscan_date_is_set(setting->reference))
		return false;
	/* "A week from Friday": the one to come. */
	if (value->shift > 0 && moved.tense == JSCAN_TENSE_NONE)
		moved.tense = JSCAN_TENSE_FUTURE;
	if (value->away != 0) {
		moved.reference =
			jscan_when_add_units(setting->reference, value->away,
					     value->away_unit, false);
		moved.tense = JSCAN_TENSE_NONE;
		moved.prefers_next = false;
	}
	moved.is_range |= value->end_day != 0;
	*out = resolve_base(value, &moved);
	if (!out->is_impossible && value->is_week_of)
		*out = week_around(out->start, value->is_week_end);
	if (!out->is_impossible && value->nth != 0)
		*out = jscan_when_take_nth(*out, value);
	if (out->is_impossible)
		return true;
	*out = jscan_when_take_part(*out, value, &moved);
	apply_mod(out, value, setting);
	if (value->shift != 0)
		*out = shift(*out, value);
	return true;
}

/* Nov-Feb 2017: the year said last holds for both ends. */
static void share_year(struct jscan_when_value *first,
		       const struct jscan_when_value *second)
{
	if (first->year || !second->year)
		return;
	if (first->kind == WHEN_V_QUARTER && second->kind == WHEN_V_QUARTER)
		first->year = (int16_t)(second->year -
					(first->count > second->count));
	if (first->kind != WHEN_V_DATE && first->kind != WHEN_V_MONTH)
		return;
	first->year = second->year;
	if (!first->month)
		first->month = second->month;
	if (second->month && first->month > second->month)
		first->year--;
}

bool jscan_when_resolve_range(struct jscan_when_days *out,
			      const struct jscan_when_value *from,
			      const struct jscan_when_value *to,
			      const struct jscan_when_setting *setting)
{
	struct jscan_when_value first = *from;
	struct jscan_when_setting behind = *setting;
	struct jscan_when_days a, b;

	share_year(&first, to);
	behind.is_before = false;
	behind.is_range = true;
	if (!jscan_when_resolve(&a, &first, &behind))
		return false;
	*out = a;
	if (a.is_impossible)
		return true;
	/* What is open in the second comes after the first. */
	if (to->kind != WHEN_V_DAYS && to->kind != WHEN_V_PERIOD &&
	    (to->kind != WHEN_V_WEEKDAY || to->step == WHEN_OPEN_STEP))
		behind.reference = a.start;
	behind.preceding = a.start;
	behind.tense = JSCAN_TENSE_FUTURE;
	if (!jscan_when_resolve(&b, to, &behind))
		return false;
	if (b.is_impossible) {
		*out = b;
		return true;
	}
	out->end = b.end;
	return jscan_date_compare(b.end, a.start) >= 0;
}
