/*
 * Making text from notes harmless.  Each function appends `text` so that the
 * reader of that format sees the same characters and nothing else happens: no
 * markup, no formula, no escape sequence.  Line breaks become spaces where a
 * format has no place for them.
 *
 * Characters that no reader should ever get raw (C0 and C1 controls, changes of
 * writing direction, invisible ones) come out as U+FFFD, on terminals and in
 * JSON as their number.
 */
#ifndef JSCAN_OUTPUT_ESCAPE_H
#define JSCAN_OUTPUT_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Element content and quoted attributes. */
void jscan_escape_html(struct jscan_buf *out, const char *text);

/* Inside a line of Markdown: behind other words, in cells, link words. */
void jscan_escape_markdown(struct jscan_buf *out, const char *text);

/* The same where a block begins: no list, no task starts there either. */
void jscan_escape_markdown_block(struct jscan_buf *out, const char *text);

/*
 * One cell with its quotes (RFC 4180).  What a spreadsheet would take for a
 * formula gets an apostrophe in front.
 */
void jscan_escape_csv(struct jscan_buf *out, const char *text);

/* A text value of iCalendar (RFC 5545, 3.3.11) and vCard (RFC 6350, 3.4). */
void jscan_escape_ical(struct jscan_buf *out, const char *text);

/* Only without the characters that no reader should get raw. */
void jscan_escape_clean(struct jscan_buf *out, const char *text);

/* Plain text for a terminal; at most `len` bytes of `text` are read. */
void jscan_escape_terminal(struct jscan_buf *out, const char *text, size_t len);

/* Unsafe characters of a JSON text as \uXXXX; the rest as it is. */
void jscan_escape_json(struct jscan_buf *out, const char *text, size_t len);

/* A path as the target of a link. */
void jscan_escape_path(struct jscan_buf *out, const char *path);

/* May a link of a note be a link of ours?  http, https and mailto only. */
bool jscan_escape_is_link(const char *url);

#endif
