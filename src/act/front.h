/*
 * Smallest edits of front matter, in the style of the note.  Each fills a
 * splice and returns true, or returns false where the note is written in a way
 * that it does not know how to add to.  Whether the result says what it should
 * is for the caller to see (act/change.c).
 */
#ifndef JSCAN_ACT_FRONT_H
#define JSCAN_ACT_FRONT_H

#include "act/raw.h"
#include "config/key.h"

/* The first key of the front matter that means `key`; NULL: none. */
const struct jscan_yaml *jscan_front_find(const struct jscan_raw *raw,
					  enum jscan_key key);

/* A date as the note writes its dates: with quotes, if it quotes them. */
const char *jscan_front_date(const struct jscan_raw *raw,
			     struct jscan_date date);

/*
 * A new key behind all others.  `name` is plain words ("thank you").  `value`
 * is what stands behind the colon, or, when it begins with '\n', lines below
 * it, which are indented here.
 */
bool jscan_front_add_key(struct jscan_splice *out, const struct jscan_raw *raw,
			 const char *name, const char *value);

/*
 * Another value for a key whose value is one word, one date, or nothing.  `map`
 * is the mapping that the key is in, NULL for a key of the front matter itself.
 */
bool jscan_front_set(struct jscan_splice *out, const struct jscan_raw *raw,
		     const struct jscan_yaml *node,
		     const struct jscan_yaml *map, const char *value);

/* The same with lines, each behind a '\n', below a key of the front matter. */
bool jscan_front_set_lines(struct jscan_splice *out,
			   const struct jscan_raw *raw,
			   const struct jscan_yaml *node, const char *lines);

/*
 * One more item in the list at a key.  `block` is its lines, with blanks as
 * they are below the dash; `flow` is the same within brackets.  A value that is
 * no list becomes the first item of one.
 */
bool jscan_front_append(struct jscan_splice *out, const struct jscan_raw *raw,
			const struct jscan_yaml *node, const char *block,
			const char *flow);

/* One more member in the mapping at a key or in a list. */
bool jscan_front_add_member(struct jscan_splice *out,
			    const struct jscan_raw *raw,
			    const struct jscan_yaml *map, const char *name,
			    const char *value);

/*
 * Something behind the words of a scalar, within its quotes.  `list` is the
 * list that it is an item of, or NULL.
 */
bool jscan_front_extend(struct jscan_splice *out, const struct jscan_raw *raw,
			const struct jscan_yaml *node,
			const struct jscan_yaml *list, const char *text);

#endif
