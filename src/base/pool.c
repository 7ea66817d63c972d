/*
 * A hash table that never searches long: a text that finds no slot near its
 * own is copied and not shared.
 */
#include "base/pool.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

#define MOST_STEPS 8 /* from slot to slot */

void jscan_pool_init(struct jscan_pool *pool, struct jscan_arena *arena)
{
	memset(pool, 0, sizeof(*pool));
	pool->arena = arena;
}

void jscan_pool_release(struct jscan_pool *pool)
{
	free((void *)pool->texts);
	jscan_pool_init(pool, pool->arena);
}

/* The slot that holds the text, or a free one, or NULL. */
static const char **find_slot(struct jscan_pool *pool,
			      const char *text, size_t len)
{
	size_t mask = pool->room - 1;
	size_t at = jscan_hash_bytes(text, len) & mask;

	for (unsigned i = 0; i < MOST_STEPS; i++, at = (at + 1) & mask) {
		const char *found = pool->texts[at];

		if (!found || !strcmp(found, text))
			return &pool->texts[at];
	}
	return NULL;
}

static void make_room(struct jscan_pool *pool)
{
	const char **old = pool->texts;
	size_t old_room = pool->room;

	pool->room = old_room ? 2 * old_room : 256;
	pool->texts = jscan_alloc(pool->room * sizeof(*pool->texts));
	memset((void *)pool->texts, 0, pool->room * sizeof(*pool->texts));
	for (size_t i = 0; i < old_room; i++) {
		const char **slot =
			old[i] ? find_slot(pool, old[i], strlen(old[i]))
			       : NULL;

		if (slot)
			*slot = old[i];
	}
	free((void *)old);
}

const char *jscan_pool_add(struct jscan_pool *pool, const char *text)
{
	size_t len = text ? strlen(text) : 0;
	const char **slot;
	const char *copy;

	if (!text)
		return NULL;
	if (4 * pool->count >= 3 * pool->room)
		make_room(pool);
	slot = find_slot(pool, text, len);
	if (slot && *slot)
		/* cppcheck-suppress identicalInnerCondition ; a text */
		return *slot;
	copy = jscan_arena_strndup(pool->arena, text, len);
	if (slot) {
		*slot = copy;
		pool->count++;
	}
	return copy;
}
