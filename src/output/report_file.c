/*
 * Writes the report file: only when its bytes change, whole or not at all, and
 * never over a file that somebody else made.
 *
 * The report is never in memory as a whole.  As long as it says what the old
 * file says, nothing is written; from the first difference on it goes to a new
 * file, which starts with what was the same.
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

#define PIECE_BYTES ((size_t)65536)

struct target {
	int dir_fd;
	const char *name;
	unsigned mode; /* of a new file */
	int old_fd;    /* -1: there is none */
	size_t old_len;
	size_t same;	  /* bytes that both have */
	bool is_new;	  /* something differs: a new file is being written */
	struct stat stat; /* of what now stands there */
	int error;	  /* why writing failed; 0: it did not */
	struct jscan_replacement fresh;
};

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

static enum jscan_format find_format(const char *name)
{
	return has_ending(name, ".html") || has_ending(name, ".htm")
		       ? JSCAN_FORMAT_HTML
		       : JSCAN_FORMAT_MD;
}

/*
 * Links of a report in a folder of its own first leave that.  *links holds what
 * the report then points to.
 */
static void link_report(struct jscan_report *out, struct jscan_buf *links,
			const char *name, const struct jscan_report *report)
{
	static const char relative[] = "{path}#L{line}";

	*out = *report;
	jscan_buf_init(links);
	if (!strchr(name, '/') ||
	    (out->link_format && strcmp(out->link_format, relative) != 0))
		return;
	for (const char *at = name; (at = strchr(at, '/')); at++)
		jscan_buf_adds(links, "../");
	jscan_buf_adds(links, relative);
	out->link_format = links->data;
}

int jscan_report_file_make(struct jscan_buf *out, const char *name,
			   const struct jscan_report *report,
			   struct jscan_error *err)
{
	struct jscan_format_options options = {.view = JSCAN_VIEW_REPORT};

	struct jscan_report linked;
	struct jscan_buf links;
	int ret;

