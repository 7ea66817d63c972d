/*
 * Promises of an answer: each row is a sentence and the words of the date that
 * is promised in it, or NULL when there is none.
 */
#include "unit/check.h"

#include "base/arena.h"
#include "facts/when.h"

struct row {
	const char *sentence;
	const char *promised;
};

static const struct row answers[] = {
	{"By Friday I will have heard.", "Friday"},
	{"By Friday I will know the outcome.", "Friday"},
	{"She said she'd make a decision by Friday.", "Friday"},
	{"I'll hear the result on Friday.", "Friday"},
	{"We'll let you know by Friday.", "Friday"},
	{"He hopes to have decided by Friday.", "Friday"},
	{"She'll text once they have chosen, on Friday.", "Friday"},
	{"The agency rings with news on Friday.", "Friday"},
	{"They will notify everyone on Friday.", "Friday"},
	{"Letter from HR by Friday.", "Friday"},
	{"Expect a message from them on Friday.", "Friday"},
	/* to hear */
	{"I should hear by Friday.", "Friday"},
	{"I'll hear from her by the 19th.", "the 19th"},
	{"Should hear back within two weeks.", "within two weeks"},
	{"She promised that we should all hear by Friday, 13 February.",
	 "Friday, 13 February"},
	{"Pete said I'd hear from him by March 20.", "March 20"},
	{"We expect to hear something next week.", "next week"},
	{"Hoping to hear back on Monday.", "Monday"},
	{"I can expect to hear before the end of the month.",
	 "the end of the month"},
	{"By Friday I should hear either way.", "Friday"},
	{"They told me I would hear in about two weeks, so early December.",
	 "early December"},
	/* to know, to be told */
	{"Malte said I will know by 7 November.", "7 November"},
	{"The recruiter will know more in a couple of days.",
	 "in a couple of days"},
	{"They will let me know by the end of next week.",
	 "the end of next week"},
	{"Mr Furlong spoke of letting everyone know by 11 June.", "11 June"},
	{"She'll let all candidates know on 3 December.", "3 December"},
	{"I'll be told by Wednesday.", "Wednesday"},
	{"We will be informed within ten days.", "within ten days"},
	{"I should find out tomorrow.", "tomorrow"},
	{"He'd let me know next Tuesday whether it goes on.", "next Tuesday"},
	/* to get back */
	{"She'll get back to me by Friday.", "Friday"},
	{"They said they would get back to us within two weeks.",
	 "within two weeks"},
	{"HR comes back to me in ten days.", "in ten days"},
	{"He's going to come back to me with an answer on Thursday.",
	 "Thursday"},
	{"We'll be in touch by the end of the week, she wrote.",
	 "the end of the week"},
	{"Dana will get back to me with an answer, on 12 December.",
	 "12 December"},
	{"They will be back to me before Thanksgiving.", "Thanksgiving"},
	/* an answer, a decision */
	{"Decision by Friday.", "Friday"},
	{"Decision within two weeks.", "within two weeks"},
	{"Mr Okafor promised an answer by 30 September.", "30 September"},
	{"Final decision: Tuesday week.", "Tuesday week"},
	{"They hope to make a decision by mid-December.", "mid-December"},
	{"You can expect our answer by close of business Friday.", "Friday"},
	{"Feedback from the panel will follow next week.", "next week"},
	{"Answer within 14 days, says the automatic reply.", "within 14 days"},
	{"She'll have news on the 18th.", "the 18th"},
	{"Their verdict is due on December 4th.", "December 4th"},
	{"He promised me a reply this week.", "this week"},
	{"Results should be out by the 20th.", "the 20th"},
	/* they decide */
	{"She's deciding by the 19th.", "the 19th"},
	{"They decide at the end of next week.", "the end of next week"},
	{"Dale decides by the end of next week.", "the end of next week"},
	{"They want to have somebody picked by Halloween.", "Halloween"},
	{"The committee will choose before Christmas.", "Christmas"},
	/* they call or write */
	{"Tomasz calls next week, on 27 February at the latest.",
	 "27 February"},
	{"Mr Finch said that they would write to me in the week of 6 April.",
	 "the week of 6 April"},
	{"She'll ring me at the weekend.", "the weekend"},
	{"He is going to phone Wed or Thurs.", "Thurs"},
	{"Dougie said they'd phone me by Friday of next week.",
	 "Friday of next week"},
	{"They will email me by Tuesday.", "Tuesday"},
	{"The recruiter will call back on Monday.", "Monday"},
	{"HR will contact all candidates by 1 December.", "1 December"},
	{"He'll call when he's back, Monday the 16th.", "Monday the 16th"},
	{"She’ll get back to me by Friday.", "Friday"},
	{"He’ll ring me — Friday at the latest.", "Friday"},
	/* many ways to say it */
	{"Timeline: they will make up their minds by the end of November.",
	 "the end of November"},
	{"Next steps: debrief on Thursday, then a call from HR by Monday.",
	 "Monday"},
	{"HR said to expect a decision early next week.", "early next week"},
	{"Expect an email from Priya no later than the 20th.", "the 20th"},
	{"She thinks I'll have an answer by Christmas.", "Christmas"},
	{"We agreed that she would ping me on Wednesday.", "Wednesday"},
	{"He told me they aim to decide within a week.", "within a week"},
	{"The hiring committee meets on Tuesday and I should know by Thursday.",
	 "Thursday"},
	{"They're supposed to let us know at the end of the month.",
	 "the end of the month"},
	{"Promised feedback by Friday.", "Friday"},
	{"Response expected in 10 business days.", "in 10 business days"},
	{"He'll have a verdict for me by the 30th.", "the 30th"},
	{"Recruiter will follow up with me next week.", "next week"},
	{"Nadia is going to update me on Friday.", "Friday"},
	{"I am told I will have my answer by 1 December.", "1 December"},
	{"The team will reach out by Wednesday.", "Wednesday"},
	{"They'll reach out to me in early December.", "early December"},
	{"You will hear from us within two weeks.", "within two weeks"},
	{"\"We will let you know by Friday,\" she said.", "Friday"},
	{"Ruth would ring on Monday with the result.", "Monday"},
	{"I ought to have news by next Friday.", "next Friday"},
	{"The outcome will be known on 4 December.", "4 December"},
	{"I'm expecting a call from them on Thursday.", "Thursday"},
	{"No later than Friday they'd tell me.", "Friday"},
	{"She will send me the feedback by Friday.", "Friday"},
	{"They will send the decision on 30 November.", "30 November"},
	{"Kai emails me the outcome by Friday.", "Friday"},
	{"He expects an answer from head office by Tuesday.", "Tuesday"},
	{"They'd get back Thursday.", "Thursday"},
	{"He'd be getting back to me on Monday.", "Monday"},
	{"I hear back from them Tuesday.", "Tuesday"},
	{"Supposed to hear something by mid December.", "mid December"},
	{"Word by Thursday, Marek reckons.", "Thursday"},
	{"Decision is expected by the middle of December.",
	 "the middle of December"},
	{"They'll have made up their minds by Tuesday.", "Tuesday"},
	{"She is hoping to have an answer for everyone by the 1st of December.",
	 "the 1st of December"},
	{"Sven: \"You'll get our decision by mail before 24 November.\"",
	 "24 November"},
	{"He said he'd ring me either way on Friday afternoon.",
	 "Friday afternoon"},
	{"They will inform me by e-mail until 30 November.", "30 November"},
	{"Told I'd be contacted by the end of the week.",
	 "the end of the week"},
	{"I can count on a reply by Monday, she said.", "Monday"},
	{"Their goal is to decide before Thanksgiving.", "Thanksgiving"},
	{"Should be told something by Friday.", "Friday"},
	{"Lena will come back with news in three days.", "in three days"},
	{"HR promised to call me Monday morning.", "Monday morning"},
	{"Hiring manager wants to decide by Dec 4.", "Dec 4"},
	{"The recruiter said two weeks, so by 23 November I'll know.",
	 "23 November"},
	{"I will have heard by Christmas.", "Christmas"},
	{"I'm told to expect word within 48 hours, at the latest on Wednesday.",
	 "Wednesday"},
	{"Next week they tell me yes or no.", "Next week"},
	{"They plan on calling everyone back by Wednesday.", "Wednesday"},
	{"She'd let me know whether there is a second round by Tuesday.",
	 "Tuesday"},
	{"Someone from HR gets in touch on Monday.", "Monday"},
	{"The answer should reach me on Tuesday.", "Tuesday"},
	{"He wasn't sure but thought they'd decide by Friday.", "Friday"},
};

