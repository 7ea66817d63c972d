/*
 * Git's index: what is read of versions 2 to 4, what is refused, and what is
 * written when files come, go, and take the place of folders.
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit/check.h"

#include "git/bytes.h"
#include "git/index.h"
#include "git/tree_cache.h"

#define EXTENDED 0x4000u
#define ID_A	 "aaaaaaaaaaaaaaaaaaaa"
#define ID_B	 "bbbbbbbbbbbbbbbbbbbb"

static char path[] = "/tmp/journalscan-index-XXXXXX";
static struct jscan_buf bytes;
static struct jscan_arena arena;
static struct jscan_index read_index;
static struct jscan_error err;

static int start(void **state)
{
	int fd;

	(void)state;
	strcpy(path + sizeof(path) - 7, "XXXXXX");
	fd = mkstemp(path);
	assert_true(fd >= 0);
	close(fd);
	jscan_buf_init(&bytes);
	jscan_arena_init(&arena);
	return 0;
}

static int finish(void **state)
{
	(void)state;
	unlink(path);
	jscan_buf_release(&bytes);
	jscan_arena_release(&arena);
	return 0;
}

static void begin(uint32_t version, uint32_t count)
{
	jscan_buf_clear(&bytes);
	jscan_buf_adds(&bytes, "DIRC");
	jscan_put32(&bytes, version);
	jscan_put32(&bytes, count);
}

/* The part before the path: all times and numbers are 7. */
static void put_fixed(unsigned flags, unsigned more)
{
	for (int i = 0; i < 10; i++)
		jscan_put32(&bytes, i == 6 ? 0100644 : 7);
	jscan_buf_add(&bytes, ID_A, 20);
	jscan_put16(&bytes, flags);
	if (flags & EXTENDED)
		jscan_put16(&bytes, more);
}

static void put_path(const char *name, unsigned flags, unsigned more)
{
	size_t from = bytes.len;

	put_fixed(flags | (unsigned)strlen(name), more);
	jscan_buf_adds(&bytes, name);
	do
		jscan_buf_addc(&bytes, '\0');
	while ((bytes.len - from) % 8);
}

/* Of version 4: `strip` are the bytes that tell how much is cut away. */
static void put_short(const char *strip, size_t strip_len, const char *rest)
{
	put_fixed(0, 0);
	jscan_buf_add(&bytes, strip, strip_len);
	jscan_buf_add(&bytes, rest, strlen(rest) + 1);
}

static void put_more(const char *name, const char *data, size_t len)
{
	jscan_buf_adds(&bytes, name);
	jscan_put32(&bytes, (uint32_t)len);
	jscan_buf_add(&bytes, data, len);
}

static void put_hash(void)
{
	unsigned char hash[JSCAN_SHA1_BYTES];
	struct jscan_sha1 sha1;

	jscan_sha1_init(&sha1);
	jscan_sha1_add(&sha1, bytes.data, bytes.len);
	jscan_sha1_finish(&sha1, hash);
	jscan_buf_add(&bytes, (const char *)hash, sizeof(hash));
}

static int read_it(void)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes.data, 1, bytes.len, file), bytes.len);
	assert_int_equal(fclose(file), 0);
	memset(&err, 0, sizeof(err));
	return jscan_index_read(&read_index, path, &arena, &err);
}

#define assert_paths(...) \
	do { \
		static const char *const wanted_paths[] = {__VA_ARGS__}; \
		assert_int_equal(read_index.count, COUNT_OF(wanted_paths)); \
		for (size_t n_path = 0; n_path < COUNT_OF(wanted_paths); \
		     n_path++) { \
			assert_string_equal(read_index.entries[n_path].path, \
					    wanted_paths[n_path]); \
			assert_int_equal(read_index.entries[n_path].len, \
					 strlen(wanted_paths[n_path])); \
		} \
	} while (0)

#define assert_refused(words) \
	do { \
		assert_int_equal(read_it(), -1); \
		assert_int_equal(err.code, JSCAN_ERR_REPOSITORY); \
		if (!strstr(err.message, words)) \
			fail_msg("%s", err.message); \
	} while (0)

