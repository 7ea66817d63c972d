/* The page before an interview: whose it is, what stands on it, hostile notes.
 */
#include "unit/check.h"
#include "unit/folder.h"

struct text {
	char bytes[65536];
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

static int write_page(struct text *out, const struct folder *folder,
		      enum jscan_format format, const char *company,
		      struct jscan_error *err)
{
	struct jscan_format_options options = {.view = JSCAN_VIEW_PREP,
					       .company = company};

	out->len = 0;
	out->bytes[0] = '\0';
	return jscan_report_write(folder->report, format, &options, add_bytes,
				  out, err);
}

static void expect(const struct text *text, const char *part)
{
	if (!strstr(text->bytes, part))
		fail_msg("not on the page: %s\n%s", part, text->bytes);
}

static void expect_not(const struct text *text, const char *part)
{
	if (strstr(text->bytes, part))
		fail_msg("on the page: %s\n%s", part, text->bytes);
}

static void fill(struct folder *folder)
{
	folder_write(folder, "tarn 1.md",
		     "---\ncompany: Tarn Ferries\nrole: Purser\n"
		     "date: 2026-05-06\nstage: phone screen\n"
		     "thank you: 2026-05-07\nexpect by: 2026-05-20\n"
		     "contacts: Mara Quist <mara@tarn.example>\n---\n"
		     "## Self-assessment\n\nI rambled about tides.\n\n"
		     "## Feedback\n\nYou rambled a little.\n");
	folder_write(folder, "tarn 2.md",
		     "---\ncompany: Tarn Ferries Ltd\nrole: Purser\n---\n"
		     "## 2026-05-25 On-site\n\n- [ ] Bring maps by "
		     "2026-05-24\n");
	folder_write(folder, "tarnhelm.md",
		     "---\ncompany: Tarnhelm\ndate: 2026-06-02\n"
		     "type: interview\n---\n");
	folder_write(folder, "loom.md",
		     "---\ncompany: Loom\ndate: 2026-04-02\ntype: interview\n"
		     "---\n## Self-assessment\n\nI rambled again.\n");
}

static void test_the_page_of_the_next_interview(void **state)
{
	static const char *const parts[] = {
		"Before you meet Tarn Ferries",
		"Purser: pending, 1 interview, last heard of on 2026-05-07",
		"2026-05-25 interview: On-site (tarn 2.md:5)",
		"2026-05-06 interview: phone screen (tarn 1.md:4)",
		"2026-05-07 touch: thank-you (tarn 1.md:6)",
		"Mara Quist, mara@tarn.example (tarn 1.md:8)",
		"2026-05-24 Bring maps \xe2\x86\x92 Mara Quist (due)",
		"You rambled a little.",
		"Talking too much: in 2 of 2 interviews; here too",
		"To do: Answer in ninety seconds",
		"Near the end ask how they see your prospects",
		"Thank each of them by name when you meet. [1: 9]",
		"[3] No 2nd Interview?"};
	struct jscan_error err = {0};
	struct folder folder;
	struct text text;

	(void)state;
	folder_open(&folder);
	fill(&folder);
	folder_scan(&folder, "2026-05-24");
	assert_int_equal(
		write_page(&text, &folder, JSCAN_FORMAT_TEXT, NULL, &err), 0);
	for (size_t i = 0; i < COUNT_OF(parts); i++)
		expect(&text, parts[i]);
	expect_not(&text, "Tarnhelm");
	expect_not(&text, "Loom");
	folder_close(&folder);
}

static void test_whose_page_it_is(void **state)
{
	static const struct {
		const char *wanted;
		enum jscan_error_code code;
		const char *says;
	} cases[] = {
		{"tarn ferries", 0, "Before you meet Tarn Ferries"},
		{"TARN FERRIES LTD", 0, "Before you meet Tarn Ferries"},
		{"ferr", 0, "Before you meet Tarn Ferries"},
		{"helm", 0, "Before you meet Tarnhelm"},
		{"tarnhelm", 0, "Before you meet Tarnhelm"},
		{"tarn", JSCAN_ERR_USAGE, "fits several companies"},
		{"acme", JSCAN_ERR_NOT_FOUND, "no company of the journal"},
		{"", JSCAN_ERR_NOT_FOUND, "no company of the journal"},
		{"!", JSCAN_ERR_NOT_FOUND, "no company of the journal"},
	};
	struct folder folder;
	struct text text;

	(void)state;
	folder_open(&folder);
	fill(&folder);
	folder_scan(&folder, "2026-05-24");
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_error err = {0};
		int ret = write_page(&text, &folder, JSCAN_FORMAT_TEXT,
				     cases[i].wanted, &err);

		assert_int_equal(ret, cases[i].code ? -1 : 0);
		assert_int_equal(err.code, cases[i].code);
		if (ret == 0)
			expect(&text, cases[i].says);
		else if (!strstr(err.message, cases[i].says))
			fail_msg("%s: %s", cases[i].wanted, err.message);
	}
	folder_close(&folder);
}

