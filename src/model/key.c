/*
 * Most keys are there many times, so they are first brought together through a
 * hash table; only one of each is then sorted.  Keys made up to meet in one
 * slot of the table are sorted instead.
 */
#include "model/key.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"

#define MOST_STEPS 200 /* from slot to slot; by chance, there are few */

struct chain { /* the keys of one text, as they came */
	const char *text;
	uint32_t first; /* number of the key */
	uint32_t last;
};

struct chains {
	struct chain *items;
	size_t count;
	uint32_t *next; /* by key; UINT32_MAX at the end */
};

void jscan_keys_add(struct jscan_keys *keys, const char *text, size_t index)
{
	if (keys->count == keys->room) {
		keys->room = keys->room ? 2 * keys->room : 64;
		keys->items = jscan_realloc(keys->items,
					    keys->room * sizeof(*keys->items));
	}
	keys->items[keys->count].text = text;
	keys->items[keys->count++].index = index;
}

void jscan_keys_release(struct jscan_keys *keys)
{
	free(keys->items);
	memset(keys, 0, sizeof(*keys));
}

static bool chain_key(struct chains *out, const struct jscan_keys *keys,
		      size_t index, uint32_t *slots, size_t mask)
{
	const char *text = keys->items[index].text;
	uint64_t hash = jscan_hash_bytes(text, strlen(text));
	size_t at = (hash ^ hash >> 32) & mask;
	struct chain *chain;

	for (unsigned steps = 0;
	     slots[at] && strcmp(out->items[slots[at] - 1].text, text) != 0;
	     at = (at + 1) & mask) {
		if (++steps == MOST_STEPS)
			return false;
	}
	if (slots[at]) {
		chain = &out->items[slots[at] - 1];
		out->next[chain->last] = (uint32_t)index;
	} else {
		chain = &out->items[out->count++];
		chain->text = text;
		chain->first = (uint32_t)index;
		slots[at] = (uint32_t)out->count;
	}
	chain->last = (uint32_t)index;
	out->next[index] = UINT32_MAX;
	return true;
}

/*
 * Makes the chains of all keys; the memory is the caller's to free.  False when
 * the keys do not spread over the table.
 */
static bool chain_keys(struct chains *out, const struct jscan_keys *keys)
{
	size_t size = 16, i = 0;
	uint32_t *slots; /* index + 1 of a chain */

	while (size < 2 * keys->count)
		size *= 2;
	slots = jscan_alloc(size * sizeof(*slots));
	memset(slots, 0, size * sizeof(*slots));
	out->items = jscan_alloc(keys->count * sizeof(*out->items));
	out->next = jscan_alloc(keys->count * sizeof(*out->next));
	out->count = 0;
	while (i < keys->count && chain_key(out, keys, i, slots, size - 1))
		i++;
	free(slots);
	return i == keys->count;
}

static int compare_chains(const void *left, const void *right)
{
	const struct chain *a = left, *b = right;

	return strcmp(a->text, b->text);
}

static int compare_keys(const void *left, const void *right)
{
	const struct jscan_key *a = left, *b = right;
	int order = strcmp(a->text, b->text);

	return order ? order : (a->index > b->index) - (a->index < b->index);
}

/* Lays the keys out chain by chain. */
static void unroll(struct jscan_keys *keys, const struct chains *chains)
{
	struct jscan_key *items = jscan_alloc(keys->count * sizeof(*items));
	size_t count = 0;

	for (size_t i = 0; i < chains->count; i++) {
		for (uint32_t k = chains->items[i].first; k != UINT32_MAX;
		     k = chains->next[k])
			items[count++] = keys->items[k];
	}
	free(keys->items);
	keys->items = items;
	keys->room = count;
}

static void put_in_order(struct jscan_keys *keys, bool is_sorted)
{
	struct chains chains = {NULL, 0, NULL};

	if (keys->count < 2)
		return;
	if (keys->count < UINT32_MAX && chain_keys(&chains, keys)) {
		if (is_sorted)
			qsort(chains.items, chains.count, sizeof(*chains.items),
			      compare_chains);
		unroll(keys, &chains);
	} else {
		qsort(keys->items, keys->count, sizeof(*keys->items),
		      compare_keys);
	}
	free(chains.items);
	free(chains.next);
}

void jscan_keys_group(struct jscan_keys *keys)
{
	put_in_order(keys, false);
}

void jscan_keys_sort(struct jscan_keys *keys)
{
	put_in_order(keys, true);
}

size_t jscan_keys_find(const struct jscan_keys *keys, const char *text)
{
	size_t low = 0, high = keys->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(keys->items[middle].text, text) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
