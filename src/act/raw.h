/*
 * A note as its bytes and, beside them, as a document: an edit is found by what
 * the document says, and made in the bytes.
 */
#ifndef JSCAN_ACT_RAW_H
#define JSCAN_ACT_RAW_H

#include <stdbool.h>
#include <stddef.h>

#include "config/config.h"
#include "entry/document.h"

struct jscan_raw {
	const char *bytes;
	size_t len;
	const char *newline;  /* "\n", "\r\n" or "\r": as its first line ends */
	const size_t *starts; /* of each line; one more at the end */
	size_t line_count;
	const struct jscan_config *config;
	struct jscan_document document;
	struct jscan_arena *arena;
};

/*
 * One edit: `removed` bytes from `offset` on give way to `text`.  Everything
 * else stays as it is, byte by byte.
 */
struct jscan_splice {
	size_t offset;
	size_t removed;
	const char *text;
	size_t len;
};

/* `path`, `bytes` and `config` are kept as they are. */
void jscan_raw_open(struct jscan_raw *out, const char *path, const char *bytes,
		    size_t len, const struct jscan_config *config,
		    struct jscan_arena *arena);

/*
 * The bytes of a line without its end.  NULL when there is no such line, or
 * when its bytes are not the text that was read (no UTF-8, NUL): columns mean
 * nothing there.
 */
const char *jscan_raw_line(const struct jscan_raw *raw, unsigned line,
			   size_t *len);

/* Where a line and column stand in the bytes; false as for jscan_raw_line(). */
bool jscan_raw_offset(const struct jscan_raw *raw, unsigned line,
		      unsigned column, size_t *out);

/* Fills *out; each '\n' in the text becomes a line end like those of the note.
 */
void jscan_raw_splice(const struct jscan_raw *raw, struct jscan_splice *out,
		      size_t offset, size_t removed, const char *format, ...)
	__attribute__((format(printf, 5, 6)));

#endif
