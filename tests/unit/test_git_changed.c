/*
 * A note that is written to, replaced, removed or made while a scan is under
 * way: the snapshot refuses to put a report beside notes that it is not of, and
 * the next scan puts it right.
 */
#include "unit/git_world.h"

#include "journalscan.h"

struct step {
	const char *name;
	const char *command; /* between reading and the snapshot; NULL: none */
};

static struct jscan_scan *scan(bool has_cache)
{
	struct jscan_options options = {.jobs = 1, .has_cache = has_cache};
	struct jscan_scan *out;
	struct jscan_error err;

	assert_int_equal(jscan_date_parse(&options.as_of, "2026-10-15"), 0);
	if (jscan_scan_run(&out, world_dir, &options, &err) < 0)
		fail_msg("%s", err.message);
	return out;
}

static void write_report(const struct jscan_scan *scan)
{
	enum jscan_written written;
	struct jscan_error err;

	assert_int_equal(jscan_scan_write_report(&written, scan, NULL, &err),
			 0);
}

static int commit(const struct jscan_scan *scan, struct jscan_error *err)
{
	struct jscan_snapshot_options who = {
		.time_seconds = 1792000000,
		.environment = (const char *const *)world_environment};
	struct jscan_snapshot snapshot;

	return jscan_scan_snapshot(&snapshot, scan, &who, err);
}

/* The journal is in git, as it is, and the notes are old. */
static void settle(bool has_cache)
{
	struct jscan_error err;
	struct jscan_scan *first;

	put_entry("a.md", "One.");
	put_entry("b.md", "One.");
	sh("mkdir -p sub");
	put_entry("sub/c.md", "One.");
	sh("touch -d '2026-01-01' *.md sub/*.md");
	for (int i = 0; i < 2; i++) {
		first = scan(has_cache);
		write_report(first);
		assert_int_equal(commit(first, &err), 0);
		jscan_scan_free(first);
		usleep(30000); /* past the doubt of the cache */
	}
}

static const struct step steps[] = {
	{"written to", "echo more >>a.md"},
	{"written to, of the same length", "sed -i s/One/Two/ a.md"},
	{"replaced by one with old times",
	 "cp -p a.md x && sed -i s/One/Two/ x && touch -r a.md x && mv x a.md"},
	{"removed", "rm b.md"},
	{"made a link", "ln -sf ../b.md sub/c.md"},
	{"moved away, and another folder there",
	 "mv sub was && mkdir sub && sed s/One/Two/ was/c.md >sub/c.md"},
	{"led out by a link",
	 "mkdir ../out && sed s/One/Two/ sub/c.md >../out/c.md && "
	 "rm -r sub && ln -s ../out sub"},
	{"another report", "cp REPORT.md x && echo >>x && mv x REPORT.md"},
	{"no report", "rm REPORT.md"},
};

static void check_step(const struct step *step, bool has_cache)
{
	struct jscan_scan *late;
	struct jscan_error err = {0};
	char *head;
	int status;

	world_start(NULL);
	settle(has_cache);
	head = strdup(sh("git rev-parse HEAD; git status --porcelain"));
	/* Something to commit whatever else there is. */
	put_entry("new.md", "One.");
	late = scan(has_cache);
	write_report(late);
	sh("%s", step->command);
	status = commit(late, &err);
	jscan_scan_free(late);
	if (status != -1 || err.code != JSCAN_ERR_CHANGED)
		fail_msg("%s: %d, %s", step->name, status, err.message);
	assert_string_equal(sh("git rev-parse HEAD; git diff --cached"), head);
	assert_string_equal(sh("find . -name '*.lock'"), "");
	late = scan(has_cache);
	write_report(late);
	assert_int_equal(commit(late, &err), 0);
	jscan_scan_free(late);
	sh("git fsck --strict && test -z \"$(git status --porcelain -uno)\"");
	/* Nothing of what a link leads to. */
	sh("! git grep -q Two HEAD -- sub/c.md || ! test -L sub");
	free(head);
	world_end(NULL);
}

static void a_note_that_changes_meanwhile(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(steps); i++) {
		check_step(&steps[i], true);
		check_step(&steps[i], false);
	}
}

/* What is no entry may come and go. */
static void other_files_are_of_no_concern(void **state)
{
	struct jscan_scan *late;
	struct jscan_error err;

	(void)state;
	world_start(NULL);
	settle(true);
	put("plain.md", "Only a note.\n");
	put_entry("new.md", "One.");
	late = scan(true);
	write_report(late);
	sh("echo more >>plain.md; echo x >code.c; rm -f .journalscan.yml");
	assert_int_equal(commit(late, &err), 0);
	jscan_scan_free(late);
	sh("git cat-file -e HEAD:new.md");
	world_end(NULL);
}

/* A caller that has written no report commits the one that is there. */
static void without_a_report_of_its_own(void **state)
{
	struct jscan_scan *late;
	struct jscan_error err;

	(void)state;
	world_start(NULL);
	settle(true);
	put_entry("new.md", "One.");
	late = scan(true);
	assert_int_equal(commit(late, &err), 0);
	jscan_scan_free(late);
	sh("git cat-file -e HEAD:new.md && git cat-file -e HEAD:REPORT.md");
	world_end(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_note_that_changes_meanwhile),
		cmocka_unit_test(other_files_are_of_no_concern),
		cmocka_unit_test(without_a_report_of_its_own),
	};

	(void)snapshot_status; /* which these do without */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
