/*
 * The outline against cmark itself: on made-up bodies the shadow must have the
 * very blocks of the whole text.  And the shapes that cmark is not given.
 */
#include "unit/check.h"

#include <cmark.h>

#include "base/arena.h"
#include "entry/guard.h"
#include "entry/outline.h"
#include "entry/outline_simple.h"

struct expected {
	unsigned first_line;
	unsigned quotes;
	unsigned list_level;
	unsigned level;
	bool is_item_start;
	bool is_item;
};

static size_t count_lines(const char *text, size_t len, size_t *offsets)
{
	size_t count = 0;

	for (size_t at = 0; at < len; count++) {
		const char *end = memchr(text + at, '\n', len - at);

		offsets[count] = at;
		at = end ? (size_t)(end - text) + 1 : len;
	}
	offsets[count] = len;
	return count;
}

/* cmark's own tree of the whole text, as leaves. */
static size_t read_with_cmark(struct expected *out, size_t most,
			      const char *text, size_t len)
{
	cmark_node *root = cmark_parse_document(text, len, CMARK_OPT_DEFAULT);
	cmark_iter *iter = cmark_iter_new(root);
	unsigned quotes = 0, lists = 0;
	size_t count = 0;

	while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		int step = cmark_iter_get_event_type(iter) == CMARK_EVENT_ENTER
				   ? 1
				   : -1;
		cmark_node *parent = cmark_node_parent(node);
		struct expected *leaf = &out[count];

		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_BLOCK_QUOTE:
			quotes += (unsigned)step;
			break;
		case CMARK_NODE_LIST:
			lists += (unsigned)step;
			break;
		case CMARK_NODE_PARAGRAPH:
		case CMARK_NODE_HEADING:
			if (step < 0 || count == most)
				break;
			memset(leaf, 0, sizeof(*leaf));
			leaf->first_line =
				(unsigned)cmark_node_get_start_line(node) - 1;
			leaf->quotes = quotes;
			leaf->list_level = lists;
			if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
				leaf->level =
					(unsigned)cmark_node_get_heading_level(
						node);
			leaf->is_item =
				cmark_node_get_type(parent) == CMARK_NODE_ITEM;
			leaf->is_item_start =
				leaf->is_item &&
				cmark_node_first_child(parent) == node;
			count++;
			break;
		default:
			break;
		}
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
	return count;
}

static uint32_t state_of_chance = 1;

static unsigned chance(unsigned below)
{
	state_of_chance = state_of_chance * 1664525 + 1013904223;
	return (state_of_chance >> 16) % below;
}

/* A body of pieces that all mean something to a block parser, HTML and
 * definitions aside, which are ours to read. */
static size_t make_body(char *out, size_t most)
{
	static const char *const starts[] = {
		"",	"",	"",	"",	  "- ",	   "- ",
		"* ",	"+ ",	"1. ",	"2) ",	  "> ",	   "> ",
		">",	"  ",	"   ",	"    ",	  "\t",	   "    - ",
		"  - ", "-\t",	"10. ", "-     ", ">    ", "1.",
		"-",	"  > ", "- - ", "- > ",	  "> 1. "};
	static const char *const words[] = {"word",
					    "word *x* and",
					    "# Title",
					    "## Title ##",
					    "#",
					    "#tag",
					    "###### six",
					    "####### seven",
					    "",
					    "",
					    "",
					    "---",
					    "===",
					    "--",
					    "=",
					    "***",
					    "* * *",
					    "_ _ _",
					    "```",
					    "```c",
					    "``` c`",
					    "~~~~",
					    "~~~ info",
					    "````",
					    "`code`",
					    "[x] box",
					    "[ ] box",
					    "2026. x",
					    "1986\\. x",
					    "| a | b |",
					    "**bold**",
					    "**",
					    "*",
					    "+",
					    "-",
					    "_x_",
					    "- - -",
					    "-- --",
					    "=== x",
					    "\xc3\xa9t\xc3\xa9",
					    "12345678901. x",
					    "1)",
					    "a  ",
					    "a\\",
					    "\xc2\xa0",
					    ": x",
					    "==m=="};
	size_t used = 0;
	unsigned lines = 1 + chance(12);

	for (unsigned i = 0; i < lines; i++) {
		unsigned marks = chance(3);
		const char *word = words[chance(COUNT_OF(words))];

		for (unsigned k = 0; k < marks; k++) {
			const char *start = starts[chance(COUNT_OF(starts))];

			used += (size_t)snprintf(out + used, most - used, "%s",
						 start);
		}
		used += (size_t)snprintf(out + used, most - used, "%s\n", word);
	}
	if (chance(4) == 0)
		used--;
	return used;
}

