/*
 * The edits of each rule: a key of the front matter, an item of `touches`, a
 * tick.  What is written carries its own day, so that it says the same wherever
 * in the note it stands.
 */
#include "act/edit.h"

#include <string.h>

#include "act/front.h"
#include "act/tick.h"
#include "base/date.h"
#include "base/utf8.h"

struct build {
	struct jscan_edits *out;
	const struct jscan_raw *raw;
	const struct jscan_item *item;
	const char *date; /* as the note writes dates */
	struct jscan_date day;
};

static const char *fold(const struct build *build, const char *text)
{
	return jscan_utf8_fold_words(build->raw->arena, text, strlen(text));
}

static void keep(struct build *build, bool is_made)
{
	build->out->count += is_made;
}

static struct jscan_splice *next(struct build *build)
{
	return &build->out->items[build->out->count];
}

static bool is_list_of_dates(const struct jscan_yaml *node)
{
	if (!node || node->kind != JSCAN_YAML_LIST || !node->first)
		return false;
	for (const struct jscan_yaml *n = node->first; n; n = n->next) {
		if (n->kind != JSCAN_YAML_SCALAR)
			return false;
	}
	return true;
}

/*
 * The key that takes one more touch: a list of any spelling, else `touches`
 * itself.  A `last contact` with one date stays what it is: a key of its own
 * adds up with it.
 */
static const struct jscan_yaml *find_touches(const struct build *build)
{
	const struct jscan_yaml *header = build->raw->document.header;
	const struct jscan_yaml *own = NULL;

	for (const struct jscan_yaml *n = header ? header->first : NULL; n;
	     n = n->next) {
		const char *folded = fold(build, n->key);

		if (jscan_key_find(build->raw->config, folded, NULL) !=
		    JSCAN_KEY_TOUCHES)
			continue;
		if (n->kind == JSCAN_YAML_LIST)
			return n;
		if (!strcmp(folded, "touches"))
			own = n;
	}
	return own;
}

/* Below a Dataview field of touches, which a key would put out of force. */
static bool add_field(struct build *build)
{
	const struct jscan_document *document = &build->raw->document;

	for (size_t i = document->field_count; i > 0; i--) {
		const struct jscan_field *field = &document->fields[i - 1];
		size_t len, at;
		const char *text;

		if (jscan_key_find(build->raw->config, fold(build, field->key),
				   NULL) != JSCAN_KEY_TOUCHES)
			continue;
		text = jscan_raw_line(build->raw, field->line, &len);
		if (!text || strncmp(text, field->key, strlen(field->key)) != 0)
			return false;
		at = (size_t)(text - build->raw->bytes) + len;
		jscan_raw_splice(build->raw, next(build), at, 0, "\n%s:: %s",
				 field->key, build->date);
		return true;
	}
	return false;
}

static void add_touch(struct build *build, enum jscan_touch_kind kind)
{
	const struct jscan_yaml *node = find_touches(build);
	const char *what = jscan_touch_kind_name(kind);
	struct jscan_arena *arena = build->raw->arena;
	const char *block = jscan_arena_printf(arena, "date: %s\nwhat: %s",
					       build->date, what);
	const char *flow = jscan_arena_printf(arena, "{date: %s, what: %s}",
					      build->date, what);

	/* Where dates alone are kept, one more; but not where the kind counts.
	 */
	if (is_list_of_dates(node) && kind != JSCAN_TOUCH_THANK_YOU &&
	    kind != JSCAN_TOUCH_FEEDBACK_REQUEST)
		block = flow = build->date;
	if (node)
		keep(build, jscan_front_append(next(build), build->raw, node,
					       block, flow));
	else if (add_field(build))
		keep(build, true);
	else
		keep(build, jscan_front_add_key(
				    next(build), build->raw, "touches",
				    jscan_arena_printf(
					    arena, "\n- date: %s\n  what: %s",
					    build->date, what)));
}

/* `thank you` where nothing is said yet; `touches` serves everywhere. */
static void add_thanks(struct build *build)
{
	const struct jscan_yaml *node =
		jscan_front_find(build->raw, JSCAN_KEY_THANK_YOU);
	bool is_empty =
		node && node->kind == JSCAN_YAML_SCALAR &&
		(jscan_yaml_is_null(node) || jscan_yaml_get_bool(node) == 0);

	if (!node)
		keep(build, jscan_front_add_key(next(build), build->raw,
						"thank you", build->date));
	else if (is_empty)
		keep(build, jscan_front_set(next(build), build->raw, node, NULL,
					    build->date));
	add_touch(build, JSCAN_TOUCH_THANK_YOU);
}

static const struct jscan_yaml *find_member(const struct build *build,
					    const struct jscan_yaml *map,
					    const char *name)
{
	for (const struct jscan_yaml *n = map->first; n; n = n->next) {
		if (n->key && !strcmp(fold(build, n->key), name))
			return n;
	}
	return NULL;
}

