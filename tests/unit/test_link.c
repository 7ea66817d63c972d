/* How a place in a note becomes a link, and which formats are refused. */
#include "unit/check.h"

#include "config/link.h"
#include "output/link.h"

static void addresses_are_made_by_the_format(void **state)
{
	static const struct {
		const char *format;
		const char *path;
		unsigned line;
		const char *wanted;
	} rows[] = {
		{NULL, "a b.md", 3, "a%20b.md#L3"},
		{NULL, "a.md", 0, "a.md"},
		{"relative", "x/a.md", 3, "x/a.md#L3"},
		{"file", "a.md", 3, "file:///home/me/a.md"},
		{"VSCode", "x/a#.md", 3, "vscode://file/home/me/x/a%23.md:3"},
		{"vscode", "a.md", 0, "vscode://file/home/me/a.md:1"},
		{"obsidian", "x/a.md", 3,
		 "obsidian://open?path=%2Fhome%2Fme%2Fx%2Fa.md"},
		{"idea", "a.md", 3,
		 "idea://open?file=%2Fhome%2Fme%2Fa.md&amp;line=3"},
		{"vscode://file/{abs}:{line}", "a.md", 3,
		 "vscode://file/home/me/a.md:3"},
		{"https://git.example/n/blob/main/{path}?plain=1#L{line}",
		 "x/a.md", 3,
		 "https://git.example/n/blob/main/x/a.md?plain=1#L3"},
		{"https://git.example/n/blob/main/{path}?plain=1#L{line}",
		 "x/a.md", 0, "https://git.example/n/blob/main/x/a.md?plain=1"},
		{"{path}", "javascript:alert(1)", 3,
		 "javascript%3Aalert%281%29"},
		{"{path}", "\"><script>&", 1, "%22%3E%3Cscript%3E%26"},
		{"{path}?l={line}:", "a.md", 2, "a.md?l=2:"},
		{"../n/{path}", "a.md", 2, "../n/a.md"},
		{"https://h/{path}#{path}", "a?b#c/d", 1,
		 "https://h/a%3Fb%23c/d#a%3Fb%23c/d"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct jscan_report report = {.folder = "/home/me"};
		struct jscan_buf out;

		if (rows[i].format) {
			report.link_format =
				jscan_link_format_find(rows[i].format);
			assert_non_null(report.link_format);
		}
		jscan_buf_init(&out);
		jscan_link_add(&out, &report, rows[i].path, rows[i].line);
		assert_string_equal(out.data, rows[i].wanted);
		jscan_buf_release(&out);
	}
}

static void what_is_no_address_is_refused(void **state)
{
	static const char *const wrong[] = {
		"",
		"vim",
		"https://example.org/",
		"https://example.org/{line}",
		"javascript:{path}",
		"JavaScript:alert(1)//{path}",
		"data:text/html,{path}",
		"vbscript:{path}",
		"view-source:{abs}",
		"{line}:{path}",
		"{abs}:{path}{line}",
		":{path}",
		"{path}:{line}",
		"java{path}:{line}",
		"{path}{line}:",
		"https://x/{path} onclick=x",
		"https://x/{path}\"",
		"https://x/{path})",
		"https://x/{path}'",
		"https://x/{file}{path}",
		"https://x/{path}\n",
		"https://x/\xc3\xa9/{path}",
		"java\tscript:{path}",
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		if (jscan_link_format_find(wrong[i]) != NULL)
			fail_msg("taken: %s", wrong[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(addresses_are_made_by_the_format),
		cmocka_unit_test(what_is_no_address_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
