/*
 * Reading and writing files on a system that may say no.  Every call retries
 * EINTR; nothing follows a symbolic link in the last part of a name; nothing
 * blocks on a pipe or a device.
 */
#ifndef JSCAN_BASE_FILE_H
#define JSCAN_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "journalscan.h"

/* openat(2), fsync(2) and flock(2), made again when they are interrupted. */
int jscan_file_open(int dir_fd, const char *name, int flags, unsigned mode);
int jscan_file_sync(int fd);
int jscan_file_lock(int fd, int operation);

enum jscan_read_result {
	JSCAN_READ_OK,
	JSCAN_READ_MISSING,
	JSCAN_READ_NOT_A_FILE, /* link, folder, pipe, socket, device */
	JSCAN_READ_TOO_BIG,
	JSCAN_READ_ELSEWHERE, /* git keeps but a stand-in, or a cipher */
	JSCAN_READ_FAILED     /* errno says why */
};

/*
 * Appends the regular file `name` in the open folder `dir_fd` (or AT_FDCWD) to
 * `out`; not a byte when the result is another than JSCAN_READ_OK.
 */
enum jscan_read_result jscan_file_read(struct jscan_buf *out, int dir_fd,
				       const char *name, size_t most_bytes);

/*
 * The same of an open file, which stays open.  Where the result is
 * JSCAN_READ_OK, `state` is that of the file before its first byte was read.
 */
enum jscan_read_result jscan_file_read_open(struct jscan_buf *out,
					    struct stat *state, int fd,
					    size_t most_bytes);

/* Writes all of it; -1 with errno. */
int jscan_file_write_all(int fd, const char *bytes, size_t len);

/* All `len` bytes from `offset` on; false: there are fewer, or errno says. */
bool jscan_file_read_at(int fd, void *out, size_t len, uint64_t offset);

/*
 * Opens `path`, which leads down from the open folder `dir_fd`, for reading:
 * no part of it may be a symbolic link, and none may lead out.  `flags` are
 * added to those for opening; O_DIRECTORY opens a folder.  Returns the
 * descriptor, to be closed by the caller, or -1 with errno set; ELOOP for a
 * link.
 */
int jscan_file_open_below(int dir_fd, const char *path, int flags);

/*
 * jscan_file_read for such a path.  Where the result is JSCAN_READ_OK, `state`
 * is that of the file before its first byte was read.
 */
enum jscan_read_result jscan_file_read_below(struct jscan_buf *out,
					     struct stat *state, int dir_fd,
					     const char *path,
					     size_t most_bytes);

/* A file that is being written beside the one that it is to replace. */
struct jscan_replacement {
	int dir_fd;
	int beside_fd; /* the folder that it is being written in */
	int fd;
	const char *name;
	char beside[64];
	bool is_passing; /* can be made again: the disk is not waited for */
	bool is_there;	 /* a file that stands at the name */
	struct stat old; /* its state */
};

/*
 * jscan_file_replace() piece by piece: begin, any number of add, then end
 * (before which is_passing may be set); or
 * abandon in place of end, also after an add that failed.  `name` must live as
 * long; `beside_fd` is `dir_fd` or another folder of the same file system.  All
 * but abandon return 0, or -1 with errno set; after a begin or end that failed
 * nothing is left to abandon.
 */
int jscan_replacement_begin(struct jscan_replacement *out, int dir_fd,
			    int beside_fd, const char *name, unsigned mode);
int jscan_replacement_add(struct jscan_replacement *replacement,
			  const char *bytes, size_t len);
int jscan_replacement_end(struct jscan_replacement *replacement);
void jscan_replacement_abandon(struct jscan_replacement *replacement);

/*
 * Puts `len` bytes at `name` in the open folder `dir_fd`, whole or not at all:
 * a temporary file beside it, fsync, rename, fsync of the folder.  A file that
 * stands there keeps its mode, and its owner where we may; a new one gets
 * `mode` less the umask.  A link or folder of that name is refused.  `name` is
 * no path. Returns 0, or -1 with errno set.
 */
int jscan_file_replace(int dir_fd, const char *name, const char *bytes,
		       size_t len, unsigned mode);

/*
 * The same for what can be made again, without fsync, and with the temporary
 * file in another folder, where one that a killed run leaves behind is in
 * nobody's way.
 */
int jscan_file_replace_by(int dir_fd, int beside_fd, const char *name,
			  const char *bytes, size_t len, unsigned mode);

/*
 * The same for a file that is not there yet: fails with EEXIST where anything
 * of that name is.
 */
int jscan_file_create(int dir_fd, const char *name, const char *bytes,
		      size_t len, unsigned mode);

#endif
