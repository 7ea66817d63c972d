/* The weaknesses that are known without any configuration. */
#include "unit/check.h"

#include "facts/note/category.h"
#include "journalscan.h"

static void each_is_found_by_its_id(void **state)
{
	(void)state;
	for (size_t i = 0; i < JSCAN_CATEGORY_KNOWN; i++) {
		const struct jscan_category *category = jscan_category_get(i);
		size_t len = strlen(category->id);
		char loud[64];

		assert_true(len > 0 && len < sizeof(loud));
		for (size_t k = 0; k <= len; k++)
			loud[k] =
				category->id[k] >= 'a' && category->id[k] <= 'z'
					? (char)(category->id[k] - 32)
					: category->id[k];
		assert_int_equal(jscan_category_find(category->id, len), i);
		assert_int_equal(jscan_category_find(loud, len), i);
		/* A part of an id, and one with more behind it, are none. */
		assert_int_equal(jscan_category_find(category->id, len - 1),
				 -1);
		loud[len] = 'x';
		assert_int_equal(jscan_category_find(loud, len + 1), -1);
	}
	assert_int_equal(jscan_category_find("", 0), -1);
	assert_int_equal(jscan_category_find("no-such", 7), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_is_found_by_its_id),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
