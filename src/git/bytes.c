/*
 * Numbers and whole files.  A file whose size is not what was read of it is no
 * file to git: what is reported here as an errno goes into messages with
 * others.
 */
#include "git/bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/file.h"

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

static int read_open(struct jscan_buf *out, int fd, size_t most,
		     struct stat *st)
{
	size_t start = out->len;

	switch (jscan_file_read_open(out, st, fd, most)) {
	case JSCAN_READ_OK:
		if ((size_t)st->st_size == out->len - start)
			return 0;
		errno = EAGAIN;
		return -1;
	case JSCAN_READ_NOT_A_FILE:
		errno = EINVAL;
		return -1;
	case JSCAN_READ_TOO_BIG:
		errno = EFBIG;
		return -1;
	default:
		return -1;
	}
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
