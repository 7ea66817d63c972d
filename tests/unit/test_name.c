/* Names by their shape, titles by their words, and the table behind both. */
#include "unit/check.h"

#include "facts/name.h"
#include "facts/title.h"
#include "facts/words.h"

static void the_table_of_words_is_sorted(void **state)
{
	const char *before = jscan_words_get(0), *word;

	(void)state;
	for (size_t i = 1; (word = jscan_words_get(i)) != NULL; i++) {
		size_t a = strcspn(before, "/"), b = strcspn(word, "/");
		int order = memcmp(before, word, a < b ? a : b);

		if (order > 0 || (order == 0 && a >= b))
			fail_msg("'%s' stands before '%s'", before, word);
		assert_true(jscan_words_find(word, b) != 0);
		assert_true(b <= JSCAN_WORD_MOST_BYTES);
		before = word;
	}
	assert_int_equal(jscan_words_find("Manager", 7), JSCAN_WORD_HEAD);
	assert_int_equal(jscan_words_find("didn\xe2\x80\x99t", 8),
			 JSCAN_WORD_PLAIN);
	assert_int_equal(jscan_words_find("zzz", 3), 0);
}

static void whole_texts_are_names_or_not(void **state)
{
	static const struct {
		const char *text;
		enum jscan_name_place place;
		bool is_name;
		bool is_full;
	} cases[] = {
		{"Dana Ruiz", JSCAN_NAME_IN_KEY, true, true},
		{"dana ruiz", JSCAN_NAME_IN_KEY, true, true},
		{"dana ruiz", JSCAN_NAME_IN_LIST, false, false},
		{"Dana", JSCAN_NAME_IN_KEY, true, false},
		{"Mr Prendergast", JSCAN_NAME_IN_LIST, true, false},
		{"Sister Bernadette Coyle", JSCAN_NAME_IN_LIST, true, true},
		{"Dr. J. R. Okafor", JSCAN_NAME_IN_LIST, true, false},
		{"Brid N\xc3\xad Fhlatharta", JSCAN_NAME_IN_LIST, true, true},
		{"Ms N\xc3\xad Fhlatharta", JSCAN_NAME_IN_PROSE, true, false},
		{"María de los Ángeles", JSCAN_NAME_IN_LIST, true, true},
		{"Ludwig van Beethoven", JSCAN_NAME_IN_PROSE, true, true},
		{"Anna-Lena Müller-Lüdenscheidt", JSCAN_NAME_IN_PROSE, true,
		 true},
		{"Shaun O'Neil", JSCAN_NAME_IN_PROSE, true, true},
		{"Ian McAllister", JSCAN_NAME_IN_PROSE, true, true},
		{"Martin Luther King Jr.", JSCAN_NAME_IN_LIST, true, true},
		{"\xe7\x94\xb0\xe4\xb8\xad \xe5\xa4\xaa\xe9\x83\x8e",
		 JSCAN_NAME_IN_LIST, true, true},
		{"\xd0\x98\xd0\xb2\xd0\xb0\xd0\xbd "
		 "\xd0\x9f\xd0\xb5\xd1\x82\xd1\x80\xd0\xbe\xd0\xb2",
		 JSCAN_NAME_IN_LIST, true, true},
		{"Kanye West", JSCAN_NAME_IN_LIST, true, true},
		{"Jan Novak", JSCAN_NAME_IN_PROSE, true, true},
		{"Talent Acquisition", JSCAN_NAME_IN_KEY, false, false},
		{"Product Manager", JSCAN_NAME_IN_KEY, false, false},
		{"Second Round", JSCAN_NAME_IN_LIST, false, false},
		{"System Design", JSCAN_NAME_IN_LIST, false, false},
		{"Larkspur Freight", JSCAN_NAME_IN_PROSE, false, false},
		{"LarkTrace", JSCAN_NAME_IN_PROSE, false, false},
		{"CTO", JSCAN_NAME_IN_KEY, false, false},
		{"Monday", JSCAN_NAME_IN_LIST, false, false},
		{"555 0123", JSCAN_NAME_IN_KEY, false, false},
		{"TBD", JSCAN_NAME_IN_KEY, false, false},
		{"the whole team", JSCAN_NAME_IN_KEY, false, false},
		{"", JSCAN_NAME_IN_KEY, false, false},
		{"Dana Ruiz, CTO", JSCAN_NAME_IN_KEY, false, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_name name = {0};
		bool is_name =
			jscan_name_parse(&name, cases[i].text,
					 strlen(cases[i].text), cases[i].place);

		if (is_name != cases[i].is_name ||
		    (is_name && name.is_full != cases[i].is_full))
			fail_msg("'%s': name %d, full %d", cases[i].text,
				 is_name, name.is_full);
	}
}

static void names_are_found_in_prose(void **state)
{
	static const struct {
		const char *text;
		const char *names; /* with | between them */
	} cases[] = {
		{"Asked Franziska why.", "Franziska|"},
		{"Met Dana Ruiz, the engineering manager.", "Dana Ruiz|"},
		{"Mr. Finch and Mrs Tolka came.", "Mr. Finch|Mrs Tolka|"},
		{"Larkspur Freight pays well.", ""},
		{"Tolka & Finch are two.", ""},
		{"We met on Monday in March.", ""},
		{"Rambled again. Ahmed noticed.", "Ahmed|"},
		{"Renata's note: wait for Glenn Abernathy's call.",
		 "Renata|Glenn Abernathy|"},
		{"Spoke to the CTO about Kubernetes.", ""},
		{"Dana Ruiz\nTom Park", "Dana Ruiz|Tom Park|"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *text = cases[i].text;
		char found[200] = "";
		struct jscan_name name;
		size_t pos = 0;

		while (jscan_name_next(&name, text, strlen(text), pos)) {
			strncat(found, text + name.offset, name.len);
			strcat(found, "|");
			pos = name.offset + name.len;
		}
		assert_string_equal(found, cases[i].names);
	}
}

static void mail_addresses_fit_their_bearers(void **state)
{
	static const struct {
		const char *name;
		const char *mail;
		int fit;
	} cases[] = {
		{"Dana Ruiz", "dana.ruiz@acme.example", 3},
		{"Dana Ruiz", "ruiz_dana@acme.example", 3},
		{"Dana Ruiz", "druiz@acme.example", 2},
		{"Curtis Vandermolen", "curtis.v@brightpallet.example", 2},
		{"Dana Ruiz", "dana@acme.example", 1},
		{"Bastian Kr\xc3\xbcger", "bastian.krueger@w.example", 3},
		{"Bastian Kr\xc3\xbcger", "b.kruger@w.example", 2},
		{"Dana Ruiz", "tom.park@acme.example", 0},
		{"Dana Ruiz", "no address", 0},
		{"Dana Ruiz", "ruizd@acme.example", 2},
		{"Dana Ruiz", "danar@acme.example", 2},
		{"Dana Ruiz", "danax@acme.example", 0},
		{"Dana Ruiz", "ruizx@acme.example", 0},
		{"Dana Ruiz", "xruiz@acme.example", 1},
		{"Dana Ruiz", "ruiz@acme.example", 1},
		{"Tom Ng", "xxng@acme.example", 0}, /* too short to tell */
		{"Dana", "dana@acme.example", 1},
		{"Dana", "danadana@acme.example", 1},
		{"Dana Ruiz", "@acme.example", 0},
		{"", "dana@acme.example", 0},
		{"S\xc3\xb8ren \xc3\x85"
		 "berg",
		 "soeren.aaberg@w.example", 3},
	};
	struct jscan_arena arena;

	(void)state;
	jscan_arena_init(&arena);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_mail_name name;

		jscan_mail_name_init(&name, cases[i].name, &arena);
		assert_int_equal(
			jscan_mail_name_fit(&name, cases[i].mail, &arena),
			cases[i].fit);
	}
	jscan_arena_release(&arena);
}

static void titles_are_known_by_their_words(void **state)
{
	static const char *const titles[] = {"CTO",
					     "Head of Design",
					     "VP Product",
					     "career coach",
					     "Staff Engineer",
					     "HR Business Partner",
					     "Plant Controller",
					     "engineering manager",
					     "Director of Nursing",
					     "Teamleiterin",
					     "Senior Vice President, Sales",
					     "Chief Accountant",
					     "Head of Platform Reliability",
					     "co-founder",
					     "Gruppenleiter",
					     "Softwareentwickler",
					     "Vertriebsingenieur",
					     "Personalreferent",
					     "Engineers"};
	static const char *const others[] = {
		"Dana Ruiz", "asked about the team",	 "Acme",
		"",	     "she is the manager of it", "very friendly",
		"Berlin"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(titles); i++)
		if (!jscan_title_is(titles[i], strlen(titles[i])))
			fail_msg("'%s' is a title", titles[i]);
	for (size_t i = 0; i < COUNT_OF(others); i++)
		if (jscan_title_is_likely(others[i], strlen(others[i])))
			fail_msg("'%s' is no title", others[i]);
	assert_true(jscan_title_is_likely("Talent Acquisition", 18));
	assert_true(jscan_title_is_field("Sales", 5));
	assert_int_equal(jscan_title_prefix("Recruiter Dana Ruiz", 19), 10);
	assert_int_equal(jscan_title_suffix("Dana Ruiz CTO", 13), 10);
	assert_int_equal(jscan_title_prefix("Dana Ruiz", 9), 0);
	assert_int_equal(jscan_title_prefix("Recruiter", 9), 0);
	assert_int_equal(jscan_title_prefix("Head of Design Dana", 19), 15);
	assert_int_equal(jscan_title_suffix("Dana Ruiz", 9), 9);
	assert_int_equal(jscan_title_suffix("Dana CTO", 8), 8);
	assert_int_equal(jscan_title_suffix("Dana van de Ruiz CTO", 20), 17);
	assert_int_equal(jscan_title_suffix("Dana A. B. C. Ruiz CTO", 22), 22);
	assert_string_equal(jscan_title_find_role("an interviewer", 14),
			    "interviewer");
	assert_string_equal(jscan_title_find_role("Panel member", 12),
			    "interviewer");
	assert_null(jscan_title_find_role("Panel", 5));
	assert_null(jscan_title_find_role("Hiring", 6));
	assert_null(jscan_title_find_role("", 0));
	assert_string_equal(jscan_title_guess_role("Recruiting Lead", 15),
			    "recruiter");
	assert_null(jscan_title_guess_role("CTO", 3));
	assert_string_equal(jscan_title_find_role("Recruiters", 10),
			    "recruiter");
	assert_string_equal(jscan_title_find_role("the hiring manager", 18),
			    "hiring manager");
	assert_null(jscan_title_find_role("Technical Recruiter", 19));
	assert_string_equal(jscan_title_guess_role("Talent Partner", 14),
			    "recruiter");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_of_words_is_sorted),
		cmocka_unit_test(whole_texts_are_names_or_not),
		cmocka_unit_test(names_are_found_in_prose),
		cmocka_unit_test(mail_addresses_fit_their_bearers),
		cmocka_unit_test(titles_are_known_by_their_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
