/*
 * What the hook reads of a repository without libgit2: objects, loose and
 * packed, where HEAD stands, and git's configuration; each as git has it.
 */
#include "unit/git_world.h"

#include "git/head.h"
#include "git/internal.h"
#include "git/pack.h"
#include "git/settings.h"
#include "git/store.h"

static struct jscan_repository *open_plain(void)
{
	struct jscan_repository_options options = {
		.environment = (const char *const *)world_environment,
		.is_hook = true,
		.is_plain = true};
	struct jscan_repository *repository = NULL;
	struct jscan_error err;

	if (jscan_repository_open(&repository, world_dir, &options, &err) < 0)
		print_error("%s\n", err.message);
	assert_non_null(repository);
	return repository;
}

/* Forty versions of a text that grows in the middle, in three folders. */
static void make_history(void)
{
	sh("for i in $(seq 40); do"
	   "  for d in a a/b c; do mkdir -p $d;"
	   "    { seq 300; echo \"$d $i\"; seq 300 $((300 + i * 7)); } >$d/t.md;"
	   "    echo \"$i\" >$d/n$i.md;"
	   "  done;"
	   "  git add -A; git commit -qm \"$i\";"
	   "done");
}

/* Reads every object of the repository and has git name what was read. */
static void check_all_objects(bool is_packed)
{
	struct jscan_repository *repository = open_plain();
	char *list = strdup(sh("git cat-file --batch-all-objects "
			       "--batch-check | grep -v ' tag '"));
	size_t count = 0, packed = 0;
	struct jscan_buf bytes;

	assert_null(repository->git);
	jscan_buf_init(&bytes);
	for (char *line = strtok(list, "\n"); line; line = strtok(NULL, "\n")) {
		static const char *const names[] = {"", "commit", "tree",
						    "blob"};
		unsigned char id[JSCAN_SHA1_BYTES], again[JSCAN_SHA1_BYTES];
		enum jscan_object_type type;
		struct jscan_error err;
		bool is_loose;

		assert_true(jscan_head_parse_id(id, line));
		jscan_buf_clear(&bytes);
		assert_int_equal(jscan_store_read(&bytes, &type, repository,
						  id, SIZE_MAX, &err),
				 JSCAN_STORE_OK);
		jscan_sha1_object(again, names[type], bytes.data, bytes.len);
		assert_memory_equal(id, again, sizeof(id));
		assert_int_equal(jscan_store_find_loose(&is_loose, repository,
							id, &err),
				 0);
		packed += !is_loose;
		count++;
	}
	/* All of that without libgit2. */
	assert_null(repository->git);
	assert_true(count > 200);
	assert_int_equal(packed, is_packed ? count : 0);
	jscan_buf_release(&bytes);
	free(list);
	jscan_repository_free(repository);
}

static void objects_are_read_as_git_has_them(void **state)
{
	(void)state;
	make_history();
	check_all_objects(false);
	sh("git repack -adfq --depth=50 --window=50");
	sh("git prune-packed");
	check_all_objects(true);
	/* Differences that name their base instead of its place. */
	sh("git config repack.useDeltaBaseOffset false;"
	   "git repack -adfq --depth=50 --window=50");
	check_all_objects(true);
	sh("git gc -q && git pack-refs --all");
	check_all_objects(true);
}

static void sizes_have_limits(void **state)
{
	struct jscan_repository *repository;
	enum jscan_object_type type;
	unsigned char id[JSCAN_SHA1_BYTES];
	struct jscan_buf bytes;
	struct jscan_error err;

	(void)state;
	sh("seq 10000 >big.md; git add big.md");
	repository = open_plain();
	jscan_buf_init(&bytes);
	assert_true(jscan_head_parse_id(id, sh("git rev-parse :big.md")));
	assert_int_equal(jscan_store_read(&bytes, &type, repository, id, 48893,
					  &err),
			 JSCAN_STORE_TOO_BIG);
	assert_int_equal(bytes.len, 0);
	assert_int_equal(jscan_store_read(&bytes, &type, repository, id, 48894,
					  &err),
			 JSCAN_STORE_OK);
	assert_int_equal(bytes.len, 48894);
	jscan_buf_clear(&bytes);
	assert_int_equal(jscan_store_read_start(&bytes, &type, repository, id,
						100, &err),
			 JSCAN_STORE_OK);
	assert_in_range(bytes.len, 100, 40000);
	assert_memory_equal(bytes.data, "1\n2\n3\n4\n5\n", 10);
	jscan_buf_release(&bytes);
	jscan_repository_free(repository);
}

