/*
 * What stands in a line of a note: links and what they lead to, definitions,
 * tags and entities, each with its text, the places of its ends and its links.
 */
#include "unit/told_document.h"

static const struct told_row links[] = {
	{"[a](b)\n", "text 'a' @1:2 [a](b)"},
	{"[a](<b c>) x\n", "text 'a x' @1:2-1:12 [a](b c)"},
	{"[a](<b\n"
	 "c>) x\n",
	 "text '[a]() x' @1:1-2:5"},
	{"[a](<b<c>) x\n", "text '[a](<b ) x' @1:1-1:12"},
	{"[a](<b\\>c>) x\n", "text 'a x' @1:2-1:13 [a](b>c)"},
	{"[a](<b\\\n", "text '[a](<b\\' @1:1-1:7"},
	{"[a](b\\)c) x\n", "text 'a x' @1:2-1:11 [a](b)c)"},
	{"[a](b(c)d) x\n", "text 'a x' @1:2-1:12 [a](b(c)d)"},
	{"[a](b(c) x\n", "text '[a](b(c) x' @1:1-1:10"},
	{"[a](b c) x\n", "text '[a](b c) x' @1:1-1:10"},
	{"[a](b \"t\") x\n", "text 'a x' @1:2-1:12 [a](b)"},
	{"[a](b 't') x\n", "text 'a x' @1:2-1:12 [a](b)"},
	{"[a](b (t)) x\n", "text 'a x' @1:2-1:12 [a](b)"},
	{"[a](b (t(u)) x\n", "text '[a](b (t(u)) x' @1:1-1:14"},
	{"[a](b \"t\\\"u\") x\n", "text 'a x' @1:2-1:15 [a](b)"},
	{"[a](b \"t) x\n", "text '[a](b \"t) x' @1:1-1:11"},
	{"[a](b \"t\"u) x\n", "text '[a](b \"t\"u) x' @1:1-1:13"},
	{"[a](b\n"
	 "\"t\") x\n",
	 "text 'a x' @1:2-2:6 [a](b)"},
	{"[a](b\"t\") x\n", "text 'a x' @1:2-1:11 [a](b\"t\")"},
	{"[a]( b ) x\n", "text 'a x' @1:2-1:10 [a](b)"},
	{"[a]() x\n", "text 'a x' @1:2-1:7 [a]()"},
	{"[a](\n", "text '[a](' @1:1-1:4"},
	{"[a](b&amp;c\\_d) x\n", "text 'a x' @1:2-1:17 [a](b&c_d)"},
	{"[a *b*](c) d\n", "text 'a b d' @1:2-1:12 [a b](c)"},
	{"[a [b](c) d](e) f\n", "text '[a b d](e) f' @1:1-1:17 [b](c)"},
	{"![a](b) c\n", "text 'c' @1:9"},
	{"![a [b](c)](d) e\n", "text 'e' @1:16"},
	{"[![a](b)](c) d\n", "text 'd' @1:14 [](c)"},
	{"[](b) c\n", "text 'c' @1:7 [](b)"},
	{"\\[a](b) c\n", "text '[a](b) c' @1:2-1:9"},
	{"[a\\](b) c\n", "text '[a](b) c' @1:1-1:9"},
	{"[a]\\(b) c\n", "text '[a](b) c' @1:1-1:9"},
	{"<https://a.example/b> c\n",
	 "text 'https://a.example/b c' @1:2-1:23 "
	 "[https://a.example/b](https://a.example/b)"},
	{"<a@b.example> c\n",
	 "text 'a@b.example c' @1:2-1:15 [a@b.example](mailto:a@b.example)"},
	{"<a@b> c\n", "text 'a@b c' @1:2-1:7 [a@b](mailto:a@b)"},
	{"<a@> c\n", "text '<a@> c' @1:1-1:6"},
	{"<@b> c\n", "text '<@b> c' @1:1-1:6"},
	{"<a@b_c> c\n", "text '<a@b_c> c' @1:1-1:9"},
	{"<a:b> c\n", "text '<a:b> c' @1:1-1:7"},
	{"<ab:c> d\n", "text 'ab:c d' @1:2-1:8 [ab:c](ab:c)"},
	{"<a+b.c-d1:e> f\n",
	 "text 'a+b.c-d1:e f' @1:2-1:14 [a+b.c-d1:e](a+b.c-d1:e)"},
	{"<1ab:c> d\n", "text '<1ab:c> d' @1:1-1:9"},
	{"<ab c:d> e\n", "text 'e' @1:10"},
	{"<ab:c<d> e\n", "text '<ab:c  e' @1:1-1:10"},
	{"<ab:c\n", "text '<ab:c' @1:1-1:5"},
	{"https://a.example/b. c\n", "text 'https://a.example/b. c' @1:1-1:22"},
	{"https://a.example/b(c) d\n",
	 "text 'https://a.example/b(c) d' @1:1-1:24"},
	{"(https://a.example/b) d\n",
	 "text '(https://a.example/b) d' @1:1-1:23"},
	{"\"https://a.example/b\" d\n",
	 "text '\"https://a.example/b\" d' @1:1-1:23"},
	{"https://a.example/b*~_=,;:!?' d\n",
	 "text 'https://a.example/b*~_=,;:!?' d' @1:1-1:31"},
	{"https://a.example/<b> d\n", "text 'https://a.example/ d' @1:1-1:23"},
	{"https://a.example/b|c d\n",
	 "text 'https://a.example/b|c d' @1:1-1:23"},
	{"http:// d\n", "text 'http:// d' @1:1-1:9"},
	{"xhttp://a.example\n", "text 'xhttp://a.example' @1:1-1:17"},
	{"http:/a.example\n", "text 'http:/a.example' @1:1-1:15"},
};