#define assert_damaged() assert_refused("is damaged: git read-tree HEAD")

/* What was read is written as it was. */
static void check_same(void)
{
	struct jscan_buf out;

	jscan_buf_init(&out);
	jscan_index_format(&out, &read_index);
	assert_int_equal(out.len, bytes.len);
	assert_memory_equal(out.data, bytes.data, out.len);
	jscan_buf_release(&out);
}

static void versions(void **state)
{
	(void)state;
	begin(2, 2);
	put_path("a", 0, 0);
	put_path("sub/b", JSCAN_INDEX_ASSUME_VALID, 0);
	put_hash();
	assert_int_equal(read_it(), 0);
	assert_paths("a", "sub/b");
	assert_int_equal(read_index.version, 2);
	assert_int_equal(read_index.entries[0].flags, 0);
	assert_int_equal(read_index.entries[1].flags, JSCAN_INDEX_ASSUME_VALID);
	assert_int_equal(read_index.entries[1].mode, 0100644);
	assert_int_equal(read_index.entries[1].size, 7);
	assert_memory_equal(read_index.entries[1].id, ID_A, 20);
	assert_false(jscan_index_has_conflicts(&read_index));
	assert_non_null(jscan_index_find(&read_index, "sub/b"));
	assert_null(jscan_index_find(&read_index, "sub"));
	assert_null(jscan_index_find(&read_index, "z"));
	check_same();
	jscan_index_release(&read_index);

	begin(3, 2);
	put_path("a", EXTENDED, JSCAN_INDEX_INTENT_TO_ADD >> 16);
	put_path("b", EXTENDED, JSCAN_INDEX_SKIP_WORKTREE >> 16);
	put_hash();
	assert_int_equal(read_it(), 0);
	assert_paths("a", "b");
	assert_int_equal(read_index.entries[0].flags,
			 JSCAN_INDEX_INTENT_TO_ADD);
	assert_int_equal(read_index.entries[1].flags,
			 JSCAN_INDEX_SKIP_WORKTREE);
	check_same();
	jscan_index_release(&read_index);

	/* Two bytes more are not known to version 2. */
	begin(2, 1);
	put_path("a", EXTENDED, JSCAN_INDEX_INTENT_TO_ADD >> 16);
	put_hash();
	assert_damaged();
	for (uint32_t version = 0; version < 7; version++) {
		if (version >= 2 && version <= 4)
			continue;
		begin(version, 0);
		put_hash();
		assert_refused("which is not known");
	}
}

static void paths_that_are_cut_short(void **state)
{
	char name[301] = "";

	(void)state;
	begin(4, 3);
	put_short("\0", 1, "sub/ab");
	put_short("\1", 1, "c/d");
	put_short("\3", 1, "d");
	put_hash();
	assert_int_equal(read_it(), 0);
	assert_paths("sub/ab", "sub/ac/d", "sub/ad");
	jscan_index_release(&read_index);

	/* 300 bytes less: a number of two bytes. */
	memset(name, 'a', 300);
	begin(4, 2);
	put_short("\0", 1, name);
	put_short("\x81\x2c", 2, "b");
	put_hash();
	assert_int_equal(read_it(), 0);
	assert_int_equal(read_index.entries[0].len, 300);
	assert_string_equal(read_index.entries[1].path, "b");
	jscan_index_release(&read_index);

	/* More is cut away than there is. */
	begin(4, 1);
	put_short("\1", 1, "a");
	put_hash();
	assert_damaged();
	begin(4, 2);
	put_short("\0", 1, "a");
	put_short("\2", 1, "b");
	put_hash();
	assert_damaged();
	/* The number, or the path, has no end. */
	begin(4, 1);
	put_short("\xff\xff\xff\xff\xff\xff\xff\xff\0", 9, "a");
	put_hash();
	assert_damaged();
	begin(4, 1);
	put_fixed(0, 0);
	jscan_buf_adds(&bytes, "\xff\xff");
	put_hash();
	assert_damaged();
	begin(4, 1);
	put_fixed(0, 0);
	jscan_buf_add(&bytes, "\0aaa", 4);
	put_hash();
	assert_damaged();
}