static void add_request(struct build *build)
{
	const struct jscan_yaml *node =
		jscan_front_find(build->raw, JSCAN_KEY_FEEDBACK);
	const struct jscan_yaml *asked =
		node ? find_member(build, node, "asked") : NULL;

	if (!node)
		keep(build,
		     jscan_front_add_key(next(build), build->raw, "feedback",
					 jscan_arena_printf(build->raw->arena,
							    "\nasked: %s",
							    build->date)));
	else if (asked &&
		 (jscan_yaml_is_null(asked) || jscan_yaml_get_bool(asked) == 0))
		keep(build, jscan_front_set(next(build), build->raw, asked,
					    node, build->date));
	else if (!asked && node->kind == JSCAN_YAML_MAP)
		keep(build, jscan_front_add_member(next(build), build->raw,
						   node, "asked", build->date));
	add_touch(build, JSCAN_TOUCH_FEEDBACK_REQUEST);
}

/* The item's own line, or one of its members'. */
static bool holds_line(const struct jscan_yaml *node, unsigned line)
{
	if (node->line == line)
		return true;
	for (const struct jscan_yaml *n = node->first; n; n = n->next) {
		if (n->line == line || n->key_line == line)
			return true;
	}
	return false;
}

/* The item of `follow ups` that the task was read from; *list holds it. */
static const struct jscan_yaml *find_follow_up(const struct build *build,
					       const struct jscan_yaml **list)
{
	const struct jscan_yaml *header = build->raw->document.header;
	unsigned line = build->item->line;

	*list = NULL;
	for (const struct jscan_yaml *n = header ? header->first : NULL; n;
	     n = n->next) {
		if (jscan_key_find(build->raw->config, fold(build, n->key),
				   NULL) != JSCAN_KEY_FOLLOW_UPS)
			continue;
		if (n->kind != JSCAN_YAML_LIST && holds_line(n, line))
			return n;
		*list = n->kind == JSCAN_YAML_LIST ? n : NULL;
		for (const struct jscan_yaml *m = *list ? n->first : NULL; m;
		     m = m->next) {
			if (holds_line(m, line))
				return m;
		}
	}
	*list = NULL;
	return NULL;
}

static void finish_follow_up(struct build *build)
{
	const struct jscan_yaml *list;
	const struct jscan_yaml *node = find_follow_up(build, &list);
	const struct jscan_yaml *done;

	if (build->item->task->is_bare_date)
		add_touch(build, JSCAN_TOUCH_OTHER);
	else if (!node && build->item->task->touch)
		add_touch(build, build->item->task->touch);
	if (!node)
		return;
	if (node->kind == JSCAN_YAML_SCALAR) {
		char day[11];

		jscan_date_format(day, build->day);
		keep(build,
		     jscan_front_extend(next(build), build->raw, node, list,
					jscan_arena_printf(build->raw->arena,
							   " \xe2\x9c\x85 %s",
							   day)));
		return;
	}
	done = find_member(build, node, "done");
	if (done)
		keep(build, jscan_front_set(next(build), build->raw, done, node,
					    build->date));
	else
		keep(build, jscan_front_add_member(next(build), build->raw,
						   node, "done", build->date));
}

static void finish_task(struct build *build)
{
	const struct jscan_task *task = build->item->task;

	if (task->is_key) {
		finish_follow_up(build);
		return;
	}
	/* The words may begin on a line of their own below the box. */
	for (unsigned up = 0; up < 2 && task->line > up; up++)
		keep(build, jscan_tick_task(next(build), build->raw,
					    task->line - up, build->day));
}

static void add_prepared(struct build *build)
{
	const struct jscan_facts *facts = build->item->facts;

	for (size_t i = 0; i < facts->task_count; i++) {
		const struct jscan_task *task = &facts->tasks[i];

		if (task->is_preparing && !task->is_done &&
		    !task->is_cancelled && !task->is_key &&
		    task->scope == build->item->scope) {
			keep(build, jscan_tick_task(next(build), build->raw,
						    task->line, build->day));
			break;
		}
	}
	keep(build, jscan_tick_add_prepared(next(build), build->raw, facts,
					    build->item->scope, build->day));
}

void jscan_edits_meet(struct jscan_edits *out, const struct jscan_raw *raw,
		      const struct jscan_item *item, struct jscan_date date)
{
	struct build build = {out, raw, item, jscan_front_date(raw, date),
			      date};

	out->count = 0;
	switch (item->rule) {
	case JSCAN_RULE_THANK_YOU:
		add_thanks(&build);
		break;
	case JSCAN_RULE_THANK_FOR_FEEDBACK:
		add_touch(&build, JSCAN_TOUCH_THANK_YOU);
		break;
	case JSCAN_RULE_ASK_FEEDBACK:
		add_request(&build);
		break;
	case JSCAN_RULE_APPLICATION:
	case JSCAN_RULE_REPLY:
	case JSCAN_RULE_REOPENED:
		add_touch(&build, JSCAN_TOUCH_CHECK_IN);
		break;
	case JSCAN_RULE_KEEP_IN_TOUCH:
		add_touch(&build, item->steps ? JSCAN_TOUCH_DOCUMENT
					      : JSCAN_TOUCH_CHECK_IN);
		break;
	case JSCAN_RULE_TASK:
		finish_task(&build);
		break;
	case JSCAN_RULE_PREPARE:
		add_prepared(&build);
		break;
	case JSCAN_RULE_SELF_ASSESSMENT:
		break; /* only the writer's own words meet it */
	}
}

