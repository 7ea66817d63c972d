/*
 * An arena: memory that is taken piece by piece and given back all at once.
 *
 * Running out of memory ends the process here, with one line on standard error
 * and status 2, and nowhere else in the library.  In sanitizer builds each
 * piece is a malloc of its own, so that overruns show.
 */
#ifndef JSCAN_BASE_ARENA_H
#define JSCAN_BASE_ARENA_H

#include <stddef.h>

struct jscan_arena_block;

struct jscan_arena {
	struct jscan_arena_block *blocks;
	size_t total_bytes; /* handed out since init or clear */
};

void jscan_arena_init(struct jscan_arena *arena);
void jscan_arena_release(struct jscan_arena *arena);

/* Gives everything back but one block, for the next use. */
void jscan_arena_clear(struct jscan_arena *arena);

/* Zeroed memory, aligned for any type; size 0 is allowed. */
void *jscan_arena_alloc(struct jscan_arena *arena, size_t size);

/* `count` items of `size` bytes, zeroed; ends the process on overflow. */
void *jscan_arena_array(struct jscan_arena *arena, size_t count, size_t size);

/* Copies `len` bytes and adds a NUL. */
char *jscan_arena_strndup(struct jscan_arena *arena, const char *text,
			  size_t len);
char *jscan_arena_strdup(struct jscan_arena *arena, const char *text);

/* As sprintf, into the arena. */
char *jscan_arena_printf(struct jscan_arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/*
 * Makes room for one more item behind `count` items.  The array at `items` must
 * only ever have grown through this call; it moves when count is a power of
 * two.  Use:
 *
 *	list = jscan_arena_grow(arena, list, count, sizeof(*list));
 *	list[count++] = item;
 */
void *jscan_arena_grow(struct jscan_arena *arena, void *items, size_t count,
		       size_t size);

/* The line and the end: for libraries that report it in ways of their own. */
_Noreturn void jscan_out_of_memory(void);

/*
 * Has `clean` called before that end; NULL for nothing.  It may do what a
 * handler of signals may.
 */
void jscan_out_of_memory_clean(void (*clean)(void));

/* malloc and realloc that never return NULL; free with free(). */
void *jscan_alloc(size_t size);
void *jscan_realloc(void *memory, size_t size);

#endif
