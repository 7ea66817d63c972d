/*
 * The facts of the front matter: people, tags, ratings, follow-ups, touches,
 * feedback and the rest, each in every form that people give its value.  What a
 * key does not take is a warning at its line, and the rest still counts.
 */
#include "facts/value.h"

#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "facts/task.h"

static void read_assessing_tag(struct jscan_fill *fill,
			       const struct jscan_tag *tag)
{
	static const struct {
		const char *prefix;
		enum jscan_polarity polarity;
	} kinds[] = {{"weakness/", JSCAN_WEAKNESS},
		     {"strength/", JSCAN_STRENGTH}};

	for (size_t i = 0; i < 2; i++) {
		size_t len = strlen(kinds[i].prefix);
		struct jscan_assessment_fact fact = {
			.line = tag->line,
			.polarity = kinds[i].polarity,
			.source = JSCAN_FROM_TAG,
			.text = tag->text};
		int category;

		if (strncasecmp(tag->text, kinds[i].prefix, len))
			continue;
		category = jscan_lexicon_find_category(
			fill->lexicon, tag->text + len,
			strlen(tag->text + len));
		if (category < 0) {
			jscan_diags_add(&fill->diags, fill->facts->path,
					tag->line, tag->column,
				 JSCAN_DIAG_UNKNOWN_WEAKNESS,
					"no weakness of the name '%.60s'",
					tag->text + len);
			continue;
		}
		fact.category = (unsigned)category;
		if (tag->line > fill->document->header_end_line)
			fact.scope = jscan_events_scope_of(fill, tag->line);
		jscan_fill_add_assessment(fill, &fact);
	}
}

static void read_assessing_tags(struct jscan_fill *fill)
{
	for (size_t i = 0; i < fill->facts->tags.count; i++)
		read_assessing_tag(fill, &fill->tags[i]);
}

static void read_contacts(struct jscan_fill *fill)
{
	struct jscan_values values;

	jscan_values_find(fill, &values, JSCAN_KEY_CONTACTS);
	for (size_t i = 0; i < values.count; i++)
		jscan_contact_parse_value(&fill->mentions,
					  values.items[i].value,
					  values.items[i].person_role, fill->arena);
}

static void read_rating(struct jscan_fill *fill, const struct jscan_yaml *value)
{
	struct jscan_assessment_fact fact = {.line = value->line,
					     .source = JSCAN_FROM_RATING};
	int category = jscan_lexicon_find_category(fill->lexicon, value->key,
						   strlen(value->key));

	if (category < 0) {
		jscan_diags_add(&fill->diags, fill->facts->path,
				value->key_line, value->key_column,
				JSCAN_DIAG_UNKNOWN_WEAKNESS,
				"no weakness of the name '%.60s'", value->key);
		return;
	}
	if (value->kind != JSCAN_YAML_SCALAR || value->len != 1 ||
	    value->text[0] < '1' || value->text[0] > '5') {
		jscan_fill_warn(fill, value, JSCAN_DIAG_BAD_VALUE, value->key,
				"takes a number from 1 to 5");
		return;
	}
	if (value->text[0] == '3')
		return;
	fact.category = (unsigned)category;
	fact.polarity = value->text[0] < '3' ? JSCAN_WEAKNESS : JSCAN_STRENGTH;
	fact.text = jscan_arena_printf(fill->arena, "%s: %s", value->key,
				       value->text);
	jscan_fill_add_assessment(fill, &fact);
}

static void read_ratings(struct jscan_fill *fill)
{
	struct jscan_values values;

	jscan_values_find(fill, &values, JSCAN_KEY_RATINGS);
	for (size_t i = 0; i < values.count; i++) {
		const struct jscan_yaml *value = values.items[i].value;

		if (value->kind != JSCAN_YAML_MAP) {
			jscan_fill_warn(fill, value, JSCAN_DIAG_BAD_VALUE,
					"ratings", "takes a mapping of weakness to 1…5");
			continue;
		}
		for (const struct jscan_yaml *n = value->first; n; n = n->next)
			read_rating(fill, n);
	}
}

static void finish_task(struct jscan_fill *fill, struct jscan_task *task)
{
	const char *folded = jscan_fill_fold(fill, task->words);

	task->touch = jscan_touch_find_in_task(folded);
	task->is_preparing = jscan_touch_is_preparing(folded);
	task->is_bare_date = task->is_key && !*folded;
	jscan_fill_add_task(fill, task);
}

