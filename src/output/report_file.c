/*
 * Writes the report file: only when its bytes change, whole or not at all, and
 * never over a file that somebody else made.
 */
#include "output/report_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"

#define REPORT_MOST_BYTES ((size_t)1 << 30)

static bool has_ending(const char *name, const char *ending)
{
	size_t len = strlen(name), end = strlen(ending);

	return len >= end && !strcasecmp(name + len - end, ending);
}

static int add_bytes(void *data, const char *bytes, size_t len)
{
	jscan_buf_add(data, bytes, len);
	return 0;
}

int jscan_report_file_make(struct jscan_buf *out, const char *name,
			   const struct jscan_report *report,
			   struct jscan_error *err)
{
	struct jscan_format_options options = {.view = JSCAN_VIEW_REPORT};
	enum jscan_format format = JSCAN_FORMAT_MD;

	if (has_ending(name, ".html") || has_ending(name, ".htm"))
		format = JSCAN_FORMAT_HTML;
	return jscan_report_write(report, format, &options, add_bytes, out,
				  err);
}

/* Does the mark stand in the first lines, where the writers put it? */
bool jscan_report_file_is_ours(const char *bytes, size_t len)
{
	return memmem(bytes, len < 1024 ? len : 1024, JSCAN_REPORT_MARK,
		      strlen(JSCAN_REPORT_MARK)) != NULL;
}

/* Refuses a path that leaves the folder through a link. */
static int open_parent(int dir_fd, const char *name, const char **last,
		       struct jscan_error *err)
{
	int fd = dup(dir_fd);

	while (fd >= 0 && strchr(name, '/')) {
		char part[256];
		size_t len = strcspn(name, "/");
		int next = -1;

		if (len >= sizeof(part)) {
			errno = ENAMETOOLONG;
		} else {
			memcpy(part, name, len);
			part[len] = '\0';
			next = openat(fd, part,
				      O_RDONLY | O_DIRECTORY | O_NOFOLLOW |
					      O_CLOEXEC);
		}
		close(fd);
		fd = next;
		name += len + 1;
	}
	*last = name;
	if (fd < 0)
		return jscan_error_set(err, JSCAN_ERR_IO,
				       "cannot open the report's folder: %s",
				       strerror(errno));
	return fd;
}

static int check_old(enum jscan_written *out, int fd, const char *name,
		     const struct jscan_buf *fresh, struct jscan_error *err)
{
	struct jscan_buf old;
	int ret = -1;

	jscan_buf_init(&old);
	switch (jscan_file_read(&old, fd, name, REPORT_MOST_BYTES)) {
	case JSCAN_READ_MISSING:
		ret = 0;
		break;
	case JSCAN_READ_OK:
		if (old.len &&
		    !jscan_report_file_is_ours(old.data, old.len)) {
			jscan_error_set(err, JSCAN_ERR_NOT_OURS,
					"'%s' was not made by journalscan and "
					"is left alone: move it, or name "
					"another file with 'report:' in "
					".journalscan.yml",
					name);
			break;
		}
		if (old.len == fresh->len &&
		    (!old.len || !memcmp(old.data, fresh->data, old.len)))
			*out = JSCAN_UNCHANGED;
		ret = 0;
		break;
	case JSCAN_READ_NOT_A_FILE:
		jscan_error_set(err, JSCAN_ERR_NOT_OURS,
				"'%s' is a link or a folder and is left alone: "
				"move it, or name another file with 'report:' "
				"in .journalscan.yml",
				name);
		break;
	default:
		jscan_error_set(err, JSCAN_ERR_IO, "cannot read '%s': %s", name,
				strerror(errno));
		break;
	}
	jscan_buf_release(&old);
	return ret;
}

int jscan_report_file_write(enum jscan_written *out, int dir_fd,
			    const char *name, const struct jscan_report *report,
			    struct jscan_error *err)
{
	enum jscan_written written = JSCAN_WRITTEN;
	struct jscan_buf fresh;
	const char *last;
	int fd, ret = -1;

	fd = open_parent(dir_fd, name, &last, err);
	if (fd < 0)
		return -1;
	jscan_buf_init(&fresh);
	if (jscan_report_file_make(&fresh, name, report, err) < 0 ||
	    check_old(&written, fd, last, &fresh, err) < 0)
		goto out;
	if (written == JSCAN_WRITTEN &&
	    jscan_file_replace(fd, last, fresh.data, fresh.len, 0666) < 0) {
		jscan_error_set(err, JSCAN_ERR_IO, "cannot write '%s': %s",
				name, strerror(errno));
		goto out;
	}
	*out = written;
	ret = 0;
out:
	jscan_buf_release(&fresh);
	close(fd);
	return ret;
}
