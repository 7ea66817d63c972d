/*
 * Which day a note is of, by its name and its headings; what is said of it when
 * something is missing; when an undated outcome was.
 */
#include "unit/told_facts.h"

static const struct told_row notes[] = {
	{"---\ncompany: Acme\ndate: 2026-11-09\n---\n## Self-assessment\n\nI "
	 "blew it. It was bad.\n",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview "
	 "assessed\n! 7:1 self-criticism that no category takes; add a phrase "
	 "to 'weaknesses' in the configuration"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfeedback: I blew it.\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\nfeedback @4 in 0 2026-11-09"},
	{"---\ndate: 2026-13-40\ntitle: x\n---\nnote",
	 "no entry\nscope 0 @0 - note"},
	{"---\ntitle: [x\n---\nnote",
	 "no entry\nscope 0 @0 - note\n! 3:1 front matter cannot be read: did "
	 "not find expected ',' or ']'"},
	{"---\ntitle: x\ntitle: y\n---\nnote", "no entry\nscope 0 @0 - note"},
	{"just text, by Friday.", "no entry\nscope 0 @0 - note"},
	{"---\ncompany: Acme\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"=== 2026-11-09.md\n---\ncompany: Acme\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @1 2026-11-09 interview"},
	{"=== 2026-11-09 Acme.md\n---\ncompany: Acme\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @1 2026-11-09 interview"},
	{"=== 20261109.md\n---\ncompany: Acme\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @1 2026-11-09 interview"},
	{"=== 20261109-acme.md\n---\ncompany: Acme\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @1 2026-11-09 interview"},
	{"=== 202611091.md\n---\ncompany: Acme\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"=== 2026110.md\n---\ncompany: Acme\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"=== 2026-11-091.md\n---\ncompany: Acme\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"=== 2026-11-9.md\n---\ncompany: Acme\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"=== 2026-02-30.md\n---\ncompany: Acme\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 no such day: "
	 "2026-02-30\n! 0:0 this entry has no date: add a line 'date: "
	 "YYYY-MM-DD' to its front matter"},
	{"=== 2026-02-301.md\n---\ncompany: Acme\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"=== 20260230.md\n---\ncompany: Acme\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"=== 2026_02_30.md\n---\ncompany: Acme\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"=== 2026-02-3x.md\n---\ncompany: Acme\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"=== notes/2026-11-09.md\n---\ncompany: Acme\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @1 2026-11-09 interview"},
	{"=== 2026-11-09/acme.md\n---\ncompany: Acme\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"=== 2026-02-30/acme.md\n---\ncompany: Acme\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"=== notes/2026-02-30.md\n---\ncompany: Acme\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 no such day: "
	 "2026-02-30\n! 0:0 this entry has no date: add a line 'date: "
	 "YYYY-MM-DD' to its front matter"},
	{"=== 2026-11-09.md\n---\ncompany: Acme\ndate: 2026-11-10\n---",
	 "interview 2026-11-10, of 'Acme'\nscope 0 @3 2026-11-10 interview"},
	{"=== 2026-11-09.md\n---\ncompany: Acme\ndate: soon\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @1 2026-11-09 interview\n! "
	 "3:7 'date' takes a date, and this cannot be read as one"},
	{"=== 2026-02-30.md\n---\ncompany: Acme\ndate: 2026-11-10\n---",
	 "interview 2026-11-10, of 'Acme'\nscope 0 @3 2026-11-10 interview"},
	{"=== acme 2026-11-09.md\n---\ncompany: Acme\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 0:0 this entry has "
	 "no date: add a line 'date: YYYY-MM-DD' to its front matter"},
	{"---\ncompany: Acme\n---\n## 2026-11-09 Panel\n\n## 2026-11-07 "
	 "Screen\n",
	 "note 2026-11-09, of 'Acme', a collection\nscope 0 @4 2026-11-09 "
	 "note\nscope 1 @4 2026-11-09 interview, words 'Panel', about "
	 "'Panel'\nscope 2 @6 2026-11-07 interview, words 'Screen', about "
	 "'Screen'"},
	{"---\ncompany: Acme\noutcome: rejected\n---\n## 2026-11-09 "
	 "Panel\n\n## 2026-11-07 Screen\n",
	 "note 2026-11-09, of 'Acme', status 'rejected', rejected, a "
	 "collection\nscope 0 @5 2026-11-09 note\nscope 1 @5 2026-11-09 "
	 "interview, words 'Panel', about 'Panel'\nscope 2 @7 2026-11-07 "
	 "interview, words 'Screen', about 'Screen'\noutcome @3 in 0 rejected "
	 "2026-11-09 undated"},
	{"---\ncompany: Acme\ndate: 2026-11-01\noutcome: rejected\nfeedback: I "
	 "was late.\n---\n## 2026-11-09 Panel\n\n## 2026-11-20 Thanked "
	 "Dana\n\n## 2026-11-25 Accepted\n",
	 "note 2026-11-01, of 'Acme', status 'rejected', rejected, a "
	 "collection\nscope 0 @3 2026-11-01 note\nscope 1 @7 2026-11-09 "
	 "interview, words 'Panel', about 'Panel'\nscope 2 @9 2026-11-20 touch "
	 "thank-you, words 'Thanked Dana', about 'Thanked Dana'\nscope 3 @11 "
	 "2026-11-25 note accepted, words 'Accepted', about "
	 "'Accepted'\noutcome @4 in 0 rejected 2026-11-25 undated\nfeedback @5 "
	 "in 0 2026-11-25\nweakness @5 in 0 by feedback: I was late."},
	{"---\ncompany: Acme\ndate: 2026-11-01\noutcome: rejected\nreopened: "
	 "2026-11-20\n---\n## 2026-11-09 Panel\n",
	 "note 2026-11-01, of 'Acme', status 'rejected', rejected, a "
	 "collection\nscope 0 @3 2026-11-01 note\nscope 1 @7 2026-11-09 "
	 "interview, words 'Panel', about 'Panel'\noutcome @4 in 0 rejected "
	 "2026-11-20 undated\nreopened @5 in 0 2026-11-20"},
	{"---\ncompany: Acme\ndate: 2026-11-01\n---\n## Panel (due "
	 "2026-11-09)\n\n## Panel (DUE: 2026-11-08)\n\n## Panel xdue "
	 "2026-11-07\n\n## Paneldue 2026-11-06\n",
	 "note 2026-11-01, of 'Acme', a collection\nscope 0 @3 2026-11-01 "
	 "note\nscope 1 @9 2026-11-07 interview, words 'Panel xdue', about "
	 "'Panel xdue'\nscope 2 @11 2026-11-06 note, words 'Paneldue', about "
	 "'Paneldue'"},
	{"---\ncompany: Acme\ndate: 2026-11-01\n---\n## – 2026-11-09 – Panel — "
	 "\n\n## | 2026-11-08 | Panel |\n\n## 2026-11-07 · Panel · "
	 "on-site\n\n## * 2026-11-06 *\n",
	 "note 2026-11-01, of 'Acme', a collection\nscope 0 @3 2026-11-01 "
	 "note\nscope 1 @5 2026-11-09 interview, words 'Panel', about "
	 "'Panel'\nscope 2 @7 2026-11-08 interview, words 'Panel', about "
	 "'Panel'\nscope 3 @9 2026-11-07 interview, words 'Panel · on-site', "
	 "about 'Panel · on-site'\nscope 4 @11 2026-11-06 note"},
	{"---\ncompany: Acme\ntype: interview\n---\n## 9 Nov 2026 Panel\n## 11 "
	 "Nov Screen\n## 2 Jan Offer call\n",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @5 2026-11-09 interview, "
	 "words 'Panel'\nscope 1 @6 2026-11-11 interview, words 'Screen', "
	 "about 'Screen'\nscope 2 @7 2027-01-02 offer, words 'Offer call', "
	 "about 'Offer call'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\n---\n## Panel\n## 11 Nov "
	 "Screen\n## 2 Feb Offer\n",
	 "note 2026-11-09, of 'Acme', a collection\nscope 0 @3 2026-11-09 "
	 "note\nscope 1 @6 2026-11-11 interview, words 'Screen', about "
	 "'Screen'\nscope 2 @7 2027-02-02 offer, words 'Offer', about 'Offer'"},
	{"---\ncompany: Acme\napplied: 2026-11-01\n---\n## 11 Nov Screen\n",
	 "note 2026-11-11, of 'Acme', applied 2026-11-01 @3, a "
	 "collection\nscope 0 @5 2026-11-11 note\nscope 1 @5 2026-11-11 "
	 "interview, words 'Screen', about 'Screen'"},
	{"---\ncompany: Acme\napplied: 2026-11-01\n---\nSent it.\n",
	 "application 2026-11-01, of 'Acme', applied 2026-11-01 @3\nscope 0 @3 "
	 "2026-11-01 application"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nstatus: applied\n---\nSent "
	 "it.\n",
	 "application 2026-11-09, of 'Acme', status 'applied', pending\nscope "
	 "0 @3 2026-11-09 application"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nstatus: applied\napplied: "
	 "2026-11-01\n---\nSent it.\n",
	 "application 2026-11-09, of 'Acme', status 'applied', pending, "
	 "applied 2026-11-01 @5\nscope 0 @3 2026-11-09 application"},
	{"---\ncompany: Acme\ndate: 2026-11-09\noutcome: rejected\n---\nNo.\n",
	 "rejection 2026-11-09, of 'Acme', status 'rejected', rejected\nscope "
	 "0 @3 2026-11-09 rejection\noutcome @4 in 0 rejected 2026-11-09 "
	 "undated"},
	{"---\ncompany: Acme\ndate: 2026-11-09\noutcome: rejected\noutcome "
	 "date: 2026-11-12\n---\nNo.\n",
	 "interview 2026-11-09, of 'Acme', status 'rejected', rejected\nscope "
	 "0 @3 2026-11-09 interview\noutcome @5 in 0 rejected 2026-11-12"},
	{"---\ncompany: Acme\ntype: rejection\noutcome date: "
	 "2026-11-12\n---\nNo.\n",
	 "rejection 2026-11-12, of 'Acme'\nscope 0 @4 2026-11-12 rejection"},
	{"---\ncompany: Acme\ntype: rejection\ndate: 2026-11-09\noutcome date: "
	 "2026-11-12\n---\nNo.\n",
	 "rejection 2026-11-12, of 'Acme'\nscope 0 @5 2026-11-12 rejection"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nstage: panel\noutcome: "
	 "rejected\n---\nNo.\n",
	 "interview 2026-11-09, of 'Acme', stage 'panel', status 'rejected', "
	 "rejected\nscope 0 @3 2026-11-09 interview, words 'panel'\noutcome @5 "
	 "in 0 rejected 2026-11-09 undated"},
	{"---\ncompany: Acme\ndate: 2026-11-09\ntags: offer\n---\nYes.\n",
	 "offer 2026-11-09, of 'Acme' #offer\nscope 0 @3 2026-11-09 offer"},
	{"---\ncompany: Acme\ndate: 2026-11-09\ntype: touch\n---\n## "
	 "2026-11-12 Panel\n",
	 "touch 2026-11-09, of 'Acme', a collection\nscope 0 @3 2026-11-09 "
	 "touch other\nscope 1 @6 2026-11-12 interview, words 'Panel', about "
	 "'Panel'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\ntype: offer\n---\n## "
	 "2026-11-12 Panel\n",
	 "offer 2026-11-09, of 'Acme', a collection\nscope 0 @3 2026-11-09 "
	 "offer\nscope 1 @6 2026-11-12 interview, words 'Panel', about "
	 "'Panel'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\ntype: mock\n---\n## 2026-11-12 "
	 "Panel\n",
	 "mock 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 mock\nscope 1 @6 "
	 "2026-11-12 interview, words 'Panel', about 'Panel'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\n---\n## 2026-11-09 Panel\n\n## "
	 "2026-11-12 Screen\n",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview, "
	 "words 'Panel'\nscope 1 @7 2026-11-12 interview, words 'Screen', "
	 "about 'Screen'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\n---\n## 2026-11-09\n\n## "
	 "2026-11-09 Thanked Dana\n",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\nscope 1 @7 2026-11-09 touch thank-you, words 'Thanked "
	 "Dana', about 'Thanked Dana'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\n---\n## 2026-11-09 Day\n\n## "
	 "2026-11-09 Other day\n",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview, "
	 "words 'Day'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nstage: screen\n---\n## "
	 "2026-11-09 Day\n",
	 "interview 2026-11-09, of 'Acme', stage 'screen'\nscope 0 @3 "
	 "2026-11-09 interview, words 'screen'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\n---\n# 2026-11-12 Panel\n## "
	 "Reflection\nI was late.\n### More\nI rambled.\n# Reflection\nI "
	 "froze.\n",
	 "note 2026-11-09, of 'Acme', a collection\nscope 0 @3 2026-11-09 note "
	 "assessed\nscope 1 @5 2026-11-12 interview assessed, words 'Panel', "
	 "about 'Panel'\nweakness @7 in 1 by self: I was late.\nweakness @9 in "
	 "1 by self: I rambled.\nweakness @11 in 0 by self: I froze."},
	{"---\ncompany: Acme\ndate: 2026-11-09\n---\n## 2026-11-12 Panel\nOn "
	 "Friday.\n### 2026-11-13 Offer\nOn Friday.\n## Rest\nOn Friday.\n",
	 "note 2026-11-09, of 'Acme', a collection\nscope 0 @3 2026-11-09 "
	 "note\nscope 1 @5 2026-11-12 interview, words 'Panel', about "
	 "'Panel'\nscope 2 @7 2026-11-13 offer, words 'Offer', about "
	 "'Offer'\ndate 6:4 'Friday' 2026-11-13..2026-11-13\ndate 8:4 'Friday' "
	 "2026-11-20..2026-11-20\ndate 10:4 'Friday' 2026-11-06..2026-11-06"},
	{"---\ncompany: Acme\ndate: 2026-11-09\n---\n### 2026-11-12 Panel\n- [ "
	 "] a\n## 2026-11-13 Screen\n- [ ] b\n#### 2026-11-14 Call\n- [ ] "
	 "c\n### x\n- [ ] d\n# y\n- [ ] e\n",
	 "note 2026-11-09, of 'Acme', a collection\nscope 0 @3 2026-11-09 "
	 "note\nscope 1 @5 2026-11-12 interview, words 'Panel', about "
	 "'Panel'\nscope 2 @7 2026-11-13 interview, words 'Screen', about "
	 "'Screen'\nscope 3 @9 2026-11-14 interview, words 'Call', about "
	 "'Call'\ntask @6 in 1 'a' due - @6\ntask @8 in 2 'b' due - @8\ntask "
	 "@10 in 3 'c' due - @10\ntask @12 in 2 'd' due - @12\ntask @14 in 0 "
	 "'e' due - @14"},
	{"---\ncompany: Acme\ndate: 2026-11-09\n---\n> ## 2026-11-12 "
	 "Panel\n\n- [ ] a\n",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @7 in 0 'a' due - @7"},
	{"---\ncompany: Acme\ndate: 2026-11-09\n---\n## 2026-02-30 Panel\n- [ "
	 "] a\n",
	 "note 2026-11-09, of 'Acme', a collection\nscope 0 @3 2026-11-09 "
	 "note\nscope 1 @5 - interview, words 'Panel', about 'Panel'\ntask @6 "
	 "in 1 'a' due - @6\n! 5:4 no such day: 2026-02-30"},
	{"---\ncompany: Acme\n---\n## 2026-02-30 Panel\n## 2026-11-12 Screen\n",
	 "note 2026-11-12, of 'Acme', a collection\nscope 0 @5 2026-11-12 "
	 "note\nscope 1 @4 - interview, words 'Panel', about 'Panel'\nscope 2 "
	 "@5 2026-11-12 interview, words 'Screen', about 'Screen'\n! 4:4 no "
	 "such day: 2026-02-30"},
	{"---\ncompany: Acme\ndate: 2026-11-09\n---\n## 3/4/2027 Panel\n## "
	 "25/12/2026 Screen\n",
	 "note 2026-11-09, of 'Acme', a collection\nscope 0 @3 2026-11-09 "
	 "note\nscope 1 @5 2027-03-04 interview, words 'Panel', about "
	 "'Panel'\nscope 2 @6 2026-12-25 interview, words 'Screen', about "
	 "'Screen'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\n---\n## Panel 2026-11-12, "
	 "2026-11-13\n## due 2026-11-14 Screen 2026-11-15\n",
	 "note 2026-11-09, of 'Acme', a collection\nscope 0 @3 2026-11-09 "
	 "note\nscope 1 @5 2026-11-12 interview, words 'Panel 2026-11-13', "
	 "about 'Panel 2026-11-13'\nscope 2 @6 2026-11-15 interview, words "
	 "'due 2026-11-14 Screen', about 'due 2026-11-14 Screen'"},
};

static void test_notes(void **state)
{
	(void)state;
	told_check(notes, COUNT_OF(notes), tell);
}

/* Of each file it is asked first whether it is one at all. */
static void test_what_is_an_entry(void **state)
{
	static const struct {
		const char *text;
		bool is_entry;
	} cases[] = {{"---\ncompany: Acme\n---\n", true},
		     {"---\ncompany:\n---\n", false},
		     {"---\ntype: interview\n---\n", true},
		     {"---\ntype: offer\n---\n", false},
		     {"---\ntags: [a, mock]\n---\n", true},
		     {"---\ntags: mockery\n---\n", false},
		     {"company: Acme\n", false},
		     {"", false}};
	struct jscan_config config;

	(void)state;
	jscan_config_init(&config);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		if (jscan_facts_is_entry(&config, cases[i].text,
					 strlen(cases[i].text)) !=
		    cases[i].is_entry)
			fail_msg("%s", cases[i].text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_notes),
		cmocka_unit_test(test_what_is_an_entry),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
