/*
 * The words of a sentence as promises ask for them: in small letters, what was
 * glued to them taken apart, with the weightiest mark before each.
 */
#include "unit/told.h"

#include "facts/promise.h"
#include "facts/when_internal.h"

/* The mark, the word, "*" for a name, and where it stands. */
static void tell(char *out, size_t room, const char *text)
{
	static struct jscan_promise_text words;
	size_t used = 0;

	jscan_when_prepare();
	jscan_promise_read_words(&words, text, strlen(text));
	out[0] = '\0';
	for (size_t i = 0; i < words.count && used < room; i++) {
		const struct jscan_promise_word *word = &words.words[i];
		char mark[2] = {word->mark == ' ' ? '\0' : word->mark, '\0'};

		used += (size_t)snprintf(out + used, room - used,
					 "%s%s%s%s@%zu-%zu", i ? " " : "", mark,
					 word->text, word->is_name ? "*" : "",
					 word->begin, word->end);
	}
}

static const struct told_row sentences[] = {
	{"HE'LL HE'D WON'T",
	 "he*@0-2 will*@3-5 he*@6-8 would*@9-10 won*@11-14 not*@15-16"},
	{"I will hear", "i*@0-1 will@2-6 hear@7-11"},
	{"I'll, she'd", "i*@0-1 will@2-4 ,she@6-9 would@10-11"},
	{"I’ll, she’d", "i*@0-1 will@4-6 ,she@8-11 would@14-15"},
	{"they won't", "they@0-4 won@5-8 not@9-10"},
	{"they won’t", "they@0-4 won@5-8 not@11-12"},
	{"don't", "don@0-3 not@4-5"},
	{"it's", "it@0-2 s@3-4"},
	{"Dana's", "dana*@0-4 s@5-6"},
	{"'tis", "tis@1-4"},
	{"'ll", "ll@1-3"},
	{"ill", "ill@0-3"},
	{"I d t ll", "i*@0-1 d@2-3 t@4-5 ll@6-8"},
	{"she 'll", "she@0-3 ll@5-7"},
	{"she' ll", "she@0-3 ll@5-7"},
	{"she'lld", "she@0-3 lld@4-7"},
	{"she'dd", "she@0-3 dd@4-6"},
	{"Dana Ruiz", "dana*@0-4 ruiz*@5-9"},
	{"Friday", "friday@0-6"},
	{"March", "march@0-5"},
	{"dana", "dana@0-4"},
	{"Q3 4th 2026", "q3*@0-2 4th@3-6 2026@7-11"},
	{"élan", "élan@0-5"},
	{"Élan", "Élan@0-5"},
	{"café", "café@0-5"},
	{"one,two", "one@0-3 ,two@4-7"},
	{"one-two", "one@0-3 ,two@4-7"},
	{"one - two", "one@0-3 ,two@6-9"},
	{"one (two) three", "one@0-3 ,two@5-8 ,three@10-15"},
	{"one; two", "one@0-3 ;two@5-8"},
	{"one: two", "one@0-3 ;two@5-8"},
	{"one. two", "one@0-3 ;two@5-8"},
	{"one! two", "one@0-3 ;two@5-8"},
	{"one? two", "one@0-3 ;two@5-8"},
	{"one; , two", "one@0-3 ;two@7-10"},
	{"one, ; two", "one@0-3 ;two@7-10"},
	{"one ,. two", "one@0-3 ;two@7-10"},
	{"one – two", "one@0-3 ,two@8-11"},
	{"one—two", "one@0-3 ,two@6-9"},
	{"one –; two", "one@0-3 ;two@9-12"},
	{"one ;– two", "one@0-3 ;two@9-12"},
	{"one … two", "one@0-3 ,two@8-11"},
	{"“one” two", ",one@3-6 ,two@10-13"},
	{"one / two", "one@0-3 two@6-9"},
	{"one\ntwo", "one@0-3 two@4-7"},
	{"abcdefghijklmno abcdefghijklmnop", "abcdefghijklmno@0-15 @16-32"},
	{"A@Z[`a{z", "a*@0-1 z*@2-3 a@5-6 z@7-8"},
	{"/09:", "09@1-3"},
	{"'", ""},
	{"a'", "a@0-1"},
	{"a’", "a@0-1"},
	{"...", ""},
};

static void test_words(void **state)
{
	(void)state;
	told_check(sentences, COUNT_OF(sentences), tell);
}

/* A full stop ends what is before a word and behind it. */
static void test_neighbours(void **state)
{
	static const char *const list[] = {"by", "two", NULL};
	static struct jscan_promise_text words;

	(void)state;
	jscan_promise_read_words(&words, "one, two three. four by", 23);
	assert_int_equal(words.count, 5);
	assert_string_equal(jscan_promise_before(&words, 0, 0), "one");
	assert_string_equal(jscan_promise_before(&words, 0, 1), "");
	assert_string_equal(jscan_promise_before(&words, 1, 1), "one");
	assert_string_equal(jscan_promise_before(&words, 2, 2), "one");
	assert_string_equal(jscan_promise_before(&words, 2, 3), "");
	assert_string_equal(jscan_promise_before(&words, 3, 1), "");
	assert_string_equal(jscan_promise_before(&words, 4, 1), "four");
	assert_string_equal(jscan_promise_before(&words, 4, 2), "");
	assert_string_equal(jscan_promise_behind(&words, 0, 1), "two");
	assert_string_equal(jscan_promise_behind(&words, 0, 2), "three");
	assert_string_equal(jscan_promise_behind(&words, 2, 1), "");
	assert_string_equal(jscan_promise_behind(&words, 3, 1), "by");
	assert_string_equal(jscan_promise_behind(&words, 3, 2), "");
	assert_true(jscan_promise_has_before(&words, 2, 1, list));
	assert_true(jscan_promise_has_before(&words, 2, 9, list));
	assert_false(jscan_promise_has_before(&words, 2, 0, list));
	assert_false(jscan_promise_has_before(&words, 1, 9, list));
	assert_false(jscan_promise_has_before(&words, 4, 9, list));
	assert_true(jscan_promise_is_any("two", list));
	assert_false(jscan_promise_is_any("tw", list));
	assert_false(jscan_promise_is_any("twos", list));
	assert_false(jscan_promise_is_any("", list));
}

/* Of a long sentence only its beginning is read. */
static void test_most_words(void **state)
{
	static struct jscan_promise_text words;
	static char text[4 * JSCAN_PROMISE_WORDS];

	(void)state;
	for (size_t i = 0; i < sizeof(text); i += 2)
		memcpy(text + i, "a ", 2);
	jscan_promise_read_words(&words, text, 2 * JSCAN_PROMISE_WORDS - 2);
	assert_int_equal(words.count, JSCAN_PROMISE_WORDS - 1);
	jscan_promise_read_words(&words, text, sizeof(text));
	assert_int_equal(words.count, JSCAN_PROMISE_WORDS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_neighbours),
		cmocka_unit_test(test_most_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