static const struct told_row references[] = {
	{"[a] b\n"
	 "\n"
	 "[a]: c\n",
	 "text 'a b' @1:2-1:5 [a](c)"},
	{"[a] b\n"
	 "\n"
	 "[a]: <c d> \"t\"\n",
	 "text 'a b' @1:2-1:5 [a](c d)"},
	{"[a] b\n"
	 "\n"
	 "[a]: c (t)\n",
	 "text 'a b' @1:2-1:5 [a](c)"},
	{"[a] b\n"
	 "\n"
	 "[a]: c 't\n",
	 "text '[a] b' @1:1-1:5\n"
	 "text '[a]: c 't' @3:1-3:9"},
	{"[a] b\n"
	 "\n"
	 "[a]: c t\n",
	 "text '[a] b' @1:1-1:5\n"
	 "text '[a]: c t' @3:1-3:8"},
	{"[a] b\n"
	 "\n"
	 "[a]:\n",
	 "text '[a] b' @1:1-1:5\n"
	 "text '[a]:' @3:1-3:4"},
	{"[a][b] c\n"
	 "\n"
	 "[b]: d\n",
	 "text 'a c' @1:2-1:8 [a](d)"},
	{"[a][] c\n"
	 "\n"
	 "[a]: d\n",
	 "text 'a c' @1:2-1:7 [a](d)"},
	{"[a][b] c\n"
	 "\n"
	 "[a]: d\n",
	 "text '[a][b] c' @1:1-1:8"},
	{"[a\\]b] c\n"
	 "\n"
	 "[a\\]b]: d\n",
	 "text 'a]b c' @1:2-1:8 [a]b](d)"},
	{"[a] b\n"
	 "\n"
	 "[a]: c\n"
	 "[a]: d\n",
	 "text 'a b' @1:2-1:5 [a](c)"},
	{"[a] b [c] [d]\n"
	 "\n"
	 "[c]: e\n"
	 "[d]: f\n"
	 "[a]: g\n",
	 "text 'a b c d' @1:2-1:12 [a](g) [c](e) [d](f)"},
	{"[a]: b\n"
	 "\n"
	 "text\n",
	 "text 'text' @3:1-3:4"},
	{"[]: b\n"
	 "\n"
	 "[a] c\n",
	 "text '[]: b' @1:1-1:5\n"
	 "text '[a] c' @3:1-3:5"},
	{"[[a]]: b\n", "text 'a: b' @1:3-1:8"},
	{"[^1]: note\n"
	 "\n"
	 "text[^1] more\n",
	 "text 'note' @1:7-1:10\n"
	 "text 'text more' @3:1-3:13"},
	{"[^a b]: note\n"
	 "\n"
	 "x[^a b]\n",
	 "text '[^a b]: note' @1:1-1:12\n"
	 "text 'x[^a b]' @3:1-3:7"},
	{"[^]: note\n", "text '[^]: note' @1:1-1:9"},
	{"[^1] note\n", "text 'note' @1:6-1:9"},
	{"> [a]: b\n"
	 "\n"
	 "[a] c\n",
	 "text 'a c' @3:2-3:5 [a](b)"},
	{"[a [b] c] d\n"
	 "\n"
	 "[b]: e\n"
	 "[a [b] c]: f\n",
	 "text '[a b c] d' @1:1-1:11 [b](e)\n"
	 "text '[a b c]: f' @4:1-4:12 [b](e)"},
	{"[a] b\n"
	 "\n"
	 "[a]: <c>d\n",
	 "text 'a b' @1:2-1:5 [a](<c>d)"},
	{"[a] b\n"
	 "\n"
	 "[a]: <>\n",
	 "text 'a b' @1:2-1:5 [a]()"},
};

