/*
 * Promises in a body: where the sentence around a date begins and ends, and
 * which dates are no part of one.  Of a note of Wednesday, 11 November 2026.
 */
#include "unit/told_facts.h"

static const struct told_row promises[] = {
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey will call. They "
	 "decide by Friday.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-13\ndate 5:32 'Friday' "
	 "2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nMr. Park said they decide "
	 "by Friday.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-13\ndate 5:30 'Friday' "
	 "2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide by Nov. 20 or "
	 "so.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-20\ndate 5:16 'Nov. 20' "
	 "2026-11-20..2026-11-20"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide by Nov. By "
	 "then we know.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-30\ndate 5:16 'Nov' "
	 "2026-11-01..2026-11-30"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nIt was odd. She is Ms. "
	 "Park. They decide by Friday.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-13\ndate 5:45 'Friday' "
	 "2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide (by Friday). "
	 "We met on Monday.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-13\ndate 5:17 'Friday' "
	 "2026-11-13..2026-11-13\ndate 5:36 'Monday' 2026-11-09..2026-11-09"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey said \"by Friday.\" "
	 "They decide on Monday.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-16\ndate 5:15 'Friday' "
	 "2026-11-13..2026-11-13\ndate 5:39 'Monday' 2026-11-16..2026-11-16"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey said 'by Friday.' "
	 "They decide on Monday.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-16\ndate 5:15 'Friday' "
	 "2026-11-13..2026-11-13\ndate 5:39 'Monday' 2026-11-16..2026-11-16"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide! By Friday we "
	 "will know.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-13\ndate 5:17 'Friday' "
	 "2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide? By Friday we "
	 "will know.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-13\ndate 5:17 'Friday' "
	 "2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide.. By Friday "
	 "we will know.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-13\ndate 5:18 'Friday' "
	 "2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide in Q4. By "
	 "Friday we meet.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-12-31\ndate 5:16 'Q4' "
	 "2026-10-01..2026-12-31\ndate 5:23 'Friday' 2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide by Friday or "
	 "Monday.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-16\ndate 5:16 'Friday' "
	 "2026-11-13..2026-11-13\ndate 5:26 'Monday' 2026-11-16..2026-11-16"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide by "
	 "2026-02-30.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 interview\n! "
	 "5:16 no such day: 2026-02-30"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide by 2026-02-30 "
	 "or by Friday.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-13\ndate 5:33 'Friday' "
	 "2026-11-13..2026-11-13\n! 5:16 no such day: 2026-02-30"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nexpect by:: 2026-11-20\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-20\ndate 5:13 '2026-11-20' "
	 "2026-11-20..2026-11-20"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide by:: "
	 "2026-11-20\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\ndate 5:18 '2026-11-20' 2026-11-20..2026-11-20"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide by\nFriday.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @6 in 0 2026-11-13\ndate 6:1 'Friday' "
	 "2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide\nby "
	 "Friday.\nWe meet on Monday.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @6 in 0 2026-11-13\ndate 6:4 'Friday' "
	 "2026-11-13..2026-11-13\ndate 7:12 'Monday' 2026-11-16..2026-11-16"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nnote:: they decide\nby "
	 "Friday\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\ndate 6:4 'Friday' 2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide\nnote:: by "
	 "Friday\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\ndate 6:11 'Friday' 2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide\nwhen:: "
	 "2026-11-20\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\ndate 6:8 '2026-11-20' 2026-11-20..2026-11-20"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nplace:: Rome\nThey decide "
	 "by Friday\nplace:: Bonn\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @6 in 0 2026-11-13\ndate 6:16 'Friday' "
	 "2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\na:: b\nThey decide by "
	 "Friday\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @6 in 0 2026-11-13\ndate 6:16 'Friday' "
	 "2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide by "
	 "Friday\na:: b\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-13\ndate 5:16 'Friday' "
	 "2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nShe will write by Friday. "
	 "They decide by Monday.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-13\npromise @5 in 0 "
	 "2026-11-16\ndate 5:19 'Friday' 2026-11-13..2026-11-13\ndate 5:42 "
	 "'Monday' 2026-11-16..2026-11-16"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide by Friday. "
	 "They decide by Friday.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-13\npromise @5 in 0 "
	 "2026-11-13\ndate 5:16 'Friday' 2026-11-13..2026-11-13\ndate 5:39 "
	 "'Friday' 2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide by Friday - 9 "
	 "a.m.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-13\ndate 5:16 'Friday' "
	 "2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nNov. 20 they decide.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-20\ndate 5:1 'Nov. 20' "
	 "2026-11-20..2026-11-20"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide by friday. "
	 "ok\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\npromise @5 in 0 2026-11-13\ndate 5:16 'friday' "
	 "2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide by ABCD. By "
	 "Friday we meet.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\ndate 5:25 'Friday' 2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide by ABC. By "
	 "Friday we meet.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\ndate 5:24 'Friday' 2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide by Abc. By "
	 "Friday we meet.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\ndate 5:24 'Friday' 2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide by abc. By "
	 "Friday we meet.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\ndate 5:24 'Friday' 2026-11-13..2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-11\n---\nThey decide by 5. By "
	 "Friday we meet.\n",
	 "interview 2026-11-11, of 'Acme'\nscope 0 @3 2026-11-11 "
	 "interview\ndate 5:22 'Friday' 2026-11-13..2026-11-13"},
};

static void test_promises(void **state)
{
	(void)state;
	told_check(promises, COUNT_OF(promises), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_promises),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
