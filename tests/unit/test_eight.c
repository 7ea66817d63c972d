/* Every byte value, at every place, against a look at single bytes. */
#include "unit/check.h"

#include "base/eight.h"

static void check_range(unsigned char low, unsigned char high)
{
	for (unsigned byte = 0; byte < 256; byte++) {
		for (unsigned place = 0; place < 8; place++) {
			char text[8] = {'\0', '\x7f', '\x80', '\xff',
					'A',  'z',    '0',    '9'};
			unsigned count = 0, first = 8;
			uint64_t found;

			text[place] = (char)byte;
			for (unsigned i = 8; i-- > 0;) {
				unsigned char c = (unsigned char)text[i];

				if (c < low || c > high)
					continue;
				count++;
				first = i;
			}
			found = jscan_eight_between(jscan_eight_load(text),
						    low, high);
			assert_int_equal(jscan_eight_count(found), count);
			if (count > 0)
				assert_int_equal(jscan_eight_first(found),
						 first);
			else
				assert_true(found == 0);
		}
	}
}

static void test_bytes_between(void **state)
{
	(void)state;
	check_range('A', 'Z');
	check_range('0', '9');
	check_range('(', '9');
	check_range(0, 0);
	check_range(0, 0x7f);
	check_range(0x7f, 0x7f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bytes_between),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