/* What text says of its own: words, due and done. */
static void read_task_text(struct jscan_fill *fill, struct jscan_task *task,
			   const struct jscan_yaml *value)
{
	struct jscan_when_context context = {
		.reference = fill->facts->scopes[task->scope].date,
		.is_day_first = fill->config->is_day_first,
		.prefers_next = true};
	struct jscan_task_reading reading;
	struct jscan_whens whens;

	jscan_when_find(&whens, value->text, value->len, &context,
			fill->arena);
	for (size_t i = 0; i < whens.count; i++) {
		if (whens.items[i].is_impossible)
			jscan_diags_add(&fill->diags, fill->facts->path,
					value->line, value->column,
					JSCAN_DIAG_NO_SUCH_DAY,
					"no such day: %.*s",
					(int)whens.items[i].len,
					value->text + whens.items[i].offset);
		jscan_fill_note_order(fill, &whens.items[i], value->line,
				      value->column);
	}
	jscan_task_read(&reading, value->text, value->len, &whens, true,
			fill->arena);
	task->words = jscan_value_unlink(fill, reading.words);
	task->due = reading.due;
	task->due_line = value->line;
	task->done_date = reading.done;
	task->is_done = jscan_date_is_set(reading.done);
}

/* A date, or text with a date in it. */
static void read_follow_up_text(struct jscan_fill *fill,
				const struct jscan_yaml *value, unsigned scope)
{
	struct jscan_task task = {
		.scope = scope, .line = value->line, .is_key = true};

	read_task_text(fill, &task, value);
	finish_task(fill, &task);
}

static void read_words(struct jscan_fill *fill, struct jscan_task *task,
		       const struct jscan_yaml *value, const char *what)
{
	const char *words = jscan_fill_read_text(fill, value, what);

	if (words)
		task->words = words;
}

static void warn_of_follow_up(struct jscan_fill *fill,
			      const struct jscan_yaml *value)
{
	jscan_fill_warn(fill, value, JSCAN_DIAG_BAD_VALUE, "follow ups",
			"takes a date, text, or a mapping of due, action, "
			"with, done");
}

static void read_follow_up_map(struct jscan_fill *fill,
			       const struct jscan_yaml *map, unsigned scope)
{
	const struct jscan_yaml *due = jscan_value_member(fill, map, "due");
	const struct jscan_yaml *action = jscan_value_member(fill, map, "action");
	const struct jscan_yaml *with = jscan_value_member(fill, map, "with");
	const struct jscan_yaml *done = jscan_value_member(fill, map, "done");
	struct jscan_task task = {.scope = scope,
				  .line = map->line,
				  .words = "",
				  .is_key = true};

	if (!due)
		due = jscan_value_member(fill, map, "date");
	if (due &&
	    jscan_fill_read_coming_date(fill, &task.due, due, "due"))
		task.line = task.due_line = due->line;
	if (action && !due && action->kind == JSCAN_YAML_SCALAR)
		read_task_text(fill, &task, action);
	else if (action)
		read_words(fill, &task, action, "action");
	if (!due && !action)
		warn_of_follow_up(fill, map);
	if (with)
		task.with = jscan_fill_read_text(fill, with, "with");
	if (done) {
		task.is_done = jscan_yaml_get_bool(done) != 0;
		if (jscan_yaml_get_bool(done) < 0)
			task.is_done = jscan_fill_read_date(
				fill, &task.done_date, done, "done");
	}
	finish_task(fill, &task);
}

static void read_follow_up(struct jscan_fill *fill,
			   const struct jscan_yaml *value, unsigned scope)
{
	if (value->kind == JSCAN_YAML_MAP)
		read_follow_up_map(fill, value, scope);
	else if (value->kind == JSCAN_YAML_SCALAR && value->len &&
		 !jscan_yaml_is_null(value))
		read_follow_up_text(fill, value, scope);
	else if (value->kind == JSCAN_YAML_LIST && value->first)
		warn_of_follow_up(fill, value);
}

