/* Texts that are said over and over, kept once. */
#ifndef JSCAN_BASE_POOL_H
#define JSCAN_BASE_POOL_H

#include "base/arena.h"

struct jscan_pool {
	struct jscan_arena *arena; /* of the texts */
	const char **texts;	   /* a hash table */
	size_t count;
	size_t room;
};

void jscan_pool_init(struct jscan_pool *pool, struct jscan_arena *arena);

/* Gives back the table; the texts stay in the arena. */
void jscan_pool_release(struct jscan_pool *pool);

/* A copy of the text, the same one for the same text mostly; NULL of NULL. */
const char *jscan_pool_add(struct jscan_pool *pool, const char *text);

#endif
