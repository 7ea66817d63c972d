/* Telephone numbers: where one stands, where none does, and how they compare.
 */
#include "unit/check.h"

#include "facts/contact.h"
#include "facts/phone.h"

static void numbers_are_found_as_written(void **state)
{
	static const struct {
		const char *text;
		const char *number; /* NULL: none */
	} cases[] = {
		{"call +49 30 555-0114 now", "+49 30 555-0114"},
		{"(312) 555-0133", "(312) 555-0133"},
		{"sales, (312) 555-0158, picks up", "(312) 555-0158"},
		{"773-555-0190", "773-555-0190"},
		{"312.555.0133.", "312.555.0133"},
		{"312 555 0133", "312 555 0133"},
		{"1-800-555-0199", "1-800-555-0199"},
		{"+1 (312) 555-0133 ext. 22", "+1 (312) 555-0133 ext. 22"},
		{"+44 (0)20 7946 0123", "+44 (0)20 7946 0123"},
		{"+353 1 555-0126", "+353 1 555-0126"},
		{"01 555 0126", "01 555 0126"},
		{"030/5550114", "030/5550114"},
		{"0171 555 0123", "0171 555 0123"},
		{"tel: 5550142", "5550142"},
		{"Dana, 555-0142", "555-0142"},
		{"(tel. 0555 01 23 45)", "0555 01 23 45"},
		/* Blanks and hyphens that are not ASCII. */
		{"312\xe2\x80\x91"
		 "555\xe2\x80\x91"
		 "0133",
		 "312\xe2\x80\x91"
		 "555\xe2\x80\x91"
		 "0133"},
		{"+49\xc2\xa0"
		 "30\xe2\x80\xaf"
		 "5550114",
		 "+49\xc2\xa0"
		 "30\xe2\x80\xaf"
		 "5550114"},
		{"(+49) 30 5550114", "(+49) 30 5550114"},
		{"(312) 5550133", "(312) 5550133"},
		{"mobile: 5550142x", "5550142"},
		{"3125550133", "3125550133"},
		{"Dana 312 555 0133, extension 7.",
		 "312 555 0133, extension 7"},
		{"312 555 0133 x 1234567", "312 555 0133"},
		{"030 5550114 Durchwahl 12", "030 5550114 Durchwahl 12"},
		{"312 555 0133: Dana", "312 555 0133"},
		{"Dana/312 555 0133", NULL},
		{"Dana /312 555 0133", "312 555 0133"},
		{"Dana,312 555 0133", "312 555 0133"},
		{"1,312 555 0133", NULL},
		{"312 555 0133:45", NULL},
		{"312 555 0133%", NULL},
		{"312 555 0133kg", NULL},
		{"312 555 0133\xe2\x82\xac", NULL},
		{"312 555 0133 \xe2\x82\xac", NULL},
		{"312 555 0133,5", NULL},
		{"\xc2\xa3"
		 "312 555 0133",
		 NULL},
		{"www.acme.example/3125550133", NULL},
		{"dana@312-555-0133", NULL},
		{"+1 23 45", NULL},
		{"123456", NULL},
		{"1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9", NULL},
		{"7.8.26 1234", NULL},
		{"m 5550142", NULL},
		{"m: 5550142", "5550142"},
		{"2026-01-09", NULL},
		{"09.01.2026", NULL},
		{"1/9/2026", NULL},
		{"2026-11-09T14:00+01:00", NULL},
		{"from 2025-2026", NULL},
		{"$1,250,000 a year", NULL},
		{"\xe2\x82\xac"
		 "84,000",
		 NULL},
		{"order #555-0142", NULL},
		{"Meeting ID: 812 5550 1234", NULL},
		{"REQ-2024-0012-55", NULL},
		{"https://acme.example/jobs/312-555-0133", NULL},
		{"a312-555-0133@acme.example", NULL},
		{"192.168.100.200", NULL},
		{"version 10.4.2026", NULL},
		{"fax 030 555 0114", NULL},
		{"10:30 - 11:45", NULL},
		{"118% last year, 131% the year before", NULL},
		{"58000 to 62000", NULL},
		/* Dates, with a label too; what only looks a little like one.
		 */
		{"call 2026-11-09", NULL},
		{"call 2026-111-09", "2026-111-09"},
		{"call 202-611-09", "202-611-09"},
		{"call 12/31/2026", NULL},
		{"call 12/31/26 1430", NULL},
		{"call 12/311/2026", "12/311/2026"},
		{"call 123/11/2026", "123/11/2026"},
		{"call 12-11/2026", "12-11/2026"},
		{"call 12 11 2026", "12 11 2026"},
		{"tel 7-8-26-1234", "7-8-26-1234"},
		/* North America */
		{"(312)5550133", "(312)5550133"},
		{"312 5550133", NULL},
		{"1 (312) 5550133", "1 (312) 5550133"},
		{"2 312 555 0133", NULL},
		{"(3125) 550133", "(3125) 550133"},
		{"(312) 5550", NULL},
		/* a trunk prefix */
		{"01 555 012", "01 555 012"},
		{"01 55 012", NULL},
		{"015555 0126", "015555 0126"},
		{"0155555 012", NULL},
		{"0 30 5550114", NULL},
		{"0 30 55501144", "0 30 55501144"},
		{"030 5550114 1234", "030 5550114 1234"},
		{"030 5550114 12345", NULL},
		/* labels, and words that only end like one */
		{"ring 5550142", "5550142"},
		{"boring 5550142", NULL},
		{"ph 5550142", "5550142"},
		{"at 5550142", NULL},
		{"at: 5550142", "5550142"},
		{"c: 5550142", "5550142"},
		{"abc: 5550142", NULL},
		{"her number is 5550142", "5550142"},
		{"\xe2\x98\x8e 5550142", "5550142"},
		{"Phone number: **5550142", "5550142"},
		{"room 312-555-0133", NULL},
		{"Ticket: 312-555-0133", NULL},
		{"no. 312-555-0133", NULL},
		{"casino 312-555-0133", "312-555-0133"},
		/* what stands beside */
		{"-312-555-0133", NULL},
		{"312-555-0133x", "312-555-0133"},
		{"312-555-0133y", NULL},
		{"312-555-0133@", NULL},
		{"312-555-0133.5", NULL},
		{"see www.acme.example/a 312-555-0133", "312-555-0133"},
		{"<dana@acme.example>312-555-0133", "312-555-0133"},
		{"wwwa 312-555-0133", "312-555-0133"},
		/* extensions */
		{"312 555 0133, x12", "312 555 0133, x12"},
		{"312 555 0133 EXT. 123456", "312 555 0133 EXT. 123456"},
		{"312 555 0133 ext. 1234567", "312 555 0133"},
		{"312 555 0133 ext", "312 555 0133"},
		{"312 555 0133   x12", "312 555 0133"},
		{"312 555 0133 dw 3", "312 555 0133 dw 3"},
		/* brackets of the sentence */
		{"(see 312 555 0133)", "312 555 0133"},
		{"(312 555 0133)", "312 555 0133"},
		/* how long they are */
		{"+1 312 555", NULL},
		{"+1 312 5550", "+1 312 5550"},
		{"+123456789012345", "+123456789012345"},
		{"+1234567890123456", NULL},
		{"+1 2 3 4 5 6 7 8", "+1 2 3 4 5 6 7 8"},
		{"+1 2 3 4 5 6 7 8 9", NULL},
		{"tel 555-014", NULL},
		{"312 - 555 - 0133", "312 - 555 - 0133"},
		{"312  -  555  -  0133", NULL},
		{"+ 5", NULL},
		{"(", NULL},
		{"+", NULL},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *text = cases[i].text, *wanted = cases[i].number;
		struct jscan_phone phone = {0};
		bool found = jscan_phone_next(&phone, text, strlen(text), 0);

		if (found != (wanted != NULL) ||
		    (found && (phone.len != strlen(wanted) ||
			       memcmp(text + phone.offset, wanted, phone.len))))
			fail_msg("'%s' gives '%.*s'", text, (int)phone.len,
				 text + phone.offset);
	}
}

