/* How items come about: every sum right, every place there, every rule told. */
#include "unit/check.h"
#include "unit/folder.h"

#include "base/date.h"

static bool has_step(const struct jscan_explanation *item, const char *text)
{
	for (size_t i = 0; i < item->step_count; i++) {
		if (strstr(item->steps[i].text, text))
			return true;
	}
	return false;
}

static void expect_step(const struct jscan_explanation *item, const char *text)
{
	if (has_step(item, text))
		return;
	for (size_t i = 0; i < item->step_count; i++)
		print_message("# %s\n", item->steps[i].text);
	fail_msg("no step says: %s", text);
}

/* The same sum as `a + n days = b`, worked out again. */
static void check_sum(const char *text)
{
	const char *equals = strstr(text, " = ");
	struct jscan_date from, to;
	char first[11], last[11], sign = '+', unit[16];
	int count = 0;

	if (!equals)
		return;
	assert_true(equals - text >= 19);
	while (text < equals &&
	       /* NOLINTNEXTLINE(cert-err34-c): the text is our own */
	       sscanf(text, "%10[0-9-] %c %d %15[a-z] = %10[0-9-]", first,
		      &sign, &count, unit, last) != 5)
		text++;
	assert_true(text < equals);
	assert_int_equal(jscan_date_parse(&from, first), 0);
	assert_int_equal(jscan_date_parse(&to, last), 0);
	if (sign == '-')
		count = -count;
	from = strncmp(unit, "month", 5) ? jscan_date_add_days(from, count)
					 : jscan_date_add_months(from, count);
	assert_int_equal(jscan_date_compare(from, to), 0);
}

/* The lines of a file, as the steps quote them. */
static void check_quote(const char *dir, const struct jscan_step *step)
{
	char path[1024], line[8192];
	unsigned number = 0;
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", dir, step->path);
	file = fopen(path, "rb");
	assert_non_null(file);
	while (number < step->line && fgets(line, sizeof(line), file))
		number++;
	fclose(file);
	assert_int_equal(number, step->line);
	if (!step->line)
		return;
	assert_non_null(step->quote);
	assert_non_null(strstr(line, step->quote));
}

/* A step that starts like this ends with the day. */
static void check_day(const struct jscan_explanation *item, const char *what,
		      struct jscan_date day)
{
	char text[11];

	jscan_date_format(text, day);
	for (size_t i = 0; i < item->step_count; i++) {
		const char *step = item->steps[i].text;

		if (!strncmp(step, what, strlen(what)) && strstr(step, text))
			return;
	}
	fail_msg("no step '%s' has %s: %s", what, text, item->title);
}

static void check_item(struct folder *folder, const char *dir,
		       const struct jscan_followup *item)
{
	struct jscan_explanations all;
	const struct jscan_explanation *it;
	struct jscan_error err = {0};
	char id[64];

	if (jscan_scan_explain(&all, folder->scan, item->id, &err) < 0)
		fail_msg("%s", err.message);
	assert_int_equal(all.count, 1);
	it = &all.items[0];
	snprintf(id, sizeof(id), "[%s]", item->id);
	assert_non_null(strstr(it->title, id));
	for (size_t i = 0; i < it->step_count; i++) {
		check_sum(it->steps[i].text);
		if (it->steps[i].path)
			check_quote(dir, &it->steps[i]);
	}
	if (item->rule != JSCAN_RULE_KEEP_IN_TOUCH) {
		check_day(it, "opens", item->opens);
		check_day(it, "due", item->due);
	} else {
		check_day(it, "a touch each quarter", item->due);
	}
	expect_step(it, item->status == JSCAN_STATUS_DONE ? "met by: "
							  : "nothing met it");
	expect_step(it, item->status == JSCAN_STATUS_DONE      ? ": done"
			: item->status == JSCAN_STATUS_LAPSED  ? "has lapsed"
			: item->status == JSCAN_STATUS_OVERDUE ? "is overdue by"
			: item->status == JSCAN_STATUS_DUE     ? "so it is due"
							   : "still to come");
	if (item->contact)
		expect_step(it, "whom: ");
	if (item->rule != JSCAN_RULE_TASK)
		expect_step(it, "why: ");
}

