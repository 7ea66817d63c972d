/*
 * Content lines, of which iCalendar (RFC 5545, 3.1) and vCard (RFC 6350, 3.2)
 * are made: with CRLF, and folded at 75 bytes, never inside a character.
 */
#ifndef JSCAN_OUTPUT_CONTENT_H
#define JSCAN_OUTPUT_CONTENT_H

#include "base/buf.h"

/* A whole line, which is escaped already. */
void jscan_content_add(struct jscan_buf *out, const struct jscan_buf *line);

/* NAME:text, escaped; nothing without a text. */
void jscan_content_add_text(struct jscan_buf *out, const char *name,
			    const char *text);

#endif
