/*
 * The configuration: each key with its value, what is wrong with its line, two
 * files in their order, and the values printed with their origin.
 */
#include "unit/check.h"

#include "unit/arena.h"

#include "config/config.h"
#include "config/value.h"

static struct jscan_config config;
static struct jscan_error err;

static int parse_two(const char *own, const char *folder)
{
	struct jscan_config_file files[2] = {{"own.yml", own, 0},
					     {".journalscan.yml", folder, 0}};

	files[0].len = own ? strlen(own) : 0;
	files[1].len = folder ? strlen(folder) : 0;
	memset(&err, 0, sizeof(err));
	return jscan_config_parse(&config, files, &arena, &err);
}

static void parse(const char *folder)
{
	if (parse_two(NULL, folder) < 0)
		fail_msg("%s\n%u:%u: %s", folder, err.line, err.column,
			 err.message);
}

static void assert_span(struct jscan_span span, int count, bool is_months)
{
	assert_int_equal(span.count, count);
	assert_int_equal(span.is_months, is_months);
}

static void nothing_means_the_defaults(void **state)
{
	static const char *const empty[] = {
		NULL,		"",    "\n# nothing\n",
		"\xef\xbb\xbf", "~\n", "report:\nrules:\nhook: {}\n"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(empty); i++) {
		parse(empty[i]);
		assert_string_equal(config.report, "REPORT.md");
		assert_int_equal(config.ignore.count, 0);
		assert_false(config.is_day_first);
		assert_null(config.region);
		assert_true(config.is_quarterly);
		assert_int_equal(config.silence_interview_days, 45);
		assert_int_equal(config.silence_application_days, 28);
		assert_span(config.window.from, 3, true);
		assert_span(config.window.to, 4, true);
		assert_span(config.later_window.from, 4, true);
		assert_span(config.later_window.to, 6, true);
		assert_true(config.has_snapshot);
		assert_null(config.snapshot_ref);
		assert_false(config.is_hook_strict);
		assert_true(config.is_hook_staging);
		assert_int_equal(config.hook_timeout_seconds, 5);
		for (int rule = 0; rule < JSCAN_RULE_COUNT; rule++)
			assert_false(config.rules[rule].is_off ||
				     config.rules[rule].has_opens ||
				     config.rules[rule].has_due ||
				     config.rules[rule].has_lapses);
	}
}