/* Every item of the example, on days around its own. */
static void test_every_item_of_the_example(void **state)
{
	static const char dir[] = "examples/journal";
	static const char *const days[] = {"2025-09-20", "2026-02-28",
					   "2026-06-19", "2026-09-15",
					   "2026-10-15", "2027-03-01"};
	unsigned seen = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(days); i++) {
		struct folder folder = {.path = ""};

		folder_scan_dir(&folder, dir, days[i]);
		for (size_t j = 0; j < folder.report->followup_count; j++) {
			seen |= 1u << folder.report->followups[j].rule;
			check_item(&folder, dir, &folder.report->followups[j]);
		}
		folder_close(&folder);
	}
	assert_int_equal(seen, (1u << JSCAN_RULE_COUNT) - 1);
}

static const char interview[] = "---\n"
				"company: Tarn Ferries\n"
				"role: Purser\n"
				"date: 2026-05-06\n"
				"type: interview\n"
				"expect by: 2026-05-20\n"
				"---\n"
				"Two hours on deck. I rambled about tides.\n";

static void test_the_arithmetic_of_a_promise(void **state)
{
	struct folder folder;
	struct jscan_explanations all;
	struct jscan_error err;

	(void)state;
	folder_open(&folder);
	folder_write(&folder, "tarn.md", interview);
	folder_scan(&folder, "2026-05-25");
	assert_int_equal(
		jscan_scan_explain(&all, folder.scan,
				   folder_get(&folder, JSCAN_RULE_REPLY)->id,
				   &err),
		0);
	expect_step(&all.items[0], "interview on 2026-05-06");
	expect_step(&all.items[0], "they promised an answer by 2026-05-20");
	expect_step(&all.items[0], "opens: the promised day, 2026-05-20");
	expect_step(&all.items[0], "due: 2026-05-20 + 1 day = 2026-05-21");
	expect_step(&all.items[0],
		    "lapses after: 2026-05-20 + 45 days = 2026-07-04");
	expect_step(&all.items[0], "so it is overdue by 4 days");
	assert_string_equal(all.items[0].steps[0].path, "tarn.md");
	assert_int_equal(all.items[0].steps[0].line, 4);
	assert_string_equal(all.items[0].steps[0].quote, "date: 2026-05-06");
	folder_close(&folder);
}

static void test_a_task_that_says_the_same(void **state)
{
	struct folder folder;
	struct jscan_explanations all;
	struct jscan_error err;
	char id[16];

	(void)state;
	folder_open(&folder);
	folder_write(&folder, "tarn.md", interview);
	folder_scan(&folder, "2026-05-25");
	strcpy(id, folder_get(&folder, JSCAN_RULE_REPLY)->id);
	folder_write(&folder, "more.md",
		     "---\ncompany: Tarn Ferries\nrole: Purser\n"
		     "date: 2026-05-22\ntype: note\n---\n"
		     "- [ ] Call the crewing office, due 2026-05-27\n");
	folder_scan(&folder, "2026-05-25");
	assert_null(folder_find(&folder, JSCAN_RULE_REPLY));
	assert_int_equal(jscan_scan_explain(&all, folder.scan, id, &err), 0);
	expect_step(&all.items[0],
		    "left out of the list: the open task \"Call the crewing "
		    "office\", due 2026-05-27");
	assert_int_equal(
		jscan_scan_explain(&all, folder.scan,
				   folder_get(&folder, JSCAN_RULE_TASK)->id,
				   &err),
		0);
	expect_step(&all.items[0], "it stands in for reply, due 2026-05-21");
	folder_close(&folder);
}

