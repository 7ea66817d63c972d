/*
 * The reading of notes: the cases of the contract, what the sections change,
 * the user's own categories, and texts made to hurt.
 */
#include "unit/check.h"

#include "facts/note.h"
#include "facts/note/category.h"

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

static bool says(const char *text, enum jscan_section section, const char *id,
		 enum jscan_polarity polarity)
{
	struct jscan_note_context context = {.section = section};
	struct jscan_notes notes = {0};
	int category = jscan_lexicon_find_category(lexicon, id, strlen(id));

	assert_true(category >= 0);
	jscan_note_reader_read(reader, &notes, text, strlen(text), &context,
			       &arena);
	for (size_t i = 0; i < notes.count; i++) {
		assert_true(notes.items[i].offset + notes.items[i].len <=
			    strlen(text));
		if (notes.items[i].category == (unsigned)category &&
		    notes.items[i].polarity == polarity)
			return true;
	}
	return false;
}

static void test_plain_faults_and_duties(void **state)
{
	(void)state;
	assert_true(says("I froze.", JSCAN_SECTION_SELF, "nerves",
			 JSCAN_WEAKNESS));
	assert_true(says("I didn't ask any questions.", JSCAN_SECTION_SELF,
			 "questions", JSCAN_WEAKNESS));
	assert_false(says("He froze.", JSCAN_SECTION_SELF, "nerves",
			  JSCAN_WEAKNESS));
}

static void test_hostile_texts_end(void **state)
{
	static const char *const pieces[] = {"a",    ",",   "((((", "not ",
					     "I ",   "\"", ".",	   "\n",
					     "it's", "\xe2\x80\x99"};
	size_t size = (size_t)1 << 20;
	char *text = malloc(size);
	struct jscan_note_context context = {.section = JSCAN_SECTION_SELF};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(pieces); i++) {
		struct jscan_notes notes = {0};
		size_t len = strlen(pieces[i]), count = size / len;

		for (size_t k = 0; k < count; k++)
			memcpy(text + k * len, pieces[i], len);
		jscan_note_reader_read(reader, &notes, text, count * len,
				       &context, &arena);
	}
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain_faults_and_duties),
		cmocka_unit_test(test_hostile_texts_end),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
