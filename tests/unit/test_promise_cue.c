/*
 * Whose promise it is, of what, and by which date: the words around the cues of
 * an answer, each with the date that is promised.  Read on Monday, 9 November
 * 2026.
 */
#include "unit/told.h"

#include "base/arena.h"
#include "facts/when.h"

/* The words of the date that is promised, "" for none. */
static void tell(char *out, size_t room, const char *text)
{
	const struct jscan_when_context context = {.reference = {2026, 11, 9}};
	struct jscan_arena arena;
	struct jscan_whens whens;
	int found;

	jscan_arena_init(&arena);
	jscan_when_find(&whens, text, strlen(text), &context, &arena);
	found = jscan_when_find_promise(&whens, text, strlen(text));
	if (found < 0)
		snprintf(out, room, "%s", whens.count ? "none" : "no date");
	else
		snprintf(out, room, "%.*s", (int)whens.items[found].len,
			 text + whens.items[found].offset);
	jscan_arena_release(&arena);
}

static const struct told_row cues[] = {
	{"I will hear by Friday.", "Friday"},
	{"I hear by Friday.", "Friday"},
	{"We hear back by Friday.", "Friday"},
	{"They hear by Friday.", "none"},
	{"They will hear by Friday.", "Friday"},
	{"They hear back by Friday.", "Friday"},
	{"I want to hear me think by Friday.", "none"},
	{"I'd like to hear it by Friday.", "none"},
	{"I will hear the result by Friday.", "Friday"},
	{"I will hear the band by Friday.", "none"},
	{"It was good to hear by Friday.", "none"},
	{"Hearing back by Friday.", "Friday"},
	{"Expecting to be hearing by Friday.", "Friday"},
	{"I will have heard by Friday.", "Friday"},
	{"I have heard by Friday.", "none"},
	{"I heard by Friday.", "none"},
	{"I overhear by Friday.", "none"},
	{"I will know by Friday.", "Friday"},
	{"I know by Friday.", "none"},
	{"I have to know by Friday.", "none"},
	{"I will know the outcome by Friday.", "Friday"},
	{"I will know the stack by Friday.", "none"},
	{"They let me know by Friday.", "Friday"},
	{"They let us all know by Friday.", "Friday"},
	{"I let them know by Friday.", "none"},
	{"I let you know by Friday.", "Friday"},
	{"I will let her know by Friday.", "none"},
	{"We will let you know by Friday.", "Friday"},
	{"Letting everyone know by Friday.", "Friday"},
	{"They lets candidates know by Friday.", "Friday"},
	{"They will let it be known by Friday.", "none"},
	{"Me know by Friday.", "none"},
	{"I should find out by Friday.", "Friday"},
	{"I find out by Friday.", "none"},
	{"They should point out by Friday.", "none"},
	{"She will reach out by Friday.", "Friday"},
	{"I will reach out by Friday.", "none"},
	{"Reaching out by Friday.", "none"},
	{"They follow up with me by Friday.", "Friday"},
	{"They follow up with Dana by Friday.", "none"},
	{"They follow up on me by Friday.", "none"},
	{"I follow up with you by Friday.", "none"},
	{"They make up their minds by Friday.", "Friday"},
	{"I make up my mind by Friday.", "none"},
	{"They change their minds by Friday.", "none"},
	{"They will be in touch by Friday.", "Friday"},
	{"I will be in touch by Friday.", "none"},
	{"We'll be in touch by Friday.", "Friday"},
	{"She gets in touch by Friday.", "Friday"},
	{"She keeps in touch by Friday.", "none"},
	{"They lost touch by Friday.", "none"},
	{"They get back to me by Friday.", "Friday"},
	{"They get back by Friday.", "Friday"},
	{"I get back to you by Friday.", "none"},
	{"We get back to you by Friday.", "none"},
	{"HR comes back with an answer by Friday.", "Friday"},
	{"Somebody writes back by Friday.", "Friday"},
	{"They will write back by Friday.", "Friday"},
	{"The report is back by Friday.", "none"},
	{"Get back to me by Friday.", "Friday"},
	{"Getting back to us by Friday.", "Friday"},
	{"They come back me by Friday.", "Friday"},
	{"They ring back by Friday.", "Friday"},
	{"They will not be told by Friday.", "none"},
	{"They will not hear by Friday.", "none"},
	{"I will not, I fear, hear by Friday.", "none"},
	{"I will never ever really hear by Friday.", "none"},
	{"I never will have to really hear back by Friday.", "Friday"},
	{"If they like me I will hear by Friday.", "none"},
	{"Unless he minds I should hear by Friday.", "none"},
	{"I hope to hear by Friday.", "Friday"},
	{"They hope that one of the many will hear by Friday.", "Friday"},
	{"I hope that we all might get to hear by Friday.", "Friday"},
	{"Due a week or so to hear by Friday.", "Friday"},
	{"I would love to hear by Friday.", "none"},
	{"I would love only to hear by Friday.", "none"},
	{"I would love not only to hear by Friday.", "none"},
	{"I would love it just to hear by Friday.", "Friday"},
	{"I have heard she will decide by Friday.", "Friday"},
	{"I should have heard by Friday.", "Friday"},
	{"They are going to let me know by Friday.", "Friday"},
	{"She lets candidates know by Friday.", "Friday"},
	{"She lets both us know by Friday.", "Friday"},
	{"Let them know by Friday.", "none"},
	{"I will soon surely know by Friday.", "Friday"},
	{"I will soon most surely know by Friday.", "none"},
	{"I should know the answer by Friday.", "Friday"},
	{"I should know the team by Friday.", "none"},
	{"I should know the by Friday.", "none"},
	{"I must let it know by Friday.", "none"},
	{"They should find out by Friday.", "Friday"},
	{"I should soon hope to find out by Friday.", "Friday"},
	{"I should more or less find out by Friday.", "none"},
	{"I should then more or less find out by Friday.", "none"},
	{"HR reaches out by Friday.", "Friday"},
	{"Reaches out by Friday.", "none"},
	{"The team follows up with us by Friday.", "Friday"},
	{"The team follows up by Friday.", "none"},
	{"The team follows up with it by Friday.", "none"},
	{"Making up our mind by Friday.", "Friday"},
	{"Making up one mind by Friday.", "Friday"},
	{"They will all be in touch by Friday.", "Friday"},
	{"They will all soon be in touch by Friday.", "none"},
	{"They are in touch by Friday.", "none"},
	{"I think they will be in touch by Friday.", "Friday"},
	{"I say that they will be in touch by Friday.", "Friday"},
	{"They will come back to me by Friday.", "Friday"},
	{"They will come back me by Friday.", "Friday"},
	{"They will come back by Friday.", "Friday"},
	{"It will come back to us by Friday.", "Friday"},
	{"I will come back to you by Friday.", "none"},
	{"They will walk back to me by Friday.", "none"},
	{"They'd circle back by Friday.", "Friday"},
	{"An email from HR by Friday.", "Friday"},
	{"A call from them by Friday.", "Friday"},
	{"A call from Dana by Friday.", "Friday"},
	{"A call from home by Friday.", "none"},
	{"I had a nice long call from HR by Friday.", "none"},
	{"I had one long odd call from HR by Friday.", "none"},
	{"Since the call from HR by Friday.", "none"},
	{"The decision came by Friday.", "none"},
	{"The decision then came by Friday.", "none"},
	{"The decision of theirs then came by Friday.", "none"},
	{"My answer by Friday.", "Friday"},
	{"I will have my answer by Friday.", "Friday"},
	{"I will have my answer ready by Friday.", "none"},
	{"I get my answer by Friday.", "Friday"},
	{"I give my answer by Friday.", "none"},
	{"An update of the app by Friday.", "none"},
	{"An update on it by Friday.", "Friday"},
	{"To answer by Friday.", "none"},
	{"To update by Friday.", "none"},
	{"The answer by Friday.", "Friday"},
	{"Need a decision by Friday.", "none"},
	{"Need a quick decision by Friday.", "none"},
	{"They make a decision by Friday.", "Friday"},
	{"They make their final decision by Friday.", "Friday"},
	{"They make their one final decision by Friday.", "Friday"},
	{"They will make a decision by Friday.", "Friday"},
	{"I make a decision by Friday.", "none"},
	{"Will make the decision by Friday.", "Friday"},
	{"The panel will need to make a decision by Friday.", "Friday"},
	{"I think now the panel will make a decision by Friday.", "Friday"},
	{"I think by now the panel will make a decision by Friday.", "Friday"},
	{"They decide by Friday.", "Friday"},
	{"I decide by Friday.", "none"},
	{"It decides by Friday.", "Friday"},
	{"They will have picked by Friday.", "Friday"},
	{"They will have at last picked by Friday.", "Friday"},
	{"I will have decided by Friday.", "none"},
	{"I think that they will soon all have decided by Friday.", "Friday"},
	{"She calls by Friday.", "Friday"},
	{"She calls me by Friday.", "Friday"},
	{"She calls Dana by Friday.", "none"},
	{"She calls with news by Friday.", "Friday"},
	{"She calls with Dana by Friday.", "none"},
	{"She calls when ready by Friday.", "Friday"},
	{"She calls to us then by Friday.", "Friday"},
	{"She calls back on Friday.", "Friday"},
	{"Her phone calls by Friday.", "none"},
	{"I call by Friday.", "none"},
	{"I'll be told by Friday.", "Friday"},
	{"I'll soon all be told by Friday.", "Friday"},
	{"I'll soon but not all be told by Friday.", "none"},
	{"Will very soon be told by Friday.", "Friday"},
	{"Will at last soon be told by Friday.", "none"},
	{"Will at last now soon be told by Friday.", "none"},
	{"I was told by Friday.", "none"},
	{"Dana calls by Friday.", "Friday"},
	{"dana calls by Friday.", "none"},
	{"The recruiter is hoping to call by Friday.", "Friday"},
	{"The recruiter was also only hoping to call by Friday.", "Friday"},
	{"The recruiter was then also probably only going to call by Friday.",
	 "none"},
	{"We plan to call by Friday.", "none"},
	{"The red one calls by Friday.", "none"},
	{"Decision by Friday. They call.", "Friday"},
	{"They call. By Friday all is done.", "none"},
	{"They call; by Friday all is done.", "none"},
	{"The recruiter was also probably only hoping to call by Friday.",
	 "Friday"},
	{"I say they will be in touch by Friday.", "Friday"},
	{"I, they say, will be in touch by Friday.", "Friday"},
	{"; decision by Friday.", "Friday"},
	{"Ok; decision by Friday.", "Friday"},
	{"Ok. Decision by Friday.", "Friday"},
	{"They decide, by Friday.", "Friday"},
	{"They decide; by Friday.", "none"},
	{"They decide before my holidays on Friday.", "none"},
	{"They decide on the interview on Friday.", "none"},
	{"They decide on the interview by Friday.", "Friday"},
	{"They decide once we met on Friday.", "none"},
	{"They decide unless we meet on Friday.", "none"},
	{"They decide one two three four five six seven eight nine ten eleven "
	 "twelve on Friday.",
	 "Friday"},
	{"They decide a b c d e f g h j k l m n by Friday.", "Friday"},
	{"They decide a b c d e f g h j k l m n o by Friday.", "none"},
	{"By Friday they decide.", "Friday"},
	{"By Friday, but they decide.", "none"},
	{"By Friday a b c d e f they decide.", "Friday"},
	{"By Friday a b c d e f g h j k they decide.", "none"},
	{"On Friday. They decide.", "none"},
	{"By 2026-02-30 they decide.", "none"},
	{"They decide by Friday, at the latest by Monday.", "Monday"},
	{"They decide by Friday; by Monday we go.", "Friday"},
	{"They decide by Friday and Dana goes on Monday.", "Friday"},
};

