/*
 * What is cut off both ends of a piece of a contact line, and names that are
 * written the other way round.
 */
#include "unit/check.h"

#include <stdlib.h>

#include "base/arena.h"
#include "facts/contact_piece.h"

static void check_text(const char *from, const char *text, size_t len,
		       const char *wanted)
{
	if (len != strlen(wanted) || memcmp(text, wanted, len) != 0)
		fail_msg("'%s' gives '%.*s', not '%s'", from, (int)len, text,
			 wanted);
}

static void ends_are_trimmed(void **state)
{
	static const struct {
		const char *from, *to;
	} cases[] = {
		{"  Dana Ruiz\t", "Dana Ruiz"},
		{"**Dana Ruiz**", "Dana Ruiz"},
		{"_`[Dana]`_", "Dana"},
		{"\"Dana\" ", "Dana"},
		{"- (Dana):", "Dana"},
		{"@dana", "dana"},
		{"Dana.", "Dana"},
		{"~Dana; !", "Dana"},
		{"\xe2\x80\x9c"
		 "Dana\xe2\x80\x9d",
		 "Dana"},
		{"\xe2\x80\x9e"
		 "Dana\xe2\x80\x9c",
		 "Dana"},
		{"\xc2\xab"
		 "Dana\xc2\xbb",
		 "Dana"},
		{"\xc2\xa0\xe2\x80\x93 Dana \xe2\x80\x94", "Dana"},
		{"\xe2\x80\xa2 (\xe2\x80\x98"
		 "Dana\xe2\x80\x99)",
		 "Dana"},
		{"\xc3\x89mile", "\xc3\x89mile"},
		{"Ren\xc3\xa9", "Ren\xc3\xa9"},
		/* The dot of an initial and of Jr. and Sr. stays. */
		{"Priya N.", "Priya N."},
		{"*Priya N.", "Priya N."},
		{"Martin King Jr.", "Martin King Jr."},
		{"Martin King Sr.", "Martin King Sr."},
		{"Martin King jr.", "Martin King jr"},
		{"Martin King Esq.", "Martin King Esq"},
		{"N. P", "N. P"},
		{"Ab.", "Ab"},
		{" \"*'_`[]<>|,;.!~-()@:", ""},
		{"\xc2\xa0\xe2\x80\x9c", ""},
		{"", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *text = cases[i].from;
		size_t len = strlen(text);

		jscan_piece_trim(&text, &len);
		check_text(cases[i].from, text, len, cases[i].to);
	}
}

static void names_are_turned(void **state)
{
	static const struct {
		const char *from, *to;
	} cases[] = {
		{"Ruiz, Dana", "Dana Ruiz"},
		{"Ruiz, Dana Maria", "Dana Maria Ruiz"},
		{"Ruiz,Dana", "Dana Ruiz"},
		{"Dana Ruiz", "Dana Ruiz"},
		{"Ruiz, Dana, CTO", "Ruiz, Dana, CTO"},
		{"Dana Ruiz, Kit", "Dana Ruiz, Kit"},
		{"Ruiz, Dana Maria Eva", "Ruiz, Dana Maria Eva"},
		{"Ruiz, 12", "Ruiz, 12"},
		{"12, Dana", "12, Dana"},
		{"Ruiz,", "Ruiz,"},
		{",", ","},
		{"", ""},
	};
	struct jscan_arena arena;

	(void)state;
	jscan_arena_init(&arena);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		size_t len = strlen(cases[i].from);
		const char *text =
			jscan_piece_turn_name(&arena, cases[i].from, &len);

		check_text(cases[i].from, text, len, cases[i].to);
	}
	jscan_arena_release(&arena);
}

static void small_words_in_front_are_skipped(void **state)
{
	static const struct {
		const char *from, *to;
	} cases[] = {
		{"and Dana", "Dana"},
		{"and with the Dana", "Dana"},
		{"With Dana", "Dana"},
		{"who was our recruiter", "recruiter"},
		{"c/o Dana", "Dana"},
		{"& Dana", "Dana"},
		{"Andrea", "Andrea"},
		/* "A" may be the initial of a name, and "An" a name. */
		{"A Ruiz", "A Ruiz"},
		{"An Nguyen", "An Nguyen"},
		{"and ", "and "},
		{"and", "and"},
		{"", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *text = cases[i].from;
		size_t len = strlen(text);

		jscan_piece_skip_small_words(&text, &len);
		check_text(cases[i].from, text, len, cases[i].to);
	}
}

/* An empty cell ends its row: no byte of it may be looked at. */
static void of_nothing_no_byte_is_read(void **state)
{
	char *row = check_malloc(1);
	const char *text = row + 1;
	size_t len = 0;

	(void)state;
	assert_non_null(row);
	jscan_piece_skip_small_words(&text, &len);
	assert_ptr_equal(text, row + 1);
	assert_int_equal(len, 0);
	free(row);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ends_are_trimmed),
		cmocka_unit_test(names_are_turned),
		cmocka_unit_test(small_words_in_front_are_skipped),
		cmocka_unit_test(of_nothing_no_byte_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
