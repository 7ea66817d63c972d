/* Numbers in the byte order of git's files, and whole files. */
#ifndef JSCAN_GIT_BYTES_H
#define JSCAN_GIT_BYTES_H

#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/buf.h"

uint32_t jscan_get16(const unsigned char *bytes);
uint32_t jscan_get32(const unsigned char *bytes);
void jscan_put16(struct jscan_buf *out, uint32_t value);
void jscan_put32(struct jscan_buf *out, uint32_t value);

/*
 * Appends the regular file `name` in the open folder `dir_fd` to `out`, and
 * says in *st how the file was before it was read: a change from then on shows
 * in its times.  Returns 0, or -1 with errno: EINVAL for what is no regular
 * file, EFBIG past `most`, EAGAIN when its size does not fit what was read.
 */
int jscan_git_read_file(struct jscan_buf *out, int dir_fd, const char *name,
			size_t most, struct stat *st);

#endif
