/*
 * The keys of the front matter that state facts: every form of their values,
 * and what is said of a value that has none of them.
 */
#include "unit/journal.h"

#include "base/buf.h"
#include "base/date.h"

/* What a note's first three lines are; the keys of a case begin on line 5. */
#define HEAD "=== a.md\n---\ncompany: Acme\ndate: 2026-03-02\ntype: interview\n"

struct header_case {
	const char *keys;
	const char *facts; /* one a line, as describe() says them */
};

static const char *say(struct jscan_date date)
{
	static char texts[4][11];
	static int next;
	char *text = texts[next++ % 4];

	if (!jscan_date_is_set(date))
		return "-";
	jscan_date_format(text, date);
	return text;
}

static const char *or_none(const char *text)
{
	return text ? text : "-";
}

static void describe_more(struct jscan_buf *out,
			  const struct jscan_facts *facts)
{
	for (size_t i = 0; i < facts->snooze_count; i++)
		jscan_buf_addf(
			out, "%u snooze %s %s\n", facts->snoozes[i].line,
			facts->snoozes[i].is_all
				? "all"
				: jscan_rule_name(facts->snoozes[i].rule),
			say(facts->snoozes[i].until));
	for (size_t i = 0; i < facts->assessment_count; i++)
		jscan_buf_addf(
			out, "%u %s %s\n", facts->assessments[i].line,
			jscan_polarity_name(facts->assessments[i].polarity),
			jscan_evidence_name(facts->assessments[i].source));
	if (facts->is_left_alone)
		jscan_buf_adds(out, "left alone\n");
	for (size_t i = 0; i < facts->diagnostic_count; i++)
		jscan_buf_addf(out, "%u:%u %s\n", facts->diagnostics[i].line,
			       facts->diagnostics[i].column,
			       facts->diagnostics[i].code);
}

static void describe(struct jscan_buf *out, const struct jscan_facts *facts)
{
	for (size_t i = 0; i < facts->touch_count; i++)
		jscan_buf_addf(out, "%u touch %d %s %s %s\n",
			       facts->touches[i].line,
			       (int)facts->touches[i].kind,
			       say(facts->touches[i].date),
			       or_none(facts->touches[i].words),
			       or_none(facts->touches[i].with));
	for (size_t i = 0; i < facts->task_count; i++) {
		const struct jscan_task *task = &facts->tasks[i];

		jscan_buf_addf(out, "%u task '%s' due %s with %s%s%s%s\n",
			       task->line, task->words, say(task->due),
			       or_none(task->with),
			       task->is_done ? " done " : "",
			       task->is_done ? say(task->done_date) : "",
			       task->is_bare_date ? " bare" : "");
	}
	for (size_t i = 0; i < facts->feedback_count; i++)
		jscan_buf_addf(out, "%u feedback %s\n",
			       facts->feedbacks[i].line,
			       say(facts->feedbacks[i].date));
	for (size_t i = 0; i < facts->reopened_count; i++)
		jscan_buf_addf(out, "%u reopened %s %s\n",
			       facts->reopened[i].line,
			       say(facts->reopened[i].date),
			       or_none(facts->reopened[i].why));
	for (size_t i = 0; i < facts->promise_count; i++)
		jscan_buf_addf(out, "%u promise %s\n", facts->promises[i].line,
			       say(facts->promises[i].date));
	describe_more(out, facts);
}

static void check_cases(const struct header_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct jscan_buf note, facts;
		struct journal journal;

		jscan_buf_init(&note);
		jscan_buf_init(&facts);
		jscan_buf_addf(&note, HEAD "%s---\nWords.\n", cases[i].keys);
		journal_init(&journal, note.data, "2026-03-20");
		jscan_buf_adds(&facts, "");
		describe(&facts, &journal.facts[0]);
		if (strcmp(facts.data ? facts.data : "", cases[i].facts) != 0)
			fail_msg("%s\ngives\n%s\nnot\n%s", cases[i].keys,
				 facts.data ? facts.data : "", cases[i].facts);
		journal_release(&journal);
		jscan_buf_release(&note);
		jscan_buf_release(&facts);
	}
}