static void test_no_interview_to_come(void **state)
{
	struct jscan_error err = {0};
	struct folder folder;
	struct text text;

	(void)state;
	folder_open(&folder);
	fill(&folder);
	folder_scan(&folder, "2026-07-01");
	assert_int_equal(
		write_page(&text, &folder, JSCAN_FORMAT_TEXT, NULL, &err), -1);
	assert_int_equal(err.code, JSCAN_ERR_NOT_FOUND);
	assert_non_null(strstr(err.message, "2026-07-01"));
	/* The checklist stands on the page of a company without anything. */
	assert_int_equal(
		write_page(&text, &folder, JSCAN_FORMAT_MD, "Loom", &err), 0);
	expect(&text, "# Before you meet Loom\n");
	expect(&text, "\n## Before\n");
	expect_not(&text, "## Arranged");
	folder_close(&folder);
}

static void test_formats_without_such_a_page(void **state)
{
	struct folder folder;
	struct text text;

	(void)state;
	folder_open(&folder);
	fill(&folder);
	folder_scan(&folder, "2026-05-24");
	for (int format = 0; format <= JSCAN_FORMAT_VCF; format++) {
		struct jscan_error err = {0};
		bool has_page = format == JSCAN_FORMAT_TEXT ||
				format == JSCAN_FORMAT_MD;

		assert_int_equal(write_page(&text, &folder,
					    (enum jscan_format)format, NULL,
					    &err),
				 has_page ? 0 : -1);
		assert_int_equal(err.code, has_page ? 0 : JSCAN_ERR_USAGE);
	}
	folder_close(&folder);
}

/* Long lists are cut, and said to be. */
static void test_long_lists(void **state)
{
	struct jscan_error err = {0};
	struct folder folder;
	static char note[65536];
	struct text text;
	size_t len = 0;

	(void)state;
	len += (size_t)sprintf(note + len, "---\ncompany: Loom\n---\n");
	for (int i = 1; i <= 28; i++)
		len += (size_t)sprintf(
			note + len,
			"## 2026-04-%02d Interview %d\n\n"
			"- [ ] Read %d by 2026-05-%02d\n\n"
			"Met Ada N%cmann <a%d@loom.example>.\n\n",
			i, i, i, i, 'a' + (i % 26), i);
	folder_open(&folder);
	folder_write(&folder, "loom.md", note);
	folder_scan(&folder, "2026-04-28");
	assert_int_equal(
		write_page(&text, &folder, JSCAN_FORMAT_TEXT, "Loom", &err), 0);
	expect(&text, "- and 16 before that\n");
	expect(&text, "2026-04-28 interview: Interview 28");
	expect_not(&text, "2026-04-16 interview");
	expect(&text, " more\n");
	folder_close(&folder);
}

#define EVIL "E\\e[31m|<b>`*_[x](javascript:1)\\r\\n# h\\u202e"

static void test_hostile_notes(void **state)
{
	struct jscan_error err = {0};
	struct folder folder;
	struct text text;

	(void)state;
	folder_open(&folder);
	folder_write(&folder, "e](x).md",
		     "---\ncompany: \"Loom\"\nrole: \"" EVIL "\"\n"
		     "stage: \"" EVIL "\"\n"
		     "date: 2026-04-02\ncontacts:\n  - name: \"Ada " EVIL "\"\n"
		     "    email: ada@loom.example\n    title: \"" EVIL "\"\n"
		     "---\n## Feedback\n\nYou rambled \033]0;x\007 <b>a bit."
		     "\n\n- [ ] Call \033[2J <i> by 2026-05-01\n");
	folder_scan(&folder, "2026-04-28");
	for (int i = 0; i < 2; i++) {
		assert_int_equal(
			write_page(&text, &folder,
				   i ? JSCAN_FORMAT_MD : JSCAN_FORMAT_TEXT,
				   "Loom", &err),
			0);
		for (size_t j = 0; j < text.len; j++)
			assert_true(text.bytes[j] == '\n' ||
				    (unsigned char)text.bytes[j] >= ' ');
		expect_not(&text, "\xe2\x80\xae");
		expect_not(&text, "\n# h");
		if (i) {
			expect_not(&text, "<b>");
			expect_not(&text, "<i>");
			expect_not(&text, "[x](");
		}
	}
	folder_close(&folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_page_of_the_next_interview),
		cmocka_unit_test(test_whose_page_it_is),
		cmocka_unit_test(test_no_interview_to_come),
		cmocka_unit_test(test_formats_without_such_a_page),
		cmocka_unit_test(test_long_lists),
		cmocka_unit_test(test_hostile_notes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
