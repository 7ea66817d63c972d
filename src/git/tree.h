/* Trees: the files below a folder of one, and a new one with changes made. */
#ifndef JSCAN_GIT_TREE_H
#define JSCAN_GIT_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/sha1.h"
#include "git/change.h"
#include "git/objects.h"
#include "git/repository.h"
#include "journalscan.h"

/* Past these a tree is no journal, but made to keep us busy. */
#define JSCAN_TREE_MOST_DEPTH	256
#define JSCAN_TREE_MOST_ENTRIES 10000000

struct jscan_tree_file {
	const char *path; /* from the top of the tree */
	unsigned char id[JSCAN_SHA1_BYTES];
	uint32_t mode;
};

struct jscan_tree_files {
	struct jscan_tree_file *items; /* by path */
	size_t count;
};

/*
 * Lists the regular files below `prefix` ("" or "some/where/") of the tree `id`
 * for which `wants` says yes; folders whose name starts with a dot are not
 * entered.  `path` is relative to the prefix.  A prefix that is not there gives
 * no files.  Returns 0, or -1: JSCAN_ERR_REPOSITORY, JSCAN_ERR_LIMIT.
 */
int jscan_tree_list(struct jscan_tree_files *out,
		    struct jscan_repository *repository,
		    const unsigned char id[JSCAN_SHA1_BYTES],
		    const char *prefix,
		    bool (*wants)(void *data, const char *path), void *data,
		    struct jscan_arena *arena, struct jscan_error *err);

/* Entries of an index, from `first` up to and without `end`. */
struct jscan_tree_range {
	size_t first;
	size_t end;
};

struct jscan_tree_ranges {
	struct jscan_tree_range *items; /* in order */
	size_t count;
};

/*
 * The same, but reads no tree that the entries of `cache` make, of which the
 * index has the files.  With `same` not NULL these are not listed: *same, which
 * is to begin empty, has their entries.
 */
struct jscan_tree_cache;
int jscan_tree_list_by(struct jscan_tree_files *out,
		       struct jscan_tree_ranges *same,
		       struct jscan_repository *repository,
		       const struct jscan_tree_cache *cache,
		       const unsigned char id[JSCAN_SHA1_BYTES],
		       const char *prefix,
		       bool (*wants)(void *data, const char *path), void *data,
		       struct jscan_arena *arena, struct jscan_error *err);

/* Looks for what `path` is in a tree: a file, link, folder or submodule. */
int jscan_tree_find(struct jscan_tree_file *out, bool *is_found,
		    struct jscan_repository *repository,
		    const unsigned char id[JSCAN_SHA1_BYTES], const char *path,
		    struct jscan_error *err);

/*
 * Adds to `objects` the trees that come of `base` (NULL: nothing) by the
 * changes, which are sorted by path; *out is the name of the new tree.  Folders
 * that become empty go.  Returns 0, or -1 as above, or JSCAN_ERR_IO.
 */
int jscan_tree_change(unsigned char out[JSCAN_SHA1_BYTES],
		      struct jscan_repository *repository,
		      struct jscan_objects *objects, const unsigned char *base,
		      const struct jscan_change *changes, size_t count,
		      struct jscan_error *err);

#endif