static void tags_and_ratings(void **state)
{
	static const struct header_case cases[] = {
		{"tags: [weakness/nerves, Strength/Salary, other]\n",
		 "5 weakness tag\n5 strength tag\n"},
		{"tags:\n  - other\n  - weakness/no-such\n",
		 "7:5 unknown-weakness\n"},
		{"ratings: {nerves: 1, salary: 2, technical: 3, confidence: 4, "
		 "follow-up: 5}\n",
		 "5 weakness rating\n5 weakness rating\n5 strength rating\n"
		 "5 strength rating\n"},
		{"ratings:\n  nerves: 6\n  salary: 0\n  technical: 12\n"
		 "  confidence: low\n  follow-up: [1]\n",
		 "6:11 bad-value\n7:11 bad-value\n8:14 bad-value\n"
		 "9:15 bad-value\n10:14 bad-value\n"},
		{"ratings:\n  no-such: 1\n", "6:3 unknown-weakness\n"},
		{"ratings: 4\n", "5:10 bad-value\n"},
	};

	(void)state;
	check_cases(cases, COUNT_OF(cases));
}

static void follow_ups(void **state)
{
	static const struct header_case cases[] = {
		{"follow ups: 2026-03-09\n",
		 "5 task '' due 2026-03-09 with - bare\n"},
		{"follow ups: Call Dana 2026-03-09\n",
		 "5 task 'Call Dana' due 2026-03-09 with -\n"},
		{"follow ups:\n  - due: 2026-03-09\n    action: Call\n"
		 "    with: Dana\n",
		 "6 task 'Call' due 2026-03-09 with Dana\n"},
		{"follow ups:\n  - action: Call\n    date: 2026-03-09\n",
		 "7 task 'Call' due 2026-03-09 with -\n"},
		{"follow ups:\n  - {action: Call, due: 2026-03-09, "
		 "done: 2026-03-08}\n",
		 "6 task 'Call' due 2026-03-09 with - done 2026-03-08\n"},
		{"follow ups:\n  - {action: Call, due: 2026-03-09, done: "
		 "yes}\n",
		 "6 task 'Call' due 2026-03-09 with - done -\n"},
		{"follow ups:\n  - {action: Call, due: 2026-03-09, done: no}\n",
		 "6 task 'Call' due 2026-03-09 with -\n"},
		{"follow ups: []\n", ""},
		{"next action: Send the code\n",
		 "5 task 'Send the code' due - with -\n"},
		{"next action: Send the code\nnext action date: 2026-03-09\n",
		 "6 task 'Send the code' due 2026-03-09 with -\n"},
		{"next action date: 2026-03-09\n",
		 "5 task '' due 2026-03-09 with - bare\n"},
		{"next action: Send\nnext action date: 2026-02-30\n",
		 "6:19 no-such-day\n"},
		{"expect by: 2026-03-09\n", "5 promise 2026-03-09\n"},
		{"expect by: 2026-02-30\n", "5:12 no-such-day\n"},
	};

	(void)state;
	check_cases(cases, COUNT_OF(cases));
}

