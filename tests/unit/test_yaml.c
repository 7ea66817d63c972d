/* YAML as a tree: shapes, places in bytes, limits, and hostile documents. */
#include "unit/check.h"

#include "unit/arena.h"

#include <time.h>

#include "base/yaml.h"

static struct jscan_yaml *parse(const char *text)
{
	struct jscan_yaml_problem problem = {0};
	struct jscan_yaml *root = NULL;

	if (jscan_yaml_parse(&root, text, strlen(text), 2, &arena, &problem) <
	    0)
		fail_msg("%u:%u: %s", problem.line, problem.column,
			 problem.message);
	return root;
}

static const struct jscan_yaml *member(const struct jscan_yaml *parent,
				       unsigned index)
{
	const struct jscan_yaml *node = parent->first;

	while (node && index--)
		node = node->next;
	assert_non_null(node);
	return node;
}

static void a_tree_has_kinds_keys_and_places(void **state)
{
	const struct jscan_yaml *root = parse("company: Acme\n"
					      "contacts:\n"
					      "  - name: Dana\n"
					      "    role: \"CTO\"\n"
					      "  - Bo\n"
					      "text: |\n"
					      "  one\n"
					      "  two\n"
					      "empty:\n");
	const struct jscan_yaml *list, *map;

	(void)state;
	assert_int_equal(root->kind, JSCAN_YAML_MAP);
	assert_string_equal(root->first->key, "company");
	assert_int_equal(root->first->key_line, 2);
	assert_int_equal(root->first->key_column, 1);
	assert_string_equal(root->first->text, "Acme");
	assert_int_equal(root->first->line, 2);
	assert_int_equal(root->first->column, 10);
	assert_true(root->first->is_plain);
	list = member(root, 1);
	assert_int_equal(list->kind, JSCAN_YAML_LIST);
	map = member(list, 0);
	assert_int_equal(map->kind, JSCAN_YAML_MAP);
	assert_null(map->key);
	assert_int_equal(map->line, 4);
	assert_string_equal(member(map, 1)->key, "role");
	assert_string_equal(member(map, 1)->text, "CTO");
	assert_false(member(map, 1)->is_plain);
	assert_string_equal(member(list, 1)->text, "Bo");
	assert_string_equal(member(root, 2)->text, "one\ntwo\n");
	assert_int_equal(member(root, 2)->len, 8);
	assert_true(jscan_yaml_is_null(member(root, 3)));
	assert_null(member(root, 3)->next);
}

static void columns_count_bytes_and_lines_are_those_of_the_file(void **state)
{
	/* libyaml takes U+2028 for the end of a line; an editor does not. */
	const struct jscan_yaml *root = parse("\xc3\xa9\xe2\x82\xac: 1\r\n"
					      "b: \"x\xe2\x80\xa8y\"\r\n"
					      "[\xc3\xa9, \xc3\xa9]: z\r\n"
					      "d: e\r\n");

	(void)state;
	assert_int_equal(root->first->column, 8);
	assert_int_equal(member(root, 1)->line, 3);
	assert_string_equal(member(root, 2)->key, "d");
	assert_int_equal(member(root, 2)->key_line, 5);
	assert_int_equal(member(root, 2)->column, 4);
	root = parse("a: 1\rb: 2\r");
	assert_int_equal(member(root, 1)->line, 3);
}

