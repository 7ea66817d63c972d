/*
 * One task: which of its dates is due and which done, by the mark before it,
 * and which words are left without them.  Read on Monday, 9 November 2026.
 */
#include "unit/told.h"

#include "base/date.h"
#include "facts/task.h"

static size_t tell_day(char *out, size_t room, const char *name,
		       struct jscan_date date)
{
	char day[11];

	if (!jscan_date_is_set(date))
		return 0;
	jscan_date_format(day, date);
	return (size_t)snprintf(out, room, ", %s %s", name, day);
}

/* What is left in brackets, then its days; @ is where the due date stands. */
static void tell_as(char *out, size_t room, const char *text, bool takes_any)
{
	const struct jscan_when_context context = {.reference = {2026, 11, 9},
						   .prefers_next = true};
	struct jscan_task_reading reading;
	struct jscan_arena arena;
	struct jscan_whens whens;
	size_t used, len = strlen(text);
	char *copy = malloc(len + 1);

	/* Without a NUL behind it. */
	assert_non_null(copy);
	memcpy(copy, text, len);
	jscan_arena_init(&arena);
	jscan_when_find(&whens, copy, len, &context, &arena);
	jscan_task_read(&reading, copy, len, &whens, takes_any, &arena);
	used = (size_t)snprintf(out, room, "[%s]", reading.words);
	used += tell_day(out + used, room - used, "due", reading.due);
	if (jscan_date_is_set(reading.due))
		used += (size_t)snprintf(out + used, room - used, " @%zu",
					 reading.due_offset);
	tell_day(out + used, room - used, "done", reading.done);
	jscan_arena_release(&arena);
	free(copy);
}

static void tell(char *out, size_t room, const char *text)
{
	tell_as(out, room, text, false);
}

static void tell_any(char *out, size_t room, const char *text)
{
	tell_as(out, room, text, true);
}

