/*
 * Values of a configuration at the bounds of what they take, and what is said,
 * and of which place, when one is something else.
 */
#include "unit/told.h"

#include "config/config.h"

/* What is wrong with a configuration, and where; "fine" when nothing is. */
static void tell(char *out, size_t room, const char *text)
{
	struct jscan_config_file files[2] = {{"own.yml", NULL, 0},
					     {"x.yml", text, strlen(text)}};
	struct jscan_config config;
	struct jscan_arena arena;
	struct jscan_error err;

	memset(&err, 0, sizeof(err));
	jscan_arena_init(&arena);
	if (jscan_config_parse(&config, files, &arena, &err) < 0)
		snprintf(out, room, "%u:%u %s", err.line, err.column,
			 err.message);
	else
		snprintf(out, room, "fine");
	jscan_arena_release(&arena);
}

static const struct told_row values[] = {
	{"report: x.md\n", "fine"},
	{"report: ../x.md\n",
	 "1:9 'report' takes the path of a file below the folder"},
	{"report: /x.md\n",
	 "1:9 'report' takes the path of a file below the folder"},
	{"report: a/../x.md\n",
	 "1:9 'report' takes the path of a file below the folder"},
	{"report: ./x.md\n",
	 "1:9 'report' takes the path of a file below the folder"},
	{"report: a//x.md\n",
	 "1:9 'report' takes the path of a file below the folder"},
	{"report: a/\n",
	 "1:9 'report' takes the path of a file below the folder"},
	{"report: .git/x.md\n",
	 "1:9 'report' takes the path of a file below the folder"},
	{"report: .GIT/x.md\n",
	 "1:9 'report' takes the path of a file below the folder"},
	{"report: .gitx/x.md\n", "fine"},
	{"report: a/b.html\n", "fine"},
	{"report: x.txt\n", "fine"},
	{"report: [a]\n", "1:9 'report' takes text"},
	{"report: \"\"\n", "1:9 'report' takes text"},
	{"report:\n", "fine"},
	{"report: ...\n", "fine"},
	{"report: .x.md\n", "fine"},
	{"ignore: a\n", "fine"},
	{"ignore: [a, b]\n", "fine"},
	{"ignore: {a: b}\n", "1:9 'ignore' takes text or a list of texts"},
	{"ignore: [a, [b]]\n", "1:13 'the list' takes text or a list of texts"},
	{"ignore: [a, \"\"]\n",
	 "1:13 'the list' takes text or a list of texts"},
	{"ignore: \"\"\n", "1:9 'ignore' takes text or a list of texts"},
	{"date-order: dmy\n", "fine"},
	{"date-order: DMY\n", "fine"},
	{"date-order: ymd\n", "1:13 'date-order' takes mdy or dmy"},
	{"date-order: [dmy]\n", "1:13 'date-order' takes mdy or dmy"},
	{"region: US\n", "fine"},
	{"region: us\n", "fine"},
	{"region: USA\n",
	 "1:9 'region' takes an ISO country of two letters, such as US"},
	{"region: U1\n",
	 "1:9 'region' takes an ISO country of two letters, such as US"},
	{"region: [US]\n",
	 "1:9 'region' takes an ISO country of two letters, such as US"},
	{"link-format: [x]\n", "1:14 'link-format' takes text"},
	{"quarterly: no\n", "fine"},
	{"quarterly: maybe\n", "1:12 'quarterly' takes true or false"},
	{"quarterly: [no]\n", "1:12 'quarterly' takes true or false"},
	{"rules: x\n", "1:8 'rules' takes a mapping of rules"},
	{"rules: {thank-you: false}\n", "fine"},
	{"rules: {thank-you: true}\n", "fine"},
	{"rules: {thank-you: }\n", "fine"},
	{"rules: {thank-you: maybe}\n",
	 "1:20 'thank-you' takes false, or a mapping of opens, due, lapses"},
	{"rules: {thank-you: [a]}\n",
	 "1:20 'thank-you' takes false, or a mapping of opens, due, lapses"},
	{"rules: {thank-yu: false}\n",
	 "1:9 unknown key 'thank-yu': did you mean 'thank-you'?"},
	{"rules: {thank-you: {opens: 1 day, due: 2 days, lapses: 3 weeks}}\n",
	 "fine"},
	{"rules: {thank-you: {opens: }}\n", "fine"},
	{"rules: {thank-you: {opens: x}}\n",
	 "1:28 'opens' takes a number of days, weeks or months: '7 days'"},
	{"rules: {thank-you: {opens: [1]}}\n",
	 "1:28 'opens' takes a number of days, weeks or months: '7 days'"},
	{"rules: {keep-in-touch: {window: 3..4 months, later-window: 5..6 "
	 "months}}\n",
	 "fine"},
	{"rules: {keep-in-touch: {window: 3 ..4}}\n", "fine"},
	{"rules: {keep-in-touch: {window: 3...4}}\n",
	 "1:33 'window' takes a window such as '3..4 months'"},
	{"rules: {keep-in-touch: {window: 3-4}}\n",
	 "1:33 'window' takes a window such as '3..4 months'"},
	{"rules: {keep-in-touch: {window: 4..3 months}}\n",
	 "1:33 'window' takes a window such as '3..4 months'"},
	{"rules: {keep-in-touch: {window: ..3 months}}\n",
	 "1:33 'window' takes a window such as '3..4 months'"},
	{"rules: {keep-in-touch: {window: 3..}}\n",
	 "1:33 'window' takes a window such as '3..4 months'"},
	{"rules: {keep-in-touch: {window: 3..4 moons}}\n",
	 "1:33 'window' takes a window such as '3..4 months'"},
	{"rules: {keep-in-touch: {window: [3]}}\n",
	 "1:33 'window' takes a window such as '3..4 months'"},
	{"rules: {thank-you: {due: 1, due: 2}}\n",
	 "1:29 'due' is there twice, first in line 1"},
	{"rules: {thank-you: {due: 36500 days}}\n", "fine"},
	{"rules: {thank-you: {due: 36501 days}}\n",
	 "1:26 'due' takes a number of days, weeks or months: '7 days'"},
	{"rules: {thank-you: {due: 1200 months}}\n", "fine"},
	{"rules: {thank-you: {due: 1201 months}}\n",
	 "1:26 'due' takes a number of days, weeks or months: '7 days'"},
	{"rules: {thank-you: {due: 100 years}}\n", "fine"},
	{"rules: {thank-you: {due: 101 years}}\n",
	 "1:26 'due' takes a number of days, weeks or months: '7 days'"},
	{"rules: {thank-you: {due: 5214 weeks}}\n", "fine"},
	{"rules: {thank-you: {due: 5215 weeks}}\n",
	 "1:26 'due' takes a number of days, weeks or months: '7 days'"},
	{"rules: {thank-you: {due: 1234567}}\n",
	 "1:26 'due' takes a number of days, weeks or months: '7 days'"},
	{"rules: {thank-you: {due: -1}}\n",
	 "1:26 'due' takes a number of days, weeks or months: '7 days'"},
	{"rules: {thank-you: {due: 1 Weeks}}\n", "fine"},
	{"rules: {thank-you: {due: 1 weekss}}\n",
	 "1:26 'due' takes a number of days, weeks or months: '7 days'"},
	{"rules: {thank-you: {due: 1 dayx}}\n",
	 "1:26 'due' takes a number of days, weeks or months: '7 days'"},
	{"silence: 3\n", "1:10 'silence' takes a mapping"},
	{"silence: {interview: 40 days, application: 2 weeks}\n", "fine"},
	{"silence: {interview: 1 month}\n",
	 "1:22 'interview' takes a number of days: '45 days'"},
	{"silence: {interview: [1]}\n",
	 "1:22 'interview' takes a number of days: '45 days'"},
	{"silence: {interviews: 1}\n",
	 "1:11 unknown key 'interviews': did you mean 'interview'?"},
	{"snapshot: false\n", "fine"},
	{"snapshot: maybe\n", "1:11 'snapshot' takes true or false"},
	{"snapshot: [a]\n", "1:11 'snapshot' takes a mapping"},
	{"snapshot: {enabled: no, ref: refs/x, message: m}\n", "fine"},
	{"snapshot: {ref: }\n", "fine"},
	{"snapshot: {ref: [x]}\n", "1:17 'ref' takes text"},
	{"snapshot: {rev: x}\n", "1:12 unknown key 'rev': did you mean 'ref'?"},
	{"hook: {strict: yes, stage: no, timeout: 5 seconds}\n", "fine"},
	{"hook: {timeout: 5}\n", "fine"},
	{"hook: {timeout: 5 s}\n", "fine"},
	{"hook: {timeout: 2 minutes}\n", "fine"},
	{"hook: {timeout: 60 minutes}\n", "fine"},
	{"hook: {timeout: 61 minutes}\n",
	 "1:17 'timeout' takes a number of seconds: '5 seconds'"},
	{"hook: {timeout: 3600}\n", "fine"},
	{"hook: {timeout: 3601}\n",
	 "1:17 'timeout' takes a number of seconds: '5 seconds'"},
	{"hook: {timeout: 0}\n",
	 "1:17 'timeout' takes a number of seconds: '5 seconds'"},
	{"hook: {timeout: x}\n",
	 "1:17 'timeout' takes a number of seconds: '5 seconds'"},
	{"hook: {timeout: 5 hours}\n",
	 "1:17 'timeout' takes a number of seconds: '5 seconds'"},
	{"hook: {timeout: [5]}\n",
	 "1:17 'timeout' takes a number of seconds: '5 seconds'"},
	{"hook: {strict: 2}\n", "1:16 'strict' takes true or false"},
	{"hook: x\n", "1:7 'hook' takes a mapping"},
	{"templates: {thank-you: a.md, interview: b.md}\n", "fine"},
	{"templates: {thank-you: ../a.md}\n",
	 "1:24 'thank-you' takes the path of a file below the folder"},
	{"templates: {thank-you: [a]}\n", "1:24 'thank-you' takes text"},
	{"templates: {thankyou: a.md}\n",
	 "1:13 unknown key 'thankyou': did you mean 'thank-you'?"},
	{"templates: x\n",
	 "1:12 'templates' takes a mapping of names to files"},
	{"keys: {firma: company}\n", "fine"},
	{"keys: {firma: compnay}\n",
	 "1:15 'compnay' is no known key; the nearest one is 'company'"},
	{"keys: {firma: [a]}\n", "1:15 'firma' takes text"},
	{"keys: x\n", "1:7 'keys' takes a mapping of your keys to known ones"},
	{"sections: {Rückblick: self-assessment, Tipps: ADVICE}\n", "fine"},
	{"sections: {Rückblick: self}\n",
	 "1:24 'Rückblick' takes one of self-assessment, strengths, feedback, "
	 "contacts, follow-up, advice"},
	{"sections: {Rückblick: [a]}\n",
	 "1:24 'Rückblick' takes one of self-assessment, strengths, feedback, "
	 "contacts, follow-up, advice"},
	{"sections: x\n",
	 "1:11 'sections' takes a mapping of headings to sections"},
	{"weaknesses: x\n", "1:13 'weaknesses' takes a list"},
	{"weaknesses: []\n", "fine"},
	{"weaknesses: [x]\n", "1:14 'the list' takes mappings with id, title, "
			      "advice, phrases, patterns"},
	{"weaknesses: [{title: x}]\n",
	 "1:14 a weakness of your own needs an id"},
	{"weaknesses: [{id: a-b_1, title: x, advice: y, phrases: [a], "
	 "patterns: b}]\n",
	 "fine"},
	{"weaknesses: [{id: A}]\n",
	 "1:19 'id' takes small letters, digits and hyphens: 'talking-fast'"},
	{"weaknesses: [{id: [a]}]\n", "1:19 'id' takes text"},
	{"weaknesses: [{id: , title: x}]\n",
	 "1:14 a weakness of your own needs an id"},
	{"weaknesses: [{id: a, titel: x}]\n",
	 "1:22 unknown key 'titel': did you mean 'title'?"},
	{"weaknesses: [{id: a, phrases: {a: b}}]\n",
	 "1:31 'phrases' takes text or a list of texts"},
	{"weaknesses: [{id: a, id: b}]\n",
	 "1:22 'id' is there twice, first in line 1"},
	{"reports: x\n", "1:1 unknown key 'reports': did you mean 'report'?"},
	{"report: a.md\n"
	 "report: b.md\n",
	 "2:1 'report' is there twice, first in line 1"},
	{"- a\n", "1:1 a configuration is a mapping of keys to values"},
	{"text\n", "1:1 a configuration is a mapping of keys to values"},
};

static void test_values(void **state)
{
	(void)state;
	told_check(values, COUNT_OF(values), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
