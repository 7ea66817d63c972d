/* How near two words are. */
#include "unit/check.h"

#include "base/near.h"

static void edits_are_counted(void **state)
{
	static const struct {
		const char *a, *b;
		size_t edits;
	} cases[] = {{"", "", 0},	   {"a", "", 1},
		     {"", "abc", 3},	   {"report", "report", 0},
		     {"repotr", "report", 1}, {"reort", "report", 1},
		     {"rreport", "report", 1}, {"repord", "report", 1},
		     {"kitten", "sitting", 3}, {"ca", "abc", 3}};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_int_equal(jscan_near_distance(cases[i].a, cases[i].b),
				 cases[i].edits);
		assert_int_equal(jscan_near_distance(cases[i].b, cases[i].a),
				 cases[i].edits);
	}
}

static void a_word_too_long_is_near_to_nothing(void **state)
{
	char word[64];

	(void)state;
	memset(word, 'a', sizeof(word));
	word[63] = '\0';
	assert_int_equal(jscan_near_distance(word, "a"), SIZE_MAX);
	word[JSCAN_NEAR_LONGEST] = '\0';
	assert_int_equal(jscan_near_distance(word, "a"), JSCAN_NEAR_LONGEST - 1);
}

static void the_nearest_name_is_found(void **state)
{
	static const char *const names[] = {"opens", "due", "lapses"};

	(void)state;
	assert_string_equal(jscan_near_find("open", names, 3), "opens");
	assert_string_equal(jscan_near_find("laspes", names, 3), "lapses");
	assert_null(jscan_near_find("window", names, 3));
	assert_null(jscan_near_find("xyz", names, 3));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(edits_are_counted),
		cmocka_unit_test(a_word_too_long_is_near_to_nothing),
		cmocka_unit_test(the_nearest_name_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
