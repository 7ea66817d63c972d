/*
 * The hook in a repository: where it is put, when it is refused, what else is
 * there, and the line of attributes of its merge driver, as git reads it.
 */
#include "unit/git_world.h"

#include "git/hook_files.h"
#include "git/merge_driver.h"

static struct jscan_hook_tool tool = {.path = "/opt/it's/journalscan"};
static struct jscan_hook_status status;
static struct jscan_error error;

static struct jscan_hook_target target_of(const char *report)
{
	return (struct jscan_hook_target){
		.dir = world_dir,
		.report = report,
		.tool = &tool,
		.environment = (const char *const *)world_environment};
}

static int do_it(int (*what)(const struct jscan_hook_target *target,
			     struct jscan_error *err),
		 const char *report)
{
	struct jscan_hook_target target = target_of(report);

	memset(&error, 0, sizeof(error));
	return what(&target, &error);
}

static void get_status(void)
{
	struct jscan_hook_target target = target_of("REPORT.md");

	if (jscan_hook_files_get_status(&status, &target, &error) < 0)
		fail_msg("%s", error.message);
}

#define install()   do_it(jscan_hook_files_install, "REPORT.md")
#define uninstall() do_it(jscan_hook_files_uninstall, "REPORT.md")

#define check_states(wanted) \
	do { \
		get_status(); \
		for (int s = 0; s < JSCAN_HOOK_EVENTS; s++) \
			assert_int_equal(status.states[s], wanted); \
	} while (0)

/* The names of reports, and one that the pattern must not mean. */
static void attributes_as_git_reads_them(void **state)
{
	static const struct {
		const char *name, *other;
	} cases[] = {
		{"REPORT.md", "sub/REPORT.md"},
		{"a b.md", "a"},
		{"#a.md", "a.md"},
		{"!a.md", "a.md"},
		{"a*b.md", "aXb.md"},
		{"a?b.md", "aXb.md"},
		{"[a].md", "a.md"},
		{"a*b c.md", "aXb c.md"},
		{"a?b c.md", "aXb c.md"},
		{"[a] b.md", "a b.md"},
		{"a\"b.md", "ab.md"},
		{"a\\b.md", "ab.md"},
		{"a\tb.md", "ab.md"},
		{"a\\*\"b.md", "a\"b.md"},
		{"sub/a.md", "a.md"},
		{"\xc3\xa9.md", "e.md"},
	};
	struct jscan_arena arena;

	(void)state;
	jscan_arena_init(&arena);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		put(".gitattributes", "%s\n",
		    jscan_merge_driver_line(&arena, "", cases[i].name));
		put("../name", "%s", cases[i].name);
		put("../other", "%s", cases[i].other);
		if (!strstr(sh("git check-attr merge -- \"$(cat ../name)\""),
			    "merge: journalscan"))
			fail_msg("%s", cases[i].name);
		if (!strstr(sh("git check-attr merge -- \"$(cat ../other)\""),
			    "merge: unspecified"))
			fail_msg("%s", cases[i].other);
	}
	assert_string_equal(
		jscan_merge_driver_line(&arena, "my notes/", "REPORT.md"),
		"\"/my notes/REPORT.md\" merge=journalscan");
	jscan_arena_release(&arena);
}

