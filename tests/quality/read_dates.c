/*
 * Reads JSON lines with a text, its reference day, number order and tense, and
 * prints the dates that are found in each as one JSON line: what
 * tests/quality/score_dates.py scores.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "facts/when.h"

static const char *get(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "";
}

static void set_context(struct jscan_when_context *context,
			const json_t *object)
{
	const char *tense = get(object, "tense");

	memset(context, 0, sizeof(*context));
	jscan_date_parse(&context->reference, get(object, "reference"));
	context->is_day_first = strcmp(get(object, "locale"), "gb") == 0;
	if (strcmp(tense, "future") == 0)
		context->tense = JSCAN_TENSE_FUTURE;
	else if (strcmp(tense, "past") == 0)
		context->tense = JSCAN_TENSE_PAST;
}

static const char *mod_name(enum jscan_when_mod mod)
{
	return mod == JSCAN_WHEN_BY	 ? "by"
	       : mod == JSCAN_WHEN_SINCE ? "since"
					 : "plain";
}

static void print_dates(const json_t *object, struct jscan_arena *arena)
{
	struct jscan_when_context context;
	struct jscan_whens whens;
	const char *text = get(object, "text");
	json_t *list = json_array();

	set_context(&context, object);
	jscan_when_find(&whens, text, strlen(text), &context, arena);
	for (size_t i = 0; i < whens.count; i++) {
		const struct jscan_when *item = &whens.items[i];
		char start[11], end[11];

		jscan_date_format(start, item->start);
		jscan_date_format(end, item->end);
		json_array_append_new(
			list, json_pack("{s:i, s:i, s:s, s:s, s:s, s:b}",
					"begin", (int)item->offset, "end",
					(int)(item->offset + item->len),
					"start", start, "last", end, "mod",
					mod_name(item->mod), "impossible",
					item->is_impossible));
	}
	json_dumpf(list, stdout, JSON_COMPACT);
	putchar('\n');
	json_decref(list);
}

int main(void)
{
	struct jscan_arena arena;
	char *line = NULL;
	size_t room = 0;

	jscan_arena_init(&arena);
	while (getline(&line, &room, stdin) > 0) {
		json_error_t error;
		json_t *object = json_loads(line, 0, &error);

		if (!object) {
			fprintf(stderr, "%s\n", error.text);
			return 1;
		}
		print_dates(object, &arena);
		json_decref(object);
		jscan_arena_clear(&arena);
	}
	free(line);
	jscan_arena_release(&arena);
	return 0;
}