/* Every byte of a small pack and its index, changed. */
static void damaged_packs_are_left_to_git(void **state)
{
	char path[8192], folder[4096], *name;
	unsigned char id[JSCAN_SHA1_BYTES];
	struct jscan_arena arena;
	struct jscan_buf bytes;

	(void)state;
	sh("for i in 1 2 3; do { seq 50; echo $i; } >t.md;"
	   " git add -A; git commit -qm $i; done; git repack -adfq");
	assert_true(jscan_head_parse_id(id, sh("git rev-parse HEAD~2:t.md")));
	snprintf(folder, sizeof(folder), "%s/.git/objects/pack", world_dir);
	jscan_arena_init(&arena);
	jscan_buf_init(&bytes);
	name = strdup(sh("chmod u+w .git/objects/pack/*;"
			 "cd .git/objects/pack && echo *.idx *.pack"));
	for (char *file = strtok(name, " "); file; file = strtok(NULL, " ")) {
		FILE *stream;
		int byte;

		snprintf(path, sizeof(path), "%s/%s", folder, file);
		stream = fopen(path, "r+");
		assert_non_null(stream);
		for (long at = 0; fseek(stream, at, SEEK_SET) == 0 &&
				  (byte = fgetc(stream)) != EOF;
		     at++) {
			enum jscan_pack_result result;
			unsigned type;

			assert_int_equal(fseek(stream, at, SEEK_SET),
					 0);
			fputc(byte ^ 0x55, stream);
			fflush(stream);
			jscan_buf_clear(&bytes);
			result = jscan_packs_read(&bytes, &type, folder, id,
						  1 << 20, &arena);
			if (result == JSCAN_PACK_FOUND)
				assert_in_range(bytes.len, 0, 1 << 20);
			else
				assert_int_equal(bytes.len, 0);
			assert_int_equal(fseek(stream, at, SEEK_SET),
					 0);
			fputc(byte, stream);
			fflush(stream);
		}
		fclose(stream);
	}
	assert_int_equal(jscan_packs_read(&bytes, &(unsigned){0}, folder, id,
					  1 << 20, &arena),
			 JSCAN_PACK_FOUND);
	free(name);
	jscan_buf_release(&bytes);
	jscan_arena_release(&arena);
}

static void check_head(const char *ref)
{
	struct jscan_repository *repository = open_plain();
	struct jscan_branch branch = {.ref = NULL};
	char hex[2 * JSCAN_SHA1_BYTES + 1];

	assert_true(jscan_head_find(&branch, repository));
	assert_string_equal(branch.ref, ref);
	if (!branch.is_unborn) {
		jscan_sha1_hex(hex, branch.commit);
		assert_string_equal(hex, sh("git rev-parse HEAD"));
	}
	jscan_repository_free(repository);
}

static void head_stands_where_git_says(void **state)
{
	struct jscan_repository *repository;
	struct jscan_branch branch;

	(void)state;
	check_head("refs/heads/main");
	sh("git commit -q --allow-empty -m one");
	check_head("refs/heads/main");
	sh("git branch x/y; git commit -q --allow-empty -m two");
	sh("git pack-refs --all --prune");
	check_head("refs/heads/main");
	sh("git checkout -q x/y");
	check_head("refs/heads/x/y");
	sh("git checkout -q --orphan new");
	check_head("refs/heads/new");
	sh("git checkout -q --detach main");
	check_head("HEAD");
	/* What git would not make is for libgit2 to say no to. */
	sh("echo 'ref: refs/../config' >.git/HEAD");
	repository = open_plain();
	assert_false(jscan_head_find(&branch, repository));
	jscan_repository_free(repository);
	sh("git symbolic-ref HEAD refs/heads/main");
}