	link_report(&linked, &links, name, report);
	ret = jscan_report_write(&linked, find_format(name), &options,
				 add_bytes, out, err);
	jscan_buf_release(&links);
	return ret;
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
			next = jscan_file_open(fd, part,
					       O_RDONLY | O_DIRECTORY |
						       O_NOFOLLOW | O_CLOEXEC,
					       0);
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

/* Up to `len` bytes of the old file from `at` on; less only at its end. */
static ssize_t read_old(const struct target *target, char *bytes, size_t len,
			size_t at)
{
	size_t used = 0;

	while (used < len) {
		ssize_t got = pread(target->old_fd, bytes + used, len - used,
				    (off_t)(at + used));

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (!got)
			break;
		used += (size_t)got;
	}
	return (ssize_t)used;
}

static int refuse_old(struct jscan_error *err, const char *name)
{
	return jscan_error_set(err, JSCAN_ERR_NOT_OURS,
			       "'%s' is a link or a folder and is left alone: "
			       "move it, or name another file with 'report:' "
			       "in .journalscan.yml",
			       name);
}

static int fail_to_read(struct jscan_error *err, const char *name)
{
	return jscan_error_set(err, JSCAN_ERR_IO, "cannot read '%s': %s", name,
			       strerror(errno));
}

/* Opens what stands there, which must be ours. */
static int open_old(struct target *target, struct jscan_error *err)
{
	char head[1024];
	struct stat stat;
	ssize_t len;

	target->old_fd = jscan_file_open_below(target->dir_fd, target->name, 0);
	if (target->old_fd < 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return 0;
		if (errno == ELOOP || errno == ENXIO || errno == ENODEV)
			return refuse_old(err, target->name);
		return fail_to_read(err, target->name);
	}
	if (fstat(target->old_fd, &stat) < 0)
		return fail_to_read(err, target->name);
	if (!S_ISREG(stat.st_mode))
		return refuse_old(err, target->name);
	target->old_len = (size_t)stat.st_size;
	len = read_old(target, head, sizeof(head), 0);
	if (len < 0)
		return fail_to_read(err, target->name);
	if (len && !jscan_report_file_is_ours(head, (size_t)len))
		return jscan_error_set(
			err, JSCAN_ERR_NOT_OURS,
			"'%s' was not made by journalscan and is left alone: "
			"move it, or name another file with 'report:' in "
			".journalscan.yml",
			target->name);
	return 0;
}

/* Starts the new file with what both have. */
static int start_new(struct target *target)
{
	char bytes[PIECE_BYTES];
	size_t at = 0;

	if (jscan_replacement_begin(&target->fresh, target->dir_fd,
				    target->dir_fd, target->name,
				    target->mode) < 0)
		return -1;
	target->is_new = true;
	while (at < target->same) {
		size_t left = target->same - at;
		ssize_t got =
			read_old(target, bytes,
				 left < PIECE_BYTES ? left : PIECE_BYTES, at);

		if (got <= 0) {
			errno = got ? errno : EIO; /* cut short meanwhile */
			return -1;
		}
		if (jscan_replacement_add(&target->fresh, bytes, (size_t)got) <
		    0)
			return -1;
		at += (size_t)got;
	}
	return 0;
}

static bool is_same(const struct target *target, const char *bytes, size_t len)
{
	char old[PIECE_BYTES];

	for (size_t at = 0; at < len;) {
		size_t left = len - at;
		size_t piece = left < PIECE_BYTES ? left : PIECE_BYTES;

		if (read_old(target, old, piece, target->same + at) !=
			    (ssize_t)piece ||
		    memcmp(old, bytes + at, piece) != 0)
			return false;
		at += piece;
	}
	return true;
}

static int put(void *data, const char *bytes, size_t len)
{
	struct target *target = data;

	if (!target->is_new && target->old_fd >= 0 &&
	    is_same(target, bytes, len)) {
		target->same += len;
		return 0;
	}
	if ((!target->is_new && start_new(target) < 0) ||
	    jscan_replacement_add(&target->fresh, bytes, len) < 0) {
		target->error = errno;
		return -1;
	}
	return 0;
}

/* Writes all of the report that is new, and says whether any is. */
static int write_report(enum jscan_written *out, struct target *target,
			const struct jscan_report *report,
			struct jscan_error *err)
{
	struct jscan_format_options options = {.view = JSCAN_VIEW_REPORT};
	int ret = jscan_report_write(report, find_format(target->name),
				     &options, put, target, err);

	if (!ret && !target->is_new &&
	    (target->old_fd < 0 || target->same != target->old_len) &&
	    start_new(target) < 0)
		target->error = errno;
	if (!ret && !target->error &&
	    fstat(target->is_new ? target->fresh.fd : target->old_fd,
		  &target->stat) < 0)
		target->error = errno;
	*out = target->is_new ? JSCAN_WRITTEN : JSCAN_UNCHANGED;
	if (target->is_new && (ret < 0 || target->error))
		jscan_replacement_abandon(&target->fresh);
	else if (target->is_new && jscan_replacement_end(&target->fresh) < 0)
		target->error = errno;
	if (target->error)
		return jscan_error_set(err, JSCAN_ERR_IO,
				       "cannot write '%s': %s", target->name,
				       strerror(target->error));
	return ret;
}

int jscan_report_file_write(enum jscan_written *out, struct jscan_stamp *stamp,
			    int dir_fd, const char *name, unsigned mode,
			    const struct jscan_report *report,
			    struct jscan_error *err)
{
	struct target target = {.old_fd = -1, .mode = mode};
	struct jscan_report linked;
	struct jscan_buf links;
	int ret;

	target.dir_fd = open_parent(dir_fd, name, &target.name, err);
	if (target.dir_fd < 0)
		return -1;
	link_report(&linked, &links, name, report);
	ret = open_old(&target, err);
	if (!ret)
		ret = write_report(out, &target, &linked, err);
	if (!ret)
		jscan_stamp_set(stamp, &target.stat);
	jscan_buf_release(&links);
	if (target.old_fd >= 0)
		close(target.old_fd);
	close(target.dir_fd);
	return ret;
}
