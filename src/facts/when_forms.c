/*
 * The forms in which people write dates: a table of patterns over tokens, read
 * left to right, the longest match wins.  A pattern is a string of the letters
 * of enum jscan_when_kind and of these:
 *
 *	D  the number of a day, in digits or as an ordinal
 *	Y  a year in four digits
 *	C  a count: 3, three, a, a couple of, a few
 *	U  a unit, with or without "business" before it
 *	K  week		G  day		J  quarter
 *	r  a dash, to, until
 *	:  a dash or slash without spaces
 *	?  behind any of them: it may be missing
 *
 * "the" may stand before any element.  The second string says where the
 * elements that carry a value go.  No form looks back, and each is at most
 * WHEN_AHEAD tokens long, so the whole is linear.
 */
#include "facts/when_internal.h"

#include <string.h>

#define MAX_CAPTURES 12

struct form {
	const char *pattern;
	const char *fields; /* d m y D M Y day, month, year; n count; u unit;
			       w weekday; v the value of the kind; t the token
			       of a date in digits; . nothing */
	uint8_t kind;
	int8_t step;
	int16_t count; /* when the form says it, not a number */
};

static const struct form number_forms[] = {
	{"I", "t", WHEN_V_DATE, 0, 0},	       /* 2026-11-09 */
	{"Z", "t", WHEN_V_MONTH, 0, 0},	       /* 11/2026 */
	{"P", "t", WHEN_V_DATE, 0, 0},	       /* 3/25 */
	{"X", "t", WHEN_V_DATE, 0, 0},	       /* 10/1-11/7 */
	{"X,Y", "ty", WHEN_V_DATE, 0, 0},      /* 5/1-5/7, 2020 */
	{"Do?M", "dm", WHEN_V_DATE, 0, 0},     /* 9th of Nov */
	{"Do?M,?Y", "dmy", WHEN_V_DATE, 0, 0}, /* 9 Nov 2026 */
	{"Do?MoY", "dmy", WHEN_V_DATE, 0, 0},
	{"Do?MiY", "dmy", WHEN_V_DATE, 0, 0},
	{"D:M", "dm", WHEN_V_DATE, 0, 0},    /* 9-Nov */
	{"D:M:Y", "dmy", WHEN_V_DATE, 0, 0}, /* 9-Nov-2026 */
	{"Y:M:D", "ymd", WHEN_V_DATE, 0, 0}, /* 2026-Nov-9 */
	{"YMD", "ymd", WHEN_V_DATE, 0, 0},
	{"DrDo?M", "dDm", WHEN_V_DATE, 0, 0}, /* 3 to 6 February */
	{"DrDo?M,?Y", "dDmy", WHEN_V_DATE, 0, 0},
	{"Bo?M", "tm", WHEN_V_DATE, 0, 0}, /* 13-15 July */
	{"Bo?M,?Y", "tmy", WHEN_V_DATE, 0, 0},
	{"DrMD", "dmD", WHEN_V_DATE, 0, 0}, /* 4 to January 22 */
	{"DrMD,?Y", "dmDy", WHEN_V_DATE, 0, 0},
	{"D", "d", WHEN_V_DATE, 0, 0},	  /* the 19th */
	{"YM", "ym", WHEN_V_MONTH, 0, 0}, /* 2026 Nov */
	{"Y:M", "ym", WHEN_V_MONTH, 0, 0},
	{"YQ", "yv", WHEN_V_QUARTER, 0, 0}, /* 2026 Q2 */
	{"Y:Q", "yv", WHEN_V_QUARTER, 0, 0},
	{"YOJ", "yv.", WHEN_V_QUARTER, 0, 0},
	{"OJ", "v.", WHEN_V_QUARTER, 0, 0}, /* third quarter */
	{"OJo?Y", "v.y", WHEN_V_QUARTER, 0, 0},
	{"Y", "y", WHEN_V_YEAR, 0, 0},
	{"CUg", "nu", WHEN_V_OFFSET, -1, 0}, /* three weeks ago */
	{"CUh", "nu", WHEN_V_OFFSET, 1, 0},
	{"CUfz", "nu", WHEN_V_OFFSET, 1, 0}, /* a week from now */
	{"CUj", "nu", WHEN_V_OFFSET, 2, 0},  /* two days later */
	{"CUk", "nu", WHEN_V_OFFSET, -2, 0}, /* a week earlier */
	{"CVfz", "nw", WHEN_V_WEEKDAY, WHEN_COMING, 0},
	{"CVg", "nw", WHEN_V_WEEKDAY, WHEN_RECENT, 0},
	{"CKp?W", "n.w", WHEN_V_WEEKDAY, WHEN_COMING, 1}, /* a week on Friday */
	{"CnU", "nu", WHEN_V_SPAN, 1, 0},		  /* the 3 next weeks */
	{"ClU", "nu", WHEN_V_SPAN, -1, 0},
};