static void test_snooze_and_its_line(void **state)
{
	struct folder folder;
	struct jscan_explanations all;
	struct jscan_error err;

	(void)state;
	folder_open(&folder);
	folder_write(&folder, "tarn.md",
		     "---\ncompany: Tarn\ndate: 2026-05-06\nsnooze:\n"
		     "  reply: 2026-06-01\n---\n");
	folder_scan(&folder, "2026-05-25");
	assert_int_equal(
		jscan_scan_explain(&all, folder.scan,
				   folder_get(&folder, JSCAN_RULE_REPLY)->id,
				   &err),
		0);
	expect_step(&all.items[0], "it rests until 2026-06-01 (snooze)");
	expect_step(&all.items[0], "before 2026-06-01, so it is still to come");
	folder_close(&folder);
}

static void test_a_line_of_a_weakness(void **state)
{
	struct folder folder;
	struct jscan_explanations all;
	struct jscan_error err;

	(void)state;
	folder_open(&folder);
	folder_write(&folder, "tarn.md", interview);
	folder_scan(&folder, "2026-05-25");
	assert_int_equal(
		jscan_scan_explain(&all, folder.scan, "./tarn.md:8", &err), 0);
	assert_int_equal(all.count, 1);
	assert_string_equal(all.items[0].title, "tarn.md:8");
	expect_step(&all.items[0],
		    "in the report: weakness talking-too-much, from self");
	expect_step(&all.items[0], "sentence: I rambled about tides.");
	/* The line of the date makes items, and a thank-you never sent. */
	assert_int_equal(
		jscan_scan_explain(&all, folder.scan, "tarn.md:4", &err), 0);
	assert_int_equal(all.count, 4);
	folder_close(&folder);
}

static void test_what_cannot_be_found(void **state)
{
	static const struct {
		const char *what;
		enum jscan_error_code code;
		const char *says;
	} cases[] = {
		{"", JSCAN_ERR_NOT_FOUND, "no follow-up has the id ''"},
		{"!", JSCAN_ERR_NOT_FOUND, "due --all"},
		{"other.md:1", JSCAN_ERR_NOT_FOUND, "no note of the journal"},
		{"tarn.md:2", JSCAN_ERR_NOT_FOUND, "nothing of the report"},
		{"tarn.md:99", JSCAN_ERR_NOT_FOUND, "nothing of the report"},
		{"tarn.md:9999999999", JSCAN_ERR_NOT_FOUND, "no follow-up"},
		{"../tarn.md:2", JSCAN_ERR_NOT_FOUND, "no note"},
	};
	struct jscan_explanations all;
	struct folder folder;

	(void)state;
	folder_open(&folder);
	folder_write(&folder, "tarn.md", interview);
	folder_scan(&folder, "2026-05-25");
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_error err = {0};

		assert_int_equal(jscan_scan_explain(&all, folder.scan,
						    cases[i].what, &err),
				 -1);
		assert_int_equal(err.code, cases[i].code);
		if (!strstr(err.message, cases[i].says))
			fail_msg("%s: %s", cases[i].what, err.message);
	}
	folder_close(&folder);
}

static void test_ids_may_be_shortened(void **state)
{
	const struct jscan_followup *item, *found;
	struct jscan_error err = {0};
	struct folder folder;
	char id[16];
	size_t len;

	(void)state;
	folder_scan_dir(memset(&folder, 0, sizeof(folder)), "examples/journal",
			"2026-10-15");
	item = &folder.report->followups[3];
	strcpy(id, item->id);
	for (len = 8; len; len--) {
		size_t fits = 0;

		id[len] = '\0';
		for (size_t i = 0; i < folder.report->followup_count; i++)
			fits += !strncmp(folder.report->followups[i].id, id,
					 len);
		if (fits > 1)
			break;
		assert_int_equal(
			jscan_scan_find_followup(&found, folder.scan, id, &err),
			0);
		assert_ptr_equal(found, item);
	}
	assert_true(len < 8);
	if (len) {
		assert_int_equal(
			jscan_scan_find_followup(&found, folder.scan, id, &err),
			-1);
		assert_int_equal(err.code, JSCAN_ERR_USAGE);
		assert_non_null(strstr(err.message, item->id));
	}
	/* A slip in the last place: the id is named. */
	strcpy(id, item->id);
	id[7] = id[7] == 'z' ? 'y' : 'z';
	assert_int_equal(
		jscan_scan_find_followup(&found, folder.scan, id, &err), -1);
	assert_int_equal(err.code, JSCAN_ERR_NOT_FOUND);
	assert_non_null(strstr(err.message, item->id));
	/* Capitals, and letters that look like digits. */
	strcpy(id, item->id);
	for (char *c = id; *c; c++)
		*c = *c == '0' ? 'O' : *c >= 'a' ? (char)(*c - 32) : *c;
	assert_int_equal(
		jscan_scan_find_followup(&found, folder.scan, id, &err), 0);
	assert_ptr_equal(found, item);
	folder_close(&folder);
}

