/* Values of keys in one note, over all spellings and places. */
#ifndef JSCAN_FACTS_VALUE_H
#define JSCAN_FACTS_VALUE_H

#include "facts/internal.h"

#define JSCAN_VALUES_MOST 64 /* values of one key in one note */

struct jscan_values {
	struct jscan_keyed items[JSCAN_VALUES_MOST];
	size_t count;
};

/* Reads the keys of the front matter; and, with the body parsed, those of the
 * fields in it.  Each is called once. */
void jscan_values_index_header(struct jscan_fill *fill);
void jscan_values_index_fields(struct jscan_fill *fill);

/*
 * All values of a key.  Fields of the body count only where the front matter
 * has none; of a single value given twice the first counts, with a warning.
 */
void jscan_values_find(struct jscan_fill *fill, struct jscan_values *out,
		       enum jscan_key key);

/* The first value as text or day; NULL and false when there is none. */
const char *jscan_values_find_text(struct jscan_fill *fill, enum jscan_key key);
bool jscan_values_find_date(struct jscan_fill *fill, struct jscan_date *out,
			    unsigned *line, enum jscan_key key);

/* What a reader sees of text with wikilinks. */
const char *jscan_value_unlink(struct jscan_fill *fill, const char *text);

/* The text of a value, or NULL; `[[Acme]]` without quotes is the link. */
const char *jscan_value_text(struct jscan_fill *fill,
			     const struct jscan_yaml *value);

/* The same; a list or mapping that is no text gets a warning. */
const char *jscan_fill_read_text(struct jscan_fill *fill,
				 const struct jscan_yaml *value,
				 const char *what);

/* Whether it is a list or mapping of more than the one thing asked for. */
bool jscan_value_is_several(const struct jscan_yaml *value);

/* The member of a mapping by its folded name, or NULL. */
const struct jscan_yaml *jscan_value_member(struct jscan_fill *fill,
					    const struct jscan_yaml *map,
					    const char *name);

/* A warning about a value: "'ratings' takes …". */
void jscan_fill_warn(struct jscan_fill *fill, const struct jscan_yaml *value,
		     enum jscan_diag_code code, const char *what,
		     const char *message);

#endif
