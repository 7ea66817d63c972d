/*
 * Lines and positions of a text as editors count them: lines from 0, ended by
 * LF, CR LF or CR; characters in UTF-16 units, or in bytes where the editor
 * can.
 */
#ifndef JSCAN_CLI_LSP_TEXT_H
#define JSCAN_CLI_LSP_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct jscan_text { /* not NUL-terminated */
	const char *bytes;
	size_t len;
};

/* The line without its end; false when there are fewer. */
bool jscan_text_find_line(struct jscan_text *out, struct jscan_text text,
			  size_t line);

/* The next line from *rest, which becomes what is behind it; false at the end.
 */
bool jscan_text_next_line(struct jscan_text *out, struct jscan_text *rest);

/* Units of the first `bytes` bytes of a line, and the way back, both clamped.
 */
size_t jscan_text_count_units(struct jscan_text line, size_t bytes,
			      bool is_utf8);
size_t jscan_text_find_unit(struct jscan_text line, size_t units, bool is_utf8);

/* Blanks off both ends, or only off the beginning. */
struct jscan_text jscan_text_trim(struct jscan_text text);
struct jscan_text jscan_text_trim_start(struct jscan_text text);

bool jscan_text_is(struct jscan_text text, const char *word);

/* Without regard to the case of ASCII letters. */
bool jscan_text_begins(const char *text, struct jscan_text with);

/*
 * Where line `line` of `now` stood in `before`, by what is the same at the
 * beginning and end of both.  False when it is new or changed.
 */
bool jscan_text_map_line(size_t *out, struct jscan_text now,
			 struct jscan_text before, size_t line);

#endif
