/* Valid and invalid bytes, repair, properties of characters, and folding. */
#include "unit/check.h"

#include "unit/arena.h"

#include "base/utf8.h"

static void invalid_bytes_are_found_where_they_are(void **state)
{
	static const struct {
		const char *text;
		size_t len;
		size_t bad;
	} cases[] = {
		{"", 0, 0},
		{"plain words of ASCII", 20, 20},
		{"a\0b", 3, 1},
		{"\0", 1, 0},
		{"12345678\0", 9, 8},
		{"1234567\0", 8, 7},
		{"\x01", 1, 1},
		{"\x7f", 1, 1},
		{"\x80", 1, 0},
		{"\xbf", 1, 0},
		{"\xc3\xa9", 2, 2},
		{"\xc3", 1, 0},
		{"\xc3z", 2, 0},
		{"\xc0\x80", 2, 0},	    /* overlong NUL */
		{"\xc1\xbf", 2, 0},	    /* overlong */
		{"\xc2\x80", 2, 2},	    /* U+0080 */
		{"\xdf\xbf", 2, 2},	    /* U+07FF */
		{"\xe0\x9f\xbf", 3, 0},	    /* overlong */
		{"\xe0\xa0\x80", 3, 3},	    /* U+0800 */
		{"\xed\x9f\xbf", 3, 3},	    /* U+D7FF */
		{"\xed\xa0\x80", 3, 0},	    /* the first surrogate */
		{"\xed\xbf\xbf", 3, 0},	    /* the last one */
		{"\xee\x80\x80", 3, 3},	    /* U+E000 */
		{"\xef\xbf\xbf", 3, 3},	    /* U+FFFF */
		{"\xe2\x82", 2, 0},	    /* cut short */
		{"\xe2\x82\xac", 3, 3},	    /* euro */
		{"\xe2(\xac", 3, 0},	    /* broken in the middle */
		{"\xf0\x8f\xbf\xbf", 4, 0}, /* overlong */
		{"\xf0\x90\x80\x80", 4, 4}, /* U+10000 */
		{"\xf4\x8f\xbf\xbf", 4, 4}, /* U+10FFFF */
		{"\xf4\x90\x80\x80", 4, 0}, /* past the end */
		{"\xf5\x80\x80\x80", 4, 0},
		{"\xff", 1, 0},
		{"\xf0\x9f\x98", 3, 0},
		{"1234567\xc3\xa9", 9, 9}, /* over the edge of a word */
		{"1234567\xe9 and more text", 22, 7},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		size_t bad = jscan_utf8_check(cases[i].text, cases[i].len);

		if (bad != cases[i].bad)
			fail_msg("case %zu: %zu", i, bad);
	}
}

/* Against the definition: every code point, and every pair of bytes. */
static void all_characters_are_valid_and_nothing_else(void **state)
{
	unsigned valid = 0;

	(void)state;
	for (int32_t c = 1; c <= 0x10ffff; c++) {
		char text[4];
		size_t len = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
		bool is_surrogate = c >= 0xd800 && c <= 0xdfff;
		int32_t read;

		if (len == 1)
			text[0] = (char)c;
		for (size_t i = len; len > 1 && i-- > 0;)
			text[i] =
				(char)(0x80 | (c >> 6 * (len - 1 - i) & 0x3f));
		if (len > 1)
			text[0] = (char)((0xf00 >> len & 0xff) |
					 c >> 6 * (len - 1));
		assert_int_equal(jscan_utf8_check(text, len),
				 is_surrogate ? 0 : len);
		if (is_surrogate)
			continue;
		assert_int_equal(jscan_utf8_next(text, len, &read), len);
		assert_int_equal(read, c);
	}
	for (unsigned pair = 0; pair < 0x10000; pair++) {
		char text[2] = {(char)(pair >> 8), (char)pair};

		valid += jscan_utf8_check(text, 2) == 2;
	}
	/* two of 127 ASCII characters, or one of 30 times 64 */
	assert_int_equal(valid, 127 * 127 + 30 * 64);
}

