/*
 * The log of a journal: one state a day of the main line, with what the report
 * of that day says, and the stages of all commits.
 */
#include "unit/journal.h"

#include "base/buf.h"
#include "base/date.h"
#include "plan/history.h"

#define COMMITS_MOST 5
#define HEAD	     "company: Acme\nrole: Cook\n"

/* The notes that all commits choose from, in the order of their paths. */
static const char versions[] =
	"=== a.md\n---\n" HEAD "type: application\ndate: 2026-03-02\n---\n"
	"=== b.md\n---\n" HEAD "type: interview\ndate: 2026-03-12\n"
	"ratings: {nerves: 1}\n---\n"
	"=== c.md\n---\n" HEAD "type: interview\ndate: 2026-03-20\n"
	"ratings: {nerves: 2, listening: 1}\n---\n"
	"=== d.md\n---\n" HEAD "type: offer\ndate: 2026-03-25\n---\n";

struct commit {
	const char *day; /* NULL: no more of them */
	const char *notes; /* letters of versions */
	bool is_side;
	bool is_repeated;
};

struct history_case {
	const char *as_of;
	const char *since;
	struct commit commits[COMMITS_MOST];
	const char *said;
};

static struct jscan_date read_day(const char *text)
{
	struct jscan_date date = {0, 0, 0};

	if (text)
		assert_int_equal(jscan_date_parse(&date, text), 0);
	return date;
}

static void describe(struct jscan_buf *out, const struct jscan_log *log)
{
	char day[11], seen[11], gone[11];

	jscan_date_format(day, log->as_of);
	jscan_buf_addf(out, "%s %zu\n", day, log->commits);
	for (size_t i = 0; i < log->state_count; i++) {
		const struct jscan_log_state *at = &log->states[i];

		jscan_date_format(day, at->date);
		jscan_buf_addf(out, "%s %s %s: %u notes, %u held;", day,
			       at->commit, at->subject, at->counts.entries,
			       at->counts.interviews);
		for (size_t k = 0; k < at->rate_count; k++)
			jscan_buf_addf(out, " %s %u of %u",
				       at->rates[k].id,
				       at->rates[k].interviews,
				       at->rates[k].of);
		jscan_buf_addc(out, '\n');
	}
	for (size_t i = 0; i < log->application_count; i++) {
		const struct jscan_log_application *at = &log->applications[i];

		jscan_buf_addf(out, "%s %s\n", at->company,
			       at->state == JSCAN_OUTCOME_NONE
				       ? "gone"
				       : jscan_outcome_name(at->state));
		for (size_t k = 0; k < at->stage_count; k++) {
			jscan_date_format(day, at->stages[k].date);
			jscan_date_format(seen, at->stages[k].seen);
			jscan_date_format(gone, at->stages[k].gone);
			jscan_buf_addf(
				out, " %s %s, %s%s%s\n", day,
				jscan_event_type_name(at->stages[k].type),
				seen, *gone ? " to " : "", gone);
		}
	}
}

static void check(const struct history_case *row)
{
	struct jscan_commit commits[COMMITS_MOST] = {0};
	struct jscan_past_notes notes[COMMITS_MOST] = {0};
	uint32_t numbers[COMMITS_MOST][8];
	struct jscan_past past = {.commits.items = commits, .notes = notes};
	struct jscan_history_input input = {.past = &past,
					    .as_of = read_day(row->as_of),
					    .since = read_day(row->since)};
	struct journal journal;
	struct jscan_buf said;
	struct jscan_log log;

	for (size_t n = 0; n < COMMITS_MOST && row->commits[n].day; n++) {
		const struct commit *from = &row->commits[n];

		snprintf(commits[n].id, sizeof(commits[n].id), "%zu", n);
		commits[n].subject = from->notes;
		commits[n].date = read_day(from->day);
		commits[n].is_main = !from->is_side;
		notes[n].versions = numbers[n];
		notes[n].count = strlen(from->notes);
		notes[n].is_repeated = from->is_repeated;
		for (size_t k = 0; k < notes[n].count; k++)
			numbers[n][k] = (uint32_t)(from->notes[k] - 'a');
		past.commits.count = n + 1;
	}
	journal_init(&journal, versions, row->as_of);
	input.facts = journal.facts;
	input.config = &journal.config;
	input.lexicon = journal.lexicon;
	jscan_history_make(&log, &input, &journal.arena);
	jscan_buf_init(&said);
	describe(&said, &log);
	assert_string_equal(said.data, row->said);
	jscan_buf_release(&said);
	journal_release(&journal);
}

#define APPLIED " 2026-03-02 application, "
#define FIRST	" 2026-03-12 interview, "
#define SECOND	" 2026-03-20 interview, "