/* Where one thing is asked for, and there are several or others. */
static void lists_and_mappings_for_text(void **state)
{
	static const struct header_case cases[] = {
		{"role: [Cook, Baker]\n", "5:7 bad-value\n"},
		{"role: {a: b}\n", "5:7 bad-value\n"},
		{"role: [Cook]\nstage: [[Panel]]\n", ""},
		{"stage: [a, b]\n", "5:8 bad-value\n"},
		{"outcome: [rejected, offer]\n", "5:10 bad-value\n"},
		{"keep in touch: [no, yes]\n", "5:16 bad-value\n"},
		{"keep in touch: {a: no}\n", "5:16 bad-value\n"},
		{"keep in touch: seldom\n", "5:16 bad-value\n"},
		{"keep in touch: no\n", "left alone\n"},
		{"keep in touch: yes\n", ""},
		{"keep in touch:\n", ""},
		{"keep in touch: []\n", ""},
		{"tags: [[weakness/nerves], {a: b}, x, [], ~]\n",
		 "5:8 bad-value\n5:27 bad-value\n"},
		{"follow ups: [[a, b], [], 2026-03-09]\n",
		 "5 task '' due 2026-03-09 with - bare\n5:14 bad-value\n"},
		{"follow ups: {due: 2026-03-09, action: [a, b], with: [c, d]}\n",
		 "5 task '' due 2026-03-09 with - bare\n5:39 bad-value\n"
		 "5:53 bad-value\n"},
		{"next action: [a, b]\n", "5:14 bad-value\n"},
		{"next action: [a, b]\nnext action date: 2026-03-09\n",
		 "6 task '' due 2026-03-09 with - bare\n5:14 bad-value\n"},
		{"touches: {date: 2026-03-04, what: [a, b], with: {c: d}}\n",
		 "5 touch 6 2026-03-04 - -\n5:35 bad-value\n"
		 "5:49 bad-value\n"},
		{"feedback: {text: [a, b]}\n", "5:18 bad-value\n"},
		{"reopened: {date: 2026-03-04, why: [a, b]}\n",
		 "5 reopened 2026-03-04 -\n5:35 bad-value\n"},
		{"date applied: [2026-03-01, 2026-03-02]\n",
		 "5:15 bad-date\n"},
		{"outcome date: {a: b}\n", "5:15 bad-date\n"},
		{"expect by: [2026-03-08, 2026-03-09]\n", "5:12 bad-date\n"},
		{"snooze: [2026-03-08, 2026-03-09]\n", "5:9 bad-date\n"},
		{"snooze: {reply: [2026-03-08, 2026-03-09]}\n",
		 "5:17 bad-date\n"},
		{"thank you: [yes, no]\n", "5:12 bad-date\n"},
	};

	(void)state;
	check_cases(cases, COUNT_OF(cases));
}

