/* Addresses and numbers in a block of text, one after the other. */
#ifndef JSCAN_FACTS_CONTACT_MARK_H
#define JSCAN_FACTS_CONTACT_MARK_H

#include <stdbool.h>
#include <stddef.h>

#include "entry/document.h"
#include "facts/address.h"
#include "facts/phone.h"

/* A mail address, a telephone number, or a link to one. */
struct jscan_mark {
	size_t offset;
	size_t len;
	bool is_mail;
	enum jscan_phone_sureness sureness;
	const char *url; /* of a link: mailto:, tel: */
};

struct jscan_mark_finder {
	const struct jscan_block *block;
	struct jscan_address mail; /* the next one; offset SIZE_MAX: none */
	struct jscan_phone phone;
	size_t link;
};

/* Looks once over the block from `start` on, quickly; false without marks. */
bool jscan_mark_finder_init(struct jscan_mark_finder *finder,
			    const struct jscan_block *block, size_t start);

/* Where the next two words with capitals begin, a name perhaps, from `pos` on;
 * else `len`. */
size_t jscan_pair_find(const char *text, size_t len, size_t pos);

/* The first mark at or after `pos`; `pos` must not go back. */
bool jscan_mark_next(struct jscan_mark *out, struct jscan_mark_finder *finder,
		     size_t pos);

#endif
