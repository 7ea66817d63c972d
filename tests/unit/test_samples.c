/*
 * What others labelled by hand in tests/quality: each date in a sentence, and
 * of each note of four writers the entry, its people and its tasks.
 */
#include "unit/check.h"

#include <jansson.h>

#include "base/date.h"
#include "facts/facts.h"
#include "facts/when.h"

#define SAMPLES "tests/quality/"

static const char *get(const json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
}

static bool is_same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : !a && !b;
}

static bool is_day(struct jscan_date date, const char *expected)
{
	char day[11] = "";

	if (jscan_date_is_set(date))
		jscan_date_format(day, date);
	return strcmp(day, expected ? expected : "") == 0;
}

/* Calls `check` with each line of a file that is JSON. */
static void for_each(const char *path, void (*check)(const json_t *))
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t room = 0;

	assert_non_null(file);
	while (getline(&line, &room, file) > 0) {
		json_t *object = json_loads(line, 0, NULL);

		assert_non_null(object);
		check(object);
		json_decref(object);
	}
	free(line);
	fclose(file);
}

/* The offset in bytes of a character. */
static size_t find_byte(const char *text, json_int_t character)
{
	size_t at = 0;

	for (json_int_t i = 0; i < character; i++) {
		at++;
		while (((unsigned char)text[at] & 0xc0) == 0x80)
			at++;
	}
	return at;
}

static bool is_over(const struct jscan_when *item, const char *text,
		    const json_t *span)
{
	size_t begin =
		find_byte(text, json_integer_value(json_array_get(span, 0)));
	size_t end =
		find_byte(text, json_integer_value(json_array_get(span, 1)));

	return item->offset < end && begin < item->offset + item->len;
}

static bool is_accepted(const struct jscan_when *item, const json_t *readings)
{
	for (size_t i = 0; i < json_array_size(readings); i++) {
		const json_t *pair = json_array_get(readings, i);
		const char *start = json_string_value(json_array_get(pair, 0));
		const char *end = json_string_value(json_array_get(pair, 1));

		if (is_day(item->start, start) &&
		    is_day(item->end, end ? end : start))
			return true;
	}
	return false;
}

static void check_dates(const json_t *object)
{
	const json_t *expected = json_object_get(object, "expected");
	const json_t *ignored = json_object_get(object, "ignore");
	const char *text = get(object, "text"), *tense = get(object, "tense");
	const char *locale = get(object, "locale");
	struct jscan_when_context context = {
		.is_day_first = locale && strcmp(locale, "gb") == 0,
		.tense = !tense				? JSCAN_TENSE_NONE
			 : strcmp(tense, "future") == 0 ? JSCAN_TENSE_FUTURE
			 : strcmp(tense, "past") == 0	? JSCAN_TENSE_PAST
							: JSCAN_TENSE_NONE};
	struct jscan_arena arena;
	struct jscan_whens whens;
	size_t right = 0;

	jscan_arena_init(&arena);
	jscan_date_parse(&context.reference, get(object, "reference"));
	jscan_when_find(&whens, text, strlen(text), &context, &arena);
	for (size_t i = 0; i < whens.count; i++) {
		const struct jscan_when *item = &whens.items[i];
		bool is_known = item->is_impossible;

		for (size_t k = 0; k < json_array_size(ignored); k++)
			is_known |=
				is_over(item, text, json_array_get(ignored, k));
		for (size_t k = 0; k < json_array_size(expected); k++) {
			const json_t *want = json_array_get(expected, k);

			if (!is_over(item, text, json_object_get(want, "span")))
				continue;
			is_known = true;
			right += is_accepted(item,
					     json_object_get(want, "accept"));
		}
		if (!is_known)
			fail_msg("%s: no date: '%.*s' in '%s'",
				 get(object, "id"), (int)item->len,
				 text + item->offset, text);
	}
	if (right != json_array_size(expected))
		fail_msg("%s: %zu of %zu dates are right in '%s'",
			 get(object, "id"), right, json_array_size(expected),
			 text);
	jscan_arena_release(&arena);
}

static void labelled_dates_are_read(void **state)
{
	(void)state;
	for_each(SAMPLES "dates.jsonl", check_dates);
}

static bool has(const struct jscan_texts *texts, const char *text)
{
	for (size_t i = 0; i < texts->count; i++) {
		if (strcmp(texts->items[i], text) == 0)
			return true;
	}
	return text == NULL;
}

static void check_entry(const char *path, const struct jscan_facts *facts,
			const json_t *want)
{
	const char *outcome = get(want, "outcome");

	if (!is_same(facts->company, get(want, "company")) ||
	    !is_same(facts->role, get(want, "role")) ||
	    !is_day(facts->date, get(want, "date")))
		fail_msg("%s: it is not %s, %s, %s", path,
			 facts->company ? facts->company : "no company",
			 facts->role ? facts->role : "no role",
			 get(want, "date"));
	if (get(want, "type") &&
	    strcmp(jscan_event_type_name(facts->type), get(want, "type")) != 0)
		fail_msg("%s: it is no %s", path,
			 jscan_event_type_name(facts->type));
	if (outcome && strcmp(jscan_outcome_name(facts->outcome), outcome) != 0)
		fail_msg("%s: its outcome is not %s", path,
			 jscan_outcome_name(facts->outcome));
}

