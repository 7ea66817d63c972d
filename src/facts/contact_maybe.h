/*
 * Looks at a line of prose that are cheaper than reading the names in it: may
 * somebody be introduced there, may a title stand beside a name?  "Maybe" is
 * said too often, "no" never wrongly.
 */
#ifndef JSCAN_FACTS_CONTACT_MAYBE_H
#define JSCAN_FACTS_CONTACT_MAYBE_H

#include <stdbool.h>
#include <stddef.h>

/* the, a, our, her and the like */
bool jscan_is_article(const char *text, size_t len);

/* "met", "spoke with", "interviewed by" right before a name at `pos`, in the
 * line that begins at `start`? */
bool jscan_is_introduced(const char *text, size_t start, size_t pos);

/* May a title end at `end`, in the line that begins at `start`? */
bool jscan_maybe_title_before(const char *text, size_t start, size_t end);

/*
 * May anybody be introduced from `pos` on, where the first two words with
 * capitals stand, in the line [start, end)?
 */
bool jscan_maybe_introduced(const char *text, size_t start, size_t pos,
			    size_t end);

#endif