static void every_key_has_its_value(void **state)
{
	const struct jscan_rule_config *rule;

	(void)state;
	parse("report: out/REPORT.html\n"
	      "ignore: [drafts/, '*.tmp.md']\n"
	      "date-order: DMY\n"
	      "region: de\n"
	      "quarterly: no\n"
	      "rules:\n"
	      "  thank-you: false\n"
	      "  reply: true\n"
	      "  application:\n"
	      "    opens: 8 days\n"
	      "    due: 2 weeks\n"
	      "    lapses: 1 month\n"
	      "  keep-in-touch:\n"
	      "    window: 2..3 months\n"
	      "    later-window: 90 .. 120 days\n"
	      "silence:\n"
	      "  interview: 60 days\n"
	      "  application: 5 weeks\n"
	      "snapshot:\n"
	      "  enabled: false\n"
	      "  ref: refs/heads/journal\n"
	      "  message: Notes of the day\n"
	      "hook:\n"
	      "  strict: true\n"
	      "  stage: false\n"
	      "  timeout: 1 minute\n"
	      "templates:\n"
	      "  interview: vault/interview.md\n"
	      "  thank-you: vault/thanks.txt\n"
	      "keys:\n"
	      "  Head_Hunter: Hiring-Manager\n"
	      "sections:\n"
	      "  \"Tea & truth\": Self-Assessment\n"
	      "weaknesses:\n"
	      "  - id: ferry-story\n"
	      "    title: The ferry\n"
	      "    advice: Tell it once.\n"
	      "    phrases: the ferry story\n"
	      "    patterns:\n"
	      "      - ferry\n"
	      "      - 'boats?'\n");
	assert_string_equal(config.report, "out/REPORT.html");
	assert_int_equal(config.ignore.count, 2);
	assert_string_equal(config.ignore.items[1], "*.tmp.md");
	assert_true(config.is_day_first);
	assert_string_equal(config.region, "de");
	assert_false(config.is_quarterly);
	assert_true(config.rules[JSCAN_RULE_THANK_YOU].is_off);
	assert_false(config.rules[JSCAN_RULE_REPLY].is_off);
	rule = &config.rules[JSCAN_RULE_APPLICATION];
	assert_true(rule->has_opens && rule->has_due && rule->has_lapses);
	assert_span(rule->opens, 8, false);
	assert_span(rule->due, 14, false);
	assert_span(rule->lapses, 1, true);
	assert_span(config.window.from, 2, true);
	assert_span(config.window.to, 3, true);
	assert_span(config.later_window.from, 90, false);
	assert_span(config.later_window.to, 120, false);
	assert_int_equal(config.silence_interview_days, 60);
	assert_int_equal(config.silence_application_days, 35);
	assert_false(config.has_snapshot);
	assert_string_equal(config.snapshot_ref, "refs/heads/journal");
	assert_string_equal(config.snapshot_message, "Notes of the day");
	assert_true(config.is_hook_strict);
	assert_false(config.is_hook_staging);
	assert_int_equal(config.hook_timeout_seconds, 60);
	assert_int_equal(config.template_count, 2);
	assert_string_equal(config.templates[1].own, "thank-you");
	assert_string_equal(config.templates[1].known, "vault/thanks.txt");
	assert_int_equal(config.key_count, 1);
	assert_string_equal(config.keys[0].own, "head hunter");
	assert_string_equal(config.keys[0].known, "hiring manager");
	assert_int_equal(config.section_count, 1);
	assert_string_equal(config.sections[0].heading, "tea truth");
	assert_int_equal(config.sections[0].section, JSCAN_SECTION_SELF);
	assert_int_equal(config.weakness_count, 1);
	assert_string_equal(config.weaknesses[0].id, "ferry-story");
	assert_int_equal(config.weaknesses[0].line, 35);
	assert_string_equal(config.weaknesses[0].phrases.items[0],
			    "the ferry story");
	assert_int_equal(config.weaknesses[0].patterns.count, 2);
	assert_int_equal(config.weaknesses[0].pattern_places[1].line, 41);
	assert_int_equal(config.weaknesses[0].pattern_places[1].column, 9);
}

