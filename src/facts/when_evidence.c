/*
 * What looks like a date but need not be one: a month's name that is also a
 * person or a verb, two numbers that may be a score, "the 2nd" that may be a
 * round, "every Monday".  Here each is asked for the evidence that it needs.
 */
#include "facts/when_internal.h"

#include <string.h>

/* "Week 3" is of a course; a later number is of the calendar. */
#define FIRST_WEEK 14

static const struct jscan_when_token *
token_at(const struct jscan_when_tokens *tokens, size_t at)
{
	return at < tokens->count ? &tokens->items[at] : NULL;
}

/* The token before, "the" and "around" aside; NULL at the start. */
static const struct jscan_when_token *
token_before(const struct jscan_when_tokens *tokens, size_t at)
{
	while (at > 0 && tokens->items[at - 1].kind == WHEN_THE)
		at--;
	return at > 0 ? &tokens->items[at - 1] : NULL;
}

static bool is_kind(const struct jscan_when_token *token, const char *kinds)
{
	return token && strchr(kinds, token->kind) != NULL;
}

bool jscan_when_is_word(const struct jscan_when_tokens *tokens,
			const struct jscan_when_token *token,
			const char *const *words)
{
	const char *text = tokens->text + token->offset;

	for (; *words; words++) {
		size_t i = 0;

		if (strlen(*words) != token->len)
			continue;
		while (i < token->len && (text[i] | 0x20) == (*words)[i])
			i++;
		if (i == token->len)
			return true;
	}
	return false;
}

bool jscan_when_counts_noun(const struct jscan_when_tokens *tokens, size_t end)
{
	const struct jscan_when_token *after = token_at(tokens, end);

	/* "the 1st and 2nd rounds" */
	while (is_kind(after, "&|,>") &&
	       is_kind(token_at(tokens, end + 1), "O")) {
		end += 2;
		after = token_at(tokens, end);
	}
	if (!after)
		return false;
	if (after->kind == WHEN_DASH)
		return (after->flags & WHEN_GLUED) != 0;
	if (is_kind(after, "NOU%L") || after->kind == WHEN_LAST)
		return true;
	return after->kind == WHEN_WORD && !(after->cues & WHEN_CUE_SMALL);
}

static bool is_repeated(const struct jscan_when_tokens *tokens, size_t begin)
{
	const struct jscan_when_token *before = token_before(tokens, begin);
	static const char *const other[] = {"other", "single", "second", NULL};

	if (!before)
		return false;

	/* each Monday and Thursday */
	for (size_t at = begin; at > 0 && begin - at < 8; at--) {
		if (tokens->items[at - 1].kind == WHEN_EVERY)
			return true;
		if (!is_kind(&tokens->items[at - 1], "WV&|,"))
			break;
	}
	if (begin > 1 && tokens->items[begin - 2].kind == WHEN_EVERY)
		return before->kind == WHEN_ORDINAL ||
		       before->kind == WHEN_NUMBER ||
		       jscan_when_is_word(tokens, before, other);
	return false;
}

/* "that may have been", "this may take" */
static bool is_modal(const struct jscan_when_tokens *tokens, size_t at,
		     size_t end)
{
	const struct jscan_when_token *last = &tokens->items[end - 1];

	return end - at == 2 && tokens->items[at].kind == WHEN_THIS &&
	       last->value == 5 && !(last->flags & WHEN_CAPITAL);
}

