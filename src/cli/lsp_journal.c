/*
 * The journal that the server looks at: which folder it is, what lies in it,
 * and what a scan of it says.  A scan reads the disk alone.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/environment.h"
#include "cli/lsp.h"
#include "cli/lsp_memory.h"
#include "cli/lsp_uri.h"
#include "cli/message.h"
#include "cli/run.h"

#define CONFIG_NAME	".journalscan.yml"
#define NOTE_MOST_BYTES ((size_t)8 << 20) /* a larger one is not read */

void jscan_lsp_find_journal(struct jscan_lsp *lsp, const char *root_uri)
{
	char *root = NULL;

	if (jscan_args_has(lsp->args, JSCAN_OPTION_DIRECTORY) ||
	    lsp->args->word_count > 0) {
		lsp->dir = realpath(jscan_args_dir(lsp->args), NULL);
		return;
	}
	if (root_uri)
		root = jscan_uri_read_path(root_uri);
	if (root)
		lsp->dir = realpath(root, NULL);
	free(root);
}

/* Its own folder, or the nearest above that has a configuration. */
void jscan_lsp_find_journal_of(struct jscan_lsp *lsp, const char *path)
{
	char *folder = jscan_lsp_strndup(path, strlen(path));
	char *end;

	while (!lsp->dir && (end = strrchr(folder, '/')) && end > folder) {
		char *config =
			jscan_lsp_alloc(strlen(path) + sizeof(CONFIG_NAME) + 1);

		*end = '\0';
		sprintf(config, "%s/%s", folder, CONFIG_NAME);
		if (access(config, F_OK) == 0)
			lsp->dir = realpath(folder, NULL);
		free(config);
	}
	memcpy(folder, path, strlen(path) + 1);
	end = strrchr(folder, '/');
	if (!lsp->dir && end > folder) {
		*end = '\0';
		lsp->dir = realpath(folder, NULL);
	}
	free(folder);
}

static char *below(const char *dir, const char *path)
{
	size_t len = strlen(dir);

	if (len == 1) /* the root itself */
		len = 0;
	if (strncmp(path, dir, len) != 0 || path[len] != '/' ||
	    path[len + 1] == '\0')
		return NULL;
	return jscan_lsp_strndup(path + len + 1, strlen(path + len + 1));
}

char *jscan_lsp_make_relative(const struct jscan_lsp *lsp, const char *path)
{
	char *relative, *folder, *real, *whole;
	const char *name;

	if (!lsp->dir || !path)
		return NULL;
	relative = below(lsp->dir, path);
	if (relative)
		return relative;
	/* The editor may have come by another way, over a link. */
	name = strrchr(path, '/');
	folder = jscan_lsp_strndup(path, (size_t)(name - path) + 1);
	real = realpath(folder, NULL);
	free(folder);
	if (!real)
		return NULL;
	whole = jscan_lsp_alloc(strlen(real) + strlen(name) + 1);
	sprintf(whole, "%s%s", real, name);
	relative = below(lsp->dir, whole);
	free(whole);
	free(real);
	return relative;
}

static bool read_regular(struct jscan_text *out, int fd)
{
	struct stat st;
	char *bytes;
	size_t len = 0;

	if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode) ||
	    (unsigned long long)st.st_size > NOTE_MOST_BYTES)
		return false;
	bytes = jscan_lsp_alloc((size_t)st.st_size + 1);
	while (len < (size_t)st.st_size) {
		ssize_t got = read(fd, bytes + len, (size_t)st.st_size - len);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		len += (size_t)got;
	}
	if (len >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3)) {
		len -= 3; /* a mark of the byte order is no text */
		memmove(bytes, bytes + 3, len);
	}
	out->bytes = bytes;
	out->len = len;
	return true;
}

bool jscan_lsp_read_note(struct jscan_text *out, const struct jscan_lsp *lsp,
			 const char *relative)
{
	char *path = jscan_lsp_alloc(strlen(lsp->dir) + strlen(relative) + 2);
	bool is_read;
	int fd;

	sprintf(path, "%s/%s", lsp->dir, relative);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
	free(path);
	if (fd < 0)
		return false;
	is_read = read_regular(out, fd);
	close(fd);
	return is_read;
}

/* When the file was changed, and its size; both 0 when it is not there. */
static void find_stamp(struct timespec *changed, off_t *size,
		       const struct jscan_lsp_document *document)
{
	struct stat st = {0};

	if (document->relative && stat(document->path, &st) < 0)
		memset(&st, 0, sizeof(st));
	*changed = st.st_mtim;
	*size = st.st_size;
}

static bool is_changed(const struct jscan_lsp_document *document)
{
	struct timespec changed;
	off_t size;

	find_stamp(&changed, &size, document);
	return changed.tv_sec != document->changed.tv_sec ||
	       changed.tv_nsec != document->changed.tv_nsec ||
	       size != document->size;
}

static bool is_another_day(const struct jscan_lsp *lsp)
{
	struct jscan_date today = jscan_environment_today();
	struct jscan_date as_of = lsp->report->as_of;

	return !jscan_args_has(lsp->args, JSCAN_OPTION_AS_OF) &&
	       (today.day != as_of.day || today.month != as_of.month ||
		today.year != as_of.year);
}

void jscan_lsp_refresh_for(struct jscan_lsp *lsp,
			   const struct jscan_lsp_document *document)
{
	if (lsp->is_stale || (document && is_changed(document)) ||
	    (lsp->report && is_another_day(lsp)))
		jscan_lsp_refresh(lsp);
}

static void refresh(struct jscan_lsp *lsp)
{
	struct jscan_scan *scan = NULL;
	struct jscan_options options;
	struct jscan_paths paths;
	struct jscan_error err = {0};
	int ret;

	lsp->is_stale = false;
	if (!lsp->dir)
		return;
	jscan_run_options(&options, &paths, lsp->args);
	ret = jscan_scan_run(&scan, lsp->dir, &options, &err);
	jscan_paths_release(&paths);
	if (ret < 0) {
		jscan_message_failure(&err, lsp->dir);
		jscan_lsp_send_failure(lsp, &err);
		return;
	}
	jscan_lsp_release_hovers(lsp);
	jscan_scan_free(lsp->scan);
	lsp->scan = scan;
	lsp->report = jscan_scan_get_report(scan);
	jscan_lsp_send_diagnostics(lsp);
}

void jscan_lsp_refresh(struct jscan_lsp *lsp)
{
	/* Before the scan: what changes meanwhile is seen the next time. */
	for (struct jscan_lsp_document *document = lsp->documents; document;
	     document = document->next)
		find_stamp(&document->changed, &document->size, document);
	refresh(lsp);
}
