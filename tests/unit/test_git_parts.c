/*
 * Parts of git's formats at their bounds: differences, trees, commits, refs,
 * configuration, owners, modes, names, and what a killed run left.
 */
#include "unit/git_world.h"

#include "git/commits.h"
#include "git/delta.h"
#include "git/head.h"
#include "git/internal.h"
#include "git/storable.h"
#include "git/tree.h"

static struct jscan_repository *open_as(bool is_plain)
{
	struct jscan_repository_options options = {
		.environment = (const char *const *)world_environment,
		.is_hook = is_plain,
		.is_plain = is_plain};
	struct jscan_repository *repository = NULL;
	struct jscan_error err;

	if (jscan_repository_open(&repository, world_dir, &options, &err) < 0)
		fail_msg("%s", err.message);
	return repository;
}

/* Differences between "0123456789" and what it becomes. */
static void differences(void **state)
{
#define TEXT(text) text, sizeof(text) - 1
	static const struct {
		const char *bytes;
		size_t len;
		const char *result; /* NULL: refused */
	} cases[] = {
		{TEXT("\x0a\x00"), ""},
		{TEXT("\x0a\x0a\x90\x0a"), "0123456789"},
		{TEXT("\x0a\x03\x91\x07\x03"), "789"},
		{TEXT("\x0a\x01\x91\x09\x01"), "9"},
		{TEXT("\x0a\x02\x02xy"), "xy"},
		{TEXT("\x0a\x05\x02xy\x91\x01\x03"), "xy123"},
		{TEXT("\x0a\x03\xb1\x01\x03\x00"), "123"},
		/* The sizes: none, one, without an end, of another base. */
		{TEXT(""), NULL},
		{TEXT("\x0a"), NULL},
		{TEXT("\x8a"), NULL},
		{TEXT("\x0a\x80"), NULL},
		{TEXT("\x8a\x80\x80\x80\x80\x80\x00\x00"), NULL},
		{TEXT("\x8a\x80\x80\x80\x80\x00\x00"), ""},
		{TEXT("\x09\x00"), NULL},
		{TEXT("\x0b\x00"), NULL},
		/* More than is allowed. */
		{TEXT("\x0a\x65\x90\x0a"), NULL},
		/* Fewer bytes than promised, or more. */
		{TEXT("\x0a\x03\x02xy"), NULL},
		{TEXT("\x0a\x01\x02xy"), NULL},
		{TEXT("\x0a\x01\x91\x01\x03"), NULL},
		/* Copies from behind the end, and across it. */
		{TEXT("\x0a\x01\x91\x0b\x01"), NULL},
		{TEXT("\x0a\x02\x91\x09\x02"), NULL},
		{TEXT("\x0a\x02\x80"), NULL},
		/* Commands that end too soon, and the one that is reserved. */
		{TEXT("\x0a\x03\x91"), NULL},
		{TEXT("\x0a\x03\x91\x01"), NULL},
		{TEXT("\x0a\x02\x02x"), NULL},
		{TEXT("\x0a\x01\x00x"), NULL},
	};
#undef TEXT
	struct jscan_buf base, difference, out;

	(void)state;
	jscan_buf_init(&base);
	jscan_buf_init(&difference);
	jscan_buf_adds(&base, "0123456789");
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		bool is_made;

		jscan_buf_init(&out);
		jscan_buf_clear(&difference);
		jscan_buf_add(&difference, cases[i].bytes, cases[i].len);
		is_made = jscan_delta_apply(&out, &base, &difference, 100);
		if (is_made != (cases[i].result != NULL))
			fail_msg("%zu", i);
		if (is_made) {
			assert_int_equal(out.len, strlen(cases[i].result));
			assert_memory_equal(out.len ? out.data : "",
					    cases[i].result, out.len);
			/* Only into what is empty. */
			jscan_buf_adds(&out, "x");
			assert_false(jscan_delta_apply(&out, &base, &difference,
						       100));
		}
		jscan_buf_release(&out);
	}
	/* A length of none stands for 64 KB. */
	jscan_buf_init(&out);
	jscan_buf_clear(&base);
	for (int i = 0; i < 0x10000; i++)
		jscan_buf_addc(&base, (char)i);
	jscan_buf_clear(&difference);
	jscan_buf_add(&difference, "\x80\x80\x04\x80\x80\x04\x80", 7);
	assert_true(jscan_delta_apply(&out, &base, &difference, 0x10000));
	assert_int_equal(out.len, 0x10000);
	assert_memory_equal(out.data, base.data, out.len);
	jscan_buf_clear(&out);
	assert_false(jscan_delta_apply(&out, &base, &difference, 0xffff));
	jscan_buf_release(&out);
	jscan_buf_release(&base);
	jscan_buf_release(&difference);
}

