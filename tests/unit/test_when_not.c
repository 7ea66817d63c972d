/*
 * What is no date: versions, scores, money, phone numbers, ids, times of day,
 * lengths of time, what comes again and again, words that are months by
 * accident; and texts made to be slow or to break something.
 */
#include "unit/when_check.h"

static const char *const none[] = {
	"v1.2.3 and 10.4.2",
	"Python 3.11",
	"10.0.0.1",
	"192.168.1.10",
	"+49 30 5550112",
	"(206) 555-1212",
	"555-0147",
	"020 555 0112",
	"$12.50 and €11/12",
	"USD 3/4",
	"ratio 4:3",
	"score was 3-2",
	"room 3-12",
	"ticket OPS-2026-11",
	"#12-3",
	"ISO 9001:2015",
	"2019-2021",
	"since 2019",
	"in 2026",
	"class of 2026",
	"May I ask?",
	"It may be.",
	"you may 5 times",
	"that may have been",
	"this may take",
	"to march in",
	"May Lin met me",
	"by May Lin",
	"April Whitfield",
	"with June Park",
	"August is fine",
	"12 March Street",
	"second round",
	"the second one",
	"in a second",
	"the first was good",
	"on the first",
	"by the first",
	"the 2nd round",
	"by the 2nd interview",
	"the 18th floor",
	"the sun came out",
	"Sun in the office",
	"Sat in the lobby for an hour.",
	"every Monday",
	"each Friday and Sunday",
	"every other Monday",
	"on Mondays",
	"Monday evenings",
	"on Monday evenings",
	"on a Friday",
	"weekdays only",
	"from nine to five",
	"9 to 5",
	"24/7",
	"50/50",
	"at 14:00",
	"at 3:30 pm",
	"for five weeks",
	"five weeks",
	"two hours",
	"in five minutes",
	"in two hours",
	"where do you see yourself in five years",
	"built it in two weeks",
	"three times in a week",
	"first time in years",
	"best in a decade",
	"day one",
	"one day",
	"day by day",
	"some day",
	"these days",
	"the other day",
	"for the year",
	"the day",
	"all day",
	"monday.com is a tool",
	"see https://x.example/2026/11/09/post",
	"mail friday@example.com",
	"file_2026-11-09.txt",
	"I have 5 years of experience there.",
	"Over the last 5 years at Acme I led two teams.",
	"For the past two years I did nothing else.",
	"In my second year I moved to sales.",
	"They asked for a 30 60 90 day plan.",
	"What would you do in your first 90 days?",
	"In the first 90 days I would listen.",
	"The first day on the job went well.",
	"The first week was hard.",
	"In week one we built it.",
	"A four-day week and day-to-day support.",
	"By day 30 you should ship.",
	"Sprint 12 ended badly.",
	"The Q3 numbers were bad.",
	"We met the March deadline.",
	"We met half a year ago.",
	"It took a quarter of an hour, half of a week ago.",
	"Last question was odd, next question too.",
	"Next time I will slow down; last time I did not.",
	"On the last day of the internship I cried.",
	"I lost one weekend to it.",
	"Twice a week, three times a month, 4 days per week.",
	"In the last month of the project we slipped.",
	"It was the first quarter of the talk.",
	"A quarter of the team left, three quarters stayed.",
	"At the end of the call she laughed.",
	"At the beginning of the conversation I froze.",
	"Early in my career I rambled; late in the call too.",
	"They answered in 20 minutes.",
	"It takes 10-15 minutes and 5-10 people.",
	"They said 2 to 3 weeks.",
	"It takes two to three weeks.",
	"3/4 of the questions were easy.",
	"Jan said yes, and May asked why.",
	"I met Jan and June in the lobby.",
	"April will call me.",
	"August asked about Q2 targets.",
	"Summer is a nice name.",
	"I spoke to Mar.",
	"Dec said no.",
	"We had a mock on a Sunday afternoon.",
	"A typical Monday there starts at 9.",
	"Mondays are for planning, Fridays for demos.",
	"The Monday after the interview I was sick.",
	"The week after the interview was quiet.",
	"The day after the call I wrote to her.",
	"A week after the on-site they wrote.",
	"Three weeks on, nothing.",
	"I heard nothing for two weeks.",
	"It has been ten days.",
	"They need 5 to 7 business days.",
	"I was there from 9 to 11.",
	"We started at half past two and ended at four.",
	"My salary is 65k, 3/4 of hers.",
	"Between 2019 and 2021 I worked at Globex.",
	"I was hired in 2018, left in 2021.",
	"The interview lasted from 10:00 to 11:30.",
	"The build went from 12/15 passing to 15/15.",
	"We got 9/10 on the survey, up from 7/10.",
	"I got 12 out of 15 right.",
	"Release 24.04 and 2026.1 were out.",
	"Page 12, section 3.2, figure 11-2.",
	"Reference no. 2026/117.",
	"The invoice 11-2026 was lost.",
	"It was a 9/11 joke.",
	"Row 5, seat 12.",
	"Their second office opens soon.",
	"The second of the two was better.",
	"The 1st and 2nd rounds were fine.",
	"My 3rd of five interviews.",
	"The 5th question threw me.",
	"On the 5th attempt it compiled.",
	"One of the 20th century's best.",
	"By then I had an offer.",
	"Until now no word.",
	"Later that day she called.",
	"That day I was tired.",
	"The same day they said no.",
	"The New Year's party was loud.",
	"It is like Christmas came early.",
	"Easter eggs in the code.",
};

