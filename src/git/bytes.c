/*
 * Numbers and whole files.  Reading here differs from base/file.h in that it
 * hands back the state of the file, which the index keeps beside the content.
 */
#include "git/bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/file.h"

#define CHUNK_BYTES ((size_t)65536)

uint32_t jscan_get16(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 8 | bytes[1];
}

uint32_t jscan_get32(const unsigned char *bytes)
{
	return jscan_get16(bytes) << 16 | jscan_get16(bytes + 2);
}

void jscan_put16(struct jscan_buf *out, uint32_t value)
{
	char bytes[2] = {(char)(value >> 8), (char)value};

	jscan_buf_add(out, bytes, sizeof(bytes));
}

void jscan_put32(struct jscan_buf *out, uint32_t value)
{
	jscan_put16(out, value >> 16);
	jscan_put16(out, value);
}

/*
 * Reads until the end, or as much as the file is said to have, so that a small
 * one takes a single call.
 */
static int read_all(struct jscan_buf *out, int fd, size_t most, off_t size)
{
	static _Thread_local char chunk[CHUNK_BYTES];
	size_t start = out->len;

	for (;;) {
		ssize_t got = read(fd, chunk, sizeof(chunk));

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (out->len - start + (size_t)got > most) {
			errno = EFBIG;
			return -1;
		}
		jscan_buf_add(out, chunk, (size_t)got);
		if (!got || out->len - start == (size_t)size)
			return 0;
	}
}

static int read_open(struct jscan_buf *out, int fd, size_t most,
		     struct stat *st)
{
	size_t start = out->len;

	if (fstat(fd, st) < 0)
		return -1;
	if (!S_ISREG(st->st_mode)) {
		errno = EINVAL;
		return -1;
	}
	if (read_all(out, fd, most, st->st_size) < 0)
		return -1;
	if ((size_t)st->st_size != out->len - start) {
		errno = EAGAIN;
		return -1;
	}
	return 0;
}

int jscan_git_read_file(struct jscan_buf *out, int dir_fd, const char *name,
			size_t most, struct stat *st)
{
	size_t start = out->len;
	int fd, ret, saved;

	fd = jscan_file_open(dir_fd, name,
			     O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
	if (fd < 0)
		return -1;
	ret = read_open(out, fd, most, st);
	saved = errno;
	close(fd);
	if (ret < 0 && out->data) {
		out->len = start;
		out->data[start] = '\0';
	}
	errno = saved;
	return ret;
}

int jscan_git_write_all(int fd, const char *bytes, size_t len)
{
	while (len) {
		ssize_t put = write(fd, bytes, len);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return -1;
		bytes += put;
		len -= (size_t)put;
	}
	return 0;
}
