/*
 * A phrase where it stands, to the item that callers get: its days by the tense
 * and the policy, the word before it (by, since), how sure it is.
 */
#include "facts/when_table.h"

#include <string.h>

#include "base/date.h"

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
		return JSCAN_WHEN_SINCE;
	case WHEN_STARTING:
		return tokens->items[begin - 1].value == 0 ? JSCAN_WHEN_SINCE
							   : JSCAN_WHEN_PLAIN;
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
			return (is_said_word(tokens, begin - 3, "no") ||
				is_said_word(tokens, begin - 3, "not")) ==
					       (kind_at(tokens, begin - 2) ==
						WHEN_LATER)
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

void jscan_when_set_span(struct jscan_when *item,
			 const struct jscan_when_tokens *tokens, size_t begin,
			 size_t end)
{
	const struct jscan_when_token *first = &tokens->items[begin];
	const struct jscan_when_token *last = &tokens->items[end - 1];

	item->offset = first->offset;
	item->len = last->offset + last->len - first->offset;
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

/* "Starting in March": its first day is meant. */
static bool is_starting(const struct jscan_when_tokens *tokens, size_t begin)
{
	while (begin > 0 && (kind_at(tokens, begin - 1) == WHEN_THE ||
			     kind_at(tokens, begin - 1) == WHEN_IN ||
			     kind_at(tokens, begin - 1) == WHEN_ON))
		begin--;
	return begin > 0 && kind_at(tokens, begin - 1) == WHEN_STARTING &&
	       tokens->items[begin - 1].value == 0;
}

static void prepare(struct jscan_when_setting *setting,
		    const struct jscan_when_tokens *tokens,
		    const struct jscan_when_phrase *phrase,
		    const struct jscan_when_context *context,
		    struct jscan_date preceding)
{
	size_t begin = phrase->begin, end = phrase->end;

	setting->reference = context->reference;
	setting->preceding = preceding;
	setting->prefers_next = context->prefers_next;
	setting->mod = find_mod(tokens, begin, end);
	setting->is_before =
		begin > 0 && kind_at(tokens, begin - 1) == WHEN_BEFORE;
	setting->is_beginning = is_starting(tokens, begin);
	setting->is_range = false;
	setting->tense = context->tense;
	if (setting->tense == JSCAN_TENSE_NONE && is_open(&phrase->from))
		setting->tense =
			is_latest(tokens, end)
				? JSCAN_TENSE_FUTURE
				: jscan_when_find_tense(tokens, begin, end);
}

bool jscan_when_read_item(struct jscan_when *out,
			  const struct jscan_when_tokens *tokens,
			  const struct jscan_when_phrase *phrase,
			  const struct jscan_when_context *context,
			  struct jscan_date preceding)
{
	struct jscan_when_setting setting;

	prepare(&setting, tokens, phrase, context, preceding);
	memset(out, 0, sizeof(*out));
	if (!resolve_phrase(out, phrase, &setting))
		return false;
	jscan_when_set_span(out, tokens, phrase->begin, phrase->end);
	return true;
}
