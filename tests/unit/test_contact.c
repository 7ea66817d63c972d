/* People in contact keys: every form of the value. */
#include "unit/check.h"

#include "base/buf.h"
#include "facts/contact.h"

/* name|title|role|company|emails|phones|urls; one mention a line. */
static void add_texts(struct jscan_buf *out, const struct jscan_texts *texts)
{
	jscan_buf_addc(out, '|');
	for (size_t i = 0; i < texts->count; i++)
		jscan_buf_addf(out, "%s%s", i ? " " : "", texts->items[i]);
}

static void describe(struct jscan_buf *out, const struct jscan_mentions *found)
{
	for (size_t i = 0; i < found->count; i++) {
		const struct jscan_mention *mention = &found->items[i];

		jscan_buf_addf(out, "%s%s|%s|%s|%s", i ? "\n" : "",
			       mention->name ? mention->name : "",
			       mention->title ? mention->title : "",
			       mention->role ? mention->role : "",
			       mention->company ? mention->company : "");
		add_texts(out, &mention->emails);
		add_texts(out, &mention->phones);
		add_texts(out, &mention->urls);
	}
	if (found->count == 0)
		jscan_buf_adds(out, "");
}

static void contact_keys_are_read_in_every_form(void **state)
{
	static const struct {
		const char *yaml;
		const char *role;
		const char *expected;
	} cases[] = {
#include "unit/contact_keys.inc"
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_arena arena;
		struct jscan_yaml *value = NULL;
		struct jscan_yaml_problem problem;
		struct jscan_mentions found = {0};
		struct jscan_buf out;

		jscan_arena_init(&arena);
		jscan_buf_init(&out);
		assert_int_equal(jscan_yaml_parse(&value, cases[i].yaml,
						  strlen(cases[i].yaml), 2,
						  &arena, &problem),
				 0);
		if (value != NULL)
			jscan_contact_parse_value(&found, value, cases[i].role,
						  &arena);
		describe(&out, &found);
		if (strcmp(out.data ? out.data : "", cases[i].expected) != 0)
			fail_msg("%s\ngives\n%s\nnot\n%s", cases[i].yaml,
				 out.data ? out.data : "", cases[i].expected);
		for (size_t k = 0; k < found.count; k++) {
			assert_true(found.items[k].is_listed);
			assert_true(found.items[k].line >= 2);
			assert_non_null(found.items[k].text);
		}
		jscan_buf_release(&out);
		jscan_arena_release(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contact_keys_are_read_in_every_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
