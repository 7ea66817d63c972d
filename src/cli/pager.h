/*
 * What is longer than the screen is shown by the user's pager, as git does it:
 * PAGER, else less, which goes by itself when everything fits.
 */
#ifndef JSCAN_CLI_PAGER_H
#define JSCAN_CLI_PAGER_H

#include <stdbool.h>
#include <stdio.h>

struct jscan_pager;

/* Whether there may be one at all: false for --no-pager. */
void jscan_pager_init(bool is_allowed);

/*
 * A stream in the place of standard output; NULL where it is no terminal, or no
 * pager is wanted.  What is written is held back until it is more than fits the
 * screen.  A pager that cannot be started is done without.
 */
FILE *jscan_pager_open(struct jscan_pager **out);

/*
 * Hands on what is left, closes the stream and waits until the reader is done.
 * Returns 0, or the errno of what went wrong.
 */
int jscan_pager_close(struct jscan_pager *pager);

#endif