/* `next action` with `next action date` is one item. */
static void read_next_action(struct jscan_fill *fill)
{
	struct jscan_task task = {.is_key = true, .words = ""};
	struct jscan_values action, date;

	jscan_values_find(fill, &action, JSCAN_KEY_NEXT_ACTION);
	jscan_values_find(fill, &date, JSCAN_KEY_NEXT_ACTION_DATE);
	if (!action.count && !date.count)
		return;
	if (!date.count) {
		read_follow_up(fill, action.items[0].value,
			       action.items[0].scope);
		return;
	}
	if (action.count)
		read_words(fill, &task, action.items[0].value, "next action");
	task.scope = date.items[0].scope;
	task.line = task.due_line = date.items[0].value->line;
	if (jscan_fill_read_coming_date(fill, &task.due, date.items[0].value,
					"next action date"))
		finish_task(fill, &task);
}

static void read_follow_ups(struct jscan_fill *fill)
{
	struct jscan_values values;

	jscan_values_find(fill, &values, JSCAN_KEY_FOLLOW_UPS);
	for (size_t i = 0; i < values.count; i++) {
		const struct jscan_yaml *value = values.items[i].value;
		unsigned scope = values.items[i].scope;

		if (value->kind == JSCAN_YAML_LIST)
			for (const struct jscan_yaml *n = value->first; n;
			     n = n->next)
				read_follow_up(fill, n, scope);
		else
			read_follow_up(fill, value, scope);
	}
	read_next_action(fill);
}

static void add_touch(struct jscan_fill *fill, enum jscan_touch_kind kind,
		      const struct jscan_yaml *value, unsigned scope,
		      struct jscan_date date)
{
	struct jscan_touch_fact touch = {.line = value->line,
					 .scope = scope,
					 .date = date,
					 .kind = kind};

	jscan_fill_add_touch(fill, &touch);
}

/* true, or a date: a touch of this kind.  False and nothing: none. */
static void read_yes_or_date(struct jscan_fill *fill, enum jscan_touch_kind kind,
			     const struct jscan_yaml *value, unsigned scope,
			     const char *what)
{
	struct jscan_date date = {0, 0, 0};
	int is_yes = jscan_yaml_get_bool(value);

	if (is_yes == 0)
		return;
	if (is_yes < 0 && !jscan_fill_read_date(fill, &date, value, what))
		return;
	add_touch(fill, kind, value, scope, date);
}

static const struct jscan_yaml *find_sent(struct jscan_fill *fill,
					  const struct jscan_yaml *map)
{
	const struct jscan_yaml *sent = jscan_value_member(fill, map, "sent");
	bool has_key = false;

	for (const struct jscan_yaml *n = map->first; n; n = n->next)
		has_key |= !strcmp(jscan_fill_fold(fill, n->key), "sent");
	if (!has_key && map->first)
		jscan_fill_warn(fill, map, JSCAN_DIAG_BAD_VALUE, "thank you",
				"takes true, false, a date, or a mapping of "
				"sent");
	return sent;
}

static void read_thank_you(struct jscan_fill *fill)
{
	struct jscan_values values;

	jscan_values_find(fill, &values, JSCAN_KEY_THANK_YOU);
	for (size_t i = 0; i < values.count; i++) {
		const struct jscan_yaml *value = values.items[i].value;

		if (value->kind == JSCAN_YAML_MAP)
			value = find_sent(fill, value);
		if (value)
			read_yes_or_date(fill, JSCAN_TOUCH_THANK_YOU, value,
					 values.items[i].scope, "thank you");
	}
}

static void add_feedback(struct jscan_fill *fill, unsigned line, unsigned scope,
			 struct jscan_date date)
{
	struct jscan_feedback_fact fact = {line, scope, date};

	if (fill->facts->type != JSCAN_EVENT_MOCK)
		jscan_fill_add_feedback(fill, &fact);
}

static void read_feedback_text(struct jscan_fill *fill,
			       const struct jscan_yaml *value, unsigned scope)
{
	struct jscan_note_context context = {
		.section = JSCAN_SECTION_FEEDBACK,
		.is_mock = fill->facts->type == JSCAN_EVENT_MOCK};

	jscan_fill_read_notes(fill, NULL, value->text, value->len, value->line,
			      scope, &context);
}

