/*
 * Which weaknesses recur, in how many interviews, and whether they grow.
 * Ratings say them, so that no wording of a sentence matters.
 */
#include "unit/journal.h"

#include "base/buf.h"
#include "base/date.h"

#define AS_OF "2026-06-30"

static const struct jscan_weakness *find(const struct jscan_report *report,
					 const char *id)
{
	for (size_t i = 0; i < report->weakness_count; i++) {
		if (strcmp(report->weaknesses[i].id, id) == 0)
			return &report->weaknesses[i];
	}
	return NULL;
}

static void trends_compare_the_last_five_with_ten_before(void **state)
{
	static const struct {
		const char *shown; /* x in each interview that shows it */
		enum jscan_trend trend;
	} cases[] = {
		{"xx", JSCAN_TREND_NEW},
		{"xxxxxxx", JSCAN_TREND_NEW}, /* two before are too few */
		{"xxxxxxxx", JSCAN_TREND_STEADY},
		{"...xxxxx", JSCAN_TREND_WORSE},
		{"xxx.....", JSCAN_TREND_BETTER},
		{"...x....", JSCAN_TREND_WORSE},  /* 1/5 against 0/3 */
		{"x......x", JSCAN_TREND_STEADY}, /* 1/5 against 1/3 */
		{"x.......", JSCAN_TREND_BETTER}, /* 0/5 against 1/3 */
		{"x...x....", JSCAN_TREND_STEADY},
		{"x.........", JSCAN_TREND_BETTER},	  /* 0/5 against 1/5 */
		{"x..............", JSCAN_TREND_STEADY},  /* 0/5, 1/10 */
		{"xx.............", JSCAN_TREND_BETTER},  /* 0/5, 2/10 */
		{"xx..............", JSCAN_TREND_STEADY}, /* one too early */
		{"xxx.............", JSCAN_TREND_BETTER},
		{"x...........xx..", JSCAN_TREND_WORSE}, /* 2/5, 0/10 */
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *shown = cases[i].shown;
		const struct jscan_weakness *weakness;
		struct jscan_buf notes;
		struct journal journal;
		unsigned count = 0;

		jscan_buf_init(&notes);
		for (unsigned k = 0; shown[k]; k++) {
			jscan_buf_addf(&notes,
				       "=== %02u.md\n---\ncompany: Acme\n"
				       "date: 2026-01-%02u\ntype: %s\n",
				       k, k + 1, k % 3 ? "interview" : "mock");
			if (shown[k] == 'x')
				jscan_buf_adds(&notes,
					       "ratings: {nerves: 1}\n");
			jscan_buf_adds(&notes, "---\n");
			count += shown[k] == 'x';
		}
		journal_init(&journal, notes.data, AS_OF);
		weakness = find(&journal.report, "nerves");
		assert_non_null(weakness);
		assert_int_equal(weakness->interviews, count);
		assert_int_equal(weakness->of, strlen(shown));
		assert_int_equal(weakness->is_recurring, count >= 2);
		assert_int_equal(weakness->evidence.count, count);
		if (weakness->trend != cases[i].trend)
			fail_msg("%s: trend %d, not %d", shown,
				 (int)weakness->trend, (int)cases[i].trend);
		journal_release(&journal);
		jscan_buf_release(&notes);
	}
}

static const char *say(struct jscan_date date)
{
	static char texts[2][11];
	static int next;
	char *text = texts[next++ % 2];

	if (!jscan_date_is_set(date))
		return "-";
	jscan_date_format(text, date);
	return text;
}

/* "id interviews/of first last: path:line@sitting …" of each but thank-you. */
static void describe(struct jscan_buf *out, const struct jscan_report *report)
{
	jscan_buf_adds(out, "");
	for (size_t i = 0; i < report->weakness_count; i++) {
		const struct jscan_weakness *weakness = &report->weaknesses[i];

		if (strcmp(weakness->id, "thank-you") == 0)
			continue;
		jscan_buf_addf(out, "%s %u/%u %s %s:", weakness->id,
			       weakness->interviews, weakness->of,
			       say(weakness->first), say(weakness->last));
		for (size_t k = 0; k < weakness->evidence.count; k++) {
			jscan_buf_addf(out, " %s:%u",
				       weakness->evidence.items[k].path,
				       weakness->evidence.items[k].line);
			if (weakness->sittings[k] != SIZE_MAX)
				jscan_buf_addf(out, "@%zu",
					       weakness->sittings[k]);
		}
		jscan_buf_addc(out, '\n');
	}
}

#define NOTE(path, day, type, more) \
	"=== " path "\n---\ncompany: Acme\nrole: CTO\ndate: 2026-" day \
	"\ntype: " type "\n" more "---\n"
#define NERVES "ratings: {nerves: 1}\n"

