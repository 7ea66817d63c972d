/*
 * Notes with more of something than is read: the rest is left out, and that is
 * said once.
 */
#include "unit/check.h"

#include "base/buf.h"
#include "facts/facts.h"

static const char head[] = "---\ncompany: Acme\ndate: 2026-11-09\n---\n";

struct limit {
	const char *start; /* of the body */
	const char *line;  /* said again and again */
	size_t most;
	const char *message;
};

/* The first scope is the entry's own, of no heading. */
static size_t count(const struct jscan_facts *facts, size_t index)
{
	const size_t counts[] = {facts->task_count, facts->date_count,
				 facts->scope_count - 1, facts->mention_count,
				 facts->assessment_count};

	return counts[index];
}

static const struct limit limits[] = {
	{"", "- [ ] call\n", JSCAN_TASKS_MOST,
	 "more than 10000 tasks: the rest is not read"},
	{"", "On Friday.\n", JSCAN_DATES_MOST,
	 "more than 10000 dates: the rest is not read"},
	{"", "## 2026-11-10 Panel\n", JSCAN_SCOPES_MOST,
	 "more than 10000 dated headings: the rest is not read"},
	{"## People\n\n", "- Dana Ruiz, CTO\n", JSCAN_MENTIONS_MOST,
	 "more than 1000 mentions of people: the rest is not read"},
	{"## Reflection\n\n", "I was late.\n\n", JSCAN_ASSESSMENTS_MOST,
	 "more than 10000 weaknesses and strengths: the rest is not read"},
};

static void test_limits(void **state)
{
	struct jscan_facts_reader *reader;
	struct jscan_lexicon *lexicon;
	struct jscan_config config;
	struct jscan_error err;

	(void)state;
	jscan_config_init(&config);
	assert_int_equal(jscan_lexicon_new(&lexicon, &config, &err), 0);
	reader = jscan_facts_reader_new(&config, lexicon);
	for (size_t i = 0; i < COUNT_OF(limits); i++) {
		struct jscan_facts facts;
		struct jscan_arena arena;
		struct jscan_buf buf;
		size_t said = 0;

		jscan_arena_init(&arena);
		jscan_buf_init(&buf);
		jscan_buf_adds(&buf, head);
		jscan_buf_adds(&buf, limits[i].start);
		for (size_t k = 0; k < limits[i].most + 3; k++)
			jscan_buf_adds(&buf, limits[i].line);
		jscan_facts_read(reader, &facts, "a.md", buf.data, buf.len,
				 &arena);
		assert_int_equal(count(&facts, i), limits[i].most);
		for (size_t k = 0; k < facts.diagnostic_count; k++)
			said += strcmp(facts.diagnostics[k].message,
				       limits[i].message) == 0;
		if (said != 1)
			fail_msg("%s: %zu", limits[i].message, said);
		jscan_buf_release(&buf);
		jscan_arena_release(&arena);
	}
	jscan_facts_reader_free(reader);
	jscan_lexicon_free(lexicon);
}

/* More values of a list key than are taken, warned of once. */
static void test_many_values(void **state)
{
	struct jscan_facts_reader *reader;
	struct jscan_lexicon *lexicon;
	struct jscan_config config;
	struct jscan_facts facts;
	struct jscan_arena arena;
	struct jscan_error err;
	struct jscan_buf buf;

	(void)state;
	jscan_arena_init(&arena);
	jscan_buf_init(&buf);
	jscan_config_init(&config);
	assert_int_equal(jscan_lexicon_new(&lexicon, &config, &err), 0);
	reader = jscan_facts_reader_new(&config, lexicon);
	jscan_buf_adds(&buf, head);
	for (int i = 1; i <= 70; i++)
		jscan_buf_addf(&buf, "touches:: 2026-10-%02d\n", i % 28 + 1);
	jscan_facts_read(reader, &facts, "a.md", buf.data, buf.len, &arena);
	assert_int_equal(facts.touch_count, 64);
	assert_int_equal(facts.diagnostic_count, 1);
	assert_string_equal(
		facts.diagnostics[0].message,
		"more than 64 values of 'touches': the rest is not read");
	assert_int_equal(facts.diagnostics[0].line, 4 + 65);
	jscan_facts_reader_free(reader);
	jscan_lexicon_free(lexicon);
	jscan_buf_release(&buf);
	jscan_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_many_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
