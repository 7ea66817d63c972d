/* Two reports side by side: what became of each item, weakness, application. */
#include "unit/check.h"

#include "journalscan.h"

/* -1: not there. */
static const struct {
	int before, after;
	int kind; /* -1: nothing to be said */
} changes[] = {
	{-1, JSCAN_STATUS_UPCOMING, JSCAN_CHANGE_NEW},
	{-1, JSCAN_STATUS_DUE, JSCAN_CHANGE_NEW},
	{-1, JSCAN_STATUS_OVERDUE, JSCAN_CHANGE_OVERDUE},
	{-1, JSCAN_STATUS_DONE, JSCAN_CHANGE_DONE},
	{-1, JSCAN_STATUS_LAPSED, -1},
	{JSCAN_STATUS_UPCOMING, -1, JSCAN_CHANGE_GONE},
	{JSCAN_STATUS_UPCOMING, JSCAN_STATUS_UPCOMING, -1},
	{JSCAN_STATUS_UPCOMING, JSCAN_STATUS_DUE, -1},
	{JSCAN_STATUS_UPCOMING, JSCAN_STATUS_OVERDUE, JSCAN_CHANGE_OVERDUE},
	{JSCAN_STATUS_UPCOMING, JSCAN_STATUS_DONE, JSCAN_CHANGE_DONE},
	{JSCAN_STATUS_UPCOMING, JSCAN_STATUS_LAPSED, JSCAN_CHANGE_LAPSED},
	{JSCAN_STATUS_DUE, -1, JSCAN_CHANGE_GONE},
	{JSCAN_STATUS_DUE, JSCAN_STATUS_UPCOMING, -1},
	{JSCAN_STATUS_DUE, JSCAN_STATUS_DUE, -1},
	{JSCAN_STATUS_DUE, JSCAN_STATUS_OVERDUE, JSCAN_CHANGE_OVERDUE},
	{JSCAN_STATUS_DUE, JSCAN_STATUS_DONE, JSCAN_CHANGE_DONE},
	{JSCAN_STATUS_DUE, JSCAN_STATUS_LAPSED, JSCAN_CHANGE_LAPSED},
	{JSCAN_STATUS_OVERDUE, -1, JSCAN_CHANGE_GONE},
	{JSCAN_STATUS_OVERDUE, JSCAN_STATUS_UPCOMING, -1},
	{JSCAN_STATUS_OVERDUE, JSCAN_STATUS_DUE, -1},
	{JSCAN_STATUS_OVERDUE, JSCAN_STATUS_OVERDUE, -1},
	{JSCAN_STATUS_OVERDUE, JSCAN_STATUS_DONE, JSCAN_CHANGE_DONE},
	{JSCAN_STATUS_OVERDUE, JSCAN_STATUS_LAPSED, JSCAN_CHANGE_LAPSED},
	{JSCAN_STATUS_DONE, -1, -1},
	{JSCAN_STATUS_DONE, JSCAN_STATUS_UPCOMING, JSCAN_CHANGE_NEW},
	{JSCAN_STATUS_DONE, JSCAN_STATUS_DUE, JSCAN_CHANGE_NEW},
	{JSCAN_STATUS_DONE, JSCAN_STATUS_OVERDUE, JSCAN_CHANGE_OVERDUE},
	{JSCAN_STATUS_DONE, JSCAN_STATUS_DONE, -1},
	{JSCAN_STATUS_DONE, JSCAN_STATUS_LAPSED, -1},
	{JSCAN_STATUS_LAPSED, -1, -1},
	{JSCAN_STATUS_LAPSED, JSCAN_STATUS_UPCOMING, JSCAN_CHANGE_NEW},
	{JSCAN_STATUS_LAPSED, JSCAN_STATUS_DUE, JSCAN_CHANGE_NEW},
	{JSCAN_STATUS_LAPSED, JSCAN_STATUS_OVERDUE, JSCAN_CHANGE_OVERDUE},
	{JSCAN_STATUS_LAPSED, JSCAN_STATUS_DONE, JSCAN_CHANGE_DONE},
	{JSCAN_STATUS_LAPSED, JSCAN_STATUS_LAPSED, -1},
};