static void numbers_compare_without_their_looks(void **state)
{
	static const struct {
		const char *text;
		const char *region;
		const char *number;
	} cases[] = {
		{"+49 30 555-0114", NULL, "+49305550114"},
		{"0049 30 5550114", NULL, "+49305550114"},
		{"030 / 555 01 14", "DE", "+49305550114"},
		{"(312) 555-0133", "US", "+13125550133"},
		{"1-312-555-0133", "us", "+13125550133"},
		{"(312) 555-0133", NULL, "3125550133"},
		{"+44 (0)20 7946 0123", NULL, "+442079460123"},
		{"020 7946 0123", "GB", "+442079460123"},
		{"06 1 555 0123", "HU", "+3615550123"},
		{"02 555 0123", "IT", "+39025550123"},
		{"+1 312 555 0133 ext. 22", NULL, "+13125550133x22"},
		{"555-0142", "XX", "5550142"},
		{"", NULL, ""},
		{"00123456", NULL, "00123456"}, /* nine digits or more */
		{"001234567", NULL, "+1234567"},
		{"555-0142 x3", NULL, "5550142x3"},
		{"12 a 3456", NULL, "123456"},
		{"55501 x2", NULL, "55501x2"}, /* five digits are enough */
		{"5550 x2", NULL, "55502"},
		{" (+49) 30 555", "GB", "+4930555"},
		{"8 495 555 01 23", "RU", "+74955550123"},
		{"49 30 (0) 55", NULL, "4930055"},
		{"+49 (0)30 (0)55", NULL, "+493055"},
	};
	struct jscan_arena arena;

	(void)state;
	jscan_arena_init(&arena);
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_string_equal(jscan_phone_normalise(&arena, cases[i].text,
							  cases[i].region),
				    cases[i].number);
	jscan_arena_release(&arena);
}