static void repair_replaces_each_bad_byte(void **state)
{
	static const struct {
		const char *text;
		size_t len;
		const char *repaired;
	} cases[] = {
		{"", 0, ""},
		{"fine \xc3\xa9", 7, "fine \xc3\xa9"},
		{"M\xfcller", 6, "M\xef\xbf\xbdller"},
		{"a\0b", 3,
		 "a\xef\xbf\xbd"
		 "b"},
		{"\xed\xa0\x80", 3, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
		{"x\xf0\x9f\x98", 4, "x\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
		{"\xff\xc3\xa9\xff", 4, "\xef\xbf\xbd\xc3\xa9\xef\xbf\xbd"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		size_t len = 0;
		char *text = jscan_utf8_repair(&arena, cases[i].text,
					       cases[i].len, &len);

		assert_int_equal(len, strlen(cases[i].repaired));
		assert_string_equal(text, cases[i].repaired);
		assert_int_equal(jscan_utf8_check(text, len), len);
	}
}

static void characters_have_properties(void **state)
{
	static const struct {
		int32_t c;
		bool is_letter, is_upper, is_digit, is_space, is_unsafe;
	} cases[] = {
		{'a', true, false, false, false, false},
		{'Z', true, true, false, false, false},
		{'7', false, false, true, false, false},
		{' ', false, false, false, true, false},
		{'-', false, false, false, false, false},
		{'\n', false, false, false, true, true},
		{0x1b, false, false, false, false, true},
		{0x7f, false, false, false, false, true},
		{0x9b, false, false, false, false, true},   /* C1: CSI */
		{0xa0, false, false, false, true, false},   /* no-break */
		{0xad, false, false, false, false, true},   /* soft hyphen */
		{0xc9, true, true, false, false, false},    /* E acute */
		{0xdf, true, false, false, false, false},   /* sharp s */
		{0x1c5, true, true, false, false, false},   /* title case */
		{0x301, true, false, false, false, false},  /* combining */
		{0x416, true, true, false, false, false},   /* Cyrillic */
		{0x661, false, false, true, false, false},  /* Arabic 1 */
		{0x200b, false, false, false, false, true}, /* zero width */
		{0x2028, false, false, false, true, true},
		{0x202e, false, false, false, false, true}, /* override */
		{0x3000, false, false, false, true, false},
		{0x4e2d, true, false, false, false, false},
		{0x1f600, false, false, false, false, false},
		{0xfffe, false, false, false, false, true},
		{0xd800, false, false, false, false, true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		int32_t c = cases[i].c;

		if (jscan_utf8_is_letter(c) != cases[i].is_letter ||
		    jscan_utf8_is_upper(c) != cases[i].is_upper ||
		    jscan_utf8_is_digit(c) != cases[i].is_digit ||
		    jscan_utf8_is_space(c) != cases[i].is_space ||
		    jscan_utf8_is_unsafe(c) != cases[i].is_unsafe)
			fail_msg("U+%04X", (unsigned)c);
	}
}

static void width_counts_columns(void **state)
{
	static const struct {
		const char *text;
		size_t columns;
	} cases[] = {
		{"", 0},
		{"abc", 3},
		{"\xc3\xa9", 1},
		{"e\xcc\x81", 1},		 /* a combining mark */
		{"\xe4\xb8\xad\xe6\x96\x87", 4}, /* two wide ones */
		{"\xf0\x9f\x98\x80", 2},
		{"a\x1b\x01z", 2},
		{"\xe2\x80\x8b", 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		if (jscan_utf8_width(cases[i].text, strlen(cases[i].text)) !=
		    cases[i].columns)
			fail_msg("'%s'", cases[i].text);
	}
}

/* A mark behind a character sends it to the library, and is folded away. */
static void folding_has_two_equal_ways(void **state)
{
	static const int32_t others[] = {0x2013, 0x2014, 0x2019, 0x2026};

	(void)state;
	for (int32_t c = 0x80; c < 0x200 + (int32_t)COUNT_OF(others); c++) {
		int32_t code = c < 0x200 ? c : others[c - 0x200];
		char quick[16], slow[20];

		if (code < 0x800)
			snprintf(quick, sizeof(quick), "a%c%cB",
				 0xc0 | code >> 6, 0x80 | (code & 0x3f));
		else
			snprintf(quick, sizeof(quick), "a%c%c%cB",
				 0xe0 | code >> 12, 0x80 | (code >> 6 & 0x3f),
				 0x80 | (code & 0x3f));
		snprintf(slow, sizeof(slow), "%s\xcc\x81", quick);
		assert_string_equal(
			jscan_utf8_fold(&arena, quick, strlen(quick)),
			jscan_utf8_fold(&arena, slow, strlen(slow)));
		assert_string_equal(
			jscan_utf8_fold_words(&arena, quick, strlen(quick)),
			jscan_utf8_fold_words(&arena, slow, strlen(slow)));
	}
}

static void folding_makes_spellings_equal(void **state)
{
	static const struct {
		const char *text;
		const char *folded;
		const char *words;
	} cases[] = {
		{"", "", ""},
		{"  -- !? ", "", ""},
		{"Acme", "acme", "acme"},
		{"Cr\xc3\xa8me & Co.", "cremeco", "creme co"},
		{"CRE\xcc\x80ME  co", "cremeco", "creme co"},
		{"What I'd do differently?", "whatiddodifferently",
		 "what id do differently"},
		{"What I\xe2\x80\x99"
		 "d do",
		 "whatiddo", "what id do"},
		{"follow_up-DATE", "followupdate", "follow up date"},
		{"Stra\xc3\x9f"
		 "e",
		 "strasse", "strasse"},
		{"\xc3\x98rsted \xc5\x81ódź", "orstedlodz", "orsted lodz"},
		{"\xef\xbc\xa1\xef\xbc\x91", "a1", "a1"}, /* full width */
		{"\xef\xac\x81ne", "fine", "fine"},	  /* ligature */
		{"\xd0\x96\xd1\x83\xd0\xba", "\xd0\xb6\xd1\x83\xd0\xba",
		 "\xd0\xb6\xd1\x83\xd0\xba"},
		{"\xf0\x9f\x93\x9d Next steps \xf0\x9f\x91\x8d", "nextsteps",
		 "next steps"},
		{"a\xc2\xa0"
		 "b",
		 "ab", "a b"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		size_t len = strlen(cases[i].text);

		assert_string_equal(jscan_utf8_fold(&arena, cases[i].text, len),
				    cases[i].folded);
		assert_string_equal(
			jscan_utf8_fold_words(&arena, cases[i].text, len),
			cases[i].words);
		/* what is folded stays as it is */
		assert_string_equal(
			jscan_utf8_fold_words(&arena, cases[i].words,
					      strlen(cases[i].words)),
			cases[i].words);
	}
}

static void composing_joins_letters_and_marks(void **state)
{
	(void)state;
	assert_string_equal(jscan_utf8_compose(&arena, "plain", 5), "plain");
	assert_string_equal(jscan_utf8_compose(&arena, "e\xcc\x81x", 4),
			    "\xc3\xa9x");
	assert_string_equal(jscan_utf8_compose(&arena, "\xc3\xa9", 2),
			    "\xc3\xa9");
	assert_string_equal(jscan_utf8_compose(&arena, "", 0), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(invalid_bytes_are_found_where_they_are),
		cmocka_unit_test(all_characters_are_valid_and_nothing_else),
		cmocka_unit_test(repair_replaces_each_bad_byte),
		cmocka_unit_test(characters_have_properties),
		cmocka_unit_test(width_counts_columns),
		cmocka_unit_test(folding_has_two_equal_ways),
		cmocka_unit_test(folding_makes_spellings_equal),
		cmocka_unit_test(composing_joins_letters_and_marks),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