static void compare(const char *text, size_t len)
{
	struct jscan_outline *outline = jscan_outline_new();
	struct expected expected[128];
	size_t offsets[128];
	struct jscan_body body = {text, len, offsets, 0, 0};
	struct jscan_leaves leaves;
	size_t count = read_with_cmark(expected, COUNT_OF(expected), text, len);

	body.last = (unsigned)count_lines(text, len, offsets);
	assert_int_equal(jscan_outline_find(outline, &leaves, &body),
			 JSCAN_OUTLINE_OK);
	if (leaves.count != count)
		fail_msg("%zu leaves, not %zu, of:\n%.*s", leaves.count, count,
			 (int)len, text);
	for (size_t i = 0; i < count; i++) {
		const struct jscan_leaf *leaf = &leaves.items[i];

		if (leaf->first_line != expected[i].first_line ||
		    leaf->quotes != expected[i].quotes ||
		    leaf->list_level != expected[i].list_level ||
		    leaf->level != expected[i].level ||
		    (leaf->list != 0) != expected[i].is_item ||
		    leaf->is_item_start != expected[i].is_item_start)
			fail_msg("leaf %zu differs (line %u, not %u) in:\n%.*s",
				 i, leaf->first_line, expected[i].first_line,
				 (int)len, text);
		assert_true(leaf->last_line >= leaf->first_line);
		assert_true(i + 1 == count ||
			    leaf->last_line < leaves.items[i + 1].first_line);
	}
	jscan_outline_free(outline);
}

/* Lists, paragraphs and headings, hardly anything else. */
static size_t make_simple_body(char *out, size_t most)
{
	static const char *const starts[] = {
		"",	"",    "",	   "",	     "- ",     "- ",	"- ",
		"* ",	"+ ",  "1. ",	   "1. ",    "2. ",    "1) ",	"10. ",
		"  - ", " - ", "  ",	   "    - ", "   1. ", "-   ",	"   ",
		"    ", " ",   "      - ", "   - ",  "     ",  "-     "};
	static const char *const words[] = {
		"word", "word *x*", "# Title", "word", "two words",
		"",	"",	    "",	       "***",  "**bold**",
		"---",	"#tag",	    "[ ] do",  "=",    "*",
		"  ",	"``` c",    "> q",     "- x",  "word\t"};
	size_t used = 0;
	unsigned lines = 1 + chance(10), odd = chance(3);

	for (unsigned i = 0; i < lines; i++)
		used += (size_t)snprintf(
			out + used, most - used, "%s%s\n",
			starts[chance(odd ? 17 : COUNT_OF(starts))],
			words[chance(odd ? 9 : COUNT_OF(words))]);
	if (chance(4) == 0)
		used--;
	return used;
}

/* True when the body was simple, and the leaves are those by way of cmark. */
static bool compare_ways(const char *text, size_t len)
{
	struct jscan_outline *outline = jscan_outline_new();
	size_t offsets[128];
	struct jscan_body body = {text, len, offsets, 0, 0};
	struct jscan_leaves simple = {0}, leaves;
	bool is_simple;

	body.last = (unsigned)count_lines(text, len, offsets);
	is_simple = jscan_outline_read_simple(&simple, &body);
	jscan_outline_find_any(outline, &leaves, &body);
	if (is_simple &&
	    (simple.count != leaves.count ||
	     (simple.count && memcmp(simple.items, leaves.items,
				     simple.count * sizeof(*simple.items)))))
		fail_msg("another outline than cmark's of:\n%.*s", (int)len,
			 text);
	free(simple.items);
	jscan_outline_free(outline);
	return is_simple;
}

static void what_is_simple_has_the_same_outline(void **state)
{
	unsigned simple = 0, hard = 0;
	char text[2048];

	(void)state;
	for (int i = 0; i < 40000; i++) {
		simple += compare_ways(text,
				       make_simple_body(text, sizeof(text)));
		hard += !compare_ways(text, make_body(text, sizeof(text)));
	}
	assert_true(simple > 4000);
	assert_true(hard > 4000);
}

static void the_shadow_has_the_blocks_of_the_text(void **state)
{
	char text[2048];

	(void)state;
	for (int i = 0; i < 40000; i++)
		compare(text, make_body(text, sizeof(text)));
}