static const struct {
	const char *text;
	bool is_sound;
	const char *name, *value; /* NULL: not there; "-": without a value */
} texts[] = {
	{"", true, "core.a", NULL},
	{"[core]\n\ta = b\n", true, "core.a", "b"},
	{"[Core]\r\n\tFileMode=false\r\n", true, "core.filemode", "false"},
	{"[core]a=b", true, "core.a", "b"},
	{"[core]\n a\n", true, "core.a", "-"},
	{"[core]\n a ; said\n", true, "core.a", "-"},
	{"[core]\na = b # said\n", true, "core.a", "b"},
	{"[core]\na = \" b # c \" \n", true, "core.a", " b # c "},
	{"[core]\na = b  c\t \n", true, "core.a", "b  c"},
	{"[core]\na = b\\\n c\n", true, "core.a", "b c"},
	{"[core]\na = \"x\\ty\\n\\\"\\\\\"\n", true, "core.a", "x\ty\n\"\\"},
	{"[core]\na = 1\na = 2\n", true, "core.a", "2"},
	{"[core]\na =\n", true, "core.a", ""},
	{"[a \"B.\\\"c\"]\nd = e\n", true, "a.B.\"c.d", "e"},
	{"# x\n; y\n[core]\n", true, "core.a", NULL},
	{"[include]\npath = x\n", false, NULL, NULL},
	{"[includeIf \"gitdir:x\"]\npath = x\n", false, NULL, NULL},
	{"a = b\n", false, NULL, NULL},
	{"[core\na = b\n", false, NULL, NULL},
	{"[]\n", false, NULL, NULL},
	{"[core]\na = \"b\n", false, NULL, NULL},
	{"[core]\na = \\x\n", false, NULL, NULL},
	{"[core]\na b = c\n", false, NULL, NULL},
	{"[core]\n-a = c\n", false, NULL, NULL},
	{"[core \"a]\n", false, NULL, NULL},
};

static void settings_are_read_as_git_does(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct jscan_git_settings settings = {NULL, 0};
		const struct jscan_git_setting *found;
		struct jscan_arena arena;
		bool is_sound;

		jscan_arena_init(&arena);
		is_sound = jscan_git_settings_parse(&settings, texts[i].text,
						    strlen(texts[i].text),
						    &arena);
		if (is_sound != texts[i].is_sound)
			print_error("%s\n", texts[i].text);
		assert_int_equal(is_sound, texts[i].is_sound);
		if (texts[i].name) {
			found = jscan_git_settings_find(&settings,
							texts[i].name);
			assert_int_equal(found != NULL, texts[i].value != NULL);
			if (found)
				assert_string_equal(
					found->value ? found->value : "-",
					texts[i].value);
		}
		jscan_arena_release(&arena);
	}
}

/* Repositories that only libgit2 opens, and those that it need not open. */
static const struct {
	const char *made_by;
	bool is_plain;
} worlds[] = {
	{"true", true},
	{"git config core.fileMode false", true},
	{"git config core.sharedRepository group", true},
	{"git config include.path other", false},
	{"git config extensions.worktreeConfig true", false},
	{"git config core.worktree \"$PWD\"", false},
	{"git config core.repositoryFormatVersion 1", false},
	{"printf '[core' >>.git/config", false},
	{"mv .git ../real; echo 'gitdir: ../real' >.git", false},
	{"mv .git ../real; ln -s ../real .git", false},
	{"git config --global include.path x", false},
};

static void only_the_usual_is_plain(void **state)
{
	for (size_t i = 0; i < COUNT_OF(worlds); i++) {
		struct jscan_repository repository = {
			.environment = (const char *const *)world_environment,
			.dir = world_dir};

		world_start(state);
		sh("%s", worlds[i].made_by);
		jscan_arena_init(&repository.arena);
		if (jscan_repository_open_plain(&repository) !=
		    worlds[i].is_plain)
			fail_msg("%s", worlds[i].made_by);
		jscan_arena_release(&repository.arena);
		world_end(state);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			objects_are_read_as_git_has_them, world_start,
			world_end),
		cmocka_unit_test_setup_teardown(sizes_have_limits, world_start,
						world_end),
		cmocka_unit_test_setup_teardown(damaged_packs_are_left_to_git,
						world_start, world_end),
		cmocka_unit_test_setup_teardown(head_stands_where_git_says,
						world_start, world_end),
		cmocka_unit_test(settings_are_read_as_git_does),
		cmocka_unit_test(only_the_usual_is_plain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
