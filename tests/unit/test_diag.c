/* The list of diagnostics: its places, its severities, and its end. */
#include "unit/check.h"

#include "base/diag.h"

static void each_code_has_a_name_a_severity_and_a_meaning(void **state)
{
	struct jscan_arena arena;
	struct jscan_diags diags;
	const struct jscan_code *codes;
	size_t count;

	(void)state;
	jscan_arena_init(&arena);
	jscan_diags_init(&diags, &arena);
	codes = jscan_code_list(&count);
	assert_int_equal(count, JSCAN_DIAG_COUNT);
	for (size_t i = 0; i < count; i++) {
		assert_true(strlen(codes[i].meaning) > 10);
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(codes[i].name, codes[k].name);
		jscan_diags_add(&diags, "a.md", (unsigned)i, 2,
				(enum jscan_diag_code)i, "is %zu", i);
		assert_string_equal(diags.items[i].code, codes[i].name);
		assert_int_equal(diags.items[i].severity, codes[i].severity);
		assert_int_equal(diags.items[i].line, i);
	}
	assert_int_equal(diags.count, count);
	assert_string_equal(diags.items[3].message, "is 3");
	jscan_arena_release(&arena);
}

static void one_past_the_most_is_told_and_no_more(void **state)
{
	static const size_t counts[] = {0, 2, 3, 4, 9};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(counts); i++) {
		struct jscan_arena arena;
		struct jscan_diags diags;
		size_t kept = counts[i] < 4 ? counts[i] : 4;

		jscan_arena_init(&arena);
		jscan_diags_init(&diags, &arena);
		diags.most = 3;
		for (size_t k = 0; k < counts[i]; k++)
			jscan_diags_add(&diags, "a.md", 1, 1,
					JSCAN_DIAG_BAD_DATE, "odd");
		assert_int_equal(diags.count, kept);
		for (size_t k = 0; k < kept; k++)
			assert_string_equal(diags.items[k].code,
					    k < 3 ? "bad-date" : "too-many");
		if (kept == 4)
			assert_string_equal(diags.items[3].message,
					    "more than 3 diagnostics: the rest "
					    "is not told");
		jscan_arena_release(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_code_has_a_name_a_severity_and_a_meaning),
		cmocka_unit_test(one_past_the_most_is_told_and_no_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
