/*
 * snooze: the smallest edit that lets an item rest, and nothing else of the
 * note; and the diffs of edits.
 */
#include "unit/check.h"
#include "unit/folder.h"

#include "act/diff.h"

#define INTERVIEW "---\ncompany: Tarn\ndate: 2026-05-06\n"

struct row {
	const char *name;
	const char *note;
	enum jscan_rule rule;
	const char *until;
	const char *after; /* NULL: refused */
};

static const struct row rows[] = {
	{"a key of its own", INTERVIEW "---\n", JSCAN_RULE_REPLY, "2026-06-01",
	 INTERVIEW "snooze:\n  reply: 2026-06-01\n---\n"},
	{"indented as the note does it",
	 INTERVIEW "ratings:\n    nerves: 2\n---\n", JSCAN_RULE_REPLY,
	 "2026-06-01",
	 INTERVIEW "ratings:\n    nerves: 2\nsnooze:\n    reply: 2026-06-01\n"
		   "---\n"},
	{"one rule more", INTERVIEW "snooze:\n  thank-you: 2026-05-20\n---\n",
	 JSCAN_RULE_REPLY, "2026-06-01",
	 INTERVIEW "snooze:\n  thank-you: 2026-05-20\n  reply: 2026-06-01\n"
		   "---\n"},
	{"one rule more in brackets",
	 INTERVIEW "snooze: {thank-you: 2026-05-20}\n---\n", JSCAN_RULE_REPLY,
	 "2026-06-01",
	 INTERVIEW "snooze: {thank-you: 2026-05-20, reply: 2026-06-01}\n---\n"},
	{"a later day",
	 INTERVIEW "snooze:\n  Reply: 2026-05-20 # holidays\n"
		   "---\n",
	 JSCAN_RULE_REPLY, "2026-06-01",
	 INTERVIEW "snooze:\n  Reply: 2026-06-01 # holidays\n---\n"},
	{"a later day in brackets",
	 INTERVIEW "snooze: {reply: 2026-05-20, thank-you: 2026-05-20}\n---\n",
	 JSCAN_RULE_REPLY, "2026-06-01",
	 INTERVIEW "snooze: {reply: 2026-06-01, thank-you: 2026-05-20}\n---\n"},
	{"a day for the whole note that has passed",
	 INTERVIEW "snooze: 2026-05-10 # busy\n---\n", JSCAN_RULE_REPLY,
	 "2026-06-01", INTERVIEW "snooze: # busy\n  reply: 2026-06-01\n---\n"},
	{"a day for the whole note goes on for the others",
	 INTERVIEW "snooze: 2026-05-20\n---\n", JSCAN_RULE_REPLY, "2026-06-01",
	 INTERVIEW "snooze:\n  thank-you: 2026-05-20\n"
		   "  self-assessment: 2026-05-20\n  reply: 2026-06-01\n---\n"},
	{"a task", INTERVIEW "---\n- [ ] Read it, due 2026-05-20\n",
	 JSCAN_RULE_TASK, "2026-06-01",
	 INTERVIEW "snooze:\n  task: 2026-06-01\n---\n"
		   "- [ ] Read it, due 2026-05-20\n"},
	{"a field of the body", INTERVIEW "---\nsnooze:: 2026-05-16\n",
	 JSCAN_RULE_REPLY, "2026-06-01", NULL},
	{"a field of the body of another name", INTERVIEW "---\nstage:: x\n",
	 JSCAN_RULE_REPLY, "2026-06-01",
	 INTERVIEW "snooze:\n  reply: 2026-06-01\n---\nstage:: x\n"},
	{"a list", INTERVIEW "snooze: [2026-05-10]\n---\n", JSCAN_RULE_REPLY,
	 "2026-06-01", NULL},
	{"a date that is quoted",
	 "---\ncompany: Tarn\ndate: '2026-05-06'\nsnooze: '2026-05-10'\n---\n",
	 JSCAN_RULE_REPLY, "2026-06-01",
	 "---\ncompany: Tarn\ndate: '2026-05-06'\nsnooze:\n"
	 "  reply: '2026-06-01'\n---\n"},
	{"a mapping with a tag, which is left alone",
	 INTERVIEW "snooze: !!map\n  thank-you: 2026-05-20\n---\n",
	 JSCAN_RULE_REPLY, "2026-06-01", NULL},
	{"a value in a line of its own, which is left alone",
	 INTERVIEW "snooze:\n  2026-05-10\n---\n", JSCAN_RULE_REPLY,
	 "2026-06-01", NULL},
	{"up to the day it rests until already",
	 INTERVIEW "snooze: 2026-06-01\n---\n", JSCAN_RULE_REPLY, "2026-06-01",
	 NULL},
	{"tomorrow", INTERVIEW "---\n", JSCAN_RULE_REPLY, "2026-05-19",
	 INTERVIEW "snooze:\n  reply: 2026-05-19\n---\n"},
	{"a day that has passed", INTERVIEW "---\n", JSCAN_RULE_REPLY,
	 "2026-05-18", NULL},
	{"it rests longer already", INTERVIEW "snooze: 2026-07-01\n---\n",
	 JSCAN_RULE_REPLY, "2026-06-01", NULL},
	{"done already", INTERVIEW "thank you: 2026-05-06\n---\n",
	 JSCAN_RULE_THANK_YOU, "2026-06-01", NULL},
};

