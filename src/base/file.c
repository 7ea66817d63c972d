/*
 * System calls with all their ways to fail.  Reading is one loop of read(2),
 * never mmap: a file that is cut short meanwhile gives a short text and no
 * signal.  Writing goes to a file beside the real one, whose name starts with a
 * dot, and a rename makes it the real one.
 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef SYS_openat2
#include <linux/openat2.h>
#endif

#define READ_FLAGS (O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
#define READ_BYTES 65536
#define MOST_TRIES 100

int jscan_file_open(int dir_fd, const char *name, int flags, unsigned mode)
{
	int fd;

	do
		fd = openat(dir_fd, name, flags, (mode_t)mode);
	while (fd < 0 && errno == EINTR);
	return fd;
}

int jscan_file_sync(int fd)
{
	int ret;

	do
		ret = fsync(fd);
	while (ret < 0 && errno == EINTR);
	return ret;
}

int jscan_file_lock(int fd, int operation)
{
	int ret;

	do
		ret = flock(fd, operation);
	while (ret < 0 && errno == EINTR);
	return ret;
}

bool jscan_file_read_at(int fd, void *out, size_t len, uint64_t offset)
{
	char *at = out;

	while (len) {
		ssize_t got = pread(fd, at, len, (off_t)offset);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		at += got;
		offset += (uint64_t)got;
		len -= (size_t)got;
	}
	return true;
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
			next = jscan_file_open(fd, part,
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

/*
 * A file that gave as many bytes as its state told, and no more though more
 * were asked for, has ended; one whose state tells nothing has when nothing
 * comes.
 */
static enum jscan_read_result read_all(struct jscan_buf *out, int fd,
				       size_t size, size_t most_bytes)
{
	size_t before = out->len, taken = 0;

	for (;;) {
		size_t room = taken < size ? size - taken + 1 : READ_BYTES;
		ssize_t got;

		jscan_buf_reserve(out, room);
		got = read(fd, out->data + out->len, room);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 || (size_t)got > most_bytes - taken) {
			out->len = before;
			out->data[before] = '\0';
			return got < 0 ? JSCAN_READ_FAILED : JSCAN_READ_TOO_BIG;
		}
		taken += (size_t)got;
		out->len += (size_t)got;
		out->data[out->len] = '\0';
		if (got == 0 || ((size_t)got < room && taken == size))
			return JSCAN_READ_OK;
	}
}

enum jscan_read_result jscan_file_read_open(struct jscan_buf *out,
					    struct stat *state, int fd,
					    size_t most_bytes)
{
	if (fstat(fd, state) < 0)
		return JSCAN_READ_FAILED;
	if (!S_ISREG(state->st_mode))
		return JSCAN_READ_NOT_A_FILE;
	if (state->st_size > 0 && (size_t)state->st_size > most_bytes)
		return JSCAN_READ_TOO_BIG;
	return read_all(out, fd, (size_t)state->st_size, most_bytes);
}

/* Takes what opening gave, and closes it. */
static enum jscan_read_result read_opened(struct jscan_buf *out,
					  struct stat *state, int fd,
					  size_t most_bytes)
{
	enum jscan_read_result result;

	if (fd < 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return JSCAN_READ_MISSING;
		/* a link; a socket; a device without a driver */
		if (errno == ELOOP || errno == ENXIO || errno == ENODEV)
			return JSCAN_READ_NOT_A_FILE;
		return JSCAN_READ_FAILED;
	}
	result = jscan_file_read_open(out, state, fd, most_bytes);
	close_quietly(fd);
	return result;
}

enum jscan_read_result jscan_file_read(struct jscan_buf *out, int dir_fd,
				       const char *name, size_t most_bytes)
{
	struct stat state;

	return read_opened(out, &state,
			   jscan_file_open(dir_fd, name, READ_FLAGS, 0),
			   most_bytes);
}

enum jscan_read_result jscan_file_read_below(struct jscan_buf *out,
					     struct stat *state, int dir_fd,
					     const char *path,
					     size_t most_bytes)
{
	return read_opened(out, state, jscan_file_open_below(dir_fd, path, 0),
			   most_bytes);
}

int jscan_file_write_all(int fd, const char *bytes, size_t len)
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

