/*
 * Dates said in text: the window moves over the tokens, each phrase that is a
 * date where it stands is resolved, and what came out is given back in order.
 * The forms are in when_forms.c, the policy in when_resolve.c.
 */
#include "facts/when.h"

#include <string.h>

#include "base/date.h"
#include "facts/when_table.h"

#define BACK 240 /* bytes of a sentence that are read before a date */
#define LEAD 8	 /* no phrase has its telling word later than that */

struct reader {
	const struct jscan_when_context *context;
	struct jscan_whens *out;
	struct jscan_arena *arena;
	struct jscan_when_tokens tokens;
	struct jscan_date preceding;
	size_t last_end; /* byte behind the date before, 0 for none */
};

static uint8_t kind_at(const struct jscan_when_tokens *tokens, size_t at)
{
	return jscan_when_kind_at(tokens, at);
}

static bool is_latest(const struct jscan_when_tokens *tokens, size_t end)
{
	static const char *const latest[] = {"latest", NULL};

	if (kind_at(tokens, end) == WHEN_AT)
		end++;
	if (kind_at(tokens, end) == WHEN_THE)
		end++;
	return kind_at(tokens, end) == WHEN_WORD &&
	       jscan_when_is_word(tokens, &tokens->items[end], latest);
}

static bool is_said_word(const struct jscan_when_tokens *tokens, size_t at,
			 const char *word)
{
	const char *const words[] = {word, NULL};

	return at < tokens->count &&
	       jscan_when_is_word(tokens, &tokens->items[at], words);
}

/* by, until, since and the like before (or behind) the date. */
static enum jscan_when_mod find_mod(const struct jscan_when_tokens *tokens,
				    size_t begin, size_t end)
{
	uint8_t kind;

	if (is_latest(tokens, end))
		return JSCAN_WHEN_BY;
	if (kind_at(tokens, begin) == WHEN_WITHIN)
		return JSCAN_WHEN_BY;
	while (begin > 0 && (kind_at(tokens, begin - 1) == WHEN_THE ||
			     kind_at(tokens, begin - 1) == WHEN_TIME ||
			     kind_at(tokens, begin - 1) == WHEN_ON))
		begin--;
	kind = begin > 0 ? kind_at(tokens, begin - 1) : 0;
	switch (kind) {
	case WHEN_BY:
		return tokens->items[begin - 1].value == 0 ? JSCAN_WHEN_BY
							   : JSCAN_WHEN_PLAIN;
	case WHEN_UNTIL:
	case WHEN_BEFORE:
		return JSCAN_WHEN_BY;
	case WHEN_SINCE:
	case WHEN_AFTER:
	case WHEN_STARTING:
		return JSCAN_WHEN_SINCE;
	case WHEN_FROM:
		return kind_at(tokens, end) == WHEN_ON ||
				       is_said_word(tokens, end, "onwards") ||
				       is_said_word(tokens, end, "onward")
			       ? JSCAN_WHEN_SINCE
			       : JSCAN_WHEN_PLAIN;
	default:
		/* no later than, earlier than */
		if (begin > 1 && is_said_word(tokens, begin - 1, "than") &&
		    (kind_at(tokens, begin - 2) == WHEN_LATER ||
		     kind_at(tokens, begin - 2) == WHEN_EARLIER))
			return is_said_word(tokens, begin - 3, "no") ||
					       is_said_word(tokens, begin - 3,
							    "not") ||
					       kind_at(tokens, begin - 2) ==
						       WHEN_EARLIER
				       ? JSCAN_WHEN_BY
				       : JSCAN_WHEN_SINCE;
		return JSCAN_WHEN_PLAIN;
	}
}

static enum jscan_when_sureness
find_sureness(const struct jscan_when_value *value)
{
	if (value->part != WHEN_WHOLE || value->end_count != 0)
		return JSCAN_WHEN_FUZZY;
	switch (value->kind) {
	case WHEN_V_DATE:
		if (value->shift || value->nth || !value->month)
			return JSCAN_WHEN_RELATIVE;
		return value->year ? JSCAN_WHEN_EXPLICIT : JSCAN_WHEN_DAY;
	case WHEN_V_HOLIDAY:
		return value->shift ? JSCAN_WHEN_RELATIVE : JSCAN_WHEN_DAY;
	case WHEN_V_MONTH:
	case WHEN_V_QUARTER:
	case WHEN_V_SEASON:
	case WHEN_V_YEAR:
		return value->nth ? JSCAN_WHEN_DAY : JSCAN_WHEN_FUZZY;
	case WHEN_V_SPAN:
		return JSCAN_WHEN_FUZZY;
	default:
		return JSCAN_WHEN_RELATIVE;
	}
}

