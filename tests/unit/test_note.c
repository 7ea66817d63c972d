/*
 * The reading of notes: the cases that the rules of assertion were written
 * from, what the sections change, the user's own categories, and texts made to
 * hurt.
 */
#include "unit/check.h"

#include <stdbool.h>

#include "facts/note.h"

static struct jscan_lexicon *lexicon;
static struct jscan_note_reader *reader;
static struct jscan_arena arena;

static int set_up(void **state)
{
	struct jscan_error err;

	(void)state;
	jscan_arena_init(&arena);
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
	jscan_arena_release(&arena);
	return 0;
}

static struct jscan_notes read_in(const char *text,
				  const struct jscan_note_context *context)
{
	struct jscan_notes notes = {0};

	jscan_note_reader_reset(reader);
	jscan_note_reader_read(reader, &notes, text, strlen(text), context,
			       &arena);
	for (size_t i = 0; i < notes.count; i++)
		assert_true(notes.items[i].offset + notes.items[i].len <=
			    strlen(text));
	return notes;
}

/* Whether the text states the weakness `id`, or any when it is NULL. */
static bool states(const char *text, enum jscan_section section, const char *id)
{
	struct jscan_note_context context = {.section = section};
	struct jscan_notes notes = read_in(text, &context);

	for (size_t i = 0; i < notes.count; i++) {
		const char *found = jscan_lexicon_get_category(
					    lexicon, notes.items[i].category)
					    ->id;

		if (notes.items[i].polarity == JSCAN_WEAKNESS &&
		    (!id || strcmp(found, id) == 0))
			return true;
	}
	return false;
}

static void test_assertion(void **state)
{
	static const struct {
		const char *text;
		enum jscan_section section;
		const char *id; /* NULL: states no weakness */
	} cases[] = {
		{"I talked too much.", JSCAN_SECTION_SELF, "talking-too-much"},
		{"My answers ran long.", JSCAN_SECTION_SELF,
		 "talking-too-much"},
		{"Rambled again.", JSCAN_SECTION_SELF, "talking-too-much"},
		{"I did not ramble this time.", JSCAN_SECTION_SELF, NULL},
		{"The interviewer talked too much.", JSCAN_SECTION_SELF, NULL},
		{"He rambled; I kept it short.", JSCAN_SECTION_SELF, NULL},
		{"Next time, ask better questions.", JSCAN_SECTION_SELF,
		 "questions"},
		{"Always ask good questions.", JSCAN_SECTION_SELF, NULL},
		{"Candidates who ramble lose.", JSCAN_SECTION_SELF, NULL},
		{"I was worried that I talked too much but Dana said no.",
		 JSCAN_SECTION_SELF, NULL},
		{"I should have asked about the team.", JSCAN_SECTION_SELF,
		 "questions"},
		{"Forgot to ask anything.", JSCAN_SECTION_SELF, "questions"},
		{"If I ramble, she will cut me off.", JSCAN_SECTION_SELF, NULL},
		{"If I had prepared, it would have gone better.",
		 JSCAN_SECTION_SELF, "preparation"},
		{"Recruiter's note: candidate could not explain the gap.",
		 JSCAN_SECTION_FEEDBACK, "positioning"},
		{"I wasn't only nervous, I froze.", JSCAN_SECTION_SELF,
		 "nerves"},
		{"Didn't not listen, but missed her hint.", JSCAN_SECTION_SELF,
		 "listening"},
		{"Used to freeze at whiteboards; today I was fine.",
		 JSCAN_SECTION_SELF, NULL},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		if (states(cases[i].text, cases[i].section, cases[i].id) !=
		    (cases[i].id != NULL))
			fail_msg("%s", cases[i].text);
	}
}

