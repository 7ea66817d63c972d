/*
 * Every line of behaviours.txt has an example, and the example must be judged a
 * weakness by that very line.  "f: " in front of it puts it into a feedback
 * section.  What is told of a sentence from its words alone must not contradict
 * that.
 */
#include "unit/check.h"

#include <stdbool.h>

#include "facts/note/behaviour.h"
#include "facts/note/scope.h"
#include "facts/note/target.h"
#include "facts/note/verdict.h"

#define BEHAVIOURS "src/facts/note/behaviours.txt"

static bool is_weakness(const struct jscan_sentence *sentence, size_t behaviour,
			const struct jscan_note_context *context)
{
	static struct jscan_target_view view;
	struct jscan_target targets[JSCAN_TARGET_MOST];
	size_t count;

	jscan_target_view_init(&view, sentence);
	count = jscan_target_find(targets, &view);

	for (size_t i = 0; i < count; i++) {
		if (targets[i].behaviour == behaviour &&
		    jscan_verdict_find(sentence, &targets[i], context, NULL) ==
			    JSCAN_VERDICT_WEAKNESS)
			return true;
	}
	return false;
}

/* Returns whether it does; tells when not. */
static bool check_example(const char *example, size_t behaviour)
{
	static struct jscan_sentence sentence;
	static struct jscan_target_view view;
	struct jscan_note_context context = {.section = JSCAN_SECTION_SELF};
	struct jscan_sentence_scanner scanner;

	if (strncmp(example, "f: ", 3) == 0) {
		context.section = JSCAN_SECTION_FEEDBACK;
		example += 3;
	}
	jscan_sentence_scanner_init(&scanner, example, strlen(example));
	while (jscan_sentence_next(&sentence, &scanner)) {
		bool may_be_weak;

		jscan_target_view_init(&view, &sentence);
		may_be_weak = jscan_target_may_be_weak(&view);
		jscan_scope_find(&sentence, NULL);
		if (is_weakness(&sentence, behaviour, &context))
			return may_be_weak ||
			       context.section == JSCAN_SECTION_FEEDBACK;
	}
	print_error("%s = %s\n", jscan_behaviour_get(behaviour)->text,
		    example);
	return false;
}

static void test_every_example(void **state)
{
	FILE *in = fopen(BEHAVIOURS, "r");
	char line[1024];
	size_t behaviour = 0, failed = 0;

	(void)state;
	if (!in)
		skip(); /* not run from the top of the source tree */
	while (fgets(line, sizeof(line), in)) {
		char *example = strstr(line, " = ");

		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#' || !example)
			continue;
		failed += !check_example(example + 3, behaviour++);
	}
	fclose(in);
	assert_int_equal(failed, 0);
	assert_int_equal(behaviour, jscan_behaviour_count());
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
