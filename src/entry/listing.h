/*
 * The names in a folder that a journal may have to do with, so short that they
 * can be kept: a folder that has not changed need not be listed again.
 */
#ifndef JSCAN_ENTRY_LISTING_H
#define JSCAN_ENTRY_LISTING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum jscan_listing_kind {
	JSCAN_LISTING_FOLDER = 'd', /* whose name starts with no dot */
	JSCAN_LISTING_NOTE = 'f',   /* a regular file with a note's name */
	JSCAN_LISTING_OTHER = 'o',  /* no file, but with a note's name */
	JSCAN_LISTING_IGNORE = 'i'  /* .gitignore */
};

struct jscan_listing {
	struct jscan_buf names; /* of each its kind, its name and a NUL */
	bool is_sure;		/* all names, and the kinds of all */
	char *room;		/* for what the system gives */
	size_t room_bytes;
};

void jscan_listing_init(struct jscan_listing *listing);
void jscan_listing_release(struct jscan_listing *listing);

/*
 * Reads the open folder, sorted as the paths of what is in it.  Returns 0, or an
 * error of the system, with what came before it.
 */
int jscan_listing_read(struct jscan_listing *listing, int fd);

/* The kind at *at, and the next place; 0 at the end. */
char jscan_listing_next(const char **name, const char *names, size_t len,
			size_t *at);

/* Whether bytes from elsewhere are such names, none of which is a path. */
bool jscan_listing_is_sound(const char *names, size_t len);

bool jscan_listing_has_ignore(const char *names, size_t len);

#endif
