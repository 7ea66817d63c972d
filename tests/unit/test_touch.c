/* What words say that somebody did: every row of the table of kinds. */
#include "unit/check.h"

#include "facts/touch.h"

static void words_name_the_kind_of_a_touch(void **state)
{
	static const struct {
		const char *words;
		enum jscan_touch_kind kind;
	} cases[] = {
		{"thank dana", JSCAN_TOUCH_THANK_YOU},
		{"sent my thanks by e mail", JSCAN_TOUCH_THANK_YOU},
		{"thanking them for feedback asked", JSCAN_TOUCH_THANK_YOU},
		{"ask ravi for feedback", JSCAN_TOUCH_FEEDBACK_REQUEST},
		{"requested feedback", JSCAN_TOUCH_FEEDBACK_REQUEST},
		{"feedback came", JSCAN_TOUCH_NONE},
		{"ask ravi", JSCAN_TOUCH_NONE},
		{"checked in with malte", JSCAN_TOUCH_CHECK_IN},
		{"check the lights in", JSCAN_TOUCH_NONE},
		{"caught up over coffee", JSCAN_TOUCH_CHECK_IN},
		{"touching base", JSCAN_TOUCH_CHECK_IN},
		{"send gudrun the case study", JSCAN_TOUCH_DOCUMENT},
		{"shared two articles", JSCAN_TOUCH_DOCUMENT},
		{"sent my portfolio", JSCAN_TOUCH_DOCUMENT},
		{"case study", JSCAN_TOUCH_NONE},
		{"phone the office", JSCAN_TOUCH_CALL},
		{"rang her", JSCAN_TOUCH_CALL},
		{"call the portfolio team", JSCAN_TOUCH_CALL},
		{"send references", JSCAN_TOUCH_OTHER},
		{"e mail pete", JSCAN_TOUCH_OTHER},
		{"emailed pete", JSCAN_TOUCH_OTHER},
		{"written to the desk", JSCAN_TOUCH_OTHER},
		{"wrote a note", JSCAN_TOUCH_NONE},
		{"ping her", JSCAN_TOUCH_OTHER},
		{"follow up with dee", JSCAN_TOUCH_OTHER},
		{"reached out", JSCAN_TOUCH_OTHER},
		{"buy milk", JSCAN_TOUCH_NONE},
		{"", JSCAN_TOUCH_NONE},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		if (jscan_touch_find(cases[i].words) != cases[i].kind)
			fail_msg("%s", cases[i].words);
	}
}

static void a_task_that_starts_with_preparing_is_no_touch(void **state)
{
	static const char *const none[] = {
		"prepare the call",   "prep thank you card", "practise the call",
		"rehearse the call",  "read the case study again",
		"research who to call", "review the email",  "schedule a call",
		"update the portfolio i sent", "practice calling"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(none); i++) {
		if (jscan_touch_find_in_task(none[i]) != JSCAN_TOUCH_NONE)
			fail_msg("%s", none[i]);
	}
	assert_int_equal(jscan_touch_find_in_task("call and schedule"),
			 JSCAN_TOUCH_CALL);
}

static void preparing_is_known_in_any_form_and_place(void **state)
{
	(void)state;
	assert_true(jscan_touch_is_preparing("mock to rehearse answers"));
	assert_true(jscan_touch_is_preparing("researched the market"));
	assert_true(jscan_touch_is_preparing("prepped"));
	assert_false(jscan_touch_is_preparing("read the report"));
	assert_false(jscan_touch_is_preparing("preparator"));
}

static void asking_elsewhere_needs_a_place_and_another_one(void **state)
{
	(void)state;
	assert_true(jscan_touch_asks_elsewhere("asked about another office"));
	assert_true(jscan_touch_asks_elsewhere("a sister company"));
	assert_true(jscan_touch_asks_elsewhere("other teams"));
	assert_false(jscan_touch_asks_elsewhere("asked about the team"));
	assert_false(jscan_touch_asks_elsewhere("another idea"));
}

