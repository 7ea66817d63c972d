/*
 * YAML as a tree with places: the quick way and libyaml's must tell the same.
 */
#include "unit/told.h"

#include "base/buf.h"
#include "base/yaml.h"

#define MOST_SHOWN 5 /* levels */

/* NOLINTNEXTLINE(misc-no-recursion): MOST_SHOWN deep. */
static void tell_node(struct jscan_buf *out, const struct jscan_yaml *node,
		      int depth)
{
	jscan_buf_addf(out, "%*s", depth * 2, "");
	if (node->key)
		jscan_buf_addf(out, "%s @%u:%u: ", node->key, node->key_line,
			       node->key_column);
	if (node->kind == JSCAN_YAML_SCALAR)
		jscan_buf_addf(out, "'%s'%s", node->text,
			       node->is_plain ? "" : " quoted");
	else
		jscan_buf_adds(out,
			       node->kind == JSCAN_YAML_LIST ? "list" : "map");
	jscan_buf_addf(out, " @%u:%u\n", node->line, node->column);
	for (const struct jscan_yaml *n = node->first; n && depth < MOST_SHOWN;
	     n = n->next)
		tell_node(out, n, depth + 1);
}

/* The tree, a node a line with its place; by both ways, which must agree. */
static void tell(char *out, size_t room, const char *text)
{
	struct jscan_buf bufs[2];
	struct jscan_arena arena;

	jscan_arena_init(&arena);
	for (int i = 0; i < 2; i++) {
		struct jscan_yaml_problem problem;
		struct jscan_yaml *tree = NULL;
		size_t len = strlen(text);
		int ret;

		jscan_buf_init(&bufs[i]);
		jscan_buf_add(&bufs[i], "", 0);
		ret = i ? jscan_yaml_parse_any(&tree, text, len, 1, &arena,
					       &problem)
			: jscan_yaml_parse(&tree, text, len, 1, &arena,
					   &problem);
		if (ret < 0)
			jscan_buf_addf(&bufs[i], "wrong at %u:%u%s\n",
				       problem.line, problem.column,
				       problem.is_limit ? ", too much" : "");
		else if (tree)
			tell_node(&bufs[i], tree, 0);
	}
	assert_string_equal(bufs[0].data, bufs[1].data);
	snprintf(out, room, "%.*s", bufs[0].len ? (int)bufs[0].len - 1 : 0,
		 bufs[0].data);
	jscan_buf_release(&bufs[0]);
	jscan_buf_release(&bufs[1]);
	jscan_arena_release(&arena);
}

