/* Categories: the known ones, and those of a configuration. */
#include "unit/check.h"

#include <stdbool.h>

#include "facts/note.h"
#include "facts/pattern.h"

static const char *const phrases[] = {"went on about the boat",
				      "no map of the site"};
static const char *const patterns[] = {"sea ?sick(ness)?"};
static const char *const bombs[] = {"(a+)+$"};

static struct jscan_own_weakness own[] = {
	{.id = "boats",
	 .title = "Boats",
	 .advice = "stay ashore",
	 .phrases = {phrases, 2},
	 .patterns = {patterns, 1},
	 .line = 3,
	 .path = "c.yml"},
	{.id = "QUESTIONS",
	 .advice = "our own advice",
	 .line = 9,
	 .path = "c.yml"},
	{.id = "bomb", .patterns = {bombs, 1}, .line = 12, .path = "c.yml"},
};

static unsigned count_in(enum jscan_section section, const char *text,
			 const char *id, bool *has_hit_limit)
{
	struct jscan_config config = {.weaknesses = own,
				      .weakness_count = COUNT_OF(own)};
	struct jscan_note_context context = {.section = section};
	struct jscan_notes notes = {0};
	struct jscan_note_reader *reader;
	struct jscan_lexicon *lexicon;
	struct jscan_arena arena;
	struct jscan_error err;
	unsigned count = 0;
	int category;

	jscan_arena_init(&arena);
	assert_int_equal(jscan_lexicon_new(&lexicon, &config, &err), 0);
	category = jscan_lexicon_find_category(lexicon, id, strlen(id));
	assert_true(category >= 0);
	reader = jscan_note_reader_new(lexicon);
	jscan_note_reader_read(reader, &notes, text, strlen(text), &context,
			       &arena);
	for (size_t i = 0; i < notes.count; i++)
		count += notes.items[i].category == (unsigned)category &&
			 notes.items[i].polarity == JSCAN_WEAKNESS;
	if (has_hit_limit) {
		*has_hit_limit = notes.given_up_count > 0;
		assert_true(notes.given_up_count <= 1);
		if (notes.given_up_count)
			assert_int_equal(notes.given_up[0], 25);
	}
	jscan_note_reader_free(reader);
	jscan_lexicon_free(lexicon);
	jscan_arena_release(&arena);
	return count;
}

static unsigned count_of(const char *text, const char *id, bool *has_hit_limit)
{
	return count_in(JSCAN_SECTION_SELF, text, id, has_hit_limit);
}

static void test_known_categories(void **state)
{
	struct jscan_lexicon *lexicon;
	struct jscan_error err;

	(void)state;
	assert_int_equal(jscan_lexicon_new(&lexicon, NULL, &err), 0);
	assert_int_equal(jscan_lexicon_category_count(lexicon), 24);
	assert_int_equal(jscan_lexicon_find_category(lexicon, "NERVES", 6),
			 jscan_lexicon_find_category(lexicon, "nerves", 6));
	assert_int_equal(jscan_lexicon_find_category(lexicon, "nerve", 5), -1);
	assert_int_equal(jscan_lexicon_find_category(lexicon, "nerves-", 7),
			 -1);
	assert_int_equal(
		jscan_lexicon_find_category(lexicon, "Talking too_much", 16),
		jscan_lexicon_find_category(lexicon, "talking-too-much", 16));
	assert_true(jscan_lexicon_find_category(lexicon, "thank_you", 9) >= 0);
	for (size_t i = 0; i < 24; i++) {
		const struct jscan_category *category =
			jscan_lexicon_get_category(lexicon, i);

		assert_non_null(category->title);
		assert_non_null(category->source);
		assert_non_null(category->questions);
		assert_non_null(category->advice);
	}
	jscan_lexicon_free(lexicon);
}

static void test_own_phrases_and_patterns(void **state)
{
	(void)state;
	assert_int_equal(count_of("I WENT on about\nthe boat.", "boats", NULL),
			 1);
	assert_int_equal(count_of("I went on about the boats.", "boats", NULL),
			 0);
	assert_int_equal(count_of("I had no map of the site.", "boats", NULL),
			 1);
	assert_int_equal(count_of("I got Seasick.", "boats", NULL), 1);
	assert_int_equal(count_of("I never got sea sick.", "boats", NULL), 0);
	assert_int_equal(count_of("He went on about the boat.", "boats", NULL),
			 0);
	assert_int_equal(
		count_of("If I get seasick, I'll leave.", "boats", NULL), 0);
}