static void messages(void **state)
{
#define TRAILERS \
	"Journalscan-Entries: 3\nJournalscan-Overdue: 0\n" \
	"Journalscan-Due: 1\nJournalscan-As-Of: 2026-10-13\n"
#define NAME_60 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.md"
	static const struct {
		struct jscan_snapshot_changes changes;
		const char *subject, *weakness;
		unsigned interviews;
		const char *message;
	} cases[] = {
		{{0}, NULL, NULL, 0, "journal: new report\n\n" TRAILERS},
		{{.added = 1, .first = "a.md"},
		 NULL,
		 NULL,
		 0,
		 "journal: add a.md\n\n" TRAILERS},
		{{.changed = 1, .first = "a\n\x1f\x7f~.md"},
		 NULL,
		 NULL,
		 0,
		 "journal: change a\?\?\?~.md\n\n" TRAILERS},
		{{.removed = 1, .first = NAME_60},
		 NULL,
		 NULL,
		 0,
		 "journal: remove " NAME_60 "\n\n" TRAILERS},
		{{.removed = 1, .first = "b" NAME_60},
		 NULL,
		 NULL,
		 0,
		 "journal: 1 entry removed\n\n" TRAILERS},
		{{.added = 1, .changed = 2, .removed = 3, .first = "a.md"},
		 NULL,
		 NULL,
		 0,
		 "journal: 1 entry added, 2 changed, 3 removed\n\n" TRAILERS},
		{{.changed = 2, .first = "a.md"},
		 "Weekly notes\n\n",
		 "Ram\nbling",
		 1,
		 "Weekly notes\n\nRecurs most: Ram?bling, in 1 "
		 "interview.\n\n" TRAILERS},
		{{0},
		 "",
		 "Hedging",
		 2,
		 "\n\nRecurs most: Hedging, in 2 interviews.\n\n" TRAILERS},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_snapshot_facts facts = {
			.as_of = {2026, 10, 13},
			.entries = 3,
			.due = 1,
			.top_weakness = cases[i].weakness,
			.top_interviews = cases[i].interviews,
			.subject = cases[i].subject};
		struct jscan_buf out;

		jscan_buf_init(&out);
		jscan_snapshot_describe(&out, &cases[i].changes, &facts);
		assert_string_equal(out.data, cases[i].message);
		jscan_buf_release(&out);
	}
}

/* core.sharedRepository in each of its spellings; the umask is 027. */
static void modes_of_shared_repositories(void **state)
{
	static const struct {
		const char *value;
		unsigned file, read_only, folder;
	} cases[] = {
		{"umask", 0640, 0440, 0750},  {"false", 0640, 0440, 0750},
		{"0", 0640, 0440, 0750},      {"what", 0640, 0440, 0750},
		{"group", 0660, 0440, 02770}, {"true", 0660, 0440, 02770},
		{"1", 0660, 0440, 02770},     {"all", 0664, 0444, 02775},
		{"world", 0664, 0444, 02775}, {"everybody", 0664, 0444, 02775},
		{"0640", 0640, 0440, 02750},  {"0664", 0664, 0444, 02775},
		{"0600x", 0640, 0440, 0750},
	};
	mode_t mask = umask(027);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_repository *repository;
		char path[4096];
		struct stat st;

		sh("printf '[core]\nsharedRepository = %s\n' >>.git/config",
		   cases[i].value);
		repository = open_as(true);
		if (jscan_git_file_mode(repository, 0666) != cases[i].file ||
		    jscan_git_file_mode(repository, 0444) != cases[i].read_only)
			fail_msg("%s", cases[i].value);
		snprintf(path, sizeof(path), "%s/made", world_dir);
		assert_int_equal(jscan_git_make_folder(repository, path), 0);
		/* One that is there stays as it is. */
		assert_int_equal(jscan_git_make_folder(repository, path), 0);
		assert_int_equal(stat(path, &st), 0);
		if ((st.st_mode & 07777) != cases[i].folder)
			fail_msg("%s", cases[i].value);
		assert_int_equal(rmdir(path), 0);
		jscan_repository_free(repository);
	}
	umask(mask);
}

