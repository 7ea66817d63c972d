/*
 * Who does what in a sentence, what of it is denied, and how it is meant: for
 * each clause whose it is, and each word as it is understood.
 */
#include "unit/told.h"

#include "base/buf.h"
#include "facts/note/scope.h"

static const char *const dana_texts[] = {"dana"};
static const struct jscan_texts dana = {dana_texts, 1};

/* "-" is denied, "!" turns what is behind it, "@" a name; "<how it is meant>".
 */
static void tell_sentence(struct jscan_buf *out, const char *text,
			  const struct jscan_sentence *sentence)
{
	unsigned clause = 0, mood = JSCAN_MOOD_REAL;

	for (size_t i = 0; i < sentence->count; i++) {
		const struct jscan_token *token = &sentence->tokens[i];
		bool is_first = i == 0 || token->clause != clause;
		bool is_last = i + 1 == sentence->count ||
			       token[1].clause != token->clause;

		assert_int_equal(is_first,
				 (token->flags & JSCAN_TOKEN_START) != 0);
		assert_int_equal(is_last,
				 (token->flags & JSCAN_TOKEN_END) != 0);
		assert_int_equal(token->clause, clause + (is_first && i > 0));
		clause = token->clause;
		if (is_first)
			jscan_buf_addf(
				out, "%s%s:", i ? " / " : "",
				jscan_who_name((enum jscan_who)token->who));
		if (token->mood != mood)
			jscan_buf_addf(
				out, " <%s>",
				jscan_mood_name((enum jscan_mood)token->mood));
		mood = token->mood;
		jscan_buf_addf(out, " %s%s%s%.*s", token->parity ? "-" : "",
			       token->turns ? "!" : "",
			       token->flags & JSCAN_TOKEN_NAME ? "@" : "",
			       (int)token->len, text + token->offset);
	}
}

static void tell(char *out, size_t room, const char *text)
{
	static struct jscan_sentence sentence;
	struct jscan_sentence_scanner scanner;
	struct jscan_buf buf;

	jscan_buf_init(&buf);
	jscan_buf_adds(&buf, "");
	jscan_sentence_scanner_init(&scanner, text, strlen(text));
	while (jscan_sentence_next(&sentence, &scanner)) {
		if (buf.len > 0)
			jscan_buf_adds(&buf, " | ");
		jscan_scope_find(&sentence, &dana);
		tell_sentence(&buf, text, &sentence);
	}
	snprintf(out, room, "%s", buf.data);
	jscan_buf_release(&buf);
}

