/*
 * The cache: what was read once and has not changed is not read again, whatever
 * has changed is, and no file of it, however spoilt, gives other facts than the
 * notes do.
 *
 * The source here is made of texts with stamps of our own, and counts how often
 * it is read.
 */
#include "unit/folder.h"

#include <sys/wait.h>
#include <time.h>

#include "base/sha1.h"
#include "cache/cache.h"
#include "cache/facts_record.h"
#include "output/report.h"
#include "plan/plan.h"

#define NOTES_MOST 8
#define OLD	   1700000000 /* long before any test runs */
#define SECOND	   ((int64_t)1000000000)

struct world {
	struct folder folder;
	struct jscan_config config;
	struct jscan_lexicon *lexicon;
	struct jscan_config_file files[2];
	uint64_t rules;
	struct jscan_source_file paths[NOTES_MOST];
	struct jscan_stamp stamps[NOTES_MOST];
	unsigned char ids[NOTES_MOST][20];
	const char *texts[NOTES_MOST];
	struct jscan_source source;
	size_t reads;
	char cache[512];       /* the file, once it is there */
	const struct age *age; /* of the first note; NULL: it is old */
};

/* How long before the cache is begun a note was written to. */
struct age {
	int64_t ns;
	bool is_coarse; /* of a file system with whole seconds */
	bool is_mtime;	/* and nothing else of it since long */
	bool is_known;	/* in the next run */
};

static const char *const texts[] = {
	"---\ncompany: Acme\nrole: Engineer\ndate: 2026-10-08\n"
	"type: interview\ncontacts:\n  - Dana Ruiz <dana@acme.example>\n"
	"tags: [onsite, weakness/nerves]\n---\n"
	"## Self-assessment\nI rambled through the answer about scaling.\n\n"
	"- [ ] Send the case study due 2026-10-20\n"
	"- [x] Thank Dana done 2026-10-09\n\nThey will answer by 2026-10-15.\n",
	"---\ncompany: Brill & Sons\ndate: 2026-09-01\ntype: interview\n"
	"intervewer: Kit Moss\nsnooze: 2026-12-01\n---\n"
	"## 2026-09-03 Call with Kit\nI talked far too much.\n"
	"## Feedback\nMore numbers, they said.\n",
	"Only a note.\n",
	"---\ncompany: Corvid\ndate: 2026-10-14\ntype: application\n"
	"follow up: 2026-02-30\nreopened: 2026-10-15 the other one left\n"
	"outcome: rejected\n---\n"};
static const char *const paths[] = {"a.md", "b/b.md", "c.md", "d.md"};

/* The time by which the cache judges is that of the file that it has begun. */
static void set_age(struct world *world)
{
	struct jscan_stamp *stamp = &world->stamps[0];
	char path[520];
	struct stat stat;
	int64_t ns;

	snprintf(path, sizeof(path), "%s.new", world->cache);
	if (lstat(path, &stat))
		return; /* not begun: what it was in the last run */
	ns = stat.st_mtim.tv_nsec - world->age->ns % SECOND;
	if (world->age->is_mtime) {
		stamp->mtime = stat.st_mtim.tv_sec - world->age->ns / SECOND -
			       (ns < 0);
		stamp->mtime_ns = (uint32_t)(ns < 0 ? ns + SECOND : ns);
	} else {
		stamp->ctime = stat.st_mtim.tv_sec - world->age->ns / SECOND -
			       (ns < 0);
		stamp->ctime_ns = (uint32_t)(ns < 0 ? ns + SECOND : ns);
	}
	if (world->age->is_coarse) {
		stamp->ctime = stat.st_mtim.tv_sec - world->age->ns / SECOND;
		stamp->ctime_ns = 0;
	}
}

static bool stamp_text(const struct jscan_source *source, size_t index,
		       struct jscan_stamp *out)
{
	struct world *world = source->data;

	if (world->age && !index)
		set_age(world);
	*out = world->stamps[index];
	return true;
}

static enum jscan_read_result read_text(const struct jscan_source *source,
					size_t index, struct jscan_buf *out,
					struct jscan_stamp *stamp)
{
	struct world *world = source->data;