static void read_feedback(struct jscan_fill *fill)
{
	struct jscan_date received = {0, 0, 0};
	const struct jscan_yaml *value, *asked, *got, *text;
	struct jscan_values values;
	unsigned scope;

	jscan_values_find(fill, &values, JSCAN_KEY_FEEDBACK);
	if (!values.count)
		return;
	value = values.items[0].value;
	scope = values.items[0].scope;
	if (value->kind == JSCAN_YAML_SCALAR) {
		if (jscan_yaml_get_bool(value) == 0 || !value->len)
			return;
		add_feedback(fill, value->line, scope, received);
		read_feedback_text(fill, value, scope);
		return;
	}
	if (value->kind != JSCAN_YAML_MAP) {
		jscan_fill_warn(fill, value, JSCAN_DIAG_BAD_VALUE,
					"feedback", "takes text, or a mapping of asked, received, text");
		return;
	}
	asked = jscan_value_member(fill, value, "asked");
	got = jscan_value_member(fill, value, "received");
	text = jscan_value_member(fill, value, "text");
	if (asked)
		read_yes_or_date(fill, JSCAN_TOUCH_FEEDBACK_REQUEST, asked,
				 scope, "asked");
	if (got && jscan_yaml_get_bool(got) == 0)
		got = NULL;
	if (got && jscan_yaml_get_bool(got) < 0 &&
	    !jscan_fill_read_date(fill, &received, got, "received"))
		got = NULL;
	if (text && text->kind != JSCAN_YAML_SCALAR && text->first)
		jscan_fill_warn(fill, text, JSCAN_DIAG_BAD_VALUE, "text",
				"takes text");
	if (text && (text->kind != JSCAN_YAML_SCALAR || !text->len))
		text = NULL;
	if (got || text)
		add_feedback(fill, got ? got->line : text->line, scope,
			     received);
	if (text)
		read_feedback_text(fill, text, scope);
}

static enum jscan_touch_kind kind_of_words(struct jscan_fill *fill,
					   const char *words)
{
	const char *folded = jscan_fill_fold(fill, words);
	enum jscan_touch_kind kind;

	for (kind = JSCAN_TOUCH_THANK_YOU; kind <= JSCAN_TOUCH_OTHER; kind++) {
		if (!strcmp(jscan_fill_fold(fill, jscan_touch_kind_name(kind)),
			    folded))
			return kind;
	}
	kind = jscan_touch_find(folded);
	return kind == JSCAN_TOUCH_NONE ? JSCAN_TOUCH_OTHER : kind;
}

static void read_touch(struct jscan_fill *fill, const struct jscan_yaml *value,
		       unsigned scope)
{
	struct jscan_touch_fact touch = {.line = value->line,
					 .scope = scope,
					 .kind = JSCAN_TOUCH_OTHER};
	const struct jscan_yaml *date = value, *what, *with;

	if (value->kind == JSCAN_YAML_MAP) {
		date = jscan_value_member(fill, value, "date");
		what = jscan_value_member(fill, value, "what");
		with = jscan_value_member(fill, value, "with");
		if (what)
			touch.words = jscan_fill_read_text(fill, what, "what");
		if (touch.words)
			touch.kind = kind_of_words(fill, touch.words);
		if (with)
			touch.with = jscan_fill_read_text(fill, with, "with");
		if (!date) {
			jscan_fill_warn(fill, value, JSCAN_DIAG_BAD_DATE,
					"touches", "has an item without a date");
			return;
		}
		touch.line = date->line;
	}
	if (jscan_fill_read_date(fill, &touch.date, date, "touches"))
		jscan_fill_add_touch(fill, &touch);
}

static void read_touches(struct jscan_fill *fill)
{
	struct jscan_values values;

	jscan_values_find(fill, &values, JSCAN_KEY_TOUCHES);
	for (size_t i = 0; i < values.count; i++) {
		const struct jscan_yaml *value = values.items[i].value;
		unsigned scope = values.items[i].scope;

		if (value->kind == JSCAN_YAML_LIST)
			for (const struct jscan_yaml *n = value->first; n;
			     n = n->next)
				read_touch(fill, n, scope);
		else
			read_touch(fill, value, scope);
	}
}

static void read_expect_by(struct jscan_fill *fill)
{
	struct jscan_values values;

	jscan_values_find(fill, &values, JSCAN_KEY_EXPECT_BY);
	for (size_t i = 0; i < values.count; i++) {
		struct jscan_promise promise = {
			.line = values.items[i].value->line,
			.scope = values.items[i].scope};

		if (jscan_fill_read_coming_date(fill, &promise.date,
						values.items[i].value,
						"expect by"))
			jscan_fill_add_promise(fill, &promise);
	}
}