static const struct told_row sentences[] = {
	{"I did not ask about the team, but she liked it.",
	 "the writer: I did !not -ask -about -the -team / somebody else: but "
	 "she liked it"},
	{"Rambled again.", "the writer: Rambled again"},
	{"He rambled and I listened.",
	 "somebody else: He rambled / the writer: and I listened"},
	{"She was kind, and I forgot to ask.",
	 "somebody else: She was kind / the writer: and I !forgot to -ask"},
	{"My answers ran long.", "the writer: My answers ran long"},
	{"My boss talked.", "somebody else: My boss talked"},
	{"My old boss talked.", "somebody else: My old boss talked"},
	{"My first ever boss talked.",
	 "somebody else: My first ever boss talked"},
	{"My answer was what the boss wanted.",
	 "the writer: My answer was / somebody else: what the boss wanted"},
	{"Your answers ran long.", "you: Your answers ran long"},
	{"Your manager talked.", "somebody else: Your manager talked"},
	{"His answers ran long.", "somebody else: His answers ran long"},
	{"The answers ran long.", "a thing: The answers ran long"},
	{"The interviewer talked too much.",
	 "somebody else: The interviewer talked too much"},
	{"Interviewers talk.", "somebody else: Interviewers talk"},
	{"People talk too much.", "anybody: People talk too much"},
	{"Somebody talked.", "anybody: Somebody talked"},
	{"Nobody asked.", "a thing: !Nobody -asked"},
	{"No questions came.", "a thing: !No -questions -came"},
	{"None of them asked.", "a thing: !None -of -them -asked"},
	{"We talked.", "we: We talked"},
	{"You should not ask.", "you: You should !not -ask"},
	{"It went badly.", "a thing: It went badly"},
	{"It all felt odd.", "a thing: It all felt odd"},
	{"That was me.", "a thing: That was me"},
	{"This answer fell flat.", "a thing: This answer fell flat"},
	{"In the end I froze.", "the writer: In the end I froze"},
	{"In the last round we froze.", "we: In the last round we froze"},
	{"With them the talk was fine.",
	 "a thing: With them the talk was fine"},
	{"With her I froze.", "the writer: With her I froze"},
	{"At the door Dana laughed.",
	 "somebody else: At the door @Dana laughed"},
	{"Dana laughed.", "somebody else: @Dana laughed"},
	{"Zorb laughed.", "somebody else: @Zorb laughed"},
	{"Zorbs are fine.", "somebody else: @Zorbs are fine"},
	{"Then Zorb laughed.", "somebody else: Then @Zorb laughed"},
	{"Thank you notes were late.", "a thing: Thank you notes were late"},
	{"Thank you for that.", "a thing: Thank you for that"},
	{"Should have asked.", "the writer: !Should have <regretted> -asked"},
	{"I should have asked and listened.",
	 "the writer: I !should have <regretted> -asked / the writer: -and "
	 "-listened"},
	{"I should have asked more and he agreed.",
	 "the writer: I !should have <regretted> -asked -more / somebody else: "
	 "-and -he -agreed"},
	{"I should have asked, but she left.",
	 "the writer: I !should have <regretted> -asked / somebody else: <said "
	 "as it was> but she left"},
	{"I should have asked; she left.",
	 "the writer: I !should have <regretted> -asked / somebody else: <said "
	 "as it was> she left"},
	{"I meant to ask her.",
	 "the writer: I !meant to <regretted> -ask -her"},
	{"I need to stop asking.",
	 "the writer: I !need to <resolved> -stop -asking"},
	{"I had to ask.", "the writer: I had to ask"},
	{"Next time I will not ramble.",
	 "the writer: <resolved> -Next -time -I -will -!not ramble"},
	{"I must ask more next time.",
	 "the writer: <resolved> -I -must -ask -more -next -time"},
	{"Ask more next time, and do not ramble.",
	 "the writer: <resolved> -Ask -more -next -time / the writer: -and -do "
	 "-!not ramble"},
	{"Ask more questions.", "the writer: <advice> Ask more questions"},
	{"Always ask.", "the writer: <advice> Always ask"},
	{"Do not ask that.", "the writer: <advice> Do !not -ask -that"},
	{"Asked more.", "the writer: Asked more"},
	{"Will ask.", "the writer: Will ask"},
	{"If I ramble, she will leave.",
	 "the writer: If <not real> I ramble / somebody else: she will leave"},
	{"If I had asked, she would have told me.",
	 "the writer: !If <regretted> -I -had -asked / somebody else: <said as "
	 "it was> she would have told me"},
	{"Had I asked, she would have told me.",
	 "the writer: !Had I <regretted> -asked / somebody else: <said as it "
	 "was> she would have told me"},
	{"If I would ask.", "the writer: !If <regretted> -I -would -ask"},
	{"If she had asked, I would know.",
	 "somebody else: If <not real> she had asked / the writer: I would "
	 "know"},
	{"She asked if I had asked.",
	 "somebody else: She asked / the writer: if I had asked"},
	{"She asked me if I rambled.",
	 "somebody else: She asked me / the writer: if I rambled"},
	{"They asked them if I rambled.",
	 "somebody else: They asked them / the writer: if I rambled"},
	{"I may have rambled.", "the writer: I may <not real> have rambled"},
	{"I might ask, but she left.",
	 "the writer: I might <not real> ask / somebody else: <said as it was> "
	 "but she left"},
	{"I might ask because she left.", "the writer: I might <not real> ask "
					  "/ somebody else: because she left"},
	{"I might ask and ramble.",
	 "the writer: I might <not real> ask and ramble"},
	{"I would ask.", "the writer: I would <not real> ask"},
	{"I would not ask.", "the writer: I would !not -ask"},
	{"I'd asked.", "the writer: I'd I'd asked"},
	{"I'd not ask.", "the writer: I'd I'd !not -ask"},
	{"I would again ask.", "the writer: I would <not real> again ask"},
	{"I must never ask.", "the writer: I !must <resolved> -!never ask"},
	{"I may not ask.", "the writer: I may <not real> !not -ask"},
	{"I was afraid that I rambled.",
	 "the writer: I was afraid / the writer: <not real> that I rambled"},
	{"I used to ramble.", "the writer: I used to <of old days> ramble"},
	{"I used to ramble, today I was fine.",
	 "the writer: I used to <of old days> ramble today / the writer: <said "
	 "as it was> I was fine"},
	{"Years ago I rambled.",
	 "the writer: Years ago <of old days> I rambled"},
	{"I do not think that I rambled.",
	 "the writer: I do !not -think / the writer: -that -I -rambled"},
	{"I do not think I rambled.",
	 "the writer: I do !not -think / the writer: -I -rambled"},
	{"I do not think she listened.",
	 "the writer: I do !not -think / somebody else: -she -listened"},
	{"I don't think it went well.",
	 "the writer: I don't !don't -think / a thing: -it -went -well"},
	{"I don't think, but I rambled.",
	 "the writer: I don't !don't -think / the writer: but I rambled"},
	{"They did not say I rambled and I left.",
	 "somebody else: They did !not -say / the writer: -I -rambled / the "
	 "writer: and I left"},
	{"I didn't say much, I listened.",
	 "the writer: I didn't !didn't -say -much / the writer: I listened"},
	{"I think not.", "the writer: I think not"},
	{"I did not only ramble.", "the writer: I did not only ramble"},
	{"I not only rambled but froze.",
	 "the writer: I not only rambled / the writer: but froze"},
	{"I had a few questions.", "the writer: I had a few questions"},
	{"I had few questions.", "the writer: I had !few -questions"},
	{"Few asked.", "a thing: !Few -asked"},
	{"I had little to say.", "the writer: I had !little -to -say"},
	{"I failed to ask.", "the writer: I !failed to -ask"},
	{"I did not fail to ask.", "the writer: I did !not -!fail -to ask"},
	{"I was too shy to ask.", "the writer: I was too shy !to -ask"},
	{"I was too shy and tired to ask.",
	 "the writer: I was too shy / the writer: and tired !to -ask"},
	{"Too shy to ask.", "the writer: Too shy !to -ask"},
	{"I never asked or listened.",
	 "the writer: I !never -asked -or -listened"},
	{"I never asked, or listened.",
	 "the writer: I !never -asked / the writer: -or -listened"},
	{"I neither asked nor listened.",
	 "the writer: I !neither -asked -!nor listened"},
	{"I never asked and she left.",
	 "the writer: I !never -asked / somebody else: and she left"},
	{"I never asked and never listened.",
	 "the writer: I !never -asked / a thing: and !never -listened"},
	{"I never asked and the interviewer left.",
	 "the writer: I !never -asked / somebody else: and the interviewer "
	 "left"},
	{"I never asked and Bob left.",
	 "the writer: I !never -asked / somebody else: and @Bob left"},
	{"I never asked and questions.",
	 "the writer: I !never -asked -and -questions"},
	{"I never asked, it went badly.",
	 "the writer: I !never -asked / a thing: it went badly"},
	{"I never asked, a shame.", "the writer: I !never -asked -a -shame"},
	{"I never asked, and thus failed.",
	 "the writer: I !never -asked -and -thus -failed"},
	{"I never asked what she wanted.",
	 "the writer: I !never -asked / somebody else: -what -she -wanted"},
	{"I never asked when she left.",
	 "the writer: I !never -asked / somebody else: -when -she -left"},
	{"I froze as she left.",
	 "the writer: I froze / somebody else: as she left"},
	{"I froze as the interviewer really left.",
	 "the writer: I froze / somebody else: as the interviewer really left"},
	{"I froze so badly.", "the writer: I froze so badly"},
	{"I froze after my boss left.",
	 "the writer: I froze / somebody else: after my boss left"},
	{"I froze after lunch.", "the writer: I froze after lunch"},
	{"I froze until somebody laughed.",
	 "the writer: I froze / anybody: until somebody laughed"},
	{"I froze since Dana left.",
	 "the writer: I froze / somebody else: since @Dana left"},
	{"I froze because of her.",
	 "the writer: I froze / the writer: because of her"},
	{"I froze while she talked.",
	 "the writer: I froze / somebody else: while she talked"},
	{"I told him she left.",
	 "the writer: I told him / somebody else: she left"},
	{"I talked with him she left.",
	 "the writer: I talked with him / somebody else: she left"},
	{"I left it I guess.", "the writer: I left it / the writer: I guess"},
	{"I was late you know.", "the writer: I was late / you: you know"},
	{"I was late it seemed.",
	 "the writer: I was late / a thing: it seemed"},
	{"I said to you it was late.",
	 "the writer: I said to you / a thing: it was late"},
	{"She said: I was late.",
	 "somebody else: She said / the writer: I was late"},
	{"She said - I was late.",
	 "somebody else: She said / the writer: I was late"},
	{"I was late (she was not).",
	 "the writer: I was late / somebody else: she was not"},
	{"I was late. She was not.",
	 "the writer: I was late | somebody else: She was not"},
	{"Was late, was not ready.",
	 "the writer: Was late / the writer: was !not -ready"},
	{"The big, long, slow answer died.",
	 "a thing: The big long slow answer died"},
	{"The answer; he died.",
	 "a thing: The answer / somebody else: he died"},
	{"Later, with luck, and in another room, I asked.",
	 "the writer: Later with luck and in another room / the writer: I "
	 "asked"},
	{"One two three four five six seven eight I asked.",
	 "the writer: One two three four five six seven eight I asked"},
	{"One two three four five six seven eight nine I asked.",
	 "the writer: One two three four five six seven eight nine I asked"},
	{"I was near her, him and it.",
	 "the writer: I was near her him and it"},
	{"The talk never really began.",
	 "a thing: The talk !never -really -began"},
	{"Instead of asking I talked.",
	 "the writer: !Instead of -asking -I -talked"},
	{"I couldn't help laughing.",
	 "the writer: I couldn't couldn't help laughing"},
	{"No doubt I rambled.", "the writer: No doubt I rambled"},
	{"Whether or not I rambled is open.",
	 "the writer: Whether or not I rambled is open"},
	{"Who asked?", "the writer: Who asked"},
	{"To ask is fine.", "the writer: To ask is fine"},
	{"A fine team.", "somebody else: A fine team"},
	{"Good.", "the writer: Good"},
	{"I", "the writer: I"},
	{"Lessons learned: ask more.",
	 "a thing: !Lessons learned / a thing: <resolved> -ask -more"},
	{"In future I ask.", "the writer: <resolved> -In -future -I -ask"},
	{"I was nervous that I would ramble.",
	 "the writer: I was nervous that / the writer: <not real> I would "
	 "ramble"},
	{"Everyone asked, I did not.",
	 "anybody: Everyone asked / the writer: I did not"},
	{"Others asked, I did not.",
	 "anybody: Others asked / the writer: I did not"},
	{"Our answers were late.", "a thing: Our answers were late"},
	{"In our answers he laughed.",
	 "somebody else: In our answers he laughed"},
	{"In good answers he laughed.",
	 "somebody else: In good answers he laughed"},
	{"In answers he laughed.", "somebody else: In answers he laughed"},
	{"By then it was late.", "a thing: By then it was late"},
	{"Her answers were long.", "somebody else: Her answers were long"},
	{"The team and her answers were long.",
	 "somebody else: The team / somebody else: and her answers were long"},
	{"The room her boss liked.", "somebody else: The room her boss liked"},
	{"Yet I asked.", "the writer: Yet I asked"},
	{"That she left was odd.", "somebody else: That she left was odd"},
	{"It and me.", "the writer: It and me"},
	{"So it was late.", "a thing: So it was late"},
	{"Mine was late.", "the writer: Mine was late"},
	{"For me it was late.", "a thing: For me it was late"},
	{"Two zorbs left.", "a thing: Two zorbs left"},
	{"I had hoped to ask.",
	 "the writer: I !had hoped <regretted> -to -ask"},
	{"I regret asking.", "the writer: !I regret <regretted> -asking"},
	{"I wish I had asked.", "the writer: I !wish I had <regretted> -asked"},
	{"Sorry, I asked.", "the writer: Sorry / the writer: I asked"},
	{"Again: I froze.", "the writer: Again / the writer: I froze"},
	{"Yes, she laughed.",
	 "somebody else: Yes / somebody else: she laughed"},
	{"So; he left.", "somebody else: So / somebody else: he left"},
};

static void test_who_does_what(void **state)
{
	(void)state;
	told_check(sentences, COUNT_OF(sentences), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_who_does_what),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