static void every_change_of_an_item(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(changes); i++) {
		/* Others around it, which stay as they are. */
		struct jscan_followup old[] = {
			{.id = "c", .status = JSCAN_STATUS_DUE},
			{.id = "a", .status = JSCAN_STATUS_DONE},
			{.id = "b",
			 .status = (enum jscan_status)changes[i].before},
		};
		struct jscan_followup new[] = {
			{.id = "a", .status = JSCAN_STATUS_DONE},
			{.id = "c", .status = JSCAN_STATUS_DUE},
			{.id = "b",
			 .status = (enum jscan_status)changes[i].after},
		};
		struct jscan_report before = {
			.followups = old,
			.followup_count = changes[i].before < 0 ? 2 : 3};
		struct jscan_report after = {
			.followups = new,
			.followup_count = changes[i].after < 0 ? 2 : 3};
		struct jscan_comparison *all;

		jscan_report_compare(&all, &before, &after);
		if (all->followup_count != (changes[i].kind >= 0))
			fail_msg("%zu: %zu", i, all->followup_count);
		if (all->followup_count) {
			assert_int_equal(all->followups[0].kind,
					 changes[i].kind);
			assert_ptr_equal(all->followups[0].before,
					 changes[i].before < 0 ? NULL
							       : &old[2]);
			assert_ptr_equal(all->followups[0].after,
					 changes[i].after < 0 ? NULL : &new[2]);
		}
		assert_ptr_equal(all->before, &before);
		assert_ptr_equal(all->after, &after);
		jscan_comparison_free(all);
	}
	jscan_comparison_free(NULL);
}

/* By kind, due, opens, id. */
static void the_order_of_items(void **state)
{
	static const struct jscan_followup old[] = {
		{.id = "y", .due = {2026, 5, 2}, .status = JSCAN_STATUS_DUE},
		{.id = "z", .due = {2026, 5, 1}, .status = JSCAN_STATUS_DUE},
	};
	static const struct jscan_followup new[] = {
		{.id = "e", .due = {2026, 5, 9}, .status = JSCAN_STATUS_DUE},
		{.id = "d",
		 .due = {2026, 5, 8},
		 .opens = {2026, 5, 2},
		 .status = JSCAN_STATUS_DUE},
		{.id = "g",
		 .due = {2026, 5, 8},
		 .opens = {2026, 5, 1},
		 .status = JSCAN_STATUS_DUE},
		{.id = "f",
		 .due = {2026, 5, 8},
		 .opens = {2026, 5, 2},
		 .status = JSCAN_STATUS_DUE},
		{.id = "h",
		 .due = {2026, 6, 8},
		 .status = JSCAN_STATUS_OVERDUE},
		{.id = "i", .due = {2026, 6, 9}, .status = JSCAN_STATUS_DONE},
	};
	static const char *const order[] = {"h", "i", "z", "y",
					    "g", "d", "f", "e"};
	const struct jscan_report before = {.followups = old,
					    .followup_count = COUNT_OF(old)};
	const struct jscan_report after = {.followups = new,
					   .followup_count = COUNT_OF(new)};
	struct jscan_comparison *all;

	(void)state;
	jscan_report_compare(&all, &before, &after);
	assert_int_equal(all->followup_count, COUNT_OF(order));
	for (size_t i = 0; i < COUNT_OF(order); i++) {
		const struct jscan_followup_change *at = &all->followups[i];

		assert_string_equal((at->after ? at->after : at->before)->id,
				    order[i]);
	}
	jscan_comparison_free(all);
}