static void words_for_true_and_false(void **state)
{
	static const struct {
		const char *text;
		int value; /* -1: neither */
	} cases[] = {
		{"true", 1},   {"Yes", 1},  {"ON", 1},	{"false", 0},
		{"no", 0},     {"Off", 0},  {"", 0},	{"0", 0},
		{"1", 1},      {"-1", 1},   {"2k", 1},	{"2K", 1},
		{"3m", 1},     {"3M", 1},   {"4g", 1},	{"0G", 0},
		{"0x10", 1},   {"2kk", -1}, {"2x", -1}, {"k", -1},
		{"maybe", -1}, {"tru", -1}, {"1 ", -1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		bool value = false;
		bool is_known = jscan_git_parse_bool(&value, cases[i].text);

		if ((is_known ? value : -1) != cases[i].value)
			fail_msg("'%s'", cases[i].text);
	}
}

/* Which file has the word, under which variables; the last one counts. */
static void places_of_the_configuration(void **state)
{
	static const struct {
		const char *variables[4];
		const char *value; /* NULL: libgit2 has to say */
	} cases[] = {
		{{NULL}, "home"},
		{{"GIT_CONFIG_GLOBAL=named", NULL}, "named"},
		{{"GIT_CONFIG_GLOBAL=/dev/null", NULL}, "-"},
		{{"GIT_CONFIG_GLOBAL=not-there", NULL}, NULL},
		{{"GIT_CONFIG_GLOBAL=", NULL}, "home"},
		{{"XDG_CONFIG_HOME=xdg", NULL}, "home"},
		{{"XDG_CONFIG_HOME=not-there", NULL}, "home"},
		{{"XDG_CONFIG_HOME=bad", NULL}, NULL},
		{{"HOME=", NULL}, "-"},
		{{"HOME=", "XDG_CONFIG_HOME=xdg", NULL}, "xdg"},
		{{"HOME=not-there", NULL}, "-"},
		{{"HOME=named/not", NULL}, "-"},
		{{"HOME=dot", NULL}, "dot"},
		{{"GIT_CONFIG_SYSTEM=named", NULL}, "home"},
		{{"GIT_CONFIG_SYSTEM=named", "HOME=", NULL}, "named"},
		{{"GIT_CONFIG_SYSTEM=bad/git/config", "HOME=", NULL}, NULL},
		{{"GIT_CONFIG_NOSYSTEM=no", NULL}, "home"},
		{{"GIT_CONFIG_NOSYSTEM=what", NULL}, "home"},
	};
	char cwd[4096];

	(void)state;
	sh("mkdir -p xdg/git bad/git dot/.config/git;"
	   "printf '[x]\\na = home\\n' >.gitconfig;"
	   "printf '[x]\\na = named\\n' >named;"
	   "printf '[x]\\na = xdg\\n' >xdg/git/config;"
	   "printf '[x]\\na = dot\\n' >dot/.config/git/config;"
	   "printf '[x\\n' >bad/git/config");
	assert_non_null(getcwd(cwd, sizeof(cwd)));
	assert_int_equal(chdir(world_dir), 0);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *environment[8] = {NULL};
		const struct jscan_git_setting *found;
		struct jscan_git_settings settings;
		struct jscan_arena arena;
		size_t own, count = 0;
		bool has_home = false, has_no_system = false;

		for (; cases[i].variables[count]; count++) {
			const char *text = cases[i].variables[count];

			environment[count] = text;
			has_home |= !strncmp(text, "HOME", 4);
			has_no_system |= strstr(text, "SYSTEM") != NULL;
		}
		if (!has_home)
			environment[count++] = "HOME=.";
		if (!has_no_system)
			environment[count++] = "GIT_CONFIG_NOSYSTEM=1";
		jscan_arena_init(&arena);
		if (jscan_git_settings_read(&settings, &own, ".git/",
					    environment,
					    &arena) != (cases[i].value != NULL))
			fail_msg("%s", cases[i].variables[0]);
		if (cases[i].value) {
			found = jscan_git_settings_find(&settings, "x.a");
			if (strcmp(found ? found->value : "-", cases[i].value))
				fail_msg("%zu: %s", i,
					 found ? found->value : "-");
			assert_in_range(own, 0, settings.count - 1);
		}
		jscan_arena_release(&arena);
	}
	assert_int_equal(chdir(cwd), 0);
}

