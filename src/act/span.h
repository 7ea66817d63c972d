/* Where the values of front matter stand in the bytes of a note. */
#ifndef JSCAN_ACT_SPAN_H
#define JSCAN_ACT_SPAN_H

#include "act/raw.h"

/* The byte that a node starts with; '\0' when it has no place of its own. */
char jscan_raw_first_byte(const struct jscan_raw *raw,
			  const struct jscan_yaml *node, size_t *at);

/* Where a line ends, without the bytes that end it. */
size_t jscan_raw_line_end(const struct jscan_raw *raw, unsigned line);

/* Behind the quote or bracket that closes the one at `at`; false: none does. */
bool jscan_raw_find_close(const struct jscan_raw *raw, size_t at, size_t *out);

/* The bytes of a scalar, or of what stands in brackets. */
bool jscan_raw_find_value(const struct jscan_raw *raw,
			  const struct jscan_yaml *node, bool is_in_flow,
			  size_t *start, size_t *end);

/*
 * The value of a key in the same line: *colon is behind the colon, *start and
 * *end are those of the value, alike when there is none.
 */
bool jscan_raw_find_short_value(const struct jscan_raw *raw,
				const struct jscan_yaml *node, bool is_in_flow,
				size_t *colon, size_t *start, size_t *end);

/* The last line that a list or mapping of lines fills, comments aside. */
unsigned jscan_raw_last_line(const struct jscan_raw *raw,
			     const struct jscan_yaml *node);

#endif
