/*
 * Where the cache of a journal lies: in the git directory of its work tree, or,
 * outside of any repository, in a folder that the caller names.
 */
#ifndef JSCAN_CACHE_PLACE_H
#define JSCAN_CACHE_PLACE_H

#include <stdbool.h>

#include "base/arena.h"

struct jscan_cache_place {
	bool is_in_repository;
	const char *folder; /* from `base_fd`, or absolute */
	const char *name;   /* of the file */
	int base_fd;	    /* the git directory, or -1 */
};

/*
 * Finds the place for the journal `dir`, open as `dir_fd`; `folder` is the one
 * for journals outside of repositories, or NULL.  False when there is none: no
 * folder is named, or the git directory is not the user's own.
 */
bool jscan_cache_place_find(struct jscan_cache_place *out, int dir_fd,
			    const char *dir, const char *folder,
			    struct jscan_arena *arena);
void jscan_cache_place_release(struct jscan_cache_place *place);

/* Opens the folder, making it first where `is_made`; -1 when it cannot be. */
int jscan_cache_place_open(const struct jscan_cache_place *place, bool is_made);

#endif
