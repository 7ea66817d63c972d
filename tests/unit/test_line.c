/*
 * The account of one line of a note: the section it stands in, and each
 * sentence that touches it.
 */
#include "unit/told.h"

#include "facts/line.h"

/* Of the line whose number stands before the note, "NUMBER:NOTE". */
static void tell(char *out, size_t room, const char *text)
{
	char *note;
	unsigned line = (unsigned)strtoul(text, &note, 10);
	struct jscan_facts_reader *reader;
	struct jscan_lexicon *lexicon;
	struct jscan_config config;
	struct jscan_facts facts;
	struct jscan_arena arena;
	struct jscan_error err;
	struct jscan_buf buf;

	note++;
	jscan_arena_init(&arena);
	jscan_buf_init(&buf);
	jscan_buf_adds(&buf, "");
	jscan_config_init(&config);
	assert_int_equal(jscan_lexicon_new(&lexicon, &config, &err), 0);
	reader = jscan_facts_reader_new(&config, lexicon);
	jscan_facts_read(reader, &facts, "a.md", note, strlen(note), &arena);
	jscan_line_explain(&buf, &facts, &config, lexicon, note, strlen(note),
			   line, &arena);
	snprintf(out, room, "%s", buf.data);
	jscan_facts_reader_free(reader);
	jscan_lexicon_free(lexicon);
	jscan_buf_release(&buf);
	jscan_arena_release(&arena);
}

