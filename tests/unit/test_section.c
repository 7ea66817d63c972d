/* Which section a heading opens: what people write, and what only looks so. */
#include "unit/check.h"

#include "unit/arena.h"

#include "base/utf8.h"
#include "config/config.h"
#include "config/heading.h"

static const char *section_of(const struct jscan_config *config,
			      const char *heading)
{
	return jscan_section_name(jscan_section_find(
		config,
		jscan_utf8_fold_words(&arena, heading, strlen(heading))));
}

static void headings_open_sections(void **state)
{
	static const struct {
		const char *section;
		const char *headings[48];
	} cases[] = {
		{"self-assessment",
		 {"Self-assessment",
		  "Reflection",
		  "Retro",
		  "Retrospective",
		  "What went wrong",
		  "What I'd do differently",
		  "To improve",
		  "Mistakes",
		  "Lessons learned",
		  "Weak points",
		  "What didn\xe2\x80\x99t go well?",
		  "Bad",
		  "The bad",
		  "What I would do differently next time",
		  "Room for improvement",
		  "Post-mortem",
		  "Debrief",
		  "My take",
		  "Things to fix",
		  "REFLECTION (honest)",
		  "Self-assessment: round 2",
		  "\xf0\x9f\x94\x8d Retro",
		  "Acme retro",
		  "Retro \xe2\x80\x93 Acme on-site",
		  "2) What could be better",
		  "Areas for growth",
		  "Strengths and weaknesses",
		  "The good, the bad, the ugly",
		  "What went well and what didn't",
		  "Improvements",
		  "Where I struggled",
		  "How I did",
		  "Self-Reflection & Lessons",
		  "Post-interview reflection",
		  "Mistakes (again)",
		  "Lessons learnt from round two",
		  "Next time",
		  "Weaknesses",
		  "Retrospective, 12 May 2026"}},
		{"self-assessment",
		 {"How I felt it went", "How did I do?",
		  "Honest assessment", "My verdict", "Note to self",
		  "+/\xce\x94", "Pluses & deltas", "Rose, thorn, bud",
		  "Start / stop / continue", "Slip-ups", "Missed opportunities",
		  "What I flubbed", "Where I fell short at Acme",
		  "What I wasn't happy with", "Questions I struggled with",
		  "Things I'd change", "Could've gone better", "Not happy with",
		  "If I could do it again", "Self-grading", "Regrets"}},
		{"strengths",
		 {"What went well", "Strengths", "Wins", "Good", "Highlights",
		  "\xe2\x9c\x85 What went well", "1. What went well", "My wins",
		  "What I did well in round 2", "Went well", "The good",
		  "What I was happy with", "Best bits", "Things that went OK"}},
		{"feedback",
		 {"Feedback", "What they said", "Their feedback",
		  "Feedback from Dana", "Recruiter feedback", "What Dana said",
		  "What the panel thought", "Feedback (Dana, 12 Nov)",
		  "2026-02-26 Feedback", "Feedback call with Dana",
		  "Feedback I got", "Overall feedback", "Why they said no",
		  "Their take", "Comments from the panel"}},
		{"contacts",
		 {"Contacts", "People", "Interviewers", "Who I met", "Panel",
		  "Interview panel", "Who was there", "Key contacts",
		  "People I met", "People at Acme", "Attendees",
		  "Contact details", "Hiring team", "Contacts and next steps"}},
		{"follow-up",
		 {"Follow-up", "Next steps", "Action items", "To do", "TODO",
		  "To-do list", "Follow ups", "Action points",
		  "\xf0\x9f\x93\x9d Next steps", "What's next?", "Tasks",
		  "Follow-up with Dana"}},
		{"advice",
		 {"Tips", "Advice", "Notes from the article", "Interview tips",
		  "Tips for system design", "Common mistakes"}},
		{"",
		 {"Feedback tool demo",
		  "Asked for feedback",
		  "No feedback yet",
		  "Feedback loop",
		  "Feedback for Acme",
		  "Panel interview",
		  "Final panel",
		  "2026-11-09 Panel",
		  "Office",
		  "Notes",
		  "17 September 2026: Final panel",
		  "Follow-up interview",
		  "Follow-up questions",
		  "2026-11-20 Follow-up",
		  "Next round",
		  "Company strengths",
		  "Questions they asked",
		  "Assessment day",
		  "Online assessment",
		  "What I liked about them",
		  "How they hire",
		  "How it went",
		  "How it works",
		  "Regression testing",
		  "What I said",
		  "People ops screen",
		  "The team",
		  "Prep",
		  "2026-02-26 Rejection",
		  "Interview 1",
		  "System design",
		  "",
		  "\xf0\x9f\x8e\x89",
		  "Asked Dana for feedback",
		  "Delta",
		  /* NOLINTNEXTLINE(bugprone-suspicious-missing-comma): one */
		  "A long sentence about a panel of people that gave feedback "
		  "on what went well"}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		for (size_t k = 0; cases[i].headings[k]; k++) {
			const char *heading = cases[i].headings[k];
			const char *found = section_of(NULL, heading);

			if (strcmp(found, cases[i].section) != 0)
				fail_msg("'%s' is '%s', not '%s'", heading,
					 found, cases[i].section);
		}
	}
}

static void a_person_has_words_of_their_own(void **state)
{
	static const struct jscan_section_pair pairs[] = {
		{"nachlese", JSCAN_SECTION_SELF},
		{"people", JSCAN_SECTION_FOLLOW_UP},
	};
	struct jscan_config config;

	(void)state;
	memset(&config, 0, sizeof(config));
	assert_string_equal(section_of(&config, "Nachlese!"), "");
	config.sections = pairs;
	config.section_count = COUNT_OF(pairs);
	assert_string_equal(section_of(&config, "Nachlese!"),
			    "self-assessment");
	assert_string_equal(section_of(&config, "People"), "follow-up");
	assert_string_equal(section_of(&config, "Retro"), "self-assessment");
}

/* A line at the wrong place would never be found. */
static void the_table_is_sorted_and_folded(void **state)
{
	(void)state;
	for (size_t i = 0; i < jscan_heading_count; i++) {
		const char *words = jscan_headings[i].words;

		assert_string_equal(
			jscan_utf8_fold_words(&arena, words, strlen(words)),
			words);
		assert_true(jscan_headings[i].section != JSCAN_SECTION_NONE);
		if (i && strcmp(jscan_headings[i - 1].words, words) >= 0)
			fail_msg("'%s' stands at the wrong place", words);
	}
}

/* Each line of the table is a heading by itself. */
static void every_line_of_the_table_counts(void **state)
{
	(void)state;
	for (size_t i = 0; i < jscan_heading_count; i++)
		assert_int_equal(
			jscan_section_find(NULL, jscan_headings[i].words),
			jscan_headings[i].section);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_open_sections),
		cmocka_unit_test(a_person_has_words_of_their_own),
		cmocka_unit_test(the_table_is_sorted_and_folded),
		cmocka_unit_test(every_line_of_the_table_counts),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