static const struct form month_forms[] = {
	{"MD", "md", WHEN_V_DATE, 0, 0}, /* Nov 9th */
	{"M:D", "md", WHEN_V_DATE, 0, 0},
	{"MD,?Y", "mdy", WHEN_V_DATE, 0, 0},
	{"M:D:Y", "mdy", WHEN_V_DATE, 0, 0},
	{"M,OY", "mdy", WHEN_V_DATE, 0, 0},
	{"MDoY", "mdy", WHEN_V_DATE, 0, 0},
	{"MDiY", "mdy", WHEN_V_DATE, 0, 0},
	{"MDrD", "mdD", WHEN_V_DATE, 0, 0}, /* July 13 to 15 */
	{"MDrD,?Y", "mdDy", WHEN_V_DATE, 0, 0},
	{"MB", "mt", WHEN_V_DATE, 0, 0}, /* July 13-15 */
	{"MB,?Y", "mty", WHEN_V_DATE, 0, 0},
	{"M", "m", WHEN_V_MONTH, 0, 0},
	{"M,?Y", "my", WHEN_V_MONTH, 0, 0},
	{"M:Y", "my", WHEN_V_MONTH, 0, 0},
	{"MoY", "my", WHEN_V_MONTH, 0, 0},
};

static const struct form weekday_forms[] = {
	{"W", "w", WHEN_V_WEEKDAY, WHEN_OPEN_STEP, 0},
	{"WL", "w", WHEN_V_WEEKDAY, WHEN_OPEN_STEP, 0},
	{"WO", "wd", WHEN_V_DATE, 0, 0}, /* Monday 5th */
	{"W,O", "wd", WHEN_V_DATE, 0, 0},
	{"WD", "wd", WHEN_V_DATE, 0, 0},
	{"WK", "w.", WHEN_V_WEEKDAY, WHEN_COMING, 1}, /* Friday week */
	{"WL?,?o?tK", "w.", WHEN_V_WEEKDAY, WHEN_PRESENT, 0},
	{"WL?,?o?nK", "w.", WHEN_V_WEEKDAY, WHEN_FOLLOWING, 0},
	{"WL?,?o?lK", "w.", WHEN_V_WEEKDAY, WHEN_PREVIOUS, 0},
	{"Wan", "w", WHEN_V_WEEKDAY, WHEN_COMING, 1}, /* Friday after next */
};

static const struct form next_forms[] = {
	{"nW", "w", WHEN_V_WEEKDAY, WHEN_FOLLOWING, 0},
	{"nU", "u", WHEN_V_PERIOD, 0, 1},
	{"nM", "m", WHEN_V_MONTH, WHEN_FOLLOWING, 0},
	{"nH", "v", WHEN_V_HOLIDAY, WHEN_FOLLOWING, 0},
	{"nS", "v", WHEN_V_SEASON, WHEN_FOLLOWING, 0},
	{"nCU", "nu", WHEN_V_SPAN, 1, 0}, /* next three weeks */
	{"nK-?,?p?W", ".w", WHEN_V_WEEKDAY, WHEN_FOLLOWING, 0},
	{"nL", "", WHEN_V_DAYS, 0, 1},
};

