/* Every byte value, at every place, against a look at single bytes. */
#include "unit/check.h"

#include "base/sixteen.h"

static void check_range(char low, char high)
{
	for (unsigned byte = 0; byte < 256; byte++) {
		for (unsigned place = 0; place < 16; place++) {
			char text[16] = {'\0', '\x7f', '\x80', '\xff', 'A', 'z',
					 '0',  '9',    '.',    ' ',    '@', '`',
					 '[',  '{',    '/',    ':'};
			struct jscan_sixteen bytes;
			unsigned wanted = 0, high_bits = 0;

			text[place] = (char)byte;
			for (unsigned i = 0; i < 16; i++) {
				unsigned char c = (unsigned char)text[i];

				wanted |= (unsigned)(c >= low && c <= high)
					  << i;
				high_bits |= (unsigned)(c >= 0x80) << i;
			}
			bytes = jscan_sixteen_load(text);
			assert_int_equal(
				jscan_sixteen_between(bytes, low, high),
				wanted);
			assert_int_equal(jscan_sixteen_high(bytes), high_bits);
		}
	}
}

static void test_bytes_between(void **state)
{
	(void)state;
	check_range('A', 'Z');
	check_range('0', '9');
	check_range('.', '.');
	check_range(0, 0);
	check_range(0, 0x7f);
	check_range(0x7f, 0x7f);
}

static void test_small_letters(void **state)
{
	struct jscan_sixteen bytes = jscan_sixteen_small(
		jscan_sixteen_load("AZaz09 .[`{@\xc3\x89!\x7f"));

	(void)state;
	/* The four letters, and nothing that is none. */
	assert_int_equal(jscan_sixteen_between(bytes, 'a', 'z'), 0x000f);
}

static void test_ends(void **state)
{
	(void)state;
	for (unsigned i = 0; i < 16; i++) {
		assert_int_equal(jscan_sixteen_first(1u << i | 0x8000u), i);
		assert_int_equal(jscan_sixteen_last(1u << i | 1u), i);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bytes_between),
		cmocka_unit_test(test_small_letters),
		cmocka_unit_test(test_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
