/* Mail and web addresses in text. */
#ifndef JSCAN_FACTS_ADDRESS_H
#define JSCAN_FACTS_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

struct jscan_address {
	size_t offset;
	size_t len;
};

/* The first mail address (user@host.tld) at or after `pos`. */
bool jscan_mail_next(struct jscan_address *out, const char *text, size_t len,
		     size_t pos);

/*
 * A mailbox of an office and not of a person: jobs@, hiring-team@, noreply@.
 * Known by its words, which name a field of work or plain things.
 */
bool jscan_mail_is_office(const char *mail, size_t len);

/* The first web address at or after `pos`: with a scheme, www, or a profile. */
bool jscan_web_next(struct jscan_address *out, const char *text, size_t len,
		    size_t pos);

#endif