static void test_what_a_section_changes(void **state)
{
	const char *text = "I forgot to ask any questions.";
	struct jscan_note_context context = {.section = JSCAN_SECTION_SELF};
	struct jscan_notes notes;

	(void)state;
	notes = read_in(text, &context);
	assert_int_equal(notes.count, 1);
	assert_int_equal(notes.items[0].source, JSCAN_FROM_SELF);

	context.section = JSCAN_SECTION_FEEDBACK;
	notes = read_in("\"You did not ask any questions.\"", &context);
	assert_int_equal(notes.count, 1);
	assert_int_equal(notes.items[0].source, JSCAN_FROM_FEEDBACK);
	context.is_quoted = true; /* in a block quote it counts in feedback */
	assert_int_equal(read_in("You were late.", &context).count, 1);
	context.is_mock = true;
	notes = read_in("You were late.", &context);
	assert_int_equal(notes.items[0].source, JSCAN_FROM_SELF);

	context = (struct jscan_note_context){.section = JSCAN_SECTION_SELF,
					      .is_quoted = true};
	assert_int_equal(read_in(text, &context).count, 0);
	context = (struct jscan_note_context){.section = JSCAN_SECTION_ADVICE};
	assert_int_equal(read_in(text, &context).count, 0);
}

/* A list of notes leaves out whose doing it is; prose names somebody. */
static void test_bare_items(void **state)
{
	struct jscan_note_context item = {.is_item = true}, prose = {0};
	const char *bare = "Legs like jelly.";

	(void)state;
	assert_int_equal(read_in(bare, &item).count, 1);
	assert_int_equal(read_in(bare, &prose).count, 0);
	assert_int_equal(
		read_in("The manager was late and rambled.", &item).count, 0);
	assert_int_equal(read_in("Legs like jelly?", &item).count, 0);
	assert_int_equal(read_in("Budget of two million.", &item).count, 0);
}

/* What one reader says, in any order, is what each would say by itself. */
static void test_nothing_is_remembered_wrongly(void **state)
{
	static const char *const texts[] = {
		"Rambled again.", "Dana rambled again.", "dana rambled again.",
		"Lunch with the team.", "\"I rambled", "again.\" she said.",
		"No questions ready", "No questions ready?",
		"Will talked too much.", "Forgot to thank Dana."};
	static const char *const dana[] = {"dana"}, *const will[] = {"will"};
	static const struct jscan_texts names[] = {
		{NULL, 0}, {dana, 1}, {will, 1}};

	(void)state;
	for (size_t round = 0; round < 48 * COUNT_OF(texts); round++) {
		size_t pick = round * 7919;
		const char *text = texts[pick % COUNT_OF(texts)];
		struct jscan_note_context context = {
			.section = (enum jscan_section)(pick / 10 % 8),
			.is_item = pick / 80 % 2,
			.is_quoted = pick / 160 % 2,
			.is_mock = pick / 320 % 2,
			.names = &names[pick / 640 % COUNT_OF(names)]};
		struct jscan_note_reader *fresh =
			jscan_note_reader_new(lexicon);
		struct jscan_notes known = read_in(text, &context), new = {0};

		jscan_note_reader_read(fresh, &new, text, strlen(text),
				       &context, &arena);
		assert_int_equal(known.count, new.count);
		assert_int_equal(known.unclassified_count,
				 new.unclassified_count);
		for (size_t i = 0; i < new.count; i++) {
			assert_int_equal(known.items[i].category,
					 new.items[i].category);
			assert_int_equal(known.items[i].polarity,
					 new.items[i].polarity);
			assert_int_equal(known.items[i].offset,
					 new.items[i].offset);
		}
		jscan_note_reader_free(fresh);
	}
}

/* The plainest sentences are read, whatever was learned of longer ones. */
static void test_plain_statements(void **state)
{
	static const char *const texts[] = {
		"I was nervous.",      "I was so nervous.",
		"I talked too much.",  "I rambled.",
		"I was late.",	       "I froze.",
		"I was unprepared.",   "I had no questions.",
		"I interrupted them.", "I complained about my boss."};
	struct jscan_note_context self = {.section = JSCAN_SECTION_SELF};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct jscan_notes notes = read_in(texts[i], &self);

		assert_int_equal(notes.count, 1);
		assert_int_equal(notes.items[0].polarity, JSCAN_WEAKNESS);
	}
}

