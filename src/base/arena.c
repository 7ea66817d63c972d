/*
 * Bump allocation in blocks that double up to a megabyte.  A piece larger than
 * a quarter of the next block gets a block of its own, so that little is left
 * over.  The only file that may end the process: when memory runs out.
 */
#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "journalscan.h"

#if defined(__SANITIZE_ADDRESS__)
#define HAS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_SANITIZER 1
#endif
#endif
#ifndef HAS_SANITIZER
#define HAS_SANITIZER 0
#endif

#define FIRST_BYTES ((size_t)4096)
#define MOST_BYTES  ((size_t)1 << 20)
#define ALIGNMENT   alignof(max_align_t)

/* Records are taken from the front, texts, which need no alignment, from the
 * end. */
struct jscan_arena_block {
	struct jscan_arena_block *next;
	size_t size;
	size_t used; /* from the front */
	size_t end;  /* where the texts start */
	max_align_t bytes[];
};

static atomic_int end_status = 2;
static void (*_Atomic end_clean)(void);

void jscan_memory_set_status(int status)
{
	end_status = status;
}

void jscan_out_of_memory_clean(void (*clean)(void))
{
	end_clean = clean;
}

void jscan_out_of_memory(void)
{
	void (*clean)(void) = end_clean;
	static const char message[] = "journalscan: out of memory\n";
	ssize_t ignored = write(2, message, sizeof(message) - 1);

	(void)ignored;
	if (clean)
		clean();
	_exit(end_status);
}

void *jscan_alloc(size_t size)
{
	void *memory = malloc(size ? size : 1);

	if (!memory)
		jscan_out_of_memory();
	return memory;
}

void *jscan_realloc(void *memory, size_t size)
{
	memory = realloc(memory, size ? size : 1);
	if (!memory)
		jscan_out_of_memory();
	return memory;
}

void jscan_arena_init(struct jscan_arena *arena)
{
	arena->blocks = NULL;
	arena->total_bytes = 0;
}

void jscan_arena_release(struct jscan_arena *arena)
{
	struct jscan_arena_block *block = arena->blocks;

	while (block) {
		struct jscan_arena_block *next = block->next;

		free(block);
		block = next;
	}
	jscan_arena_init(arena);
}

void jscan_arena_clear(struct jscan_arena *arena)
{
	struct jscan_arena_block *kept = arena->blocks;

	if (HAS_SANITIZER || !kept) {
		jscan_arena_release(arena);
		return;
	}
	arena->blocks = kept->next;
	jscan_arena_release(arena);
	kept->next = NULL;
	kept->used = 0;
	kept->end = kept->size;
	arena->blocks = kept;
}

static struct jscan_arena_block *add_block(struct jscan_arena *arena,
					   size_t size)
{
	struct jscan_arena_block *block;

	if (size > SIZE_MAX - sizeof(*block))
		jscan_out_of_memory();
	block = jscan_alloc(sizeof(*block) + size);
	block->size = size;
	block->used = 0;
	block->end = size;
	block->next = arena->blocks;
	arena->blocks = block;
	return block;
}

static size_t next_size(const struct jscan_arena *arena)
{
	size_t size = arena->blocks ? arena->blocks->size * 2 : FIRST_BYTES;

	if (size < FIRST_BYTES)
		size = FIRST_BYTES;
	return size > MOST_BYTES ? MOST_BYTES : size;
}

static struct jscan_arena_block *make_room(struct jscan_arena *arena,
					   size_t size)
{
	struct jscan_arena_block *block = arena->blocks, *own;
	size_t next;

	if (HAS_SANITIZER)
		return add_block(arena, size);
	next = next_size(arena);
	if (size <= next / 4 || !block)
		return add_block(arena, size > next ? size : next);
	/* Its own block, behind the one still in use. */
	own = add_block(arena, size);
	arena->blocks = block;
	own->next = block->next;
	block->next = own;
	return own;
}

