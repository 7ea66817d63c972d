/*
 * System calls with all their ways to fail.  Reading is one loop of read(2),
 * never mmap: a file that is cut short meanwhile gives a short text and no
 * signal.  Writing goes to a file beside the real one, whose name starts with a
 * dot, and a rename makes it the real one.
 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef SYS_openat2
#include <linux/openat2.h>
#endif

#define READ_FLAGS (O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
#define READ_BYTES 65536
#define MOST_TRIES 100

static int open_again(int dir_fd, const char *name, int flags, unsigned mode)
{
	int fd;

	do
		fd = openat(dir_fd, name, flags, (mode_t)mode);
	while (fd < 0 && errno == EINTR);
	return fd;
}

/* close(2) that leaves errno alone; EINTR has closed it on Linux. */
static void close_quietly(int fd)
{
	int saved = errno;

	close(fd);
	errno = saved;
}

/* Part by part, for systems that cannot do it in one call. */
static int open_by_parts(int dir_fd, const char *path, int flags)
{
	int fd = dir_fd;

	for (;;) {
		const char *slash = strchr(path, '/');
		size_t len = slash ? (size_t)(slash - path) : strlen(path);
		char part[256];
		int next;

		if (!len || len >= sizeof(part) ||
		    (len == 2 && !memcmp(path, "..", 2))) {
			errno = len >= sizeof(part) ? ENAMETOOLONG : EXDEV;
			next = -1;
		} else {
			memcpy(part, path, len);
			part[len] = '\0';
			next = open_again(fd, part,
					  slash ? READ_FLAGS | O_DIRECTORY
						: READ_FLAGS | flags,
					  0);
			/* A link where a folder should be is ENOTDIR. */
		}
		if (fd != dir_fd)
			close_quietly(fd);
		if (next < 0 || !slash)
			return next;
		fd = next;
		path = slash + 1;
	}
}

#ifdef SYS_openat2
int jscan_file_open_below(int dir_fd, const char *path, int flags)
{
	struct open_how how = {
		.flags = (uint64_t)(READ_FLAGS | flags),
		.resolve = RESOLVE_NO_SYMLINKS | RESOLVE_BENEATH,
	};
	int tries = MOST_TRIES;
	long fd;

	/* EAGAIN: a folder on the way was renamed meanwhile. */
	do
		fd = syscall(SYS_openat2, dir_fd, path, &how, sizeof(how));
	while (fd < 0 && (errno == EINTR || errno == EAGAIN) && --tries);
	/* Kernels before 5.6 do not know it, and some sandboxes forbid it. */
	if (fd < 0 && (errno == ENOSYS || errno == EPERM))
		return open_by_parts(dir_fd, path, flags);
	return (int)fd;
}
#else
int jscan_file_open_below(int dir_fd, const char *path, int flags)
{
	return open_by_parts(dir_fd, path, flags);
}
#endif

static enum jscan_read_result read_all(struct jscan_buf *out, int fd,
				       size_t most_bytes)
{
	size_t before = out->len;

	for (;;) {
		char bytes[READ_BYTES];
		ssize_t got = read(fd, bytes, sizeof(bytes));

		if (got < 0 && errno == EINTR)
			continue;
		if (got == 0)
			return JSCAN_READ_OK;
		if (got > 0 &&
		    (size_t)got <= most_bytes - (out->len - before)) {
			jscan_buf_add(out, bytes, (size_t)got);
			continue;
		}
		out->len = before;
		if (out->data)
			out->data[before] = '\0';
		return got < 0 ? JSCAN_READ_FAILED : JSCAN_READ_TOO_BIG;
	}
}

/* Takes what opening gave, and closes it. */
static enum jscan_read_result read_opened(struct jscan_buf *out, int fd,
					  size_t most_bytes)
{
	enum jscan_read_result result;
	struct stat stat;

	if (fd < 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return JSCAN_READ_MISSING;
		/* a link; a socket; a device without a driver */
		if (errno == ELOOP || errno == ENXIO || errno == ENODEV)
			return JSCAN_READ_NOT_A_FILE;
		return JSCAN_READ_FAILED;
	}
	if (fstat(fd, &stat) < 0)
		result = JSCAN_READ_FAILED;
	else if (!S_ISREG(stat.st_mode))
		result = JSCAN_READ_NOT_A_FILE;
	else if (stat.st_size > 0 && (size_t)stat.st_size > most_bytes)
		result = JSCAN_READ_TOO_BIG;
	else
		result = read_all(out, fd, most_bytes);
	close_quietly(fd);
	return result;
}

enum jscan_read_result jscan_file_read(struct jscan_buf *out, int dir_fd,
				       const char *name, size_t most_bytes)
{
	return read_opened(out, open_again(dir_fd, name, READ_FLAGS, 0),
			   most_bytes);
}

