/*
 * Output.  A file is made as a temporary one beside its place, synced and
 * renamed, with the mode of the file it replaces, and through symbolic links
 * as a shell's > would go.
 *
 * The temporary file has one of a few names that are always the same, and who
 * writes it holds its lock: so a run finds what a killed one left, and takes it
 * away.
 */
#include "cli/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/message.h"
#include "cli/pager.h"
#include "journalscan.h"

#define MOST_TRIES 100

static int say(const struct jscan_sink *sink, int errno_value)
{
	if (sink->name)
		jscan_message_error(JSCAN_ERR_IO, "cannot write '%s': %s",
				    sink->name,
				    jscan_message_reason(errno_value));
	else
		jscan_message_error(JSCAN_ERR_IO,
				    "cannot write to standard output: %s",
				    jscan_message_reason(errno_value));
	return -1;
}

/* The mode that a new file gets. */
static mode_t usual_mode(const struct jscan_scan *scan)
{
	mode_t mask = umask(0);

	umask(mask);
	return (scan ? jscan_scan_get_mode(scan) : 0666) & ~mask;
}

static int open_again(const char *path, int flags)
{
	int fd;

	do
		fd = open(path, flags | O_NOFOLLOW | O_CLOEXEC, 0600);
	while (fd < 0 && errno == EINTR);
	return fd;
}

static void close_quietly(int fd)
{
	int reason = errno;

	close(fd);
	errno = reason;
}

/* Whether nobody else has it locked; where nothing can be, nobody has. */
static bool is_free(int fd)
{
	int ret;

	do
		ret = flock(fd, LOCK_EX | LOCK_NB);
	while (ret < 0 && errno == EINTR);
	return !ret || errno != EWOULDBLOCK;
}

static bool remove_left_behind(const char *path)
{
	int fd = open_again(path, O_RDONLY | O_NONBLOCK);
	bool is_removed;

	if (fd < 0)
		return errno == ENOENT;
	is_removed = is_free(fd) && !unlink(path);
	close_quietly(fd);
	return is_removed;
}

/*
 * Whether a file that was made is ours: 0 when it was taken for one left behind
 * before it was locked, -1 when that cannot be told.
 */
static int is_kept(int fd)
{
	struct stat st;

	if (!is_free(fd))
		return 0;
	return fstat(fd, &st) < 0 ? -1 : st.st_nlink > 0;
}

/* A new file of that name; EEXIST: somebody else's is there. */
static int create(const char *path)
{
	int fd, kept;

	do
		fd = open_again(path, O_WRONLY | O_CREAT | O_EXCL);
	while (fd < 0 && errno == EEXIST && remove_left_behind(path));
	if (fd < 0)
		return -1;
	kept = is_kept(fd);
	if (kept > 0)
		return fd;
	if (kept < 0) {
		int reason = errno;

		unlink(path);
		errno = reason;
	} else {
		errno = EEXIST;
	}
	close_quietly(fd);
	return -1;
}

/* The file's name is sink->temporary once there is one. */
static int open_temporary(struct jscan_sink *sink, mode_t mode)
{
	const char *slash = strrchr(sink->path, '/');
	int folder = slash ? (int)(slash + 1 - sink->path) : 0;
	char *name = NULL;
	int fd = -1;

	errno = EEXIST;
	for (int i = 0; i < MOST_TRIES && fd < 0 && errno == EEXIST; i++) {
		free(name);
		if (asprintf(&name, "%.*s.journalscan-%d.tmp", folder,
			     sink->path, i) < 0)
			return -1;
		fd = create(name);
	}
	if (fd < 0) {
		free(name);
		return -1;
	}
	sink->temporary = name;
	if (fchmod(fd, mode) == 0)
		return fd;
	close_quietly(fd);
	return -1;
}

static int open_stream(struct jscan_sink *sink, int fd)
{
	int reason;

	if (fd < 0)
		return -1;
	sink->stream = fdopen(fd, "w");
	if (sink->stream)
		return 0;
	reason = errno;
	close(fd);
	errno = reason;
	return -1;
}