static const struct history_case cases[] = {
	{"2026-03-30", NULL, {{NULL, NULL, 0, 0}}, "2026-03-30 0\n"},
	/* each day's last state, and what it says as of that day */
	{"2026-03-30",
	 NULL,
	 {{"2026-03-02", "a", 0, 0},
	  {"2026-03-13", "abc", 0, 0},
	  {"2026-03-21", "ab", 0, 0},
	  {"2026-03-21", "abc", 0, 0}},
	 "2026-03-30 4\n"
	 "2026-03-02 0 a: 1 notes, 0 held;\n"
	 "2026-03-13 1 abc: 3 notes, 1 held; nerves 1 of 1\n"
	 "2026-03-21 3 abc: 3 notes, 2 held; nerves 2 of 2 listening "
	 "1 of 2\n"
	 "Acme pending\n" APPLIED "2026-03-02\n" FIRST "2026-03-13\n" SECOND
	 "2026-03-13\n"},
	/* a state like the one before is none; later ones are the future;
	 * nobody was thanked in time */
	{"2026-03-30",
	 NULL,
	 {{"2026-03-02", "a", 0, 0},
	  {"2026-03-10", "a", 0, 1},
	  {"2026-03-30", "ab", 0, 0},
	  {"2026-03-31", "abd", 0, 0}},
	 "2026-03-30 4\n"
	 "2026-03-02 0 a: 1 notes, 0 held;\n"
	 "2026-03-30 2 ab: 2 notes, 1 held; nerves 1 of 1 thank-you 1 of 1\n"
	 "Acme pending\n" APPLIED "2026-03-02\n" FIRST "2026-03-30\n"},
	/* from a day on, that day too; stages are those of all */
	{"2026-03-30",
	 "2026-03-13",
	 {{"2026-03-02", "a", 0, 0},
	  {"2026-03-13", "ab", 0, 0},
	  {"2026-03-26", "abd", 0, 0}},
	 "2026-03-30 3\n"
	 "2026-03-13 1 ab: 2 notes, 1 held; nerves 1 of 1\n"
	 "2026-03-26 2 abd: 3 notes, 1 held; nerves 1 of 1\n"
	 "Acme offer\n" APPLIED "2026-03-02\n" FIRST "2026-03-13\n"
	 " 2026-03-25 offer, 2026-03-26\n"},
	/* a clock that went back: no state is before the one before it */
	{"2026-03-30",
	 NULL,
	 {{"2026-03-14", "ab", 0, 0}, {"2026-03-03", "abd", 0, 0}},
	 "2026-03-30 2\n"
	 "2026-03-14 1 abd: 3 notes, 1 held; nerves 1 of 1\n"
	 "Acme offer\n" APPLIED "2026-03-14\n" FIRST "2026-03-14\n"
	 " 2026-03-25 offer, 2026-03-14\n"},
	/* a branch tells when a stage was first seen, but is no state */
	{"2026-03-30",
	 NULL,
	 {{"2026-03-02", "a", 0, 0},
	  {"2026-03-12", "ab", 1, 0},
	  {"2026-03-22", "abc", 0, 0}},
	 "2026-03-30 3\n"
	 "2026-03-02 0 a: 1 notes, 0 held;\n"
	 "2026-03-22 2 abc: 3 notes, 2 held; nerves 2 of 2 listening "
	 "1 of 2\n"
	 "Acme pending\n" APPLIED "2026-03-02\n" FIRST "2026-03-12\n" SECOND
	 "2026-03-22\n"},
	/*
	 * on the day of the log a branch still tells, a day later not; what the
	 * main line never had is gone at once
	 */
	{"2026-03-22",
	 NULL,
	 {{"2026-03-02", "a", 0, 0},
	  {"2026-03-22", "ab", 1, 0},
	  {"2026-03-23", "abc", 1, 0}},
	 "2026-03-22 3\n"
	 "2026-03-02 0 a: 1 notes, 0 held;\n"
	 "Acme pending\n" APPLIED "2026-03-02\n" FIRST
	 "2026-03-22 to 2026-03-22\n"},
	/* notes that are no more */
	{"2026-03-30",
	 NULL,
	 {{"2026-03-02", "ab", 0, 0}, {"2026-03-13", "", 0, 0}},
	 "2026-03-30 2\n"
	 "2026-03-02 0 ab: 2 notes, 0 held;\n"
	 "2026-03-13 1 : 0 notes, 0 held;\n"
	 "Acme gone\n" APPLIED "2026-03-02 to 2026-03-13\n" FIRST
	 "2026-03-02 to 2026-03-13\n"},
};

static void states_and_stages(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check(&cases[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(states_and_stages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
