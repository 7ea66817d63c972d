/*
 * What is remembered of a note instead of its facts: whatever the report could
 * say otherwise changes it.
 */
#include "unit/journal.h"

#include "plan/mark.h"

#define HEAD "=== a.md\n---\ncompany: Acme\ndate: 2026-05-06\n"

static struct jscan_mark mark_of(const char *notes)
{
	struct journal journal;
	struct jscan_mark mark;

	journal_init(&journal, notes, "2026-05-08");
	assert_int_equal(journal.count, 1);
	jscan_mark_make(&mark, &journal.facts[0]);
	journal_release(&journal);
	return mark;
}

static void what_is_said_of_people_changes_it(void **state)
{
	static const char person[] =
		HEAD "contacts:\n"
		     "  - {name: Dana Ruiz, title: CTO, email: d@acme.example,\n"
		     "     phone: +49 30 1234567, url: 'https://acme.example/d'}"
		     "\n---\n";
	static const char *const changes[][2] = {
		{"Dana Ruiz", "Dana Ruhe"},
		{"Dana Ruiz", "Dana"},
		{"title: CTO", "title: CEO"},
		{"title: CTO", "role: recruiter"},
		{"title: CTO", "company: Beta"},
		{"d@acme.example", "e@acme.example"},
		{"d@acme.example", "[d@acme.example, e@acme.example]"},
		{"1234567", "1234568"},
		{"acme.example/d", "acme.example/e"},
		{"2026-05-06", "2026-05-07"},
		{"company: Acme", "company: Beta"},
		{"contacts:", "more: 1\ncontacts:"},
	};
	struct jscan_mark before = mark_of(person);

	(void)state;
	assert_int_not_equal(before.people, 0);
	assert_int_equal(mark_of(person).people, before.people);
	/* Not what it says of other things. */
	assert_int_equal(mark_of(HEAD "---\n").people, 0);
	for (size_t i = 0; i < COUNT_OF(changes); i++) {
		const char *at = strstr(person, changes[i][0]);
		char after[512];

		assert_non_null(at);
		snprintf(after, sizeof(after), "%.*s%s%s", (int)(at - person),
			 person, changes[i][1], at + strlen(changes[i][0]));
		if (mark_of(after).people == before.people)
			fail_msg("'%s' is as '%s'", changes[i][1],
				 changes[i][0]);
	}
}

static void companies_are_compared_as_applications_are(void **state)
{
	static const struct {
		const char *notes;
		bool is_same;
	} cases[] = {
		{"=== b.md\n---\ncompany: ACME Inc.\n---\n", true},
		{"=== b.md\n---\ncompany: Acm\xc3\xa9\n---\n", true},
		{"=== b.md\n---\ncompany: Acme Two\n---\n", false},
		{"=== b.md\n---\ntype: interview\n---\n", false},
	};
	struct jscan_mark acme = mark_of(HEAD "---\n");

	(void)state;
	assert_int_not_equal(acme.company, 0);
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(mark_of(cases[i].notes).company ==
					 acme.company,
				 cases[i].is_same);
	assert_int_equal(mark_of(cases[3].notes).company, 0);
	assert_int_not_equal(mark_of(cases[0].notes).path, acme.path);
	assert_int_equal(mark_of(HEAD "role: Cook\n---\n").path, acme.path);
}

static void which_notes_the_report_needs(void **state)
{
	static const struct {
		const char *notes;
		bool is_entry, has_part;
	} cases[] = {
		{HEAD "---\n", true, true},
		{"=== a.md\n---\ntype: mock\n---\n", true, true},
		{"=== a.md\n---\ntitle: Bread\n---\nFlour.\n", false, false},
		{"=== a.md\nFlour.\n", false, false},
		/* no entry, but it cannot be read */
		{"=== a.md\n---\ntitle: [Bread\n---\nFlour.\n", false, true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_mark mark = mark_of(cases[i].notes);

		assert_int_equal(mark.is_entry, cases[i].is_entry);
		assert_int_equal(mark.has_part, cases[i].has_part);
		if (!mark.is_entry)
			assert_int_equal(mark.company, 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_said_of_people_changes_it),
		cmocka_unit_test(companies_are_compared_as_applications_are),
		cmocka_unit_test(which_notes_the_report_needs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