/* What HEAD and the files of refs may hold. */
static void odd_heads(void **state)
{
#define ID "0123456789abcdef0123456789abcdef01234567"
	static const struct {
		const char *head;
		const char *file; /* refs/heads/main, or NULL */
		const char *packed;
		const char *ref; /* NULL: libgit2 has to say */
		bool is_unborn;
	} cases[] = {
		{"ref: refs/heads/main\n", NULL, NULL, "refs/heads/main", true},
		{"ref: refs/heads/main\n", ID "\n", NULL, "refs/heads/main",
		 false},
		{"ref: refs/heads/main\r\n", ID, NULL, "refs/heads/main",
		 false},
		{"ref: refs/heads/main\n", NULL, ID " refs/heads/main\n",
		 "refs/heads/main", false},
		{"ref: refs/heads/main\n", NULL, ID " refs/heads/main2\n",
		 "refs/heads/main", true},
		{"ref: refs/heads/main\n", NULL, "", "refs/heads/main", true},
		{"ref: refs/heads/main\n", NULL, "01 refs/heads/main\n", NULL,
		 false},
		{"ref: refs/heads/main\n", NULL,
		 "0123456789abcdef0123456789abcdef0123456X refs/heads/main\n",
		 NULL, false},
		{ID "\n", NULL, NULL, "HEAD", false},
		{ID "0\n", NULL, NULL, NULL, false},
		{"0123456789abcdef0123456789abcdef0123456\n", NULL, NULL, NULL,
		 false},
		{"0123456789ABCDEF0123456789abcdef01234567\n", NULL, NULL, NULL,
		 false},
		{"0123456789abcdeg0123456789abcdef01234567\n", NULL, NULL, NULL,
		 false},
		{"", NULL, NULL, NULL, false},
		{"ref: refs/heads/main\n", "", NULL, NULL, false},
		{"ref: refs/heads/main\n", "0123\n", NULL, NULL, false},
		{"ref: HEAD\n", NULL, NULL, NULL, false},
		{"ref: heads/main\n", NULL, NULL, NULL, false},
		{"ref: refs/heads/../main\n", NULL, NULL, NULL, false},
		{"ref: refs//heads/main\n", NULL, NULL, NULL, false},
		{"ref: refs/heads/a b\n", NULL, NULL, NULL, false},
		{"ref: refs/heads/a\\b\n", NULL, NULL, NULL, false},
		{"ref: refs/heads/a\x7f\n", NULL, NULL, NULL, false},
		{"ref: refs/heads/a\x1f\n", NULL, NULL, NULL, false},
		/* A ref that is named by another, and by itself. */
		{"ref: refs/heads/x\n", ID "\n", NULL, "refs/heads/main",
		 false},
		{"ref: refs/heads/main\n", "ref: refs/heads/main\n", NULL, NULL,
		 false},
		{"ref: refs/heads/main/below\n", ID "\n", NULL,
		 "refs/heads/main/below", true},
	};

	(void)state;
	sh("git commit -q --allow-empty -m one");
	put(".git/refs/heads/x", "ref: refs/heads/main\n");
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_repository *repository;
		struct jscan_branch branch = {.ref = NULL};
		char hex[2 * JSCAN_SHA1_BYTES + 1];
		bool is_found;

		sh("rm -rf .git/packed-refs .git/refs/heads/main");
		put(".git/HEAD", "ref: refs/heads/main\n");
		repository = open_as(true);
		put(".git/HEAD", "%s", cases[i].head);
		if (cases[i].file)
			put(".git/refs/heads/main", "%s", cases[i].file);
		if (cases[i].packed)
			put(".git/packed-refs", "%s", cases[i].packed);
		is_found = jscan_head_find(&branch, repository);
		if (is_found != (cases[i].ref != NULL))
			fail_msg("%zu: %s", i, cases[i].head);
		if (is_found) {
			assert_string_equal(branch.ref, cases[i].ref);
			assert_int_equal(branch.is_unborn, cases[i].is_unborn);
		}
		if (is_found && !branch.is_unborn) {
			jscan_sha1_hex(hex, branch.commit);
			assert_string_equal(hex, ID);
		}
		jscan_repository_free(repository);
	}
	/* A byte that ends no text; a folder in the place of the file. */
	for (int i = 0; i < 3; i++) {
		struct jscan_repository *repository;
		struct jscan_branch branch;

		put(".git/HEAD", "ref: refs/heads/main\n");
		sh("rm -rf .git/packed-refs .git/refs/heads/main");
		repository = open_as(true);
		sh("%s", i == 0	  ? "printf '" ID "\\0' >.git/refs/heads/main"
			 : i == 1 ? "mkdir .git/packed-refs"
				  : "rmdir .git/packed-refs; rm .git/HEAD;"
				    "mkdir .git/HEAD");
		assert_false(jscan_head_find(&branch, repository));
		jscan_repository_free(repository);
	}