static void scalars_stay_text(void **state)
{
	static const struct {
		const char *yaml;
		const char *text;
	} cases[] = {
		{"no", "no"},
		{"0049 30", "0049 30"},
		{".nan", ".nan"},
		{"1e400", "1e400"},
		{"2026-11-09T14:00+01:00", "2026-11-09T14:00+01:00"},
		{"!!python/object/apply:os.system ls", "ls"},
		{"\"a\\0b\"", "a\xef\xbf\xbd"
			      "b"},
		{"\"\\u202e\\e\"", "\xe2\x80\xae\x1b"},
		{"<<", "<<"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct jscan_yaml *root = parse(cases[i].yaml);

		assert_int_equal(root->kind, JSCAN_YAML_SCALAR);
		assert_string_equal(root->text, cases[i].text);
		assert_int_equal(root->len, strlen(cases[i].text));
	}
}

static void duplicate_keys_are_both_kept(void **state)
{
	const struct jscan_yaml *root = parse("a: 1\nb: 2\na: 3\n");

	(void)state;
	assert_string_equal(member(root, 0)->text, "1");
	assert_string_equal(member(root, 2)->key, "a");
	assert_string_equal(member(root, 2)->text, "3");
	assert_int_equal(member(root, 2)->key_line, 4);
}

static void an_empty_document_is_no_tree(void **state)
{
	(void)state;
	assert_null(parse(""));
	assert_null(parse("\n\n"));
	assert_null(parse("# only a comment\n"));
}

static void a_few_aliases_of_text_are_followed(void **state)
{
	const struct jscan_yaml *root =
		parse("a: &who Dana\nb: *who\nc: &who Bo\nd: *who\n");

	(void)state;
	assert_string_equal(member(root, 1)->text, "Dana");
	assert_int_equal(member(root, 1)->line, 3);
	assert_int_equal(member(root, 1)->column, 4);
	assert_string_equal(member(root, 3)->text, "Bo");
}

static void keys_that_are_no_text_are_dropped(void **state)
{
	const struct jscan_yaml *root =
		parse("? [a, b]\n: [c, {d: e}]\n? {f: g}\n: h\ni: j\n");

	(void)state;
	assert_string_equal(root->first->key, "i");
	assert_null(root->first->next);
	root = parse("x: [[Acme]]\n");
	assert_string_equal(root->first->first->first->text, "Acme");
}

static void what_is_not_ours_is_named_at_its_place(void **state)
{
	static const struct {
		const char *yaml;
		unsigned line;
		unsigned column;
		const char *says;
	} cases[] = {
		{"a: b\n\tc: d\n", 3, 1, "a tab"},
		{"a: b: c\n", 2, 5, "second ': '"},
		{"a: [b\n", 3, 1, "expected ',' or ']'"},
		{"a: b\n---\nc: d\n", 3, 1, "second document"},
		{"%YAML 9.9\n---\na: b\n", 2, 1, "YAML"},
		{"a: *b\n", 2, 4, "not there"},
		{"a: &a [*a]\n", 2, 8, "write it out"},
		{"b: &b\n  c: d\ne:\n  <<: *b\n", 5, 7, "write it out"},
		{"a: \xc3\xa9 b\n\xc3\xa9: \x01\n", 3, 5, "control character"},
		{"a: \"\\ud800\"\n", 2, 7, "Unicode"},
		{"a: @b\n", 2, 4, "quotes"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_yaml_problem problem = {0};
		struct jscan_yaml *root = NULL;

		assert_int_equal(jscan_yaml_parse(&root, cases[i].yaml,
						  strlen(cases[i].yaml), 2,
						  &arena, &problem),
				 -1);
		assert_null(root);
		if (problem.line != cases[i].line ||
		    problem.column != cases[i].column || problem.is_limit ||
		    !strstr(problem.message, cases[i].says))
			fail_msg("%s: %u:%u: %s", cases[i].yaml, problem.line,
				 problem.column, problem.message);
	}
}

/* `unit` over and over, up to `bytes`. */
static char *repeat(const char *unit, size_t bytes, const char *tail)
{
	size_t step = strlen(unit), used = 0;
	char *text = jscan_alloc(bytes + step + strlen(tail) + 1);

	while (used < bytes) {
		memcpy(text + used, unit, step);
		used += step;
	}
	memcpy(text + used, tail, strlen(tail) + 1);
	return text;
}

static void limits_are_named(void **state)
{
	static const struct {
		const char *unit;
		size_t bytes;
		const char *says;
	} cases[] = {
		{"[", 60000, "deep"},	     {"{", 60000, "deep"},
		{"{a: ", 60000, "deep"},     {"- ", 60000, "deep"},
		{"? ", 5000, "deep"},	     {"a: b\n", 60000, "keys"},
		{"? a\n", 60000, "keys"},    {"- &a b\n", 60000, "aliases"},
		{"a: b\n", 65537, "longer"}, {"# x\n", 65537, "longer"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_yaml_problem problem = {0};
		struct jscan_yaml *root = NULL;
		char *text = repeat(cases[i].unit, cases[i].bytes, "");

		assert_int_equal(jscan_yaml_parse(&root, text, strlen(text), 2,
						  &arena, &problem),
				 -1);
		assert_true(problem.is_limit);
		assert_true(problem.line >= 2 && problem.column >= 1);
		assert_non_null(strstr(problem.message, cases[i].says));
		free(text);
	}
}

static void limits_are_exact(void **state)
{
	struct jscan_yaml_problem problem = {0};
	struct jscan_yaml *root = NULL;
	char text[2 * JSCAN_YAML_MOST_DEPTH + 3];
	char *keys;

	(void)state;
	for (size_t depth = JSCAN_YAML_MOST_DEPTH;
	     depth <= JSCAN_YAML_MOST_DEPTH + 1; depth++) {
		memset(text, '[', depth);
		memset(text + depth, ']', depth);
		assert_int_equal(jscan_yaml_parse(&root, text, 2 * depth, 2,
						  &arena, &problem),
				 depth > JSCAN_YAML_MOST_DEPTH ? -1 : 0);
	}
	keys = repeat("a: b\n", (size_t)5 * JSCAN_YAML_MOST_KEYS, "");
	assert_non_null(parse(keys));
	free(keys);
	keys = repeat("- *a\n", (size_t)5 * (JSCAN_YAML_MOST_ALIASES - 1), "");
	memcpy(text, "- &a b\n", 8);
	{
		char *all = jscan_arena_printf(&arena, "%s%s", text, keys);

		assert_non_null(parse(all));
		all = jscan_arena_printf(&arena, "%s%s- *a\n", text, keys);
		assert_int_equal(jscan_yaml_parse(&root, all, strlen(all), 2,
						  &arena, &problem),
				 -1);
		assert_true(problem.is_limit);
	}
	free(keys);
}

/* Shapes that are quadratic in some parser, as large as one may be. */
static void no_shape_takes_long(void **state)
{
	static const struct {
		const char *unit;
		const char *tail;
	} shapes[] = {
		{"[[],", ""},
		{"# x\n", ""},
		{"a ", "\n"},
		{"- a\n", ""},
		{"- !!a b\n", ""},
		{"\xef\xbb\xbf", ""},
		{"%TAG !a! b\n", ""},
		{"\"\\n", ""},
		{"\n", "a"},
		{"x", ": a"},
		{"- \xc3\xa9\xe2\x80\xa8\n", ""},
		{"[\xc3\xa9,", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(shapes); i++) {
		size_t room = JSCAN_YAML_MOST_BYTES - 16;
		char *text = repeat(shapes[i].unit, room, shapes[i].tail);
		struct jscan_yaml_problem problem = {0};
		struct jscan_yaml *root = NULL;
		clock_t start = clock();

		jscan_yaml_parse(&root, text, strlen(text), 2, &arena,
				 &problem);
		assert_true(clock() - start < CLOCKS_PER_SEC);
		free(text);
	}
}

static void words_for_yes_no_and_nothing(void **state)
{
	static const struct {
		const char *yaml;
		int boolean;
		bool is_null;
	} cases[] = {
		{"true", 1, false},	 {"Yes", 1, false},
		{"ON", 1, false},	 {"false", 0, false},
		{"no", 0, false},	 {"off", 0, false},
		{"y", -1, false},	 {"1", -1, false},
		{"truely", -1, false},	 {"tru", -1, false},
		{"null", -1, true},	 {"Null", -1, true},
		{"~", -1, true},	 {"\"\"", -1, false},
		{"\"null\"", -1, false}, {"^", -1, false},
		{"[true]", -1, false},	 {"!!str", -1, true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct jscan_yaml *root = parse(cases[i].yaml);

		assert_int_equal(jscan_yaml_get_bool(root), cases[i].boolean);
		assert_int_equal(jscan_yaml_is_null(root), cases[i].is_null);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_tree_has_kinds_keys_and_places),
		cmocka_unit_test(
			columns_count_bytes_and_lines_are_those_of_the_file),
		cmocka_unit_test(scalars_stay_text),
		cmocka_unit_test(duplicate_keys_are_both_kept),
		cmocka_unit_test(an_empty_document_is_no_tree),
		cmocka_unit_test(a_few_aliases_of_text_are_followed),
		cmocka_unit_test(keys_that_are_no_text_are_dropped),
		cmocka_unit_test(what_is_not_ours_is_named_at_its_place),
		cmocka_unit_test(limits_are_named),
		cmocka_unit_test(limits_are_exact),
		cmocka_unit_test(no_shape_takes_long),
		cmocka_unit_test(words_for_yes_no_and_nothing),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