/* The lines of a mapping from rules to days, each behind a '\n'. */
static const char *list_rests(const struct build *build, const char *old,
			      unsigned others)
{
	struct jscan_arena *arena = build->raw->arena;
	const char *lines = "";

	for (int rule = 0; rule < JSCAN_RULE_COUNT; rule++) {
		const char *name = jscan_rule_name((enum jscan_rule)rule);

		if ((int)build->item->rule == rule)
			lines = jscan_arena_printf(arena, "%s\n%s: %s", lines,
						   name, build->date);
		else if (others & 1u << rule)
			lines = jscan_arena_printf(arena, "%s\n%s: %s", lines,
						   name, old);
	}
	return lines;
}

static bool has_field(const struct build *build, enum jscan_key key)
{
	const struct jscan_document *document = &build->raw->document;

	for (size_t i = 0; i < document->field_count; i++) {
		if (jscan_key_find(build->raw->config,
				   fold(build, document->fields[i].key),
				   NULL) == key)
			return true;
	}
	return false;
}

/* A day for the whole note gives way to days for its rules. */
static void replace_day(struct build *build, const struct jscan_yaml *node,
			struct jscan_date as_of, unsigned others)
{
	const struct jscan_facts *facts = build->item->facts;
	struct jscan_date old = {0, 0, 0};

	for (size_t i = 0; i < facts->snooze_count; i++) {
		if (facts->snoozes[i].is_all)
			old = facts->snoozes[i].until;
	}
	if (jscan_date_compare(old, as_of) <= 0)
		others = 0;
	keep(build, jscan_front_set_lines(
			    next(build), build->raw, node,
			    list_rests(build, jscan_front_date(build->raw, old),
				       others)));
}

void jscan_edits_snooze(struct jscan_edits *out, const struct jscan_raw *raw,
			const struct jscan_item *item, struct jscan_date until,
			struct jscan_date as_of, unsigned others)
{
	struct build build = {out, raw, item, jscan_front_date(raw, until),
			      until};
	const struct jscan_yaml *node = jscan_front_find(raw, JSCAN_KEY_SNOOZE);
	const char *name = jscan_rule_name(item->rule);
	const struct jscan_yaml *rule;

	out->count = 0;
	if (!node) {
		/* A key would put a field of the body out of force. */
		if (has_field(&build, JSCAN_KEY_SNOOZE))
			return;
		keep(&build, jscan_front_add_key(next(&build), raw, "snooze",
						 list_rests(&build, "", 0)));
		return;
	}
	if (node->kind == JSCAN_YAML_SCALAR) {
		replace_day(&build, node, as_of, others);
		return;
	}
	rule = find_member(&build, node, fold(&build, name));
	if (rule)
		keep(&build, jscan_front_set(next(&build), raw, rule, node,
					     build.date));
	else
		keep(&build, jscan_front_add_member(next(&build), raw, node,
						    name, build.date));
}

const char *jscan_edit_say(const struct jscan_item *item,
			   struct jscan_date date, struct jscan_arena *arena)
{
	char day[11];

	jscan_date_format(day, date);
	switch (item->rule) {
	case JSCAN_RULE_SELF_ASSESSMENT:
		return "only your own words meet it: write how it went under a "
		       "heading '## Self-assessment' in that note, below the "
		       "interview";
	case JSCAN_RULE_THANK_YOU:
	case JSCAN_RULE_THANK_FOR_FEEDBACK:
		return jscan_arena_printf(
			arena,
			"write it yourself: under 'touches', an item with "
			"'date: %s' and 'what: thank-you'",
			day);
	case JSCAN_RULE_ASK_FEEDBACK:
		return jscan_arena_printf(arena,
					  "write it yourself: 'asked: %s' "
					  "under 'feedback'",
					  day);
	case JSCAN_RULE_TASK:
		if (item->task->is_key)
			return jscan_arena_printf(
				arena,
				"mark it as done yourself: an item of 'follow "
				"ups' with 'done: %s'; a 'next action' is done "
				"when it is taken out",
				day);
		return jscan_arena_printf(
			arena,
			"mark it as done yourself, with '\xe2\x9c\x85 %s'",
			day);
	case JSCAN_RULE_PREPARE:
		return jscan_arena_printf(arena,
					  "write it yourself, below the "
					  "interview: '- [x] Prepare "
					  "\xe2\x9c\x85 %s'",
					  day);
	default:
		return jscan_arena_printf(arena,
					  "write it yourself: '- %s' under "
					  "'touches' in the front matter",
					  day);
	}
}
