/* A message as a file that mail programs open (RFC 5322, 2045, 2047). */
#ifndef JSCAN_ACT_EML_H
#define JSCAN_ACT_EML_H

#include "base/buf.h"

struct jscan_message {
	const char *name;    /* of the one written to; or NULL */
	const char *mail;    /* their address; or NULL */
	const char *subject; /* one line; or NULL */
	const char *body;    /* lines apart by '\n' */
};

/*
 * Appends headers and body, lines ending in CRLF, all of it ASCII.  From and
 * Date are left to the program that sends it; X-Unsent says that it is a draft.
 */
void jscan_message_write_eml(struct jscan_buf *out,
			     const struct jscan_message *message);

/* Is it an address that can stand in a header as it is? */
bool jscan_message_is_address(const char *mail);

#endif
