/* SHA-1: the standard's own examples, every cut of a text, git's names. */
#include "unit/check.h"

#include "base/sha1.h"

static void known_digests(void **state)
{
	static const struct {
		const char *text;
		unsigned repeat;
		const char *expected;
	} cases[] = {
		{"abc", 1, "a9993e364706816aba3e25717850c26c9cd0d89d"},
		{"", 1, "da39a3ee5e6b4b0d3255bfef95601890afd80709"},
		{"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
		 "84983e441c3bd26ebaae4aa1f95129e5e54670f1"},
		{"aaaaaaaaaa", 100000,
		 "34aa973cd4c4daa4f61eeb2bdbad27316534016f"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_sha1 sha1;
		unsigned char id[JSCAN_SHA1_BYTES];
		char hex[41];

		jscan_sha1_init(&sha1);
		for (unsigned n = 0; n < cases[i].repeat; n++)
			jscan_sha1_add(&sha1, cases[i].text,
				       strlen(cases[i].text));
		jscan_sha1_finish(&sha1, id);
		jscan_sha1_hex(hex, id);
		assert_string_equal(hex, cases[i].expected);
	}
}

static void cuts_make_no_difference(void **state)
{
	unsigned char bytes[200], whole[20], parts[20];

	(void)state;
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (unsigned char)(i * 7);
	for (size_t len = 0; len <= sizeof(bytes); len++) {
		struct jscan_sha1 sha1;

		jscan_sha1_init(&sha1);
		jscan_sha1_add(&sha1, bytes, len);
		jscan_sha1_finish(&sha1, whole);
		for (size_t cut = 0; cut <= len; cut += 13) {
			jscan_sha1_init(&sha1);
			jscan_sha1_add(&sha1, bytes, cut);
			jscan_sha1_add(&sha1, bytes + cut, len - cut);
			jscan_sha1_finish(&sha1, parts);
			assert_memory_equal(whole, parts, sizeof(whole));
		}
	}
}

/* Long texts may be done by the processor, short pieces of them are not. */
static void long_texts_are_as_their_pieces(void **state)
{
	unsigned char bytes[3000], whole[20], parts[20];

	(void)state;
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (unsigned char)(i * 31 + i / 256);
	for (size_t len = 200; len <= sizeof(bytes); len += 7) {
		struct jscan_sha1 sha1;

		jscan_sha1_init(&sha1);
		jscan_sha1_add(&sha1, bytes, len);
		jscan_sha1_finish(&sha1, whole);
		jscan_sha1_init(&sha1);
		for (size_t at = 0; at < len; at += 100)
			jscan_sha1_add(&sha1, bytes + at,
				       len - at < 100 ? len - at : 100);
		jscan_sha1_finish(&sha1, parts);
		assert_memory_equal(whole, parts, sizeof(whole));
	}
}

static void names_are_those_of_git(void **state)
{
	unsigned char id[JSCAN_SHA1_BYTES];
	char hex[41];

	(void)state;
	jscan_sha1_object(id, "blob", "", 0);
	jscan_sha1_hex(hex, id);
	assert_string_equal(hex, "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
	jscan_sha1_object(id, "tree", "", 0);
	jscan_sha1_hex(hex, id);
	assert_string_equal(hex, "4b825dc642cb6eb9a060e54bf8d69288fbee4904");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_digests),
		cmocka_unit_test(cuts_make_no_difference),
		cmocka_unit_test(long_texts_are_as_their_pieces),
		cmocka_unit_test(names_are_those_of_git),
	};

	return cmocka_run_group_tests_name("sha1", tests, NULL, NULL);
}