static void evidence_belongs_to_an_interview_or_its_entry(void **state)
{
	static const struct {
		const char *notes;
		const char *said;
	} cases[] = {
		/* most interviews first, then by id */
		{NOTE("a.md", "03-01", "interview",
		      "ratings: {technical: 2, nerves: 1, salary: 3}\n")
			 NOTE("b.md", "03-05", "interview",
			      "ratings: {technical: 1, clarity: 2}\n"),
		 "technical 2/2 2026-03-01 2026-03-05: a.md:6@0 b.md:6@1\n"
		 "clarity 1/2 2026-03-05 2026-03-05: b.md:6@1\n"
		 "nerves 1/2 2026-03-01 2026-03-01: a.md:6@0\n"},
		/* twice in one interview counts once */
		{NOTE("a.md", "03-01", "interview",
		      NERVES "tags: [weakness/nerves]\n"),
		 "nerves 1/1 2026-03-01 2026-03-01: a.md:6@0 a.md:7@0\n"},
		/* a later note: the last interview on or before its date */
		{NOTE("a.md", "03-01", "interview", "") NOTE("b.md", "03-05",
							     "interview", "")
			 NOTE("c.md", "03-09", "interview", "")
				 NOTE("d.md", "03-06", "note", NERVES)
					 NOTE("e.md", "03-09", "note", NERVES),
		 "nerves 2/3 2026-03-05 2026-03-09: d.md:6@1 e.md:6@2\n"},
		/* a note before all of them: its own */
		{NOTE("a.md", "03-01", "interview", "")
			 NOTE("d.md", "02-20", "note", NERVES),
		 "nerves 1/1 2026-02-20 2026-02-20: d.md:6\n"},
		{NOTE("a.md", "03-01", "interview", NERVES)
			 NOTE("d.md", "02-20", "note", NERVES)
				 NOTE("e.md", "02-21", "note", NERVES),
		 "nerves 3/1 2026-02-20 2026-03-01: a.md:6@0 d.md:6 e.md:6\n"},
		/* an interview and a mock on one day */
		{NOTE("a.md", "03-01", "interview", NERVES)
			 NOTE("b.md", "03-01", "mock", "")
				 NOTE("c.md", "03-01", "note", NERVES),
		 "nerves 2/2 2026-03-01 2026-03-01: a.md:6@0 c.md:6@1\n"},
		/* without a date: of the entry */
		{"=== a.md\n---\ncompany: Acme\ntype: interview\n" NERVES
		 "---\n" NOTE("b.md", "03-01", "interview", ""),
		 "nerves 1/1 - -: a.md:4\n"},
		/* still to come: neither evidence nor an interview */
		{NOTE("a.md", "03-01", "interview", "")
			 NOTE("b.md", "07-01", "interview", NERVES)
				 NOTE("c.md", "06-30", "interview", NERVES),
		 "nerves 1/2 2026-06-30 2026-06-30: c.md:6@1\n"},
		/* of another application */
		{NOTE("a.md", "03-01", "interview",
		      "") "=== b.md\n---\ncompany: Brill\ndate: 2026-03-05\n"
			  "type: note\n" NERVES "---\n",
		 "nerves 1/1 2026-03-05 2026-03-05: b.md:5\n"},
		/* strengths are none */
		{NOTE("a.md", "03-01", "interview",
		      "ratings: {nerves: 4, salary: 5}\n"),
		 ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct journal journal;
		struct jscan_buf said;

		jscan_buf_init(&said);
		journal_init(&journal, cases[i].notes, AS_OF);
		describe(&said, &journal.report);
		if (strcmp(said.data ? said.data : "", cases[i].said) != 0)
			fail_msg("%s\ngives\n%s\nnot\n%s", cases[i].notes,
				 said.data ? said.data : "", cases[i].said);
		journal_release(&journal);
		jscan_buf_release(&said);
	}
}

/* The thank-you that is not noted is evidence once it has lapsed. */
static void a_lapsed_thank_you_is_evidence(void **state)
{
	static const struct {
		const char *notes;
		unsigned interviews;
	} cases[] = {
		{NOTE("a.md", "03-01", "interview", ""), 1},
		{NOTE("a.md", "03-01", "interview", "")
			 NOTE("b.md", "03-20", "interview", ""),
		 2},
		{NOTE("a.md", "03-01", "interview", "thank you: true\n"), 0},
		{NOTE("a.md", "06-29", "interview", ""), 0}, /* still due */
		{NOTE("a.md", "03-01", "mock", ""), 0},
		{NOTE("a.md", "03-01", "interview",
		      "ratings: {thank-you: 1}\n"),
		 1}, /* rated and lapsed: one interview */
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct jscan_weakness *weakness;
		struct journal journal;

		journal_init(&journal, cases[i].notes, AS_OF);
		weakness = find(&journal.report, "thank-you");
		assert_int_equal(weakness ? weakness->interviews : 0,
				 cases[i].interviews);
		journal_release(&journal);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(trends_compare_the_last_five_with_ten_before),
		cmocka_unit_test(evidence_belongs_to_an_interview_or_its_entry),
		cmocka_unit_test(a_lapsed_thank_you_is_evidence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
