/* An arena for each test, made before it and given back behind it. */
#ifndef JSCAN_TESTS_UNIT_ARENA_H
#define JSCAN_TESTS_UNIT_ARENA_H

#include "base/arena.h"

static struct jscan_arena arena;

static int set_up(void **state)
{
	(void)state;
	jscan_arena_init(&arena);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	jscan_arena_release(&arena);
	return 0;
}

#endif