/* A month alone, in March: said as a time, and no person. */
static bool is_month_said(const struct jscan_when_tokens *tokens, size_t begin,
			  size_t end)
{
	const struct jscan_when_token *month = &tokens->items[begin];
	const struct jscan_when_token *before = token_before(tokens, begin);
	const struct jscan_when_token *after = token_at(tokens, end);
	static const char *const about[] = {
		"around", "about", "sometime", "month", "mid", "comes", NULL};
	static const char *const in_words[] = {"in", "during", NULL};

	if (!before || end > begin + 1)
		return before && end > begin + 1;
	if (after && after->kind == WHEN_WORD &&
	    (after->flags & WHEN_CAPITAL) && !(after->flags & WHEN_GLUED) &&
	    (month->flags & WHEN_DOUBTFUL) && !(after->cues & WHEN_CUE_SMALL))
		return false;
	if (before->kind == WHEN_OF)
		return begin > 1 &&
		       (tokens->items[begin - 2].kind == WHEN_UNIT);
	if (before->kind == WHEN_WORD)
		return jscan_when_is_word(tokens, before, about);
	/* "it may", "to march": only a clear "in" helps small letters. */
	if ((month->flags & WHEN_DOUBTFUL) && !(month->flags & WHEN_CAPITAL) &&
	    (month->value == 3 || month->value == 5))
		return jscan_when_is_word(tokens, before, in_words);
	return is_kind(before, "iyvabfs=");
}

/* Sat, Sun, Mon, Wed alone. */
static bool is_short_weekday_said(const struct jscan_when_tokens *tokens,
				  size_t begin, size_t end)
{
	const struct jscan_when_token *day = token_at(tokens, begin);
	const struct jscan_when_token *before = token_at(tokens, begin - 1);
	const struct jscan_when_token *after = token_at(tokens, end);

	if (tokens->items[begin].kind == WHEN_THE)
		return false; /* in the sun */
	if (begin > 0 && is_kind(before, "pyvbasf"))
		return !jscan_when_counts_noun(tokens, end) ||
		       (day->flags & WHEN_CAPITAL);
	if (!(day->flags & WHEN_CAPITAL))
		return false;
	if (is_kind(after, "@TN!)-,(L|&") || !after)
		return true;
	/* A capital in the middle of a sentence. */
	return begin > 0 && before->kind != WHEN_BREAK &&
	       before->kind != WHEN_DASH && day->value != 6;
}

/* "the 19th", "on the 4th"; not "the 2nd round". */
static bool is_day_said(const struct jscan_when_tokens *tokens, size_t begin,
			size_t end)
{
	const struct jscan_when_token *day = &tokens->items[end - 1];
	bool has_the = tokens->items[begin].kind == WHEN_THE;
	const struct jscan_when_token *before = token_before(tokens, begin);
	static const char *const kept[] = {"for", NULL};
	bool is_kept = before && before->kind == WHEN_WORD &&
		       jscan_when_is_word(tokens, before, kept);
	bool is_timed = is_kept || is_kind(before, "pyvbasf");

	if (jscan_when_counts_noun(tokens, end))
		return false;
	if (day->kind == WHEN_NUMBER)
		return has_the && (is_kept || is_kind(before, "pyv")) &&
		       (day->digits == 2 || (day->flags & WHEN_SPELLED));
	if (day->flags & WHEN_SPELLED)
		return is_timed && day->value > 3 &&
		       (has_the || day->value > 9);
	return is_timed || has_the;
}

/* "3/25 at 4pm": a score has no time of day. */
static bool is_timed(const struct jscan_when_tokens *tokens, size_t end)
{
	if (is_kind(token_at(tokens, end), ",@ba"))
		end++;
	return is_kind(token_at(tokens, end), "T");
}

static bool is_pair_said(const struct jscan_when_tokens *tokens, size_t begin,
			 size_t end, bool is_beside_date, bool is_range)
{
	const struct jscan_when_token *pair = token_at(tokens, begin);
	const struct jscan_when_token *before = token_before(tokens, begin);
	const struct jscan_when_token *after = token_at(tokens, end);

	if (is_kind(after, "o") || jscan_when_counts_noun(tokens, end))
		return false;
	if (pair->date.day == 24 && pair->date.month == 7 &&
	    tokens->text[pair->offset] == '2')
		return false; /* 24/7 */
	/* 5.12 is a version, but behind a weekday, which joins it. */
	if (pair->value == '.')
		return false;
	if (is_beside_date)
		return true;
	return is_kind(before, is_range ? "pyvsbft=" : "pyvsbt") ||
	       is_timed(tokens, end);
}

