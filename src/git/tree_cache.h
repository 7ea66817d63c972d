/*
 * What the index knows of trees: the names of those that its entries would make
 * (the extension TREE).  A tree of a commit with such a name need not be read,
 * for its files are those of the index.
 */
#ifndef JSCAN_GIT_TREE_CACHE_H
#define JSCAN_GIT_TREE_CACHE_H

#include <stddef.h>

#include "base/arena.h"
#include "git/index.h"

struct jscan_tree_node {
	const char *path; /* of the folder, with '/' at its end; "" */
	const unsigned char *id;
};

struct jscan_tree_cache {
	const struct jscan_index *index;
	struct jscan_tree_node *nodes; /* by path */
	size_t count;
};

/* Nodes live in `arena`; an extension that makes no sense gives none. */
void jscan_tree_cache_read(struct jscan_tree_cache *out,
			   const struct jscan_index *index,
			   struct jscan_arena *arena);

/*
 * Whether the files of the index below the folder `path` ("" or with '/' at its
 * end) make the tree `id`.
 */
bool jscan_tree_cache_has(const struct jscan_tree_cache *cache,
			  const char *path, const unsigned char *id);

#endif