static const struct row others[] = {
	/* the writer's own plans */
	{"I'll send it by Friday.", NULL},
	{"I will call her on Monday.", NULL},
	{"I'll get back to them by Friday.", NULL},
	{"I'll let her know by Thursday.", NULL},
	{"I'll be in touch next week.", NULL},
	{"We want to move by March.", NULL},
	{"I'm to ring her on the 4th.", NULL},
	{"I have until Wednesday to reply.", NULL},
	{"I have to decide by Friday.", NULL},
	{"I must answer by the 30th.", NULL},
	{"I mean to accept tomorrow.", NULL},
	{"I will write to Mr Furlong on 11 September.", NULL},
	/* what they want of the writer */
	{"They want my answer by 3 December.", NULL},
	{"Bastian called, answer wanted by next Tuesday.", NULL},
	{"She needs my decision by Friday.", NULL},
	{"Glenn wants references by Monday.", NULL},
	{"He asked me to call back on Friday.", NULL},
	{"She wants me to call her on Friday.", NULL},
	{"Told her I'd answer by Monday.", NULL},
	/* what is past */
	{"I heard back on Monday.", NULL},
	{"She called yesterday and left a voicemail.", NULL},
	{"They got back to me last week.", NULL},
	{"The decision came on 3 November.", NULL},
	{"Got the answer on Monday.", NULL},
	{"He called me on Friday.", NULL},
	{"They wrote yesterday that the post is still open.", NULL},
	{"Heard nothing since last week.", NULL},
	{"Marcy called yesterday; I got hold of her at noon.", NULL},
	/* interviews and other things arranged */
	{"The onsite would be the week of January 19.", NULL},
	{"She is setting me up with the VP for Tuesday.", NULL},
	{"Tomasz sends the details tomorrow.", NULL},
	{"Karim will send the exercise on Thursday.", NULL},
	{"Franziska confirms the slot by Friday.", NULL},
	{"Phone call with Ms Adler, Monday 13 April 2026.", NULL},
	{"The call is on Friday.", NULL},
	{"We have a call on Friday.", NULL},
	{"First day is Monday, July 13.", NULL},
	{"Their offer stands until Sunday.", NULL},
	{"Take-home arrives on Thursday, final on 2026-05-21.", NULL},
	{"She hopes to see candidates between 3 and 6 February.", NULL},
	{"Their lead is on leave until 15 July.", NULL},
	{"The next session is on Monday, 4 May.", NULL},
	{"She'll get back to me about the interview on Friday.", NULL},
	{"I would have liked to hear more about the team on Monday.", NULL},
	/* more of all that */
	{"If I don't hear by Friday I'll write.", NULL},
	{"I'll chase them if I haven't heard by the 20th.", NULL},
	{"If there is no answer by Monday, I will call.", NULL},
	{"I will follow up with the recruiter next week.", NULL},
	{"Follow up on Friday if no news.", NULL},
	{"I'm going to thank them tomorrow.", NULL},
	{"My answer is due on Friday.", NULL},
	{"They gave me until Friday to decide.", NULL},
	{"I must let them know by Monday.", NULL},
	{"He decided on Friday to move on.", NULL},
	{"They rejected me on Monday.", NULL},
	{"I have to hear the recording by Friday.", NULL},
	{"Need to update my CV by Monday.", NULL},
	{"The feedback on Friday was kind.", NULL},
	{"She wrote back on Tuesday.", NULL},
	{"We'll talk again next Thursday.", NULL},
	{"The panel will be on the 19th.", NULL},
	{"I asked for news on Monday and heard nothing.", NULL},
	{"I told them I would get back to them by Friday.", NULL},
	{"Her reply came within a day.", NULL},
	{"They answered within two days.", NULL},
	{"The second round is next Wednesday.", NULL},
	{"Rehearse answers by Thursday.", NULL},
	{"I told Dana that I would have to know by Friday because of the other "
	 "offer.",
	 NULL},
	{"I need to hear by Friday because the other offer runs out.", NULL},
	{"She wants to know by Friday whether I'd move.", NULL},
	{"They asked me to let them know by Friday.", NULL},
	{"The other company wants to hear from me by Monday.", NULL},
	{"I have to give them an answer by Monday.", NULL},
	{"Send thank-you by tomorrow.", NULL},
	{"Prepare answers for Thursday.", NULL},
	{"Interview feedback was read out on Monday.", NULL},
	{"On Friday I heard that they chose somebody else.", NULL},
	{"I hear that the office moves in March.", NULL},
	{"They don't decide before January.", NULL},
	{"I'd love to hear what they think on Friday.", NULL},
	{"Dana answers questions on Thursday.", NULL},
	{"The update of the app is due on Friday.", NULL},
	{"He called to say that the interview is on Friday.", NULL},
	{"She emailed me the time: Friday at ten.", NULL},
	{"I'll know the stack better by Friday.", NULL},
	{"Read the news on Monday.", NULL},
	{"I heard on Friday.", NULL},
	{"I have heard the talk on Friday.", NULL},
	{"She will follow up with the panel on Friday.", NULL},
	{"I will follow up with her on Friday.", NULL},
	{"I'll get back to you by Friday.", NULL},
	{"I will reach out to her on Friday.", NULL},
	{"Good to hear from her on Friday.", NULL},
	{"If they decide by Friday, I can start.", NULL},
	{"I had a call from them on Friday.", NULL},
	{"A call from my mother on Friday.", NULL},
	{"An update of the plan by Friday.", NULL},
	{"I make up my mind by Friday.", NULL},
	{"We have chosen the flat by Friday.", NULL},
	{"They will call the plumber on Friday.", NULL},
	{"A phone call with them on Friday.", NULL},
	{"I will answer by Friday.", NULL},
	{"My answer was ready on Friday.", NULL},
	{"I let them know on Friday.", NULL},
	{"I have to know the way by Friday.", NULL},
	{"They never decide by Friday.", NULL},
	{"She sent feedback for the essay on Friday.", NULL},
	/* no date at all */
	{"She'll get back to me.", NULL},
	{"I should hear soon.", NULL},
	{"", NULL},
};