/* Where most sentences end before anything is looked for. */
static void test_own_words_outside_an_assessment(void **state)
{
	(void)state;
	assert_int_equal(count_in(JSCAN_SECTION_NONE, "I got seasick.", "boats",
				  NULL),
			 1);
	assert_int_equal(count_in(JSCAN_SECTION_NONE,
				  "Blue walls. I went on about the boat.",
				  "boats", NULL),
			 1);
	assert_int_equal(count_in(JSCAN_SECTION_NONE, "They got seasick.",
				  "boats", NULL),
			 0);
}

static void test_pattern_that_gives_up_is_named(void **state)
{
	char text[4096];
	bool has_hit_limit;

	(void)state;
	memset(text, 'a', sizeof(text) - 2);
	memcpy(text + sizeof(text) - 2, "!", 2);
	count_of(text, "bomb", &has_hit_limit);
	assert_true(has_hit_limit);
	count_of("All quiet.", "bomb", &has_hit_limit);
	assert_false(has_hit_limit);
}

static void test_additions_to_a_known_category(void **state)
{
	struct jscan_config config = {.weaknesses = own,
				      .weakness_count = COUNT_OF(own)};
	struct jscan_lexicon *lexicon;
	struct jscan_error err;
	int index;

	(void)state;
	assert_int_equal(jscan_lexicon_new(&lexicon, &config, &err), 0);
	assert_int_equal(jscan_lexicon_category_count(lexicon), 26);
	index = jscan_lexicon_find_category(lexicon, "questions", 9);
	assert_string_equal(
		jscan_lexicon_get_category(lexicon, (size_t)index)->advice,
		"our own advice");
	assert_string_equal(
		jscan_lexicon_get_category(lexicon, (size_t)index)->id,
		"questions");
	assert_string_equal(jscan_lexicon_get_category(lexicon, 24)->source,
			    "your own");
	assert_string_equal(jscan_lexicon_get_category(lexicon, 24)->title,
			    "Boats");
	jscan_lexicon_free(lexicon);
}

static void check_refused(const char *pattern, const char *in_message)
{
	struct jscan_config_place place = {.line = 8, .column = 5};
	struct jscan_own_weakness bad = {.id = "x",
					 .patterns = {&pattern, 1},
					 .pattern_places = &place,
					 .line = 7,
					 .path = "c.yml"};
	struct jscan_config config = {.weaknesses = &bad, .weakness_count = 1};
	struct jscan_lexicon *lexicon = NULL;
	struct jscan_error err = {0};

	assert_int_equal(jscan_lexicon_new(&lexicon, &config, &err), -1);
	assert_int_equal(err.code, JSCAN_ERR_CONFIG);
	assert_int_equal(err.line, 8);
	assert_int_equal(err.column, 5);
	assert_string_equal(err.path, "c.yml");
	assert_non_null(strstr(err.message, in_message));
	assert_null(lexicon);
}

static void test_patterns_that_are_refused(void **state)
{
	char groups[1200] = "", large[8000];

	(void)state;
	check_refused("(", "weakness 'x'");
	check_refused("(?<=a+)b", "byte");
	check_refused("\\C", "byte");
	for (int i = 0; i < 300; i++)
		memcpy(groups + (size_t)i * 3, "(a)", 4);
	check_refused(groups, "groups");
	memset(large, 'a', sizeof(large) - 1);
	large[sizeof(large) - 1] = '\0';
	check_refused(large, "longer");
	check_refused("(?:(?:abc){1000}){1000}", "large");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_categories),
		cmocka_unit_test(test_own_phrases_and_patterns),
		cmocka_unit_test(test_own_words_outside_an_assessment),
		cmocka_unit_test(test_pattern_that_gives_up_is_named),
		cmocka_unit_test(test_additions_to_a_known_category),
		cmocka_unit_test(test_patterns_that_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