/* A rename is on the disk when its folder is; some file systems cannot say. */
static int sync_folder(int dir_fd)
{
	int fd = jscan_file_open(dir_fd, ".",
				 O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	int ret;

	if (fd < 0) /* a folder that may be written but not read */
		return errno == EACCES ? 0 : -1;
	ret = jscan_file_sync(fd);
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

/* Whether nobody else has it locked; where nothing can be, nobody has. */
static bool is_free(int fd)
{
	return !jscan_file_lock(fd, LOCK_EX | LOCK_NB) || errno != EWOULDBLOCK;
}

/* Its writer holds a lock as long as it lives; a killed one left it behind. */
static bool remove_left_behind(int dir_fd, const char *name)
{
	int fd = jscan_file_open(dir_fd, name,
				 O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC,
				 0);
	struct stat st;
	bool is_removed = false;

	if (fd < 0)
		return errno == ENOENT;
	if (!fstat(fd, &st) && S_ISREG(st.st_mode) && is_free(fd))
		is_removed = !unlinkat(dir_fd, name, 0);
	close_quietly(fd);
	return is_removed;
}

/*
 * Ours from here on, if nobody took it for one left behind before the lock; -1
 * when that cannot be told.
 */
static int is_kept(int fd)
{
	struct stat st;

	if (!is_free(fd))
		return 0;
	return fstat(fd, &st) < 0 ? -1 : st.st_nlink > 0;
}

/* Gives up a file that was made; keeps errno. */
static void remove_beside(int fd, int dir_fd, const char *name)
{
	int saved = errno;

	unlinkat(dir_fd, name, 0);
	errno = saved;
	/* Closed last, since the lock goes with it. */
	close_quietly(fd);
}

/*
 * Opens a file of a name that is not taken, and gives the name.  The names are
 * always the same few, so that the next run finds what a killed one left.
 */
static int create_beside(char name[64], int dir_fd, unsigned mode)
{
	for (int i = 0; i < MOST_TRIES; i++) {
		int fd, kept;

		snprintf(name, 64, ".journalscan-%d.tmp", i);
		do {
			fd = jscan_file_open(dir_fd, name,
					     O_WRONLY | O_CREAT | O_EXCL |
						     O_NOFOLLOW | O_CLOEXEC,
					     mode);
		} while (fd < 0 && errno == EEXIST &&
			 remove_left_behind(dir_fd, name));
		if (fd < 0 && errno != EEXIST)
			return -1;
		if (fd < 0)
			continue;
		kept = is_kept(fd);
		if (kept > 0)
			return fd;
		if (kept < 0) {
			remove_beside(fd, dir_fd, name);
			return -1;
		}
		close_quietly(fd);
	}
	errno = EEXIST;
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

static bool is_name(const char *name)
{
	if (*name && !strchr(name, '/'))
		return true;
	errno = EINVAL;
	return false;
}

int jscan_replacement_begin(struct jscan_replacement *out, int dir_fd,
			    int beside_fd, const char *name, unsigned mode)
{
	int is_there = is_name(name) ? find_old(dir_fd, name, &out->old) : -1;

	if (is_there < 0)
		return -1;
	out->dir_fd = dir_fd;
	out->beside_fd = beside_fd;
	out->name = name;
	out->is_passing = false;
	out->is_there = is_there;
	/* Until its mode is set, an old file's new content is for us alone. */
	out->fd = create_beside(out->beside, beside_fd, is_there ? 0600 : mode);
	return out->fd < 0 ? -1 : 0;
}

int jscan_replacement_add(struct jscan_replacement *replacement,
			  const char *bytes, size_t len)
{
	return jscan_file_write_all(replacement->fd, bytes, len);
}

void jscan_replacement_abandon(struct jscan_replacement *replacement)
{
	remove_beside(replacement->fd, replacement->beside_fd,
		      replacement->beside);
}

int jscan_replacement_end(struct jscan_replacement *replacement)
{
	if ((replacement->is_there &&
	     copy_access(replacement->fd, &replacement->old) < 0) ||
	    (!replacement->is_passing &&
	     jscan_file_sync(replacement->fd) < 0) ||
	    renameat(replacement->beside_fd, replacement->beside,
		     replacement->dir_fd, replacement->name) < 0) {
		jscan_replacement_abandon(replacement);
		return -1;
	}
	close_quietly(replacement->fd);
	return replacement->is_passing ? 0 : sync_folder(replacement->dir_fd);
}

/* By way of a file in the folder `beside_fd`; EXDEV: of another system. */
static int replace(int dir_fd, int beside_fd, const char *name,
		   const char *bytes, size_t len, unsigned mode,
		   bool is_passing)
{
	struct jscan_replacement replacement;

	if (jscan_replacement_begin(&replacement, dir_fd, beside_fd, name,
				    mode) < 0)
		return -1;
	replacement.is_passing = is_passing;
	if (jscan_replacement_add(&replacement, bytes, len) < 0) {
		jscan_replacement_abandon(&replacement);
		return -1;
	}
	return jscan_replacement_end(&replacement);
}

int jscan_file_replace(int dir_fd, const char *name, const char *bytes,
		       size_t len, unsigned mode)
{
	return replace(dir_fd, dir_fd, name, bytes, len, mode, false);
}

int jscan_file_replace_by(int dir_fd, int beside_fd, const char *name,
			  const char *bytes, size_t len, unsigned mode)
{
	int ret = replace(dir_fd, beside_fd, name, bytes, len, mode, true);

	return ret < 0 && errno == EXDEV
		       ? replace(dir_fd, dir_fd, name, bytes, len, mode, true)
		       : ret;
}

int jscan_file_create(int dir_fd, const char *name, const char *bytes,
		      size_t len, unsigned mode)
{
	char beside[64];
	int fd, saved, ret = -1;

	if (!is_name(name))
		return -1;
	fd = create_beside(beside, dir_fd, mode);
	if (fd < 0)
		return -1;
	/* Unlike a rename, a link never takes the place of another file. */
	if (jscan_file_write_all(fd, bytes, len) == 0 &&
	    jscan_file_sync(fd) == 0 &&
	    linkat(dir_fd, beside, dir_fd, name, 0) == 0)
		ret = 0;
	saved = errno;
	unlinkat(dir_fd, beside, 0);
	close_quietly(fd);
	errno = saved;
	return ret < 0 ? -1 : sync_folder(dir_fd);
}
