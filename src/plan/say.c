/*
 * The wording of follow-up items.  Dates are printed, never counts of days, so
 * that the words stay the same from one day to the next.
 */
#include "plan/say.h"

#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "plan/rules.h"

static const char *touched(struct jscan_arena *arena,
			   const struct jscan_moment *moment)
{
	const char *what = moment->words ? moment->words : "a document";
	char date[11];

	jscan_date_format(date, moment->date);
	return jscan_arena_printf(arena, "%s (%s)", what, date);
}

static void add_text(struct jscan_texts *out, const char *text,
		     struct jscan_arena *arena)
{
	const char **items = jscan_arena_grow(
		arena, (void *)(uintptr_t)out->items, out->count,
		sizeof(*items));

	items[out->count++] = text;
	out->items = items;
}

static bool asks_elsewhere(const struct jscan_moment *moment,
			   struct jscan_arena *arena)
{
	const char *about = moment->words;

	if (!about)
		return false;
	return jscan_touch_asks_elsewhere(
		jscan_utf8_fold_words(arena, about, strlen(about)));
}

void jscan_sent_make(struct jscan_sent *out,
		     const struct jscan_timeline *timelines, size_t count,
		     struct jscan_arena *arena)
{
	memset(out, 0, sizeof(*out));
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < timelines[i].count; j++) {
			const struct jscan_moment *m = &timelines[i].moments[j];

			if (m->kind != JSCAN_MOMENT_TOUCH ||
			    !jscan_timeline_is_past(&timelines[i], m->date))
				continue;
			if (m->touch == JSCAN_TOUCH_DOCUMENT)
				add_text(&out->documents, touched(arena, m),
					 arena);
			if (asks_elsewhere(m, arena))
				out->has_asked_elsewhere = true;
		}
	}
}

/* What the fact is, with its day. */
static const char *say_fact(const struct jscan_item *item,
			    struct jscan_arena *arena)
{
	char date[11], promised[11];

	jscan_date_format(date, item->fact_date);
	switch (item->rule) {
	case JSCAN_RULE_APPLICATION:
		return jscan_arena_printf(arena, "you applied on %s", date);
	case JSCAN_RULE_SELF_ASSESSMENT:
		return jscan_arena_printf(
			arena, "%s on %s",
			item->facts->scopes[item->scope].type ==
					JSCAN_EVENT_MOCK
				? "mock interview"
				: "interview",
			date);
	case JSCAN_RULE_REPLY:
		if (!jscan_date_is_set(item->promised))
			break;
		jscan_date_format(promised, item->promised);
		return jscan_arena_printf(
			arena, "interview on %s, an answer promised by %s",
			date, promised);
	case JSCAN_RULE_ASK_FEEDBACK:
		return jscan_arena_printf(arena, "turned down on %s", date);
	case JSCAN_RULE_THANK_FOR_FEEDBACK:
		return jscan_arena_printf(arena, "feedback of %s", date);
	case JSCAN_RULE_KEEP_IN_TOUCH:
		if (item->steps)
			return jscan_arena_printf(arena, "last in touch on %s",
						  date);
		return jscan_arena_printf(arena, "it ended on %s", date);
	case JSCAN_RULE_REOPENED:
		return jscan_arena_printf(arena, "reopened on %s%s%s", date,
					  item->fact_words ? ", " : "",
					  item->fact_words ? item->fact_words
							   : "");
	case JSCAN_RULE_TASK:
		return "your own task";
	default:
		break;
	}
	return jscan_arena_printf(arena, "interview on %s", date);
}

const char *jscan_say_why(const struct jscan_item *item,
			  struct jscan_arena *arena)
{
	const char *fact = say_fact(item, arena);

	if (item->rule == JSCAN_RULE_TASK)
		return fact;
	return jscan_arena_printf(arena, "%s: %s (%s)", fact,
				  jscan_rule_reason(item->rule),
				  jscan_rule_source(item->rule));
}

const char *jscan_say_action(const struct jscan_item *item)
{
	if (item->rule == JSCAN_RULE_KEEP_IN_TOUCH)
		return item->steps ? "send-document" : "check-in";
	if (item->task && *item->task->words)
		return item->task->words;
	return jscan_rule_name(item->rule);
}

static const char *say_something_new(const struct jscan_texts *documents,
				     struct jscan_arena *arena)
{
	const char *text = "something new that shows what you can do";

	if (!documents->count)
		return text;
	text = jscan_arena_printf(arena, "%s; they already have: %s", text,
				  documents->items[0]);
	for (size_t i = 1; i < documents->count && i < 10; i++)
		text = jscan_arena_printf(arena, "%s, %s", text,
					  documents->items[i]);
	return text;
}

void jscan_say_points(struct jscan_texts *out, const struct jscan_item *item,
		      const struct jscan_sent *sent, bool is_looking,
		      struct jscan_arena *arena)
{
	memset(out, 0, sizeof(*out));
	if (item->rule != JSCAN_RULE_KEEP_IN_TOUCH)
		return;
	if (item->steps == 0)
		add_text(out,
			 "that you hope the hire worked out and that you "
			 "remain interested",
			 arena);
	if (is_looking)
		add_text(out, JSCAN_POINT_LOOKING, arena);
	add_text(out, say_something_new(&sent->documents, arena), arena);
	if (!sent->has_asked_elsewhere)
		add_text(out, JSCAN_POINT_ELSEWHERE, arena);
}