static void test_but_among_strengths(void **state)
{
	struct jscan_note_context context = {.section =
						     JSCAN_SECTION_STRENGTHS};
	struct jscan_notes notes =
		read_in("Good chat, but I forgot to thank them.", &context);

	(void)state;
	assert_int_equal(notes.count, 1);
	assert_int_equal(notes.items[0].polarity, JSCAN_WEAKNESS);
}

static void test_strengths(void **state)
{
	struct jscan_note_context context = {.section =
						     JSCAN_SECTION_STRENGTHS};
	struct jscan_notes notes = read_in("I didn't ramble.", &context);

	(void)state;
	assert_int_equal(notes.count, 1);
	assert_int_equal(notes.items[0].polarity, JSCAN_STRENGTH);
}

static void test_self_criticism_without_category(void **state)
{
	struct jscan_note_context context = {.section = JSCAN_SECTION_SELF};
	struct jscan_notes notes =
		read_in("I blew it. They are nice.", &context);

	(void)state;
	assert_int_equal(notes.count, 0);
	assert_int_equal(notes.unclassified_count, 1);
	assert_int_equal(notes.unclassified[0].offset, 0);
	assert_int_equal(notes.unclassified[0].len, strlen("I blew it."));
}

static void test_place_of_a_sentence(void **state)
{
	static const char text[] = "It rained.  I froze.\nNice people.";
	struct jscan_note_context context = {.section = JSCAN_SECTION_SELF};
	struct jscan_notes notes = read_in(text, &context);

	(void)state;
	assert_int_equal(notes.count, 1);
	assert_int_equal(notes.items[0].offset, 12);
	assert_int_equal(notes.items[0].len, 8);
}

static void test_hostile_texts_end(void **state)
{
	static const char *const pieces[] = {"a",
					     "a, ",
					     ",",
					     "((((",
					     "not ",
					     "I ",
					     "\"",
					     ".",
					     "\n",
					     "it's",
					     "\xe2\x80\x99",
					     "I did not not ",
					     "ask ",
					     "I should have asked if ",
					     "\xc3\xa9",
					     "- "};
	size_t size = (size_t)1 << 20;
	char *text = check_malloc(size + 1);
	struct jscan_note_context context = {.section = JSCAN_SECTION_SELF};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(pieces); i++) {
		struct jscan_notes notes = {0};
		size_t len = strlen(pieces[i]), count = size / len;

		for (size_t k = 0; k < count; k++)
			memcpy(text + k * len, pieces[i], len);
		jscan_note_reader_read(reader, &notes, text, count * len,
				       &context, &arena);
		for (size_t k = 0; k < notes.count; k++)
			assert_true(notes.items[k].offset +
					    notes.items[k].len <=
				    count * len);
		jscan_arena_clear(&arena);
	}
	free(text);
}

static void test_explain_tells_trigger_and_verdict(void **state)
{
	static const char text[] = "I should have asked more questions.";
	struct jscan_note_context context = {.section = JSCAN_SECTION_SELF};
	struct jscan_buf buf;

	(void)state;
	jscan_buf_init(&buf);
	jscan_note_reader_explain(reader, &buf, text, strlen(text), &context,
				  &arena);
	assert_non_null(strstr(buf.data, "regret: \"should have\""));
	assert_non_null(strstr(buf.data, "in all: weakness questions"));
	jscan_buf_release(&buf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_assertion),
		cmocka_unit_test(test_what_a_section_changes),
		cmocka_unit_test(test_strengths),
		cmocka_unit_test(test_bare_items),
		cmocka_unit_test(test_nothing_is_remembered_wrongly),
		cmocka_unit_test(test_plain_statements),
		cmocka_unit_test(test_but_among_strengths),
		cmocka_unit_test(test_self_criticism_without_category),
		cmocka_unit_test(test_place_of_a_sentence),
		cmocka_unit_test(test_hostile_texts_end),
		cmocka_unit_test(test_explain_tells_trigger_and_verdict),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
