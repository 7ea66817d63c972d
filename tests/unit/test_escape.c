/* The escapings: what comes from a note does nothing but stand there. */
#include "unit/check.h"

#include "output/escape.h"

struct sample {
	const char *text;
	const char *escaped;
};

static void check_all(void (*escape)(struct jscan_buf *, const char *),
		      const struct sample *samples, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct jscan_buf out;

		jscan_buf_init(&out);
		jscan_buf_add(&out, "", 0);
		escape(&out, samples[i].text);
		assert_string_equal(out.data, samples[i].escaped);
		jscan_buf_release(&out);
	}
}

static void html_holds_no_markup(void **state)
{
	static const struct sample samples[] = {
		{"Dana & Tom", "Dana &amp; Tom"},
		{"<script>alert('x')</script>",
		 "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"},
		{"\" onload=\"x", "&quot; onload=&quot;x"},
		{"a\nb\tc", "a b c"},
		{"\033[31m", "\xef\xbf\xbd[31m"},
		{"\xe2\x80\xaegnp", "\xef\xbf\xbdgnp"},
		{"\xff\xfe", "\xef\xbf\xbd\xef\xbf\xbd"},
		{"Krüger 🦊", "Krüger 🦊"},
		{"", ""},
	};

	(void)state;
	check_all(jscan_escape_html, samples, COUNT_OF(samples));
}

static void markdown_renders_nothing(void **state)
{
	static const struct sample samples[] = {
		{"Dana Ruiz, VP (Sales)", "Dana Ruiz, VP (Sales)"},
		{"a | b", "a \\| b"},
		{"**bold** _it_ `code`",
		 "\\*\\*bold\\*\\* \\_it\\_ \\`code\\`"},
		{"[x](javascript:a)", "\\[x\\](javascript:a)"},
		{"<b>", "&lt;b&gt;"},
		{"Tolka & Finch", "Tolka & Finch"},
		{"# heading", "\\# heading"},
		{"a\n# b\n\nc", "a \\# b  c"},
		{"$5 and %%note%% ==m== ~~s~~",
		 "\\$5 and \\%\\%note\\%\\% \\=\\=m\\=\\= \\~\\~s\\~\\~"},
		{"due:: 2026", "due\\:: 2026"},
		{"http://x.example", "http\\://x.example"},
		{"www.x.example", "www\\.x.example"},
		{"&lt; \\", "\\&lt; \\\\"},
		{"\x07", "\xef\xbf\xbd"},
	};

	static const struct sample blocks[] = {
		{"- [ ] task", "\\- \\[ \\] task"},
		{"+ x", "\\+ x"},
		{"1. one", "1\\. one"},
		{"10) ten", "10\\) ten"},
		{"2026", "2026"},
		{"  # indented", "\\# indented"},
	};

	(void)state;
	check_all(jscan_escape_markdown, samples, COUNT_OF(samples));
	check_all(jscan_escape_markdown_block, blocks, COUNT_OF(blocks));
}

static void csv_cells_are_no_formulae(void **state)
{
	static const struct sample samples[] = {
		{"plain", "\"plain\""},
		{"a \"b\", c", "\"a \"\"b\"\", c\""},
		{"=1+1", "\"'=1+1\""},
		{"@SUM(A1)", "\"'@SUM(A1)\""},
		{"-2+3", "\"'-2+3\""},
		{"+49 30 555-0114", "\"'+49 30 555-0114\""},
		{" =1", "\"' =1\""},
		{"\t=1", "\"' =1\""},
		{"\rx", "\"' x\""},
		{"\xef\xbc\x9d"
		 "1",
		 "\"'\xef\xbc\x9d"
		 "1\""},
		{"a\r\nb", "\"a  b\""},
		{"", "\"\""},
	};

	(void)state;
	check_all(jscan_escape_csv, samples, COUNT_OF(samples));
}

static void calendar_text_stays_one_value(void **state)
{
	static const struct sample samples[] = {
		{"a;b,c\\d", "a\\;b\\,c\\\\d"},
		{"x\r\nEND:VEVENT", "x\\nEND:VEVENT"},
		{"x\rEND:VCARD", "x\\nEND:VCARD"},
		{"tab\there", "tab here"},
		{"\033", "\xef\xbf\xbd"},
		{"line\xe2\x80\xa8sep", "line sep"},
	};

	(void)state;
	check_all(jscan_escape_ical, samples, COUNT_OF(samples));
}

static void escape_for_terminal(struct jscan_buf *out, const char *text)
{
	jscan_escape_terminal(out, text, strlen(text));
}

static void terminals_get_no_sequences(void **state)
{
	static const struct sample samples[] = {
		{"\033[31mred\033[0m", "\\x1b[31mred\\x1b[0m"},
		{"\033]8;;http://x\007", "\\x1b]8;;http://x\\x07"},
		{"\xc2\x9b"
		 "2J",
		 "\\x9b2J"},
		{"\xe2\x80\xaegnp", "\\u{202e}gnp"},
		{"\x9b", "\\x9b"},
		{"a\nb", "a b"},
		{"日本", "日本"},
	};

	(void)state;
	check_all(escape_for_terminal, samples, COUNT_OF(samples));
}

static void escape_for_json(struct jscan_buf *out, const char *text)
{
	jscan_escape_json(out, text, strlen(text));
}

static void json_hides_unsafe_characters(void **state)
{
	static const struct sample samples[] = {
		{"\"a\xe2\x80\xae\"", "\"a\\u202e\""},
		{"\x7f\xc2\x9b\xe2\x80\xa8", "\\u007f\\u009b\\u2028"},
		{"🦊 ü", "🦊 ü"},
		{"\xf3\xa0\x80\x81", "\\udb40\\udc01"},
	};

	(void)state;
	check_all(escape_for_json, samples, COUNT_OF(samples));
}

static void paths_become_links(void **state)
{
	static const struct sample samples[] = {
		{"notes/a b.md", "notes/a%20b.md"},
		{"a:b)(\"<.md", "a%3Ab%29%28%22%3C.md"},
		{"ü.md", "%C3%BC.md"},
	};

	(void)state;
	check_all(jscan_escape_path, samples, COUNT_OF(samples));
	assert_true(jscan_escape_is_link("HTTPS://x.example"));
	assert_true(jscan_escape_is_link("mailto:a@b.example"));
	assert_false(jscan_escape_is_link("JavaScript:alert(1)"));
	assert_false(jscan_escape_is_link("data:text/html,x"));
	assert_false(jscan_escape_is_link(" http://x.example"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(html_holds_no_markup),
		cmocka_unit_test(markdown_renders_nothing),
		cmocka_unit_test(csv_cells_are_no_formulae),
		cmocka_unit_test(calendar_text_stays_one_value),
		cmocka_unit_test(terminals_get_no_sequences),
		cmocka_unit_test(json_hides_unsafe_characters),
		cmocka_unit_test(paths_become_links),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