/* Makes sure that the block in use has room, or adds one of the very size. */
static inline struct jscan_arena_block *find_room(struct jscan_arena *arena,
						  size_t size)
{
	struct jscan_arena_block *block = arena->blocks;

	return !HAS_SANITIZER && block && block->end - block->used >= size
		       ? block
		       : make_room(arena, size);
}

/* Memory as it comes, for those who fill it at once. */
static void *take(struct jscan_arena *arena, size_t size)
{
	struct jscan_arena_block *block;
	void *piece;

	if (size > SIZE_MAX - ALIGNMENT)
		jscan_out_of_memory();
	arena->total_bytes += size;
	size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
	block = find_room(arena, size);
	piece = (char *)block->bytes + block->used;
	block->used += size;
	return piece;
}

static char *take_text(struct jscan_arena *arena, size_t size)
{
	struct jscan_arena_block *block = find_room(arena, size);

	arena->total_bytes += size;
	block->end -= size;
	return (char *)block->bytes + block->end;
}

/*
 * Most pieces are small: a call of memset() takes longer than clearing them up
 * to their rounded end, which is theirs too.
 */
static void *clear(char *piece, size_t size)
{
	if (HAS_SANITIZER || size > 4 * ALIGNMENT)
		return memset(piece, 0, size);
	if (size > 0)
		memset(piece, 0, ALIGNMENT);
	if (size > ALIGNMENT)
		memset(piece + ALIGNMENT, 0, ALIGNMENT);
	if (size > 2 * ALIGNMENT)
		memset(piece + 2 * ALIGNMENT, 0, ALIGNMENT);
	if (size > 3 * ALIGNMENT)
		memset(piece + 3 * ALIGNMENT, 0, ALIGNMENT);
	return piece;
}

void *jscan_arena_alloc(struct jscan_arena *arena, size_t size)
{
	return clear(take(arena, size), size);
}

void *jscan_arena_array(struct jscan_arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		jscan_out_of_memory();
	return jscan_arena_alloc(arena, count * size);
}

char *jscan_arena_strndup(struct jscan_arena *arena, const char *text,
			  size_t len)
{
	char *copy;

	if (len == SIZE_MAX)
		jscan_out_of_memory();
	copy = take_text(arena, len + 1);
	if (len)
		memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

char *jscan_arena_strdup(struct jscan_arena *arena, const char *text)
{
	return jscan_arena_strndup(arena, text, strlen(text));
}

char *jscan_arena_printf(struct jscan_arena *arena, const char *format, ...)
{
	char brief[512]; /* most texts fit, and are formatted once */
	va_list args;
	char *text;
	int len;

	va_start(args, format);
	len = vsnprintf(brief, sizeof(brief), format, args);
	va_end(args);
	assert(len >= 0);
	if ((size_t)len < sizeof(brief))
		return jscan_arena_strndup(arena, brief, (size_t)len);
	text = jscan_arena_alloc(arena, (size_t)len + 1);
	va_start(args, format);
	vsnprintf(text, (size_t)len + 1, format, args);
	va_end(args);
	return text;
}

/* Doubles what was taken last. */
static bool grow_in_place(struct jscan_arena *arena, char *items, size_t size)
{
	struct jscan_arena_block *block = arena->blocks;
	size_t rounded = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
	size_t more;

	if (HAS_SANITIZER || rounded > block->used ||
	    items != (char *)block->bytes + block->used - rounded)
		return false;
	more = ((2 * size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1)) -
	       rounded;
	if (block->end - block->used < more)
		return false;
	memset(items + size, 0, size);
	block->used += more;
	arena->total_bytes += size;
	return true;
}

void *jscan_arena_grow(struct jscan_arena *arena, void *items, size_t count,
		       size_t size)
{
	char *moved;

	if (count & (count - 1))
		return items; /* not a power of two: there is room */
	if (!count)
		return jscan_arena_alloc(arena, size);
	if (size && count > SIZE_MAX / 2 / size)
		jscan_out_of_memory();
	size *= count;
	if (grow_in_place(arena, items, size))
		return items;
	moved = take(arena, 2 * size);
	memcpy(moved, items, size);
	memset(moved + size, 0, size);
	return moved;
}
