/*
 * Tokens to a value: the longest form of the table, and the words before a date
 * that make another date of it ("end of", "first Monday of", "two weeks
 * after").
 */
#include "facts/when_table.h"

#include <string.h>

#define MAX_PREFIXES 3 /* the end of the third week of next month */

/* A date, or numbers, in digits. */
static void put_digits(struct jscan_when_value *value,
		       const struct jscan_when_token *token)
{
	value->flags = token->flags;
	if (token->kind == WHEN_DAYS) {
		value->day = token->extra[0];
		value->end_day = token->extra[1];
		return;
	}
	if (token->kind == WHEN_PAIRS) {
		value->month = token->extra[0];
		value->day = token->extra[1];
		value->end_month = token->extra[2];
		value->end_day = token->extra[3];
		value->year = token->value;
		return;
	}
	value->year = token->date.year;
	value->month = (int8_t)token->date.month;
	value->day = (int8_t)token->date.day;
}

/* Of two digits, short for 1970 to 2069. */
static int get_year(int number)
{
	return number > 99 ? number : number + (number < 70 ? 2000 : 1900);
}

static void put(struct jscan_when_value *value, char field, int number,
		const struct jscan_when_token *token)
{
	switch (field) {
	case 'd':
		value->day = (int8_t)number;
		break;
	case 'm':
		value->month = (int8_t)number;
		break;
	case 'y':
		value->year = (int16_t)get_year(number);
		break;
	case 'D':
		value->end_day = (int8_t)number;
		break;
	case 'n':
	case 'v':
		value->count = (int16_t)number;
		break;
	case 'e':
		value->end_count = (int16_t)number;
		break;
	case 'u':
		value->unit = (uint8_t)number;
		break;
	case 'w':
		value->weekday = (int8_t)number;
		break;
	case 't':
		put_digits(value, token);
		break;
	default:
		break;
	}
}

/* Next is of next week, but coming is the first one ahead. */
static void finish_weekday(struct jscan_when_value *value,
			   const struct jscan_when_form *form,
			   const struct jscan_when_token *first)
{
	if (first->kind == WHEN_NEXT && first->value == WHEN_COMING)
		value->step = WHEN_COMING;
	if (first->kind == WHEN_LAST && first->value == WHEN_RECENT)
		value->step = WHEN_RECENT;
	if (form->pattern[0] != 'C')
		value->count = form->count;
	else if (form->pattern[1] == 'V') /* three Fridays from now */
		value->count--;
}

static void finish_period(struct jscan_when_value *value,
			  const struct jscan_when_form *form,
			  const struct jscan_when_token *first)
{
	if (first->kind == WHEN_END_OF) {
		value->unit = (uint8_t)value->count;
		value->part = WHEN_END;
	}
	value->count = form->count;
	/* "The next day", "the following week" go on from the date before. */
	value->from_preceding =
		(first->kind == WHEN_NEXT &&
		 (value->unit == WHEN_DAY || first->value == WHEN_OPEN_STEP));
}

/* YNN, NNY */
static bool is_all_numbers(const char *pattern)
{
	return pattern[1] == 'N' && strstr(pattern, "NN") != NULL;
}

/* 11 09 2026, in words of numbers: the month is first unless it cannot be. */
static bool finish_numbers(struct jscan_when_value *value, bool is_day_first)
{
	if (value->day < 1 || value->day > 31 || value->month < 1 ||
	    value->month > 31 || (value->day > 12 && value->month > 12))
		return false;
	if (value->month > 12 || (is_day_first && value->day <= 12)) {
		int8_t day = value->month;

		value->month = value->day;
		value->day = day;
	}
	return true;
}

