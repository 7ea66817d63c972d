/*
 * The facts of all notes of a source: however many there are and whatever
 * reading one of them comes to, and what is known of them from last time.
 */
#include "unit/check.h"

#include <errno.h>
#include <stdbool.h>

#include "base/date.h"
#include "facts/gather.h"

#define MOST 2200 /* more than one step of progress */

static struct jscan_source_file files[MOST];
static char paths[MOST][16];
static struct jscan_config config;
static struct jscan_lexicon *lexicon;

/* Note number n is of day n % 28 + 1, or cannot be read. */
static enum jscan_read_result read_made(const struct jscan_source *source,
					size_t index, struct jscan_buf *out,
					struct jscan_stamp *stamp)
{
	static const enum jscan_read_result failures[] = {
		JSCAN_READ_TOO_BIG, JSCAN_READ_NOT_A_FILE, JSCAN_READ_ELSEWHERE,
		JSCAN_READ_MISSING, JSCAN_READ_FAILED};

	if (source->data && index < COUNT_OF(failures)) {
		stamp->size = 7;
		errno = EACCES;
		return failures[index];
	}
	if (source->stamp)
		stamp->size = index + 1;
	if (index % 10 != 9) /* else it is empty */
		jscan_buf_addf(out,
			       "---\ncompany: Acme\ndate: 2026-11-%02zu\n---\n",
			       index % 28 + 1);
	return JSCAN_READ_OK;
}

static bool stamp_made(const struct jscan_source *source, size_t index,
		       struct jscan_stamp *out)
{
	(void)source;
	out->size = index + 1;
	return true;
}

static int set_up(void **state)
{
	struct jscan_error err;

	(void)state;
	for (size_t i = 0; i < MOST; i++) {
		snprintf(paths[i], sizeof(paths[i]), "n%zu.md", i);
		files[i] = (struct jscan_source_file){paths[i], paths[i]};
	}
	jscan_config_init(&config);
	return jscan_lexicon_new(&lexicon, NULL, &err);
}

static int tear_down(void **state)
{
	(void)state;
	jscan_lexicon_free(lexicon);
	return 0;
}

struct progress {
	size_t calls, done, total;
};

static void follow(void *data, size_t done, size_t total)
{
	struct progress *progress = data;

	assert_true(done >= progress->done);
	assert_true(done <= total);
	progress->calls++;
	progress->done = done;
	progress->total = total;
}

static void check_facts(const struct jscan_gathered *gathered, size_t from)
{
	for (size_t i = from; i < gathered->count; i++) {
		const struct jscan_facts *facts = &gathered->facts[i];

		assert_string_equal(facts->path, paths[i]);
		assert_int_equal(facts->is_entry, i % 10 != 9);
		if (facts->is_entry)
			assert_int_equal(facts->date.day, i % 28 + 1);
		assert_int_equal(facts->diagnostic_count, 0);
	}
}

static void test_every_note_is_read(void **state)
{
	static const struct {
		size_t count;
		unsigned jobs;
		size_t threads;
	} cases[] = {{0, 1, 1},	  {1, 1, 1},   {64, 3, 1},  {65, 3, 1},
		     {199, 3, 1}, {200, 1, 1}, {200, 3, 3}, {MOST, 2, 2}};

	(void)state;
	for (size_t k = 0; k < COUNT_OF(cases); k++) {
		const struct jscan_source source = {.files = files,
						    .count = cases[k].count,
						    .read = read_made};
		struct progress progress = {0};
		const struct jscan_gather_options options = {
			.config = &config,
			.lexicon = lexicon,
			.jobs = cases[k].jobs,
			.progress = follow,
			.progress_data = &progress};
		struct jscan_gathered gathered;

		jscan_gather(&gathered, &source, &options);
		assert_int_equal(gathered.count, cases[k].count);
		assert_int_equal(gathered.arena_count, cases[k].threads);
		assert_null(gathered.stamps);
		check_facts(&gathered, 0);
		assert_true(progress.calls > 0);
		assert_int_equal(progress.done, cases[k].count);
		assert_int_equal(progress.total, cases[k].count);
		jscan_gathered_release(&gathered);
		assert_null(gathered.facts);
		assert_int_equal(gathered.count, 0);
	}
}

