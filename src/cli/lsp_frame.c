/*
 * Reads and writes framed messages.  What the other side claims of a length
 * costs nothing: the buffer grows with what has really come, and a body past
 * the limit is read away.  A header that cannot be used is left out up to its
 * empty line, and the next header is looked for behind it.
 */
#include "cli/lsp_frame.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "cli/lsp_memory.h"

#define CHUNK	    ((size_t)64 << 10)
#define MOST_DIGITS 18 /* of a length: fits, whatever they are */

void jscan_frames_init(struct jscan_frames *frames, int fd)
{
	memset(frames, 0, sizeof(*frames));
	frames->fd = fd;
}

void jscan_frames_release(struct jscan_frames *frames)
{
	free(frames->bytes);
}

static void make_room(struct jscan_frames *frames)
{
	if (frames->start) {
		memmove(frames->bytes, frames->bytes + frames->start,
			frames->end - frames->start);
		frames->end -= frames->start;
		frames->start = 0;
	}
	if (frames->room - frames->end >= CHUNK)
		return;
	frames->room = frames->room * 2 + CHUNK;
	frames->bytes = jscan_lsp_realloc(frames->bytes, frames->room);
}

/* Returns false when nothing has come, without `is_waiting`, or at the end. */
static bool fill(struct jscan_frames *frames, bool is_waiting)
{
	struct pollfd input = {.fd = frames->fd, .events = POLLIN};
	ssize_t got;

	if (frames->is_at_end)
		return false;
	if (!is_waiting && poll(&input, 1, 0) <= 0)
		return false;
	make_room(frames);
	do {
		got = read(frames->fd, frames->bytes + frames->end,
			   frames->room - frames->end);
	} while (got < 0 && errno == EINTR);
	if (got <= 0)
		frames->is_at_end = true;
	else
		frames->end += (size_t)got;
	return got > 0;
}

/*
 * Where the header ends, behind its empty line; 0 when that has not come. Bytes
 * that were looked at before are not looked at again.
 */
static size_t find_header_end(struct jscan_frames *frames)
{
	const char *bytes = frames->bytes + frames->start;
	size_t len = frames->end - frames->start;

	for (size_t i = frames->seen; i < len; i++) {
		if (bytes[i] != '\n')
			continue;
		if (i == 0 || bytes[i - 1] == '\n' ||
		    (bytes[i - 1] == '\r' && (i == 1 || bytes[i - 2] == '\n')))
			return i + 1;
	}
	frames->seen = len;
	return 0;
}

/* The value of a header line, when it is a number and nothing else. */
static bool read_length(const char *text, size_t len, unsigned long long *out)
{
	unsigned long long value = 0;
	size_t digits = 0;

	while (len && (*text == ' ' || *text == '\t')) {
		text++;
		len--;
	}
	while (len && strchr(" \t\r", text[len - 1]) && text[len - 1])
		len--;
	for (; digits < len && digits <= MOST_DIGITS; digits++) {
		if (text[digits] < '0' || text[digits] > '9')
			return false;
		value = value * 10 + (unsigned)(text[digits] - '0');
	}
	*out = value;
	return len > 0 && len <= MOST_DIGITS;
}

static bool read_header(const char *header, size_t len,
			unsigned long long *length)
{
	static const char name[] = "Content-Length:";
	const size_t name_len = sizeof(name) - 1;
	bool has_length = false;

	while (len) {
		const char *end = memchr(header, '\n', len);
		size_t line = end ? (size_t)(end - header) : len;

		if (line >= name_len && !strncasecmp(header, name, name_len))
			has_length = read_length(header + name_len,
						 line - name_len, length);
		line += end != NULL;
		header += line;
		len -= line;
	}
	return has_length;
}

static bool is_blank(const char *header, size_t len)
{
	return len <= 2 && (header[0] == '\n' || header[0] == '\r');
}

/* NONE: no whole header yet. */
static enum jscan_frame_result take_header(struct jscan_frames *frames)
{
	const char *header = frames->bytes + frames->start;
	size_t len = find_header_end(frames);
	unsigned long long length;
	bool has_length;

	if (!len && frames->seen > JSCAN_FRAME_MOST_HEADER) {
		frames->start = frames->end;
		frames->seen = 0;
		return JSCAN_FRAME_BAD;
	}
	if (!len)
		return JSCAN_FRAME_NONE;
	frames->start += len;
	frames->seen = 0;
	has_length = read_header(header, len, &length);
	if (!has_length)
		return is_blank(header, len) ? JSCAN_FRAME_READY
					     : JSCAN_FRAME_BAD;
	if (length > JSCAN_FRAME_MOST_BYTES) {
		frames->skip = length;
		return JSCAN_FRAME_TOO_BIG;
	}
	frames->body_len = (size_t)length;
	frames->has_header = true;
	return JSCAN_FRAME_READY;
}

/* Drops what has come of a body that is too big. */
static void skip_body(struct jscan_frames *frames)
{
	size_t here = frames->end - frames->start;

	if (here > frames->skip)
		here = (size_t)frames->skip;
	frames->start += here;
	frames->skip -= here;
}

enum jscan_frame_result jscan_frames_next(struct jscan_frames *frames,
					  const char **body, size_t *len,
					  bool is_waiting)
{
	for (;;) {
		enum jscan_frame_result result;

		skip_body(frames);
		result = frames->has_header || frames->start == frames->end
				 ? JSCAN_FRAME_NONE
				 : take_header(frames);
		if (result == JSCAN_FRAME_BAD || result == JSCAN_FRAME_TOO_BIG)
			return result;
		if (frames->has_header &&
		    frames->end - frames->start >= frames->body_len) {
			*body = frames->bytes + frames->start;
			*len = frames->body_len;
			frames->start += frames->body_len;
			frames->has_header = false;
			return JSCAN_FRAME_READY;
		}
		if (result == JSCAN_FRAME_READY) /* a header, or a blank line */
			continue;
		if (!fill(frames, is_waiting))
			return frames->is_at_end ? JSCAN_FRAME_END
						 : JSCAN_FRAME_NONE;
	}
}

static int write_all(int fd, const char *bytes, size_t len)
{
	while (len) {
		ssize_t put = write(fd, bytes, len);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return -1;
		bytes += put;
		len -= (size_t)put;
	}
	return 0;
}

int jscan_frame_write(int fd, const char *body, size_t len)
{
	char header[64];
	int header_len = snprintf(header, sizeof(header),
				  "Content-Length: %zu\r\n\r\n", len);

	if (write_all(fd, header, (size_t)header_len) < 0)
		return -1;
	return write_all(fd, body, len);
}
