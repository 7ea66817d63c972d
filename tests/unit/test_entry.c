/*
 * What a note's front matter makes of it: entry or not, whose, of which day and
 * type, with which outcome.
 */
#include "unit/journal.h"

#include "base/buf.h"
#include "base/date.h"
#include "facts/touch.h"

/* company|role|date|type|stage|outcome of each entry; "no entry" else. */
static void describe(struct jscan_buf *out, const struct jscan_facts *facts)
{
	const struct jscan_scope *scope = &facts->scopes[0];
	char day[11] = "-";

	if (!facts->is_entry) {
		jscan_buf_adds(out, "no entry");
		return;
	}
	if (jscan_date_is_set(facts->date))
		jscan_date_format(day, facts->date);
	jscan_buf_addf(out, "%s|%s|%s|%s|%s|%s",
		       facts->company ? facts->company : "-",
		       facts->role ? facts->role : "-", day,
		       jscan_event_type_name(facts->type),
		       facts->stage ? facts->stage : "-",
		       facts->outcome == JSCAN_OUTCOME_NONE
			       ? "-"
			       : jscan_outcome_name(facts->outcome));
	if (scope->type == JSCAN_EVENT_TOUCH)
		jscan_buf_addf(out, " %s", jscan_touch_kind_name(scope->touch));
	if (scope->outcome != JSCAN_OUTCOME_NONE)
		jscan_buf_addf(out, " %s", jscan_outcome_name(scope->outcome));
	if (jscan_date_is_set(facts->applied)) {
		jscan_date_format(day, facts->applied);
		jscan_buf_addf(out, " applied %s", day);
	}
}

struct entry_case {
	const char *path;
	const char *front; /* with what follows, if it says "---" itself */
	const char *said;
};

static void check_cases(const struct entry_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct jscan_buf note, said;
		struct journal journal;

		jscan_buf_init(&note);
		jscan_buf_init(&said);
		jscan_buf_addf(&note, "=== %s\n---\n%s%s\n", cases[i].path,
			       cases[i].front,
			       strstr(cases[i].front, "---") ? "" : "---");
		journal_init(&journal, note.data, "2026-03-20");
		describe(&said, &journal.facts[0]);
		if (strcmp(said.data, cases[i].said) != 0)
			fail_msg("%s gives %s not %s", note.data, said.data,
				 cases[i].said);
		journal_release(&journal);
		jscan_buf_release(&note);
		jscan_buf_release(&said);
	}
}

static void entries_are_told_from_notes(void **state)
{
	static const struct entry_case cases[] = {
		{"a.md", "company: Acme\n", "Acme|-|-|interview|-|-"},
		{"a.md", "org: [[notes/acme|Acme]]\n",
		 "Acme|-|-|interview|-|-"},
		{"a.md", "org: '[[notes/Acme]] Ltd'\n",
		 "Acme Ltd|-|-|interview|-|-"},
		{"a.md", "org: 'a [[b'\n", "a [[b|-|-|interview|-|-"},
		{"a.md", "org: '[x]'\n", "[x]|-|-|interview|-|-"},
		{"a.md", "ORG: [Acme]\nJob_Title: CTO\n",
		 "Acme|CTO|-|interview|-|-"},
		{"a.md", "type: interview\n", "-|-|-|interview|-|-"},
		{"a.md", "type: mock\n", "-|-|-|mock|-|-"},
		{"a.md", "type: application\n", "no entry"},
		{"a.md", "tags: [jobs, mock]\n", "-|-|-|mock|-|-"},
		{"a.md", "tags: 'jobs #interview'\n", "-|-|-|interview|-|-"},
		{"a.md", "tags: [application]\n", "no entry"},
		{"a.md", "tags: [x, mock]\ntype: application\n",
		 "-|-|-|application|-|-"},
		{"a.md", "tags: [interviewing]\n", "no entry"},
		{"a.md", "title: Acme\n", "no entry"},
		{"a.md", "company:\n", "no entry"},
		{"a.md", "company: null\n", "no entry"},
		{"a.md", "company: Acme\ncompany: Brill\n",
		 "Acme|-|-|interview|-|-"},
		{"a.md", "company: Acme\nemployer: Brill\n",
		 "Acme|-|-|interview|-|-"},
		/* a field of the body where the front matter has no key */
		{"a.md", "type: mock\n---\ncompany:: Acme\n",
		 "Acme|-|-|mock|-|-"},
		{"a.md", "title: x\n---\ncompany:: Acme\n", "no entry"},
		{"a.md", "company: Acme\n---\ncompany:: Brill\nrole:: CTO\n",
		 "Acme|CTO|-|interview|-|-"},
		{"a.md", "company: Acme\n---\ntype:: Mock\n",
		 "Acme|-|-|mock|-|-"},
		{"a.md", "company: Acme\n---\n[tags:: weakness/nerves, offer]\n",
		 "Acme|-|-|offer|-|-"},
		{"a.md", "company: Acme\ntype: offer\n---\ntype:: mock\n",
		 "Acme|-|-|offer|-|-"},
		{"a.md", "company: Acme\ntags: [offer]\n---\ntags:: mock\n",
		 "Acme|-|-|offer|-|-"},
	};

	(void)state;
	check_cases(cases, COUNT_OF(cases));
}