static const struct form last_forms[] = {
	{"lW", "w", WHEN_V_WEEKDAY, WHEN_PREVIOUS, 0},
	{"lU", "u", WHEN_V_PERIOD, 0, -1},
	{"lM", "m", WHEN_V_MONTH, WHEN_PREVIOUS, 0},
	{"lH", "v", WHEN_V_HOLIDAY, WHEN_PREVIOUS, 0},
	{"lS", "v", WHEN_V_SEASON, WHEN_PREVIOUS, 0},
	{"lCU", "nu", WHEN_V_SPAN, -1, 0},
	{"lK-?,?p?W", ".w", WHEN_V_WEEKDAY, WHEN_PREVIOUS, 0},
	{"lL", "", WHEN_V_DAYS, 0, -1}, /* last night */
};

static const struct form this_forms[] = {
	{"tW", "w", WHEN_V_WEEKDAY, WHEN_PRESENT, 0},
	{"tnW", "w", WHEN_V_WEEKDAY, WHEN_COMING, 0}, /* this coming Friday */
	{"tlW", "w", WHEN_V_WEEKDAY, WHEN_RECENT, 0},
	{"tU", "u", WHEN_V_PERIOD, 0, 0},
	{"tnU", "u", WHEN_V_PERIOD, 0, 1},
	{"tlU", "u", WHEN_V_PERIOD, 0, -1},
	{"tM", "m", WHEN_V_MONTH, WHEN_PRESENT, 0},
	{"tH", "v", WHEN_V_HOLIDAY, WHEN_PRESENT, 0},
	{"tS", "v", WHEN_V_SEASON, WHEN_PRESENT, 0},
	{"tK-?,?p?W", ".w", WHEN_V_WEEKDAY, WHEN_PRESENT, 0},
	{"tL", "", WHEN_V_DAYS, 0, 0}, /* this evening */
};

static const struct form unit_forms[] = {
	{"Uan", "u", WHEN_V_PERIOD, 0, 2}, /* the week after next */
	{"Ga", "u", WHEN_V_OFFSET, 2, 1},  /* the day after */
	{"Gb", "u", WHEN_V_OFFSET, -2, 1},
	{"U", "u", WHEN_V_PERIOD, WHEN_OPEN_STEP, 0}, /* the weekend */
};

static const struct form other_forms[] = {
	{"R", "v", WHEN_V_DAYS, 0, 0},
	{"RL", "v", WHEN_V_DAYS, 0, 0},
	{"iCU", "nu", WHEN_V_OFFSET, 1, 0}, /* in two weeks */
	{"dCU", "nu", WHEN_V_OFFSET, 1, 0}, /* within ten days */
	{"dnCU", "nu", WHEN_V_OFFSET, 1, 0},
	{"dnU", "u", WHEN_V_OFFSET, 1, 1},
	{"H", "v", WHEN_V_HOLIDAY, WHEN_OPEN_STEP, 0},
	{"H,?Y", "vy", WHEN_V_HOLIDAY, WHEN_OPEN_STEP, 0},
	{"Q", "v", WHEN_V_QUARTER, 0, 0},
	{"Q,?Y", "vy", WHEN_V_QUARTER, 0, 0},
	{"QoY", "vy", WHEN_V_QUARTER, 0, 0},
	{"Q:Y", "vy", WHEN_V_QUARTER, 0, 0},
	{"So?Y", "vy", WHEN_V_SEASON, 0, 0},
	{"E", "v", WHEN_V_PERIOD, 0, 0}, /* EOW */
};

/* Words before a date that make another date of it. */
enum operator_kind { OP_PART, OP_SHIFT, OP_NTH, OP_WEEK_OF, OP_DAY_OF };

