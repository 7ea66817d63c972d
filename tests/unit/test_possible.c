/*
 * Passing over sentences that cannot be of the writer must come to what reading
 * them all comes to: the same sentences with something possible in them, at the
 * same places, in texts made of pieces that matter to it.
 */
#include "unit/check.h"

#include <stdbool.h>

#include "facts/note/possible.h"

#define TEXTS 30000
#define MOST  64 /* sentences of a text */

static const char *const pieces[] = {
	"The office is quiet",
	"They use four tools",
	"she asked",
	"I",
	"i",
	"me",
	"My",
	"mine",
	"myself",
	"i'm",
	"I\xe2\x80\x99ve",
	"it's",
	"men't",
	"Didn't ask why",
	"didnt ask",
	"Never sent it",
	"Forgot the map",
	"Said yes at once",
	"sent",
	"no questions",
	"bad",
	"not",
	"e.g",
	"etc",
	"Dr",
	"3.5",
	"4/5",
	"ready",
	"caf\xc3\xa9",
	"\xc3\xact",
	"m\xc3\xa9",
	"a-b-c",
	"boss' car",
	"'me'",
	"o'clock",
	"x'me",
	"He said",
	"www.example.com/index",
	"a",
	"antidisestablishmentarianismantidisestablishmentarianism",
	"one two three four five six seven eight nine ten eleven twelve",
	"thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
};

static const char *const marks[] = {
	" ",
	" ",
	" ",
	" ",
	" ",
	". ",
	". ",
	". ",
	"? ",
	"! ",
	", ",
	": ",
	"; ",
	" (",
	") ",
	" \"",
	"\" ",
	".\" ",
	".) ",
	"... ",
	" - ",
	"-",
	"\n",
	"\n",
	"\t",
	".\n",
	"'",
	"' ",
	"\r\n",
	"\n\n ",
	".",
	"\xe2\x80\xa6 ",
	" \xe2\x80\x9c",
	"\xe2\x80\x9d ",
	" \xc2\xab",
	"  ",
	"*",
	"_",
	"\x01",
};

static uint32_t next_number(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 16;
}

static size_t make_text(char *out, size_t size, uint32_t *seed)
{
	size_t count = 1 + next_number(seed) % 24, len = 0;

	out[0] = '\0';
	for (size_t i = 0; i < count; i++) {
		const char *piece =
			pieces[next_number(seed) % COUNT_OF(pieces)];
		const char *mark = marks[next_number(seed) % COUNT_OF(marks)];

		len = strlen(out);
		if (len + strlen(piece) + strlen(mark) + 1 > size)
			break;
		snprintf(out + len, size - len, "%s%s",
			 i == 0 && next_number(seed) % 8 ? "" : mark, piece);
	}
	if (next_number(seed) % 2 && strlen(out) + 2 < size)
		strcat(out, ".");
	return strlen(out);
}

struct place {
	size_t offset, len, words;
};

/* The sentences in which something is possible. */
static size_t find_possible(struct place out[MOST], const char *text,
			    size_t len, bool skips)
{
	static struct jscan_sentence sentence;
	const struct jscan_note_context context = {.section =
							   JSCAN_SECTION_NONE};
	struct jscan_sentence_scanner scanner;
	size_t count = 0;

	jscan_sentence_scanner_init(&scanner, text, len);
	for (;;) {
		if (skips)
			jscan_possible_skip(&scanner);
		if (!jscan_sentence_read(&sentence, &scanner))
			return count;
		if (!jscan_possible_is_in(&sentence, &context))
			continue;
		assert_true(count < MOST);
		out[count++] = (struct place){sentence.offset, sentence.len,
					      sentence.count};
	}
}

static void test_what_is_skipped_is_not_possible(void **state)
{
	uint32_t seed = 4;
	size_t found = 0;

	(void)state;
	for (int i = 0; i < TEXTS; i++) {
		struct place all[MOST] = {{0}}, some[MOST] = {{0}};
		char text[1024];
		size_t len = make_text(text, sizeof(text), &seed);
		size_t count = find_possible(all, text, len, false);

		if (count != find_possible(some, text, len, true) ||
		    memcmp(all, some, sizeof(all)) != 0)
			fail_msg("'%s'", text);
		found += count;
	}
	assert_true(found > TEXTS / 2);
}

/* Where the scanner stands after passing over what it can. */
static size_t find_stand(const char *text)
{
	struct jscan_sentence_scanner scanner;

	jscan_sentence_scanner_init(&scanner, text, strlen(text));
	jscan_possible_skip(&scanner);
	return scanner.pos;
}

static void test_prose_is_skipped(void **state)
{
	(void)state;
	assert_int_equal(find_stand("The office is quiet. They like it so."),
			 37);
	assert_int_equal(find_stand("The office is quiet. So am I."), 21);
	assert_int_equal(find_stand("The office is quiet. Never asked why."),
			 21);
	assert_int_equal(find_stand("Their boss sat, e.g. there. I left."), 28);
	assert_int_equal(find_stand("Did not dare."), 0);
	assert_int_equal(find_stand("She said \"quiet\"."), 0);
	assert_int_equal(find_stand(""), 0);
}

/* A sentence of more bytes than words are read might be cut in its middle. */
static void test_long_sentences_are_read(void **state)
{
	static const char start[] = "The office is quiet. ";
	char text[1024];

	(void)state;
	for (size_t len = 100; len < 600; len++) {
		size_t at = strlen(start), bytes = len - at + 3;

		memcpy(text, start, at);
		for (; at < len; at++)
			text[at] = at % 5 ? 'a' : ' ';
		text[at] = '\0';
		strcat(text, " bb. They left.");
		assert_int_equal(find_stand(text),
				 bytes <= JSCAN_SENTENCE_WORDS - 2
					 ? strlen(text)
					 : strlen(start));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_skipped_is_not_possible),
		cmocka_unit_test(test_prose_is_skipped),
		cmocka_unit_test(test_long_sentences_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
