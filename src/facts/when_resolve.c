/*
 * Values to days: a pure function of what was said, the day it is said of, the
 * tense, and the policy of the journal format (weeks from Monday to Sunday, an
 * open weekday or day by the tense, early, mid and late in a month by tens of
 * days).
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

static struct jscan_date monday_of(struct jscan_date day)
{
	return jscan_date_add_days(day, -jscan_date_weekday(day));
}

static struct jscan_date month_start(struct jscan_date day)
{
	return jscan_date_make(day.year, day.month, 1);
}

static struct jscan_date month_end(struct jscan_date day)
{
	return jscan_date_make(day.year, day.month,
			       jscan_date_month_days(day.year, day.month));
}

/*
 * Which way an open reading goes: 1 the next, -1 the last, 0 the nearest.
 */
static int direction(const struct jscan_when_setting *setting)
{
	if (setting->tense == JSCAN_TENSE_FUTURE)
		return 1;
	if (setting->tense == JSCAN_TENSE_PAST)
		return -1;
	return setting->prefers_next ? 1 : 0;
}

/* Of two days around the reference, the one that the tense means. */
static bool takes_later(struct jscan_date earlier, struct jscan_date later,
			const struct jscan_when_setting *setting)
{
	int way = direction(setting);

	if (way != 0)
		return way > 0;
	return jscan_date_days_between(setting->reference, later) <=
	       jscan_date_days_between(earlier, setting->reference);
}

static struct jscan_date add_business_days(struct jscan_date day, int count)
{
	int step = count < 0 ? -1 : 1;

	/* Whole weeks at once, so that a large count costs nothing. */
	day = jscan_date_add_days(day, count / 5 * 7);
	for (count %= 5; count != 0;) {
		day = jscan_date_add_days(day, step);
		if (jscan_date_weekday(day) < 5)
			count -= step;
	}
	while (jscan_date_weekday(day) > 4)
		day = jscan_date_add_days(day, step);
	return day;
}

static struct jscan_date add_units(struct jscan_date day, int count,
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
		return jscan_date_add_days(monday_of(day), 5 + 7L * count);
	}
}

static struct jscan_when_days whole_month(int year, int month)
{
	struct jscan_date start = jscan_date_make(year, month, 1);
	struct jscan_when_days days = {start, month_end(start), false};

	return days;
}

static struct jscan_when_days months_from(struct jscan_date start, int count)
{
	struct jscan_when_days days = {start, start, false};

	days.end = jscan_date_add_days(jscan_date_add_months(start, count), -1);
	return days;
}

static struct jscan_when_days part_of_month(struct jscan_when_days month,
					    uint8_t part)
{
	struct jscan_date start = month.start;

	switch (part) {
	case WHEN_START:
	case WHEN_EARLY:
		month.end = jscan_date_add_days(start, 9);
		break;
	case WHEN_MIDDLE:
		month.start = jscan_date_add_days(start, 10);
		month.end = jscan_date_add_days(start, 19);
		break;
	default:
		month.start = jscan_date_add_days(start, 20);
	}
	return month;
}

static struct jscan_when_days part_of_week(struct jscan_when_days week,
					   uint8_t part)
{
	switch (part) {
	case WHEN_START:
	case WHEN_EARLY:
		week.end = jscan_date_add_days(week.start, 2);
		break;
	case WHEN_MIDDLE:
		week.end = jscan_date_add_days(week.start, 3);
		week.start = jscan_date_add_days(week.start, 1);
		break;
	default:
		week.start = jscan_date_add_days(week.start, 4);
	}
	return week;
}

/* Quarters by months; years: to March, May to August, from September. */
static struct jscan_when_days part_of_long(struct jscan_when_days days,
					   uint8_t part, bool is_year)
{
	int head = is_year ? 3 : 1, middle = is_year ? 4 : 1;
	int tail = is_year ? 8 : 2;
	struct jscan_date start = days.start;

	switch (part) {
	case WHEN_START:
	case WHEN_EARLY:
		return months_from(start, head);
	case WHEN_MIDDLE:
		return months_from(
			jscan_date_add_months(start, is_year ? 4 : 1), middle);
	default:
		days.start = jscan_date_add_months(start, tail);
		return days;
	}
}