static void add_snooze(struct jscan_fill *fill, struct jscan_snooze snooze)
{
	struct jscan_facts *facts = fill->facts;

	facts->snoozes = jscan_arena_grow(fill->arena, facts->snoozes,
					  facts->snooze_count, sizeof(snooze));
	facts->snoozes[facts->snooze_count++] = snooze;
}

static void read_snooze_of_rule(struct jscan_fill *fill,
				const struct jscan_yaml *value)
{
	struct jscan_snooze snooze = {.line = value->line, .is_all = false};
	const char *folded = jscan_fill_fold(fill, value->key);

	for (int rule = 0; rule < JSCAN_RULE_COUNT; rule++) {
		const char *name = jscan_rule_name((enum jscan_rule)rule);

		if (strcmp(jscan_fill_fold(fill, name), folded))
			continue;
		snooze.rule = (enum jscan_rule)rule;
		if (jscan_fill_read_coming_date(fill, &snooze.until, value,
						name))
			add_snooze(fill, snooze);
		return;
	}
	jscan_diags_add(&fill->diags, fill->facts->path, value->key_line,
			value->key_column, JSCAN_DIAG_UNKNOWN_RULE,
			"no rule of the name '%.60s'", value->key);
}

static void read_snooze(struct jscan_fill *fill)
{
	struct jscan_snooze snooze = {.is_all = true};
	struct jscan_values values;

	jscan_values_find(fill, &values, JSCAN_KEY_SNOOZE);
	if (!values.count)
		return;
	if (values.items[0].value->kind == JSCAN_YAML_MAP) {
		for (const struct jscan_yaml *n = values.items[0].value->first;
		     n; n = n->next)
			read_snooze_of_rule(fill, n);
	} else if (jscan_fill_read_coming_date(fill, &snooze.until,
					       values.items[0].value,
					       "snooze")) {
		snooze.line = values.items[0].value->line;
		add_snooze(fill, snooze);
	}
}

static void read_reopened(struct jscan_fill *fill)
{
	struct jscan_facts *facts = fill->facts;
	struct jscan_reopened_fact fact = {0};
	const struct jscan_yaml *value, *date, *why;
	struct jscan_values values;

	jscan_values_find(fill, &values, JSCAN_KEY_REOPENED);
	if (!values.count)
		return;
	date = value = values.items[0].value;
	if (value->kind == JSCAN_YAML_MAP) {
		date = jscan_value_member(fill, value, "date");
		why = jscan_value_member(fill, value, "why");
		if (why)
			fact.why = jscan_fill_read_text(fill, why, "why");
	} else if (jscan_yaml_get_bool(value) == 0) {
		return;
	} else if (jscan_yaml_get_bool(value) == 1) {
		date = NULL;
	}
	fact.line = date ? date->line : value->line;
	fact.scope = values.items[0].scope;
	if (date && !jscan_fill_read_date(fill, &fact.date, date, "reopened"))
		return;
	facts->reopened = jscan_arena_grow(fill->arena, facts->reopened,
					   facts->reopened_count, sizeof(fact));
	facts->reopened[facts->reopened_count++] = fact;
}

static void read_keep_in_touch(struct jscan_fill *fill)
{
	const struct jscan_yaml *value;
	struct jscan_values values;
	int is_yes;

	jscan_values_find(fill, &values, JSCAN_KEY_KEEP_IN_TOUCH);
	if (!values.count)
		return;
	value = values.items[0].value;
	is_yes = jscan_yaml_get_bool(value);
	fill->facts->is_left_alone = is_yes == 0;
	if (is_yes < 0 && (value->len || value->first))
		jscan_fill_warn(fill, value, JSCAN_DIAG_BAD_VALUE,
				"keep in touch", "takes yes or no");
}

void jscan_header_read_facts(struct jscan_fill *fill)
{
	read_contacts(fill);
	read_assessing_tags(fill);
	read_ratings(fill);
	read_follow_ups(fill);
	read_thank_you(fill);
	read_feedback(fill);
	read_touches(fill);
	read_expect_by(fill);
	read_snooze(fill);
	read_reopened(fill);
	read_keep_in_touch(fill);
}
