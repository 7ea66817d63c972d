/*
 * What a note is: its type, its date and where that stands, its outcome, the
 * events of its dated headings, and what is said in it on which day.
 */
#include "unit/told_facts.h"

static const struct told_row entries[] = {
	{"---\n"
	 "company: \"[[notes/x|Acme]]\"\n"
	 "role: [[Clerk]]\n"
	 "date applied: 2026-10-01\n"
	 "---\n",
	 "application 2026-10-01, of 'Acme', as 'Clerk', applied 2026-10-01 "
	 "@4\n"
	 "scope 0 @4 2026-10-01 application"},
	{"---\n"
	 "company: Acme\n"
	 "date: 2026-11-09\n"
	 "status: applied\n"
	 "---\n",
	 "application 2026-11-09, of 'Acme', status 'applied', pending\n"
	 "scope 0 @3 2026-11-09 application"},
	{"---\n"
	 "company: Acme\n"
	 "outcome: rejected\n"
	 "date: 2026-11-09\n"
	 "---\n",
	 "rejection 2026-11-09, of 'Acme', status 'rejected', rejected\n"
	 "scope 0 @4 2026-11-09 rejection\n"
	 "outcome @3 in 0 rejected 2026-11-09 undated"},
	{"---\n"
	 "company: Acme\n"
	 "outcome: rejected\n"
	 "outcome date: 2026-11-12\n"
	 "date: 2026-11-09\n"
	 "---\n",
	 "interview 2026-11-09, of 'Acme', status 'rejected', rejected\n"
	 "scope 0 @5 2026-11-09 interview\n"
	 "outcome @4 in 0 rejected 2026-11-12"},
	{"---\n"
	 "company: Acme\n"
	 "rejected: 2026-11-12\n"
	 "date: 2026-11-09\n"
	 "---\n",
	 "interview 2026-11-09, of 'Acme', rejected\n"
	 "scope 0 @4 2026-11-09 interview\n"
	 "outcome @3 in 0 rejected 2026-11-12"},
	{"---\n"
	 "company: Acme\n"
	 "status: \"#application/rejected\"\n"
	 "date: 2026-11-09\n"
	 "---\n",
	 "rejection 2026-11-09, of 'Acme', status 'rejected', rejected\n"
	 "scope 0 @4 2026-11-09 rejection\n"
	 "outcome @3 in 0 rejected 2026-11-09 undated"},
	{"---\n"
	 "company: Acme\n"
	 "status: under review\n"
	 "date: 2026-11-09\n"
	 "stage: phone screen\n"
	 "---\n",
	 "interview 2026-11-09, of 'Acme', stage 'phone screen', status 'under "
	 "review', pending\n"
	 "scope 0 @4 2026-11-09 interview, words 'phone screen'"},
	{"---\n"
	 "company: Acme\n"
	 "status: bogus\n"
	 "date: 2026-11-09\n"
	 "type: bogus\n"
	 "---\n",
	 "note 2026-11-09, of 'Acme', status 'bogus'\n"
	 "scope 0 @4 2026-11-09 note\n"
	 "! 3:9 'outcome' is none of pending, rejected, no answer, offer, "
	 "accepted, declined, withdrawn"},
	{"---\n"
	 "company: Acme\n"
	 "status: ghosted\n"
	 "date: 2026-02-30\n"
	 "type: offer\n"
	 "---\n",
	 "offer -, of 'Acme', status 'ghosted', no answer\n"
	 "scope 0 @1 - offer\n"
	 "outcome @3 in 0 no answer - undated\n"
	 "! 4:7 no such day: 2026-02-30\n"
	 "! 0:0 this entry has no date: add a line 'date: YYYY-MM-DD' to its "
	 "front matter"},
	{"---\n"
	 "type: interview\n"
	 "---\n",
	 "interview -\n"
	 "scope 0 @1 - interview\n"
	 "! 0:0 this entry has no date: add a line 'date: YYYY-MM-DD' to its "
	 "front matter"},
	{"---\n"
	 "tags: [interview]\n"
	 "date: 2026-11-09\n"
	 "---\n",
	 "interview 2026-11-09 #interview\n"
	 "scope 0 @3 2026-11-09 interview"},
	{"---\n"
	 "tags: mock\n"
	 "date: 2026-11-09\n"
	 "---\n",
	 "mock 2026-11-09 #mock\n"
	 "scope 0 @3 2026-11-09 mock"},
	{"---\n"
	 "tags: other\n"
	 "date: 2026-11-09\n"
	 "---\n",
	 "no entry\n"
	 "scope 0 @0 - note"},
	{"# no front matter\n", "no entry\n"
				"scope 0 @0 - note"},
	{"=== 2026-11-09 Acme.md\n"
	 "---\n"
	 "company: Acme\n"
	 "---\n",
	 "interview 2026-11-09, of 'Acme'\n"
	 "scope 0 @1 2026-11-09 interview"},
	{"=== 20261109.md\n"
	 "---\n"
	 "company: Acme\n"
	 "---\n",
	 "interview 2026-11-09, of 'Acme'\n"
	 "scope 0 @1 2026-11-09 interview"},
	{"=== x/2026-11-09.md\n"
	 "---\n"
	 "company: Acme\n"
	 "date: 2026-11-08\n"
	 "---\n",
	 "interview 2026-11-08, of 'Acme'\n"
	 "scope 0 @3 2026-11-08 interview"},
	{"=== 2026-13-09.md\n"
	 "---\n"
	 "company: Acme\n"
	 "---\n",
	 "interview -, of 'Acme'\n"
	 "scope 0 @1 - interview\n"
	 "! 0:0 no such day: 2026-13-09\n"
	 "! 0:0 this entry has no date: add a line 'date: YYYY-MM-DD' to its "
	 "front matter"},
	{"=== 2026-02-300 Acme.md\n"
	 "---\n"
	 "company: |\n"
	 "  Acme\n"
	 "role: \xc2\xa0" "Clerk \xc2\xa0\n"
	 "---\n",
	 "interview -, of 'Acme', as 'Clerk'\n"
	 "scope 0 @1 - interview\n"
	 "! 0:0 this entry has no date: add a line 'date: YYYY-MM-DD' to its "
	 "front matter"},
	{"=== 2026-02-30 Acme.md\n"
	 "---\n"
	 "company: Acme\n"
	 "date: 2026-11-09\n"
	 "decided: 2026-11-12\n"
	 "rejected: 2026-11-13\n"
	 "---\n",
	 "interview 2026-11-09, of 'Acme', rejected\n"
	 "scope 0 @3 2026-11-09 interview\n"
	 "outcome @4 in 0 rejected 2026-11-12\n"
	 "! 5:1 'outcome date' is given again; the value of line 4 counts"},
	{"---\n"
	 "company: Acme\n"
	 "date: 2026-11-09\n"
	 "rejected: 2026-11-13\n"
	 "decided: 2026-11-12\n"
	 "---\n",
	 "interview 2026-11-09, of 'Acme', rejected\n"
	 "scope 0 @3 2026-11-09 interview\n"
	 "outcome @4 in 0 rejected 2026-11-13\n"
	 "! 5:1 'outcome date' is given again; the value of line 4 counts"},
	{"=== 2026-11-091.md\n"
	 "---\n"
	 "company: Acme\n"
	 "---\n",
	 "interview -, of 'Acme'\n"
	 "scope 0 @1 - interview\n"
	 "! 0:0 this entry has no date: add a line 'date: YYYY-MM-DD' to its "
	 "front matter"},
	{"---\n"
	 "company: Acme\n"
	 "---\n"
	 "## 2026-11-09 On-site\n"
	 "\n"
	 "They will get back to me by Friday.\n"
	 "\n"
	 "## 2026-11-12 Phone screen\n"
	 "\n"
	 "I rambled.\n"
	 "\n"
	 "## 2026-11-13 Thank-you to Dana\n"
	 "\n"
	 "## 2026-11-14 Rejected\n"
	 "\n"
	 "## 2026-11-15 Sent an article to [[Dana Ruiz]]\n"
	 "\n"
	 "## by 2026-11-20\n",
	 "note 2026-11-09, of 'Acme', a collection\n"
	 "scope 0 @4 2026-11-09 note\n"
	 "scope 1 @4 2026-11-09 interview, words 'On-site', about 'On-site'\n"
	 "scope 2 @8 2026-11-12 interview assessed, words 'Phone screen', "
	 "about 'Phone screen'\n"
	 "scope 3 @12 2026-11-13 touch thank-you, words 'Thank-you to Dana', "
	 "about 'Thank-you to Dana'\n"
	 "scope 4 @14 2026-11-14 rejection, words 'Rejected', about "
	 "'Rejected'\n"
	 "scope 5 @16 2026-11-15 touch document, words 'Sent an article to "
	 "Dana Ruiz', about 'Sent an article to Dana Ruiz'\n"
	 "promise @6 in 1 2026-11-13\n"
	 "date 6:29 'Friday' 2026-11-13..2026-11-13\n"
	 "weakness @10 in 2 by self: I rambled."},
	{"---\n"
	 "company: Acme\n"
	 "date: 2026-11-09\n"
	 "---\n"
	 "## 2026-11-09 Interview\n"
	 "\n"
	 "## 9 Nov 2026: call from Dana\n"
	 "\n"
	 "## 2026-11-10 Call with Dana\n"
	 "\n"
	 "## 2026-11-11 Prep\n"
	 "\n"
	 "## 2026-11-12 Mock\n"
	 "\n"
	 "## 2026-11-13 Offer\n"
	 "\n"
	 "## 2026-11-14 Accepted\n"
	 "\n"
	 "## 2026-11-15 Declined their offer\n"
	 "\n"
	 "## 2026-11-16 Withdrew\n"
	 "\n"
	 "## 2026-11-17 Feedback\n"
	 "\n"
	 "They said I rambled.\n"
	 "\n"
	 "## 2026-11-18 Asked for feedback\n"
	 "\n"
	 "## 2026-11-19 Check-in\n"
	 "\n"
	 "## 2026-11-20 Follow-up\n"
	 "\n"
	 "## 2026-11-21 Applied\n"
	 "\n"
	 "## 2026-11-22 Lunch\n"
	 "\n"
	 "## 2026-02-30 Panel\n"
	 "\n"
	 "## due 2026-11-25\n"
	 "\n"
	 "## Notes until 2026-11-26\n",
	 "interview 2026-11-09, of 'Acme'\n"
	 "scope 0 @3 2026-11-09 interview, words 'Interview'\n"
	 "scope 1 @9 2026-11-10 interview, words 'Call with Dana', about 'Call "
	 "with Dana'\n"
	 "scope 2 @11 2026-11-11 note, words 'Prep', about 'Prep'\n"
	 "scope 3 @13 2026-11-12 mock, words 'Mock', about 'Mock'\n"
	 "scope 4 @15 2026-11-13 offer, words 'Offer', about 'Offer'\n"
	 "scope 5 @17 2026-11-14 note accepted, words 'Accepted', about "
	 "'Accepted'\n"
	 "scope 6 @19 2026-11-15 note declined, words 'Declined their offer', "
	 "about 'Declined their offer'\n"
	 "scope 7 @21 2026-11-16 note withdrawn, words 'Withdrew', about "
	 "'Withdrew'\n"
	 "scope 8 @23 2026-11-17 feedback, words 'Feedback', about 'Feedback'\n"
	 "scope 9 @27 2026-11-18 touch feedback-request, words 'Asked for "
	 "feedback', about 'Asked for feedback'\n"
	 "scope 10 @29 2026-11-19 touch check-in, words 'Check-in', about "
	 "'Check-in'\n"
	 "scope 11 @31 2026-11-20 touch other, words 'Follow-up', about "
	 "'Follow-up'\n"
	 "scope 12 @33 2026-11-21 application, words 'Applied', about "
	 "'Applied'\n"
	 "scope 13 @35 2026-11-22 note, words 'Lunch', about 'Lunch'\n"
	 "scope 14 @37 - interview, words 'Panel', about 'Panel'\n"
	 "feedback @25 in 8 2026-11-17\n"
	 "weakness @25 in 8 by feedback: They said I rambled.\n"
	 "! 37:4 no such day: 2026-02-30"},
	{"---\n"
	 "company: Acme\n"
	 "date: 2026-11-01\n"
	 "type: application\n"
	 "thank you: true\n"
	 "expect by: 2026-12-01\n"
	 "---\n"
	 "- [x] thanked them\n"
	 "\n"
	 "## 2026-11-09 On-site\n"
	 "\n"
	 "## 2026-11-12 Panel\n"
	 "\n"
	 "I rambled in every answer.\n"
	 "\n"
	 "## Self-assessment\n"
	 "\n"
	 "- I rambled\n",
	 "application 2026-11-01, of 'Acme', a collection\n"
	 "scope 0 @3 2026-11-01 application assessed\n"
	 "scope 1 @10 2026-11-09 interview, words 'On-site', about 'On-site'\n"
	 "scope 2 @12 2026-11-12 interview assessed, words 'Panel', about "
	 "'Panel'\n"
	 "task @8 in 0 'thanked them' due - @8 done - thank-you\n"
	 "touch @5 in 0 - thank-you\n"
	 "promise @6 in 0 2026-12-01\n"
	 "weakness @14 in 2 by self: I rambled in every answer.\n"
	 "weakness @18 in 0 by self: I rambled"},
};

