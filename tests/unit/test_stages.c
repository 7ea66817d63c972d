/*
 * The stages that applications went through, state by state of a journal: when
 * each was reached, and when the notes told of it no more.
 */
#include "unit/journal.h"

#include "base/buf.h"
#include "base/date.h"
#include "plan/stages.h"

#define STATES_MOST 4

struct state {
	const char *seen; /* the day of the commit; NULL: no more of them */
	const char *notes;
	bool is_side; /* on a branch that was merged later */
};

static struct jscan_date read_day(const char *text)
{
	struct jscan_date date;

	assert_int_equal(jscan_date_parse(&date, text), 0);
	return date;
}

static void describe(struct jscan_buf *out, const struct jscan_log *log)
{
	jscan_buf_adds(out, "");
	for (size_t i = 0; i < log->application_count; i++) {
		const struct jscan_log_application *application =
			&log->applications[i];

		jscan_buf_addf(
			out, "%s/%s %s\n", application->company,
			application->role ? application->role : "-",
			application->state == JSCAN_OUTCOME_NONE
				? "gone"
				: jscan_outcome_name(application->state));
		for (size_t k = 0; k < application->stage_count; k++) {
			const struct jscan_log_stage *stage =
				&application->stages[k];
			char day[11], seen[11], gone[11] = "";

			jscan_date_format(day, stage->date);
			jscan_date_format(seen, stage->seen);
			if (jscan_date_is_set(stage->gone))
				jscan_date_format(gone, stage->gone);
			jscan_buf_addf(out, " %s %s%s%s of %s, %s%s%s\n", day,
				       jscan_event_type_name(stage->type),
				       stage->what ? " " : "",
				       stage->what ? stage->what : "",
				       stage->path, seen, *gone ? " to " : "",
				       gone);
		}
	}
}

static void check(const struct state *states, const char *expected)
{
	static const struct jscan_commit commit = {.id = "0123"};
	struct journal journals[STATES_MOST];
	const struct jscan_report *last = NULL;
	struct jscan_stages *stages;
	struct jscan_arena arena;
	struct jscan_log log = {.as_of = {0, 0, 0}};
	struct jscan_buf said;
	size_t count = 0;

	jscan_arena_init(&arena);
	jscan_buf_init(&said);
	stages = jscan_stages_new(&arena);
	for (; count < STATES_MOST && states[count].seen; count++) {
		struct journal *journal = &journals[count];
		struct jscan_stages_state state = {
			.commit = &commit,
			.seen = read_day(states[count].seen),
			.until = read_day(states[count].seen),
			.is_main = !states[count].is_side};

		journal_init(journal, states[count].notes, states[count].seen);
		state.facts = journal->facts;
		state.count = journal->count;
		jscan_stages_add(stages, &state, &journal->arena);
		last = &journal->report;
	}
	for (size_t i = 0; last && i < last->application_count; i++)
		jscan_stages_set_state(stages, &last->applications[i], &arena);
	jscan_stages_list(&log, stages);
	describe(&said, &log);
	if (strcmp(said.data ? said.data : "", expected) != 0)
		fail_msg("%s\ngives\n%s\nnot\n%s", states[0].notes,
			 said.data ? said.data : "", expected);
	for (size_t i = 0; i < count; i++)
		journal_release(&journals[i]);
	jscan_buf_release(&said);
	jscan_arena_release(&arena);
}

#define NOTE(path, more) "=== " path "\n---\ncompany: Acme\n" more "---\n"