static const struct operator
{
	const char *pattern;
	const char *fields; /* as above; o the nth, W its weekday, U its unit */
	uint8_t kind;
	int8_t sign; /* of a shift; of an nth, -1 counts from the end */
}
operators[] = {
	{"eo?i?", "v", OP_PART, 0}, /* end of, early in */
	{"e-", "v", OP_PART, 0},    /* mid-March */
	{"ji?", "v", OP_PART, 0},   /* later this week */
	{"ki?", "v", OP_PART, 0},
	{"CUa", "nu", OP_SHIFT, 1}, /* three days after */
	{"CUf", "nu", OP_SHIFT, 1}, /* a week from */
	{"CUb", "nu", OP_SHIFT, -1},
	{"Ga", "u", OP_SHIFT, 1}, /* the day after */
	{"Gb", "u", OP_SHIFT, -1},
	{"OWo?i?", "oW", OP_NTH, 1}, /* first Monday of */
	{"lWo", "W", OP_NTH, -1},    /* last Friday in */
	{"lWi", "W", OP_NTH, -1},
	{"OUo?i?", "oU", OP_NTH, 1}, /* third week of */
	{"lUo", "U", OP_NTH, -1},
	{"lUi", "U", OP_NTH, -1},
	{"OlUo", "oU", OP_NTH, -1}, /* third last week of */
	{"Ko", "", OP_WEEK_OF, 0},
	{"K^", "", OP_WEEK_OF, 0},  /* week commencing */
	{"Ke", ".", OP_WEEK_OF, 0}, /* week beginning */
	{"Do", "o", OP_DAY_OF, 1},  /* the 20th of next month */
};

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

struct match {
	size_t end;
	const struct jscan_when_token *token[MAX_CAPTURES];
	int value[MAX_CAPTURES];
	size_t count;
	bool is_business;
};

static const struct jscan_when_token *
token_at(const struct jscan_when_tokens *tokens, size_t at)
{
	return at < tokens->count ? &tokens->items[at] : NULL;
}

static uint8_t kind_at(const struct jscan_when_tokens *tokens, size_t at)
{
	return at < tokens->count ? tokens->items[at].kind : 0;
}

static bool is_day_number(const struct jscan_when_token *token)
{
	if (token->value < 1 || token->value > 31)
		return false;
	if (token->kind == WHEN_ORDINAL)
		return true;
	if (token->kind != WHEN_NUMBER)
		return false;
	/* "May one", "March two" are no dates; "jan twenty two" is. */
	return (token->flags & WHEN_SPELLED) ? token->value >= 20
					     : token->digits <= 2;
}

static bool is_year(const struct jscan_when_token *token)
{
	return token->kind == WHEN_NUMBER && token->digits == 4 &&
	       token->value >= 1900 && token->value <= 2199;
}

static void capture(struct match *match, const struct jscan_when_token *token,
		    int value)
{
	if (match->count < MAX_CAPTURES) {
		match->token[match->count] = token;
		match->value[match->count++] = value;
	}
}

/* C: returns the tokens taken. */
static size_t take_count(struct match *match,
			 const struct jscan_when_tokens *tokens, size_t at)
{
	size_t begin = at;

	if (kind_at(tokens, at) == WHEN_A &&
	    kind_at(tokens, at + 1) == WHEN_COUNT)
		at++;
	if (kind_at(tokens, at) == WHEN_COUNT) {
		capture(match, token_at(tokens, at), tokens->items[at].value);
		at++;
		if (kind_at(tokens, at) == WHEN_OF)
			at++;
		return at - begin;
	}
	if ((kind_at(tokens, at) == WHEN_NUMBER &&
	     tokens->items[at].digits <= 3) ||
	    kind_at(tokens, at) == WHEN_A) {
		capture(match, token_at(tokens, at), tokens->items[at].value);
		return 1;
	}
	return 0;
}

/* U, K, G, J: a unit, with "business" before it or not. */
static size_t take_unit(struct match *match,
			const struct jscan_when_tokens *tokens, size_t at,
			char element)
{
	size_t begin = at;
	const struct jscan_when_token *unit;

	if (kind_at(tokens, at) == WHEN_BUSINESS)
		at++;
	if (kind_at(tokens, at) != WHEN_UNIT)
		return 0;
	unit = token_at(tokens, at);
	if ((element == 'K' && unit->value != WHEN_WEEK) ||
	    (element == 'G' && unit->value != WHEN_DAY) ||
	    (element == 'J' && unit->value != WHEN_QUARTERS))
		return 0;
	if (at > begin && tokens->items[begin].value == 0)
		match->is_business = true;
	capture(match, unit, unit->value);
	return at + 1 - begin;
}

