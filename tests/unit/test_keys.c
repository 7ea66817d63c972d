/* Keys brought together and sorted, against a plain sort. */
#include "unit/check.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/arena.h"
#include "model/key.h"

static int compare(const void *left, const void *right)
{
	const struct jscan_key *a = left, *b = right;
	int order = strcmp(a->text, b->text);

	return order ? order : (a->index > b->index) - (a->index < b->index);
}

static void check_keys(size_t count, unsigned kinds)
{
	struct jscan_keys keys = {0}, groups = {0};
	struct jscan_key *expected = check_calloc(count + 1, sizeof(*expected));
	struct jscan_arena arena;
	uint32_t dice = 7;

	jscan_arena_init(&arena);
	for (size_t i = 0; i < count; i++) {
		dice = dice * 1664525 + 1013904223;
		expected[i].index = i;
		expected[i].text = jscan_arena_printf(&arena, "key %u",
						      (dice >> 8) % kinds);
		jscan_keys_add(&keys, expected[i].text, i);
		jscan_keys_add(&groups, expected[i].text, i);
	}
	qsort(expected, count, sizeof(*expected), compare);
	jscan_keys_sort(&keys);
	jscan_keys_group(&groups);
	assert_int_equal(keys.count, count);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(keys.items[i].index, expected[i].index);
		assert_string_equal(keys.items[i].text, expected[i].text);
		assert_true(jscan_keys_find(&keys, keys.items[i].text) <= i);
	}
	/* The groups hold the same, each as the sorted ones have it. */
	for (size_t i = 0; i < count; i++) {
		const struct jscan_key *key = &groups.items[i];
		bool is_first = !i || strcmp(key->text, key[-1].text) != 0;

		if (is_first)
			assert_int_equal(
				key->index,
				keys.items[jscan_keys_find(&keys, key->text)]
					.index);
		else
			assert_true(key->index > key[-1].index);
	}
	jscan_keys_release(&keys);
	jscan_keys_release(&groups);
	free(expected);
	jscan_arena_release(&arena);
}

static void keys_are_brought_together(void **state)
{
	(void)state;
	check_keys(0, 1);
	check_keys(1, 1);
	check_keys(2, 1);
	check_keys(1000, 1);
	check_keys(1000, 7);
	check_keys(5000, 4000);
	check_keys(5000, 1000000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_brought_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
