/*
 * Scanners for the small constructs inside a line of markdown.  Each looks at
 * the bytes from `at` to `end` and returns the offset behind what it found, or
 * 0.  None goes on past the next opener of its own kind, so that a text full of
 * openers costs no more than its length.
 */
#ifndef JSCAN_ENTRY_SCAN_H
#define JSCAN_ENTRY_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* `(address "title")`, the rest of a link; the address without < >. */
size_t jscan_scan_address(const char *text, size_t at, size_t end, size_t *url,
			  size_t *url_end);

/* `<https://…>` or `<dana@acme.example>`. */
size_t jscan_scan_autolink(const char *text, size_t at, size_t end,
			   bool *is_mail);

/*
 * A tag of HTML, a declaration or a processing instruction.  *instead is what
 * a reader sees in its place: '\n', ' ', or '\0' for nothing.
 */
size_t jscan_scan_tag(const char *text, size_t at, size_t end, char *instead);

/* A web address that is written as it is: its end, without closing marks. */
size_t jscan_scan_bare_url(const char *text, size_t at, size_t end);

/* `&amp;`, `&#228;`: 1 to 6 bytes of UTF-8 in `out`. */
size_t jscan_scan_entity(const char *text, size_t at, size_t end, char out[6],
			 size_t *out_len);

bool jscan_is_punctuation(char c); /* of ASCII */

/* An address with escapes and entities resolved. */
const char *jscan_scan_plain_address(struct jscan_arena *arena,
				     const char *text, size_t len);

#endif