/* One element of a pattern: the tokens taken, 0 when it is not there. */
static size_t take(struct match *match, const struct jscan_when_tokens *tokens,
		   size_t at, char element)
{
	const struct jscan_when_token *token = token_at(tokens, at);
	bool is_there;

	if (!token)
		return 0;
	switch (element) {
	case 'C':
		return take_count(match, tokens, at);
	case 'U':
	case 'K':
	case 'G':
	case 'J':
		return take_unit(match, tokens, at, element);
	case 'r':
		return token->kind == WHEN_DASH || token->kind == WHEN_TO ||
		       token->kind == WHEN_UNTIL;
	case ':':
		if (token->kind != WHEN_DASH && token->kind != WHEN_SLASH)
			return 0;
		return at + 1 < tokens->count && (token->flags & WHEN_GLUED) &&
		       (token[1].flags & WHEN_GLUED);
	case 'D':
		is_there = is_day_number(token);
		break;
	case 'O':
		is_there = token->kind == WHEN_ORDINAL && token->value <= 31;
		break;
	case 'Y':
		is_there = is_year(token);
		break;
	default:
		is_there = token->kind == (uint8_t)element;
		/* Only the elements in capitals carry a value, and parts. */
		if ((element < 'A' || element > 'Z' || element == 'L') &&
		    element != 'e' && element != 'j' && element != 'k')
			return is_there;
	}
	if (is_there)
		capture(match, token, token->value);
	return is_there;
}

static bool match_pattern(struct match *match,
			  const struct jscan_when_tokens *tokens, size_t at,
			  const char *pattern)
{
	bool is_first = true;

	match->count = 0;
	match->is_business = false;
	for (const char *element = pattern; *element; element++) {
		bool may_miss = element[1] == '?';
		size_t skip = !is_first && kind_at(tokens, at) == WHEN_THE;
		size_t taken = take(match, tokens, at + skip, *element);

		if (taken > 0)
			at += skip + taken;
		else if (!may_miss)
			return false;
		element += may_miss;
		is_first = false;
	}
	match->end = at;
	return true;
}

/* The token of a date, or numbers, in digits. */
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
		value->year = (int16_t)number;
		break;
	case 'D':
		value->end_day = (int8_t)number;
		break;
	case 'n':
		value->count = (int16_t)number;
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
	case 'v':
		value->count = (int16_t)number;
		break;
	default:
		break;
	}
}

/* What the form's row leaves to its kind. */
static bool finish(struct jscan_when_value *value, const struct form *form,
		   const struct jscan_when_token *first)
{
	switch (value->kind) {
	case WHEN_V_OFFSET:
		if (form->count > 0)
			value->count = form->count;
		value->from_preceding = form->step == 2 || form->step == -2;
		if (form->step < 0)
			value->count = (int16_t)-value->count;
		break;
	case WHEN_V_SPAN:
		value->step = form->step;
		if (value->unit == WHEN_WEEKEND)
			return false;
		break;
	case WHEN_V_WEEKDAY:
		/* The coming Friday; the past Friday; Friday week. */
		if (form->step == WHEN_FOLLOWING && first->kind == WHEN_NEXT &&
		    first->value == WHEN_COMING)
			value->step = WHEN_COMING;
		if (form->step == WHEN_PREVIOUS && first->kind == WHEN_LAST &&
		    first->value == WHEN_RECENT)
			value->step = WHEN_RECENT;
		if (form->pattern[0] != 'C')
			value->count = form->count;
		else if (form->pattern[1] == 'V')
			value->count--;
		break;
	case WHEN_V_PERIOD:
		if (first->kind == WHEN_END_OF) {
			value->unit = (uint8_t)value->count;
			value->part = WHEN_END;
		}
		value->count = form->count;
		if (first->kind == WHEN_NEXT && value->unit == WHEN_DAY)
			value->from_preceding = true;
		break;
	case WHEN_V_DAYS:
		if (form->fields[0] != 'v')
			value->count = form->count;
		break;
	case WHEN_V_QUARTER:
		return value->count >= 1 &&
		       value->count <=
			       (first->kind == WHEN_QUARTER ||
						form->pattern[1] == 'Q' ||
						form->pattern[2] == 'Q'
					? 6
					: 4);
	default:
		break;
	}
	return true;
}

