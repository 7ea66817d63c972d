/*
 * Dates that stand together: a weekday beside its date ("Friday, 13 February"),
 * the two ends of a range, two days of one month.
 */
#include "facts/when_table.h"

#include <string.h>

static uint8_t kind_at(const struct jscan_when_tokens *tokens, size_t at)
{
	return jscan_when_kind_at(tokens, at);
}

static bool is_day_like(const struct jscan_when_value *value)
{
	return value->kind == WHEN_V_DATE || value->kind == WHEN_V_HOLIDAY ||
	       value->kind == WHEN_V_DAYS || value->kind == WHEN_V_OFFSET;
}

static bool is_bare_weekday(const struct jscan_when_value *value)
{
	return value->kind == WHEN_V_WEEKDAY && value->count == 0 &&
	       value->step == WHEN_OPEN_STEP;
}

/* Makes one value of two that say the same day; false when they do not. */
static bool join(struct jscan_when_value *value,
		 const struct jscan_when_value *other, uint8_t other_kind,
		 bool is_adjacent)
{
	/* Monday, 13 April; Friday 7.6 */
	if (value->kind == WHEN_V_WEEKDAY && value->shift == 0 &&
	    other->kind == WHEN_V_DATE && other->month &&
	    (value->step == WHEN_OPEN_STEP || value->step == WHEN_PRESENT ||
	     other->year || other_kind == WHEN_PAIR)) {
		int8_t weekday = value->weekday;

		*value = *other;
		value->weekday = weekday;
		return true;
	}
	/* end of day Friday */
	if (value->kind == WHEN_V_PERIOD && value->unit == WHEN_DAY &&
	    value->part == WHEN_END && value->count == 0 &&
	    (is_day_like(other) || is_bare_weekday(other))) {
		*value = *other;
		return true;
	}
	/* today, 9 November */
	if (value->kind == WHEN_V_DAYS && value->shift == 0 &&
	    value->part == WHEN_WHOLE && other->kind == WHEN_V_DATE &&
	    other->month && other->end_day == 0) {
		*value = *other;
		return true;
	}
	/* 13 April, Monday; in 3 days, on Friday */
	if (is_day_like(value) && value->end_day == 0 &&
	    (value->kind != WHEN_V_DATE || value->month) &&
	    is_bare_weekday(other)) {
		value->weekday = other->weekday;
		return true;
	}
	/* Thanksgiving in 2 years; March in a year */
	if ((value->kind == WHEN_V_HOLIDAY || value->kind == WHEN_V_MONTH) &&
	    value->year == 0 && value->step == WHEN_OPEN_STEP && is_adjacent &&
	    other->kind == WHEN_V_OFFSET && !other->from_preceding &&
	    other->unit >= WHEN_MONTHS) {
		value->away = other->count;
		value->away_unit = other->unit;
		return true;
	}
	return false;
}

static size_t join_beside(struct jscan_when_value *value,
			  const struct jscan_when_tokens *tokens, size_t end)
{
	struct jscan_when_value other;
	size_t at = end, next;
	bool is_open, is_within;

	if (kind_at(tokens, at) == WHEN_TIME && value->kind == WHEN_V_WEEKDAY)
		at++;
	if (kind_at(tokens, at) == WHEN_COMMA)
		at++;
	is_open = kind_at(tokens, at) == WHEN_OPEN;
	at += is_open;
	if (kind_at(tokens, at) == WHEN_ON)
		at++;
	if (kind_at(tokens, at) == WHEN_THE)
		at++;
	is_within = kind_at(tokens, at) == WHEN_WITHIN;
	next = jscan_when_read_form(&other, tokens, at);
	if (next == 0 || is_within ||
	    !join(value, &other, kind_at(tokens, at), at == end))
		return end;
	if (is_open && kind_at(tokens, next) == WHEN_CLOSE)
		next++;
	return next;
}

/* "Friday 11" is a day; "Friday 11 in the evening", "Friday 3 people" not. */
static bool is_day_of_month(const struct jscan_when_tokens *tokens, size_t end)
{
	const struct jscan_when_token *day = &tokens->items[end - 1];
	size_t at = end;

	if (jscan_when_counts_noun(tokens, end))
		return false;
	if (day->kind == WHEN_ORDINAL)
		return true;
	at += kind_at(tokens, at) == WHEN_IN;
	at += kind_at(tokens, at) == WHEN_THE;
	return day->digits == 2 && kind_at(tokens, at) != WHEN_DAYPART;
}

/* A date with what is beside it, on one side or both. */
static size_t read_joined(struct jscan_when_value *out,
			  const struct jscan_when_tokens *tokens, size_t at)
{
	struct jscan_when_value bare = {.kind = WHEN_V_WEEKDAY,
					.step = WHEN_OPEN_STEP};
	struct jscan_when_value dated;
	size_t end = jscan_when_read_value(out, tokens, at), more;

	if (end == 0)
		return 0;
	if (kind_at(tokens, at) != WHEN_WEEKDAY)
		return join_beside(out, tokens, end);
	/* "Monday 13 April": not Monday the 13th, and April. */
	bare.weekday = (int8_t)tokens->items[at].value;
	dated = bare;
	more = join_beside(&dated, tokens, at + 1);
	if (out->kind == WHEN_V_DATE && out->month == 0 &&
	    !is_day_of_month(tokens, end)) {
		*out = dated.month ? dated : bare;
		return dated.month ? more : at + 1;
	}
	end = join_beside(out, tokens, end);
	if (more > end) {
		*out = dated;
		end = more;
	}
	return end;
}