static const struct told_row tags[] = {
	{"a <b>c</b> d\n", "text 'a c d' @1:1-1:12"},
	{"a <br> b<br/>c <BR /> d\n", "text 'a ~ b~c ~ d' @1:1-1:23"},
	{"a<hr>b\n", "text 'a b' @1:1-1:6"},
	{"a<span class=\"x y\" id='z' w=1 v>b</span>c\n",
	 "text 'abc' @1:1-1:41"},
	{"a<span class=\"x>y\">b\n", "text 'ab' @1:1-1:20"},
	{"a<span class=\"x<y\">b\n", "text 'a<span class=\"x<y\">b' @1:1-1:20"},
	{"a<span class=\"xy>b\n", "text 'a<span class=\"xy>b' @1:1-1:18"},
	{"a<span class=>b\n", "text 'a<span class=>b' @1:1-1:15"},
	{"a<span class=\"a\"id>b\n", "text 'a<span class=\"a\"id>b' @1:1-1:20"},
	{"a<span 1>b\n", "text 'a<span 1>b' @1:1-1:10"},
	{"a<span _a:b.c-d>b\n", "text 'ab' @1:1-1:17"},
	{"a<span / >b\n", "text 'a<span / >b' @1:1-1:11"},
	{"a<span\n"
	 "class=\"x\">b\n",
	 "text 'ab' @1:1-2:11"},
	{"a<1>b\n", "text 'a<1>b' @1:1-1:5"},
	{"a< b>c\n", "text 'a< b>c' @1:1-1:6"},
	{"a</b c>d\n", "text 'ad' @1:1-1:8"},
	{"a</>b\n", "text 'a</>b' @1:1-1:5"},
	{"a<!DOCTYPE x>b\n", "text 'ab' @1:1-1:14"},
	{"a<!1>b\n", "text 'a<!1>b' @1:1-1:6"},
	{"a<?php x ?>b\n", "text 'ab' @1:1-1:12"},
	{"a<!x<y>b\n", "text 'a<!x b' @1:1-1:8"},
	{"a<!-- c -->b\n", "text 'ab' @1:1-1:12"},
	{"a<!-- c\n", "text 'a<!-- c' @1:1-1:7"},
	{"a<!---->b\n", "text 'ab' @1:1-1:9"},
	{"a<!--\n"
	 "\n"
	 "b-->c\n",
	 "text 'a' @1:1\n"
	 "text 'c' @3:5"},
	{"a <script>alert(1)</script> b\n", "text 'a  b' @1:1-1:29"},
	{"<script>\n"
	 "a\n"
	 "\n"
	 "b\n"
	 "</script>\n"
	 "c\n",
	 "text 'c' @6:1"},
	{"<SCRIPT type=x>a</Script> b\n", "text 'b' @1:27"},
	{"<style>a\n", "text 'a' @1:8"},
	{"<pre>a\n"
	 "\n"
	 "b</pre>c\n",
	 "text 'c' @3:8"},
	{"<textarea>a</textarea>b\n", "text 'b' @1:23"},
	{"<scripty>a\n", "text 'a' @1:10"},
	{"<script\n"
	 ">a</script>b\n",
	 "text 'b' @2:12"},
	{"<div>\n"
	 "a\n"
	 "</div>\n",
	 "text 'a' @2:1"},
	{"<details><summary>a</summary>\n"
	 "\n"
	 "b\n"
	 "\n"
	 "</details>\n",
	 "text 'a' @1:19\n"
	 "text 'b' @3:1"},
	{"a-b <x-y>c\n", "text 'a-b  c' @1:1-1:10"},
	{"a<abcdefghijklmnop>b\n", "text 'a b' @1:1-1:20"},
};

static const struct told_row entities[] = {
	{"&amp; &lt; &gt; &quot; &nbsp;x\n",
	 "text '& < > \" \xc2\xa0x' @1:1-1:30"},
	{"&auml;&Auml;&szlig;&eacute;\n", "text 'äÄßé' @1:1-1:21"},
	{"&AMP; &amp &amp;amp;\n", "text '&AMP; &amp &amp;' @1:1-1:20"},
	{"&#65;&#x41;&#X41;&#x6a;&#x6A;\n", "text 'AAAjj' @1:1-1:24"},
	{"&#0; &#x0; &#xd800; &#xdfff; &#x110000; &#x10ffff;\n",
	 "text '� � � � � 􏿿' @1:1-1:44"},
	{"&#228;&#8211;&#x1f600;\n", "text 'ä–😀' @1:1-1:17"},
	{"&#9;a &#10;b &#13;c &#31;d\n", "text 'a  b  c �d' @1:5-1:26"},
	{"&#1234567; &#12345678; &#x; &#; &#xg; &#65\n",
	 "text '� &#12345678; &#x; &#; &#xg; &#65' @1:1-1:42"},
	{"&plusmn;&frac12;&bogus;&frac12345;\n",
	 "text '±½&bogus;&frac12345;' @1:1-1:34"},
	{"&\n", "text '&' @1:1"},
	{"\\&amp; \\\\ \\a \\*\n", "text '&amp; \\ \\a *' @1:2-1:15"},
};

static void test_links(void **state)
{
	(void)state;
	told_check(links, COUNT_OF(links), tell);
}

static void test_references(void **state)
{
	(void)state;
	told_check(references, COUNT_OF(references), tell);
}

static void test_tags(void **state)
{
	(void)state;
	told_check(tags, COUNT_OF(tags), tell);
}

static void test_entities(void **state)
{
	(void)state;
	told_check(entities, COUNT_OF(entities), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_references),
		cmocka_unit_test(test_tags),
		cmocka_unit_test(test_entities),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