static void build(struct jscan_when_value *value, const struct form *form,
		  const struct match *match)
{
	memset(value, 0, sizeof(*value));
	value->kind = form->kind;
	value->step = form->step;
	value->weekday = -1;
	value->is_business = match->is_business;
	for (size_t i = 0; i < match->count && form->fields[i]; i++)
		put(value, form->fields[i], match->value[i], match->token[i]);
}

static void find_forms(const struct form **forms, size_t *count, uint8_t kind)
{
#define USE(list) (*forms = (list), *count = COUNT_OF(list))
	*count = 0;
	switch (kind) {
	case WHEN_MONTH:
		USE(month_forms);
		break;
	case WHEN_WEEKDAY:
		USE(weekday_forms);
		break;
	case WHEN_NEXT:
		USE(next_forms);
		break;
	case WHEN_LAST:
		USE(last_forms);
		break;
	case WHEN_THIS:
		USE(this_forms);
		break;
	case WHEN_UNIT:
	case WHEN_BUSINESS:
		USE(unit_forms);
		break;
	case WHEN_NUMBER:
	case WHEN_ORDINAL:
	case WHEN_DATE:
	case WHEN_PAIR:
	case WHEN_PAIRS:
	case WHEN_DAYS:
	case WHEN_YEAR_MONTH:
	case WHEN_A:
	case WHEN_COUNT:
		USE(number_forms);
		break;
	case WHEN_RELATIVE:
	case WHEN_IN:
	case WHEN_WITHIN:
	case WHEN_HOLIDAY:
	case WHEN_QUARTER:
	case WHEN_SEASON:
	case WHEN_END_OF:
		USE(other_forms);
		break;
	default:
		break;
	}
#undef USE
}