/* With every '\n' a CRLF; to be freed. */
static char *with_crlf(const char *text)
{
	char *out = check_malloc(strlen(text) * 2 + 1), *to = out;

	for (; *text; text++) {
		if (*text == '\n')
			*to++ = '\r';
		*to++ = *text;
	}
	*to = '\0';
	return out;
}

static void check_row(const struct row *row, const char *before,
		      const char *wanted)
{
	struct jscan_edit_options options = {0};
	struct jscan_error err = {0};
	struct jscan_edit edit;
	struct folder folder;
	char id[32], *now;
	int ret;

	folder_open(&folder);
	folder_write(&folder, "tarn.md", before);
	folder_scan(&folder, "2026-05-18");
	strcpy(id, folder_get(&folder, row->rule)->id);
	options.id = id;
	assert_int_equal(jscan_date_parse(&options.date, row->until), 0);
	ret = jscan_scan_snooze(&edit, folder.scan, &options, &err);
	if ((ret == 0) != (wanted != NULL))
		fail_msg("%s: %s", row->name, err.message);
	now = folder_read(&folder, "tarn.md", NULL);
	if (strcmp(now, wanted ? wanted : before) != 0)
		fail_msg("%s:\n%s", row->name, now);
	free(now);
	folder_scan(&folder, "2026-05-18");
	if (wanted)
		assert_int_equal(folder_get(&folder, row->rule)->status,
				 JSCAN_STATUS_UPCOMING);
	folder_scan(&folder, row->until);
	if (wanted)
		assert_int_not_equal(folder_get(&folder, row->rule)->status,
				     JSCAN_STATUS_UPCOMING);
	folder_close(&folder);
}

static void test_every_form(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char *before = with_crlf(rows[i].note);
		char *after = rows[i].after ? with_crlf(rows[i].after) : NULL;

		check_row(&rows[i], rows[i].note, rows[i].after);
		check_row(&rows[i], before, after);
		free(before);
		free(after);
	}
}