static const struct told_row answers[] = {
	{"Decision by Friday.", "Friday"},
	{"My decision by Friday.", "none"},
	{"The decision came by Friday.", "none"},
	{"The decision was made by Friday.", "none"},
	{"A decision is needed by Friday.", "none"},
	{"They need a decision by Friday.", "none"},
	{"They make a decision by Friday.", "Friday"},
	{"They will make a final decision by Friday.", "Friday"},
	{"I make a decision by Friday.", "none"},
	{"We'll make our decision by Friday.", "none"},
	{"An answer by Friday.", "Friday"},
	{"I will answer by Friday.", "none"},
	{"To answer by Friday.", "none"},
	{"I'll have my answer by Friday.", "Friday"},
	{"I'll get my answer by Friday.", "Friday"},
	{"I'll have my answer ready by Friday.", "none"},
	{"I gave my answer by Friday.", "none"},
	{"An update by Friday.", "Friday"},
	{"An update of the plan by Friday.", "none"},
	{"I would update by Friday.", "none"},
	{"Results by Friday.", "Friday"},
	{"The results arrived by Friday.", "none"},
	{"News by Friday.", "Friday"},
	{"I rehearse the answer by Friday.", "none"},
	{"I owe them a reply by Friday.", "none"},
	{"They wanted word by Friday.", "none"},
	{"Feedback required by Friday.", "none"},
	{"A verdict on Friday.", "Friday"},
	{"An email from them by Friday.", "Friday"},
	{"An email from Dana by Friday.", "Friday"},
	{"An email from her friend by Friday.", "none"},
	{"An email to them by Friday.", "none"},
	{"I had an email from them by Friday.", "none"},
	{"A letter from HR by Friday.", "Friday"},
	{"Letters from HR by Friday.", "none"},
	{"A call from the recruiter by Friday.", "none"},
	{"A call from recruiter Dana by Friday.", "Friday"},
	{"I got a message from HR on Friday.", "none"},
	{"They decide by Friday.", "Friday"},
	{"I decide by Friday.", "none"},
	{"They decide up by Friday.", "none"},
	{"They pick by Friday.", "Friday"},
	{"They pick up by Friday.", "none"},
	{"She chooses by Friday.", "Friday"},
	{"Choosing by Friday.", "none"},
	{"They will have decided by Friday.", "Friday"},
	{"I will have decided by Friday.", "none"},
	{"They decided by Friday.", "none"},
	{"It will be picked by Friday.", "Friday"},
	{"Once chosen by Friday.", "none"},
};

