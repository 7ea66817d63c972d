/* The rules of templates: what stays, what goes, what is refused. */
#include "unit/check.h"

#include "act/eml.h"
#include "act/template.h"

static const struct jscan_placeholder facts[] = {
	{"company", "Tarn"},   {"role", NULL},		 {"date", "6 May 2026"},
	{"evil", "{role}. ["}, {"list", "- one\n- two"}, {"?yes", ""},
	{"?no", NULL},
};

static const struct {
	const char *text;
	const char *filled;
} rows[] = {
	{"", ""},
	{"Plain.", "Plain.\n"},
	{"At {company}.", "At Tarn.\n"},
	{"As {role}.", ""},
	{"One. As {role}. Two.", "One. Two.\n"},
	{"As {role}. Two.", "Two.\n"},
	{"One. As {role}.", "One.\n"},
	{"One! As {role}? Two.", "One! Two.\n"},
	{"A[ as {role}] at {company}.", "A at Tarn.\n"},
	{"A[ as {role}][ on {date}].", "A on 6 May 2026.\n"},
	{"A[ b[ as {role}] c].", "A b c.\n"},
	{"A[ b {role}[ c] d].", "A.\n"},
	{"[All. Of it {role}. Goes.] Stays.", " Stays.\n"},
	{"{?yes}Kept. {?no}Gone. Also.", "Kept. Also.\n"},
	{"[{?no}x][{?yes}y]", "y\n"},
	{"{evil}", "{role}. [\n"},
	{"{list}", "- one\n- two\n"},
	{"\\{role\\} \\[x\\] \\\\", "{role} [x] \\\n"},
	{"a\\", "a\\\n"},
	{"One\nAs {role}\nTwo", "One\nTwo\n"},
	{"One\n\nAs {role}.\n\nTwo\n", "One\n\nTwo\n"},
	{"\n\n\nOne\n\n\n\nTwo\n\n", "One\n\nTwo\n"},
	{"Hi {role},\nthere", "there\n"},
	{"(As {role}.) Two.", "Two.\n"},
	{"\"As {role}.\" Two.", "Two.\n"},
	{"v1.2 of {company}.", "v1.2 of Tarn.\n"},
	{"trailing   ", "trailing\n"},
};

static void test_filling(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct jscan_template template = {NULL, rows[i].text,
						  strlen(rows[i].text)};
		struct jscan_error err = {0};
		struct jscan_buf out;

		jscan_buf_init(&out);
		if (jscan_template_fill(&out, &template, facts, COUNT_OF(facts),
					&err) < 0)
			fail_msg("%s: %s", rows[i].text, err.message);
		assert_string_equal(out.len ? out.data : "", rows[i].filled);
		jscan_buf_release(&out);
	}
}

static const struct {
	const char *text;
	unsigned line;
	unsigned column;
	const char *says;
} wrong[] = {
	{"a {rol} b", 1, 3, "unknown placeholder {rol}: did you mean {role}?"},
	{"\n\n x {zzzzzz}", 3, 4, "unknown placeholder {zzzzzz}"},
	{"{role", 1, 1, "a { that no } closes"},
	{"{ro\nle}", 1, 1, "a { that no } closes"},
	{"{}", 1, 1, "not the name"},
	{"{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}", 1, 1,
	 "not the name"},
	{"a ]", 1, 3, "a ] that no [ opened"},
	{"x\na [ b\n]", 2, 1, "a [ that no ] closes in its line"},
	{"[[[[[[[[[[x]]]]]]]]]]", 1, 9, "nested too deeply"},
};

static void test_what_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		struct jscan_template template = {"t.txt", wrong[i].text,
						  strlen(wrong[i].text)};
		struct jscan_error err = {0};
		struct jscan_buf out;

		jscan_buf_init(&out);
		assert_int_equal(jscan_template_fill(&out, &template, facts,
						     COUNT_OF(facts), &err),
				 -1);
		assert_int_equal(err.code, JSCAN_ERR_CONFIG);
		assert_string_equal(err.path, "t.txt");
		if (!strstr(err.message, wrong[i].says))
			fail_msg("%s: %s", wrong[i].text, err.message);
		assert_int_equal(err.line, wrong[i].line);
		assert_int_equal(err.column, wrong[i].column);
		jscan_buf_release(&out);
	}
}

/* A template of 64 KiB in any shape takes no time worth speaking of. */
static void test_long_templates(void **state)
{
	static const char *const shapes[] = {"[",   "{",	"]",
					     "a. ", "{role} ",	"\n",
					     "\\",  "[{role}]", "...) "};
	static char text[65536];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(shapes); i++) {
		size_t step = strlen(shapes[i]), len = 0;
		struct jscan_template template = {NULL, text, 0};
		struct jscan_error err;
		struct jscan_buf out;

		for (; len + step < sizeof(text); len += step)
			memcpy(text + len, shapes[i], step);
		template.len = len;
		jscan_buf_init(&out);
		jscan_template_fill(&out, &template, facts, COUNT_OF(facts),
				    &err);
		jscan_buf_release(&out);
	}
}