static struct jscan_when_days
take_part(struct jscan_when_days days, const struct jscan_when_value *value,
	  const struct jscan_when_setting *setting)
{
	long length = jscan_date_days_between(days.start, days.end) + 1;

	if (value->part == WHEN_WHOLE || length < 2)
		return days;
	if (value->part == WHEN_REST) {
		if (jscan_date_compare(days.start, setting->reference) < 0 &&
		    jscan_date_compare(days.end, setting->reference) >= 0)
			days.start = setting->reference;
		return days;
	}
	if (length <= 8)
		days = part_of_week(days, value->part);
	else if (length <= 31)
		days = part_of_month(days, value->part);
	else
		days = part_of_long(days, value->part, length > 200);
	/* "by the end of the month" is a day: the last. */
	if (value->part == WHEN_END && setting->mod == JSCAN_WHEN_BY)
		days.start = days.end;
	return days;
}

static int year_of_month(int month, int step,
			 const struct jscan_when_setting *setting)
{
	struct jscan_date reference = setting->reference;
	int year = reference.year;

	switch (step) {
	case WHEN_PRESENT:
		if (direction(setting) == 0)
			break;
		return month < reference.month && direction(setting) > 0
			       ? year + 1
		       : month > reference.month && direction(setting) < 0
			       ? year - 1
			       : year;
	case WHEN_PREVIOUS:
		return month < reference.month ? year : year - 1;
	case WHEN_FOLLOWING:
		return month > reference.month ? year : year + 1;
	default:
		break;
	}
	/* The nearest: within six months either way. */
	if (month - reference.month > 6)
		return year - 1;
	return month - reference.month < -5 ? year + 1 : year;
}

static struct jscan_when_days resolve_month(const struct jscan_when_value *v,
					    const struct jscan_when_setting *s)
{
	int year = v->year;

	if (v->month < 1 || v->month > 12)
		return impossible();
	if (!year && v->step != 0)
		year = year_of_month(v->month, v->step, s);
	else if (!year)
		year = year_of_month(v->month, WHEN_PRESENT, s);
	return whole_month(year, v->month);
}

/* A month and day that comes once a year, or 29 February less often. */
static struct jscan_date nearest_valid(int year, int month, int day, int step)
{
	for (int i = 0; i < 9; i++, year += step)
		if (jscan_date_is_valid(year, month, day))
			return jscan_date_make(year, month, day);
	return jscan_date_make(0, 0, 0);
}

static struct jscan_date open_day(int month, int day, int weekday,
				  const struct jscan_when_setting *setting)
{
	struct jscan_date reference = setting->reference;
	struct jscan_date last = nearest_valid(reference.year, month, day, -1);
	struct jscan_date next = nearest_valid(reference.year, month, day, 1);

	if (!jscan_date_is_set(last) || !jscan_date_is_set(next))
		return last;
	if (jscan_date_compare(last, reference) >= 0)
		last = nearest_valid(last.year - 1, month, day, -1);
	if (jscan_date_compare(next, reference) <= 0)
		next = nearest_valid(next.year + 1, month, day, 1);
	/* A weekday said with it settles the year when it fits only one. */
	if (weekday >= 0 && jscan_date_is_set(last) &&
	    jscan_date_is_set(next)) {
		bool fits_last = jscan_date_weekday(last) == weekday;
		bool fits_next = jscan_date_weekday(next) == weekday;

		if (fits_last != fits_next)
			return fits_last ? last : next;
	}
	if (!jscan_date_is_set(last) || !jscan_date_is_set(next))
		return jscan_date_is_set(last) ? last : next;
	return takes_later(last, next, setting) ? next : last;
}

