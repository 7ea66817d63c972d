/* Texts, each with the index of what it is a key of, to find the equal ones. */
#ifndef JSCAN_MODEL_KEY_H
#define JSCAN_MODEL_KEY_H

#include <stddef.h>

#include "base/arena.h"

struct jscan_key {
	const char *text;
	size_t index;
};

struct jscan_keys {
	struct jscan_key *items;
	size_t count;
};

/* Keys must be added in the order of their indexes. */
void jscan_keys_add(struct jscan_keys *keys, struct jscan_arena *arena,
		    const char *text, size_t index);

/* Puts equal texts side by side, by index; otherwise in no order. */
void jscan_keys_group(struct jscan_keys *keys, struct jscan_arena *arena);

/* By text, then by index. */
void jscan_keys_sort(struct jscan_keys *keys, struct jscan_arena *arena);

/* Of sorted keys the first that is not below `text`. */
size_t jscan_keys_find(const struct jscan_keys *keys, const char *text);

#endif