static void test_what_cannot_be_read(void **state)
{
	static const char elsewhere[] =
		"git keeps it encrypted, or a stand-in for it: only a scan of "
		"the folder can read it";
	static const char *const messages[] = {
		"larger than 8 MiB: not read", "not a regular file: not read",
		elsewhere, "gone while the journal was read",
		"cannot read it: Permission denied"};
	const struct jscan_source source = {.files = files,
					    .count = 20,
					    .read = read_made,
					    .stamp = stamp_made,
					    .data = files};
	const struct jscan_gather_options options = {
		.config = &config, .lexicon = lexicon, .jobs = 1};
	struct jscan_gathered gathered;

	(void)state;
	jscan_gather(&gathered, &source, &options);
	for (size_t i = 0; i < COUNT_OF(messages); i++) {
		const struct jscan_facts *facts = &gathered.facts[i];

		assert_string_equal(facts->path, paths[i]);
		assert_false(facts->is_entry);
		assert_int_equal(facts->diagnostic_count, 1);
		assert_string_equal(facts->diagnostics[0].message, messages[i]);
		assert_string_equal(facts->diagnostics[0].path, paths[i]);
		assert_int_equal(facts->diagnostics[0].line, 0);
		assert_int_equal(gathered.stamps[i].size, 0);
	}
	check_facts(&gathered, COUNT_OF(messages));
	for (size_t i = COUNT_OF(messages); i < gathered.count; i++)
		assert_int_equal(gathered.stamps[i].size, i + 1);
	jscan_gathered_release(&gathered);
}

/*
 * Of the first ten notes everything is known, of the next ten the content.  A
 * thread that reads can say nothing, so what is wrong is counted.
 */
struct memory {
	size_t found, by_content, kept, wrong;
	bool is_all_kept;
};

static bool find_known(void *data, size_t index, struct jscan_facts *out,
		       struct jscan_arena *arena)
{
	struct memory *memory = data;

	(void)arena;
	if (index >= 10)
		return false;
	out->path = "known";
	memory->found++;
	return true;
}

static bool find_content(void *data, size_t index,
			 const struct jscan_stamp *stamp, const char *bytes,
			 size_t len, struct jscan_facts *out,
			 struct jscan_arena *arena)
{
	struct memory *memory = data;

	(void)arena;
	memory->wrong += stamp->size != index + 1;
	memory->wrong += len != (index % 10 == 9 ? 0 : 39);
	memory->wrong += len > 0 && memcmp(bytes, "---\n", 4) != 0;
	if (index >= 20)
		return false;
	out->path = "content";
	memory->by_content++;
	return true;
}

static bool keep(void *data, size_t index, const struct jscan_facts *facts)
{
	struct memory *memory = data;

	memory->wrong += index < 20 || strcmp(facts->path, paths[index]) != 0;
	memory->kept++;
	return memory->is_all_kept;
}

static void test_what_is_known(void **state)
{
	const struct jscan_source source = {.files = files,
					    .count = 30,
					    .read = read_made,
					    .stamp = stamp_made};

	(void)state;
	for (int is_all_kept = 0; is_all_kept <= 1; is_all_kept++) {
		struct memory memory = {.is_all_kept = is_all_kept};
		const struct jscan_known known = {.data = &memory,
						  .unknown = 20,
						  .find = find_known,
						  .find_content = find_content,
						  .keep = keep};
		const struct jscan_gather_options options = {
			.config = &config, .lexicon = lexicon, .known = &known};
		struct jscan_gathered gathered;

		jscan_gather(&gathered, &source, &options);
		assert_int_equal(memory.wrong, 0);
		assert_int_equal(memory.found, 10);
		assert_int_equal(memory.by_content, 10);
		assert_int_equal(memory.kept, 10);
		for (size_t i = 0; i < 20; i++)
			assert_string_equal(gathered.facts[i].path,
					    i < 10 ? "known" : "content");
		for (size_t i = 0; i < 30; i++)
			assert_int_equal(gathered.stamps[i].size,
					 i < 10 ? 0 : i + 1);
		if (is_all_kept)
			assert_null(gathered.facts[20].path);
		else
			check_facts(&gathered, 20);
		jscan_gathered_release(&gathered);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_note_is_read),
		cmocka_unit_test(test_what_cannot_be_read),
		cmocka_unit_test(test_what_is_known),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