static void put_in_and_taken_out(void **state)
{
	(void)state;
	sh("rm -rf .git/hooks .git/info");
	check_states(JSCAN_HOOK_ABSENT);
	assert_false(status.has_merge_driver);
	assert_int_equal(install(), 0);
	check_states(JSCAN_HOOK_INSTALLED);
	assert_true(status.has_merge_driver);
	assert_string_equal(status.journal, ".");
	assert_string_equal(status.attribute, "/REPORT.md merge=journalscan");
	assert_string_equal(sh("cat .git/info/attributes"),
			    "/REPORT.md merge=journalscan");
	assert_string_equal(
		sh("git config merge.journalscan.driver"),
		"test ! -x '/opt/it'\\''s/journalscan' || "
		"'/opt/it'\\''s/journalscan' hook run merge --output %A %P");
	assert_string_equal(sh("git config merge.journalscan.recursive"),
			    "binary");
	/* Twice is as good as once. */
	assert_int_equal(install(), 0);
	assert_string_equal(sh("cat .git/info/attributes"),
			    "/REPORT.md merge=journalscan");
	assert_int_equal(uninstall(), 0);
	check_states(JSCAN_HOOK_ABSENT);
	assert_false(status.has_merge_driver);
	assert_string_equal(sh("cat .git/info/attributes; ls .git/hooks;"
			       "git config --get-regexp journalscan || true"),
			    "");
	assert_int_equal(uninstall(), 0);
}

/* Lines of others stay, and the driver as long as another report needs it. */
static void other_attributes_stay(void **state)
{
	(void)state;
	sh("mkdir -p .git/info; printf 'x/REPORT.md merge=journalscan\\n"
	   "/REPORT.md merge=journalscanner' >.git/info/attributes");
	assert_int_equal(install(), 0);
	assert_string_equal(sh("cat .git/info/attributes"),
			    "x/REPORT.md merge=journalscan\n"
			    "/REPORT.md merge=journalscanner\n"
			    "/REPORT.md merge=journalscan");
	assert_int_equal(do_it(jscan_hook_files_install, "b.md"), 0);
	assert_int_equal(uninstall(), 0);
	assert_string_equal(sh("cat .git/info/attributes"),
			    "x/REPORT.md merge=journalscan\n"
			    "/REPORT.md merge=journalscanner\n"
			    "/b.md merge=journalscan");
	assert_int_not_equal(strlen(sh("git config merge.journalscan.driver")),
			     0);
	/* A last line without an end is found as well. */
	sh("printf '/REPORT.md merge=journalscan' >.git/info/attributes");
	assert_int_equal(uninstall(), 0);
	assert_string_equal(sh("cat .git/info/attributes"), "");
	assert_string_equal(sh("git config merge.journalscan.driver || true"),
			    "");
}