static void set_order(struct jscan_when *item, uint8_t flags)
{
	item->needs_order = (flags & WHEN_NEEDS_ORDER) != 0;
	item->shows_day_first = (flags & WHEN_DAY_FIRST) != 0;
	item->shows_month_first = (flags & WHEN_MONTH_FIRST) != 0;
}

static bool resolve_phrase(struct jscan_when *item,
			   const struct jscan_when_phrase *phrase,
			   const struct jscan_when_setting *setting)
{
	struct jscan_when_days days;
	bool is_range = phrase->to.kind != WHEN_NOTHING;

	if (is_range ? !jscan_when_resolve_range(&days, &phrase->from,
						 &phrase->to, setting)
		     : !jscan_when_resolve(&days, &phrase->from, setting))
		return false;
	item->start = days.start;
	item->end = days.end;
	item->is_impossible = days.is_impossible;
	if (days.is_impossible) {
		memset(&item->start, 0, sizeof(item->start));
		memset(&item->end, 0, sizeof(item->end));
	}
	item->mod = setting->mod;
	item->sureness = find_sureness(&phrase->from);
	set_order(item, phrase->from.flags | phrase->to.flags);
	return true;
}

static void set_span(struct jscan_when *item,
		     const struct jscan_when_tokens *tokens, size_t begin,
		     size_t end)
{
	const struct jscan_when_token *first = &tokens->items[begin];
	const struct jscan_when_token *last = &tokens->items[end - 1];

	item->offset = first->offset;
	item->len = last->offset + last->len - first->offset;
}

static void add(struct reader *reader, const struct jscan_when *item)
{
	struct jscan_whens *out = reader->out;

	out->items = jscan_arena_grow(reader->arena, out->items, out->count,
				      sizeof(*out->items));
	out->items[out->count++] = *item;
	reader->last_end = item->offset + item->len;
	if (!item->is_impossible)
		reader->preceding = item->start;
}

/* "18 and 19 June": the day said first, then the other. */
static void add_list(struct reader *reader,
		     const struct jscan_when_phrase *phrase,
		     const struct jscan_when_setting *setting)
{
	const struct jscan_when_tokens *tokens = &reader->tokens;
	struct jscan_when_phrase one = *phrase;
	struct jscan_when item = {0};
	size_t middle = phrase->begin;

	while (middle < phrase->end && kind_at(tokens, middle) != WHEN_AND &&
	       kind_at(tokens, middle) != WHEN_OR)
		middle++;
	one.from.end_day = 0;
	if (resolve_phrase(&item, &one, setting)) {
		set_span(&item, tokens, phrase->begin, middle);
		add(reader, &item);
	}
	memset(&item, 0, sizeof(item));
	one.from.day = phrase->from.end_day;
	if (resolve_phrase(&item, &one, setting)) {
		set_span(&item, tokens, middle + 1, phrase->end);
		add(reader, &item);
	}
}

/* Does the tense of the clause decide? */
static bool is_open(const struct jscan_when_value *value)
{
	switch (value->kind) {
	case WHEN_V_DATE:
	case WHEN_V_MONTH:
	case WHEN_V_QUARTER:
	case WHEN_V_HOLIDAY:
		return value->year == 0;
	case WHEN_V_WEEKDAY:
	case WHEN_V_PERIOD:
		return value->step == WHEN_OPEN_STEP;
	default:
		return false;
	}
}

static void prepare(struct jscan_when_setting *setting,
		    const struct reader *reader,
		    const struct jscan_when_phrase *phrase)
{
	const struct jscan_when_context *context = reader->context;
	const struct jscan_when_tokens *tokens = &reader->tokens;
	size_t begin = phrase->begin, end = phrase->end;

	setting->reference = context->reference;
	setting->preceding = reader->preceding;
	setting->prefers_next = context->prefers_next;
	setting->mod = find_mod(tokens, begin, end);
	setting->is_before =
		begin > 0 && kind_at(tokens, begin - 1) == WHEN_BEFORE;
	setting->is_range = false;
	setting->tense = context->tense;
	if (setting->tense == JSCAN_TENSE_NONE && is_open(&phrase->from))
		setting->tense =
			is_latest(tokens, end)
				? JSCAN_TENSE_FUTURE
				: jscan_when_find_tense(tokens, begin, end);
}

