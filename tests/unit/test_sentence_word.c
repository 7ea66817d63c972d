/*
 * Sentences with their places, and the words of each with its marks: what is
 * quoted, what is a number, what begins with a capital.
 */
#include "unit/told.h"

#include "facts/note/sentence.h"

/* "Q" quoted, "C" capital, "N" number, "[" and "]" ends of clauses. */
static size_t tell_word(char *out, size_t room, const char *text,
			const struct jscan_token *token)
{
	char mark[2] = {token->mark, '\0'};

	return (size_t)snprintf(out, room, " %s%s%.*s%s%s%s%s", mark,
				token->flags & JSCAN_TOKEN_START ? "[" : "",
				(int)token->len, text + token->offset,
				token->flags & JSCAN_TOKEN_END ? "]" : "",
				token->flags & JSCAN_TOKEN_CAPITAL ? "C" : "",
				token->flags & JSCAN_TOKEN_QUOTED ? "Q" : "",
				token->flags & JSCAN_TOKEN_NUMBER ? "N" : "");
}

/* One sentence a line: how long it is, what it is, its words. */
static void tell(char *out, size_t room, const char *text)
{
	static struct jscan_sentence sentence;
	struct jscan_sentence_scanner scanner;
	size_t used = 0;

	out[0] = '\0';
	jscan_sentence_scanner_init(&scanner, text, strlen(text));
	while (used < room && jscan_sentence_next(&sentence, &scanner)) {
		used += (size_t)snprintf(
			out + used, room - used,
			"%s%zu+%zu%s%s:", used ? "\n" : "", sentence.offset,
			sentence.len, sentence.is_question ? " question" : "",
			sentence.has_first_person ? " mine" : "");
		for (size_t i = 0; i < sentence.count && used < room; i++)
			used += tell_word(out + used, room - used, text,
					  &sentence.tokens[i]);
	}
}