static void each_stage_has_its_day(void **state)
{
	static const struct {
		struct state states[STATES_MOST];
		const char *said;
	} cases[] = {
		/* told with a date: that day, whenever it was committed */
		{{{"2026-03-10",
		   NOTE("a.md", "type: application\ndate: 2026-03-02\n"),
		   false},
		  {"2026-03-20",
		   NOTE("a.md", "type: application\ndate: 2026-03-02\n")
			   NOTE("b.md", "type: interview\ndate: 2026-03-12\n"
					"stage: screen\n"),
		   false}},
		 "Acme/- pending\n"
		 " 2026-03-02 application of a.md, 2026-03-10\n"
		 " 2026-03-12 interview screen of b.md, 2026-03-20\n"},
		/* a status: the day of the commit, until it is replaced */
		{{{"2026-03-10",
		   NOTE("a.md", "date: 2026-03-02\n"
				"status: screening\n"),
		   false},
		  {"2026-03-20",
		   NOTE("a.md", "date: 2026-03-02\n"
				"status: final round\n"),
		   false}},
		 "Acme/- pending\n"
		 " 2026-03-02 interview of a.md, 2026-03-10\n"
		 " 2026-03-10 note screening of a.md, 2026-03-10 to "
		 "2026-03-20\n"
		 " 2026-03-20 note final round of a.md, 2026-03-20\n"},
		/* one that says nothing is no stage */
		{{{"2026-03-10",
		   NOTE("a.md", "type: note\ndate: 2026-03-02\n"
				"status: in progress\n"),
		   false}},
		 "Acme/- pending\n"},
		{{{"2026-03-10",
		   NOTE("a.md", "type: application\n"
				"date: 2026-03-02\n"
				"status: applied\n"),
		   false}},
		 "Acme/- pending\n"
		 " 2026-03-02 application of a.md, 2026-03-10\n"},
		/* the stage of a note */
		{{{"2026-03-10",
		   NOTE("a.md", "type: note\ndate: 2026-03-02\n"
				"stage: take-home\n"),
		   false}},
		 "Acme/- pending\n"
		 " 2026-03-10 note take-home of a.md, 2026-03-10\n"},
		/* outcomes, with and without a day of their own */
		{{{"2026-03-10",
		   NOTE("a.md", "type: interview\n"
				"date: 2026-03-02\n"),
		   false},
		  {"2026-03-20",
		   NOTE("a.md", "type: interview\n"
				"date: 2026-03-02\n"
				"outcome: offer\n"),
		   false},
		  {"2026-03-25",
		   NOTE("a.md", "type: interview\n"
				"date: 2026-03-02\n"
				"outcome: declined\n"
				"outcome date: 2026-03-24\n"),
		   false}},
		 "Acme/- declined\n"
		 " 2026-03-02 interview of a.md, 2026-03-10\n"
		 " 2026-03-20 offer of a.md, 2026-03-20 to 2026-03-25\n"
		 " 2026-03-24 note declined of a.md, 2026-03-25\n"},
		/* what is still to come is a plan */
		{{{"2026-03-10",
		   NOTE("a.md", "type: interview\n"
				"date: 2026-03-12\n"),
		   false}},
		 "Acme/- pending\n"},
		/* applied, opened again */
		{{{"2026-03-10",
		   NOTE("a.md", "date: 2026-03-05\n"
				"date applied: 2026-03-01\n"
				"reopened: 2026-03-08\n"),
		   false}},
		 "Acme/- pending\n"
		 " 2026-03-01 application of a.md, 2026-03-10\n"
		 " 2026-03-05 interview of a.md, 2026-03-10\n"
		 " 2026-03-08 note reopened of a.md, 2026-03-10\n"},
		/* an outcome in the words of a heading */
		{{{"2026-03-10",
		   NOTE("a.md",
			"type: note\ndate: 2026-03-02\n") "## 2026-03-08 "
							  "withdrew\n",
		   false}},
		 "Acme/- withdrawn\n"
		 " 2026-03-08 note withdrawn of a.md, 2026-03-10\n"},
		/* a note that is gone, another company, none at all */
		{{{"2026-03-10",
		   NOTE("a.md",
			"type: application\ndate: 2026-03-02\n"
			"role: CTO\n") "=== b.md\n---\ncompany: Brill\ntype: "
				       "application\n"
				       "date: 2026-03-03\n---\n"
				       "=== c.md\n---\ntype: interview\ndate: "
				       "2026-03-04\n---\n",
		   false},
		  {"2026-03-20",
		   "=== b.md\n---\ncompany: Brill\ntype: application\n"
		   "date: 2026-03-03\n---\n",
		   false}},
		 "Acme/CTO gone\n"
		 " 2026-03-02 application of a.md, 2026-03-10 to 2026-03-20\n"
		 "Brill/- pending\n"
		 " 2026-03-03 application of b.md, 2026-03-10\n"},
		/* told on a branch alone: the next state has it not */
		{{{"2026-03-10",
		   NOTE("a.md", "type: application\n"
				"date: 2026-03-02\n"),
		   false},
		  {"2026-03-12",
		   NOTE("a.md", "type: application\n"
				"date: 2026-03-02\n"
				"status: screening\n"),
		   true},
		  {"2026-03-20",
		   NOTE("a.md", "type: application\n"
				"date: 2026-03-02\n"),
		   false}},
		 "Acme/- pending\n"
		 " 2026-03-02 application of a.md, 2026-03-10\n"
		 " 2026-03-12 note screening of a.md, 2026-03-12 to "
		 "2026-03-20\n"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check(cases[i].states, cases[i].said);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_stage_has_its_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