#undef ID
}

/* A repository of somebody else, and what makes it safe all the same. */
static void owners(void **state)
{
	static const struct {
		const char *home; /* the configuration; %d: the folder, %r:
				     around it */
		const char *variables[3];
		bool is_safe;
	} cases[] = {
		{"", {NULL}, false},
		{"[safe]\ndirectory = %d\n", {NULL}, true},
		{"[safe]\ndirectory = %d/\n", {NULL}, true},
		{"[safe]\ndirectory = ~/notes\n", {NULL}, true},
		{"[safe]\ndirectory = %d/below\n", {NULL}, false},
		{"[safe]\ndirectory = *\n", {NULL}, true},
		{"[safe]\ndirectory = *\ndirectory =\n", {NULL}, false},
		{"[safe]\ndirectory =\ndirectory = %d\n", {NULL}, true},
		{"[safe]\ndirectory = %r/*\n", {NULL}, true},
		{"[safe]\ndirectory = /not/there/*\n", {NULL}, false},
		{"[safe]\ndirectory\n", {NULL}, false},
		{"", {"SUDO_UID=4321", NULL}, true},
		{"", {"SUDO_UID=4322", NULL}, false},
		{"", {"SUDO_UID=4321x", NULL}, false},
		{"", {"SUDO_UID=", NULL}, false},
	};

	struct jscan_error failed;

	(void)state;
	if (geteuid() != 0)
		skip();
	assert_int_equal(jscan_git_start(&failed), 0);
	sh("chown -R 4321 .");
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		char home[128], config[256];
		const char *environment[6] = {home, "GIT_CONFIG_NOSYSTEM=1"};
		struct jscan_error err = {0};
		char git_dir[160];
		const char *place;
		FILE *file;
		int ret;

		snprintf(home, sizeof(home), "HOME=%s", world_root);
		for (int j = 0; cases[i].variables[j]; j++)
			environment[2 + j] = cases[i].variables[j];
		snprintf(config, sizeof(config), "%s/.gitconfig", world_root);
		file = fopen(config, "w");
		assert_non_null(file);
		place = strchr(cases[i].home, '%');
		if (place)
			fprintf(file, "%.*s%s%s", (int)(place - cases[i].home),
				cases[i].home,
				place[1] == 'r' ? world_root : world_dir,
				place + 2);
		else
			fputs(cases[i].home, file);
		assert_int_equal(fclose(file), 0);
		jscan_git_set_search_paths(environment);
		snprintf(git_dir, sizeof(git_dir), "%s/.git", world_dir);
		ret = jscan_git_check_owner(git_dir, world_dir, environment,
					    &err);
		if (ret != (cases[i].is_safe ? 0 : -1))
			fail_msg("%zu: %s", i, cases[i].home);
		if (ret) {
			assert_int_equal(err.code, JSCAN_ERR_REFUSED);
			assert_non_null(strstr(err.message, "(id 4321)"));
		}
	}
}

