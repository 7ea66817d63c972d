/*
 * What stands in a note: what is erased from it, emphasis, headings, items,
 * boxes, tables, fields, front matter, each with the places of its ends.
 */
#include "unit/told_document.h"

static const struct told_row erased[] = {
	{"a %%b%% c\n", "text 'a  c' @1:1-1:9"},
	{"a %%b c\n", "text 'a %%b c' @1:1-1:7"},
	{"a %%b\n"
	 "\n"
	 "c%% d\n",
	 "text 'a %%b' @1:1-1:5\n"
	 "text 'c%% d' @3:1-3:5"},
	{"%%\n"
	 "a\n"
	 "\n"
	 "b\n"
	 "%%\n"
	 "c\n",
	 "text 'c' @6:1"},
	{"%%a%% b\n", "text 'b' @1:7"},
	{"a %b% c\n", "text 'a %b% c' @1:1-1:7"},
	{"a `%%b%%` c\n", "text 'a %%b%% c' @1:1-1:11"},
	{"`<!-- a -->` b\n", "text '<!-- a --> b' @1:2-1:14"},
	{"```\n"
	 "%%a\n"
	 "```\n"
	 "b %%c%%\n",
	 "text 'b' @4:1"},
	{"> ```\n"
	 "> %%a\n"
	 "> ```\n"
	 "> b %%c%%\n",
	 "text quoted 'b' @4:3"},
	{"> ```\n"
	 "> %%a\n"
	 "b %%c%%\n",
	 "text 'b' @3:1"},
	{"- ```\n"
	 "  <!-- a\n"
	 "  ```\n"
	 "  b <!-- c -->\n",
	 "item 1 of 1 'b' @4:3"},
	{"- ```\n"
	 "  <!-- a\n"
	 "b <!-- c -->\n",
	 "text 'b' @3:1"},
	{"~~~\n"
	 "<!-- a\n"
	 "```\n"
	 "~~~\n"
	 "b\n",
	 "text 'b' @5:1"},
	{"````\n"
	 "```\n"
	 "<!-- a\n"
	 "````\n"
	 "b\n",
	 "text 'b' @5:1"},
	{"``` x`\n"
	 "<!-- a --> b\n",
	 "text '``` x`~b' @1:1-2:12"},
	{"    <!-- a\n"
	 "    b\n",
	 ""},
	{"a <!-- b --> c %% d %% e\n", "text 'a  c  e' @1:1-1:24"},
	{"a `` ` <!-- `` b\n", "text 'a ` <!-- b' @1:1-1:16"},
	{"a ` b\n", "text 'a ` b' @1:1-1:5"},
	{"a `b``c` d\n", "text 'a b``c d' @1:1-1:10"},
	{"a \\`b <!-- c --> d`\n", "text 'a `b  d`' @1:1-1:19"},
	{"a `b\n"
	 "\n"
	 "c` d\n",
	 "text 'a `b' @1:1-1:4\n"
	 "text 'c` d' @3:1-3:4"},
};

static const struct told_row words[] = {
	{"*a* **b** ***c*** _d_ __e__ ~~f~~ ==g==\n",
	 "text 'a b c d e f g' @1:2-1:37"},
	{"a*b*c a_b_c a __b__c\n", "text 'abc a_b_c a __b__c' @1:1-1:20"},
	{"* a*b\n", "item 1 of 1 'a*b' @1:3-1:5"},
	{"a * b * c\n", "text 'a * b * c' @1:1-1:9"},
	{"**a*b\n", "text '*ab' @1:2-1:5"},
	{"*a **b* c**\n", "text 'a b c' @1:2-1:9"},
	{"a~b~c ~~d e\n", "text 'a~b~c ~~d e' @1:1-1:11"},
	{"==a b== = c\n", "text 'a b = c' @1:3-1:11"},
	{"`a*b*` *`c`*\n", "text 'a*b* c' @1:2-1:10"},
	{"a  \n"
	 "b\\\n"
	 "c\n",
	 "text 'a~b~c' @1:1-3:1"},
	{"a\\*b\\_c\\[d\n", "text 'a*b_c[d' @1:1-1:10"},
	{"https://a.example/_b_ _c_\n",
	 "text 'https://a.example/_b_ c' @1:1-1:24"},
	{"[[a]] [[b|c]] [[d/e#f|g]] [[h\\|i]]\n", "text 'a c g i' @1:3-1:32"},
	{"![[a]] b\n", "text 'b' @1:8"},
	{"[[a\n"
	 "b]] c\n",
	 "text '[[a~b]] c' @1:1-2:5"},
	{"[[a]b]] c\n", "text 'a]b c' @1:3-1:9"},
	{"a [^1] b[^c] d\n", "text 'a  b d' @1:1-1:14"},
	{"a\xc2\xa0*b* c\n", "text 'a\xc2\xa0"
			     "b c' @1:1-1:8"},
	{"a — *b* “_c_”\n", "text 'a — b “c”' @1:1-1:19"},
};