static const struct told_row calls[] = {
	{"They call me by Friday.", "Friday"},
	{"They call by Friday.", "Friday"},
	{"They call the vendor by Friday.", "none"},
	{"They call in the week of 16 November.", "the week of 16 November"},
	{"They call again on Friday.", "Friday"},
	{"They call when ready by Friday.", "Friday"},
	{"They call with news by Friday.", "Friday"},
	{"They call with Dana by Friday.", "none"},
	{"I call them by Friday.", "none"},
	{"Call them by Friday.", "none"},
	{"A phone call by Friday.", "none"},
	{"Their first call by Friday.", "none"},
	{"She writes to everyone by Friday.", "Friday"},
	{"She writes to Dana by Friday.", "none"},
	{"HR emails us by Friday.", "Friday"},
	{"The recruiter will ping me on Friday.", "Friday"},
	{"The team responds on Friday.", "Friday"},
	{"Dana rings on Friday.", "Friday"},
	{"Dana rings Tom on Friday.", "none"},
	{"dana rings on Friday.", "none"},
	{"Who contacts me by Friday?", "Friday"},
	{"I'll be told by Friday.", "Friday"},
	{"I was told by Friday.", "none"},
	{"I will be contacted by Friday.", "Friday"},
	{"We should be rung by Friday.", "Friday"},
	{"I am informed by Friday.", "none"},
	{"Someone tells us by Friday.", "Friday"},
	{"They text no later than Friday.", "Friday"},
	{"They update before Friday.", "Friday"},
	{"They message back within two days.", "within two days"},
};