/* "the 19th": of this month, the next or the last. */
static struct jscan_date open_month_day(int day, int weekday,
					const struct jscan_when_setting *s)
{
	struct jscan_date first = month_start(s->reference);
	struct jscan_date last = {0, 0, 0}, next = {0, 0, 0};

	for (int i = 0; i <= 40 && !jscan_date_is_set(next); i++) {
		struct jscan_date month = jscan_date_add_months(first, i);
		struct jscan_date date =
			jscan_date_make(month.year, month.month, day);

		if (day <= jscan_date_month_days(month.year, month.month) &&
		    (weekday < 0 || jscan_date_weekday(date) == weekday) &&
		    jscan_date_compare(date, s->reference) >=
			    (weekday < 0 ? 1 : 0))
			next = date;
	}
	for (int i = 0; i <= 40 && !jscan_date_is_set(last); i++) {
		struct jscan_date month = jscan_date_add_months(first, -i);
		struct jscan_date date =
			jscan_date_make(month.year, month.month, day);

		if (day <= jscan_date_month_days(month.year, month.month) &&
		    (weekday < 0 || jscan_date_weekday(date) == weekday) &&
		    jscan_date_compare(date, s->reference) < 0)
			last = date;
	}
	if (!jscan_date_is_set(last) || !jscan_date_is_set(next))
		return jscan_date_is_set(last) ? last : next;
	return takes_later(last, next, s) ? next : last;
}

static struct jscan_when_days resolve_date(const struct jscan_when_value *v,
					   const struct jscan_when_setting *s)
{
	struct jscan_when_days days;
	struct jscan_date day, end;
	int month = v->month;

	if (v->year) {
		if (!jscan_date_is_valid(v->year, month, v->day))
			return impossible();
		day = jscan_date_make(v->year, month, v->day);
	} else if (month) {
		day = open_day(month, v->day, v->weekday, s);
	} else {
		day = open_month_day(v->day, v->weekday, s);
	}
	if (!jscan_date_is_set(day))
		return impossible();
	days = single(day);
	if (v->end_day == 0)
		return days;
	/* July 13-15; april 27th to the 3rd; 10/1-11/7. */
	month = v->end_month ? v->end_month : day.month;
	if (!jscan_date_is_valid(day.year, month, v->end_day))
		return impossible();
	end = jscan_date_make(day.year, month, v->end_day);
	if (jscan_date_compare(end, day) < 0)
		end = jscan_date_add_months(end, v->end_month ? 12 : 1);
	days.end = end;
	return days;
}

static struct jscan_date resolve_weekday(const struct jscan_when_value *v,
					 const struct jscan_when_setting *s)
{
	struct jscan_date reference = s->reference;
	int ahead = (v->weekday - jscan_date_weekday(reference) + 7) % 7;
	struct jscan_date next, last;

	next = jscan_date_add_days(reference, ahead == 0 ? 7 : ahead);
	last = jscan_date_add_days(reference, ahead == 0 ? -7 : ahead - 7);
	switch (v->step) {
	case WHEN_PREVIOUS:
	case WHEN_PRESENT:
	case WHEN_FOLLOWING:
		return jscan_date_add_days(monday_of(reference),
					   v->weekday + 7L * v->step);
	case WHEN_COMING:
		return jscan_date_add_days(next, 7L * v->count);
	case WHEN_RECENT:
		return jscan_date_add_days(last, -7L * v->count);
	default:
		return takes_later(last, next, s) ? next : last;
	}
}

