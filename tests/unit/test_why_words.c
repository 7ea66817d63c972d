/*
 * What is said of an item, word by word: what it is, how its days come about,
 * what met it, whom it is for, and why.  One case a form of each rule, in
 * why_words.txt: "@@ DAY RULE NAME", the files, each below "=== PATH", and
 * below ">>>" what is said.
 */
#include "unit/check.h"
#include "unit/folder.h"

#include "base/buf.h"

struct part {
	const char *text;
	size_t len;
};

/* What stands before the line that begins with `mark`; *at goes behind it. */
static struct part cut(const char **at, const char *mark)
{
	char start[8];
	struct part part = {*at, 0};
	const char *end;

	snprintf(start, sizeof(start), "\n%s", mark);
	end = strstr(*at, start);
	part.len = end ? (size_t)(end + 1 - *at) : strlen(*at);
	*at += part.len;
	return part;
}

static void write_files(struct folder *folder, struct part files)
{
	char *all = strndup(files.text, files.len);
	const char *at = all;

	while (*at) {
		struct part file = cut(&at, "=== ");
		const char *text = strchr(file.text, '\n') + 1;
		char name[256];

		assert_memory_equal(file.text, "=== ", 4);
		snprintf(name, sizeof(name), "%.*s",
			 (int)(text - file.text - 5), file.text + 4);
		folder_write_bytes(folder, name, text,
				   file.len - (size_t)(text - file.text));
	}
	free(all);
}

/* Its line of the report, then the steps, each with its place. */
static void say(struct jscan_buf *out, struct folder *folder,
		const struct jscan_followup *item)
{
	struct jscan_explanations all;
	struct jscan_error err = {0};

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

static void check_case(const char *head, struct part files, struct part said)
{
	const struct jscan_followup *item;
	struct folder folder;
	struct jscan_buf out;
	char day[16], rule[32];

	assert_int_equal(sscanf(head, "@@ %10s %30s", day, rule), 2);
	folder_open(&folder);
	write_files(&folder, files);
	folder_scan(&folder, day);
	item = find(&folder, rule);
	if (!item)
		fail_msg("%s: no item", head);
	jscan_buf_init(&out);
	say(&out, &folder, item);
	if (out.len != said.len || memcmp(out.data, said.text, said.len) != 0)
		fail_msg("%s:\n%s", head, out.data);
	jscan_buf_release(&out);
	folder_close(&folder);
}

static void every_word(void **state)
{
	struct folder here = {.path = "tests/unit"};
	char *all = folder_read(&here, "why_words.txt", NULL);
	const char *at = all;
	size_t count = 0;

	(void)state;
	while (*at) {
		const char *head = at;
		struct part files, said;

		at = strchr(at, '\n') + 1;
		files = cut(&at, ">>>");
		at = strchr(at, '\n') + 1;
		said = cut(&at, "@@ ");
		check_case(head, files, said);
		count++;
	}
	assert_int_equal(count, 50);
	free(all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
