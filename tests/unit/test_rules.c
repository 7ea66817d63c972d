/*
 * The follow-up rules: each row of the table and each sentence of the words
 * before it has a case of its name, with the day before, the day and the day
 * after where there is a limit.
 *
 * A case is a journal, and for some days the items of one rule as "OPENS DUE
 * STATUS", apart by "; ", in the order of the report.
 */
#include "unit/journal.h"

#include "base/buf.h"

struct at {
	const char *as_of;
	const char *items;
};

struct rule_case {
	const char *name;
	enum jscan_rule rule;
	const char *notes;
	struct at at[6];
};

#define INTERVIEW "=== a.md\n---\ncompany: Acme\nrole: Cook\ntype: interview\n" \
		  "date: 2026-03-02\n"
#define APPLIED "=== a.md\n---\ncompany: Acme\nrole: Cook\ntype: application\n" \
		"date: 2026-03-02\n"
#define MORE "company: Acme\nrole: Cook\n"
#define END "---\n"

static const struct rule_case cases[] = {
	{"application: opens 7 days, due 14 days after its start",
	 JSCAN_RULE_APPLICATION,
	 APPLIED END,
	 {{"2026-03-01", ""},
	  {"2026-03-08", "2026-03-09 2026-03-16 upcoming"},
	  {"2026-03-09", "2026-03-09 2026-03-16 due"},
	  {"2026-03-16", "2026-03-09 2026-03-16 due"},
	  {"2026-03-17", "2026-03-09 2026-03-16 overdue"}}},
	{"application: lapses 28 days after its start", JSCAN_RULE_APPLICATION,
	 APPLIED END,
	 {{"2026-03-30", "2026-03-09 2026-03-16 overdue"},
	  {"2026-03-31", "2026-03-09 2026-03-16 lapsed"}}},
	{"application: each of the first two days with a touch starts it again",
	 JSCAN_RULE_APPLICATION,
	 APPLIED "touches: [2026-03-05, 2026-03-07]\n" END,
	 {{"2026-03-05", "2026-03-12 2026-03-19 upcoming"},
	  {"2026-03-07", "2026-03-14 2026-03-21 upcoming"}}},
	{"application: a third day with a touch meets it",
	 JSCAN_RULE_APPLICATION,
	 APPLIED "touches: [2026-03-05, 2026-03-07, 2026-03-09]\n" END,
	 {{"2026-03-08", "2026-03-14 2026-03-21 upcoming"},
	  {"2026-03-09", "2026-03-14 2026-03-21 done"}}},
	{"application: any other move from its date on meets it, however late",
	 JSCAN_RULE_APPLICATION,
	 APPLIED END "=== b.md\n---\n" MORE "type: interview\n"
		     "date: 2026-05-01\n" END,
	 {{"2026-05-01", "2026-03-09 2026-03-16 done"}}},
	{"application: feedback counts no later than the lapse date",
	 JSCAN_RULE_APPLICATION,
	 APPLIED "feedback:\n  received: 2026-03-31\n" END,
	 {{"2026-03-31", "2026-03-09 2026-03-16 lapsed"}}},
	{"thank-you: opens on its date, due a day later", JSCAN_RULE_THANK_YOU,
	 INTERVIEW END,
	 {{"2026-03-01", ""},
	  {"2026-03-02", "2026-03-02 2026-03-03 due"},
	  {"2026-03-03", "2026-03-02 2026-03-03 due"},
	  {"2026-03-04", "2026-03-02 2026-03-03 overdue"}}},
	{"thank-you: lapses 14 days after due", JSCAN_RULE_THANK_YOU,
	 INTERVIEW END,
	 {{"2026-03-17", "2026-03-02 2026-03-03 overdue"},
	  {"2026-03-18", "2026-03-02 2026-03-03 lapsed"}}},
	{"thank-you: a thank-you from its date on meets it",
	 JSCAN_RULE_THANK_YOU, INTERVIEW "thank you: 2026-03-02\n" END,
	 {{"2026-03-02", "2026-03-02 2026-03-03 done"}}},
	{"thank-you: any other touch meets it only after its date",
	 JSCAN_RULE_THANK_YOU,
	 INTERVIEW "touches: [2026-03-02]\n" END,
	 {{"2026-03-02", "2026-03-02 2026-03-03 due"}}},
	{"thank-you: any other touch after its date meets it",
	 JSCAN_RULE_THANK_YOU,
	 INTERVIEW "touches: [2026-03-03]\n" END,
	 {{"2026-03-03", "2026-03-02 2026-03-03 done"}}},
	{"thank-you: a touch after the lapse date does not count",
	 JSCAN_RULE_THANK_YOU,
	 INTERVIEW "thank you: 2026-03-18\n" END,
	 {{"2026-03-18", "2026-03-02 2026-03-03 lapsed"}}},
	{"self-assessment: of an interview, due two days later",
	 JSCAN_RULE_SELF_ASSESSMENT, INTERVIEW END,
	 {{"2026-03-04", "2026-03-02 2026-03-04 due"},
	  {"2026-03-05", "2026-03-02 2026-03-04 overdue"},
	  {"2026-04-03", "2026-03-02 2026-03-04 overdue"},
	  {"2026-04-04", "2026-03-02 2026-03-04 lapsed"}}},
	{"self-assessment: of a mock too", JSCAN_RULE_SELF_ASSESSMENT,
	 "=== a.md\n---\ntype: mock\ndate: 2026-03-02\n" END,
	 {{"2026-03-02", "2026-03-02 2026-03-04 due"}}},
	{"self-assessment: any text in the section meets it",
	 JSCAN_RULE_SELF_ASSESSMENT,
	 INTERVIEW END "\n## Reflection\n\nThe light was low.\n",
	 {{"2026-03-02", "2026-03-02 2026-03-04 done"}}},
	{"self-assessment: an empty section does not",
	 JSCAN_RULE_SELF_ASSESSMENT,
	 INTERVIEW END "\n## Reflection\n\n## Lunch\n\nSoup.\n",
	 {{"2026-03-02", "2026-03-02 2026-03-04 due"}}},
	{"self-assessment: text in a strengths section meets it",
	 JSCAN_RULE_SELF_ASSESSMENT,
	 INTERVIEW END "\n## What went well\n\nThe soup.\n",
	 {{"2026-03-02", "2026-03-02 2026-03-04 done"}}},
	{"self-assessment: a tag or a rating meets it",
	 JSCAN_RULE_SELF_ASSESSMENT,
	 INTERVIEW "tags: [strength/stories]\n" END,
	 {{"2026-03-02", "2026-03-02 2026-03-04 done"}}},
	{"self-assessment: under its own heading only",
	 JSCAN_RULE_SELF_ASSESSMENT,
	 "=== a.md\n---\n" MORE END "\n## 2026-03-02 Phone screen\n\n"
	 "### Reflection\n\nThe light.\n\n## 2026-03-04 On-site\n\nSoup.\n",
	 {{"2026-03-04",
	   "2026-03-02 2026-03-04 done; 2026-03-04 2026-03-06 due"}}},
	{"reply: without a promise opens 7, due 10 days after",
	 JSCAN_RULE_REPLY, INTERVIEW END,
	 {{"2026-03-08", "2026-03-09 2026-03-12 upcoming"},
	  {"2026-03-09", "2026-03-09 2026-03-12 due"},
	  {"2026-03-13", "2026-03-09 2026-03-12 overdue"},
	  {"2026-04-16", "2026-03-09 2026-03-12 overdue"},
	  {"2026-04-17", "2026-03-09 2026-03-12 lapsed"}}},
	{"reply: the promised date, and a day later", JSCAN_RULE_REPLY,
	 INTERVIEW "expect by: 2026-03-20\n" END,
	 {{"2026-03-19", "2026-03-20 2026-03-21 upcoming"},
	  {"2026-03-20", "2026-03-20 2026-03-21 due"},
	  {"2026-03-22", "2026-03-20 2026-03-21 overdue"},
	  {"2026-05-04", "2026-03-20 2026-03-21 overdue"},
	  {"2026-05-05", "2026-03-20 2026-03-21 lapsed"}}},
	{"reply: a promise in prose counts, the one said last",
	 JSCAN_RULE_REPLY,
	 INTERVIEW END "\nShe will get back to me by 2026-03-20.\n"
		       "=== b.md\n---\n" MORE "type: note\n"
		       "date: 2026-03-05\n" END
		       "\nNow they will let me know by 2026-03-25.\n",
	 {{"2026-03-04", "2026-03-20 2026-03-21 upcoming"},
	  {"2026-03-05", "2026-03-25 2026-03-26 upcoming"}}},
	{"reply: an outcome on its own day is an answer", JSCAN_RULE_REPLY,
	 INTERVIEW "outcome: rejected\noutcome date: 2026-03-02\n" END,
	 {{"2026-03-02", "2026-03-09 2026-03-12 done"}}},
	{"reply: an arranged interview is an answer", JSCAN_RULE_REPLY,
	 INTERVIEW END "=== b.md\n---\n" MORE "type: interview\n"
		       "date: 2026-04-01\n" END,
	 {{"2026-03-03", "2026-03-09 2026-03-12 done"}}},
	{"reply: a touch counts from opens on, a thank-you never",
	 JSCAN_RULE_REPLY,
	 INTERVIEW "touches:\n  - 2026-03-08\n  - date: 2026-03-10\n"
		   "    what: thank-you\n  - 2026-03-11\n" END,
	 {{"2026-03-08", "2026-03-09 2026-03-12 upcoming"},
	  {"2026-03-10", "2026-03-09 2026-03-12 due"},
	  {"2026-03-11", "2026-03-09 2026-03-12 done"}}},
	{"ask-feedback: of a rejection after an interview",
	 JSCAN_RULE_ASK_FEEDBACK,
	 INTERVIEW "outcome: rejected\noutcome date: 2026-03-10\n" END,
	 {{"2026-03-09", ""},
	  {"2026-03-10", "2026-03-10 2026-03-13 due"},
	  {"2026-03-14", "2026-03-10 2026-03-13 overdue"},
	  {"2026-04-12", "2026-03-10 2026-03-13 overdue"},
	  {"2026-04-13", "2026-03-10 2026-03-13 lapsed"}}},
	{"ask-feedback: not of one without an interview",
	 JSCAN_RULE_ASK_FEEDBACK,
	 APPLIED END "=== b.md\n---\n" MORE "type: rejection\n"
		     "date: 2026-03-10\n" END,
	 {{"2026-03-10", ""}}},
	{"ask-feedback: not of a second ending", JSCAN_RULE_ASK_FEEDBACK,
	 INTERVIEW "outcome: withdrawn\noutcome date: 2026-03-05\n" END
		   "=== b.md\n---\n" MORE "type: rejection\n"
		   "date: 2026-03-10\n" END,
	 {{"2026-03-10", ""}}},
	{"ask-feedback: a rejection replaces no answer",
	 JSCAN_RULE_ASK_FEEDBACK,
	 INTERVIEW "outcome: no answer\noutcome date: 2026-03-05\n" END
		   "=== b.md\n---\n" MORE "type: rejection\n"
		   "date: 2026-03-10\n" END,
	 {{"2026-03-10", "2026-03-10 2026-03-13 due"}}},
	{"ask-feedback: asking meets it", JSCAN_RULE_ASK_FEEDBACK,
	 INTERVIEW "outcome: rejected\noutcome date: 2026-03-10\n"
		   "feedback:\n  asked: 2026-03-11\n" END,
	 {{"2026-03-10", "2026-03-10 2026-03-13 due"},
	  {"2026-03-11", "2026-03-10 2026-03-13 done"}}},
	{"thank-for-feedback: due a day later, lapses 14 days after",
	 JSCAN_RULE_THANK_FOR_FEEDBACK,
	 INTERVIEW "feedback:\n  received: 2026-03-12\n" END,
	 {{"2026-03-11", ""},
	  {"2026-03-13", "2026-03-12 2026-03-13 due"},
	  {"2026-03-27", "2026-03-12 2026-03-13 overdue"},
	  {"2026-03-28", "2026-03-12 2026-03-13 lapsed"}}},
	{"thank-for-feedback: not on the day of an interview",
	 JSCAN_RULE_THANK_FOR_FEEDBACK,
	 INTERVIEW "feedback:\n  received: 2026-03-02\n" END,
	 {{"2026-03-02", ""}}},
	{"thank-for-feedback: text in a feedback section is feedback",
	 JSCAN_RULE_THANK_FOR_FEEDBACK,
	 "=== a.md\n---\n" MORE END "\n## 2026-03-02 On-site\n\nSoup.\n\n"
	 "## 2026-03-10 Rejection\n\n### Feedback\n\nA clear voice.\n",
	 {{"2026-03-10", "2026-03-10 2026-03-11 due"}}},
	{"keep-in-touch: three to four months after the closing, the quarter",
	 JSCAN_RULE_KEEP_IN_TOUCH,
	 INTERVIEW "outcome: rejected\noutcome date: 2026-03-10\n" END,
	 {{"2026-03-10", "2026-05-27 2026-06-10 upcoming"},
	  {"2026-05-27", "2026-05-27 2026-06-10 due"},
	  {"2026-06-11", "2026-05-27 2026-06-10 overdue"}}},
	{"keep-in-touch: each touch starts the next one",
	 JSCAN_RULE_KEEP_IN_TOUCH,
	 INTERVIEW "outcome: rejected\noutcome date: 2026-03-10\n"
		   "touches: [2026-06-01, 2026-09-01]\n" END,
	 {{"2026-06-01", "2026-08-18 2026-09-01 upcoming"},
	  {"2026-09-01", "2026-11-17 2026-12-01 upcoming"}}},
	{"keep-in-touch: not while an application is open",
	 JSCAN_RULE_KEEP_IN_TOUCH,
	 INTERVIEW "outcome: rejected\noutcome date: 2026-03-10\n" END
		   "=== b.md\n---\ncompany: ACME Ltd.\nrole: Baker\n"
		   "type: application\ndate: 2026-03-05\n" END,
	 {{"2026-03-10", ""}}},
	{"keep-in-touch: not when the notes say no",
	 JSCAN_RULE_KEEP_IN_TOUCH,
	 INTERVIEW "outcome: rejected\noutcome date: 2026-03-10\n"
		   "keep in touch: no\n" END,
	 {{"2026-03-10", ""}}},
	{"keep-in-touch: not without an interview",
	 JSCAN_RULE_KEEP_IN_TOUCH, APPLIED "outcome: rejected\n" END,
	 {{"2026-06-10", ""}}},
	{"keep-in-touch: months are clamped to their end",
	 JSCAN_RULE_KEEP_IN_TOUCH,
	 INTERVIEW "outcome: rejected\noutcome date: 2026-11-30\n" END,
	 {{"2026-11-30", "2027-02-14 2027-02-28 upcoming"}}},
	{"silence: 45 days after an interview it counts as closed",
	 JSCAN_RULE_KEEP_IN_TOUCH, INTERVIEW END,
	 {{"2026-04-16", ""},
	  {"2026-04-17", "2026-05-19 2026-06-02 upcoming"}}},
	{"silence: accepted never closes", JSCAN_RULE_KEEP_IN_TOUCH,
	 INTERVIEW "outcome: accepted\noutcome date: 2026-03-10\n" END,
	 {{"2026-12-01", ""}}},
	{"reopened: due a day later, lapses 90 days after",
	 JSCAN_RULE_REOPENED,
	 INTERVIEW "outcome: rejected\noutcome date: 2026-03-10\n"
		   "reopened: 2026-05-01\n" END,
	 {{"2026-04-30", ""},
	  {"2026-05-02", "2026-05-01 2026-05-02 due"},
	  {"2026-05-03", "2026-05-01 2026-05-02 overdue"},
	  {"2026-07-31", "2026-05-01 2026-05-02 overdue"},
	  {"2026-08-01", "2026-05-01 2026-05-02 lapsed"}}},
	{"reopened: a touch to that company meets it", JSCAN_RULE_REOPENED,
	 INTERVIEW "outcome: rejected\noutcome date: 2026-03-10\n"
		   "reopened: 2026-05-01\ntouches: [2026-05-01]\n" END,
	 {{"2026-05-01", "2026-05-01 2026-05-02 done"}}},
	{"task: opens 7 days before, never lapses", JSCAN_RULE_TASK,
	 INTERVIEW END "\n- [ ] Return the key, due 2026-03-20\n",
	 {{"2026-03-12", "2026-03-13 2026-03-20 upcoming"},
	  {"2026-03-13", "2026-03-13 2026-03-20 due"},
	  {"2026-03-21", "2026-03-13 2026-03-20 overdue"},
	  {"2029-01-01", "2026-03-13 2026-03-20 overdue"}}},
	{"task: a tick in the future is not done yet", JSCAN_RULE_TASK,
	 INTERVIEW END
	 "\n- [x] Return the key, due 2026-03-20 \xe2\x9c\x85 2026-03-18\n",
	 {{"2026-03-17", "2026-03-13 2026-03-20 due"},
	  {"2026-03-18", "2026-03-13 2026-03-20 done"}}},
	{"task: cancelled and undated ones make no item", JSCAN_RULE_TASK,
	 INTERVIEW END "\n- [-] Return the key, due 2026-03-20\n"
		       "- [ ] Buy bread\n",
	 {{"2026-03-20", ""}}},
	{"task: a follow-up that is only a date is met by a later touch",
	 JSCAN_RULE_TASK,
	 INTERVIEW "follow up: 2026-03-15\ntouches: [2026-03-09]\n" END,
	 {{"2026-03-08", "2026-03-08 2026-03-15 due"},
	  {"2026-03-09", "2026-03-08 2026-03-15 done"}}},
	{"task: with the same words and due date they are one",
	 JSCAN_RULE_TASK,
	 INTERVIEW END "\n- [ ] Return the key, due 2026-03-20\n"
		       "- [ ] return the KEY (by 2026-03-20)\n",
	 {{"2026-03-20", "2026-03-13 2026-03-20 due"}}},
	{"prepare: 7 days to 1 day before, gone on its date",
	 JSCAN_RULE_PREPARE, INTERVIEW END,
	 {{"2026-02-22", "2026-02-23 2026-03-01 upcoming"},
	  {"2026-02-23", "2026-02-23 2026-03-01 due"},
	  {"2026-03-01", "2026-02-23 2026-03-01 due"},
	  {"2026-03-02", ""}}},
	{"prepare: a ticked task there that says so meets it",
	 JSCAN_RULE_PREPARE,
	 INTERVIEW END "\n- [x] Rehearse the pitch \xe2\x9c\x85 2026-02-25\n",
	 {{"2026-02-24", "2026-02-23 2026-03-01 due"},
	  {"2026-02-25", "2026-02-23 2026-03-01 done"}}},
	{"no doubles: an open task that says the same stands in",
	 JSCAN_RULE_THANK_YOU,
	 INTERVIEW END "\n- [ ] Thank Ruth, due 2026-03-03\n",
	 {{"2026-03-02", ""}}},
	{"no doubles: not when it is due before the item opens",
	 JSCAN_RULE_THANK_YOU,
	 INTERVIEW END "\n- [ ] Thank Ruth, due 2026-03-01\n",
	 {{"2026-03-02", "2026-03-02 2026-03-03 due"}}},
	{"snooze: the entry's open items rest until then",
	 JSCAN_RULE_THANK_YOU, INTERVIEW "snooze: 2026-03-08\n" END,
	 {{"2026-03-07", "2026-03-02 2026-03-03 upcoming"},
	  {"2026-03-08", "2026-03-02 2026-03-03 overdue"}}},
	{"snooze: of one rule", JSCAN_RULE_THANK_YOU,
	 INTERVIEW "snooze:\n  reply: 2026-03-08\n" END,
	 {{"2026-03-07", "2026-03-02 2026-03-03 overdue"}}},
	{"words: several of one type on one day are one",
	 JSCAN_RULE_THANK_YOU,
	 INTERVIEW END "=== b.md\n---\n" MORE "type: interview\n"
		       "date: 2026-03-02\n" END,
	 {{"2026-03-02", "2026-03-02 2026-03-03 due"}}},
	{"words: an outcome without a date gives way to a later move",
	 JSCAN_RULE_ASK_FEEDBACK,
	 INTERVIEW "outcome: rejected\nstage: screen\n" END
		   "=== b.md\n---\n" MORE "type: interview\n"
		   "date: 2026-03-20\n" END,
	 {{"2026-03-02", ""}}},
	{"words: what stands outside is said of the last interview held",
	 JSCAN_RULE_THANK_YOU,
	 "=== a.md\n---\n" MORE "thank you: true\n" END
	 "\n## 2026-03-02 Phone screen\n\nA.\n\n## 2026-03-20 On-site\n\nB.\n",
	 {{"2026-03-02", "2026-03-02 2026-03-03 done"},
	  {"2026-03-20",
	   "2026-03-02 2026-03-03 lapsed; 2026-03-20 2026-03-21 done"}}},
};