/* Is a date near on either side, with nothing but a link between? */
static bool is_beside(const struct reader *reader, size_t begin, size_t end)
{
	const struct jscan_when_tokens *tokens = &reader->tokens;
	size_t at = begin;

	if (kind_at(tokens, end) == WHEN_COMMA ||
	    kind_at(tokens, end) == WHEN_OPEN)
		end++;
	if (end < tokens->count && strchr("WIMR", kind_at(tokens, end)))
		return true;
	if (reader->last_end == 0)
		return false;
	while (at > 0 && begin - at < 3 &&
	       tokens->items[at - 1].offset >= reader->last_end &&
	       (strchr(",&|->(/p", kind_at(tokens, at - 1)) ||
		is_said_word(tokens, at - 1, "again") ||
		is_said_word(tokens, at - 1, "then")))
		at--;
	return at > 0 && tokens->items[at - 1].offset < reader->last_end;
}

/* Returns the token behind the date, or the next when there is none. */
static size_t read_at(struct reader *reader, size_t at)
{
	const struct jscan_when_tokens *tokens = &reader->tokens;
	struct jscan_when_phrase phrase;
	struct jscan_when_setting setting;
	struct jscan_when item = {0};

	if (!jscan_when_read_phrase(&phrase, tokens, at))
		return at + 1;
	if (!jscan_when_is_credible(&phrase, tokens,
				    is_beside(reader, at, phrase.end)))
		return at + 1;
	prepare(&setting, reader, &phrase);
	if (phrase.is_list) {
		add_list(reader, &phrase, &setting);
		return phrase.end;
	}
	if (!resolve_phrase(&item, &phrase, &setting))
		return at + 1;
	set_span(&item, tokens, phrase.begin, phrase.end);
	add(reader, &item);
	return phrase.end;
}

/* The token of the kind without which there is no date, from `at` on. */
static size_t find_anchor_token(const struct jscan_when_tokens *tokens,
				size_t at)
{
	for (; at < tokens->count; at++) {
		const struct jscan_when_token *token = &tokens->items[at];

		switch (token->kind) {
		case WHEN_WORD:
			break;
		case WHEN_DATE:
		case WHEN_PAIR:
		case WHEN_PAIRS:
		case WHEN_DAYS:
		case WHEN_YEAR_MONTH:
		case WHEN_QUARTER:
		case WHEN_HOLIDAY:
			return at;
		case WHEN_NUMBER: /* 2026; the 27 */
			if (token->digits == 4 ||
			    kind_at(tokens, at - 1) == WHEN_THE)
				return at;
			break;
		default:
			if (jscan_when_is_anchor(token) ||
			    (token->kind == WHEN_ORDINAL &&
			     !(token->flags & WHEN_SPELLED)))
				return at;
		}
	}
	return at;
}

/* Fills the window with the sentence of the anchor, or what fits of it. */
static void fill_sentence(struct jscan_when_tokens *tokens, size_t anchor)
{
	static const size_t backs[] = {BACK, BACK / 8};

	for (size_t i = 0; i < 2; i++) {
		tokens->count = 0;
		tokens->next = jscan_when_find_sentence(tokens->text, anchor,
							backs[i]);
		jscan_when_fill(tokens, anchor);
		/* A crowd of marks before it: with less of them. */
		if (tokens->count < WHEN_WINDOW ||
		    tokens->items[WHEN_WINDOW - WHEN_AHEAD].offset > anchor)
			return;
	}
}

/* Reads the dates around an anchor; returns the byte where to look on. */
static size_t read_sentence(struct reader *reader, size_t from, size_t anchor)
{
	struct jscan_when_tokens *tokens = &reader->tokens;
	size_t at = 0, near = 0, stop;

	fill_sentence(tokens, anchor);
	stop = tokens->count == WHEN_WINDOW ? WHEN_WINDOW - WHEN_AHEAD
					    : tokens->count;
	while (at < stop && tokens->items[at].offset < from)
		at++;
	while (at < stop) {
		if (near < at || near == 0)
			near = find_anchor_token(tokens, at);
		if (near == tokens->count)
			return tokens->next;
		if (near > at + LEAD) {
			at = near - LEAD;
			continue;
		}
		if (jscan_when_may_begin(kind_at(tokens, at)))
			at = read_at(reader, at);
		else
			at++;
	}
	return at < tokens->count ? tokens->items[at].offset : tokens->next;
}

void jscan_when_find(struct jscan_whens *out, const char *text, size_t len,
		     const struct jscan_when_context *context,
		     struct jscan_arena *arena)
{
	struct reader reader;
	size_t at = 0;

	memset(out, 0, sizeof(*out));
	jscan_when_prepare();
	at = jscan_when_find_anchor(text, len, 0);
	if (at == len)
		return;
	reader.context = context;
	reader.out = out;
	reader.arena = arena;
	memset(&reader.preceding, 0, sizeof(reader.preceding));
	reader.last_end = 0;
	reader.tokens.text = text;
	reader.tokens.len = len;
	reader.tokens.is_day_first = context->is_day_first;
	for (size_t done = 0; at < len;
	     at = jscan_when_find_anchor(text, len, done))
		done = read_sentence(&reader, done, at);
}

