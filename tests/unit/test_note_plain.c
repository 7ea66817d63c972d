/*
 * What is said of the writer in plain words, of every category: nobody who
 * reads a journal would doubt it, and no training may lose it.
 */
#include "unit/told.h"

#include "facts/note.h"

static struct jscan_lexicon *lexicon;
static struct jscan_note_reader *reader;

static int set_up(void **state)
{
	struct jscan_error err;

	(void)state;
	if (jscan_lexicon_new(&lexicon, NULL, &err) < 0)
		return -1;
	reader = jscan_note_reader_new(lexicon);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	jscan_note_reader_free(reader);
	jscan_lexicon_free(lexicon);
	return 0;
}

static void tell_in(char *out, size_t room, const char *text,
		    enum jscan_section section)
{
	const struct jscan_note_context context = {.section = section};
	struct jscan_notes notes = {0};
	struct jscan_arena arena;
	size_t used = 0;

	jscan_arena_init(&arena);
	jscan_note_reader_reset(reader);
	jscan_note_reader_read(reader, &notes, text, strlen(text), &context,
			       &arena);
	out[0] = '\0';
	for (size_t i = 0; i < notes.count && used < room; i++)
		used += (size_t)snprintf(
			out + used, room - used, "%s%s%s", i ? " " : "",
			notes.items[i].polarity == JSCAN_STRENGTH ? "+" : "",
			jscan_lexicon_get_category(lexicon,
						   notes.items[i].category)
				->id);
	jscan_arena_release(&arena);
}

static void tell(char *out, size_t room, const char *text)
{
	tell_in(out, room, text, JSCAN_SECTION_SELF);
}

static void tell_feedback(char *out, size_t room, const char *text)
{
	tell_in(out, room, text, JSCAN_SECTION_FEEDBACK);
}

static void tell_strength(char *out, size_t room, const char *text)
{
	tell_in(out, room, text, JSCAN_SECTION_STRENGTHS);
}

static const struct told_row statements[] = {
	{"I forgot to send a thank-you note.", "thank-you"},
	{"I never sent a thank-you email.", "thank-you"},
	{"I did not thank the interviewer.", "thanking"},
	{"My answers were negative.", "negative-answers"},
	{"I complained about my boss.", "negative-about-others"},
	{"I badmouthed my former employer.", "negative-about-others"},
	{"I did not research the company.", "employer-research"},
	{"I knew nothing about the company.", "employer-research"},
	{"I did not build any rapport.", "rapport"},
	{"I made no small talk.", "rapport"},
	{"I did not ask any questions.", "questions"},
	{"I forgot to ask questions.", "questions"},
	{"I talked too much.", "talking-too-much"},
	{"I rambled.", "talking-too-much"},
	{"I did not listen.", "listening"},
	{"I interrupted the interviewer.", "listening"},
	{"I did not show any interest.", "interest"},
	{"I sounded bored.", "interest"},
	{"I had no stories.", "stories"},
	{"I gave no examples.", "stories"},
	{"I could not say why I fit.", "positioning"},
	{"I did not ask for objections.", "asking-for-objections"},
	{"I was rude.", "manner"},
	{"I did not prepare.", "preparation"},
	{"I was unprepared.", "preparation"},
	{"I forgot my resume.", "documents"},
	{"I was late.", "first-impression"},
	{"I arrived late.", "first-impression"},
	{"My answers were unclear.", "clarity"},
	{"I jumped into the code without a plan.", "approach"},
	{"I was not confident.", "confidence"},
	{"I undersold myself.", "confidence"},
	{"I was nervous.", "nerves"},
	{"I froze.", "nerves"},
	{"I did not follow up.", "follow-up"},
	{"I forgot to follow up.", "follow-up"},
	{"I could not solve the coding task.", "technical"},
	{"I failed the whiteboard question.", "technical"},
	{"I named my salary too early.", "salary"},
	{"I did not negotiate.", "salary"},
	{"They were late.", ""},
	{"She was nervous.", ""},
	{"The weather was bad.", ""},
	{"I liked the office.", ""},
	{"I was not nervous.", "+nerves"},
	{"I was never late.", "+first-impression"},
	{"We talked about salary.", ""},
	{"The office is quiet.", ""},
};

static const struct told_row feedback[] = {
	{"You were late.", "first-impression"},
	{"You talked too much.", "talking-too-much"},
	{"You did not ask any questions.", "questions"},
	{"The candidate rambled.", "talking-too-much"},
	{"You should have prepared more.", "preparation"},
	{"Your answers were too long.", "talking-too-much"},
	{"We liked you.", ""},
	{"You were well prepared.", "+preparation"},
	{"You asked good questions.", "+questions"},
	{"They are hiring.", ""},
};

static const struct told_row strengths[] = {
	{"I asked good questions.", "+questions"},
	{"I listened well.", "+listening"},
	{"I was well prepared.", "+preparation"},
	{"I did not ramble.", "+talking-too-much"},
	{"I sent a thank-you note.", "+thank-you"},
	{"I was on time.", "+first-impression"},
	{"I stayed calm.", "+nerves"},
	{"The lunch was good.", ""},
};

static void test_statements(void **state)
{
	(void)state;
	told_check(statements, COUNT_OF(statements), tell);
}

static void test_feedback(void **state)
{
	(void)state;
	told_check(feedback, COUNT_OF(feedback), tell_feedback);
}

static void test_strengths(void **state)
{
	(void)state;
	told_check(strengths, COUNT_OF(strengths), tell_strength);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_statements),
		cmocka_unit_test(test_feedback),
		cmocka_unit_test(test_strengths),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