static void these_are_no_dates(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(none); i++) {
		const struct when_row row = {none[i], ""};

		when_check_on("2026-11-09", &row, 1);
	}
}

static const char *const pieces[] = {"Monday ",
				     "may 5 ",
				     "the ",
				     "2026-11-09",
				     "3/25 ",
				     "-",
				     "to ",
				     "/",
				     ",",
				     "of ",
				     "last ",
				     "next ",
				     "week ",
				     "(",
				     "second ",
				     "end of ",
				     "twenty-",
				     "three ",
				     "9th ",
				     "in a couple of ",
				     "Q2",
				     "10/1-11/7 ",
				     "Thanksgiving ",
				     "new year's ",
				     "'",
				     "\xe2\x80\x99",
				     "\xe2\x80",
				     "\xff",
				     "\xc2\xa0",
				     "1",
				     "99999999999",
				     "a week after ",
				     ".",
				     " ",
				     "\n",
				     "and ",
				     "5",
				     "st ",
				     "early ",
				     "every ",
				     "$",
				     "\xf0\x9f\x93\x85"};

/* No crash, spans inside the text and in order, nothing over one byte. */
static void assert_sound(const char *text, size_t len)
{
	const struct jscan_when_context context = {.reference = {2028, 2, 29}};
	struct jscan_arena arena;
	struct jscan_whens whens;
	struct jscan_when when;
	size_t end = 0;

	jscan_arena_init(&arena);
	jscan_when_find(&whens, text, len, &context, &arena);
	for (size_t i = 0; i < whens.count; i++) {
		const struct jscan_when *item = &whens.items[i];

		assert_true(item->offset >= end);
		assert_true(item->len > 0 && item->len <= len);
		end = item->offset + item->len;
		assert_true(end <= len);
		assert_true(item->is_impossible ||
			    jscan_date_compare(item->start, item->end) <= 0);
		assert_int_not_equal(item->is_impossible,
				     jscan_date_is_set(item->start));
	}
	assert_true(jscan_when_find_promise(&whens, text, len) <
		    (int)whens.count);
	(void)jscan_when_parse(&when, text, len, &context);
	jscan_arena_release(&arena);
}

static void a_megabyte_of_one_piece_is_read_in_linear_time(void **state)
{
	enum { SIZE = 1000000 };
	char *text = check_malloc(SIZE);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(pieces); i++) {
		size_t len = strlen(pieces[i]);

		for (size_t at = 0; at < SIZE; at++)
			text[at] = pieces[i][at % len];
		assert_sound(text, SIZE);
	}
	free(text);
}

/* A generator of our own, so that every run is the same. */
static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

static void any_mixture_of_pieces_is_sound(void **state)
{
	char text[2048];
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		size_t len = 0, count = next_random(&seed) % 60;

		for (size_t i = 0; i < count; i++) {
			const char *piece =
				pieces[next_random(&seed) % COUNT_OF(pieces)];
			size_t size = strlen(piece);

			memcpy(text + len, piece, size);
			len += size;
		}
		/* Without a NUL, and so that reading past the end shows. */
		char *copy = check_malloc(len ? len : 1);

		memcpy(copy, text, len);
		assert_sound(copy, len);
		free(copy);
	}
}

static void any_length_of_a_text_is_sound(void **state)
{
	static const char text[] =
		"On Friday, 13 February 2026 (Fri) at 14:00, or 3/25, Q2, the "
		"end of next week, New Year\xe2\x80\x99s Eve, in two to three "
		"weeks, 10/1-11/7, mid-March, \xe2\x80\x98"
		"26";

	(void)state;
	for (size_t len = 0; len <= sizeof(text) - 1; len++) {
		char *copy = check_malloc(len ? len : 1);

		memcpy(copy, text, len);
		assert_sound(copy, len);
		free(copy);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(these_are_no_dates),
		cmocka_unit_test(
			a_megabyte_of_one_piece_is_read_in_linear_time),
		cmocka_unit_test(any_mixture_of_pieces_is_sound),
		cmocka_unit_test(any_length_of_a_text_is_sound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
