/*
 * Front matter and configuration: any bytes, and then, made valid as a note is
 * before it is read, the short way through simple YAML against libyaml's tree,
 * and every place within the text.
 */
#include "fuzz/fuzz.h"

#include <stdbool.h>

#include "base/utf8.h"
#include "base/yaml_simple.h"

static bool is_same_text(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

static void check_same(const struct jscan_yaml *a, const struct jscan_yaml *b)
{
	for (; a && b; a = a->next, b = b->next) {
		if (a->kind != b->kind || a->line != b->line ||
		    a->column != b->column || a->len != b->len ||
		    a->is_plain != b->is_plain || a->key_line != b->key_line ||
		    a->key_column != b->key_column ||
		    !is_same_text(a->text, b->text) ||
		    !is_same_text(a->key, b->key))
			abort();
		check_same(a->first, b->first);
	}
	if (a || b)
		abort();
}

static void check_places(const struct jscan_yaml *node, unsigned lines)
{
	for (; node; node = node->next) {
		if (node->line < 1 || node->line > lines || node->column < 1)
			abort();
		if (node->text && strlen(node->text) != node->len)
			abort();
		check_places(node->first, lines);
	}
}

static unsigned count_lines(const char *text, size_t len)
{
	unsigned lines = 1;

	for (size_t i = 0; i < len; i++)
		lines += text[i] == '\n';
	return lines + 1; /* an empty value may stand behind the last */
}

static void compare(const char *text, size_t len, struct jscan_arena *arena)
{
	struct jscan_yaml *simple, *tree;
	struct jscan_yaml_problem problem;

	simple = jscan_yaml_read_simple(text, len, 1, arena);
	if (jscan_yaml_parse_any(&tree, text, len, 1, arena, &problem) < 0) {
		if (simple)
			abort();
		return;
	}
	if (simple)
		check_same(simple, tree);
	/* Other characters break lines in YAML, too. */
	if (!memchr(text, '\r', len) && !memchr(text, 0xc2, len) &&
	    !memchr(text, 0xe2, len))
		check_places(tree, count_lines(text, len));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct jscan_yaml_problem problem;
	struct jscan_yaml *tree;
	char *text = malloc(size + 1), *valid;
	struct jscan_arena arena;
	size_t len;

	memcpy(text, data, size);
	jscan_arena_init(&arena);
	jscan_yaml_parse(&tree, text, size, 1, &arena, &problem);
	valid = jscan_utf8_repair(&arena, text, size, &len);
	compare(valid, len, &arena);
	jscan_arena_release(&arena);
	free(text);
	return 0;
}
