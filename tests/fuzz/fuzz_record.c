/* The facts of a note as the cache keeps them. */
#include "fuzz/fuzz.h"

#include "cache/facts_record.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *bytes = malloc(size + 1);
	struct jscan_facts facts;
	struct jscan_arena arena;
	struct jscan_buf again;

	memcpy(bytes, data, size);
	jscan_arena_init(&arena);
	if (jscan_facts_reread(&facts, bytes, size, "a.md", 24, &arena)) {
		jscan_buf_init(&again);
		jscan_facts_write(&again, &facts);
		jscan_buf_release(&again);
	}
	jscan_arena_release(&arena);
	free(bytes);
	return 0;
}
