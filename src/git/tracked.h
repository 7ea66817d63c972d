/*
 * What git tracks around a folder, asked for only once something there matches
 * a rule for what git ignores: the rules say nothing of tracked files.
 */
#ifndef JSCAN_GIT_TRACKED_H
#define JSCAN_GIT_TRACKED_H

#include <stdbool.h>

#include "base/arena.h"
#include "git/index.h"

struct jscan_tracked {
	const char *dir; /* a folder of the work tree */
	struct jscan_arena *arena;
	bool is_read;
	struct jscan_index index; /* empty where it cannot be read */
};

/* Nothing is read yet; all that is goes into `arena`. */
void jscan_tracked_init(struct jscan_tracked *tracked, const char *dir,
			struct jscan_arena *arena);
void jscan_tracked_release(struct jscan_tracked *tracked);

/*
 * Whether git tracks the file `path`, from the top of the work tree, or
 * something in it when it ends in '/'.  `tracked` is a struct jscan_tracked.
 */
bool jscan_tracked_has(void *tracked, const char *path);

#endif
