/*
 * What the tests of dates share: a text is read on a day, and what is found is
 * told in one line, "words=day" or "words=day..day" with "; " between.
 */
#ifndef TESTS_UNIT_WHEN_CHECK_H
#define TESTS_UNIT_WHEN_CHECK_H

#include "unit/check.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/when.h"

struct when_row {
	const char *text;
	const char *found; /* "" for no date at all */
};

static inline void when_describe(char *out, size_t room, const char *text,
				 const struct jscan_whens *whens)
{
	size_t used = 0;

	out[0] = '\0';
	for (size_t i = 0; i < whens->count && used < room; i++) {
		const struct jscan_when *item = &whens->items[i];
		char start[11], end[11];
		bool is_day = jscan_date_compare(item->start, item->end) == 0;

		jscan_date_format(start, item->start);
		jscan_date_format(end, item->end);
		used += (size_t)snprintf(
			out + used, room - used, "%s%.*s=%s%s%s", i ? "; " : "",
			(int)item->len, text + item->offset,
			item->is_impossible ? "impossible" : start,
			is_day ? "" : "..", is_day ? "" : end);
	}
}

static inline void when_check(const struct when_row *row,
			      const struct jscan_when_context *context)
{
	struct jscan_arena arena;
	struct jscan_whens whens;
	char got[1024];

	jscan_arena_init(&arena);
	jscan_when_find(&whens, row->text, strlen(row->text), context, &arena);
	when_describe(got, sizeof(got), row->text, &whens);
	if (strcmp(got, row->found) != 0)
		fail_msg("\"%s\": got \"%s\", not \"%s\"", row->text, got,
			 row->found);
	jscan_arena_release(&arena);
}

static inline void when_check_on(const char *day, const struct when_row *rows,
				 size_t count)
{
	struct jscan_when_context context = {.is_day_first = false};

	assert_int_equal(jscan_date_parse(&context.reference, day), 0);
	for (size_t i = 0; i < count; i++)
		when_check(&rows[i], &context);
}

/* The same, with the word before it, how sure it is, and what of its order. */
static inline void when_describe_whole(char *out, size_t room, const char *text,
				       const struct jscan_whens *whens)
{
	static const char *const mods[] = {"", "by ", "since "};
	static const char *const sureness[] = {"explicit", "day", "relative",
					       "fuzzy"};
	size_t used = 0;

	out[0] = '\0';
	for (size_t i = 0; i < whens->count && used < room; i++) {
		struct jscan_when *item = &whens->items[i];
		const struct jscan_whens one = {item, 1};

		used += (size_t)snprintf(out + used, room - used, "%s%s",
					 i ? "; " : "", mods[item->mod]);
		when_describe(out + used, room - used, text, &one);
		used += strlen(out + used);
		used += (size_t)snprintf(
			out + used, room - used, " %s%s%s%s",
			sureness[item->sureness],
			item->needs_order ? ", either order" : "",
			item->shows_day_first ? ", day first" : "",
			item->shows_month_first ? ", month first" : "");
	}
}

static inline void when_check_whole(const struct when_row *rows, size_t count,
				    const struct jscan_when_context *context)
{
	struct jscan_arena arena;
	char got[2048];

	for (size_t i = 0; i < count; i++) {
		const char *text = rows[i].text;
		struct jscan_whens whens;

		jscan_arena_init(&arena);
		jscan_when_find(&whens, text, strlen(text), context, &arena);
		when_describe_whole(got, sizeof(got), text, &whens);
		if (strcmp(got, rows[i].found) != 0)
			fail_msg("\"%s\": got \"%s\", not \"%s\"", text, got,
				 rows[i].found);
		jscan_arena_release(&arena);
	}
}

#endif