static const struct told_row broken[] = {
	{"They won't call me by Friday.", "none"},
	{"They will not get back to me by Friday.", "none"},
	{"They never call me by Friday.", "none"},
	{"If they call me by Friday, good.", "none"},
	{"Unless they call me by Friday.", "none"},
	{"They can't tell me by Friday.", "none"},
	{"They will get back to me about the interview on Friday.", "none"},
	{"They will get back to me about the interview by Friday.", "Friday"},
	{"They will get back to me; the interview is Friday.", "none"},
	{"They will get back to me once I send it by Friday.", "none"},
	{"They will get back to me when my papers are there on Friday.",
	 "none"},
	{"They will get back to me after one two three four five six seven "
	 "eight nine ten eleven twelve on Friday.",
	 "none"},
	{"They will get back to me after one two three four five six seven "
	 "eight on Friday.",
	 "Friday"},
	{"They will get back to me next week, on Friday at the latest.",
	 "next week, on Friday"},
	{"They will get back to me next week or on Friday.", "Friday"},
	{"They will get back to me next week and meet on Friday.", "next week"},
	{"They will get back to me next week; on Friday we rest.", "next week"},
	{"They will get back to me by 2026-02-30 or Friday.", "Friday"},
	{"They will get back to me by Friday or 2026-02-30.", "Friday"},
	{"By Friday they will get back to me.", "Friday"},
	{"On Friday I met Dana, and they will get back to me.", "none"},
	{"By Friday, I think, they will get back to me.", "Friday"},
	{"On Friday we talk; they will get back to me.", "none"},
	{"By 2026-02-30 they will get back to me.", "none"},
	{"By Friday one two three four five six seven eight nine they call me.",
	 "none"},
	{"By Friday one two three four five six seven they call me.", "Friday"},
	{"She'll call me by Friday.", "Friday"},
	{"She’ll call me by Friday.", "Friday"},
	{"She'd call me by Friday.", "Friday"},
	{"She — our recruiter — will call me by Friday.", "Friday"},
	{"She... will call me by Friday.", "none"},
	{"She (HR) will call me by Friday.", "Friday"},
	{"SHE WILL CALL ME BY FRIDAY.", "FRIDAY"},
	{"Thereverylongwordindeed will call me by Friday.", "Friday"},
	{"Friday calls me by Monday.", "none"},
	{"They call", "no date"},
	{"They call me.", "no date"},
};

static const struct told_row names[] = {
	{"Müller calls me by Friday.", "Friday"},
	{"Muller calls me by Friday.", "Friday"},
};

static void test_cues(void **state)
{
	(void)state;
	told_check(cues, COUNT_OF(cues), tell);
}

static void test_answers(void **state)
{
	(void)state;
	told_check(answers, COUNT_OF(answers), tell);
}

static void test_calls(void **state)
{
	(void)state;
	told_check(calls, COUNT_OF(calls), tell);
}

static void test_broken(void **state)
{
	(void)state;
	told_check(broken, COUNT_OF(broken), tell);
}

static void test_names(void **state)
{
	(void)state;
	told_check(names, COUNT_OF(names), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cues),  cmocka_unit_test(test_answers),
		cmocka_unit_test(test_calls), cmocka_unit_test(test_broken),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