/* Each day in prose is one of the dates of its line; of "by", the last one. */
static void check_days(const char *path, const struct jscan_facts *facts,
		       const json_t *days)
{
	for (size_t i = 0; i < json_array_size(days); i++) {
		const json_t *want = json_array_get(days, i);
		const char *start = get(want, "start"), *end = get(want, "end");
		json_int_t line =
			json_integer_value(json_object_get(want, "line"));
		bool is_found = false;

		for (size_t k = 0; k < facts->date_count; k++) {
			const struct jscan_date_fact *date = &facts->dates[k];

			is_found |= date->line == line &&
				    is_day(date->end, end ? end : start) &&
				    (is_day(date->start, start) ||
				     is_day(date->start, end));
		}
		if (!is_found)
			fail_msg("%s:%d: no %s", path, (int)line, start);
	}
}

/* All that the note says of somebody is in mentions of that name. */
static void check_person(const char *path, const struct jscan_facts *facts,
			 const json_t *person)
{
	const char *title = get(person, "title"), *email = get(person, "email");
	const char *phone = get(person, "phone"), *name = get(person, "name");
	bool is_found = false, has_title = !title, has_email = !email;
	bool has_phone = !phone;

	for (size_t i = 0; i < facts->mention_count; i++) {
		const struct jscan_mention *m = &facts->mentions[i].mention;

		if (!is_same(m->name, name))
			continue;
		is_found = true;
		has_title |= is_same(m->title, title);
		has_email |= email && has(&m->emails, email);
		has_phone |= phone && has(&m->phones, phone);
	}
	if (!is_found || !has_title || !has_email || !has_phone)
		fail_msg("%s: %s: found %d, title %d, address %d, number %d",
			 path, name ? name : "(no name)", is_found, has_title,
			 has_email, has_phone);
}

static void check_people(const char *path, const struct jscan_facts *facts,
			 const json_t *people)
{
	for (size_t i = 0; i < json_array_size(people); i++)
		check_person(path, facts, json_array_get(people, i));
	for (size_t i = 0; i < facts->mention_count; i++) {
		const struct jscan_mention *m = &facts->mentions[i].mention;
		bool is_known = !m->is_listed;

		for (size_t k = 0; k < json_array_size(people); k++)
			is_known |=
				is_same(m->name,
					get(json_array_get(people, k), "name"));
		if (!is_known)
			fail_msg("%s:%u: %s is nobody to list", path, m->line,
				 m->name ? m->name : m->text);
	}
}

static void check_tasks(const char *path, const struct jscan_facts *facts,
			const json_t *tasks)
{
	size_t due = 0;

	for (size_t i = 0; i < facts->task_count; i++) {
		const struct jscan_task *task = &facts->tasks[i];
		bool is_right =
			!jscan_date_is_set(task->due) || task->is_cancelled;

		due += !is_right;
		for (size_t k = 0; k < json_array_size(tasks); k++) {
			const json_t *want = json_array_get(tasks, k);

			is_right |=
				task->line ==
					json_integer_value(json_object_get(
						want, "line")) &&
				is_day(task->due, get(want, "due")) &&
				task->is_done == json_is_true(json_object_get(
							 want, "done"));
		}
		if (!is_right)
			fail_msg("%s:%u: the task is another", path,
				 task->line);
	}
	if (due != json_array_size(tasks))
		fail_msg("%s: %zu tasks with a date, not %zu", path, due,
			 json_array_size(tasks));
}

static char *read_file(const char *path, size_t *len)
{
	static char bytes[1 << 16];
	char whole[256];
	FILE *file;

	snprintf(whole, sizeof(whole), SAMPLES "journals/%s", path);
	file = fopen(whole, "r");
	assert_non_null(file);
	*len = fread(bytes, 1, sizeof(bytes), file);
	fclose(file);
	return bytes;
}

static void check_note(const json_t *object)
{
	const char *path = get(object, "path");
	struct jscan_facts_reader *reader;
	struct jscan_lexicon *lexicon;
	struct jscan_config config;
	struct jscan_facts facts;
	struct jscan_arena arena;
	struct jscan_error err;
	size_t len;
	char *bytes = read_file(path, &len);

	jscan_arena_init(&arena);
	jscan_config_init(&config);
	config.is_day_first = strncmp(path, "tobias/", 7) == 0;
	assert_int_equal(jscan_lexicon_new(&lexicon, &config, &err), 0);
	reader = jscan_facts_reader_new(&config, lexicon);
	jscan_facts_read(reader, &facts, path, bytes, len, &arena);
	check_entry(path, &facts, object);
	check_days(path, &facts, json_object_get(object, "dates"));
	check_people(path, &facts, json_object_get(object, "contacts"));
	check_tasks(path, &facts, json_object_get(object, "tasks"));
	jscan_facts_reader_free(reader);
	jscan_lexicon_free(lexicon);
	jscan_arena_release(&arena);
}

static void labelled_notes_are_read(void **state)
{
	(void)state;
	for_each(SAMPLES "journals/gold.jsonl", check_note);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(labelled_dates_are_read),
		cmocka_unit_test(labelled_notes_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