static int open_file(struct jscan_sink *sink, const char *path,
		     const struct jscan_scan *scan)
{
	struct stat st;

	if (stat(path, &st) < 0) {
		if (errno != ENOENT)
			return -1;
		sink->path = strdup(path);
		st.st_mode = usual_mode(scan);
	} else if (S_ISREG(st.st_mode)) {
		sink->path = realpath(path, NULL);
	} else {
		/* A folder is refused by open(). */
		return open_stream(sink, open(path, O_WRONLY | O_CLOEXEC));
	}
	if (!sink->path)
		return -1;
	return open_stream(sink, open_temporary(sink, st.st_mode & 07777));
}

int jscan_sink_open(struct jscan_sink *sink, const char *path,
		    const struct jscan_scan *scan)
{
	memset(sink, 0, sizeof(*sink));
	if (!path || strcmp(path, "-") == 0) {
		sink->stream = jscan_pager_open(&sink->pager);
		if (!sink->stream)
			sink->stream = stdout;
		return 0;
	}
	sink->name = path;
	if (open_file(sink, path, scan) < 0) {
		say(sink, errno);
		jscan_sink_abandon(sink);
		return -1;
	}
	return 0;
}

int jscan_sink_write(void *data, const char *bytes, size_t len)
{
	struct jscan_sink *sink = data;

	if (fwrite(bytes, 1, len, sink->stream) == len)
		return 0;
	if (sink->errno_value == 0)
		sink->errno_value = errno;
	return -1;
}

/* Everything handed to the system; returns 0, or the errno. */
static int flush(struct jscan_sink *sink)
{
	bool has_failed = ferror(sink->stream) != 0;

	if (fflush(sink->stream) != 0 && sink->errno_value == 0)
		sink->errno_value = errno;
	if (has_failed && sink->errno_value == 0)
		sink->errno_value = EIO;
	return sink->errno_value;
}

/* After the rename, so that the name survives a loss of power too. */
static void sync_folder(const char *path)
{
	char *folder = strdup(path);
	char *slash = folder ? strrchr(folder, '/') : NULL;
	int fd;

	if (slash == folder && slash)
		slash[1] = '\0';
	else if (slash)
		slash[0] = '\0';
	fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(folder);
	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

static int sync_again(int fd)
{
	int ret;

	do
		ret = fsync(fd);
	while (ret < 0 && errno == EINTR);
	return ret;
}

static int finish_file(struct jscan_sink *sink)
{
	int reason = 0;

	if (sink->temporary && sync_again(fileno(sink->stream)) < 0)
		reason = errno;
	if (fclose(sink->stream) != 0 && reason == 0)
		reason = errno;
	sink->stream = NULL;
	if (reason == 0 && sink->temporary) {
		if (rename(sink->temporary, sink->path) < 0) {
			reason = errno;
		} else {
			free(sink->temporary);
			sink->temporary = NULL;
			sync_folder(sink->path);
		}
	}
	return reason;
}

int jscan_sink_close(struct jscan_sink *sink)
{
	int reason = flush(sink);
	int ret = 0;

	if (sink->pager) {
		int more = jscan_pager_close(sink->pager);

		reason = reason ? reason : more;
		sink->pager = NULL;
		sink->stream = stdout;
	}
	if (reason == 0 && sink->stream != stdout)
		reason = finish_file(sink);
	if (reason != 0 && reason != EPIPE)
		ret = say(sink, reason);
	jscan_sink_abandon(sink);
	return ret;
}

void jscan_sink_abandon(struct jscan_sink *sink)
{
	if (sink->pager)
		jscan_pager_close(sink->pager);
	else if (sink->stream && sink->stream != stdout)
		fclose(sink->stream);
	sink->stream = NULL;
	if (sink->temporary)
		unlink(sink->temporary);
	free(sink->temporary);
	free(sink->path);
	sink->temporary = NULL;
	sink->path = NULL;
	sink->pager = NULL;
}