/* In how many interviews of how many it showed; -1: nothing to be said. */
static void trends(void **state)
{
	static const struct {
		unsigned before, before_of, after, after_of;
		int trend;
	} cases[] = {
		{2, 5, 2, 5, -1},
		{0, 0, 0, 0, -1},
		/* Fewer than three before. */
		{0, 2, 3, 5, JSCAN_TREND_NEW},
		{2, 2, 2, 9, JSCAN_TREND_NEW},
		{0, 3, 3, 6, JSCAN_TREND_WORSE},
		/* Of those between: 0.4 against 0.6, and a little less. */
		{2, 5, 5, 10, JSCAN_TREND_WORSE},
		{20, 50, 79, 150, JSCAN_TREND_STEADY},
		{20, 50, 80, 150, JSCAN_TREND_WORSE},
		/* 0.4 against 0.2, and a little more. */
		{2, 5, 3, 10, JSCAN_TREND_BETTER},
		{20, 50, 41, 150, JSCAN_TREND_STEADY},
		{20, 50, 40, 150, JSCAN_TREND_BETTER},
		{2, 5, 4, 10, JSCAN_TREND_STEADY},
		{5, 5, 5, 10, JSCAN_TREND_BETTER},
		{0, 5, 5, 10, JSCAN_TREND_WORSE},
		/* None between, or notes that changed: the whole counts. */
		{2, 5, 3, 5, JSCAN_TREND_WORSE},
		{20, 50, 29, 50, JSCAN_TREND_STEADY},
		{3, 5, 2, 5, JSCAN_TREND_BETTER},
		{30, 50, 21, 50, JSCAN_TREND_STEADY},
		{4, 5, 3, 10, JSCAN_TREND_BETTER},
		{1, 5, 9, 10, JSCAN_TREND_WORSE},
		{2, 5, 2, 4, JSCAN_TREND_STEADY},
		{2, 5, 0, 4, JSCAN_TREND_BETTER},
		{2, 5, 0, 0, JSCAN_TREND_STEADY},
		/* More were found than were held between, or fewer than before. */
		{0, 10, 3, 12, JSCAN_TREND_WORSE},
		{1, 10, 4, 12, JSCAN_TREND_WORSE},
		{1, 10, 3, 11, JSCAN_TREND_STEADY},
		{5, 10, 4, 20, JSCAN_TREND_BETTER},
		{5, 10, 4, 11, JSCAN_TREND_STEADY},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_weakness old = {.id = "a",
					     .title = "Old",
					     .interviews = cases[i].before,
					     .of = cases[i].before_of};
		struct jscan_weakness new = {.id = "a",
					     .title = "New",
					     .interviews = cases[i].after,
					     .of = cases[i].after_of};
		struct jscan_report before = {.weaknesses = &old,
					      .weakness_count = 1};
		struct jscan_report after = {.weaknesses = &new,
					     .weakness_count = 1};
		struct jscan_comparison *all;

		jscan_report_compare(&all, &before, &after);
		if (all->weakness_count != (cases[i].trend >= 0))
			fail_msg("%zu: %zu", i, all->weakness_count);
		if (all->weakness_count &&
		    (int)all->weaknesses[0].trend != cases[i].trend)
			fail_msg("%zu: %d", i, (int)all->weaknesses[0].trend);
		if (all->weakness_count) {
			assert_string_equal(all->weaknesses[0].title, "New");
			assert_int_equal(all->weaknesses[0].before,
					 cases[i].before);
			assert_int_equal(all->weaknesses[0].after_of,
					 cases[i].after_of);
		}
		jscan_comparison_free(all);
	}
}

/* Worse, new, better, steady, then by id; one that comes, one that goes. */
static void the_order_of_weaknesses(void **state)
{
	static const struct jscan_weakness old[] = {
		{.id = "steady", .title = "S", .interviews = 2, .of = 5},
		{.id = "better", .title = "B", .interviews = 5, .of = 5},
		{.id = "gone", .title = "G", .interviews = 4, .of = 5},
		{.id = "same", .title = "E", .interviews = 1, .of = 5},
	};
	static const struct jscan_weakness new[] = {
		{.id = "worse-b", .title = "W", .interviews = 5, .of = 10},
		{.id = "better", .title = "B", .interviews = 5, .of = 10},
		{.id = "steady", .title = "S", .interviews = 4, .of = 10},
		{.id = "worse-a", .title = "W", .interviews = 5, .of = 10},
	};
	static const struct {
		const char *id;
		unsigned before, before_of, after, after_of;
	} order[] = {
		{"worse-a", 0, 5, 5, 10}, {"worse-b", 0, 5, 5, 10},
		{"better", 5, 5, 5, 10},  {"gone", 4, 5, 0, 10},
		{"same", 1, 5, 0, 10},	  {"steady", 2, 5, 4, 10},
	};
	const struct jscan_report before = {.weaknesses = old,
					    .weakness_count = COUNT_OF(old)};
	const struct jscan_report after = {.weaknesses = new,
					   .weakness_count = COUNT_OF(new)};
	struct jscan_comparison *all;

	(void)state;
	jscan_report_compare(&all, &before, &after);
	assert_int_equal(all->weakness_count, COUNT_OF(order));
	for (size_t i = 0; i < COUNT_OF(order); i++) {
		const struct jscan_weakness_change *at = &all->weaknesses[i];

		assert_string_equal(at->id, order[i].id);
		assert_int_equal(at->before, order[i].before);
		assert_int_equal(at->before_of, order[i].before_of);
		assert_int_equal(at->after, order[i].after);
		assert_int_equal(at->after_of, order[i].after_of);
	}
	assert_string_equal(all->weaknesses[3].title, "G");
	jscan_comparison_free(all);
}