enum jscan_read_result jscan_file_read_below(struct jscan_buf *out, int dir_fd,
					     const char *path,
					     size_t most_bytes)
{
	return read_opened(out, jscan_file_open_below(dir_fd, path, 0),
			   most_bytes);
}

static int write_all(int fd, const char *bytes, size_t len)
{
	while (len) {
		ssize_t put = write(fd, bytes, len);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return -1;
		if (put == 0) {
			errno = EIO;
			return -1;
		}
		bytes += put;
		len -= (size_t)put;
	}
	return 0;
}

static int sync_again(int fd)
{
	int ret;

	do
		ret = fsync(fd);
	while (ret < 0 && errno == EINTR);
	return ret;
}

/* A rename is on the disk when its folder is; some file systems cannot say. */
static int sync_folder(int dir_fd)
{
	int fd = open_again(dir_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	int ret;

	if (fd < 0) /* a folder that may be written but not read */
		return errno == EACCES ? 0 : -1;
	ret = sync_again(fd);
	if (ret < 0 && (errno == EINVAL || errno == ENOTSUP))
		ret = 0;
	close_quietly(fd);
	return ret;
}

/* What stands at `name`: 1 and its state, 0 for nothing, -1 when refused. */
static int find_old(int dir_fd, const char *name, struct stat *old)
{
	if (fstatat(dir_fd, name, old, AT_SYMLINK_NOFOLLOW) < 0)
		return errno == ENOENT ? 0 : -1;
	if (S_ISREG(old->st_mode))
		return 1;
	errno = S_ISLNK(old->st_mode)	? ELOOP
		: S_ISDIR(old->st_mode) ? EISDIR
					: EINVAL;
	return -1;
}

/* Opens a file of a name that is not taken, and gives the name. */
static int create_beside(char name[64], int dir_fd, unsigned mode)
{
	static atomic_uint counter;

	for (int i = 0; i < MOST_TRIES; i++) {
		int fd;

		snprintf(name, 64, ".journalscan-%ld-%u.tmp", (long)getpid(),
			 atomic_fetch_add(&counter, 1));
		fd = open_again(dir_fd, name,
				O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW |
					O_CLOEXEC,
				mode);
		if (fd >= 0 || errno != EEXIST)
			return fd;
	}
	return -1;
}

/*
 * The old file's owner and mode.  A file whose group could not be kept gives no
 * more to the new one than to others.
 */
static int copy_access(int fd, const struct stat *old)
{
	mode_t mode = old->st_mode & 0777;
	struct stat now;

	if (fstat(fd, &now) < 0)
		return -1;
	if ((now.st_uid != old->st_uid || now.st_gid != old->st_gid) &&
	    fchown(fd, old->st_uid, old->st_gid) < 0 &&
	    now.st_gid != old->st_gid && fchown(fd, (uid_t)-1, old->st_gid) < 0)
		mode &= ~(mode_t)070 | ((mode & 07) << 3);
	return fchmod(fd, mode);
}

int jscan_file_replace(int dir_fd, const char *name, const char *bytes,
		       size_t len, unsigned mode)
{
	struct stat old;
	char beside[64];
	int is_there, fd, saved;

	if (!*name || strchr(name, '/')) {
		errno = EINVAL;
		return -1;
	}
	is_there = find_old(dir_fd, name, &old);
	if (is_there < 0)
		return -1;
	/* Until its mode is set, an old file's new content is for us alone. */
	fd = create_beside(beside, dir_fd, is_there ? 0600 : mode);
	if (fd < 0)
		return -1;
	if (write_all(fd, bytes, len) < 0 ||
	    (is_there && copy_access(fd, &old) < 0) || sync_again(fd) < 0) {
		close_quietly(fd);
		goto out;
	}
	if (close(fd) < 0 && errno != EINTR)
		goto out;
	if (renameat(dir_fd, beside, dir_fd, name) < 0)
		goto out;
	return sync_folder(dir_fd);
out:
	saved = errno;
	unlinkat(dir_fd, beside, 0);
	errno = saved;
	return -1;
}

int jscan_file_create(int dir_fd, const char *name, const char *bytes,
		      size_t len, unsigned mode)
{
	char beside[64];
	int fd, saved, ret = -1;

	if (!*name || strchr(name, '/')) {
		errno = EINVAL;
		return -1;
	}
	fd = create_beside(beside, dir_fd, mode);
	if (fd < 0)
		return -1;
	if (write_all(fd, bytes, len) < 0 || sync_again(fd) < 0) {
		close_quietly(fd);
		goto out;
	}
	if (close(fd) < 0 && errno != EINTR)
		goto out;
	/* Unlike a rename, a link never takes the place of another file. */
	if (linkat(dir_fd, beside, dir_fd, name, 0) == 0)
		ret = 0;
out:
	saved = errno;
	unlinkat(dir_fd, beside, 0);
	errno = saved;
	return ret < 0 ? -1 : sync_folder(dir_fd);
}
