/*
 * Which files of a folder are notes: kinds of files, names, repositories; and
 * the ignore rules against git itself, on made-up trees and patterns.
 */
#include "unit/check.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include "entry/ignore.h"
#include "entry/source.h"

static char folder[64];
static struct jscan_arena arena;
static struct jscan_diags diags;
static struct jscan_config config;
static const struct jscan_folder_options plain = {.config = &config};
static const struct jscan_listings *listings; /* for list() */

static int set_up(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/jscan-source-XXXXXX");
	assert_non_null(mkdtemp(folder));
	jscan_arena_init(&arena);
	jscan_diags_init(&diags, &arena);
	memset(&config, 0, sizeof(config));
	config.report = "REPORT.md";
	return 0;
}

__attribute__((format(printf, 1, 2))) static void run(const char *format, ...)
{
	char command[4096];
	va_list args;

	va_start(args, format);
	vsnprintf(command, sizeof(command), format, args);
	va_end(args);
	if (system(command) != 0)
		fail_msg("%s", command);
}

static int tear_down(void **state)
{
	(void)state;
	jscan_arena_release(&arena);
	run("chmod -R u+rwx '%s'; rm -rf '%s'", folder, folder);
	return 0;
}

static const char *in_folder(const char *name)
{
	return jscan_arena_printf(&arena, "%s/%s", folder, name);
}

