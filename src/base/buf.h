/*
 * A growing run of bytes.  With a writer set, what is gathered is handed on
 * whenever 64 KiB are full, so that a long output needs little memory.
 */
#ifndef JSCAN_BASE_BUF_H
#define JSCAN_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

struct jscan_buf {
	char *data; /* NUL-terminated once anything was added */
	size_t len;
	size_t room;
	int (*write)(void *data, const char *bytes, size_t len);
	void *write_data;
	bool has_failed; /* the writer refused; the rest is thrown away */
};

void jscan_buf_init(struct jscan_buf *buf);
void jscan_buf_init_writer(struct jscan_buf *buf,
			   int (*write)(void *data, const char *bytes,
					size_t len),
			   void *data);
void jscan_buf_release(struct jscan_buf *buf);
void jscan_buf_clear(struct jscan_buf *buf);

/*
 * Makes room for `more` bytes that the caller puts behind the others, adding to
 * `len` itself, before anything else is done with the buffer.
 */
void jscan_buf_reserve(struct jscan_buf *buf, size_t more);

void jscan_buf_add(struct jscan_buf *buf, const char *bytes, size_t len);
void jscan_buf_adds(struct jscan_buf *buf, const char *text);
void jscan_buf_addc(struct jscan_buf *buf, char byte);
/* In decimal, without the cost of a format: reports have thousands. */
void jscan_buf_add_number(struct jscan_buf *buf, unsigned number);
void jscan_buf_addf(struct jscan_buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Hands on what is left; returns 0, or -1 when the writer ever refused. */
int jscan_buf_flush(struct jscan_buf *buf);

#endif
