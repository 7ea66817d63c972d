/* A journal in a folder of its own, for tests that scan one. */
#ifndef TESTS_UNIT_FOLDER_H
#define TESTS_UNIT_FOLDER_H

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "journalscan.h"
#include "unit/check.h"

struct folder {
	char path[64];
	struct jscan_scan *scan; /* the last one, or NULL */
	const struct jscan_report *report;
};

static inline void folder_open(struct folder *folder)
{
	memset(folder, 0, sizeof(*folder));
	strcpy(folder->path, "/tmp/journalscan-test-XXXXXX");
	assert_non_null(mkdtemp(folder->path));
}

static inline void folder_path(char out[512], const struct folder *folder,
			       const char *name)
{
	snprintf(out, 512, "%s/%s", folder->path, name);
}

/* `name` may have one folder before it. */
static inline void folder_write_bytes(struct folder *folder, const char *name,
				      const char *bytes, size_t len)
{
	const char *slash = strchr(name, '/');
	char path[512], parent[512];
	FILE *file;

	if (slash) {
		snprintf(parent, sizeof(parent), "%s/%.*s", folder->path,
			 (int)(slash - name), name);
		assert_true(mkdir(parent, 0777) == 0 || errno == EEXIST);
	}
	folder_path(path, folder, name);
	file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

static inline void folder_write(struct folder *folder, const char *name,
				const char *text)
{
	folder_write_bytes(folder, name, text, strlen(text));
}

/* The caller's, to be freed; with a NUL behind it. */
static inline char *folder_read(const struct folder *folder, const char *name,
				size_t *len)
{
	char path[512], *bytes;
	FILE *file;
	long size;

	folder_path(path, folder, name);
	file = fopen(path, "rb");
	assert_non_null(file);
	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	size = ftell(file);
	rewind(file);
	bytes = check_malloc((size_t)size + 1);
	assert_int_equal(fread(bytes, 1, (size_t)size, file), size);
	bytes[size] = '\0';
	fclose(file);
	if (len)
		*len = (size_t)size;
	return bytes;
}

/* Scans once more, as of a day; ends the test when that fails. */
static inline void folder_scan_dir(struct folder *folder, const char *dir,
				   const char *as_of)
{
	struct jscan_options options = {.jobs = 1};
	struct jscan_error err = {0};

	jscan_scan_free(folder->scan);
	folder->scan = NULL;
	assert_int_equal(jscan_date_parse(&options.as_of, as_of), 0);
	if (jscan_scan_run(&folder->scan, dir, &options, &err) < 0)
		fail_msg("%s", err.message);
	folder->report = jscan_scan_get_report(folder->scan);
}

static inline void folder_scan(struct folder *folder, const char *as_of)
{
	folder_scan_dir(folder, folder->path, as_of);
}

static inline void folder_remove_below(const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *entry;

	while (dir && (entry = readdir(dir))) {
		char *name;

		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
			continue;
		assert_true(asprintf(&name, "%s/%s", path, entry->d_name) > 0);
		if (unlink(name) < 0) {
			folder_remove_below(name);
			rmdir(name);
		}
		free(name);
	}
	if (dir)
		closedir(dir);
}

static inline void folder_close(struct folder *folder)
{
	jscan_scan_free(folder->scan);
	if (folder->path[0]) {
		folder_remove_below(folder->path);
		rmdir(folder->path);
	}
}

/* The first item of a rule, or NULL. */
static inline const struct jscan_followup *
folder_find(const struct folder *folder, enum jscan_rule rule)
{
	for (size_t i = 0; i < folder->report->followup_count; i++) {
		if (folder->report->followups[i].rule == rule)
			return &folder->report->followups[i];
	}
	return NULL;
}

/* The same, where there has to be one. */
static inline const struct jscan_followup *
folder_get(const struct folder *folder, enum jscan_rule rule)
{
	const struct jscan_followup *item = folder_find(folder, rule);

	assert_non_null(item);
	return item;
}

#endif
