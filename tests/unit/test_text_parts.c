/*
 * Text for people at its edges: what is cut to fit, wrapped, laid out in
 * columns, told of two reports; and addresses that are not to be shown.
 */
#include <errno.h>

#include "unit/check.h"

#include "journalscan.h"
#include "output/redact.h"
#include "output/table.h"

#define DOTS "\xe2\x80\xa6"
#define WIDE "\xe6\xbc\xa2" /* two columns */

static void what_is_cut(void **state)
{
	static const struct {
		const char *text;
		size_t width;
		const char *start, *end; /* what is kept of it */
	} cases[] = {
		{"abc", 3, "abc", "abc"},
		{"abc", 9, "abc", "abc"},
		{"abcd", 3, "ab" DOTS, DOTS "cd"},
		{"abcd", 1, DOTS, DOTS},
		{"abcd", 0, "", ""},
		{"", 0, "", ""},
		{WIDE WIDE WIDE, 6, WIDE WIDE WIDE, WIDE WIDE WIDE},
		{WIDE WIDE WIDE, 5, WIDE WIDE DOTS, DOTS WIDE WIDE},
		{WIDE WIDE WIDE, 4, WIDE DOTS " ", DOTS WIDE " "},
		/* What combines stays with its letter. */
		{"abe\xcc\x81z", 4, "abe\xcc\x81z", "abe\xcc\x81z"},
		{"abe\xcc\x81zz", 4, "abe\xcc\x81" DOTS, DOTS "e\xcc\x81zz"},
		{"ae\xcc\x81\xcc\x88zzz", 3, "ae\xcc\x81\xcc\x88" DOTS,
		 DOTS "zz"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_buf out;

		jscan_buf_init(&out);
		jscan_buf_adds(&out, "");
		jscan_text_fit(&out, cases[i].text, cases[i].width);
		assert_string_equal(out.data, cases[i].start);
		jscan_buf_clear(&out);
		jscan_buf_adds(&out, "");
		jscan_text_fit_end(&out, cases[i].text, cases[i].width);
		assert_string_equal(out.data, cases[i].end);
		jscan_buf_release(&out);
	}
}

static void what_is_wrapped(void **state)
{
	static const struct {
		const char *text;
		size_t indent, width;
		const char *result;
	} cases[] = {
		{"", 2, 10, ""},
		{"   ", 2, 10, ""},
		{"one two", 0, 7, "one two\n"},
		{"one two", 0, 6, "one\ntwo\n"},
		{" one  two ", 2, 9, "  one two\n"},
		{"one two", 2, 8, "  one\n  two\n"},
		{"longer than that", 0, 3, "longer\nthan\nthat\n"},
		{WIDE " " WIDE, 0, 5, WIDE " " WIDE "\n"},
		{WIDE " " WIDE, 0, 4, WIDE "\n" WIDE "\n"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_buf out;

		jscan_buf_init(&out);
		jscan_buf_adds(&out, "");
		jscan_text_wrap(&out, cases[i].text, cases[i].indent,
				cases[i].width);
		assert_string_equal(out.data, cases[i].result);
		jscan_buf_release(&out);
	}
}

/* Columns give way, the widest first; then the last ones go. */
static void tables_that_do_not_fit(void **state)
{
	static const struct jscan_column columns[] = {
		{"Day", 3, false, false, false},
		{"What", 4, true, false, false},
		{"Place", 5, true, false, true},
		{"No", 2, false, true, false},
	};
	static const struct {
		size_t width;
		const char *text;
	} cases[] = {
		{80, "Day  What         Place     No\n"
		     "Mon  all of them  a/b.md:7   1\n"
		     "Tue               c         22\n"},
		{30, "Day  What         Place     No\n"
		     "Mon  all of them  a/b.md:7   1\n"
		     "Tue               c         22\n"},
		{28, "Day  What       Place     No\n"
		     "Mon  all of t" DOTS "  a/b.md:7   1\n"
		     "Tue             c         22\n"},
		{25, "Day  What     Place    No\n"
		     "Mon  all of" DOTS "  " DOTS "b.md:7   1\n"
		     "Tue           c        22\n"},
	};
	struct jscan_table table;

	(void)state;
	jscan_table_init(&table, columns, COUNT_OF(columns), false);
	jscan_table_add(&table, "Mon", JSCAN_COLOR_NONE);
	jscan_table_add(&table, "all of them", JSCAN_COLOR_NONE);
	jscan_table_add(&table, "a/b.md:7", JSCAN_COLOR_NONE);
	jscan_table_add(&table, "1", JSCAN_COLOR_NONE);
	jscan_table_add(&table, "Tue", JSCAN_COLOR_NONE);
	jscan_table_add(&table, NULL, JSCAN_COLOR_NONE);
	jscan_table_add(&table, "c", JSCAN_COLOR_NONE);
	jscan_table_add(&table, "22", JSCAN_COLOR_NONE);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_buf out;

		jscan_buf_init(&out);
		jscan_table_print(&out, &table, cases[i].width);
		if (strcmp(out.data, cases[i].text) != 0)
			fail_msg("%zu:\n%s", cases[i].width, out.data);
		jscan_buf_release(&out);
	}
	/* However narrow, no line is wider, and none is lost. */
	for (size_t width = 3; width < 30; width++) {
		struct jscan_buf out;
		size_t lines = 0;

		jscan_buf_init(&out);
		jscan_table_print(&out, &table, width);
		for (char *line = strtok(out.data, "\n"); line;
		     line = strtok(NULL, "\n")) {
			size_t shown = 0;

			for (const char *c = line; *c; c++)
				shown += ((unsigned char)*c & 0xc0) != 0x80;
			assert_in_range(shown, 1, width);
			lines++;
		}
		assert_int_equal(lines, 3);
		jscan_buf_release(&out);
	}
	jscan_table_release(&table);
}

struct text {
	char bytes[8192];
	size_t len;
	bool fails;
};

static int add_bytes(void *data, const char *bytes, size_t len)
{
	struct text *text = data;

	if (text->fails) {
		errno = ENOSPC;
		return -1;
	}
	assert_true(text->len + len < sizeof(text->bytes));
	memcpy(text->bytes + text->len, bytes, len);
	text->len += len;
	text->bytes[text->len] = '\0';
	return 0;
}

static const struct jscan_followup old_items[] = {
	{.id = "a",
	 .action = "reply",
	 .company = "Acme",
	 .due = {2026, 5, 1},
	 .status = JSCAN_STATUS_DUE},
	{.id = "b",
	 .rule = JSCAN_RULE_TASK,
	 .action = "Read it",
	 .role = "Cook",
	 .due = {2026, 5, 2},
	 .status = JSCAN_STATUS_DUE},
};
static const struct jscan_followup new_items[] = {
	{.id = "a",
	 .rule = JSCAN_RULE_REPLY,
	 .action = "reply",
	 .company = "Acme",
	 .contact = "Dana Ruiz",
	 .due = {2026, 5, 1},
	 .status = JSCAN_STATUS_OVERDUE},
	{.id = "c",
	 .rule = JSCAN_RULE_THANK_YOU,
	 .action = "thank-you",
	 .company = "Brill",
	 .due = {2026, 5, 3},
	 .status = JSCAN_STATUS_DUE},
};
static const struct jscan_weakness old_weaknesses[] = {
	{.id = "a", .title = "Hedging", .interviews = 4, .of = 5},
	{.id = "b", .title = "Rambling", .interviews = 1, .of = 5},
};
static const struct jscan_weakness new_weaknesses[] = {
	{.id = "a", .title = "Hedging", .interviews = 3, .of = 8},
	{.id = "b", .title = "Rambling", .interviews = 4, .of = 8},
};
static const struct jscan_application old_applications[] = {
	{.company = "Acme", .role = "CTO", .state = JSCAN_OUTCOME_PENDING},
	{.company = "Brill", .state = JSCAN_OUTCOME_PENDING},
};
static const struct jscan_application new_applications[] = {
	{.company = "Acme", .role = "CTO", .state = JSCAN_OUTCOME_REJECTED},
	{.company = "Corvid", .state = JSCAN_OUTCOME_PENDING},
};
static const struct jscan_report before = {
	.as_of = {2026, 5, 1},
	.counts = {.due = 2, .interviews = 1},
	.followups = old_items,
	.followup_count = 2,
	.weaknesses = old_weaknesses,
	.weakness_count = 2,
	.applications = old_applications,
	.application_count = 2};
static const struct jscan_report after = {
	.as_of = {2026, 5, 2},
	.counts = {.overdue = 1, .due = 1, .upcoming = 3, .interviews = 2},
	.followups = new_items,
	.followup_count = 2,
	.weaknesses = new_weaknesses,
	.weakness_count = 2,
	.applications = new_applications,
	.application_count = 2};

static void two_reports(void **state)
{
	static const char wanted[] =
		"2026-05-01: 0 overdue, 2 due, 0 to come, 1 interview\n"
		"2026-05-02: 1 overdue, 1 due, 3 to come, 2 interviews\n"
		"\nBecame overdue\n"
		"  2026-05-01  Ask for the answer     Acme   Dana Ruiz\n"
		"\nNo longer there\n"
		"  2026-05-02  Read it                Cook\n"
		"\nNew\n"
		"  2026-05-03  Send a thank-you note  Brill\n"
		"\nWeaknesses, by interviews\n"
		"  Weakness  Change  Before  After   Between\n"
		"  Rambling  worse   1 of 5  4 of 8  3 of 3\n"
		"  Hedging   better  4 of 5  3 of 8\n"
		"\nApplications\n"
		"  Company  Role  Before   After\n"
		"  Acme     CTO   pending  rejected\n"
		"  Brill          pending  gone\n"
		"  Corvid         -        pending\n";
	struct jscan_format_options options = {0};
	struct jscan_comparison *all;
	struct jscan_error err = {0};
	struct text text = {.len = 0};

	(void)state;
	jscan_report_compare(&all, &before, &after);
	assert_int_equal(jscan_comparison_write(all, JSCAN_FORMAT_TEXT,
						&options, add_bytes, &text,
						&err),
			 0);
	assert_string_equal(text.bytes, wanted);
	/* So narrow is nothing printed. */
	options.columns = 1;
	text.len = 0;
	assert_int_equal(jscan_comparison_write(all, JSCAN_FORMAT_TEXT,
						&options, add_bytes, &text,
						&err),
			 0);
	assert_non_null(strstr(text.bytes, "2026-05-01"));
	assert_int_equal(jscan_comparison_write(all, JSCAN_FORMAT_HTML,
						&options, add_bytes, &text,
						&err),
			 -1);
	assert_int_equal(err.code, JSCAN_ERR_USAGE);
	text.fails = true;
	assert_int_equal(jscan_comparison_write(all, JSCAN_FORMAT_TEXT,
						&options, add_bytes, &text,
						&err),
			 -1);
	assert_int_equal(err.code, JSCAN_ERR_IO);
	assert_int_equal(jscan_comparison_write(all, JSCAN_FORMAT_JSON,
						&options, add_bytes, &text,
						&err),
			 -1);
	assert_int_equal(err.code, JSCAN_ERR_IO);
	jscan_comparison_free(all);
}

static void what_is_not_shown(void **state)
{
	static const struct {
		const char *text, *shown;
	} cases[] = {
		{"See https://acme.example/jobs.", "See [link]."},
		{"See www.acme.example, then", "See [link], then"},
		{"(acme.example/jobs)", "([link])"},
		{"and/or e.g. this", "and/or e.g. this"},
		{"a/b.md", "a/b.md"},
		{".x/y", ".x/y"},
		{"1./2", "1./2"},
		{"mail dana@acme.example!", "mail [mail]!"},
		{"@dana said", "@dana said"},
		{"dana@", "dana@"},
		{"dana@, then", "dana@, then"},
		{"call +49 (170) 123-4567 now", "call [phone] now"},
		{"call 170 123 4567", "call [phone]"},
		{"on 2026-05-06 it", "on 2026-05-06 it"},
		{"on 6.5.2026", "on 6.5.2026"},
		{"on 06/05/2026-", "on 06/05/2026-"},
		{"12345", "12345"},
		{"with 5 of 7", "with 5 of 7"},
		{"It said yes", "It said yes"},
		{"I met Dana there", "I met D. there"},
		{"He said \"Fine words\"", "He said \"Fine words\""},
		{"He said \xe2\x80\x9c"
		 "Fine words\xe2\x80\x9d",
		 "He said \xe2\x80\x9c"
		 "Fine words\xe2\x80\x9d"},
		{"Then \xe2\x80\x93 Fine words",
		 "Then \xe2\x80\x93 Fine words"},
		{"", ""},
	};
	static const struct jscan_report none = {.as_of = {2026, 5, 1}};
	const struct jscan_report *const reports = &none;
	struct jscan_redaction *redaction;

	(void)state;
	jscan_redaction_new(&redaction, &reports, 1);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *shown = jscan_redact_text(redaction, cases[i].text,
						      JSCAN_REDACT_PROSE);

		if (strcmp(shown, cases[i].shown) != 0)
			fail_msg("'%s' becomes '%s'", cases[i].text, shown);
	}
	assert_null(jscan_redact_text(redaction, NULL, JSCAN_REDACT_PROSE));
	assert_null(jscan_redact_person(redaction, NULL));
	jscan_redaction_free(redaction);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_cut),
		cmocka_unit_test(what_is_wrapped),
		cmocka_unit_test(tables_that_do_not_fit),
		cmocka_unit_test(two_reports),
		cmocka_unit_test(what_is_not_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
