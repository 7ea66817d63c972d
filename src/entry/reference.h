/*
 * Definitions of links and footnotes: `[name]: address "title"`, `[^1]: words`.
 */
#ifndef JSCAN_ENTRY_REFERENCE_H
#define JSCAN_ENTRY_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "entry/outline.h"

#define JSCAN_REFERENCES_MOST ((size_t)50000)

struct jscan_reference {
	const char *name; /* folded: the case and runs of blanks made equal */
	const char *url;
	unsigned line;
};

/* Sorted by name; of several of one name only the first. */
struct jscan_references {
	const struct jscan_reference *items;
	size_t count;
	unsigned full_line; /* of the first past the limit, from 1; 0: none */
};

/* Finds the definitions of links in a body, each on a line of its own. */
void jscan_references_find(struct jscan_references *out,
			   const struct jscan_body *body,
			   struct jscan_arena *arena);

/* The address of a name, or NULL. */
const char *jscan_reference_get_url(const struct jscan_references *references,
				    const char *name, size_t len,
				    struct jscan_arena *arena);

/* Is the text from `at` to `end` (one line) the definition of a link? */
bool jscan_reference_is_definition(const char *text, size_t at, size_t end);

/* The length of `[^1]:` and the blanks behind it at `at`, or 0. */
size_t jscan_footnote_mark_len(const char *text, size_t at, size_t end);

#endif
