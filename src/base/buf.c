/*
 * Bytes gathered for output.  Growth doubles, so adding is constant on average;
 * with a writer the buffer never holds much more than one block of 64 KiB.
 */
#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

#define FLUSH_BYTES ((size_t)65536)

void jscan_buf_init(struct jscan_buf *buf)
{
	memset(buf, 0, sizeof(*buf));
}

void jscan_buf_init_writer(struct jscan_buf *buf,
			   int (*write)(void *data, const char *bytes,
					size_t len),
			   void *data)
{
	jscan_buf_init(buf);
	buf->write = write;
	buf->write_data = data;
}

void jscan_buf_release(struct jscan_buf *buf)
{
	free(buf->data);
	jscan_buf_init(buf);
}

void jscan_buf_clear(struct jscan_buf *buf)
{
	buf->len = 0;
	if (buf->data)
		buf->data[0] = '\0';
}

void jscan_buf_reserve(struct jscan_buf *buf, size_t more)
{
	size_t room = buf->room ? buf->room : 256;

	if (buf->room - buf->len > more)
		return;
	while (room - buf->len <= more) {
		if (room > SIZE_MAX / 2)
			abort(); /* no buffer of this program comes near */
		room *= 2;
	}
	buf->data = jscan_realloc(buf->data, room);
	buf->room = room;
}

int jscan_buf_flush(struct jscan_buf *buf)
{
	if (buf->write && buf->len) {
		if (!buf->has_failed &&
		    buf->write(buf->write_data, buf->data, buf->len) < 0)
			buf->has_failed = true;
		jscan_buf_clear(buf);
	}
	return buf->has_failed ? -1 : 0;
}

void jscan_buf_add(struct jscan_buf *buf, const char *bytes, size_t len)
{
	if (buf->room - buf->len <= len)
		jscan_buf_reserve(buf, len);
	if (len)
		memcpy(buf->data + buf->len, bytes, len);
	buf->len += len;
	buf->data[buf->len] = '\0';
	if (buf->write && buf->len >= FLUSH_BYTES)
		jscan_buf_flush(buf);
}

void jscan_buf_adds(struct jscan_buf *buf, const char *text)
{
	jscan_buf_add(buf, text, strlen(text));
}

void jscan_buf_addc(struct jscan_buf *buf, char byte)
{
	jscan_buf_add(buf, &byte, 1);
}

void jscan_buf_add_number(struct jscan_buf *buf, unsigned number)
{
	char digits[3 * sizeof(number)];
	size_t at = sizeof(digits);

	do
		digits[--at] = (char)('0' + number % 10);
	while (number /= 10);
	jscan_buf_add(buf, digits + at, sizeof(digits) - at);
}

void jscan_buf_addf(struct jscan_buf *buf, const char *format, ...)
{
	size_t room;
	va_list args;
	int len;

	jscan_buf_reserve(buf, 128); /* most texts fit, and are formatted once */
	room = buf->room - buf->len;
	va_start(args, format);
	len = vsnprintf(buf->data + buf->len, room, format, args);
	va_end(args);
	if (len < 0)
		abort(); /* a format of ours is wrong */
	if ((size_t)len >= room) {
		jscan_buf_reserve(buf, (size_t)len);
		va_start(args, format);
		vsnprintf(buf->data + buf->len, (size_t)len + 1, format, args);
		va_end(args);
	}
	buf->len += (size_t)len;
	if (buf->write && buf->len >= FLUSH_BYTES)
		jscan_buf_flush(buf);
}