/* A bare Q2 or H1 may be a question or a heading. */
static bool is_quarter_said(const struct jscan_when_tokens *tokens,
			    size_t begin)
{
	const struct jscan_when_token *before = token_before(tokens, begin);
	static const char *const words[] = {"for", "around", NULL};

	return is_kind(before, "iyvabfso=etnl>") ||
	       (before && before->kind == WHEN_WORD &&
		jscan_when_is_word(tokens, before, words));
}

static bool is_holiday_said(const struct jscan_when_tokens *tokens,
			    size_t begin, size_t end)
{
	const struct jscan_when_token *before = token_before(tokens, begin);
	static const char *const like[] = {"like", NULL};
	const struct jscan_when_token *after = token_at(tokens, end);
	static const char *const things[] = {
		"party",  "parties", "card",  "cards",	 "dinner",   "tree",
		"egg",	  "eggs",    "bonus", "present", "presents", "shopping",
		"market", "season",  "sale",  "sales",	 "gift",     "gifts",
		"hat",	  "costume", "song",  "songs",	 "rush",     "campaign",
		"hamper", NULL};

	if (before && before->kind == WHEN_WORD &&
	    jscan_when_is_word(tokens, before, like))
		return false;
	return !(after && after->kind == WHEN_WORD &&
		 jscan_when_is_word(tokens, after, things));
}

/* may and march, in small letters */
static bool is_verb_like(const struct jscan_when_token *token)
{
	return token->kind == WHEN_MONTH && (token->flags & WHEN_DOUBTFUL) &&
	       !(token->flags & WHEN_CAPITAL) &&
	       (token->value == 3 || token->value == 5);
}

/* "12 March Street", "option 2 may work". */
static bool is_month_day_said(const struct jscan_when_phrase *phrase,
			      const struct jscan_when_tokens *tokens)
{
	const struct jscan_when_token *first = &tokens->items[phrase->begin];
	const struct jscan_when_token *last = &tokens->items[phrase->end - 1];
	const struct jscan_when_token *after = token_at(tokens, phrase->end);
	static const char *const streets[] = {
		"street", "st",	   "road",  "rd",     "avenue", "ave",
		"lane",	  "drive", "place", "square", "court",	NULL};

	if (!after || (after->kind != WHEN_WORD &&
		       !(after->cues & WHEN_CUE_BASE))) /* work, start */
		return true;
	/* you may 5 times */
	if (is_verb_like(first) && last->kind == WHEN_NUMBER)
		return (after->cues & WHEN_CUE_SMALL) != 0;
	if (last->kind != WHEN_MONTH)
		return true;
	if (jscan_when_is_word(tokens, after, streets))
		return false;
	return (last->flags & WHEN_CAPITAL) || !(last->flags & WHEN_DOUBTFUL) ||
	       (last->value != 3 && last->value != 5) ||
	       tokens->items[phrase->begin].kind == WHEN_ORDINAL ||
	       (after->cues & WHEN_CUE_SMALL);
}

static bool is_date_said(const struct jscan_when_phrase *phrase,
			 const struct jscan_when_tokens *tokens,
			 bool is_beside_date)
{
	const struct jscan_when_value *value = &phrase->from;
	size_t begin = phrase->begin, end = phrase->end;
	size_t at = begin + (tokens->items[begin].kind == WHEN_THE);
	const struct jscan_when_token *last = &tokens->items[end - 1];

	if (value->nth || value->shift || value->is_week_of)
		return true;
	if (tokens->items[at].kind == WHEN_PAIR && last->kind == WHEN_PAIR)
		return is_pair_said(tokens, at, end, is_beside_date,
				    phrase->to.kind != WHEN_NOTHING);
	if (!value->month && value->weekday < 0)
		return phrase->to.kind == WHEN_NOTHING &&
		       is_day_said(tokens, begin, end);
	if (!value->month)
		return true; /* with a weekday */
	return is_month_day_said(phrase, tokens);
}

