/*
 * Words as names need them: where one ends, and what its letters look like.
 */
#include "unit/told.h"

#include "facts/name.h"
#include "facts/words.h"

/* Each word, with its length if its end is farther, and what its letters are.
 */
static void tell(char *out, size_t room, const char *text)
{
	struct jscan_word word;
	size_t len = strlen(text), pos = 0, used = 0;

	out[0] = '\0';
	while (used < room && jscan_word_next(&word, text, len, pos)) {
		used += (size_t)snprintf(
			out + used, room - used, "%s%.*s %u%s%s%s%s%s%s",
			pos ? "; " : "", (int)word.len, text + word.offset,
			word.char_count, word.is_capital ? " capital" : "",
			word.is_caps ? " caps" : "",
			word.is_mixed ? " mixed" : "",
			word.is_uncased ? " uncased" : "",
			word.is_initial ? " initial" : "",
			word.has_digit ? " digit" : "");
		if (word.end > word.offset + word.len && used < room)
			used += (size_t)snprintf(
				out + used, room - used, " +%d",
				(int)(word.end - word.offset - word.len));
		pos = word.end;
	}
}

static const struct told_row letters[] = {
	{"Dana", "Dana 4 capital"},
	{"dana", "dana 4"},
	{"DANA", "DANA 4 capital caps"},
	{"D", "D 1 capital initial"},
	{"D.", "D 1 capital initial +1"},
	{"d.", "d 1"},
	{"DaNa", "DaNa 4 capital mixed"},
	{"McAllister", "McAllister 10 capital mixed"},
	{"O'Neil", "O'Neil 5 capital"},
	{"o'neil", "o'neil 5"},
	{"Anna-Lena", "Anna-Lena 8 capital"},
	{"Anna-lena", "Anna-lena 8 capital"},
	{"ANNA-LENA", "ANNA-LENA 8 capital caps"},
	{"anna‐lena", "anna‐lena 8"},
	{"Anna‑Lena", "Anna‑Lena 8 capital"},
	{"O’Neil", "O’Neil 5 capital"},
	{"Dana's", "Dana 5 capital +2"},
	{"Dana’s", "Dana 5 capital +4"},
	{"Chris'", "Chris 5 capital"},
	{"Chris’", "Chris 5 capital"},
	{"DANA'S", "DANA'S 5 capital caps"},
	{"'s", "s 1"},
	{"a's", "a 2 +2"},
	{"ab's", "ab 3 +2"},
	{"a’s", "a 2 +4"},
	{"ab’s", "ab 3 +4"},
	{"Dana' x", "Dana 4 capital; x 1"},
	{"Dana- x", "Dana 4 capital; x 1"},
	{"-Dana", "Dana 4 capital"},
	{"'Dana'", "Dana 4 capital"},
	{"Dana--Lena", "Dana 4 capital; Lena 4 capital"},
	{"2nd", "2nd 3 digit"},
	{"A2", "A2 2 capital digit"},
	{"a1b2", "a1b2 4 digit"},
	{"X1", "X1 2 capital digit"},
	{"2026", "2026 4 digit"},
	{"abcdefgh", "abcdefgh 8"},
	{"abcdefghi", "abcdefghi 9"},
	{"Abcdefghi", "Abcdefghi 9 capital"},
	{"ABCDEFGH", "ABCDEFGH 8 capital caps"},
	{"ABCDEFGHI", "ABCDEFGHI 9 capital caps"},
	{"ABCDEFGHIj", "ABCDEFGHIj 10 capital"},
	{"abcdefghI", "abcdefghI 9 mixed"},
	{"abcdefgH", "abcdefgH 8 mixed"},
	{"abcdeFgh", "abcdeFgh 8 mixed"},
	{"Abcdefgh1", "Abcdefgh1 9 capital digit"},
	{"Abcdefgh'i", "Abcdefgh'i 9 capital"},
	{"Abcdefgh-i", "Abcdefgh-i 9 capital"},
	{"Abcdefghé", "Abcdefghé 9 capital"},
	{"AbcdefghÉ", "AbcdefghÉ 9 capital mixed"},
	{"Müller", "Müller 6 capital"},
	{"MÜLLER", "MÜLLER 6 capital caps"},
	{"mÜller", "mÜller 6 mixed"},
	{"Élan", "Élan 4 capital"},
	{"élan", "élan 4"},
	{"ß", "ß 1"},
	{"田中 太郎", "田中 2 uncased; 太郎 2 uncased"},
	{"Иван Петров", "Иван 4 capital; Петров 6 capital"},
	{"иван", "иван 4"},
	{"Ωmega", "Ωmega 5 capital"},
	{"שלום", "שלום 4 uncased"},
	{"საქართველო", "საქართველო 10"},
	{"Ⴀbc", "Ⴀbc 3 capital"},
	{"ᏣᎳᎩ", "ᏣᎳᎩ 3 capital caps"},
	{"Ⱡabc", "Ⱡabc 4 capital"},
	{"ꙀБ", "ꙀБ 2 capital caps"},
	{"ꭰꭱ", "ꭰꭱ 2"},
	{"fiabc", "fiabc 5"},
	{"ẞabc", "ẞabc 4 capital"},
	{"Jr. X", "Jr 2 capital +1; X 1 capital initial"},
	{"Dr. X", "Dr 2 capital +1; X 1 capital initial"},
	{"Mr.", "Mr 2 capital +1"},
	{"Prof. Dana", "Prof 4 capital +1; Dana 4 capital"},
	{"professor. Dana", "professor 9; Dana 4 capital"},
	{"Ph.D.", "Ph 2 capital; D 1 capital initial +1"},
	{"e.g.", "e 1; g 1"},
	{"A. B.", "A 1 capital initial +1; B 1 capital initial +1"},
	{"A B", "A 1 capital initial; B 1 capital initial"},
	{"I.", "I 1 capital initial +1"},
	{"st. x", "st 2; x 1"},
	{"Sr.", "Sr 2 capital +1"},
	{"\xff\xfe"
	 "Dana\xff"
	 "",
	 "Dana 4 capital"},
	{"Dana\xc3"
	 "",
	 "Dana 4 capital"},
	{"\xe2\x80"
	 "Dana",
	 "Dana 4 capital"},
};

static void test_letters(void **state)
{
	(void)state;
	told_check(letters, COUNT_OF(letters), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
