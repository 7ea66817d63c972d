/* The ids of follow-ups: calendars and `done` know an item by them. */
#include "unit/journal.h"

#include "base/buf.h"

#define AS_OF "2026-06-30"

/* A change of these makes every calendar show every item twice. */
static void ids_are_those_of_earlier_versions(void **state)
{
	static const struct {
		enum jscan_rule rule;
		const char *id;
	} cases[] = {
		{JSCAN_RULE_THANK_YOU, "wnx119nk"},
		{JSCAN_RULE_REPLY, "eacwtkcj"},
		{JSCAN_RULE_TASK, "4dyfmhy6"},
	};
	struct journal journal;

	(void)state;
	journal_init(&journal,
		     "=== a.md\n---\ncompany: Acme\nrole: CTO\n"
		     "type: interview\ndate: 2026-06-25\n---\n"
		     "- [ ] Read the paper due 2026-07-01\n",
		     AS_OF);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *id = "none";

		for (size_t k = 0; k < journal.report.followup_count; k++) {
			if (journal.report.followups[k].rule == cases[i].rule)
				id = journal.report.followups[k].id;
		}
		assert_string_equal(id, cases[i].id);
	}
	journal_release(&journal);
}

/* Entries without a company may say the same of the same day. */
static void equal_items_have_ids_of_their_own(void **state)
{
	static const char *const paths[] = {"a.md", "b.md", "c.md"};
	struct jscan_buf notes;
	struct journal journal;

	(void)state;
	jscan_buf_init(&notes);
	for (size_t i = 0; i < COUNT_OF(paths); i++)
		jscan_buf_addf(&notes,
			       "=== %s\n---\ntype: interview\n"
			       "date: 2026-06-01\n---\n"
			       "- [ ] Read the paper due 2026-07-01\n",
			       paths[i]);
	journal_init(&journal, notes.data, AS_OF);
	assert_true(journal.report.followup_count >= COUNT_OF(paths));
	for (size_t i = 0; i < journal.report.followup_count; i++) {
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(journal.report.followups[i].id,
						journal.report.followups[k].id);
	}
	journal_release(&journal);
	jscan_buf_release(&notes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_are_those_of_earlier_versions),
		cmocka_unit_test(equal_items_have_ids_of_their_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