/* The bytes of an eight-digit day, 20261109. */
static bool read_compact(struct jscan_when *out, const char *text, size_t len)
{
	int digits[8];

	if (len != 8)
		return false;
	for (int i = 0; i < 8; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		digits[i] = text[i] - '0';
	}
	out->start = jscan_date_make(
		digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3],
		digits[4] * 10 + digits[5], digits[6] * 10 + digits[7]);
	out->end = out->start;
	out->len = 8;
	return true;
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The slash of "14:00 Europe/Berlin". */
static bool is_zone(const struct jscan_when_tokens *tokens, size_t at)
{
	return at > 1 && kind_at(tokens, at) == WHEN_SLASH &&
	       (tokens->items[at].flags & WHEN_GLUED) &&
	       kind_at(tokens, at - 1) == WHEN_WORD &&
	       kind_at(tokens, at + 1) == WHEN_WORD &&
	       kind_at(tokens, at - 2) == WHEN_TIME;
}

/* A time of day and a zone behind a date, brackets and marks. */
static bool is_left_over(const struct jscan_when_tokens *tokens, size_t at)
{
	static const char *const words[] = {
		"am",	"pm",	    "z",   "utc",   "gmt", "cet", "cest", "est",
		"edt",	"cst",	    "cdt", "mst",   "mdt", "pst", "pdt",  "bst",
		"noon", "midnight", "o",   "clock", "h",   "uhr", NULL};
	const struct jscan_when_token *token = &tokens->items[at];

	switch (token->kind) {
	case WHEN_TIME:
	case WHEN_OPEN:
	case WHEN_CLOSE:
	case WHEN_COMMA:
	case WHEN_AT:
	case WHEN_DAYPART:
		return true;
	case WHEN_DASH:
		return at + 1 < tokens->count &&
		       tokens->items[at + 1].kind == WHEN_TIME;
	case WHEN_WEEKDAY:
		return true;
	case WHEN_NUMBER:
		return at > 0 && tokens->items[at - 1].kind == WHEN_AT;
	case WHEN_SLASH: /* Europe/Berlin */
		return is_zone(tokens, at);
	case WHEN_BREAK:
		return memchr("+.:", tokens->text[token->offset], 3) != NULL;
	case WHEN_JUNK: /* "+01:00" */
		return at > 0 && tokens->text[token->offset - 1] == '+';
	default:
		return jscan_when_is_word(tokens, token, words) ||
		       is_zone(tokens, at + 1) ||
		       (at > 0 && is_zone(tokens, at - 1));
	}
}

static bool is_whole(const struct jscan_when_tokens *tokens, size_t begin,
		     size_t end)
{
	for (size_t i = 0; i < tokens->count; i++) {
		if (i >= begin && i < end)
			continue;
		if (!is_left_over(tokens, i))
			return false;
	}
	return tokens->next >= tokens->len;
}

enum jscan_when_result
jscan_when_parse(struct jscan_when *out, const char *text, size_t len,
		 const struct jscan_when_context *context)
{
	struct reader reader = {.context = context};
	struct jscan_when_tokens *tokens = &reader.tokens;
	struct jscan_when_phrase phrase;
	struct jscan_when_setting setting;
	struct jscan_when item = {0};

	while (len > 0 && is_space(text[len - 1]))
		len--;
	while (len > 0 && is_space(text[0])) {
		text++;
		len--;
	}
	if (read_compact(&item, text, len)) {
		if (!jscan_date_is_valid(item.start.year, item.start.month,
					 item.start.day))
			return JSCAN_WHEN_IMPOSSIBLE;
		*out = item;
		return JSCAN_WHEN_OK;
	}
	tokens->text = text;
	tokens->len = len;
	tokens->is_day_first = context->is_day_first;
	jscan_when_prepare();
	jscan_when_fill(tokens, len);
	for (size_t at = 0; at < tokens->count && at < WHEN_AHEAD; at++) {
		if (!jscan_when_read_phrase(&phrase, tokens, at) ||
		    phrase.is_list || phrase.from.kind == WHEN_V_YEAR ||
		    !is_whole(tokens, at, phrase.end))
			continue;
		prepare(&setting, &reader, &phrase);
		if (!resolve_phrase(&item, &phrase, &setting))
			continue;
		if (item.is_impossible)
			return JSCAN_WHEN_IMPOSSIBLE;
		set_span(&item, tokens, phrase.begin, phrase.end);
		*out = item;
		return JSCAN_WHEN_OK;
	}
	return JSCAN_WHEN_NOT_A_DATE;
}