/* Trees that no git would write; the words are what the commit has. */
static void damaged_trees(void **state)
{
	static const struct {
		const char *bytes; /* for printf; ID is 20 bytes */
		int found;	   /* -1: damaged */
	} cases[] = {
#define ID "aaaaaaaaaaaaaaaaaaaa"
		{"100644 a.md\\0" ID, 1},
		{"", 0},
		{"100644 b.md\\0" ID, 0},
		{"100644 a.md", -1},
		{"100644 a.md\\0", -1},
		{"100644 a.md\\0aaaaaaaaaaaaaaaaaaa", -1},
		{"100644\\0" ID, -1},
		{"100644x a.md\\0" ID, -1},
		{"100644 \\0" ID, -1},
		{"100644 x/a.md\\0" ID, -1},
#undef ID
	};
	struct jscan_repository *repository;
	struct jscan_tree_file file;
	unsigned char id[JSCAN_SHA1_BYTES];
	struct jscan_error err = {0};
	bool is_found;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_true(jscan_head_parse_id(
			id, sh("printf '%s' | git hash-object --literally "
			       "-t tree -w --stdin",
			       cases[i].bytes)));
		repository = open_as(true);
		if (jscan_tree_find(&file, &is_found, repository, id, "a.md",
				    &err) != (cases[i].found < 0 ? -1 : 0))
			fail_msg("%zu", i);
		if (cases[i].found < 0) {
			assert_int_equal(err.code, JSCAN_ERR_REPOSITORY);
			assert_non_null(strstr(err.message, "is damaged"));
		} else {
			assert_int_equal(is_found, cases[i].found);
		}
		jscan_repository_free(repository);
	}
	/* A blob where a tree is to be, and nothing at all. */
	repository = open_as(true);
	assert_true(jscan_head_parse_id(
		id, sh("echo a | git hash-object -w --stdin")));
	assert_int_equal(
		jscan_tree_find(&file, &is_found, repository, id, "a.md", &err),
		-1);
	assert_non_null(strstr(err.message, "is no tree"));
	id[0] ^= 1;
	assert_int_equal(
		jscan_tree_find(&file, &is_found, repository, id, "a.md", &err),
		-1);
	jscan_repository_free(repository);
}

static bool wants_all(void *data, const char *path)
{
	(void)data;
	(void)path;
	return true;
}

/* A folder in a folder, as deep as is allowed, and one more. */
static void deep_trees(void **state)
{
	struct jscan_repository *repository;
	unsigned char id[JSCAN_SHA1_BYTES];
	struct jscan_tree_files files;
	struct jscan_error err = {0};
	struct jscan_arena arena;

	(void)state;
	for (int depth = JSCAN_TREE_MOST_DEPTH - 1;
	     depth <= JSCAN_TREE_MOST_DEPTH; depth++) {
		int ret;

		assert_true(jscan_head_parse_id(
			id, sh("id=$(echo x | git hash-object -w --stdin);"
			       "id=$(printf '100644 blob %%s\\tx.md\\n' $id | "
			       "  git mktree);"
			       "for i in $(seq %d); do"
			       " id=$(printf '040000 tree %%s\\ta\\n' $id | "
			       "  git mktree);"
			       "done; echo $id",
			       depth)));
		repository = open_as(true);
		jscan_arena_init(&arena);
		ret = jscan_tree_list(&files, repository, id, "", wants_all,
				      NULL, &arena, &err);
		if (depth < JSCAN_TREE_MOST_DEPTH) {
			assert_int_equal(ret, 0);
			assert_int_equal(files.count, 1);
		} else {
			assert_int_equal(ret, -1);
			assert_int_equal(err.code, JSCAN_ERR_LIMIT);
		}
		jscan_arena_release(&arena);
		jscan_repository_free(repository);
	}
}