/* Long names, and what they share, are written as they were read. */
static void long_paths_stay(void **state)
{
	static char names[3][5001];

	(void)state;
	for (int i = 0; i < 3; i++)
		memset(names[i], 'a', i == 1 ? 5000 : 4094);
	names[2][4093] = 'b';
	names[2][4094] = '\0';
	begin(2, 3);
	for (int i = 0; i < 3; i++) {
		size_t from = bytes.len, len = strlen(names[i]);

		put_fixed(len < 0xfff ? (unsigned)len : 0xfff, 0);
		jscan_buf_adds(&bytes, names[i]);
		do
			jscan_buf_addc(&bytes, '\0');
		while ((bytes.len - from) % 8);
	}
	put_hash();
	assert_int_equal(read_it(), 0);
	check_same();
	/* The same in version 4, and back. */
	read_index.version = 4;
	jscan_buf_clear(&bytes);
	jscan_index_format(&bytes, &read_index);
	jscan_index_release(&read_index);
	assert_int_equal(read_it(), 0);
	assert_int_equal(read_index.version, 4);
	assert_int_equal(read_index.count, 3);
	for (size_t i = 0; i < 3; i++)
		assert_string_equal(read_index.entries[i].path, names[i]);
	check_same();
	jscan_index_release(&read_index);
}

static void damage(void **state)
{
	(void)state;
	/* Too short for a head and a hash; another kind of file. */
	begin(2, 0);
	put_hash();
	bytes.len--;
	assert_damaged();
	jscan_buf_clear(&bytes);
	jscan_buf_adds(&bytes, "DIRX");
	jscan_put32(&bytes, 2);
	jscan_put32(&bytes, 0);
	put_hash();
	assert_damaged();
	/* More entries than there is room for, or than there are. */
	begin(2, 0xffffffff);
	put_hash();
	assert_damaged();
	begin(2, 2);
	put_path("a", 0, 0);
	put_hash();
	assert_damaged();
	/* A path without an end, and without the padding behind it. */
	begin(2, 1);
	put_fixed(1, 0);
	jscan_buf_adds(&bytes, "aaaa");
	put_hash();
	assert_damaged();
	begin(2, 1);
	put_fixed(1, 0);
	jscan_buf_add(&bytes, "aaa\0", 4);
	put_hash();
	assert_damaged();
	/* No name, the wrong order, the same name twice. */
	begin(2, 1);
	put_path("", 0, 0);
	put_hash();
	assert_damaged();
	begin(2, 2);
	put_path("b", 0, 0);
	put_path("a", 0, 0);
	put_hash();
	assert_damaged();
	begin(2, 2);
	put_path("a", 0, 0);
	put_path("a", 0, 0);
	put_hash();
	assert_damaged();
	begin(2, 2);
	put_path("a", 2u << 12, 0);
	put_path("a", 1u << 12, 0);
	put_hash();
	assert_damaged();
	/* The hash of other bytes; none at all is allowed. */
	begin(2, 1);
	put_path("a", 0, 0);
	put_hash();
	bytes.data[bytes.len - 1] ^= 1;
	assert_damaged();
	memset(bytes.data + bytes.len - 20, 0, 20);
	assert_int_equal(read_it(), 0);
	assert_true(read_index.has_no_hash);
	check_same();
	jscan_index_release(&read_index);
}

static void conflicts(void **state)
{
	(void)state;
	begin(2, 3);
	put_path("a", 1u << 12, 0);
	put_path("a", 2u << 12, 0);
	put_path("b", 0, 0);
	put_hash();
	assert_int_equal(read_it(), 0);
	assert_true(jscan_index_has_conflicts(&read_index));
	assert_null(jscan_index_find(&read_index, "a"));
	assert_int_equal(jscan_index_place(&read_index, "a"), 0);
	check_same();
	jscan_index_release(&read_index);
}

