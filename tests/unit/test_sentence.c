/* Splitting a text into sentences, and sentences into words. */
#include "unit/check.h"

#include <stdbool.h>

#include "facts/note/hash.h"
#include "facts/note/sentence.h"
#include "note_classes.h"

static struct jscan_sentence sentence;

static void test_where_sentences_end(void **state)
{
	static const struct {
		const char *text;
		const char *parts[4];
	} cases[] = {
		{"One. Two! Three?", {"One.", "Two!", "Three?"}},
		{"Met Mr. Cole at 3.15. Fine.",
		 {"Met Mr. Cole at 3.15.", "Fine."}},
		{"e.g. a test. Done", {"e.g. a test.", "Done"}},
		{"\"Any questions?\" she asked. No.",
		 {"\"Any questions?\" she asked.", "No."}},
		{"Well... maybe. Yes", {"Well... maybe.", "Yes"}},
		{"Short line\nNext line", {"Short line", "Next line"}},
		{"a line that was wrapped by an editor because it got far too\n"
		 "long for it. End",
		 {"a line that was wrapped by an editor because it got far "
		  "too\nlong for it.",
		  "End"}},
		/* Lines without stops and capitals, each for itself. */
		{"late by ten minutes\nno questions ready\nnever wrote after",
		 {"late by ten minutes", "no questions ready",
		  "never wrote after"}},
		{"forgot the name of the product and then of the founder\n"
		 "no notes\n"
		 "the second half went by while I looked for the right slide",
		 {"forgot the name of the product and then of the founder",
		  "no notes",
		  "the second half went by while I looked for the right "
		  "slide"}},
		/* A line that goes on is no line of its own. */
		{"came late,\nleft early\nand forgot\nto thank them all",
		 {"came late,\nleft early\nand forgot\nto thank them all"}},
		{"sat by the\nwindow -\nnothing else\nwas said",
		 {"sat by the\nwindow -\nnothing else", "was said"}},
		/* Wrapped at some width: no line had room for the next word. */
		{"they asked me how the team would go about a migration and\n"
		 "what could go wrong with it so that nobody would notice\n"
		 "until it was too late for anybody to turn back",
		 {"they asked me how the team would go about a migration and\n"
		  "what could go wrong with it so that nobody would notice\n"
		  "until it was too late for anybody to turn back"}},
		{"cell\tcell", {"cell", "cell"}},
		{"(She left.) I stayed.", {"(She left.)", "I stayed."}},
		{"  . ... !  ", {NULL}},
		{"", {NULL}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_sentence_scanner scanner;
		size_t part = 0;

		jscan_sentence_scanner_init(&scanner, cases[i].text,
					    strlen(cases[i].text));
		while (jscan_sentence_next(&sentence, &scanner)) {
			char got[256];

			snprintf(got, sizeof(got), "%.*s", (int)sentence.len,
				 cases[i].text + sentence.offset);
			assert_non_null(cases[i].parts[part]);
			assert_string_equal(got, cases[i].parts[part]);
			part++;
		}
		assert_null(cases[i].parts[part]);
	}
}

static void read_one(const char *text)
{
	struct jscan_sentence_scanner scanner;

	jscan_sentence_scanner_init(&scanner, text, strlen(text));
	assert_true(jscan_sentence_next(&sentence, &scanner));
}

static bool has_word(size_t index, const char *word)
{
	return index < sentence.count &&
	       sentence.tokens[index].hash ==
		       jscan_hash_text(word, strlen(word));
}

static void test_words_are_folded_and_parted(void **state)
{
	(void)state;
	read_one("I Didn\xe2\x80\x99t send my r\xc3\xa9sum\xc3\xa9.");
	assert_int_equal(sentence.count, 6);
	assert_true(has_word(0, "i"));
	assert_true(has_word(1, "did"));
	assert_true(has_word(2, "not"));
	assert_true(has_word(5, "resume"));
	assert_true(jscan_token_is(&sentence.tokens[5], JSCAN_WORD_CV));

	read_one("I can't, won't and I'd've left.");
	assert_true(has_word(1, "can"));
	assert_true(has_word(2, "not"));
	assert_true(has_word(3, "will"));
	assert_true(has_word(4, "not"));

	read_one("They n't know.");
	assert_int_equal(sentence.count, 3);
	assert_true(has_word(1, "not"));
	assert_true(has_word(2, "know"));
}

static void test_inflection(void **state)
{
	(void)state;
	read_one("rambled rambling froze frozen answers longer badly");
	assert_int_equal(sentence.tokens[0].lemma, sentence.tokens[1].lemma);
	assert_int_equal(sentence.tokens[2].lemma, sentence.tokens[3].lemma);
	assert_true(jscan_token_is(&sentence.tokens[2], JSCAN_WORD_FREEZE));
	assert_true(jscan_token_is(&sentence.tokens[4], JSCAN_WORD_ANSWER));
	assert_true(jscan_token_is(&sentence.tokens[5], JSCAN_WORD_LONG));
	assert_true(jscan_token_is(&sentence.tokens[6], JSCAN_WORD_BADLY));
}

/* A stem is found by taking letters back out of the hash of the word. */
static void test_stems_of_unknown_words(void **state)
{
	static const struct {
		const char *word, *stem;
	} cases[] = {{"zorbling", "zorbl"},	{"zorblings", "zorbling"},
		     {"zorbedly", "zorb"},	{"zorbies", "zorb"},
		     {"Zorbe", "zorb"},		{"zorbbed", "zorb"},
		     {"zorb", "zorb"},		{"zorb\xc3\xa9s", "zorb"},
		     {"20000", "2000"}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		read_one(cases[i].word);
		assert_int_equal(sentence.tokens[0].lemma,
				 jscan_hash_text(cases[i].stem,
						 strlen(cases[i].stem)));
	}
}

static void test_the_first_person_is_seen_before_words_are_known(void **state)
{
	static const struct {
		const char *text;
		bool has_it;
	} cases[] = {{"I asked.", true},
		     {"They asked me.", true},
		     {"i'd asked.", true},
		     {"I\xe2\x80\x99m late.", true},
		     {"Lost-my-way again.", true},
		     {"The answer was m\xc3\xbd own.", true},
		     {"In many minutes it is mild.", false},
		     {"Meeting them, myriads of inns.", false},
		     {"", false}};
	struct jscan_sentence_scanner scanner;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		jscan_sentence_scanner_init(&scanner, cases[i].text,
					    strlen(cases[i].text));
		assert_int_equal(jscan_sentence_read(&sentence, &scanner),
				 *cases[i].text != '\0');
		assert_int_equal(sentence.has_first_person, cases[i].has_it);
	}
}

