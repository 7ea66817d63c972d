/* Texts, each with the index of what it is a key of, to find the equal ones. */
#ifndef JSCAN_MODEL_KEY_H
#define JSCAN_MODEL_KEY_H

#include <stddef.h>

struct jscan_key {
	const char *text;
	size_t index;
};

struct jscan_keys { /* all zero to begin with */
	struct jscan_key *items;
	size_t count;
	size_t room;
};

/* Keys must be added in the order of their indexes; texts stay the caller's. */
void jscan_keys_add(struct jscan_keys *keys, const char *text, size_t index);
void jscan_keys_release(struct jscan_keys *keys);

/* Puts equal texts side by side, by index; otherwise in no order. */
void jscan_keys_group(struct jscan_keys *keys);

/* By text, then by index. */
void jscan_keys_sort(struct jscan_keys *keys);

/* Of sorted keys the first that is not below `text`. */
size_t jscan_keys_find(const struct jscan_keys *keys, const char *text);

#endif