static void check(const struct row *row)
{
	const struct jscan_when_context context = {.reference = {2026, 11, 9}};
	size_t len = strlen(row->sentence);
	struct jscan_arena arena;
	struct jscan_whens whens;
	char got[128] = "none";
	int index;

	jscan_arena_init(&arena);
	jscan_when_find(&whens, row->sentence, len, &context, &arena);
	index = jscan_when_find_promise(&whens, row->sentence, len);
	assert_true(index < (int)whens.count);
	if (index >= 0)
		snprintf(got, sizeof(got), "%.*s", (int)whens.items[index].len,
			 row->sentence + whens.items[index].offset);
	if (strcmp(got, row->promised ? row->promised : "none") != 0)
		fail_msg("\"%s\": got \"%s\", not \"%s\"", row->sentence, got,
			 row->promised ? row->promised : "none");
	jscan_arena_release(&arena);
}

static void answers_are_promised(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(answers); i++)
		check(&answers[i]);
}

static void plans_wishes_and_the_past_are_no_promises(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(others); i++)
		check(&others[i]);
}

static void a_long_sentence_takes_linear_time(void **state)
{
	const struct jscan_when_context context = {.reference = {2026, 11, 9}};
	size_t len = 1000000;
	char *text = check_malloc(len);
	struct jscan_arena arena;
	struct jscan_whens whens;

	(void)state;
	for (size_t i = 0; i < len; i++)
		text[i] = "they call me on Friday "[i % 23];
	jscan_arena_init(&arena);
	jscan_when_find(&whens, text, len, &context, &arena);
	assert_int_equal(whens.count, len / 23);
	assert_true(jscan_when_find_promise(&whens, text, len) >= 0);
	jscan_arena_release(&arena);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_are_promised),
		cmocka_unit_test(plans_wishes_and_the_past_are_no_promises),
		cmocka_unit_test(a_long_sentence_takes_linear_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
