/*
 * Patterns of ignore files against one path each, as git matches them (its
 * check-ignore was asked); what is in a folder that is left out is not asked
 * here.
 */
#include "unit/told.h"

#include "base/arena.h"
#include "entry/ignore.h"

/* The lines of an ignore file; below "=>" the path, a folder with '/' behind.
 */
static void tell(char *out, size_t room, const char *text)
{
	static const char *const names[] = {"silent", "ignore", "keep"};
	const char *arrow = strstr(text, "=> ");
	struct jscan_patterns patterns;
	struct jscan_arena arena;
	char path[200];
	size_t len;

	jscan_arena_init(&arena);
	assert_true(jscan_patterns_parse(&patterns, text,
					 (size_t)(arrow - text), &arena));
	len = strcspn(arrow + 3, "\n");
	if (!len || len >= sizeof(path)) {
		fail_msg("%s", text);
		return;
	}
	memcpy(path, arrow + 3, len);
	path[len] = '\0';
	if (path[len - 1] == '/')
		path[len - 1] = '\0';
	snprintf(out, room, "%s",
		 names[jscan_patterns_match(&patterns, path,
					    arrow[2 + len] == '/')]);
	jscan_arena_release(&arena);
}

static const struct told_row patterns[] = {
	{"a\n"
	 "=> a\n",
	 "ignore"},
	{"a\n"
	 "=> b\n",
	 "silent"},
	{"a\n"
	 "=> x/a\n",
	 "ignore"},
	{"a\n"
	 "=> a/\n",
	 "ignore"},
	{"a\n"
	 "=> aa\n",
	 "silent"},
	{"a\n"
	 "=> A\n",
	 "silent"},
	{"/a\n"
	 "=> a\n",
	 "ignore"},
	{"/a\n"
	 "=> x/a\n",
	 "silent"},
	{"a/\n"
	 "=> a\n",
	 "silent"},
	{"a/\n"
	 "=> a/\n",
	 "ignore"},
	{"a/\n"
	 "=> x/a/\n",
	 "ignore"},
	{"a/b\n"
	 "=> a/b\n",
	 "ignore"},
	{"a/b\n"
	 "=> x/a/b\n",
	 "silent"},
	{"a/b\n"
	 "=> a/b/\n",
	 "ignore"},
	{"/a/b/\n"
	 "=> a/b/\n",
	 "ignore"},
	{"/a/b/\n"
	 "=> a/b\n",
	 "silent"},
	{"*.md\n"
	 "=> x.md\n",
	 "ignore"},
	{"*.md\n"
	 "=> a/x.md\n",
	 "ignore"},
	{"*.md\n"
	 "=> x.mdx\n",
	 "silent"},
	{"*.md\n"
	 "=> .md\n",
	 "ignore"},
	{"*.md\n"
	 "=> x.MD\n",
	 "silent"},
	{"x*\n"
	 "=> x\n",
	 "ignore"},
	{"x*\n"
	 "=> xy\n",
	 "ignore"},
	{"x*\n"
	 "=> yx\n",
	 "silent"},
	{"x*\n"
	 "=> a/xa\n",
	 "ignore"},
	{"*x*\n"
	 "=> axb\n",
	 "ignore"},
	{"*x*\n"
	 "=> x\n",
	 "ignore"},
	{"*x*\n"
	 "=> b\n",
	 "silent"},
	{"a*b*c\n"
	 "=> abc\n",
	 "ignore"},
	{"a*b*c\n"
	 "=> aXbYc\n",
	 "ignore"},
	{"a*b*c\n"
	 "=> acb\n",
	 "silent"},
	{"a*b*c\n"
	 "=> abcc\n",
	 "ignore"},
	{"a?c\n"
	 "=> abc\n",
	 "ignore"},
	{"a?c\n"
	 "=> ac\n",
	 "silent"},
	{"a?c\n"
	 "=> abbc\n",
	 "silent"},
	{"a?c\n"
	 "=> a/c\n",
	 "silent"},
	{"a/*\n"
	 "=> a/b\n",
	 "ignore"},
	{"a/*\n"
	 "=> a/b/c\n",
	 "silent"},
	{"a/*\n"
	 "=> a\n",
	 "silent"},
	{"a/**\n"
	 "=> a/b\n",
	 "ignore"},
	{"a/**\n"
	 "=> a/b/c\n",
	 "ignore"},
	{"a/**\n"
	 "=> a\n",
	 "silent"},
	{"a/**\n"
	 "=> a/\n",
	 "silent"},
	{"**/a\n"
	 "=> a\n",
	 "ignore"},
	{"**/a\n"
	 "=> x/a\n",
	 "ignore"},
	{"**/a\n"
	 "=> x/y/a\n",
	 "ignore"},
	{"**/a\n"
	 "=> xa\n",
	 "silent"},
	{"a/**/b\n"
	 "=> a/b\n",
	 "ignore"},
	{"a/**/b\n"
	 "=> a/x/b\n",
	 "ignore"},
	{"a/**/b\n"
	 "=> a/x/y/b\n",
	 "ignore"},
	{"a/**/b\n"
	 "=> ab\n",
	 "silent"},
	{"a/**/b\n"
	 "=> a/xb\n",
	 "silent"},
	{"**\n"
	 "=> a\n",
	 "ignore"},
	{"**\n"
	 "=> a/b\n",
	 "ignore"},
	{"a**\n"
	 "=> a\n",
	 "ignore"},
	{"a**\n"
	 "=> ab\n",
	 "ignore"},
	{"a**\n"
	 "=> a/b\n",
	 "silent"},
	{"**a\n"
	 "=> a\n",
	 "ignore"},
	{"**a\n"
	 "=> ba\n",
	 "ignore"},
	{"**a\n"
	 "=> b/a\n",
	 "ignore"},
	{"a/**b\n"
	 "=> a/b\n",
	 "ignore"},
	{"a/**b\n"
	 "=> a/xb\n",
	 "ignore"},
	{"a/**b\n"
	 "=> a/x/b\n",
	 "silent"},
	{"[ab]\n"
	 "=> a\n",
	 "ignore"},
	{"[ab]\n"
	 "=> b\n",
	 "ignore"},
	{"[ab]\n"
	 "=> c\n",
	 "silent"},
	{"[ab]\n"
	 "=> ab\n",
	 "silent"},
	{"[a-c]x\n"
	 "=> bx\n",
	 "ignore"},
	{"[a-c]x\n"
	 "=> dx\n",
	 "silent"},
	{"[a-c]x\n"
	 "=> -x\n",
	 "silent"},
	{"[!a]\n"
	 "=> a\n",
	 "silent"},
	{"[!a]\n"
	 "=> b\n",
	 "ignore"},
	{"[^a]\n"
	 "=> a\n",
	 "silent"},
	{"[^a]\n"
	 "=> b\n",
	 "ignore"},
	{"[]a]\n"
	 "=> ]\n",
	 "ignore"},
	{"[]a]\n"
	 "=> a\n",
	 "ignore"},
	{"[]a]\n"
	 "=> b\n",
	 "silent"},
	{"[!]a]\n"
	 "=> ]\n",
	 "silent"},
	{"[!]a]\n"
	 "=> a\n",
	 "silent"},
	{"[!]a]\n"
	 "=> b\n",
	 "ignore"},
	{"[a-]\n"
	 "=> -\n",
	 "ignore"},
	{"[a-]\n"
	 "=> a\n",
	 "ignore"},
	{"[a-]\n"
	 "=> b\n",
	 "silent"},
	{"[-a]\n"
	 "=> -\n",
	 "ignore"},
	{"[-a]\n"
	 "=> a\n",
	 "ignore"},
	{"[c-a]\n"
	 "=> b\n",
	 "silent"},
	{"[c-a]\n"
	 "=> c\n",
	 "ignore"},
	{"[a\n"
	 "=> [a\n",
	 "silent"},
	{"[a\n"
	 "=> a\n",
	 "silent"},
	{"[[:alpha:]]\n"
	 "=> a\n",
	 "ignore"},
	{"[[:alpha:]]\n"
	 "=> 1\n",
	 "silent"},
	{"[[:alpha:]]\n"
	 "=> Z\n",
	 "ignore"},
	{"[[:digit:]x]\n"
	 "=> 1\n",
	 "ignore"},
	{"[[:digit:]x]\n"
	 "=> x\n",
	 "ignore"},
	{"[[:digit:]x]\n"
	 "=> a\n",
	 "silent"},
	{"[![:upper:]]\n"
	 "=> a\n",
	 "ignore"},
	{"[![:upper:]]\n"
	 "=> A\n",
	 "silent"},
	{"[[:space:]]\n"
	 "=> a\n",
	 "silent"},
	{"[[:bogus:]]\n"
	 "=> a\n",
	 "silent"},
	{"[[:bogus:]]\n"
	 "=> :\n",
	 "silent"},
	{"[[:alnum:]\n"
	 "=> a\n",
	 "silent"},
	{"[[:alnum:]\n"
	 "=> [\n",
	 "silent"},
	{"[\\]]\n"
	 "=> ]\n",
	 "ignore"},
	{"[\\]]\n"
	 "=> a\n",
	 "silent"},
	{"[a\\-c]\n"
	 "=> -\n",
	 "ignore"},
	{"[a\\-c]\n"
	 "=> b\n",
	 "silent"},
	{"[a\\-c]\n"
	 "=> c\n",
	 "ignore"},
	{"\\a\n"
	 "=> a\n",
	 "ignore"},
	{"\\a\n"
	 "=> \\a\n",
	 "silent"},
	{"\\*\n"
	 "=> *\n",
	 "ignore"},
	{"\\*\n"
	 "=> a\n",
	 "silent"},
	{"\\!a\n"
	 "=> !a\n",
	 "ignore"},
	{"\\!a\n"
	 "=> a\n",
	 "silent"},
	{"\\#a\n"
	 "=> #a\n",
	 "ignore"},
	{"\\#a\n"
	 "=> a\n",
	 "silent"},
	{"#a\n"
	 "=> #a\n",
	 "silent"},
	{"#a\n"
	 "=> a\n",
	 "silent"},
	{"!a\n"
	 "=> a\n",
	 "keep"},
	{"a\n"
	 "!a\n"
	 "=> a\n",
	 "keep"},
	{"a\n"
	 "!a\n"
	 "=> b\n",
	 "silent"},
	{"!a\n"
	 "a\n"
	 "=> a\n",
	 "ignore"},
	{"a\n"
	 "!b\n"
	 "\n"
	 "=> a\n",
	 "ignore"},
	{"a\n"
	 "!b\n"
	 "\n"
	 "=> b\n",
	 "keep"},
	{"*\n"
	 "!a\n"
	 "=> a\n",
	 "keep"},
	{"*\n"
	 "!a\n"
	 "=> b\n",
	 "ignore"},
	{"*\n"
	 "!a/\n"
	 "=> a\n",
	 "ignore"},
	{"*\n"
	 "!a/\n"
	 "=> a/\n",
	 "keep"},
	{"a \n"
	 "=> a\n",
	 "ignore"},
	{"a \n"
	 "=> a \n",
	 "silent"},
	{"a\\ \n"
	 "=> a \n",
	 "ignore"},
	{"a\\ \n"
	 "=> a\n",
	 "silent"},
	{"a\t\n"
	 "=> a\t\n",
	 "ignore"},
	{"a\t\n"
	 "=> a\n",
	 "silent"},
	{"\n"
	 "\n"
	 "a\n"
	 "=> a\n",
	 "ignore"},
	{"/\n"
	 "=> a\n",
	 "silent"},
	{"/\n"
	 "=> a/\n",
	 "silent"},
	{"//a\n"
	 "=> a\n",
	 "silent"},
	{"a//b\n"
	 "=> a/b\n",
	 "silent"},
	{"a\\\n"
	 "=> a\n",
	 "silent"},
	{"a\\\n"
	 "=> a\\\n",
	 "silent"},
	{"*\n"
	 "=> a\n",
	 "ignore"},
	{"*\n"
	 "=> .a\n",
	 "ignore"},
	{".*\n"
	 "=> .a\n",
	 "ignore"},
	{".*\n"
	 "=> a\n",
	 "silent"},
	{"a.md\x0d\n"
	 "=> a.md\n",
	 "ignore"},
	{"é*\n"
	 "=> éa\n",
	 "ignore"},
	{"é*\n"
	 "=> ea\n",
	 "silent"},
	{"[é]\n"
	 "=> é\n",
	 "silent"},
	{"[é]\n"
	 "=> a\n",
	 "silent"},
	{"?\n"
	 "=> é\n",
	 "silent"},
	{"?\n"
	 "=> a\n",
	 "ignore"},
	{"a/?/b\n"
	 "=> a/x/b\n",
	 "ignore"},
	{"a/?/b\n"
	 "=> a/xx/b\n",
	 "silent"},
	{"*/b\n"
	 "=> a/b\n",
	 "ignore"},
	{"*/b\n"
	 "=> b\n",
	 "silent"},
	{"*/b\n"
	 "=> x/a/b\n",
	 "silent"},
	{"*/\n"
	 "=> a/\n",
	 "ignore"},
	{"*/\n"
	 "=> a\n",
	 "silent"},
	{"*/\n"
	 "=> x/a/\n",
	 "ignore"},
	{"**/\n"
	 "=> a/\n",
	 "ignore"},
	{"**/\n"
	 "=> a\n",
	 "silent"},
	{"a/**/\n"
	 "=> a/b/\n",
	 "ignore"},
	{"a/**/\n"
	 "=> a/b\n",
	 "silent"},
	{"a/**/\n"
	 "=> a/\n",
	 "silent"},
	{"/**/a\n"
	 "=> a\n",
	 "ignore"},
	{"/**/a\n"
	 "=> x/a\n",
	 "ignore"},
	{"/*\n"
	 "=> a\n",
	 "ignore"},
	{"/*\n"
	 "=> a/b\n",
	 "silent"},
	{"a b\n"
	 "=> a b\n",
	 "ignore"},
	{"a b\n"
	 "=> a\n",
	 "silent"},
	{"[a-z]*[0-9]\n"
	 "=> a1\n",
	 "ignore"},
	{"[a-z]*[0-9]\n"
	 "=> ab1\n",
	 "ignore"},
	{"[a-z]*[0-9]\n"
	 "=> a\n",
	 "silent"},
	{"[a-z]*[0-9]\n"
	 "=> 1\n",
	 "silent"},
};

static void test_patterns(void **state)
{
	(void)state;
	told_check(patterns, COUNT_OF(patterns), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_patterns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
