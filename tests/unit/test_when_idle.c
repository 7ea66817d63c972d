/*
 * Sentences that are passed because only a length of time is said in them, and
 * sentences that have to be read.
 */
#include "unit/check.h"

#include <string.h>

#include "facts/when_internal.h"

/* Is the first sentence passed, and nothing behind it? */
static bool is_passed(const char *text)
{
	size_t len = strlen(text), anchor, end;
	const char *stop = strpbrk(text, ".!?");

	jscan_when_prepare();
	anchor = jscan_when_find_anchor(text, len, 0);
	assert_true(anchor < len);
	end = jscan_when_skip_idle(text, len, 0, anchor, 240);
	if (end > 0)
		assert_int_equal(end, stop ? (size_t)(stop - text) + 1 : len);
	return end > 0;
}

static void test_only_a_length(void **state)
{
	static const char *const texts[] = {
		"He has been there for 5 years and came from a rival.",
		"Here it means two days at home.",
		"I told them about the year in which we moved.",
		"She described a typical week: two reviews, one visit.",
		"It came to take 3 weeks. On Friday I know more.",
		"It came to take 12 weeks"};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (!is_passed(texts[i]))
			fail_msg("%s", texts[i]);
}

static void test_more_than_a_length(void **state)
{
	static const char *const texts[] = {
		"They answer in two weeks.",
		"We met two weeks ago.",
		"It was a year and two months ago.",
		"It takes three weeks from now.",
		"It is the first week in May.",
		"They take 3 weeks until Friday.",
		"For two years and more, by the 27th.",
		"For two years and more, until 2027.",
		"We met in the week after next.",
		"They said the week of the fair.",
		"They have two years and end in may.",
		"They are off for two weeks on martin luther king day.",
		"They take two *weeks* ago.",
		"It takes 5 weeks and Q2 is over."};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (is_passed(texts[i]))
			fail_msg("%s", texts[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_only_a_length),
		cmocka_unit_test(test_more_than_a_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
