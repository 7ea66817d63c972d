/*
 * Lines in which nobody is introduced, and lines that have to be read: a line
 * of the second kind that is taken for one of the first loses a person.
 */
#include "unit/check.h"

#include <string.h>

#include "facts/contact_mark.h"
#include "facts/contact_maybe.h"

static bool is_maybe(const char *line)
{
	size_t len = strlen(line), pos = jscan_pair_find(line, len, 0);

	return pos < len && jscan_maybe_introduced(line, 0, pos, len);
}

static void test_nobody(void **state)
{
	static const char *const lines[] = {
		"I had coffee before the others joined.",
		"We ended with a tour. They use the same tools.",
		"Salaries are reviewed in April. The autumn is for bonuses.",
		"Half of it came from Oakdown Labs. There is a task, and more.",
		"Oakdown Labs, due to the move, has no room for it.",
		"The dog is called Biscuit. In March they move.",
		"Ask Dana Ruiz \xf0\x9f\x93\x85 2026-10-12"};

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		assert_false(is_maybe(lines[i]));
}

static void test_somebody(void **state)
{
	static const char *const lines[] = {
		"I met Dana Ruiz in the lobby.",
		"The interviewer was Dana Ruiz.",
		"Dana Ruiz, the engineering manager, was late.",
		"Dana Ruiz, co-founder, was late.",
		"Dana Ruiz, CTO, was late.",
		"Dana Ruiz (back-end developer) was late.",
		"Dana Ruiz is their recruiter.",
		"Dana Ruiz, who is the head of design, was late.",
		"Dana Ruiz \xe2\x80\x93 recruiter",
		"The hiring manager Dana Ruiz was late.",
		"Their office manager is Dana Ruiz.",
		"Head of Design: Dana Ruiz",
		"Spoke with J.R. Ruiz Pike.",
		"\xc3\x98yvind Ruiz, recruiter"};

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		assert_true(is_maybe(lines[i]));
}

static void test_title_before(void **state)
{
	static const struct {
		const char *line;
		bool maybe;
	} cases[] = {{"the hiring manager", true},
		     {"we saw the manager of it", true},
		     {"it was said", false},
		     {"a manager left the room with", false},
		     {"they left. The CTO", true},
		     {"co-founder", true},
		     {"my", false}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(
			jscan_maybe_title_before(cases[i].line, 0,
						 strlen(cases[i].line)),
			cases[i].maybe);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nobody),
		cmocka_unit_test(test_somebody),
		cmocka_unit_test(test_title_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
