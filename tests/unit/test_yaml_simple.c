/*
 * The short way through simple YAML gives libyaml's tree, to the byte and the
 * column, or stands aside: proven on documents put together from pieces that
 * are simple, nearly simple and wrong.
 */
#include "unit/check.h"

#include "unit/arena.h"

#include "base/yaml_simple.h"

#define DOCUMENTS 60000

static uint64_t state_of_dice = 20261115;

static unsigned roll(unsigned sides)
{
	state_of_dice ^= state_of_dice << 13;
	state_of_dice ^= state_of_dice >> 7;
	state_of_dice ^= state_of_dice << 17;
	return (unsigned)(state_of_dice >> 33) % sides;
}

static bool is_same_text(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

static bool is_same(const struct jscan_yaml *a, const struct jscan_yaml *b)
{
	for (; a && b; a = a->next, b = b->next) {
		if (a->kind != b->kind || a->line != b->line ||
		    a->column != b->column || !is_same_text(a->text, b->text) ||
		    a->len != b->len || a->is_plain != b->is_plain ||
		    !is_same_text(a->key, b->key) ||
		    a->key_line != b->key_line ||
		    a->key_column != b->key_column)
			return false;
		if (!is_same(a->first, b->first))
			return false;
	}
	return !a && !b;
}

/* False when the short way stood aside. */
static bool compare(const char *text, size_t len)
{
	struct jscan_yaml_problem problem = {0};
	struct jscan_yaml *simple, *full = NULL;

	jscan_arena_clear(&arena);
	simple = jscan_yaml_read_simple(text, len, 2, &arena);
	if (!simple)
		return false;
	if (jscan_yaml_parse_any(&full, text, len, 2, &arena, &problem) < 0)
		fail_msg("libyaml refuses this, line %u: %s\n%.*s",
			 problem.line, problem.message, (int)len, text);
	if (!is_same(simple, full))
		fail_msg("another tree than libyaml's:\n%.*s", (int)len, text);
	return true;
}

static const char *const keys[] = {
	"company", "Date", "thank you", "a-b",	 "x",
	"1",	   "é",	   "it's",	"a.b/c", "k (2)",
	"name",	   "_",	   "a:b",	"a, b",	 "\"q\"",
	"'q'",	   "? x",  "-a",	"a [b]", "a{b",
	"& x",	   "*x",   "#k",	"a #b",	 "a#",
	"<<",	   "~",	   "x\ty",	"10:30", "key ",
	"@x",	   "a\\b", "!!str a",	"a  b",	 "\xe2\x80\xa8",
	"...",
};

static const char *const values[] = {
	"Acme",
	"2026-11-15",
	"a: b",
	"a:b",
	"http://x.example/a?b=c#d",
	"C#",
	"C #",
	"x # y",
	"\"[[Dana Ruiz]]\"",
	"\"a\\tb\"",
	"\"a\" # b",
	"\"a\" b",
	"\"open",
	"'it''s'",
	"'it'",
	"''",
	"\"\"",
	"[a, b]",
	"[a, \"b: c\", 'd']",
	"[]",
	"[ ]",
	"[a,]",
	"[a, , b]",
	"[[a]]",
	"[a: b]",
	"[a b , c/d-e ]",
	"[a] b",
	"[a",
	"[a, #b]",
	"[a -, b]",
	"[- a]",
	"[a?b, c]",
	"[a, 'b' c]",
	"{a: b}",
	"| ",
	">-",
	"&x y",
	"*x",
	"!t y",
	"- a",
	"-a",
	"-1",
	"? a",
	"?a",
	":a",
	"@a",
	"`a`",
	"%a",
	"+49 30 123",
	"(x)",
	"$5",
	"~",
	"null",
	"<a@b.example>",
	"a <a@b.example>",
	"trailing:",
	"a, b",
	"a ]",
	"a }",
	"a | b",
	"\xc3\xa9t\xc3\xa9",
	/* NOLINTBEGIN(bugprone-suspicious-missing-comma): \xa0b is too long */
	"a\xc2\xa0"
	"b",
	"\xc2\x85",
	"a\xe2\x80\xa9"
	"b",
	/* NOLINTEND(bugprone-suspicious-missing-comma) */
	"\xef\xbb\xbf",
	"\xef\xbc\x81",
	"\xf0\x9f\x93\x85 day",
	"a\tb",
	"\x7f",
	"a\rb",
	"...",
	"---",
	"- - a",
	"\xff",
};

#define PICK(list) ((list)[roll(sizeof(list) / sizeof(*(list)))])

static size_t add_text(char *out, size_t at, const char *text)
{
	size_t len = strlen(text);

	memcpy(out + at, text, len);
	return at + len;
}

/* Mostly what is simple, so that whole documents often are. */
static const char *pick_key(unsigned oddness)
{
	return roll(100) < oddness ? PICK(keys) : keys[roll(12)];
}

static const char *pick_value(unsigned oddness)
{
	return roll(100) < oddness ? PICK(values) : values[roll(2)];
}

static size_t add_line(char *out, size_t at, unsigned *indent, unsigned oddness)
{
	static const unsigned steps[] = {0, 0, 0, 0, 2, 2, 4, 1};
	unsigned form = roll(20);

	if (roll(3) == 0)
		*indent = PICK(steps);
	for (unsigned i = 0; i < *indent; i++)
		out[at++] = ' ';
	if (form == 0) {
		at = add_text(out, at, roll(2) ? "# note: x" : "   ");
	} else if (form < 8) {
		at = add_text(out, at, roll(8) ? "- " : roll(2) ? "-" : "-   ");
		if (roll(2)) {
			at = add_text(out, at, pick_key(oddness));
			at = add_text(out, at, ": ");
			*indent += 2;
		}
		if (roll(6))
			at = add_text(out, at, pick_value(oddness));
	} else {
		at = add_text(out, at, pick_key(oddness));
		at = add_text(out, at, roll(10) ? ":" : " :");
		if (roll(4)) {
			at = add_text(out, at, roll(10) ? " " : "   ");
			at = add_text(out, at, pick_value(oddness));
		}
	}
	at = add_text(out, at, roll(12) ? "" : " ");
	if (roll(60))
		out[at++] = '\n';
	return at;
}

static void documents_of_pieces_give_the_same_tree(void **state)
{
	unsigned simple = 0;

	(void)state;
	for (unsigned i = 0; i < DOCUMENTS; i++) {
		char text[2048];
		unsigned lines = 1 + roll(8), indent = 0;
		unsigned oddness = roll(4) ? roll(30) : 100;
		size_t len = 0;

		for (unsigned line = 0; line < lines; line++)
			len = add_line(text, len, &indent, oddness);
		simple += compare(text, len);
	}
	assert_true(simple > DOCUMENTS / 10);
	assert_true(simple < DOCUMENTS - DOCUMENTS / 10);
}

static const char real[] = "company: Quartzleaf Foods\n"
			   "date applied: Dec 2, 2021\n"
			   "\n"
			   "# people\n"
			   "interviewers:\n"
			   "- \"[[Dana Ruiz]]\"\n"
			   "- Bo Li <bo@li.example>\n"
			   "contacts:\n"
			   "  - name: G\xc3\xb6sta H. Falkby\n"
			   "    phone: +46 70 123\n"
			   "    tags: [a, 'b c']\n"
			   "  - name: Tariq\n"
			   "tags: [jobs, strength/questions]\n"
			   "keep in touch: no\n"
			   "empty:\n";

/* Each byte changed for others, left out, or said twice. */
static void a_real_header_is_simple_and_so_is_what_it_becomes(void **state)
{
	static const char others[] = " :-#\n\t\"'[],{}&*!|>%@`?x\\\xc3";
	size_t len = sizeof(real) - 1;

	(void)state;
	assert_true(compare(real, len));
	for (size_t i = 0; i < len; i++) {
		char text[sizeof(real) + 1];

		for (const char *other = others; *other; other++) {
			memcpy(text, real, len);
			text[i] = *other;
			compare(text, len);
			memcpy(text + i + 1, real + i, len - i);
			compare(text, len + 1);
		}
		memcpy(text, real, i);
		memcpy(text + i, real + i + 1, len - i - 1);
		compare(text, len - 1);
	}
}

static void limits_are_left_to_the_other_way(void **state)
{
	char text[16 * (JSCAN_YAML_MOST_KEYS + 1)];
	size_t len = 0;

	(void)state;
	for (unsigned i = 0; i <= JSCAN_YAML_MOST_KEYS; i++) {
		if (i == JSCAN_YAML_MOST_KEYS)
			assert_true(compare(text, len));
		len = add_text(text, len, "key: value\n");
	}
	assert_false(compare(text, len));
	assert_false(compare("", 0));
	assert_false(compare("\n# x\n", 5));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			documents_of_pieces_give_the_same_tree, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			a_real_header_is_simple_and_so_is_what_it_becomes,
			set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			limits_are_left_to_the_other_way, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
