/*
 * The marks of people in a block of text: mail addresses, telephone numbers,
 * links to either, in their order; and where two words with capitals follow
 * each other.
 */
#include "unit/check.h"

#include <stdbool.h>

#include "facts/contact_mark.h"

#define TEXTS 20000

static bool is_blank(char c)
{
	return c != '\0' && strchr(" \t\n\"(", c) != NULL;
}

/* The same word by word: where the first of two with capitals begins. */
static size_t find_pair_slowly(const char *text, size_t len, size_t pos)
{
	size_t first = len;

	for (size_t i = pos; i < len; i++) {
		bool is_start = !is_blank(text[i]) &&
				(i == pos || is_blank(text[i - 1]));
		bool is_capital = (text[i] >= 'A' && text[i] <= 'Z') ||
				  (unsigned char)text[i] >= 0x80;

		if (!is_start)
			continue;
		if (is_capital && first < len)
			return first;
		first = is_capital ? i : len;
	}
	return len;
}

static void pairs_are_found_wherever_they_stand(void **state)
{
	static const char letters[] = "AZMBabyz@[`{0.\xc3\x80    \t\n\"(";
	uint32_t seed = 9;
	size_t found = 0;

	(void)state;
	for (size_t k = 0; k < TEXTS; k++) {
		char *text = malloc(64);
		size_t len, pos, pair;

		assert_non_null(text);
		seed = seed * 1664525u + 1013904223u;
		len = seed >> 16 & 63;
		pos = len > 0 ? (seed >> 24) % (len + 1) : 0;
		for (size_t i = 0; i < len; i++) {
			seed = seed * 1664525u + 1013904223u;
			/* Mostly small letters, so that pairs are far apart. */
			text[i] = seed >> 31 ? 'e'
					     : letters[(seed >> 16) %
						       (sizeof(letters) - 1)];
		}
		pair = jscan_pair_find(text, len, pos);
		if (pair != find_pair_slowly(text, len, pos))
			fail_msg("'%.*s' from %zu on: %zu", (int)len, text, pos,
				 pair);
		found += pair < len;
		free(text);
	}
	assert_true(found > TEXTS / 50);
}

struct row {
	const char *text;
	struct jscan_link links[2];
	const char *marks; /* one after the other; "" for none at all */
};

static const struct row rows[] = {
	{"Nobody is named here.", {{0}}, ""},
	{"", {{0}}, ""},
	{"She has 1 2 3 4 5 6 of them.", {{0}}, ""},
	{"Write to dana@acme.example.", {{0}}, "mail dana@acme.example"},
	{"See 312-555-0158 now.", {{0}}, "phone 312-555-0158"},
	{"tel 5550158", {{0}}, "phone 5550158 labelled"},
	{"tel 555015", {{0}}, ""},
	{"The office of sixteen is tel 5550158",
	 {{0}},
	 "phone 5550158 labelled"},
	{"The lot of sixteen and so on, 312-555-0158",
	 {{0}},
	 "phone 312-555-0158"},
	{"dana@acme.example, 312-555-0158, tom@acme.example",
	 {{0}},
	 "mail dana@acme.example; phone 312-555-0158; mail tom@acme.example"},
	{"312-555-0158 or 312-555-0159 or dana@acme.example",
	 {{0}},
	 "phone 312-555-0158; phone 312-555-0159; mail dana@acme.example"},
	{"Write to Dana or Tom.",
	 {{.offset = 9, .len = 4, .url = "mailto:dana@acme.example"},
	  {.offset = 17, .len = 3, .url = "tel:+13125550158"}},
	 "mail mailto:dana@acme.example Dana; phone tel:+13125550158 Tom"},
	{"Write to Dana or Tom.",
	 {{.offset = 9, .len = 4, .url = "MAILTO:dana@acme.example"},
	  {.offset = 17, .len = 3, .url = "https://acme.example"}},
	 "mail MAILTO:dana@acme.example Dana"},
	{"Write to Dana or Tom.",
	 {{.offset = 9, .len = 4, .url = "https://acme.example"},
	  {.offset = 17, .len = 3, .url = "TEL:+13125550158"}},
	 "phone TEL:+13125550158 Tom"},
	{"Write to Dana.",
	 {{.offset = 9, .len = 4, .url = "mailtoo://acme.example"}},
	 ""},
	{"Write to Dana.", {{.offset = 9, .len = 4, .url = "tel"}}, ""},
	{"dana@acme.example or Tom, 312-555-0158",
	 {{.offset = 21, .len = 3, .url = "mailto:tom@acme.example"}},
	 "mail dana@acme.example; mail mailto:tom@acme.example Tom; "
	 "phone 312-555-0158"},
};

static size_t tell_mark(char *out, size_t room, const char *text,
			const struct jscan_mark *mark)
{
	return (size_t)snprintf(
		out, room, "%s%s%s %.*s%s", mark->is_mail ? "mail" : "phone",
		mark->url ? " " : "", mark->url ? mark->url : "",
		(int)mark->len, text + mark->offset,
		mark->sureness == JSCAN_PHONE_LABELLED ? " labelled" : "");
}

static void marks_are_found_in_their_order(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct jscan_block block = {.text = rows[i].text,
					    .len = strlen(rows[i].text)};
		struct jscan_mark_finder finder;
		struct jscan_mark mark;
		char told[512] = "";
		size_t used = 0, pos = 0;
		bool has_any;

		block.links = rows[i].links;
		while (block.link_count < COUNT_OF(rows[i].links) &&
		       rows[i].links[block.link_count].url)
			block.link_count++;
		has_any = jscan_mark_finder_init(&finder, &block, 0);
		while (jscan_mark_next(&mark, &finder, pos)) {
			if (used > 0)
				used += (size_t)snprintf(
					told + used, sizeof(told) - used, "; ");
			used += tell_mark(told + used, sizeof(told) - used,
					  block.text, &mark);
			pos = mark.offset + mark.len;
		}
		if (strcmp(told, rows[i].marks) != 0)
			fail_msg("'%s' has '%s'", block.text, told);
		/* Most blocks have none, and are left at once. */
		assert_int_equal(has_any, used > 0);
	}
}

/* What stands before the start is not looked at. */
static void marks_begin_where_they_are_asked_for(void **state)
{
	static const char text[] = "dana@acme.example 312-555-0158 Dana Ruiz";
	const struct jscan_block block = {.text = text, .len = strlen(text)};
	struct jscan_mark_finder finder;

	(void)state;
	assert_true(jscan_mark_finder_init(&finder, &block, 0));
	assert_true(jscan_mark_finder_init(&finder, &block, 17));
	assert_true(jscan_mark_finder_init(&finder, &block, 18));
	assert_false(jscan_mark_finder_init(&finder, &block, 30));
	assert_false(jscan_mark_finder_init(&finder, &block, block.len));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pairs_are_found_wherever_they_stand),
		cmocka_unit_test(marks_are_found_in_their_order),
		cmocka_unit_test(marks_begin_where_they_are_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
