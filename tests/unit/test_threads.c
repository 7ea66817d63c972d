/* Work divided among threads: all of it, and each thing once. */
#include "unit/check.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "base/threads.h"

#define MOST 10000

struct seen {
	atomic_int times[MOST];
	atomic_int calls;
	pthread_t caller;
	atomic_bool is_caller_there;
};

static void see(void *data, size_t first, size_t end)
{
	struct seen *seen = data;

	atomic_fetch_add(&seen->calls, 1);
	if (pthread_equal(seen->caller, pthread_self()))
		atomic_store(&seen->is_caller_there, true);
	for (size_t i = first; i < end; i++)
		atomic_fetch_add(&seen->times[i], 1);
}

static void each_thing_is_seen_once(void **state)
{
	static const struct {
		size_t count, least;
		unsigned jobs;
		int calls;
	} cases[] = {
		{0, 10, 4, 1},	  {1, 10, 4, 1},   {9, 10, 4, 1},
		{19, 10, 4, 1},	  {20, 10, 4, 2},  {21, 10, 4, 2},
		{39, 10, 4, 3},	  {40, 10, 4, 4},  {1000, 10, 4, 4},
		{1000, 10, 1, 1}, {1001, 0, 3, 3}, {7, 0, 8, 7},
		{MOST, 1, 64, 8}, {MOST, 1, 8, 8}, {MOST, 3000, 8, 3},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		static struct seen seen;

		memset(&seen, 0, sizeof(seen));
		seen.caller = pthread_self();
		jscan_threads_divide(cases[i].count, cases[i].least,
				     cases[i].jobs, see, &seen);
		assert_int_equal(atomic_load(&seen.calls), cases[i].calls);
		assert_true(atomic_load(&seen.is_caller_there));
		for (size_t k = 0; k < MOST; k++)
			assert_int_equal(atomic_load(&seen.times[k]),
					 k < cases[i].count);
	}
}

static void jobs_are_threads_up_to_a_limit(void **state)
{
	(void)state;
	assert_int_equal(jscan_threads_count(1), 1);
	assert_int_equal(jscan_threads_count(5), 5);
	assert_int_equal(jscan_threads_count(8), 8);
	assert_int_equal(jscan_threads_count(9), JSCAN_THREADS_MOST);
	assert_true(jscan_threads_count(0) >= 1);
	assert_true(jscan_threads_count(0) <= JSCAN_THREADS_MOST);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_thing_is_seen_once),
		cmocka_unit_test(jobs_are_threads_up_to_a_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