static void sureness_is_told(void **state)
{
	static const struct {
		const char *text;
		enum jscan_phone_sureness sureness;
	} cases[] = {
		{"+49 30 5550114", JSCAN_PHONE_CERTAIN},
		{"(312) 555-0133", JSCAN_PHONE_CERTAIN},
		{"030 5550114", JSCAN_PHONE_CERTAIN},
		{"tel 5550142", JSCAN_PHONE_LABELLED},
		{"555-0142", JSCAN_PHONE_BARE},
		{"3125550133", JSCAN_PHONE_BARE},
		{"(312) 5550133", JSCAN_PHONE_CERTAIN},
		{"1 (312) 5550133", JSCAN_PHONE_CERTAIN},
		{"(3125) 550133", JSCAN_PHONE_BARE},
		{"(312) 55501334", JSCAN_PHONE_BARE},
		{"0 30 55501144", JSCAN_PHONE_CERTAIN},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_phone phone;

		assert_true(jscan_phone_next(&phone, cases[i].text,
					     strlen(cases[i].text), 0));
		assert_int_equal(phone.sureness, cases[i].sureness);
	}
}

static void values_said_to_be_numbers(void **state)
{
	static const struct {
		const char *text;
		bool is_value;
	} cases[] = {
		{"12345", true},
		{"1234", false},
		{"12345678901234567890", true},
		{"123456789012345678901", false},
		{"ask for Dana 55501", true},	  /* ten letters */
		{"please ask Dana 55501", false}, /* fourteen */
		{"\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4 55501",
		 true},
		{"none", false},
		{"", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		if (jscan_phone_is_value(cases[i].text,
					 strlen(cases[i].text)) !=
		    cases[i].is_value)
			fail_msg("'%s'", cases[i].text);
	}
}

static void hostile_digits_take_linear_time(void **state)
{
	size_t len = 1 << 20;
	char *text = check_malloc(len);
	struct jscan_phone phone;
	size_t pos = 0;

	(void)state;
	for (size_t i = 0; i < len; i++)
		text[i] = "1 (-+0/."[i * 7 % 8];
	while (jscan_phone_next(&phone, text, len, pos))
		pos = phone.offset + phone.len;
	memset(text, '1', len);
	assert_false(jscan_phone_next(&phone, text, len, 0));
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_found_as_written),
		cmocka_unit_test(numbers_compare_without_their_looks),
		cmocka_unit_test(sureness_is_told),
		cmocka_unit_test(values_said_to_be_numbers),
		cmocka_unit_test(hostile_digits_take_linear_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