#define ACME "company: Acme\n"

static void types_are_decided_in_order(void **state)
{
	static const struct entry_case cases[] = {
		{"a.md", ACME "type: check-in\n",
		 "Acme|-|-|touch|-|- check-in"},
		{"a.md", ACME "type: thank you\n",
		 "Acme|-|-|touch|-|- thank-you"},
		{"a.md", ACME "type: document\n",
		 "Acme|-|-|touch|-|- document"},
		{"a.md", ACME "type: follow-up\n", "Acme|-|-|touch|-|- other"},
		{"a.md", ACME "kind: Offer\n", "Acme|-|-|offer|-|-"},
		{"a.md", ACME "type: on-site panel\n",
		 "Acme|-|-|interview|-|-"},
		{"a.md", ACME "type: rejection\nstage: final\n",
		 "Acme|-|-|rejection|final|-"},
		{"a.md", ACME "tags: [x, feedback]\nstage: final\n",
		 "Acme|-|-|feedback|final|-"},
		{"a.md", ACME "tags: thank-you\n",
		 "Acme|-|-|touch|-|- thank-you"},
		{"a.md", ACME "tags: offer\ntype: note\n", "Acme|-|-|note|-|-"},
		{"a.md", ACME "stage: phone screen\nstatus: applied\n",
		 "Acme|-|-|interview|phone screen|pending"},
		{"a.md", ACME "status: applied\n",
		 "Acme|-|-|application|-|pending"},
		{"a.md", ACME "date applied: 2026-03-02\n",
		 "Acme|-|2026-03-02|application|-|- applied 2026-03-02"},
		{"a.md", ACME "date applied: 2026-03-02\ndate: 2026-03-09\n",
		 "Acme|-|2026-03-09|interview|-|- applied 2026-03-02"},
		{"2026-03-09 a.md", ACME "date applied: 2026-03-02\n",
		 "Acme|-|2026-03-09|interview|-|- applied 2026-03-02"},
		{"a.md", ACME "date: 2026-03-09\noutcome: rejected\n",
		 "Acme|-|2026-03-09|rejection|-|rejected"},
		{"a.md", ACME "date: 2026-03-09\nrejected: 2026-03-12\n",
		 "Acme|-|2026-03-09|interview|-|rejected"},
		{"a.md", ACME "rejected: true\n",
		 "Acme|-|-|rejection|-|rejected"},
		{"a.md", ACME "rejected: no\n", "Acme|-|-|interview|-|-"},
		{"a.md", ACME "---\nrejected:: no\n", "Acme|-|-|interview|-|-"},
		{"a.md", ACME "---\nrejected:: yes\n",
		 "Acme|-|-|rejection|-|rejected"},
		{"a.md",
		 ACME "---\n## 2026-03-09 On-site\n## 2026-03-11 Panel\n",
		 "Acme|-|2026-03-09|note|-|-"},
		{"a.md", ACME "date: 2026-03-09\n---\n## 2026-03-09 On-site\n",
		 "Acme|-|2026-03-09|interview|-|-"},
		{"a.md", ACME "date: 2026-03-09\n---\n## 2026-03-11 On-site\n",
		 "Acme|-|2026-03-09|note|-|-"},
	};

	(void)state;
	check_cases(cases, COUNT_OF(cases));
}