static const struct told_row blocks[] = {
	{"# a #\n"
	 "## b ##\n"
	 "### c#\n"
	 "####d\n"
	 "####### e\n",
	 "heading 1 'a' @1:3\n"
	 "heading 2 'b' @2:4\n"
	 "heading 3 'c#' @3:5-3:6\n"
	 "text '####d~####### e' @4:1-5:9"},
	{"a\n"
	 "===\n"
	 "b\n"
	 "---\n"
	 "c\n",
	 "heading 1 'a' @1:1\n"
	 "heading 2 'b' @3:1\n"
	 "text 'c' @5:1"},
	{"a\n"
	 "\n"
	 "***\n"
	 "\n"
	 "b\n",
	 "text 'a' @1:1\n"
	 "text 'b' @5:1"},
	{"- a\n"
	 "- b\n"
	 "  - c\n"
	 "\n"
	 "    d\n"
	 "- e\n",
	 "item 1 of 1 'a' @1:3\n"
	 "item 1 of 1 'b' @2:3\n"
	 "item 2 of 2 'c' @3:5\n"
	 "item 2 of 2 'd' @5:5\n"
	 "item 1 of 1 'e' @6:3"},
	{"1. a\n"
	 "2) b\n"
	 "10. c\n",
	 "item 1 of 1 'a' @1:4\n"
	 "item 1 of 2 'b' @2:4\n"
	 "item 1 of 3 'c' @3:5"},
	{"- [ ] a\n"
	 "- [x] b\n"
	 "- [X] c\n"
	 "- [-] d\n"
	 "- [>] e\n"
	 "- [/] f\n"
	 "- [!] g\n"
	 "- [] h\n"
	 "- [a] i\n"
	 "- [1] j\n"
	 "- [[k]] l\n"
	 "- [ ]m\n"
	 "- [ ](n) o\n"
	 "- [\t] p\n"
	 "- [?]\n",
	 "item open 1 of 1 'a' @1:7\n"
	 "item done 1 of 1 'b' @2:7\n"
	 "item done 1 of 1 'c' @3:7\n"
	 "item cancelled 1 of 1 'd' @4:7\n"
	 "item open 1 of 1 'e' @5:7\n"
	 "item open 1 of 1 'f' @6:7\n"
	 "item open 1 of 1 'g' @7:7\n"
	 "item 1 of 1 '[] h' @8:3-8:6\n"
	 "item 1 of 1 '[a] i' @9:3-9:7\n"
	 "item 1 of 1 '[1] j' @10:3-10:7\n"
	 "item 1 of 1 'k l' @11:5-11:9\n"
	 "item 1 of 1 '[ ]m' @12:3-12:6\n"
	 "item 1 of 1 'o' @13:10 [](n)\n"
	 "item open 1 of 1 'p' @14:7"},
	{"* [ ] a\n"
	 "+ [x] b\n"
	 "1. [ ] c\n",
	 "item open 1 of 1 'a' @1:7\n"
	 "item done 1 of 2 'b' @2:7\n"
	 "item open 1 of 3 'c' @3:8"},
	{"[ ] a\n", "text '[ ] a' @1:1-1:5"},
	{"> a\n"
	 "> > b\n"
	 ">\n"
	 "> - c\n",
	 "text quoted 'a' @1:3\n"
	 "text quoted 'b' @2:5\n"
	 "item 1 of 1 quoted 'c' @4:5"},
	{"> a\n"
	 "b\n",
	 "text quoted 'a~b' @1:3-2:1"},
	{"| a | b |\n"
	 "|---|:-:|\n"
	 "| c | d |\n"
	 "| e \\| f | `g|h` |\n"
	 "| i |\n"
	 "| j | k | l |\n"
	 "\n"
	 "m\n",
	 "row of 1 head 'a|b' @1:3-1:7\n"
	 "row of 1 'c|d' @3:3-3:7\n"
	 "row of 1 'e | f|`g|h`' @4:3-4:16\n"
	 "row of 1 'i' @5:3\n"
	 "row of 1 'j|k|l' @6:3-6:11\n"
	 "text 'm' @8:1"},
	{"a | b\n"
	 "--|--\n"
	 "c | d\n",
	 "row of 1 head 'a|b' @1:1-1:5\n"
	 "row of 1 'c|d' @3:1-3:5"},
	{"| a |\n"
	 "|---|\n"
	 "| |\n",
	 "row of 1 head 'a' @1:3"},
	{"| a | b |\n"
	 "|---|\n"
	 "| c | d |\n",
	 "text '| a | b |~|---|~| c | d |' @1:1-3:9"},
	{"| a | b |\n"
	 "| x | y |\n",
	 "text '| a | b |~| x | y |' @1:1-2:9"},
	{"> | a | b |\n"
	 "> |---|---|\n"
	 "> | c | d |\n",
	 "row of 1 quoted head 'a|b' @1:5-1:9\n"
	 "row of 1 quoted 'c|d' @3:5-3:9"},
	{"- | a | b |\n"
	 "  |---|---|\n"
	 "  | c | d |\n",
	 "row of 2 head 'a|b' @1:5-1:9\n"
	 "row of 2 'c|d' @3:5-3:9"},
	{"**What went well**\n"
	 "\n"
	 "a\n"
	 "\n"
	 "**Feedback:**\n"
	 "\n"
	 "- b\n"
	 "\n"
	 "**bold** c\n",
	 "heading 1 'What went well' @1:3-1:16\n"
	 "text 'a' @3:1\n"
	 "heading 1 'Feedback:' @5:3-5:11\n"
	 "item 1 of 1 'b' @7:3\n"
	 "text 'bold c' @9:3-9:10"},
	{"**To improve**\n"
	 "a\n",
	 "heading 1 'To improve' @1:3-1:12\n"
	 "text 'a' @2:1"},
	{"- **Contacts**\n"
	 "  - a\n",
	 "item 1 of 1 'Contacts' @1:5-1:12\n"
	 "item 2 of 2 'a' @2:5"},
	{"What went well:\n"
	 "\n"
	 "- a\n",
	 "text 'What went well:' @1:1-1:15\n"
	 "item 1 of 1 'a' @3:3"},
	{"a:: b\n"
	 "c [d:: e] f (g:: h) i\n",
	 "text 'a:: b~c [d:: e] f (g:: h) i' @1:1-2:21\n"
	 "a:: b @1:1 in 0\n"
	 "d:: e @2:4 in 0\n"
	 "g:: h @2:14 in 0"},
	{"- a:: b\n", "item 1 of 1 'a:: b' @1:3-1:7\n"
		      "a:: b @1:3 in 0"},
	{"key one:: value *two*\n", "text 'key one:: value two' @1:1-1:20\n"
				    "key one:: value two @1:1 in 0"},
	{"1a:: b\n"
	 "-a:: b\n"
	 "a/b:: c\n"
	 "https:: x\n"
	 "a::b\n"
	 "a:: \n"
	 ":: a\n",
	 "text '1a:: b~-a:: b~a/b:: c~https:: x~a::b~a::~:: a' @1:1-7:4\n"
	 "a/b:: c @3:1 in 0\n"
	 "https:: x @4:1 in 0\n"
	 "a:: b @5:1 in 0"},
	{"[a:: b\n", "text '[a:: b' @1:1-1:6"},
	{"[a::] b\n", "text '[a::] b' @1:1-1:7"},
	{"---\n"
	 "company: Acme\n"
	 "---\n"
	 "# a\n"
	 "\n"
	 "b\n",
	 "heading 1 'a' @4:3\n"
	 "text 'b' @6:1"},
	{"---\n"
	 "company: Acme\n"
	 "...\n"
	 "b\n",
	 "text 'b' @4:1"},
	{"---\n"
	 "company: Acme\n"
	 "\n"
	 "b\n",
	 "text 'b' @4:1\n"
	 "! front matter is never closed; put a line '---' behind it"},
	{"company: Acme\n"
	 "role: x\n"
	 "\n"
	 "b\n",
	 "text 'company: Acme~role: x' @1:1-2:7\n"
	 "text 'b' @4:1"},
	{"---\n"
	 "---\n"
	 "b\n",
	 "text 'b' @3:1"},
	{" ---\n"
	 "a: b\n"
	 "---\n",
	 "heading 2 'a: b' @2:1-2:4"},
};

static void test_erased(void **state)
{
	(void)state;
	told_check(erased, COUNT_OF(erased), tell);
}

static void test_words(void **state)
{
	(void)state;
	told_check(words, COUNT_OF(words), tell);
}

static void test_blocks(void **state)
{
	(void)state;
	told_check(blocks, COUNT_OF(blocks), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_erased),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_blocks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