	world->reads++;
	if (source->stamp)
		source->stamp(source, index, stamp);
	jscan_buf_adds(out, world->texts[index]);
	return JSCAN_READ_OK;
}

static const unsigned char *id_of(const struct jscan_source *source,
				  size_t index)
{
	const struct world *world = source->data;

	return world->ids[index];
}

static void world_open(struct world *world)
{
	struct jscan_error err;

	memset(world, 0, sizeof(*world));
	folder_open(&world->folder);
	jscan_config_init(&world->config);
	assert_int_equal(
		jscan_lexicon_new(&world->lexicon, &world->config, &err), 0);
	world->rules = jscan_cache_rules();
	world->source.files = world->paths;
	world->source.read = read_text;
	world->source.stamp = stamp_text;
	world->source.data = world;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct jscan_stamp stamp = {OLD, OLD + 1, 5,
					    7,	 100 + i, strlen(texts[i])};

		world->paths[i].path = world->paths[i].raw_path = paths[i];
		world->texts[i] = texts[i];
		world->stamps[i] = stamp;
		jscan_sha1_object(world->ids[i], "blob", texts[i],
				  strlen(texts[i]));
	}
	world->source.count = COUNT_OF(texts);
}

static void world_close(struct world *world)
{
	jscan_lexicon_free(world->lexicon);
	folder_close(&world->folder);
}

static void options_of(struct jscan_cache_options *out, struct world *world,
		       char folder[512])
{
	memset(out, 0, sizeof(*out));
	folder_path(folder, &world->folder, "cache");
	out->dir = world->folder.path;
	out->dir_fd = open(world->folder.path, O_RDONLY | O_DIRECTORY);
	out->folder = folder;
	out->config = world->files;
	out->rules = world->rules;
}

static void remember(struct jscan_buf *out, const void *data)
{
	jscan_buf_adds(out, data);
}

/* The facts of all notes as bytes, by way of the cache or without it. */
static void gather(struct jscan_buf *out, struct world *world, bool has_cache)
{
	struct jscan_gather_options options = {
		.config = &world->config, .lexicon = world->lexicon, .jobs = 1};
	struct jscan_cache_options cache_options;
	struct jscan_cache_status status;
	struct jscan_cache *cache = NULL;
	struct jscan_gathered gathered;
	struct jscan_cache_memory memory = {remember, "remembered"};
	char folder[512];

	world->reads = 0;
	options_of(&cache_options, world, folder);
	if (has_cache) {
		cache = jscan_cache_open(&cache_options);
		assert_non_null(cache);
		jscan_cache_begin(cache, &world->source,
				  jscan_lexicon_category_count(world->lexicon),
				  false);
		options.known = jscan_cache_known(cache);
	}
	jscan_gather(&gathered, &world->source, &options);
	for (size_t i = 0; i < gathered.count; i++) {
		jscan_buf_addf(out, "\n%s ", gathered.facts[i].path);
		jscan_facts_write(out, &gathered.facts[i]);
	}
	if (cache)
		jscan_cache_end(cache, &memory);
	jscan_cache_describe(&status, &cache_options);
	memcpy(world->cache, status.path, sizeof(world->cache));
	close(cache_options.dir_fd);
	jscan_gathered_release(&gathered);
	jscan_cache_free(cache);
}

/* Where the file is going to be. */
static void find_cache(struct world *world)
{
	struct jscan_cache_options options;
	struct jscan_cache_status status;
	char folder[512];

	options_of(&options, world, folder);
	jscan_cache_describe(&status, &options);
	memcpy(world->cache, status.path, sizeof(world->cache));
	close(options.dir_fd);
}

/* One run with the cache: so many notes are read, and the facts are right. */
static void check_run(struct world *world, size_t reads)
{
	struct jscan_buf with, without;
	size_t seen;

	jscan_buf_init(&with);
	jscan_buf_init(&without);
	gather(&with, world, true);
	seen = world->reads;
	if (reads != SIZE_MAX)
		assert_int_equal(seen, reads);
	gather(&without, world, false);
	world->reads = seen;
	assert_int_equal(with.len, without.len);
	assert_memory_equal(with.data, without.data, with.len);
	jscan_buf_release(&with);
	jscan_buf_release(&without);
}