static void test_runs_of_words(void **state)
{
	(void)state;
	read_one("He lost his train of thought.");
	assert_true(jscan_token_is(&sentence.tokens[1],
				   JSCAN_WORD_LOSTTHREAD));
	assert_int_equal(sentence.tokens[1].run_len, 5);
	read_one("My cover-letter was a thank-you.");
	assert_true(jscan_token_is(&sentence.tokens[1], JSCAN_WORD_LETTER));
	assert_true(jscan_token_is(&sentence.tokens[5], JSCAN_WORD_THANKS));
}

static void test_a_long_sentence_is_read_in_pieces(void **state)
{
	static char text[40000];
	struct jscan_sentence_scanner scanner;
	size_t words = 0, pieces = 0;

	(void)state;
	for (size_t i = 0; i + 2 < sizeof(text); i += 2)
		memcpy(text + i, "a ", 2);
	jscan_sentence_scanner_init(&scanner, text, strlen(text));
	while (jscan_sentence_next(&sentence, &scanner)) {
		words += sentence.count;
		pieces++;
	}
	assert_int_equal(words, strlen(text) / 2);
	assert_true(pieces >= words / JSCAN_SENTENCE_WORDS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_where_sentences_end),
		cmocka_unit_test(test_words_are_folded_and_parted),
		cmocka_unit_test(test_inflection),
		cmocka_unit_test(test_runs_of_words),
		cmocka_unit_test(test_stems_of_unknown_words),
		cmocka_unit_test(
			test_the_first_person_is_seen_before_words_are_known),
		cmocka_unit_test(test_a_long_sentence_is_read_in_pieces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
