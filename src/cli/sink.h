/*
 * Where the product goes: standard output, or a file that appears whole or not
 * at all.
 */
#ifndef JSCAN_CLI_SINK_H
#define JSCAN_CLI_SINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct jscan_pager;
struct jscan_scan;

struct jscan_sink {
	FILE *stream;	  /* to be written to */
	const char *name; /* for messages; NULL: standard output */
	char *path;	  /* what the file is to be called at the end */
	char *temporary;  /* what it is called till then; or NULL */
	struct jscan_pager *pager; /* NULL: none */
	int errno_value;  /* of the first write that failed */
};

/*
 * Opens `path`; NULL or "-" is standard output, on a terminal through the pager.
 * A file is written beside its place and moved there by jscan_sink_close(); what
 * is no regular file (a pipe, a device) is written to directly.  A new file can
 * be read by nobody who may not read the notes of `scan`; NULL: of no notes.
 * Returns 0, or -1 after a message.
 */
int jscan_sink_open(struct jscan_sink *sink, const char *path,
		    const struct jscan_scan *scan);

/* A jscan_write_fn; `data` is the sink. */
int jscan_sink_write(void *data, const char *bytes, size_t len);

/*
 * Hands on what is left and puts the file in its place.  Returns 0, or -1 after
 * a message.  A reader that has gone away (head, a pager) is no failure.
 */
int jscan_sink_close(struct jscan_sink *sink);

/* Gives up: a file that stood there stays as it was. */
void jscan_sink_abandon(struct jscan_sink *sink);

#endif