static struct jscan_when_days resolve_period(const struct jscan_when_value *v,
					     const struct jscan_when_setting *s)
{
	struct jscan_date day = s->reference, start;
	struct jscan_when_days days;
	int count = v->count;

	if (v->from_preceding && jscan_date_is_set(s->preceding))
		day = s->preceding;
	switch (v->unit) {
	case WHEN_DAY:
		return single(add_units(day, count, WHEN_DAY, v->is_business));
	case WHEN_WEEK:
	case WHEN_FORTNIGHT:
		count *= v->unit == WHEN_WEEK ? 1 : 2;
		days.start = jscan_date_add_days(monday_of(day), 7L * count);
		days.end = jscan_date_add_days(days.start,
					       v->unit == WHEN_FORTNIGHT ? 13
					       : v->is_business		 ? 4
									 : 6);
		days.is_impossible = false;
		return days;
	case WHEN_MONTHS:
		return months_from(
			jscan_date_add_months(month_start(day), count), 1);
	case WHEN_QUARTERS:
		start = jscan_date_make(day.year, (day.month - 1) / 3 * 3 + 1,
					1);
		return months_from(jscan_date_add_months(start, 3 * count), 3);
	case WHEN_YEARS:
		start = jscan_date_make(day.year, 1, 1);
		return months_from(jscan_date_add_months(start, 12 * count),
				   12);
	default:
		/* The weekend: this one, or by the tense the one behind. */
		if (v->step == WHEN_OPEN_STEP && direction(s) < 0 &&
		    jscan_date_weekday(day) < 5)
			count--;
		days.start =
			jscan_date_add_days(monday_of(day), 5 + 7L * count);
		days.end = jscan_date_add_days(days.start, 1);
		days.is_impossible = false;
		return days;
	}
}

/* The next three weeks: from tomorrow on; whole quarters. */
static struct jscan_when_days resolve_span(const struct jscan_when_value *v,
					   const struct jscan_when_setting *s)
{
	struct jscan_when_days days = {s->reference, s->reference, false};
	struct jscan_date tomorrow = jscan_date_add_days(s->reference, 1);
	struct jscan_when_value quarter = *v;

	if (v->unit == WHEN_QUARTERS) {
		quarter.count = v->step < 0 ? (int16_t)-v->count : 1;
		days = resolve_period(&quarter, s);
		return months_from(days.start, 3 * v->count);
	}
	if (v->step < 0) {
		days.start = add_units(s->reference, -v->count, v->unit,
				       v->is_business);
		days.end = jscan_date_add_days(s->reference, -1);
	} else {
		days.start = tomorrow;
		days.end = add_units(s->reference, v->count, v->unit,
				     v->is_business);
	}
	return days;
}

static struct jscan_when_days
resolve_quarter(const struct jscan_when_value *v,
		const struct jscan_when_setting *s)
{
	int length = v->count > 4 ? 6 : 3, year = v->year;
	int month =
		v->count > 4 ? (v->count - 5) * 6 + 1 : (v->count - 1) * 3 + 1;
	struct jscan_when_days days;

	if (!year) {
		year = s->reference.year;
		days = months_from(jscan_date_make(year, month, 1), length);
		/* By the tense, but the present one is never left. */
		if (direction(s) > 0 &&
		    jscan_date_compare(days.end, s->reference) < 0)
			year++;
		else if (direction(s) < 0 &&
			 jscan_date_compare(days.start, s->reference) > 0)
			year--;
	}
	return months_from(jscan_date_make(year, month, 1), length);
}

static struct jscan_date resolve_holiday(const struct jscan_when_value *v,
					 const struct jscan_when_setting *s)
{
	int year = v->year ? v->year : s->reference.year;
	struct jscan_date day = jscan_when_holiday_day(v->count, year);
	struct jscan_date last, next;

	if (v->year || v->step == WHEN_PRESENT)
		return day;
	last = jscan_date_compare(day, s->reference) < 0
		       ? day
		       : jscan_when_holiday_day(v->count, year - 1);
	next = jscan_date_compare(day, s->reference) > 0
		       ? day
		       : jscan_when_holiday_day(v->count, year + 1);
	if (v->step == WHEN_PREVIOUS)
		return last;
	if (v->step == WHEN_FOLLOWING)
		return next;
	if (jscan_date_compare(day, s->reference) == 0)
		return day;
	return takes_later(last, next, s) ? next : last;
}