static const struct told_row tasks[] = {
	{"call her", "[call her]"},
	{"call her due 2026-11-20", "[call her], due 2026-11-20 @13"},
	{"due 2026-11-20 call her", "[call her], due 2026-11-20 @4"},
	{"due: 2026-11-20", "[], due 2026-11-20 @5"},
	{"due date: 2026-11-20 call her", "[call her], due 2026-11-20 @10"},
	{"due by 2026-11-20 call her", "[call her], due 2026-11-20 @7"},
	{"due on 2026-11-20 call her", "[call her], due 2026-11-20 @7"},
	{"residue 2026-11-20 call her", "[residue 2026-11-20 call her]"},
	{"a due 2026-11-20 call her", "[a call her], due 2026-11-20 @6"},
	{"Due 2026-11-20 call her", "[call her], due 2026-11-20 @4"},
	{"DUE 2026-11-20 call her", "[call her], due 2026-11-20 @4"},
	{"call her (due 2026-11-20)", "[call her], due 2026-11-20 @14"},
	{"call her (due 2026-11-20).", "[call her], due 2026-11-20 @14"},
	{"call her [due 2026-11-20] now", "[call her now], due 2026-11-20 @14"},
	{"call her, due 2026-11-20", "[call her], due 2026-11-20 @14"},
	{"call her , due 2026-11-20", "[call her], due 2026-11-20 @15"},
	{"call her; due 2026-11-20", "[call her], due 2026-11-20 @14"},
	{"call her\tdue\t2026-11-20", "[call her], due 2026-11-20 @13"},
	{"call her\ndue\n2026-11-20", "[call her], due 2026-11-20 @13"},
	{"call her @due(2026-11-20)", "[call her], due 2026-11-20 @14"},
	{"call her @due(2026-11-20 14:00) now",
	 "[call her now], due 2026-11-20 @14"},
	{"call her @due(2026-11-20", "[call her], due 2026-11-20 @14"},
	{"call her @due( 2026-11-20 )", "[call her], due 2026-11-20 @15"},
	{"@due(2026-11-20)call her", "[call her], due 2026-11-20 @5"},
	{"@DUE(2026-11-20) call her", "[call her], due 2026-11-20 @5"},
	{"call her xdue(2026-11-20)", "[call her xdue(2026-11-20)]"},
	{"call her due 2026-11-20", "[call her], due 2026-11-20 @14"},
	{"call her due   2026-11-20", "[call her], due 2026-11-20 @16"},
	{"call her 📅 2026-11-20", "[call her], due 2026-11-20 @14"},
	{"call her📅2026-11-20", "[call her], due 2026-11-20 @12"},
	{"call her 🗓️ 2026-11-20", "[call her], due 2026-11-20 @17"},
	{"call her ️ 2026-11-20", "[call her 2026-11-20]"},
	{"call her ✅ 2026-11-20", "[call her], done 2026-11-20"},
	{"call her ✅ 2026-11-20 ✅ 2026-11-21", "[call her], done 2026-11-20"},
	{"call her done 2026-11-20", "[call her], done 2026-11-20"},
	{"call her done on 2026-11-20", "[call her], done 2026-11-20"},
	{"call her undone 2026-11-20", "[call her undone 2026-11-20]"},
	{"call her @done(2026-11-20)", "[call her], done 2026-11-20"},
	{"call her completed 2026-11-20", "[call her], done 2026-11-20"},
	{"call her completion: 2026-11-20", "[call her], done 2026-11-20"},
	{"call her ⏳ 2026-11-20", "[call her], due 2026-11-20 @13"},
	{"call her ⌛ 2026-11-20", "[call her], due 2026-11-20 @13"},
	{"call her scheduled 2026-11-20", "[call her], due 2026-11-20 @19"},
	{"call her unscheduled 2026-11-20",
	 "[call her unscheduled 2026-11-20]"},
	{"call her @scheduled(2026-11-20)", "[call her], due 2026-11-20 @20"},
	{"call her scheduled 2026-11-20 due 2026-11-25",
	 "[call her], due 2026-11-25 @34"},
	{"call her due 2026-11-25 scheduled 2026-11-20",
	 "[call her], due 2026-11-25 @13"},
	{"call her ⏳ 2026-11-20 ⏳ 2026-11-25",
	 "[call her], due 2026-11-25 @28"},
	{"call her due 2026-11-20 due 2026-11-25",
	 "[call her], due 2026-11-20 @13"},
	{"call her 🛫 2026-11-20", "[call her]"},
	{"call her ➕ 2026-11-20", "[call her]"},
	{"call her ❌ 2026-11-20", "[call her]"},
	{"call her @start(2026-11-20)", "[call her]"},
	{"call her start 2026-11-20", "[call her]"},
	{"call her restart 2026-11-20", "[call her restart 2026-11-20]"},
	{"call her created 2026-11-20", "[call her]"},
	{"call her cancelled 2026-11-20", "[call her]"},
	{"call her by Friday", "[call her], due 2026-11-13 @12"},
	{"By Friday call her", "[call her], due 2026-11-13 @3"},
	{"call her before Friday", "[call her], due 2026-11-13 @16"},
	{"call her on Friday", "[call her on Friday]"},
	{"call her within two weeks", "[call her], due 2026-11-23 @9"},
	{"call her in two weeks", "[call her in two weeks]"},
	{"call her no later than Friday", "[call her], due 2026-11-13 @23"},
	{"call her by the end of the week", "[call her], due 2026-11-15 @12"},
	{"call her until Friday", "[call her], due 2026-11-13 @15"},
	{"call her deadline Friday", "[call her], due 2026-11-13 @18"},
	{"call her deadline: Friday", "[call her], due 2026-11-13 @19"},
	{"call on 2026-11-20", "[call on 2026-11-20]"},
	{"call due on on 2026-11-20", "[call due on on 2026-11-20]"},
	{"call her due 2026-11-20 on 2026-11-25 too",
	 "[call her on 2026-11-25 too], due 2026-11-20 @13"},
	{"call her by 2026-02-30", "[call her]"},
	{"call her 🔺 📅 2026-11-20 🔁", "[call her], due 2026-11-20 @19"},
	{"call ⏫ her 🔼 soon 🔽 by ⏬", "[call her soon by]"},
	{"🔺 call her", "[call her]"},
	{"call her 🔺", "[call her]"},
	{"call 😀 her", "[call 😀 her]"},
	{"call   her \t now \n then", "[call her now then]"},
	{"  call her  ", "[call her]"},
	{", call her -", "[call her]"},
	{":;.- call her .-;:,", "[call her]"},
	{"call her!", "[call her!]"},
	{"call her?", "[call her?]"},
	{"call her...", "[call her]"},
	{"(call her)", "[(call her)]"},
	{"\"call her\"", "[\"call her\"]"},
	{"call her (2026-11-20)", "[call her (2026-11-20)]"},
	{"call her 2026-11-20, due 2026-11-25, done 2026-11-26",
	 "[call her 2026-11-20], due 2026-11-25 @25, done 2026-11-26"},
	{"due 2026-11-25, done 2026-11-26, call her",
	 "[call her], due 2026-11-25 @4, done 2026-11-26"},
	{"due Friday", "[], due 2026-11-13 @4"},
	{"by Friday", "[], due 2026-11-13 @3"},
	{"due", "[due]"},
	{"by", "[by]"},
	{"@due(", "[@due(]"},
	{"(", "[(]"},
	{")", "[)]"},
	{"call her (due 2026-11-20) (done 2026-11-21)",
	 "[call her], due 2026-11-20 @14, done 2026-11-21"},
	{"call her (due 2026-11-20, done 2026-11-21)",
	 "[call her], due 2026-11-20 @14, done 2026-11-21"},
	{"call her due 2026-11-20)", "[call her], due 2026-11-20 @13"},
	{"call her (due 2026-11-20", "[call her], due 2026-11-20 @14"},
	{"café due 2026-11-20", "[café], due 2026-11-20 @10"},
	{"édue 2026-11-20", "[édue 2026-11-20]"},
	{"call her ( due 2026-11-20)", "[call her], due 2026-11-20 @15"},
	{"call her [ due 2026-11-20]", "[call her], due 2026-11-20 @15"},
	{"call her , ; due 2026-11-20", "[call her], due 2026-11-20 @17"},
};