static void newer_versions_are_configured(void **state)
{
	static const struct {
		const char *version;
		bool is_configured;
	} cases[] = {
		{NULL, false},	 {"2.53.9", false}, {"2.54.0", true},
		{"2.100", true}, {"3.0", true},	    {"3", true},
		{"2", false},	 {"1.99", false},   {"2.x", false},
		{"", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		tool.git_version = cases[i].version;
		assert_int_equal(install(), 0);
		get_status();
		if (status.states[JSCAN_HOOK_PRE_COMMIT] !=
		    (cases[i].is_configured ? JSCAN_HOOK_CONFIGURED
					    : JSCAN_HOOK_INSTALLED))
			fail_msg("%s", cases[i].version);
		assert_int_equal(uninstall(), 0);
		check_states(JSCAN_HOOK_ABSENT);
	}
	tool.git_version = NULL;
}

/* Those who keep the hooks themselves, and folders that are not ours alone. */
static void whose_hooks_they_are(void **state)
{
	static const struct {
		const char *made_by;
		enum jscan_hook_manager manager;
		const char *refusal; /* NULL: installed */
	} cases[] = {
		{"mkdir .husky", JSCAN_HOOK_HUSKY, "husky keeps the hooks"},
		{"mkdir -p x/.husky/_; git config core.hooksPath x/.husky/_",
		 JSCAN_HOOK_HUSKY, "husky keeps the hooks"},
		{"touch lefthook.yml", JSCAN_HOOK_LEFTHOOK,
		 "lefthook keeps the hooks"},
		{"touch .lefthook.yml", JSCAN_HOOK_LEFTHOOK,
		 "lefthook keeps the hooks"},
		{"echo 'call lefthook run' >.git/hooks/pre-commit",
		 JSCAN_HOOK_LEFTHOOK, "lefthook keeps the hooks"},
		{"touch .pre-commit-config.yaml",
		 JSCAN_HOOK_PRE_COMMIT_FRAMEWORK,
		 "the pre-commit framework keeps the hooks"},
		{"echo '# from pre-commit.com' >.git/hooks/pre-commit",
		 JSCAN_HOOK_PRE_COMMIT_FRAMEWORK,
		 "the pre-commit framework keeps the hooks"},
		{"mkdir my; git config core.hooksPath my/hooks",
		 JSCAN_HOOK_NO_MANAGER, NULL},
		{"mkdir ../all; git config core.hooksPath \"$PWD/../all\"",
		 JSCAN_HOOK_NO_MANAGER, NULL},
		{"git config --global core.hooksPath ~/hooks",
		 JSCAN_HOOK_NO_MANAGER, "are those of all your repositories"},
		{"echo true >.git/hooks/pre-commit", JSCAN_HOOK_NO_MANAGER,
		 NULL},
		{"ln -s nowhere .git/hooks/pre-commit", JSCAN_HOOK_NO_MANAGER,
		 NULL},
		{"mkdir .git/hooks/pre-commit", JSCAN_HOOK_NO_MANAGER, NULL},
		{"truncate -s 1048577 .git/hooks/pre-commit",
		 JSCAN_HOOK_NO_MANAGER, NULL},
		{"ln -s pre-commit .git/hooks/pre-commit.before-journalscan;"
		 "echo true >.git/hooks/pre-commit",
		 JSCAN_HOOK_NO_MANAGER, "put them together by hand"},
	};

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		int ret;

		world_start(state);
		sh("mkdir -p .git/hooks; rm -f .git/hooks/*;");
		sh("%s", cases[i].made_by);
		get_status();
		if (status.manager != cases[i].manager)
			fail_msg("%s: %d", cases[i].made_by, status.manager);
		ret = install();
		if (ret != (cases[i].refusal ? -1 : 0))
			fail_msg("%s: %s", cases[i].made_by, error.message);
		if (ret) {
			assert_int_equal(error.code, JSCAN_ERR_REFUSED);
			if (!strstr(error.message, cases[i].refusal))
				fail_msg("%s", error.message);
		} else {
			get_status();
			assert_in_range(status.states[JSCAN_HOOK_PRE_COMMIT],
					JSCAN_HOOK_INSTALLED,
					JSCAN_HOOK_CHAINED);
			if (uninstall() < 0)
				fail_msg("%s: %s", cases[i].made_by,
					 error.message);
		}
		world_end(state);
	}
}

/* What stands in the way is named. */
static void what_cannot_be_written(void **state)
{
	static const struct {
		const char *made_by;
		const char *message;
	} cases[] = {
		{"touch x; git config core.hooksPath x", "cannot write"},
		{"git config core.hooksPath my/hooks", "cannot write"},
		{"touch .git/config.lock", "cannot write the configuration"},
		{"rm -rf .git/info; touch .git/info", "info/attributes'"},
		{"rm -rf .git/info; mkdir -p .git/info/attributes",
		 "cannot read"},
		{"touch x; git config core.hooksPath x/y", "cannot write"},
	};

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		world_start(state);
		sh("%s", cases[i].made_by);
		if (install() != -1 || error.code != JSCAN_ERR_IO ||
		    !strstr(error.message, cases[i].message))
			fail_msg("%s: %s", cases[i].made_by, error.message);
		world_end(state);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, world_start, world_end)
	const struct CMUnitTest tests[] = {
		TEST(attributes_as_git_reads_them),
		TEST(put_in_and_taken_out),
		TEST(other_attributes_stay),
		TEST(newer_versions_are_configured),
		cmocka_unit_test(whose_hooks_they_are),
		cmocka_unit_test(what_cannot_be_written),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL);
}