static void extensions(void **state)
{
	static const struct {
		const char *name;
		const char *refused; /* NULL: read */
	} cases[] = {
		{"UNTR", NULL},
		{"EOIE", NULL},
		{"Zzzz", NULL},
		{"link", "the index is split in two, which is not supported: "
			 "git update-index --no-split-index joins it"},
		{"sdir", "the index is sparse, which is not supported: git "
			 "sparse-checkout reapply --no-sparse-index fills it"},
		{"abcd", "an extension 'abcd' that is not known"},
		{"[bcd", "an extension '[bcd' that is not known"},
		{"@bcd", "an extension '@bcd' that is not known"},
		{"a\x7f\x1b\xff", "an extension 'a\?\?\?' that is not known"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		begin(2, 1);
		put_path("a", 0, 0);
		put_more(cases[i].name, "data", 4);
		put_hash();
		if (cases[i].refused) {
			assert_refused(cases[i].refused);
			continue;
		}
		assert_int_equal(read_it(), 0);
		assert_paths("a");
		jscan_index_release(&read_index);
	}
	/* These two are kept. */
	begin(2, 1);
	put_path("a", 0, 0);
	put_more("TREE", "\0001 0\n" ID_B, 25);
	put_more("REUC", "resolved", 8);
	put_hash();
	assert_int_equal(read_it(), 0);
	assert_int_equal(read_index.tree_cache_len, 25);
	assert_int_equal(read_index.resolved_len, 8);
	check_same();
	jscan_index_release(&read_index);
	/* Longer than the rest; and a rest that is no extension. */
	begin(2, 0);
	jscan_buf_adds(&bytes, "UNTR");
	jscan_put32(&bytes, 5);
	jscan_buf_adds(&bytes, "data");
	put_hash();
	assert_damaged();
	begin(2, 0);
	jscan_buf_adds(&bytes, "UNTR");
	put_hash();
	assert_damaged();
}

static void files_that_are_no_index(void **state)
{
	struct stat st;

	(void)state;
	assert_int_equal(unlink(path), 0);
	assert_int_equal(jscan_index_read(&read_index, path, &arena, &err), 0);
	assert_int_equal(read_index.count, 0);
	assert_int_equal(read_index.version, 2);
	assert_false(jscan_index_is_current(&read_index, path));
	jscan_index_release(&read_index);
	assert_int_equal(mkdir(path, 0777), 0);
	assert_int_equal(jscan_index_read(&read_index, path, &arena, &err), -1);
	assert_int_equal(err.code, JSCAN_ERR_IO);
	assert_int_equal(rmdir(path), 0);

	begin(2, 0);
	put_hash();
	assert_int_equal(read_it(), 0);
	assert_true(jscan_index_is_current(&read_index, path));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(read_index.mode, st.st_mode & 0777);
	/* Each of these makes it another file. */
	for (int i = 0; i < 7; i++) {
		struct stat *file = &read_index.file;
		const struct stat was = *file;

		file->st_ino += i == 0;
		file->st_dev += i == 1;
		file->st_size += i == 2;
		file->st_mtim.tv_sec += i == 3;
		file->st_mtim.tv_nsec += i == 4;
		file->st_ctim.tv_sec += i == 5;
		file->st_ctim.tv_nsec += i == 6;
		assert_false(jscan_index_is_current(&read_index, path));
		*file = was;
	}
	assert_true(jscan_index_is_current(&read_index, path));
	jscan_index_release(&read_index);
}

/* An entry of a file that is surely as it was staged, and what else it is. */
static void freshness(void **state)
{
	struct jscan_index index = {.written = {.tv_sec = 50, .tv_nsec = 5}};
	struct stat st = {.st_mode = S_IFREG | 0644,
			  .st_mtim = {.tv_sec = 40, .tv_nsec = 4},
			  .st_ctim = {.tv_sec = 41, .tv_nsec = 3},
			  .st_ino = 6,
			  .st_uid = 7,
			  .st_gid = 8,
			  .st_size = 9};
	const struct jscan_index_entry whole = {.mode = 0100644,
						.mtime = 40,
						.mtime_ns = 4,
						.ctime = 41,
						.ctime_ns = 3,
						.ino = 6,
						.uid = 7,
						.gid = 8,
						.size = 9};
	struct jscan_index_entry entry = whole;

	(void)state;
	assert_true(jscan_index_is_fresh(&index, &entry, &st, true));
	for (int i = 0; i < 10; i++) {
		entry = whole;
		entry.mtime += i == 0;
		entry.mtime_ns += i == 1;
		entry.ctime += i == 2;
		entry.ctime_ns += i == 3;
		entry.ino += i == 4;
		entry.uid += i == 5;
		entry.gid += i == 6;
		entry.size += i == 7;
		entry.flags = i == 8 ? JSCAN_INDEX_INTENT_TO_ADD : 0;
		entry.mode = i == 9 ? 0120000 : 0100644;
		assert_false(jscan_index_is_fresh(&index, &entry, &st, true));
	}
	/* Whether it may be run counts where modes can be trusted. */
	entry = whole;
	entry.mode = 0100755;
	assert_false(jscan_index_is_fresh(&index, &entry, &st, true));
	assert_true(jscan_index_is_fresh(&index, &entry, &st, false));
	entry = whole;
	st.st_mode = S_IFLNK | 0777;
	assert_false(jscan_index_is_fresh(&index, &entry, &st, false));
	st.st_mode = S_IFREG | 0644;
	/* Written in the same tick, or before: nobody can tell. */
	index.written = (struct timespec){.tv_sec = 40, .tv_nsec = 5};
	assert_true(jscan_index_is_fresh(&index, &entry, &st, true));
	index.written.tv_nsec = 4;
	assert_false(jscan_index_is_fresh(&index, &entry, &st, true));
	index.written = (struct timespec){.tv_sec = 39, .tv_nsec = 9};
	assert_false(jscan_index_is_fresh(&index, &entry, &st, true));
	/* It was never written. */
	index.written = (struct timespec){0};
	assert_true(jscan_index_is_fresh(&index, &entry, &st, true));
}

static void make(size_t count, const char *const *names)
{
	begin(2, (uint32_t)count);
	for (size_t i = 0; i < count; i++)
		put_path(names[i], 0, 0);
	put_hash();
	assert_int_equal(read_it(), 0);
}

#define AN_ID ((const unsigned char *)ID_B)

/* Files in the place of folders, and the other way round. */
static void what_is_displaced_goes(void **state)
{
	static const char *const names[] = {"a/b/c", "a/d", "e", "f/g", "h"};
	static const struct jscan_change changes[] = {
		{"a/b", AN_ID, 0100644, NULL},
		{"e/f/g", AN_ID, 0100644, NULL},
		{"f", NULL, 0, NULL},
		{"h/i", NULL, 0, NULL},
	};

	(void)state;
	make(COUNT_OF(names), names);
	jscan_index_apply(&read_index, changes, COUNT_OF(changes), AT_FDCWD);
	/* What only goes displaces nothing. */
	assert_paths("a/b", "a/d", "e/f/g", "f/g", "h");
	assert_memory_equal(read_index.entries[0].id, ID_B, 20);
	assert_int_equal(read_index.entries[0].size, 0);
	jscan_index_release(&read_index);
}

static void files_come_and_go(void **state)
{
	static const char *const names[] = {"b", "d", "e"};
	struct stat st = {.st_mtim = {.tv_sec = 5}, .st_size = 9};
	const struct jscan_change changes[] = {
		{"a", AN_ID, 0100644, &st},  {"b", AN_ID, 0100755, &st},
		{"c", NULL, 0, NULL},	     {"d", NULL, 0, NULL},
		{"f", AN_ID, 0100644, NULL},
	};

	(void)state;
	make(COUNT_OF(names), names);
	jscan_index_apply(&read_index, changes, COUNT_OF(changes), AT_FDCWD);
	assert_paths("a", "b", "e", "f");
	assert_int_equal(read_index.entries[0].mtime, 5);
	assert_int_equal(read_index.entries[0].size, 9);
	assert_int_equal(read_index.entries[1].mode, 0100755);
	assert_int_equal(read_index.entries[2].size, 7);
	assert_int_equal(read_index.entries[3].mtime, 0);
	jscan_index_release(&read_index);
}

/* One level after another; a change forgets the trees above it alone. */
static void cached_trees(void **state)
{
	static const char *const names[] = {"a/b/c", "a/d", "e/f", "g"};
	static const struct jscan_change change = {"a/d", AN_ID, 0100644, NULL};
	static const char whole[] = "\0004 2\n" ID_A "a\0002 1\n" ID_A
				    "b\0001 0\n" ID_A "e\0001 0\n" ID_B;
	static const char after[] =
		"\0-1 2\na\0-1 1\nb\0001 0\n" ID_A "e\0001 0\n" ID_B;
	struct jscan_tree_cache cache;

	(void)state;
	begin(2, COUNT_OF(names));
	for (size_t i = 0; i < COUNT_OF(names); i++)
		put_path(names[i], 0, 0);
	put_more("TREE", whole, sizeof(whole) - 1);
	put_hash();
	assert_int_equal(read_it(), 0);
	jscan_tree_cache_read(&cache, &read_index, &arena);
	assert_int_equal(cache.count, 4);
	assert_true(
		jscan_tree_cache_has(&cache, "", (const unsigned char *)ID_A));
	assert_true(jscan_tree_cache_has(&cache, "a/b/",
					 (const unsigned char *)ID_A));
	assert_true(jscan_tree_cache_has(&cache, "e/", AN_ID));
	assert_false(jscan_tree_cache_has(&cache, "e/",
					  (const unsigned char *)ID_A));
	assert_false(jscan_tree_cache_has(&cache, "e", AN_ID));
	jscan_index_apply(&read_index, &change, 1, AT_FDCWD);
	assert_int_equal(read_index.tree_cache_len, sizeof(after) - 1);
	assert_memory_equal(read_index.tree_cache, after, sizeof(after) - 1);
	jscan_tree_cache_read(&cache, &read_index, &arena);
	assert_int_equal(cache.count, 2);
	assert_false(jscan_tree_cache_has(&cache, "a/",
					  (const unsigned char *)ID_A));
	jscan_index_release(&read_index);
}

/* What makes no sense counts as if it were not there. */
static void damaged_trees(void **state)
{
#define TEXT(text) \
	{ \
		text, sizeof(text) - 1 \
	}
	static const struct {
		const char *data;
		size_t len;
	} cases[] = {
		TEXT("a"),
		TEXT("\0"),
		TEXT("\0001"),
		TEXT("\0001 "),
		TEXT("\0001 0"),
		TEXT("\0001 0\n"),
		TEXT("\0001 0\naaaaaaaaaaaaaaaaaaa"),
		TEXT("\0x 0\n" ID_A),
		TEXT("\0001x 0\n" ID_A),
		TEXT("\0001 x\n" ID_A),
		TEXT("\0001 /\n" ID_A),
		TEXT("\0001 0x\n" ID_A),
		TEXT("\0001 -1\n" ID_A),
		TEXT("\0001 1\n" ID_A),
		TEXT("\0001 1\n" ID_A "a"),
		TEXT("\0001 1\n" ID_A "a\n\0"),
		TEXT("\0001 1000000000000\n" ID_A),
		TEXT("\0001\n0 0\n" ID_A),
		TEXT("\n"),
		TEXT("a\n\0"),
	};
#undef TEXT
	static const char *const names[] = {"a"};
	static const struct jscan_change change = {"b", AN_ID, 0100644, NULL};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_tree_cache cache;

		make(COUNT_OF(names), names);
		read_index.tree_cache = cases[i].data;
		read_index.tree_cache_len = cases[i].len;
		jscan_tree_cache_read(&cache, &read_index, &arena);
		if (cache.count)
			fail_msg("%zu", i);
		jscan_index_apply(&read_index, &change, 1, AT_FDCWD);
		if (read_index.tree_cache_len)
			fail_msg("%zu is kept", i);
		assert_paths("a", "b");
		jscan_index_release(&read_index);
	}
}

