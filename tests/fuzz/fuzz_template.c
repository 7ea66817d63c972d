/* Templates of messages and of notes. */
#include "fuzz/fuzz.h"

#include "act/new_text.h"
#include "act/template.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct jscan_placeholder placeholders[] = {
		{"company", "Acme [x] {role}"}, {"role", NULL}, {"?looking", ""}};
	static const struct jscan_new_fact facts[] = {
		{"company", "A: \"b\" 'c'", NULL}, {"role", "", "[]"}};
	struct jscan_template template = {NULL, NULL, 0};
	struct jscan_arena arena;
	struct jscan_error err;
	struct jscan_buf out;

	jscan_arena_init(&arena);
	jscan_buf_init(&out);
	template.text =
		jscan_template_clean(&arena, (const char *)data, size, true);
	template.len = strlen(template.text);
	jscan_template_fill(&out, &template, placeholders, 3, &err);
	jscan_new_fill(&out, template.text, facts, 2);
	jscan_buf_release(&out);
	jscan_arena_release(&arena);
	return 0;
}
