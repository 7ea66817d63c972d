/*
 * The shape of people's names: which words can be one, where one stands in a
 * sentence, and whether a mail address can be its bearer's.
 */
#ifndef JSCAN_FACTS_NAME_H
#define JSCAN_FACTS_NAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "facts/name_word.h"

/* How sure it is, from its place, that a name is meant. */
enum jscan_name_place {
	JSCAN_NAME_IN_KEY,  /* the value of a contact key: any case */
	JSCAN_NAME_IN_LIST, /* first in an item of a people section */
	JSCAN_NAME_IN_PROSE
};

struct jscan_name {
	size_t offset;
	size_t len;
	unsigned
		parts; /* words but honorifics, particles, initials, suffixes */
	bool has_honorific;
	bool is_full; /* more than a first name or an honorific and surname */
};

/* Is the whole text one name?  Spaces around it are not part of it. */
bool jscan_name_parse(struct jscan_name *out, const char *text, size_t len,
		      enum jscan_name_place place);

/*
 * The first name in prose that starts at or after `pos`.  Words that start a
 * sentence and companies ("Larkspur Freight", "Tolka & Finch") are no names.
 */
bool jscan_name_next(struct jscan_name *out, const char *text, size_t len,
		     size_t pos);

/*
 * The name in prose whose first word is the next one from `pos` on; false when
 * that word begins none.  *end is where to go on.
 */
bool jscan_name_at(struct jscan_name *out, const char *text, size_t len,
		   size_t pos, size_t *end);

/* A name as it may be spelled in a mail address. */
struct jscan_mail_name {
	const char *folded;
	const char *german; /* "krueger" for "Krüger" */
};

/* Both spellings of `name`, in `arena`. */
void jscan_mail_name_init(struct jscan_mail_name *out, const char *name,
			  struct jscan_arena *arena);

/*
 * How well the part of `mail` before the @ fits a name: 3 first and last name,
 * 2 one of them and an initial, 1 one of them alone, 0 not at all.  `arena` is
 * for work.
 */
int jscan_mail_name_fit(const struct jscan_mail_name *name, const char *mail,
			struct jscan_arena *arena);

#endif