/* Without a weakness the interviews of the journal are what rates are of. */
static void numbers_without_a_weakness(void **state)
{
	static const struct jscan_weakness old = {
		.id = "a", .title = "A", .interviews = 3, .of = 4};
	const struct jscan_report before = {.weaknesses = &old,
					    .weakness_count = 1};
	const struct jscan_report after = {.counts = {.interviews = 9}};
	struct jscan_comparison *all;

	(void)state;
	jscan_report_compare(&all, &before, &after);
	assert_int_equal(all->weakness_count, 1);
	assert_int_equal(all->weaknesses[0].after, 0);
	assert_int_equal(all->weaknesses[0].after_of, 9);
	jscan_comparison_free(all);
	jscan_report_compare(&all, &after, &before);
	assert_int_equal(all->weakness_count, 1);
	assert_int_equal(all->weaknesses[0].before, 0);
	assert_int_equal(all->weaknesses[0].before_of, 9);
	assert_int_equal(all->weaknesses[0].trend, JSCAN_TREND_WORSE);
	jscan_comparison_free(all);
}

static void applications(void **state)
{
	static const struct jscan_application old[] = {
		{.company = "Zinc", .role = "CTO", .state = 1},
		{.company = "ACME Inc.", .role = "Cook", .state = 1},
		{.company = NULL, .role = NULL, .state = 1},
		{.company = "Gone", .role = "Cook", .state = 2},
		{.company = "Same", .role = NULL, .state = 1},
	};
	static const struct jscan_application new[] = {
		{.company = "Same", .role = NULL, .state = 1},
		{.company = "Acme", .role = "cook", .state = 2},
		{.company = "Acme", .role = "Baker", .state = 1},
		{.company = NULL, .role = NULL, .state = 3},
		{.company = "Zinc", .role = "CTO", .state = 4},
	};
	static const struct {
		const char *company, *role;
		enum jscan_outcome before, after;
	} order[] = {
		{NULL, NULL, 1, 3},	{"Acme", "Baker", 0, 1},
		{"Acme", "cook", 1, 2}, {"Gone", "Cook", 2, 0},
		{"Zinc", "CTO", 1, 4},
	};
	const struct jscan_report before = {.applications = old,
					    .application_count = COUNT_OF(old)};
	const struct jscan_report after = {.applications = new,
					   .application_count = COUNT_OF(new)};
	struct jscan_comparison *all;

	(void)state;
	jscan_report_compare(&all, &before, &after);
	assert_int_equal(all->application_count, COUNT_OF(order));
	for (size_t i = 0; i < COUNT_OF(order); i++) {
		const struct jscan_application_change *at =
			&all->applications[i];

		if (order[i].company) {
			assert_string_equal(at->company, order[i].company);
			assert_string_equal(at->role, order[i].role);
		} else {
			assert_null(at->company);
		}
		assert_int_equal(at->before, order[i].before);
		assert_int_equal(at->after, order[i].after);
	}
	jscan_comparison_free(all);
}

static void names(void **state)
{
	static const char *const wanted[JSCAN_CHANGES] = {
		"overdue", "done", "lapsed", "gone", "new"};

	(void)state;
	for (int i = 0; i < JSCAN_CHANGES; i++)
		assert_string_equal(
			jscan_change_name((enum jscan_change_kind)i),
			wanted[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_change_of_an_item),
		cmocka_unit_test(the_order_of_items),
		cmocka_unit_test(trends),
		cmocka_unit_test(the_order_of_weaknesses),
		cmocka_unit_test(numbers_without_a_weakness),
		cmocka_unit_test(applications),
		cmocka_unit_test(names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