/* Astronomical seasons of the north, to the day of the change. */
static struct jscan_when_days season_of(int season, int year)
{
	static const int start[][2] = {{3, 20}, {6, 21}, {9, 23}, {12, 21}};
	const int *from = start[season - 1], *to = start[season % 4];
	struct jscan_when_days days = {
		jscan_date_make(year, from[0], from[1]),
		jscan_date_make(year + (season == 4), to[0], to[1]), false};

	return days;
}

static struct jscan_when_days resolve_season(const struct jscan_when_value *v,
					     const struct jscan_when_setting *s)
{
	int year = v->year ? v->year : s->reference.year;
	struct jscan_when_days days = season_of(v->count, year);
	struct jscan_date today = s->reference;

	if (v->year)
		return days;
	if (v->step == WHEN_PREVIOUS &&
	    jscan_date_compare(days.end, today) >= 0)
		return season_of(v->count, year - 1);
	if (v->step == WHEN_FOLLOWING &&
	    jscan_date_compare(days.start, today) <= 0)
		return season_of(v->count, year + 1);
	if (v->step == WHEN_PRESENT && v->count == 4 && today.month < 4)
		return season_of(v->count, year - 1);
	return days;
}

static struct jscan_when_days resolve_base(const struct jscan_when_value *v,
					   const struct jscan_when_setting *s)
{
	struct jscan_date day = s->reference;

	switch (v->kind) {
	case WHEN_V_DATE:
		return resolve_date(v, s);
	case WHEN_V_MONTH:
		return resolve_month(v, s);
	case WHEN_V_QUARTER:
		return resolve_quarter(v, s);
	case WHEN_V_WEEKDAY:
		return single(resolve_weekday(v, s));
	case WHEN_V_DAYS:
		return single(jscan_date_add_days(day, v->count));
	case WHEN_V_PERIOD:
		return resolve_period(v, s);
	case WHEN_V_SPAN:
		return resolve_span(v, s);
	case WHEN_V_OFFSET:
		if (v->from_preceding && jscan_date_is_set(s->preceding))
			day = s->preceding;
		return single(
			add_units(day, v->count, v->unit, v->is_business));
	case WHEN_V_HOLIDAY:
		return single(resolve_holiday(v, s));
	case WHEN_V_SEASON:
		return resolve_season(v, s);
	default:
		return months_from(jscan_date_make(v->year, 1, 1), 12);
	}
}

/* The nth Monday, day, week or weekend of a period; negative: from its end. */
static struct jscan_when_days take_nth(struct jscan_when_days days,
				       const struct jscan_when_value *v)
{
	int weekday = v->nth_of < 7 ? v->nth_of : 0;
	int step = v->nth_of == 7 + WHEN_DAY ? 1 : 7;
	int nth = v->nth;
	struct jscan_date first = days.start, found;

	if (v->nth_of == 7 + WHEN_MONTHS || v->nth_of == 7 + WHEN_QUARTERS) {
		int months = v->nth_of == 7 + WHEN_MONTHS ? 1 : 3;

		if (nth > 0)
			return months_from(jscan_date_add_months(
						   first, (nth - 1) * months),
					   months);
		return months_from(
			jscan_date_add_months(month_start(days.end),
					      (nth + 1) * months - months + 1),
			months);
	}
	if (v->nth_of == 7 + WHEN_WEEKEND)
		weekday = 5;
	if (step == 7) {
		/* A week belongs where its Thursday is. */
		int mark = v->nth_of == 7 + WHEN_WEEK ? 3 : weekday;

		if (nth > 0)
			first = jscan_date_add_days(
				first,
				(mark - jscan_date_weekday(first) + 7) % 7);
		else
			first = jscan_date_add_days(
				days.end,
				-((jscan_date_weekday(days.end) - mark + 7) %
				  7));
		if (mark != weekday)
			first = jscan_date_add_days(first, -mark);
	} else if (nth < 0) {
		first = days.end;
	}
	found = jscan_date_add_days(first,
				    (long)step * (nth > 0 ? nth - 1 : nth + 1));
	if (v->nth_of < 7 || step == 1) {
		if (jscan_date_compare(found, days.end) > 0 ||
		    jscan_date_compare(found, days.start) < 0)
			return impossible();
		return single(found);
	}
	days.start = found;
	days.end = jscan_date_add_days(found,
				       v->nth_of == 7 + WHEN_WEEKEND ? 1 : 6);
	return days;
}

