/* The latest few of many, against a sort of all. */
#include "unit/check.h"

#include <stdlib.h>

#include "output/latest.h"

#define MOST 3000

struct one {
	uint32_t rank;
	size_t number;
};

static int compare(const void *left, const void *right)
{
	const struct one *a = left, *b = right;

	if (a->rank != b->rank)
		return a->rank > b->rank ? -1 : 1;
	return (a->number > b->number) - (a->number < b->number);
}

/* Ranks from a generator of `kinds` values, or rising, or falling. */
static void fill(struct one *ones, size_t count, uint32_t kinds, int slope)
{
	uint32_t seed = 1;

	for (size_t i = 0; i < count; i++) {
		seed = seed * 1103515245u + 12345u;
		ones[i].number = i;
		ones[i].rank = slope > 0   ? (uint32_t)i
			       : slope < 0 ? (uint32_t)(count - i)
					   : (seed >> 8) % kinds;
	}
}

static void the_latest_are_taken_in_their_order(void **state)
{
	static const struct {
		size_t count;
		uint32_t kinds;
		int slope;
	} cases[] = {{0, 1, 0},	      {1, 1, 0},	   {499, 7, 0},
		     {500, 7, 0},     {501, 7, 0},	   {501, 1, 0},
		     {MOST, 1, 0},    {MOST, 2, 0},	   {MOST, 9, 0},
		     {MOST, 1000, 0}, {MOST, 1u << 20, 0}, {MOST, 0, 1},
		     {MOST, 0, -1}};

	(void)state;
	for (size_t c = 0; c < COUNT_OF(cases); c++) {
		static struct one ones[MOST], sorted[MOST];
		static bool is_wanted[MOST];
		size_t count = cases[c].count;
		size_t most =
			count < JSCAN_LATEST_MOST ? count : JSCAN_LATEST_MOST;
		struct jscan_latest latest;

		fill(ones, count, cases[c].kinds, cases[c].slope);
		memcpy(sorted, ones, sizeof(ones));
		memset(is_wanted, 0, sizeof(is_wanted));
		qsort(sorted, count, sizeof(*sorted), compare);
		for (size_t i = 0; i < most; i++)
			is_wanted[sorted[i].number] = true;
		jscan_latest_init(&latest, false);
		for (size_t i = 0; i < count; i++)
			jscan_latest_add(&latest, ones[i].rank);
		jscan_latest_end(&latest);
		assert_int_equal(jscan_latest_count_rest(&latest),
				 count - most);
		for (size_t i = 0; i < count; i++)
			assert_int_equal(
				jscan_latest_takes(&latest, ones[i].rank),
				is_wanted[i]);
	}
}

static void without_a_limit_all_are_taken(void **state)
{
	struct jscan_latest latest;

	(void)state;
	jscan_latest_init(&latest, true);
	for (uint32_t i = 0; i < 1000; i++)
		jscan_latest_add(&latest, i);
	jscan_latest_end(&latest);
	assert_int_equal(jscan_latest_count_rest(&latest), 0);
	for (uint32_t i = 0; i < 1000; i++)
		assert_true(jscan_latest_takes(&latest, i));
}

static void days_rank_in_their_order(void **state)
{
	static const struct jscan_date days[] = {
		{0, 0, 0},     {1, 1, 1},    {1999, 12, 31}, {2000, 1, 1},
		{2000, 1, 31}, {2000, 2, 1}, {2000, 12, 31}, {9999, 12, 31}};

	(void)state;
	for (size_t i = 1; i < COUNT_OF(days); i++)
		assert_true(jscan_latest_rank(days[i - 1]) <
			    jscan_latest_rank(days[i]));
	assert_true(jscan_latest_rank(days[COUNT_OF(days) - 1]) < 1u << 25);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_latest_are_taken_in_their_order),
		cmocka_unit_test(without_a_limit_all_are_taken),
		cmocka_unit_test(days_rank_in_their_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