static void put(const char *name, const char *text)
{
	char *path = jscan_arena_strdup(&arena, in_folder(name));
	FILE *file;

	for (char *at = path + strlen(folder) + 1; *at; at++) {
		if (*at != '/')
			continue;
		*at = '\0';
		if (mkdir(path, 0755) < 0)
			assert_int_equal(errno, EEXIST);
		*at = '/';
	}
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

/* Paths of the notes below `dir`, each with a line end. */
static const char *list(const char *dir, const char *excludes)
{
	struct jscan_folder_options options = plain;
	struct jscan_source source;
	struct jscan_error err;
	const char *all = "";

	options.excludes_path = excludes;
	options.listings = listings;
	if (jscan_source_open_folder(&source, dir, &options, &arena, &diags,
				     &err) < 0)
		fail_msg("%s", err.message);
	for (size_t i = 0; i < source.count; i++)
		all = jscan_arena_printf(&arena, "%s%s\n", all,
					 source.files[i].path);
	source.close(&source);
	return all;
}

static void notes_are_regular_files_of_two_endings(void **state)
{
	(void)state;
	put("b.md", "");
	put("a/c.MarkDown", "");
	put("a.MD", "");
	put("a/b/c/d.md", "");
	put("a.md.txt", "");
	put("amd", "");
	put(".hidden/x.md", "");
	put(".git/x.md", "");
	put("a/.obsidian/x.md", "");
	put(".dot.md", "");
	put("REPORT.md", "");
	put("a/REPORT.md", "");
	put("folder.md/in.md", "");
	put("-rf.md", "");
	put("n\nl \x1b[31m.md", "");
	put("bad\xff.md", "bad");
	run("cd '%s' && ln -s b.md link.md && ln -s a links && "
	    "ln -s nowhere dangling.md && ln -s loop.md loop.md && "
	    "mkfifo pipe.md",
	    folder);
	assert_string_equal(list(folder, NULL), "-rf.md\n"
						".dot.md\n"
						"a.MD\n"
						"a/REPORT.md\n"
						"a/b/c/d.md\n"
						"a/c.MarkDown\n"
						"b.md\n"
						"bad\xef\xbf\xbd.md\n"
						"folder.md/in.md\n"
						"n\nl \x1b[31m.md\n");
	assert_int_equal(diags.count, 1);
	assert_string_equal(diags.items[0].path, "pipe.md");
	assert_string_equal(diags.items[0].code, "not-a-file");
}

static void a_note_is_read_by_its_raw_path(void **state)
{
	struct jscan_stamp stamp;
	struct jscan_source source;
	struct jscan_error err;
	struct jscan_buf buf;

	(void)state;
	put("bad\xff.md", "hello");
	put("gone.md", "x");
	put("link.md", "x");
	assert_int_equal(jscan_source_open_folder(&source, folder, &plain,
						  &arena, &diags, &err),
			 0);
	run("cd '%s' && rm gone.md && ln -sf /etc/passwd link.md", folder);
	jscan_buf_init(&buf);
	assert_int_equal(source.read(&source, 0, &buf, &stamp), JSCAN_READ_OK);
	assert_int_equal(stamp.size, 5);
	assert_string_equal(buf.data, "hello");
	assert_int_equal(source.read(&source, 1, &buf, &stamp),
			 JSCAN_READ_MISSING);
	assert_int_equal(source.read(&source, 2, &buf, &stamp),
			 JSCAN_READ_NOT_A_FILE);
	assert_string_equal(buf.data, "hello");
	jscan_buf_release(&buf);
	source.close(&source);
}

static void what_cannot_be_listed_is_named(void **state)
{
	struct jscan_source source;
	struct jscan_error err;

	(void)state;
	assert_int_equal(jscan_source_open_folder(&source, in_folder("none"),
						  &plain, &arena, &diags, &err),
			 -1);
	assert_int_equal(err.code, JSCAN_ERR_IO);
	assert_non_null(strstr(err.message, "no such file or directory"));
	put("a.md", "");
	put("closed/b.md", "");
	run("chmod 000 '%s/closed'", folder);
	assert_int_equal(jscan_source_open_folder(&source, in_folder("a.md"),
						  &plain, &arena, &diags, &err),
			 -1);
	if (geteuid() == 0)
		return; /* every folder is open to root */
	assert_string_equal(list(folder, NULL), "a.md\n");
	assert_int_equal(diags.count, 1);
	assert_string_equal(diags.items[0].path, "closed/");
	assert_string_equal(diags.items[0].code, "unreadable");
}

static void paths_past_the_limit_are_named(void **state)
{
	char name[201];
	int fd;

	(void)state;
	put("a.md", "");
	memset(name, 'd', 200);
	name[200] = '\0';
	fd = open(folder, O_RDONLY | O_DIRECTORY);
	for (int i = 0; i < 30; i++) {
		int next;

		assert_int_equal(mkdirat(fd, name, 0755), 0);
		next = openat(fd, name, O_RDONLY | O_DIRECTORY);
		close(fd);
		fd = next;
	}
	close(openat(fd, "deep.md", O_WRONLY | O_CREAT, 0644));
	close(fd);
	assert_string_equal(list(folder, NULL), "a.md\n");
	assert_int_equal(diags.count, 1);
	assert_string_equal(diags.items[0].code, "bad-path");
}

static void git(const char *arguments)
{
	run("cd '%s' && GIT_CONFIG_NOSYSTEM=1 HOME=/nowhere "
	    "XDG_CONFIG_HOME=/nowhere git %s >out.txt 2>&1 || "
	    "{ cat out.txt >&2; false; }",
	    folder, arguments);
}

static void ignore_files_count_in_a_repository(void **state)
{
	(void)state;
	put(".gitignore", "secret*\n/top/out/\n*.tmp.md\n");
	put("top/.gitignore", "!secret-not.md\nlocal.md\n");
	put("top/notes/a.md", "");
	put("top/notes/secret.md", "");
	put("top/notes/secret-not.md", "");
	put("top/notes/local.md", "");
	put("top/notes/out/b.md", "");
	put("top/notes/x.tmp.md", "");
	put("top/notes/excluded.md", "");
	put("top/notes/global.md", "");
	put("top/notes/own.md", "");
	put("top/notes/deep/own.md", "");
	put("top/notes/deep/keep.md", "");
	put("excludes", "global.md\n");
	/* no repository: only the configuration counts */
	assert_string_equal(list(in_folder("top/notes"), in_folder("excludes")),
			    "a.md\ndeep/keep.md\ndeep/own.md\nexcluded.md\n"
			    "global.md\nlocal.md\nout/b.md\nown.md\n"
			    "secret-not.md\nsecret.md\nx.tmp.md\n");
	git("init -q .");
	put(".git/info/exclude", "excluded.md\n");
	assert_string_equal(list(in_folder("top/notes"), in_folder("excludes")),
			    "a.md\ndeep/keep.md\ndeep/own.md\nout/b.md\n"
			    "own.md\nsecret-not.md\n");
	{
		static const char *const own[] = {"/own.md", "o?t/", "!x"};

		config.ignore.items = own;
		config.ignore.count = COUNT_OF(own);
	}
	assert_string_equal(list(in_folder("top/notes"), NULL),
			    "a.md\ndeep/keep.md\ndeep/own.md\nglobal.md\n"
			    "secret-not.md\n");
	/* a folder that was asked for is read, even where it is ignored */
	put(".gitignore", "/top/\n");
	assert_string_equal(list(in_folder("top/notes"), NULL),
			    "a.md\ndeep/keep.md\ndeep/own.md\nglobal.md\n"
			    "secret-not.md\nsecret.md\nx.tmp.md\n");
	assert_int_equal(diags.count, 0);
}

static void a_linked_work_tree_has_the_rules_of_its_repository(void **state)
{
	(void)state;
	put("main/a.md", "");
	git("init -q main && cd main && git add a.md && "
	    "git -c user.name=a -c user.email=a@b.example commit -qm a && "
	    "git worktree add -q ../linked");
	put("main/.git/info/exclude", "b.md\n");
	put("linked/b.md", "");
	put("linked/c.md", "");
	assert_string_equal(list(in_folder("linked"), NULL), "a.md\nc.md\n");
	/* an empty folder of that name makes no repository */
	put("plain/.gitignore", "d.md\n");
	put("plain/d.md", "");
	run("mkdir '%s/plain/.git'", folder);
	assert_string_equal(list(in_folder("plain"), NULL), "d.md\n");
}

static uint32_t state_of_chance = 7;

static unsigned chance(unsigned below)
{
	state_of_chance = state_of_chance * 1664525 + 1013904223;
	return (state_of_chance >> 16) % below;
}

static const char *make_name(void)
{
	static const char *const names[] = {"a",   "b",	 "ab", "a b", "x1", "B",
					    "[a]", "a*", "!a", "#a",  "a.b"};

	return names[chance(COUNT_OF(names))];
}

/*
 * `a**` is not among the parts: git before 2.41 takes it for a star or for any
 * number of folders as its memory happens to lie.
 */
static const char *make_pattern(void)
{
	static const char *const parts[] = {
		"a",	 "b",		"ab",	  "*",
		"**",	 "?",		"a*",	  "*b",
		"[ab]",	 "[!a]",	"[^b]*",  "*.md",
		"a.md",	 "\\*",		"\\#a",	  "[[:alpha:]]",
		"a\\ b", "[[:digit:]]", "x[0-9]", "***",
		"[]a]",	 "[a-",		"\\a",	  "[[:nope:]]",
		"B",	 "\\!a",	"[\\]]*", "a?b",
		"*a*",	 "[a]*.md"};
	const char *text = chance(5) ? "" : "!";
	unsigned count = 1 + chance(3);

	if (!chance(4))
		text = jscan_arena_printf(&arena, "%s/", text);
	for (unsigned i = 0; i < count; i++)
		text = jscan_arena_printf(&arena, "%s%s%s", text, i ? "/" : "",
					  parts[chance(COUNT_OF(parts))]);
	if (!chance(4))
		text = jscan_arena_printf(&arena, "%s/", text);
	if (!chance(8))
		text = jscan_arena_printf(&arena, "%s  ", text);
	return text;
}

static const char *make_patterns(void)
{
	const char *all = chance(6) ? "" : "\xef\xbb\xbf# words\n\n";
	unsigned count = 1 + chance(4);

	for (unsigned i = 0; i < count; i++)
		all = jscan_arena_printf(&arena, "%s%s%s", all, make_pattern(),
					 chance(6) ? "\n" : "\r\n");
	return all;
}

static char *read_whole(const char *path)
{
	char *text = jscan_arena_alloc(&arena, 1 << 16);
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	text[fread(text, 1, (1 << 16) - 1, file)] = '\0';
	fclose(file);
	return text;
}

/* `git ls-files` names what is not ignored; the two lists must be equal. */
static void rules_are_those_of_git(void **state)
{
	(void)state;
	git("init -q tree");
	for (int round = 0; round < 100; round++) {
		const char *git_list, *ours;

		run("cd '%s/tree' && find . -mindepth 1 -maxdepth 1 "
		    "! -name .git -exec rm -rf {} +",
		    folder);
		for (int i = 0; i < 25; i++) {
			const char *path = "tree/";
			unsigned depth = chance(4);

			while (depth--)
				path = jscan_arena_printf(&arena, "%s%s.d/",
							  path, make_name());
			put(jscan_arena_printf(&arena, "%s%s.md", path,
					       make_name()),
			    "");
		}
		for (int i = 0; i < 8; i++) { /* folders that patterns name */
			put(jscan_arena_printf(&arena, "tree/%s/%s/%s.md",
					       make_name(), make_name(),
					       make_name()),
			    "");
		}
		put("tree/.gitignore", make_patterns());
		put("tree/a/.gitignore", make_patterns());
		put("tree/a/b/.gitignore", make_patterns());
		put("tree/.git/info/exclude", make_patterns());
		put("excludes", make_patterns());
		run("cd '%s/tree' && HOME=/nowhere XDG_CONFIG_HOME=/nowhere "
		    "GIT_CONFIG_NOSYSTEM=1 git -c core.quotepath=off "
		    "-c core.excludesFile=../excludes ls-files -z -o "
		    "--exclude-standard | tr '\\0' '\\n' | "
		    "grep '\\.md$' | LC_ALL=C sort >../git.txt; true",
		    folder);
		git_list = read_whole(in_folder("git.txt"));
		ours = list(in_folder("tree"), in_folder("excludes"));
		if (strcmp(ours, git_list) != 0)
			fail_msg(
				"round %d:\n.gitignore:\n%s\na:\n%s\na/b:\n%s"
				"\nexclude:\n%s\nexcludes:\n%s\n"
				"ours:\n%s\ngit's:\n%s",
				round, read_whole(in_folder("tree/.gitignore")),
				read_whole(in_folder("tree/a/.gitignore")),
				read_whole(in_folder("tree/a/b/.gitignore")),
				read_whole(in_folder("tree/.git/info/exclude")),
				read_whole(in_folder("excludes")), ours,
				git_list);
	}
}

static void patterns_take_no_longer_than_their_length(void **state)
{
	struct jscan_patterns patterns;
	char *pattern = jscan_arena_alloc(&arena, 8192);
	char *path = jscan_arena_alloc(&arena, 8192);

	(void)state;
	for (size_t i = 0; i < 1000; i++)
		memcpy(pattern + i * 3, "**a", 3);
	memset(path, 'a', 4000);
	strcat(pattern, "b");
	assert_true(jscan_patterns_parse(&patterns, pattern, strlen(pattern),
					 &arena));
	assert_int_equal(jscan_patterns_match(&patterns, path, false),
			 JSCAN_PATTERN_SILENT);
	memset(pattern, 0, 8192);
	for (size_t i = 0; i < 500; i++) {
		memcpy(pattern + i * 5, "**/a/", 5);
		memcpy(path + i * 2, "a/", 2);
	}
	strcat(pattern, "b");
	assert_true(jscan_patterns_parse(&patterns, pattern, strlen(pattern),
					 &arena));
	assert_int_equal(jscan_patterns_match(&patterns, path, false),
			 JSCAN_PATTERN_SILENT);
}

static void too_many_patterns_are_named(void **state)
{
	char *text = jscan_arena_alloc(&arena, 2 * JSCAN_PATTERNS_MOST + 8);

	(void)state;
	for (size_t i = 0; i <= JSCAN_PATTERNS_MOST; i++)
		memcpy(text + 2 * i, "x\n", 2);
	put(".gitignore", text);
	put("a.md", "");
	git("init -q .");
	assert_string_equal(list(folder, NULL), "a.md\n");
	assert_int_equal(diags.count, 1);
	assert_string_equal(diags.items[0].code, "too-big");
	text[2 * JSCAN_PATTERNS_MOST] = '\0';
	put(".gitignore", text);
	assert_string_equal(list(folder, NULL), "a.md\n");
	assert_int_equal(diags.count, 1);
}

static void *read_all(void *data)
{
	const struct jscan_source *source = data;
	struct jscan_stamp stamp;
	struct jscan_buf buf;
	size_t total = 0;

	jscan_buf_init(&buf);
	for (int round = 0; round < 20; round++) {
		for (size_t i = 0; i < source->count; i++) {
			jscan_buf_clear(&buf);
			if (source->read(source, i, &buf, &stamp) ==
			    JSCAN_READ_OK)
				total += buf.len;
		}
	}
	jscan_buf_release(&buf);
	return (void *)(uintptr_t)total;
}

static void threads_read_at_once(void **state)
{
	struct jscan_source source;
	struct jscan_error err;
	pthread_t threads[4];

	(void)state;
	for (int i = 0; i < 50; i++)
		put(jscan_arena_printf(&arena, "d%d/n%d.md", i % 5, i),
		    "0123456789");
	assert_int_equal(jscan_source_open_folder(&source, folder, &plain,
						  &arena, &diags, &err),
			 0);
	for (size_t i = 0; i < COUNT_OF(threads); i++)
		assert_int_equal(
			pthread_create(&threads[i], NULL, read_all, &source),
			0);
	for (size_t i = 0; i < COUNT_OF(threads); i++) {
		void *total;

		assert_int_equal(pthread_join(threads[i], &total), 0);
		assert_int_equal((uintptr_t)total, 20 * 50 * 10);
	}
	source.close(&source);
}

/* Folders as they were last listed, without any regard to when that was. */
static struct {
	const char *path, *names;
	struct jscan_stamp stamp;
	size_t len;
} seen[64];
static size_t seen_count, listed_count;

static const char *find_seen(void *data, const char *path,
			     const struct jscan_stamp *stamp, size_t *len)
{
	(void)data;
	for (size_t i = seen_count; i--;) {
		if (strcmp(seen[i].path, path) ||
		    !jscan_stamp_is_same(&seen[i].stamp, stamp))
			continue;
		*len = seen[i].len;
		return seen[i].names;
	}
	return NULL;
}

static void keep_seen(void *data, const char *path,
		      const struct jscan_stamp *stamp, const char *names,
		      size_t len)
{
	(void)data;
	assert_true(seen_count < COUNT_OF(seen));
	seen[seen_count].path = jscan_arena_strdup(&arena, path);
	seen[seen_count].names = jscan_arena_strndup(&arena, names, len);
	seen[seen_count].stamp = *stamp;
	seen[seen_count++].len = len;
	listed_count++;
}

static const struct jscan_listings all_seen = {
	.find = find_seen, .keep = keep_seen};

/* The same list whatever is known; *listed tells how many folders were not. */
static void list_both(const char *dir, size_t *listed)
{
	const char *fresh = list(dir, NULL);
	size_t diag_count = diags.count;

	listed_count = 0;
	listings = &all_seen;
	assert_string_equal(list(dir, NULL), fresh);
	assert_int_equal(diags.count, 2 * diag_count);
	listings = NULL;
	*listed = listed_count;
	diags.count = 0;
}

static void what_is_known_of_folders_changes_nothing(void **state)
{
	static const char *const changes[] = {
		"echo x >b/new.md",
		"rm b/new.md",
		"mv b/c b/d",
		"mv b/d/note.md b/d/other.md",
		"echo other.md >b/.gitignore",
		"echo nothing >b/.gitignore", /* in place */
		"rm b/.gitignore",
		"rm a.md && ln -s b/b.md a.md",
		"rm a.md && mkdir a.md && echo x >a.md/in.md",
		"mv b e && ln -s e b",
		"rm b && mv e b && mkfifo b/pipe.md",
		"mv b/d b/.d",
		"rm -r b && mkdir -p b/d && echo x >b/d/note.md",
		"echo d >>.git/info/exclude",
	};
	size_t listed;

	(void)state;
	seen_count = 0;
	put("a.md", "x");
	put("b/b.md", "x");
	put("b/c/note.md", "x");
	put("b/c/empty/not.txt", "x");
	run("cd '%s' && git init -q . && mkdir -p .git/info", folder);
	list_both(folder, &listed);
	if (!listed)
		skip(); /* a file system whose times are not relied on */
	for (size_t i = 0; i < COUNT_OF(changes); i++) {
		usleep(10000);
		run("cd '%s' && %s", folder, changes[i]);
		list_both(folder, &listed);
		usleep(10000);
		list_both(folder, &listed);
		if (listed)
			fail_msg("'%s': %zu folders were listed again",
				 changes[i], listed);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(notes_are_regular_files_of_two_endings),
		TEST(a_note_is_read_by_its_raw_path),
		TEST(what_cannot_be_listed_is_named),
		TEST(paths_past_the_limit_are_named),
		TEST(ignore_files_count_in_a_repository),
		TEST(a_linked_work_tree_has_the_rules_of_its_repository),
		TEST(rules_are_those_of_git),
		TEST(patterns_take_no_longer_than_their_length),
		TEST(too_many_patterns_are_named),
		TEST(threads_read_at_once),
		TEST(what_is_known_of_folders_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
