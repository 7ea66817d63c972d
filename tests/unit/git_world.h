/*
 * A temporary folder with a repository in it, the real git to look at it with,
 * and a snapshot of it.  Included by the test_git_*.c files.
 */
#ifndef TESTS_UNIT_GIT_WORLD_H
#define TESTS_UNIT_GIT_WORLD_H

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit/check.h"

#include "git/snapshot.h"

#define MOST_PATHS 32768

static char world_root[64]; /* the temporary folder */
static char world_dir[128]; /* the journal in it */
static char *world_environment[16];

static void world_set(int slot, const char *name, const char *value)
{
	char *text = NULL;

	assert_true(asprintf(&text, "%s=%s", name, value) > 0);
	free(world_environment[slot]);
	world_environment[slot] = text;
}

/* Runs a shell command in the journal; its output without the last newline. */
static const char *sh_status(int *status, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
static const char *sh_status(int *status, const char *format, ...)
{
	static char output[1 << 20];
	char *command = NULL, *whole = NULL;
	size_t len;
	va_list args;
	FILE *pipe;

	va_start(args, format);
	assert_true(vasprintf(&command, format, args) > 0);
	va_end(args);
	assert_true(asprintf(&whole,
			     "cd '%s' && { unset GIT_DIR GIT_WORK_TREE "
			     "GIT_INDEX_FILE; export HOME='%s' "
			     "GIT_CONFIG_NOSYSTEM=1 LC_ALL=C TZ=UTC; "
			     "%s\n} 2>&1",
			     world_dir, world_root, command) > 0);
	pipe = popen(whole, "r");
	assert_non_null(pipe);
	len = fread(output, 1, sizeof(output) - 1, pipe);
	while (len && output[len - 1] == '\n')
		len--;
	output[len] = '\0';
	*status = pclose(pipe);
	free(command);
	free(whole);
	return output;
}

static const char *sh_checked(int line, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
static const char *sh_checked(int line, const char *format, ...)
{
	char *command = NULL;
	const char *output;
	va_list args;
	int status;

	va_start(args, format);
	assert_true(vasprintf(&command, format, args) > 0);
	va_end(args);
	output = sh_status(&status, "%s", command);
	if (status)
		print_error("line %d: %s\n%s\n", line, command, output);
	free(command);
	assert_int_equal(status, 0);
	return output;
}

#define sh(...) sh_checked(__LINE__, __VA_ARGS__)

static void world_make(void **state)
{
	(void)state;
	/* In memory where that can be had: there is much syncing. */
	snprintf(world_root, sizeof(world_root), "%s/jscan-git-XXXXXX",
		 access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
	assert_non_null(mkdtemp(world_root));
	snprintf(world_dir, sizeof(world_dir), "%s/notes", world_root);
	assert_int_equal(mkdir(world_dir, 0755), 0);
	world_set(0, "HOME", world_root);
	world_set(1, "GIT_CONFIG_NOSYSTEM", "1");
	for (int i = 2; i < 16; i++) {
		free(world_environment[i]);
		world_environment[i] = NULL;
	}
	sh("git config --global user.name 'Ann Other';"
	   "git config --global user.email ann@example.com;"
	   "git config --global init.defaultBranch main;"
	   "git config --global advice.detachedHead false");
}

static int world_start(void **state)
{
	world_make(state);
	sh("git init -q");
	return 0;
}

static int world_end(void **state)
{
	int status;

	(void)state;
	snprintf(world_dir, sizeof(world_dir), "/");
	sh_status(&status, "chmod -R u+rwx '%s'; rm -rf '%s'", world_root,
		  world_root);
	for (int i = 0; i < 16; i++) {
		free(world_environment[i]);
		world_environment[i] = NULL;
	}
	return 0;
}

static void put(const char *path, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
static void put(const char *path, const char *format, ...)
{
	char full[4096];
	va_list args;
	FILE *file;

	snprintf(full, sizeof(full), "%s/%s", world_dir, path);
	file = fopen(full, "w");
	assert_non_null(file);
	va_start(args, format);
	assert_true(vfprintf(file, format, args) >= 0);
	va_end(args);
	assert_int_equal(fclose(file), 0);
}

__attribute__((unused)) static void put_entry(const char *path, const char *words)
{
	put(path, "---\ncompany: Acme\n---\n%s\n", words);
}

/* The notes below the journal, as a scan would list them. */
static char *world_paths[MOST_PATHS];
static size_t world_count;

static int note_path(const char *path, const struct stat *st, int kind,
		     struct FTW *ftw)
{
	size_t len = strlen(path);

	(void)st;
	(void)ftw;
	if (kind == FTW_F && len > 3 && !strcmp(path + len - 3, ".md") &&
	    !strstr(path, "/.") && strcmp(path + len - 9, "REPORT.md")) {
		assert_true(world_count < MOST_PATHS);
		world_paths[world_count++] =
			strdup(path + strlen(world_dir) + 1);
	}
	return 0;
}

static int compare_paths(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void list_paths(void)
{
	world_count = 0;
	nftw(world_dir, note_path, 16, FTW_PHYS);
	qsort(world_paths, world_count, sizeof(*world_paths), compare_paths);
}

static bool is_entry(void *data, const char *path, const char *bytes,
		     size_t len)
{
	(void)data;
	(void)path;
	return len >= 4 && memmem(bytes, len, "company:", 8);
}

static void describe(void *data, const struct jscan_snapshot_changes *changes,
		     struct jscan_buf *out)
{
	struct jscan_snapshot_facts facts = {.entries = 3, .overdue = 2};

	(void)data;
	facts.as_of.year = 2026;
	facts.as_of.month = 10;
	facts.as_of.day = 13;
	jscan_snapshot_describe(out, changes, &facts);
}

static struct jscan_error world_error;
static struct jscan_snapshot world_snapshot;
static const char *world_ref;
static int64_t world_time = 1791800000;

/* A snapshot of all notes of the journal and of its report. */
__attribute__((unused)) static int snapshot_status(void)
{
	struct jscan_snapshot_request request = {
		.dir = world_dir,
		.report = "REPORT.md",
		.ref = world_ref,
		.is_entry = is_entry,
		.describe = describe,
		.time_seconds = world_time,
		.offset_minutes = -90,
	};
	int ret;

	list_paths();
	request.paths = (const char *const *)world_paths;
	request.path_count = world_count;
	request.environment = (const char *const *)world_environment;
	memset(&world_error, 0, sizeof(world_error));
	memset(&world_snapshot, 0, sizeof(world_snapshot));
	ret = jscan_snapshot_make(&world_snapshot, &request, &world_error);
	for (size_t i = 0; i < world_count; i++)
		free(world_paths[i]);
	return ret;
}

/* Whatever was done to it: a whole repository, no lock, nothing of ours. */
#define check_repository() \
	do { \
		sh("git fsck --strict --no-dangling"); \
		assert_string_equal( \
			sh("find \"$(git rev-parse --git-common-dir)\" " \
			   "-name '*.lock'; " \
			   "find \"$(git rev-parse --git-common-dir)\"" \
			   "/journalscan -mindepth 1 ! -name lock " \
			   "2>/dev/null || true"), \
			""); \
	} while (0)

#define snapshot() \
	do { \
		int snapshot_result = snapshot_status(); \
		if (snapshot_result) \
			print_error("%s\n", world_error.message); \
		assert_int_equal(snapshot_result, 0); \
		check_repository(); \
	} while (0)

#define assert_made(is) assert_int_equal(world_snapshot.is_made, is)

#define assert_refused(wanted_code, words) \
	do { \
		assert_int_equal(snapshot_status(), -1); \
		if (!strstr(world_error.message, words)) \
			print_error("%s\n", world_error.message); \
		assert_non_null(strstr(world_error.message, words)); \
		assert_int_equal(world_error.code, wanted_code); \
	} while (0)

#endif