static void outcomes_have_many_words(void **state)
{
	static const struct {
		const char *words;
		const char *outcome;
	} cases[] = {
		{"pending", "pending"},
		{"Waiting", "pending"},
		{"in progress", "pending"},
		{"open", "pending"},
		{"screening", "pending"},
		{"interviewing", "pending"},
		{"under review", "pending"},
		{"final round", "pending"},
		{"rejected", "rejected"},
		{"'no'", "rejected"},
		{"ghosted", "no answer"},
		{"No Answer", "no answer"},
		{"offer", "offer"},
		{"hired", "accepted"},
		{"accepted", "accepted"},
		{"declined", "declined"},
		{"withdrawn", "withdrawn"},
		{"'#application/ghosted'", "no answer"},
		{"whatever", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_buf note;
		struct journal journal;

		jscan_buf_init(&note);
		jscan_buf_addf(&note,
			       "=== a.md\n---\n" ACME "outcome: %s\n---\n",
			       cases[i].words);
		journal_init(&journal, note.data, "2026-03-20");
		assert_string_equal(
			jscan_outcome_name(journal.facts[0].outcome),
			cases[i].outcome);
		journal_release(&journal);
		jscan_buf_release(&note);
	}
}

static void dates_of_file_names_are_read(void **state)
{
	static const struct entry_case cases[] = {
		{"2026-03-09.md", ACME, "Acme|-|2026-03-09|interview|-|-"},
		{"x/20260309 Acme.md", ACME, "Acme|-|2026-03-09|interview|-|-"},
		{"2026-03-09-acme.md", ACME "date: 2026-03-08\n",
		 "Acme|-|2026-03-08|interview|-|-"},
		{"2026-02-30 Acme.md", ACME, "Acme|-|-|interview|-|-"},
		{"202603091 Acme.md", ACME, "Acme|-|-|interview|-|-"},
		{"Acme 2026-03-09.md", ACME, "Acme|-|-|interview|-|-"},
		{"2026-03-09/acme.md", ACME, "Acme|-|-|interview|-|-"},
	};

	(void)state;
	check_cases(cases, COUNT_OF(cases));
}

/* "line date type[ kind or outcome][ words]" of each event behind the entry's.
 */
static void describe_events(struct jscan_buf *out,
			    const struct jscan_facts *facts)
{
	jscan_buf_adds(out, "");
	for (size_t i = 1; i < facts->scope_count; i++) {
		const struct jscan_scope *scope = &facts->scopes[i];
		char day[11] = "-";

		if (jscan_date_is_set(scope->date))
			jscan_date_format(day, scope->date);
		jscan_buf_addf(out, "%s%u %s %s", i > 1 ? "; " : "",
			       scope->line, day,
			       jscan_event_type_name(scope->type));
		if (scope->type == JSCAN_EVENT_TOUCH)
			jscan_buf_addf(out, " %s",
				       jscan_touch_kind_name(scope->touch));
		if (scope->outcome != JSCAN_OUTCOME_NONE)
			jscan_buf_addf(out, " %s",
				       jscan_outcome_name(scope->outcome));
	}
}

static void dated_headings_open_events(void **state)
{
	static const struct {
		const char *body; /* from line 6 on */
		const char *events;
	} cases[] = {
		{"## 2026-03-09 On-site\n", "6 2026-03-09 interview"},
		{"## On-site, March 9\n", "6 2026-03-09 interview"},
		{"## Mock with Pat 2026-03-09\n", "6 2026-03-09 mock"},
		{"## 2026-03-09 prep\n", "6 2026-03-09 note"},
		{"## 2026-03-09 rejected\n", "6 2026-03-09 rejection"},
		{"## 2026-03-09 Rejection\n", "6 2026-03-09 rejection"},
		{"## 2026-03-09 sent thank-you\n",
		 "6 2026-03-09 touch thank-you"},
		{"## 2026-03-09 check-in\n", "6 2026-03-09 touch check-in"},
		{"## 2026-03-09 asked for feedback\n",
		 "6 2026-03-09 touch feedback-request"},
		{"## 2026-03-09 sent an article\n",
		 "6 2026-03-09 touch document"},
		{"## 2026-03-09 follow-up\n", "6 2026-03-09 touch other"},
		{"## 2026-03-09 feedback\n", "6 2026-03-09 feedback"},
		{"## 2026-03-09 accepted\n", "6 2026-03-09 note accepted"},
		{"## 2026-03-09 declined\n", "6 2026-03-09 note declined"},
		{"## 2026-03-09 withdrew\n", "6 2026-03-09 note withdrawn"},
		{"## 2026-03-09 offer\n", "6 2026-03-09 offer"},
		{"## 2026-03-09 applied\n", "6 2026-03-09 application"},
		{"## 2026-03-09 call\n", "6 2026-03-09 interview"},
		{"## 2026-03-09 call with HR\n", "6 2026-03-09 interview"},
		{"## 2026-03-09 call from Dana\n", "6 2026-03-09 note"},
		{"## 2026-03-09 call to Dana\n", "6 2026-03-09 note"},
		{"## 2026-03-09 panel\n", "6 2026-03-09 interview"},
		{"## 2026-03-09 second round\n", "6 2026-03-09 interview"},
		{"## 2026-03-09 lunch\n", "6 2026-03-09 note"},
		/* the first that fits decides */
		{"## 2026-03-09 mock panel\n", "6 2026-03-09 mock"},
		{"## 2026-03-09 offer call\n", "6 2026-03-09 offer"},
		{"## 2026-03-09 feedback call\n", "6 2026-03-09 feedback"},
		/* not a date of its own */
		{"## Decision by 2026-03-09\n", ""},
		{"## Panel due 2026-03-09\n", ""},
		{"## Panel (due 2026-03-09)\n", ""},
		{"## until 2026-03-09\n", ""},
		{"## overdue 2026-03-09 panel\n", "6 2026-03-09 interview"},
		{"## On-site\n", ""},
		/* at the entry's own date it is the entry */
		{"## 2026-03-02 interview\n", ""},
		{"## 2026-03-02 notes\n", ""},
		{"## 2026-03-02 thank-you\n", "6 2026-03-02 touch thank-you"},
		/* several */
		{"## 2026-03-09 screen\nx\n### 2026-03-11 sent thank-you\n"
		 "## 2026-03-14 panel\n",
		 "6 2026-03-09 interview; 8 2026-03-11 touch thank-you; "
		 "9 2026-03-14 interview"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_buf note, events;
		struct journal journal;

		jscan_buf_init(&note);
		jscan_buf_init(&events);
		jscan_buf_addf(&note,
			       "=== a.md\n---\n" ACME "date: 2026-03-02\n"
			       "type: interview\n---\n%s",
			       cases[i].body);
		journal_init(&journal, note.data, "2026-03-20");
		describe_events(&events, &journal.facts[0]);
		if (strcmp(events.data ? events.data : "", cases[i].events) !=
		    0)
			fail_msg("%s gives '%s' not '%s'", cases[i].body,
				 events.data ? events.data : "",
				 cases[i].events);
		journal_release(&journal);
		jscan_buf_release(&note);
		jscan_buf_release(&events);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(entries_are_told_from_notes),
		cmocka_unit_test(types_are_decided_in_order),
		cmocka_unit_test(outcomes_have_many_words),
		cmocka_unit_test(dates_of_file_names_are_read),
		cmocka_unit_test(dated_headings_open_events),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