static const struct told_row trees[] = {
	{"a: b\n", "map @1:1\n"
		   "  a @1:1: 'b' @1:4"},
	{"a:\n"
	 "  - b\n"
	 "  - c: d\n"
	 "    e: f\n",
	 "map @1:1\n"
	 "  a @1:1: list @2:3\n"
	 "    'b' @2:5\n"
	 "    map @3:5\n"
	 "      c @3:5: 'd' @3:8\n"
	 "      e @4:5: 'f' @4:8"},
	{"a: \"b\\nc\"\n", "map @1:1\n"
			   "  a @1:1: 'b\n"
			   "c' quoted @1:4"},
	{"a: 'b''c'\n", "map @1:1\n"
			"  a @1:1: 'b'c' quoted @1:4"},
	{"a: |\n"
	 "  b\n"
	 "  c\n",
	 "map @1:1\n"
	 "  a @1:1: 'b\n"
	 "c\n"
	 "' quoted @1:4"},
	{"a: >-\n"
	 "  b\n"
	 "  c\n"
	 "\n"
	 "  d\n",
	 "map @1:1\n"
	 "  a @1:1: 'b c\n"
	 "d' quoted @1:4"},
	{"- a\n"
	 "- - b\n"
	 "  - c\n",
	 "list @1:1\n"
	 "  'a' @1:3\n"
	 "  list @2:3\n"
	 "    'b' @2:5\n"
	 "    'c' @3:5"},
	{"{a: b, c: [d, e]}\n", "map @1:1\n"
				"  a @1:2: 'b' @1:5\n"
				"  c @1:8: list @1:11\n"
				"    'd' @1:12\n"
				"    'e' @1:15"},
	{"a: &x b\n"
	 "c: *x\n",
	 "map @1:1\n"
	 "  a @1:1: 'b' @1:4\n"
	 "  c @2:1: 'b' @2:4"},
	{"a: &x [b]\n"
	 "c: *x\n",
	 "wrong at 2:4"},
	{"a: *x\n", "wrong at 1:4"},
	{"a: ~\n"
	 "b: null\n"
	 "c: NULL\n"
	 "d: \"\"\n",
	 "map @1:1\n"
	 "  a @1:1: '~' @1:4\n"
	 "  b @2:1: 'null' @2:4\n"
	 "  c @3:1: 'NULL' @3:4\n"
	 "  d @4:1: '' quoted @4:4"},
	{"a: b # c\n", "map @1:1\n"
		       "  a @1:1: 'b' @1:4"},
	{"a: b#c\n", "map @1:1\n"
		     "  a @1:1: 'b#c' @1:4"},
	{"a: \"b\n", "wrong at 2:1"},
	{"a: [b\n", "wrong at 2:1"},
	{"a: {b: c\n", "wrong at 2:1"},
	{"a: b: c\n", "wrong at 1:5"},
	{"a : b\n", "map @1:1\n"
		    "  a @1:1: 'b' @1:5"},
	{"\"a b\": c\n", "map @1:1\n"
			 "  a b @1:1: 'c' @1:8"},
	{"a b: c d\n", "map @1:1\n"
		       "  a b @1:1: 'c d' @1:6"},
	{"? a\n"
	 ": b\n",
	 "map @1:1\n"
	 "  a @1:3: 'b' @2:3"},
	{"1: 2\n", "map @1:1\n"
		   "  1 @1:1: '2' @1:4"},
	{"[a]: b\n", "map @1:1"},
	{"a: !!str 1\n", "map @1:1\n"
			 "  a @1:1: '1' @1:4"},
	{"a: !x b\n", "map @1:1\n"
		      "  a @1:1: 'b' @1:4"},
	{"a: 2026-11-09\n", "map @1:1\n"
			    "  a @1:1: '2026-11-09' @1:4"},
	{"a: 12:30\n", "map @1:1\n"
		       "  a @1:1: '12:30' @1:4"},
	{"a: http://x.example/y\n", "map @1:1\n"
				    "  a @1:1: 'http://x.example/y' @1:4"},
	{"a: [[b]]\n", "map @1:1\n"
		       "  a @1:1: list @1:4\n"
		       "    list @1:5\n"
		       "      'b' @1:6"},
	{"a: @b\n", "wrong at 1:4"},
	{"a: `b\n", "wrong at 1:4"},
	{"a: %b\n", "wrong at 1:4"},
	{"a: - b\n", "wrong at 1:4"},
	{"a: -b\n", "map @1:1\n"
		    "  a @1:1: '-b' @1:4"},
	{"a: ?b\n", "map @1:1\n"
		    "  a @1:1: '?b' @1:4"},
	{"a: *\n", "wrong at 1:5"},
	{"a: &\n", "wrong at 1:5"},
	{"a: 'b\n", "wrong at 2:1"},
	{"a: \"\\x41\\u00e4\"\n", "map @1:1\n"
				  "  a @1:1: 'Aä' quoted @1:4"},
	{"a: \"\\q\"\n", "wrong at 1:5"},
	{"a:\tb\n", "map @1:1\n"
		    "  a @1:1: 'b' @1:4"},
	{"\ta: b\n", "wrong at 1:1"},
	{"a: b\n"
	 " c: d\n",
	 "wrong at 2:3"},
	{"a: b\n"
	 "  c\n",
	 "map @1:1\n"
	 "  a @1:1: 'b c' @1:4"},
	{"a:\n"
	 "b: c\n",
	 "map @1:1\n"
	 "  a @1:1: '' @1:3\n"
	 "  b @2:1: 'c' @2:4"},
	{"a: b\n"
	 "a: c\n",
	 "map @1:1\n"
	 "  a @1:1: 'b' @1:4\n"
	 "  a @2:1: 'c' @2:4"},
	{"--- a\n", "'a' @1:5"},
	{"a: b\n"
	 "--- \n"
	 "c: d\n",
	 "wrong at 2:1"},
	{"a: b\n"
	 "...\n",
	 "map @1:1\n"
	 "  a @1:1: 'b' @1:4"},
	{"# only\n", ""},
	{"a: ä\n"
	 "ä: b\n",
	 "map @1:1\n"
	 "  a @1:1: 'ä' @1:4\n"
	 "  ä @2:1: 'b' @2:5"},
	{"a: [b, c,]\n", "map @1:1\n"
			 "  a @1:1: list @1:4\n"
			 "    'b' @1:5\n"
			 "    'c' @1:8"},
	{"a: [b,, c]\n", "wrong at 1:7"},
	{"a: [,]\n", "wrong at 1:5"},
	{"a: {}\n", "map @1:1\n"
		    "  a @1:1: map @1:4"},
	{"a: {b}\n", "map @1:1\n"
		     "  a @1:1: map @1:4\n"
		     "    b @1:5: '' @1:6"},
	{"a: {b: }\n", "map @1:1\n"
		       "  a @1:1: map @1:4\n"
		       "    b @1:5: '' @1:8"},
	{"a: yes\n", "map @1:1\n"
		     "  a @1:1: 'yes' @1:4"},
	{"a: (b)\n", "map @1:1\n"
		     "  a @1:1: '(b)' @1:4"},
	{"a: b/c.d@e+f&g-h\n", "map @1:1\n"
			       "  a @1:1: 'b/c.d@e+f&g-h' @1:4"},
	{"a: $b;c<d=e\\f^g~h\n", "map @1:1\n"
				 "  a @1:1: '$b;c<d=e\\f^g~h' @1:4"},
	{"a: \"b\" c\n", "wrong at 1:8"},
	{"a: 'b' # c\n", "map @1:1\n"
			 "  a @1:1: 'b' quoted @1:4"},
	{"a: [b] # c\n", "map @1:1\n"
			 "  a @1:1: list @1:4\n"
			 "    'b' @1:5"},
	{"a: >\n"
	 "  b\n"
	 "  c\n"
	 " \n",
	 "map @1:1\n"
	 "  a @1:1: 'b c\n"
	 "' quoted @1:4"},
	{"-\n"
	 "- a\n"
	 "-  \n",
	 "list @1:1\n"
	 "  '' @1:2\n"
	 "  'a' @2:3\n"
	 "  '' @3:2"},
	{"a: -\n", "wrong at 1:4"},
	{"a: b -c\n", "map @1:1\n"
		      "  a @1:1: 'b -c' @1:4"},
	{"a: b- c\n", "map @1:1\n"
		      "  a @1:1: 'b- c' @1:4"},
	{"a: b :c\n", "map @1:1\n"
		      "  a @1:1: 'b :c' @1:4"},
	{"a: b: \n", "wrong at 1:5"},
	{"a:b\n", "'a:b' @1:1"},
	{" a: b\n", "map @1:2\n"
		    "  a @1:2: 'b' @1:5"},
	{"  a: b\n"
	 "  c: d\n",
	 "map @1:3\n"
	 "  a @1:3: 'b' @1:6\n"
	 "  c @2:3: 'd' @2:6"},
	{"a:  b  \n", "map @1:1\n"
		      "  a @1:1: 'b' @1:5"},
	{"a: [ b , c ]\n", "map @1:1\n"
			   "  a @1:1: list @1:4\n"
			   "    'b' @1:6\n"
			   "    'c' @1:10"},
	{"a: [\"b\", 'c']\n", "map @1:1\n"
			      "  a @1:1: list @1:4\n"
			      "    'b' quoted @1:5\n"
			      "    'c' quoted @1:10"},
	{"a:\n"
	 "- b\n"
	 "- c\n",
	 "map @1:1\n"
	 "  a @1:1: list @2:1\n"
	 "    'b' @2:3\n"
	 "    'c' @3:3"},
	{"a:\n"
	 "  b: c\n"
	 " d: e\n",
	 "wrong at 3:2"},
	{"a:\n"
	 " - b\n"
	 "  - c\n",
	 "map @1:1\n"
	 "  a @1:1: list @2:2\n"
	 "    'b - c' @2:4"},
	{"a: [b,\n"
	 "  c]\n",
	 "map @1:1\n"
	 "  a @1:1: list @1:4\n"
	 "    'b' @1:5\n"
	 "    'c' @2:3"},
	{"a: b\n"
	 "\n"
	 "\n"
	 "c: d\n",
	 "map @1:1\n"
	 "  a @1:1: 'b' @1:4\n"
	 "  c @4:1: 'd' @4:4"},
	{"a: b\n"
	 "# x\n"
	 "  # y\n"
	 "c: d\n",
	 "map @1:1\n"
	 "  a @1:1: 'b' @1:4\n"
	 "  c @4:1: 'd' @4:4"},
	{"a: \"b\n"
	 "  c\"\n",
	 "map @1:1\n"
	 "  a @1:1: 'b c' quoted @1:4"},
	{"- a: b\n"
	 "  c: d\n"
	 "- e\n",
	 "list @1:1\n"
	 "  map @1:3\n"
	 "    a @1:3: 'b' @1:6\n"
	 "    c @2:3: 'd' @2:6\n"
	 "  'e' @3:3"},
	{"- a\n"
	 "b: c\n",
	 "wrong at 2:1"},
	{"a: b\n"
	 "- c\n",
	 "wrong at 2:1"},
	{"a:  b\n", "wrong at 2:1"},
	{"a: b\xc2\xa0"
	 "c\n",
	 "map @1:1\n"
	 "  a @1:1: 'b\xc2\xa0"
	 "c' @1:4"},
	{"a: \xc2\xa0"
	 "b\n",
	 "map @1:1\n"
	 "  a @1:1: '\xc2\xa0"
	 "b' @1:4"},
	{"- [[Dana Ruiz]]\n", "list @1:1\n"
			      "  list @1:3\n"
			      "    list @1:4\n"
			      "      'Dana Ruiz' @1:5"},
	{"a: [[Dana Ruiz|d]]\n", "map @1:1\n"
				 "  a @1:1: list @1:4\n"
				 "    list @1:5\n"
				 "      'Dana Ruiz|d' @1:6"},
	{"a: '[[b]]'\n", "map @1:1\n"
			 "  a @1:1: '[[b]]' quoted @1:4"},
	{"a: {b: {c: {d: e}}}\n", "map @1:1\n"
				  "  a @1:1: map @1:4\n"
				  "    b @1:5: map @1:8\n"
				  "      c @1:9: map @1:12\n"
				  "        d @1:13: 'e' @1:16"},
	{"a: &a &b c\n", "wrong at 1:7"},
	{"a: *a b\n", "wrong at 1:4"},
	{"&x a: b\n"
	 "c: *x\n",
	 "map @1:1\n"
	 "  a @1:1: 'b' @1:7\n"
	 "  c @2:1: 'a' @2:4"},
};

static void test_trees(void **state)
{
	(void)state;
	told_check(trees, COUNT_OF(trees), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_trees),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