/* The days that odd commits have, and the first lines of their messages. */
static void odd_commits(void **state)
{
	static const struct {
		const char *when;
		const char *message;
		const char *day;
		const char *subject;
	} cases[] = {
		{"0 +0000", "one", "1970-01-01", "one"},
		{"0 -0100", "one\\ntwo", "1969-12-31", "one two"},
		{"86399 +0000", "\\n\\none\\n\\ntwo", "1970-01-01", "one"},
		{"86399 +0001", "", "1970-01-02", ""},
		{"0 +1459", "caf\\303\\251", "1970-01-01", "caf\xc3\xa9"},
		{"0 -1400", "\\377", "1969-12-31", "\xef\xbf\xbd"},
		{"253402300799 +0000", "x", "9999-12-31", "x"},
		{"9000000000000000000 +0000", "x", "9999-12-31", "x"},
	};

	(void)state;
	sh("git commit -q --allow-empty -m start");
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_repository *repository;
		struct jscan_commit commit;
		struct jscan_error err;
		struct jscan_arena arena;
		char day[11];
		char id[48];

		snprintf(id, sizeof(id), "%s",
			 sh("printf 'tree %%s\\nauthor A <a@b> %s\\n"
			    "committer A <a@b> 0 +0000\\n\\n%s' "
			    "$(git rev-parse 'HEAD^{tree}') | "
			    "git hash-object --literally -t commit -w --stdin",
			    cases[i].when, cases[i].message));
		repository = open_as(false);
		jscan_arena_init(&arena);
		if (jscan_commits_find(&commit, repository, id, &arena, &err) <
		    0)
			fail_msg("%s", err.message);
		jscan_date_format(day, commit.date);
		if (strcmp(day, cases[i].day))
			fail_msg("%s: %s", cases[i].when, day);
		assert_string_equal(commit.subject, cases[i].subject);
		assert_string_equal(commit.id, id);
		jscan_arena_release(&arena);
		jscan_repository_free(repository);
	}
}

/* What is named and is no commit; more commits than the table begins with. */
static void commits_by_name(void **state)
{
	struct jscan_repository *repository;
	struct jscan_commits commits;
	struct jscan_commit commit;
	struct jscan_arena arena;
	struct jscan_error err;

	(void)state;
	sh("for i in $(seq 300); do"
	   "  printf 'commit refs/heads/main\\ncommitter A <a@b> %%d +0000\\n"
	   "data 1\\nx\\n' $i; done | git fast-import --quiet --force");
	sh("git tag blob $(echo x | git hash-object -w --stdin)");
	repository = open_as(false);
	jscan_arena_init(&arena);
	assert_int_equal(
		jscan_commits_list(&commits, repository, NULL, &arena, &err),
		0);
	assert_int_equal(commits.count, 300);
	assert_string_equal(commits.items[299].id, sh("git rev-parse HEAD"));
	for (size_t i = 0; i < commits.count; i++)
		assert_true(commits.items[i].is_main);
	assert_int_equal(
		jscan_commits_find(&commit, repository, "blob", &arena, &err),
		-1);
	assert_int_equal(err.code, JSCAN_ERR_NOT_FOUND);
	assert_string_equal(err.message, "'blob' is no commit");
	assert_int_equal(jscan_commits_list(&commits, repository, "nowhere",
					    &arena, &err),
			 -1);
	assert_string_equal(err.message, "there is no revision 'nowhere'");
	jscan_arena_release(&arena);
	jscan_repository_free(repository);
}

