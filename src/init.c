/*
 * Sets a journal up: folder, repository, configuration, attributes, each only
 * where it is not there yet.
 */
#include "journalscan.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "git/merge_driver.h"
#include "git/repository.h"
#include "scan.h"

#define CONFIG_NAME	".journalscan.yml"
#define ATTRIBUTES_NAME ".gitattributes"
#define MOST_BYTES	((size_t)1 << 20)

static const char config_text[] =
	"# The configuration of this journal; `man 5 journalscan` has every "
	"key, and\n"
	"# `journalscan config` what is in force. None is needed.\n"
	"\n"
	"# The report, below this folder; REPORT.html is a page for browsers.\n"
	"# report: REPORT.md\n"
	"\n"
	"# Files that are no notes, in patterns as in .gitignore.\n"
	"# ignore: [drafts/]\n"
	"\n"
	"# How 11/9/2026 is read: mdy is November 9, dmy is 9 November.\n"
	"# date-order: mdy\n"
	"\n"
	"# The country of phone numbers written without a +.\n"
	"# region: US\n";

static int fail(struct jscan_error *err, const char *what, const char *name)
{
	return jscan_error_set(err, JSCAN_ERR_IO, "cannot %s '%s': %s", what,
			       name, strerror(errno));
}

static int make_folder(enum jscan_made *out, const char *dir,
		       struct jscan_error *err)
{
	*out = JSCAN_MADE;
	if (!mkdir(dir, 0777))
		return 0;
	*out = JSCAN_THERE;
	return errno == EEXIST ? 0 : fail(err, "make the folder", dir);
}

static int make_repository(struct jscan_init_outcome *out, const char *dir,
			   const char *const *environment,
			   struct jscan_error *err)
{
	struct jscan_repository_options options = {.environment = environment};
	struct jscan_repository *repository;

	out->repository = JSCAN_THERE;
	if (jscan_repository_open(&repository, dir, &options, err) < 0) {
		/* Only where there is none; what is refused stays as it is. */
		if (err->code != JSCAN_ERR_NO_REPOSITORY ||
		    jscan_repository_make(dir, environment, err) < 0 ||
		    jscan_repository_open(&repository, dir, &options, err) < 0)
			return -1;
		out->repository = JSCAN_MADE;
	}
	snprintf(out->work_dir, sizeof(out->work_dir), "%s",
		 jscan_repository_work_dir(repository));
	jscan_repository_free(repository);
	return 0;
}

/* A file of that name, link or not, is somebody's. */
static int make_file(enum jscan_made *out, int dir_fd, const char *name,
		     const char *text, struct jscan_error *err)
{
	struct stat st;

	*out = JSCAN_THERE;
	if (!fstatat(dir_fd, name, &st, AT_SYMLINK_NOFOLLOW))
		return 0;
	*out = JSCAN_MADE;
	if (jscan_file_replace(dir_fd, name, text, strlen(text), 0666) < 0)
		return fail(err, "write", name);
	return 0;
}

static bool has_line(const struct jscan_buf *text, const char *line)
{
	size_t len = strlen(line);
	const char *at = text->data;

	for (; text->len && (at = strstr(at, line)); at += len) {
		if ((at == text->data || at[-1] == '\n') &&
		    (!at[len] || at[len] == '\n' || at[len] == '\r' ||
		     at[len] == ' '))
			return true;
	}
	return false;
}

static int make_attributes(struct jscan_init_outcome *out,
			   struct jscan_scan *scan, struct jscan_error *err)
{
	const char *line =
		jscan_merge_driver_line(&scan->arena, "", scan->config.report);
	struct jscan_buf old;

	snprintf(out->attribute, sizeof(out->attribute), "%s", line);
	if (make_file(&out->attributes, scan->dir_fd, ATTRIBUTES_NAME,
		      jscan_arena_printf(&scan->arena, "%s\n", line), err) < 0)
		return -1;
	if (out->attributes == JSCAN_MADE)
		return 0;
	jscan_buf_init(&old);
	if (jscan_file_read(&old, scan->dir_fd, ATTRIBUTES_NAME, MOST_BYTES) !=
		    JSCAN_READ_OK ||
	    !has_line(&old, line))
		out->attributes = JSCAN_NOT_ENOUGH;
	jscan_buf_release(&old);
	return 0;
}

int jscan_journal_init(struct jscan_init_outcome *out, const char *dir,
		       const struct jscan_options *options,
		       struct jscan_error *err)
{
	struct jscan_options copy = *options;
	struct jscan_scan *scan;
	int ret = -1;

	memset(out, 0, sizeof(*out));
	copy.is_staged = false;
	copy.revision = NULL;
	if (make_folder(&out->folder, dir, err) < 0 ||
	    jscan_scan_open(&scan, dir, &copy, err) < 0)
		return -1;
	if (!make_repository(out, dir, options->environment, err) &&
	    !make_file(&out->config, scan->dir_fd, CONFIG_NAME, config_text,
		       err) &&
	    !make_attributes(out, scan, err))
		ret = 0;
	jscan_scan_free(scan);
	return ret;
}