static const struct told_row sentences[] = {
	{"One. Two", "0+4: OneC\n5+3: TwoC"},
	{"Mr. Cole came. Mrs. Cole too.",
	 "0+14: MrC .ColeC came\n15+14: MrsC .ColeC too"},
	{"Prof. Cole. Prop. Cole. Prom",
	 "0+11: ProfC .ColeC\n12+5: PropC\n18+5: ColeC\n24+4: PromC"},
	{"Etc. x. Inc. y. Ltd. z. Approx. w",
	 "0+33: EtcC .x .IncC .y .LtdC .z .ApproxC .w"},
	{"Ms. a Dr. b St. c Vs. d Jr. e Sr. f",
	 "0+35: MsC .a DrC .b StC .c VsC .d JrC .e SrC .f"},
	{"e.g. a i.e. b", "0+13 mine: e .g .a i .e .b"},
	{"Eg. a Ie. b", "0+11: EgC .a IeC .b"},
	{"Mrx. Cole came.", "0+4: MrxC\n5+10: ColeC came"},
	{"Drs. Cole came.", "0+4: DrsC\n5+10: ColeC came"},
	{"No. 5 was bad.", "0+3: NoC\n4+10: 5N was bad"},
	{"I. Me", "0+2 mine: IC\n3+2 mine: MeC"},
	{"A. B came", "0+9: AC .BC came"},
	{"It is I. He left.", "0+8 mine: ItC is IC\n9+8: HeC left"},
	{"Apples. Etching. Income. Ltdx. Product.",
	 "0+7: ApplesC\n8+8: EtchingC\n17+7: IncomeC\n25+5: LtdxC\n31+8: "
	 "ProductC"},
	{"What? Yes! No.", "0+5 question: WhatC\n6+4: YesC\n11+3: NoC"},
	{"What?! Yes", "0+6 question: WhatC\n7+3: YesC"},
	{"He said \"no.\" She left.", "0+13: HeC said noQ\n14+9: SheC left"},
	{"He said \"no.\" she left", "0+22: HeC said noQ .she left"},
	{"He said “no.” She left.", "0+17: HeC said noQ\n18+9: SheC left"},
	{"He said “no.” she left", "0+26: HeC said noQ .she left"},
	{"(He left.) she stayed", "0+21: (HeC left .she stayed"},
	{"[He left.] She stayed", "0+10: HeC left\n11+10: SheC stayed"},
	{"*He left.* She stayed", "0+10: HeC left\n11+10: SheC stayed"},
	{"_He left._ She stayed", "0+10: HeC left\n11+10: SheC stayed"},
	{"He left... she stayed", "0+21: HeC left .she stayed"},
	{"He left… she stayed", "0+21: HeC left .she stayed"},
	{"He left... She stayed", "0+10: HeC left\n11+10: SheC stayed"},
	{"He left.She stayed", "0+18: HeC left .SheC stayed"},
	{"He left.5 stayed", "0+16: HeC left .5N stayed"},
	{"He left!x", "0+9: HeC left .x"},
	{"It was 3.15 then.", "0+17: ItC was 3N .15N then"},
	{"It cost 5. 6 came.", "0+18: ItC cost 5N .6N came"},
	{"He left. \"She\" stayed", "0+8: HeC left\n9+12: SheCQ stayed"},
	{"I left", "0+6 mine: IC left"},
	{"we left", "0+7: we left"},
	{"my car", "0+6 mine: my car"},
	{"me too", "0+6 mine: me too"},
	{"„Nein“ sagte er", "0+19: NeinCQ sagteQ erQ"},
	{"«Non» dit-il", "0+14: NonCQ dit il"},
	{"'no' he said", "0+12: no he said"},
	{"‘no’ he said", "0+16: no he said"},
	{"a, b; c: d - e – f — g (h) i/j",
	 "0+34 mine: a ,b ;c :d -e -f -g (h (i j"},
	{"a—b", "0+5: a -b"},
	{"don't can't won't I'd I've I'll",
	 "0+31 mine: don't don't can't can't won't won't I'dC I'd I'veC I've "
	 "I'llC I'll"},
	{"don’t", "0+7: don’t don’t"},
	{"résumé naïve Ångström œuvre ÷ ×",
	 "0+39: résumé naïve ÅngströmC œuvre"},
	{"straße Ñandú", "0+15: straße ÑandúC"},
	{"hello 世界 world", "0+18: hello 世界 world"},
	{"hello 😀 world", "0+16: hello world"},
	{"hello © world", "0+14: hello world"},
	{"a\xc2\xa0"
	 "b",
	 "0+4: a b"},
	{"50% of 3 things", "0+15: 50N of 3N things"},
	{"a@b.example", "0+11: a b .example"},
	{"it's 5pm", "0+8: it's it's 5pmN"},
	{"a_b *c* `d`", "0+11: a b c d"},
	{"Short line\nNext line", "0+10: ShortC line\n11+9: NextC line"},
	{"short line\nnext line", "0+10: short line\n11+9: next line"},
	{"a line that is long enough to be wrapped by an editor here\nnext "
	 "line",
	 "0+68: a line that is long enough to be wrapped by an editor here "
	 "next line"},
	{"a line that is long enough to be wrapped by an editor here!\nNext "
	 "line",
	 "0+59: a line that is long enough to be wrapped by an editor "
	 "here\n60+9: NextC line"},
	{"a line that is long enough to be wrapped by an editor for sure\nNext "
	 "line",
	 "0+72: a line that is long enough to be wrapped by an editor for sure "
	 "NextC line"},
	{"cell\tcell", "0+4: cell\n5+4: cell"},
	{"a\n\nb", "0+1: a\n3+1: b"},
	{"... !", ""},
	{"\"Any?\" she asked.", "0+17: AnyCQ .she asked"},
	{"\"Any? Many.\" She asked \"more",
	 "0+5: AnyCQ\n6+6: ManyCQ\n13+15: SheC asked moreQ"},
	{"x\" y", "0+4: x yQ"},
	{" leading", "1+7: leading"},
	{"trailing ", "0+8: trailing"},
	{"a, b", "0+4: a ,b"},
	{"a - b", "0+5: a -b"},
	{"a-b", "0+3: a b"},
	{"a -b", "0+4: a -b"},
	{"a- b", "0+4: a -b"},
	{"a -- b", "0+6: a -b"},
	{"a--b", "0+4: a -b"},
	{"-b", "0+2: -b"},
	{"b-", "0+2: b"},
	{"a: b", "0+4: a :b"},
	{"a; b", "0+4: a ;b"},
	{"a ( b", "0+5: a (b"},
	{"a ) b", "0+5: a (b"},
	{"a [ b", "0+5: a b"},
	{"a / b", "0+5: a b"},
	{"a ,; b", "0+6: a ;b"},
	{"a ;, b", "0+6: a ;b"},
	{"a -, b", "0+6: a -b"},
	{"a ,- b", "0+6: a -b"},
	{"a :; b", "0+6: a ;b"},
	{"a ;: b", "0+6: a ;b"},
	{"a (; b", "0+6: a (b"},
	{"a ;( b", "0+6: a (b"},
	{"a .( b", "0+6: a .b"},
	{"a 1.5 b", "0+7: a 1N .5N b"},
	{"a & b", "0+5: a b"},
	{"\"a\" b", "0+5: aQ b"},
	{"a \"b\" c", "0+7: a bQ c"},
	{"a \"b c\" d", "0+9: a bQ cQ d"},
	{"a \"b. c\" d", "0+10: a bQ .cQ d"},
	{"a \"b.\" C", "0+6: a bQ\n7+1: CC"},
	{"a \"b\"? C", "0+6 question: a bQ\n7+1: CC"},
	{"\"a?\" b", "0+6: aQ .b"},
	{"\"a? b", "0+3: aQ\n4+1: bQ"},
	{"\"A.\" \"B.\"", "0+4: ACQ\n5+4: BCQ"},
	{"“a” b", "0+9: aQ b"},
	{"a “b", "0+6: a bQ"},
	{"a” b", "0+6: a b"},
	{"«a» b", "0+7: aQ b"},
	{"‘a’ b", "0+9: a b"},
	{"a–b", "0+5: a -b"},
	{"a – b", "0+7: a -b"},
	{"a — b", "0+7: a -b"},
	{"a… b", "0+6: a .b"},
	{"a… B", "0+6: a .BC"},
	{"a b", "0+4: a b"},
	{"a·b", "0+4: a b"},
	{"Élan", "0+5: ÉlanC"},
	{"élan", "0+5: élan"},
	{"世界 a", "0+8: 世界 a"},
	{"€ 5", "0+5: 5N"},
	{"😀 a", "0+6: a"},
	{"a😀b", "0+6: a b"},
	{"a✓b", "0+5: a b"},
	{"don't", "0+5: don't don't"},
	{"Don't", "0+5: Don'tC Don't"},
	{"DON'T", "0+5: DON'TC DON'T"},
	{"won't", "0+5: won't won't"},
	{"can't", "0+5: can't can't"},
	{"'tis", "0+4: tis"},
	{"rock 'n' roll", "0+13: rock n roll"},
	{"I'd've", "0+6: I'd'veC I'd've"},
	{"they're", "0+7: they're they're"},
	{"x' y", "0+4: x y"},
	{"o'clock", "0+7: o'clock o'clock"},
	{"a''b", "0+4: a b"},
	{"I’m", "0+5 mine: I’mC I’m"},
	{"9th", "0+3: 9thN"},
	{"a9", "0+2: a9"},
	{"9a", "0+2: 9aN"},
	{"2026", "0+4: 2026N"},
	{"A1", "0+2: A1C"},
	{"Zed", "0+3: ZedC"},
	{"Nord-Sud", "0+8: NordC SudC"},
	{"e-mail", "0+6: e mail"},
	{"E-Mail", "0+6: EC MailC"},
	{"a\tb", "0+1: a\n2+1: b"},
	{"a\nb", "0+3: a b"},
	{"a\n\nb", "0+1: a\n3+1: b"},
	{"a \n b", "0+1: a\n4+1: b"},
	{"a.\nb", "0+2: a\n3+1: b"},
	{"One line that is long enough to be more than sixty bytes of text "
	 "here\nand more",
	 "0+78: OneC line that is long enough to be more than sixty bytes of "
	 "text here and more"},
	{"One line that is long enough to be more than sixty bytes of text "
	 "here\nAnd more",
	 "0+78: OneC line that is long enough to be more than sixty bytes of "
	 "text here AndC more"},
	{"One line that is short\nand more",
	 "0+31: OneC line that is short and more"},
	{"One line that is short\nAnd more",
	 "0+22: OneC line that is short\n23+8: AndC more"},
	{"One line that is short and\nand more",
	 "0+35: OneC line that is short and and more"},
	{"a.b", "0+3: a .b"},
	{"a. b", "0+4: a .b"},
	{"a.) B", "0+3: a\n4+1: BC"},
	{"a.) b", "0+5: a .b"},
	{"a!! b", "0+3: a\n4+1: b"},
	{"a!!) b", "0+6: a .b"},
	{"a!!) B", "0+4: a\n5+1: BC"},
	{"a.. b", "0+5: a .b"},
	{"a.* B", "0+3: a\n4+1: BC"},
	{"a.* b", "0+5: a .b"},
	{"a._ b", "0+5: a .b"},
	{"a.' B", "0+3: a\n4+1: BC"},
	{"a.' b", "0+5: a .b"},
	{"a.( B", "0+5: a .BC"},
	{"a.5", "0+3: a .5N"},
	{"3.5 a", "0+5: 3N .5N a"},
	{"a 3. b", "0+6: a 3N .b"},
	{"Mr. b", "0+5: MrC .b"},
	{"Mr.. b", "0+6: MrC .b"},
	{"Mr.) B", "0+4: MrC\n5+1: BC"},
	{"mrs. b", "0+6: mrs .b"},
	{"MRS. b", "0+6: MRSC .b"},
	{"Etc. B", "0+6: EtcC .BC"},
	{"approx. b", "0+9: approx .b"},
	{"Approx. B", "0+9: ApproxC .BC"},
	{"approxi. b", "0+8: approxi\n9+1: b"},
	{"I. b", "0+2 mine: IC\n3+1: b"},
	{"i. b", "0+2 mine: i\n3+1: b"},
	{"J. b", "0+4: JC .b"},
	{"No. 5", "0+3: NoC\n4+1: 5N"},
	{"vs. b", "0+5: vs .b"},
	{"vsx. b", "0+4: vsx\n5+1: b"},
	{"inc. b", "0+6: inc .b"},
	{"ltd. b", "0+6: ltd .b"},
	{"St. b", "0+5: StC .b"},
	{"http://a.b/c?d=e f", "0+18: http :a .b c .d e f"},
	{"a?b", "0+3: a .b"},
	{"a? b", "0+2 question: a\n3+1: b"},
	{"a?! b", "0+3 question: a\n4+1: b"},
	{"a ? b", "0+3 question: a\n4+1: b"},
	{". a", "2+1: a"},
	{".. a", "0+4: .a"},
	{", a", "0+3: ,a"},
	{"( a", "0+3: (a"},
	{"a (", "0+3: a"},
	{"a ,", "0+3: a"},
	{"sat by The\nwindow", "0+17: sat by TheC window"},
	{"sat AND\nlooked", "0+14: sat ANDC looked"},
	{"sat there\nThe window", "0+9: sat there\n10+10: TheC window"},
	{"sat there\nand looked", "0+20: sat there and looked"},
	{"sat @\nwindow", "0+5: sat\n6+6: window"},
	{"sat the@\nwindow", "0+8: sat the\n9+6: window"},
	{"sat the[\nwindow", "0+8: sat the\n9+6: window"},
	{"sat theé\nwindow", "0+9: sat theé\n10+6: window"},
	{"sat 1the\nwindow", "0+15: sat 1theN window"},
	{"sat there (\nby it", "0+17: sat there (by it"},
	{"sat there /\nby it", "0+17: sat there by it"},
	{"sat there &\nby it", "0+17: sat there by it"},
	{"sat there +\nby it", "0+17: sat there by it"},
	{"sat there :\nby it", "0+17: sat there :by it"},
	{"sat there …\nby it", "0+19: sat there .by it"},
	{"sat there —  \nby it", "0+21: sat there -by it"},
	{"sat there\né by it", "0+9: sat there\n10+8: é by it"},
};

static void test_sentences(void **state)
{
	(void)state;
	told_check(sentences, COUNT_OF(sentences), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sentences),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