static bool needs_reference(const struct jscan_when_value *v)
{
	return !(v->year &&
		 (v->kind == WHEN_V_DATE || v->kind == WHEN_V_MONTH ||
		  v->kind == WHEN_V_QUARTER || v->kind == WHEN_V_HOLIDAY ||
		  v->kind == WHEN_V_SEASON || v->kind == WHEN_V_YEAR));
}

/* "30 February" exists in no year, whatever the reference. */
static bool is_never(const struct jscan_when_value *v)
{
	return v->kind == WHEN_V_DATE && v->month && !v->year &&
	       (v->month > 12 || v->day > 31 ||
		v->day > jscan_date_month_days(2024, v->month));
}

bool jscan_when_resolve(struct jscan_when_days *out,
			const struct jscan_when_value *value,
			const struct jscan_when_setting *setting)
{
	if (is_never(value)) {
		*out = impossible();
		return true;
	}
	if (needs_reference(value) && !jscan_date_is_set(setting->reference))
		return false;
	*out = resolve_base(value, setting);
	if (out->is_impossible)
		return true;
	if (value->is_week_of) {
		out->start = monday_of(out->start);
		out->end = jscan_date_add_days(out->start, 6);
	}
	if (value->nth != 0) {
		*out = take_nth(*out, value);
		if (out->is_impossible)
			return true;
	}
	*out = take_part(*out, value, setting);
	if (value->shift != 0)
		*out = single(add_units(
			value->shift > 0 ? out->end : out->start, value->shift,
			value->shift_unit, value->is_business));
	return true;
}

bool jscan_when_resolve_range(struct jscan_when_days *out,
			      const struct jscan_when_value *from,
			      const struct jscan_when_value *to,
			      const struct jscan_when_setting *setting)
{
	struct jscan_when_value first = *from, second = *to;
	struct jscan_when_setting after = *setting;
	struct jscan_when_days a, b;
	bool takes_year =
		!first.year && second.year &&
		(first.kind == WHEN_V_DATE || first.kind == WHEN_V_MONTH);

	/* Nov-Feb 2017: the year said last holds for both. */
	if (takes_year)
		first.year = second.year;
	if (takes_year && !first.month)
		first.month = second.month;
	if (takes_year && second.month && first.month > second.month)
		first.year--;
	if (!jscan_when_resolve(&a, &first, setting))
		return false;
	if (a.is_impossible) {
		*out = a;
		return true;
	}
	/* What is open in the second comes after the first. */
	after.reference = a.start;
	after.preceding = a.start;
	after.tense = JSCAN_TENSE_FUTURE;
	if (second.kind == WHEN_V_DAYS || second.kind == WHEN_V_PERIOD)
		after.reference = setting->reference;
	if (second.kind == WHEN_V_MONTH || second.kind == WHEN_V_QUARTER)
		after.reference = month_start(a.start);
	if (!jscan_date_is_set(after.reference) && needs_reference(&second))
		return false;
	if (!jscan_when_resolve(&b, &second, &after))
		return false;
	if (!b.is_impossible && jscan_date_compare(b.end, a.start) < 0)
		return false;
	*out = a;
	out->end = b.end;
	if (b.is_impossible)
		*out = b;
	return true;
}