/* Deeper than any journal: git is not followed there. */
static void deep_trees(void **state)
{
	static const char *const names[] = {"a"};
	static const struct jscan_change change = {"b", AN_ID, 0100644, NULL};
	struct jscan_tree_cache cache;
	struct jscan_buf deep;

	(void)state;
	jscan_buf_init(&deep);
	for (int i = 0; i < 256; i++)
		jscan_buf_addf(&deep, "%s%c-1 %d\n", i ? "a" : "", 0, i < 255);
	make(COUNT_OF(names), names);
	read_index.tree_cache = deep.data;
	read_index.tree_cache_len = deep.len;
	jscan_tree_cache_read(&cache, &read_index, &arena);
	assert_int_equal(cache.count, 0);
	/* What is written for git keeps them all. */
	jscan_index_apply(&read_index, &change, 1, AT_FDCWD);
	assert_int_equal(read_index.tree_cache_len, deep.len);
	jscan_index_release(&read_index);

	/* At the bound the last has its tree, past it nothing is taken. */
	for (int depth = 256; depth <= 257; depth++) {
		jscan_buf_clear(&deep);
		for (int i = 0; i < depth; i++)
			jscan_buf_addf(&deep, "%s%c1 %d\n" ID_A, i ? "a" : "",
				       0, i < depth - 1);
		read_index.tree_cache = deep.data;
		read_index.tree_cache_len = deep.len;
		jscan_tree_cache_read(&cache, &read_index, &arena);
		assert_int_equal(cache.count, depth == 256 ? 256 : 0);
	}
	jscan_buf_release(&deep);
}

