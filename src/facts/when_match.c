/*
 * One pattern against the tokens: no alternatives, no way back, one look at
 * each token.  The letters of patterns are told in when_forms.c.
 */
#include "facts/when_table.h"

#include <string.h>

#define MOST 12000 /* months or days in one amount */

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

static void capture(struct jscan_when_match *match,
		    const struct jscan_when_token *token)
{
	if (match->count < WHEN_CAPTURES) {
		match->token[match->count] = token;
		match->value[match->count++] = token->value;
	}
}

/* C: "3", "three", "a", "a couple of", "few". */
static size_t take_count(struct jscan_when_match *match,
			 const struct jscan_when_tokens *tokens, size_t at)
{
	size_t begin = at;
	uint8_t kind = jscan_when_kind_at(tokens, at);

	if (kind == WHEN_A &&
	    jscan_when_kind_at(tokens, at + 1) == WHEN_COUNT) {
		kind = WHEN_COUNT;
		at++;
	}
	if (kind == WHEN_COUNT) {
		capture(match, &tokens->items[at++]);
		if (jscan_when_kind_at(tokens, at) == WHEN_OF)
			at++;
		return at - begin;
	}
	if (kind == WHEN_A ||
	    (kind == WHEN_NUMBER && tokens->items[at].digits <= 3)) {
		capture(match, &tokens->items[at]);
		return 1;
	}
	return 0;
}

/* U, K, G, J: a unit, with "business" before it or not. */
static size_t take_unit(struct jscan_when_match *match,
			const struct jscan_when_tokens *tokens, size_t at,
			char element)
{
	size_t begin = at;
	const struct jscan_when_token *unit;

	if (jscan_when_kind_at(tokens, at) == WHEN_BUSINESS)
		at++;
	if (jscan_when_kind_at(tokens, at) != WHEN_UNIT)
		return 0;
	unit = &tokens->items[at];
	if ((element == 'K' && unit->value != WHEN_WEEK) ||
	    (element == 'G' && unit->value != WHEN_DAY) ||
	    (element == 'J' && unit->value != WHEN_QUARTERS))
		return 0;
	if (at > begin && tokens->items[begin].value == 0)
		match->is_business = true;
	capture(match, unit);
	return at + 1 - begin;
}

/* Adds what one unit is in months or days. */
static void add_amount(int *months, int *days, int count, int unit)
{
	switch (unit) {
	case WHEN_YEARS:
		*months += 12 * count;
		break;
	case WHEN_QUARTERS:
		*months += 3 * count;
		break;
	case WHEN_MONTHS:
		*months += count;
		break;
	case WHEN_FORTNIGHT:
		*days += 14 * count;
		break;
	case WHEN_WEEK:
		*days += 7 * count;
		break;
	default:
		*days += count;
	}
}

static size_t take_pair(struct jscan_when_match *match,
			const struct jscan_when_tokens *tokens, size_t at)
{
	size_t count = take_count(match, tokens, at);
	size_t unit = count > 0 ? take_unit(match, tokens, at + count, 'U') : 0;

	return unit > 0 ? count + unit : 0;
}

/* An amount: "3 weeks", "2 weeks, 3 days", "a year and a month". */
static size_t take_amount(struct jscan_when_match *match,
			  const struct jscan_when_tokens *tokens, size_t at)
{
	size_t begin = at, size = take_pair(match, tokens, at);
	int months = 0, days = 0;
	struct jscan_when_match more;
	int *value;

	if (size == 0)
		return 0;
	value = match->value + match->count - 2;
	at += size;
	for (int parts = 0; parts < 3; parts++) {
		uint8_t link = jscan_when_kind_at(tokens, at);
		size_t skip = link == WHEN_COMMA || link == WHEN_AND;

		memset(&more, 0, sizeof(more));
		size = take_pair(&more, tokens, at + skip);
		if (size == 0)
			break;
		if (parts == 0)
			add_amount(&months, &days, value[0], value[1]);
		add_amount(&months, &days, more.value[0], more.value[1]);
		at += skip + size;
	}
	if (months > 0 || days > 0) {
		if (months > MOST || days > MOST)
			return 0;
		value[0] = months > 0 ? months : days;
		value[1] = months > 0 ? WHEN_MONTHS : WHEN_DAY;
		match->more_days = months > 0 ? days : 0;
	}
	return at - begin;
}

static bool is_glued_mark(const struct jscan_when_tokens *tokens, size_t at)
{
	const struct jscan_when_token *token = &tokens->items[at];

	return (token->kind == WHEN_DASH || token->kind == WHEN_SLASH) &&
	       at + 1 < tokens->count && (token->flags & WHEN_GLUED) &&
	       (token[1].flags & WHEN_GLUED);
}

/* Elements whose token has a value that the fields speak of. */
static bool is_valued(char element)
{
	return (element >= 'A' && element <= 'Z' && element != 'L') ||
	       element == WHEN_PART || element == WHEN_LATER ||
	       element == WHEN_EARLIER;
}

/* One element of a pattern: the tokens taken, 0 when it is not there. */
static size_t take(struct jscan_when_match *match,
		   const struct jscan_when_tokens *tokens, size_t at,
		   char element)
{
	const struct jscan_when_token *token = &tokens->items[at];
	bool is_there;

	if (at >= tokens->count)
		return 0;
	switch (element) {
	case 'C':
		return take_count(match, tokens, at);
	case '*':
		return take_amount(match, tokens, at);
	case 'U':
	case 'K':
	case 'G':
	case 'J':
		return take_unit(match, tokens, at, element);
	case 'r':
		return token->kind == WHEN_DASH || token->kind == WHEN_TO ||
		       token->kind == WHEN_UNTIL;
	case ':':
		return is_glued_mark(tokens, at);
	case 'D':
		is_there = is_day_number(token);
		break;
	case 'N':
		is_there = token->kind == WHEN_NUMBER && token->digits > 0 &&
			   token->digits <= 2;
		break;
	case 'O':
		is_there = token->kind == WHEN_ORDINAL && token->value <= 31;
		break;
	case 'Y':
		is_there = is_year(token);
		break;
	default:
		is_there = token->kind == (uint8_t)element;
	}
	if (is_there && is_valued(element))
		capture(match, token);
	return is_there;
}

/* "the" may stand between any two, but "next the week" is none. */
static size_t skip_the(const struct jscan_when_tokens *tokens, size_t at,
		       char before)
{
	return jscan_when_kind_at(tokens, at) == WHEN_THE &&
	       before != WHEN_THIS && before != WHEN_NEXT &&
	       before != WHEN_LAST;
}

bool jscan_when_match_pattern(struct jscan_when_match *match,
			      const struct jscan_when_tokens *tokens, size_t at,
			      const char *pattern)
{
	const char *element = pattern;

	match->count = 0;
	match->is_business = false;
	match->more_days = 0;
	while (*element) {
		bool may_miss = element[1] == '?';
		size_t skip = element > pattern
				      ? skip_the(tokens, at, element[-1])
				      : 0;
		size_t taken = take(match, tokens, at + skip, *element);

		if (taken > 0)
			at += skip + taken;
		else if (!may_miss)
			return false;
		element += may_miss ? 2 : 1;
	}
	match->end = at;
	return true;
}