static void find(const char *text, size_t len, enum jscan_outline_result result,
		 size_t count)
{
	struct jscan_outline *outline = jscan_outline_new();
	size_t *offsets = jscan_alloc((len + 2) * sizeof(*offsets));
	struct jscan_body body = {text, len, offsets, 0, 0};
	struct jscan_leaves leaves;

	body.last = (unsigned)count_lines(text, len, offsets);
	assert_int_equal(jscan_outline_find(outline, &leaves, &body), result);
	assert_int_equal(leaves.count, count);
	free(offsets);
	jscan_outline_free(outline);
}

static char *repeat(const char *unit, size_t times)
{
	size_t len = strlen(unit);
	char *text = jscan_alloc(len * times + 1);

	for (size_t i = 0; i < times; i++)
		memcpy(text + i * len, unit, len);
	text[len * times] = '\0';
	return text;
}

static void what_is_too_deep_or_long_is_read_by_lines(void **state)
{
	static const struct {
		const char *unit;
		size_t times;
		const char *tail;
		enum jscan_outline_result result;
		size_t leaves;
	} cases[] = {
		{">", JSCAN_GUARD_MOST_MARKS, "a\n", JSCAN_OUTLINE_OK, 1},
		{">", JSCAN_GUARD_MOST_MARKS + 1, "a\n", JSCAN_OUTLINE_NESTED,
		 1},
		{" ", JSCAN_GUARD_MOST_COLUMN, "- a\n", JSCAN_OUTLINE_OK, 0},
		{" ", JSCAN_GUARD_MOST_COLUMN + 1, "- a\n",
		 JSCAN_OUTLINE_NESTED, 1},
		{"\t", 100, "a\n", JSCAN_OUTLINE_OK, 0},
		{"- ", 45000, "\n\n\n", JSCAN_OUTLINE_NESTED, 0},
		{"# a\n", JSCAN_GUARD_MOST_LINES, "", JSCAN_OUTLINE_OK,
		 JSCAN_GUARD_MOST_LINES},
		{"# a\n", JSCAN_GUARD_MOST_LINES, "# b\n", JSCAN_OUTLINE_LONG,
		 JSCAN_GUARD_MOST_LINES + 1},
		{"- - - - a\n", 70000, "", JSCAN_OUTLINE_LONG, 70000},
		{"a\n", 500000, "", JSCAN_OUTLINE_OK, 1},
		{"\n", 500000, "a", JSCAN_OUTLINE_OK, 1},
		{"> a\n", 500000, "", JSCAN_OUTLINE_OK, 1},
		{"| a | b |\n", 200000, "", JSCAN_OUTLINE_OK, 1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		char *units = repeat(cases[i].unit, cases[i].times);
		size_t len = strlen(units) + strlen(cases[i].tail);
		char *text = jscan_alloc(len + 1);

		snprintf(text, len + 1, "%s%s", units, cases[i].tail);
		find(text, len, cases[i].result, cases[i].leaves);
		free(units);
		free(text);
	}
}

static void lines_alone_have_the_marks_of_a_body(void **state)
{
	static const char tail[] = "# Head\n"
				   "- item\n"
				   "1. item\n"
				   "> > quote\n"
				   "```c\n"
				   "# no head\n"
				   "~~~\n"
				   "```\n"
				   "words\n"
				   "more words\n";
	char *marks = repeat(">", 1000);
	struct jscan_outline *outline = jscan_outline_new();
	struct jscan_arena arena;
	size_t offsets[16];
	struct jscan_leaves leaves;
	struct jscan_body body = {NULL, 0, offsets, 0, 0};

	(void)state;
	jscan_arena_init(&arena);
	body.text = jscan_arena_printf(&arena, "%s\n%s", marks, tail);
	body.len = strlen(body.text);
	body.last = (unsigned)count_lines(body.text, body.len, offsets);
	assert_int_equal(jscan_outline_find(outline, &leaves, &body),
			 JSCAN_OUTLINE_NESTED);
	assert_int_equal(leaves.count, 6);
	assert_int_equal(leaves.items[0].level, 1);
	assert_true(leaves.items[1].is_item_start);
	assert_true(leaves.items[2].is_item_start);
	assert_int_equal(leaves.items[3].quotes, 2);
	assert_int_equal(leaves.items[4].first_line, 9);
	assert_int_equal(leaves.items[5].first_line, 10);
	free(marks);
	jscan_arena_release(&arena);
	jscan_outline_free(outline);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_simple_has_the_same_outline),
		cmocka_unit_test(the_shadow_has_the_blocks_of_the_text),
		cmocka_unit_test(what_is_too_deep_or_long_is_read_by_lines),
		cmocka_unit_test(lines_alone_have_the_marks_of_a_body),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
