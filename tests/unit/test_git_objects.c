/*
 * Objects that git keeps in odd ways: loose ones whose head is wrong, packs
 * with indexes of other kinds, many at once, a long past; and the files by
 * which a person ignores notes.
 */
#include "unit/git_world.h"

#include <zlib.h>

#include "config/config.h"
#include "git/commits.h"
#include "git/head.h"
#include "git/internal.h"
#include "git/pack.h"
#include "git/past.h"
#include "git/store.h"

#define NAME "aabbccddeeff00112233445566778899aabbccdd"

static struct jscan_repository *open_plain(void)
{
	struct jscan_repository_options options = {
		.environment = (const char *const *)world_environment,
		.is_hook = true,
		.is_plain = true};
	struct jscan_repository *repository = NULL;
	struct jscan_error err;

	if (jscan_repository_open(&repository, world_dir, &options, &err) < 0)
		fail_msg("%s", err.message);
	return repository;
}

/* A loose object of that name, which it does not have by its content. */
static void put_loose(const char *content, size_t len, bool is_deflated)
{
	unsigned char deflated[70000];
	uLongf deflated_len = sizeof(deflated);
	char path[256];
	FILE *file;

	assert_int_equal(compress(deflated, &deflated_len,
				  (const unsigned char *)content, len),
			 Z_OK);
	sh("mkdir -p .git/objects/aa");
	snprintf(path, sizeof(path), "%s/.git/objects/aa/%s", world_dir,
		 &NAME[2]);
	unlink(path);
	file = fopen(path, "w");
	assert_non_null(file);
	if (is_deflated)
		assert_int_equal(fwrite(deflated, 1, deflated_len, file),
				 deflated_len);
	else
		assert_int_equal(fwrite(content, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

static void heads_of_loose_objects(void **state)
{
#define TEXT(text) text, sizeof(text) - 1
	static const struct {
		const char *content;
		size_t len;
		bool is_read; /* without libgit2, which says no to the others */
		enum jscan_object_type type;
	} cases[] = {
		{TEXT("blob 3\0abc"), true, JSCAN_OBJECT_BLOB},
		{TEXT("tree 3\0abc"), true, JSCAN_OBJECT_TREE},
		{TEXT("commit 3\0abc"), true, JSCAN_OBJECT_COMMIT},
		{TEXT("blob 4\0abc"), false, 0},
		{TEXT("blob 2\0abc"), false, 0},
		{TEXT("blob x\0abc"), false, 0},
		{TEXT("blob \0abc"), false, 0},
		{TEXT("blob -3\0abc"), false, 0},
		{TEXT("blob :\0abc"), false, 0},
		{TEXT("what 3\0abc"), false, 0},
		{TEXT("blob 3abc"), false, 0},
		{TEXT("blob"), false, 0},
		{TEXT(""), false, 0},
	};
#undef TEXT
	unsigned char id[JSCAN_SHA1_BYTES];

	(void)state;
	assert_true(jscan_head_parse_id(id, NAME));
	for (size_t i = 0; i < 2 * COUNT_OF(cases); i++) {
		bool is_deflated = i < COUNT_OF(cases);
		size_t n = i % COUNT_OF(cases);
		struct jscan_repository *repository = open_plain();
		enum jscan_object_type type;
		enum jscan_store_result result;
		struct jscan_error err;
		struct jscan_buf out;

		put_loose(cases[n].content, cases[n].len, is_deflated);
		jscan_buf_init(&out);
		result = jscan_store_read_start(&out, &type, repository, id,
						100, &err);
		if (is_deflated && cases[n].is_read) {
			assert_int_equal(result, JSCAN_STORE_OK);
			assert_int_equal(type, cases[n].type);
			assert_int_equal(out.len, 3);
			assert_memory_equal(out.data, "abc", 3);
			assert_null(repository->git);
		} else if (result != JSCAN_STORE_FAILED) {
			fail_msg("%zu: %d %zu '%s'", i, (int)result, out.len,
				 out.data);
		} else {
			assert_int_equal(out.len, 0);
		}
		jscan_buf_release(&out);
		jscan_repository_free(repository);
	}
}

/* Longer than the pieces in which it is read, and than what it says. */
static void long_loose_objects(void **state)
{
	static char content[60000];
	unsigned char id[JSCAN_SHA1_BYTES];

	(void)state;
	assert_true(jscan_head_parse_id(id, NAME));
	for (int more = -1; more <= 1; more++) {
		struct jscan_repository *repository = open_plain();
		enum jscan_object_type type;
		enum jscan_store_result result;
		struct jscan_error err;
		struct jscan_buf out;
		size_t head = (size_t)sprintf(content, "blob 50000") + 1;

		memset(content + head, 'x', 50001);
		put_loose(content, head + 50000 + (size_t)more, true);
		jscan_buf_init(&out);
		result = jscan_store_read_start(&out, &type, repository, id,
						60000, &err);
		assert_int_equal(result,
				 more ? JSCAN_STORE_FAILED : JSCAN_STORE_OK);
		assert_int_equal(out.len, more ? 0 : 50000);
		jscan_buf_clear(&out);
		result = jscan_store_read(&out, &type, repository, id, 49999,
					  &err);
		assert_int_equal(result, JSCAN_STORE_TOO_BIG);
		jscan_buf_release(&out);
		jscan_repository_free(repository);
	}
}

/* However much is missing: said, and not waited for. */
static void objects_that_are_cut_short(void **state)
{
	struct jscan_repository_options options = {
		.environment = (const char *const *)world_environment};
	static const int kept[] = {0, 1, 10, 40, 100, 2000};

	(void)state;
	sh("seq 9000 | shuf --random-source=/bin/sh >a.md; git add -A;"
	   "git commit -qm \"$(seq 9000)\"; chmod -R u+w .git/objects;"
	   "cp -r .git/objects ../whole");
	for (size_t i = 0; i < 2 * COUNT_OF(kept); i++) {
		bool is_commit = i % 2;
		const char *name = is_commit ? "HEAD" : "HEAD:a.md";
		struct jscan_repository *repository = NULL;
		unsigned char id[JSCAN_SHA1_BYTES];
		enum jscan_object_type type;
		struct jscan_commits commits;
		struct jscan_arena arena;
		struct jscan_error err;
		struct jscan_buf out;

		sh("rm -rf .git/objects; cp -r ../whole .git/objects");
		assert_true(
			jscan_head_parse_id(id, sh("git rev-parse %s", name)));
		assert_int_equal(jscan_repository_open(&repository, world_dir,
						       &options, &err),
				 0);
		sh("id=$(git rev-parse %s); f=$(echo $id | "
		   "sed 's|^..|.git/objects/&/|'); truncate -s %d $f",
		   name, kept[i / 2]);
		jscan_arena_init(&arena);
		jscan_buf_init(&out);
		alarm(20);
		assert_int_equal(jscan_store_read(&out, &type, repository, id,
						  SIZE_MAX, &err),
				 JSCAN_STORE_FAILED);
		assert_int_equal(err.code, JSCAN_ERR_REPOSITORY);
		assert_int_equal(jscan_commits_list(&commits, repository, NULL,
						    &arena, &err),
				 is_commit ? -1 : 0);
		alarm(0);
		jscan_buf_release(&out);
		jscan_arena_release(&arena);
		jscan_repository_free(repository);
	}
}

/* Places past 2 GiB have a table of their own; version 1 is for libgit2. */
static void kinds_of_pack_indexes(void **state)
{
	static const struct {
		const char *option;
		enum jscan_pack_result result;
	} cases[] = {
		{"2", JSCAN_PACK_FOUND},
		{"2,0x0", JSCAN_PACK_FOUND},
		{"2,0x40", JSCAN_PACK_FOUND},
		{"1", JSCAN_PACK_UNKNOWN},
	};
	unsigned char id[JSCAN_SHA1_BYTES];
	char folder[256];

	(void)state;
	sh("for i in 1 2 3; do { seq 50; echo $i; } >t.md;"
	   " git add -A; git commit -qm $i; done; git repack -adfq");
	assert_true(jscan_head_parse_id(id, sh("git rev-parse HEAD~2:t.md")));
	snprintf(folder, sizeof(folder), "%s/.git/objects/pack", world_dir);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_arena arena;
		struct jscan_buf out;
		unsigned type = 0;

		sh("cd .git/objects/pack && rm -f *.idx *.rev *.bitmap && "
		   "git index-pack --index-version=%s *.pack",
		   cases[i].option);
		jscan_arena_init(&arena);
		jscan_buf_init(&out);
		if (jscan_packs_read(&out, &type, folder, id, 1 << 20,
				     &arena) != cases[i].result)
			fail_msg("%s", cases[i].option);
		if (cases[i].result == JSCAN_PACK_FOUND) {
			assert_int_equal(type, 3);
			assert_int_equal(out.len, 143);
			/* Larger than is wanted. */
			jscan_buf_clear(&out);
			assert_int_equal(jscan_packs_read(&out, &type, folder,
							  id, 142, &arena),
					 JSCAN_PACK_TOO_BIG);
			assert_int_equal(out.len, 0);
		}
		jscan_buf_release(&out);
		jscan_arena_release(&arena);
	}
}

/* More than the tables begin with; the whole repository is sound. */
static void a_thousand_notes_at_once(void **state)
{
	(void)state;
	sh("mkdir a b; for i in $(seq 600); do"
	   " echo \"company: A $i\" >a/$i.md; echo \"company: B $i\" >b/$i.md;"
	   "done");
	snapshot();
	assert_made(true);
	assert_string_equal(sh("git ls-tree -r HEAD | wc -l"), "1200");
	assert_string_equal(sh("git status --porcelain"), "");
}

/* Every version of a note once, also past the size that tables begin with. */
static void a_long_past(void **state)
{
	struct jscan_repository_options options = {
		.environment = (const char *const *)world_environment};
	struct jscan_config config;
	struct jscan_past *past;
	struct jscan_error err;

	(void)state;
	sh("for i in $(seq 700); do"
	   "  printf 'commit refs/heads/main\\ncommitter A <a@b> %%d +0000\\n"
	   "data 1\\nx\\nM 644 inline a.md\\ndata 5\\n%%04d\\n\\n' $i "
	   "$((i %% 650)); done | git fast-import --quiet --force");
	jscan_config_init(&config);
	if (jscan_past_open(&past, world_dir, NULL, &config, &options, &err) <
	    0)
		fail_msg("%s", err.message);
	assert_int_equal(past->commits.count, 700);
	for (size_t i = 0; i < 700; i++) {
		assert_int_equal(past->notes[i].count, 1);
		/* The first fifty come again in the end. */
		assert_int_equal(past->notes[i].versions[0],
				 past->notes[i % 650].versions[0]);
		assert_int_equal(past->notes[i].is_repeated, i >= 650);
	}
	jscan_past_free(past);
	assert_int_equal(jscan_past_open(&past, world_dir, "nothing", &config,
					 &options, &err),
			 -1);
	assert_int_equal(err.code, JSCAN_ERR_NOT_FOUND);
}

/* Where a person's own file of what is ignored is looked for, as git does. */
static void files_of_what_is_ignored(void **state)
{
	static const struct {
		const char *made_by;
		const char *xdg; /* below the home folder, or NULL */
		bool is_ignored;
	} cases[] = {
		{"true", NULL, false},
		{"mkdir -p ~/.config/git; echo b.md >~/.config/git/ignore",
		 NULL, true},
		{"mkdir -p ~/.config/git; echo b.md >~/.config/git/ignore",
		 "xdg", false},
		{"mkdir -p ~/xdg/git; echo b.md >~/xdg/git/ignore", "xdg",
		 true},
		{"echo b.md >~/own; git config core.excludesFile '~/own'", NULL,
		 true},
		{"echo b.md >~/own; git config core.excludesFile ~/own", NULL,
		 true},
		{"echo b.md >~/own; git config core.excludesFile '~/not'", NULL,
		 false},
		{"echo b.md >.git/info/exclude", NULL, true},
		{"mkdir -p ~/.config/git; echo b.md >~/.config/git/ignore;"
		 "git config core.excludesFile ''",
		 NULL, false},
	};

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		char xdg[128] = "";

		world_start(state);
		sh("mkdir -p .git/info; %s", cases[i].made_by);
		if (cases[i].xdg) {
			snprintf(xdg, sizeof(xdg), "%s/%s", world_root,
				 cases[i].xdg);
			world_set(2, "XDG_CONFIG_HOME", xdg);
		}
		put_entry("a.md", "Words.");
		put_entry("b.md", "Words.");
		/* git's own opinion first. */
		if ((strlen(sh("%s%s git check-ignore b.md || true",
			       cases[i].xdg ? "XDG_CONFIG_HOME=" : "", xdg)) !=
		     0) != cases[i].is_ignored)
			fail_msg("git: %s", cases[i].made_by);
		snapshot();
		if (strcmp(sh("git ls-files"),
			   cases[i].is_ignored ? "a.md" : "a.md\nb.md"))
			fail_msg("%s", cases[i].made_by);
		world_end(state);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, world_start, world_end)
	const struct CMUnitTest tests[] = {
		TEST(heads_of_loose_objects),
		TEST(long_loose_objects),
		TEST(objects_that_are_cut_short),
		TEST(kinds_of_pack_indexes),
		TEST(a_thousand_notes_at_once),
		TEST(a_long_past),
		cmocka_unit_test(files_of_what_is_ignored),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL);
}
