/*
 * Telephone numbers in text.  jscan_phone_normalise() is in contact.h, where
 * callers look for it.
 */
#ifndef JSCAN_FACTS_PHONE_H
#define JSCAN_FACTS_PHONE_H

#include <stdbool.h>
#include <stddef.h>

enum jscan_phone_sureness {
	JSCAN_PHONE_CERTAIN,  /* +, or the shape of a national number */
	JSCAN_PHONE_LABELLED, /* digits behind "tel", "call", "mobile" … */
	JSCAN_PHONE_BARE /* like one, where a number is expected: 555-0142 */
};

struct jscan_phone {
	size_t offset;
	size_t len; /* an extension included */
	enum jscan_phone_sureness sureness;
};

/*
 * The first number at or after `pos`; false when there is none.  Never inside
 * dates, times, money, ids, addresses of the web, versions.  Linear in `len`.
 */
bool jscan_phone_next(struct jscan_phone *out, const char *text, size_t len,
		      size_t pos);

/* A whole value that is said to be a number: at least five digits, few letters.
 */
bool jscan_phone_is_value(const char *text, size_t len);

#endif