static void test_cleaning(void **state)
{
	static const struct {
		const char *text;
		bool has_lines;
		const char *clean;
	} cases[] = {
		{"Dana\r\nBcc: x@y.example", false, "Dana Bcc: x@y.example"},
		{"  a \t\n b  ", false, "a b"},
		{"a\033[31mb", false, "a\xef\xbf\xbd[31mb"},
		{"a\xe2\x80\xae"
		 "b",
		 false,
		 "a\xef\xbf\xbd"
		 "b"},
		{"a\xe2\x80\x8d"
		 "b",
		 false,
		 "a\xe2\x80\x8d"
		 "b"},
		{"a\xff", false, "a\xef\xbf\xbd"},
		{"\xef\xbb\xbf"
		 "a\r\nb\r\n",
		 true, "a\nb\n"},
		{"  a  b", true, "  a  b"},
		{"", false, ""},
	};
	struct jscan_arena arena;

	(void)state;
	jscan_arena_init(&arena);
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_string_equal(jscan_template_clean(&arena, cases[i].text,
							 strlen(cases[i].text),
							 cases[i].has_lines),
				    cases[i].clean);
	jscan_arena_release(&arena);
}

static void test_addresses(void **state)
{
	static const char *const good[] = {"a@b", "dana.ruiz+x@acme.example",
					   "o'neil@x-y.example"};
	static const char *const bad[] = {
		"",	  "a",		 "@b",	    "a@",     "a@b@c",
		"a b@c",  "a@b c",	 "a@b>",    "<a@b",   "a@b\r\nBcc: x@y",
		".a@b",	  "a.@b",	 "a..b@c",  "a@.b",   "a@b.",
		"a@b..c", "d\xc3\xa9@b", "a@b,c@d", "\"a\"@b"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(good); i++)
		assert_true(jscan_message_is_address(good[i]));
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_false(jscan_message_is_address(bad[i]));
}

/* Every line within its limits, ASCII, ended by CRLF. */
static void check_lines(const struct jscan_buf *out)
{
	size_t start = 0;

	while (start < out->len) {
		const char *line = out->data + start;
		const char *end = strstr(line, "\r\n");

		assert_non_null(end);
		assert_true(end - line <= 76);
		for (const char *c = line; c < end; c++)
			assert_true(*c >= ' ' && *c <= '~');
		start += (size_t)(end - line) + 2;
	}
}

static void test_message_files(void **state)
{
	static const struct {
		struct jscan_message message;
		const char *part;
	} cases[] = {
		{{"Dana \"D\" Ruiz\\", "d@x.example", "Hi", "One.\nTwo."},
		 "To: \"Dana \\\"D\\\" Ruiz\\\\\"\r\n <d@x.example>\r\n"
		 "Subject: Hi\r\nX-Unsent: 1\r\n"},
		{{"Ren\xc3\xa9"
		  "e",
		  "r@x.example", NULL, "x"},
		 "To: =?UTF-8?Q?Ren=C3=A9e?=\r\n <r@x.example>\r\nX-Unsent"},
		{{NULL, "r@x.example", "=?x?=", "x"},
		 "To: <r@x.example>\r\nSubject: =?UTF-8?Q?=3D=3Fx=3F=3D?=\r\n"},
		{{"Dana", NULL, "Hi", "x"}, "Subject: Hi\r\n"},
		{{"Dana", "no address", "Hi", "x"}, "Subject: Hi\r\n"},
		{{NULL, NULL, "", "From here\n.dot\n=\xc3\xa9 \n\tt"},
		 "\r\n\r\n=46rom here\r\n=2Edot\r\n=3D=C3=A9=20\r\n=09t\r\n"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_buf out;

		jscan_buf_init(&out);
		jscan_message_write_eml(&out, &cases[i].message);
		if (!strstr(out.data, cases[i].part))
			fail_msg("%s", out.data);
		check_lines(&out);
		jscan_buf_release(&out);
	}
}

static void test_long_headers_and_lines(void **state)
{
	static const char *const pieces[] = {
		"a", "a ", "\xf0\x9f\x8c\xb1", "\xc3\xa9 ", "=?UTF-8?", "\""};
	char text[2000];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(pieces); i++) {
		for (size_t n = 1; n < 200; n++) {
			struct jscan_message message = {text, "a@b", text,
							text};
			struct jscan_buf out;

			text[0] = '\0';
			for (size_t k = 0; k < n; k++)
				strcat(text, pieces[i]);
			jscan_buf_init(&out);
			jscan_message_write_eml(&out, &message);
			check_lines(&out);
			jscan_buf_release(&out);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_filling),
		cmocka_unit_test(test_what_is_refused),
		cmocka_unit_test(test_long_templates),
		cmocka_unit_test(test_cleaning),
		cmocka_unit_test(test_addresses),
		cmocka_unit_test(test_message_files),
		cmocka_unit_test(test_long_headers_and_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