/* A file that may have changed in the tick of the index looks changed to git.
 */
static void racy_files_are_marked(void **state)
{
	char folder[] = "/tmp/journalscan-racy-XXXXXX", name[64];
	static const char *const names[] = {"gone", "here/not", "old", "young"};
	static const struct jscan_change change = {"z", AN_ID, 0100644, NULL};
	FILE *file;
	int fd;

	(void)state;
	assert_non_null(mkdtemp(folder));
	fd = open(folder, O_RDONLY | O_DIRECTORY);
	assert_true(fd >= 0);
	for (int i = 0; i < 3; i++) {
		static const char *const made[] = {"here", "old", "young"};

		snprintf(name, sizeof(name), "%s/%s", folder, made[i]);
		file = fopen(name, "w");
		assert_non_null(file);
		fclose(file);
	}
	make(COUNT_OF(names), names);
	read_index.written.tv_sec = 100;
	for (size_t i = 0; i < read_index.count; i++)
		read_index.entries[i].mtime = i == 2 ? 99 : 100;
	jscan_index_apply(&read_index, &change, 1, fd);
	assert_paths("gone", "here/not", "old", "young", "z");
	/* Those that are not there look so by themselves. */
	assert_int_equal(read_index.entries[0].size, 7);
	assert_int_equal(read_index.entries[1].size, 7);
	assert_int_equal(read_index.entries[2].size, 7);
	assert_int_equal(read_index.entries[3].size, 0);
	jscan_index_release(&read_index);
	/* An index that was never written, and entries in conflict. */
	make(COUNT_OF(names), names);
	read_index.written = (struct timespec){0};
	read_index.entries[3].mtime = 100;
	jscan_index_apply(&read_index, &change, 1, fd);
	assert_int_equal(read_index.entries[3].size, 7);
	jscan_index_release(&read_index);
	make(COUNT_OF(names), names);
	read_index.written.tv_sec = 100;
	read_index.entries[3].mtime = 100;
	read_index.entries[3].stage = 2;
	jscan_index_apply(&read_index, &change, 1, fd);
	assert_int_equal(read_index.entries[3].size, 7);
	jscan_index_release(&read_index);
	for (int i = 0; i < 3; i++) {
		static const char *const made[] = {"here", "old", "young"};

		snprintf(name, sizeof(name), "%s/%s", folder, made[i]);
		unlink(name);
	}
	close(fd);
	assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, finish)
	const struct CMUnitTest tests[] = {
		TEST(versions),
		TEST(paths_that_are_cut_short),
		TEST(long_paths_stay),
		TEST(damage),
		TEST(conflicts),
		TEST(extensions),
		TEST(files_that_are_no_index),
		TEST(freshness),
		TEST(what_is_displaced_goes),
		TEST(files_come_and_go),
		TEST(cached_trees),
		TEST(damaged_trees),
		TEST(deep_trees),
		TEST(racy_files_are_marked),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL);
}