static void what_is_wrong_is_named_with_its_line(void **state)
{
	static const struct {
		const char *text;
		unsigned line;
		unsigned column;
		const char *says;
	} cases[] = {
		{"a: b: c\n", 1, 5, "quotes"},
		{"- report\n", 1, 1, "mapping of keys"},
		{"raport: x\n", 1, 1, "did you mean 'report'"},
		{"\nzzzzzzzzzz: x\n", 2, 1,
		 "nearest known one in journalscan " JSCAN_VERSION " is"},
		{"report: x\nreport: y\n", 2, 1, "first in line 1"},
		{"report: [x]\n", 1, 9, "takes text"},
		{"report: ''\n", 1, 9, "takes text"},
		{"report: /etc/x.md\n", 1, 9, "below the folder"},
		{"report: ../x.md\n", 1, 9, "below the folder"},
		{"report: a/../../x.md\n", 1, 9, "below the folder"},
		{"report: .git/hooks/x\n", 1, 9, "below the folder"},
		{"report: a/.GIT/x\n", 1, 9, "below the folder"},
		{"report: a//b\n", 1, 9, "below the folder"},
		{"report: a/\n", 1, 9, "below the folder"},
		{"ignore: {a: b}\n", 1, 9, "list of texts"},
		{"ignore: [a, [b]]\n", 1, 13, "list of texts"},
		{"date-order: ymd\n", 1, 13, "mdy or dmy"},
		{"region: Germany\n", 1, 9, "two letters"},
		{"quarterly: maybe\n", 1, 12, "true or false"},
		{"rules: false\n", 1, 8, "mapping"},
		{"rules:\n  thankyou: false\n", 2, 3, "'thank-you'"},
		{"rules:\n  thankyou:\n", 2, 3, "'thank-you'"},
		{"rules:\n  reply: later\n", 2, 10, "false, or a mapping"},
		{"rules:\n  reply: [a]\n", 2, 10, "false, or a mapping"},
		{"rules:\n  reply:\n    opened: 1\n", 3, 5, "'opens'"},
		{"rules:\n  reply:\n    opened:\n", 3, 5, "'opens'"},
		{"rules:\n  reply:\n    window: 3..4 months\n", 3, 5, "known"},
		{"rules:\n  reply:\n    opens: soon\n", 3, 12, "'7 days'"},
		{"rules:\n  reply:\n    opens: -7 days\n", 3, 12, "'7 days'"},
		{"rules:\n  reply:\n    opens: 7 fortnights\n", 3, 12,
		 "'7 days'"},
		{"rules:\n  keep-in-touch:\n    window: 4..3 months\n", 3, 13,
		 "3..4 months"},
		{"silence: 45\n", 1, 10, "mapping"},
		{"silence:\n  interview: 2 months\n", 2, 14, "'45 days'"},
		{"silence:\n  interveiw: 45\n", 2, 3, "'interview'"},
		{"snapshot:\n  enabled: 2\n", 2, 12, "true or false"},
		{"hook:\n  timeout: 0\n", 2, 12, "'5 seconds'"},
		{"hook:\n  timeout: 2 hours\n", 2, 12, "'5 seconds'"},
		{"templates:\n  intervew: x.md\n", 2, 3, "'interview'"},
		{"templates:\n  mock: ../x.md\n", 2, 9, "below the folder"},
		{"templates: [a]\n", 1, 12, "mapping"},
		{"keys:\n  boss: hiring manger\n", 2, 9, "'hiring manager'"},
		{"keys:\n  boss: [a]\n", 2, 9, "takes text"},
		{"sections:\n  Tea: truth\n", 2, 8, "one of self-assessment"},
		{"weaknesses: ferry\n", 1, 13, "a list"},
		{"weaknesses:\n  - ferry\n", 2, 5, "mappings"},
		{"weaknesses:\n  - title: x\n", 2, 5, "needs an id"},
		{"weaknesses:\n  - id: Two Words\n", 2, 9, "small letters"},
		{"weaknesses:\n  - id: a\n    pattern: x\n", 3, 5,
		 "'patterns'"},
		{"weaknesses:\n  - id: a\n    phrases: {a: b}\n", 3, 14,
		 "list of texts"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		if (parse_two(NULL, cases[i].text) == 0)
			fail_msg("accepted: %s", cases[i].text);
		assert_int_equal(err.code, JSCAN_ERR_CONFIG);
		assert_string_equal(err.path, ".journalscan.yml");
		if (err.line != cases[i].line ||
		    err.column != cases[i].column ||
		    !strstr(err.message, cases[i].says))
			fail_msg("%s\n%u:%u: %s", cases[i].text, err.line,
				 err.column, err.message);
	}
}

static void the_folder_wins_over_the_person(void **state)
{
	(void)state;
	assert_int_equal(
		parse_two("date-order: dmy\n"
			  "region: IE\n"
			  "rules: {reply: false, thank-you: {due: 2 days}}\n"
			  "weaknesses: [{id: a}, {id: b}]\n",
			  "region: US\n"
			  "rules: {reply: {opens: 3}, thank-you: {opens: 1}}\n"
			  "weaknesses: [{id: b, title: B}]\n"),
		0);
	assert_true(config.is_day_first);
	assert_string_equal(config.region, "US");
	assert_false(config.rules[JSCAN_RULE_REPLY].is_off);
	assert_span(config.rules[JSCAN_RULE_THANK_YOU].due, 2, false);
	assert_span(config.rules[JSCAN_RULE_THANK_YOU].opens, 1, false);
	assert_int_equal(config.weakness_count, 3);
	assert_string_equal(config.weaknesses[0].path, "own.yml");
	assert_string_equal(config.weaknesses[2].path, ".journalscan.yml");
	assert_int_equal(parse_two("regio: IE\n", "region: US\n"), -1);
	assert_string_equal(err.path, "own.yml");
}

static void spans_have_numbers_and_units(void **state)
{
	static const struct {
		const char *text;
		int count; /* -1: none */
		bool is_months;
	} cases[] = {
		{"7 days", 7, false},	     {"1 day", 1, false},
		{"0 days", 0, false},	     {"7", 7, false},
		{"7days", 7, false},	     {"2 weeks", 14, false},
		{"3 months", 3, true},	     {"1 Month", 1, true},
		{"1 year", 12, true},	     {"36500 days", 36500, false},
		{"36501 days", -1, false},   {"1201 months", -1, false},
		{"9999999 days", -1, false}, {"", -1, false},
		{"days", -1, false},	     {"+7 days", -1, false},
		{"7.5 days", -1, false},     {"7 days ago", -1, false},
		{"seven days", -1, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_span span;
		int ret = jscan_span_parse(&span, cases[i].text);

		if (ret != (cases[i].count < 0 ? -1 : 0))
			fail_msg("'%s' gives %d", cases[i].text, ret);
		if (ret == 0)
			assert_span(span, cases[i].count, cases[i].is_months);
	}
}

static const char *print(const char *own, const char *folder)
{
	struct jscan_config_file files[2] = {{"own.yml", own, 0},
					     {".journalscan.yml", folder, 0}};
	struct jscan_rule_numbers numbers[JSCAN_RULE_COUNT] = {
		[JSCAN_RULE_REPLY] = {{7, false}, {10, false}, {45, false}}};
	struct jscan_buf buf;
	char *text;

	files[0].len = own ? strlen(own) : 0;
	files[1].len = folder ? strlen(folder) : 0;
	jscan_buf_init(&buf);
	if (jscan_config_print(&buf, files, numbers, &arena, &err) < 0)
		fail_msg("%s", err.message);
	text = jscan_arena_strndup(&arena, buf.data, buf.len);
	jscan_buf_release(&buf);
	return text;
}

static void printing_says_where_each_value_comes_from(void **state)
{
	static const char *const lines[] = {
		"report: \"a b.md\"  # .journalscan.yml:1\n",
		"ignore: [\"*.tmp\"]  # own.yml:1\n",
		"date-order: mdy  # default\n",
		"region: US  # .journalscan.yml:2\n",
		"  thank-you: false  # own.yml:3\n",
		"    opens: 7 days  # default\n",
		"    window: 3..4 months  # default\n",
		"  interview: 50 days  # .journalscan.yml:4\n",
		"  timeout: 5 seconds  # default\n",
	};
	const char *text = print("ignore: '*.tmp'\nrules:\n"
				 "  thank-you: off\nregion: IE\n",
				 "report: a b.md\nregion: US\nsilence:\n"
				 "  interview: 50 days\n");

	(void)state;
	for (size_t i = 0; i < COUNT_OF(lines); i++) {
		if (!strstr(text, lines[i]))
			fail_msg("no line '%s' in:\n%s", lines[i], text);
	}
}

/* What is printed is a configuration that says the same. */
static void what_is_printed_can_be_read(void **state)
{
	const char *first =
		print(NULL, "report: \"q\\\"\\\\\\t.md\"\nignore: [a, 'b: c']\n"
			    "rules: {thank-you: false}\n"
			    "templates: {mock: a b.md}\n"
			    "keys: {boss: hiring manager}\n"
			    "sections: {Tea & truth: advice}\n"
			    "weaknesses: [{id: x, phrases: [a]}]\n");

	(void)state;
	parse(first);
	assert_string_equal(config.report, "q\"\\\t.md");
	assert_string_equal(config.ignore.items[1], "b: c");
	assert_true(config.rules[JSCAN_RULE_THANK_YOU].is_off);
	assert_string_equal(config.templates[0].known, "a b.md");
	assert_string_equal(config.keys[0].own, "boss");
	assert_string_equal(config.sections[0].heading, "tea truth");
	assert_string_equal(config.weaknesses[0].id, "x");
	print(NULL, first);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_means_the_defaults),
		cmocka_unit_test(every_key_has_its_value),
		cmocka_unit_test(what_is_wrong_is_named_with_its_line),
		cmocka_unit_test(the_folder_wins_over_the_person),
		cmocka_unit_test(spans_have_numbers_and_units),
		cmocka_unit_test(printing_says_where_each_value_comes_from),
		cmocka_unit_test(what_is_printed_can_be_read),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