static const struct told_row lines[] = {
	{"6:---\ncompany: Acme\ndate: 2026-11-09\n---\n## Reflection\nI did "
	 "not ask any questions. It went well.\nI froze.\n",
	 "it stands in a section of the kind 'self-assessment'\nsentence: I "
	 "did not ask any questions.\n  negation: \"not\"\n  \"ask any "
	 "questions\": questions duty; of the writer, said as it was, denied; "
	 "it holds: weakness\n  in all: weakness questions\nsentence: It went "
	 "well.\n  in all: nothing\n"},
	{"7:---\ncompany: Acme\ndate: 2026-11-09\n---\n## Reflection\nI did "
	 "not ask any questions. It went well.\nI froze.\n",
	 "it stands in a section of the kind 'self-assessment'\nsentence: I "
	 "froze.\n  \"froze\": nerves fault; of the writer, said as it was; it "
	 "holds: weakness\n  in all: weakness nerves\n"},
	{"5:---\ncompany: Acme\ndate: 2026-11-09\n---\n## Reflection\nI did "
	 "not ask any questions.\n",
	 ""},
	{"8:---\ncompany: Acme\ndate: 2026-11-09\n---\n## Reflection\nI "
	 "froze.\n\n",
	 ""},
	{"3:---\ncompany: Acme\ndate: 2026-11-09\n---\n## Reflection\nI "
	 "froze.\n\n",
	 ""},
	{"5:---\ncompany: Acme\ndate: 2026-11-09\n---\nI froze.\n",
	 "it stands in no section of a known kind\nsentence: I froze.\n  "
	 "\"froze\": nerves fault; of the writer, said as it was; it holds: "
	 "weakness\n  in all: weakness nerves\n"},
	{"5:---\ncompany: Acme\ndate: 2026-11-09\n---\nThey froze.\n",
	 "it stands in no section of a known kind\nsentence: They froze.\n  "
	 "\"froze\": nerves fault; of somebody else, said as it was; it is not "
	 "the writer's: nothing\n  in all: nothing\n"},
	{"6:---\ncompany: Acme\ndate: 2026-11-09\n---\n## Next steps\n- [ ] I "
	 "froze.\n",
	 "it stands in a section of the kind 'follow-up'\nit is a task: "
	 "nothing is read in it of the writer\n"},
	{"6:---\ncompany: Acme\ndate: 2026-11-09\n---\n## Feedback\n- You were "
	 "late.\n- \"You were late.\"\n",
	 "it stands in a section of the kind 'feedback'\nsentence: You were "
	 "late.\n  \"were late\": first-impression fault; of you, said as it "
	 "was; it holds: weakness\n  in all: weakness first-impression\n"},
	{"6:---\ncompany: Acme\ndate: 2026-11-09\n---\n## Feedback\n> You were "
	 "late.\n",
	 "it stands in a section of the kind 'feedback'\nsentence: You were "
	 "late.\n  \"were late\": first-impression fault; of you, said as it "
	 "was; it holds: weakness\n  in all: weakness first-impression\n"},
	{"6:---\ncompany: Acme\ndate: 2026-11-09\n---\n## Reflection\n> I was "
	 "late.\n",
	 "it stands in a section of the kind 'self-assessment'\nnothing is "
	 "read of a section like this\n"},
	{"6:---\ncompany: Acme\ndate: 2026-11-09\n---\n## Strengths\nI "
	 "listened well.\n",
	 "it stands in a section of the kind 'strengths'\nsentence: I listened "
	 "well.\n  \"listened\": listening duty; of the writer, said as it "
	 "was; it is denied: strength\n  in all: strength listening\n"},
	{"6:---\ncompany: Acme\ndate: 2026-11-09\n---\n## Reflection\nI should "
	 "have asked more, and never again\nwill I ramble about my boss.\n",
	 "it stands in a section of the kind 'self-assessment'\nsentence: I "
	 "should have asked more, and never again\nwill I ramble about my "
	 "boss.\n  regret: \"should have\"\n  resolution: \"never again\"\n  "
	 "\"ramble\": talking-too-much fault; of the writer, resolved; it "
	 "holds: weakness\n  in all: weakness talking-too-much\n"},
	{"7:---\ncompany: Acme\ndate: 2026-11-09\n---\n## Reflection\nI should "
	 "have asked more, and never again\nwill I ramble about my boss.\n",
	 "it stands in a section of the kind 'self-assessment'\nsentence: I "
	 "should have asked more, and never again\nwill I ramble about my "
	 "boss.\n  regret: \"should have\"\n  resolution: \"never again\"\n  "
	 "\"ramble\": talking-too-much fault; of the writer, resolved; it "
	 "holds: weakness\n  in all: weakness talking-too-much\n"},
	{"6:---\ncompany: Acme\ndate: 2026-11-09\ncontacts: Zorb "
	 "Ruiz\n---\nZorb froze.\n",
	 "it stands in no section of a known kind\nsentence: Zorb froze.\n  "
	 "\"froze\": nerves fault; of somebody else, said as it was; it is not "
	 "the writer's: nothing\n  in all: nothing\n"},
	{"7:---\ncompany: Acme\ndate: 2026-11-09\ncontacts: Zorb Ruiz\n---\n## "
	 "Reflection\nZorb froze.\n",
	 "it stands in a section of the kind 'self-assessment'\nsentence: Zorb "
	 "froze.\n  \"froze\": nerves fault; of somebody else, said as it was; "
	 "it is not the writer's: nothing\n  in all: nothing\n"},
	{"6:---\ncompany: Acme\ndate: 2026-11-09\n---\n| a | b |\n|---|---|\n| "
	 "I froze. | It was fine. |\n",
	 ""},
	{"7:---\ncompany: Acme\ndate: 2026-11-09\n---\n| a | b |\n|---|---|\n| "
	 "I froze. | It was fine. |\n",
	 "it stands in no section of a known kind\nsentence: I froze.\n  "
	 "\"froze\": nerves fault; of the writer, said as it was; it holds: "
	 "weakness\n  in all: weakness nerves\nsentence: It was fine.\n  in "
	 "all: nothing\n"},
	{"6:---\ncompany: Acme\ndate: 2026-11-09\n---\n## Reflection\nIf I "
	 "ramble, she leaves. Used to freeze. They talked too much. We were "
	 "late.\n",
	 "it stands in a section of the kind 'self-assessment'\nsentence: If I "
	 "ramble, she leaves.\n  hypothetical: \"If\"\n  \"ramble\": "
	 "talking-too-much fault; of the writer, not real; it is not real, or "
	 "not of today: nothing\n  in all: nothing\nsentence: Used to "
	 "freeze.\n  history: \"Used to\"\n  \"freeze\": nerves fault; of the "
	 "writer, of old days; it is not real, or not of today: nothing\n  in "
	 "all: nothing\nsentence: They talked too much.\n  \"talked too "
	 "much\": talking-too-much fault; of somebody else, said as it was; it "
	 "is not the writer's: nothing\n  \"talked\": talking-too-much fault; "
	 "of somebody else, said as it was; it is not the writer's: nothing\n  "
	 "in all: nothing\nsentence: We were late.\n  \"were late\": "
	 "first-impression fault; of we, said as it was; it is not the "
	 "writer's: open\n  in all: nothing\n"},
	{"7:---\ncompany: Acme\ndate: 2026-11-09\ntype: mock\n---\n## "
	 "Feedback\nYou were late.\n",
	 "it stands in a section of the kind 'feedback'\nsentence: You were "
	 "late.\n  \"were late\": first-impression fault; of you, said as it "
	 "was; it holds: weakness\n  in all: weakness first-impression\n"},
	{"10:---\ncompany: Acme\ndate: 2026-11-09\n---\n## 2026-11-12 Mock\n## "
	 "Reflection\nI froze.\n### Feedback\n\nYou were late.\n",
	 "it stands in a section of the kind 'feedback'\nsentence: You were "
	 "late.\n  \"were late\": first-impression fault; of you, said as it "
	 "was; it holds: weakness\n  in all: weakness first-impression\n"},
};

static void test_lines(void **state)
{
	(void)state;
	told_check(lines, COUNT_OF(lines), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