/* The longest row of the table; the tokens' end, 0 for none. */
static size_t read_form(struct jscan_when_value *out,
			const struct jscan_when_tokens *tokens, size_t at)
{
	const struct form *forms;
	size_t count, best = 0;
	struct jscan_when_value value;
	struct match match;

	find_forms(&forms, &count, kind_at(tokens, at));
	for (size_t i = 0; i < count; i++) {
		if (!match_pattern(&match, tokens, at, forms[i].pattern) ||
		    match.end <= best)
			continue;
		build(&value, &forms[i], &match);
		if (!finish(&value, &forms[i], token_at(tokens, at)))
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

static void set_part(struct jscan_when_value *value,
		     const struct jscan_when_token *token)
{
	if (token->kind == WHEN_LATER)
		value->part = WHEN_REST;
	else if (token->kind == WHEN_EARLIER)
		value->part = WHEN_EARLY;
	else
		value->part = (uint8_t)token->value;
}

/* "start of", "end of", but "start in" and "start next week" are verbs. */
static bool is_part(const struct jscan_when_token *token)
{
	uint8_t next = token[1].kind;

	if (token->kind != WHEN_PART)
		return true;
	if (token->value == WHEN_START)
		return next == WHEN_OF;
	return token->value != WHEN_END || next != WHEN_IN;
}

/* Puts the operator before the date it was found before. */
static bool apply(struct jscan_when_value *value,
		  const struct operator* operator, const struct match * match)
{
	int count = 1;

	switch (operator->kind) {
	case OP_PART:
		if (value->part != WHEN_WHOLE || !is_part(match->token[0]))
			return false;
		set_part(value, match->token[0]);
		return value->kind == WHEN_V_DAYS || is_period(value);
	case OP_WEEK_OF:
		if (match->count > 1 && match->token[1]->kind == WHEN_PART &&
		    match->token[1]->value != WHEN_START)
			return false;
		value->is_week_of = true;
		return value->kind == WHEN_V_DATE ||
		       value->kind == WHEN_V_HOLIDAY;
	case OP_DAY_OF:
		value->nth = (int8_t)match->value[0];
		value->nth_of = 7 + WHEN_DAY;
		return value->kind == WHEN_V_PERIOD &&
		       value->unit == WHEN_MONTHS && value->nth_of;
	case OP_SHIFT:
		for (size_t i = 0; i < match->count; i++) {
			if (operator->fields[i] == 'n')
				count = match->value[i];
			else
				value->shift_unit = (uint8_t)match->value[i];
		}
		if (value->shift != 0 || value->kind == WHEN_V_YEAR)
			return false;
		value->shift = (int16_t)(operator->sign * count);
		if (match->is_business)
			value->is_business = true;
		return true;
	default:
		for (size_t i = 0; i < match->count; i++) {
			if (operator->fields[i] == 'o')
				count = match->value[i];
			else if (operator->fields[i] == 'W')
				value->nth_of = (int8_t)match->value[i];
			else
				value->nth_of = (int8_t)(7 + match->value[i]);
		}
		if (value->nth != 0)
			return false;
		value->nth = (int8_t)(operator->sign * count);
		return is_period(value);
	}
}

/* "of the month", "of week": the present one, behind an operator only. */
static size_t read_unit(struct jscan_when_value *out,
			const struct jscan_when_tokens *tokens, size_t at)
{
	if (kind_at(tokens, at) != WHEN_UNIT)
		return 0;
	memset(out, 0, sizeof(*out));
	out->kind = WHEN_V_PERIOD;
	out->weekday = -1;
	out->unit = (uint8_t)tokens->items[at].value;
	return at + 1;
}

static size_t read_item(struct jscan_when_value *out,
			const struct jscan_when_tokens *tokens, size_t at,
			int depth)
{
	size_t best = read_form(out, tokens, at);
	struct jscan_when_value value;
	struct match match;

	for (size_t i = 0; depth < 3 && i < COUNT_OF(operators); i++) {
		const struct operator* operator= & operators[i];
		size_t end, item;

		if (!match_pattern(&match, tokens, at, operator->pattern))
			continue;
		item = match.end + (kind_at(tokens, match.end) == WHEN_THE);
		end = read_item(&value, tokens, item, depth + 1);
		if ((end == 0 || value.kind == WHEN_V_PERIOD) &&
		    kind_at(tokens, item) == WHEN_UNIT &&
		    (operator->kind == OP_PART || operator->kind == OP_NTH))
			end = read_unit(&value, tokens, item);
		if (end <= best || !apply(&value, operator, & match))
			continue;
		*out = value;
		best = end;
	}
	return best;
}

static bool is_day_like(const struct jscan_when_value *value)
{
	return value->kind == WHEN_V_DATE || value->kind == WHEN_V_HOLIDAY ||
	       value->kind == WHEN_V_DAYS || value->kind == WHEN_V_OFFSET;
}

/* A weekday beside a day, or today beside a date, is one date. */
static size_t join_beside(struct jscan_when_value *value,
			  const struct jscan_when_tokens *tokens, size_t end)
{
	struct jscan_when_value other;
	size_t at = end, next;
	bool is_open;

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
	next = read_form(&other, tokens, at);
	if (next == 0)
		return end;
	if (value->kind == WHEN_V_WEEKDAY && other.kind == WHEN_V_DATE &&
	    kind_at(tokens, at) != WHEN_DAYS &&
	    (other.month || kind_at(tokens, at) == WHEN_PAIR) &&
	    (value->step == WHEN_OPEN_STEP || value->step == WHEN_PRESENT ||
	     other.year)) {
		other.weekday = value->weekday;
		*value = other;
	} else if (value->kind == WHEN_V_DAYS && value->shift == 0 &&
		   value->part == WHEN_WHOLE && other.kind == WHEN_V_DATE &&
		   other.month && other.end_day == 0) {
		*value = other;
	} else if (is_day_like(value) && value->end_day == 0 &&
		   other.kind == WHEN_V_WEEKDAY && other.count == 0 &&
		   other.step == WHEN_OPEN_STEP && next == at + 1) {
		value->weekday = other.weekday;
	} else {
		return end;
	}
	if (is_open && kind_at(tokens, next) == WHEN_CLOSE)
		next++;
	return next;
}

static size_t read_joined(struct jscan_when_value *out,
			  const struct jscan_when_tokens *tokens, size_t at)
{
	size_t end = read_item(out, tokens, at, 0);
	struct jscan_when_value second;
	size_t more;

	if (end == 0)
		return 0;
	more = join_beside(out, tokens, end);
	/* "Friday, 13 February" may have its year or weekday still to come. */
	if (more > end && out->kind == WHEN_V_DATE) {
		second = *out;
		end = more;
		more = join_beside(&second, tokens, end);
		if (more > end && second.kind == WHEN_V_DATE)
			*out = second;
		return more;
	}
	return more;
}

/* Can the two be the ends of one range? */
static bool may_range(const struct jscan_when_value *from,
		      const struct jscan_when_value *to)
{
	bool from_digits = from->kind == WHEN_V_DATE && !from->month;

	if (from->end_day || to->end_day || to->kind == WHEN_V_SPAN ||
	    from->kind == WHEN_V_SPAN)
		return false;
	if (from->kind == WHEN_V_YEAR)
		return to->kind == WHEN_V_DATE || to->kind == WHEN_V_MONTH;
	return !from_digits || from->weekday >= 0 ||
	       (to->kind == WHEN_V_DATE && !to->month);
}

static size_t read_range_end(struct jscan_when_phrase *out,
			     const struct jscan_when_tokens *tokens, size_t end,
			     bool is_between)
{
	uint8_t link = kind_at(tokens, end);
	size_t at = end + 1, next;
	struct jscan_when_value to;

	if (link != WHEN_DASH && link != WHEN_TO && link != WHEN_UNTIL &&
	    !(link == WHEN_AND && is_between))
		return end;
	if (kind_at(tokens, at) == WHEN_THE)
		at++;
	next = read_joined(&to, tokens, at);
	if (next == 0 || !may_range(&out->from, &to))
		return end;
	/* "March 3 - 2 people came" */
	if (to.kind == WHEN_V_DATE && !to.month && to.weekday < 0 &&
	    kind_at(tokens, at) != WHEN_ORDINAL &&
	    kind_at(tokens, at) != WHEN_PAIR)
		return end;
	out->to = to;
	return next;
}

/* "between ... and ...": is the word before, or the two before, between? */
static bool follows(const struct jscan_when_tokens *tokens, size_t at,
		    uint8_t kind)
{
	if (at > 0 && tokens->items[at - 1].kind == WHEN_THE)
		at--;
	return at > 0 && tokens->items[at - 1].kind == kind;
}

/* "18 and 19 June", "between 18 and 22 May". */
static size_t read_days_and(struct jscan_when_phrase *out,
			    const struct jscan_when_tokens *tokens, size_t at)
{
	static const struct form forms[] = {
		{"D&Do?M", "dDm", WHEN_V_DATE, 0, 0},
		{"D|Do?M", "dDm", WHEN_V_DATE, 0, 0},
		{"D&Do?M,?Y", "dDmy", WHEN_V_DATE, 0, 0},
		{"D|Do?M,?Y", "dDmy", WHEN_V_DATE, 0, 0},
		{"MO&O", "mdD", WHEN_V_DATE, 0, 0},
	};
	struct match match;
	size_t best = 0;

	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		if (!match_pattern(&match, tokens, at, forms[i].pattern) ||
		    match.end <= best)
			continue;
		build(&out->from, &forms[i], &match);
		best = match.end;
		out->is_list = !follows(tokens, at, WHEN_BETWEEN);
	}
	return best;
}

bool jscan_when_read_phrase(struct jscan_when_phrase *out,
			    const struct jscan_when_tokens *tokens, size_t at)
{
	uint8_t kind = kind_at(tokens, at);
	bool is_between;
	size_t end, more;

	memset(out, 0, sizeof(*out));
	out->begin = at;
	if (kind == WHEN_THE)
		kind = kind_at(tokens, ++at);
	if (kind == WHEN_WORD || kind == 0)
		return false;
	end = read_joined(&out->from, tokens, at);
	is_between = follows(tokens, at, WHEN_BETWEEN);
	if (kind == WHEN_NUMBER || kind == WHEN_ORDINAL || kind == WHEN_MONTH) {
		struct jscan_when_phrase days = *out;

		more = read_days_and(&days, tokens, at);
		if (more > end) {
			*out = days;
			out->end = more;
			return true;
		}
	}
	if (end == 0)
		return false;
	out->end = read_range_end(out, tokens, end, is_between);
	return true;
}
