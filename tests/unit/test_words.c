/*
 * The words that editors offer: each is one that the reader of notes takes.
 */
#include "unit/folder.h"

static int setup(void **state)
{
	static struct folder folder;

	folder_open(&folder);
	*state = &folder;
	return 0;
}

static int teardown(void **state)
{
	folder_close(*state);
	return 0;
}

static const char config[] = "keys:\n"
			     "  Firma: company\n"
			     "  notenspiegel: ratings\n"
			     "weaknesses:\n"
			     "  - id: ferry-story\n"
			     "    title: The ferry story again\n"
			     "    phrases: [the ferry story]\n";

static void scan(struct folder *folder)
{
	folder_write(folder, ".journalscan.yml", config);
	folder_write(folder, "a.md",
		     "---\ncompany: Acme\ndate: 2026-10-01\n---\n");
	folder_scan(folder, "2026-10-15");
}

static void test_keys(void **state)
{
	struct folder *folder = *state;
	struct jscan_note_key key, found;
	size_t count = 0, own = 0;

	scan(folder);
	while (jscan_scan_get_key(&key, folder->scan, count)) {
		assert_true(key.name[0] && key.known[0] && key.meaning[0]);
		/* What is offered is read as what it is offered for. */
		assert_true(jscan_scan_find_key(&found, folder->scan, key.name,
						strlen(key.name)));
		assert_string_equal(found.known, key.known);
		own += strcmp(key.name, key.known) != 0;
		count++;
	}
	assert_int_equal(count, 24);
	assert_int_equal(own, 2);
	assert_false(jscan_scan_get_key(&key, folder->scan, SIZE_MAX));
}

static void test_find_key(void **state)
{
	static const struct {
		const char *written;
		const char *known; /* NULL: none */
	} cases[] = {
		{"company", "company"},
		{"Thank_You-Sent", "thank you"},
		{"STATUS", "outcome"},
		{"hiring manager", "contacts"},
		{"firma", "company"},
		{"Notenspiegel", "ratings"},
		{"title", NULL},
		{"", NULL},
		{"compan", NULL},
		{"\xff\xfe", NULL},
		{"company\ncompany", NULL},
	};
	struct folder *folder = *state;
	struct jscan_note_key key;
	char *longest;

	scan(folder);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		bool is_found = jscan_scan_find_key(&key, folder->scan,
						    cases[i].written,
						    strlen(cases[i].written));

		assert_int_equal(is_found, cases[i].known != NULL);
		if (is_found)
			assert_string_equal(key.known, cases[i].known);
	}
	/* Without looking past the length that was given. */
	assert_true(jscan_scan_find_key(&key, folder->scan, "dateline", 4));
	assert_string_equal(key.known, "date");
	longest = check_malloc(1 << 20);
	memset(longest, ' ', 1 << 20);
	memcpy(longest, "date", 4);
	assert_false(jscan_scan_find_key(&key, folder->scan, longest, 1 << 20));
	free(longest);
}

static void test_categories(void **state)
{
	struct folder *folder = *state;
	const struct jscan_category *category;
	size_t count = 0;

	scan(folder);
	while ((category = jscan_scan_get_category(folder->scan, count))) {
		assert_true(category->id[0] && category->title[0]);
		count++;
	}
	assert_int_equal(count, 25);
	category = jscan_scan_get_category(folder->scan, count - 1);
	assert_string_equal(category->id, "ferry-story");
	assert_null(jscan_scan_get_category(folder->scan, SIZE_MAX));
}

static void write_note(struct folder *folder, const char *name, const char *key,
		       const char *value)
{
	char text[256];

	snprintf(text, sizeof(text),
		 "---\ncompany: Acme\ndate: 2026-10-01\n%s: %s\n---\n", key,
		 value);
	folder_write(folder, name, text);
}

/* Each type, outcome and weakness, by the word for it. */
static void test_values(void **state)
{
	struct folder *folder = *state;
	const struct jscan_category *category;
	char name[64], value[128];
	size_t seen = 0;

	scan(folder);
	for (int i = 0; i <= JSCAN_EVENT_NOTE; i++) {
		snprintf(name, sizeof(name), "t%d.md", i);
		write_note(folder, name, "type",
			   jscan_event_type_name((enum jscan_event_type)i));
	}
	for (int i = JSCAN_OUTCOME_PENDING; i <= JSCAN_OUTCOME_WITHDRAWN; i++) {
		snprintf(name, sizeof(name), "o%d.md", i);
		write_note(folder, name, "outcome",
			   jscan_outcome_name((enum jscan_outcome)i));
	}
	for (size_t i = 0;
	     (category = jscan_scan_get_category(folder->scan, i)); i++) {
		snprintf(name, sizeof(name), "x%zu.md", i);
		snprintf(value, sizeof(value), "strength/%s", category->id);
		write_note(folder, name, "tags", value);
		snprintf(name, sizeof(name), "y%zu.md", i);
		snprintf(value, sizeof(value), "{%s: 1}", category->id);
		write_note(folder, name, "ratings", value);
	}
	folder_scan(folder, "2026-10-15");
	assert_int_equal(folder->report->diagnostic_count, 0);
	for (size_t i = 0; i < folder->report->entry_count; i++) {
		const struct jscan_entry *entry = &folder->report->entries[i];

		if (entry->path[0] == 't')
			assert_int_equal(entry->type, entry->path[1] - '0');
		else if (entry->path[0] == 'o')
			assert_int_equal(entry->outcome, entry->path[1] - '0');
		else
			continue;
		seen++;
	}
	assert_int_equal(seen, 8 + 7);
	assert_int_equal(folder->report->assessment_count, 2 * 25);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_keys, setup, teardown),
		cmocka_unit_test_setup_teardown(test_find_key, setup, teardown),
		cmocka_unit_test_setup_teardown(test_categories, setup,
						teardown),
		cmocka_unit_test_setup_teardown(test_values, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