/* Not "on a Friday", "Monday evenings". */
static bool is_weekday_said(const struct jscan_when_phrase *phrase,
			    const struct jscan_when_tokens *tokens,
			    bool is_beside_date)
{
	size_t begin = phrase->begin, end = phrase->end;
	const struct jscan_when_token *last = &tokens->items[end - 1];
	const struct jscan_when_token *after = token_at(tokens, end);

	static const char *const usual[] = {
		"typical", "normal", "usual", "regular", "random", "given",
		"quiet",   "busy",   "rainy", "sunny",	 "cold",   "hot",
		"long",	   "slow",   "free",  "single",	 NULL};

	if (phrase->to.kind != WHEN_NOTHING || phrase->from.shift)
		return true;
	/* "a Monday", "a typical Monday" */
	if ((begin > 0 && tokens->items[begin - 1].kind == WHEN_A) ||
	    (begin > 1 && tokens->items[begin - 2].kind == WHEN_A &&
	     jscan_when_is_word(tokens, &tokens->items[begin - 1], usual)))
		return false;
	/* "the Monday after the interview" */
	if ((tokens->items[begin].kind == WHEN_THE ||
	     (begin > 0 && tokens->items[begin - 1].kind == WHEN_THE)) &&
	    is_kind(after, "ab"))
		return false;
	if ((last->kind == WHEN_DAYPART && last->value == 2) ||
	    (is_kind(after, "L") && after->value == 2))
		return false;
	if (!(last->flags & WHEN_DOUBTFUL) || is_beside_date ||
	    phrase->from.step != WHEN_OPEN_STEP)
		return true;
	return is_short_weekday_said(tokens, begin, end);
}

/* "half a year ago": no such length is known, and the whole one is wrong. */
static bool is_halved(const struct jscan_when_tokens *tokens, size_t begin)
{
	static const char *const words[] = {"half", "quarter", NULL};

	if (begin > 1 && tokens->items[begin - 1].kind == WHEN_OF)
		begin--;
	return begin > 0 &&
	       jscan_when_is_word(tokens, &tokens->items[begin - 1], words);
}

bool jscan_when_is_credible(const struct jscan_when_phrase *phrase,
			    const struct jscan_when_tokens *tokens,
			    bool is_beside_date)
{
	const struct jscan_when_value *value = &phrase->from;
	size_t begin = phrase->begin, end = phrase->end;
	size_t at = begin + (tokens->items[begin].kind == WHEN_THE);
	bool is_range = phrase->to.kind != WHEN_NOTHING;
	bool is_bare = !value->nth && !value->shift && !value->part;

	if (is_repeated(tokens, begin))
		return false;
	switch (value->kind) {
	case WHEN_V_DATE:
		return is_date_said(phrase, tokens, is_beside_date);
	case WHEN_V_MONTH:
		if (is_modal(tokens, at, end))
			return false;
		return is_range || value->year || value->away || !is_bare ||
		       value->step != WHEN_OPEN_STEP ||
		       is_month_said(tokens, at, end);
	case WHEN_V_QUARTER:
		return is_range || value->year || !is_bare ||
		       (tokens->items[at].kind == WHEN_ORDINAL &&
			!is_kind(token_at(tokens, end), "o")) ||
		       is_quarter_said(tokens, at);
	case WHEN_V_WEEKDAY:
		return is_weekday_said(phrase, tokens, is_beside_date);
	case WHEN_V_WEEK:
		return value->count <= 53 &&
		       (value->count >= FIRST_WEEK ||
			tokens->items[at].kind == WHEN_BUSINESS);
	case WHEN_V_OFFSET:
	case WHEN_V_SPAN:
		return !is_halved(tokens, begin) &&
		       jscan_when_is_time_said(phrase, tokens);
	case WHEN_V_PERIOD:
		return jscan_when_is_time_said(phrase, tokens);
	case WHEN_V_HOLIDAY:
		return is_holiday_said(tokens, begin, end);
	case WHEN_V_SEASON:
		return value->step != 0 || value->year ||
		       tokens->items[at].kind == WHEN_THIS;
	case WHEN_V_YEAR:
		return is_range || !is_bare;
	default:
		return true;
	}
}