static void a_heading_is_the_first_type_that_its_words_fit(void **state)
{
	static const struct {
		const char *words;
		enum jscan_event_type type;
		enum jscan_touch_kind touch;
		enum jscan_outcome outcome;
		bool is_known;
	} cases[] = {
		{"mock interview", JSCAN_EVENT_MOCK, 0, 0, true},
		{"prep for the panel", JSCAN_EVENT_NOTE, 0, 0, true},
		{"rejected asked for feedback", JSCAN_EVENT_REJECTION, 0, 0,
		 true},
		{"thank you after the interview", JSCAN_EVENT_TOUCH,
		 JSCAN_TOUCH_THANK_YOU, 0, true},
		{"asked for feedback", JSCAN_EVENT_TOUCH,
		 JSCAN_TOUCH_FEEDBACK_REQUEST, 0, true},
		{"check in with the desk", JSCAN_EVENT_TOUCH,
		 JSCAN_TOUCH_CHECK_IN, 0, true},
		{"sent an article", JSCAN_EVENT_TOUCH, JSCAN_TOUCH_DOCUMENT, 0,
		 true},
		{"feedback on the interview", JSCAN_EVENT_FEEDBACK, 0, 0, true},
		{"offer accepted", JSCAN_EVENT_NOTE, 0, JSCAN_OUTCOME_ACCEPTED,
		 true},
		{"declined", JSCAN_EVENT_NOTE, 0, JSCAN_OUTCOME_DECLINED, true},
		{"withdrew my application", JSCAN_EVENT_NOTE, 0,
		 JSCAN_OUTCOME_WITHDRAWN, true},
		{"offer", JSCAN_EVENT_OFFER, 0, 0, true},
		{"no offer", JSCAN_EVENT_REJECTION, 0, 0, true},
		{"kino offer", JSCAN_EVENT_OFFER, 0, 0, true},
		{"declined by them", JSCAN_EVENT_REJECTION, 0, 0, true},
		{"applied", JSCAN_EVENT_APPLICATION, 0, 0, true},
		{"on site", JSCAN_EVENT_INTERVIEW, 0, 0, true},
		{"onsite", JSCAN_EVENT_INTERVIEW, 0, 0, true},
		{"phone screen", JSCAN_EVENT_INTERVIEW, 0, 0, true},
		{"final round", JSCAN_EVENT_INTERVIEW, 0, 0, true},
		{"follow up", JSCAN_EVENT_TOUCH, JSCAN_TOUCH_OTHER, 0, true},
		{"call with human resources", JSCAN_EVENT_INTERVIEW, 0, 0,
		 true},
		{"call from mr furlong", JSCAN_EVENT_NOTE, 0, 0, false},
		{"call to the office", JSCAN_EVENT_NOTE, 0, 0, false},
		{"e mail from dana", JSCAN_EVENT_NOTE, 0, 0, false},
		{"still nothing", JSCAN_EVENT_NOTE, 0, 0, false},
		{"", JSCAN_EVENT_NOTE, 0, 0, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_event_words words;

		jscan_event_words_read(&words, cases[i].words);
		if (words.type != cases[i].type ||
		    words.touch != cases[i].touch ||
		    words.outcome != cases[i].outcome ||
		    words.is_known != cases[i].is_known)
			fail_msg("%s", cases[i].words);
	}
}

static void a_type_is_a_name_or_read_as_a_heading(void **state)
{
	struct jscan_event_words words;

	(void)state;
	jscan_event_words_read_type(&words, "check in");
	assert_int_equal(words.touch, JSCAN_TOUCH_CHECK_IN);
	jscan_event_words_read_type(&words, "follow up");
	assert_int_equal(words.type, JSCAN_EVENT_TOUCH);
	jscan_event_words_read_type(&words, "onsite interview");
	assert_int_equal(words.type, JSCAN_EVENT_INTERVIEW);
	jscan_event_words_read_type(&words, "call");
	assert_int_equal(words.type, JSCAN_EVENT_INTERVIEW);
	jscan_event_words_read_type(&words, "post");
	assert_int_equal(words.type, JSCAN_EVENT_NOTE);
}

static void outcomes_are_read_in_many_words(void **state)
{
	static const struct {
		const char *words;
		enum jscan_outcome outcome;
	} cases[] = {
		{"pending", JSCAN_OUTCOME_PENDING},
		{"waiting", JSCAN_OUTCOME_PENDING},
		{"in progress", JSCAN_OUTCOME_PENDING},
		{"open", JSCAN_OUTCOME_PENDING},
		{"applied", JSCAN_OUTCOME_PENDING},
		{"screening", JSCAN_OUTCOME_PENDING},
		{"interviewing", JSCAN_OUTCOME_PENDING},
		{"under review", JSCAN_OUTCOME_PENDING},
		{"final round", JSCAN_OUTCOME_PENDING},
		{"rejected", JSCAN_OUTCOME_REJECTED},
		{"declined by them", JSCAN_OUTCOME_REJECTED},
		{"no", JSCAN_OUTCOME_REJECTED},
		{"no answer", JSCAN_OUTCOME_NO_ANSWER},
		{"ghosted", JSCAN_OUTCOME_NO_ANSWER},
		{"offer", JSCAN_OUTCOME_OFFER},
		{"no offer", JSCAN_OUTCOME_REJECTED},
		{"not offered", JSCAN_OUTCOME_REJECTED},
		{"accepted", JSCAN_OUTCOME_ACCEPTED},
		{"hired", JSCAN_OUTCOME_ACCEPTED},
		{"declined", JSCAN_OUTCOME_DECLINED},
		{"declined by me", JSCAN_OUTCOME_DECLINED},
		{"withdrawn", JSCAN_OUTCOME_WITHDRAWN},
		{"banana", JSCAN_OUTCOME_NONE},
		{"", JSCAN_OUTCOME_NONE},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		if (jscan_outcome_read(cases[i].words) != cases[i].outcome)
			fail_msg("%s", cases[i].words);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_name_the_kind_of_a_touch),
		cmocka_unit_test(a_task_that_starts_with_preparing_is_no_touch),
		cmocka_unit_test(preparing_is_known_in_any_form_and_place),
		cmocka_unit_test(asking_elsewhere_needs_a_place_and_another_one),
		cmocka_unit_test(a_heading_is_the_first_type_that_its_words_fit),
		cmocka_unit_test(a_type_is_a_name_or_read_as_a_heading),
		cmocka_unit_test(outcomes_are_read_in_many_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