bool jscan_when_build(struct jscan_when_value *value,
		      const struct jscan_when_form *form,
		      const struct jscan_when_match *match,
		      const struct jscan_when_token *first)
{
	memset(value, 0, sizeof(*value));
	value->kind = form->kind;
	value->step = form->step;
	value->weekday = -1;
	value->is_business = match->is_business;
	value->more_days = (int16_t)match->more_days;
	for (size_t i = 0; i < match->count && form->fields[i]; i++)
		put(value, form->fields[i], match->value[i], match->token[i]);
	switch (value->kind) {
	case WHEN_V_OFFSET:
		if (value->day > 0) { /* in 2-3 weeks */
			value->count = value->day;
			value->end_count = value->end_day;
			value->day = 0;
			value->end_day = 0;
		}
		if (value->end_count != 0 && value->end_count < value->count)
			return false;
		if (form->count > 0)
			value->count = form->count;
		value->from_preceding = form->step == 2 || form->step == -2;
		if (form->step < 0) {
			value->count = (int16_t)-value->count;
			value->more_days = (int16_t)-value->more_days;
		}
		return true;
	case WHEN_V_SPAN:
		return value->unit != WHEN_WEEKEND;
	case WHEN_V_WEEKDAY:
		finish_weekday(value, form, first);
		return true;
	case WHEN_V_PERIOD:
		finish_period(value, form, first);
		return value->day == 0 || value->unit == WHEN_MONTHS;
	case WHEN_V_DAYS:
		if (form->fields[0] != 'v')
			value->count = form->count;
		return true;
	case WHEN_V_QUARTER: /* "fifth quarter"; halves are H1 and H2 */
		return value->count <= (strchr(form->pattern, 'J') ? 4 : 6);
	default:
		return true;
	}
}

/* What no form goes on with. */
static bool ends_form(uint8_t kind)
{
	return kind == WHEN_WORD || kind == WHEN_BREAK || kind == 0 ||
	       kind == WHEN_JUNK;
}

size_t jscan_when_read_form(struct jscan_when_value *out,
			    const struct jscan_when_tokens *tokens, size_t at)
{
	const struct jscan_when_rows *rows =
		&jscan_when_rows[jscan_when_kind_at(tokens, at)];
	uint64_t second = jscan_when_second_bit(tokens, at);
	struct jscan_when_value value;
	struct jscan_when_match match;
	size_t best = 0;

	if (!(rows->seconds & second))
		return 0;
	for (size_t i = 0; i < rows->count; i++) {
		const struct jscan_when_form *form = rows->rows[i].form;

		if (!(rows->rows[i].seconds & second) ||
		    !jscan_when_match_pattern(&match, tokens, at,
					      form->pattern) ||
		    match.end <= best ||
		    !jscan_when_build(&value, form, &match, &tokens->items[at]))
			continue;
		if (is_all_numbers(form->pattern) &&
		    !finish_numbers(&value, tokens->is_day_first &&
						    form->pattern[0] == 'N'))
			continue;
		*out = value;
		best = match.end;
	}
	return best;
}

static bool is_period(const struct jscan_when_value *value)
{
	return value->kind == WHEN_V_MONTH || value->kind == WHEN_V_QUARTER ||
	       value->kind == WHEN_V_PERIOD || value->kind == WHEN_V_SEASON ||
	       value->kind == WHEN_V_YEAR;
}

/*
 * "start of", "end of"; but "start in" and "start next week" are verbs.
 */
static bool apply_part(struct jscan_when_value *value,
		       const struct jscan_when_token *token)
{
	uint8_t next = token[1].kind;

	if (value->part != WHEN_WHOLE ||
	    (value->kind != WHEN_V_DAYS && !is_period(value)))
		return false;
	value->part = (uint8_t)token->value;
	if (token->kind == WHEN_LATER)
		value->part = WHEN_REST;
	else if (token->kind == WHEN_EARLIER)
		value->part = WHEN_EARLY;
	else if (token->value == WHEN_START)
		return next == WHEN_OF;
	else if (token->value == WHEN_END)
		return next != WHEN_IN;
	return true;
}

static bool apply_shift(struct jscan_when_value *value,
			const struct jscan_when_prefix *prefix,
			const struct jscan_when_match *match)
{
	int count = prefix->fields[0] == 'n' ? match->value[0] : 1;

	if (value->shift != 0 || value->kind == WHEN_V_YEAR)
		return false;
	value->shift = (int16_t)(prefix->sign * count);
	value->shift_unit = (uint8_t)match->value[match->count - 1];
	value->is_lasting = prefix->kind == WHEN_P_LASTING;
	value->is_business |= match->is_business;
	return true;
}

