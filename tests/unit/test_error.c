/* Errors: what they hold, and where a message that is too long is cut. */
#include "unit/check.h"

#include "base/error.h"

static void an_error_has_a_code_and_a_message(void **state)
{
	struct jscan_error err;

	(void)state;
	memset(&err, 0xff, sizeof(err));
	assert_int_equal(jscan_error_set(&err, JSCAN_ERR_IO, "%s %d", "a", 7),
			 -1);
	assert_int_equal(err.code, JSCAN_ERR_IO);
	assert_string_equal(err.message, "a 7");
	assert_string_equal(err.path, "");
	assert_int_equal(err.line, 0);
	assert_int_equal(err.column, 0);
	assert_int_equal(jscan_error_set_at(&err, JSCAN_ERR_CONFIG, "a.md", 3,
					    5, "no %s", "b"),
			 -1);
	assert_int_equal(err.code, JSCAN_ERR_CONFIG);
	assert_string_equal(err.message, "no b");
	assert_string_equal(err.path, "a.md");
	assert_int_equal(err.line, 3);
	assert_int_equal(err.column, 5);
}

/* `count` bytes of 'a' and then characters, as message and as path. */
static void check_cut(size_t count, const char *character, size_t kept)
{
	struct jscan_error err;
	char text[1024];
	size_t len = count, bytes = strlen(character);

	memset(text, 'a', count);
	while (len + bytes < sizeof(text)) {
		memcpy(text + len, character, bytes);
		len += bytes;
	}
	text[len] = '\0';
	jscan_error_set_at(&err, JSCAN_ERR_IO, text, 0, 0, "%s", text);
	assert_int_equal(strlen(err.message), kept);
	assert_memory_equal(err.message, text, kept);
	assert_int_equal(strlen(err.path), kept);
	assert_memory_equal(err.path, text, kept);
}

static void what_is_too_long_ends_on_a_character(void **state)
{
	(void)state;
	/* There is room for 511 bytes. */
	check_cut(0, "b", 511);
	check_cut(0, "\xc3\xa9", 510);
	check_cut(1, "\xc3\xa9", 509);
	check_cut(0, "\xe2\x82\xac", 510);
	check_cut(2, "\xe2\x82\xac", 509);
	check_cut(3, "\xf0\x9f\x8e\x89", 507);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_error_has_a_code_and_a_message),
		cmocka_unit_test(what_is_too_long_ends_on_a_character),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
