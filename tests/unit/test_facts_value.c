/*
 * Values of keys in every form that text and dates have in front matter, and in
 * Dataview fields: links, lists, blanks, several spellings of one key.
 */
#include "unit/told_facts.h"

static const struct told_row values[] = {
	{"---\ncompany: \"[[firms/Acme|A/B Foods]]\"\n---",
	 "interview -, of 'A/B Foods'\nscope 0 @1 - interview\n! 0:0 this "
	 "entry "
	 "has no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: \"[[Acme]]\"\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: [[Acme]]\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: \"[[firms/Acme]]\"\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: \"[[firms/food/Acme]]\"\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: \"[[firms/Acme|The Acme]]\"\n---",
	 "interview -, of 'The Acme'\nscope 0 @1 - interview\n! 0:0 this entry "
	 "has no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: [[firms/Acme|The Acme]]\n---",
	 "interview -, of 'The Acme'\nscope 0 @1 - interview\n! 0:0 this entry "
	 "has no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: \"see [[Acme]] here\"\n---",
	 "interview -, of 'see Acme here'\nscope 0 @1 - interview\n! 0:0 this "
	 "entry has no date: add a line 'date: YYYY-MM-DD' to its front "
	 "matter"},
	{"---\ncompany: \"[[Acme]] & [[b/Brill]]\"\n---",
	 "interview -, of 'Acme & Brill'\nscope 0 @1 - interview\n! 0:0 this "
	 "entry has no date: add a line 'date: YYYY-MM-DD' to its front "
	 "matter"},
	{"---\ncompany: \"[[Acme\"\n---",
	 "interview -, of '[[Acme'\nscope 0 @1 - interview\n! 0:0 this entry "
	 "has no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: \"Acme]]\"\n---",
	 "interview -, of 'Acme]]'\nscope 0 @1 - interview\n! 0:0 this entry "
	 "has no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: \"[Acme]]\"\n---",
	 "interview -, of '[Acme]]'\nscope 0 @1 - interview\n! 0:0 this entry "
	 "has no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: \"[[]]\"\n---", "no entry\nscope 0 @0 - note"},
	{"---\ncompany: \"x[[]]\"\n---",
	 "interview -, of 'x'\nscope 0 @1 - interview\n! 0:0 this entry has no "
	 "date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: \"  Acme  \"\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: \" Acme \"\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: \"Acme  Foods   \"\n---",
	 "interview -, of 'Acme  Foods'\nscope 0 @1 - interview\n! 0:0 this "
	 "entry has no date: add a line 'date: YYYY-MM-DD' to its front "
	 "matter"},
	{"---\ncompany: \" \"\n---", "no entry\nscope 0 @0 - note"},
	{"---\ncompany: \"©Acme\"\n---",
	 "interview -, of '©Acme'\nscope 0 @1 - interview\n! 0:0 this entry "
	 "has no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: \"Acme ©\"\n---",
	 "interview -, of 'Acme ©'\nscope 0 @1 - interview\n! 0:0 this entry "
	 "has no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: \"  \"\n---", "no entry\nscope 0 @0 - note"},
	{"---\ncompany: [Acme]\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: [Acme, Brill]\n---",
	 "no entry\nscope 0 @0 - note\n! 2:10 'company' takes text: without "
	 "it this note is no entry"},
	{"---\ncompany: [[Acme, Brill]]\n---",
	 "no entry\nscope 0 @0 - note\n! 2:10 'company' takes text: without "
	 "it this note is no entry"},
	{"---\ncompany: [[Acme], Brill]\n---",
	 "no entry\nscope 0 @0 - note\n! 2:10 'company' takes text: without "
	 "it this note is no entry"},
	{"---\ncompany: {name: Acme}\n---",
	 "no entry\nscope 0 @0 - note\n! 2:10 'company' takes text: without "
	 "it this note is no entry"},
	{"---\ncompany: [{name: Acme}]\n---",
	 "no entry\nscope 0 @0 - note\n! 2:10 'company' takes text: without "
	 "it this note is no entry"},
	{"---\ncompany: []\n---", "no entry\nscope 0 @0 - note"},
	{"---\ncompany: [\"\"]\n---", "no entry\nscope 0 @0 - note"},
	{"---\ncompany: [[\"\"]]\n---", "no entry\nscope 0 @0 - note"},
	{"---\ncompany: ~\nemployer: Acme\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: Acme\nemployer: Brill\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 3:1 'company' is "
	 "given again; the value of line 2 counts\n! 0:0 this entry has no "
	 "date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: Acme\nemployer: Brill\norganization: Corp\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 3:1 'company' is "
	 "given again; the value of line 2 counts\n! 4:1 'company' is given "
	 "again; the value of line 2 counts\n! 0:0 this entry has no date: add "
	 "a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: Acme\n---\ncompany:: Brill\n",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ntype: interview\ndate: 2026-11-09\n---\ncompany:: "
	 "Brill\ncompany:: Corp\n",
	 "interview 2026-11-09, of 'Brill'\nscope 0 @3 2026-11-09 interview"},
	{"---\ncompany: Acme\ntags: a\ntag: b\nkeywords: [c]\n---\ntags:: d\n",
	 "interview -, of 'Acme' #a #b #c\nscope 0 @1 - interview\n! 0:0 this "
	 "entry has no date: add a line 'date: YYYY-MM-DD' to its front "
	 "matter"},
	{"---\ncompany: Acme\ndate: 2026-11-09\n---\ntags:: d, e\n",
	 "interview 2026-11-09, of 'Acme' #d #e\nscope 0 @3 2026-11-09 "
	 "interview"},
	{"---\ncompany: Acme\ndate: [2026-11-09]\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview"},
	{"---\ncompany: Acme\ndate: [[2026-11-09]]\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview"},
	{"---\ncompany: Acme\ndate: [[[2026-11-09]]]\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 3:9 'date' takes a "
	 "date\n! 0:0 this entry has no date: add a line 'date: YYYY-MM-DD' to "
	 "its front matter"},
	{"---\ncompany: Acme\ndate: [2026-11-09, 2026-11-10]\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 3:7 'date' takes a "
	 "date\n! 0:0 this entry has no date: add a line 'date: YYYY-MM-DD' to "
	 "its front matter"},
	{"---\ncompany: Acme\ndate: {a: 2026-11-09}\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 3:7 'date' takes a "
	 "date\n! 0:0 this entry has no date: add a line 'date: YYYY-MM-DD' to "
	 "its front matter"},
	{"---\ncompany: Acme\ndate: 9\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 3:7 'date' takes a "
	 "date, and this cannot be read as one\n! 0:0 this entry has no date: "
	 "add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: Acme\ndate: 19\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 3:7 'date' takes a "
	 "date, and this cannot be read as one\n! 0:0 this entry has no date: "
	 "add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: Acme\ndate: 2026\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 3:7 'date' takes a "
	 "date, and this cannot be read as one\n! 0:0 this entry has no date: "
	 "add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: Acme\ndate: 20261109\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview"},
	{"---\ncompany: Acme\ndate: 119\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 3:7 'date' takes a "
	 "date, and this cannot be read as one\n! 0:0 this entry has no date: "
	 "add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: Acme\ndate: 1/2/2026\n---",
	 "interview 2026-01-02, of 'Acme'\nscope 0 @3 2026-01-02 interview"},
	{"---\ncompany: Acme\ndate: 2026-02-30\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 3:7 no such day: "
	 "2026-02-30\n! 0:0 this entry has no date: add a line 'date: "
	 "YYYY-MM-DD' to its front matter"},
	{"---\ncompany: Acme\ndate: soon\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 3:7 'date' takes a "
	 "date, and this cannot be read as one\n! 0:0 this entry has no date: "
	 "add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: Acme\ndate: on 9 November 2026 or so\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "3:7 'date' takes a date alone; the one in this text counts"},
	{"---\ncompany: Acme\ndate: 9 November 2026 and 10 November 2026\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 3:7 'date' takes a "
	 "date, and this cannot be read as one\n! 0:0 this entry has no date: "
	 "add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: Acme\ndate: or so on 2026-02-30\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 3:7 'date' takes a "
	 "date, and this cannot be read as one\n! 0:0 this entry has no date: "
	 "add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: Acme\ndate: 9-10 November 2026\n---",
	 "interview 2026-11-10, of 'Acme'\nscope 0 @3 2026-11-10 interview"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nexpect by: Friday\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\npromise @4 in 0 2026-11-13"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nexpect by: by Friday\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\npromise @4 in 0 2026-11-13\n! 4:12 'expect by' takes a "
	 "date alone; the one in this text counts"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nexpect by: 5\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "4:12 'expect by' takes a date, and this cannot be read as one"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nexpect by: in two weeks\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\npromise @4 in 0 2026-11-23"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nexpect by: 3/4/2027\nsnooze: "
	 "4/3/2027\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\npromise @4 in 0 2027-03-04\nsnooze @5 all 2027-04-03"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nexpect by: 3/4\nsnooze: "
	 "25/12/2026\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\npromise @4 in 0 2027-03-04\nsnooze @5 all 2026-12-25"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nthank you: 1\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "4:12 'thank you' takes a date, and this cannot be read as one"},
	{"---\ncompany: Acme\ndate: 2026-11-09\noutcome date: Friday\noutcome: "
	 "rejected\n---",
	 "interview 2026-11-09, of 'Acme', status 'rejected', rejected\nscope "
	 "0 @3 2026-11-09 interview\noutcome @4 in 0 rejected 2026-11-06"},
	{"---\ncompany: Acme\ndate: 2026-11-09\noutcome date: Monday\noutcome: "
	 "rejected\n---",
	 "interview 2026-11-09, of 'Acme', status 'rejected', rejected\nscope "
	 "0 @3 2026-11-09 interview\noutcome @4 in 0 rejected 2026-11-16"},
	{"---\nCompany: Acme\nDate: 2026-11-09\nThank_You: true\nfollow-ups: "
	 "Friday\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @5 in 0 '' due 2026-11-13 @5 key bare\ntouch @4 in 0 "
	 "- thank-you"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfeedback: {asked: 2026-11-10, "
	 "received: 2026-11-12, text: I was late.}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntouch @4 in 0 2026-11-10 feedback-request\nfeedback @4 in "
	 "0 2026-11-12\nweakness @4 in 0 by feedback: I was late."},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfeedback: {Asked: ~, Received: "
	 "\"\", Text: ~}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "4:32 'received' takes a date, and this cannot be read as one"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nthank you: {sent: "
	 "2026-11-10}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntouch @4 in 0 2026-11-10 thank-you"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nthank you: {sent: false}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nthank you: {send: "
	 "2026-11-10}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "4:12 'thank you' takes true, false, a date, or a mapping of sent"},
};

static void test_values(void **state)
{
	(void)state;
	told_check(values, COUNT_OF(values), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