static void test_a_note_that_changed(void **state)
{
	struct jscan_explanations all;
	struct jscan_error err = {0};
	struct folder folder;

	(void)state;
	folder_open(&folder);
	folder_write(&folder, "tarn.md", interview);
	folder_scan(&folder, "2026-05-25");
	folder_write(&folder, "tarn.md", "other words\n");
	/* Steps without quotes: the lines are not those that were read. */
	assert_int_equal(
		jscan_scan_explain(&all, folder.scan,
				   folder_get(&folder, JSCAN_RULE_REPLY)->id,
				   &err),
		0);
	assert_null(all.items[0].steps[0].quote);
	assert_int_equal(
		jscan_scan_explain(&all, folder.scan, "tarn.md:8", &err), -1);
	assert_int_equal(err.code, JSCAN_ERR_REFUSED);
	folder_close(&folder);
}

struct text {
	char bytes[16384];
	size_t len;
};

static int add_bytes(void *data, const char *bytes, size_t len)
{
	struct text *text = data;

	assert_true(text->len + len < sizeof(text->bytes));
	memcpy(text->bytes + text->len, bytes, len);
	text->len += len;
	text->bytes[text->len] = '\0';
	return 0;
}

static void test_hostile_words_on_a_terminal(void **state)
{
	struct jscan_format_options options = {.columns = 60};
	struct jscan_explanations all;
	struct jscan_error err;
	struct folder folder;
	struct text text = {.len = 0};

	(void)state;
	folder_open(&folder);
	folder_write(&folder, "evil.md",
		     "---\ncompany: \"A\\e[31mB\\u202e\"\ndate: 2026-05-06\n"
		     "---\n- [ ] Call \033]0;title\007 them, due 2026-05-27\n");
	folder_scan(&folder, "2026-05-25");
	for (size_t i = 0; i < folder.report->followup_count; i++) {
		assert_int_equal(jscan_scan_explain(
					 &all, folder.scan,
					 folder.report->followups[i].id, &err),
				 0);
		assert_int_equal(jscan_explanations_write(&all, &options,
							  add_bytes, &text,
							  &err),
				 0);
	}
	assert_true(text.len > 500);
	for (size_t i = 0; i < text.len; i++)
		assert_true(text.bytes[i] == '\n' ||
			    (unsigned char)text.bytes[i] >= ' ');
	assert_null(strstr(text.bytes, "\xe2\x80\xae"));
	assert_non_null(strstr(text.bytes, "\\x1b"));
	folder_close(&folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_item_of_the_example),
		cmocka_unit_test(test_the_arithmetic_of_a_promise),
		cmocka_unit_test(test_a_task_that_says_the_same),
		cmocka_unit_test(test_snooze_and_its_line),
		cmocka_unit_test(test_a_line_of_a_weakness),
		cmocka_unit_test(test_what_cannot_be_found),
		cmocka_unit_test(test_ids_may_be_shortened),
		cmocka_unit_test(test_a_note_that_changed),
		cmocka_unit_test(test_hostile_words_on_a_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
