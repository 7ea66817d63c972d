/*
 * A journal made of text, for tests of what follows from it: no folder, no
 * files, the default configuration.
 */
#ifndef TESTS_UNIT_JOURNAL_H
#define TESTS_UNIT_JOURNAL_H

#include "unit/check.h"

#include "facts/facts.h"
#include "plan/plan.h"

struct journal {
	struct jscan_arena arena;
	struct jscan_config config;
	struct jscan_lexicon *lexicon;
	struct jscan_facts facts[32];
	size_t count;
	struct jscan_report report;
};

/*
 * Reads notes that stand one behind the other, each below a line "=== PATH",
 * in the order of their paths; and plans as of a day.
 */
static inline void journal_init(struct journal *journal, const char *notes,
				const char *as_of)
{
	struct jscan_facts_reader *reader;
	struct jscan_plan_input input = {.facts = journal->facts};
	struct jscan_diags none;
	struct jscan_error err;

	memset(journal, 0, sizeof(*journal));
	jscan_arena_init(&journal->arena);
	jscan_config_init(&journal->config);
	assert_int_equal(jscan_lexicon_new(&journal->lexicon, &journal->config,
					   &err),
			 0);
	reader = jscan_facts_reader_new(&journal->config, journal->lexicon);
	while (*notes) {
		const char *path = notes + 4, *text, *end;

		assert_memory_equal(notes, "=== ", 4);
		text = strchr(path, '\n') + 1;
		end = strstr(text, "\n=== ");
		end = end ? end + 1 : text + strlen(text);
		assert_true(journal->count < COUNT_OF(journal->facts));
		jscan_facts_read(reader, &journal->facts[journal->count++],
				 jscan_arena_strndup(&journal->arena, path,
						     (size_t)(text - 1 - path)),
				 text, (size_t)(end - text), &journal->arena);
		notes = end;
	}
	jscan_facts_reader_free(reader);
	jscan_diags_init(&none, &journal->arena);
	assert_int_equal(jscan_date_parse(&input.as_of, as_of), 0);
	input.count = journal->count;
	input.config = &journal->config;
	input.lexicon = journal->lexicon;
	input.diags = &none;
	jscan_plan_make(&journal->report, &input, &journal->arena);
}

static inline void journal_release(struct journal *journal)
{
	jscan_lexicon_free(journal->lexicon);
	jscan_arena_release(&journal->arena);
}

#endif
