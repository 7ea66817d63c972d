/*
 * What is remembered of folders: what was kept is found again by path and stamp,
 * nothing that may have changed is kept, and bytes from elsewhere are refused.
 */
#include "unit/check.h"

#include "unit/arena.h"

#include "cache/folders.h"
#include "entry/listing.h"

#define SINCE 1700000000

static const struct jscan_stamp old_stamp = {
	.mtime = SINCE - 100, .ctime = SINCE - 90, .ctime_ns = 5, .inode = 7};

static void begin(struct jscan_cache_folders *folders)
{
	jscan_cache_folders_init(folders, (struct timespec){SINCE, 0}, &arena);
}

/* What was kept in one run, as the next one has it. */
static void turn(struct jscan_cache_folders *folders)
{
	struct jscan_buf buf;
	char *bytes;

	jscan_buf_init(&buf);
	jscan_cache_folders_write(&buf, folders);
	bytes = jscan_arena_alloc(&arena, buf.len);
	memcpy(bytes, buf.data, buf.len);
	begin(folders);
	jscan_cache_folders_read(folders, bytes, buf.len);
	jscan_buf_release(&buf);
}

static void what_was_kept_is_found(void **state)
{
	static const char names[] = "fa.md\0db\0i.gitignore";
	static const char *const paths[] = {"z/", "", "a/b/", "a/"};
	struct jscan_cache_folders folders;
	const char *found;
	size_t len;

	(void)state;
	begin(&folders);
	for (size_t i = 0; i < COUNT_OF(paths); i++)
		jscan_cache_folders_keep(&folders, paths[i], &old_stamp, names,
					 i ? sizeof(names) : 0);
	assert_int_equal(folders.new_count, COUNT_OF(paths));
	turn(&folders);
	for (size_t i = 0; i < COUNT_OF(paths); i++) {
		found = jscan_cache_folders_find(&folders, paths[i], &old_stamp,
						 &len);
		assert_non_null(found);
		assert_int_equal(len, i ? sizeof(names) : 0);
		assert_memory_equal(found, names, len);
	}
	assert_null(jscan_cache_folders_find(&folders, "a", &old_stamp, &len));
	assert_null(jscan_cache_folders_find(&folders, "zz/", &old_stamp, &len));
	/* What was found is as good as what was listed. */
	turn(&folders);
	assert_int_equal(folders.old_count, COUNT_OF(paths));
	assert_int_equal(folders.new_count, 0);
	assert_non_null(
		jscan_cache_folders_find(&folders, "a/", &old_stamp, &len));
	/* What was not asked for is gone with its folder. */
	turn(&folders);
	assert_int_equal(folders.old_count, 1);
}

static void another_stamp_is_another_folder(void **state)
{
	struct jscan_stamp stamps[] = {old_stamp, old_stamp, old_stamp,
				       old_stamp, old_stamp, old_stamp};
	struct jscan_cache_folders folders;
	size_t len;

	(void)state;
	stamps[0].mtime++;
	stamps[1].ctime--;
	stamps[2].mtime_ns++;
	stamps[3].ctime_ns--;
	stamps[4].inode++;
	stamps[5].size++;
	begin(&folders);
	jscan_cache_folders_keep(&folders, "a/", &old_stamp, "", 0);
	turn(&folders);
	for (size_t i = 0; i < COUNT_OF(stamps); i++)
		assert_null(jscan_cache_folders_find(&folders, "a/", &stamps[i],
						     &len));
}

static void young_folders_are_not_kept(void **state)
{
	static const struct {
		int64_t mtime, ctime;
		uint32_t mtime_ns, ctime_ns;
		bool is_kept;
	} cases[] = {
		{SINCE - 1, SINCE - 1, 1, 979999999, true},
		{SINCE - 1, SINCE - 1, 1, 980000000, false}, /* one tick */
		{SINCE - 1, SINCE - 2, 980000000, 1, false},
		{SINCE, SINCE, 0, 1, false},
		{SINCE + 60, SINCE - 60, 0, 1, false}, /* by another clock */
		{SINCE - 60, SINCE + 60, 0, 1, false},
		{SINCE - 2, SINCE - 3, 0, 0, false}, /* whole seconds */
		{SINCE - 3, SINCE - 3, 0, 0, true},
		{0, SINCE - 60, 0, 1, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_stamp stamp = {.mtime = cases[i].mtime,
					    .ctime = cases[i].ctime,
					    .mtime_ns = cases[i].mtime_ns,
					    .ctime_ns = cases[i].ctime_ns};
		struct jscan_cache_folders folders;

		begin(&folders);
		jscan_cache_folders_keep(&folders, "a/", &stamp, "", 0);
		if (folders.new_count != cases[i].is_kept)
			fail_msg("case %zu", i);
	}
}

static void names_that_are_paths_are_refused(void **state)
{
#define NAMES(text) {text, sizeof(text) - 1}
	static const struct {
		const char *names;
		size_t len;
	} bad[] = {
		NAMES("f"),	       NAMES("fa.md"),
		NAMES("f\0"),	       NAMES("xa.md\0"),
		NAMES("da/b\0"),      NAMES("d..\0"),
		NAMES("d.git\0"),     NAMES("f../a.md\0"),
		NAMES("fa.txt\0"),    NAMES("oa\0"),
		NAMES("fa.md\0\0"),  NAMES("fa.md\0d\0"),
		NAMES("fa.md\0\0b\0"),
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		struct jscan_cache_folders folders;
		size_t len;

		begin(&folders);
		jscan_cache_folders_keep(&folders, "a/", &old_stamp,
					 bad[i].names, bad[i].len);
		turn(&folders);
		if (jscan_cache_folders_find(&folders, "a/", &old_stamp, &len))
			fail_msg("case %zu", i);
	}
	assert_true(jscan_listing_is_sound("", 0));
	assert_true(jscan_listing_is_sound("f.md\0o..md", 11));
}

/* Each byte another: no crash, and nothing outside of the bytes. */
static void spoilt_bytes_do_no_harm(void **state)
{
	struct jscan_cache_folders folders;
	struct jscan_buf buf;

	(void)state;
	begin(&folders);
	jscan_cache_folders_keep(&folders, "", &old_stamp, "fa.md\0db", 9);
	jscan_cache_folders_keep(&folders, "b/", &old_stamp, "fc.md", 6);
	jscan_buf_init(&buf);
	jscan_cache_folders_write(&buf, &folders);
	for (size_t i = 0; i < 2 * buf.len; i++) {
		size_t len = i < buf.len ? buf.len : i - buf.len, found;
		char *bytes = check_malloc(len + 1);

		memcpy(bytes, buf.data, len);
		if (i < buf.len)
			bytes[i] = (char)(bytes[i] ^ (i % 2 ? 255 : 1));
		begin(&folders);
		jscan_cache_folders_read(&folders, bytes, len);
		jscan_cache_folders_find(&folders, "", &old_stamp, &found);
		jscan_cache_folders_find(&folders, "b/", &old_stamp, &found);
		free(bytes);
	}
	jscan_buf_release(&buf);
}

#define EACH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(what_was_kept_is_found),
		EACH(another_stamp_is_another_folder),
		EACH(young_folders_are_not_kept),
		EACH(names_that_are_paths_are_refused),
		EACH(spoilt_bytes_do_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