static const struct told_row sayings[] = {
	{"---\n"
	 "company: Acme\n"
	 "date: 2026-11-09\n"
	 "---\n"
	 "They'll get back to me by Friday.\n",
	 "interview 2026-11-09, of 'Acme'\n"
	 "scope 0 @3 2026-11-09 interview\n"
	 "promise @5 in 0 2026-11-13\n"
	 "date 5:27 'Friday' 2026-11-13..2026-11-13"},
	{"---\n"
	 "company: Acme\n"
	 "date: 2026-11-09\n"
	 "---\n"
	 "Decision within two weeks. I should hear by the 19th. We met on 1 "
	 "November.\n",
	 "interview 2026-11-09, of 'Acme'\n"
	 "scope 0 @3 2026-11-09 interview\n"
	 "promise @5 in 0 2026-11-23\n"
	 "promise @5 in 0 2026-11-19\n"
	 "date 5:10 'within two weeks' 2026-11-23..2026-11-23\n"
	 "date 5:45 'the 19th' 2026-11-19..2026-11-19\n"
	 "date 5:65 '1 November' 2026-11-01..2026-11-01"},
	{"---\n"
	 "company: Acme\n"
	 "date: 2026-11-09\n"
	 "---\n"
	 "The offer is from 11/12/2026, seen 2026-02-30 and in early "
	 "December.\n"
	 "\n"
	 "> They will decide by Friday.\n"
	 "\n"
	 "    by Saturday\n",
	 "interview 2026-11-09, of 'Acme'\n"
	 "scope 0 @3 2026-11-09 interview\n"
	 "promise @7 in 0 2026-11-13\n"
	 "date 5:19 '11/12/2026' 2026-11-12..2026-11-12\n"
	 "date 5:54 'early December' 2026-12-01..2026-12-10\n"
	 "date 7:23 'Friday' 2026-11-13..2026-11-13\n"
	 "! 5:36 no such day: 2026-02-30"},
	{"---\n"
	 "company: Acme\n"
	 "date: 2026-11-09\n"
	 "---\n"
	 "due:: 2026-11-20\n"
	 "thank you:: 2026-11-10\n"
	 "## 2026-11-12 Panel\n"
	 "\n"
	 "thank you:: 2026-11-13\n"
	 "[expect by:: 2026-11-30]\n"
	 "role:: Clerk\n",
	 "note 2026-11-09, of 'Acme', as 'Clerk', a collection\n"
	 "scope 0 @3 2026-11-09 note\n"
	 "scope 1 @7 2026-11-12 interview, words 'Panel', about 'Panel'\n"
	 "touch @6 in 0 2026-11-10 thank-you\n"
	 "touch @9 in 1 2026-11-13 thank-you\n"
	 "promise @10 in 1 2026-11-30\n"
	 "date 5:7 '2026-11-20' 2026-11-20..2026-11-20\n"
	 "date 6:13 '2026-11-10' 2026-11-10..2026-11-10\n"
	 "date 9:13 '2026-11-13' 2026-11-13..2026-11-13\n"
	 "date 10:14 '2026-11-30' 2026-11-30..2026-11-30"},
	{"---\n"
	 "company: Acme\n"
	 "---\n"
	 "date:: 2026-11-09\n"
	 "feedback:: they will decide\n"
	 "They will decide by\n"
	 "Friday.\n",
	 "interview 2026-11-09, of 'Acme'\n"
	 "scope 0 @4 2026-11-09 interview\n"
	 "feedback @5 in 0 2026-11-09\n"
	 "promise @7 in 0 2026-11-13\n"
	 "date 4:8 '2026-11-09' 2026-11-09..2026-11-09\n"
	 "date 7:1 'Friday' 2026-11-13..2026-11-13"},
	{"---\n"
	 "company: Acme\n"
	 "date: 2026-11-09\n"
	 "---\n"
	 "## 2026-11-12 Panel\n"
	 "\n"
	 "tags:: weakness/nerves\n",
	 "note 2026-11-09, of 'Acme', a collection #weakness/nerves\n"
	 "scope 0 @3 2026-11-09 note\n"
	 "scope 1 @5 2026-11-12 interview assessed, words 'Panel', about "
	 "'Panel'\n"
	 "weakness @7 in 1 by tag: weakness/nerves"},
	{"---\n"
	 "company: Acme\n"
	 "compnay: x\n"
	 "date: 11/12/2026\n"
	 "Company: Other\n"
	 "frobnicate: 1\n"
	 "---\n",
	 "interview 2026-11-12, of 'Acme'\n"
	 "scope 0 @4 2026-11-12 interview\n"
	 "! 5:1 'company' is given again; the value of line 2 counts\n"
	 "! 3:1 unknown key 'compnay': did you mean 'company'?"},
};

static void test_entries(void **state)
{
	(void)state;
	told_check(entries, COUNT_OF(entries), tell);
}

static void test_sayings(void **state)
{
	(void)state;
	told_check(sayings, COUNT_OF(sayings), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_entries),
		cmocka_unit_test(test_sayings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