static void what_has_not_changed_is_not_read(void **state)
{
	struct world world;

	(void)state;
	world_open(&world);
	check_run(&world, 4);
	check_run(&world, 0);
	check_run(&world, 0);
	world_close(&world);
}

/* Another text of the same length. */
static const char changed[] =
	"---\ncompany: Acne\nrole: Engineer\ndate: 2026-10-08\n"
	"type: interview\ncontacts:\n  - Dana Ruiz <dana@acme.example>\n"
	"tags: [onsite, weakness/nerves]\n---\n"
	"## Self-assessment\nI rambled through the answer about scaling.\n\n"
	"- [ ] Send the case study due 2026-10-20\n"
	"- [x] Thank Dana done 2026-10-09\n\nThey will answer by 2026-10-15.\n";

static void a_note_with_any_other_stamp_is_read(void **state)
{
	struct world world;

	(void)state;
	for (int part = 0; part < 6; part++) {
		struct jscan_stamp *stamp = &world.stamps[0];

		world_open(&world);
		check_run(&world, 4);
		world.texts[0] = changed;
		stamp->mtime += part == 0;
		stamp->mtime_ns += part == 1;
		stamp->ctime -= part == 2; /* a clock that went back */
		stamp->ctime_ns += part == 3;
		stamp->inode += part == 4;
		stamp->size += part == 5;
		check_run(&world, 1);
		check_run(&world, 0);
		world_close(&world);
	}
}

static void a_note_as_young_as_the_run_is_read_again(void **state)
{
	static const struct age ages[] = {
		{0, false, false, false},
		{19999999, false, false, false},
		{20000001, false, false, true},
		{19999999, false, true, false},
		{20000001, false, true, true},
		{-3600 * SECOND, false, false, false}, /* a clock set back */
		{-3600 * SECOND, false, true, false},
		{0, true, false, false},
		{2 * SECOND, true, false, false},
		{3 * SECOND, true, false, true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(ages); i++) {
		struct world world;

		world_open(&world);
		find_cache(&world);
		world.age = &ages[i];
		check_run(&world, 4);
		if (!ages[i].is_known)
			world.texts[0] = changed; /* with the same stamp */
		check_run(&world, ages[i].is_known ? 0 : 1);
		world_close(&world);
	}
}

/* What no clock has stamped is read each time. */
static void a_note_without_a_time_is_read_again(void **state)
{
	struct world world;

	(void)state;
	world_open(&world);
	world.stamps[0].mtime = 0;
	world.stamps[1].ctime = 0;
	check_run(&world, 4);
	world.texts[0] = changed;
	check_run(&world, 2);
	check_run(&world, 2);
	world_close(&world);
}

static void renamed_removed_and_new_notes(void **state)
{
	struct world world;

	(void)state;
	world_open(&world);
	check_run(&world, 4);
	world.paths[0].path = world.paths[0].raw_path = "aa.md";
	check_run(&world, 1);
	world.paths[0].path = world.paths[0].raw_path = "a.md";
	check_run(&world, 1);
	world.source.count = 3;
	check_run(&world, 0);
	world.source.count = 4;
	check_run(&world, 1);
	/* Two that change places. */
	world.texts[0] = texts[1];
	world.texts[1] = texts[0];
	world.stamps[0].inode = 101;
	world.stamps[1].inode = 100;
	check_run(&world, 2);
	world_close(&world);
}

static void other_rules_and_another_configuration_read_all(void **state)
{
	static const char config[] = "date-order: dmy\n";
	struct world world;

	(void)state;
	world_open(&world);
	check_run(&world, 4);
	world.rules++;
	check_run(&world, 4);
	check_run(&world, 0);
	world.files[1].bytes = config;
	world.files[1].len = strlen(config);
	check_run(&world, 4);
	check_run(&world, 0);
	/* The same bytes in the other file are something else. */
	world.files[0] = world.files[1];
	world.files[1].bytes = NULL;
	check_run(&world, 4);
	world.files[0].bytes = "";
	world.files[0].len = 0;
	check_run(&world, 4);
	world_close(&world);
}

static void what_git_holds_is_known_by_its_name(void **state)
{
	struct world world;

	(void)state;
	world_open(&world);
	world.source.stamp = NULL;
	world.source.id = id_of;
	check_run(&world, 4);
	check_run(&world, 0);
	world.texts[0] = changed;
	jscan_sha1_object(world.ids[0], "blob", changed, strlen(changed));
	check_run(&world, 1);
	check_run(&world, 0);
	/* Files of the folder that git does not hold are kept meanwhile. */
	world.source.count = 2;
	check_run(&world, 0);
	world.source.count = 4;
	check_run(&world, 0);
	world_close(&world);
}

static char *take_cache(const struct world *world, size_t *len)
{
	return folder_read(&world->folder,
			   world->cache + strlen(world->folder.path) + 1, len);
}

static void put_cache(const struct world *world, const char *bytes, size_t len)
{
	int fd = open(world->cache, O_WRONLY | O_TRUNC);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, len), len);
	close(fd);
}

