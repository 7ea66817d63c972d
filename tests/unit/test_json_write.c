/*
 * JSON as it is written: commas, nulls, and texts of which each byte matters:
 * short and long ones, what is escaped at every place within eight bytes, and
 * characters that no reader should get raw.
 */
#include "unit/check.h"

#include "output/json_write.h"

static void check_text(const char *text, const char *expected)
{
	struct jscan_json json;
	struct jscan_buf out;

	jscan_buf_init(&out);
	jscan_json_start(&json, &out);
	jscan_json_set_text(&json, NULL, text);
	assert_string_equal(out.data, expected);
	jscan_buf_release(&out);
}

static void test_texts(void **state)
{
	static const struct {
		const char *text, *expected;
	} cases[] = {
		{NULL, "null"},
		{"", "\"\""},
		{"a", "\"a\""},
		{"/<>&'", "\"/<>&'\""},
		{"~ !", "\"~ !\""},
		{"say \"when\"", "\"say \\\"when\\\"\""},
		{"a\\b", "\"a\\\\b\""},
		{"\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
		{"\x01\x1b", "\"\\u0001\\u001B\""},
		{"\x7f", "\"\\u007f\""},
		{"caf\xc3\xa9", "\"caf\xc3\xa9\""},
		{"\xc2\x85", "\"\\u0085\""},
		{"a\xe2\x80\xae"
		 "b",
		 "\"a\\u202eb\""},
		{"\xe2\x80\xa8", "\"\\u2028\""},
		{"\xf0\x9f\x8e\x89!", "\"\xf0\x9f\x8e\x89!\""},
		{"\xf3\xa0\x81\x81", "\"\\udb40\\udc41\""},
		{"a\xff"
		 "b",
		 "\"a\xef\xbf\xbd"
		 "b\""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		check_text(cases[i].text, cases[i].expected);
}

/* A quotation mark at each place of texts of each length. */
static void test_places_of_an_escape(void **state)
{
	(void)state;
	for (size_t len = 1; len < 300; len += len < 40 ? 1 : 37) {
		for (size_t at = 0; at < len; at++) {
			char text[301], expected[304];

			memset(text, 'x', len);
			text[len] = '\0';
			text[at] = '"';
			snprintf(expected, sizeof(expected), "\"%.*s\\\"%s\"",
				 (int)at, text, text + at + 1);
			check_text(text, expected);
		}
	}
}

static void test_values(void **state)
{
	static const char *const words[] = {"a", "b"};
	const struct jscan_place place = {.path = "a.md", .line = 3};
	struct jscan_json json;
	struct jscan_buf out;

	(void)state;
	jscan_buf_init(&out);
	jscan_json_start(&json, &out);
	jscan_json_open_object(&json, NULL);
	jscan_json_set_int(&json, "n", 4294967295u);
	jscan_json_set_bool(&json, "yes", true);
	jscan_json_set_bool(&json, "no", false);
	jscan_json_set_date(&json, "day", (struct jscan_date){2026, 2, 3});
	jscan_json_set_date(&json, "never", (struct jscan_date){0});
	jscan_json_set_outcome(&json, "out", JSCAN_OUTCOME_NONE);
	jscan_json_set_texts(&json, "none", (struct jscan_texts){NULL, 0});
	jscan_json_set_texts(&json, "words", (struct jscan_texts){words, 2});
	jscan_json_open_array(&json, "places");
	for (int i = 0; i < 2; i++) {
		jscan_json_open_object(&json, NULL);
		jscan_json_set_place(&json, &place);
		jscan_json_close_object(&json);
	}
	jscan_json_close_array(&json);
	jscan_json_open_object(&json, "empty");
	jscan_json_close_object(&json);
	jscan_json_close_object(&json);
	assert_string_equal(
		out.data,
		"{\"n\":4294967295,\"yes\":true,\"no\":false,"
		"\"day\":\"2026-02-03\",\"never\":null,\"out\":null,"
		"\"none\":[],\"words\":[\"a\",\"b\"],"
		"\"places\":[{\"path\":\"a.md\",\"line\":3,\"text\":\"\"},"
		"{\"path\":\"a.md\",\"line\":3,\"text\":\"\"}],\"empty\":{}}");
	jscan_buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_places_of_an_escape),
		cmocka_unit_test(test_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