static void list_items(struct jscan_buf *out, const struct jscan_report *report,
		       enum jscan_rule rule)
{
	jscan_buf_adds(out, "");
	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];
		char opens[11], due[11];

		if (item->rule != rule)
			continue;
		jscan_date_format(opens, item->opens);
		jscan_date_format(due, item->due);
		jscan_buf_addf(out, "%s%s %s %s", out->len ? "; " : "", opens,
			       due, jscan_status_name(item->status));
	}
}

static void check_case(void **state)
{
	const struct rule_case *c = *state;

	for (size_t i = 0; i < COUNT_OF(c->at) && c->at[i].as_of; i++) {
		struct journal journal;
		struct jscan_buf items;

		journal_init(&journal, c->notes, c->at[i].as_of);
		jscan_buf_init(&items);
		list_items(&items, &journal.report, c->rule);
		if (strcmp(items.data, c->at[i].items))
			fail_msg("as of %s: %s, not %s", c->at[i].as_of,
				 items.data, c->at[i].items);
		jscan_buf_release(&items);
		journal_release(&journal);
	}
}

int main(void)
{
	static struct CMUnitTest tests[COUNT_OF(cases)];

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		tests[i].name = cases[i].name;
		tests[i].test_func = check_case;
		tests[i].initial_state = (void *)(uintptr_t)&cases[i];
	}
	return _cmocka_run_group_tests("rules", tests, COUNT_OF(tests), NULL,
				       NULL);
}