/* In `follow ups` a date is due without any mark. */
static const struct told_row items[] = {
	{"call her 2026-11-20", "[call her], due 2026-11-20 @9"},
	{"2026-11-20", "[], due 2026-11-20 @0"},
	{"2026-11-20 call her", "[call her], due 2026-11-20 @0"},
	{"call her on 2026-11-20", "[call her], due 2026-11-20 @12"},
	{"call her on Friday", "[call her], due 2026-11-13 @12"},
	{"on Friday call her", "[call her], due 2026-11-13 @3"},
	{"call her before 2026-11-20", "[call her], due 2026-11-20 @16"},
	{"call her within 2026-11-20", "[call her], due 2026-11-20 @16"},
	{"call her upon 2026-11-20", "[call her upon], due 2026-11-20 @14"},
	{"call her (2026-11-20)", "[call her], due 2026-11-20 @10"},
	{"call her 2026-11-20, 2026-11-25", "[call her], due 2026-11-20 @9"},
	{"call her done 2026-11-20", "[call her], done 2026-11-20"},
	{"call her start 2026-11-20", "[call her]"},
	{"call her scheduled 2026-11-20", "[call her], due 2026-11-20 @19"},
	{"call her due 2026-11-25 seen 2026-11-20",
	 "[call her seen], due 2026-11-25 @13"},
	{"call her tomorrow", "[call her], due 2026-11-10 @9"},
	{"call her in two weeks", "[call her], due 2026-11-23 @9"},
	{"before 2026-11-20", "[], due 2026-11-20 @7"},
	{"on 2026-11-20", "[], due 2026-11-20 @3"},
	{"call her ON 2026-11-20", "[call her], due 2026-11-20 @12"},
};

static void test_tasks(void **state)
{
	(void)state;
	told_check(tasks, COUNT_OF(tasks), tell);
}

static void test_items_of_a_key(void **state)
{
	(void)state;
	told_check(items, COUNT_OF(items), tell_any);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tasks),
		cmocka_unit_test(test_items_of_a_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
