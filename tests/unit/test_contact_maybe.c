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
		"Ask Dana Ruiz \xf0\x9f\x93\x85 2026-10-12",
		"Oakdown Labs, here too, is fine.",
		"Oakdown Labs (here too) is fine.",
		"Oakdown Labs is fine.",
		"Oakdown Labs is in it, so they are in it.",
		"Oakdown Labs, who is the best of all",
		"We saw the Oakdown Labs, with its roof, its door, its lawn.",
		"Oakdown Labs sat in the sun. it, the manager, was there"};

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (is_maybe(lines[i]))
			fail_msg("%s", lines[i]);
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
		"\xc3\x98yvind Ruiz, recruiter",
		"Dana Ruiz (CTO)",
		"Dana Ruiz (manager)",
		"Dana Ruiz, manager",
		"Dana Ruiz, a manager",
		"Dana Ruiz, an engineer",
		"Dana Ruiz, its owner",
		"Dana Ruiz is manager",
		"Dana Ruiz is our manager",
		"Dana Ruiz is my manager",
		"Dana Ruiz, the senior sales operations manager",
		"Dana Ruiz, the 2nd manager",
		"Here is Dana Ruiz",
		"This:  Dana Ruiz, is fine. Manager: Dana Ruiz",
		"The day was long, and then, at last, came Dana Ruiz, manager",
		"manager, Dana Ruiz",
		"manager: Dana Ruiz"};

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (!is_maybe(lines[i]))
			fail_msg("%s", lines[i]);
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
		     {"my", false},
		     {"Manager", true},
		     {"MANAGER", true},
		     {"it was said!", false},
		     {"it was said?", false},
		     {"we saw the manager!", true},
		     {"we saw the manager?", true},
		     {"it was said,", true}, /* hard to tell */
		     {"it was \xc3\xa9lan", true},
		     {"a 2nd", true},
		     {"Sales J. Q.", false},
		     {"manager J. Q.", true},
		     {"manager of a", false},
		     {"manager of the", false},
		     {"manager of their", false},
		     {"manager J. Q. R.", true},
		     {"manager J. Q. R. S.", false},
		     {"manager j k", true},
		     {"", false},
		     {"h", false},
		     {".", true}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (jscan_maybe_title_before(cases[i].line, 0,
					     strlen(cases[i].line)) !=
		    cases[i].maybe)
			fail_msg("%s", cases[i].line);
}

static void test_articles(void **state)
{
	static const char *const articles[] = {
		"the", "a", "an", "our", "my", "her", "his", "their",
		"The", "A", "AN", "Our", "MY", "Her", "HIS", "Their"};
	static const char *const others[] = {
		"",   "th",   "then", "them",	"at",	"ann",
		"o",  "ours", "m",    "mr",	"hers", "him",
		"hi", "i",    "its",  "theirs", "\x01", "he"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(articles); i++)
		assert_true(jscan_is_article(articles[i], strlen(articles[i])));
	for (size_t i = 0; i < COUNT_OF(others); i++)
		assert_false(jscan_is_article(others[i], strlen(others[i])));
}

/* The words end where a name would begin; the line begins at `start`. */
static void test_verbs_of_meeting(void **state)
{
	static const struct {
		const char *line;
		size_t start;
		bool is_met;
	} cases[] = {{"met ", 0, true},
		     {"Met ", 0, true},
		     {"MET ", 0, true},
		     {"met", 0, false},
		     {"met  ", 0, false},
		     {"et ", 0, false},
		     {"t ", 0, false},
		     {"wed ", 0, false},
		     {"let ", 0, false},
		     {"by ", 0, true},
		     {"BY ", 0, true},
		     {"By ", 0, true},
		     {"my ", 0, false},
		     {"I meet ", 0, true},
		     {"Meeting ", 0, true},
		     {"With ", 0, true},
		     {"wish ", 0, false},
		     {"talked to ", 0, true},
		     {"Spoke to ", 0, true},
		     {"Introduced to ", 0, true},
		     {"go to ", 0, false},
		     {"call from ", 0, true},
		     {"came from ", 0, false},
		     {"interviewer is ", 0, true},
		     {"recruiter is ", 0, true},
		     {"it is ", 0, false},
		     {"Interviewer was ", 0, true},
		     {"Recruiter WAS ", 0, true},
		     {"she was ", 0, false},
		     {"I met ", 2, true},
		     {"I met ", 3, false},
		     {"I sat by ", 6, true},
		     {"I sat by ", 7, false}};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		size_t len = strlen(cases[i].line);

		if (jscan_is_introduced(cases[i].line, cases[i].start, len) !=
		    cases[i].is_met)
			fail_msg("'%s' from %zu on", cases[i].line,
				 cases[i].start);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nobody),
		cmocka_unit_test(test_somebody),
		cmocka_unit_test(test_title_before),
		cmocka_unit_test(test_articles),
		cmocka_unit_test(test_verbs_of_meeting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
