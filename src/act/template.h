/*
 * Messages from templates.  A template is plain text:
 *
 *	{name}   a fact; a sentence whose fact is not known is left out
 *	{?name}  nothing, but a sentence for which it does not hold is left out
 *	[ … ]    a part that can be left out by itself, for the same reasons
 *	\        takes the next character as it is
 *
 * A sentence ends with . ! or ? before a blank, or with its line.  A line of
 * which nothing is left goes too, and empty lines never stand in a row.
 */
#ifndef JSCAN_ACT_TEMPLATE_H
#define JSCAN_ACT_TEMPLATE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "journalscan.h"

struct jscan_template {
	const char *path; /* for messages; NULL: one of ours */
	const char *text; /* valid UTF-8 */
	size_t len;
};

struct jscan_placeholder {
	const char *name;  /* "company", or "?looking" */
	const char *value; /* NULL: not known, or does not hold */
};

/*
 * Appends the filled template.  What stands in a value is never read as part of
 * a template.  Returns 0, or -1: JSCAN_ERR_CONFIG with the place of a name that
 * is not among the placeholders, of a bracket without its partner, or of
 * brackets nested too deeply.
 */
int jscan_template_fill(struct jscan_buf *out,
			const struct jscan_template *template,
			const struct jscan_placeholder *placeholders,
			size_t count, struct jscan_error *err);

/*
 * Text from a note or a file, fit to stand in a message: one line (with
 * `has_lines`, several), no control characters, no invisible ones but joiners.
 */
char *jscan_template_clean(struct jscan_arena *arena, const char *text,
			   size_t len, bool has_lines);

#endif