static void a_cache_cut_short_anywhere_is_no_harm(void **state)
{
	struct world world;
	size_t len;
	char *bytes;

	(void)state;
	world_open(&world);
	check_run(&world, 4);
	bytes = take_cache(&world, &len);
	assert_in_range(len, 500, 5000);
	for (size_t cut = 0; cut < len; cut++) {
		put_cache(&world, bytes, cut);
		check_run(&world, 4);
	}
	put_cache(&world, bytes, len);
	check_run(&world, 0);
	free(bytes);
	world_close(&world);
}

static void a_flipped_bit_anywhere_is_no_harm(void **state)
{
	struct world world;
	size_t len, wrong = 0;
	char *bytes;

	(void)state;
	world_open(&world);
	check_run(&world, 4);
	bytes = take_cache(&world, &len);
	for (size_t i = 0; i < len; i++) {
		bytes[i] = (char)(bytes[i] ^ 1 << i % 8);
		put_cache(&world, bytes, len);
		bytes[i] = (char)(bytes[i] ^ 1 << i % 8);
		check_run(&world, SIZE_MAX);
		wrong += world.reads != 0;
		/* What was odd is put right, with stamps one run later. */
		check_run(&world, SIZE_MAX);
		assert_in_range(world.reads, 0, 1);
		check_run(&world, 0);
	}
	assert_in_range(wrong, len / 2, len);
	free(bytes);
	world_close(&world);
}

static void other_things_of_that_name_are_left_alone(void **state)
{
	struct world world;
	char other[512];

	(void)state;
	world_open(&world);
	check_run(&world, 4);
	assert_int_equal(unlink(world.cache), 0);
	assert_int_equal(mkdir(world.cache, 0700), 0);
	check_run(&world, 4);
	assert_int_equal(rmdir(world.cache), 0);
	/* Not through a link, and not what others may have written to. */
	folder_write(&world.folder, "elsewhere", "mine\n");
	folder_path(other, &world.folder, "elsewhere");
	assert_int_equal(symlink(other, world.cache), 0);
	check_run(&world, 4);
	check_run(&world, 0);
	assert_int_equal(chmod(world.cache, 0666), 0);
	check_run(&world, 4);
	world_close(&world);
}

static void a_cache_is_for_its_owner_alone(void **state)
{
	struct world world;
	struct stat stat;
	mode_t mask = umask(0);

	(void)state;
	world_open(&world);
	check_run(&world, 4);
	umask(mask);
	assert_int_equal(lstat(world.cache, &stat), 0);
	assert_int_equal(stat.st_mode & 07777, 0600);
	world_close(&world);
}

static void a_folder_that_cannot_be_written_is_no_harm(void **state)
{
	struct world world;

	(void)state;
	world_open(&world);
	folder_write(&world.folder, "cache", "a file\n");
	check_run(&world, 4);
	check_run(&world, 4);
	world_close(&world);
}