/* A company that is no text makes no entry, but is not passed over. */
static void companies_that_are_no_text(void **state)
{
	static const struct {
		const char *keys;
		const char *said;
		bool is_entry;
	} cases[] = {
		{"company: [Acme, Beta]\n", "2:10 bad-value\n", false},
		{"company:\n  name: Acme\n", "3:3 bad-value\n", false},
		{"org: [Acme, Beta]\n", "2:6 bad-value\n", false},
		{"company: [Acme, Beta]\ntype: interview\ndate: 2026-03-02\n",
		 "2:10 bad-value\n", true},
		{"company: [Acme]\ndate: 2026-03-02\n", "", true},
		{"company: [[Acme]]\ndate: 2026-03-02\n", "", true},
		{"company: Acme\ntype: [offer, mock]\ndate: 2026-03-02\n",
		 "3:7 bad-value\n", true},
		/* nothing is said there, as in a template */
		{"company:\ntype: [a, b]\n", "", false},
		{"company: \"\"\n", "", false},
		{"company: \"[[]]\"\n", "", false},
		{"company: []\n", "", false},
		{"company: {}\n", "", false},
		{"company: [\"\"]\nrole: [a, b]\n", "", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct jscan_facts *facts;
		struct jscan_buf note, said;
		struct journal journal;

		jscan_buf_init(&note);
		jscan_buf_init(&said);
		jscan_buf_addf(&note, "=== a.md\n---\n%s---\nWords.\n",
			       cases[i].keys);
		journal_init(&journal, note.data, "2026-03-20");
		facts = &journal.facts[0];
		jscan_buf_adds(&said, "");
		for (size_t k = 0; k < facts->diagnostic_count; k++)
			jscan_buf_addf(&said, "%u:%u %s\n",
				       facts->diagnostics[k].line,
				       facts->diagnostics[k].column,
				       facts->diagnostics[k].code);
		if (strcmp(said.data ? said.data : "", cases[i].said) != 0 ||
		    facts->is_entry != cases[i].is_entry)
			fail_msg("%s\ngives\n%s", cases[i].keys, said.data);
		journal_release(&journal);
		jscan_buf_release(&note);
		jscan_buf_release(&said);
	}
}

static void touches_and_feedback(void **state)
{
	static const struct header_case cases[] = {
		{"thank you: 2026-03-03\n", "5 touch 1 2026-03-03 - -\n"},
		{"thank you: yes\n", "5 touch 1 - - -\n"},
		{"thank you: no\n", ""},
		{"thank you: {sent: 2026-03-03}\n",
		 "5 touch 1 2026-03-03 - -\n"},
		{"thank you: {by: mail}\n", "5:12 bad-value\n"},
		{"thank you:\n  sent:\n", ""},
		{"thank you: soonish\n", "5:12 bad-date\n"},
		{"touches: 2026-03-03\n", "5 touch 6 2026-03-03 - -\n"},
		{"touches:\n  - 2026-03-03\n  - date: 2026-03-04\n"
		 "    what: thank-you\n    with: Dana\n",
		 "6 touch 6 2026-03-03 - -\n7 touch 1 2026-03-04 thank-you "
		 "Dana\n"},
		{"touches:\n  - what: call\n", "6:5 bad-date\n"},
		{"touches:\n  - what: knitting\n    date: 2026-03-04\n",
		 "7 touch 6 2026-03-04 knitting -\n"},
		{"feedback: no\n", ""},
		{"feedback: They liked it.\n", "5 feedback 2026-03-02\n"},
		{"feedback: [a]\n", "5:11 bad-value\n"},
		{"feedback: {asked: 2026-03-03, received: 2026-03-05}\n",
		 "5 touch 2 2026-03-03 - -\n5 feedback 2026-03-05\n"},
		{"feedback: {asked: yes, received: no}\n", "5 touch 2 - - -\n"},
		{"feedback: {received: yes}\n", "5 feedback 2026-03-02\n"},
		{"feedback:\n  received: never\n", "6:13 bad-date\n"},
		{"feedback:\n  received: never\n  text: Good.\n",
		 "7 feedback 2026-03-02\n6:13 bad-date\n"},
		{"feedback: {text: ''}\n", ""},
		{"feedback: {text: [a]}\n", "5:18 bad-value\n"},
	};

	(void)state;
	check_cases(cases, COUNT_OF(cases));
}

static void what_rests_and_what_opens_again(void **state)
{
	static const struct header_case cases[] = {
		{"snooze: 2026-04-01\n", "5 snooze all 2026-04-01\n"},
		{"snooze: sometime\n", "5:9 bad-date\n"},
		{"snooze:\n  thank-you: 2026-04-01\n  Keep in touch: "
		 "2026-05-01\n",
		 "6 snooze thank-you 2026-04-01\n"
		 "7 snooze keep-in-touch 2026-05-01\n"},
		{"snooze:\n  no-such: 2026-04-01\n", "6:3 unknown-rule\n"},
		{"snooze:\n  thank-you: 2026-02-30\n", "6:14 no-such-day\n"},
		{"reopened: 2026-03-10\n", "5 reopened 2026-03-10 -\n"},
		{"reopened: yes\n", "5 reopened 2026-03-02 -\n"},
		{"reopened: no\n", ""},
		{"reopened: {date: 2026-03-10, why: left}\n",
		 "5 reopened 2026-03-10 left\n"},
		{"reopened: {why: left}\n", "5 reopened 2026-03-02 left\n"},
		{"reopened: sometime\n", "5:11 bad-date\n"},
		{"keep in touch: no\n", "left alone\n"},
		{"keep in touch: yes\n", ""},
	};

	(void)state;
	check_cases(cases, COUNT_OF(cases));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tags_and_ratings),
		cmocka_unit_test(follow_ups),
		cmocka_unit_test(lists_and_mappings_for_text),
		cmocka_unit_test(companies_that_are_no_text),
		cmocka_unit_test(touches_and_feedback),
		cmocka_unit_test(what_rests_and_what_opens_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
