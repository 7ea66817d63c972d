/*
 * Which section a heading opens: the words around the ones that are known.
 */
#include "unit/told.h"

#include "base/utf8.h"
#include "config/config.h"

/* The section that a heading opens, "" for none. */
static void tell(char *out, size_t room, const char *text)
{
	struct jscan_config config;
	struct jscan_arena arena;

	jscan_arena_init(&arena);
	jscan_config_init(&config);
	snprintf(out, room, "%s",
		 jscan_section_name(jscan_section_find(
			 &config,
			 jscan_utf8_fold_words(&arena, text, strlen(text)))));
	jscan_arena_release(&arena);
}

static const struct told_row headings[] = {
	{"Self-assessment", "self-assessment"},
	{"Self assessment", "self-assessment"},
	{"My self-assessment", "self-assessment"},
	{"Honest self-assessment", "self-assessment"},
	{"Self-assessment for the panel", "self-assessment"},
	{"Reflection", "self-assessment"},
	{"Reflections on round two", "self-assessment"},
	{"Retro", "self-assessment"},
	{"Acme retro, round two", "self-assessment"},
	{"Big Acme team retro", "self-assessment"},
	{"One big Acme team retro", ""},
	{"Retro of it all and more words", "self-assessment"},
	{"Retrospective", "self-assessment"},
	{"What went wrong", "self-assessment"},
	{"What went well", "strengths"},
	{"What went well and what didn't", "self-assessment"},
	{"What went well and badly", "self-assessment"},
	{"What I'd do differently", "self-assessment"},
	{"To improve", "self-assessment"},
	{"Things to improve", "self-assessment"},
	{"Mistakes", "self-assessment"},
	{"Lessons learned", "self-assessment"},
	{"Lessons", "self-assessment"},
	{"Weak points", "self-assessment"},
	{"Strengths", "strengths"},
	{"Strengths and weaknesses", "self-assessment"},
	{"Wins", "strengths"},
	{"Wins and losses", "self-assessment"},
	{"Feedback", "feedback"},
	{"Feedback from Dana", "feedback"},
	{"Recruiter feedback", "feedback"},
	{"Feedback (Dana, 12 Nov)", "feedback"},
	{"Feedback 2026-11-12", "feedback"},
	{"Feedback to Dana", ""},
	{"Feedback for me", "feedback"},
	{"Feedback for them", ""},
	{"Feedback for round 2", "feedback"},
	{"Ask for feedback", ""},
	{"No feedback", ""},
	{"Waiting for feedback", ""},
	{"Product feedback", ""},
	{"Feedback call", "feedback"},
	{"Feedback session with Dana", "feedback"},
	{"Feedback received", "feedback"},
	{"Feedback and next steps", "feedback"},
	{"Feedback or not", ""},
	{"Feedback or contacts", "feedback"},
	{"What they said", "feedback"},
	{"What Dana said", "feedback"},
	{"What the panel thought", "feedback"},
	{"What I said", ""},
	{"What was said", ""},
	{"What we said", ""},
	{"What is said", ""},
	{"What said", ""},
	{"What Dana and Tom and Ana said", ""},
	{"Contacts", "contacts"},
	{"People", "contacts"},
	{"People I met", "contacts"},
	{"Interviewers", "contacts"},
	{"Who I met", "contacts"},
	{"Panel", "contacts"},
	{"Panel, 12 November", ""},
	{"2026-11-09 Panel", ""},
	{"Panel round 2", "contacts"},
	{"Panel round two", "contacts"},
	{"Panel round seven", ""},
	{"Second panel", "contacts"},
	{"Other people", "contacts"},
	{"Key people", "contacts"},
	{"People at Acme", "contacts"},
	{"Follow-up", "follow-up"},
	{"Follow up", "follow-up"},
	{"Following up", "follow-up"},
	{"Next steps", "follow-up"},
	{"Next steps 2026", ""},
	{"Next steps, 12 Nov", ""},
	{"Action items", "follow-up"},
	{"To do", "follow-up"},
	{"Todo", "follow-up"},
	{"To-do list", "follow-up"},
	{"Things to do", "follow-up"},
	{"My next steps this week", "follow-up"},
	{"Next steps from here until then and so on", ""},
	{"Next steps (Acme)", ""},
	{"Tips", "advice"},
	{"Advice", "advice"},
	{"Notes from an article", "advice"},
	{"1. Self-assessment", "self-assessment"},
	{"1st self-assessment", "self-assessment"},
	{"12th self-assessment", "self-assessment"},
	{"123rd self-assessment", "self-assessment"},
	{"II. Feedback", "feedback"},
	{"Section 3: Feedback", "feedback"},
	{"Feedback!", "feedback"},
	{"**Feedback**", "feedback"},
	{"✅ What went well", "strengths"},
	{"Self-assessment and feedback", "self-assessment"},
	{"Self-assessment or nothing", ""},
	{"Self-assessment and", ""},
	{"Introduction", ""},
	{"Company", ""},
	{"one two three four five six seven eight nine ten eleven twelve "
	 "thirteen feedback",
	 ""},
};

static void test_headings(void **state)
{
	(void)state;
	told_check(headings, COUNT_OF(headings), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_headings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