/* Can the two be the ends of one range? */
static bool may_range(const struct jscan_when_value *from,
		      const struct jscan_when_value *to)
{
	if (from->end_day || to->end_day || to->kind == WHEN_V_SPAN ||
	    from->kind == WHEN_V_SPAN)
		return false;
	if (from->kind == WHEN_V_YEAR)
		return to->kind == WHEN_V_DATE || to->kind == WHEN_V_MONTH;
	return from->kind != WHEN_V_DATE || from->month || from->weekday >= 0 ||
	       (to->kind == WHEN_V_DATE && !to->month);
}

/* "moved from Monday to Wednesday" is two days, not three. */
static bool is_moved(const struct jscan_when_tokens *tokens, size_t at)
{
	static const char *const verbs[] = {
		"moved",   "moves",   "move",	 "moving",   "rescheduled",
		"shifted", "pushed",  "changed", "switched", "postponed",
		"bumped",  "brought", "swapped", "deferred", NULL};

	if (at == 0 || tokens->items[at - 1].kind != WHEN_FROM)
		return false;
	for (size_t back = 2; back <= 6 && back <= at; back++)
		if (jscan_when_is_word(tokens, &tokens->items[at - back],
				       verbs))
			return true;
	return false;
}

static size_t read_range_end(struct jscan_when_phrase *out,
			     const struct jscan_when_tokens *tokens, size_t end,
			     bool is_between)
{
	uint8_t link = kind_at(tokens, end), kind;
	size_t at = end + 1, next;
	struct jscan_when_value to;

	if (link != WHEN_DASH && link != WHEN_TO && link != WHEN_UNTIL &&
	    !(link == WHEN_AND && is_between))
		return end;
	if (kind_at(tokens, at) == WHEN_THE)
		at++;
	kind = kind_at(tokens, at);
	next = read_joined(&to, tokens, at);
	if (next == 0 || !may_range(&out->from, &to))
		return end;
	/* "March 3 - 2 people came" */
	if (to.kind == WHEN_V_DATE && !to.month && to.weekday < 0 &&
	    kind != WHEN_ORDINAL && kind != WHEN_PAIR)
		return end;
	out->to = to;
	return next;
}

static bool is_behind(const struct jscan_when_tokens *tokens, size_t at,
		      uint8_t kind)
{
	if (at > 0 && tokens->items[at - 1].kind == WHEN_THE)
		at--;
	return at > 0 && tokens->items[at - 1].kind == kind;
}

static bool is_for(const struct jscan_when_tokens *tokens, size_t at)
{
	static const char *const words[] = {"for", NULL};

	return at > 0 &&
	       jscan_when_is_word(tokens, &tokens->items[at - 1], words);
}

static bool is_list_link(uint8_t kind)
{
	return kind == WHEN_AND || kind == WHEN_OR;
}

/* "18 and 19 June" are two days, "between 18 and 22 May" a range. */
static size_t read_days_and(struct jscan_when_phrase *out,
			    const struct jscan_when_tokens *tokens, size_t at)
{
	static const struct jscan_when_form forms[] = {
		{"D&Do?M", "dDm", WHEN_V_DATE, 0, 0},
		{"D|Do?M", "dDm", WHEN_V_DATE, 0, 0},
		{"D&Do?M,?Y", "dDmy", WHEN_V_DATE, 0, 0},
		{"D|Do?M,?Y", "dDmy", WHEN_V_DATE, 0, 0},
		{"MO&O", "mdD", WHEN_V_DATE, 0, 0},
		{"MO|O", "mdD", WHEN_V_DATE, 0, 0},
		{"D&DtU", "dDu", WHEN_V_PERIOD, 0, 0},
		{"D&DnU", "dDu", WHEN_V_PERIOD, 0, 1},
	};
	struct jscan_when_match match;
	size_t best = 0;

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (!jscan_when_match_pattern(&match, tokens, at,
					      forms[i].pattern) ||
		    match.end <= best)
			continue;
		jscan_when_build(&out->from, &forms[i], &match,
				 &tokens->items[at]);
		best = match.end;
	}
	out->is_list = !is_behind(tokens, at, WHEN_BETWEEN);
	return best;
}

bool jscan_when_read_phrase(struct jscan_when_phrase *out,
			    const struct jscan_when_tokens *tokens, size_t at)
{
	struct jscan_when_phrase days;
	uint8_t kind;

	if (!jscan_when_may_begin(tokens, at))
		return false;
	memset(out, 0, sizeof(*out));
	out->begin = at;
	if (kind_at(tokens, at) == WHEN_THE)
		at++;
	kind = kind_at(tokens, at);
	out->end = read_joined(&out->from, tokens, at);
	if (is_list_link(kind_at(tokens, at + 1)) ||
	    (kind == WHEN_MONTH && is_list_link(kind_at(tokens, at + 2)))) {
		memset(&days, 0, sizeof(days));
		days.begin = out->begin;
		days.end = read_days_and(&days, tokens, at);
		if (days.end > out->end) {
			*out = days;
			return true;
		}
	}
	if (out->end == 0)
		return false;
	/* "for three days from Monday" is how long it lasts. */
	if (out->from.shift > 0 && is_for(tokens, out->begin))
		out->from.is_lasting = true;
	if (!is_moved(tokens, out->begin))
		out->end = read_range_end(out, tokens, out->end,
					  is_behind(tokens, at, WHEN_BETWEEN));
	return true;
}
