/*
 * What is said of an item, word by word: what it is, how its days come about,
 * what met it, whom it is for, and why.  One case a form of each rule, in
 * why_words.txt, that begins with "@@ DAY RULE NAME".
 */
#include "unit/case_file.h"
#include "unit/folder.h"

/* Its line of the report, then the steps, each with its place. */
static void say(struct jscan_buf *out, struct folder *folder,
		const struct jscan_followup *item)
{
	struct jscan_explanations all;
	struct jscan_error err = {0};

	if (!item) {
		fail_msg("no such item");
		return;
	}
	jscan_buf_addf(out, "%s:%u %s\n", item->path, item->line, item->action);
	if (jscan_scan_explain(&all, folder->scan, item->id, &err) < 0)
		fail_msg("%s", err.message);
	assert_int_equal(all.count, 1);
	for (size_t i = 0; i < all.items[0].step_count; i++) {
		const struct jscan_step *step = &all.items[0].steps[i];

		if (step->path)
			jscan_buf_addf(out, "%s:%u ", step->path, step->line);
		jscan_buf_addf(out, "%s\n", step->text);
	}
}

static const struct jscan_followup *find(const struct folder *folder,
					 const char *rule)
{
	for (size_t i = 0; i < folder->report->followup_count; i++) {
		const struct jscan_followup *item =
			&folder->report->followups[i];

		if (!strcmp(jscan_rule_name(item->rule), rule))
			return item;
	}
	return NULL;
}

static void say_case(struct jscan_buf *out, struct folder *folder,
		     const char *head)
{
	const struct jscan_followup *item;
	char day[16], rule[32];

	assert_int_equal(sscanf(head, "@@ %10s %30s", day, rule), 2);
	folder_scan(folder, day);
	item = find(folder, rule);
	if (!item)
		fail_msg("%s: no item", head);
	say(out, folder, item);
}

static void every_word(void **state)
{
	(void)state;
	assert_int_equal(case_check_all("why_words.txt", say_case), 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