/* The same as git, with its protection for all systems. */
static void names_of_git_itself(void **state)
{
	static const char *const names[] = {
		"a.md",
		"git.md",
		"x/git/a.md",
		"x/git~2/a.md",
		"x/.gitx/a.md",
		"x/.gi/a.md",
		"x/git~1/a.md",
		"x/GIT~1/a.md",
		"x/.git/a.md",
		"x/.GiT/a.md",
		"git~1",
		".git",
		"x/git~1x/a.md",
		"x/git~1 /a.md",
		"x/git~1./a.md",
		"x/git~1. ./a.md",
		"x/.git ./a.md",
		"x/git~1 x/a.md",
		"x/git~1:a.md",
		"x/git~1\\a.md",
		"x\\git~1/a.md",
		"x\\.git\\a.md",
		"x/.g\xe2\x80\x8cit/a.md",
		"x/.g\xe2\x80\x8fit/a.md",
		"x/\xef\xbb\xbf.git/a.md",
		"x/.git\xe2\x80\xaa/a.md",
		"x/.git\xe2\x80\xae/a.md",
		"x/.g\xe2\x81\xaait/a.md",
		"x/.g\xe2\x81\xafit/a.md",
		"x/.g\xe2\x80\x8bit/a.md",
		"x/.g\xe2\x80\x90it/a.md",
		"x/.g\xe2\x80\xa9it/a.md",
		"x/.g\xe2\x80\xafit/a.md",
		"x/.g\xe2\x81\xa9it/a.md",
		"x/.g\xe2\x81\xb0it/a.md",
		"x/.g\xe2\x82\xaait/a.md",
		"x/.g\xef\xbb\xbeit/a.md",
		"x/.g\xef\xbait/a.md",
	};

	(void)state;
	sh("git config core.protectHFS true; git config core.protectNTFS true");
	sh("echo x | git hash-object -w --stdin >../id");
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		int status;

		put("../name", "%s", names[i]);
		sh_status(&status, "git update-index --add --cacheinfo "
				   "\"100644,$(cat ../id),$(cat ../name)\"");
		if (jscan_git_is_storable(names[i]) != !status)
			fail_msg("'%s': git says %d", names[i], status);
	}
}

/* What a killed run left: its mark, and the locks that the mark names. */
static void marks_of_the_dead(void **state)
{
#define MARK   "printf '%s/.git/\\0%s/.git/index\\0refs/heads/main\\0"
#define PLACES "' \"$PWD\" \"$PWD\" >.git/journalscan/mark;"
	static const struct {
		const char *made_by;
		bool is_taken; /* the snapshot is made, and no lock is left */
	} cases[] = {
		{"true", true},
		/* A mark that was not finished names nothing. */
		{"printf x >.git/journalscan/mark", true},
		{"printf 'x\\0y\\0' >.git/journalscan/mark", true},
		{": >.git/journalscan/mark", true},
		{"printf x >.git/journalscan/mark; : >.git/index.lock", false},
		/* A lock of the branch that holds the commit of the mark. */
		{MARK "c0ffee\\0\\0" PLACES
		      "echo c0ffee >.git/refs/heads/main.lock",
		 true},
		{MARK "c0ffee\\0\\0" PLACES
		      "printf c0ffee >.git/refs/heads/main.lock",
		 true},
		{MARK "c0ffee\\0\\0" PLACES ": >.git/refs/heads/main.lock",
		 true},
		{MARK "c0ffee\\0\\0" PLACES
		      "echo 4567 >.git/refs/heads/main.lock",
		 false},
		/* A lock of the index that is known by its number, or not. */
		{MARK "c0ffee\\0%s\\0' \"$PWD\" \"$PWD\" "
		      "$(: >.git/index.lock; stat -c %i .git/index.lock) "
		      ">.git/journalscan/mark",
		 true},
		{MARK "c0ffee\\0001\\0" PLACES ": >.git/index.lock", false},
		{MARK "c0ffee\\0\\0" PLACES ": >.git/journalscan/held;"
		      "ln .git/journalscan/held .git/index.lock",
		 true},
	};

	(void)state;
	put_entry("a.md", "Words.");
	snapshot();
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		int status;

		put_entry("a.md", cases[i].made_by);
		sh("echo %zu >>a.md; mkdir -p .git/journalscan;", i);
		sh("%s", cases[i].made_by);
		status = snapshot_status();
		if (status != (cases[i].is_taken ? 0 : -1))
			fail_msg("%s: %s", cases[i].made_by,
				 world_error.message);
		if (cases[i].is_taken)
			check_repository();
		sh("rm -f .git/index.lock .git/refs/heads/main.lock");
	}
#undef MARK
#undef PLACES
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, world_start, world_end)
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(differences),
		cmocka_unit_test(messages),
		cmocka_unit_test(words_for_true_and_false),
		TEST(modes_of_shared_repositories),
		TEST(places_of_the_configuration),
		TEST(odd_heads),
		TEST(owners),
		TEST(damaged_trees),
		TEST(deep_trees),
		TEST(odd_commits),
		TEST(commits_by_name),
		TEST(names_of_git_itself),
		TEST(marks_of_the_dead),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL);
}