/* Children that run at once, each with changes of its own in between. */
static void several_runs_at_once(void **state)
{
	struct world world;
	int status;

	(void)state;
	world_open(&world);
	for (int child = 0; child < 4; child++) {
		if (fork())
			continue;
		for (int i = 0; i < 25; i++) {
			struct jscan_buf with, without;

			world.stamps[0].inode = (uint64_t)(1000 + i % 3);
			world.texts[0] = i % 3 ? changed : texts[0];
			jscan_buf_init(&with);
			jscan_buf_init(&without);
			gather(&with, &world, true);
			gather(&without, &world, false);
			if (with.len != without.len ||
			    memcmp(with.data, without.data, with.len))
				_exit(1);
			jscan_buf_release(&with);
			jscan_buf_release(&without);
		}
		_exit(0);
	}
	for (int child = 0; child < 4; child++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	world.stamps[0].inode = 999;
	check_run(&world, 1);
	check_run(&world, 0);
	world_close(&world);
}

/* Numbers that look random and are the same in every run. */
static uint32_t next_number(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

/*
 * Facts from spoilt bytes, as though their hash fitted: refused or taken, but
 * what is taken can be planned with and written.
 */
static int drop(void *data, const char *bytes, size_t len)
{
	(void)data;
	(void)bytes;
	(void)len;
	return 0;
}

static void plan_with(struct world *world, const struct jscan_facts *facts,
		      struct jscan_arena *arena)
{
	struct jscan_format_options options = {.has_all = true};
	struct jscan_plan_input input = {.facts = facts,
					 .count = 1,
					 .config = &world->config,
					 .lexicon = world->lexicon,
					 .as_of = {2026, 10, 15}};
	struct jscan_report report;
	struct jscan_error err;
	struct jscan_diags none;

	jscan_diags_init(&none, arena);
	input.diags = &none;
	jscan_plan_make(&report, &input, arena);
	assert_int_equal(jscan_report_write(&report, JSCAN_FORMAT_JSON,
					    &options, drop, NULL, &err),
			 0);
	assert_int_equal(jscan_report_write(&report, JSCAN_FORMAT_MD, &options,
					    drop, NULL, &err),
			 0);
}

static void spoilt_facts_are_refused_or_of_use(void **state)
{
	struct jscan_facts_reader *reader;
	struct jscan_facts facts;
	struct jscan_arena arena;
	struct world world;
	uint32_t random = 1;
	size_t taken = 0;

	(void)state;
	world_open(&world);
	jscan_arena_init(&arena);
	reader = jscan_facts_reader_new(&world.config, world.lexicon);
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		size_t count = jscan_lexicon_category_count(world.lexicon);
		struct jscan_buf buf;

		jscan_buf_init(&buf);
		jscan_facts_read(reader, &facts, paths[i], texts[i],
				 strlen(texts[i]), &arena);
		jscan_facts_write(&buf, &facts);
		for (int round = 0; round < 4000; round++) {
			size_t len = buf.len - (round % 7 == 0);
			char *bytes = check_malloc(len);

			memcpy(bytes, buf.data, len);
			for (uint32_t n = next_number(&random) % 3; n < 3; n++)
				bytes[next_number(&random) % len] =
					(char)next_number(&random);
			if (jscan_facts_reread(&facts, bytes, len, paths[i],
					       count, &arena)) {
				plan_with(&world, &facts, &arena);
				taken++;
			}
			jscan_arena_clear(&arena);
			free(bytes);
		}
		jscan_buf_release(&buf);
	}
	assert_in_range(taken, 100, 16000);
	jscan_facts_reader_free(reader);
	jscan_arena_release(&arena);
	world_close(&world);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_has_not_changed_is_not_read),
		cmocka_unit_test(a_note_with_any_other_stamp_is_read),
		cmocka_unit_test(a_note_as_young_as_the_run_is_read_again),
		cmocka_unit_test(a_note_without_a_time_is_read_again),
		cmocka_unit_test(renamed_removed_and_new_notes),
		cmocka_unit_test(
			other_rules_and_another_configuration_read_all),
		cmocka_unit_test(what_git_holds_is_known_by_its_name),
		cmocka_unit_test(a_cache_cut_short_anywhere_is_no_harm),
		cmocka_unit_test(a_flipped_bit_anywhere_is_no_harm),
		cmocka_unit_test(other_things_of_that_name_are_left_alone),
		cmocka_unit_test(a_cache_is_for_its_owner_alone),
		cmocka_unit_test(a_folder_that_cannot_be_written_is_no_harm),
		cmocka_unit_test(several_runs_at_once),
		cmocka_unit_test(spoilt_facts_are_refused_or_of_use),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