static bool apply_nth(struct jscan_when_value *value,
		      const struct jscan_when_prefix *prefix,
		      const struct jscan_when_match *match)
{
	int nth = 1;

	if (value->nth != 0 || !is_period(value))
		return false;
	for (size_t i = 0; i < match->count; i++) {
		int number = match->value[i];

		if (prefix->fields[i] == 'o')
			nth = number;
		else
			value->nth_of =
				(int8_t)(prefix->fields[i] == 'w' ? number
								  : 7 + number);
	}
	value->nth = (int8_t)(prefix->sign * nth);
	return true;
}

static bool apply(struct jscan_when_value *value,
		  const struct jscan_when_prefix *prefix,
		  const struct jscan_when_match *match)
{
	switch (prefix->kind) {
	case WHEN_P_PART:
		return apply_part(value, match->token[0]);
	case WHEN_P_WEEK_OF:
		value->is_week_of = true;
		value->is_week_end = match->token[0][1].kind == WHEN_STARTING &&
				     match->token[0][1].value == 1;
		if (match->count > 1 && match->value[1] != WHEN_START)
			return false;
		return value->kind == WHEN_V_DATE ||
		       value->kind == WHEN_V_HOLIDAY;
	case WHEN_P_DAY_OF:
		value->nth = (int8_t)match->value[0];
		value->nth_of = 7 + WHEN_DAY;
		return value->kind == WHEN_V_PERIOD &&
		       value->unit == WHEN_MONTHS;
	case WHEN_P_NTH:
		return apply_nth(value, prefix, match);
	default:
		return apply_shift(value, prefix, match);
	}
}

/* "of the month": the present one, behind a prefix only. */
static size_t read_unit(struct jscan_when_value *out,
			const struct jscan_when_tokens *tokens, size_t at)
{
	memset(out, 0, sizeof(*out));
	out->kind = WHEN_V_PERIOD;
	out->weekday = -1;
	out->unit = (uint8_t)tokens->items[at].value;
	return at + 1;
}

/* NOLINTNEXTLINE(misc-no-recursion): MAX_PREFIXES deep. */
static size_t read_item(struct jscan_when_value *out,
			const struct jscan_when_tokens *tokens, size_t at,
			int depth)
{
	const struct jscan_when_rows *rows =
		&jscan_when_rows[jscan_when_kind_at(tokens, at)];
	uint64_t second = jscan_when_second_bit(tokens, at);
	size_t best = jscan_when_read_form(out, tokens, at);
	struct jscan_when_value value;
	struct jscan_when_match match;

	if (depth == MAX_PREFIXES ||
	    ends_form(jscan_when_kind_at(tokens, at + 1)))
		return best;
	for (size_t i = 0; i < rows->prefix_count; i++) {
		const struct jscan_when_prefix *prefix =
			rows->prefixes[i].prefix;
		size_t end, item;

		if (!(rows->prefixes[i].seconds & second) ||
		    !jscan_when_match_pattern(&match, tokens, at,
					      prefix->pattern))
			continue;
		item = match.end +
		       (jscan_when_kind_at(tokens, match.end) == WHEN_THE);
		end = read_item(&value, tokens, item, depth + 1);
		if (jscan_when_kind_at(tokens, item) == WHEN_UNIT &&
		    end <= item + 1 &&
		    (prefix->kind == WHEN_P_PART || prefix->kind == WHEN_P_NTH))
			end = read_unit(&value, tokens, item);
		if (end <= best || !apply(&value, prefix, &match))
			continue;
		*out = value;
		best = end;
	}
	return best;
}

size_t jscan_when_read_value(struct jscan_when_value *out,
			     const struct jscan_when_tokens *tokens, size_t at)
{
	return read_item(out, tokens, at, 0);
}