/* Why nothing is written, in the words of the message. */
static void test_refusals(void **state)
{
	static const struct {
		const char *note;
		const char *as_of;
		enum jscan_rule rule;
		const char *until;
		enum jscan_error_code code;
		const char *words;
	} cases[] = {
		{INTERVIEW "---\n", "2026-06-18", JSCAN_RULE_THANK_YOU,
		 "2026-07-01", JSCAN_ERR_REFUSED,
		 "it has lapsed: there is nothing to put off"},
		{INTERVIEW "---\n", "2026-05-18", JSCAN_RULE_REPLY,
		 "2026-05-18", JSCAN_ERR_USAGE,
		 "2026-05-18 is not in the future"},
		{INTERVIEW "snooze: 2026-07-01\n---\n", "2026-05-18",
		 JSCAN_RULE_REPLY, "2026-06-01", JSCAN_ERR_REFUSED,
		 "it rests until 2026-07-01 already"},
		{INTERVIEW "thank you: 2026-05-06\n---\n", "2026-05-18",
		 JSCAN_RULE_THANK_YOU, "2026-06-01", JSCAN_ERR_REFUSED,
		 "it is done already"},
		{INTERVIEW "---\nsnooze:: 2026-05-16\n", "2026-05-18",
		 JSCAN_RULE_REPLY, "2026-06-01", JSCAN_ERR_REFUSED,
		 "write it yourself: 'reply: 2026-06-01' under 'snooze' in the "
		 "front matter"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_edit_options options = {0};
		struct jscan_error err = {0};
		struct jscan_edit edit;
		struct folder folder;

		folder_open(&folder);
		folder_write(&folder, "tarn.md", cases[i].note);
		folder_scan(&folder, cases[i].as_of);
		options.id = folder_get(&folder, cases[i].rule)->id;
		assert_int_equal(
			jscan_date_parse(&options.date, cases[i].until), 0);
		assert_int_equal(
			jscan_scan_snooze(&edit, folder.scan, &options, &err),
			-1);
		assert_string_equal(err.message, cases[i].words);
		assert_int_equal(err.code, cases[i].code);
		assert_string_equal(err.path, "tarn.md");
		folder_close(&folder);
	}
}

/* The note is read again before it is written. */
static void test_a_note_that_changed(void **state)
{
	static const struct {
		const char *now; /* NULL: gone */
		enum jscan_error_code code;
	} cases[] = {
		{INTERVIEW "---\nWords.\n", JSCAN_ERR_REFUSED},
		{NULL, JSCAN_ERR_IO},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_edit_options options = {.date = {2026, 6, 1}};
		struct jscan_error err = {0};
		struct jscan_edit edit;
		struct folder folder;
		char path[512];

		folder_open(&folder);
		folder_write(&folder, "tarn.md", INTERVIEW "---\n");
		folder_scan(&folder, "2026-05-18");
		options.id = folder_get(&folder, JSCAN_RULE_REPLY)->id;
		folder_path(path, &folder, "tarn.md");
		assert_int_equal(unlink(path), 0);
		if (cases[i].now)
			folder_write(&folder, "tarn.md", cases[i].now);
		assert_int_equal(
			jscan_scan_snooze(&edit, folder.scan, &options, &err),
			-1);
		if (err.code != cases[i].code)
			fail_msg("%s", err.message);
		folder_close(&folder);
	}
}

static const struct {
	const char *before;
	struct jscan_splice splice;
	const char *diff;
} diffs[] = {
	{"a\nb\nc\nd\ne\nf\ng\nh\n",
	 {8, 1, "E", 1},
	 "--- a/x.md\n+++ b/x.md\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n"
	 " h\n"},
	{"a\nb\n",
	 {2, 0, "new\n", 4},
	 "--- a/x.md\n+++ b/x.md\n@@ -1,2 +1,3 @@\n a\n+new\n b\n"},
	{"a\nb",
	 {3, 0, "\nnew", 4},
	 "--- a/x.md\n+++ b/x.md\n@@ -1,2 +1,3 @@\n a\n-b\n"
	 "\\ No newline at end of file\n+b\n+new\n"
	 "\\ No newline at end of file\n"},
	{"a\nb\n",
	 {4, 0, "new\n", 4},
	 "--- a/x.md\n+++ b/x.md\n@@ -1,2 +1,3 @@\n a\n b\n+new\n"},
	{"",
	 {0, 0, "new\n", 4},
	 "--- a/x.md\n+++ b/x.md\n@@ -0,0 +1,1 @@\n+new\n"},
	{"a\na\na\n",
	 {2, 0, "a\n", 2},
	 "--- a/x.md\n+++ b/x.md\n@@ -1,3 +1,4 @@\n a\n a\n a\n+a\n"},
	{"a\nb",
	 {0, 1, "c", 1},
	 "--- a/x.md\n+++ b/x.md\n@@ -1,2 +1,2 @@\n-a\n+c\n b\n"
	 "\\ No newline at end of file\n"},
	{"a\nb\nc\n",
	 {2, 2, "", 0},
	 "--- a/x.md\n+++ b/x.md\n@@ -1,3 +1,2 @@\n a\n-b\n c\n"},
	{"a\nb",
	 {3, 0, "\n", 1},
	 "--- a/x.md\n+++ b/x.md\n@@ -1,2 +1,2 @@\n a\n-b\n"
	 "\\ No newline at end of file\n+b\n"},
	{"a\r\nb\r\n",
	 {3, 1, "B", 1},
	 "--- a/x.md\n+++ b/x.md\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+B\r\n"},
};

static void test_diffs(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(diffs); i++) {
		struct jscan_buf out;

		jscan_buf_init(&out);
		jscan_diff_write(&out, "x.md", diffs[i].before,
				 strlen(diffs[i].before), &diffs[i].splice);
		assert_string_equal(out.data, diffs[i].diff);
		jscan_buf_release(&out);
	}
}

static void test_names_in_diffs(void **state)
{
	static const struct {
		const char *name;
		const char *line;
	} names[] = {
		{"a b.md", "--- a/a b.md\t\n"},
		{"a\\b.md", "--- \"a/a\\\\b.md\"\n"},
		{"a\x7f.md", "--- \"a/a\\177.md\"\n"},
		{"a\x1f.md", "--- \"a/a\\037.md\"\n"},
		{"a~!.md", "--- a/a~!.md\n"},
		{"a\"\n.md", "--- \"a/a\\\"\\012.md\"\n"},
		{"\xc3\xa9.md", "--- \"a/\\303\\251.md\"\n"},
	};
	struct jscan_splice splice = {0, 0, "new\n", 4};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		struct jscan_buf out;

		jscan_buf_init(&out);
		jscan_diff_write(&out, names[i].name, "", 0, &splice);
		assert_int_equal(
			strncmp(out.data, names[i].line, strlen(names[i].line)),
			0);
		jscan_buf_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_form),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_a_note_that_changed),
		cmocka_unit_test(test_diffs),
		cmocka_unit_test(test_names_in_diffs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
